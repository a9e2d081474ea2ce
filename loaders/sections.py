"""Under which headings a place stands."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.plan import Span
from loaders.drafts import Read
from loaders.paragraphs import Para


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
    index = None
    for i, s in enumerate(starts):
        if s <= at:
            index = i
    return index


def path_at(read: Read, span: Span) -> tuple[int, ...]:
    index = _section_at([s.span[0] for s in read.sections], span[0])
    path: list[int] = []
    while index is not None:
        path.append(index)
        index = read.sections[index].parent
    return tuple(reversed(path))
