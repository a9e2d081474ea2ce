"""OWN105."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph, Edge
from queries.audit import Remark, rule
from queries.owners import inherited, is_collective, leads
from queries.places import lines_at, place_lines, quote_at, title


@rule(code="OWN105", name="lead-also-cooperates", level="error")
def lead_also_cooperates(graph: AccountabilityGraph) -> Iterator[Remark]:
    """牵头单位又列为配合单位 / A unit leads and helps at once.

    说明 / What it says
    同一个单位在同一项任务里既是牵头（责任）单位，又列在责任、配合单位当中。只看写明的单位，不经由“各有关部门”推断；写明各管一部分的不算。
    One unit leads a task and stands among its helpers too. Only units that are printed count, never a collective that might hold them; nor
    does a unit that leads one part and helps with another.
    理由 / Why
    多半是复制时的疏漏：不是多写了一处，就是另一个单位被写错了，后者意味着真正的配合单位没有接到任务。
    Mostly a slip of copying: the name stands there once too often, or in the place of another unit, which then does not know of its duty.
    来源 / Source
    责任分配矩阵 RACI 横向分析：一个角色在一项任务上只占一格（PMI, PMBOK Guide）。
    反例 / Bad example
    ```text
    沅平市产业发展任务分工方案
    一、重点任务
    1.推进企业技术改造。（牵头单位：市工信局；配合单位：市财政局、市工信局）
    2.培育专精特新企业。（牵头单位：市工信局；配合单位：市科技局）
    ```
    正例 / Good example
    ```text
    沅平市产业发展任务分工方案
    一、重点任务
    1.推进企业技术改造。（牵头单位：市工信局；配合单位：市财政局）
    2.培育专精特新企业。（牵头单位：市工信局；配合单位：市科技局）
    ```
    修改 / How to mend
    删去重复的一处，或改为应当配合的单位。
    Strike the second mention, or put the unit that was meant.
    """
    for task in graph.tasks():
        leading = {e.source: e for e in leads(graph, task) if not inherited(e) and not e.data.get("part") and not is_collective(graph, e.source)}
        seen: set[str] = set()
        for edge in graph.duties_of(task):
            lead = leading.get(edge.source)
            if edge.type == "COOPERATES" and lead and not inherited(edge) and not edge.data.get("part") and edge.source not in seen and _side_by_side(lead, edge):
                seen.add(edge.source)
                yield _remark(graph, task, lead, edge)


def _side_by_side(lead: Edge, other: Edge) -> bool:
    """Whether statements name both: a sentence of prose may say more than one thing of one unit."""
    return "text" not in (lead.data.get("basis"), other.data.get("basis"))


def _remark(graph: AccountabilityGraph, task: str, lead: Edge, other: Edge) -> Remark:
    doc = graph.document_of(task)
    name = str(graph.node(lead.source)["name"])
    spans = [(int(e.data["span"][0]), int(e.data["span"][1])) for e in (lead, other)]
    one, two = str(lead.data.get("label") or "牵头"), str(other.data.get("label") or "配合")
    return Remark(
        message=Words(
            zh=f"“{title(graph, task)}”中{name}既是“{one}”又是“{two}”，可能多写了一处，也可能误代了另一个单位。",
            en=f"In “{title(graph, task)}” {name} stands as “{one}” and as “{two}” too: once too often, or in the place of another unit.",
        ),
        remedy=Words(
            zh=f"请核对：如属多写，请删去“{two}”中的{lead.data['printed']}；如属误写，请改为应当承担的单位。",
            en=f"Please check: strike {lead.data['printed']} from “{two}”, or put the unit that was meant there.",
        ),
        tasks=(task,),
        lines=tuple(dict.fromkeys((place_lines(graph, task), *(lines_at(graph, doc, s) for s in spans)))),
        departments=(lead.source,),
        quotes=tuple(quote_at(graph, doc, s) for s in spans),
    )
