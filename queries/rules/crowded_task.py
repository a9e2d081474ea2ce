"""LOD403."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Limit, Limits, Remark, limited_rule
from queries.crowd import Crowd, crowded
from queries.owners import names
from queries.places import heading_quote, place_lines, title

SHOWN = 6  # bodies named in a message


@limited_rule(
    code="LOD403",
    name="crowded-task",
    level="review",
    limits={
        "share": Limit(0.6, Words("一项任务的单位占方案全部单位的比例达到多少才提示", "share of the plan's units on one task from which it is said")),
        "least": Limit(8, Words("一项任务至少有几个单位才提示", "units on one task from which it is said")),
    },
)
def crowded_task(graph: AccountabilityGraph, limits: Limits) -> Iterator[Remark]:
    """几乎所有单位都在一项任务上 / Nearly everybody is on one task.

    说明 / What it says
    一项任务列出的单位占了方案全部单位的大半，而且远多于本方案其他任务。集合主体、兜底条款带来的单位不计；多数任务都列很多单位的方案不提；
    单位相同的几项任务合并提一次。
    More than half of all units of the plan are on one task, far more than on its other tasks. Collectives and what a blanket clause adds do
    not count; silent in a plan where most tasks are held by many. Tasks with the same units are said once.
    理由 / Why
    人人都在名单上，各自做哪一段并不清楚，协调成本高，也容易互相等待。
    With everybody on the list nobody knows which part is whose: it takes much coordination, and each may wait for the others.
    来源 / Source
    责任分配矩阵（RACI）的横向分析：一项任务的执行者过多，责任便被摊薄；界限取修正z分数（Iglewicz & Hoaglin 1993）和 Tukey（1977）上界。
    反例 / Bad example
    ```text
    沅平市信用体系建设任务分工方案
    一、重点任务
    1.建立统一信用代码制度。（市发展改革委、市公安局、市民政局、市财政局、市商务局、市水利局、市司法局、市统计局、市审计局负责）
    2.完成河道清淤。（市水利局负责）
    3.发放稳岗补贴。（市财政局负责）
    4.开展法律服务。（市司法局负责）
    5.建设信用平台。（市发展改革委负责）
    6.开展门店巡查。（市商务局负责）
    ```
    正例 / Good example
    ```text
    沅平市信用体系建设任务分工方案
    一、重点任务
    1.建立统一信用代码制度。（市发展改革委、市公安局、市民政局负责）
    2.完成河道清淤。（市水利局负责）
    3.发放稳岗补贴。（市财政局负责）
    4.开展法律服务。（市司法局负责）
    5.建设信用平台。（市发展改革委负责）
    6.开展门店巡查。（市商务局负责）
    ```
    修改 / How to mend
    只列确有任务的单位，写明各自负责的部分；其余的可写入总体要求。
    List the units that have work to do, with the part of each; say the rest in the general demands.
    """
    for entry in crowded(graph, limits["share"], int(limits["least"])):
        yield _remark(graph, entry)


def _remark(graph: AccountabilityGraph, entry: Crowd) -> Remark:
    n, tasks = len(entry.bodies), len(entry.tasks)
    what = "、".join(f"“{title(graph, t)}”" for t in entry.tasks[:3])
    who = names(graph, entry.bodies[:SHOWN])
    return Remark(
        message=Words(
            zh=f"{what}{f'等 {tasks} 项任务' if tasks > 3 else ''}列出 {n} 个单位（{who}{'等' if n > SHOWN else ''}），方案总共 {entry.of} 个单位，"
            f"而每项任务的中位数为 {entry.usual:g} 个；各自做哪一段不清楚，容易互相等待。",
            en=f"{what}{f' ({tasks} tasks)' if tasks > 3 else ''}: {n} of the plan's {entry.of} units are on it ({who}{' and others' if n > SHOWN else ''}), "
            f"while the median of its tasks is {entry.usual:g}; which part is whose is not said, and each may wait for the others.",
        ),
        remedy=Words(
            zh="请写明各单位负责的部分，只保留确有任务的单位；一般性的支持要求可移入工作要求。",
            en="Please write which part is whose and keep the units that have work to do; general support may be asked for in the general demands.",
        ),
        tasks=entry.tasks,
        lines=tuple(dict.fromkeys(place_lines(graph, t) for t in entry.tasks)),
        departments=entry.bodies,
        quotes=tuple(heading_quote(graph, t) for t in entry.tasks),
    )
