"""TGT304."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.due import Undated, undated
from queries.places import heading_quote, place_lines, title


@rule(code="TGT304", name="no-deadline", level="review")
def no_deadline(graph: AccountabilityGraph) -> Iterator[Remark]:
    """没有时限 / No deadline.

    说明 / What it says
    任务、指标、节点、阶段、标题、方案期限中都找不到日期。全文只提一次；保障措施、工作机制一类的要求，以及写明长期、定期的，不提。
    No date stands in the task, its indicators, its steps, its phase, a heading or the period of the plan. All such tasks of a plan are
    said once; measures that keep the plan going, and what is to be done for good or at intervals, are left alone.
    理由 / Why
    没有时限就无从督办，也无从判断是否逾期。
    What has no deadline can be neither followed up nor found late.
    来源 / Source
    国务院2018年关于工作落实的要求：每项任务有措施、有进度安排、有责任人。
    反例 / Bad example
    ```text
    沅平市城市环境整治工作任务分工方案
    一、重点任务
    1.2024年9月底前完成老城区雨污分流改造。（责任单位：市住建局）
    2.建设城东垃圾中转站。（责任单位：市城管局）
    ```
    正例 / Good example
    ```text
    沅平市城市环境整治工作任务分工方案
    一、重点任务
    1.2024年9月底前完成老城区雨污分流改造。（责任单位：市住建局）
    2.2024年12月底前建成城东垃圾中转站。（责任单位：市城管局）
    ```
    修改 / How to mend
    为任务写明完成时限；全文时限相同的，在总体要求中写明一次即可。
    Give the task a date; where one date holds for all, say it once at the head of the plan.
    """
    for plan in undated(graph):
        yield _remark(graph, plan)


SHOWN = 6  # headings that are quoted


def _remark(graph: AccountabilityGraph, one: Undated) -> Remark:
    n = len(one.tasks)
    where_zh = f"“{title(graph, one.part)}”中" if one.part else ""
    where_en = f" of “{title(graph, one.part)}”" if one.part else ""
    if n == 1:
        words = Words(
            zh=f"“{title(graph, one.tasks[0])}”没有写明时限，方案也没有统一的期限，无从督办。",
            en=f"“{title(graph, one.tasks[0])}” has no date and the plan has no period: it cannot be followed up.",
        )
    elif n == one.of:
        words = Words(
            zh=f"{where_zh}{n} 项任务均没有写明时限，方案也没有统一的期限，无从督办。",
            en=f"None of the {n} tasks{where_en} has a date and the plan has no period: they cannot be followed up.",
        )
    else:
        words = Words(
            zh=f"{where_zh}{one.of} 项任务中有 {n} 项没有写明时限，方案也没有统一的期限，无从督办。",
            en=f"{n} of the {one.of} tasks{where_en} have no date and the plan has no period: they cannot be followed up.",
        )
    return Remark(
        message=words,
        remedy=Words(
            zh="请写明完成时限，如“2025年12月底前”；时限相同的，可在总体要求中统一写明；属于长期工作的，请写明“长期坚持”。",
            en="Please give a date, such as 2025年12月底前; one that holds for all may stand once at the head of the plan; for work without an end say 长期坚持.",
        ),
        tasks=one.tasks,
        lines=tuple(dict.fromkeys(place_lines(graph, t) for t in one.tasks)),
        quotes=tuple(heading_quote(graph, t) for t in one.tasks[:SHOWN]),
    )
