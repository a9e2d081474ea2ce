"""Two columns of text on a page: where they are, and in which order their lines are read."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from loaders.pdf.lines import Line, whole

TABLE = "\0"
"""The text of what stands in a table's place: it has no words, but a width, and a height in ``starts``."""

_FEWEST = 5
"""Lines of each column."""


def in_order(rows: Sequence[list[Line]], gutter: float | None) -> list[Line]:
    """The lines of a page, given as levels from the top down: where two columns stand side by side, the left before the right."""
    if gutter is None:
        return [whole(parts) for parts in rows]
    out: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for parts in rows:
        if any(p.x0 < gutter < p.x1 for p in parts) or _is_centred(parts, gutter):
            out += [*left, *right, whole(parts)]
            left, right = [], []
            continue
        for side, frame, mine in ((left, 1, [p for p in parts if p.x1 <= gutter]), (right, 2, [p for p in parts if p.x0 >= gutter])):
            if mine:
                line = whole(mine)
                line.frame = frame
                side.append(line)
    return [*out, *left, *right]


def _is_centred(parts: Sequence[Line], gutter: float) -> bool:
    """One line whose middle is the gutter: two parts of a title."""
    return len(parts) > 1 and abs((parts[0].x0 + parts[-1].x1) / 2 - gutter) < 5 and parts[-1].x1 - parts[0].x0 < 12 * parts[0].size


def shared(rows: Sequence[list[Line]], gutter: float | None) -> float | None:
    """The gutter of the document's other pages, if this page, which shows none of its own, can have it too."""
    lines = [p for parts in rows for p in parts for _ in range(_weight(p))]
    crossing = sum(p.x0 < gutter < p.x1 for p in lines) if gutter is not None else 0
    return gutter if crossing <= 0.35 * len(lines) else None


def gutter_of(rows: Sequence[list[Line]]) -> float | None:
    """The x that parts two columns, or None. Both must hold running text: words in columns of a table, or a signature at the right, are none."""
    lines = [p for parts in rows for p in parts for _ in range(_weight(p))]
    if len(lines) < 2 * _FEWEST:
        return None
    left_edge, right_edge = min(p.x0 for p in lines), max(p.x1 for p in lines)
    middle = (left_edge + right_edge) / 2
    span = 0.12 * (right_edge - left_edge)
    candidates = sorted({p.x0 - 0.5 for p in lines if middle - span < p.x0 < middle + 2 * span})
    best: tuple[int, float] | None = None
    for x in candidates:
        left = [p for p in lines if p.x1 <= x]
        right = [p for p in lines if p.x0 >= x]
        if len(left) < _FEWEST or len(right) < _FEWEST or len(lines) - len(left) - len(right) > 0.35 * len(lines):
            continue
        size = median(p.size for p in lines)
        room_left, room_right = max(p.x1 for p in left) - left_edge, right_edge - x
        full = sorted((sum(p.width > 0.8 * room for p in side) / len(side) for side, room in ((left, room_left), (right, room_right))), reverse=True)
        many = min(len(left), len(right)) >= 12 and len(left) + len(right) > 0.85 * len(lines)
        if full[0] < (0.2 if many else 0.4) or full[1] < (0.1 if many else 0.2) or not (_is_flush(left, left_edge) and _is_flush(right, x)):
            continue
        if room_left < 8 * size or room_right < 8 * size:
            continue
        found = (len(left) + len(right), -x)
        best = max(best, found) if best else found
    return None if best is None else -best[1]


def _is_flush(lines: Sequence[Line], edge: float) -> bool:
    """Whether most lines begin at the edge of a column, or two letters from it."""
    return sum(p.x0 - edge < 0.8 * p.size or abs(p.x0 - edge - 2 * p.size) < 0.8 * p.size for p in lines) >= 0.6 * len(lines)


def _weight(line: Line) -> int:
    """A table counts as the lines it is high."""
    return max(1, round(line.starts[0] / 20)) if line.text == TABLE else 1
