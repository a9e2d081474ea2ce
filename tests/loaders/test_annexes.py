"""Annexes in the plan proper: each begins a part of its own; what stands before them ends at the signature."""

from __future__ import annotations

import pytest

from fengong import read

HEAD = "沅平市人民政府办公室关于印发重点任务分解方案的通知\n各县（市、区）人民政府：\n现印发给你们。\n沅平市重点任务分解方案\n"
BODY = "一、重点任务\n（一）整治河道。完成清淤。（责任单位：市水利局）\n二、工作机制\n（一）月调度。市政府办公室每月召开一次调度会。\n"
TABLE = "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 一、产业 | | |\n| 1 | 新建标准厂房。 | 市住建局 |\n| 二、民生 | | |\n| 2 | 新建幼儿园两所。 | 市教育局 |\n"


def paths(annex: str) -> list[tuple[str, ...]]:
    return [t.section for t in read(HEAD + BODY + annex).tasks if t.duties]


@pytest.mark.parametrize(
    ("annex", "above"),
    [
        (f"附件1\n2025年重点任务分解表\n{TABLE}", "2025年重点任务分解表"),
        (f"附件：\n2025年重点任务分解表\n{TABLE}", "2025年重点任务分解表"),
        (f"附 件\n{TABLE}", "附 件"),
    ],
    ids=["number and title", "colon", "label alone"],
)
def test_rows_of_an_annexed_table_stand_under_its_title_and_their_group(annex: str, above: str) -> None:
    assert paths(annex) == [("一、重点任务",), (above, "一、产业"), (above, "二、民生")]


def test_what_stands_before_an_annex_does_not_run_into_it() -> None:
    plan = read(HEAD + BODY + "附件1\n小区改造计划表\n年度 | 小区数量 | 户数\n2024年 | 15 | 3900\n")
    assert all("附件" not in t.text and "3900" not in t.text for t in plan.tasks)
    taken = dict(zip(plan.source.text.split("\n"), plan.taken))
    assert taken["附件1"] == "annex" and taken["小区改造计划表"] == "heading" and taken["2024年 | 15 | 3900"] == "annex"
    assert not plan.unread


def test_an_annex_of_prose_that_allots_is_work() -> None:
    plan = read(HEAD + BODY + "附件1\n应急处置分工\n由市水利局牵头，市应急局配合，组织抢险。\n各单位应当值班值守。\n")
    assert [t.text[:6] for t in plan.tasks if t.section == ("应急处置分工",)] == ["由市水利局牵"]


@pytest.mark.parametrize("row", ["| 1 | 新建标准厂房。 | |", "| | 新建标准厂房。 | |", "| 合计 | | |"], ids=["no owner", "a task alone", "no number"])
def test_rows_that_say_more_are_no_headings(row: str) -> None:
    table = f"| 序号 | 任务 | 责任单位 |\n|---|---|---|\n{row}\n| 2 | 新建幼儿园两所。 | 市教育局 |\n"
    assert [s.name for s in read(HEAD + BODY + "附件1\n重点任务分解表\n" + table).sections][-1] == "重点任务分解表"


@pytest.mark.parametrize(
    ("below", "annex"),
    [
        ("沅平市防汛指挥部组成人员\n总指挥：张三  市长\n副总指挥：李四  副市长\n", "沅平市防汛指挥部组成人员"),
        ("节水工作领导小组成员名单\n\n组　长：张三  市长\n", "节水工作领导小组成员名单"),
        ("并落实管护人员\n总指挥：张三  市长\n", None),
        ("节水工作领导小组成员名单\n各单位要落实。\n", None),
    ],
    ids=["headquarters", "leading group", "words that end alike", "nobody listed"],
)
def test_a_list_of_members_is_an_annex_without_the_word(below: str, annex: str | None) -> None:
    plan = read(HEAD + BODY.partition("二、")[0] + below)
    assert [s.name for s in plan.sections if not s.name.startswith("一、")] == ([annex] if annex else [])
    assert plan.tasks[0].text == "整治河道。完成清淤。"
