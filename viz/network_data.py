"""What the network knows beside its points and lines: whose duty, in which words, where; what is found; ready for a page's scripts.

Ids in the page are short (d0 a unit, t0 a task, g0 a goal, i0 a figure, e0 a line). Places in texts count UTF-16 units, as scripts do.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphmodel.contract import DUTIES
from graphmodel.place_words import place_words
from viz.flags import unowned

if TYPE_CHECKING:
    from graphmodel.finding import Finding
    from graphmodel.graph import AccountabilityGraph, Edge

ROLES = dict(zip(DUTIES, "LCS"))
_CLINGS = " :：，,、。；;　\t\r\n"
DIVIDES = 0.7  # share of the tasks under one heading above which it divides nothing
FIGURE = "M"  # the line from a task to one of its figures


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the picture: every duty of one role between a unit and a task, or a figure of a task."""

    id: str
    source: str
    target: str
    role: str
    duties: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what is shown: ids of the graph -> ids of the page, and the lines between them."""

    units: Mapping[str, str]
    tasks: Mapping[str, str]
    goals: Mapping[str, str]
    figures: Mapping[str, str]
    lines: tuple[Line, ...]

    def id(self, node: str) -> str | None:
        return self.tasks.get(node) or self.goals.get(node) or self.units.get(node) or self.figures.get(node)


def cast(graph: AccountabilityGraph) -> Cast:
    """Units with a duty, tasks, goals, their figures, in the graph's order."""
    tasks = {t: f"t{n}" for n, t in enumerate(graph.tasks())}
    goals = {g: f"g{n}" for n, g in enumerate(graph.goals())}
    owned = [*tasks, *goals]
    figures = {i: f"i{n}" for n, i in enumerate(i for node in owned for i in graph.indicators_of(node))}
    held = {e.source for node in owned for e in graph.duties_of(node)}
    units = {d: f"d{n}" for n, d in enumerate(d for d in graph.departments() if d in held)}
    between: dict[tuple[str, str, str], list[Edge]] = {}
    for node in owned:
        for edge in graph.duties_of(node):
            between.setdefault((edge.source, node, ROLES[edge.type]), []).append(edge)
    ids = {**units, **tasks, **goals}
    lines = [Line(f"e{n}", ids[s], ids[t], role, tuple(edges)) for n, ((s, t, role), edges) in enumerate(between.items())]
    measured = [(ids[node], figures[i]) for node in owned for i in graph.indicators_of(node)]
    lines += [Line(f"m{n}", node, figure, FIGURE) for n, (node, figure) in enumerate(measured)]
    return Cast(units, tasks, goals, figures, tuple(lines))


def short_name(graph: AccountabilityGraph, department: str) -> str:
    """What plans print for a unit most often (市发改委), without what clings to it; its full name where nothing is printed."""
    forms = Counter(str(e.data.get("printed") or "").strip(_CLINGS) for kind in DUTIES for e in graph.edges_from(department, kind))
    forms.pop("", None)
    best = max(forms.items(), key=lambda f: (f[1], len(f[0]), f[0]), default=("", 0))[0]
    return "".join((best or str(graph.node(department)["name"])).split())


def told(graph: AccountabilityGraph, shown: Cast, findings: Sequence[Finding], figure_words: Callable[[str], str], peers: Mapping[str, str]) -> dict[str, Any]:
    """Everything the scripts of the page show, as plain JSON values. ``figure_words``: an indicator in words; ``peers``: the Chinese words
    of the classes of units."""
    docs = {doc: n for n, doc in enumerate(graph.documents())}
    place = _Places(graph, docs)
    minded = unowned(findings)
    sections = _Sections(graph)
    return {
        "docs": [{"name": graph.node(d)["name"], "source": graph.node(d)["source"] or d, "text": graph.text_of(d)} for d in docs],
        "units": {shown.units[d]: _unit(graph, d, peers) for d in shown.units},
        "idle": [str(graph.node(d)["name"]) for d in graph.departments() if d not in shown.units and graph.node(d)["recognised"]],
        "tasks": {shown.tasks[t]: _task(graph, t, shown, place, sections) for t in shown.tasks},
        "unowned": [shown.tasks[t] for t in shown.tasks if t in minded and not graph.leads_of(t)],
        "goals": {shown.goals[g]: _goal(graph, g, shown, place) for g in shown.goals},
        "figures": {shown.figures[i]: {"words": figure_words(i), **place.of(graph.node(i))} for i in shown.figures},
        "lines": {line.id: [_duty(e, place) for e in line.duties] for line in shown.lines if line.duties},
        "sections": sections.names,
        "findings": [_finding(f, shown, place) for f in findings],
    }


