"""Plans into a server: the schema, and what happens in the one transaction in which a plan replaces its older draft.

No statement is waited for unless its answer is needed: the driver packs the next one while the server works. Everything from a plan is a
parameter; labels and types in the statements are those of the contract. Beside the contract stand ``rank`` (the order of the graph), ``key`` and
``more`` and WEIGHED (``neo4j_rows``); on documents ``pushed`` (first come, first numbered) and ``pushes``; and the relationship NAMES from a document to each
department it names, with what this plan knows of it. A department's own properties unite what its plans know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphmodel.contract import EDGES, NODES
from graphmodel.graph import AccountabilityGraph
from graphmodel.neo4j_problems import another_plan, taken
from graphmodel.neo4j_pull import BETWEEN_DEPARTMENTS, EDGES_OF_PLANS
from graphmodel.neo4j_rows import LABELS, PLACED, WEIGHED, Properties, Transaction, attributes, batches, columns, properties, settings

if TYPE_CHECKING:
    from graphmodel.neo4j_split import Ends, Part, Row

SCHEMA: Mapping[str, str] = {
    **{f"fengong_{kind}_id": f"CREATE CONSTRAINT fengong_{kind}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE" for kind, label in LABELS.items()},
    **{f"fengong_{kind}_doc": f"CREATE INDEX fengong_{kind}_doc IF NOT EXISTS FOR (n:{LABELS[kind]}) ON (n.doc)" for kind in PLACED},
    **{f"fengong_{type}_doc": f"CREATE INDEX fengong_{type}_doc IF NOT EXISTS FOR ()-[r:{type}]-() ON (r.doc)" for type in BETWEEN_DEPARTMENTS},
    **{
        f"fengong_{kind}_{name}": f"CREATE INDEX fengong_{kind}_{name} IF NOT EXISTS FOR (n:{LABELS[kind]}) ON (n.{name})"
        for kind, name in (("document", "pushed"), ("department", "name"), ("department", "jurisdiction"), ("indicator", "name"), ("task", "deadline"))
    },
}
"""Name of each constraint and index → the statement that makes it."""

# A document that somebody deleted by hand leaves the rest of its plan behind.
_LEFT = "RETURN " + " OR ".join(f"EXISTS {{ MATCH (:{LABELS[kind]} {{doc: $doc}}) }}" for kind in PLACED)


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, or taken out: plans, nodes, relationships (those of the contract; a department counts in each plan that names it); how many of the
    plans took the place of an older draft; the jurisdictions touched."""

    plans: int = 0
    nodes: int = 0
    edges: int = 0
    replaced: int = 0
    grounds: tuple[tuple[str, ...], ...] = ()

    def __add__(self, other: Written) -> Written:
        return Written(self.plans + other.plans, self.nodes + other.nodes, self.edges + other.edges, self.replaced + other.replaced)


def push_in(tx: Transaction, part: Part) -> Written:
    """Makes the server hold exactly this plan under its id. Raises ``Problem`` if a node of its ids is somebody else's, or the id another plan's."""
    fresh, older = _lock_document(tx, part.doc)
    _check_draft(part, older)
    before: dict[str, Properties] = {} if fresh else _names(tx, part.doc)
    held = _lock_departments(tx, {*before, *part.names})
    if not fresh:
        _clear_nodes(tx, part)
        _clear_edges(tx, part)
    results = [result for kind, rows in part.nodes.items() for result in _write_nodes(tx, part.doc, kind, rows)]
    for ends, edges in part.edges.items():
        _write_edges(tx, part.doc, ends, edges, fresh)
    _write_names(tx, part.doc, part.names, before)
    _write_successions(tx, part.doc, part.successions, fresh)
    _number(tx, part.doc)
    if fresh:
        united = {id: _united(id, ([held[id]] if "printed" in held[id] else []) + [facts]) for id, facts in part.names.items()}
        _release(tx, held, united)
    else:
        changed = [id for id in held if _differs(before.get(id), part.names.get(id))]
        _release(tx, held, _united_anew(tx, changed))
    _check_written(tx, part.doc, results)
    nodes = sum(map(len, part.nodes.values())) + len(part.names)
    return Written(1, nodes, sum(map(len, part.edges.values())) + len(part.successions), int(older is not None))


