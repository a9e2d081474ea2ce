"""Whether nodes and edges of a file keep the contract: what does not is refused with its place, what is missing is None."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import networkx as nx

from graphmodel.contract import EDGES, ENDS, NODES, VERSION, WORDS, Holds, whole_if_whole
from graphmodel.problems import Problem, readable

_OPTIONAL_LISTS = {("document", "period")}
Node = tuple[str, dict[str, Any]]
Link = tuple[str, str, str, dict[str, Any]]


def assemble(about: Mapping[str, Any], nodes: Iterable[Node], links: Iterable[Link]) -> nx.MultiDiGraph[str]:
    """The graph of (id, attributes) and (source, target, key, attributes), lists made tuples.

    Raises ``Problem`` naming the first thing that is wrong.
    """
    version = about.get("version")
    if isinstance(version, int) and version > VERSION:
        raise Problem(
            f"图文件的版本是 {version},本程序只懂版本 {VERSION}。请升级分工程序。",
            f"the graph file has version {version}, this program knows version {VERSION}; install a newer fengong.",
        )
    if version != VERSION or isinstance(version, bool):
        raise wrong("graph.version", f"{VERSION}", version)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(**{**about, "version": VERSION})
    for id, given in nodes:
        if not isinstance(id, str) or not id:
            raise wrong("node id", "text", id)
        if id in graph:
            raise wrong(f"node {id}", "only once in the file", "a second one")
        graph.add_node(id, **_node(id, given))
    _places_known(graph)
    for source, target, key, given in links:
        at = f"edge {readable(source)} → {readable(target)}"
        for end in (source, target):
            if not isinstance(end, str) or end not in graph:
                raise wrong(at, "between nodes of the file", end)
        if not isinstance(key, str) or not key:
            raise wrong(f"{at} key", "text", key)
        if graph.has_edge(source, target, key):
            raise wrong(f"{at} key", "only once between two nodes", key)
        graph.add_edge(source, target, key, **_link(at, given, graph, source, target))
    return graph


def _node(id: str, given: Mapping[str, Any]) -> dict[str, Any]:
    kind = given.get("kind")
    if not isinstance(kind, str) or kind not in NODES:
        raise wrong(f"node {id} kind", ", ".join(NODES), kind)
    attributes = {"kind": kind, **_values(f"node {id}", kind, _NODE_CHECKS[kind], given)}
    if kind == "document":
        lines = len(attributes["text"])
        for name in ("places", "taken"):
            if len(attributes[name]) != lines:
                raise wrong(f"node {id} {name}", f"a list of {lines}, one for each line", f"a list of {len(attributes[name])}")
        for person in attributes["addressees"]:
            if not {"department", "printed", "span", "lines"} <= person.keys():
                raise wrong(f"node {id} addressees", "department, printed, span, lines", sorted(person))
    elif kind != "department" and None in (attributes["doc"], attributes["span"], attributes["lines"]):
        raise wrong(f"node {id}", "with doc, span and lines", None)
    return attributes


def _link(at: str, given: Mapping[str, Any], graph: nx.MultiDiGraph[str], source: str, target: str) -> dict[str, Any]:
    type = given.get("type")
    if not isinstance(type, str) or type not in EDGES:
        raise wrong(f"{at} type", ", ".join(EDGES), type)
    attributes = {"type": type, **_values(at, type, _EDGE_CHECKS[type], given)}
    ends = graph.nodes[source]["kind"], graph.nodes[target]["kind"]
    for kind, allowed in zip(ends, ENDS[type]):
        if kind not in allowed:
            raise wrong(f"{at} ({type})", f"{'/'.join(ENDS[type][0])} → {'/'.join(ENDS[type][1])}", f"{ends[0]} → {ends[1]}")
    doc = attributes["doc"]
    if type != "SUCCEEDS":
        if None in (doc, attributes["span"], attributes["lines"]):
            raise wrong(at, "with doc, span and lines", None)
        _known_document(at, doc, graph)
    return attributes


def _places_known(graph: nx.MultiDiGraph[str]) -> None:
    for id, attributes in graph.nodes(data=True):
        if attributes["kind"] == "document":
            for person in attributes["addressees"]:
                if graph.nodes.get(person["department"], {}).get("kind") != "department":
                    raise wrong(f"node {id} addressees", "departments of the file", person["department"])
        elif attributes["kind"] != "department":
            _known_document(f"node {id}", attributes["doc"], graph)


def _known_document(at: str, doc: str, graph: nx.MultiDiGraph[str]) -> None:
    if graph.nodes.get(doc, {}).get("kind") != "document":
        raise wrong(f"{at} doc", "a document of the file", doc)


def _values(at: str, kind: str, checks: Mapping[str, Callable[[Any], Any]], given: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, check in checks.items():
        value = given.get(name)
        try:
            values[name] = None if value is None else check(value)
        except (TypeError, ValueError):
            raise wrong(f"{at} {name}", _SAID[_contract(kind)[name]], value) from None
        words = WORDS.get((kind, name))
        if words and values[name] is not None and values[name] not in words:
            raise wrong(f"{at} {name}", ", ".join(words), value)
        if values[name] is None and check in _LISTS and (kind, name) not in _OPTIONAL_LISTS:
            values[name] = ()
    for name, value in given.items():
        if name not in values and name not in ("kind", "type"):
            values[name] = _frozen(value)
    return values


def _contract(kind: str) -> Mapping[str, Holds]:
    return NODES[kind] if kind in NODES else EDGES[kind]


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError
    return value


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise TypeError
    number: float = whole_if_whole(value)
    return number


def _figure(value: Any) -> float | str:
    return value if isinstance(value, str) else _number(value)


def _yes(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(map(_text, _list(value)))


def _gaps(value: Any) -> tuple[str | None, ...]:
    return tuple(None if v is None else _text(v) for v in _list(value))


def _pair(value: Any) -> tuple[int, int]:
    first, last = _list(value)
    if not 0 <= _whole(first) <= _whole(last):
        raise ValueError
    return first, last


def _people(value: Any) -> tuple[dict[str, Any], ...]:
    return tuple({k: _pair(v) if k in ("span", "lines") else _text(v) for k, v in dict(p).items()} for p in _list(value))


def _list(value: Any) -> Any:
    if not isinstance(value, (list, tuple)):
        raise TypeError
    return value


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, (list, tuple)) else value


_CHECKS: Mapping[Holds, Callable[[Any], Any]] = {
    "text": _text, "whole": _whole, "number": _number, "figure": _figure, "yes": _yes,
    "texts": _texts, "gaps": _gaps, "pair": _pair, "people": _people,
}  # fmt: skip
_LISTS = (_texts, _gaps, _people)
_SAID: Mapping[Holds, str] = {
    "text": "text or null", "whole": "a whole number or null", "number": "a finite number or null",
    "figure": "a finite number, text or null",
    "yes": "true, false or null", "texts": "a list of texts", "gaps": "a list of texts and nulls", "pair": "[from, to] or null",
    "people": "a list of addressees",
}  # fmt: skip
_NODE_CHECKS = {kind: {name: _CHECKS[holds] for name, holds in attributes.items()} for kind, attributes in NODES.items()}
_EDGE_CHECKS = {type: {name: _CHECKS[holds] for name, holds in attributes.items()} for type, attributes in EDGES.items()}


def wrong(at: str, wanted: str, found: object) -> Problem:
    """The problem of a file that is not a graph of this program: where, what should stand there, what does."""
    at, seen = readable(at), readable("null" if found is None else found)
    return Problem(
        f"这不是分工程序写出的图:{at} 处应为 {wanted},实为 {seen}。请用 fengong graph 重新生成。",
        f"this is not a graph written by fengong: {at} should be {wanted}, it is {seen}; write it anew with fengong graph.",
    )
