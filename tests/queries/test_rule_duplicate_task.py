"""DUP201: one remark per thing to mend, with the plan's own words."""

from __future__ import annotations

from pathlib import Path

import pytest

import fengong
from graphmodel.finding import Finding

HEAD = "沅平市人民政府办公室关于印发循环经济任务分工方案的通知\n沅政办发〔2024〕9号\n沅平市循环经济任务分工方案\n一、重点任务\n"
WORK = "出台再生资源回收体系实施意见,建设废旧家电交易市场。"
FILL = (
    "推进河道清淤疏浚。(责任单位:市水利局)",
    "开展校园食品安全专项检查。(责任单位:市市场监管局)",
    "完善农村公路养护机制。(责任单位:市交通运输局)",
)


def found(*items: str) -> tuple[Finding, ...]:
    """The findings of DUP201 in a plan with these items, numbered, among others."""
    text = HEAD + "".join(f"{n}.{item}\n" for n, item in enumerate([*items, *FILL], 1))
    return fengong.audit(fengong.graph(fengong.read(text)), select=["DUP201"])


@pytest.mark.parametrize(
    ("items", "level", "says"),
    [
        ((f"{WORK}(责任单位:市商务局)", f"{WORK}(责任单位:市供销社)"), "warning", "责任单位不一致"),
        (
            (f"{WORK}(牵头单位:市商务局;配合单位:市财政局)", f"{WORK}(牵头单位:市商务局;配合单位:市审计局)"),
            "warning",
            "配合单位不一致",
        ),
        ((f"{WORK}(责任单位:市商务局)", f"{WORK}(责任单位:市商务局)"), "review", "只是重述"),
        (
            (
                "政府采购优先选用再生办公用品。(责任单位:市财政局)",
                "制定采购目录,政府采购优先选用再生办公用品,公开结果。(责任单位:市机关事务局)",
            ),
            "warning",
            "政府采购优先选用再生办公用品",
        ),
    ],
)
def test_one_finding(items: tuple[str, ...], level: str, says: str) -> None:
    (finding,) = found(*items)
    assert (finding.code, finding.rule, finding.level) == ("DUP201", "duplicate-task", level)
    assert says in finding.message.zh
    assert len(finding.tasks) == 2
    assert finding.lines == ((5, 5), (6, 6))
    for quote in finding.quotes:
        assert quote.text in HEAD + "".join(items) or quote.text.strip() in "".join(items)


def test_one_object_in_other_actions_is_for_review_at_most() -> None:
    items = (
        "规范油水分离装置安装。对未装油水分离装置的饭店发出通知,限期整改。(责任单位:市城市管理局)",
        "编制油水分离装置安装技术指引和饭店自查表,组织培训。(责任单位:市生态环境局)",
    )
    assert [f.level for f in found(*items)] in ([], ["review"])


def test_whole_clauses_in_another_order_are_one_work_in_a_plan_of_sentences() -> None:
    work = "支持乡村直播基地扩容提质", "培育农产品区域公用品牌"
    text = HEAD + "".join(
        f"{n}.{item}\n"
        for n, item in enumerate(
            [
                f"市商务局:实施兴农行动,{work[0]},{work[1]}。",
                f"{work[1]},{work[0]},由市乡村振兴局牵头,市妇联配合。",
                "由市水利局牵头推进河道清淤疏浚。",
                "由市交通运输局牵头完善农村公路养护机制。",
                "由市市场监管局牵头开展校园食品安全专项检查。",
            ],
            1,
        )
    )
    (finding,) = fengong.audit(fengong.graph(fengong.read(text)), select=["DUP201"])
    assert finding.level == "warning"
    assert all(w in " ".join(q.text for q in finding.quotes) for w in work)


def test_what_differs_is_said() -> None:
    (finding,) = found(
        "政府采购优先选用再生办公用品。(责任单位:市财政局)",
        "制定采购目录,政府采购优先选用再生办公用品,公开结果。(责任单位:市机关事务局)",
    )
    assert "仅第6行有：“制定采购目录…公开结果”" in finding.message.zh
    assert "Only line 6 has" in finding.message.en


@pytest.mark.parametrize(
    "items",
    [
        (f"{WORK}(责任单位:市商务局)",),
        (f"{WORK}(责任单位:青岚区人民政府)", f"{WORK}(责任单位:石门县人民政府)"),
        ("一季度创建情况督查。(责任单位:市政府督查室)", "二季度创建情况督查。(责任单位:市政府督查室)"),
        ("完成石材矿山关闭验收。(责任单位:市工业和信息化局)", "配合市工业和信息化局完成石材矿山关闭验收。(责任单位:市应急局)"),
    ],
)
def test_no_finding(items: tuple[str, ...]) -> None:
    assert found(*items) == ()


def test_three_tasks_that_say_one_thing_are_one_finding() -> None:
    (finding,) = found(*(f"{WORK}(责任单位:{unit})" for unit in ("市商务局", "市供销社", "市发展改革委")))
    assert len(finding.tasks) == 3


def test_it_meets_the_issues_of_the_annotated_plans(shared: Path) -> None:
    """Certain issues of the auditor are found (nine in ten at least), and 85 in 100 findings are true, for both rules together."""
    import importlib.util
    import json

    from graphmodel.finding import as_json

    spec = importlib.util.spec_from_file_location("grade", shared / "grade.py")
    assert spec
    assert spec.loader
    grade = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(grade)
    certain = [0, 0]
    true = [0, 0]
    for path in sorted((shared / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        graph = fengong.graph(fengong.read(str(shared / "seeds" / gold["source"])))
        tasks = {t: {"id": t, "text": grade.norm(graph.node(t)["text"]), "lines": list(graph.node(t)["lines"])} for t in graph.tasks()}
        findings = as_json(fengong.audit(graph, select=["DUP201", "DUP202"]))["findings"]
        graded = grade.grade_findings(gold, grade.match_tasks(gold, tasks)[0], findings)
        for rule in ("duplicate-task", "shared-indicator"):
            if rule in graded:
                issues, alarms = graded[rule]
                certain[0] += issues.tp
                certain[1] += issues.tp + issues.fn
                true[0] += alarms.tp
                true[1] += alarms.tp + alarms.fp
    assert certain[0] >= 0.9 * certain[1] > 0
    assert true[0] >= 0.85 * true[1] > 0
