"""Where in a document a task stands: in the plan's body, or in a table that restates it."""

from __future__ import annotations

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from graphmodel.text import fold
from queries.places import place_lines

_ANNEX = pattern(r"\s{0,20}附\s?(?:件|表|录)\s?[\d一二三四五六七八九十]{0,2}\s?:?\s{0,20}")  # 附件2
_TABLE = pattern(r"(?:表|清单|台账|一览|分解|分工)(?:\([^()]{0,20}\))?\s{0,20}$")  # 重点任务分解表
_ROW = pattern(r"\||\t")
_CELL = pattern(r"t\d+r|.*!|[A-Z]{1,3}\d+$")  # t3r4c2 · Sheet1!C7 · C7


def in_table(graph: AccountabilityGraph, task: str) -> bool:
    """Whether the task is a row of a table, or stands under the title of an annexed one (flattened tables have no rows)."""
    lines = graph.node(graph.document_of(task))["text"]
    first = place_lines(graph, task)[0]
    if _ROW.search(lines[first - 1].strip()) or _CELL.match(graph.place(graph.node(task)) or ""):
        return True
    label = next((n for n in range(first - 2, -1, -1) if _ANNEX.fullmatch(fold(lines[n]))), None)
    title = next((line for line in lines[label + 1 : first - 1] if line.strip()), "") if label is not None else ""
    return bool(_TABLE.search(fold(title)))


def restated_in_table(graph: AccountabilityGraph, tasks: tuple[str, ...]) -> bool:
    """Whether two tasks are one of the body and its row in a table."""
    return len(tasks) == 2 and in_table(graph, tasks[0]) != in_table(graph, tasks[1])
