"""What a graph says, without where it stands: to compare the readings of one plan in several formats."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fengong import graph
from graphmodel.plan import Plan, Source
from loaders.load import load

WHERE = {"lines", "places", "source", "sha256", "unread", "doc", "id", "section_path", "remarks", "statement", "taken"}


def _same(value: object) -> object:
    if isinstance(value, str):
        return "".join(value.replace("|", "").split())
    if isinstance(value, list | tuple):
        return [_same(v) for v in value]
    if isinstance(value, Mapping):
        return {k: _same(v) for k, v in value.items() if k not in WHERE and "span" not in k}
    return value


def _said(data: Mapping[str, Any], out: set[str]) -> str:
    return repr(sorted((k, _same(v)) for k, v in data.items() if k not in out and "span" not in k))


def facts_of(plan: Plan) -> list[str]:
    """Every node and edge as a line, sorted."""
    g = graph(plan).nx
    named = {
        n: str(_same(d.get("name") or d.get("quote") or d.get("text") or n)) if d["kind"] not in ("task", "document", "department") else n
        for n, d in g.nodes(data=True)
    }
    nodes = [f"{d['kind']} {named[n]} {_said(d, WHERE)}" for n, d in g.nodes(data=True) if d["kind"] != "document"]
    heads = [f"document {k}: {_same(v)}" for _, d in g.nodes(data=True) if d["kind"] == "document" for k, v in d.items() if k not in WHERE | {"text"}]
    edges = [f"{d['type']} {named[u]} -> {named[v]} {_said(d, WHERE)}" for u, v, d in g.edges(data=True)]
    return sorted([*nodes, *heads, *edges])


def difference(told: Source, other: Source) -> list[str]:
    """The lines that only one of the two has: - the first, + the second."""
    from collections import Counter

    a, b = Counter(facts_of(load(told))), Counter(facts_of(load(other)))
    return sorted([f"- {x}" for x in (a - b).elements()] + [f"+ {x}" for x in (b - a).elements()])
