"""What is said once and binds what follows, and remarks that are no items."""

from __future__ import annotations

import pytest

from graphmodel.plan import Plan, Source
from loaders.load import load

TITLE = "沅平市人居环境整治工作方案\n"
ITEM = "（一）整治厕所。（责任单位：市农业农村局）\n"
PART = "一、重点任务\n" + ITEM
OTHER = "二、保障措施\n（一）强化投入。市财政局要加大投入。\n"


def said(plan: Plan) -> list[str]:
    return [" ".join(f"{d.role[0]}{d.tier}{'*' if d.basis == 'inherited' else ''}:{d.unit.printed}" for d in t.duties) for t in plan.tasks]


OWN = "L责:市农业农村局"
COUNTIES = "L责*:各县（区）人民政府"
BLANKETS: dict[str, tuple[str, list[str]]] = {
    "in the preamble, for all the work and not for the general part": (
        "以下任务均需各县（区）人民政府落实，不再逐一列出。\n" + PART + OTHER,
        [f"{OWN} {COUNTIES}", "L责:市财政局"],
    ),
    "in the preamble, the subject first": ("各县（区）人民政府为各项任务的责任主体，以下均需落实，不再逐一列出。\n" + PART, [f"{OWN} {COUNTIES}"]),
    "they are to carry out what follows": ("各县（区）人民政府均需落实以下各项任务，不再列出。\n" + PART, [f"{OWN} {COUNTIES}"]),
    "a line of its own binds its part alone": (
        "一、重点任务\n各项任务均由各县（区）人民政府负责落实，不再单独列出。\n" + ITEM + "二、其他任务\n（一）整治沟渠。（责任单位：市水利局）\n",
        [f"{OWN} {COUNTIES}", "L责:市水利局"],
    ),
    "in a heading's bracket": ("一、重点任务（各县〔区〕人民政府为各项任务责任主体，不再逐一列出）\n" + ITEM, [f"{OWN} L责*:各县〔区〕人民政府"]),
    "helpers": ("一、重点任务（以下任务均需市财政局配合，不再一一列出）\n" + ITEM, [f"{OWN} C配*:市财政局"]),
    "over a table": (
        "以下任务均需各县（区）人民政府落实，不再逐一列出。\n序号\t任务\t责任单位\n1\t整治厕所\t市农业农村局\n",
        [f"{OWN} {COUNTIES}"],
    ),
    "a general word is no clause": ("各县（区）人民政府为各项任务的责任主体，要加强领导。\n" + PART, [OWN]),
}  # fmt: skip


@pytest.mark.parametrize("name", BLANKETS)
def test_blankets(name: str) -> None:
    text, expected = BLANKETS[name]
    plan = load(Source(TITLE + text, "plan.txt"))
    assert said(plan) == expected and not plan.unread


REMARKS: dict[str, tuple[str, list[str]]] = {
    "to everybody": (PART + "以上1项任务，各责任单位要抓紧抓实。\n", [OWN]),
    "assessed": (PART + "以上1项任务纳入考核。\n", [OWN]),
    "a note below the items": (PART + "备注：责任单位排名不分先后。\n", [OWN]),
    "who is named answers for what nobody does": ("一、重点任务\n1.整治厕所。\n2.整治沟渠。\n以上2项任务由市水利局负责。\n", ["L责:市水利局", "L责:市水利局"]),
    "an item that begins so is one": ("一、重点任务\n1.以上游水库为重点，整治沟渠。（责任单位：市水利局）\n", ["L责:市水利局"]),
}


@pytest.mark.parametrize("name", REMARKS)
def test_remarks_are_no_items(name: str) -> None:
    text, expected = REMARKS[name]
    plan = load(Source(TITLE + text, "plan.txt"))
    assert said(plan) == expected and not plan.unread


def test_a_note_above_the_items_is_none_and_who_it_names_is_not_lost() -> None:
    plan = load(Source(TITLE + "说明：本方案共1项任务，由市城管局统筹调度。\n" + PART, "plan.txt"))
    assert said(plan) == [OWN] and [n for n, _ in plan.unread] == [2]


def test_ranking_speaks_of_lists_and_not_of_sentences() -> None:
    text = "以下任务分工中，列第一位的为牵头单位。\n一、重点任务\n（一）整治厕所。（市农业农村局、市财政局）\n二、保障措施\n（一）强化投入。各县（区）要配套落实。\n"
    assert said(load(Source(TITLE + text, "plan.txt"))) == ["L牵:市农业农村局 C责:市财政局", "L责:各县（区）"]
    table = "责任单位中列第一位的为牵头单位。\n序号\t任务\t责任单位\n1\t整治厕所\t市农业农村局、市财政局\n"
    assert said(load(Source(TITLE + table, "plan.txt"))) == ["L牵:市农业农村局 C责:市财政局"]


