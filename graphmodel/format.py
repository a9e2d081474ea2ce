"""What a file format is: text of one or several files from a graph, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx


@dataclass(frozen=True, slots=True)
class Format:
    """One format: ``suffixes`` of the path a user gives, ``tails`` of the files that are really written ("" = that path itself).

    ``write`` gives for each tail the file's text in pieces; ``read`` takes for each tail the file's text and gives a graph, or
    raises ``Problem``.
    ``bom``: whether the file begins with a byte order mark (Excel takes CSV without one for the local code page).
    """

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[nx.MultiDiGraph[str]], Mapping[str, Iterable[str]]]
    read: Callable[[Mapping[str, str]], nx.MultiDiGraph[str]]
    tails: tuple[str, ...] = ("",)
    bom: bool = False


def in_order(attributes: Mapping[str, Any], contract: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes in the order of the contract, others sorted behind them: the same bytes whatever way a graph came into being."""
    ordered = {name: attributes[name] for name in ("kind", "type") if name in attributes}
    ordered |= {name: attributes.get(name) for name in contract}
    return ordered | {name: attributes[name] for name in sorted(attributes) if name not in ordered}
