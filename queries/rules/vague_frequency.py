"""TIM703."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.frequencies import Unsaid, unsaid
from queries.places import lines_at, node_span, quote_at


@rule(code="TIM703", name="vague-frequency", level="review")
def vague_frequency(graph: AccountabilityGraph) -> Iterator[Remark]:
    """频次不明 / No interval.

    说明 / What it says
    会议、报送、督查、考核只写“定期”“适时”“不定期”，没有写明间隔。同一个词全文只提一次，列出各处；问责条款中的，以及同一句写有间隔的，不提。
    A meeting, report, inspection or assessment is to be held 定期 or 适时 and no interval is given. Each word is said once a plan, with all
    its places; accountability, and a clause that gives an interval too, are left alone.
    理由 / Why
    没有间隔，就无从判断该做的做了没有。
    Without an interval nobody can tell whether what was to be done has been done.
    来源 / Source
    国务院2018年关于工作落实的要求：每项任务有措施、有进度安排、有责任人；把“进度安排”用于工作机制，为本程序自定。
    反例 / Bad example
    ```text
    沅平市节水工作任务分工方案
    一、重点任务
    1.完成老旧管网改造。（责任单位：市水利局）
    二、工作机制
    （一）市政府督查室适时对任务落实情况开展督查。
    ```
    正例 / Good example
    ```text
    沅平市节水工作任务分工方案
    一、重点任务
    1.完成老旧管网改造。（责任单位：市水利局）
    二、工作机制
    （一）市政府督查室每季度对任务落实情况开展一次督查。
    ```
    修改 / How to mend
    写明间隔，如“每季度一次”；确需视情况而定的，写明由谁决定。
    Give the interval, as in 每季度一次; where it depends on events, say who decides.
    """
    for one in unsaid(graph):
        yield _remark(graph, one)


def _remark(graph: AccountabilityGraph, one: Unsaid) -> Remark:
    n = len(one.mechanisms)
    spans = tuple(node_span(graph, m) for m in one.mechanisms)
    return Remark(
        message=Words(
            zh=f"{'此处' if n == 1 else f'有 {n} 处'}只写“{one.word}”，没有写明间隔，事后无从判断是否按要求做了。",
            en=f"“{one.word}” stands {'here' if n == 1 else f'in {n} places'} without an interval: nobody can tell afterwards whether it was done.",
        ),
        remedy=Words(
            zh=f"请将“{one.word}”改为具体间隔，如“每季度”；确需视情况而定的，请写明由谁决定。",
            en=f"Please put an interval for “{one.word}”, such as 每季度; where it depends on events, please say who decides.",
        ),
        lines=tuple(dict.fromkeys(lines_at(graph, one.doc, s) for s in spans)),
        departments=tuple(sorted({e.target for m in one.mechanisms for e in graph.edges_from(m, "ACTS")})),
        quotes=tuple(quote_at(graph, one.doc, s) for s in spans),
    )
