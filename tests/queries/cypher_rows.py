"""What the tests of the Cypher twins share: a graph in a server, a statement's rows, and rows that can be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from neo4j_server import Neo4jServer

from graphmodel.graph import AccountabilityGraph
from graphmodel.neo4j import connect, push
from queries.measure import Answer, Row, measures
from queries.twins import Ask, answer, twins
from queries.weighed import weighed


def put(server: Neo4jServer, graph: AccountabilityGraph) -> None:
    """Pushes a graph."""
    with connect(server.uri, server.user, server.password) as connected:
        push(graph, connected, weighed=weighed(graph))


def asking(driver: Any) -> Ask:
    """What puts a statement to a server."""

    def ask(statement: str, parameters: Mapping[str, Any]) -> list[Row]:
        with driver.session() as session:
            return [record.data() for record in session.run(statement, dict(parameters))]

    return ask


def plain(rows: Sequence[Row], keys: Sequence[str]) -> list[Row]:
    """Rows with the columns of the table only, tuples as lists."""
    return [{k: list(row[k]) if isinstance(row[k], tuple) else row[k] for k in keys} for row in rows]


def differences(graph: AccountabilityGraph, ask: Ask, plans: Sequence[str] = (), units: Sequence[str] | None = None) -> list[str]:
    """In which tables the server's rows are not those of the program, value by value, in order."""
    found = [name for name in ("load", "matrix") if shown(measures()[name](graph)) != shown(answer(name, ask, tuple(plans)))]
    for unit in graph.departments() if units is None else units:
        if shown(measures()["department"](graph, unit=unit)) != shown(answer("department", ask, tuple(plans), unit)):
            found.append(f"department {unit}")
    return found + [name for name in PARTS if part(name, graph) != part_there(name, ask, plans)]


def shown(told: Answer) -> tuple[Any, ...]:
    """All that an answer shows."""
    return told.columns, plain(told.rows, [c.key for c in told.columns]), told.notes


# Which rows of the program's table a file answers.
PARTS = {"orphans": lambda row: True, "duplicates_by_indicator": lambda row: row["what"] == "target"}


def part(name: str, graph: AccountabilityGraph) -> list[Row]:
    """The rows of the program's table that a file answers."""
    question = measures()[twins()[name].measure]
    return plain([row for row in question(graph).rows if PARTS[name](row)], [c.key for c in question.columns])


def part_there(name: str, ask: Ask, plans: Sequence[str] = ()) -> list[Row]:
    """The rows of the file."""
    twin = twins()[name]
    (rows,) = twin.rows(ask, plans=list(plans))
    return plain(rows, [c.key for c in measures()[twin.measure].columns])
