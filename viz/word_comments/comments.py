"""The part that holds the comments: which are the program's own, which a person has taken up, and how a new one is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from graphmodel.patterns import pattern
from viz.seen import visible
from viz.word_comments.own import whole_number
from viz.word_comments.xmlbytes import WORDS, Part, Walk

AUTHORS = ("分工审校", "Fengong")
INITIALS = "FG"
_NOBODY = ("", "author", "作者")
"""What Word writes for every author where personal information is to be removed."""
_HEAD = pattern(r"(?:错误|警告|复核|error|warning|review) [A-Z]{3}[0-9]{3} [a-z][a-z-]{2,60}(?:（[^（）]{1,80}）| \([^()]{1,150}\))?")
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_FIRST_ID, _MOST_ID = 0, 2**31 - 1


@dataclass(frozen=True, slots=True)
class Note:
    """What a comment says: paragraphs, the first of them in bold."""

    paragraphs: tuple[str, ...]


@dataclass(eq=False, slots=True)
class Comment:
    """A comment of the part: ``start`` to ``end`` in bytes. ``key``: that of its last paragraph, by which replies name it."""

    id: int | None
    author: str
    initials: str
    start: int
    end: int = 0
    key: str = ""
    paragraphs: list[str] = field(default_factory=list)

    @property
    def own(self) -> bool:
        """Whether this program wrote it: by author and initials, which Word, WPS and LibreOffice keep; by its first line where they were taken away."""
        heads = bool(self.paragraphs) and _HEAD.fullmatch(self.paragraphs[0].strip()) is not None
        author = self.author.strip()
        return (author in AUTHORS and (self.initials.strip() == INITIALS or heads)) or (author.lower() in _NOBODY and heads)


def comments_of(part: Part) -> list[Comment]:
    """All comments of the part, in its order. Raises Problem for broken XML."""
    return _Reading(part).found


class _Reading:
    def __init__(self, part: Part) -> None:
        self.found: list[Comment] = []
        self._kinds: list[str] = []
        self._letters = 0
        self._part = part
        Walk(part).run(self._begin, self._finish)

    def _begin(self, space: str, local: str, attributes: dict[str, str], at: int, behind: int) -> None:
        kind = local if space in WORDS else ""
        if len(self._kinds) == 1 and kind == "comment":
            told = [attributes.get(f"{space} {name}", "") for name in ("id", "author", "initials")]
            self.found.append(Comment(whole_number(told[0]), told[1], told[2], at))
        elif kind == "p" and self.found and self._kinds[-1] == "comment":
            self.found[-1].paragraphs.append("")
            self.found[-1].key = attributes.get(f"{_W14} paraId", "").upper()
        elif kind == "t":
            self._letters = behind
        self._kinds.append(kind)

    def _finish(self, at: int, end: int) -> None:
        kind = self._kinds.pop()
        if kind == "comment" and len(self._kinds) == 1:
            self.found[-1].end = end
        elif kind == "t" and self.found and self.found[-1].paragraphs and len(self.found[-1].paragraphs[-1]) < 10_000:
            self.found[-1].paragraphs[-1] += _told(self._part.xml[self._letters : at])


def _told(xml: bytes) -> str:
    text = xml.decode("utf-8")
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&apos;", "'").replace("&amp;", "&")


def taken_up(comments: Sequence[Comment], extended: Part | None) -> set[int]:
    """The ids of comments that a person has answered or marked as done: to take them away would take the talk away. ``extended``: the part that says so."""
    if extended is None:
        return set()
    by_key = {c.key: c for c in comments if c.key}
    found: set[int] = set()

    def begin(space: str, local: str, attributes: dict[str, str], at: int, behind: int) -> None:
        if space != _W15 or local != "commentEx":
            return
        told = by_key.get(attributes.get(f"{_W15} paraId", "").upper())
        above = by_key.get(attributes.get(f"{_W15} paraIdParent", "").upper())
        if above is not None and above.id is not None and told is not None and not told.own:
            found.add(above.id)
        if told is not None and told.id is not None and attributes.get(f"{_W15} done", "").lower() in ("1", "true", "on"):
            found.add(told.id)

    Walk(extended).run(begin, lambda at, end: None)
    return found


def free_ids(used: set[int], number: int) -> list[int]:
    """Ids that no comment has: those behind the highest, else the lowest that are free."""
    first = max(used, default=_FIRST_ID - 1) + 1
    if 0 <= first <= _MOST_ID - number:
        return list(range(first, first + number))
    out: list[int] = []
    at = _FIRST_ID
    while len(out) < number:
        if at not in used:
            out.append(at)
        at += 1
    return out


def written(id: int, note: Note, zh: bool, prefix: bytes, namespace: str) -> bytes:
    """A comment as the part holds it. No date: nothing here depends on the day. Looks of its own, for the plan's body text is large and indented."""
    w, declared = (prefix.decode("utf-8"), "") if prefix else ("w", f' xmlns:w="{namespace}"')
    out = [f'<{w}:comment{declared} {w}:id="{id}" {w}:author="{AUTHORS[0 if zh else 1]}" {w}:initials="{INITIALS}">']
    spaced = f'<{w}:snapToGrid {w}:val="0"/><{w}:spacing {w}:before="0" {w}:after="0" {w}:line="240" {w}:lineRule="auto"/>'
    indent = f'<{w}:ind {w}:firstLineChars="0" {w}:firstLine="0"/><{w}:jc {w}:val="both"/>'
    for n, words in enumerate(note.paragraphs):
        bold = f"<{w}:b/>" if n == 0 else f'<{w}:b {w}:val="0"/>'
        looks = f'<{w}:rPr>{bold}<{w}:sz {w}:val="18"/><{w}:szCs {w}:val="18"/></{w}:rPr>'
        mark = f"<{w}:r><{w}:annotationRef/></{w}:r>" if n == 0 else ""
        text = f'<{w}:r>{looks}<{w}:t xml:space="preserve">{escape(visible(words))}</{w}:t></{w}:r>'
        out.append(f"<{w}:p><{w}:pPr>{spaced}{indent}</{w}:pPr>{mark}{text}</{w}:p>")
    out.append(f"</{w}:comment>")
    return "".join(out).encode("utf-8")


def new_part(namespace: str) -> bytes:
    """The part of a file that had no comments yet."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    return f'{head}<w:comments xmlns:w="{namespace}"></w:comments>'.encode()


def root_of(part: Part) -> tuple[str, str, bytes]:
    """Namespace and name of the root, and the prefix that means this namespace within it (b"" if none does)."""
    seen: list[tuple[str, str, bytes]] = []
    walk = Walk(part)

    def begin(space: str, local: str, attributes: dict[str, str], at: int, behind: int) -> None:
        if not seen:
            seen.append((space, local, walk.prefix(space)))

    walk.run(begin, lambda at, end: None)
    return seen[0]
