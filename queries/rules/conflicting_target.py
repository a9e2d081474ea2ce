"""TGT302."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.conflicts import Conflict, conflicts
from queries.facts import OPS, number_text
from queries.owners import names
from queries.places import lines_at, node_span, quote_at, said_of, spoken


@rule(code="TGT302", name="conflicting-target", level="error")
def conflicting_target(graph: AccountabilityGraph) -> Iterator[Remark]:
    """指标前后数值不一致 / One target, several values.

    说明 / What it says
    同一指标、同一范围、同一年份，在目标与任务之间、或在两项任务之间写了不同的数值。
    不同年份的进度值（2023年50%、2025年60%）、合成总数的各部分、基期不同的增幅，不算不一致。
    同一数值一处含等号一处不含（≥80%与大于80%）、两项任务中可能是各自份额的数量、属地单位中个别与其他不同的数值，只列为复核。
    One indicator of one scope and year has other values in a goal and a task, or in two tasks. Values of different years, parts of a whole and changes
    against different base years do not contradict one another. A bound that includes its value here and excludes it there, counts of two tasks that may
    be shares of each, and a territorial peer with another value than all others are remarks for review.
    理由 / Why
    两个数值都印在文件上，责任单位可以各取一个，到期考核没有统一依据。
    Both values are in print, so each unit may go by its own, and the result cannot be assessed by one measure.
    来源 / Source
    本程序自定；党政机关公文处理工作条例第十九条要求公文内容简洁、结构严谨、表述准确。 / A rule of our own.
    反例 / Bad example
    ```text
    沅平市数字乡村建设任务分工方案
    一、工作目标
    到2027年，行政村光纤网络通达率达到98%以上。
    二、重点任务
    1.完善乡村通信网络，到2027年行政村光纤网络通达率达到95%以上。（责任单位：市通信管理办公室）
    ```
    正例 / Good example
    ```text
    沅平市数字乡村建设任务分工方案
    一、工作目标
    到2027年，行政村光纤网络通达率达到98%以上。
    二、重点任务
    1.完善乡村通信网络，2026年行政村光纤网络通达率达到95%以上，2027年行政村光纤网络通达率达到98%以上。（责任单位：市通信管理办公室）
    ```
    修改 / How to mend
    核实后统一为一个数值；确属不同年份、不同范围的，请写明年份和范围。
    Check which value holds and print that one in all places; if year or scope differ, say so.
    """
    for one in conflicts(graph):
        yield _remark(graph, one)


def _remark(graph: AccountabilityGraph, one: Conflict) -> Remark:
    goals = [i for i in one.figures if graph.node(graph.owner_of_indicator(i))["kind"] == "goal"]
    tasks = tuple(o for o in one.owners if graph.node(o)["kind"] == "task")
    spans = sorted({node_span(graph, i) for i in one.figures})
    message, remedy = _WORDING[one.sort](graph, one)
    return Remark(
        message=message, remedy=remedy, tasks=tasks,
        lines=tuple(dict.fromkeys(lines_at(graph, one.doc, s) for s in spans)),
        departments=tuple(dict.fromkeys(d for t in tasks for d in graph.leads_of(t))),
        quotes=tuple(quote_at(graph, one.doc, s) for s in spans),
        level=None if one.sort == "values" else "review", key=f"TGT302 {goals[0]}" if goals else None,
    )  # fmt: skip


def _places(graph: AccountabilityGraph, one: Conflict) -> Words:
    """Where each value stands: 第12行“…达到98%”（市…局）."""
    rows = []
    for indicator in one.figures:
        owner = graph.owner_of_indicator(indicator)
        rows.append((said_of(graph, indicator), spoken(str(graph.node(indicator)["quote"])), names(graph, graph.leads_of(owner))))
    zh = "；".join(f"{at.zh}“{said}”{f'（{who}）' if who else ''}" for at, said, who in rows)
    return Words(zh, "; ".join(f"{at.en} “{said}”{f' ({who})' if who else ''}" for at, said, who in rows))


def _value(graph: AccountabilityGraph, indicator: str) -> str:
    data = graph.node(indicator)
    top = f"—{number_text(data['value_to'])}" if data.get("value_to") is not None else ""
    sign = "" if data["op"] == "=" else OPS.get(str(data["op"]), str(data["op"]))
    return f"{sign}{number_text(data['value'])}{top}{data.get('unit') or ''}"


def _differ(graph: AccountabilityGraph, one: Conflict) -> tuple[Words, Words]:
    name, where = spoken(str(graph.node(one.figures[0])["name"])), _places(graph, one)
    values = list(dict.fromkeys(_value(graph, i) for i in one.figures))
    return (
        Words(
            zh=f"“{name}”前后数值不一致（{'、'.join(values)}）：{where.zh}。到期考核没有统一依据。",
            en=f"“{name}” has several values ({', '.join(values)}): {where.en}. The result cannot be assessed by one measure.",
        ),
        Words(
            zh=f"请核实“{name}”以哪个数值为准，并统一；如年份或范围不同，请分别写明。",
            en=f"Please check which value of “{name}” holds and print it in all places; if year or scope differ, please say so.",
        ),
    )


def _parts(graph: AccountabilityGraph, one: Conflict) -> tuple[Words, Words]:
    name, where = spoken(str(graph.node(one.figures[0])["name"])), _places(graph, one)
    return (
        Words(
            zh=f"“{name}”在两项以上任务中数量不同：{where.zh}。没有写明是各自的份额，还是同一个总数。",
            en=f"“{name}” has other figures in several tasks: {where.en}. It is not said whether each is a share or all are one total.",
        ),
        Words(
            zh="请核对：各自承担的，请注明合计；指同一个总数的，请统一数值。",
            en="Please check: if each has a share, please print the total; if one total is meant, please print one value.",
        ),
    )


def _peers(graph: AccountabilityGraph, one: Conflict) -> tuple[Words, Words]:
    name, where = spoken(str(graph.node(one.figures[0])["name"])), _places(graph, one)
    return (
        Words(
            zh=f"“{name}”的数值，一个属地单位与其他不同：{where.zh}。没有写明原因，难以判断是有意区别还是笔误。",
            en=f"Of “{name}” one territorial unit has another value than the others: {where.en}. No reason is given, so it may be meant or a slip.",
        ),
        Words(
            zh="请核对；有意区别对待的，请写明理由，否则请统一。",
            en="Please check; if the difference is meant, please say why, otherwise print one value.",
        ),
    )


def _bounds(graph: AccountabilityGraph, one: Conflict) -> tuple[Words, Words]:
    count, where = len(one.figures) // 2, _places(graph, one)
    return (
        Words(
            zh=f"{count} 个指标的界限一处包含该数值，另一处不包含：{where.zh}。恰好达到该数值时，是否完成说法不一。",
            en=f"The bound of {count} {'target' if count == 1 else 'targets'} includes the value in one place and excludes it in another: {where.en}. "
            "Whoever reaches just that value has met it by one and not by the other.",
        ),
        Words(
            zh="请统一写法（如均写“不低于”“不超过”，或均写“以上”“以内”）。",
            en="Please use one wording in both places (不低于 / 不超过, or 以上 / 以内).",
        ),
    )


_WORDING = {"values": _differ, "parts": _parts, "peers": _peers, "strictness": _bounds}