def drop_in(tx: Transaction, doc: str) -> Written | None:
    """Takes a plan out, and the departments no other plan names. None if there is no such plan."""
    if not tx.run("MATCH (d:Document {id: $doc}) WHERE d.rank IS NOT NULL SET d._lock = true RETURN d.id", doc=doc).values():
        return None
    before = _names(tx, doc)
    held = _lock_departments(tx, before)
    edges = sum(1 for _ in _edges_of(tx, doc))
    nodes = 1
    for type in BETWEEN_DEPARTMENTS:
        tx.run(f"MATCH (:Department)-[r:{type} {{doc: $doc}}]->(:Department) WHERE r.rank IS NOT NULL DELETE r", doc=doc)
    for kind in PLACED:
        ids = [row["id"] for row in tx.run(f"MATCH (n:{LABELS[kind]} {{doc: $doc}}) WHERE n.rank IS NOT NULL RETURN n.id AS id", doc=doc)]
        nodes += len(ids)
        _delete(tx, kind, ids)
    _write_successions(tx, doc, (), fresh=False)
    tx.run("MATCH (d:Document {id: $doc}) DETACH DELETE d", doc=doc)
    united = _united_anew(tx, list(held))
    _release(tx, held, united)
    gone = sum(facts is None for facts in united.values())
    grounds = {tuple(facts.get("jurisdiction") or ()) for facts in before.values()}
    return Written(1, nodes + gone, edges, grounds=tuple(sorted(grounds)))


def tie_in(tx: Transaction, grounds: Iterable[tuple[str, ...]]) -> None:
    """SUCCEEDS between the departments of these jurisdictions that are one body before and after a reform, whatever plans name them."""
    from graphmodel.succession import successions

    facts = tx.run(
        "UNWIND $grounds AS ground MATCH (x:Department) WHERE x.jurisdiction = ground AND x.recognised AND x.collective IS NULL "
        "RETURN x.id AS id, properties(x) AS facts ORDER BY id",
        grounds=[list(ground) for ground in grounds],
    )
    graph = AccountabilityGraph()
    for row in facts:
        graph.nx.add_node(row["id"], **_department(row["id"], row["facts"]))
    graph.changed()
    rows = [{"newer": newer, "older": older, "on": on, "key": f"SUCCEEDS@{on}"} for newer, older, on in sorted(successions(graph))]
    for batch in batches(rows):
        tx.run(
            "UNWIND $rows AS row MATCH (a:Department {id: row.newer}) MATCH (b:Department {id: row.older}) SET a._lock = true "
            "MERGE (a)-[r:SUCCEEDS]->(b) ON CREATE SET r.on = row.on, r.key = row.key, r.plans = [], r.ranks = [] REMOVE a._lock",
            rows=batch,
        )


def _lock_document(tx: Transaction, doc: str) -> tuple[bool, Properties | None]:
    """Whether nothing of the plan is here, and what its document says if that is here. Two pushes of one plan come one after the other."""
    (found,) = tx.run("MERGE (d:Document {id: $doc}) SET d._lock = true RETURN properties(d) AS facts", doc=doc).value()
    if "rank" in found:
        return False, found
    if len(found) > 2:  # beside id and lock
        raise taken("Document", doc, None)
    return not tx.run(_LEFT, doc=doc).value()[0], None


def _check_draft(part: Part, older: Properties | None) -> None:
    """An older draft has the same number, or at least the same title, or no number yet."""
    row = dict(zip(("id", *columns(NODES["document"])), part.nodes["document"][0]))
    if older and older.get("number") and row["number"] and older["number"] != row["number"] and older.get("name") != row["name"]:
        raise another_plan(part.doc, f"{older.get('name') or ''}（{older['number']}）")


def _names(tx: Transaction, doc: str) -> dict[str, Properties]:
    rows = tx.run("MATCH (:Document {id: $doc})-[r:NAMES]->(x:Department) RETURN x.id AS id, properties(r) AS facts", doc=doc)
    return {row["id"]: row["facts"] for row in rows}


