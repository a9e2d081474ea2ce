"""DUP201."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from graphmodel.plan import Span
from queries.audit import Remark, rule
from queries.differing import same_digits
from queries.duplication import SameWork, same_work
from queries.owners import names
from queries.parts import restated_in_table
from queries.places import begun, between, lines_at, node_span, place_lines, quote_at, said_of
from queries.wording import skeleton

LONGEST = 60  # code points of the plan's words in a message
QUOTED = 3  # places quoted of one task
SHOWN = 4  # tasks whose own words are shown
SAME_MATTER = 0.75  # likeness of a title and a clause that say one work; below they share the object only (规范安装 / 编制安装指引)


@rule(code="DUP201", name="duplicate-task", level="warning")
def duplicate_task(graph: AccountabilityGraph) -> Iterator[Remark]:
    """同一项工作写了两遍 / The same work stands in two tasks.

    说明 / What it says
    两项以上任务说的是同一件事：全文相同或相近，一项是另一项的一部分，整句相同，或同一事项换了说法。责任单位或配合单位不一致的，
    列为警告；责任单位、配合单位都相同，只是重述的，或只是对象相同、做法可能不同的，列为复核。
    数字、日期不参与比较；文字相同而数字不同的，写明两处的数字，列为警告。附表与正文写同一任务而责任单位、数字不一致的，提示核对统一，一致的不提。
    各区县（乡镇）各管一块的同一任务、按季度或年度滚动的任务、“配合某单位完成”的任务，都不算重复。
    Two or more tasks say the same work: in the same or nearly the same words, one as a part of the other, in one whole clause, or in
    other words under one title. A warning where owners or helpers differ, for review where the work is only restated, or
    where the object is the same and the action may be another. Figures and dates do not count; where the words are the same
    and the figures differ both are shown, and it is a warning. A table that restates the body has to agree with it: it is
    named where it does not. Districts that answer each for their own ground, series (next quarter, next year) and helping
    another with its task are no duplicates.
    理由 / Why
    同一件事有两个主人，等于没有主人：各等各的，或各做一遍；写法不一，考核时无从对账。
    Work with two owners has none: each waits for the other, or both do it; and where the wordings differ nobody can check it off.
    来源 / Source
    中共中央关于深化党和国家机构改革的决定（2018）：“一类事项原则上由一个部门统筹、一件事情原则上由一个部门负责”，
    避免政出多门、责任不明、推诿扯皮。
    反例 / Bad example
    ```text
    沅平市循环经济任务分工方案
    一、重点任务
    1.出台再生资源回收体系建设实施意见，建设废旧家电交易市场。（责任单位：市商务局）
    2.推进河道清淤疏浚。（责任单位：市水利局）
    3.出台再生资源回收体系建设实施意见，建设废旧家电交易市场。（责任单位：市供销社）
    ```
    正例 / Good example
    ```text
    沅平市循环经济任务分工方案
    一、重点任务
    1.出台再生资源回收体系建设实施意见，建设废旧家电交易市场。（牵头单位：市商务局；配合单位：市供销社）
    2.推进河道清淤疏浚。（责任单位：市水利局）
    ```
    修改 / How to mend
    合并为一项，定一个牵头单位，其他单位列为配合；确需分开的，写明各自负责哪一部分。
    Merge them under one lead and list the others as helpers; where both are needed, write which part is whose.
    """
    for entry in same_work(graph):
        table = restated_in_table(graph, entry.tasks)
        if not (table and entry.same_owners and entry.same_helpers and not entry.figures and len(_dates(graph, entry)) < 2):
            yield _remark(graph, entry, table)


def _remark(graph: AccountabilityGraph, entry: SameWork, table: bool) -> Remark:
    """``table``: a task of the body and its row in a table, which have to agree and not to be merged."""
    said = [_words(graph, entry.doc, one.shared) for one in entry.said]
    places = [(said_of(graph, t), names(graph, graph.leads_of(t)) or "—") for t in entry.tasks]
    if len(set(said)) == 1:
        zh, en = f"：“{said[0]}”。", f": “{said[0]}”. "
        zh += between(who for _, who in places).join(f"{at.zh} {who}" for at, who in places)
        en += begun("; ".join(f"{at.en} {who}" for at, who in places))
    else:
        zh = "：" + "；".join(f"{at.zh} {who}“{words}”" for (at, who), words in zip(places, said))
        en = ": " + "; ".join(f"{at.en} {who} “{words}”" for (at, who), words in zip(places, said))
    how, verdict, own = _how(entry, table, said), _verdict(graph, entry), Words("", "") if table else _own(graph, entry)
    review = entry.same_owners and not entry.figures and (entry.same_helpers or table) and len(_dates(graph, entry)) < 2
    spans = [span for one in entry.said for span in one.shared[:QUOTED]]
    return Remark(
        message=Words(zh=f"{how.zh}{zh}。{verdict.zh}{own.zh}", en=f"{how.en}{en}. {verdict.en}{own.en}"),
        remedy=_AGREE if table else _WHICH if entry.figures else _MERGE,
        tasks=entry.tasks,
        lines=tuple(dict.fromkeys(lines_at(graph, entry.doc, span) for span in spans)),
        departments=tuple(dict.fromkeys(d for t in entry.tasks for d in graph.leads_of(t))),
        quotes=tuple(quote_at(graph, entry.doc, span) for span in spans),
        level="review" if review or _object_only(entry) else None,
        key=f"DUP201 {' '.join(entry.tasks)}",
    )


_MERGE = Words(
    zh="请合并为一项并定一个牵头单位，其他单位列为配合；确需分开的，写明各自负责的部分。",
    en="Please merge them under one lead and list the others as helpers; where both are needed, write which part is whose.",
)
_WHICH = Words(
    zh="请核实以哪个数字为准，并合并为一项；两项都成立的，写明各自的范围、时段和责任单位。",
    en="Please check which figure holds and merge them; where both hold, write the scope, the period and the owner of each.",
)
_AGREE = Words(
    zh="附表与正文不一致，请核对后统一。",
    en="The annexed table and the body do not agree; please check and make them agree.",
)


def _object_only(entry: SameWork) -> bool:
    """Whether the tasks name one object and it stays open whether they do one thing with it."""
    return entry.kind == "title" and entry.alike < SAME_MATTER


def _how(entry: SameWork, table: bool, said: list[str]) -> Words:
    n = len(entry.tasks)
    if table:
        return Words("附表与正文写的是同一项任务", "The annexed table and the body state one task")
    if entry.kind == "identical" and entry.figures:
        return Words(f"{n} 项任务除数字外文字相同", f"{n} tasks are the same but for a figure")
    if entry.kind == "identical" and not same_digits(said):
        return Words(f"{n} 项任务除日期、编号外文字相同", f"{n} tasks are the same but for a date or a number")
    if _object_only(entry):
        return Words(f"{n} 项任务可能涉及同一事项", f"{n} tasks may concern one matter")
    kind = "clause" if entry.kind == "contained" and sum(bool(one.own) for one in entry.said) > 1 else entry.kind
    return {
        "identical": Words(f"{n} 项任务逐字相同", f"{n} tasks are the same word for word"),
        "near": Words(f"{n} 项任务内容基本相同", f"{n} tasks say nearly the same"),
        "contained": Words(f"{n} 项任务中，一项的内容包含在另一项之中", f"Of {n} tasks one stands within the other"),
        "clause": Words(f"{n} 项任务有整句相同的内容", f"{n} tasks share a whole clause"),
        "title": Words(f"{n} 项任务说的是同一事项", f"{n} tasks are about the same matter"),
    }[kind]


def _verdict(graph: AccountabilityGraph, entry: SameWork) -> Words:
    figures, who = _different_figures(graph, entry), _who(graph, entry)
    return Words(figures.zh + who.zh, figures.en + who.en)


def _different_figures(graph: AccountabilityGraph, entry: SameWork) -> Words:
    told = [(said_of(graph, t), entry.figures[t]) for t in entry.tasks if t in entry.figures]
    if not told:
        return Words("", "")
    zh = "，".join(f"{at.zh}“{'、'.join(values)}”" for at, values in told)
    en = ", ".join(f"{at.en} '{', '.join(values)}'" for at, values in told)
    return Words(f"数字不一致：{zh}。", f"The figures differ: {en}. ")


def _who(graph: AccountabilityGraph, entry: SameWork) -> Words:
    dates = sorted(_dates(graph, entry).items(), key=lambda told: place_lines(graph, told[1]))
    if len(dates) > 1 and entry.same_owners and entry.same_helpers and not entry.figures:
        told = [(day, said_of(graph, task)) for day, task in dates]
        zh, en = "，".join(f"{at.zh} {day}" for day, at in told), ", ".join(f"{at.en} {day}" for day, at in told)
        return Words(f"完成时限不一致：{zh}。", f"The deadlines differ: {en}.")
    if not entry.same_owners:
        return Words("责任单位不一致，容易互相等待或各做一遍。", "The owners differ: each may wait for the other, or both do it.")
    if not entry.same_helpers:
        others = _different_helpers(graph, entry)
        return Words(
            f"牵头（主责）单位相同，其他责任、配合单位不一致（责任单位不一致）：{others.zh}。",
            f"The owner is the same, the helpers differ: {others.en}.",
        )
    if entry.figures:
        return Words("责任单位和配合单位都相同。", "Owners and helpers are the same.")
    return Words("责任单位和配合单位都相同，只是重述。", "Owners and helpers are the same: the task is only restated.")


def _different_helpers(graph: AccountabilityGraph, entry: SameWork) -> Words:
    """Which helpers and supervisors only some of the tasks have."""
    held = [dict.fromkeys((*graph.helpers_of(t), *graph.supervisors_of(t))) for t in entry.tasks]
    told = [(said_of(graph, t), names(graph, [d for d in mine if not all(d in other for other in held)])) for t, mine in zip(entry.tasks, held)]
    return Words(
        "，".join(f"{at.zh}有{who}" if who else f"{at.zh}没有" for at, who in told),
        ", ".join(f"{at.en} has {who}" if who else f"{at.en} has none" for at, who in told),
    )


def _own(graph: AccountabilityGraph, entry: SameWork) -> Words:
    """What only the one, only the other says: clauses that stand in another of the tasks letter by letter are nobody's own."""
    texts = {one.task: skeleton(graph.words(entry.doc, node_span(graph, one.task))) for one in entry.said}
    parts = []
    for one in entry.said:
        others = [text for task, text in texts.items() if task != one.task]
        own = tuple(span for span in one.own if not any(skeleton(graph.words(entry.doc, span)) in text for text in others))
        if own:
            parts.append((said_of(graph, one.task), _words(graph, entry.doc, own)))
    parts = parts[:SHOWN]
    return Words(
        "".join(f"仅{at.zh}有：“{words}”。" for at, words in parts),
        "".join(f" Only {at.en} has: “{words}”." for at, words in parts),
    )


def _dates(graph: AccountabilityGraph, entry: SameWork) -> dict[str, str]:
    """The deadlines that are printed for the tasks, as days, each with the first task that has it."""
    return {day: t for t in reversed(entry.tasks) if (day := graph.node(t)["deadline"])}


def _words(graph: AccountabilityGraph, doc: str, spans: tuple[Span, ...]) -> str:
    text = "…".join(pattern(r"\s+").sub("", graph.words(doc, s)).strip("。;；") for s in spans)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
