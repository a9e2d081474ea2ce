"""Whether nodes and edges of a file keep the contract: what does not is refused with its place, what is missing is None."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import networkx as nx

from graphmodel.contract import EDGES, ENDS, NODES, VERSION, WORDS, Holds, whole_if_whole
from graphmodel.problems import Problem, readable

_OPTIONAL_LISTS = {("document", "period")}
# What names a node or edge itself, here or in networkx, cannot be an attribute.
_RESERVED = frozenset({"id", "source", "target", "key", "node_for_adding", "u_for_edge", "v_for_edge"})
_NO_NODE: Mapping[str, Any] = {"kind": None}
Node = tuple[str, dict[str, Any]]
Link = tuple[str, str, str, dict[str, Any]]


def assemble(about: Mapping[str, Any], nodes: Iterable[Node], links: Iterable[Link]) -> nx.MultiDiGraph[str]:
    """The graph of (id, attributes) and (source, target, key, attributes), lists made tuples.

    Raises ``Problem`` naming the first thing that is wrong.
    """
    version = about.get("version")
    if isinstance(version, int) and version > VERSION:
        raise Problem(
            f"图文件的版本是 {version}，本程序只懂版本 {VERSION}。请升级分工程序。",
            f"the graph file has version {version}, this program knows version {VERSION}; install a newer fengong.",
        )
    if version != VERSION or isinstance(version, bool):
        raise wrong("graph.version", f"{VERSION}", version)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.graph.update(about)
    for id, given in nodes:
        if not isinstance(id, str) or not id:
            raise wrong("node id", "text", id)
        if id in graph:
            raise wrong(f"node {id}", "only once in the file", "a second one")
        graph.add_node(id, **_node(id, given))
    _places_known(graph)
    for source, target, key, given in links:
        for end in (source, target):
            if not isinstance(end, str) or end not in graph:
                raise wrong(_edge(source, target), "between nodes of the file", end)
        if not isinstance(key, str) or not key:
            raise wrong(f"{_edge(source, target)} key", "text", key)
        if graph.has_edge(source, target, key):
            raise wrong(f"{_edge(source, target)} key", "only once between two nodes", key)
        graph.add_edge(source, target, key, **_link(source, target, given, graph))
    return graph


def _node(id: str, given: Mapping[str, Any]) -> dict[str, Any]:
    kind = given.get("kind")
    if not isinstance(kind, str) or kind not in NODES:
        raise wrong(f"node {id} kind", ", ".join(NODES), kind)
    try:
        attributes = {"kind": kind, **_values(given, _NODE_CHECKS[kind])}
    except _Unfit as unfit:
        raise wrong(f"node {id} {unfit.name}", unfit.wanted, given[unfit.name]) from None
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


def _link(source: str, target: str, given: Mapping[str, Any], graph: nx.MultiDiGraph[str]) -> dict[str, Any]:
    type = given.get("type")
    if not isinstance(type, str) or type not in EDGES:
        raise wrong(f"{_edge(source, target)} type", ", ".join(EDGES), type)
    try:
        attributes = {"type": type, **_values(given, _EDGE_CHECKS[type])}
    except _Unfit as unfit:
        raise wrong(f"{_edge(source, target)} {unfit.name}", unfit.wanted, given[unfit.name]) from None
    ends = graph.nodes[source]["kind"], graph.nodes[target]["kind"]
    sources, targets = ENDS[type]
    if ends[0] not in sources or ends[1] not in targets:
        raise wrong(f"{_edge(source, target)} ({type})", f"{'/'.join(sources)} → {'/'.join(targets)}", " → ".join(ends))
    if type != "SUCCEEDS":
        if None in (attributes["doc"], attributes["span"], attributes["lines"]):
            raise wrong(_edge(source, target), "with doc, span and lines", None)
        if graph.nodes.get(attributes["doc"], _NO_NODE)["kind"] != "document":
            raise wrong(f"{_edge(source, target)} doc", "a document of the file", attributes["doc"])
    return attributes


def _edge(source: object, target: object) -> str:
    return f"edge {readable(source)} → {readable(target)}"


def _places_known(graph: nx.MultiDiGraph[str]) -> None:
    for id, attributes in graph.nodes(data=True):
        if attributes["kind"] == "document":
            for person in attributes["addressees"]:
                if graph.nodes.get(person["department"], _NO_NODE)["kind"] != "department":
                    raise wrong(f"node {id} addressees", "departments of the file", person["department"])
        elif attributes["kind"] != "department" and graph.nodes.get(attributes["doc"], _NO_NODE)["kind"] != "document":
            raise wrong(f"node {id} doc", "a document of the file", attributes["doc"])


class _Unfit(Exception):  # noqa: N818 - never leaves this file
    def __init__(self, name: str, wanted: str) -> None:
        self.name, self.wanted = name, wanted


def _values(given: Mapping[str, Any], checks: Iterable[_Check]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, check, holds, words, absent in checks:
        value = given.get(name)
        if value is None:
            values[name] = absent
            continue
        try:
            values[name] = check(value)
        except (TypeError, ValueError, OverflowError):
            raise _Unfit(name, _SAID[holds]) from None
        if words and values[name] not in words:
            raise _Unfit(name, ", ".join(words))
    for name in given:
        if name not in values and name not in ("kind", "type"):  # outside the contract
            if name in _RESERVED:
                raise _Unfit(name, "absent")
            values[name] = _frozen(given[name])
    return values


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
_SAID: Mapping[Holds, str] = {
    "text": "text or null", "whole": "a whole number or null", "number": "a finite number or null",
    "figure": "a finite number, text or null",
    "yes": "true, false or null", "texts": "a list of texts", "gaps": "a list of texts and nulls", "pair": "[from, to] or null",
    "people": "a list of addressees",
}  # fmt: skip
_Check = tuple[str, Callable[[Any], Any], Holds, tuple[str, ...], Any]


def _checks(kind: str, attributes: Mapping[str, Holds]) -> tuple[_Check, ...]:
    """For each attribute: its name, its check, what it holds, the words it may be, what stands for null (an empty list)."""
    lists = ("texts", "gaps", "people")
    return tuple(
        (name, _CHECKS[holds], holds, WORDS.get((kind, name), ()), () if holds in lists and (kind, name) not in _OPTIONAL_LISTS else None)
        for name, holds in attributes.items()
    )


_NODE_CHECKS = {kind: _checks(kind, attributes) for kind, attributes in NODES.items()}
_EDGE_CHECKS = {type: _checks(type, attributes) for type, attributes in EDGES.items()}


def wrong(at: str, wanted: str, found: object) -> Problem:
    """The problem of a file that is not a graph of this program: where, what should stand there, what does."""
    at, seen = readable(at), readable("null" if found is None else found)
    return Problem(
        f"这不是分工程序写出的图：{at} 处应为 {wanted}，实为 {seen}。请用 fengong graph 重新生成。",
        f"this is not a graph written by fengong: {at} should be {wanted}, it is {seen}; write it anew with fengong graph.",
    )
