"""TXT603."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Level, Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.damaged import Damaged, Spot, damaged
from queries.places import lines_at, quote_at, spoken


@rule(code="TXT603", name="damaged-text", level="warning")
def damaged_text(graph: AccountabilityGraph) -> Iterator[Remark]:
    """文字残缺或有误 / Damaged text.

    说明 / What it says
    文字在转录、排版中受损：数字或日期连在一起（97%45%），类别、单位丢失（稳定保持在类），段首缺字，标点、词语重复，括号、引号不成对，
    单位名称有误字，语句中断，日历上没有的日子（2月30日），以及常见的笔误。只指出，不改动；能推断原文的，给出建议。
    The text was damaged on its way: figures or dates run together (97%45%), a class or unit is lost (保持在类), a paragraph has lost its
    first characters, marks or words stand twice, brackets and quotation marks lack their other half, the name of a body holds a slip, a
    sentence breaks off, a day is in no calendar (2月30日), or a word is a common slip of the pen. Nothing is changed; words that can be inferred are proposed.
    理由 / Why
    缺一个字、连一个数，任务、指标或责任单位就可能变成另一回事，考核时无从对账。
    One character lost, or two figures joined, may make another task, target or owner of it, and nobody can be held to it.
    来源 / Source
    《党政机关公文处理工作条例》（2012）：公文起草应当内容简洁、表述准确、文字精练；具体的判断方法为本程序自定。
    反例 / Bad example
    ```text
    沅平市环境治理任务分工方案
    一、重点任务
    1.提升清洁取暖水平，2025年城区、农区清洁取暖率分别达到97%45%以上。（责任单位：市住建局）
    2.保护沅江水质，水质稳定保持在类。（责任单位：市生态环境局）
    ```
    正例 / Good example
    ```text
    沅平市环境治理任务分工方案
    一、重点任务
    1.提升清洁取暖水平，2025年城区、农区清洁取暖率分别达到97%、45%以上。（责任单位：市住建局）
    2.保护沅江水质，水质稳定保持在Ⅱ类。（责任单位：市生态环境局）
    ```
    修改 / How to mend
    对照原稿补正。
    Compare with the original and put it right.
    """
    for one in damaged(graph):
        yield _remark(graph, one)


def _remark(graph: AccountabilityGraph, one: Damaged) -> Remark:
    told = [(spoken(graph.words(one.doc, s.span)), s) for s in one.spots[:SHOWN]]
    zh = "；".join(f"“{words}”{s.what.zh}" for words, s in told)
    en = "; ".join(f"“{words}”: {s.what.en}" for words, s in told)
    more = len(one.spots) - len(told)
    meant = [s.meant for s in one.spots if s.meant]
    return Remark(
        message=Words(f"{zh}{f'；同一行另有 {more} 处' if more else ''}。", f"{en}{f'; {more} more on this line' if more else ''}."),
        remedy=Words(
            f"请对照原稿补正{'，疑为' + '、'.join(f'“{m}”' for m in meant[:SHOWN]) if meant else ''}。",
            f"Please compare with the original{': probably ' + ', '.join(f'“{m}”' for m in meant[:SHOWN]) if meant else ''}.",
        ),
        tasks=(one.task,) if one.task else (),
        lines=tuple(sorted({lines_at(graph, one.doc, s.span) for s in one.spots})),
        quotes=tuple(quote_at(graph, one.doc, s.span) for s in one.spots),
        level=_level(one.spots),
    )


SHOWN = 4  # spots told in a message; all are quoted


def _level(spots: tuple[Spot, ...]) -> Level | None:
    return "review" if all(s.level == "review" for s in spots) else None
