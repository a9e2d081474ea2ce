"""Each question on tiny graphs whose answer can be counted by eye."""

from __future__ import annotations

from typing import Any

import pytest
from tinyplans import Tiny

from graphmodel.graph import AccountabilityGraph
from graphmodel.plan import Hosting, Post, Unit
from queries.measure import Answer, UnknownName, measures, named
from queries.measures.department import resolve_unit
from queries.owners import place_of


def ask(tiny: Tiny, name: str, **options: str) -> Answer:
    return named(name)(tiny.graph(), **options)


def rows(tiny: Tiny, name: str, *keys: str, **options: str) -> list[tuple[Any, ...]]:
    return [tuple(r[k] for k in keys) for r in ask(tiny, name, **options).rows]


def two_districts() -> Tiny:
    tiny = Tiny()
    tiny.body("青岚区委", "district", canonical="中共沅平市青岚区委员会")
    tiny.body("青岚区政府", "district", canonical="沅平市青岚区人民政府")
    tiny.body("市水利局")
    tiny.section("一、重点任务", "一、")
    clause = tiny.line("以下各项均需青岚区政府落实。")
    tiny.task("完成东河清淤。", "1.", 牵=["青岚区委", "青岚区政府"], 配=["市水利局"])
    tiny.task("完成西河清淤。", "2.", [("西河", "西河清淤", 1, "处")], 牵=["市水利局", "青岚区政府"], inherited=[("牵", "青岚区委", clause)])
    tiny.task(
        "完成南渠改造。",
        "3.",
        [("南渠", "南渠改造", 2, "处")],
        牵=["市水利局"],
        责=["青岚区政府"],
        监=["市督查室"],
        inherited=[("牵", "青岚区委", clause)],
    )
    return tiny


def test_load() -> None:
    keys = ("department", "leads", "sole", "joint", "responsible", "cooperates", "supervises", "inherited", "indicators", "share")
    assert rows(two_districts(), "load", *keys) == [
        ("中共沅平市青岚区委员会、沅平市青岚区人民政府", 2, 1, 1, 1, 0, 0, 2, 1, 0.6667),
        ("沅平市水利局", 2, 1, 1, 0, 1, 0, 0, 2, 0.6667),
        ("沅平市督查室", 0, 0, 0, 0, 0, 1, 0, 0, 0.0),
    ]


def test_load_of_nobody() -> None:
    answer = ask(Tiny(), "load")
    assert answer.rows == () and "没有" in answer.notes[0].zh


def test_rank_among_peers() -> None:
    tiny = Tiny()
    for name, n in (("市水利局", 3), ("市住建局", 1), ("市财政局", 1)):
        for i in range(n):
            tiny.task(f"完成{name}第{i}件工作。", 牵=[name])
    tiny.body("青岚区政府", "district")
    tiny.task("完成东河清淤。", 牵=["青岚区政府"])
    found = {r["department"]: (r["rank"], r["peers"]) for r in ask(tiny, "load").rows}
    assert found == {"沅平市水利局": (1, 3), "沅平市住建局": (2, 3), "沅平市财政局": (2, 3), "青岚区政府": (1, 1)}


@pytest.mark.parametrize(("name", "place"), [
    ("中共沅平市青岚区委员会", "沅平市青岚区"), ("沅平市青岚区人民政府", "沅平市青岚区"), ("青岚区党委、政府", "青岚区"),
    ("沅平市各区区委", "沅平市各区"),
    ("沅平市各区人民政府", "沅平市各区"), ("石门镇人民政府", "石门镇"), ("团结街道办事处", "团结街道"),
    ("各县(市、区)政府", "各县(市、区)"),
    ("沅平市发展和改革委员会", None), ("沅平市商务委员会", None), ("沅平市人民政府办公室", None), ("中共沅平市委组织部", None),
    ("共青团沅平市委员会", None),
    ("沅平市水利局", None), ("中国人民政治协商会议沅平市委员会", None),
])  # fmt: skip
def test_party_committee_and_government_of_one_place(name: str, place: str | None) -> None:
    assert place_of(name) == place


