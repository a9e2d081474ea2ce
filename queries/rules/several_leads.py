"""OWN102."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from queries.audit import Remark, rule
from queries.owners import names
from queries.places import heading_quote, lines_at, place_lines, quote_at, title
from queries.several import Several
from queries.several import several_leads as measured

_ROLE = pattern(r"牵头|责任|负责|主责|主办|承办|单位|部门")
_LABEL = pattern(r"(?:单位|部门|主体|机构|司局|处室)$")  # 牵头单位, which a unit is — not 负责, which it does
SHOWN = 6  # units named in a message; all are quoted
QUOTED = 6  # tasks quoted where the plan writes most of its tasks so


@rule(code="OWN102", name="several-leads", level="warning")
def several_leads(graph: AccountabilityGraph) -> Iterator[Remark]:
    """几个单位并列负责 / Several units lead side by side.

    说明 / What it says
    一项任务并列写了两个以上牵头（责任）单位，没有写明由谁总牵头。同一地方的党委和政府算一家；各区县、各园区各管一块，写明“按职责分工负责”“分别负责”或各管一部分的不算；
    并列的是同样几家单位的，或者全文多数任务都这样写的，只提一次；一句话里并列提到、没有用牵头或责任单位标明的，列为复核。
    Two or more units lead a task or answer for it side by side, and none is marked as the one. Party committee and government of one place
    are one owner; peers on their own ground, units that answer each for a part (按职责分工负责, 分别负责) do not count. Tasks with the same
    units side by side are told at once, and so is a plan that writes most of its tasks so. What a sentence says in passing is a remark
    for review.
    理由 / Why
    两家都牵头，容易各等一方，出了问题也分不清是谁的责任。
    Where two lead, each may wait for the other, and nobody can tell who missed it.
    来源 / Source
    中共中央关于深化党和国家机构改革的决定（2018）：“一件事情原则上由一个部门负责”；责任分配矩阵 RACI 横向分析：一项任务只有一个负责者（PMI, PMBOK Guide）。
    反例 / Bad example
    ```text
    沅平市产业发展任务分工方案
    一、重点任务
    1.推进企业技术改造。（牵头单位：市发改委、市工信局；配合单位：市财政局）
    2.培育专精特新企业。（牵头单位：市工信局；配合单位：市科技局）
    ```
    正例 / Good example
    ```text
    沅平市产业发展任务分工方案
    一、重点任务
    1.推进企业技术改造。（牵头单位：市工信局；配合单位：市发改委、市财政局）
    2.培育专精特新企业。（牵头单位：市工信局；配合单位：市科技局）
    ```
    修改 / How to mend
    从中明确一个牵头单位，其他单位列为责任或配合单位；确需共同负责的，写明各自负责的部分。
    Name one of them as lead and list the others as responsible or helping units; or say which part each answers for.
    """
    for one in measured(graph):
        yield _habit(graph, one) if one.habit else _task(graph, one)


def _task(graph: AccountabilityGraph, one: Several) -> Remark:
    n, edges = len(one.tasks), one.owners[0]
    bodies = tuple(dict.fromkeys(e.source for e in edges))
    who = "、".join(str(e.data["printed"]) for e in edges[:SHOWN]) + (f"等 {len(edges)} 家" if len(edges) > SHOWN else "")
    label = str(edges[0].data.get("label") or "")
    verb = "列为" if _LABEL.search(label) else "写作"
    as_what, marked = (f"都{verb}“{label}”", f" as “{label}”") if _ROLE.search(label) else ("并列负责", "")
    zh, en = (f"{n} 项任务中{who}", f"{n} tasks name") if n > 1 else (f"“{title(graph, one.tasks[0])}”中{who}", f"“{title(graph, one.tasks[0])}” names")
    first, others = graph.node(bodies[0])["name"], names(graph, bodies[1:SHOWN]) + ("等" if len(bodies) > SHOWN else "")
    return Remark(
        message=Words(
            zh=f"{zh}{as_what}，没有写明由谁总牵头，容易互相等待。",
            en=f"{en} {len(bodies)} units side by side{marked} ({who}); none is marked as the lead, so each may wait for the others.",
        ),
        remedy=Words(
            zh=f"请明确一个牵头单位（例如列在第一位的{first}），其他单位（{others}）列为责任或配合单位；或写明各自负责的部分。",
            en=f"Please name one lead (for instance the first, {first}) and list the others ({others}) as responsible or helping units; "
            "or say which part each answers for.",
        ),
        tasks=one.tasks,
        lines=_lines(graph, one),
        departments=bodies,
        quotes=(
            *(heading_quote(graph, t) for t in one.tasks[:QUOTED]),
            *(quote_at(graph, one.doc, (int(e.data["span"][0]), int(e.data["span"][1]))) for e in edges),
        ),
        level="review" if one.prose else None,
        key=f"several-leads:{one.tasks[0]}",
    )


def _lines(graph: AccountabilityGraph, one: Several) -> tuple[tuple[int, int], ...]:
    """Those of the tasks, and those of the units where they stand below their task."""
    found: set[tuple[int, int]] = set()
    for task, edges in zip(one.tasks, one.owners, strict=True):
        first, last = place_lines(graph, task)
        units = {lines_at(graph, one.doc, (int(e.data["span"][0]), int(e.data["span"][1]))) for e in edges}
        found |= {(first, last), *((a, b) for a, b in units if a < first or b > last)}
    return tuple(sorted(found))


def _habit(graph: AccountabilityGraph, one: Several) -> Remark:
    n = len(one.tasks)
    first = one.owners[0]
    return Remark(
        message=Words(
            zh=f"{n} 项任务各写了两个以上并列的“{first[0].data.get('label') or '责任单位'}”，没有写明由谁总牵头，也没有说明排在第一位的就是牵头单位。",
            en=f"{n} tasks name two or more units side by side; which of them leads is not marked, nor does the plan say that the first one does.",
        ),
        remedy=Words(
            zh="请逐项明确一个牵头单位；如排在第一位的即为牵头单位，请在文中注明“列第一位者为牵头单位”。",
            en="Please name one lead for each task; if the first one leads, please say so once in the text.",
        ),
        tasks=one.tasks,
        lines=_lines(graph, one),
        departments=tuple(dict.fromkeys(e.source for edges in one.owners for e in edges)),
        quotes=tuple(heading_quote(graph, t) for t in one.tasks[:QUOTED]),
        key=f"several-leads:{one.doc}",
    )
