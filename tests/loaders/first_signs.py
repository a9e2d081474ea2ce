"""What a pattern can begin with, and the least it must hold: to check the sets by which the grammar looks before it matches."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

ANYTHING = "anything"


def firsts(source: str) -> set[str]:
    """The characters with which a match of the pattern can begin; ``ANYTHING`` among them if a class says so."""
    found, _ = _first(re._parser.parse(source))  # type: ignore[attr-defined]
    return found


def _first(items: Sequence[Any]) -> tuple[set[str], bool]:
    """(first characters, whether the items can match nothing)."""
    out: set[str] = set()
    for op, value in items:
        name = str(op)
        if name == "LITERAL":
            return out | {chr(value)}, False
        if name in ("IN", "NOT_LITERAL", "ANY"):
            return out | {chr(v) for k, v in value if str(k) == "LITERAL"} if name == "IN" and all(str(k) == "LITERAL" for k, _ in value) else out | {
                ANYTHING
            }, False
        if name == "SUBPATTERN":
            inner, empty = _first(value[-1])
        elif name == "BRANCH":
            parts = [_first(v) for v in value[1]]
            inner, empty = set().union(*(p for p, _ in parts)), any(e for _, e in parts)
        elif name in ("MAX_REPEAT", "MIN_REPEAT"):
            inner, empty = _first(value[2])
            empty = empty or value[0] == 0
        else:  # look-arounds, anchors
            continue
        out |= inner
        if not empty:
            return out, False
    return out, True


def least(source: str, most: int = 20_000) -> Iterator[str]:
    """The shortest texts a pattern matches, one for each way through its branches; optional parts are left out."""
    for n, text in enumerate(_least(re._parser.parse(source))):  # type: ignore[attr-defined]
        assert n < most
        yield text


def _least(items: Sequence[Any]) -> Iterator[str]:
    ways: list[list[str]] = []
    for op, value in items:
        name = str(op)
        if name == "LITERAL":
            ways.append([chr(value)])
        elif name == "IN":
            ways.append([chr(v) for k, v in value if str(k) == "LITERAL"][:1] or ["\0"])
        elif name == "SUBPATTERN":
            ways.append(list(_least(value[-1])))
        elif name == "BRANCH":
            ways.append([t for v in value[1] for t in _least(v)])
        elif name in ("MAX_REPEAT", "MIN_REPEAT"):
            ways.append(list(_least(value[2])) if value[0] else [""])
    return ("".join(parts) for parts in product(*ways))
