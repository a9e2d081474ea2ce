"""From the rows of a plan to a table for paper: heads, widths, the title. Heads are Chinese in every language: the table goes round with a Chinese plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from graphmodel.patterns import pattern
from queries.ledger import ledger
from queries.task_table import ANSWER, DEADLINE, HELP, LEAD, NUMBER, TARGETS, TASK, TITLE, WATCH, Heading, TaskRow, TaskTable, task_table
from viz.paper import Band, Cell, Column, Line, Paper

if TYPE_CHECKING:
    from graphmodel.graph import AccountabilityGraph

HEADS = {
    NUMBER: Column("序号", 8, 8, True), TITLE: Column("任务名称", 12, 24), TASK: Column("任务", 36, 130),
    LEAD: Column("牵头单位", 10, 26), ANSWER: Column("责任单位", 10, 36), HELP: Column("配合单位", 10, 36),
    WATCH: Column("监管单位", 10, 26), TARGETS: Column("目标", 14, 48), DEADLINE: Column("完成时限", 14, 22, True),
}  # fmt: skip
_STATES = ("未开始", "推进中", "已完成")
_LEDGER = (
    Column("序号", 8, 8, True), Column("到期月份", 14, 14, True), Column("任务", 26, 60), Column("节点/目标", 26, 60),
    Column("牵头单位", 12, 24), Column("责任单位", 12, 30), Column("配合单位", 12, 30), Column("完成时限", 12, 18, True),
)  # fmt: skip
_WATCHED = Column("监管单位", 12, 24)
_TO_FILL = (Column("进展", 16, 16), Column("完成情况", 12, 12, True, _STATES), Column("佐证", 12, 12), Column("销号", 8, 8, True))

_IS_TABLE = pattern(r"(?:表|清单|台账)$")
_ALLOTS = pattern(r"(?:分工|分解)(?:方案)?$")
_BRACKET = pattern(r"[（(][^（()）]{1,24}[)）]$")


def title_of(name: str) -> str:
    """沅平市…任务分工方案 -> 沅平市…任务分工表 · …实施方案（2024—2026年） -> …实施方案（2024—2026年）任务分工表."""
    bracket = _BRACKET.search(name)
    stem = name[: bracket.start()] if bracket else name
    if _IS_TABLE.search(stem):
        return name
    if _ALLOTS.search(stem):
        return stem.removesuffix("方案") + "表" + (bracket[0] if bracket else "")
    return f"{name}任务分工表"


def in_words(iso: str) -> str:
    """2024-03-26 -> 2024年3月26日; what is no day stays as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.year}年{day.month}月{day.day}日"


def papers_of(graph: AccountabilityGraph, by_month: bool = False) -> tuple[tuple[TaskTable, ...], tuple[Paper, ...]]:
    """The tables of all plans that hold a task, and each for a file; ``by_month``: as ledgers."""
    tables = tuple(task_table(graph, doc) for doc in graph.documents() if graph.tasks(doc))
    return tables, tuple(ledger_of(graph, t) if by_month else paper_of(t) for t in tables)


def paper_of(table: TaskTable) -> Paper:
    """One plan's table for a Word or Excel file."""
    columns = tuple(HEADS.get(key) or Column(key, 10, 16, True) for key in table.columns)
    rows: list[Band | Line] = []
    for row in table.rows:
        if isinstance(row, TaskRow):
            rows.append(Line(tuple(_cell(key, row) for key in table.columns), row.goes_on))
        else:
            rows.append(Band(row.text, row.level if isinstance(row, Heading) else 0))
    return Paper(table.name or "任务分工表", title_of(table.name), _below(table), columns, tuple(rows), tuple(_notes(table)))


def ledger_of(graph: AccountabilityGraph, table: TaskTable) -> Paper:
    """One plan's ledger: by month, the last columns left to be filled in."""
    found = ledger(graph, table.doc)
    watched = any(row.watch for row in found)
    columns = (*_LEDGER[:-1], *([_WATCHED] if watched else []), _LEDGER[-1], *_TO_FILL)
    rows: list[Band | Line] = []
    block = None
    for n, due in enumerate(found, 1):
        if due.block != block:
            block = due.block
            rows.append(Band(block))
        who = [_words(w) for w in (due.lead, due.answer, due.help, *([due.watch] if watched else []))]
        when: Cell = due.day if due.day else (due.block,)
        rows.append(Line((n, when, _words(due.task), _words(due.what), *who, _words(due.printed), *[()] * len(_TO_FILL))))
    return Paper(table.name or "台账", f"{table.name}督查台账", _below(table), columns, tuple(rows), listing=True)


def _words(text: str) -> Cell:
    return (text,) if text else ()


def _below(table: TaskTable) -> str:
    """Issuer, number and date with the labels by which they are read back."""
    told = (("发布机构", table.issuer), ("发文字号", table.number), ("成文日期", in_words(table.date)))
    return "　　".join(f"{label}：{value}" for label, value in told if value)


def _notes(table: TaskTable) -> Iterator[str]:
    if table.short_names:
        yield "注：" + "；".join(f"{full}（以下简称{short}）" for short, full in table.short_names) + "。"


def _cell(key: str, row: TaskRow) -> Cell:
    words = row.cells.get(key, ())
    if key == NUMBER and len(words) == 1 and pattern(r"[1-9]\d{0,3}").fullmatch(words[0]):
        return int(words[0])
    return words
