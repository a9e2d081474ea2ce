"""Under which headings a place stands."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.plan import Section, Span
from loaders.drafts import Read
from loaders.markers import marker_of
from loaders.paragraphs import Para
from loaders.rows import Cell


def with_paths(paras: Sequence[Para], read: Read) -> list[tuple[Para, tuple[str, ...]]]:
    """Each paragraph with the headings above it."""
    starts = [s.span[0] for s in read.sections]
    out = []
    for p in paras:
        index = _section_at(starts, p.span[0])
        names: list[str] = []
        while index is not None:
            names.append(read.sections[index].name)
            index = read.sections[index].parent
        out.append((p, tuple(reversed(names))))
    return out


def _section_at(starts: Sequence[int], at: int) -> int | None:
    """The section whose heading is the last before ``at``; they need not be in order."""
    return max((i for i, s in enumerate(starts) if s <= at), key=lambda i: (starts[i], i), default=None)


def add_headings(read: Read, found: Sequence[Cell]) -> None:
    """Rows of a table that only name a group of rows are headings too; they stand side by side below the heading of the table."""
    above = [(cell, path_at(read, cell.span)) for cell in found]
    for cell, path in above:
        marker = marker_of(cell.text)
        read.sections.append(Section(cell.text.strip(), cell.span, marker.printed.rstrip(" 、.") if marker else None, len(path) + 1, path[-1] if path else None))


def path_at(read: Read, span: Span) -> tuple[int, ...]:
    index = _section_at([s.span[0] for s in read.sections], span[0])
    path: list[int] = []
    while index is not None:
        path.append(index)
        index = read.sections[index].parent
    return tuple(reversed(path))
