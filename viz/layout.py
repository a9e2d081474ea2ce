"""Where everything stands in the network: computed here, the same every time, made for the subject.

Each unit is the middle of a disc; the tasks it leads stand around it in rings, in the plan's order. Discs are placed from the heaviest to the
lightest, each at the free place that is nearest to the middle, to the units it works with, and, for a territorial body, to its peers; a
disc keeps room for the unit's name, so that names never meet. No forces, no iterations to wait for, nothing random.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, cos, hypot, pi, sin, sqrt

Point = tuple[float, float]

STEP = 26.0  # between two tasks of a ring, and between two rings
SATELLITE = 10.0  # from a task to its figures
WIDER = 1.3  # the picture is wider than high, as a screen is
PIXELS = (860.0, 660.0)  # of the canvas on a small screen: names are sized to be read there when the whole is shown
NAME = 13.0  # pixels of a name then
FEW = 160  # discs up to which names get room of their own and places are looked for in many directions
CELL = 160.0
BETWEEN = 60.0  # half of what lies between two plans
GOLDEN = pi * (3 - sqrt(5))  # of so much each next unit turns the directions it looks in, so that many fill the plane


@dataclass(frozen=True, slots=True)
class Group:
    """A unit with what stands around it. ``tasks``: in order; ``lines``: its name, broken; ``leads``: tasks it leads, those that stand
    around another lead too; ``peers``: groups of the same kind seek each other ("" = none); ``works_with``: key of another group -> how
    many tasks they share; ``plan``: where it is named first, for each plan is an island of its own."""

    key: str
    tasks: tuple[str, ...]
    lines: tuple[str, ...]
    leads: int = 0
    peers: str = ""
    works_with: Mapping[str, int] = field(default_factory=dict)
    plan: str = ""


@dataclass(frozen=True, slots=True)
class Disc:
    """A placed group: its middle, the radius of the unit's own mark and of the whole."""

    key: str
    x: float
    y: float
    mark: float
    radius: float


@dataclass(frozen=True, slots=True)
class Layout:
    """``discs`` by key; ``points`` of tasks and figures by id; ``name``: height of a name in the units of the picture; ``islands``: plan ->
    (left, top, right, bottom), where there are several."""

    discs: Mapping[str, Disc]
    points: Mapping[str, Point]
    name: float
    islands: Mapping[str, tuple[float, float, float, float]] = field(default_factory=dict)


def arranged(groups: Sequence[Group], figures: Mapping[str, Sequence[str]]) -> Layout:
    """The places of all groups. ``figures``: task -> ids of its figures, which stand beside it."""
    ordered = sorted(groups, key=lambda g: (-len(g.tasks), -sum(g.works_with.values()), g.key))
    plans = {g.plan: [o for o in ordered if o.plan == g.plan] for g in groups}
    name, islands = NAME, dict[str, tuple[float, float, float, float]]()
    if len(plans) > 1:
        discs, islands = _archipelago(plans)
    else:
        discs = _placed(ordered, name)
    for _ in range(4 if len(ordered) <= FEW and not islands else 0):  # names are sized for the whole picture, and the picture grows with the names
        wanted = NAME / _zoom(discs, name)
        if abs(wanted - name) < 0.4:
            break
        name = wanted
        discs = _placed(ordered, name)
    points: dict[str, Point] = {}
    for group in ordered:
        disc = discs[group.key]
        for task, (x, y) in zip(group.tasks, _rings(len(group.tasks), disc.mark)):
            points[task] = (disc.x + x, disc.y + y)
            points.update(_satellites((disc.x, disc.y), points[task], figures.get(task, ())))
    return Layout(discs, points, name, islands)


