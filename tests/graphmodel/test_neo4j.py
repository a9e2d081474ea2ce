"""A graph goes into a real Neo4j server and comes back without loss; twice without doubling; other plans stay what they were."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from generated_plans import plans
from hypothesis import HealthCheck, Phase, given, settings
from neo4j_server import Neo4jServer

from graphmodel import files
from graphmodel.contract import EDGES, NODES
from graphmodel.graph import AccountabilityGraph
from graphmodel.neo4j import Server, Written, connect, drop_plan, pull, push
from graphmodel.plan import Department, Duty, Header, Membership, Plan, Source, Task, Unit
from graphmodel.problems import Problem

# not made smaller: each example takes a second
SLOW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.reuse, Phase.generate])
COUNTS = "MATCH (n) WITH count(n) AS nodes OPTIONAL MATCH ()-[r]->() WHERE type(r) <> 'NAMES' RETURN nodes, count(r) AS edges"


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


def clear(server: Server) -> None:
    for row in server.read("MATCH (d:Document) RETURN d.id AS id"):
        drop_plan(server, row["id"])
    assert server.read("MATCH (n) RETURN count(n) AS left") == [{"left": 0}]


def plan(n: int, *tasks: str, units: tuple[str, ...] = ("教育局", "财政局")) -> Plan:
    """Plan ``n`` of 沅平市: each unit leads each of the tasks, named twice in it."""
    text = "\n".join((f"第{n}号分工方案", *(f"{i}.{t}" for i, t in enumerate(tasks, 1)))) + "\n"

    def duties(i: int) -> tuple[Duty, ...]:
        at = text.index(f"{i}.")
        names = [Unit(f"市{u}", (at + k, at + k + 1), f"沅平市/{u}") for u in units for k in range(2)]
        return tuple(Duty("LEADS", "牵", unit, (at, at + 3), "牵头单位", k) for k, unit in enumerate(names, 1))

    found = tuple(Task(t, t, (text.index(f"{i}."), text.index(f"{i}.") + 3), str(i), duties=duties(i)) for i, t in enumerate(tasks, 1))
    departments = tuple(Department(f"沅平市/{u}", f"沅平市{u}", ("沅平市",), printed=(f"市{u}",)) for u in units)
    return Plan(Source(text, f"{n}.txt"), Header(f"第{n}号分工方案", f"沅政发〔2024〕{n}号", "沅平市人民政府"), tasks=found, departments=departments)


def graph(*plans: Plan) -> AccountabilityGraph:
    return AccountabilityGraph.of(plans)


def id_of(plan: Plan) -> str:
    return graph(plan).documents()[0]


# --- without loss --------------------------------------------------------------------------------------------------------------------


@SLOW
@given(plan=plans("甲〔2020〕1号"))
def test_one_plan_comes_back_as_it_was(server: Server, plan: Plan) -> None:
    """Each example takes the place of the one before it if they have one issuer: stale parts would show."""
    pushed = graph(plan)
    push(pushed, server)
    assert everything(pull(server, pushed.documents())) == everything(pushed)


@SLOW
@given(first=plans("甲〔2020〕1号"), second=plans("乙〔2020〕2号"))
def test_plans_pushed_one_by_one_come_back_as_one_graph(server: Server, first: Plan, second: Plan) -> None:
    clear(server)
    for each in (first, second):
        push(graph(each), server)
    assert everything(pull(server)) == everything(graph(first, second))
    for each in (first, second):
        assert everything(pull(server, [id_of(each)])) == everything(graph(each))
    push(graph(first), server)
    assert everything(pull(server)) == everything(graph(first, second))


@SLOW
@given(first=plans("甲〔2020〕1号"), second=plans("乙〔2020〕2号"))
def test_a_graph_of_two_plans_comes_back(server: Server, first: Plan, second: Plan) -> None:
    clear(server)
    push(graph(first, second), server)
    assert everything(pull(server)) == everything(graph(first, second))
    assert server.read("MATCH (n) RETURN count(n) AS n") == [{"n": graph(first, second).nx.number_of_nodes()}]


VALUES = [
    16, -3, 0.1, 1e22, 1e-300, -1.5e300, 2**53 + 1, 2**63 - 1, -(2**63), 2**63, -(2**63) - 1, 10**40, 10**400, True, False, "", "null", "\x00", "\x0b\x1f", "\u2028\x85",
    "𠮷👩\u200d👧", "\ufffe\uffff", "'}) DETACH DELETE n //", "`", "$rows", "\\u0041", [], [1, None, "a"], [[1, 2], []], {"a": [None]}, "长" * 50_000,
]  # fmt: skip


def test_values_of_every_kind_come_back(server: Server, tmp_path: Path) -> None:
    """In a figure where one may stand there, and as attributes that the contract does not know."""
    files.write(graph(plan(1, "建学校", "修道路")), tmp_path / "g.json")
    data = json.loads((tmp_path / "g.json").read_text("utf-8"))
    document = next(n for n in data["nodes"] if n["kind"] == "document")
    task = next(n for n in data["nodes"] if n["kind"] == "task")
    place = {name: task[name] for name in ("doc", "span", "lines")}
    facts = {"kind": "indicator", "name": "n", "op": "=", "quote": "q", "by": None, "value_to": 2.5, **place}
    for n, value in enumerate(VALUES):
        task[f"own {n}"] = document[f"own{n}`"] = value
        if isinstance(value, (int, float, str)) and not isinstance(value, bool) and value != 10**400:  # no figure of a graph
            data["nodes"].append({"id": f"{task['id']}/indicator{n}", **facts, "value": value})
            data["edges"].append(
                {"source": task["id"], "target": f"{task['id']}/indicator{n}", "key": "MEASURED_BY@1", "type": "MEASURED_BY", **place, "own": value}
            )
    document["places"] = [None, "p1", "", "\x00"][: len(document["places"])]
    data["edges"][0]["own"] = VALUES
    (tmp_path / "g.json").write_text(json.dumps(data), "utf-8")
    pushed = files.read(tmp_path / "g.json")
    push(pushed, server)
    assert everything(pull(server)) == everything(pushed)
    push(pushed, server)
    assert everything(pull(server)) == everything(pushed)
    assert server.read("MATCH (i:Indicator) WHERE i.value > 1e39 AND i.value < 1e41 RETURN count(i) AS big") == [{"big": 1}]


def test_files_are_the_same_to_the_byte(server: Server, samples: Path) -> None:
    from fengong import read

    for path in sorted(samples.glob("*.txt")):
        push(graph(read(path)), server)
    again = graph(*(read(path) for path in sorted(samples.glob("*.txt"))))
    assert files.dumps(pull(server)) == files.dumps(again)


# --- as the contract says ------------------------------------------------------------------------------------------------------------


def test_labels_and_types_are_those_of_the_contract(server: Server, samples: Path) -> None:
    from fengong import read

    pushed = graph(*(read(path) for path in sorted(samples.glob("*.txt"))))
    written = push(pushed, server)
    kinds = {kind: n for kind in NODES if (n := sum(facts["kind"] == kind for _, facts in pushed.nx.nodes(data=True)))}
    assert {row["label"]: row["n"] for row in server.read("MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS n")} == {
        kind.capitalize(): n for kind, n in kinds.items()
    }
    types = {type: len(pushed.edges(type)) for type in EDGES if pushed.edges(type)}
    found = {row["type"]: row["n"] for row in server.read("MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS n")}
    assert found.pop("NAMES") > 0
    assert found == types
    assert (written.plans, written.edges) == (len(pushed.documents()), sum(types.values()) - types.get("SUCCEEDS", 0))


def test_every_label_has_its_constraint_and_the_plan_its_index(server: Server) -> None:
    push(graph(plan(1, "建学校")), server)
    unique = {
        row["label"] for row in server.read("SHOW CONSTRAINTS YIELD labelsOrTypes, properties, type WHERE properties = ['id'] RETURN labelsOrTypes[0] AS label")
    }
    assert unique == {kind.capitalize() for kind in NODES}
    states = {row["state"] for row in server.read("SHOW INDEXES YIELD name, state WHERE name STARTS WITH 'fengong_' RETURN state")}
    assert states == {"ONLINE"}


def test_text_is_never_part_of_a_statement(server: Server) -> None:
    hostile = replace(plan(1, "'}) MATCH (n) DETACH DELETE n //", "$rows`) RETURN 1"), header=Header("`) //", "'; DROP", "\"}) SET n.id = ''"))
    push(graph(plan(2, "建学校")), server)
    push(graph(hostile), server)
    assert everything(pull(server, [id_of(hostile)])) == everything(graph(hostile))
    assert everything(pull(server, [id_of(plan(2, "建学校"))])) == everything(graph(plan(2, "建学校")))


# --- twice, and again ----------------------------------------------------------------------------------------------------------------


def test_pushed_twice_nothing_is_doubled(server: Server) -> None:
    pushed = graph(plan(1, "建学校", "修道路"), plan(2, "植树"))
    first = push(pushed, server)
    before = server.read(COUNTS)
    assert push(pushed, server) == replace(first, replaced=2)
    assert server.read(COUNTS) == before == [{"nodes": pushed.nx.number_of_nodes(), "edges": pushed.nx.number_of_edges()}]


def test_a_changed_draft_leaves_exactly_the_new_plan(server: Server) -> None:
    old, new = plan(1, "建学校", "修道路", "办夜校"), plan(1, "建学校", "植树", units=("教育局", "林业局"))
    other = plan(2, "修道路")
    push(graph(old, other), server)
    push(graph(new), server)
    assert everything(pull(server, [id_of(new)])) == everything(graph(new))
    assert everything(pull(server, [id_of(other)])) == everything(graph(other))
    assert server.read(COUNTS) == [{"nodes": graph(new, other).nx.number_of_nodes(), "edges": graph(new, other).nx.number_of_edges()}]
    push(graph(old), server)
    assert everything(pull(server)) == everything(graph(old, other))
    assert server.read("MATCH (x:Department) RETURN count(x) AS n") == [{"n": 2}]


def test_an_id_is_not_taken_from_another_plan(server: Server) -> None:
    """A draft may change its title, or its number, or get one; what has another number and another title is another plan."""
    first = plan(1, "建学校")
    push(graph(first), server)
    for title, number in (("新的标题", first.header.number), ("新的标题", "沅政发〔2024〕9号"), ("又一标题", None), ("第三标题", "沅政发〔2024〕8号")):
        draft = replace(first, header=replace(first.header, name=title, number=number))
        written = push(AccountabilityGraph.of([draft], [id_of(first)]), server)
        assert written.replaced == 1 and server.read("MATCH (d:Document) RETURN d.name AS name, d.number AS number") == [{"name": title, "number": number}]
    other = plan(2, "植树")
    with pytest.raises(Problem, match="is another one: 第三标题（沅政发〔2024〕8号）") as problem:
        push(AccountabilityGraph.of([other], [id_of(first)]), server)
    assert "是另一份方案：第三标题" in problem.value.zh
    assert server.read("MATCH (t:Task) RETURN t.name AS name") == [{"name": "建学校"}]


def test_what_was_weighed_stands_beside_the_graph(server: Server) -> None:
    pushed = graph(plan(1, "建学校", "修道路"))
    goal = f"{id_of(plan(1))}/goal1"
    place = {"doc": id_of(plan(1)), "span": (0, 2), "lines": (1, 1)}
    pushed.nx.add_node(goal, kind="goal", text="目标", section=(), by=None, **place)
    pushed.changed()
    weighed = {goal: {"carriage": "named", "carriers": pushed.tasks()}, pushed.documents()[0]: {"weighed": True}}
    found = "MATCH (g:Goal) MATCH (d:Document) RETURN g.carriage AS carriage, g.carriers AS carriers, d.weighed AS weighed"
    push(pushed, server, weighed=weighed)
    assert server.read(found) == [{"carriage": "named", "carriers": pushed.tasks(), "weighed": True}]
    assert everything(pull(server)) == everything(pushed)
    push(pushed, server)
    assert server.read(found) == [{"carriage": None, "carriers": None, "weighed": None}]


def test_what_other_people_added_stays(server: Server) -> None:
    push(graph(plan(1, "建学校", "修道路")), server)
    server.writing(lambda tx: tx.run("MATCH (t:Task {number: '1'}) SET t:Starred, t.mark = 7 CREATE (:Note {text: 'n'})-[:ABOUT]->(t)").consume())
    server.writing(lambda tx: tx.run("MATCH (t:Task {number: '1'}) MERGE (:Department {id: 'x'})-[:LEADS {since: 2}]->(t) MERGE (:Task {id: 'mine'})").consume())
    draft = plan(1, "建新学校", "修道路")
    push(graph(draft), server)
    assert server.read("MATCH (n:Note)-[:ABOUT]->(t:Starred) RETURN n.text AS n, t.mark AS mark, t.name AS name") == [{"n": "n", "mark": 7, "name": "建新学校"}]
    assert everything(pull(server)) == everything(graph(draft))
    drop_plan(server, id_of(draft))
    assert sorted(row["l"] for row in server.read("MATCH (n) RETURN labels(n)[0] AS l")) == ["Department", "Note", "Task"]


def test_departments_unite_what_their_plans_know(server: Server) -> None:
    first, second = plan(1, "建学校"), plan(2, "修道路")
    known = Department("沅平市/教育局", "沅平市教育局", ("沅平市",), "city", "city bureau", printed=("教育局",))
    second = replace(second, departments=(known, *second.departments[1:]))
    united = "MATCH (x:Department {id: '沅平市/教育局'}) RETURN x.printed AS printed, x.level AS level"
    push(graph(first), server)
    assert server.read(united) == [{"printed": ["市教育局"], "level": None}]
    push(graph(second), server)
    assert server.read(united) == [{"printed": ["市教育局", "教育局"], "level": "city"}]
    push(graph(replace(second, departments=first.departments)), server)
    assert server.read(united) == [{"printed": ["市教育局"], "level": None}]
    push(graph(second), server)
    drop_plan(server, id_of(first))
    assert server.read(united) == [{"printed": ["教育局", "市教育局"], "level": "city"}]


def test_edges_between_departments_belong_to_their_plans(server: Server) -> None:
    """Two plans say at the same place that one body is a member of another: two edges, each with its plan."""
    member = Membership(Unit("市教育局", (0, 1), "沅平市/教育局"), Unit("市财政局", (0, 1), "沅平市/财政局"), "成员", (0, 1))
    first, second = (replace(plan(n, "建学校"), memberships=(member,)) for n in (1, 2))
    push(graph(first, second), server)
    assert len(pull(server).edges("MEMBER_OF")) == 2
    assert everything(pull(server)) == everything(graph(first, second))
    for each in (first, second):
        assert everything(pull(server, [id_of(each)])) == everything(graph(each))
    drop_plan(server, id_of(first))
    assert everything(pull(server)) == everything(graph(second))


def test_a_reform_ties_departments_of_different_plans(server: Server) -> None:
    old = replace(plan(1, "编规划", units=("国土资源局",)), departments=(Department("沅平市/国土资源局", "沅平市国土资源局", ("沅平市",), "city"),))
    new = replace(plan(2, "编规划", units=("自然资源局",)), departments=(Department("沅平市/自然资源局", "沅平市自然资源局", ("沅平市",), "city"),))
    whole = graph(old, new)
    assert len(whole.edges("SUCCEEDS")) == 1
    push(graph(old), server)
    push(graph(new), server)
    assert server.read("MATCH (a)-[r:SUCCEEDS]->(b) RETURN a.name AS a, b.name AS b") == [{"a": "沅平市自然资源局", "b": "沅平市国土资源局"}]
    assert everything(pull(server)) == everything(whole)
    assert pull(server, [id_of(old)]).edges("SUCCEEDS") == []
    push(whole, server)
    assert everything(pull(server)) == everything(whole)


def test_dropped_plans_leave_nothing_and_others_whole(server: Server) -> None:
    first, second = plan(1, "建学校"), plan(2, "修道路", units=("财政局",))
    push(graph(first, second), server)
    gone = drop_plan(server, id_of(first))
    assert gone == Written(1, 3, graph(first).nx.number_of_edges(), grounds=(("沅平市",),))  # document, task, the department that nobody else names
    assert everything(pull(server)) == everything(graph(second))
    drop_plan(server, id_of(second))
    assert server.read(COUNTS) == [{"nodes": 0, "edges": 0}]
    with pytest.raises(Problem, match="no plan"):
        drop_plan(server, id_of(second))


def test_what_is_left_of_a_plan_whose_document_was_deleted_by_hand(server: Server) -> None:
    push(graph(plan(1, "建学校", "修道路")), server)
    server.writing(lambda tx: tx.run("MATCH (d:Document) DETACH DELETE d").consume())
    draft = plan(1, "建学校")
    push(graph(draft), server)
    assert everything(pull(server)) == everything(graph(draft))
    assert server.read(COUNTS) == [{"nodes": graph(draft).nx.number_of_nodes(), "edges": graph(draft).nx.number_of_edges()}]


# --- at the same time ----------------------------------------------------------------------------------------------------------------


def test_concurrent_pushes_do_no_harm(server: Server, empty_server: Neo4jServer) -> None:
    """Four at once, the same departments in all, in opposite orders: of two plans, and of two drafts of one."""
    shared = ("教育局", "财政局", "林业局", "审计局", "商务局")
    drafts = [plan(n, "建学校", "修道路", units=shared[::step]) for n, step in ((1, 1), (2, -1), (3, 1), (3, -1))]
    failed: list[BaseException] = []

    def work(each: Plan) -> None:
        try:
            with connect(empty_server.uri, empty_server.user, empty_server.password) as own:
                for _ in range(4):
                    push(graph(each), own)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=(each,)) for each in drafts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    for each in drafts[:2]:
        assert everything(pull(server, [id_of(each)])) == everything(graph(each))
    assert everything(pull(server, [id_of(drafts[2])])) in [everything(graph(each)) for each in drafts[2:]]
    assert server.read("MATCH (x:Department) RETURN count(x) AS n, count(x._lock) AS locked") == [{"n": 5, "locked": 0}]