def test_overloaded_and_why_not() -> None:
    tiny = Tiny()
    tiny.section("一、重点任务")
    for n in range(6):
        tiny.task(f"完成第{n}件工作。", 牵=[f"市第{n}局"])
    for n in range(9):
        tiny.task(f"完成第{n}项改造。", 牵=["市住建局"])
    tiny.body("青岚区政府", "district")
    tiny.task("完成东河清淤。", 牵=["青岚区政府"])
    answer = ask(tiny, "overloaded")
    assert [(r["department"], r["leads"], r["median"], r["peers"]) for r in answer.rows] == [("沅平市住建局", 9, 1, 7)]
    assert "district (1)" in answer.notes[0].en and "市级部门（7）" in answer.notes[0].zh


def test_the_host_of_the_office_coordinates() -> None:
    tiny = Tiny()
    tiny.section("一、重点任务")
    for n in range(6):
        tiny.task(f"完成第{n}件工作。", 牵=[f"市第{n}局"])
    for n in range(9):
        tiny.task(f"完成第{n}项改造。", 牵=["市住建局"])
    span = tiny.line("领导小组办公室设在市住建局。")
    tiny.hostings.append(Hosting(tiny.unit("领导小组办公室", span), tiny.unit("市住建局", span), span))
    assert rows(tiny, "overloaded", "department", "coordinates") == [("沅平市住建局", True)]


def test_orphans() -> None:
    tiny = Tiny()
    tiny.section("一、工作目标")
    tiny.goal("到2027年,污水处理率达到95%;绿地率达到40%。", [("污水处理率达到95%", "污水处理率", 95, "%"), ("绿地率达到40%", "绿地率", 40, "%")])
    tiny.section("二、重点任务")
    tiny.task("提高绿地率。", "1.", 牵=["市城管局"])
    tiny.task("清理河道。", "2.")
    tiny.task("达标创建。", "3.", 牵=["各县政府"])
    assert rows(tiny, "orphans", "what", "line") == [
        ("indicator", 3), ("indicator without value", 3), ("no owner", 6), ("collective only", 7),
    ]  # fmt: skip


def test_matrix() -> None:
    answer = ask(two_districts(), "matrix")
    assert {r["department"]: [r[c.key] for c in answer.columns[1:]] for r in answer.rows} == {
        "中共沅平市青岚区委员会": ["牵", "(牵)", "(牵)"], "沅平市水利局": ["配", "牵", "牵"], "沅平市青岚区人民政府": ["牵", "牵", "责"],
        "沅平市督查室": ["", "", "监"],
    }  # fmt: skip
    assert [c.zh for c in answer.columns] == ["部门", "一/1", "一/2", "一/3"]
    assert [n.zh for n in answer.notes[1:]] == ["一/1 完成东河清淤", "一/2 完成西河清淤", "一/3 完成南渠改造"]


def test_who_leads_stands_before_whom_only_a_clause_binds() -> None:
    tiny = Tiny()
    clause = tiny.line("以下各项均需各县政府落实。")
    for n in "123":
        tiny.task(f"完成{n}号渠清淤。", f"{n}.", 牵=["市水利局"] if n == "1" else ["市财政局"], inherited=[("牵", "各县政府", clause)])
    assert [r["department"] for r in ask(tiny, "matrix").rows] == ["沅平市财政局", "沅平市水利局", "各县政府"]


def test_department() -> None:
    tiny = two_districts()
    assert rows(tiny, "department", "tier", "task", "with", unit="市水利局") == [
        ("牵", "完成西河清淤", "沅平市青岚区人民政府、中共沅平市青岚区委员会"), ("牵", "完成南渠改造", "中共沅平市青岚区委员会"),
        ("配", "完成东河清淤", "中共沅平市青岚区委员会、沅平市青岚区人民政府"),
    ]  # fmt: skip


