"""GraphML, as Gephi, yEd and networkx read it: one typed key an attribute, null left out, lists as JSON strings.

http://graphml.graphdrawing.org/specification.html. The edge's key is data, not its id: networkx takes it for the key all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

import networkx as nx

from graphmodel.check import Link, Node, assemble, wrong
from graphmodel.contract import EDGES, NODES
from graphmodel.flat import EDGE_COLUMNS, NODE_COLUMNS, Scalar, dumps, extras, flatten, label, restore, spelled
from graphmodel.format import Format, in_order
from graphmodel.xml_text import attribute, content, local, root_of, uncarried

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


def write(graph: nx.MultiDiGraph[str]) -> Mapping[str, Iterable[str]]:
    return {"": _pieces(graph)}


def _pieces(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    node_columns = {"label": "string", "kind": "string", **NODE_COLUMNS, **extras((d for _, d in graph.nodes(data=True)), NODE_COLUMNS)}
    edge_columns = {"key": "string", "type": "string", **EDGE_COLUMNS, **extras((d for *_, d in graph.edges(data=True)), EDGE_COLUMNS)}
    nodes = {name: f"n{i}" for i, name in enumerate(node_columns)}
    edges = {name: f"e{i}" for i, name in enumerate(edge_columns)}
    about = {name: f"g{i}" for i, name in enumerate(sorted(graph.graph))}
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{_NAMESPACE}">\n'
    for name, id in about.items():
        yield _key(id, "graph", name, "string")
    for name, id in nodes.items():
        yield _key(id, "node", name, node_columns[name])
    for name, id in edges.items():
        yield _key(id, "edge", name, edge_columns[name])
    yield '<graph edgedefault="directed">\n'
    yield _data({name: dumps(graph.graph[name]) for name in about}, about) + "\n" if about else ""
    for id, attributes in graph.nodes(data=True):
        contract = NODES[attributes["kind"]]
        flat = {"label": label(attributes), **flatten(in_order(attributes, contract), contract)}
        yield f"<node id={attribute(id)}>{_data(flat, nodes)}</node>\n"
    for source, target, key, attributes in graph.edges(keys=True, data=True):
        contract = EDGES[attributes["type"]]
        flat = {"key": key, **flatten(in_order(attributes, contract), contract)}
        yield f"<edge source={attribute(source)} target={attribute(target)}>{_data(flat, edges)}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _key(id: str, owner: str, name: str, type: str) -> str:
    return f'<key id="{id}" for="{owner}" attr.name={attribute(name)} attr.type="{type}"/>\n'


def _data(flat: Mapping[str, Scalar], keys: Mapping[str, str]) -> str:
    return "".join(f'<data key="{keys[name]}">{content(spelled(value))}</data>' for name, value in flat.items())


def read(texts: Mapping[str, str]) -> nx.MultiDiGraph[str]:
    root = root_of(texts[""], "graphml")
    names = {k.get("id"): uncarried(k.get("attr.name") or "") for k in root if local(k) == "key"}
    graphs = [g for g in root if local(g) == "graph"]
    if len(graphs) != 1:
        raise wrong("<graphml>", "one <graph>", f"{len(graphs)}")
    about = restore(_values(graphs[0], names), {}, "graph")
    nodes = (_node(e, names) for e in graphs[0] if local(e) == "node")
    edges = (_edge(e, names) for e in graphs[0] if local(e) == "edge")
    return assemble(about, nodes, edges)


def _values(element: Element, names: Mapping[str | None, str]) -> dict[str, str]:
    return {names.get(d.get("key"), ""): uncarried(d.text or "") for d in element if local(d) == "data"}


def _node(element: Element, names: Mapping[str | None, str]) -> Node:
    id, flat = uncarried(element.get("id") or ""), _values(element, names)
    flat.pop("label", None)
    return id, restore(flat, NODES.get(flat.get("kind", ""), {}), f"node {id}")


def _edge(element: Element, names: Mapping[str | None, str]) -> Link:
    source, target, flat = uncarried(element.get("source") or ""), uncarried(element.get("target") or ""), _values(element, names)
    key: Any = flat.pop("key", None)
    return source, target, key, restore(flat, EDGES.get(flat.get("type", ""), {}), f"edge {source} → {target}")


GRAPHML = Format("graphml", (".graphml",), write, read)
