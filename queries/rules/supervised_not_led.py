"""OWN108."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph, Edge
from graphmodel.patterns import pattern
from queries.audit import Remark, rule
from queries.owners import is_collective, leads, owner
from queries.places import heading_quote, lines_at, place_lines, quote_at, title

_HOLDER = pattern(r"(?:单位|部门)$")  # 监管单位, which a unit is — not 指导, which it does
TOGETHER = 4  # from so many tasks on, one finding speaks for all
QUOTED = 6


@rule(code="OWN108", name="supervised-not-led", level="warning")
def supervised_not_led(graph: AccountabilityGraph) -> Iterator[Remark]:
    """几家监管，无人牵头 / Several supervise, nobody in particular leads.

    说明 / What it says
    任务列了两个以上监管（督导）单位，负责落实的却只是“各区”一类的集合主体，监管单位中也没有写明由谁牵头。四项以上的合并提一次。
    A task has two or more supervising units, only a collective such as all districts is to carry it out, and none of the supervisors is said
    to lead. Four tasks or more are told at once.
    理由 / Why
    监管单位之间没有主次，落实单位又是集合主体，进度由谁汇总、问题找谁协调都没有着落。
    With no first among the supervisors and a collective to do the work, nobody gathers the results or settles what is in dispute.
    来源 / Source
    责任分配矩阵 RACI 横向分析（PMI, PMBOK Guide）；GAO-15-49SP：多个机构参与同一事项而无牵头者，为“分散（fragmentation）”。
    反例 / Bad example
    ```text
    沅平市环境治理任务分工方案
    一、重点任务
    1.整治入河排污口。（责任单位：各县（市、区）政府；监管单位：市生态环境局、市水利局）
    2.完成河道清淤。（责任单位：市水利局）
    ```
    正例 / Good example
    ```text
    沅平市环境治理任务分工方案
    一、重点任务
    1.整治入河排污口。（牵头单位：市生态环境局；责任单位：各县（市、区）政府；监管单位：市水利局）
    2.完成河道清淤。（责任单位：市水利局）
    ```
    修改 / How to mend
    在监管单位中明确一个牵头单位，负责汇总和协调。
    Mark one of the supervisors as the lead that gathers and coordinates.
    """
    held: dict[str, list[str]] = defaultdict(list)
    for task in graph.tasks():
        answering = leads(graph, task)
        supervisors = {owner(graph, d) for d in graph.supervisors_of(task)} if answering else set()
        if len(supervisors) > 1 and all(is_collective(graph, e.source) for e in answering):
            held[graph.document_of(task)].append(task)
    for doc, tasks in held.items():
        if len(tasks) >= TOGETHER:
            yield _all(graph, doc, tasks)
        else:
            yield from (_one(graph, doc, task) for task in tasks)


_REMEDY = Words(
    zh="请在其中明确一个牵头单位，负责汇总进度、协调问题。",
    en="Please mark one of them as the lead that gathers the results and settles what is in dispute.",
)


def _one(graph: AccountabilityGraph, doc: str, task: str) -> Remark:
    edges = _watching(graph, task)
    who, by = "、".join(str(e.data["printed"]) for e in edges), _printed_leads(graph, task)
    first = graph.node(edges[0].source)["name"]
    return Remark(
        message=Words(
            zh=f"“{title(graph, task)}”{_as_what(edges)}（{who}），没有写明由谁牵头，负责落实的又只有“{by}”这一集合主体。",
            en=f"“{title(graph, task)}” has {len(edges)} supervising units ({who}); none is said to lead, and only the collective “{by}” is to carry it out.",
        ),
        remedy=Words(
            zh=f"请在其中明确一个牵头单位（例如列在第一位的{first}），负责汇总进度、协调问题。",
            en=f"Please mark one of them (for instance the first, {first}) as the lead that gathers the results and settles what is in dispute.",
        ),
        tasks=(task,),
        lines=tuple(sorted({place_lines(graph, task), *(lines_at(graph, doc, _span(e)) for e in edges)})),
        departments=tuple(graph.supervisors_of(task)),
        quotes=(heading_quote(graph, task), *(quote_at(graph, doc, _span(e)) for e in edges)),
        key=f"supervised-not-led:{task}",
    )


def _watching(graph: AccountabilityGraph, task: str) -> list[Edge]:
    return [e for e in graph.duties_of(task) if e.type == "SUPERVISES"]


def _printed_leads(graph: AccountabilityGraph, task: str) -> str:
    return "、".join(dict.fromkeys(str(e.data["printed"]) for e in leads(graph, task)))


def _span(edge: Edge) -> tuple[int, int]:
    return int(edge.data["span"][0]), int(edge.data["span"][1])


def _as_what(edges: list[Edge]) -> str:
    """What they are called: 列了 2 个监管单位, 由 2 个单位指导."""
    label = str(edges[0].data.get("label") or "监管单位")
    return f"列了 {len(edges)} 个{label}" if _HOLDER.search(label) else f"由 {len(edges)} 个单位{label}"


def _all(graph: AccountabilityGraph, doc: str, tasks: list[str]) -> Remark:
    n = len(tasks)
    return Remark(
        message=Words(
            zh=f"{n} 项任务各有两个以上单位监管或指导，没有写明由谁牵头，负责落实的又只有“{_printed_leads(graph, tasks[0])}”一类的集合主体。",
            en=f"{n} tasks have two or more supervising units each; none is said to lead, and only a collective such as “{_printed_leads(graph, tasks[0])}” "
            "is to carry them out.",
        ),
        remedy=_REMEDY,
        tasks=tuple(tasks),
        lines=tuple(dict.fromkeys(place_lines(graph, t) for t in tasks)),
        departments=tuple(dict.fromkeys(d for t in tasks for d in graph.supervisors_of(t))),
        quotes=(
            *(heading_quote(graph, t) for t in tasks[:QUOTED]),
            *(quote_at(graph, doc, _span(e)) for e in _watching(graph, tasks[0])),
        ),
        key=f"supervised-not-led:{tasks[0]}",
    )
