"""The only links between parts of the departments of a plan: who works with whom, and whom it would take to cut them apart.

Departments are linked when they hold a duty of one task (the projection of the graph of departments and tasks). A task of three or more is
a node of its own here, linked with each of them: what hangs together, and what cuts it apart, is the same, and the size stays linear.
Articulation points and bridges by depth-first search: Hopcroft & Tarjan, Algorithm 447 (Communications of the ACM 16, 1973).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphmodel.graph import AccountabilityGraph
from queries.owners import inherited, is_collective, is_standing_office, owner

if TYPE_CHECKING:
    import networkx as nx


Node = tuple[str, bool]  # a department and True, a task of three or more and False
NAMED = 12  # departments of the parts cut off that an entry names


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """Departments without which others fall apart: one (an articulation point), or two whose common work is the only link between two
    parts (a bridge). ``parts``: how many departments each part holds, largest first (of two, each with its own); ``cut_off``: up to
    ``NAMED`` of all parts but the largest; ``tasks``: those that link them."""

    doc: str
    departments: tuple[str, ...]
    parts: tuple[int, ...]
    cut_off: tuple[str, ...]
    tasks: tuple[str, ...]


def bottlenecks(graph: AccountabilityGraph, least: int) -> list[Bottleneck]:
    """The bottlenecks of all plans that cut off parts of at least ``least`` departments, each plan by itself, those that cut off most
    first. Collectives, leading groups and blanket clauses link nobody here: they link everybody."""
    found = []
    for n, doc in enumerate(graph.documents()):
        holders = _holders(graph, doc)
        for entry in links_of(doc, holders, least):
            found.append((-sum(entry.parts[1:]), n, entry.departments, entry))
    return [entry for *_, entry in sorted(found, key=lambda f: f[:3])]


def _holders(graph: AccountabilityGraph, doc: str) -> dict[str, tuple[str, ...]]:
    """Task -> the departments that hold a duty of it, Party committee and government of a place as one (its first)."""
    links = {d: not is_collective(graph, d) and not is_standing_office(graph, d) for d in graph.departments(doc)}
    first: dict[str, str] = {}
    held: dict[str, tuple[str, ...]] = {}
    for task in graph.tasks(doc):
        bodies = [e.source for e in graph.duties_of(task) if links[e.source] and not inherited(e)]
        held[task] = tuple(dict.fromkeys(first.setdefault(owner(graph, d), d) for d in bodies))
    return held


def links_of(doc: str, holders: Mapping[str, tuple[str, ...]], least: int) -> list[Bottleneck]:
    import networkx as nx

    whole: nx.Graph[Node] = nx.Graph()
    tasks: dict[str, list[str]] = {}
    for task, bodies in holders.items():
        for d in bodies:
            tasks.setdefault(d, []).append(task)
        if len(bodies) == 2:
            whole.add_edge((bodies[0], True), (bodies[1], True))
        elif len(bodies) > 2:
            whole.add_edges_from(((task, False), (d, True)) for d in bodies)
    blocks = [frozenset(b) for b in nx.biconnected_components(whole)]
    sides = _sides(blocks)
    held = {c: parts for c, parts in sides.items() if c[1] and len(parts) > 1 and parts[1][0] >= least}
    found = []
    for c, parts in held.items():
        across = [(d, b) for _, b in parts for d in blocks[b] - {c} if len(blocks[b]) == 2 and d in held and len(parts) == len(held[d]) == 2]
        for d, b in across:
            if c < d:
                found.append(_bridge(doc, whole, (c, d), b, held, tasks, holders))
        if not across:
            seeds = [n for _, b in parts[1:] for n in blocks[b] - {c}]
            linking = [t for t in tasks[c[0]] if any((o, True) in seeds or (t, False) in seeds for o in holders[t] if o != c[0])]
            found.append(Bottleneck(doc, (c[0],), tuple(size for size, _ in parts), _reached(whole, seeds, c), tuple(linking)))
    return found


def _bridge(
    doc: str, whole: nx.Graph[Node], pair: tuple[Node, Node], block: int, held: Mapping[Node, list[tuple[int, int]]],
    tasks: Mapping[str, list[str]], holders: Mapping[str, tuple[str, ...]],
) -> Bottleneck:  # fmt: skip
    own = [1 + next(size for size, b in held[n] if b != block) for n in pair]
    small, large = (pair[0], pair[1]) if own[0] < own[1] else (pair[1], pair[0])
    linking = tuple(t for t in tasks[pair[0][0]] if pair[1][0] in holders[t])
    return Bottleneck(doc, (pair[0][0], pair[1][0]), tuple(sorted(own, reverse=True)), _reached(whole, [small], large), linking)


def _sides(blocks: Sequence[frozenset[Node]]) -> dict[Node, list[tuple[int, int]]]:
    """Articulation point -> (departments, block) of each part that its removal leaves, largest first: sums over the block-cut tree."""
    of: dict[Node, list[int]] = {}
    for b, members in enumerate(blocks):
        for n in members:
            of.setdefault(n, []).append(b)
    above: dict[int, Node | None] = {}
    order: list[int] = []
    root: dict[int, int] = {}
    for start in range(len(blocks)):
        if start in above:
            continue
        above[start], waiting = None, [start]
        while waiting:
            b = waiting.pop()
            order.append(b)
            root[b] = start
            for n in blocks[b]:
                for other in of[n]:
                    if other not in above:
                        above[other] = n
                        waiting.append(other)
    below = {b: sum(1 for n in blocks[b] if n[1] and n != above[b]) for b in order}  # without the point above
    for b in reversed(order):
        up = above[b]
        if up is not None:
            parent = next(p for p in of[up] if above[p] != up)
            below[parent] += below[b]
    found: dict[Node, list[tuple[int, int]]] = {}
    for n, held in of.items():
        if len(held) > 1:
            under = sum(below[b] for b in held if above[b] == n)
            parts = [(below[b] if above[b] == n else below[root[b]] - under - n[1], b) for b in held]
            found[n] = sorted(parts, key=lambda p: (-p[0], p[1]))
    return found


def _reached(whole: nx.Graph[Node], seeds: Iterable[Node], without: Node) -> tuple[str, ...]:
    """Up to ``NAMED`` departments that hang together with ``seeds`` when one is taken away."""
    waiting = deque(sorted(seeds))
    met = {without, *waiting}
    found: list[str] = []
    while waiting and len(found) < NAMED:
        n = waiting.popleft()
        if n[1]:
            found.append(n[0])
        for other in whole[n]:
            if other not in met:
                met.add(other)
                waiting.append(other)
    return tuple(found)
