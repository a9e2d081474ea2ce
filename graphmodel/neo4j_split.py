"""A graph plan by plan, as rows for the statements of ``neo4j_push``: what each plan brings, and which departments it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from graphmodel.contract import EDGES, NODES
from graphmodel.graph import AccountabilityGraph, Edge
from graphmodel.neo4j_rows import Properties, Weighed, properties, values, weighed_values
from graphmodel.problems import Problem, readable

Row = list[Any]
Ends = tuple[str, str, str]
"""Kind of the source, type, kind of the target."""


@dataclass(frozen=True, slots=True)
class Part:
    """One plan. ``nodes``: kind → rows (id, ``values``, ``weighed_values``), the document among them; ``names``: id of a department → what this plan knows of it;
    ``edges``: ends and type → rows (source, target, key, then ``values``); ``successions``: SUCCEEDS, which belong to no plan alone."""

    doc: str
    nodes: dict[str, list[Row]] = field(default_factory=dict)
    names: dict[str, Properties] = field(default_factory=dict)
    edges: dict[Ends, list[Row]] = field(default_factory=dict)
    successions: list[Properties] = field(default_factory=list)

    def grounds(self) -> set[tuple[str, ...]]:
        """The jurisdictions of its departments."""
        return {tuple(facts["jurisdiction"] or ()) for facts in self.names.values()}


def parts_of(graph: AccountabilityGraph, weighed: Weighed | None = None) -> Iterator[Part]:
    """The plans of a graph in its order, each with all that a graph of it alone would hold, and with what was ``weighed`` of its nodes.

    Raises ``Problem`` if an edge ties two plans' parts.
    """
    known = weighed or {}
    documents = graph.documents()
    nodes: dict[str, list[tuple[int, str]]] = {doc: [] for doc in documents}
    departments: dict[str, int] = {}
    owners: dict[str, str | None] = {}
    for rank, (id, facts) in enumerate(graph.nx.nodes(data=True)):
        owner = owners[id] = None if facts["kind"] == "department" else graph.document_of(id)
        if owner is None:
            departments[id] = rank
        else:
            nodes[owner].append((rank, id))
    edges: dict[str, list[tuple[int, Edge]]] = {doc: [] for doc in documents}
    successions: list[tuple[int, Edge]] = []
    for rank, edge in enumerate(graph.edges()):
        if edge.type == "SUCCEEDS":
            successions.append((rank, edge))
            continue
        doc = edge.data["doc"]
        if owners[edge.source] not in (doc, None) or owners[edge.target] not in (doc, None):
            raise _tied(edge)
        edges[doc].append((rank, edge))
    last = list(accumulate((max(rank for rank, _ in own) for own in nodes.values()), max))
    named = _named(graph, departments, edges, last)
    printed = _printed(graph, departments, named, edges)
    number = graph.nx.number_of_edges()
    derived = _derived(graph) if len(documents) > 1 else set()
    kinds = {id: facts["kind"] for id, facts in graph.nx.nodes(data=True)}
    for doc in documents:
        part = Part(doc)
        for rank, id in nodes[doc]:
            facts = graph.node(id)
            part.nodes.setdefault(facts["kind"], []).append([id, *values(facts, NODES[facts["kind"]], rank), *weighed_values(facts["kind"], known.get(id, {}))])
        for id in sorted(named[doc], key=departments.__getitem__):
            facts = {**graph.node(id), "printed": printed[doc, id]}
            part.names[id] = properties(facts, NODES["department"]) | {"rank": departments[id]}
        again: dict[tuple[str, str, str], int] = {}
        for rank, edge in edges[doc]:
            ends = kinds[edge.source], edge.type, kinds[edge.target]
            key = edge.key
            if len(documents) > 1 and ends[0] == ends[2] == "department":
                key = _own_key(edge, again)
                rank += number  # an earlier plan's edge between the two brought it forward: in its plan it comes last
            part.edges.setdefault(ends, []).append([edge.source, edge.target, key, *values(edge.data, EDGES[edge.type], rank)])
        for rank, edge in successions:
            if (edge.source, edge.target) not in derived and (edge.source in named[doc] or edge.target in named[doc]):
                facts = properties(edge.data, EDGES["SUCCEEDS"])
                part.successions.append({"source": edge.source, "target": edge.target, "key": edge.key, "rank": 2 * number + rank, "facts": facts})
        yield part


def _tied(edge: Edge) -> Problem:
    ends = f"{readable(edge.source)} → {readable(edge.target)}"
    return Problem(
        f"图中 {ends} 这条边连接两份方案的内容，无法按方案写入；请用 fengong graph 重新生成图。",
        f"the edge {ends} ties the parts of two plans together, so no plan can be written alone; write the graph anew with fengong graph.",
    )


def _named(graph: AccountabilityGraph, departments: Mapping[str, int], edges: Mapping[str, list[tuple[int, Edge]]], last: list[int]) -> dict[str, set[str]]:
    """Plan → the departments it names, or lists without naming them: such a one came in before the plan's own last node (``last``, by plan)."""
    found: dict[str, set[str]] = {}
    for doc, own in edges.items():
        addressed = {person["department"] for person in graph.node(doc)["addressees"]}
        found[doc] = addressed | {end for _, edge in own for end in (edge.source, edge.target) if end in departments}
    plans = list(found.values())
    for id, rank in departments.items():
        listed = next((n for n, end in enumerate(last) if rank <= end), len(plans) - 1)
        if not any(id in names for names in plans[: listed + 1]):
            plans[listed].add(id)
    return found


def _printed(
    graph: AccountabilityGraph, departments: Mapping[str, int], named: Mapping[str, set[str]], edges: Mapping[str, list[tuple[int, Edge]]]
) -> dict[tuple[str, str], tuple[str, ...]]:
    """(plan, department) → the forms this plan prints. A graph of several plans keeps one list for all: a form is given to the plans that show it.

    The forms came in plan by plan; so that they come back in the same order, no plan gets one that stands behind a later plan's.
    """
    documents = list(edges)
    if len(documents) == 1:
        return {(documents[0], id): graph.node(id)["printed"] for id in departments}
    shown: set[tuple[str, str]] = {(doc, edge.data["printed"]) for doc, own in edges.items() for _, edge in own if edge.data.get("printed")}
    shown |= {(doc, person["printed"]) for doc in documents for person in graph.node(doc)["addressees"]}
    found: dict[tuple[str, str], tuple[str, ...]] = {(doc, id): () for doc in documents for id in named[doc]}
    for id in departments:
        plans = [doc for doc in documents if id in named[doc]]
        begin = 0
        for form in graph.node(id)["printed"]:
            where = [n for n, doc in enumerate(plans) if n >= begin and ((doc, form) in shown or (form and form in graph.text_of(doc)))] or [begin]
            begin = where[0]
            for n in where:
                found[plans[n], id] += (form,)
    return found


def _derived(graph: AccountabilityGraph) -> set[tuple[str, str]]:
    """The successions that the reforms tell for several plans: they are found again, and no single plan holds them."""
    from graphmodel.succession import successions

    return {(newer, older) for newer, older, _ in successions(graph)}


def _own_key(edge: Edge, again: dict[tuple[str, str, str], int]) -> str:
    """The key an edge between departments has in a graph of its plan alone: without the #2 that another plan's edge brought it."""
    plain = f"{edge.type}@{edge.data['span'][0]}"
    if edge.key != plain and not edge.key.startswith(f"{plain}#"):
        return edge.key
    n = again[edge.source, edge.target, plain] = again.get((edge.source, edge.target, plain), 0) + 1
    return plain if n == 1 else f"{plain}#{n}"
