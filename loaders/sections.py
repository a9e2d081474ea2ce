"""Under which headings a place stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from graphmodel.plan import Section, Span
from loaders.drafts import Read
from loaders.markers import marker_of
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


def add_headings(read: Read, found: Sequence[Cell]) -> None:
    """Rows of a table that only name a group of rows are headings too; they stand side by side below the heading of the table."""
    above = Headings(tuple(read.sections))
    for cell in found:
        path = above.path_at(cell.span)
        marker = marker_of(cell.text)
        read.sections.append(Section(cell.text.strip(), cell.span, marker.printed.rstrip(" 、.") if marker else None, len(path) + 1, path[-1] if path else None))
