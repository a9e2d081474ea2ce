"""Figures of one plan that contradict one another: one indicator, one scope, one year, and other values; or one value and a bound that is strict
here and not there.

Not a contradiction: values of other years (a trajectory), counts that are parts of a whole, changes against other base years, bounds that leave room
for both, and what differs in what is measured (新建 and 既有, 城市 and 农村).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Any, Literal

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from graphmodel.text import fold
from queries.likeness import bare, bare_unit, coverage, pairs
from queries.places import node_span
from queries.territory import only_peers, owners_of
from queries.wording import core_of

Sort = Literal["values", "parts", "peers", "strictness"]

OWN = 4  # characters of its own that the name of one indicator in two tasks has
OWN_OF_GOAL = 3  # and of one in a goal and a task: 城镇化率
LONG = 5  # a count in two tasks is about the same things only where its name is as long
NEAR = 0.05  # 约300 does not contradict 310
MANY = 40  # printed occurrences of one name that are compared with one another
_HELD = 0.8  # share of its name that stands in the quote itself; less: the name was said before

_SHARE = pattern(r"%|‰")
_RATE = pattern(r"(?:率|比例|比重|占比|浓度|强度|系数|指数|时间|时限|天数|比|度)$")
_NEW = pattern(r"新增|净增|增量|增幅|年均|每年|每月|每季|人均|户均|单位|日均|平均")  # what a figure counts: 新增泊位 and 泊位 are two
_SCOPE = pattern(
    r"中心城区|主城区|建成区|城区|城市|县城|城镇|乡镇|建制镇|农村|行政村|园区|开发区|新建|既有|存量|增量|规模以上|限额以上|重点|国家级|省级|市级|县级"
    r"|试点|大型|中型|小型|[一二三]级|公办|民办|公共|居民|非居民"
)
_TOTAL = pattern(r"累计|共计|合计|总计|总共|[一二三四五]年(?=[^均])")  # 累计完成6000户 and 6000户 are one count
_DIGITS = pattern(r"\d{1,9}(?:\.\d{1,6})?")  # PM2.5 and PM10 are not one indicator
_MARKS = pattern(r"[。;\n\r]")
_TIMES = pattern(r"^(亿|万)(?!分)")  # 万人次  万元/亩
_MORE, _LESS = frozenset({">=", ">"}), frozenset({"<=", "<"})
_LEVEL = _MORE | _LESS | {"=", "~", ".."}
_STRICT = {">": ">=", "<": "<="}
_FACTOR = {"万": 1e4, "亿": 1e8}


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed occurrence. ``value`` and ``top`` in ``unit`` without 万 and 亿; ``kind``: a level, a rise or a fall with its base."""

    id: str
    owner: str
    goal: bool
    name: str
    core: str
    kind: str
    op: str
    value: float
    top: float | None
    unit: str
    year: str
    counts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Figures that contradict one another, in the order of the plan; ``values``: they do; ``parts``: counts in two tasks, perhaps parts of a whole;
    ``peers``: one territorial peer was given another value than the others; ``strictness``: one value, here included and there not (the figures come
    in pairs, the bound that excludes it last)."""

    doc: str
    sort: Sort
    figures: tuple[str, ...]
    owners: tuple[str, ...]


def conflicts(graph: AccountabilityGraph) -> list[Conflict]:
    """The contradictions of all plans, each plan by itself, in the order of the text."""
    found = []
    for doc in graph.documents():
        groups = list(_groups(_figures(graph, doc)))
        here = [c for group in groups for c in _values(graph, doc, group)]
        here += _peers(graph, doc, groups)
        here += _strictness(graph, doc, groups)
        found += sorted(here, key=lambda c: (min(node_span(graph, i) for i in c.figures), c.sort))
    return found


def _figures(graph: AccountabilityGraph, doc: str) -> list[Figure]:
    """The figures that share the words of their name with another one, and whose name stands beside them."""
    by_core: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for indicator in graph.indicators(doc):
        data = graph.node(indicator)
        name = str(data.get("name") or "")
        if name and isinstance(data.get("value"), int | float) and len(core := _core(name)) >= OWN_OF_GOAL:
            by_core[core].append((indicator, core))
    shared = [row for rows in by_core.values() if len(rows) > 1 for row in rows]
    found = []
    for indicator, core in shared:
        data = graph.node(indicator)
        value, name = data["value"], str(data["name"])
        if coverage(pairs(name), pairs(str(data.get("quote") or ""))) < _HELD:
            continue
        owner, (start, _) = graph.owner_of_indicator(indicator), node_span(graph, indicator)
        before = fold(graph.words(doc, (max(0, start - 4), start)))
        unit = bare_unit(str(data.get("unit") or ""))
        times = _TIMES.match(unit)
        factor = _FACTOR[times[1]] if times else 1.0
        top = data.get("value_to")
        found.append(
            Figure(
                indicator, owner, graph.node(owner)["kind"] == "goal", bare(name), core, _kind(data), str(data.get("op")),
                float(value) * factor, float(top) * factor if isinstance(top, int | float) else None, unit[len(times[0]) :] if times else unit,
                str(data.get("by") or graph.node(owner).get("deadline") or "")[:4], frozenset(_NEW.findall(before + name)),
            )
        )  # fmt: skip
    return found


@lru_cache(maxsize=8192)
def _core(name: str) -> str:
    return core_of(_TOTAL.sub("", bare(name)))


def _kind(data: Mapping[str, Any]) -> str:
    op = str(data.get("op"))
    return "level" if op in _LEVEL else f"{op} {data.get('baseline') or ''}"


def _groups(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """The figures of one indicator: the same words of its own, unit and kind, and the same sort of count."""
    held: dict[object, list[Figure]] = defaultdict(list)
    for f in figures:
        held[f.core, f.unit, f.kind, tuple(_DIGITS.findall(f.name)), f.counts, bool(_RATE.search(f.name))].append(f)
    for _, group in sorted(held.items(), key=lambda e: e[1][0].id):
        if 1 < len(group) <= MANY:
            yield group


def _values(graph: AccountabilityGraph, doc: str, group: Sequence[Figure]) -> Iterator[Conflict]:
    """The contradictions among the figures of one indicator: one that holds all goals and tasks with another value."""
    against = [(a, b) for a, b in combinations(group, 2) if _contradict(graph, a, b, group)]
    sure = [pair for pair in against if not _only_counts(graph, *pair)]
    for sort, held in (("values", sure), ("parts", [p for p in against if p not in sure])):
        if held:
            ordered = sorted({f.id: f for pair in held for f in pair}.values(), key=lambda f: node_span(graph, f.id))
            yield Conflict(doc, "values" if sort == "values" else "parts", tuple(f.id for f in ordered), tuple(dict.fromkeys(f.owner for f in ordered)))


def _contradict(graph: AccountabilityGraph, a: Figure, b: Figure, group: Sequence[Figure]) -> bool:
    if _agree(a, b) or node_span(graph, a.id) == node_span(graph, b.id) or (a.goal and b.goal and a.owner != b.owner and a.year != b.year):
        return False
    if not _same_year(a, b, group):
        return False
    if a.goal or b.goal:
        if _of_many(a, b, group):
            return False
        return _whose(a.name) == _whose(b.name)
    if len(a.core) < OWN or a.owner == b.owner and a.year == "" == b.year:
        return False
    if not _is_rate(a) and any(f.goal and a.value + b.value <= f.value for f in group):
        return False  # two parts of the goal's total
    if a.owner != b.owner and only_peers(graph, (a.owner, b.owner)):
        return False
    return _around(graph, a) == _around(graph, b)


def _agree(a: Figure, b: Figure) -> bool:
    """Whether both can hold as they are printed."""
    if {a.op, b.op} & _MORE and {a.op, b.op} & _LESS:
        low, high = (a, b) if a.op in _MORE else (b, a)
        return low.value <= high.value
    if (a.value, a.top) == (b.value, b.top):
        return True
    for one, other in ((a, b), (b, a)):
        if one.op == ".." and one.top is not None and other.top is None and one.value <= other.value <= one.top:
            return True
        if one.op == "~" and abs(one.value - other.value) <= NEAR * abs(one.value):
            return True
    return False


def _same_year(a: Figure, b: Figure, group: Sequence[Figure]) -> bool:
    """Whether they are for one year; a figure without year is for that of the others where they have one year only."""
    if a.year and b.year:
        return a.year == b.year
    return len({f.year for f in group if f.year}) <= 1


def _of_many(a: Figure, b: Figure, group: Sequence[Figure]) -> bool:
    """Whether a count of a task is one of several that make up the goal's."""
    goal, task = (a, b) if a.goal else (b, a)
    if task.goal or _is_rate(task):
        return False
    given = [f.value for f in group if not f.goal and f.unit == goal.unit]
    return len(given) > 1 and all(v <= goal.value for v in given)


