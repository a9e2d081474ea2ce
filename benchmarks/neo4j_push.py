"""Generated plans into a Neo4j server and out again, against one statement a row: seconds, relationships a second, peak memory.

usage: python benchmarks/neo4j_push.py [--plans 100] [--naive-plans 10] [--uri bolt://… --user neo4j, password in FENGONG_NEO4J_PASSWORD]

Without --uri a server of the tests is started (see tests/neo4j_server.py). The naive push sends one MERGE for each node and one for each
relationship, each in its own transaction, as a first script would; it is measured on fewer plans and reckoned a relationship.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent / "tests")]

if TYPE_CHECKING:
    from graphmodel.graph import AccountabilityGraph
    from graphmodel.neo4j import Server
    from graphmodel.plan import Plan


def plan_text(n: int) -> str:
    """Plan number ``n``: 40 tasks, each with a lead, two helpers and a figure."""
    from thousand_plans import THINGS, UNITS, VERBS

    pick = random.Random(n)
    lines = [
        "沅平市人民政府办公室关于印发工作方案的通知",
        f"沅政办发〔2021〕{n}号",
        "各县(市、区)人民政府:",
        "现予印发。",
        "沅平市人民政府办公室",
        "2021年3月5日",
        f"沅平市第{n}号工作方案",
    ]
    for number in "一二三四":
        lines.append(f"{number}、{pick.choice(VERBS)}{pick.choice(THINGS)}")
        for i in range(1, 11):
            a, b, c = pick.sample(UNITS, 3)
            lines.append(
                f"{i}.{pick.choice(VERBS)}{pick.choice(THINGS)}。到2023年底,{pick.choice(THINGS)}覆盖率达到{pick.randint(50, 99)}%。({a}牵头,{b}、{c}按职责分工负责)"
            )
    return "\n".join(lines) + "\n"


def read(n: int) -> Plan:
    from graphmodel.plan import Source
    from loaders.load import load

    return load(Source(plan_text(n), f"{n}.txt"))


def naive(graph: AccountabilityGraph, driver: object) -> None:
    """Every node and every relationship by a statement of its own."""
    from graphmodel.contract import EDGES, NODES
    from graphmodel.neo4j_rows import LABELS, properties

    def some(facts: dict[str, object]) -> dict[str, object]:
        return {k: v for k, v in facts.items() if v is not None}

    with driver.session() as session:  # type: ignore[attr-defined]
        for id, facts in graph.nx.nodes(data=True):
            kind = facts["kind"]
            session.run(f"MERGE (n:{LABELS[kind]} {{id: $id}}) SET n += $facts", id=id, facts=some(properties(facts, NODES[kind]))).consume()
        for edge in graph.edges():
            source, target = (LABELS[graph.node(end)["kind"]] for end in (edge.source, edge.target))
            session.run(
                f"MATCH (a:{source} {{id: $source}}) MATCH (b:{target} {{id: $target}}) MERGE (a)-[r:{edge.type} {{key: $key}}]->(b) SET r += $facts",
                source=edge.source, target=edge.target, key=edge.key, facts=some(properties(edge.data, EDGES[edge.type])),
            ).consume()  # fmt: skip


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def clear(server: Server) -> None:
    from graphmodel.neo4j import drop_plan

    for row in server.read("MATCH (d:Document) RETURN d.id AS id"):
        drop_plan(server, row["id"])


def run(uri: str, user: str, password: str, plans: int, naive_plans: int) -> None:
    import neo4j

    from graphmodel.graph import AccountabilityGraph
    from graphmodel.neo4j import connect, pull, push

    graph = AccountabilityGraph.of([read(n) for n in range(plans)])
    few = AccountabilityGraph.of([read(n) for n in range(naive_plans)])
    nodes, edges = graph.nx.number_of_nodes(), graph.nx.number_of_edges()
    print(f"{plans} plans, {len(graph.tasks())} tasks, {nodes} nodes, {edges} edges")
    with connect(uri, user, password) as server, neo4j.GraphDatabase.driver(uri, auth=(user, password)) as driver:
        clear(server)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        took: dict[str, float] = {}
        for name in ("push, cold", "push, warm", "push, warm again"):
            clear(server)
            took[name] = timed(lambda: push(graph, server))
        took["push of the same again"] = timed(lambda: push(graph, server))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        took["pull"] = timed(lambda: pull(server))
        took["pull again"] = timed(lambda: pull(server))
        for name, seconds in took.items():
            print(f"{name:<24} {seconds:7.2f} s  {edges / seconds:8.0f} relationships/s  {nodes / seconds:8.0f} nodes/s")
        print(f"memory of this process: {before / 1024:.0f} MB before, {peak / 1024:.0f} MB at most after pushing")
        clear(server)
        naive(AccountabilityGraph.of([read(plans)]), driver)
        seconds = timed(lambda: naive(few, driver))
        rate = few.nx.number_of_edges() / seconds
        print(f"{'naive, ' + str(naive_plans) + ' plans, warm':<24} {seconds:7.2f} s  {rate:8.0f} relationships/s  (all {plans} plans: about {edges / rate:.0f} s)")
        print(f"a push is {edges / min(took['push, warm'], took['push, warm again']) / rate:.0f} times faster than the naive one")
        driver.execute_query("MATCH (n) DETACH DELETE n")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=100)
    parser.add_argument("--naive-plans", type=int, default=10)
    parser.add_argument("--uri")
    parser.add_argument("--user", default="neo4j")
    a = parser.parse_args()
    if a.uri:
        run(a.uri, a.user, os.environ["FENGONG_NEO4J_PASSWORD"], a.plans, a.naive_plans)
        return 0

    from neo4j_server import Neo4jServer, jars

    def missing(what: str, how: str) -> None:
        sys.exit(f"{what} is missing: {how}")

    with tempfile.TemporaryDirectory() as folder:
        server = Neo4jServer(Path(folder) / "neo4j", jars(missing))  # type: ignore[arg-type]
        try:
            server.start()
            run(server.uri, server.user, server.password, a.plans, a.naive_plans)
        finally:
            server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
