"""DUP203."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.overlap import Overlap, overlaps
from queries.owners import names
from queries.places import lines_at, quote_at, said_of, spoken

QUOTED = 2  # clauses of one task in the message; all are quoted


@rule(code="DUP203", name="overlapping-task", level="review")
def overlapping_task(graph: AccountabilityGraph) -> Iterator[Remark]:
    """相近的工作由不同单位负责 / Similar work under different owners.

    说明 / What it says
    两项任务做的是相近的事（同一对象，或几句话意思相近），责任单位却不同，也没有写明谁牵头、如何分界。逐字重复、同一事项的，由 DUP201 提；同一指标的，
    由 DUP202 提，这里都不再提。区县与市级部门上下承接的，互为牵头、配合的，保障措施中的一般要求，都不算。
    Two tasks do similar things (one object, or several clauses alike) under different owners, and nothing says who leads or where one ends
    and the other begins. The same work said twice is DUP201's, the same target DUP202's; neither is said again. Silent where a district
    carries out what a bureau plans, where the owners help each other on both, and for general demands.
    理由 / Why
    相近的工作分头去做，容易各出一套办法、各要一次材料，中间的空当又没有人管。
    Who does similar work apart makes two sets of rules and asks for the same papers twice, and what lies between is nobody's.
    来源 / Source
    美国政府问责局 GAO-15-49SP，Fragmentation, Overlap, and Duplication: An Evaluation and Management Guide（2015）：overlap；
    中共中央关于深化党和国家机构改革的决定（2018）：“一件事情原则上由一个部门负责”。
    反例 / Bad example
    ```text
    沅平市再生资源利用任务分工方案
    一、重点任务
    1.清理临时堆场，研究制定拆房废弃物回收利用方案，核定消纳场容量。（责任单位：市住建局）
    2.规范流动商贩经营，改造供销网点，提高废弃物回收利用水平，开展旧货以旧换新。（责任单位：市供销社）
    3.推进河道清淤疏浚。（责任单位：市水利局）
    4.发放稳岗就业补贴。（责任单位：市财政局）
    5.开展门店消防巡查。（责任单位：市商务局）
    ```
    正例 / Good example
    ```text
    沅平市再生资源利用任务分工方案
    一、重点任务
    1.清理临时堆场，研究制定拆房废弃物回收利用方案，核定消纳场容量。（牵头单位：市住建局；配合单位：市供销社）
    2.规范流动商贩经营，改造供销网点，开展旧货以旧换新。（责任单位：市供销社）
    3.推进河道清淤疏浚。（责任单位：市水利局）
    4.发放稳岗就业补贴。（责任单位：市财政局）
    5.开展门店消防巡查。（责任单位：市商务局）
    ```
    修改 / How to mend
    并为一项并定一个牵头单位，或写明各自的范围和衔接办法。
    Put them into one task under one lead, or write the scope of each and how they fit together.
    """
    for entry in overlaps(graph):
        yield _remark(graph, entry)


def _remark(graph: AccountabilityGraph, entry: Overlap) -> Remark:
    told = []
    for task in entry.tasks:
        words = "…".join(spoken(graph.words(entry.doc, span)) for span in entry.places[task][:QUOTED])
        told.append((said_of(graph, task), names(graph, graph.leads_of(task)), words))
    leads = list(dict.fromkeys(d for t in entry.tasks for d in graph.leads_of(t)))
    spans = sorted({span for t in entry.tasks for span in entry.places[t]})
    first = names(graph, graph.leads_of(entry.tasks[0])[:1])
    return Remark(
        message=Words(
            zh=f"{len(entry.tasks)} 项任务的工作相近而责任单位不同："
            + "；".join(f"{at.zh} {who}“{words}”" for at, who, words in told)
            + "。没有写明如何分界，容易各做一套。",
            en=f"{len(entry.tasks)} tasks are similar work under different owners: "
            + "; ".join(f"{at.en} {who} “{words}”" for at, who, words in told)
            + ". Where one ends and the other begins is not said, and each may go its own way.",
        ),
        remedy=Words(
            zh=f"请核对是否为同一项工作：是的，请并为一项，定一个牵头单位（如{first}）；不是的，请写明{names(graph, leads)}各自的范围。",
            en=f"Please check: if it is one work, make it one task under one lead ({first}, say); if not, write the scope of each ({names(graph, leads)}).",
        ),
        tasks=entry.tasks,
        lines=tuple(dict.fromkeys(lines_at(graph, entry.doc, span) for span in spans)),
        departments=tuple(leads),
        quotes=tuple(quote_at(graph, entry.doc, span) for span in spans),
    )
