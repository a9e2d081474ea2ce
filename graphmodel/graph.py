"""The graph of who answers for what, in the trade's words. It is a networkx MultiDiGraph (``.nx``) as soon as one is asked for.

The graph holds everything of its plans, text and places included: rules, measures, pages and files need nothing else. Kinds, attributes
and ids are those of ``contract.py`` and ``ids.py``. A document's text is its ``text`` lines joined by ``\\n``; spans count in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from graphmodel import ids
from graphmodel.build import add_plan, add_successions
from graphmodel.contract import DUTIES, VERSION
from graphmodel.lookup import Lookup, Place
from graphmodel.plain import PlainGraph
from graphmodel.plan import Plan, Span
from graphmodel.problems import PlanIdClash, readable
from graphmodel.sheet import add_succession

if TYPE_CHECKING:
    import networkx as nx

    from graphmodel.plain import Drawn

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Edge:
    """One edge: ``data`` holds its attributes (``type`` among them), ``key`` tells it from others between the same two nodes."""

    type: str
    source: str
    target: str
    key: str
    data: Mapping[str, Any]


class AccountabilityGraph:
    """Who answers for what in one or several plans. Ask it; do not change ``nx`` behind its back (call ``changed`` if you must)."""

    def __init__(self, graph: Drawn | None = None) -> None:
        self._drawn: Drawn = graph if graph is not None else PlainGraph(version=VERSION)
        self.changed()

    @classmethod
    def of(cls, plans: Iterable[Plan], document_ids: Sequence[str | None] | None = None) -> AccountabilityGraph:
        """The graph of ``plans``, in their order. ``document_ids`` (one per plan, None = its own) override the ids of the documents.

        A department with the same id is one node whatever plans name it. Raises ``PlanIdClash`` naming both sources if two plans have
        one document id.
        """
        plans = tuple(plans)
        graph = PlainGraph(version=VERSION)
        sources: dict[str, str] = {}
        for i, plan in enumerate(plans):
            given = document_ids[i] if document_ids else None
            doc = (ids.given_id(given) if given else "") or ids.document_id(plan)
            if doc in sources:
                raise _clash(doc, sources[doc], plan.source.name)
            sources[doc] = plan.source.name
            add_plan(graph, plan, doc)
        add_successions(graph, plans)
        whole = cls(graph)
        if len(plans) > 1:
            whole.succeed()
        return whole

    @property
    def nx(self) -> nx.MultiDiGraph[str]:
        """The graph as a networkx MultiDiGraph: made when first asked for, from then on the graph itself."""
        if isinstance(self._drawn, PlainGraph):
            self._drawn = self._drawn.as_networkx()
            self.changed()
        return self._drawn

    def __contains__(self, id: object) -> bool:
        """Whether there is a node of that id."""
        return id in self._drawn

    def changed(self) -> None:
        """Forgets what was looked up before: to be called after a change of ``nx``."""
        self._found: Lookup | None = None
        self._texts: dict[str, str] = {}
        self._duties: dict[str, tuple[Edge, ...]] = {}
        self._computed: dict[object, Any] = {}

    def once(self, key: object, compute: Callable[[], Kept]) -> Kept:
        """What ``compute`` gives, computed once until the graph changes: for what several questions ask. ``key`` names it."""
        if key not in self._computed:
            self._computed[key] = compute()
        kept: Kept = self._computed[key]
        return kept

    # Nodes

    def node(self, id: str) -> Mapping[str, Any]:
        """The attributes of a node (``kind`` among them). KeyError if there is none."""
        attributes: Mapping[str, Any] = self._drawn.nodes[id]
        return attributes

    def documents(self, doc: str | None = None) -> list[str]:
        """Ids of the documents, in the order they came in."""
        return [d for d in self._of_kind("document") if doc is None or d == doc]

    def sections(self, doc: str | None = None) -> list[str]:
        return self._placed("section", doc)

    def tasks(self, doc: str | None = None) -> list[str]:
        """Ids of the tasks, by document, then by place; those of one document if ``doc`` is given. So for the other kinds."""
        return self._placed("task", doc)

    def goals(self, doc: str | None = None) -> list[str]:
        return self._placed("goal", doc)

    def indicators(self, doc: str | None = None) -> list[str]:
        return self._placed("indicator", doc)

    def milestones(self, doc: str | None = None) -> list[str]:
        return self._placed("milestone", doc)

    def people(self, doc: str | None = None) -> list[str]:
        return self._placed("person", doc)

    def mechanisms(self, doc: str | None = None) -> list[str]:
        return self._placed("mechanism", doc)

    def departments(self, doc: str | None = None) -> list[str]:
        """Ids of the departments, in the order they came in; with ``doc`` those it names (an edge of it, or an addressee)."""
        if doc is None:
            return list(self._of_kind("department"))
        return list(self._lookup.departments.get(doc, ()))

    # Edges

    def edges(self, type: str | None = None, doc: str | None = None) -> list[Edge]:
        """All edges, or those of one type, or those of one type that one document prints, in the order of the graph."""
        if type is not None and doc is not None:
            return list(self.once(("edges by document", type), lambda: self._by_document(type)).get(doc, ()))
        if type is None:
            return [Edge(data["type"], s, t, k, data) for s, t, k, data in self._drawn.edges(keys=True, data=True)]
        return [Edge(type, *held) for held in self._lookup.edges.get(type, ())]

    def edges_from(self, node: str, type: str | None = None) -> list[Edge]:
        """The edges that leave a node, by document, then place."""
        found = [Edge(d["type"], node, t, k, d) for t, keyed in self._drawn.succ[node].items() for k, d in keyed.items() if type is None or d["type"] == type]
        return sorted(found, key=self._printed_order) if len(found) > 1 else found

    def edges_to(self, node: str, type: str | None = None) -> list[Edge]:
        """The edges that reach a node, by document, then place."""
        found = [Edge(d["type"], s, node, k, d) for s, keyed in self._drawn.pred[node].items() for k, d in keyed.items() if type is None or d["type"] == type]
        return sorted(found, key=self._printed_order) if len(found) > 1 else found

    # Who answers for what

    def duties_of(self, task: str) -> list[Edge]:
        """LEADS, COOPERATES and SUPERVISES edges of a task (or goal) in the order printed, inherited ones last."""
        known = self._duties.get(task)
        if known is None:
            known = self._duties[task] = tuple(sorted((e for e in self.edges_to(task) if e.type in DUTIES), key=_own_first))
        return list(known)

    def leads_of(self, task: str) -> list[str]:
        """Departments that answer for a task, in the order printed, each once."""
        return self._bound(task, "LEADS")

    def helpers_of(self, task: str) -> list[str]:
        return self._bound(task, "COOPERATES")

    def supervisors_of(self, task: str) -> list[str]:
        return self._bound(task, "SUPERVISES")

    def tasks_led_by(self, department: str) -> list[str]:
        """Tasks a department answers for, by document and place, each once."""
        return self._bound_to(department, "LEADS")

    def tasks_helped_by(self, department: str) -> list[str]:
        return self._bound_to(department, "COOPERATES")

    def tasks_supervised_by(self, department: str) -> list[str]:
        return self._bound_to(department, "SUPERVISES")

    def overseers_of(self, task: str) -> list[str]:
        """Ids of the people named for a task."""
        return list(dict.fromkeys(e.source for e in self.edges_to(task, "OVERSEES")))

    def mentions_of(self, task: str) -> list[Edge]:
        """MENTIONS edges: departments that the task's own text names, in the order printed."""
        return self.edges_from(task, "MENTIONS")

    def indicators_of(self, task_or_goal: str) -> list[str]:
        """Ids of the indicators of a task or goal, in the order printed."""
        return [e.target for e in self.edges_from(task_or_goal, "MEASURED_BY")]

    def milestones_of(self, task: str) -> list[str]:
        return [e.target for e in self.edges_from(task, "DUE")]

    def owner_of_indicator(self, indicator: str) -> str:
        """The task or goal an indicator measures."""
        return self.edges_to(indicator, "MEASURED_BY")[0].source

    # Where things stand

    def section_of(self, node: str) -> str | None:
        """The innermost section that contains a task, goal, mechanism or section; None if it stands in no section."""
        for source, keyed in self._drawn.pred[node].items():
            if any(d["type"] == "CONTAINS" for d in keyed.values()):
                return source if self._drawn.nodes[source]["kind"] == "section" else None
        return None

    def document_of(self, node: str) -> str:
        """The document a node stands in (a document stands in itself). ValueError for a department, which belongs to none."""
        attributes = self._drawn.nodes[node]
        if attributes["kind"] == "document":
            return node
        if attributes.get("doc") is None:
            raise ValueError(f"{node!r} is a department: it stands in no document of its own")
        return str(attributes["doc"])

    def text_of(self, doc: str) -> str:
        """A document's text."""
        text = self._texts.get(doc)
        if text is None:
            text = self._texts[doc] = "\n".join(self._drawn.nodes[doc]["text"])
        return text

    def words(self, doc: str, span: Span) -> str:
        """The words of a document at a span, as printed, line breaks included."""
        return self.text_of(doc)[span[0] : span[1]]

    def place(self, data: Mapping[str, Any]) -> str | None:
        """The printed place (``p12``, ``Sheet1!C7``) of the first line of a node's or edge's attributes; None if the source has none."""
        doc, lines = data.get("doc"), data.get("lines")
        if doc is None or lines is None:
            return None
        places = self._drawn.nodes[doc]["places"]
        place: str | None = places[lines[0] - 1] if lines[0] <= len(places) else None
        return place

    # Several plans

    def succeed(self) -> None:
        """Adds SUCCEEDS edges, newer → older, between departments of one jurisdiction that are the same body before and after a reform."""
        from graphmodel.succession import successions

        for newer, older, on in successions(self):
            add_succession(self._drawn, newer, older, on)
        self.changed()

    # How it is looked up

    @property
    def _lookup(self) -> Lookup:
        if self._found is None:
            self._found = Lookup(self._drawn)
        return self._found

    def _of_kind(self, kind: str) -> list[str]:
        return self._lookup.kinds.get(kind, [])

    def _by_document(self, type: str) -> dict[str, list[Edge]]:
        found: dict[str, list[Edge]] = {}
        for edge in self.edges(type):
            found.setdefault(edge.data.get("doc") or "", []).append(edge)
        return found

    def _placed(self, kind: str, doc: str | None) -> list[str]:
        return list(self._of_kind(kind) if doc is None else self._lookup.parts.get((kind, doc), ()))

    def _printed_order(self, edge: Edge) -> tuple[Place, int, int, str]:
        rank = self._lookup.rank
        return self._lookup.place(edge.data), rank[edge.source], rank[edge.target], edge.key

    def _bound(self, task: str, type: str) -> list[str]:
        return list(dict.fromkeys(e.source for e in self.duties_of(task) if e.type == type))

    def _bound_to(self, department: str, type: str) -> list[str]:
        found = {t for t, keyed in self._drawn.succ[department].items() if any(d["type"] == type for d in keyed.values())}
        nodes, place, rank = self._drawn.nodes, self._lookup.place, self._lookup.rank
        return sorted((t for t in found if nodes[t]["kind"] == "task"), key=lambda t: (place(nodes[t]), rank[t]))


def _own_first(edge: Edge) -> bool:
    return bool(edge.data["basis"] == "inherited")


def _clash(doc: str, first: str, second: str) -> PlanIdClash:
    doc, first, second = readable(doc), readable(first or "-"), readable(second or "-")
    return PlanIdClash(
        f"两份方案的编号都是“{doc}”：{first} 与 {second}。请去掉其中一份，或用 --id 给其中一份另取编号。",
        f"two plans have one document id, {doc}: {first} and {second}; leave one out, or give one another id with --id.",
    )
