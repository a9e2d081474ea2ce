"""OWN105."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph, Edge
from graphmodel.text import fold
from queries.audit import Remark, rule
from queries.owners import is_collective
from queries.places import lines_at, place_lines, quote_at, title

HABIT = 5  # from so many leads among the responsible units on, the plan does so on purpose
QUOTED = 6


@rule(code="OWN105", name="lead-also-cooperates", level="error")
def lead_also_cooperates(graph: AccountabilityGraph) -> Iterator[Remark]:
    """牵头单位又列为配合单位 / A unit leads and helps at once.

    说明 / What it says
    同一个单位在同一项任务里既是牵头（责任）单位，又列在责任、配合单位当中。只看写明的单位，不经由“各有关部门”推断；写明各管一部分的不算；
    全文一再把牵头单位也列在责任单位当中的，只提一次，列为复核。
    One unit leads a task and stands among its helpers too. Only units that are printed count, never a collective that might hold them; nor
    does a unit that leads one part and helps with another. A plan that lists its leads among the responsible units time and again is told
    once, for review.
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
    for doc in graph.documents():
        found = [(task, lead, other) for task in graph.tasks(doc) for lead, other in _twice(graph, task)]
        shared = [entry for entry in found if entry[2].data.get("tier") == "责"]
        habit = len(shared) >= HABIT
        if habit:
            yield _habit(graph, doc, shared)
        yield from (_remark(graph, *entry) for entry in found if not habit or entry not in shared)


def _twice(graph: AccountabilityGraph, task: str) -> Iterator[tuple[Edge, Edge]]:
    """Each unit that leads the task and stands among its helpers, with both places."""
    edges = [e for e in graph.duties_of(task) if _whole(e) and not is_collective(graph, e.source)]
    leading = {e.source: e for e in edges if e.type == "LEADS"}
    helping = {e.source: e for e in reversed(edges) if e.type == "COOPERATES"}
    yield from ((leading[d], helping[d]) for d in leading if d in helping)


def _whole(edge: Edge) -> bool:
    """Whether a statement gives the unit the whole task: a sentence of prose may say more than one thing of one unit."""
    return edge.data.get("basis") not in ("text", "inherited") and not edge.data.get("part")


def _places(entries: list[tuple[str, Edge, Edge]]) -> list[tuple[int, int]]:
    return [(int(e.data["span"][0]), int(e.data["span"][1])) for _, *both in entries for e in both]


def _remark(graph: AccountabilityGraph, task: str, lead: Edge, other: Edge) -> Remark:
    doc = graph.document_of(task)
    name, again = (str(e.data["printed"]) for e in (lead, other))
    who = name if name == again else f"{name}（又写作{again}）"
    spans = _places([(task, lead, other)])
    one, two = str(lead.data.get("label") or "牵头"), str(other.data.get("label") or "配合")
    return Remark(
        message=Words(
            zh=f"“{title(graph, task)}”中“{who}”既是“{one}”又是“{two}”，可能多写了一处，也可能误代了另一个单位。",
            en=f"In “{title(graph, task)}” “{who}” stands as “{one}” and as “{two}” too: once too often, or in the place of another unit.",
        ),
        remedy=Words(
            zh=f"请核对：如属多写，请删去“{two}”中的{other.data['printed']}；如属误写，请改为应当承担的单位。",
            en=f"Please check: strike {other.data['printed']} from “{two}”, or put the unit that was meant there.",
        ),
        tasks=(task,),
        lines=tuple(dict.fromkeys((place_lines(graph, task), *(lines_at(graph, doc, s) for s in spans)))),
        departments=(lead.source,),
        quotes=tuple(quote_at(graph, doc, s) for s in spans),
        level=None if _one_name(graph, lead, other) else "review",
    )


def _one_name(graph: AccountabilityGraph, lead: Edge, other: Edge) -> bool:
    """Whether both forms are names of the body itself; 国务院审改办 is another plate of 中央编办, and may be meant as one."""
    letters = set(str(graph.node(lead.source)["name"]))
    return all(set(fold(str(e.data["printed"]))) <= letters | set("国省市区县") for e in (lead, other)) or lead.data["printed"] == other.data["printed"]


def _habit(graph: AccountabilityGraph, doc: str, entries: list[tuple[str, Edge, Edge]]) -> Remark:
    """A plan that lists each lead once more among the responsible units means something by it."""
    n = len(entries)
    label = str(entries[0][2].data.get("label") or "责任")
    spans = _places(entries)
    return Remark(
        message=Words(
            zh=f"{n} 处牵头单位又列在“{label}”当中，是重复还是另有所指没有说明。",
            en=f"In {n} places the lead stands among the “{label}” once more; whether that means anything is not said.",
        ),
        remedy=Words(
            zh=f"请从“{label}”中删去牵头单位；如表示牵头单位也承担一部分任务，请在文中说明一次。",
            en=f"Please strike the leads from “{label}”; if they are to do a part as well, please say so once.",
        ),
        tasks=tuple(dict.fromkeys(task for task, _, _ in entries)),
        lines=tuple(sorted({lines_at(graph, doc, s) for s in spans})),
        departments=tuple(dict.fromkeys(lead.source for _, lead, _ in entries)),
        quotes=tuple(quote_at(graph, doc, s) for s in spans[: 2 * QUOTED]),
        level="review",
    )
