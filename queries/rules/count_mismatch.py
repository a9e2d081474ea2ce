"""TXT602."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.counting import count_mismatches
from queries.gaps import explaining
from queries.places import lines_at, quote_at


@rule(code="TXT602", name="count-mismatch", level="error")
def count_mismatch(graph: AccountabilityGraph) -> Iterator[Remark]:
    """所称数目与实有数目不符 / The declared number is not the number that is there.

    说明 / What it says
    正文称有若干项任务（措施、指标），实际编号列出的项数与此不符。引用上级文件的数目不算。
    The text declares a number of tasks, measures or indicators, and another number of them is listed. Numbers cited from other documents do
    not count.
    理由 / Why
    多出或缺少的一项可能正是漏列的任务，考核口径也会因此不一致。
    The item that is missing may be a task that was lost, and the assessment will count by another number.
    来源 / Source
    党政机关公文处理的一般要求：引用数字前后一致（《党政机关公文处理工作条例》第十九条“内容简洁、表述准确”）。
    反例 / Bad example
    ```text
    沅平市水环境治理工作任务分工方案
    一、重点任务
    1.完成东河清淤。（责任单位：市水利局）
    2.完成西河清淤。（责任单位：市水利局）
    3.完成南渠改造。（责任单位：市住建局）
    4.完成北渠改造。（责任单位：市住建局）
    二、工作要求
    市政府督查室要将4条渠道和5项工作任务纳入督查。
    ```
    正例 / Good example
    ```text
    沅平市水环境治理工作任务分工方案
    一、重点任务
    1.完成东河清淤。（责任单位：市水利局）
    2.完成西河清淤。（责任单位：市水利局）
    3.完成南渠改造。（责任单位：市住建局）
    4.完成北渠改造。（责任单位：市住建局）
    二、工作要求
    市政府督查室要将4项工作任务纳入督查。
    ```
    修改 / How to mend
    核实是漏列任务还是数字未更新，二者改一处。
    Check whether an item was lost or the figure was not updated, and mend one of the two.
    """
    for one in count_mismatches(graph):
        figures = tuple(quote_at(graph, one.doc, span) for span in one.spans)
        where_zh = f"“{one.scope}”" if one.scope else "正文"
        where_en = f"“{one.scope}”" if one.scope else "the plan"
        what = "".join(figures[0].text.split())
        times_zh = f"（{len(figures)} 处）" if len(figures) > 1 else ""
        times_en = f" ({len(figures)} times)" if len(figures) > 1 else ""
        parts = one.noun == "方面"
        there_zh = f"实际分为 {one.counted} 个部分" if parts else f"实际编号列出 {one.counted} 项"
        there_en = f"is divided into {one.counted} parts" if parts else f"lists {one.counted} numbered items"
        yield Remark(
            message=Words(
                zh=f"文中称“{what}”{times_zh}，{where_zh}{there_zh}，考核口径会因此不一致。",
                en=f"The text speaks of “{what}”{times_en}; {where_en} {there_en}, so the assessment may count otherwise.",
            ),
            remedy=Words(
                zh="请核实是漏列了任务还是数字未更新，并改为一致。",
                en="Please check whether an item was lost or the figure was not updated, and make them agree.",
            ),
            lines=tuple(dict.fromkeys(lines_at(graph, one.doc, span) for span in one.spans)),
            quotes=figures,
            because=explaining(graph, one.doc, one.style, one.within, one.value - one.counted),
        )
