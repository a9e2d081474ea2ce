"""Where marks may stand in the main part of a Word file: before and behind runs, and inside a run where it can be split.

A mark stands between the runs of a paragraph, never in a run. What must not be torn (a text box, a formula, a field's instruction, a content
control that Word fills itself) is taken whole.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from viz.word_comments.xmlbytes import WORDS, XML, Part, Walk, broken

_MAY_HOLD = frozenset({"hyperlink", "ins", "moveTo", "smartTag", "customXml", "dir", "bdo"})
"""Elements of a paragraph beside the runs that may hold marks as the paragraph does."""
_FILLED_BY_WORD = frozenset({
    "text", "dataBinding", "dropDownList", "comboBox", "date", "picture", "checkbox", "showingPlcHdr", "docPartList", "docPartObj", "citation",
    "bibliography", "equation", "group",
})  # fmt: skip
_NO_CONTENT = frozenset({"rPr", "lastRenderedPageBreak"})


@dataclass(eq=False, slots=True)
class Whole:
    """A child of a paragraph, or of what may hold marks: ``start`` to ``end`` in bytes. ``prefix``: that of Word's elements beside it."""

    start: int
    prefix: bytes
    end: int = 0


@dataclass(eq=False, slots=True)
class Run:
    """A run that can be split: its start tag and its properties as printed, what stands in it."""

    open: bytes
    name: bytes
    properties: bytes = b""
    content: int = 0


@dataclass(eq=False, slots=True)
class Letters:
    """A ``w:t``: its start tag ``open`` to ``inside``, its characters ``inside`` to ``outside``, its end ``end``. ``run``: None where it cannot
    be split; ``order``: how much stands before it in its run. ``space``: its xml:space. ``whole``: what it stands in."""

    whole: Whole
    last: Whole
    run: Run | None
    order: int
    open: int
    inside: int
    space: str | None
    outside: int = 0
    end: int = 0


@dataclass(eq=False, slots=True)
class _Field:
    begin: Whole
    instruction: bool = True
    end: Whole | None = None


@dataclass(eq=False, slots=True)
class _Frame:
    """An element that is open. ``kind``: its local name if it is Word's; ``holds``: marks may stand among its children."""

    kind: str
    holds: bytes | None
    whole: Whole | None
    mine: bool = False
    in_paragraph: bool = False
    run: Run | None = None
    control: Whole | None = None
    filled: bool = False
    opened: int = 0
    letters: Letters | None = None


class Body:
    """The places of a main part. ``letters``: the ``w:t`` that were asked for, by their number among all of the part (from 0).

    ``namespace``: of Word's elements in this part. Raises Problem if it is no main part of a Word file."""

    def __init__(self, part: Part, wanted: Collection[int]) -> None:
        self.xml = part.xml
        self.letters: dict[int, Letters] = {}
        self.namespace = ""
        self._wanted = frozenset(wanted)
        self._name = part.name
        self._count = 0
        self._open: list[_Frame] = []
        self._fields: list[_Field] = []
        self._held: list[tuple[Letters, _Field]] = []
        self._walk = Walk(part)
        self._walk.run(self._begin, self._finish)
        for letters, field in self._held:
            if field.end is not None:
                letters.whole, letters.last, letters.run = field.begin, field.end, None

    def _begin(self, space: str, local: str, attributes: dict[str, str], at: int, behind: int) -> None:
        kind = local if space in WORDS else "" if local != "checkbox" else local
        if not self._open:
            if kind != "document":
                raise broken(self._name)
            self.namespace = space
            self._open.append(_Frame(kind, None, None))
            return
        above = self._open[-1]
        frame = self._frame(kind, above, at)
        if above.run is not None and kind not in _NO_CONTENT:
            above.run.content += 1
        if kind == "r" and frame.mine:
            name = self.xml[at + 1 : behind - 1].split(None, 1)[0]
            frame.run = Run(self.xml[at:behind], name)
        elif kind == "t":
            if self._count in self._wanted:
                self._letters(frame, above, attributes, at, behind)
            self._count += 1
        elif kind == "fldChar" and frame.whole is not None:
            self._field(attributes.get(f"{space} fldCharType", ""), frame.whole)
        elif above.kind == "sdtPr" and kind in _FILLED_BY_WORD and len(self._open) > 1:
            self._open[-2].filled = True
        frame.opened = at
        self._open.append(frame)

    def _frame(self, kind: str, above: _Frame, at: int) -> _Frame:
        if above.whole is not None:
            return _Frame(kind, None, above.whole)
        if kind == "p" and above.holds is None:
            return _Frame(kind, self._walk.prefix(self.namespace), None, in_paragraph=True)
        if not above.in_paragraph:
            return _Frame(kind, None, None)
        if above.control is not None:  # a child of a content control in a paragraph
            if kind == "sdtContent" and not above.filled:
                return _Frame(kind, self._walk.prefix(self.namespace), None, in_paragraph=True)
            return _Frame(kind, None, above.control)
        if above.holds is None:
            return _Frame(kind, None, None, in_paragraph=True)
        if kind in _MAY_HOLD:
            return _Frame(kind, self._walk.prefix(self.namespace), None, in_paragraph=True)
        whole = Whole(at, above.holds)
        if kind == "sdt":
            return _Frame(kind, None, None, mine=True, in_paragraph=True, control=whole)
        return _Frame(kind, None, whole, mine=True, in_paragraph=True)

    def _letters(self, frame: _Frame, above: _Frame, attributes: dict[str, str], at: int, behind: int) -> None:
        if frame.whole is None:
            return  # letters outside every paragraph: no program shows them
        order = above.run.content - 1 if above.run is not None else 0
        found = Letters(frame.whole, frame.whole, above.run, order, at, behind, attributes.get(f"{XML} space"))
        self.letters[self._count] = frame.letters = found
        asking = next((f for f in self._fields if f.instruction), None)
        if asking is not None:
            self._held.append((found, asking))

    def _field(self, what: str, whole: Whole) -> None:
        if what == "begin":
            self._fields.append(_Field(whole))
        elif what == "separate" and self._fields:
            self._fields[-1].instruction = False
        elif what == "end" and self._fields:
            self._fields.pop().end = whole

    def _finish(self, at: int, end: int) -> None:
        frame = self._open.pop()
        if frame.mine:
            whole = frame.control or frame.whole
            assert whole is not None
            whole.end = end
        if frame.letters is not None:
            frame.letters.outside, frame.letters.end = at, end
        if frame.kind == "rPr" and self._open and self._open[-1].run is not None:
            self._open[-1].run.properties = self.xml[frame.opened : end]
