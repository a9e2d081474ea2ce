"""Attributes for formats that know neither null nor list: null is left out, a list is a JSON string; and back, without loss.

``value`` of an indicator is a number or printed words; a column has one type, so words go to ``value_words``. An attribute outside the
contract is always a JSON string.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from graphmodel.check import wrong
from graphmodel.contract import EDGES, NODES, Holds
from graphmodel.patterns import pattern

Scalar = str | int | float | bool
WORDS = "_words"
_WHOLE = pattern(r"-?\d{1,400}")
_SIMPLE: Mapping[Holds, str] = {"whole": "long", "number": "double", "figure": "double", "yes": "boolean"}
LONGEST_LABEL = 40


def columns(contracts: Mapping[str, Mapping[str, Holds]]) -> dict[str, str]:
    """Every attribute of some kinds → its simple type ("string", "long", "double", "boolean"), in the order of the contract."""
    found: dict[str, str] = {}
    for attributes in contracts.values():
        for name, holds in attributes.items():
            simple = _SIMPLE.get(holds, "string")
            found[name] = simple if found.get(name, simple) == simple else "string"  # level: a number of sections, a word of departments
            if holds == "figure":
                found.setdefault(name + WORDS, "string")
    return found


NODE_COLUMNS = columns(NODES)
EDGE_COLUMNS = columns(EDGES)


def flatten(attributes: Mapping[str, Any], contract: Mapping[str, Holds]) -> dict[str, Scalar]:
    """The attributes that are not None as simple values; ``kind`` and ``type`` are passed through."""
    flat: dict[str, Scalar] = {}
    for name, value in attributes.items():
        if name in ("kind", "type"):
            flat[name] = value
        elif value is None:
            continue
        elif name not in contract:
            flat[name] = dumps(value)
        elif contract[name] in ("text", "whole", "number", "yes"):
            flat[name] = value
        elif contract[name] == "figure":
            flat[name + WORDS if isinstance(value, str) else name] = value
        else:
            flat[name] = dumps(value)
    return flat


def extras(attributes: Iterable[Mapping[str, Any]], known: Mapping[str, str]) -> dict[str, str]:
    """Columns for attributes outside the contract, sorted."""
    names = {name for each in attributes for name in each if name not in known and name not in ("kind", "type")}
    return dict.fromkeys(sorted(names), "string")


def restore(flat: Mapping[str, str], contract: Mapping[str, Holds], at: str) -> dict[str, Any]:
    """The attributes again, from strings as they stand in a file; what is not there is left out (``check`` fills it with None)."""
    attributes: dict[str, Any] = {}
    for name, text in flat.items():
        if name in ("kind", "type"):
            attributes[name] = text
            continue
        plain = name.removesuffix(WORDS)
        if contract.get(plain) == "figure":
            attributes[plain] = text if name != plain else _number(text, at)
            continue
        holds = contract.get(name)
        if holds == "text":
            attributes[name] = text
        elif holds in ("whole", "number"):
            attributes[name] = _number(text, at)
        elif holds == "yes":
            attributes[name] = _yes(text, at)
        else:
            attributes[name] = _json(text, f"{at} {name}")
    return attributes


def label(attributes: Mapping[str, Any]) -> str:
    """What a viewer shows for a node: its name, else the beginning of its words."""
    found = (attributes.get(name) for name in ("name", "text", "quote"))
    shown = (" ".join(words.split()) for words in found if isinstance(words, str))
    words = next((line for line in shown if line), attributes["kind"])
    return words if len(words) <= LONGEST_LABEL else words[: LONGEST_LABEL - 1] + "…"


def dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "), allow_nan=False)


def spelled(value: Scalar) -> str:
    """A simple value as it is written in XML and CSV."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else repr(value)


def _number(text: str, at: str) -> float:
    try:
        return int(text) if _WHOLE.fullmatch(text) else float(text)
    except ValueError:
        raise wrong(at, "a number", text) from None


def _yes(text: str, at: str) -> bool:
    word = text.lower()
    if word not in ("true", "false"):
        raise wrong(at, "true or false", text)
    return word == "true"


def _json(text: str, at: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise wrong(at, "JSON", text) from None
