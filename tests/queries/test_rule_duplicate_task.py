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


PARK = "新建城区口袋公园{}个。(责任单位:{})"


@pytest.mark.parametrize(
    ("items", "level", "zh", "en"),
    [
        ((PARK.format(12, "市住建局"), PARK.format(15, "市住建局")), "warning", "第5行“12个”，第6行“15个”", "line 5 '12个', line 6 '15个'"),
        ((PARK.format(12, "市住建局"), PARK.format(15, "市城管局")), "warning", "第5行“12个”，第6行“15个”", "The owners differ"),
        (
            ("城镇新增就业2万人。(责任单位:市人社局)", "促进重点群体就业,城镇新增就业3万人。(责任单位:市教育局)"),
            "warning",
            "第5行“2万人”，第6行“3万人”",
            "The figures differ",
        ),
    ],
)
def test_figures_that_differ_are_shown(items: tuple[str, ...], level: str, zh: str, en: str) -> None:
    (finding,) = found(*items)
    assert finding.level == level
    assert zh in finding.message.zh and en in finding.message.en
    assert "逐字相同" not in finding.message.zh and "重述" not in finding.message.zh and "word for word" not in finding.message.en
    assert "以哪个数字为准" in finding.remedy.zh and "which figure holds" in finding.remedy.en


@pytest.mark.parametrize(
    "items",
    [
        (PARK.format(12, "市住建局"), PARK.format(12, "市城管局")),
        (PARK.format(12, "市住建局"), PARK.format("12.0", "市城管局")),
        ("新建口袋公园,建设社区花园3个。(责任单位:市住建局)", "新建口袋公园,建设社区花园。(责任单位:市城管局)"),
    ],
    ids=["the same figure", "the same value", "one has none"],
)
def test_figures_that_do_not_differ(items: tuple[str, ...]) -> None:
    assert all("数字不一致" not in f.message.zh for f in found(*items))


def test_a_day_apart_is_not_word_for_word() -> None:
    (finding,) = found("3月10日前完成沿河步道铺装。(责任单位:市住建局)", "3月20日前完成沿河步道铺装。(责任单位:市城管局)")
    assert "逐字相同" not in finding.message.zh and "3月10日" in finding.message.zh and "3月20日" in finding.message.zh


@pytest.mark.parametrize(
    "items",
    [
        ("建设城区1号泵站。(责任单位:市水利局)", "建设城区2号泵站。(责任单位:市住建局)"),
        ("完成第1类河道清淤。(责任单位:市水利局)", "完成第2类河道清淤。(责任单位:市住建局)"),
    ],
)
def test_numbers_that_name_a_thing_tell_it_from_another(items: tuple[str, ...]) -> None:
    assert found(*items) == ()


def with_table(body: str, *rows: str) -> tuple[Finding, ...]:
    text = HEAD + "".join(f"{n}.{item}\n" for n, item in enumerate([body, *FILL], 1))
    text += "附件\n重点任务分解表\n| 序号 | 任务 | 牵头单位 | 配合单位 |\n" + "".join(f"| {n} | {row} |\n" for n, row in enumerate(rows, 1))
    return fengong.audit(fengong.graph(fengong.read(text)), select=["DUP201"])


@pytest.mark.parametrize(
    ("row", "level"),
    [
        ("建设废旧家电交易市场 | 市供销社 | 市财政局", "warning"),
        ("建设废旧家电交易市场 | 市商务局 | 市审计局", "review"),
        ("建设废旧家电交易市场 | 市商务局 | 市财政局", None),
        ("建设农村水厂 | 市供销社 | 市财政局", None),
    ],
    ids=["another owner", "another helper", "the same", "other work"],
)
def test_a_table_has_to_agree_with_the_body(row: str, level: str | None) -> None:
    findings = with_table(f"{WORK}(牵头单位:市商务局;配合单位:市财政局)", row)
    assert [f.level for f in findings] == ([level] if level else [])
    for f in findings:
        assert f.message.zh.startswith("附表与正文") and f.remedy.zh == "附表与正文不一致，请核对后统一。"
        assert "annexed table" in f.remedy.en and "merge" not in f.remedy.en


def test_two_rows_of_one_table_are_two_tasks() -> None:
    (finding,) = with_table("推进垃圾分类。(责任单位:市城管局)", "建设废旧家电交易市场 | 市供销社 | 市财政局", "建设废旧家电交易市场 | 市商务局 | 市财政局")
    assert "合并" in finding.remedy.zh and "附表" not in finding.message.zh


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