def _lock_departments(tx: Transaction, ids: Iterable[str]) -> dict[str, Properties]:
    """Makes the departments if they are not there and locks them, always in the same order: of two pushes one waits, neither dies."""
    held: dict[str, Properties] = {}
    for batch in batches(sorted(ids)):
        for row in tx.run("UNWIND $ids AS id MERGE (x:Department {id: id}) SET x._lock = true RETURN id, properties(x) AS facts", ids=batch):
            held[row["id"]] = facts = row["facts"]
            if len(facts) > 2 and "printed" not in facts:  # beside id and lock
                raise taken("Department", row["id"], None)
    return held


def _clear_nodes(tx: Transaction, part: Part) -> None:
    for kind in PLACED:
        new = {row[0] for row in part.nodes.get(kind, ())}
        there = tx.run(f"MATCH (n:{LABELS[kind]} {{doc: $doc}}) WHERE n.rank IS NOT NULL RETURN n.id AS id", doc=part.doc)
        _delete(tx, kind, [row["id"] for row in there if row["id"] not in new])


def _delete(tx: Transaction, kind: str, ids: Sequence[str]) -> None:
    for batch in batches(ids):
        tx.run(f"UNWIND $ids AS id MATCH (n:{LABELS[kind]} {{id: id}}) DETACH DELETE n", ids=batch)


def _edges_of(tx: Transaction, doc: str) -> Iterable[Mapping[str, Any]]:
    for statement in EDGES_OF_PLANS:
        yield from tx.run(statement, docs=[doc])


def _clear_edges(tx: Transaction, part: Part) -> None:
    new = {(row[0], type, *row[1:3]) for (_, type, _), rows in part.edges.items() for row in rows}
    there = ((row["element"], (row["source"], row["type"], row["target"], row["key"])) for row in _edges_of(tx, part.doc))
    stale = [element for element, edge in there if edge not in new]
    for elements in batches(stale):
        tx.run("UNWIND $elements AS element MATCH ()-[r]->() WHERE elementId(r) = element DELETE r", elements=elements)


def _write_nodes(tx: Transaction, doc: str, kind: str, rows: Sequence[Row]) -> list[tuple[Any, str, Sequence[Row]]]:
    """Gives for each statement its result, to be looked at when the others are on their way, the label and the rows."""
    owner = "" if kind == "document" else "ON CREATE SET n.doc = $doc WITH n, row WHERE n.doc = $doc"
    sets = settings("n", NODES[kind], 1, WEIGHED.get(kind, ()))
    statement = f"UNWIND $rows AS row MERGE (n:{LABELS[kind]} {{id: row[0]}}) {owner} SET {sets} RETURN count(*) AS written"
    return [(tx.run(statement, rows=batch, doc=doc), LABELS[kind], batch) for batch in batches(rows)]


def _check_written(tx: Transaction, doc: str, results: Iterable[tuple[Any, str, Sequence[Row]]]) -> None:
    for result, label, batch in results:
        if result.single(strict=True)["written"] != len(batch):
            found = tx.run(
                f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) WHERE n.doc IS NULL OR n.doc <> $doc RETURN id, n.doc AS owner LIMIT 1",
                ids=[row[0] for row in batch], doc=doc,
            ).single(strict=True)  # fmt: skip
            raise taken(label, found["id"], found["owner"])


def _write_edges(tx: Transaction, doc: str, ends: Ends, rows: Sequence[Row], fresh: bool) -> None:
    source, type, target = ends
    statement = (
        f"UNWIND $rows AS row MATCH (a:{LABELS[source]} {{id: row[0]}}) MATCH (b:{LABELS[target]} {{id: row[1]}}) "
        f"{'CREATE' if fresh else 'MERGE'} (a)-[r:{type} {{key: row[2], doc: $doc}}]->(b) SET {settings('r', EDGES[type], 3)}"
    )
    for batch in batches(rows):
        tx.run(statement, rows=batch, doc=doc)


