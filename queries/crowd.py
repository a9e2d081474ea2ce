"""Tasks on which nearly everybody of a plan is, while the others are held by a few."""

from __future__ import annotations

from dataclasses import dataclass

from graphmodel.graph import AccountabilityGraph
from queries.owners import inherited, is_collective, owner
from queries.robust import far_above, median


@dataclass(frozen=True, slots=True)
class Crowd:
    """Tasks with the same bodies, one a place (党政同责), in the order printed; ``of``: bodies that hold a duty in the plan; ``usual``: the
    median of its tasks."""

    tasks: tuple[str, ...]
    bodies: tuple[str, ...]
    of: int
    usual: float


def crowded(graph: AccountabilityGraph, share: float, least: int) -> list[Crowd]:
    """The tasks of all plans, in their order, on which at least ``least`` bodies and ``share`` (0 to 1) of the plan's stand, far more than
    on its other tasks (queries/robust.py). Collectives and what a blanket clause adds do not count."""
    found = []
    for doc in graph.documents():
        held = {t: _bodies(graph, t) for t in graph.tasks(doc)}
        everybody = {owner(graph, d) for bodies in held.values() for d in bodies}
        counts = [float(len(bodies)) for bodies in held.values() if bodies]
        together: dict[tuple[str, ...], list[str]] = {}
        for task, bodies in held.items():
            if len(bodies) >= least and len(bodies) >= share * len(everybody):
                together.setdefault(bodies, []).append(task)
        found += [Crowd(tuple(tasks), b, len(everybody), median(counts)) for b, tasks in together.items() if far_above(float(len(b)), counts)]
    return found


def _bodies(graph: AccountabilityGraph, task: str) -> tuple[str, ...]:
    one: dict[str, str] = {}
    for edge in graph.duties_of(task):
        if not inherited(edge) and not is_collective(graph, edge.source):
            one.setdefault(owner(graph, edge.source), edge.source)
    return tuple(one.values())
