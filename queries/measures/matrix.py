"""Departments by tasks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.measure import Answer, Column, Row, columns, measure
from queries.owners import inherited
from queries.places import title

FIRST = columns(("department", "部门", "Department"))
TIERS = "牵责配监"
LONGEST = 44  # of a head that stands upright in a sheet


@dataclass(frozen=True, slots=True)
class Held:
    """What one department holds on one task.

    ``own``, ``laid``: tiers in the order 牵责配监, the latter by a blanket clause only; ``leads``: it answers for the task, by more than a clause.
    """

    own: str
    laid: str
    leads: bool

    def __str__(self) -> str:
        return self.own + (f"({self.laid})" if self.laid else "")


def holdings(graph: AccountabilityGraph) -> dict[tuple[str, str], Held]:
    """(department, task) -> what it holds there: the cells of the matrix that are not empty, by task, then as printed."""
    own: dict[tuple[str, str], set[str]] = defaultdict(set)
    laid: dict[tuple[str, str], set[str]] = defaultdict(set)
    leads: set[tuple[str, str]] = set()
    met: dict[tuple[str, str], None] = {}
    for task in graph.tasks():
        for e in graph.duties_of(task):
            met[e.source, task] = None
            (laid if inherited(e) else own)[e.source, task].add(str(e.data.get("tier") or "?"))
            if e.type == "LEADS" and not inherited(e):
                leads.add((e.source, task))
    return {pair: Held(_in_order(own[pair]), _in_order(laid[pair] - own[pair]), pair in leads) for pair in met}


def led(held: Mapping[tuple[str, str], Held]) -> dict[str, int]:
    """Department -> tasks it answers for; 0 for one that only helps, watches, or is bound by a clause."""
    count: dict[str, int] = defaultdict(int)
    for (department, _), one in held.items():
        count[department] += one.leads
    return dict(count)


def most_leads_first(graph: AccountabilityGraph, held: Mapping[tuple[str, str], Held]) -> list[str]:
    """The departments that hold something; those that lead equally by name."""
    count = led(held)
    return sorted(count, key=lambda d: (-count[d], str(graph.node(d)["name"]), d))


def _in_order(tiers: set[str]) -> str:
    return "".join(x for x in TIERS if x in tiers)


def _told(results: Sequence[Sequence[Row]]) -> Answer:
    heads, rows = results
    held = [(str(row["department"]), {cell["task"]: cell["holds"] for cell in row["cells"]}) for row in rows]
    return _answer(held, [(h["task"], h["head"], h["title"]) for h in heads])


def _answer(held: Sequence[tuple[str, Mapping[str, str]]], heads: Sequence[tuple[str, str, str]]) -> Answer:
    """``held``: (department, task -> marks) a row; ``heads``: (task, what stands above it, its heading) a column."""
    rows: list[Row] = [{"department": name, **{task: marks.get(task, "") for task, _, _ in heads}} for name, marks in held]
    legend = Words(
        zh="牵 牵头或主责 · 责 责任 · 配 配合 · 监 监管 · 括号内由兜底条款确定。任务：",
        en="牵 leads · 责 responsible · 配 cooperates · 监 supervises · in brackets: by a blanket clause. Tasks:",
    )
    named = tuple(Words(zh=words, en=words) for words in (f"{head} {title}" for _, head, title in heads))
    return Answer(tuple(rows), FIRST + tuple(Column(t, head, head, told=f"{head} {title}"[:LONGEST]) for t, head, title in heads), (legend, *named))


@measure(
    name="matrix",
    columns=FIRST,
    zh="部门×任务矩阵：牵、责、配、监",
    en="Departments by tasks: 牵 leads, 责 responsible, 配 cooperates, 监 supervises",
    told=_told,
)
def matrix(graph: AccountabilityGraph) -> Answer:
    """One row per department that holds a duty (most leads first), one column per task (its id without the document where there is one
    document).

    A cell holds the tiers of the department on the task in the order 牵责配监; a tier in brackets comes from a blanket clause only.
    """
    marks: dict[str, dict[str, str]] = defaultdict(dict)
    held = holdings(graph)
    for (d, task), one in held.items():
        marks[d][task] = str(one)
    single = len(graph.documents()) == 1
    heads = [(t, t.removeprefix(f"{graph.document_of(t)}/") if single else t, title(graph, t)) for t in graph.tasks()]
    return _answer([(str(graph.node(d)["name"]), marks[d]) for d in most_leads_first(graph, held)], heads)
