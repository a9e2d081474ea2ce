"""Persons whom a task's words say see to it, groups named near an annex, and what a notice says besides issuing the plan."""

from __future__ import annotations

import pytest

from fengong import read
from graphmodel.evidence import Evidence
from graphmodel.text import View
from loaders.grammar.units import is_unit
from loaders.persons_acting import persons_acting


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("领导小组统筹,副市长张三具体负责,市农办承担协调。", [("张三", "副市长", "具体负责")]),
        ("由县委常委、副县长张建国牵头,县水利局配合。", [("张建国", "县委常委、副县长", "牵头")]),
        ("副市长张三、李四负责。", [("张三", "副市长", "负责"), ("李四", None, "负责")]),
        ("分管副市长具体负责,市水利局牵头。", []),
        ("由市水利局、张三牵头。", []),
        ("市长热线负责受理,单位负责人负责落实。", []),
    ],
)
def test_who_sees_to_it(text: str, want: list[tuple[str, str | None, str]]) -> None:
    found = persons_acting(View.of(text, (0, len(text))))
    assert [(o.name, o.title, o.label) for o in found] == want


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("附件:1.节水工作领导小组成员名单\n  2.部门联系人\n\n附件1\n节水工作领导小组成员名单", ["节水工作领导小组"]),
        ("附件:节水工作领导小组成员名单\n\n附件\n节水工作领导小组成员名单", ["节水工作领导小组"]),
        ("附件2\n工作专班组成人员名单", []),
        ("成立工作专班方案", []),
        ("一、组织领导\n节水工作领导小组统筹推进。", ["节水工作领导小组"]),
        ("关于成立沅平市节水\n工作领导小组的通知", ["节水工作领导小组"]),
    ],
)
def test_a_group_is_not_named_over_the_edge_of_an_annex(text: str, names: list[str]) -> None:
    assert [g.name for g in Evidence(text).groups] == names


HEAD = "沅平市人民政府办公室\n关于印发节水分工方案的通知\n\n各县（市、区）人民政府：\n"
TAIL = "\n\n沅平市人民政府办公室\n2026年2月6日\n\n节水分工方案\n\n一、重点任务\n（一）修渠。（责任单位：市水利局）\n"


@pytest.mark.parametrize(
    ("notice", "want"),
    [
        (
            "《节水分工方案》已经市政府同意，现印发给你们。\n各单位每月5日前报送工作进展情况，市督查室每季度通报一次。",
            [("reporting", "每月5日前"), ("reporting", "每季度")],
        ),
        ("现将方案印发给你们。市水利局每两个月组织一次督查。", [("inspection", "每两个月组织一次")]),
        ("现将《节水分工方案》印发给你们，请认真组织实施。", []),
    ],
)
def test_a_notice_says_how_the_plan_is_kept_going(notice: str, want: list[tuple[str, str | None]]) -> None:
    plan = read(HEAD + notice + TAIL)
    assert [(m.kind_of, m.frequency) for m in plan.mechanisms] == want
    assert len(plan.tasks) == 1 and plan.header.name == "节水分工方案" and not plan.unread


@pytest.mark.parametrize(("name", "unit"), [("县委常委", False), ("市委常委", False), ("市人大常委会", True), ("县委", True)])
def test_a_member_of_a_standing_committee_is_no_unit(name: str, unit: bool) -> None:
    assert is_unit(name) is unit
