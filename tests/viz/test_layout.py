"""Where things stand in the network: nothing covers anything, tasks are near their lead, peers near their peers, the same every time."""

from __future__ import annotations

from itertools import combinations
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viz.layout import FEW, STEP, Group, Layout, arranged, broken, mark_of


def groups(*counts: int, peers: str = "", name: str = "市某某局") -> list[Group]:
    return [Group(f"u{n}", tuple(f"u{n}t{k}" for k in range(count)), broken(name), count, peers) for n, count in enumerate(counts)]


def covering(layout: Layout, held: list[Group]) -> list[tuple[str, str]]:
    """Pairs of discs, and of names, that meet."""
    boxes = {}
    for group in held:
        disc = layout.discs[group.key]
        half = max(disc.radius, layout.name * max(map(len, group.lines), default=0) / 2)
        boxes[group.key] = (disc.x - half, disc.y - disc.radius, disc.x + half, disc.y + disc.radius + 1.18 * layout.name * len(group.lines))
    return [(a, b) for (a, p), (b, q) in combinations(boxes.items(), 2) if p[0] < q[2] - 0.1 and q[0] < p[2] - 0.1 and p[1] < q[3] - 0.1 and q[1] < p[3] - 0.1]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 40), st.text("市区县局委办厅", max_size=24)), max_size=40))
def test_no_disc_and_no_name_covers_another(drawn: list[tuple[int, str]]) -> None:
    held = [Group(f"u{n}", tuple(f"u{n}t{k}" for k in range(count)), broken(name), count) for n, (count, name) in enumerate(drawn)]
    assert covering(arranged(held, {}), held) == []


@pytest.mark.parametrize("count", [1, 2, 7, 8, 30, 150])
def test_tasks_stand_around_their_lead_and_apart_from_each_other(count: int) -> None:
    layout = arranged(groups(count, 3, 5), {})
    disc = layout.discs["u0"]
    points = [layout.points[f"u0t{k}"] for k in range(count)]
    assert all(disc.mark < hypot(x - disc.x, y - disc.y) < disc.radius for x, y in points)
    assert all(hypot(a[0] - b[0], a[1] - b[1]) > STEP * 0.7 for a, b in combinations(points, 2))


def test_figures_stand_beside_their_task() -> None:
    layout = arranged(groups(3), {"u0t1": ["a", "b", "c"], "u0t2": ["d"]})
    for figure, task in (("a", "u0t1"), ("b", "u0t1"), ("c", "u0t1"), ("d", "u0t2")):
        (x, y), (tx, ty) = layout.points[figure], layout.points[task]
        assert 5 < hypot(x - tx, y - ty) < 15
        assert hypot(x - layout.discs["u0"].x, y - layout.discs["u0"].y) > hypot(tx - layout.discs["u0"].x, ty - layout.discs["u0"].y), "on the far side"


def test_the_heaviest_stands_in_the_middle_and_is_largest() -> None:
    layout = arranged(groups(2, 30, 4, 9, 1), {})
    assert (layout.discs["u1"].x, layout.discs["u1"].y) == (0, 0)
    assert max(layout.discs.values(), key=lambda d: d.mark).key == "u1"
    assert [mark_of(n) for n in range(50)] == sorted(mark_of(n) for n in range(50))


def mean_distance(layout: Layout, keys: list[str]) -> float:
    discs = [layout.discs[k] for k in keys]
    pairs = list(combinations(discs, 2))
    return sum(hypot(a.x - b.x, a.y - b.y) for a, b in pairs) / len(pairs)


def test_territorial_peers_stand_together() -> None:
    bureaus = groups(*range(20, 0, -1))
    towns = [Group(f"v{n}", (f"v{n}t",), ("某某镇",), 1, "town") for n in range(5)]
    strangers = [Group(g.key, g.tasks, g.lines, g.leads) for g in towns]
    keys = [g.key for g in towns]
    assert mean_distance(arranged([*bureaus, *towns], {}), keys) < 0.75 * mean_distance(arranged([*bureaus, *strangers], {}), keys)


def test_who_works_together_stands_nearer() -> None:
    bureaus = groups(*([6] * 16))
    friend = {"u3": 9}
    near = arranged([*bureaus, Group("x", (), ("某局",), 0, "", friend)], {})
    apart = [hypot(near.discs["x"].x - near.discs[g.key].x, near.discs["x"].y - near.discs[g.key].y) for g in bureaus]
    assert apart[3] <= sorted(apart)[3]


@pytest.mark.parametrize("count", [0, 1, FEW + 40])
def test_any_number_of_units_has_a_place_the_same_every_time(count: int) -> None:
    held = groups(*(n % 7 for n in range(count)))
    assert arranged(held, {}) == arranged(list(reversed(held)), {})
    assert len(arranged(held, {}).discs) == count


@pytest.mark.parametrize(("words", "lines"), [
    ("", ()), ("市教育局", ("市教育局",)), ("市发展改革委", ("市发展改革委",)), ("市人力资源社会保障局", ("市人力资源", "社会保障局")),
    ("甲" * 15, ("甲" * 5,) * 3), ("甲" * 40, ("甲" * 7, "甲" * 7, "甲" * 6 + "…")),
])  # fmt: skip
def test_names_are_broken_evenly(words: str, lines: tuple[str, ...]) -> None:
    assert broken(words) == lines


def test_each_plan_is_an_island_of_its_own() -> None:
    held = [Group(f"{plan}{g.key}", tuple(plan + t for t in g.tasks), g.lines, g.leads, plan=plan) for plan in "甲乙丙" for g in groups(9, 4, 4, 1, 0)]
    layout = arranged(held, {})
    assert set(layout.islands) == set("甲乙丙") and covering(layout, held) == []
    for key, disc in layout.discs.items():
        left, top, right, bottom = layout.islands[key[0]]
        near = 0.2  # places are rounded
        assert left - near <= disc.x - disc.radius and disc.x + disc.radius <= right + near
        assert top - near <= disc.y - disc.radius and disc.y + disc.radius <= bottom + near
    boxes = list(layout.islands.values())
    assert all(p[2] < q[0] or q[2] < p[0] or p[3] < q[1] or q[3] < p[1] for p, q in combinations(boxes, 2)), "no island lies on another"
    assert arranged(groups(3, 2), {}).islands == {}


def test_many_units_fill_the_plane_and_not_a_few_rays() -> None:
    layout = arranged(groups(*([1] * (FEW + 140))), {})
    xs, ys = ([getattr(d, axis) for d in layout.discs.values()] for axis in "xy")
    area = (max(xs) - min(xs)) * (max(ys) - min(ys))
    assert sum((2 * d.radius) ** 2 for d in layout.discs.values()) > 0.4 * area
