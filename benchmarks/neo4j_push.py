"""Generated plans into a Neo4j server and out again, against one statement a row: seconds, relationships a second, peak memory.

usage: python benchmarks/neo4j_push.py [--plans 100] [--naive-plans 10] [--uri bolt://… --user neo4j, password in FENGONG_NEO4J_PASSWORD]

Without --uri a server of the tests is started (see tests/neo4j_server.py). The naive push sends one MERGE for each node and one for each
relationship, as a first script would, with the constraints there already: by the driver's execute_query (a managed transaction each, what the
driver's manual begins with), and by session.run (the least there is). It is measured on fewer plans and reckoned a relationship.
"""

from __future__ import annotations

import argparse
import gc
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


def naive(graph: AccountabilityGraph, ask: Callable[..., object]) -> None:
    """Every node and every relationship by a statement of its own, given to ``ask``."""
    from graphmodel.contract import EDGES, NODES
    from graphmodel.neo4j_rows import LABELS, properties

    def some(facts: dict[str, object]) -> dict[str, object]:
        return {k: v for k, v in facts.items() if v is not None}

    for id, facts in graph.nx.nodes(data=True):
        kind = facts["kind"]
        ask(f"MERGE (n:{LABELS[kind]} {{id: $id}}) SET n += $facts", {"id": id, "facts": some(properties(facts, NODES[kind]))})
    for edge in graph.edges():
        source, target = (LABELS[graph.node(end)["kind"]] for end in (edge.source, edge.target))
        ask(
            f"MATCH (a:{source} {{id: $source}}) MATCH (b:{target} {{id: $target}}) MERGE (a)-[r:{edge.type} {{key: $key}}]->(b) SET r += $facts",
            {"source": edge.source, "target": edge.target, "key": edge.key, "facts": some(properties(edge.data, EDGES[edge.type]))},
        )


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
    gc.collect()
    gc.freeze()  # as the command does
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
        best = edges / min(took["push, warm"], took["push, warm again"])
        with driver.session() as session:
            ways: dict[str, Callable[..., object]] = {"execute_query": driver.execute_query, "session.run": lambda words, given: session.run(words, given).consume()}
            for name, ask in ways.items():
                driver.execute_query("MATCH (n) DETACH DELETE n")
                naive(AccountabilityGraph.of([read(plans)]), ask)
                seconds = timed(lambda ask=ask: naive(few, ask))  # type: ignore[misc]
                rate = few.nx.number_of_edges() / seconds
                print(f"naive, {name:<17} {seconds:7.2f} s  {rate:8.0f} relationships/s  ({naive_plans} plans, warm): a push is {best / rate:.0f} times faster")
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

    from neo4j_server import jars, running

    def missing(what: str, how: str) -> None:
        sys.exit(f"{what} is missing: {how}")

    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "neo4j", jars(missing)) as server:  # type: ignore[arg-type]
        run(server.uri, server.user, server.password, a.plans, a.naive_plans)
    return 0


if __name__ == "__main__":
    sys.exit(main())
