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

    def names_at(self, span: Span) -> tuple[str, ...]:
        """The names of the headings over a place, outermost first."""
        return tuple(self._sections[i].name for i in self.path_at(span))

    def with_paths(self, paras: Sequence[Para]) -> list[tuple[Para, tuple[str, ...]]]:
        """Each paragraph with the headings above it."""
        return [(p, self.names_at(p.span)) for p in paras]


_NAMES_TABLE = pattern(r"(?:表|清单|台账)$")


def add_headings(read: Read, found: Sequence[Cell], rows: Sequence[int] = ()) -> None:
    """Rows of a table that only name a group of rows are headings too: below the heading of the table, and below one another by their numbering.

    ``rows``: where the other rows begin, in order. One without a number stands below the heading right above it, beside one that has rows of its own.
    """
    above = Headings(tuple(read.sections))
    open_ones: list[tuple[int, int]] = []  # (rank, index) of the headings that hold still, outermost first
    last: tuple[int, ...] | None = None
    for cell in found:
        path = above.path_at(cell.span)
        if path != last:
            open_ones, last = [], path
        marker = marker_of(f"{cell.number.rstrip('、.')}、{cell.text}" if cell.number else cell.text)
        rank = RANK[marker.kind if marker else "title" if _NAMES_TABLE.search(cell.text) else "head"]
        if not marker and open_ones and open_ones[-1][0] < rank and _apart(read.sections[open_ones[-1][1]].span, cell.span, rows):
            rank = open_ones[-1][0]
        while open_ones and open_ones[-1][0] >= rank:
            open_ones.pop()
        parent = open_ones[-1][1] if open_ones else path[-1] if path else None
        open_ones.append((rank, len(read.sections)))
        number = marker.printed.rstrip(" 、.") if marker else None
        read.sections.append(Section(cell.text.strip(), cell.span, number, len(path) + len(open_ones), parent))


def _apart(above: Span, below: Span, rows: Sequence[int]) -> bool:
    """Whether a row begins between two headings."""
    return bisect_right(rows, above[1]) < bisect_right(rows, below[0])


_NUMBERS = (
    ("chapter", pattern(r"第.{1,4}[章节篇部]")),
    ("cn", pattern(r"[一二三四五六七八九十]{1,3}[、.]?")),
    ("pcn", pattern(r"[(][一二三四五六七八九十]{1,3}[)][、.]?")),
)
_COUNTED = pattern(r"(\d{1,3})[、.]?")


class RowPaths:
    """Under which headings the rows of tables stand, asked in the order of the text. ``first``: from there on sections are headings of rows;
    ``grids``: the tables that the file itself tells apart: the headings of one hold for its own rows only.

    A row whose own number stands outside the headings above it is no part of them: 三 behind (五), 4 behind 3.加强监测 whose rows have no numbers.
    """

    def __init__(self, headings: Headings, sections: Sequence[Section], first: int, grids: Sequence[Span] = ()) -> None:
        self._headings, self._sections, self._first, self._grids = headings, sections, first, grids
        self._counted: dict[int, int] = {}  # heading -> the number of the last row under it
        self._beside: dict[int, int] = {}  # heading -> the number of the last row that counts on from its own

    def __call__(self, span: Span, number: str | None) -> tuple[int, ...]:
        path = self._headings.path_at(span)
        if self._grids:
            here = self._grid(span)
            path = tuple(i for i in path if i < self._first or self._grid(self._sections[i].span) == here)
        kind = next((kind for kind, shape in _NUMBERS if number and shape.fullmatch(number)), None)
        for n, i in enumerate(path if kind else ()):
            if i >= self._first and self._rank(i) >= RANK[kind or ""]:
                return path[:n]
        counted = _COUNTED.fullmatch(number or "")
        if not counted or not path or path[-1] < self._first:
            return path
        last, value = path[-1], int(counted[1])
        marker = marker_of(self._sections[last].name)
        own = marker.value if marker and marker.kind == "ar" else None
        if own is not None and last not in self._counted and value == self._beside.get(last, own) + 1:
            self._beside[last] = value
            return path[:-1]
        self._counted[last] = value
        return path

    def _grid(self, span: Span) -> int:
        """The table in which a place stands, counted; -1 outside of all."""
        return next((n for n, (a, b) in enumerate(self._grids) if a <= span[0] < b), -1)

    def _rank(self, i: int) -> int:
        section = self._sections[i]
        marker = marker_of(section.name) or marker_of(f"{section.number}、{section.name}" if section.number else "")
        return RANK[marker.kind if marker else "head"]
