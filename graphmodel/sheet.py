"""One plan on its way into the graph: adds nodes and edges with their places.

A plan's text is kept with ``\\n`` line ends: ``"\\n".join(text)`` is the document's text, and every span counts in it. Readers normalise
before anything else; should a plan still hold ``\\r\\n`` or ``\\r``, its spans are moved, so that the words at a span stay what they were.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from graphmodel import ids
from graphmodel.patterns import pattern
from graphmodel.plan import Department, Plan, Span, Unit
from graphmodel.text import LINE_END, Lines

if TYPE_CHECKING:
    from graphmodel.plain import Drawn

_NO_PLACE: dict[str, Any] = {"doc": None, "span": None, "lines": None}


class Sheet:
    """One plan on its way into the graph: the graph, the document's id, and where things stand in its text."""

    __slots__ = ("doc", "graph", "lines", "met", "moved", "people", "units")

    def __init__(self, graph: Drawn, plan: Plan, doc: str) -> None:
        text = plan.source.text
        self.graph = graph
        self.doc = doc
        self.moved = [m.start() for m in pattern("\r\n").finditer(text)]
        self.lines = Lines(LINE_END.sub("\n", text) if "\r" in text else text)
        self.met: dict[str, int] = {}
        self.people: dict[str, str] = {}
        self.units: dict[str, str] = {}

    def place(self, span: Span) -> dict[str, Any]:
        """``doc``, ``span`` and ``lines`` of a span of the plan's text."""
        a, b = span = self.span(span)
        first = self.lines.at(a)
        last = first if b <= self.lines.ends[first - 1] + 1 else self.lines.at(b - 1)
        return {"doc": self.doc, "span": span, "lines": (first, last)}

    def span(self, span: Span) -> Span:
        """The span in the text with ``\\n`` line ends, within its bounds."""
        a, b = span
        if self.moved:
            a, b = a - bisect_left(self.moved, a), b - bisect_left(self.moved, b)
        whole = len(self.lines.text)
        a = min(max(a, 0), whole)
        return a, min(max(a, b), whole)

    def node(self, wanted: str, kind: str, attributes: dict[str, Any], span: Span) -> str:
        """Adds a node under ``wanted`` (or ``wanted#2`` …), gives its id."""
        name = ids.numbered(wanted, self.met)
        while name in self.graph:
            name = ids.numbered(wanted, self.met)
        self.graph.add_node(name, kind=kind, **attributes, **self.place(span))
        return name

    def edge(self, source: str, target: str, type: str, span: Span, **attributes: Any) -> None:
        """Adds an edge under the key ``type@start`` (``#2`` if that one is taken)."""
        place = self.place(span)
        add_edge(self.graph, source, target, f"{type}@{place['span'][0]}", {"type": type, **attributes, **place})

    def unit(self, unit: Unit) -> str:
        """The id of the department node a printed body refers to; an unresolved one stays in its document, it may be another elsewhere."""
        known = unit.department or self.units.get(unit.printed)
        if known is None:
            known = self.units[unit.printed] = f"{self.doc}/?/{ids.part(unit.printed) or 'unit'}"
        if known not in self.graph:
            add_department(self.graph, Department(known, unit.printed, recognised=False))
        node = self.graph.nodes[known]
        if unit.printed and unit.printed not in node["printed"]:
            node["printed"] = (*node["printed"], unit.printed)
        return known

    def person(self, name: str, title: str | None, span: Span) -> str:
        """The id of a person of this document; the first title printed is kept."""
        known = self.people.get(name)
        if known is None:
            wanted = f"{self.doc}/{ids.part(name) or 'person'}"
            known = self.people[name] = self.node(wanted, "person", {"name": name, "title": title or None}, span)
        elif title and not self.graph.nodes[known]["title"]:
            self.graph.nodes[known]["title"] = title
        return known


def add_department(graph: Drawn, department: Department) -> None:
    """Adds a body, or unites it with the one of the same id: all printed forms, and what the earlier plan did not know."""
    facts: dict[str, Any] = {
        "name": department.name,
        "printed": tuple(dict.fromkeys(department.printed)),
        "level": department.level or None,
        "peer_class": department.peer_class or None,
        "collective": department.collective,
        "recognised": department.recognised,
        "jurisdiction": tuple(department.jurisdiction),
    }
    if department.id not in graph:
        graph.add_node(department.id, kind="department", **facts)
        return
    node = graph.nodes[department.id]
    node["printed"] = tuple(dict.fromkeys((*node["printed"], *facts["printed"])))
    node["recognised"] = node["recognised"] or department.recognised
    for name in ("level", "peer_class", "collective", "jurisdiction"):
        node[name] = node[name] or facts[name]


def add_edge(graph: Drawn, source: str, target: str, key: str, data: dict[str, Any]) -> None:
    """Adds an edge under ``key``, or ``key#2`` … if there is one between the two already."""
    free, n = key, 1
    while graph.has_edge(source, target, free):
        n += 1
        free = f"{key}#{n}"
    graph.add_edge(source, target, free, **data)


def add_succession(graph: Drawn, newer: str, older: str, on: str) -> None:
    """One SUCCEEDS edge, newer → older, unless there is one; ``on`` is the day or month of the reform. It stands in no document."""
    between = graph.get_edge_data(newer, older, default={})
    if all(data["type"] != "SUCCEEDS" for data in between.values()):
        graph.add_edge(newer, older, f"SUCCEEDS@{on}", type="SUCCEEDS", on=on, **_NO_PLACE)
