"""The same plan however it was copied: on one line, labels with nothing between, brackets of other kinds, a bracket on a line of its own."""

from __future__ import annotations

import pytest
from test_phrases import check

from graphmodel.plan import Source
from loaders.load import load

BODY = (
    "一、主要任务\n(一)完善体系。\n1.2022年底前建成平台。(市大数据局牵头,市财政局、各市(州)人民政府配合)\n2.编制目录。(市民政局、市档案馆)\n二、重点工程\n3.改造管网。(责任单位:市水利局)\n"
    "4.疏浚河道。(责任单位:市水利局、市城管局)\n"
)
DUTIES = {
    "2022年底前建成平台": "牵 市大数据局 | 配 市财政局 各市(州)人民政府",
    "编制目录": "主责 市民政局 市档案馆",
    "改造管网": "主责 市水利局",
    "疏浚河道": "主责 市水利局 市城管局",
}
COPIES: dict[str, tuple[str, str]] = {
    "as it is": ("", ""),
    "on one line": ("\n", ""),
    "a statement on its own line": ("。(", "。\n("),
    "statements in bold": ("。(", "。**("),
}


@pytest.mark.parametrize("copy", COPIES)
def test_copies_read_the_same(copy: str) -> None:
    check(BODY.replace(*COPIES[copy]) if COPIES[copy][0] else BODY, DUTIES)


def test_inner_brackets_of_another_kind() -> None:
    check(
        "一、任务\n1.建设平台。(市大数据局牵头,市直有关部门、各市〔州〕按职责分工负责)\n2.培育产业。(市科技局,各县【市、区】人民政府)\n",
        {"建设平台": "牵 市大数据局 | 责 市直有关部门 各市〔州〕", "培育产业": "主责 市科技局 各县【市、区】人民政府"},
    )


def test_labels_with_nothing_between() -> None:
    check(
        "一、任务\n1.推动制造。牵头单位:市经济信息委责任单位:市科技局、市财政局完成时限:2021年底二、绿色制造\n2.推进改造。牵头单位:市生态环境局\n",
        {"推动制造": "牵 市经济信息委 | 责 市科技局 市财政局", "推进改造": "牵 市生态环境局"},
    )


def test_blanks_inside_a_list() -> None:
    check(
        "一、任务\n1.扩大投资。\n牵头责任单位:市发展改革委。\n协同责任单位:市财政局、 市商务局、 市林业局等。\n",
        {"扩大投资": "牵 市发展改革委 | 配 市财政局 市商务局 市林业局"},
    )


def test_a_person_beside_a_name() -> None:
    check(
        "一、任务\n1.改造小区。\n牵头单位:市住房城乡建设局(责任人:某某)、市财政局\n配合单位:市发展改革委\n",
        {"改造小区": "牵 市住房城乡建设局 市财政局 | 配 市发展改革委"},
    )


def test_a_label_without_a_name_says_nothing() -> None:
    check("一、任务\n1.清淤东河。(责任单位:)\n2.清淤西河。\n(责任单位:)\n3.清淤南河。(市水利局)\n", {"清淤东河": "", "清淤西河": "", "清淤南河": "主责 市水利局"})


def test_a_statement_above_the_signature_is_no_signer() -> None:
    text = "沅平市人民政府办公室关于推进养老服务的意见\n沅政办发〔2021〕8号\n各县区人民政府:\n现提出以下意见:\n一、改造设施,床位占比不低于50%。\n(市民政局、市发展改革委负责)\n沅平市人民政府办公室\n2021年3月5日\n"
    plan = load(Source(text, "plan.txt"))
    assert [d.unit.printed for t in plan.tasks for d in t.duties] == ["市民政局", "市发展改革委"]
    assert (plan.header.issuer, plan.header.date) == ("沅平市人民政府办公室", "2021-03-05")


def test_a_name_broken_behind_its_level() -> None:
    check(
        "一、任务\n1.提高城乡居民基本养老保险基础养老金标准,每人每月提高10元,按月足额发放。由自治区\n人力资源社会保障厅、财政厅负责。\n",
        {"提高城乡": "主责 自治区人力资源社会保障厅 财政厅"},
    )


BROKEN: dict[str, tuple[str, list[str]]] = {
    "in the middle of a name": ("责任单位：县发改局、县财\n政局、各乡镇人民政府", ["县发改局", "县财政局", "各乡镇人民政府"]),
    "in the only name": ("责任单位：县市场监督管\n理局", ["县市场监督管理局"]),
    "behind a whole name a new line begins": ("责任单位：县发改局、县财政局\n完善各项制度", ["县发改局", "县财政局"]),
    "words of work below": ("责任单位：县发改局、县财政局\n各乡镇要加强管理。", ["县发改局", "县财政局"]),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_list_broken_over_lines(name: str) -> None:
    words, want = BROKEN[name]
    plan = load(Source(f"沅平县节粮工作方案\n1.收储粮食。{words}\n2.抓好轮换。（县粮食局负责）\n"))
    assert [d.unit.printed for d in plan.tasks[0].duties] == want and not plan.unread


def test_a_running_head_within_an_item_is_none_of_its_words() -> None:
    plan = load(Source("沅平县节粮工作方案\n1.抓好轮换，加强储备\n沅平县人民政府公报 2025年第3期\n粮管理。（县粮食局负责）\n"))
    assert [(t.deadline.printed, [d.unit.printed for d in t.duties]) for t in plan.tasks] == [(None, ["县粮食局"])]
