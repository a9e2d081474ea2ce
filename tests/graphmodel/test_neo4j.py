"""A graph goes into a real Neo4j server and comes back without loss; twice without doubling; other plans stay what they were."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from generated_plans import plans
from hypothesis import HealthCheck, Phase, given, settings
from neo4j_server import Neo4jServer

from graphmodel.graph import AccountabilityGraph
from graphmodel.neo4j import Server, connect, drop_plan, pull, push
from graphmodel.plan import Plan

# not made smaller: each example takes a second
SLOW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.reuse, Phase.generate])


@pytest.fixture
def server(empty_server: Neo4jServer) -> Iterator[Server]:
    with connect(empty_server.uri, empty_server.user, empty_server.password) as connected:
        yield connected


def everything(graph: AccountabilityGraph) -> object:
    return typed([graph.nx.graph, list(graph.nx.nodes(data=True)), list(graph.nx.edges(keys=True, data=True))])


def typed(value: object) -> object:
    """The value with the types of its numbers: 1, 1.0 and True are equal to Python."""
    if isinstance(value, dict):
        return {k: typed(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(map(typed, value))
    return type(value).__name__, value


@SLOW
@given(plan=plans("甲〔2020〕1号"))
def test_one_plan_comes_back_as_it_was(server: Server, plan: Plan) -> None:
    """Each example replaces the one before it: stale parts would show."""
    graph = AccountabilityGraph.of([plan])
    push(graph, server)
    assert everything(pull(server, graph.documents())) == everything(graph)


@SLOW
@given(first=plans("甲〔2020〕1号"), second=plans("乙〔2020〕2号"))
def test_plans_pushed_one_by_one_come_back_as_one_graph(server: Server, first: Plan, second: Plan) -> None:
    for id in [row["id"] for row in server.read("MATCH (d:Document) RETURN d.id AS id")]:
        drop_plan(server, id)
    assert server.read("MATCH (n) RETURN count(n) AS left") == [{"left": 0}]
    graphs = [AccountabilityGraph.of([plan]) for plan in (first, second)]
    for graph in graphs:
        push(graph, server)
    assert everything(pull(server)) == everything(AccountabilityGraph.of([first, second]))
    for graph in graphs:
        assert everything(pull(server, graph.documents())) == everything(graph)
    push(graphs[0], server)
    assert everything(pull(server)) == everything(AccountabilityGraph.of([first, second]))


@SLOW
@given(first=plans("甲〔2020〕1号"), second=plans("乙〔2020〕2号"))
def test_a_graph_of_two_plans_comes_back(server: Server, first: Plan, second: Plan) -> None:
    for id in [row["id"] for row in server.read("MATCH (d:Document) RETURN d.id AS id")]:
        drop_plan(server, id)
    graph = AccountabilityGraph.of([first, second])
    push(graph, server)
    assert everything(pull(server)) == everything(graph)
