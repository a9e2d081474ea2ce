"""OWN101."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.answering import Unanswered, unanswered
from queries.audit import Remark, rule
from queries.owners import names
from queries.places import heading_quote, place_lines, title


@rule(code="OWN101", name="no-owner", level="error")
def no_owner(graph: AccountabilityGraph) -> Iterator[Remark]:
    """任务无人负责 / Nobody answers for a task.

    说明 / What it says
    某项任务，或正文中写明的一项工作，没有写明由谁牵头或负责；只列配合、监管单位的，同样视为无人负责。宣传发动、加强领导、保障措施中的加大投入一类的套话只列为复核；
    整个部分、连续多项都没有责任单位的，只提一次；部门自己清单中“参与”“协助”他人的工作，不算无人负责。
    A task, or a piece of work that the text demands, does not say who leads it or answers for it; helpers or supervisors alone do not
    answer for it.
    Boilerplate (publicity, raising awareness) is only a remark for review; a part that has no owner at all, or a long row
    of items, is said once; taking part in another's work, in a department's own list, is not without an owner.
    理由 / Why
    没有责任单位的任务无从督办，也无从考核。
    What has no owner can be neither followed up nor assessed.
    来源 / Source
    国务院办公厅关于重点工作分工的通知通行体例：每项任务后括注“××牵头，××按职责分工负责”。
    反例 / Bad example
    ```text
    沅平市城市环境整治工作任务分工方案
    一、重点任务
    1.完成老城区雨污分流改造。（责任单位：市住建局）
    2.完成城东垃圾中转站建设。
    3.完成河道清淤。（责任单位：市水利局）
    ```
    正例 / Good example
    ```text
    沅平市城市环境整治工作任务分工方案
    一、重点任务
    1.完成老城区雨污分流改造。（责任单位：市住建局）
    2.完成城东垃圾中转站建设。（责任单位：市城管局）
    3.完成河道清淤。（责任单位：市水利局）
    ```
    修改 / How to mend
    为该任务写明一个牵头（责任）单位。
    Name one unit that leads the task or answers for it.
    """
    alone, together = _parts(graph, unanswered(graph))
    alone, rows = _in_rows(graph, alone)
    for one in alone:
        yield Remark(
            message=_message(graph, one),
            remedy=_REMEDY,
            tasks=() if one.stated else (one.node,),
            lines=(place_lines(graph, one.node),),
            departments=one.helpers + one.supervisors,
            quotes=(heading_quote(graph, one.node),),
            level="review" if one.boilerplate else None,
            key=f"no-owner:{one.node}",
        )
    for section, tasks in together.items():
        name = title(graph, section)
        yield Remark(
            message=Words(
                zh=f"“{name}”下的 {len(tasks)} 项均未写明牵头或责任单位，无从督办。",
                en=f"For none of the {len(tasks)} items of “{name}” a unit is named that leads it or answers for it: they cannot be followed up.",
            ),
            remedy=_REMEDY,
            tasks=tasks,
            lines=tuple(dict.fromkeys((place_lines(graph, section), *(place_lines(graph, t) for t in tasks)))),
            quotes=(heading_quote(graph, section), *(heading_quote(graph, t) for t in tasks[:3])),
            key=f"no-owner:{section}",
        )
    for tasks in rows:
        first, last = title(graph, tasks[0]), title(graph, tasks[-1])
        yield Remark(
            message=Words(
                zh=f"从“{first}”到“{last}”，连续 {len(tasks)} 项均未写明牵头或责任单位，无从督办。",
                en=f"For none of the {len(tasks)} items from “{first}” to “{last}” a unit is named that leads it or answers for it: they cannot be followed up.",
            ),
            remedy=_REMEDY,
            tasks=tasks,
            lines=tuple(dict.fromkeys(place_lines(graph, t) for t in tasks)),
            quotes=(heading_quote(graph, tasks[0]), heading_quote(graph, tasks[-1])),
            key=f"no-owner:{tasks[0]}",
        )


_REMEDY = Words(
    zh="请为该项工作明确一个牵头（责任）单位；如已另文明确，请在此注明文件名称。",
    en="Please name one unit that leads this work or answers for it; if another document does so, please cite it here.",
)
ROW = 10  # so many items one after the other, in several parts, are one thing to mend
WHOLE_PART = 6  # from so many items on, a part without any owner is one thing to mend


def _parts(graph: AccountabilityGraph, found: list[Unanswered]) -> tuple[list[Unanswered], dict[str, tuple[str, ...]]]:
    """The single ones, and section -> its tasks where none of at least WHOLE_PART has an owner: the outermost such sections."""
    above = {t: _sections(graph, t) for t in graph.tasks()}
    size = Counter(s for sections in above.values() for s in sections)
    inside: dict[str, list[str]] = defaultdict(list)
    for one in found:
        for section in () if one.stated or one.helpers or one.supervisors else above[one.node]:
            inside[section].append(one.node)
    whole = {s for s, tasks in inside.items() if len(tasks) >= WHOLE_PART and len(tasks) == size[s]}
    together = {s: tuple(inside[s]) for s in inside if s in whole and not whole & set(_sections(graph, s))}
    taken = {t for tasks in together.values() for t in tasks}
    return [one for one in found if one.node not in taken], together


def _in_rows(graph: AccountabilityGraph, found: list[Unanswered]) -> tuple[list[Unanswered], list[tuple[str, ...]]]:
    """The single ones, and the runs of at least ROW tasks of which none has an owner, a helper, a supervisor."""
    bare = {one.node for one in found if not (one.stated or one.helpers or one.supervisors or one.boilerplate)}
    runs: list[list[str]] = [[]]
    for doc in graph.documents():
        runs.append([])
        for task in graph.tasks(doc):
            if task in bare:
                runs[-1].append(task)
            else:
                runs.append([])
    long = [tuple(run) for run in runs if len(run) >= ROW]
    taken = {t for run in long for t in run}
    return [one for one in found if one.node not in taken], long


def _sections(graph: AccountabilityGraph, node: str) -> list[str]:
    """The sections a node stands in, the innermost first."""
    found: list[str] = []
    at = graph.section_of(node)
    while at:
        found.append(at)
        at = graph.section_of(at)
    return found


def _message(graph: AccountabilityGraph, one: Unanswered) -> Words:
    what = title(graph, one.node)
    if one.stated:
        return Words(
            zh=f"正文要求“{what}”，未见写明由哪个单位负责，无从督办。",
            en=f"The text demands “{what}” and does not say which unit answers for it: it cannot be followed up.",
        )
    others_zh = (f"列有配合单位（{names(graph, one.helpers)}）" if one.helpers else "") or (
        f"列有监管单位（{names(graph, one.supervisors)}）" if one.supervisors else ""
    )
    others_en = (f"helpers are named ({names(graph, one.helpers)})" if one.helpers else "") or (
        f"supervisors are named ({names(graph, one.supervisors)})" if one.supervisors else ""
    )
    row = _in_a_row(graph, one.node)
    cell_zh = "；表中单位一格为空，是否合并单元格？" if row else "，无从督办。"
    cell_en = "; its cell in the table is empty: is it merged with the one above?" if row else ": it cannot be followed up."
    if others_zh:
        return Words(
            zh=f"“{what}”{others_zh}，但未写明牵头或责任单位{cell_zh}",
            en=f"For “{what}” {others_en}, but no unit leads it or answers for it{cell_en}",
        )
    return Words(zh=f"“{what}”未写明牵头或责任单位{cell_zh}", en=f"No unit is named that leads “{what}” or answers for it{cell_en}")


def _in_a_row(graph: AccountabilityGraph, node: str) -> bool:
    """Whether marks divide the line of a task into the cells of a table."""
    line = graph.node(graph.document_of(node))["text"][place_lines(graph, node)[0] - 1]
    return "\t" in line.strip() or line.count("\t") >= 2 or line.count("|") + line.count("｜") >= 2
