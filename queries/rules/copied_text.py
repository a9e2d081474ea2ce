"""TXT609."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.other_level import Foreign, other_level_words
from queries.places import lines_at, quote_at, spoken

SHOWN = 6  # places quoted; all lines are listed


@rule(code="TXT609", name="copied-text", level="review")
def copied_text(graph: AccountabilityGraph) -> Iterator[Remark]:
    """套用了其他层级的文字 / Wording of another level.

    说明 / What it says
    方案用了别的层级才会用的自称：市的方案写“本村辖区”“我县”“全州（市）”，县的方案写“全旗”。同一种说法只提一次。
    上级地方（市的方案写“全省”）、对各县区和乡镇村提要求的语句、“各州（市）”“其他县（市、区）”一类泛指他处的说法，不算。
    The plan speaks of its own place as only a text of another level would: 本村辖区, 我县 or 全州（市） in a city's plan, 全旗 in a county's. Said
    once per kind of words. Silent for places above (全省 in a city's plan), where counties, towns or villages are spoken to, and for other
    places in general (各州（市）).
    理由 / Why
    套用的文字说明条款没有按本地情况改写，范围和责任单位是否适用都要重新核对。
    Copied words show that a clause was not adapted: whether its scope and its owners fit has to be checked anew.
    来源 / Source
    本程序自定。
    A rule of our own.
    反例 / Bad example
    ```text
    沅平市人民政府关于林区巡护工作的任务分工方案
    一、重点任务
    1.加强林区巡护，确保本村辖区内无滥伐现象。（责任单位：市林业局）
    2.完成河道清淤。（责任单位：市水利局）
    ```
    正例 / Good example
    ```text
    沅平市人民政府关于林区巡护工作的任务分工方案
    一、重点任务
    1.加强林区巡护，确保全市林区无滥伐现象。（责任单位：市林业局）
    2.完成河道清淤。（责任单位：市水利局）
    ```
    修改 / How to mend
    改为与本方案层级相符的说法，并核对该条的范围、数字和责任单位是否适用。
    Write the words that fit the level of the plan, and check whether scope, figures and owners of the clause fit too.
    """
    for entry in other_level_words(graph):
        yield _remark(graph, entry)


def _remark(graph: AccountabilityGraph, entry: Foreign) -> Remark:
    words = "、".join(dict.fromkeys(f"“{spoken(graph.words(entry.doc, span))}”" for span in entry.places))
    times = len(entry.places)
    kind = "街道" if entry.own.endswith("街道") else entry.own[-1]
    return Remark(
        message=Words(
            zh=f"本方案是{entry.own}的方案，文中却写{words}（{times} 处），像是从其他层级的文件套用而来；该条的范围和责任单位是否适用，需要核对。",
            en=f"This is a plan of {entry.own}, and it says {words} ({times} {'place' if times == 1 else 'places'}): words that seem to come from a document of "
            "another level; whether scope and owners of the clause fit has to be checked.",
        ),
        remedy=Words(
            zh=f"请将{words}改为与本方案层级相符的说法（如“本{kind}”“全{kind}”），并核对该条的范围、数字和责任单位。",
            en=f"Please put words that fit the level of the plan (“本{kind}”, “全{kind}”) in place of {words}, and check scope, figures and owners of the clause.",
        ),
        tasks=entry.tasks,
        lines=tuple(dict.fromkeys(lines_at(graph, entry.doc, span) for span in entry.places)),
        quotes=tuple(quote_at(graph, entry.doc, span) for span in entry.places[:SHOWN]),
    )
