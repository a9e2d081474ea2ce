"""Plans out of a server: statements that only read, and the graph that was pushed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from graphmodel.contract import EDGES, NODES, VERSION
from graphmodel.graph import AccountabilityGraph
from graphmodel.neo4j_problems import no_such_plan
from graphmodel.neo4j_rows import LABELS, PLACED, Transaction, attributes, batches

if TYPE_CHECKING:
    from graphmodel.check import Link, Node

_AT_ONCE = 20  # plans
_PATIENCE = 5

# Only what fengong wrote has a rank: nodes and relationships of other people may stand beside it.
DOCUMENTS = "MATCH (d:Document) WHERE d.rank IS NOT NULL RETURN d.id AS id, d.pushes AS pushes ORDER BY d.pushed, d.id"
_OWN_TYPES = "|".join(type for type in EDGES if type != "SUCCEEDS")
_EDGE = "type(r) AS type, r.key AS key, properties(r) AS facts, elementId(r) AS element"
_DOCUMENT = "UNWIND $docs AS doc MATCH (n:Document {id: doc}) RETURN doc, n.id AS id, properties(n) AS facts"
_NAMES = "UNWIND $docs AS doc MATCH (:Document {id: doc})-[r:NAMES]->(x:Department) RETURN doc, x.id AS id, properties(r) AS facts"
_SUCCESSIONS = (
    "UNWIND $docs AS doc MATCH (:Document {id: doc})-[:NAMES]->(a:Department)-[r:SUCCEEDS]->(b:Department) WHERE doc IN r.plans "
    f"RETURN doc, a.id AS source, b.id AS target, {_EDGE}"
)


def _nodes(label: str) -> str:
    return f"UNWIND $docs AS doc MATCH (n:{label} {{doc: doc}}) WHERE n.rank IS NOT NULL RETURN doc, n.id AS id, properties(n) AS facts"


def _edges() -> Iterator[str]:
    """Statements that together give each edge of some plans once: from a part of the plan, from a department to one, between departments."""
    for kind in ("document", *PLACED):
        own = f"(n:{LABELS[kind]} {{{'id' if kind == 'document' else 'doc'}: doc}})"
        yield f"UNWIND $docs AS doc MATCH {own}-[r:{_OWN_TYPES}]->(m) WHERE r.rank IS NOT NULL RETURN doc, n.id AS source, m.id AS target, {_EDGE}"
    for kind in ("task", "goal", "mechanism", "person"):
        yield (
            f"UNWIND $docs AS doc MATCH (n:{LABELS[kind]} {{doc: doc}})<-[r:{_OWN_TYPES}]-(m:Department) WHERE r.rank IS NOT NULL "
            f"RETURN doc, m.id AS source, n.id AS target, {_EDGE}"
        )
    for type in BETWEEN_DEPARTMENTS:
        yield (
            f"UNWIND $docs AS doc MATCH (a:Department)-[r:{type} {{doc: doc}}]->(b:Department) WHERE r.rank IS NOT NULL "
            f"RETURN doc, a.id AS source, b.id AS target, {_EDGE}"
        )


BETWEEN_DEPARTMENTS = ("MEMBER_OF", "HOSTED_BY")
EDGES_OF_PLANS = tuple(_edges())


def plan_ids(tx: Transaction) -> list[str]:
    """The ids of all plans, in the order in which they first came."""
    return [row["id"] for row in tx.run(DOCUMENTS)]


def pull_plans(tx: Transaction, plans: Sequence[str] | None) -> AccountabilityGraph:
    """One graph of the plans asked for (None: all). Raises ``Problem`` for an id that is not there."""
    known = plan_ids(tx)
    wanted = known if plans is None else list(dict.fromkeys(plans))
    for id in wanted or [""]:
        if id not in set(known):
            raise no_such_plan(id, known)
    graphs = [graph for docs in batches(wanted, _AT_ONCE) for graph in _whole(tx, docs)]
    if len(graphs) == 1:
        return graphs[0]
    from graphmodel.joined import joined

    return joined(graphs)


def _whole(tx: Transaction, docs: Sequence[str]) -> Iterator[AccountabilityGraph]:
    """The graphs of some plans; read anew if one was pushed in between (a transaction sees what others commit meanwhile)."""
    from graphmodel.check import assemble

    for _ in range(_PATIENCE):
        before = _pushes(tx, docs)
        nodes, links = _nodes_of(tx, docs), _links_of(tx, docs)
        if _pushes(tx, docs) == before:
            break
    for doc in docs:
        yield AccountabilityGraph(assemble({"version": VERSION}, nodes[doc], _within(nodes[doc], links[doc])))


def _pushes(tx: Transaction, docs: Sequence[str]) -> list[Any]:
    return [row.values() for row in tx.run("UNWIND $docs AS doc MATCH (d:Document {id: doc}) RETURN d.id, d.pushes", docs=docs)]


def _nodes_of(tx: Transaction, docs: Sequence[str]) -> dict[str, list[Node]]:
    found: dict[str, list[tuple[int, Node]]] = {doc: [] for doc in docs}
    for kind in NODES:
        statement = _DOCUMENT if kind == "document" else _NAMES if kind == "department" else _nodes(LABELS[kind])
        for row in tx.run(statement, docs=docs):
            facts = attributes(row["facts"], NODES[kind], f"node {row['id']}")
            found[row["doc"]].append((row["facts"]["rank"], (row["id"], {"kind": kind, **facts})))
    return {doc: [node for _, node in sorted(own, key=lambda ranked: ranked[0])] for doc, own in found.items()}


def _links_of(tx: Transaction, docs: Sequence[str]) -> dict[str, list[Link]]:
    found: dict[str, list[tuple[int, Link]]] = {doc: [] for doc in docs}
    for statement in (*EDGES_OF_PLANS, _SUCCESSIONS):
        for row in tx.run(statement, docs=docs):
            type = row["type"]
            facts = attributes(row["facts"], EDGES[type], f"edge {row['source']} → {row['target']}")
            found[row["doc"]].append((_rank(row), (row["source"], row["target"], row["key"], {"type": type, **facts})))
    return {doc: [link for _, link in sorted(own, key=lambda ranked: ranked[0])] for doc, own in found.items()}


def _rank(row: Any) -> int:
    """The place among the edges of its plan; a succession belongs to several plans and has one for each."""
    facts = row["facts"]
    rank: int = facts["ranks"][facts["plans"].index(row["doc"])] if row["type"] == "SUCCEEDS" else facts["rank"]
    return rank


def _within(nodes: Sequence[Node], links: Sequence[Link]) -> Iterator[Link]:
    """Without successions of a department that only another plan names."""
    known = {id for id, _ in nodes}
    return (link for link in links if link[3]["type"] != "SUCCEEDS" or link[1] in known)
