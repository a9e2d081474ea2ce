"""Whatever a plan holds, the server counts its duties as the program does: plans that hypothesis makes up, hostile words included."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cypher_rows import asking, plain, put
from hypothesis import HealthCheck, given, settings
from neo4j_server import Neo4jServer

from graphmodel.graph import AccountabilityGraph
from graphmodel.plan import Plan
from queries.measure import measures
from queries.twins import Ask, answer

sys.path.append(str(Path(__file__).resolve().parent.parent / "graphmodel"))
from generated_plans import plans

FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def ask(neo4j_server: Neo4jServer) -> Iterator[Ask]:
    with neo4j_server.driver(notifications_min_severity="OFF", warn_notification_severity="OFF") as made:
        yield asking(made)


@FEW
@given(first=plans("甲〔2020〕1号"), second=plans("乙〔2020〕2号"))
def test_the_load_and_the_marks_of_any_plan(neo4j_server: Neo4jServer, ask: Ask, first: Plan, second: Plan) -> None:
    neo4j_server.start()
    neo4j_server.empty()
    graph = AccountabilityGraph.of([first, second])
    put(neo4j_server, graph)
    for name in ("load", "matrix"):
        here, there = measures()[name](graph), answer(name, ask)
        keys = [column.key for column in here.columns]
        assert plain(there.rows, keys) == plain(here.rows, keys)
        assert name == "matrix" or there.notes == here.notes