@pytest.mark.parametrize(("unit", "ids"), [
    ("沅平市水利局", ["dept/沅平市水利局"]), ("市水利局", ["dept/沅平市水利局"]), ("水利", ["dept/沅平市水利局"]),
    ("水局", ["dept/沅平市水利局"]),
    (" 市 水利局", ["dept/沅平市水利局"]),
    ("青岚", ["dept/中共沅平市青岚区委员会", "dept/沅平市青岚区人民政府"]), ("dept/沅平市水利局", ["dept/沅平市水利局"]),
])  # fmt: skip
def test_a_unit_is_found(unit: str, ids: list[str]) -> None:
    assert list(resolve_unit(two_districts().graph(), unit)) == ids


@pytest.mark.parametrize(("unit", "says"), [("沅平市", "多个单位"), ("水务局", "沅平市水利局"), ("", "没有"), ("火箭军", "没有")])
def test_a_unit_is_not_found(unit: str, says: str) -> None:
    with pytest.raises(UnknownName) as told:
        resolve_unit(two_districts().graph(), unit)
    assert says in told.value.zh and told.value.en.isprintable()


def test_indicators() -> None:
    keys = ("name", "value", "unit", "of", "leads", "line")
    assert rows(two_districts(), "indicators", *keys) == [
        ("西河清淤", 1, "处", "完成西河清淤", "沅平市水利局、沅平市青岚区人民政府、中共沅平市青岚区委员会", 5),
        ("南渠改造", 2, "处", "完成南渠改造", "沅平市水利局、中共沅平市青岚区委员会", 6),
    ]


def test_deadlines() -> None:
    tiny = Tiny()
    tiny.section("一、工作目标")
    tiny.goal("2027年建成节水型城市。", by="2027")
    tiny.section("二、重点任务")
    tiny.task("完成东河清淤。", "1.", deadline="2026-06-30", milestones=[("完成设计", "2025-02")], 牵=["市水利局"])
    tiny.task("常年巡查。", "2.", 牵=["市水利局"])
    assert rows(tiny, "deadlines", "month", "date", "what") == [
        ("2025-02", "2025-02-28", "milestone"), ("2026-06", "2026-06-30", "task"), ("2027-12", "2027-12-31", "goal"), ("", None, "task"),
    ]  # fmt: skip


def test_people_and_mechanisms() -> None:
    tiny = two_districts()
    span = tiny.line("组长:程立群(副市长)")
    tiny.posts.append(Post("程立群", "副市长", Unit("领导小组", span, tiny.body("领导小组")), "组长", span))
    tiny.task("完成北渠改造。", "4.", overseers=["程立群"], 牵=["市水利局"])
    tiny.mechanism("reporting", "市水利局每月向市政府报送进展。", ["市水利局"], ["市政府"], "每月")
    assert rows(tiny, "people", "name", "role", "of") == [("程立群", "组长", "领导小组"), ("程立群", "责任领导", "完成北渠改造")]
    assert rows(tiny, "mechanisms", "kind", "frequency", "actors", "recipients") == [("reporting", "每月", "沅平市水利局", "沅平市政府")]


@pytest.mark.parametrize("name", sorted(measures()))
def test_every_question_answers_an_empty_graph_and_a_full_one(name: str) -> None:
    question = named(name)
    assert question.zh and question.en and question.columns
    for graph in (AccountabilityGraph.of([]), two_districts().graph()):
        if question.takes:
            continue
        answer = question(graph)
        assert answer == question(graph)
        assert all(set(r) >= {c.key for c in answer.columns} for r in answer.rows)


def test_a_question_that_is_not_there() -> None:
    with pytest.raises(UnknownName) as told:
        named("lod")
    assert "load" in told.value.nearest


def test_no_pandas_for_questions_and_audit() -> None:
    import subprocess
    import sys

    code = "import sys, queries.audit as a, queries.measure as m; a.rules(); m.measures(); print(*({'pandas', 'openpyxl'} & {*sys.modules}))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split() == []
