"""COO501."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.headed import Unreturned, unreturned
from queries.places import heading_quote, place_lines, quote_at, title


@rule(code="COO501", name="unreciprocated-cooperation", level="warning")
def unreciprocated_cooperation(graph: AccountabilityGraph) -> Iterator[Remark]:
    """协作只写在一方 / Cooperation stands in one list only.

    说明 / What it says
    以部门列清单的方案中，甲的清单写明会同（配合）乙开展某项工作，乙自己的清单里却没有相应的内容。
    乙的清单里有这项工作、只是没有写明甲的，列为复核。
    In a plan that gives each department its own list, A is to do something together with B (or to help B), and B's own list does not know it.
    Where B's list holds the work and only does not name A, it is a remark for review.
    理由 / Why
    各单位只看自己的清单，没有写进去的协作往往落空。
    Each unit reads its own list; a cooperation that is not in it is easily missed.
    来源 / Source
    责任分配矩阵 RACI 的横向、纵向分析：每个参与者的角色须在任务一侧和本人一侧都能看到（PMI, PMBOK Guide）；
    “对照双方清单”的做法为本程序自定 / comparing both lists is a rule of our own.
    反例 / Bad example
    ```text
    沅平市节水工作部门职责分工方案
    一、职责分工
    市住建局：
    （1）会同市水利局编制城市节水专项规划。
    （2）完成老城区雨污分流改造。
    市水利局：
    （1）推进取水在线计量。
    市教育局：
    （1）建设节水教育基地2个。
    ```
    正例 / Good example
    ```text
    沅平市节水工作部门职责分工方案
    一、职责分工
    市住建局：
    （1）会同市水利局编制城市节水专项规划。
    （2）完成老城区雨污分流改造。
    市水利局：
    （1）推进取水在线计量。
    （2）配合市住建局编制城市节水专项规划。
    市教育局：
    （1）建设节水教育基地2个。
    ```
    修改 / How to mend
    在乙的清单里补一条与甲协作的内容，或从甲的清单里去掉乙。
    Add the cooperation to B's list, or take B out of A's.
    """
    for one in unreturned(graph):
        yield _remark(graph, one)


def _remark(graph: AccountabilityGraph, one: Unreturned) -> Remark:
    by, partner = _printed(graph, one.task, one.by), _printed(graph, one.task, one.partner)
    verb = Words("配合", "help") if one.helping else Words("会同", "work together with")
    work = title(graph, one.task)
    doc = graph.document_of(one.task)
    if one.same:
        same = title(graph, one.same)
        lacks = Words(
            f"{partner}的清单里有“{same}”，但没有写明由{by}参与；双方清单不对应，协作容易落空。",
            f"The list of {partner} holds “{same}” and does not name {by}; the two lists do not match, and the cooperation is easily missed.",
        )
        add = Words(
            f"请在{partner}的“{same}”中写明“{by}配合”。" if one.helping else f"请在{partner}的“{same}”中写明“会同{by}”。",
            f"Please add “{by}配合” to the item “{same}” of {partner}." if one.helping else f"Please add “会同{by}” to the item “{same}” of {partner}.",
        )
    else:
        lacks = Words(
            f"{partner}自己的清单里没有相应的内容；各单位按自己的清单办事，协作容易落空。",
            f"The list of {partner} itself says nothing of it; each unit works by its own list, and the cooperation is easily missed.",
        )
        sentence = _sentence(graph, one, by, partner)
        add = Words(
            f"请在{partner}的清单中补一条：“{sentence}”；无需协作的，请从{by}的清单中删去。",
            f"Please add to the list of {partner}: “{sentence}”; if no cooperation is needed, please take it out of the list of {by}.",
        )
    return Remark(
        message=Words(
            zh=f"{by}的清单要求{verb.zh}{partner}（“{work}”），{lacks.zh}",
            en=f"By its list {by} is to {verb.en} {partner} (“{work}”). {lacks.en}",
        ),
        remedy=add,
        tasks=(one.task, one.same) if one.same else (one.task,),
        lines=(place_lines(graph, one.task), *((place_lines(graph, one.same),) if one.same else ())),
        departments=(one.by, one.partner),
        quotes=(
            heading_quote(graph, one.task), quote_at(graph, doc, one.words),
            *((heading_quote(graph, one.same),) if one.same else ()),
        ),
        level="review" if one.same else None,
    )  # fmt: skip


def _printed(graph: AccountabilityGraph, task: str, body: str) -> str:
    """The body's name as the task's duties print it, else its full name."""
    said = [str(e.data.get("printed") or "") for e in graph.duties_of(task) if e.source == body]
    return next((s.rstrip("：: ") for s in said if s), str(graph.node(body)["name"]))


def _sentence(graph: AccountabilityGraph, one: Unreturned, by: str, partner: str) -> str:
    """What to add to the partner's list: the first list's own words, turned round."""
    start, end = one.words
    text = graph.text_of(graph.document_of(one.task))
    last = min((at for at in (text.find(stop, end) for stop in "，,。；;") if at >= 0), default=end)
    work = "".join(text[end:last].split())
    work = work or title(graph, one.task)
    return f"会同{by}{work}。" if one.helping else f"配合{by}{work}。"
