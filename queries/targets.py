"""Targets that stand in several tasks with different owners: one name, value, unit and year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from queries.likeness import bare, bare_unit
from queries.similar import likeness, partners
from queries.territory import by_the_way, only_peers, owners_of
from queries.wording import counted, runs

PAIR = 2
ALIKE = 0.7  # likeness of two names of one target
OBJECT = 0.9  # of two names that count one object, with other verbs before it
_SHARE = pattern(r"%|率$|比例$|比重$|占比$")
NATURAL = (0.0, 1.0, 100.0)  # values that many targets have by nature: only the same name makes them one
_MOST = frozenset({">=", ">", "=", "~", "..", "+", "+%", "+pp", "×"})
_LEAST = frozenset({"<=", "<", "=", "~", "..", "-", "-%", "-pp"})


@dataclass(frozen=True, slots=True)
class SameTarget:
    """Tasks of one plan, in its order, with different owners and the same targets. ``targets``: per target the indicators,
    one or more of each task that prints it; ``similarity``: of the names least alike, 0 to 1."""

    doc: str
    tasks: tuple[str, ...]
    targets: tuple[tuple[str, ...], ...]
    similarity: float


def same_targets(graph: AccountabilityGraph) -> list[SameTarget]:
    """The shared targets of all plans, each plan by itself; those in the same tasks together; the strongest first.

    The same: the same number and unit, no other year, a bound of the same direction, and a name that means the same object,
    or the same object counted behind other verbs.
    Left out: targets in words, what only territorial peers share, tasks without an owner, a text beside the table that
    allots it, one owner who is given a target twice.
    """
    return list(graph.once("same targets", lambda: _ordered(graph)))


def _ordered(graph: AccountabilityGraph) -> list[SameTarget]:
    found = []
    for n, doc in enumerate(graph.documents()):
        aside = by_the_way(graph, doc)
        together: dict[tuple[str, ...], list[tuple[tuple[str, ...], float]]] = defaultdict(list)
        for indicators, similarity in alike_targets(graph, doc):
            allotted = [i for i in indicators if graph.owner_of_indicator(i) not in aside]
            indicators = tuple(allotted) or indicators
            tasks = tuple(dict.fromkeys(graph.owner_of_indicator(i) for i in indicators))
            owners = {owners_of(graph, t) for t in tasks}
            if len(owners) > 1 and not only_peers(graph, tasks):
                together[tasks].append((indicators, similarity))
        for tasks, held in sorted(together.items()):
            held.sort(key=lambda h: graph.node(h[0][0])["span"])
            found.append((n, SameTarget(doc, tasks, tuple(i for i, _ in held), min(s for _, s in held))))
    found.sort(key=lambda e: (-e[1].similarity, -len(e[1].targets), e[0], min(graph.node(i)["span"] for t in e[1].targets for i in t)))
    return [entry for _, entry in found]


def alike_targets(graph: AccountabilityGraph, doc: str) -> list[tuple[tuple[str, ...], float]]:
    """The indicators of the plan's tasks that are one target, whoever owns it, in the plan's order, with the likeness of the names least alike."""
    tasks = {t for t in graph.tasks(doc) if owners_of(graph, t)}
    buckets: dict[object, list[str]] = defaultdict(list)
    for indicator in graph.indicators(doc):
        node = graph.node(indicator)
        if graph.owner_of_indicator(indicator) in tasks and isinstance(node.get("value"), int | float) and bare(str(node.get("name") or "")):
            buckets[round(float(node["value"]), 6), node.get("value_to"), bare_unit(str(node.get("unit") or ""))].append(indicator)
    found = []
    for _, members in sorted(buckets.items(), key=lambda b: str(b[0])):
        found += _one_target(graph, members)
    return found


def _one_target(graph: AccountabilityGraph, members: Sequence[str]) -> list[tuple[tuple[str, ...], float]]:
    """The indicators of one value and unit, gathered by name, year and direction."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for indicator in members:
        by_name[bare(str(graph.node(indicator)["name"]))].append(indicator)
    names = sorted(by_name)
    value, unit = float(graph.node(members[0])["value"]), bare_unit(str(graph.node(members[0]).get("unit") or ""))
    close: dict[str, dict[str, float]] = {name: {name: 1.0} for name in names}
    for i, j in partners(names, PAIR) if value not in NATURAL else ():
        alike = same_name(names[i], names[j])
        if alike < ALIKE and not _SHARE.search(unit) and not _SHARE.search(names[i]):
            alike = OBJECT if counted(names[i]) == counted(names[j]) != "" else alike
        if alike >= ALIKE:
            close[names[i]][names[j]] = close[names[j]][names[i]] = alike
    found: list[tuple[tuple[str, ...], float]] = []
    taken: set[str] = set()
    for name in sorted(names, key=lambda n: (-len(by_name[n]), n)):
        group = [i for other in sorted(close[name]) for i in by_name[other] if i not in taken]
        kept = [i for i in group if all(_goes_with(graph.node(i), graph.node(j)) for j in group)] or _first_kind(graph, group)
        if len({graph.owner_of_indicator(i) for i in kept}) > 1:
            taken.update(kept)
            least = min(close[name][bare(str(graph.node(i)["name"]))] for i in kept)
            found.append((tuple(sorted(kept, key=lambda i: graph.node(i)["span"])), least))
    return found


def _first_kind(graph: AccountabilityGraph, group: Sequence[str]) -> list[str]:
    """Those that go with the first of a group that does not hold together."""
    return [i for i in group if _goes_with(graph.node(group[0]), graph.node(i))]


def same_name(one: str, other: str) -> float:
    """0 to 1: how alike two bare names of a target are; 0 when they name different objects (废纸回收率 / 秸秆回收率)."""
    if one == other:
        return 1.0
    shared = sum(size for _, _, size in runs(one, other))
    short, long = sorted((len(one), len(other)))
    if short < 4 or shared < 0.6 * short or long > 2 * short:
        return 0.0
    return likeness(one, other)


def _goes_with(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether year and direction of two indicators of one value allow them to be one target."""
    a, b = str(one.get("by") or "")[:4], str(other.get("by") or "")[:4]
    ops = {str(one.get("op")), str(other.get("op"))}
    return (not a or not b or a == b) and (ops <= _MOST or ops <= _LEAST)
