"""JSON: the node-link form of networkx (``edges="edges"``), one node or edge a line, so that two graphs can be compared line by line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import networkx as nx

from graphmodel.check import Link, Node, assemble, wrong
from graphmodel.contract import EDGES, NODES
from graphmodel.format import Format, in_order


def write(graph: nx.MultiDiGraph[str]) -> Mapping[str, Iterable[str]]:
    return {"": _pieces(graph)}


def _pieces(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    dumps = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
    about = dict(sorted(graph.graph.items()))
    yield f'{{"directed": true, "multigraph": true, "graph": {dumps(about)},\n"nodes": ['
    before = "\n"
    for id, attributes in graph.nodes(data=True):
        yield before + dumps({"id": id, **in_order(attributes, NODES[attributes["kind"]])})
        before = ",\n"
    yield '\n],\n"edges": ['
    before = "\n"
    for source, target, key, attributes in graph.edges(keys=True, data=True):
        yield before + dumps({"source": source, "target": target, "key": key, **in_order(attributes, EDGES[attributes["type"]])})
        before = ",\n"
    yield "\n]}\n"


def read(texts: Mapping[str, str]) -> nx.MultiDiGraph[str]:
    return from_object(_decoded(texts[""]))


def from_object(data: object) -> nx.MultiDiGraph[str]:
    """The graph of decoded node-link JSON."""
    if not isinstance(data, dict) or not isinstance(data.get("nodes"), list):
        raise wrong("$", 'an object with "graph", "nodes" and "edges"', type(data).__name__ if not isinstance(data, dict) else sorted(data)[:8])
    if data.get("directed") is False or data.get("multigraph") is False:
        raise wrong("$", "directed and multigraph", "not")
    about = data.get("graph")
    edges = data.get("edges", data.get("links"))
    if not isinstance(about, dict) or not isinstance(edges, list):
        raise wrong("$", 'an object with "graph", "nodes" and "edges"', sorted(data)[:8])
    return assemble(about, map(_node, data["nodes"]), map(_link, edges))


def _node(data: Any) -> Node:
    if not isinstance(data, dict):
        raise wrong("nodes", "objects", data)
    return data.pop("id", None), data


def _link(data: Any) -> Link:
    if not isinstance(data, dict):
        raise wrong("edges", "objects", data)
    return data.pop("source", None), data.pop("target", None), data.pop("key", None), data


def _decoded(text: str) -> object:
    import msgspec  # decodes and checks several times faster than json

    try:
        decoded: object = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        raise wrong("$", "JSON", f"({error})") from None
    return decoded


NODE_LINK = Format("json", (".json",), write, read)
