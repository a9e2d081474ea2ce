"""TGT306."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.due import two_dates
from queries.places import heading_quote, lines_at, quote_at, spoken, title


@rule(code="TGT306", name="conflicting-deadline", level="warning")
def conflicting_deadline(graph: AccountabilityGraph) -> Iterator[Remark]:
    """时限前后不一 / Two deadlines for one task.

    说明 / What it says
    任务正文写的完成日期晚于它的完成时限（或所在阶段），或正文写明某日之前全部完成而完成时限更晚。正文中的分步节点早于时限的，不算不一致。
    The words of a task let it end later than its label (or its phase) does, or they want all of it done by a day and the label gives a
    later one. Steps on the way that lie before the deadline are no conflict.
    理由 / Why
    两个日期并存，督办和考核不知以哪个为准。
    With two dates nobody who follows the task up can know which one holds.
    来源 / Source
    《党政机关公文处理工作条例》第十九条：公文起草应当做到结构严谨、表述准确；比对方法为本程序自定。
    反例 / Bad example
    ```text
    沅平市城市环境整治工作任务分工方案
    一、重点任务
    1.整治城区内涝点。对11处内涝点逐一改造，2025年6月底前全部完成。
    牵头单位：市住建局
    完成时限：2025年12月底前
    ```
    正例 / Good example
    ```text
    沅平市城市环境整治工作任务分工方案
    一、重点任务
    1.整治城区内涝点。对11处内涝点逐一改造，2025年6月底前全部完成。
    牵头单位：市住建局
    完成时限：2025年6月底前
    ```
    修改 / How to mend
    只保留一个日期；分步完成的，写明各步做到什么程度。
    Keep one date; where the work is done in steps, say what each step is to reach.
    """
    for one in two_dates(graph):
        doc = graph.document_of(one.task)
        text, other = (spoken(graph.words(doc, s)) for s in (one.inside, one.outside))
        where_zh, where_en = ("所在阶段的时间", "its phase") if one.phase else ("完成时限", "its label")
        yield Remark(
            message=Words(
                zh=f"“{title(graph, one.task)}”正文写“{text}”，{where_zh}写“{other}”，以哪个日期为准不明确。",
                en=f"The words of “{title(graph, one.task)}” say “{text}”, {where_en} says “{other}”: which date holds is not clear.",
            ),
            remedy=Words(
                zh=f"请统一为一个日期（“{text}”或“{other}”）；如为分步完成，请写明各步要求。",
                en=f"Please keep one date (“{text}” or “{other}”); where there are steps, please say what each is to reach.",
            ),
            tasks=(one.task,),
            lines=tuple(dict.fromkeys(lines_at(graph, doc, s) for s in (one.inside, one.outside))),
            quotes=(heading_quote(graph, one.task), quote_at(graph, doc, one.inside), quote_at(graph, doc, one.outside)),
        )
