"""Several graphs as one: graphs written earlier beside plans read now."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.graph import AccountabilityGraph
from graphmodel.plan import Department
from graphmodel.sheet import add_department


def joined(graphs: Sequence[AccountabilityGraph]) -> AccountabilityGraph:
    """One graph with everything of ``graphs``, in their order; they must have no document in common.

    A department with the same id is one node with all its printed forms; bodies that a reform ties together across the graphs get
    their SUCCEEDS edge.
    """
    whole = AccountabilityGraph()
    for graph in graphs:
        for id, facts in graph.nx.nodes(data=True):
            if facts["kind"] == "department":
                add_department(whole.nx, _department(id, facts))
            else:
                whole.nx.add_node(id, **facts)
        for source, target, key, data in graph.nx.edges(keys=True, data=True):
            whole.nx.add_edge(source, target, key, **data)
    whole.changed()
    whole.succeed()
    return whole


def _department(id: str, facts: dict[str, object]) -> Department:
    known = {name: facts[name] for name in ("name", "jurisdiction", "level", "peer_class", "collective", "recognised", "printed")}
    return Department(id=id, **known)  # type: ignore[arg-type]
