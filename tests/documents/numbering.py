"""Automatic numbering as Word keeps it: one list of several levels, and lists of one level that begin where a writer set their number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .parts import KINDS, Paragraph, Part

_FORMS = ("chineseCountingThousand", "japaneseCounting", "decimal", "decimal", "decimalEnclosedCircleChinese")
_LEVELS = range(len(KINDS))


def _counted(parts: Sequence[Part]) -> list[Paragraph]:
    return [p for p in parts if isinstance(p, Paragraph) and p.kind is not None]


def _shapes(parts: Sequence[Part]) -> dict[int, str]:
    """How each kind of number is printed in this plan: ``%`` stands for the figure, blanks behind it included."""
    out: dict[int, str] = {}
    for p in _counted(parts):
        assert p.kind is not None
        out.setdefault(p.kind, _shape(p))
    return out


def _shape(p: Paragraph) -> str:
    return re.sub(r"[一二三四五六七八九十]+|\d+|[①-⑳]", "%", p.marker, count=1)


class Numbered:
    """Gives each paragraph its place in a list, in order.

    The list of several levels counts as long as it comes to the number that is printed: a level begins again below each higher one. Where the
    plan counts otherwise (through the headings, again below a name, with a gap) a list of one level begins at the printed number.
    """

    def __init__(self, parts: Sequence[Part], outlined: bool = False) -> None:
        """``outlined``: only the list of several levels, each level that of a heading; what it does not count is typed. So much LibreOffice keeps in every format."""
        self.outlined = outlined
        self.shapes = _shapes(parts)
        self._count = dict.fromkeys(_LEVELS, 0)
        self._single: dict[int, tuple[int, int]] = {}  # kind -> (numId, last number)
        self.starts: list[tuple[int, int]] = []  # (kind, first number) of each list of one level, numId 2 and on

    def about(self, p: Paragraph) -> tuple[str, str]:
        """The properties of a paragraph and the numbering that remains typed."""
        kind, value = p.kind, p.value
        if kind is None or value is None or _shape(p) != self.shapes[kind]:
            return "", p.marker
        if value == self._count[kind] + 1 and (kind == 0 or self._count[0]):  # a level before any of those above it counts them as met
            self._count[kind] += 1
            for lower in _LEVELS[kind + 1 :]:
                self._count[lower] = 0
            return (f'<w:pStyle w:val="Heading{kind + 1}"/>' if kind == 0 or self.outlined else _in_list(1, kind)), ""
        if self.outlined:
            return "", p.marker
        number, last = self._single.get(kind, (0, 0))
        if not number or value != last + 1:
            self.starts.append((kind, value))
            number = len(self.starts) + 1
        self._single[kind] = (number, value)
        return _in_list(number, 0), ""


def _in_list(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def numbering(parts: Sequence[Part], outlined: bool = False) -> str:
    """The content of numbering.xml for the lists that ``Numbered`` gives."""
    counts = Numbered(parts, outlined)
    for p in _counted(parts):
        counts.about(p)
    abstract = [
        '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>',
        *(_level(k, k, counts.shapes, linked=k == 0 or outlined) for k in _LEVELS),
        "</w:abstractNum>",
    ]
    for k in _LEVELS:
        abstract.append(f'<w:abstractNum w:abstractNumId="{k + 1}"><w:multiLevelType w:val="singleLevel"/>{_level(0, k, counts.shapes)}</w:abstractNum>')
    lists = ['<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>']
    for n, (kind, first) in enumerate(counts.starts, 2):
        begin = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{first}"/></w:lvlOverride>'
        lists.append(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{kind + 1}"/>{begin}</w:num>')
    return "".join([*abstract, *lists])


def _level(level: int, kind: int, shapes: dict[int, str], linked: bool = False) -> str:
    shape = shapes.get(kind, KINDS[kind].replace("一", "%").replace("1", "%").replace("①", "%"))
    suffix = "space" if shape != shape.rstrip() else "nothing"
    style = f'<w:pStyle w:val="Heading{level + 1}"/>' if linked else ""
    printed = shape.rstrip().replace("%", f"%{level + 1}")
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{_FORMS[kind]}"/>{style}<w:suff w:val="{suffix}"/>'
        f'<w:lvlText w:val="{printed}"/><w:lvlJc w:val="left"/></w:lvl>'
    )
