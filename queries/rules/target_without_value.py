"""TGT303."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.places import heading_quote, lines_at, node_span, quote_at, said_of, spoken, title
from queries.unvalued import Unvalued, unvalued

SHOWN = 4  # names that the sentence prints


@rule(code="TGT303", name="target-without-value", level="warning")
def target_without_value(graph: AccountabilityGraph) -> Iterator[Remark]:
    """指标没有数值 / An indicator without a value.

    说明 / What it says
    任务要求提高或降低一项指标（率、比例、系数、用量等），或要求完成减排、节能一类的量化目标，但没有写数值。
    总体目标写有数值而任务没有写的，一并指出该处。
    由上级下达数值的、任务中另有其他数值的、其他任务已写明数值的，以及“利用水平”“知晓率”一类惯用说法，只列为复核。
    A task is to raise or lower an indicator (a rate, a share, a coefficient, an amount), or to meet a target of emission cuts, energy saving and the like,
    and does not say how much. Where the overall goals give the value, that place is shown too. If the value is set by a superior, if the task has other
    figures, if another task gives the value, or if the words are a phrase of the genre (利用水平, 知晓率), it is a remark for review.
    理由 / Why
    没有数值的指标无法判定是否完成。
    Of an indicator without a value nobody can say whether it was met.
    来源 / Source
    国务院办公厅关于落实政府工作报告重点工作分工的通行要求“可量化、可考核”；目标管理的 SMART 原则（Doran, 1981）。
    反例 / Bad example
    ```text
    沅平市节水行动任务分工方案
    一、重点任务
    1.推进农业节水，进一步提高农田灌溉水有效利用系数。（责任单位：市水利局）
    2.改造老旧管网60公里。（责任单位：市住建局）
    ```
    正例 / Good example
    ```text
    沅平市节水行动任务分工方案
    一、重点任务
    1.推进农业节水，到2027年农田灌溉水有效利用系数提高到0.58。（责任单位：市水利局）
    2.改造老旧管网60公里。（责任单位：市住建局）
    ```
    修改 / How to mend
    写明目标值和时限；数值由上级下达的，注明文号或下达时间。
    Print the value and its date; if a superior sets the value, cite the document.
    """
    for one in unvalued(graph):
        yield _remark(graph, one)


def _remark(graph: AccountabilityGraph, one: Unvalued) -> Remark:
    quotes = [quote_at(graph, one.doc, s) for s in one.spans]
    shown = [f"“{spoken(q.text)}”" for q in quotes[:SHOWN]]
    said, said_en = "、".join(shown), ", ".join(shown)
    more_zh = f"等 {len(quotes)} 项" if len(quotes) > SHOWN else ""
    more_en = f" and {len(quotes) - SHOWN} more" if len(quotes) > SHOWN else ""
    heading = title(graph, one.task)
    alone = len(quotes) == 1 and spoken(quotes[0].text) == heading  # 任务“完成节能任务”要求“完成节能任务” says it twice
    given = one.goals or one.elsewhere
    where = [(said_of(graph, i), spoken(str(graph.node(i)["quote"]))) for i in given[:2]]
    if one.sort == "amount":
        message = Words(
            zh=f"任务“{heading}”{'' if alone else f'要求{said}{more_zh}，'}没有写数值。完成多少才算完成，无从判断。",
            en=f"“{heading}” {'' if alone else f'asks for {said_en}{more_en} and '}gives no figure. Nobody can say how much is enough.",
        )
    elif where:
        place = Words("、".join(f"{at.zh}“{words}”" for at, words in where), ", ".join(f"{at.en} “{words}”" for at, words in where))
        message = Words(
            zh=f"任务“{heading}”提到{said}{more_zh}，没有写数值；数值写在{place.zh}。责任单位应完成的数值没有写进任务。",
            en=f"“{heading}” names {said_en}{more_en} without a value; the value stands on {place.en}. What its owner has to reach is not in the task.",
        )
    else:
        message = Words(
            zh=f"任务“{heading}”提到{said}{more_zh}，没有写数值。是否完成无从判断。",
            en=f"“{heading}” names {said_en}{more_en} without a value. Nobody can say whether it was met.",
        )
    name = spoken(quotes[0].text)
    if one.sort == "amount":
        remedy = Words(
            zh="请写明数值和时限；数值由上级下达的，请注明下达文件。",
            en="Please print the figure and its date; if a superior sets it, please cite the document that does.",
        )
    elif where:
        remedy = Words(zh=f"请在该任务中写明：{where[0][1]}。", en=f"Please write into the task: {where[0][1]}.")
    else:
        remedy = Words(
            zh=f"请写明目标值和时限，如“到××年，{name}达到××”。",
            en=f"Please print the value and its date, such as “到××年，{name}达到××”.",
        )
    return Remark(
        message=message, remedy=remedy, tasks=(one.task,),
        lines=tuple(dict.fromkeys([*(lines_at(graph, one.doc, s) for s in one.spans), *(lines_at(graph, one.doc, node_span(graph, i)) for i in given[:2])])),
        departments=tuple(graph.leads_of(one.task)),
        quotes=(*(() if alone else (heading_quote(graph, one.task),)), *quotes, *(quote_at(graph, one.doc, node_span(graph, i)) for i in given[:2])),
        level="review" if one.set_above or one.soft or (not one.goals and (one.measured or one.elsewhere)) else None,
        key=f"TGT303 {one.goals[0]}" if one.goals else None,
    )  # fmt: skip
