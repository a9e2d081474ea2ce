"""Work that is given out twice."""

from __future__ import annotations

from collections.abc import Iterable

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from graphmodel.plan import Span
from queries.duplication import SameWork, same_work
from queries.measure import Row, columns, measure
from queries.owners import names
from queries.places import node_span, place_lines
from queries.targets import SameTarget, same_targets

KINDS = {
    "identical": "逐字相同", "figures": "仅数字不同", "near": "基本相同", "contained": "一项包含另一项", "clause": "整句相同", "title": "同一事项",
    "target": "同一指标",
}  # fmt: skip

COLUMNS = columns(
    ("what", "类型", "What"), ("similarity", "相似度", "Similarity"), ("tasks", "任务", "Tasks"), ("owners", "牵头/主责单位", "Owners"),
    ("shared", "相同内容", "What is shared"), ("differs", "不同之处", "What differs"), ("texts", "任务原文", "Texts"),
    ("lines", "行", "Lines"),
    say={"what": KINDS},
)  # fmt: skip


@measure(
    name="duplicates",
    columns=COLUMNS,
    zh="哪些任务说的是同一件事，哪些指标写给了不同的单位（最相似的在前）",
    en="Which tasks say the same, and which targets stand in several tasks with different owners, the strongest first",
)
def duplicates(graph: AccountabilityGraph) -> list[Row]:
    """One row per pair or group of tasks of a plan: first the tasks that say the same, then the targets that several owners
    answer for.

    ``similarity`` 0 to 1 (queries/restated.py, queries/targets.py); ``tasks``, ``owners``, ``differs``, ``texts`` and
    ``lines``: one entry per task, in the plan's order. What only territorial peers share, and the members of a series, are
    no duplicates.
    """
    return [_work_row(graph, entry) for entry in same_work(graph)] + [_target_row(graph, entry) for entry in same_targets(graph)]


def _work_row(graph: AccountabilityGraph, entry: SameWork) -> Row:
    return {
        "what": "figures" if entry.kind == "identical" and entry.figures else entry.kind,
        "similarity": round(entry.similarity, 2),
        "shared": tuple(_words(graph, entry.doc, s) for s in entry.said[0].shared),
        "differs": _any(tuple(" … ".join(_words(graph, entry.doc, s) for s in said.own) for said in entry.said)),
        **_row(graph, entry.doc, entry.tasks),
    }


def _target_row(graph: AccountabilityGraph, entry: SameTarget) -> Row:
    shared = tuple(str(graph.node(target[0]).get("quote") or graph.node(target[0])["name"]) for target in entry.targets)
    spans = {t: [graph.node(i)["span"] for held in entry.targets for i in held if graph.owner_of_indicator(i) == t] for t in entry.tasks}
    return {
        "what": "target",
        "similarity": round(entry.similarity, 2),
        "shared": tuple(_squeezed(q) for q in shared),
        "differs": _any(tuple(_rest(graph, entry.doc, node_span(graph, t), spans[t]) for t in entry.tasks)),
        **_row(graph, entry.doc, entry.tasks),
    }


def _any(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """One entry a task, "—" for a task that has nothing of its own; None if none has."""
    return tuple(w or "—" for w in words) if any(words) else None


def _row(graph: AccountabilityGraph, doc: str, tasks: Iterable[str]) -> Row:
    return {
        "tasks": tuple(tasks),
        "owners": tuple(names(graph, graph.leads_of(t)) for t in tasks),
        "texts": tuple(_words(graph, doc, node_span(graph, t)) for t in tasks),
        "lines": tuple(str(a) if a == b else f"{a}-{b}" for a, b in (place_lines(graph, t) for t in tasks)),
    }


def _rest(graph: AccountabilityGraph, doc: str, whole: Span, shared: Iterable[tuple[int, int]]) -> str:
    """The words of a task outside of the shared spans."""
    parts, at = [], whole[0]
    for start, end in sorted(shared):
        parts.append(_words(graph, doc, (at, max(at, start))))
        at = max(at, end)
    parts.append(_words(graph, doc, (at, max(at, whole[1]))))
    return " … ".join(p.strip(",，。;；") for p in parts if p.strip(",，。;；"))


def _words(graph: AccountabilityGraph, doc: str, span: Span) -> str:
    return _squeezed(graph.words(doc, span))


def _squeezed(text: str) -> str:
    return pattern(r"\s+").sub("", text)
