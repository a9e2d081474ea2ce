"""Compares what two graphs say: everything but where it stands, in which file, and how it is spaced."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Any

from graphmodel.graph import AccountabilityGraph
from graphmodel.text import fold

_PLACES = {"doc", "span", "lines", "deadline_span", "statement", "source", "sha256", "places", "taken"}
"""Attributes that say where something stands: they differ from format to format."""


_A_TABLE = "a table without a column of units"
"""A remark that only a file can give rise to whose tables are tables."""
_RULE = re.compile(r"^[|\s:-]+$", re.M)


def bare(text: str) -> str:
    """Words folded, without white space, the bars of tables and the rules between their rows."""
    return "".join(_RULE.sub("", fold(text)).replace("|", "").split())


def differences(one: AccountabilityGraph, other: AccountabilityGraph) -> list[str]:
    """What only ``one`` says (``-``) and what only ``other`` says (``+``), a line each, in order; empty if both say the same."""
    a, b = Counter(_facts(one)), Counter(_facts(other))
    return [f"- {fact}" for fact in sorted((a - b).elements())] + [f"+ {fact}" for fact in sorted((b - a).elements())]


def _facts(graph: AccountabilityGraph) -> Iterator[str]:
    """Every node and edge as a line of words."""
    documents = [n for n, d in graph.nx.nodes(data=True) if d["kind"] == "document"]

    def tail(node: str) -> str:
        return next((node[len(d) :] or "document" for d in documents if node == d or node.startswith(d + "/")), node)

    for node, data in graph.nx.nodes(data=True):
        yield f"{data['kind']} {bare(tail(node))}: {_said(data)}"
    for u, v, data in graph.nx.edges(data=True):
        yield f"{data['type']} {bare(tail(u))} -> {bare(tail(v))}: {_said(data)}"


def _said(data: dict[str, Any]) -> str:
    left_out = _PLACES | ({"text"} if data.get("kind") == "document" else set())
    return " ".join(
        f"{k}={said}" for k, v in sorted(data.items()) if k not in left_out and k not in ("kind", "type") and v not in (None, ()) and (said := _value(k, v))
    )


def _value(name: str, value: Any) -> str:
    if name == "addressees":
        return "|".join(bare(a["printed"]) + "=" + a["department"] for a in value)
    if name == "unread":
        return "|".join(re.sub(r"^\d+: ", "", reason) for reason in value if _A_TABLE not in reason)
    if isinstance(value, tuple | list):
        return "|".join(_value("", v) for v in value)
    return bare(value) if isinstance(value, str) else repr(value)


def text_differences(expected: str, read: str, furniture: Iterable[str] = ()) -> list[str]:
    """Stretches of the folded words that only one of two texts has; ``furniture``: regexes of lines that are looked at in neither."""
    shapes = [re.compile(f) for f in furniture]
    a, b = (bare("\n".join(line for line in text.split("\n") if not any(f.fullmatch(bare(line)) for f in shapes))) for text in (expected, read))
    if a == b:
        return []
    out = []
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes() if len(a) < 3000 else _blockwise(a, b):
        if tag != "equal":
            out.append(f"{a[max(0, a1 - 12) : a1]}[-{a[a1:a2]}-][+{b[b1:b2]}+]{a[a2 : a2 + 12]}")
    return out


def _blockwise(a: str, b: str) -> Iterator[tuple[str, int, int, int, int]]:
    """Opcodes by sentences: character by character a long plan takes minutes."""
    x, y = re.findall(r"[^。；;：:，,、]*[。；;：:，,、]?", a), re.findall(r"[^。；;：:，,、]*[。；;：:，,、]?", b)
    starts_x, starts_y = [0], [0]
    for words in x:
        starts_x.append(starts_x[-1] + len(words))
    for words in y:
        starts_y.append(starts_y[-1] + len(words))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, x, y, autojunk=False).get_opcodes():
        yield tag, starts_x[i1], starts_x[i2], starts_y[j1], starts_y[j2]
