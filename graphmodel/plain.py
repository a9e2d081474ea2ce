"""Nodes and edges in plain dictionaries, with as much of networkx's MultiDiGraph as the graph itself needs.

networkx takes longer to import than a plan takes to read, and its views slow every look-up: a graph stays plain until somebody asks for ``.nx``.
What is written against this class runs on a MultiDiGraph too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import networkx as nx

    Drawn: TypeAlias = "PlainGraph | nx.MultiDiGraph[str]"

Attributes = dict[str, Any]


class PlainGraph:
    """``nodes``: id → attributes; ``succ``: source → target → key → attributes; ``pred``: target → source → the same. ``graph``: its own attributes.

    Everything stays in the order in which it came in, as in networkx.
    """

    __slots__ = ("graph", "nodes", "pred", "succ")

    def __init__(self, **attributes: Any) -> None:
        self.graph: Attributes = attributes
        self.nodes: dict[str, Attributes] = {}
        self.succ: dict[str, dict[str, dict[str, Attributes]]] = {}
        self.pred: dict[str, dict[str, dict[str, Attributes]]] = {}

    def __contains__(self, id: object) -> bool:
        return id in self.nodes

    def __iter__(self) -> Iterator[str]:
        return iter(self.nodes)

    def __len__(self) -> int:
        return len(self.nodes)

    def add_node(self, id: str, **attributes: Any) -> None:
        """Adds a node, or gives one more attributes."""
        if id not in self.nodes:
            self.nodes[id], self.succ[id], self.pred[id] = {}, {}, {}
        self.nodes[id].update(attributes)

    def add_edge(self, source: str, target: str, key: str, **attributes: Any) -> None:
        """Adds an edge between two nodes of the graph, or gives the one of this key more attributes. KeyError for a node that is not there."""
        between = self.succ[source].get(target)
        if between is None:
            between = self.succ[source][target] = self.pred[target][source] = {}
        between.setdefault(key, {}).update(attributes)

    def has_edge(self, source: str, target: str, key: str) -> bool:
        return key in self.succ[source].get(target, ())

    def get_edge_data(self, source: str, target: str, default: Mapping[str, Attributes]) -> Mapping[str, Attributes]:
        """key → attributes of the edges between two nodes, ``default`` if there is none."""
        return self.succ[source].get(target, default)

    def edges(self, *, keys: bool, data: bool) -> Iterator[tuple[str, str, str, Attributes]]:
        """(source, target, key, attributes) of every edge. ``keys`` and ``data`` say to networkx that all four are wanted: ValueError for less."""
        if not (keys and data):
            raise ValueError("a plain graph gives its edges with keys and data")
        for source, targets in self.succ.items():
            for target, between in targets.items():
                for key, attributes in between.items():
                    yield source, target, key, attributes

    def as_networkx(self) -> nx.MultiDiGraph[str]:
        """The same as a networkx MultiDiGraph, attributes copied."""
        import networkx

        made: nx.MultiDiGraph[str] = networkx.MultiDiGraph(**self.graph)
        made.add_nodes_from(self.nodes.items())
        made.add_edges_from(self.edges(keys=True, data=True))
        return made
