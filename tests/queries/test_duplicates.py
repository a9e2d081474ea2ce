"""The measure ``duplicates``: plans that one can read, and the entries they give."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import fengong
from graphmodel.graph import AccountabilityGraph
from queries.duplication import same_work
from queries.measures.duplicates import duplicates
from queries.targets import same_name, same_targets

HEAD = "沅平市人民政府办公室关于印发循环经济任务分工方案的通知\n沅政办发〔2024〕9号\n沅平市循环经济任务分工方案\n一、重点任务\n"
FILL = (
    "11.建设城市公共停车场,新增停车位3000个。(责任单位:市城管局)\n"
    "12.开展校园食品安全专项检查。(责任单位:市市场监管局)\n"
    "13.推进政务服务事项网上办理。(责任单位:市行政审批局)\n"
    "14.完善农村公路养护机制。(责任单位:市交通运输局)\n"
    "15.加强森林防火巡护。(责任单位:市林业局)\n"
)


def plan(*items: str) -> AccountabilityGraph:
    """The graph of a plan whose items are given, numbered, among others."""
    text = HEAD + "".join(f"{n}.{item}\n" for n, item in enumerate(items, 1)) + FILL
    return fengong.graph(fengong.read(text))


def kinds(graph: AccountabilityGraph) -> list[str]:
    return [str(row["what"]) for row in duplicates(graph).rows]


WORK = "出台再生资源回收体系实施意见,建设废旧家电交易市场。"


def test_two_units_with_the_same_words_stand_at_the_top() -> None:
    graph = plan(
        "政府采购优先选用再生办公用品。(责任单位:市财政局)",
        f"{WORK}(责任单位:市商务局)",
        "制定采购目录,政府采购优先选用再生办公用品,公开采购结果。(责任单位:市机关事务局)",
        f"{WORK}(责任单位:市供销社)",
    )
    rows = duplicates(graph).rows
    assert [row["what"] for row in rows] == ["identical", "contained"]
    assert rows[0]["similarity"] == 1.0
    assert len(rows[0]["owners"]) == 2
    assert rows[0]["owners"][0] != rows[0]["owners"][1]
    assert rows[1]["shared"] == ("政府采购优先选用再生办公用品",)
    assert rows[1]["differs"][0] == "—"
    assert "公开采购结果" in rows[1]["differs"][1]


@pytest.mark.parametrize(
    "items",
    [
        pytest.param((f"{WORK}(责任单位:青岚区人民政府)", f"{WORK}(责任单位:石门县人民政府)"), id="territorial peers"),
        pytest.param(
            ("对各县区一季度创建情况开展督查。(责任单位:市政府督查室)", "对各县区二季度创建情况开展督查。(责任单位:市政府督查室)"),
            id="the next quarter",
        ),
        pytest.param(
            ("完成石材矿山关闭和矿山拆除验收。(责任单位:市工业和信息化局)", "配合市工业和信息化局完成石材矿山关闭。(责任单位:市应急局)"),
            id="helping the other",
        ),
        pytest.param((f"{WORK}(责任单位:市商务局)",), id="once"),
    ],
)
def test_no_entry(items: tuple[str, ...]) -> None:
    assert kinds(plan(*items)) == []


def test_peers_stand_together_with_a_city_department() -> None:
    graph = plan(f"{WORK}(责任单位:青岚区人民政府)", f"{WORK}(责任单位:石门县人民政府)", f"{WORK}(责任单位:市商务局)")
    (row,) = duplicates(graph).rows
    assert row["what"] == "identical"
    assert len(row["tasks"]) == 3


def test_peers_stand_together_with_a_zone() -> None:
    graph = plan(f"{WORK}(责任单位:青岚区人民政府)", f"{WORK}(责任单位:石门县人民政府)", f"{WORK}(责任单位:沅平经济开发区管委会)")
    (row,) = duplicates(graph).rows
    assert len(row["tasks"]) == 3


def test_party_committee_and_government_of_a_place_are_one_owner() -> None:
    graph = plan(f"{WORK}(责任单位:青岚区委、青岚区人民政府)", f"{WORK}(责任单位:青岚区人民政府)")
    (entry,) = same_work(graph)
    assert entry.same_owners


def test_owners_and_helpers_are_told_apart() -> None:
    same = plan(f"{WORK}(牵头单位:市商务局;配合单位:市财政局)", f"{WORK}(牵头单位:市商务局;配合单位:市财政局)")
    helpers = plan(f"{WORK}(牵头单位:市商务局;配合单位:市财政局)", f"{WORK}(牵头单位:市商务局;配合单位:市审计局)")
    assert [(e.same_owners, e.same_helpers) for e in same_work(same)] == [(True, True)]
    assert [(e.same_owners, e.same_helpers) for e in same_work(helpers)] == [(True, False)]


TARGET = "到2025年工业用水重复利用率达到85%"


@pytest.mark.parametrize(
    ("items", "shared"),
    [
        pytest.param((f"推进节水改造,{TARGET}。(责任单位:市工信局)", f"加强取水许可管理,{TARGET}。(责任单位:市水利局)"), 1, id="shared"),
        pytest.param((f"推进节水改造,{TARGET}。(责任单位:市水利局)", f"加强取水许可管理,{TARGET}。(责任单位:市水利局)"), 0, id="one owner"),
        pytest.param(
            (f"推进节水改造,{TARGET}。(责任单位:市工信局)", "加强取水管理,到2025年工业用水重复利用率达到80%。(责任单位:市水利局)"),
            0,
            id="another value",
        ),
        pytest.param(
            (f"推进节水改造,{TARGET}。(责任单位:市工信局)", "加强取水管理,到2023年工业用水重复利用率达到85%。(责任单位:市水利局)"),
            0,
            id="another year",
        ),
        pytest.param(
            (f"推进节水改造,{TARGET}。(责任单位:市工信局)", "推进秸秆还田,到2025年秸秆综合利用率达到85%。(责任单位:市农业农村局)"),
            0,
            id="another object",
        ),
        pytest.param((f"推进节水改造,{TARGET}。(责任单位:青岚区人民政府)", f"推进节水改造,{TARGET}。(责任单位:石门县人民政府)"), 0, id="peers"),
    ],
)
def test_targets(items: tuple[str, ...], shared: int) -> None:
    assert len(same_targets(plan(*items))) == shared


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("规模以上企业清洁生产审核率", "规上企业清洁生产审核率", True),
        ("推行垃圾分类回收的小区比例", "推行生活垃圾分类收集的小区比例", True),
        ("废纸回收率", "秸秆回收率", False),
        ("工业固体废物综合利用率", "农作物秸秆综合利用率", False),
        ("合格率", "产品合格率", False),
    ],
)
def test_names_of_one_target(one: str, other: str, alike: bool) -> None:
    assert (same_name(one, other) >= 0.7) is alike
    assert same_name(one, other) == same_name(other, one)


def test_two_plans_are_not_compared_with_each_other() -> None:
    first = fengong.read(HEAD + f"1.{WORK}(责任单位:市商务局)\n" + FILL)
    second = fengong.read(HEAD.replace("9号", "10号") + f"1.{WORK}(责任单位:市供销社)\n" + FILL)
    assert duplicates(fengong.graph([first, second])).rows == ()


def test_the_real_plan_that_is_organised_by_departments(shared: Path) -> None:
    """The word-for-word pair of two units stands at the top; no entry consists of the districts alone, some hold them and another."""
    golds = [json.loads(p.read_text(encoding="utf-8")) for p in sorted((shared / "gold").glob("*.json"))]
    (gold,) = [g for g in golds if g.get("parallel")]
    leads = {t["id"]: t["leads"] for t in gold["tasks"]}
    peers = {lead for tasks in gold["parallel"] for t in tasks for lead in leads[t]}
    first = next(i for i in gold["issues"] if i["rule"] == "duplicate-task" and i["certainty"] == "certain")
    rows = duplicates(fengong.graph(fengong.read(str(shared / "seeds" / gold["source"])))).rows
    assert rows[0]["what"] == "identical"
    assert [owner[-3:] for owner in rows[0]["owners"]] == [leads[t][0][-3:] for t in first["tasks"]]
    assert all(set(row["owners"]) - peers for row in rows)
    assert any(set(row["owners"]) & peers for row in rows)
