"""Running heads and feet: what stands at the same height on page after page, and page numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from graphmodel.patterns import pattern
from graphmodel.text import fold
from loaders.pdf.lines import Line, whole

_BAND = 0.13
"""The part of a page's height, above and below, in which heads and feet stand."""
# - 3 - | — 12 — | 第3页 共10页 | 3/10 | Page 3 of 10
_MARK = pattern(
    r"^(?:[-—–―·•~_]{1,4}\d{1,4}[-—–―·•~_]{1,4}|第(?:\d{1,4}|[一二三四五六七八九十百]{1,5})页(?:[,，/]?共(?:\d{1,4}|[一二三四五六七八九十百]{1,5})页)?|\d{1,4}/\d{1,4}"
    r"|page\d{1,4}(?:(?:of|/)\d{1,4})?)$",
    2,
)
_BARE = pattern(r"^\d{1,4}$")
_FIGURES = pattern(r"\d{1,4}")


def without_furniture(pages: Sequence[tuple[float, list[list[Line]]]]) -> list[list[list[Line]]]:
    """For each page, given as (height, its levels from the top down), the levels that are the plan's own words."""
    repeated = _repeated(pages)
    out = []
    for n, (height, rows) in enumerate(pages):
        kept = list(rows)
        for end in (0, -1):
            while kept and _is_furniture(kept, n, end, height, len(pages), repeated):
                kept.pop(end)
        out.append(kept)
    return out


def _words(row: Sequence[Line]) -> str:
    return "".join(fold(whole(row).text).split())


def _key(row: Sequence[Line]) -> tuple[str, int]:
    return _FIGURES.sub("#", _words(row)), round(row[0].base / 4)


def _edges(height: float, rows: Sequence[list[Line]]) -> list[list[Line]]:
    """The levels that may be heads or feet: not more than three above and below."""
    above = [r for r in rows[:3] if r[0].base < _BAND * height]
    below = [r for r in rows[-3:] if r[0].base > (1 - _BAND) * height]
    return above + [r for r in below if not any(r is a for a in above)]


def _repeated(pages: Sequence[tuple[float, list[list[Line]]]]) -> set[tuple[str, int]]:
    """The words and heights (in steps of 4 points) that are met on page after page, left and right pages apart."""
    found: dict[tuple[str, int], set[int]] = defaultdict(set)
    for n, (height, rows) in enumerate(pages):
        for row in _edges(height, rows):
            words, step = _key(row)
            for near in (step - 1, step, step + 1):
                found[words, near].add(n)
    out = set()
    for key, on in found.items():
        sides = Counter(n % 2 for n in on)
        every = max(2, round(0.5 * len(pages)))
        on_side = max(3, round(0.4 * len(pages)))
        if len(on) >= every or max(sides.values()) >= on_side or len(on) >= 4 and _in_turn(on):
            out.add(key)
    return out


def _in_turn(pages: set[int]) -> bool:
    """Whether a head runs over pages one after the other (a chapter's): at most one is missing."""
    return max(pages) - min(pages) <= len(pages)


def _is_furniture(rows: list[list[Line]], n: int, end: int, height: float, count: int, repeated: set[tuple[str, int]]) -> bool:
    row = rows[end]
    base = row[0].base
    if not (base < _BAND * height if end == 0 else base > (1 - _BAND) * height):
        return False
    words = _words(row)
    if _MARK.match(words):
        return True
    known = _key(row) in repeated
    if _BARE.match(words):
        return known or count == 1 and end == -1 and base > 0.92 * height
    return known and (count > 3 or _apart(rows, end))


def _apart(rows: list[list[Line]], end: int) -> bool:
    """Whether the first or last level stands off from the others: on two or three pages the plan's own words may happen to be the same."""
    if len(rows) < 2:
        return True
    inner = rows[1 if end == 0 else -2]
    steps = sorted(b[0].base - a[0].base for a, b in zip(rows, rows[1:]))
    usual = min(steps[len(steps) // 2], 2 * inner[0].size)
    return abs(inner[0].base - rows[end][0].base) > 1.4 * usual or abs(inner[0].size - rows[end][0].size) > 0.1 * inner[0].size
