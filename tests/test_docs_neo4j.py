"""docs/neo4j.md is true: its picture is what the code draws, its ten questions run and find what the sample plans hold."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest
from neo4j_server import Neo4jServer

import fengong
from graphmodel.contract import EDGES, ENDS, NODES
from graphmodel.graph import AccountabilityGraph
from queries.twins import parted, twins

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
SAMPLES = sorted((ROOT / "fengong" / "samples").glob("*.txt"))
PAGE = (DOCS / "neo4j.md").read_text(encoding="utf-8")
QUESTIONS = {int(m[1]): m[2] for m in re.finditer(r"^### (\d+)\. .*?^```cypher\n(.*?)^```", PAGE, re.M | re.S)}

# One fact of the samples that the answer to each question must hold: columns and values of one row.
FACTS: dict[int, dict[str, Any]] = {
    1: {"unit": "澄溪县住房和城乡建设局", "tasks": 9, "plans": 1},
    2: {"target": "公共供水管网漏损率", "unit": "%", "year": None, "plans": 2},
    3: {"lead": "沅平市望岭区城市管理局", "helper": "沅平市生态环境局望岭分局", "tasks": 4, "plans": 1},
    4: {"unit": "沅平市财政局", "printed": "财政局"},
    5: {"what": "公共停车泊位1200个", "last": "2025-10-31", "units": ["柏渡县城市管理局"]},
    6: {"task": "规范行政审批中介服务", "helpers": []},
    7: {"watcher": "沅平市望岭区市场监督管理局", "lead": "沅平市望岭区各街道办事处", "tasks": 3},
    8: {"unit": "霁州市财政局", "number": 2, "tasks": 11},
    9: {"names": "云泽省乡村振兴局", "now": "云泽省农业农村厅", "since": "2024-03", "before": True, "tasks": 3},
    10: {"person": "罗远之", "posts": [], "tasks": 8},
}


def test_there_are_ten_questions() -> None:
    assert sorted(QUESTIONS) == list(range(1, 11)) == sorted(FACTS)
    assert PAGE.count("```cypher") == 10


@pytest.mark.parametrize("number", sorted(QUESTIONS))
def test_a_question_finds_what_the_samples_hold(samples_server: Neo4jServer, number: int) -> None:
    defaults, statements = parted(QUESTIONS[number])
    (statement,) = statements
    rows = samples_server.ask(statement, **defaults)
    fact = FACTS[number]
    assert [row for row in rows if all(row[key] == value for key, value in fact.items())], rows[:5]
    assert rows == samples_server.ask(statement, **defaults), "in the same order every time"


OTHERS = """
CREATE (t:Task {id: 'other 1', name: '别人的任务', deadline_kind: 'date', deadline: '2025-11-30'})-[:DUE]->(:Milestone {id: 'other 2', text: '别人的', by: '2025-11'})
CREATE (:Department {id: 'other 3', name: '别人局'})-[:LEADS {basis: 'label', printed: '别人局'}]->(t)<-[:LEADS {basis: 'label', printed: '别局'}]-(:Department {id: 'other 4', name: '别局'})
CREATE (:Department {id: 'other 5', name: '他局'})-[:COOPERATES]->(t)<-[:SUPERVISES]-(:Department {id: 'other 6', name: '她局'})
CREATE (p:Person {id: 'other 7', name: '某人'})-[:OVERSEES]->(t)-[:MEASURED_BY]->(:Indicator {id: 'other 8', name: '别人的指标', value: 3, unit: '%', quote: '三', by: '2025-12'})
CREATE (p)-[:OVERSEES]->(:Task {id: 'other 9', name: '另一任务'}) CREATE (:Indicator {id: 'other 10', name: '别人的指标', value: 4, unit: '%', quote: '四', by: '2025-12'})
"""


def test_nodes_of_other_people_change_no_answer(samples_server: Neo4jServer) -> None:
    def answers() -> list[Any]:
        return [samples_server.ask(*parted(QUESTIONS[number])[1], **parted(QUESTIONS[number])[0]) for number in sorted(QUESTIONS)]

    before = answers()
    samples_server.ask(OTHERS)
    try:
        assert answers() == before and all(before)
    finally:
        samples_server.ask("MATCH (n) WHERE n.id STARTS WITH 'other ' DETACH DELETE n")


def test_all_questions_run_in_cypher_shell_as_they_stand(samples_server: Neo4jServer, tmp_path: Path) -> None:
    (tmp_path / "ten.cypher").write_text("".join(QUESTIONS[number] for number in sorted(QUESTIONS)), encoding="utf-8")
    said = samples_server.shell(tmp_path / "ten.cypher")
    assert all(f'"{value}"' in said for fact in FACTS.values() for value in fact.values() if isinstance(value, str))


def test_only_bodies_of_several_plans_tie_plans_together(samples_server: Neo4jServer, samples_graph: AccountabilityGraph) -> None:
    (statement,) = parted(QUESTIONS[8])[1]
    held: dict[str, set[str]] = {}
    for edge in (e for role in ("LEADS", "COOPERATES", "SUPERVISES") for e in samples_graph.edges(role) if e.target in set(samples_graph.tasks())):
        held.setdefault(str(samples_graph.node(edge.source)["name"]), set()).add(edge.data["doc"])
    assert {row["unit"]: row["number"] for row in samples_server.ask(statement)} == {name: len(docs) for name, docs in held.items() if len(docs) > 1}


def test_a_date_printed_as_a_year_counts_with_its_last_day(samples_server: Neo4jServer) -> None:
    (statement,) = parted(QUESTIONS[5])[1]
    rows = samples_server.ask(statement, **{"from": "2025-12-31", "to": "2025-12-31"})
    assert "行政村5G网络通达率达到90%以上" in {row["what"] for row in rows} and {row["last"] for row in rows} == {"2025-12-31"}
    assert samples_server.ask(statement, **{"from": "2025-13", "to": "'}) DETACH DELETE n //"}) == []


def test_the_answer_to_the_first_question_is_that_of_the_load_table(samples_server: Neo4jServer, samples_graph: AccountabilityGraph) -> None:
    (most, *_) = samples_server.ask(*parted(QUESTIONS[1])[1])
    table = fengong.table("load", samples_graph, lang="en")
    assert (most["unit"], most["tasks"]) == (table["Department"][0], table["Leads"][0])


def test_the_picture_is_what_the_code_draws() -> None:
    spec = importlib.util.spec_from_file_location("neo4j_schema", DOCS / "neo4j_schema.py")
    assert spec and spec.loader
    schema = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(schema)
    drawn = schema.picture()
    assert (DOCS / "neo4j.svg").read_text(encoding="utf-8") == drawn, "run python docs/neo4j_schema.py"
    assert set(schema.NODES) == {kind.capitalize() for kind in NODES}
    told = {word for _, words, *_ in schema.EDGES for word in words}
    assert told == set(EDGES) == set(ENDS)
    for label, (*_, lines) in schema.NODES.items():
        shown = {name.strip() for line in lines for name in line.split(",")}
        assert shown <= set(NODES[label.lower()]), label
    assert "<script" not in drawn and "http://www.w3.org/2000/svg" in drawn


def test_both_pages_name_the_files_and_commands() -> None:
    chinese = (DOCS / "neo4j.zh.md").read_text(encoding="utf-8")
    assert all(f"`{name}.cypher`" in PAGE for name in twins()) and all(name in chinese for name in twins())
    for page in (PAGE, chinese):
        assert all(words in page for words in ("fengong push", "fengong pull", "fengong drop-plan", "fengong query load --uri", "FENGONG_NEO4J_PASSWORD"))
        assert "docker run" in page and "neo4j:5.26-community" in page and "neo4j.svg" in page
    for page in (PAGE, chinese):
        for link in re.findall(r"\]\(([\w./]+)", page):
            assert (DOCS / link).is_file(), link
