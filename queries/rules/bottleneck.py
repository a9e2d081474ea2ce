"""LOD402."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Limit, Limits, Remark, limited_rule
from queries.linkage import Bottleneck, bottlenecks
from queries.owners import names
from queries.places import heading_quote, place_lines

SHOWN = 5  # names in a message, headings quoted; all tasks are listed


@limited_rule(
    code="LOD402",
    name="bottleneck",
    level="review",
    standard=False,
    limits={"least": Limit(3, Words("被隔开的一侧至少有几个单位才提示", "units of a part cut off from which it is said"))},
)
def bottleneck(graph: AccountabilityGraph, limits: Limits) -> Iterator[Remark]:
    """唯一的联系环节 / The only link between parts.

    说明 / What it says
    把承担同一任务的单位连成一张网：去掉某个单位，另一些单位就与其余单位没有任何共同任务；或者两部分单位之间只靠某两个单位的共同任务相连。
    集合主体、领导小组及其办公室、兜底条款不算联系。默认不运行，用 --select LOD402 调用。
    Units that hold one task are linked. Without the unit named, others have no task in common with the rest; or the common task of two
    units is all that links two parts. Collectives, leading groups with their offices and blanket clauses are no links. Off unless it is
    asked for (--select LOD402).
    理由 / Why
    跨部门的信息和协调都要经过这个环节，它一忙或者人员一变动，两边就断了联系。这只是结构上的提示，不说明该单位工作量的大小。
    What passes between the parts passes through this link; when it is busy, they lose touch. This is a remark on the structure, not on how
    much the unit has to do.
    来源 / Source
    割点与桥：Hopcroft、Tarjan，Algorithm 447，Communications of the ACM 16（1973）。
    反例 / Bad example
    ```text
    沅平市城乡环境任务分工方案
    一、重点任务
    1.开展门店巡查。（牵头单位：市商务局；配合单位：市公安局、市司法局、市城管局）
    2.开展夜市整治。（牵头单位：市城管局；配合单位：市商务局、市公安局）
    3.完成河道清淤。（牵头单位：市水利局；配合单位：市农业农村局、市林业局、市城管局）
    4.完成湿地补水。（牵头单位：市林业局；配合单位：市水利局、市农业农村局）
    ```
    正例 / Good example
    ```text
    沅平市城乡环境任务分工方案
    一、重点任务
    1.开展门店巡查。（牵头单位：市商务局；配合单位：市公安局、市司法局、市城管局）
    2.开展夜市整治。（牵头单位：市城管局；配合单位：市商务局、市公安局）
    3.完成河道清淤。（牵头单位：市水利局；配合单位：市农业农村局、市林业局、市城管局、市公安局）
    4.完成湿地补水。（牵头单位：市林业局；配合单位：市水利局、市农业农村局）
    ```
    修改 / How to mend
    让两边的单位至少有一项直接的共同任务，或在推进机制中写明两边的会商、通报办法。
    Give the two parts one task in common, or let the mechanisms say how they confer.
    """
    for entry in bottlenecks(graph, int(limits["least"])):
        yield _remark(graph, entry)


def _remark(graph: AccountabilityGraph, entry: Bottleneck) -> Remark:
    who, cut = names(graph, entry.departments), sum(entry.parts[1:])
    others = names(graph, entry.cut_off[:SHOWN])
    more = cut > SHOWN
    if len(entry.departments) == 2:
        zh = f"{who}的共同任务是两部分单位之间唯一的联系：一边是{others}{f'等 {cut} 个单位' if more else ''}，另一边有 {entry.parts[0]} 个单位。"
        en = f"The common work of {who} is the only link between {others}{f' and others ({cut} in all)' if more else ''} and {entry.parts[0]} other units. "
    else:
        zh = f"去掉{who}，{others}{f'等 {cut} 个单位' if more else ''}就与其余 {entry.parts[0]} 个单位没有共同任务。"
        en = f"Without {who}, {others}{f' and others ({cut} in all)' if more else ''} have no task in common with the other {entry.parts[0]} units. "
    return Remark(
        message=Words(
            zh=f"{zh}两边的协调都要经过这个环节；这只说明结构，不说明工作量。",
            en=f"{en}All that passes between them passes through this link; this tells of the structure, not of the load.",
        ),
        remedy=Words(
            zh=f"请考虑让两边的单位直接承担一项共同任务，或写明{who}如何召集会商、通报情况。",
            en=f"Please consider a task that both parts hold together, or write how {who} is to bring them together.",
        ),
        tasks=entry.tasks,
        lines=tuple(dict.fromkeys(place_lines(graph, t) for t in entry.tasks)),
        departments=entry.departments,
        quotes=tuple(heading_quote(graph, t) for t in entry.tasks[:SHOWN]),
    )