def _write_names(tx: Transaction, doc: str, names: Mapping[str, Properties], before: Mapping[str, Properties]) -> None:
    for ids in batches([id for id in before if id not in names]):
        tx.run("UNWIND $ids AS id MATCH (:Document {id: $doc})-[r:NAMES]->(:Department {id: id}) DELETE r", ids=ids, doc=doc)
    for batch in batches({"id": id, "facts": facts} for id, facts in names.items()):
        tx.run(
            "MATCH (d:Document {id: $doc}) UNWIND $rows AS row MATCH (x:Department {id: row.id}) MERGE (d)-[r:NAMES]->(x) SET r = row.facts",
            rows=batch, doc=doc,
        )  # fmt: skip


def _write_successions(tx: Transaction, doc: str, rows: Sequence[Properties], fresh: bool) -> None:
    """One relationship for all plans that hold it; it goes with the last of them."""
    if not fresh:
        tx.run(
            "MATCH (:Document {id: $doc})-[:NAMES]->(:Department)-[r:SUCCEEDS]-(:Department) WHERE $doc IN r.plans "
            "WITH DISTINCT r SET r.ranks = [at IN range(0, size(r.plans) - 1) WHERE r.plans[at] <> $doc | r.ranks[at]] "
            "SET r.plans = [plan IN r.plans WHERE plan <> $doc] WITH r WHERE size(r.plans) = 0 DELETE r",
            doc=doc,
        )
    for batch in batches(rows):
        tx.run(
            "UNWIND $rows AS row MATCH (a:Department {id: row.source}) MATCH (b:Department {id: row.target}) "
            "MERGE (a)-[r:SUCCEEDS {key: row.key}]->(b) SET r += row.facts, r.plans = coalesce(r.plans, []) + $doc, r.ranks = coalesce(r.ranks, []) + row.rank",
            rows=batch, doc=doc,
        )  # fmt: skip


def _number(tx: Transaction, doc: str) -> None:
    """The place among the plans that a new one gets, and how often it came (who reads meanwhile sees that it changed)."""
    last = tx.run("MATCH (d:Document) WHERE d.pushed IS NOT NULL RETURN d.pushed AS last ORDER BY last DESC LIMIT 1").value()
    tx.run(
        "MATCH (d:Document {id: $doc}) SET d.pushed = coalesce(d.pushed, $next), d.pushes = coalesce(d.pushes, 0) + 1 REMOVE d._lock",
        doc=doc, next=(last[0] if last else 0) + 1,
    )  # fmt: skip


def _differs(before: Properties | None, after: Properties | None) -> bool:
    known = {name for facts in (before, after) if facts for name in facts if name != "rank"}
    return before is None or after is None or any(before.get(name) != after.get(name) for name in known)


def _united_anew(tx: Transaction, ids: Sequence[str]) -> dict[str, Properties | None]:
    """What all plans together know of some departments; None for one that no plan names any more."""
    known: dict[str, list[Properties]] = {id: [] for id in ids}
    for batch in batches(ids):
        rows = tx.run("UNWIND $ids AS id MATCH (x:Department {id: id})<-[r:NAMES]-(d:Document) RETURN id, properties(r) AS facts ORDER BY d.pushed, d.id", ids=batch)
        for row in rows:
            known[row["id"]].append(row["facts"])
    return {id: _united(id, facts) if facts else None for id, facts in known.items()}


def _united(id: str, known: Iterable[Properties]) -> Properties:
    from graphmodel.joined import unite

    graph = AccountabilityGraph()
    for facts in known:
        unite(graph, id, _department(id, facts))
    return properties(graph.node(id), NODES["department"])


def _department(id: str, facts: Properties) -> dict[str, Any]:
    found = attributes(facts, NODES["department"], f"node {id}")
    lists = {name: tuple(found.get(name) or ()) for name in ("printed", "jurisdiction")}
    return {"kind": "department", **dict.fromkeys(NODES["department"]), **found, **lists}


def _release(tx: Transaction, held: Mapping[str, Properties], united: Mapping[str, Properties | None]) -> None:
    """Writes what changed of the departments, takes out those nobody names, and unlocks the others."""
    gone = [id for id in held if id in united and united[id] is None]
    _delete(tx, "department", gone)
    rows = ({"id": id, "facts": {**(united.get(id) or {}), "_lock": None}} for id in held if id not in set(gone))
    for batch in batches(rows):
        tx.run("UNWIND $rows AS row MATCH (x:Department {id: row.id}) SET x += row.facts", rows=batch)
