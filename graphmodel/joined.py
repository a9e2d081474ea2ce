"""Several graphs as one: graphs written earlier beside plans read now, plans pulled from a server one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graphmodel.contract import NODES
from graphmodel.graph import AccountabilityGraph
from graphmodel.plan import Department
from graphmodel.problems import Problem, readable
from graphmodel.sheet import add_department, add_edge

_COPIED = ("name", "jurisdiction", "level", "peer_class", "collective", "recognised", "printed")


def joined(graphs: Sequence[AccountabilityGraph]) -> AccountabilityGraph:
    """One graph with everything of ``graphs``, in their order; they must have no document in common.

    A department with the same id is one node with all its printed forms; bodies that a reform ties together across the graphs get
    their SUCCEEDS edge. What two graphs say between the same two departments under one key stays two edges (``#2``).
    Raises ``Problem`` if a task or another part of two plans has one id.
    """
    whole = AccountabilityGraph()
    for graph in graphs:
        for id, facts in graph.nx.nodes(data=True):
            if facts["kind"] == "department":
                unite(whole, id, facts)
            elif id in whole:
                raise _clash(id)
            else:
                whole.nx.add_node(id, **facts)
        for source, target, key, data in graph.nx.edges(keys=True, data=True):
            if data["type"] != "SUCCEEDS":
                add_edge(whole.nx, source, target, key, dict(data))
    for graph in graphs:
        for edge in graph.edges("SUCCEEDS"):
            if not whole.nx.has_edge(edge.source, edge.target, edge.key):
                whole.nx.add_edge(edge.source, edge.target, edge.key, **edge.data)
    whole.changed()
    whole.succeed()
    return whole


def unite(graph: AccountabilityGraph, id: str, facts: Mapping[str, Any]) -> None:
    """Adds a department, or unites it with the one of the same id; of attributes outside the contract the first known stays."""
    add_department(graph.nx, Department(id=id, **{name: facts[name] for name in _COPIED}))
    node = graph.nx.nodes[id]
    for name, value in facts.items():
        if name not in NODES["department"] and node.get(name) is None:
            node[name] = value


def _clash(id: str) -> Problem:
    shown = readable(id)
    return Problem(
        f"两份方案中有同一个编号 {shown}，不能合成一张图；请用 --id 给其中一份另取编号。",
        f"two plans have parts with one id, {shown}, and cannot be one graph; give one another id with --id.",
    )
