"""TGT309."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.facts import number_text
from queries.misfits import Misfit, misfits
from queries.places import lines_at, node_span, quote_at, said_at, spoken


@rule(code="TGT309", name="bad-unit", level="warning")
def bad_unit(graph: AccountabilityGraph) -> Iterator[Remark]:
    """数值缺少单位或单位不当 / A figure without its unit, or with one that cannot be.

    说明 / What it says
    比率、面积、产值一类指标的数值没有单位（处理率达到80）；指数用了百分号（指数达到35%）；
    比率用了个、家、公里一类单位；覆盖率一类指标超过100%；产出率用了百分点（只列为复核）。
    系数、指数本来没有单位，“0.85”一类小数可以表示比率，不在此列。
    The figure of a rate, an area, an output and the like has no unit (处理率达到80); an index is in per cent; a rate is in pieces or kilometres; a coverage is
    more than 100%; a yield per quantity rises by percentage points (for review only). Coefficients and indices have no unit, and a decimal such as 0.85
    may be a rate: these are left out.
    理由 / Why
    单位不明的数值可以有几种读法，考核时会有争议。
    A figure of uncertain unit can be read in several ways, which is disputed when it is assessed.
    来源 / Source
    《党政机关公文处理工作条例》第十九条（表述准确）；GB/T 15835《出版物上数字用法》。
    反例 / Bad example
    ```text
    沅平市污水处理提质增效任务分工方案
    一、重点任务
    1.扩建城东污水处理厂，到2027年城镇污水处理率达到95。（责任单位：市住建局）
    2.改造老旧管网60公里。（责任单位：市住建局）
    ```
    正例 / Good example
    ```text
    沅平市污水处理提质增效任务分工方案
    一、重点任务
    1.扩建城东污水处理厂，到2027年城镇污水处理率达到95%。（责任单位：市住建局）
    2.改造老旧管网60公里。（责任单位：市住建局）
    ```
    修改 / How to mend
    补全或改正单位。
    Add the unit, or put it right.
    """
    for one in misfits(graph):
        yield _remark(graph, one)


def _remark(graph: AccountabilityGraph, one: Misfit) -> Remark:
    doc, data = graph.document_of(one.indicator), graph.node(one.indicator)
    spans = [node_span(graph, i) for i in (one.indicator, one.other) if i]
    said, name = spoken(str(data["quote"])), spoken(str(data["name"]))
    value, unit = number_text(data["value"]), str(data.get("unit") or "")
    message, remedy = _words(one, said, name, value, unit)
    if one.other:
        at = said_at(graph, doc, lines_at(graph, doc, spans[1])[0])
        message = Words(zh=f"{message.zh}{at.zh}的同一指标以“{one.usual}”为单位。", en=f"{message.en} The same indicator is in “{one.usual}” ({at.en}).")
    task = graph.node(one.owner)["kind"] == "task"
    return Remark(
        message=message, remedy=remedy, tasks=(one.owner,) if task else (), lines=tuple(dict.fromkeys(lines_at(graph, doc, s) for s in spans)),
        departments=tuple(graph.leads_of(one.owner)) if task else (), quotes=tuple(quote_at(graph, doc, s) for s in spans),
        level="review" if one.sort == "points" else None,
    )  # fmt: skip


def _words(one: Misfit, said: str, name: str, value: str, unit: str) -> tuple[Words, Words]:
    if one.sort == "missing":
        meant = one.usual or "%"
        return (
            Words(zh=f"“{said}”没有写单位，数值可以有几种读法。", en=f"“{said}” has no unit, so the figure can be read in several ways."),
            Words(zh=f"请补上单位，如“{value}{meant}”。", en=f"Please add the unit, such as “{value}{meant}”."),
        )
    if one.sort == "index":
        return (
            Words(zh=f"“{said}”：指数不是比率，不能用“{unit}”表示。", en=f"“{said}”: an index is no rate and is not printed in “{unit}”."),
            Words(zh=f"请核对；如指数值即{value}，请去掉“{unit}”。", en=f"Please check; if the index is {value}, please take out “{unit}”."),
        )
    if one.sort == "rate":
        return (
            Words(zh=f"“{said}”：“{name}”是比率，单位却是“{unit}”。", en=f"“{said}”: “{name}” is a rate, and its unit is “{unit}”."),
            Words(zh="请核对指标名称和单位，比率用“%”。", en="Please check the name and the unit; a rate is in “%”."),
        )
    if one.sort == "over":
        return (
            Words(zh=f"“{said}”：“{name}”不可能超过100%。", en=f"“{said}”: “{name}” cannot be more than 100%."),
            Words(zh="请核对数值，或写明计算口径。", en="Please check the figure, or say how it is computed."),
        )
    return (
        Words(
            zh=f"“{said}”：“{name}”是单位资源的产出，不是百分比，提高“{value}个百分点”含义不明。",
            en=f"“{said}”: “{name}” is an output per quantity and no percentage, so a rise by {value} percentage points is unclear.",
        ),
        Words(zh=f"请核对；如指增幅，请写“提高{value}%”。", en=f"Please check; if a rise in proportion is meant, please print “提高{value}%”."),
    )
