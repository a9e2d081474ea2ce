"""TGT305."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Quote, Words
from graphmodel.graph import AccountabilityGraph
from graphmodel.text import fold
from queries.audit import Remark, rule
from queries.days import day_of, said
from queries.due import Impossible, impossible
from queries.places import heading_quote, lines_at, node_span, place_lines, quote_at, spoken, title


@rule(code="TGT305", name="impossible-deadline", level="warning")
def impossible_deadline(graph: AccountabilityGraph) -> Iterator[Remark]:
    """时限不可能 / A deadline that cannot be.

    说明 / What it says
    时限早于方案的印发日期，或晚于方案的期限（复核）；某一阶段在印发时已经结束，或印发后一周内就要结束（复核）。同一时限的任务只提一次。
    A deadline lies before the date of the plan, or after the period it is for (review); a phase was over when the plan was issued, or
    ends within a week of it (review). Tasks with one such date are said once.
    理由 / Why
    印发之前就已到期的任务，从一开始就是逾期的，多半是年份写错。
    What was due before the plan was issued is late from its first day; most often a year is mistaken.
    来源 / Source
    《党政机关公文处理工作条例》第十九条：所提政策措施和办法切实可行、表述准确；一周的界限为本程序自定。
    反例 / Bad example
    ```text
    沅平市人民政府办公室关于印发任务分工方案的通知
    各县（区）人民政府：
    现将方案印发给你们，请认真贯彻执行。
    沅平市人民政府办公室
    2024年3月1日
    沅平市城市环境整治工作任务分工方案
    一、重点任务
    1.完成老城区雨污分流改造。（责任单位：市住建局；完成时限：2023年9月底前）
    ```
    正例 / Good example
    ```text
    沅平市人民政府办公室关于印发任务分工方案的通知
    各县（区）人民政府：
    现将方案印发给你们，请认真贯彻执行。
    沅平市人民政府办公室
    2024年3月1日
    沅平市城市环境整治工作任务分工方案
    一、重点任务
    1.完成老城区雨污分流改造。（责任单位：市住建局；完成时限：2024年9月底前）
    ```
    修改 / How to mend
    核对年份，改为印发之后、方案期限之内的日期；已经完成的，改写为已完成。
    Check the year and give a date after the plan's own and within its period; what has been done already is better told as done.
    """
    for one in impossible(graph):
        yield _phase(graph, one) if one.phase else _tasks(graph, one)


def _tasks(graph: AccountabilityGraph, one: Impossible) -> Remark:
    n = len(one.tasks)
    issued = day_of(graph.node(one.doc).get("date"))
    what_zh = f"“{title(graph, one.tasks[0])}”" if n == 1 else f"{n} 项任务"
    what_en = f"“{title(graph, one.tasks[0])}” is" if n == 1 else f"{n} tasks are"
    printed = spoken(str(graph.node(one.tasks[0]).get("deadline_printed") or "")) or said(one.due)
    if one.why == "before" and issued:
        words = Words(
            zh=f"{what_zh}的时限“{printed}”早于方案的印发日期（{said(issued)}），印发之日就已逾期。",
            en=f"{what_en} due by “{printed}”, before the date of the plan ({issued.isoformat()}): late from the first day.",
        )
        year = issued.year if (one.due.month, one.due.day) > (issued.month, issued.day) else issued.year + 1
        wrong_year = one.due.year < issued.year
        remedy = Words(
            zh=f"请核对{f'年份，是否应为{year}年' if wrong_year else '日期'}；已经完成的，请改写为已完成。",
            en=f"Please check the {f'year: is {year} meant?' if wrong_year else 'date.'} What has been done already is better told as done.",
        )
    else:
        period = graph.node(one.doc)["period"]
        words = Words(
            zh=f"{what_zh}的时限“{printed}”晚于方案的期限（至{said(day_of(period[1]) or one.due)}），到期时方案已经结束。",
            en=f"{what_en} due by “{printed}”, after the period of the plan (to {period[1]}): the plan is over by then.",
        )
        remedy = Words(
            zh="请核对时限；确需在期限之后完成的，请写明期限内要做到哪一步。",
            en="Please check the date; where the work does go on after the period, please say what is to be reached within it.",
        )
    return Remark(
        message=words, remedy=remedy, tasks=one.tasks,
        lines=tuple(dict.fromkeys(place_lines(graph, t) for t in one.tasks)),
        quotes=tuple(q for t in one.tasks for q in (heading_quote(graph, t), *_printed(graph, t))),
        level=None if one.why == "before" else "review",
    )  # fmt: skip


def _phase(graph: AccountabilityGraph, one: Impossible) -> Remark:
    assert one.phase is not None
    issued = day_of(graph.node(one.doc).get("date")) or one.due
    name, left = spoken(one.phase.name), (one.due - issued).days
    over = one.why == "over"
    if over:
        zh = f"早于方案的印发日期（{said(issued)}），该阶段的工作已无从安排。"
        en = f"before the date of the plan ({issued.isoformat()}): its work can no longer be arranged."
    else:
        zh = f"距方案印发（{said(issued)}）只有 {left} 天，该阶段的工作难以展开。"
        en = f"{left} {'day' if left == 1 else 'days'} after the plan's own date ({issued.isoformat()}): little time to arrange its work."
    return Remark(
        message=Words(zh=f"“{name}”{said(one.due)}结束，{zh}", en=f"“{name}” ends on {one.due.isoformat()}, {en}"),
        remedy=Words(
            zh=f"请顺延“{name}”的截止日期；该阶段工作已经完成的，请写明。",
            en=f"Please put off the end of “{name}”; if its work has been done already, please say so.",
        ),
        tasks=one.tasks,
        lines=(lines_at(graph, one.doc, one.phase.span),),
        quotes=(quote_at(graph, one.doc, one.phase.span),),
        level=None if over else "review",
    )


def _printed(graph: AccountabilityGraph, task: str) -> tuple[Quote, ...]:
    """The deadline as printed, looked for in the task's lines and the few behind them (its label)."""
    doc = graph.document_of(task)
    start, end = node_span(graph, task)
    printed = str(graph.node(task).get("deadline_printed") or "")
    at = fold(graph.words(doc, (start, end + 600))).find(fold(printed)) if printed else -1
    return (quote_at(graph, doc, (start + at, start + at + len(printed))),) if at >= 0 else ()
