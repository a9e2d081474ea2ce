"""The nodes of a graph sorted once: by kind, by document, by place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphmodel.plain import Drawn


Place = tuple[int, tuple[int, int], int]


class Lookup:
    """What is found by going once through all nodes; it holds as long as the graph stays as it is."""

    def __init__(self, graph: Drawn) -> None:
        self.graph = graph
        self.rank = {id: n for n, id in enumerate(graph)}
        self.kinds: dict[str, list[str]] = {}
        self.parts: dict[tuple[str, str], list[str]] = {}
        nodes = graph.nodes
        for id, attributes in nodes.items():
            self.kinds.setdefault(attributes["kind"], []).append(id)
        self.documents = {id: n for n, id in enumerate(self.kinds.get("document", ()))}
        for kind, members in self.kinds.items():
            if kind not in ("document", "department"):
                members.sort(key=lambda id: self.place(nodes[id]))
                for id in members:
                    self.parts.setdefault((kind, nodes[id]["doc"]), []).append(id)

    def place(self, data: Mapping[str, Any]) -> Place:
        """The order of documents, then of the text, then of the names in a statement; what stands in no document comes last."""
        doc = data["doc"]
        last = len(self.documents)
        return (last, (0, 0), 0) if doc is None else (self.documents.get(doc, last), data["span"], data.get("order") or 0)

    @cached_property
    def edges(self) -> dict[str, list[tuple[str, str, str, dict[str, Any]]]]:
        """Type → (source, target, key, attributes) of its edges, in the order of the graph."""
        found: dict[str, list[tuple[str, str, str, dict[str, Any]]]] = {}
        for edge in self.graph.edges(keys=True, data=True):
            found.setdefault(edge[3]["type"], []).append(edge)
        return found

    @cached_property
    def departments(self) -> dict[str, list[str]]:
        """Document → the departments it names (an edge of it, or an addressee), in the order they came in."""
        nodes = self.graph.nodes
        found: dict[str, set[str]] = {doc: {a["department"] for a in nodes[doc]["addressees"]} for doc in self.documents}
        for source, target, _, data in self.graph.edges(keys=True, data=True):
            if data["doc"] is not None:
                found[data["doc"]].update(end for end in (source, target) if nodes[end]["kind"] == "department")
        return {doc: sorted(members, key=self.rank.__getitem__) for doc, members in found.items()}
