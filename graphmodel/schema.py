"""JSON Schema (draft 2020-12) of the graph file, made from the contract; ``graph.schema.json`` is this, written down for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphmodel.contract import EDGES, NODES, VERSION, WORDS, Holds

_PAIR = {"type": "array", "prefixItems": [{"$ref": "#/$defs/count"}, {"$ref": "#/$defs/count"}], "items": False, "minItems": 2}
_ADDRESSEE = {
    "type": "object",
    "required": ["department", "printed", "span", "lines"],
    "properties": {"department": {"type": "string"}, "printed": {"type": "string"}, "span": _PAIR, "lines": _PAIR},
}
_HOLDS: Mapping[Holds, dict[str, Any]] = {
    "text": {"type": ["string", "null"]},
    "whole": {"type": ["integer", "null"]},
    "number": {"type": ["number", "null"]},
    "figure": {"type": ["number", "string", "null"]},
    "yes": {"type": ["boolean", "null"]},
    "texts": {"type": ["array", "null"], "items": {"type": "string"}},
    "gaps": {"type": ["array", "null"], "items": {"type": ["string", "null"]}},
    "pair": {"anyOf": [{"$ref": "#/$defs/pair"}, {"type": "null"}]},
    "people": {"type": ["array", "null"], "items": {"$ref": "#/$defs/addressee"}},
}


def graph_schema() -> dict[str, Any]:
    """The schema of a graph JSON as ``files.write`` writes it: every attribute of a kind is required, others are allowed."""
    nodes = [_record("kind", kind, attributes, ["id"]) for kind, attributes in NODES.items()]
    edges = [_record("type", type, attributes, ["source", "target", "key"]) for type, attributes in EDGES.items()]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Fengong: who answers for what (node-link form of networkx)",
        "type": "object",
        "required": ["directed", "multigraph", "graph", "nodes", "edges"],
        "properties": {
            "directed": {"const": True},
            "multigraph": {"const": True},
            "graph": {"type": "object", "required": ["version"], "properties": {"version": {"const": VERSION}}},
            "nodes": {"type": "array", "items": {"oneOf": nodes}},
            "edges": {"type": "array", "items": {"oneOf": edges}},
        },
        "$defs": {"count": {"type": "integer", "minimum": 0}, "pair": _PAIR, "addressee": _ADDRESSEE},
    }


def _record(tag: str, kind: str, attributes: Mapping[str, Holds], names: list[str]) -> dict[str, Any]:
    properties: dict[str, Any] = {name: {"type": "string", "minLength": 1} for name in names}
    properties[tag] = {"const": kind}
    for name, holds in attributes.items():
        words = WORDS.get((kind, name))
        properties[name] = {"enum": [*words, None]} if words else _HOLDS[holds]
    return {"type": "object", "required": [*names, tag, *attributes], "properties": properties}
