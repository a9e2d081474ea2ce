"""OWN110."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.owners import leads
from queries.places import heading_quote, lines_at, place_lines, quote_at, title
from queries.reach import Judge, judges

SHOWN = 3  # headings quoted


@rule(code="OWN110", name="measurer-owns-target", level="review")
def measurer_owns_target(graph: AccountabilityGraph) -> Iterator[Remark]:
    """既测评又负责 / Who measures the result answers for it.

    说明 / What it says
    统计部门对满意率、产值比重、收入增长一类的结果指标负责；或者牵头多项任务的部门同时负责检查、考核整个方案。统计部门自己的业务（调查、报表）不算。
    The statistics office answers for an outcome (a satisfaction rate, a share of output, the growth of income); or a department that leads
    several tasks also inspects or assesses the whole plan. The statistician's own work (surveys, returns) is left out.
    理由 / Why
    既当运动员又当裁判员，结果难以令人信服；测量者也没有手段改变结果。
    Player and referee in one convinces nobody, and who measures has no means to change the result.
    来源 / Source
    《中华人民共和国统计法》第六条：统计机构和统计人员依照本法规定独立行使统计调查、统计报告、统计监督的职权，不受侵犯；
    检查考核与承办分开为本程序自定 / keeping inspection apart from execution is a rule of our own.
    反例 / Bad example
    ```text
    沅平市绿色发展任务分工方案
    一、重点任务
    1.公众对生态环境的满意率达到90%以上。（责任单位：市统计局）
    2.完成河道清淤30公里。（责任单位：市水利局）
    ```
    正例 / Good example
    ```text
    沅平市绿色发展任务分工方案
    一、重点任务
    1.公众对生态环境的满意率达到90%以上。（牵头单位：市生态环境局；配合单位：市统计局）
    2.完成河道清淤30公里。（责任单位：市水利局）
    ```
    修改 / How to mend
    由业务主管部门对结果负责，统计部门只提供数据；检查考核由不承担任务的机构组织。
    Let the department in charge answer for the result and the statistics office give the data; let a body without tasks do the assessing.
    """
    for one in judges(graph):
        yield _statistics(graph, one) if one.statistics else _inspector(graph, one)


def _name(graph: AccountabilityGraph, one: Judge) -> str:
    printed = (str(e.data.get("printed") or "") for e in leads(graph, one.tasks[0]) if e.source == one.body)
    return next((p for p in printed if p), str(graph.node(one.body)["name"]))


def _statistics(graph: AccountabilityGraph, one: Judge) -> Remark:
    who = _name(graph, one)
    shown = "、".join(f"“{title(graph, t)}”" for t in one.tasks[:SHOWN])
    more = len(one.tasks) > SHOWN
    return Remark(
        message=Words(
            zh=f"{who}负责{shown}{f'等 {len(one.tasks)} 项' if more else ''}，而这类指标的数据由统计部门测算；测算者对结果负责，既难以推动也难以令人信服。",
            en=f"The unit that answers for {shown}{f' and others, {len(one.tasks)} tasks,' if more else ''} is {who}, "
            "and such results are measured by the statistics office; it has little means to bring them about, and its own figure convinces less.",
        ),
        remedy=Words(
            zh=f"请改由业务主管部门负责，{who}列为配合单位，提供数据。",
            en=f"Please let the department in charge answer for it and list {who} as a helper that gives the data.",
        ),
        tasks=one.tasks,
        lines=tuple(place_lines(graph, t) for t in one.tasks),
        departments=(one.body,),
        quotes=tuple(heading_quote(graph, t) for t in one.tasks),
    )


def _inspector(graph: AccountabilityGraph, one: Judge) -> Remark:
    who, n = _name(graph, one), len(one.tasks)
    words = one.words or (0, 0)
    return Remark(
        message=Words(
            zh=f"{who}负责检查考核方案的落实，自己又牵头其中 {n} 项任务；自己检查自己，结果难以令人信服。",
            en=f"How the plan is carried out is inspected or assessed by {who}, which leads {n} of its tasks itself; who checks its own work convinces less.",
        ),
        remedy=Words(
            zh=f"请对{who}牵头的任务另定检查考核单位（如督查机构）。",
            en=f"Please name another body, such as the inspection office, to check the tasks that {who} leads.",
        ),
        lines=(lines_at(graph, one.doc, words),),
        departments=(one.body,),
        quotes=(quote_at(graph, one.doc, words), *(heading_quote(graph, t) for t in one.tasks[:SHOWN])),
    )
