"""The program's own marks taken out of the main part again, split runs joined: what is left are the bytes from before."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from viz.word_comments.marks import KEEP
from viz.word_comments.xmlbytes import WORDS, Part, Walk, end_of_tag, printed_name, without

_MARKS = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference"})


@dataclass(eq=False, slots=True)
class _Open:
    """An element that is open. ``mark``: one of ours; ``ours``, ``others``: how much of both stands in it beside its properties."""

    kind: str
    start: int
    inside: int
    mark: bool = False
    ours: list[tuple[int, int]] = field(default_factory=list)
    others: int = 0
    properties: bytes = b""
    letters: int = -1


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark, or a run that holds nothing else; ``run``: the run that ended last before it; ``letters``: where the last ``w:t`` of that began."""

    start: int
    end: int
    tag: bytes
    run: _Open | None


def unmarked(part: Part, ids: Collection[int]) -> bytes:
    """The part's XML without the marks of the comments with these ids. Raises Problem for broken XML."""
    if not ids:
        return part.xml
    marks = _Marks(part, frozenset(ids)).found
    cuts: list[tuple[int, int]] = []
    n = 0
    while n < len(marks):
        last = n
        while last + 1 < len(marks) and marks[last + 1].start == marks[last].end:
            last += 1
        cuts += _cut(part.xml, marks[n], marks[last].end)
        n = last + 1
    return without(part.xml, cuts)


def _cut(xml: bytes, first: _Mark, end: int) -> list[tuple[int, int]]:
    """What goes with the marks from ``first`` to ``end``: where these bytes are as they were put in, the two halves of a run become one."""
    blanks = len(first.tag) - 2 - len(first.tag[:-2].rstrip(b" "))
    whole = [(first.start, end)]
    if not 1 <= blanks <= 3 or first.run is None:
        return whole
    run = first.run
    close, again = b"</" + printed_name(xml, run.start) + b">", xml[run.start : run.inside] + run.properties
    if blanks < 3:
        if run.letters < 0:
            return whole
        name = printed_name(xml, run.letters)
        close, again = b"</" + name + b">" + close, again + b"<" + name + KEEP + b">"
    if not xml.startswith(again, end) or not xml.endswith(close, 0, first.start):
        return whole
    cuts = [(first.start - len(close), end + len(again))]
    if blanks == 2:
        at = run.letters + 1 + len(printed_name(xml, run.letters))
        if xml.startswith(KEEP, at):
            cuts.append((at, at + len(KEEP)))
    return cuts


class _Marks:
    """Finds the marks of a part: ``found``, in their order."""

    def __init__(self, part: Part, ids: frozenset[int]) -> None:
        self.found: list[_Mark] = []
        self._xml, self._ids = part.xml, ids
        self._open: list[_Open] = []
        self._run: _Open | None = None
        Walk(part).run(self._begin, self._finish)
        self.found.sort(key=lambda m: m.start)

    def _begin(self, space: str, local: str, attributes: dict[str, str], at: int, behind: int) -> None:
        kind = local if space in WORDS else ""
        mark = kind in _MARKS and whole_number(attributes.get(f"{space} id")) in self._ids
        if self._open and not mark and kind != "rPr":
            self._open[-1].others += 1
        if kind == "t" and self._open:
            self._open[-1].letters = at
        self._open.append(_Open(kind, at, behind, mark))

    def _finish(self, at: int, end: int) -> None:
        done = self._open.pop()
        above = self._open[-1] if self._open else None
        if done.kind == "rPr" and above is not None and not above.properties:
            above.properties = self._xml[done.start : end]
        elif done.mark and above is not None and above.kind == "r":
            above.ours.append((done.start, end))
        elif done.mark or done.ours and not done.others:
            self._found(done.start, end)
        else:
            for start, stop in done.ours:
                self._found(start, stop)
            if done.kind == "r":
                self._run = done

    def _found(self, start: int, end: int) -> None:
        self.found.append(_Mark(start, end, self._xml[start : end_of_tag(self._xml, start)], self._run))


def whole_number(text: str | None) -> int | None:
    """An id as these files write it."""
    told = (text or "").strip()
    return int(told) if len(told) < 12 and told.removeprefix("-").isascii() and told.removeprefix("-").isdigit() else None


def marked_ids(part: Part) -> set[int]:
    """The ids of all comments that the part has marks of."""
    found: set[int] = set()

    def begin(space: str, local: str, attributes: dict[str, str], at: int, behind: int) -> None:
        if local in _MARKS and space in WORDS and (id := whole_number(attributes.get(f"{space} id"))) is not None:
            found.add(id)

    Walk(part).run(begin, lambda at, end: None)
    return found