class _Sections:
    """The headings that divide the tasks of a plan, numbered as they come: the outermost, or one further in where nearly all tasks stand
    under one outermost heading."""

    def __init__(self, graph: AccountabilityGraph) -> None:
        self.names: list[str] = []
        self._known: dict[tuple[str, ...], int] = {}
        self._depth: dict[str, int] = {}
        for doc in graph.documents():
            paths = [tuple(str(s) for s in graph.node(t).get("section") or ()) for t in graph.tasks(doc)]
            depth = 1
            while depth < 4 and paths and max(Counter(p[:depth] for p in paths).values()) > DIVIDES * len(paths) and any(len(p) > depth for p in paths):
                depth += 1
            self._depth[doc] = depth

    def of(self, doc: str, path: Sequence[str]) -> int | None:
        held = (doc, *path[: self._depth[doc]])
        if len(held) == 1:
            return None
        if held not in self._known:
            self._known[held] = len(self.names)
            self.names.append(held[-1])
        return self._known[held]


class _Places:
    """Places of the graph as the page counts them."""

    def __init__(self, graph: AccountabilityGraph, docs: Mapping[str, int]) -> None:
        self._docs = docs
        self._printed = {doc: graph.node(doc)["places"] or () for doc in docs}
        self._long = {doc: [n for n, c in enumerate(graph.text_of(doc)) if c > "\uffff"] for doc in docs}

    def span(self, doc: str, span: Sequence[int]) -> list[int]:
        return [int(at) + bisect_left(self._long[doc], int(at)) for at in span]

    def of(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """doc, span, line, and the printed place where the file has one."""
        doc, line = str(data["doc"]), int(data["lines"][0])
        printed = self._printed[doc][line - 1] if line <= len(self._printed[doc]) else None
        return {"doc": self._docs[doc], "span": self.span(doc, data["span"]), "line": line, **_said(printed)}

    def quote(self, doc: str, span: Sequence[int], place: str | None) -> dict[str, Any]:
        return {"doc": self._docs.get(doc, 0), "span": self.span(doc, span) if doc in self._long else [0, 0], **_said(place)}


def _said(place: str | None) -> dict[str, Any]:
    words = place_words(place, 0) if place else None
    return {"place": [words.zh, words.en]} if words else {}


def _unit(graph: AccountabilityGraph, department: str, peers: Mapping[str, str]) -> dict[str, Any]:
    node = graph.node(department)
    kind = str(node.get("peer_class") or "")
    forms = sorted({"".join(str(p).split()).strip(_CLINGS) for p in node.get("printed") or ()} - {""})
    return {
        "name": node["name"], "short": short_name(graph, department), "forms": forms, "class": [peers.get(kind, kind), kind],
        "collective": bool(node.get("collective")), "leads": len(graph.tasks_led_by(department)),
    }  # fmt: skip


def _task(graph: AccountabilityGraph, task: str, shown: Cast, place: _Places, sections: _Sections) -> dict[str, Any]:
    node = graph.node(task)
    path = [str(s) for s in node.get("section") or ()]
    where = place.of(node)
    section = sections.of(str(node["doc"]), path)
    steps = [{"words": "".join(str(graph.node(m)["text"]).split()), "by": graph.node(m).get("by")} for m in graph.milestones_of(task)]
    overseers = [" ".join(filter(None, (graph.node(p)["name"], graph.node(p).get("title")))) for p in graph.overseers_of(task)]
    return {
        "name": "".join(str(node["name"]).split()), "number": node.get("number") or "", "path": path, "section": section, "due": node.get("deadline") or "",
        "printed": "".join(str(node.get("deadline_printed") or "").split()), "kind": node.get("deadline_kind") or "none", "steps": steps, "overseers": overseers,
        "figures": [shown.figures[i] for i in graph.indicators_of(task)], **where,
    }  # fmt: skip


def _goal(graph: AccountabilityGraph, goal: str, shown: Cast, place: _Places) -> dict[str, Any]:
    node = graph.node(goal)
    words = "".join(str(node["text"]).split())
    return {
        "name": words, "path": [str(s) for s in node.get("section") or ()], "due": node.get("by") or "",
        "figures": [shown.figures[i] for i in graph.indicators_of(goal)], **place.of(node),
    }  # fmt: skip


def _duty(edge: Edge, place: _Places) -> dict[str, Any]:
    data = edge.data
    statement = place.span(str(data["doc"]), data["statement"]) if data.get("statement") else None
    kept = {key: data[key] for key in ("tier", "label", "basis", "part") if data.get(key)}
    return {**kept, **({"statement": statement} if statement else {}), **place.of(data)}


def _finding(finding: Finding, shown: Cast, place: _Places) -> dict[str, Any]:
    said = {"code": finding.code, "rule": finding.rule, "level": finding.level}
    touches = [id for node in (*finding.tasks, *finding.departments) if (id := shown.id(node))]
    quotes = [place.quote(q.doc, q.span, q.place) for q in finding.quotes]
    words = {"message": [finding.message.zh, finding.message.en], "remedy": [finding.remedy.zh, finding.remedy.en]}
    return {**said, "on": touches, "quotes": quotes, "lines": [list(pair) for pair in finding.lines], **words}
