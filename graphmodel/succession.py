"""Which departments of a graph are the same body before and after a reform (SUCCEEDS), by the dated reforms of ``reforms.py``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graphmodel.plan import Department

if TYPE_CHECKING:
    from graphmodel.graph import AccountabilityGraph


def successions(graph: AccountabilityGraph) -> Iterator[tuple[str, str, str]]:
    """(newer, older, month or day of the reform) for each pair, in the order of the graph. Only bodies of one jurisdiction are compared."""
    from graphmodel.reforms import outdated, succession  # reads the tables of reforms: not needed for a single plan

    grounds: dict[tuple[str, ...], list[Department]] = {}
    for id in graph.departments():
        node = graph.node(id)
        if node["recognised"] and node["collective"] is None:
            grounds.setdefault(node["jurisdiction"], []).append(department_at(graph, id))
    for members in grounds.values():
        for older in members:
            if outdated(older) is None:
                continue
            for newer in members:
                if older is not newer and (on := succession(older, newer)) is not None:
                    yield newer.id, older.id, str(on)


def department_at(graph: AccountabilityGraph, id: str) -> Department:
    """The body that a node stands for."""
    node = graph.node(id)
    return Department(
        id=id,
        name=node["name"],
        jurisdiction=node["jurisdiction"],
        level=node["level"],
        peer_class=node["peer_class"],
        collective=node["collective"],
        recognised=node["recognised"],
        printed=node["printed"],
    )
