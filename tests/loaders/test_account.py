"""Nothing is lost: whatever the text, each non-blank line was taken for something or stands in the list of what was not read."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmodel.plan import Source
from loaders.load import load

PARTS = st.sampled_from(
    [
        "一、", "二、", "(一)", "(二)", "1.", "2.", "(1)", "①", "主要任务", "工作目标", "保障措施", "市发展改革委", "市财政局", "各县(市、区)人民政府", ":", "、", ",", ";", "。", "(", ")", "〔", "】", "|", "\t", " ", "  ",
        "牵头单位:", "责任单位:", "配合单位", "完成时限:2021年10月", "负责", "牵头", "配合", "按职责分工负责", "到2025年", "达到85%以上", "完善制度", "序号", "任务", "组长:张建国 市长", "每季度召开会议", "以下均需市政府落实,不再列出",
        "列第一位的为牵头单位,下同", "附件:1.名单", "2021年3月5日", "沅平市人民政府办公室", "关于印发方案的通知", "打印 关闭", "\n", "\n", "\n\n", "\r\n", "《", "》", "“", "\u3000\u3000", "等", "和", "由", "会同", "—", "a", "9",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PARTS, max_size=60).map("".join), st.text(max_size=300), st.text(alphabet="一二、()。:;局市县责任单位牵头\n 0123456789", max_size=300))


@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_every_line_is_accounted_for(text: str) -> None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    plan = load(Source(text, "any.txt"))
    lines = text.split("\n")
    assert len(plan.taken) == len(lines)
    for n, (line, taken) in enumerate(zip(lines, plan.taken), 1):
        assert bool(taken) == bool(line.strip()), (n, line, taken)
    unread = dict(plan.unread)
    assert all(plan.taken[n - 1] == "unread" for n in unread)
    for t in plan.tasks:
        assert text[slice(*t.span)] == t.text and t.text.strip()
        for d in t.duties:
            assert "".join(text[slice(*d.unit.span)].split()) == d.unit.printed


LOST = {
    "a statement without work before it": ("责任单位:市城管局\n", "没有任务"),
    "words of allotment in prose": ("一、任务\n(一)整治由有志之士负责。做好善后。\n", "未读懂"),
    "a table's head and no row": ("一、任务\n| 序号 | 任务 | 责任单位 |\n没有行\n", "表头"),
}


def test_what_is_not_understood_is_said() -> None:
    for name, (text, reason) in LOST.items():
        plan = load(Source(text, "any.txt"))
        assert any(reason in why for _, why in plan.unread), (name, plan.unread, plan.taken)


def test_page_marks_do_not_hide_that_lines_are_broken() -> None:
    page = "完善街道党工委对地区治理重大工作的领导体制机制优化决\n策程序涉及基层治理的重大事项重点工作重要问题由街道讨论\n决定全面提升街道抓党建抓治理抓服务的能力和水平及其他\n方面的工作。\n责任单位:"
    text = "".join(f"{n}.{page}市教育局、市财政局、市民政局、园区工\n委\n- {n} -\n" for n in range(1, 6))
    assert [[d.unit.printed for d in t.duties] for t in load(Source(text, "any.txt")).tasks] == [["市教育局", "市财政局", "市民政局", "园区工委"]] * 5


FRAME = "沅平市人民政府办公室\n关于印发2026年任务分解表的通知\n\n各县（区）人民政府：\n现将任务分解表印发给你们。{}\n\n2026年任务分解表\n{}\n\n一、重点任务\n（一）改造管网。（责任单位：市水利局）\n"
OVERLOOKED = {
    "a row of a table nobody read": ("", "改造管网\t市水利局", [8]),
    "a row with pipes": ("", "改造管网 | 市水利局 | 6月底", [8]),
    "nothing but units": ("", "市水利局、市财政局", [8]),
    "a preamble that names units": ("", "为落实省政府部署，市水利局、市财政局研究起草了本方案。", []),
    "a preamble in plain words": ("", "为做好全市管网改造，制定本方案。", []),
    "a notice in plain words": ("请认真贯彻执行。", "为做好全市管网改造，制定本方案。", []),
}


@pytest.mark.parametrize("name", OVERLOOKED)
def test_what_no_preamble_says_is_listed(name: str) -> None:
    notice, preamble, expected = OVERLOOKED[name]
    plan = load(Source(FRAME.format(notice, preamble), "plan.txt"))
    assert [n for n, _ in plan.unread] == expected
    assert len(plan.tasks) == 1


def test_a_duty_to_report_in_the_notice_is_read_or_listed() -> None:
    plan = load(Source(FRAME.format("各牵头单位每月5日前将进展情况报市政府办公室。", "为做好全市管网改造，制定本方案。"), "plan.txt"))
    assert plan.mechanisms or [n for n, _ in plan.unread] == [5]
