"""A block of labels behind several items holds for all of them, unless each has its own; 任务1: and 问题一: are numbers."""

from __future__ import annotations

import pytest

from graphmodel.plan import Plan, Source
from loaders.load import load

TITLE = "沅平市巡察反馈意见整改任务分解方案\n"
BLOCK = "牵头单位：市委宣传部；配合单位：市教育局；整改时限：2026年9月底前\n"
ISSUE = "1．学习制度不健全。\n（1）修订学习制度。\n（2）开展巡听旁听10次。\n"
ALL = "牵:市委宣传部 配:市教育局"


def said(plan: Plan) -> list[str]:
    return [" ".join(f"{d.tier}:{d.unit.printed}" for d in t.duties) for t in plan.tasks]


BLOCKS: dict[str, tuple[str, list[str]]] = {
    "below the measures": (ISSUE + BLOCK, [ALL, ALL]),
    "a line for each label": (ISSUE + "牵头单位：市委宣传部\n配合单位：市教育局\n整改时限：2026年9月底前\n", [ALL, ALL]),
    "a measure with an owner keeps it": (
        "1．学习制度不健全。\n（1）修订制度。（市司法局负责）\n（2）开展巡听。\n（3）组织轮训。\n" + BLOCK,
        ["责:市司法局", ALL, ALL],
    ),
    "of an issue named by a word": ("问题1：学习制度不健全。整改措施：\n（1）修订学习制度。\n（2）开展巡听旁听。\n" + BLOCK, [ALL, ALL]),
    "of steps named by a word": ("问题一：学习制度不健全。\n措施一：修订学习制度。\n措施二：开展巡听旁听。\n" + BLOCK, [ALL, ALL]),
    "below each of several chapters": (
        "一、学习\n1.修订制度。\n2.开展巡听。\n责任单位：市委宣传部\n二、投入\n1.增加经费。\n2.公开预算。\n责任单位：市财政局\n",
        ["责:市委宣传部", "责:市委宣传部", "责:市财政局", "责:市财政局"],
    ),
    "the nearest list is meant": (
        "1.开展教育。\n（1）举办读书班。\n①学习3天。\n②上党课1次。\n牵头单位：市委宣传部\n（2）组织参观。责任单位：市教育局\n",
        ["牵:市委宣传部", "牵:市委宣传部", "责:市教育局"],
    ),
    "below each measure: one lacks it": ("1．学习不够。\n（1）修订制度。\n责任单位：市司法局\n（2）开展巡听。\n（3）组织轮训。\n" + BLOCK, ["责:市司法局", "", ALL]),
    "other issues have it below each measure": (
        "1．学习不够。\n（1）修订制度。\n责任单位：市司法局\n（2）开展巡听。\n责任单位：市教育局\n2．投入不够。\n（1）增加经费。\n（2）公开预算。\n责任单位：市财政局\n",
        ["责:市司法局", "责:市教育局", "", "责:市财政局"],
    ),
    "below the last item of the only chapter": ("一、学习\n1.修订制度。\n2.开展巡听。\n责任单位：市委宣传部\n", ["", "责:市委宣传部"]),
    "in a bracket of the last measure": ("1．学习不够。\n（1）修订学习制度。\n（2）开展巡听旁听。（市委宣传部负责）\n", ["", "责:市委宣传部"]),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_what_a_block_binds(name: str) -> None:
    text, expected = BLOCKS[name]
    plan = load(Source(TITLE + text, "plan.txt"))
    assert said(plan) == expected and not plan.unread


def test_a_block_gives_dates_and_persons() -> None:
    text = "1．学习不够。\n（1）修订制度，2026年6月底前完成。\n（2）开展巡听。（责任领导：李四）\n（3）组织轮训。\n责任领导：张三\n" + BLOCK
    plan = load(Source(TITLE + text, "plan.txt"))
    assert [(t.deadline.printed, [o.name for o in t.overseers]) for t in plan.tasks] == [
        ("2026年6月底前", ["张三"]),
        ("2026年9月底前", ["李四"]),
        ("2026年9月底前", ["张三"]),
    ]


def test_persons_of_a_heading_see_to_its_items() -> None:
    text = "一、环境提升\n牵头区领导：张三（副区长）\n牵头单位：区城管局\n1.整治街巷。\n2.改造市场。（责任领导：李四；责任单位：区商务局）\n"
    plan = load(Source("青岚区攻坚任务分工\n" + text, "plan.txt"))
    assert [[o.name for o in t.overseers] for t in plan.tasks] == [["张三"], ["李四", "张三"]]  # 责任领导 is another post than the 牵头区领导 of the whole


NAMED: dict[str, tuple[str, list[tuple[str | None, str]]]] = {
    "tasks": ("任务1：推行一件事。\n牵头单位：市行政审批局\n任务2：深化改革。\n牵头单位：市住建局\n", [("任务1", "推行一件事"), ("任务2", "深化改革")]),
    "issues with measures below": ("问题一：投入不足。\n整改措施：增加经费。\n责任单位：市财政局\n", [("问题一", "投入不足")]),
    "a blank behind the number": ("重点任务1 推行高效办成一件事。\n牵头单位：市行政审批局\n", [("重点任务1", "推行高效办成一件事")]),
    "a count is none": ("1.压实责任。\n任务12项，措施30条。（市司法局负责）\n", [("1.", "压实责任")]),
    "a date is none": ("1.压实责任。\n措施3月底前全部到位。（市司法局负责）\n", [("1.", "压实责任")]),
    "a label is none": ("1.压实责任。\n任务：修订制度。（市司法局负责）\n", [("1.", "压实责任")]),
}


@pytest.mark.parametrize("name", NAMED)
def test_numbers_with_a_word(name: str) -> None:
    text, expected = NAMED[name]
    plan = load(Source(TITLE + text, "plan.txt"))
    assert [(t.number, t.name) for t in plan.tasks] == expected and not plan.unread


def test_a_matter_is_no_unit() -> None:
    plan = load(Source(TITLE + "一、理论学习方面\n1.修订制度。\n2.开展巡听。（市委宣传部）\n", "plan.txt"))
    assert said(plan) == ["", "责:市委宣传部"]