def _archipelago(plans: Mapping[str, Sequence[Group]]) -> tuple[dict[str, Disc], dict[str, tuple[float, float, float, float]]]:
    """The groups of each plan by themselves, and the plans beside each other, the largest in the middle."""
    ground, found, islands = _Ground(), dict[str, Disc](), dict[str, tuple[float, float, float, float]]()
    made = {plan: _placed(held, NAME) for plan, held in plans.items()}
    edges = {plan: _edges(discs, NAME) for plan, discs in made.items()}
    for plan in sorted(made, key=lambda p: (-(edges[p][2] - edges[p][0]) * (edges[p][3] - edges[p][1]), p)):
        left, top, right, bottom = edges[plan]
        half, tall = (right - left) / 2 + BETWEEN, (bottom - top) / 2 + BETWEEN
        box = _Box(plan, half, tall, tall)
        best = (float("inf"), 0.0, 0.0)
        for k in range(40):
            best = min(best, _first_free(ground, box, WIDER * cos(pi * k / 20), sin(pi * k / 20), (), (), best[0]))
        box.x, box.y = best[1], best[2]
        ground.put(box)
        dx, dy = box.x - (left + right) / 2, box.y - (top + bottom) / 2
        found |= {d.key: Disc(d.key, round(d.x + dx, 1), round(d.y + dy, 1), d.mark, d.radius) for d in made[plan].values()}
        islands[plan] = (round(left + dx, 1), round(top + dy, 1), round(right + dx, 1), round(bottom + dy, 1))
    return found, islands


