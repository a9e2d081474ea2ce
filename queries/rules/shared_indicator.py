"""DUP202."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from queries.audit import Remark, rule
from queries.owners import names
from queries.places import begun, between, lines_at, quote_at, said_of
from queries.targets import SameTarget, same_targets

SHOWN = 5  # targets named in a message; all are quoted


@rule(code="DUP202", name="shared-indicator", level="warning")
def shared_indicator(graph: AccountabilityGraph) -> Iterator[Remark]:
    """同一指标写给了不同单位 / One target is given to several owners.

    说明 / What it says
    名称、数值、单位、年度都相同的指标，出现在责任单位不同的任务里，且没有写明谁对结果负总责。总体目标里的重述不算；
    各区县各自完成本地指标不算，同时又写给市级部门或覆盖各区的园区的，算。
    A target with the same name, value, unit and year stands in tasks with different owners, and nobody is said to answer for the result.
    A goal that is restated is no sharing. Districts that reach it each on their own ground do not share it; together with a city
    department, or a zone that covers them, they do.
    理由 / Why
    完不成时分不清是谁没完成；数量指标还会分不清是合计还是各自完成。
    When it is missed nobody can tell who missed it; and of a quantity nobody can tell whether it is meant in all or each.
    来源 / Source
    中共中央关于深化党和国家机构改革的决定（2018）：“一件事情原则上由一个部门负责”；
    责任分配矩阵 RACI：一项结果只有一个负责者（PMI, PMBOK Guide）。
    反例 / Bad example
    ```text
    沅平市绿色发展任务分工方案
    一、重点任务
    1.推进节水改造，到2025年工业用水重复利用率达到85%。（责任单位：市工业和信息化局）
    2.加强取水许可管理，到2025年工业用水重复利用率达到85%。（责任单位：市水利局）
    ```
    正例 / Good example
    ```text
    沅平市绿色发展任务分工方案
    一、重点任务
    1.推进节水改造，到2025年工业用水重复利用率达到85%。（牵头单位：市工业和信息化局；配合单位：市水利局）
    2.加强取水许可管理，到2025年取水计量率达到98%。（责任单位：市水利局）
    ```
    修改 / How to mend
    指标只写给一个牵头单位，其他单位列为配合；或按单位分解数值。
    Give the target to one lead and list the others as helpers, or divide its value among them.
    """
    for entry in same_targets(graph):
        yield _remark(graph, entry)


def _remark(graph: AccountabilityGraph, entry: SameTarget) -> Remark:
    spans = [tuple(graph.node(i)["span"]) for target in entry.targets for i in target]
    shown = [f"“{_squeezed(_printed(graph, target[0]))}”" for target in entry.targets[:SHOWN]]
    more_zh = f"等 {len(entry.targets)} 个指标" if len(entry.targets) > SHOWN else ""
    more_en = f" and others ({len(entry.targets)} targets)" if len(entry.targets) > SHOWN else ""
    places = [(said_of(graph, t), names(graph, graph.leads_of(t))) for t in entry.tasks]
    who = Words(between(owner for _, owner in places).join(f"{at.zh} {owner}" for at, owner in places), begun("; ".join(f"{at.en} {owner}" for at, owner in places)))
    return Remark(
        message=Words(
            zh=f"同一指标写在 {len(entry.tasks)} 项责任单位不同的任务里：{'、'.join(shown)}{more_zh}。{who.zh}。没有写明由谁负总责，完不成时分不清责任。",
            en=f"One target stands in {len(entry.tasks)} tasks with different owners: {', '.join(shown)}{more_en}. {who.en}. "
            "Nobody is said to answer for the result, so none can be held to it.",
        ),
        remedy=Words(
            zh="请定一个单位对该指标负责，其他单位列为配合；数量指标请写明是合计还是各自完成。",
            en="Please name one unit that answers for the target and list the others as helpers; of a quantity, say whether it is meant in all or each.",
        ),
        tasks=entry.tasks,
        lines=tuple(sorted({lines_at(graph, entry.doc, (a, b)) for a, b in spans})),
        departments=tuple(dict.fromkeys(d for t in entry.tasks for d in graph.leads_of(t))),
        quotes=tuple(quote_at(graph, entry.doc, (a, b)) for a, b in sorted(set(spans))),
        because=f"DUP201 {' '.join(entry.tasks)}",
    )


def _printed(graph: AccountabilityGraph, indicator: str) -> str:
    node = graph.node(indicator)
    return str(node.get("quote") or node["name"])


def _squeezed(text: str) -> str:
    return pattern(r"\s+").sub("", text)
