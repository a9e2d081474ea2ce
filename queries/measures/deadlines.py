"""What is due when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.facts import indicator_text, last_day, names_of
from queries.measure import Answer, Row, columns, measure
from queries.places import place_lines, title

COLUMNS = columns(
    ("month", "月份", "Month"), ("date", "日期", "Date"), ("what", "类型", "What"), ("text", "内容", "Words"),
    ("leads", "牵头/责任单位", "Answers for it"),
    ("printed", "原文时限", "As printed"), ("line", "行", "Line"), ("document", "文件", "Document"), ("id", "编号", "Id"),
    say={"what": {"task": "任务", "milestone": "节点", "indicator": "指标", "goal": "目标"}},
)  # fmt: skip

UNDATED = {"continuous": "持续", "recurring": "定期", "relative": "相对时限", "none": "未写时限"}


@measure(
    name="deadlines",
    columns=COLUMNS,
    zh="按月排列的时限：任务、节点、指标、目标",
    en="Deadlines by month: tasks, milestones, indicators, goals",
)
def deadlines(graph: AccountabilityGraph) -> Answer:
    """One row per date, earliest first; tasks without a date come last, ``month`` empty. A year or month counts as its last day; an
    indicator with its task's
    own date is not repeated."""
    order = {doc: n for n, doc in enumerate(graph.documents())}
    rows: list[Row] = []

    def add(what: str, node: str, date: str | None, text: str, printed: str, owner: str) -> None:
        rows.append(
            {
                "month": (date or "")[:7], "date": date, "what": what, "text": text, "leads": names_of(graph, graph.leads_of(owner)),
                "printed": printed,
                "line": place_lines(graph, node)[0], "document": graph.document_of(node), "id": node,
            }
        )  # fmt: skip

    for task in graph.tasks():
        data = graph.node(task)
        due = last_day(data.get("deadline"))
        kind = str(data.get("deadline_kind") or "none")
        add("task", task, due, title(graph, task), str(data.get("deadline_printed") or ("" if due else UNDATED.get(kind, ""))), task)
        for milestone in graph.milestones_of(task):
            step = graph.node(milestone)
            if by := last_day(step.get("by")):
                add("milestone", milestone, by, str(step["text"]), str(step.get("printed") or ""), task)
        _indicators(graph, task, due, add)
    for goal in graph.goals():
        due = last_day(graph.node(goal).get("by"))
        if due:
            add("goal", goal, due, title(graph, goal), str(graph.node(goal).get("by") or ""), goal)
        _indicators(graph, goal, due, add)
    rows.sort(key=lambda r: (r["date"] is None, r["date"] or "", order[r["document"]], r["line"], r["what"], r["id"]))
    months = Counter(r["month"] for r in rows if r["month"])
    undated = sum(not r["month"] for r in rows)
    listed = ", ".join(f"{m}: {n}" for m, n in sorted(months.items())) or "-"
    return Answer(tuple(rows), COLUMNS, (Words(zh=f"各月件数：{listed}；无日期：{undated}。", en=f"Per month: {listed}; without a date: {undated}."),))


def _indicators(graph: AccountabilityGraph, owner: str, due: str | None, add: Callable[[str, str, str, str, str, str], None]) -> None:
    for indicator in graph.indicators_of(owner):
        by = last_day(graph.node(indicator).get("by"))
        if by and by != due:
            add("indicator", indicator, by, indicator_text(graph, indicator), str(graph.node(indicator)["by"]), owner)
