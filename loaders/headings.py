"""The headings over a paragraph, also those that head no numbered item and therefore are no section of the tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from graphmodel.patterns import pattern
from graphmodel.text import View
from loaders.markers import RANK, marker_of

# 工作目标 | 指导思想: a heading without number
_BARE = pattern(r"^(?:[\u4e00-\u9fa5]{0,6}(?:目标|指导思想|原则|总体要求|保障措施|组织实施|组织保障|工作要求))\s?:?$")
_UNNUMBERED = RANK["bare"]


def is_heading(text: str) -> bool:
    """Whether a paragraph only names what follows: numbered, short, without the marks of a sentence; or one of the usual names."""
    marker = marker_of(text)
    words = text[marker.end :] if marker else text
    if marker is None or marker.kind in ("dash", "circ"):
        return bool(_BARE.match(words))
    return len(words) <= 30 and not pattern(r"[。;:!?]").search(words)


@lru_cache(maxsize=1_000)
def _rank(heading: str) -> int:
    marker = marker_of(heading + "…")
    return RANK[marker.kind] if marker else _UNNUMBERED


def under_headings(paragraphs: Sequence[tuple[View, tuple[str, ...]]]) -> Iterator[tuple[View, tuple[str, ...], bool]]:
    """Each paragraph with all headings over it, outermost first, and whether it is itself one.

    ``paragraphs`` come with the sections they stand in; a heading among them counts until the section changes or a heading of its rank
    comes.
    """
    under: tuple[str, ...] | None = None
    stack: list[tuple[int, str]] = []
    for view, section in paragraphs:
        if section != under:
            under, stack = section, []
        marker = marker_of(view.text)
        heading = is_heading(view.text)
        rank = RANK[marker.kind] if marker else _UNNUMBERED
        if marker or heading:
            stack = [s for s in stack if s[0] < rank]
        outer = min((r for r, _ in stack), default=99)
        path = (*(s for s in section if _rank(s) < outer), *(name for _, name in stack))
        itself = heading or bool(section) and _same(section[-1], view.text)
        yield view, path, itself
        if heading and not (section and _same(section[-1], view.text)):
            stack.append((rank, view.text))


def _same(heading: str, text: str) -> bool:
    return len(text) <= 60 and "".join(heading.split()).rstrip(":") == "".join(text.split()).rstrip(":")
