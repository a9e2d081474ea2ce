"""TXT606."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.name_forms import Forms, several_forms
from queries.places import lines_at, quote_at

QUOTED = 4  # places quoted of each unusual form


@rule(code="TXT606", name="inconsistent-name", level="review")
def inconsistent_name(graph: AccountabilityGraph) -> Iterator[Remark]:
    """同一单位名称不一 / One body under several names.

    说明 / What it says
    分工中同一个单位有时用全称、有时用简称，或者简称不止一种。只差“市”“县”一类层级字头的不算，领导小组及其办公室不算。
    In the duties one body is printed by its full name here and by a short one there, or by more than one short name. Names that differ only
    by the level before them (市, 县) are one; leading groups and their offices do not count.
    理由 / Why
    名称不一，读的人会以为是两个单位，统计各单位任务时也容易漏算。
    Readers may take it for two bodies, and whoever counts the tasks of each will miss some.
    来源 / Source
    《党政机关公文处理工作条例》（2012）：公文应当表述准确；机关名称使用全称或者规范化简称。
    反例 / Bad example
    ```text
    沅平市城市环境整治工作任务分工方案
    一、重点任务
    1.整治占道经营。（牵头单位：市城管局；配合单位：市公安局）
    2.改造公厕。（牵头单位：市城市管理综合执法局；配合单位：市财政局）
    3.清运垃圾。（牵头单位：市城市管理综合执法局；配合单位：市财政局）
    ```
    正例 / Good example
    ```text
    沅平市城市环境整治工作任务分工方案
    一、重点任务
    1.整治占道经营。（牵头单位：市城市管理综合执法局；配合单位：市公安局）
    2.改造公厕。（牵头单位：市城市管理综合执法局；配合单位：市财政局）
    3.清运垃圾。（牵头单位：市城市管理综合执法局；配合单位：市财政局）
    ```
    修改 / How to mend
    全文统一使用一种名称。
    Use one name throughout.
    """
    for one in several_forms(graph):
        yield _remark(graph, one)


def _remark(graph: AccountabilityGraph, one: Forms) -> Remark:
    usual, unusual = one.forms[0], one.forms[1:]
    told = "、".join(f"“{edges[0].data['printed']}”（{len(edges)} 处）" for _, edges in one.forms)
    said = ", ".join(f"“{edges[0].data['printed']}” ({len(edges)} times)" for _, edges in one.forms)
    spans = [(int(e.data["span"][0]), int(e.data["span"][1])) for _, edges in unusual for e in edges]
    first = [(int(usual[1][0].data["span"][0]), int(usual[1][0].data["span"][1]))]
    shown = [s for _, edges in unusual for s in [(int(e.data["span"][0]), int(e.data["span"][1])) for e in edges[:QUOTED]]]
    name = graph.node(one.department)["name"]
    return Remark(
        message=Words(zh=f"{name}在分工中有 {len(one.forms)} 种写法：{told}。", en=f"The duties print {name} in {len(one.forms)} ways: {said}."),
        remedy=Words(
            zh=f"请全文统一，例如都写作“{usual[1][0].data['printed']}”。",
            en=f"Please use one name throughout, for instance “{usual[1][0].data['printed']}”.",
        ),
        tasks=tuple(dict.fromkeys(e.target for _, edges in unusual for e in edges if graph.node(e.target)["kind"] == "task")),
        lines=tuple(sorted({lines_at(graph, one.doc, s) for s in spans})),
        departments=(one.department,),
        quotes=tuple(quote_at(graph, one.doc, s) for s in (*shown, *first)),
    )
