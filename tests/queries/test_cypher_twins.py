"""The files of ``queries/cypher`` give the rows of the program's own tables: same columns, same values, same order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cypher_rows import asking, differences, part, part_there, put
from generated_tiny import HOSTILE_NAMES, hostile, odd
from neo4j_server import Neo4jServer

import fengong
from graphmodel.graph import AccountabilityGraph
from graphmodel.plan import Hosting, Unit
from queries.measure import UnknownName, measures
from queries.measures.orphans import KINDS
from queries.owners import owner
from queries.twins import Ask, answer, twins

SAMPLES = sorted((Path(fengong.__file__).parent / "samples").glob("*.txt"))


def read(*paths: Path) -> AccountabilityGraph:
    return fengong.graph([fengong.read(p) for p in paths])


@pytest.fixture(scope="module")
def driver(neo4j_server: Neo4jServer) -> Iterator[Any]:
    with neo4j_server.driver(notifications_min_severity="OFF", warn_notification_severity="OFF") as made:
        yield made


@pytest.fixture(scope="module")
def ask(driver: Any) -> Ask:
    return asking(driver)


@pytest.fixture(scope="module")
def samples_read() -> AccountabilityGraph:
    return read(*SAMPLES)


@pytest.fixture
def together(neo4j_server: Neo4jServer, samples_read: AccountabilityGraph) -> AccountabilityGraph:
    """All sample plans, in the server too, and nothing else."""
    neo4j_server.start()
    held = neo4j_server.ask("MATCH (plan:Document) RETURN plan.id AS id ORDER BY plan.pushed")
    if [row["id"] for row in held] != samples_read.documents():
        neo4j_server.empty()
        put(neo4j_server, samples_read)
    return samples_read


def test_all_samples_together(together: AccountabilityGraph, ask: Ask) -> None:
    assert len(together.departments()) > 200 and differences(together, ask) == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda p: p.stem)
def test_one_sample_among_all(together: AccountabilityGraph, ask: Ask, sample: Path) -> None:
    graph = read(sample)
    assert differences(graph, ask, graph.documents(), graph.departments()[:12]) == []


def test_real_plans_together(empty_server: Neo4jServer, ask: Ask, shared: Path) -> None:
    """They hold what no sample does: organs of zones, dated goals, figures a task names without their value."""
    graph = read(*sorted(p for folder in ("seeds", "more/raw") for p in (shared / folder).iterdir() if p.is_file()))
    put(empty_server, graph)
    assert {row["what"] for row in part("orphans", graph)} == set(KINDS) and len(part("duplicates_by_indicator", graph)) >= 5
    assert differences(graph, ask, units=graph.departments()[::25]) == []


def test_what_the_samples_hold(together: AccountabilityGraph) -> None:
    """The rows compared are not none."""
    orphans = part("orphans", together)
    assert len(orphans) > 30 and {row["what"] for row in orphans} >= {"indicator", "no owner", "collective only"}
    assert {row["similarity"] < 1 for row in part("duplicates_by_indicator", together)} == {True, False}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda p: p.stem)
def test_one_sample_alone(empty_server: Neo4jServer, ask: Ask, sample: Path) -> None:
    graph = read(sample)
    put(empty_server, graph)
    assert differences(graph, ask, units=graph.departments()[::5]) == []


def test_one_owner_under_two_names_and_blanket_clauses(empty_server: Neo4jServer, ask: Ask) -> None:
    """What no sample holds: 党政同责, inherited duties, figures of every size, goals with owners, standing offices."""
    tiny = odd()
    graph = tiny.graph()
    put(empty_server, graph)
    both = [d for d in graph.departments() if owner(graph, d).startswith("党政:")]
    assert len({owner(graph, d) for d in both}) == 1 and len(both) == 2
    assert differences(graph, ask) == []
    assert any(row["inherited"] for row in measures()["load"](graph).rows)
    unit = answer("department", ask, unit="沅平市水利局")
    figures = {figure for row in unit.rows for figure in row["indicators"].split(";")}
    assert figures >= {"西河清淤≥0.5处", "西河清淤≥1.77处", "西河清淤≥123456处", "西河清淤≥1处", "改造方式≥分类"}
    assert len(unit.notes) == 2 and "每月通报" in unit.notes[1].zh


def test_a_standing_office_has_no_rank(empty_server: Neo4jServer, ask: Ask) -> None:
    tiny = odd()
    tiny.task("完成督办。", 牵=["市督办专员"])
    office = Unit("市督办专员", (0, 1), tiny.departments["市督办专员"].id)
    tiny.hostings.append(Hosting(office, Unit("市水利局", (0, 1), tiny.departments["市水利局"].id), (0, 2)))
    put(empty_server, tiny.graph())
    ranks = {row["department"]: row["rank"] for row in answer("load", ask).rows}
    assert ranks["沅平市督办专员"] is None and ranks["沅平市水利局"] == 1
    assert differences(tiny.graph(), ask) == []


# --- hostile words -------------------------------------------------------------------------------------------------------------------


def test_hostile_names_do_no_harm(empty_server: Neo4jServer, ask: Ask) -> None:
    """Names, texts and headings that would end a statement, name a parameter or match everything are words, no more."""
    graph = hostile().graph()
    put(empty_server, graph)
    before = empty_server.ask("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS edges")
    assert differences(graph, ask) == []
    assert empty_server.ask("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS edges") == before
    assert before[0]["nodes"] == len(graph.nx)


@pytest.mark.parametrize("words", [*HOSTILE_NAMES, "' OR 1=1 //", "*", ".*", ""])
def test_hostile_questions_do_no_harm(together: AccountabilityGraph, ask: Ask, neo4j_server: Neo4jServer, words: str) -> None:
    number = neo4j_server.ask("MATCH (n) RETURN count(n) AS n")
    with pytest.raises(UnknownName):
        answer("department", ask, unit=words)
    for name in ("load", "matrix"):
        assert answer(name, ask, plans=(words,)).rows == ()
    for name in ("orphans", "duplicates_by_indicator"):
        assert part_there(name, ask, [words]) == []
    assert twins()["department"].rows(ask, units=[words])[0] == []
    assert neo4j_server.ask("MATCH (n) RETURN count(n) AS n") == number


def test_a_name_that_means_several_is_refused_as_ever(ask: Ask, together: AccountabilityGraph) -> None:
    for unit in ("财政局", "市水力居", "水"):
        with pytest.raises(UnknownName) as here:
            measures()["department"](together, unit=unit)
        with pytest.raises(UnknownName) as there:
            answer("department", ask, unit=unit)
        assert (here.value.zh, here.value.en) == (there.value.zh, there.value.en)


def test_data_of_other_people_changes_no_answer(empty_server: Neo4jServer, ask: Ask) -> None:
    graph = odd().graph()
    put(empty_server, graph)
    empty_server.ask(
        "CREATE (:Department {name: '甲'})-[:LEADS]->(:Task {text: '别人的任务'}) CREATE (:Document {name: '别人的文件'}) CREATE (:Goal {text: '目标'})"
    )
    assert differences(graph, ask) == []


def test_an_empty_server_answers_with_nothing(empty_server: Neo4jServer, ask: Ask) -> None:
    for name in ("load", "matrix"):
        told = answer(name, ask)
        assert told.rows == () and told.notes