LAST = "二、其他任务\n1.整治沟渠。（责任单位：市水利局）\n"
TO_ALL = "各地各部门要对照任务分工，抓好贯彻落实。市政府办公室会同市发改委跟踪督办，重大情况及时报市政府。\n"
CLOSINGS: dict[str, tuple[str, list[str], list[str]]] = {
    "behind the last item": (PART + LAST + TO_ALL, [OWN, "L责:市水利局"], ["整治厕所。", "整治沟渠。"]),
    "behind label lines": (
        "一、重点任务\n1.整治厕所。\n责任单位：市农业农村局\n完成时限：10月底前\n各责任部门要对照任务清单，倒排工期。镇纪委办将进行督查。\n",
        [OWN],
        ["整治厕所。"],
    ),
    "with whom to call": (
        PART + "请各牵头单位于每月25日前将工作进展报送至市整治办（联系人：张三，电话：5551234）；市整治办按月调度。\n",
        [OWN],
        ["整治厕所。"],
    ),
    "what goes on in the next paragraph": (PART + "各牵头单位要抓好落实，于每年12月前报送进展。\n市整治办汇总后报市政府。\n", [OWN], ["整治厕所。"]),
    "before the statement it is the item's": (
        "一、重点任务\n1.整治厕所。\n各县区要按照本方案改造厕所100座。\n（责任单位：市农业农村局）\n",
        [OWN],
        ["整治厕所。\n各县区要按照本方案改造厕所100座。"],
    ),
    "between two items it is not the end": (
        "1.整治厕所。（责任单位：市农业农村局）\n各县区要按照本方案改造厕所100座。\n2.整治沟渠。（责任单位：市水利局）\n",
        [OWN, "L责:市水利局"],
        ["整治厕所。（责任单位：市农业农村局）\n各县区要按照本方案改造厕所100座。", "整治沟渠。"],
    ),
    "work that says nothing of the paper": (PART + "各县区要改造厕所100座。\n", [OWN], ["整治厕所。（责任单位：市农业农村局）\n各县区要改造厕所100座。"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CLOSINGS)
def test_the_last_words_to_everybody_are_no_item(name: str) -> None:
    text, expected, words = CLOSINGS[name]
    plan = load(Source(TITLE + text, "plan.txt"))
    assert said(plan) == expected and [t.text for t in plan.tasks] == words and not plan.unread
    assert not any("督办" in m.printed for t in plan.tasks for m in t.mentions)


def test_the_foot_of_a_page_is_no_item() -> None:
    foot = "扫一扫在手机打开当前页\n【打印本页】【关闭窗口】\n附件：\n1. 任务分解表.docx\n2. 进展情况表.xlsx\n上一篇：通报\n下一篇：实施意见\n政府网站 | 联系我们 | 网站地图 | 隐私声明\n"
    plan = load(Source(TITLE + PART + foot, "plan.txt"))
    assert [t.text for t in plan.tasks] == ["整治厕所。"] and {*plan.taken[3:-1]} == {"furniture", "annex"}


TWO = "1.改造公路。（责任单位：市交通局、市公路局）\n2.修建水渠。（牵头单位：市水利局、市农业农村局）\n"
AS_PRINTED = ["L责:市交通局 L责:市公路局", "L牵:市水利局 L牵:市农业农村局"]
RANKS: dict[str, tuple[str, list[str]]] = {
    "a note on all items": ("说明：1.本清单中列第一位的为牵头单位；2.“时间节点”为完成时限。\n", ["L牵:市交通局 C责:市公路局", AS_PRINTED[1]]),
    "a note on those with several leads": ("注：牵头单位有2个以上的，排在首位的为总牵头单位。\n", [AS_PRINTED[0], "L牵:市水利局 C责:市农业农村局"]),
    "a note on something else": ("注：责任单位排名不分先后。\n", AS_PRINTED),
}


@pytest.mark.parametrize("name", RANKS)
@pytest.mark.parametrize("before", [False, True])
def test_a_note_says_that_the_first_named_leads(name: str, before: bool) -> None:
    note, expected = RANKS[name]
    plan = load(Source(TITLE + (note + TWO if before else TWO + note), "plan.txt"))
    assert said(plan) == expected and not plan.unread