def _edges(discs: Mapping[str, Disc], name: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is placed, with room for the lowest names."""
    held = discs.values()
    return (
        min((d.x - d.radius for d in held), default=0.0), min((d.y - d.radius for d in held), default=0.0),
        max((d.x + d.radius for d in held), default=0.0), max((d.y + d.radius + 3 * name for d in held), default=0.0),
    )  # fmt: skip


def mark_of(tasks: int) -> float:
    """The radius of a unit's own mark: its area grows with the tasks it leads."""
    return 7.0 + 4.0 * sqrt(tasks)


def _rings(count: int, mark: float) -> list[Point]:
    """Places around (0, 0), clockwise from the top, ring after ring; the last ring is spaced evenly."""
    found: list[Point] = []
    radius = mark + STEP * 0.9
    while len(found) < count:
        fits = max(1, int(2 * pi * radius / STEP))
        here = min(fits, count - len(found))
        share = here if here > fits * 0.6 or not found else fits
        found += [(radius * sin(2 * pi * k / share), -radius * cos(2 * pi * k / share)) for k in range(here)]
        radius += STEP
    return found


def _satellites(middle: Point, task: Point, figures: Sequence[str]) -> dict[str, Point]:
    """Figures in a fan on the far side of their task."""
    dx, dy = task[0] - middle[0], task[1] - middle[1]
    length = hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    turn = min(0.9, 5.2 / max(1, len(figures)))
    found = {}
    for n, figure in enumerate(figures):
        angle = (n - (len(figures) - 1) / 2) * turn
        found[figure] = (task[0] + SATELLITE * (ux * cos(angle) - uy * sin(angle)), task[1] + SATELLITE * (ux * sin(angle) + uy * cos(angle)))
    return found


def _radius(group: Group) -> float:
    mark = mark_of(group.leads)
    return mark + 4 if not group.tasks else max(hypot(x, y) for x, y in _rings(len(group.tasks), mark)) + STEP * 0.62


@dataclass(slots=True)
class _Box:
    """A disc and the room of its name, from the disc's middle: ``half`` to either side, ``up``, ``down``."""

    key: str
    half: float
    up: float
    down: float
    x: float = 0.0
    y: float = 0.0

    def away(self, other: _Box, x: float, y: float, dx: float, dy: float) -> float:
        """How far this box, standing at (x, y), must go in direction (dx, dy) to be clear of a placed one; 0 if it is."""
        wide, above, below = self.half + other.half, self.down + other.up, self.up + other.down
        left = other.x - x
        top = other.y - y
        if abs(left) >= wide or top >= above or -top >= below:
            return 0.0
        side = (left + wide) / dx if dx > 0 else (left - wide) / dx if dx < 0 else float("inf")
        level = (top + below) / dy if dy > 0 else (top - above) / dy if dy < 0 else float("inf")
        return min(side, level) + 0.01


class _Ground:
    """The boxes that stand already, found by their place."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], list[_Box]] = {}

    def put(self, box: _Box) -> None:
        for cell in self._covered(box, box.x, box.y):
            self.cells.setdefault(cell, []).append(box)

    def step(self, box: _Box, x: float, y: float, dx: float, dy: float) -> float:
        """How far ``box`` at (x, y) must go on to be clear of the first boxes in its way; 0 if the place is free."""
        furthest = 0.0
        for cell in self._covered(box, x, y):
            for other in self.cells.get(cell, ()):
                away = box.away(other, x, y, dx, dy)
                furthest = max(furthest, away)
        return furthest

    @staticmethod
    def _covered(box: _Box, x: float, y: float) -> list[tuple[int, int]]:
        columns = range(int((x - box.half) // CELL), int((x + box.half) // CELL) + 1)
        rows = range(int((y - box.up) // CELL), int((y + box.down) // CELL) + 1)
        return [(c, r) for c in columns for r in rows]


def _placed(groups: Sequence[Group], name: float) -> dict[str, Disc]:
    ground, standing = _Ground(), dict[str, _Box]()
    kin: dict[str, list[_Box]] = {}
    directions = 40 if len(groups) <= FEW else 16
    for n, group in enumerate(groups):
        turn = n * GOLDEN if len(groups) > FEW else 0.0
        ways = [(WIDER * cos(turn + 2 * pi * k / directions), sin(turn + 2 * pi * k / directions)) for k in range(directions)]
        box = _box(group, name if len(groups) <= FEW else 0.0)
        friends = [(standing[key], n) for key, n in sorted(group.works_with.items()) if key in standing]
        peers = kin.setdefault(group.peers, []) if group.peers else []
        best = (float("inf"), 0.0, 0.0)
        for dx, dy in ways:
            best = min(best, _first_free(ground, box, dx, dy, friends, peers, best[0]))
        box.x, box.y = best[1], best[2]
        ground.put(box)
        standing[group.key] = box
        peers.append(box)
    return {g.key: Disc(g.key, round(standing[g.key].x, 1), round(standing[g.key].y, 1), mark_of(g.leads), _radius(g)) for g in groups}


def _box(group: Group, name: float) -> _Box:
    radius = _radius(group)
    wide = max((len(line) for line in group.lines), default=0) * name
    return _Box(group.key, max(radius, wide / 2) + 5, radius + 5, radius + 5 + 1.2 * name * len(group.lines))


def _first_free(
    ground: _Ground, box: _Box, dx: float, dy: float, friends: Sequence[tuple[_Box, int]], peers: Sequence[_Box], bound: float
) -> tuple[float, float, float]:
    """The cost and place of the first free places in one direction; what costs more than ``bound`` is not looked at."""
    at, best = 0.0, (float("inf"), 0.0, 0.0)
    for _ in range(400):
        if at > min(bound, best[0]):
            break
        x, y = at * dx, at * dy
        away = ground.step(box, x, y, dx, dy)
        if away > 0:
            at += away
            continue
        cost = at + _pull(x, y, friends, peers)
        best = min(best, (cost, x, y))
        at += max(box.half, 40.0)
    return best


def _pull(x: float, y: float, friends: Sequence[tuple[_Box, int]], peers: Sequence[_Box]) -> float:
    """How far a place is from those the unit belongs with."""
    told = 0.0
    if friends:
        told += 0.45 * sum(n * hypot(x - b.x, y - b.y) for b, n in friends) / sum(n for _, n in friends)
    if peers:
        told += 0.9 * min(hypot(x - b.x, y - b.y) for b in peers)
    return told


def _zoom(discs: Mapping[str, Disc], name: float) -> float:
    """Pixels a unit of the picture gets when the whole is shown on a small screen."""
    if not discs:
        return 1.0
    left, top, right, bottom = _edges(discs, name)
    return min(PIXELS[0] / max(right - left, 1.0), PIXELS[1] / max(bottom - top, 1.0), 1.6)


def broken(words: str, widest: int = 7, most: int = 3) -> tuple[str, ...]:
    """A name in lines of about the same length, at most ``most``; what does not fit ends with …"""
    words = words if len(words) <= widest * most else words[: widest * most - 1] + "…"
    lines = max(1, ceil(len(words) / widest))
    each = ceil(len(words) / lines) if words else 0
    return tuple(words[n * each : (n + 1) * each] for n in range(lines) if words[n * each : (n + 1) * each])
