"""TGT308."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.places import heading_quote, place_lines, title
from queries.unmeasured import Unmeasured, unmeasured

SHOWN = 3  # tasks that the sentence names


@rule(code="TGT308", name="unmeasurable-task", level="review")
def unmeasurable_task(graph: AccountabilityGraph) -> Iterator[Remark]:
    """任务无法检验 / A task that nothing measures.

    说明 / What it says
    任务既没有数值，也没有时间要求，也没有可以交付或查验的成果（制定办法、建成设施、建立台账、完成排查等）。
    一份文件的此类任务合为一条，供核对；保障措施、没有责任单位的条文只要求配合他人的任务和常设职责（负责水情监测）不在此列。
    A task has no figure, no date and nothing that can be handed over or looked at (a regulation, a facility, a register, an inspection done). The tasks of one plan
    are one remark, to be checked. General demands, clauses that nobody answers for, tasks that only help another unit
    and standing duties (负责水情监测) are left out.
    理由 / Why
    无法检验的任务，做与没做、做多做少，到期说不清。
    Of a task that nothing measures nobody can say, on the day, whether and how far it was done.
    来源 / Source
    国务院2018年关于推动政策落实的要求：每项任务有措施、有进度安排、有责任人。
    反例 / Bad example
    ```text
    沅平市文化旅游发展任务分工方案
    一、重点任务
    1.大力提升旅游服务品质，不断增强游客获得感。（责任单位：市文旅局）
    2.新建游客中心2个。（责任单位：市文旅局）
    ```
    正例 / Good example
    ```text
    沅平市文化旅游发展任务分工方案
    一、重点任务
    1.提升旅游服务品质，2027年6月底前出台旅游服务质量评价办法。（责任单位：市文旅局）
    2.新建游客中心2个。（责任单位：市文旅局）
    ```
    修改 / How to mend
    为每项任务补一个可以查验的成果、数值或时限。
    Give each task a result that can be looked at, a figure or a date.
    """
    for one in unmeasured(graph):
        yield _remark(graph, one)


def _remark(graph: AccountabilityGraph, one: Unmeasured) -> Remark:
    count = len(one.tasks)
    shown = [title(graph, t) for t in one.tasks[:SHOWN]]
    said = "、".join(f"“{words}”" for words in shown)
    some = count > SHOWN
    return Remark(
        message=Words(
            zh=f"{one.of} 项任务中有 {count} 项没有数值、时限或可查验的成果：{said}{'等' if some else ''}。到期难以判断是否完成。",
            en=f"{count} of {one.of} {'task' if one.of == 1 else 'tasks'} {'has' if count == 1 else 'have'} no figure, date or result to look at: "
            f"{', '.join(f'“{words}”' for words in shown)}{f' and {count - SHOWN} more' if some else ''}. On the day it is hard to say whether the work was done.",
        ),
        remedy=Words(
            zh="请为这些任务各补一个可以查验的成果、数值或时限。",
            en="Please give each of these tasks a result that can be looked at, a figure or a date.",
        ),
        tasks=one.tasks, lines=tuple(dict.fromkeys(place_lines(graph, t) for t in one.tasks)),
        departments=tuple(dict.fromkeys(d for t in one.tasks for d in graph.leads_of(t))),
        quotes=tuple(heading_quote(graph, t) for t in one.tasks),
    )  # fmt: skip
