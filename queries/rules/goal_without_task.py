"""TGT301."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.carriage import Carriage, carriages, figure
from queries.places import heading_quote, lines_at, node_span, place_lines, quote_at, spoken, title
from queries.unvalued import asked_of_tasks


@rule(code="TGT301", name="goal-without-task", level="error")
def goal_without_task(graph: AccountabilityGraph) -> Iterator[Remark]:
    """目标没有任务承接 / No task carries a goal.

    说明 / What it says
    总体目标中的一个数值或时限，没有任何一项任务承接：各项任务中都没有同一指标（名称相同或相近、单位可比）及其数值。
    任务提到该指标但没有写数值的，由 target-without-value（TGT303）在该任务处指出；名称太短、难以确定所指的，在此处列为警告。
    任务写了别的数值的，由 conflicting-target（TGT302）指出。
    数值相同而没有写全指标名称的，以及没有数值和时限的定性目标，只列为复核。
    任务前文已点明对象、后文只写“安装率达到100%”的，视为承接。
    A figure or a date of the overall goals is carried by no task: none has the same indicator (same or nearly the same name, comparable
    unit) with a value.
    If a task names the indicator without a value, TGT303 (target-without-value) says so at the task; where the name is too short to be sure, it is a warning
    here. If a task has another value, TGT302 (conflicting-target) says so. If a task has the value and leaves the name half
    said, or if the goal has neither figure nor date, a remark for review. What the task's own sentence said before (安装…, 安装率达到100%) is
    part of the name.
    理由 / Why
    没有任务承接的指标没有责任单位，到期无人交账。
    A target that no task carries has no owner, and on the day nobody gives account of it.
    来源 / Source
    目标管理的一般要求：总目标逐项分解到任务和单位（Drucker, The Practice of Management, 1954）。
    反例 / Bad example
    ```text
    沅平市空气质量提升工作任务分工方案
    一、工作目标
    到2027年，城镇污水处理率达到95%以上；优良天数比例达到85%以上。
    二、重点任务
    1.扩建城东污水处理厂，到2027年城镇污水处理率达到95%以上。（责任单位：市住建局）
    2.开展冬季清洁取暖。（责任单位：市发改委）
    ```
    正例 / Good example
    ```text
    沅平市空气质量提升工作任务分工方案
    一、工作目标
    到2027年，城镇污水处理率达到95%以上；优良天数比例达到85%以上。
    二、重点任务
    1.扩建城东污水处理厂，到2027年城镇污水处理率达到95%以上。（责任单位：市住建局）
    2.开展冬季清洁取暖，到2027年优良天数比例达到85%以上。（责任单位：市生态环境局）
    ```
    修改 / How to mend
    把该目标写入一项任务，注明数值、时限和责任单位。
    Write the goal into a task, with its value, its date and its owner.
    """
    for one in carriages(graph):
        if one.status != "carried" and not asked_of_tasks(graph, one):
            yield _figure(graph, one) if one.indicator else _sentence(graph, one)


_REMEDY = Words(
    zh="请将该目标写入相应任务，注明数值、时限和责任单位；如已由其他文件承接，请注明。",
    en="Please write this goal into a task with its value, date and owner; if another document carries it, please cite it.",
)
_IN_FULL = Words(
    zh="请核对是否同一指标；是的，请在任务中写全指标名称。",
    en="Please check whether it is the same indicator; if so, please write its full name into the task.",
)


def _figure(graph: AccountabilityGraph, one: Carriage) -> Remark:
    data = graph.node(one.indicator or one.goal)
    doc = graph.document_of(one.goal)
    span = node_span(graph, one.indicator or one.goal)
    words = spoken(figure(data))
    if one.status == "unnamed":
        task = title(graph, one.tasks[0])
        message = Words(
            zh=f"目标“{words}”可能由“{task}”承接：该任务数值相同，但没有写全是哪一项指标。",
            en=f"“{task}” may carry the goal “{words}”: it has the same value and does not say in full of what.",
        )
    elif one.status == "named":
        task, more = title(graph, one.tasks[0]), len(one.tasks) - 1
        message = Words(
            zh=f"目标“{words}”的数值没有任务承接：“{task}”{f'等 {more + 1} 项任务' if more else ''}提到该指标，但没有写数值。",
            en=f"No task carries the value of the goal “{words}”: “{task}”{f' (and {more} more)' if more else ''} names the indicator without a value.",
        )
    else:
        message = Words(zh=f"目标“{words}”没有任何任务承接，到期无单位交账。", en=f"No task carries the goal “{words}”: on the day no unit gives account of it.")
    return Remark(
        message=message,
        remedy=_IN_FULL if one.status == "unnamed" else _REMEDY,
        tasks=one.tasks,
        lines=(lines_at(graph, doc, span), *(place_lines(graph, t) for t in one.tasks[:2])) if one.tasks else (lines_at(graph,
        doc, span),),
        quotes=(quote_at(graph, doc, span), *(heading_quote(graph, t) for t in one.tasks[:2])),
        level="review" if one.sort == "words" or one.status == "unnamed" else "warning" if one.status == "named" else None,
        key=f"goal-without-task:{one.indicator}", because=f"TGT302 {one.indicator}",
    )  # fmt: skip


def _sentence(graph: AccountabilityGraph, one: Carriage) -> Remark:
    doc = graph.document_of(one.goal)
    spans = one.clauses or (node_span(graph, one.goal),)
    quotes = tuple(quote_at(graph, doc, s) for s in spans[:3])
    shown = "”“".join(spoken(q.text)[:60] for q in quotes)
    if one.sort == "dated":
        message = Words(
            zh=f"有时限的目标“{shown}”没有任务承接，到期无单位交账。", en=f"No task carries the dated goal “{shown}”: on the day no unit gives account of it."
        )
    else:
        message = Words(
            zh=f"目标中的“{shown}”未见任务承接（定性表述，供核对）。",
            en=f"No task seems to take up “{shown}” (a goal without figure or date; please check).",
        )
    return Remark(
        message=message, remedy=_REMEDY, lines=tuple(dict.fromkeys(lines_at(graph, doc, s) for s in spans[:3])), quotes=quotes,
        level="review" if one.sort == "qualitative" else None, key=f"goal-without-task:{one.goal}",
    )  # fmt: skip
