"""GEXF 1.2draft, the form Gephi and networkx share (https://gexf.net/1.2/): null left out, lists as JSON strings.

networkx takes an edge's ``networkx_key`` for its key, and its XML label for the attribute ``label``. The graph's own attributes stand in
the description.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

import networkx as nx

from graphmodel.check import Link, Node, assemble, wrong
from graphmodel.contract import EDGES, NODES
from graphmodel.flat import EDGE_COLUMNS, NODE_COLUMNS, Scalar, dumps, extras, flatten, label, restore, spelled
from graphmodel.format import Format, in_order
from graphmodel.xml_text import attribute, content, local, root_of, uncarried

_NAMESPACE = "http://www.gexf.net/1.2draft"
_KEY = "networkx_key"


def write(graph: nx.MultiDiGraph[str]) -> Mapping[str, Iterable[str]]:
    return {"": _pieces(graph)}


def _pieces(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    node_columns = {"kind": "string", **NODE_COLUMNS, **extras((d for _, d in graph.nodes(data=True)), NODE_COLUMNS)}
    edge_columns = {_KEY: "string", "type": "string", **EDGE_COLUMNS, **extras((d for *_, d in graph.edges(data=True)), EDGE_COLUMNS)}
    del edge_columns["label"]
    about = dumps(dict(sorted(graph.graph.items())))
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="{_NAMESPACE}" version="1.2">\n'
    yield f"<meta><creator>fengong</creator><description>{content(about)}</description></meta>\n"
    yield '<graph mode="static" defaultedgetype="directed">\n'
    for owner, columns in (("node", node_columns), ("edge", edge_columns)):
        yield f'<attributes class="{owner}" mode="static">\n'
        for i, (name, type) in enumerate(columns.items()):
            yield f'<attribute id="{owner[0]}{i}" title={attribute(name)} type="{type}"/>\n'
        yield "</attributes>\n"
    nodes = {name: f"n{i}" for i, name in enumerate(node_columns)}
    edges = {name: f"e{i}" for i, name in enumerate(edge_columns)}
    yield "<nodes>\n"
    for id, attributes in graph.nodes(data=True):
        contract = NODES[attributes["kind"]]
        flat = flatten(in_order(attributes, contract), contract)
        yield f"<node id={attribute(id)} label={attribute(label(attributes))}>{_values(flat, nodes)}</node>\n"
    yield "</nodes>\n<edges>\n"
    for i, (source, target, key, attributes) in enumerate(graph.edges(keys=True, data=True)):
        contract = EDGES[attributes["type"]]
        flat = {_KEY: key, **flatten(in_order(attributes, contract), contract)}
        shown = f" label={attribute(str(flat.pop('label')))}" if "label" in flat else ""
        yield f'<edge id="{i}" source={attribute(source)} target={attribute(target)}{shown}>{_values(flat, edges)}</edge>\n'
    yield "</edges>\n</graph>\n</gexf>\n"


def _values(flat: Mapping[str, Scalar], ids: Mapping[str, str]) -> str:
    values = "".join(f'<attvalue for="{ids[name]}" value={attribute(spelled(value))}/>' for name, value in flat.items())
    return f"<attvalues>{values}</attvalues>"


def read(texts: Mapping[str, str]) -> nx.MultiDiGraph[str]:
    root = root_of(texts[""], "gexf")
    graph = next((g for g in root if local(g) == "graph"), None)
    if graph is None:
        raise wrong("<gexf>", "with a <graph>", None)
    titles: dict[tuple[str, str | None], str] = {}
    for columns in (a for a in graph if local(a) == "attributes"):
        for column in columns:
            titles[columns.get("class") or "", column.get("id")] = uncarried(column.get("title") or "")
    nodes = (_node(e, titles) for group in graph if local(group) == "nodes" for e in group)
    edges = (_edge(e, titles) for group in graph if local(group) == "edges" for e in group)
    return assemble(_about(root), nodes, edges)


def _about(root: Element) -> Mapping[str, Any]:
    words = next((d.text for meta in root if local(meta) == "meta" for d in meta if local(d) == "description"), None)
    try:
        about = json.loads(uncarried(words or ""))
    except (ValueError, RecursionError):
        about = None
    if not isinstance(about, dict):
        raise wrong("<meta> <description>", '{"version": 1}', words)
    return about


def _read_values(element: Element, owner: str, titles: Mapping[tuple[str, str | None], str]) -> dict[str, str]:
    groups = (group for group in element if local(group) == "attvalues")
    return {titles.get((owner, v.get("for")), ""): uncarried(v.get("value") or "") for group in groups for v in group}


def _node(element: Element, titles: Mapping[tuple[str, str | None], str]) -> Node:
    id, flat = uncarried(element.get("id") or ""), _read_values(element, "node", titles)
    return id, restore(flat, NODES.get(flat.get("kind", ""), {}), f"node {id}")


def _edge(element: Element, titles: Mapping[tuple[str, str | None], str]) -> Link:
    source, target = uncarried(element.get("source") or ""), uncarried(element.get("target") or "")
    flat = _read_values(element, "edge", titles)
    shown = element.get("label")
    if shown is not None:
        flat["label"] = uncarried(shown)
    key: Any = flat.pop(_KEY, None)
    return source, target, key, restore(flat, EDGES.get(flat.get("type", ""), {}), f"edge {source} → {target}")


GEXF = Format("gexf", (".gexf",), write, read)
