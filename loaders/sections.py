"""Under which headings a place stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from graphmodel.patterns import pattern
from graphmodel.plan import Section, Span
from loaders.drafts import Read
from loaders.markers import RANK, marker_of
from loaders.paragraphs import Para
from loaders.rows import Cell


class Headings:
    """The headings of a plan in the order of the text; they need not have been found in that order."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._sections = sections
        ordered = sorted((s.span[0], i) for i, s in enumerate(sections))
        self._starts, self._indices = [start for start, _ in ordered], [i for _, i in ordered]

    def path_at(self, span: Span) -> tuple[int, ...]:
        """The sections in which a place stands, outermost first: the last one that begins before it, and those above that."""
        before = bisect_right(self._starts, span[0])
        index = self._indices[before - 1] if before else None
        path: list[int] = []
        while index is not None:
            path.append(index)
            index = self._sections[index].parent
        return tuple(reversed(path))

    def with_paths(self, paras: Sequence[Para]) -> list[tuple[Para, tuple[str, ...]]]:
        """Each paragraph with the headings above it."""
        return [(p, tuple(self._sections[i].name for i in self.path_at(p.span))) for p in paras]


_NAMES_TABLE = pattern(r"(?:表|清单|台账)$")


def add_headings(read: Read, found: Sequence[Cell]) -> None:
    """Rows of a table that only name a group of rows are headings too: below the heading of the table, and below one another by their numbering."""
    above = Headings(tuple(read.sections))
    open_ones: list[tuple[int, int]] = []  # (rank, index) of the headings that hold still, outermost first
    last: tuple[int, ...] | None = None
    for cell in found:
        path = above.path_at(cell.span)
        if path != last:
            open_ones, last = [], path
        marker = marker_of(cell.text)
        rank = RANK[marker.kind if marker else "title" if _NAMES_TABLE.search(cell.text) else "head"]
        while open_ones and open_ones[-1][0] >= rank:
            open_ones.pop()
        parent = open_ones[-1][1] if open_ones else path[-1] if path else None
        open_ones.append((rank, len(read.sections)))
        number = marker.printed.rstrip(" 、.") if marker else None
        read.sections.append(Section(cell.text.strip(), cell.span, number, len(path) + len(open_ones), parent))


_NUMBERS = (
    ("chapter", pattern(r"第.{1,4}[章节篇部]")),
    ("cn", pattern(r"[一二三四五六七八九十]{1,3}[、.]?")),
    ("pcn", pattern(r"[(][一二三四五六七八九十]{1,3}[)][、.]?")),
)


def outside(path: tuple[int, ...], number: str | None, sections: Sequence[Section], first: int) -> tuple[int, ...]:
    """The path of a row of a table, cut where its own number (三) stands outside the headings of rows (一、, (一)) above it.

    ``first``: the index from which on sections are headings of rows.
    """
    kind = next((kind for kind, shape in _NUMBERS if number and shape.fullmatch(number)), None)
    if kind is None:
        return path
    for n, i in enumerate(path):
        marker = marker_of(sections[i].name) if i >= first else None
        if i >= first and RANK[marker.kind if marker else "head"] >= RANK[kind]:
            return path[:n]
    return path
