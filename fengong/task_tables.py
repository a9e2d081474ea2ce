"""From the rows of a plan to a table for paper: heads, widths, the title."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from graphmodel.patterns import pattern
from graphmodel.text import fold
from queries.task_table import ANSWER, DEADLINE, HELP, LEAD, NUMBER, TARGETS, TASK, TITLE, WATCH, Clause, Heading, TaskRow, TaskTable
from viz.paper import Band, Cell, Column, Line, Paper

if TYPE_CHECKING:
    from graphmodel.graph import AccountabilityGraph

HEADS = {
    NUMBER: Column("序号", 6, 8, True), TITLE: Column("任务名称", 12, 24), TASK: Column("任务", 40, 130),
    LEAD: Column("牵头单位", 12, 26), ANSWER: Column("责任单位", 12, 36), HELP: Column("配合单位", 12, 36),
    WATCH: Column("监管单位", 12, 26), TARGETS: Column("目标", 16, 48), DEADLINE: Column("完成时限", 12, 20, True),
}  # fmt: skip
"""Heads are Chinese in every language: the table is part of a Chinese document, and is read back by them."""

_IS_TABLE = pattern(r"(?:表|清单|台账)$")
_IS_PLAN_OF_DUTIES = pattern(r"(?:分工|分解)(?:方案)?$")
_BRACKET = pattern(r"[（(][^（()）]{1,24}[)）]$")


def title_of(name: str, kind: str = "任务分工表") -> str:
    """沅平市…任务分工方案 -> 沅平市…任务分工表 · …实施方案（2024—2026年） -> …实施方案（2024—2026年）任务分工表."""
    bracket = _BRACKET.search(name)
    stem = name[: bracket.start()] if bracket else name
    if kind == "任务分工表" and _IS_TABLE.search(stem):
        return name
    if kind == "任务分工表" and _IS_PLAN_OF_DUTIES.search(stem):
        return stem.removesuffix("方案") + "表" + (bracket[0] if bracket else "")
    return name + kind


def in_words(iso: str) -> str:
    """2024-03-26 -> 2024年3月26日; what is no day stays as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.year}年{day.month}月{day.day}日"


def paper_of(table: TaskTable) -> Paper:
    """One plan's table for a Word or Excel file."""
    columns = tuple(HEADS.get(key) or Column(key, 10, 16, True) for key in table.columns)
    rows: list[Band | Line] = []
    for row in table.rows:
        if isinstance(row, TaskRow):
            rows.append(Line(tuple(_cell(key, row) for key in table.columns), row.goes_on))
        else:
            rows.append(Band(row.text, row.level if isinstance(row, Heading) else 0))
    told = (("发布机构", table.issuer), ("发文字号", table.number), ("成文日期", in_words(table.date)))
    below = "　　".join(f"{label}：{value}" for label, value in told if value)
    return Paper(table.name or "任务分工表", title_of(table.name), below, columns, tuple(rows), tuple(_notes(table)))


def _notes(table: TaskTable) -> Iterable[str]:
    if table.short_names:
        yield "注：" + "；".join(f"{full}（以下简称{short}）" for short, full in table.short_names) + "。"


def _cell(key: str, row: TaskRow) -> Cell:
    words = row.cells.get(key, ())
    if key == NUMBER and len(words) == 1 and words[0].isascii() and words[0].isdigit() and not words[0].startswith("0") and len(words[0]) <= 4:
        return int(words[0])
    return words


def tables_of(graph: AccountabilityGraph) -> Iterable[TaskTable]:
    """The tables of all plans of a graph that hold a task, in their order."""
    from queries.task_table import task_table

    return [task_table(graph, doc) for doc in graph.documents() if graph.tasks(doc)]


_ = (Clause, fold)
