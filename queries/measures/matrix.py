"""Departments by tasks."""

from __future__ import annotations

from collections import defaultdict

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.measure import Answer, Column, Row, columns, measure
from queries.owners import inherited
from queries.places import title

FIRST = columns(("department", "部门", "Department"))
TIERS = "牵责配监"
LONGEST = 44  # of a head that stands upright in a sheet


@measure(
    name="matrix",
    columns=FIRST,
    zh="部门×任务矩阵：牵、责、配、监",
    en="Departments by tasks: 牵 leads, 责 responsible, 配 cooperates, 监 supervises",
)
def matrix(graph: AccountabilityGraph) -> Answer:
    """One row per department that holds a duty (most leads first), one column per task (its id without the document where there is one
    document).

    A cell holds the tiers of the department on the task in the order 牵责配监; a tier in brackets comes from a blanket clause only.
    """
    own: dict[tuple[str, str], set[str]] = defaultdict(set)
    laid: dict[tuple[str, str], set[str]] = defaultdict(set)
    led: dict[str, int] = defaultdict(int)
    tasks = graph.tasks()
    for task in tasks:
        for e in graph.duties_of(task):
            (laid if inherited(e) else own)[e.source, task].add(str(e.data.get("tier") or "?"))
            led[e.source] += e.type == "LEADS"
    departments = sorted({d for d, _ in [*own, *laid]}, key=lambda d: (-led[d], str(graph.node(d)["name"]), d))
    single = len(graph.documents()) == 1
    keys = {t: t.removeprefix(f"{graph.document_of(t)}/") if single else t for t in tasks}
    rows: list[Row] = []
    for d in departments:
        row: Row = {"department": graph.node(d)["name"]}
        for t in tasks:
            mine, clause = own.get((d, t), set()), laid.get((d, t), set())
            extra = "".join(x for x in TIERS if x in clause - mine)
            row[t] = "".join(x for x in TIERS if x in mine) + (f"({extra})" if extra else "")
        rows.append(row)
    heads = tuple(Column(t, keys[t], keys[t], told=f"{keys[t]} {title(graph, t)}"[:LONGEST]) for t in tasks)
    legend = Words(
        zh="牵 牵头或主责 · 责 责任 · 配 配合 · 监 监管 · 括号内由兜底条款确定。任务：",
        en="牵 leads · 责 responsible · 配 cooperates · 监 supervises · in brackets: by a blanket clause. Tasks:",
    )
    named = tuple(Words(zh=words, en=words) for words in (f"{keys[t]} {title(graph, t)}" for t in tasks))
    return Answer(tuple(rows), FIRST + heads, (legend, *named))
