"""TGT307."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.hedges import Hedged, hedged
from queries.places import lines_at, quote_at, said_at, spoken

SHOWN = 3  # clauses that the sentence prints
LONGEST = 60  # characters of each


@rule(code="TGT307", name="hedged-target", level="review")
def hedged_target(graph: AccountabilityGraph) -> Iterator[Remark]:
    """指标或时限留有余地 / A hedged target.

    说明 / What it says
    带有数值或时限的句子用了“力争”“争取”“原则上”“基本完成”一类留有余地的说法。一份文件合为一条，供核对。
    前面已有“确保”的保底数值的，“基本医疗保险”一类名称，以及没有数值和时限的表述，不在此列。
    A clause with a figure or a date has a word that leaves room (力争, 争取, 原则上, 基本完成). One remark for a whole plan, to be checked. Left out: a figure
    beside a firm one (确保8%，力争10%), names (基本医疗保险), and clauses with neither figure nor date.
    理由 / Why
    “力争”的指标没有完成，也难说没有做到，考核不好认定。
    Whoever misses a target that was only to be striven for has hardly failed to do what was asked, so the result is hard to assess.
    来源 / Source
    本程序自定 / A rule of our own.
    反例 / Bad example
    ```text
    沅平市养老服务任务分工方案
    一、重点任务
    1.建设社区食堂，力争2027年底前建成60个。（责任单位：市民政局）
    2.改造敬老院12所。（责任单位：市民政局）
    ```
    正例 / Good example
    ```text
    沅平市养老服务任务分工方案
    一、重点任务
    1.建设社区食堂，2027年底前建成60个。（责任单位：市民政局）
    2.改造敬老院12所。（责任单位：市民政局）
    ```
    修改 / How to mend
    能够确定的写成“达到”“完成”；确需留有余地的，写明保底数值。
    Write 达到 or 完成 where it is certain; where room is needed, print the least that must be reached.
    """
    for _, group in groupby(hedged(graph), key=lambda h: h.doc):
        yield _remark(graph, list(group))


def _remark(graph: AccountabilityGraph, found: list[Hedged]) -> Remark:
    doc = found[0].doc
    quotes = tuple(quote_at(graph, doc, h.clause) for h in found)
    tasks = tuple(dict.fromkeys(h.task for h in found if h.task))
    shown = [(said_at(graph, doc, lines_at(graph, doc, h.clause)[0]), spoken(q.text)[:LONGEST]) for h, q in zip(found[:SHOWN], quotes)]
    more = len(found) - SHOWN
    words = list(dict.fromkeys(h.word for h in found))
    zh = "、".join(f"{at.zh}“{said}”" for at, said in shown)
    en = ", ".join(f"{at.en} “{said}”" for at, said in shown)
    return Remark(
        message=Words(
            zh=f"{len(found)} 处数值或时限带有{'、'.join(f'“{w}”' for w in words)}：{zh}{'等' if more > 0 else ''}。没有完成时，考核不好认定。",
            en=f"{len(found)} {'clause' if len(found) == 1 else 'clauses'} with a figure or date {'says' if len(found) == 1 else 'say'} "
            f"{', '.join(f'“{w}”' for w in words)}: {en}{f' and {more} more' if more > 0 else ''}. A miss is hard to assess.",
        ),
        remedy=Words(
            zh="能够确定的，请写成“达到”“完成”；确需留有余地的，请写明保底数值。",
            en="Please write 达到 or 完成 where it is certain; where room is needed, please print the least that must be reached.",
        ),
        tasks=tasks, lines=tuple(dict.fromkeys(lines_at(graph, doc, h.clause) for h in found)), quotes=quotes,
    )  # fmt: skip
