"""OWN107."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.places import lines_at, quote_at
from queries.roles_held import Idle, idle

SHOWN = 6  # names in a message; all are quoted


@rule(code="OWN107", name="idle-member", level="review")
def idle_member(graph: AccountabilityGraph) -> Iterator[Remark]:
    """成员单位没有任务 / A member without a duty.

    说明 / What it says
    领导小组（专班）的成员单位，或主送机关中单独列名的单位，在任务分工中既不牵头，也不负责、配合或监督任何一项任务。一份名单只提一次。
    A body named singly as a member of the leading group, or as an addressee, leads no task, answers for none, helps with none and
    supervises none. One list is said once.
    理由 / Why
    列入名单而没有任务，名单和分工必有一处不全。
    Who is on the list and has nothing to do was left out of the allocation, or need not be on the list.
    来源 / Source
    责任分配矩阵 RACI 的纵向分析：没有任何角色的参与者，或者遗漏了任务，或者不必列入（PMI, PMBOK Guide）。
    反例 / Bad example
    ```text
    沅平市燃气安全整治任务分工方案
    一、重点任务
    1.完成老旧燃气管道改造。（责任单位：市住建局）
    2.完成餐饮场所燃气排查。（责任单位：市商务局）
    3.完成瓶装气市场整治。（责任单位：市市场监管局）
    二、组织领导
    成立市燃气安全整治工作领导小组，由副市长张远任组长，市住建局、市商务局、市市场监管局、市司法局为成员单位。
    ```
    正例 / Good example
    ```text
    沅平市燃气安全整治任务分工方案
    一、重点任务
    1.完成老旧燃气管道改造。（责任单位：市住建局）
    2.完成餐饮场所燃气排查。（责任单位：市商务局）
    3.完成瓶装气市场整治。（牵头单位：市市场监管局；配合单位：市司法局）
    二、组织领导
    成立市燃气安全整治工作领导小组，由副市长张远任组长，市住建局、市商务局、市市场监管局、市司法局为成员单位。
    ```
    修改 / How to mend
    给该单位写明牵头或配合的任务，或从名单中去掉。
    Give the body a task to lead or to help with, or take it off the list.
    """
    for one in idle(graph):
        yield _remark(graph, one)


def _remark(graph: AccountabilityGraph, one: Idle) -> Remark:
    n = len(one.bodies)
    who = "、".join(one.printed[:SHOWN])
    who_zh = who + (f"等 {n} 个单位" if n > SHOWN else "")
    who_en = who + (f" and others, {n} bodies," if n > SHOWN else "")
    if one.group:
        name = str(graph.node(one.group)["name"])
        as_zh, as_en = f"是{name}的成员单位", f"{'a member' if n == 1 else 'members'} of {name}"
    else:
        as_zh, as_en = "是主送单位", f"{'an addressee' if n == 1 else 'addressees'} of the plan"
    return Remark(
        message=Words(
            zh=f"{who_zh}{as_zh}，但在任务分工中没有承担任何任务；名单和分工可能有一处不全。",
            en=f"No task gives a duty to {who_en.rstrip(',')}, {as_en}; the list or the allocation may be incomplete.",
        ),
        remedy=Words(
            zh=f"请写明{who_zh}牵头或配合的任务；确无任务的，可不列入名单。",
            en=f"Please say which tasks {who_en} {'leads or helps' if n == 1 else 'lead or help'} with; who has none need not be on the list.",
        ),
        lines=tuple(dict.fromkeys(lines_at(graph, one.doc, span) for span in one.spans)),
        departments=one.bodies,
        quotes=tuple(quote_at(graph, one.doc, span) for span in one.spans),
    )
