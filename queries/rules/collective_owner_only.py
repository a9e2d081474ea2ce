"""OWN104."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Quote, Words
from graphmodel.graph import AccountabilityGraph
from graphmodel.text import fold
from queries.answering import CollectiveOnly, collective_only, wording
from queries.audit import Remark, rule
from queries.owners import leads, names, owner
from queries.places import heading_quote, lines_at, place_lines, quote_at, title

SHOWN = 3  # tasks quoted where many are told at once


@rule(code="OWN104", name="collective-owner-only", level="warning")
def collective_owner_only(graph: AccountabilityGraph) -> Iterator[Remark]:
    """只有集合主体负责 / Only a collective answers.

    说明 / What it says
    某项任务的牵头（责任）单位只有“各县（市、区）政府”“各有关部门”一类的集合主体，没有任何一个具体单位。
    由兜底条款造成的，在条款处提一次；同一写法的任务较多的，合并提一次；写明领域的（气象部门）不算；保障措施中对各单位的一般要求只列为复核。
    The only owners of a task are collectives (the governments of all counties, all departments concerned); no single unit is named. What a
    blanket clause causes is said once, at the clause, and where many tasks have one wording they are told together; a field that names its
    department (气象部门) is no collective; a general demand on everybody in the measures part is only a remark for review.
    理由 / Why
    人人有份往往等于无人牵头，市级层面缺少汇总和督促的单位。
    What everybody answers for, nobody leads: no unit gathers the results and sees to it.
    来源 / Source
    党政机关督查工作通例：责任到单位、到人；集合主体应在附件中逐一列名或另设牵头单位。
    反例 / Bad example
    ```text
    沅平市生态创建工作任务分工方案
    一、重点任务
    1.完成饮用水水源地标志设置。（责任单位：市生态环境局）
    2.八成以上的县（市、区）达到生态县建设指标。（责任单位：各县（市、区）政府）
    ```
    正例 / Good example
    ```text
    沅平市生态创建工作任务分工方案
    一、重点任务
    1.完成饮用水水源地标志设置。（责任单位：市生态环境局）
    2.八成以上的县（市、区）达到生态县建设指标。（责任单位：市生态环境局、各县（市、区）政府）
    ```
    修改 / How to mend
    增列一个具体的牵头单位，或在附件中逐一列出集合主体的成员。
    Add one unit that leads, or list the members of the collective in an annex.
    """
    for one in collective_only(graph):
        yield _clause(graph, one) if one.clause else _task(graph, one) if len(one.tasks) == 1 else _many(graph, one)


_REMEDY = Words(
    zh="请增列一个具体的牵头单位负责汇总和督促；确由各地分别负责的，请逐一列名。",
    en="Please add one unit that leads and gathers the results; where each place answers for its own part, please list the places.",
)


def _task(graph: AccountabilityGraph, one: CollectiveOnly) -> Remark:
    task = one.tasks[0]
    who = wording(graph, task)
    return Remark(
        message=Words(
            zh=f"“{title(graph, task)}”的责任单位只有“{who}”，是集合主体，没有具体单位汇总和督促。",
            en=f"The only owner of “{title(graph, task)}” is the collective “{who}”; no single unit gathers the results.",
        ),
        remedy=_REMEDY,
        tasks=one.tasks,
        lines=(place_lines(graph, task),),
        departments=one.departments,
        quotes=(heading_quote(graph, task), *_printed(graph, task)),
        level="review" if one.prose else None,
        because=_cause(graph, task),
        key=f"collective-owner-only:{task}",
    )


def _many(graph: AccountabilityGraph, one: CollectiveOnly) -> Remark:
    first, n = one.tasks[0], len(one.tasks)
    who = wording(graph, first)
    return Remark(
        message=Words(
            zh=f"{n} 项任务的责任单位只有“{who}”，是集合主体，没有具体单位汇总和督促。",
            en=f"The only owner of {n} tasks is the collective “{who}”; no single unit gathers the results.",
        ),
        remedy=_REMEDY,
        tasks=one.tasks,
        lines=tuple(dict.fromkeys(place_lines(graph, t) for t in one.tasks)),
        departments=one.departments,
        quotes=tuple(dict.fromkeys(q for t in one.tasks[:SHOWN] for q in (heading_quote(graph, t), *_printed(graph, t)))),
        level="review" if one.prose else None,
        because=_cause(graph, first),
        key=f"collective-owner-only:{first}",
    )


def _printed(graph: AccountabilityGraph, task: str) -> list[Quote]:
    return [quote_at(graph, graph.document_of(task), (int(e.data["span"][0]), int(e.data["span"][1]))) for e in leads(graph, task)]


def _cause(graph: AccountabilityGraph, task: str) -> str:
    """What explains it: several units that watch and none that leads, else a wording that names nobody."""
    if len({owner(graph, d) for d in graph.supervisors_of(task)}) > 1:
        return f"supervised-not-led:{task}"
    return f"vague-owner:{graph.document_of(task)}:{''.join(fold(str(leads(graph, task)[0].data.get('printed') or '')).split())}"


def _clause(graph: AccountabilityGraph, one: CollectiveOnly) -> Remark:
    doc = graph.document_of(one.tasks[0])
    clause = one.clause or (0, 0)
    n = len(one.tasks)
    who = names(graph, one.departments)
    return Remark(
        message=Words(
            zh=f"按此条款，{n} 项任务的责任单位只有“{who}”，是集合主体，没有具体单位汇总和督促。",
            en=f"By this clause only the collective “{who}” answers for {n} {'task' if n == 1 else 'tasks'}; no single unit gathers the results.",
        ),
        remedy=_REMEDY,
        tasks=one.tasks,
        lines=(lines_at(graph, doc, clause),),
        departments=one.departments,
        quotes=(quote_at(graph, doc, clause),),
        key=f"collective-owner-only:{one.tasks[0]}",
    )
