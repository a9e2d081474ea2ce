"""Tables that rules draw: a grid of cells, merged where no rule parts them, each with the letters that stand in it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from loaders.pdf.lines import CLOSERS
from loaders.pdf.page import Letter, Page, Rule

_NEAR = 2.6
"""Points: rules as near as that are one, printed double or in pieces."""
_TOUCH = 3.5
_MOST_MEETINGS = 4_000_000


@dataclass(eq=False, slots=True)
class Cell:
    """``x0`` to ``bottom``: its box in points. ``closed``: a rule is drawn below it."""

    x0: float
    top: float
    x1: float
    bottom: float
    letters: list[Letter] = field(default_factory=list)
    closed: bool = True


@dataclass(slots=True)
class Ruled:
    """``xs``: the edges of its columns; ``rows``: the cell at each place, the same one over all places it is merged over."""

    page: int
    xs: list[float]
    ys: list[float]
    rows: list[list[Cell]]


def ruled_tables(page: Page) -> list[Ruled]:
    """The tables of a page, from the top down; their letters are taken from it. A frame around a text is no table."""
    level, upright = _merged(page.level), _merged(page.upright)
    if len(level) < 2 or len(upright) < 2 or len(level) * len(upright) > _MOST_MEETINGS:
        return []
    out: list[Ruled] = []
    for levels, uprights in _connected(level, upright):
        table = _table(page.number, levels, uprights)
        if table and not any(_inside(table, other) for other in out):
            out = [t for t in out if not _inside(t, table)] + [table]
    out.sort(key=lambda t: (t.ys[0], t.xs[0]))
    for table in out:
        _fill(page, table)
    return [t for t in out if any(c.letters for row in t.rows for c in row)]


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Rules in pieces or printed double made one."""
    lanes: list[list[Rule]] = []
    for rule in sorted(rules):
        if lanes and rule.at - lanes[-1][0].at <= _NEAR:
            lanes[-1].append(rule)
        else:
            lanes.append([rule])
    out = []
    for lane in lanes:
        at = sum(r.at for r in lane) / len(lane)
        start, end = None, 0.0
        for rule in sorted(lane, key=lambda r: r.start):
            if start is None:
                start, end = rule.start, rule.end
            elif rule.start <= end + _TOUCH:
                end = max(end, rule.end)
            else:
                out.append(Rule(at, start, end))
                start, end = rule.start, rule.end
        if start is not None:
            out.append(Rule(at, start, end))
    return [r for r in out if r.end - r.start > 4]


def _connected(level: Sequence[Rule], upright: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """The rules that hang together."""
    count = len(level)
    parent = list(range(count + len(upright)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, a in enumerate(level):
        for j, b in enumerate(upright, count):
            if a.start - _TOUCH <= b.at <= a.end + _TOUCH and b.start - _TOUCH <= a.at <= b.end + _TOUCH:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for i, rule in enumerate([*level, *upright]):
        groups[root(i)][i >= count].append(rule)
    return [g for g in groups.values() if len(g[0]) >= 2 and g[1]]


def _edges(at: Iterable[float], ends: Iterable[float]) -> list[float]:
    """The places of rules, and where the crossing rules end beyond them: a table open at its sides has no rule there."""
    edges: list[float] = []
    for x in sorted(at):
        if not edges or x - edges[-1] > _NEAR:
            edges.append(x)
    ends = sorted(ends)
    if ends[0] < edges[0] - 2 * _TOUCH:
        edges.insert(0, ends[0])
    if ends[-1] > edges[-1] + 2 * _TOUCH:
        edges.append(ends[-1])
    return edges


def _table(page: int, levels: list[Rule], uprights: list[Rule]) -> Ruled | None:
    xs = _edges((u.at for u in uprights), (e for r in levels for e in (r.start, r.end)))
    ys = _edges((r.at for r in levels), (e for u in uprights for e in (u.start, u.end)))
    wide, high = len(xs) - 1, len(ys) - 1
    if wide < 2 or high < 1:
        return None
    right = [[_drawn(uprights, xs[c + 1], ys[r], ys[r + 1]) for c in range(wide)] for r in range(high)]
    below = [[_drawn(levels, ys[r + 1], xs[c], xs[c + 1]) for c in range(wide)] for r in range(high)]
    owner: dict[tuple[int, int], Cell] = {}
    for r in range(high):
        for c in range(wide):
            if (r, c) not in owner:
                _spread(r, c, xs, ys, right, below, owner)
    rows = [[owner[r, c] for c in range(wide)] for r in range(high)]
    if not any(len({id(cell) for cell in row}) > 1 for row in rows):
        return None
    return Ruled(page, xs, ys, rows)


def _spread(r: int, c: int, xs: list[float], ys: list[float], right: list[list[bool]], below: list[list[bool]], owner: dict[tuple[int, int], Cell]) -> None:
    """The cell that begins at a place: over all places that no rule parts from it."""
    wide, high = len(xs) - 1, len(ys) - 1
    last_c = c
    while last_c + 1 < wide and not right[r][last_c] and (r, last_c + 1) not in owner:
        last_c += 1
    last_r = r
    while last_r + 1 < high and not any(below[last_r][c : last_c + 1]) and not any(right[last_r + 1][c:last_c]):
        last_r += 1
    cell = Cell(xs[c], ys[r], xs[last_c + 1], ys[last_r + 1], closed=any(below[last_r][c : last_c + 1]))
    for i in range(r, last_r + 1):
        for j in range(c, last_c + 1):
            owner.setdefault((i, j), cell)


def _drawn(rules: Sequence[Rule], at: float, start: float, end: float) -> bool:
    """Whether a rule covers at least half of the way."""
    covered = sum(max(0.0, min(end, r.end) - max(start, r.start)) for r in rules if abs(r.at - at) <= _NEAR)
    return covered > 0.5 * (end - start)


def _inside(inner: Ruled, outer: Ruled) -> bool:
    a, b = inner, outer
    return a is not b and a.xs[0] >= b.xs[0] - 1 and a.xs[-1] <= b.xs[-1] + 1 and a.ys[0] >= b.ys[0] - 1 and a.ys[-1] <= b.ys[-1] + 1


def _fill(page: Page, table: Ruled) -> None:
    left: list[Letter] = []
    for letter in page.letters:
        # a sign may hang over the edge of its cell
        x = letter.x0 + 0.1 * letter.size if letter.text in CLOSERS else (letter.x0 + letter.x1) / 2
        y = letter.base - 0.35 * letter.size
        if table.xs[0] <= x <= table.xs[-1] and table.ys[0] <= y <= table.ys[-1]:
            r = min(bisect_right(table.ys, y) - 1, len(table.rows) - 1)
            c = min(bisect_right(table.xs, x) - 1, len(table.rows[0]) - 1)
            table.rows[r][c].letters.append(letter)
        else:
            left.append(letter)
    page.letters = left
