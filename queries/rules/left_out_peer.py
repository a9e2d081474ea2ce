"""COO502."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.parallel import LeftOut, left_out
from queries.places import heading_quote, place_lines, title


@rule(code="COO502", name="left-out-peer", level="review")
def left_out_peer(graph: AccountabilityGraph) -> Iterator[Remark]:
    """同类地区缺少一项任务 / A territorial peer lacks a share.

    说明 / What it says
    几个区县（乡镇）的清单内容相同，其中个别地区缺少别处都有的一项，方案没有说明原因；或者各清单其余各项都相同，只有一个地区多出一项。
    Several districts (towns) have lists that say the same; a few of them lack an item that the others have, and no reason is given; or the
    lists are otherwise the same, and one place alone has an item more.
    理由 / Why
    漏列的地区没有任务，全市的目标就少了一块；确属当地没有的，也应让人看得出来。
    A place that was left out has no task, and the total lacks its share; where there is a reason, the reader should see it.
    来源 / Source
    责任分配矩阵的横向分析：同类主体逐项对照（RACI）；判断同类清单的方法为本程序自定 / how parallel lists are recognised is a rule of our own.
    反例 / Bad example
    ```text
    沅平市节水工作任务分工方案
    一、职责分工
    东黎区政府：
    （1）改造老旧供水管网62公里。
    （2）创建节水型居民小区20个。
    （3）建成雨水收集调蓄设施8处。
    南汀区政府：
    （1）改造老旧供水管网48公里。
    （2）创建节水型居民小区16个。
    （3）建成雨水收集调蓄设施6处。
    平湄县政府：
    （1）改造老旧供水管网35公里。
    （2）创建节水型居民小区12个。
    ```
    正例 / Good example
    ```text
    沅平市节水工作任务分工方案
    一、职责分工
    东黎区政府：
    （1）改造老旧供水管网62公里。
    （2）创建节水型居民小区20个。
    （3）建成雨水收集调蓄设施8处。
    南汀区政府：
    （1）改造老旧供水管网48公里。
    （2）创建节水型居民小区16个。
    （3）建成雨水收集调蓄设施6处。
    平湄县政府：
    （1）改造老旧供水管网35公里。
    （2）创建节水型居民小区12个。
    （3）建成雨水收集调蓄设施4处。
    ```
    修改 / How to mend
    为缺少的地区补上任务，或写明不安排的原因。
    Add the item for the place that lacks it, or say why it has none.
    """
    for one in left_out(graph):
        yield _remark(graph, one)


def _remark(graph: AccountabilityGraph, one: LeftOut) -> Remark:
    have, lack = _places(graph, one.holders), _places(graph, one.lacking)
    work = title(graph, one.tasks[0])
    only = len(one.holders) == 1
    return Remark(
        message=Words(
            zh=f"{'只有' if only else ''}{have}的清单里有“{work}”，{lack}的清单里没有，也没有说明原因；同类地区的任务不一致，容易漏掉一块。",
            en=f"{'Only the list' if only else 'The lists'} of {have} {'holds' if only else 'hold'} “{work}”; "
            f"{'that' if len(one.lacking) == 1 else 'those'} of {lack} {'does' if len(one.lacking) == 1 else 'do'} not, and no reason is given. "
            "Where peers have unequal tasks, a share is easily missed.",
        ),
        remedy=Words(
            zh=f"请核对是否漏列：应安排的，在{lack}的清单中补上该项及其指标；不安排的，请写明原因。",
            en=f"Please check whether it was left out: if it should be there, add the item with its figure to the list of {lack}; if not, say why.",
        ),
        tasks=one.tasks,
        lines=tuple(place_lines(graph, t) for t in one.tasks),
        departments=one.lacking,
        quotes=tuple(heading_quote(graph, t) for t in one.tasks),
    )


def _places(graph: AccountabilityGraph, bodies: tuple[str, ...]) -> str:
    """The bodies as printed where the plan heads their lists."""
    printed = (next((str(p) for p in graph.node(d).get("printed") or ()), str(graph.node(d)["name"])) for d in bodies)
    return "、".join("".join(p.split()) for p in printed)