def _is_rate(f: Figure) -> bool:
    return bool(_SHARE.search(f.unit) or _RATE.search(f.name)) or f.kind != "level"


def _only_counts(graph: AccountabilityGraph, a: Figure, b: Figure) -> bool:
    return not (a.goal or b.goal or _is_rate(a)) and (len(a.core) < LONG or owners_of(graph, a.owner) != owners_of(graph, b.owner))


def _whose(words: str) -> frozenset[str]:
    return frozenset(_SCOPE.findall(words))


def _around(graph: AccountabilityGraph, f: Figure) -> frozenset[str]:
    """The words of scope in the figure's sentence up to the figure."""
    doc = graph.document_of(f.owner)
    start, end = node_span(graph, f.id)
    text = fold(graph.words(doc, (max(node_span(graph, f.owner)[0], start - 80), end)))
    before = [m.end() for m in _MARKS.finditer(text[: max(0, len(text) - (end - start))])]
    return _whose(text[before[-1] if before else 0 :])


def _peers(graph: AccountabilityGraph, doc: str, groups: Sequence[Sequence[Figure]]) -> Iterator[Conflict]:
    """A value of one peer that differs from the one all others have, where the peers' other figures are mostly the same."""
    parallel = [g for g in groups if _is_rate(g[0]) and (own := [f for f in g if not f.goal]) and len({f.owner for f in own}) == len(own) > 2]
    alike: dict[frozenset[frozenset[str]], list[list[Figure]]] = defaultdict(list)
    for group in parallel:
        own = [f for f in group if not f.goal and only_peers(graph, [f.owner, *(g.owner for g in group if g.owner != f.owner and not g.goal)][:2])]
        if len(own) > 2:
            alike[frozenset(owners_of(graph, f.owner) for f in own)].append(own)
    for group in (g for held in alike.values() for g in held):
        values = [f.value for f in group]
        usual = max(sorted(set(values)), key=values.count)
        others = [g for g in alike[frozenset(owners_of(graph, f.owner) for f in group)] if g is not group]
        if values.count(usual) == len(values) - 1 and 2 * sum(len({f.value for f in g}) == 1 for g in others) > len(others):
            yield Conflict(doc, "peers", tuple(f.id for f in group), tuple(f.owner for f in group))


def _strictness(graph: AccountabilityGraph, doc: str, groups: Sequence[Sequence[Figure]]) -> Iterator[Conflict]:
    """Bounds that exclude their value where another place includes it, by the goal or task that excludes it."""
    held: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for group in groups:
        for strict in group:
            for plain in group:
                if _STRICT.get(strict.op) == plain.op and strict.value == plain.value and strict.owner != plain.owner and _same_year(strict, plain, group):
                    held[strict.owner].append((plain.id, strict.id, plain.owner))
                    break
    for owner, rows in sorted(held.items()):
        yield Conflict(doc, "strictness", tuple(i for plain, strict, _ in rows for i in (plain, strict)), tuple(dict.fromkeys([*(o for *_, o in rows), owner])))
