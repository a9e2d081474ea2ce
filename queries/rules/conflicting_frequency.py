"""TIM701."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.frequencies import Disagreeing, Regular, disagreeing
from queries.intervals import said_en, said_zh
from queries.owners import names
from queries.places import lines_at, quote_at, spoken


@rule(code="TIM701", name="conflicting-frequency", level="warning")
def conflicting_frequency(graph: AccountabilityGraph) -> Iterator[Remark]:
    """频次前后不一 / Frequencies that do not agree.

    说明 / What it says
    同一单位的同一种会议、报送、督查、考核，一处写一个频次，另一处写另一个频次（一处每半年报送，一处每季度报送）。同一句话内的分层安排（月调度、季通报）、
    名称不同的会议、进展情况之外的年度总结，不算不一致。听取汇报的频次高于会议频次的，列为复核。
    One meeting, report, inspection or assessment of one body is half-yearly in one place and quarterly in another. Layers in one sentence,
    meetings of different names, a yearly summary beside progress reports are no conflict. Hearing reports more often than meetings are
    held is a remark for review.
    理由 / Why
    执行单位不知道以哪个频次为准，考核时各执一词。
    Those who report or meet cannot know which frequency holds, and neither can those who assess them.
    来源 / Source
    《党政机关公文处理工作条例》第十九条：公文起草应当做到结构严谨、表述准确；比对方法为本程序自定。
    反例 / Bad example
    ```text
    沅平市节水工作任务分工方案
    一、重点任务
    1.完成老旧管网改造。（责任单位：市水利局）
    二、工作机制
    （一）各成员单位每季度向领导小组办公室报送工作进展情况。
    （二）各成员单位每半年向领导小组办公室报送工作进展情况。
    ```
    正例 / Good example
    ```text
    沅平市节水工作任务分工方案
    一、重点任务
    1.完成老旧管网改造。（责任单位：市水利局）
    二、工作机制
    （一）各成员单位每季度向领导小组办公室报送工作进展情况。
    （二）领导小组办公室每半年向领导小组报告工作进展情况。
    ```
    修改 / How to mend
    只在一处写明频次，或将两处改为一致。
    Say how often in one place only, or let both places say the same.
    """
    for pair in disagreeing(graph):
        yield _hearing(graph, pair) if pair.hearing else _conflict(graph, pair)


def _conflict(graph: AccountabilityGraph, pair: Disagreeing) -> Remark:
    one, other = pair.one, pair.other
    who = sorted(one.who & other.who)
    return Remark(
        message=Words(
            zh=f"{names(graph, who)}的同一项{_thing(one)[0]}，一处写“{_printed(graph, one)}”，另一处写“{_printed(graph, other)}”，执行时以哪个为准不明确。",
            en=f"The same {_thing(one)[1]} of {names(graph, who)} is {said_en(one.every.days)} in one place (“{_printed(graph, one)}”) "
            f"and {said_en(other.every.days)} in another (“{_printed(graph, other)}”): which one holds is not clear.",
        ),
        remedy=Words(
            zh=f"请统一为一个频次（{said_zh(one.every.days)}或{said_zh(other.every.days)}）；如确为两项不同的工作，请分别写明名称。",
            en=f"Please keep one frequency ({said_en(one.every.days)} or {said_en(other.every.days)}); if two different things are meant, please name them apart.",
        ),
        lines=tuple(dict.fromkeys(lines_at(graph, r.doc, r.span) for r in (one, other))),
        departments=tuple(sorted(one.who & other.who)),
        quotes=tuple(quote_at(graph, r.doc, r.span) for r in (one, other)),
    )


def _hearing(graph: AccountabilityGraph, pair: Disagreeing) -> Remark:
    one, other = pair.one, pair.other
    who = names(graph, sorted(one.who & other.who))
    return Remark(
        message=Words(
            zh=f"{who}{said_zh(one.every.days)}听取汇报，会议却是{said_zh(other.every.days)}一次，汇报在什么场合听取不明确。",
            en=f"Reports are to be heard {said_en(one.every.days)} by {who}, whose meetings are {said_en(other.every.days)}: where they are heard is not clear.",
        ),
        remedy=Words(
            zh=f"请将会议频次改为{said_zh(one.every.days)}，或写明汇报以书面等其他方式进行。",
            en=f"Please let the meetings be {said_en(one.every.days)}, or say that the reports are made in writing or otherwise.",
        ),
        level="review",
        lines=tuple(dict.fromkeys(lines_at(graph, r.doc, r.span) for r in (one, other))),
        departments=tuple(sorted(one.who & other.who)),
        quotes=tuple(quote_at(graph, r.doc, r.span) for r in (one, other)),
    )


_THINGS = {"meeting": ("会议", "meeting"), "reporting": ("报送", "report"), "inspection": ("督查", "inspection"), "assessment": ("考核", "assessment")}


def _thing(one: Regular) -> tuple[str, str]:
    return _THINGS.get(one.kind, ("汇报", "hearing"))


def _printed(graph: AccountabilityGraph, one: Regular) -> str:
    a, b = one.every.span
    return spoken(graph.words(one.doc, (one.span[0] + a, one.span[0] + b)))
