"""Attributes as properties that Neo4j holds, and back, without loss.

Null is left out. Lists of texts and pairs are lists; lists that Neo4j refuses (with nulls, of addressees) are JSON. What has no property
of its own stands in ``more``, a JSON object: attributes outside the contract, and whole numbers beyond 64 bits (which are there as a
rounded number too, so that they can be compared). Other properties on the server are other people's and are passed over.

``WEIGHED`` are answers, not facts: what needs the likeness of words is found out before the push, and left for Cypher to read. They are not pulled.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Protocol, TypeAlias, TypeVar

from graphmodel.check import wrong
from graphmodel.contract import NODES, Holds

Row = TypeVar("Row")
Properties = dict[str, Any]


class Transaction(Protocol):
    """As much of the driver's transaction as is used here."""

    def run(self, query: Any, parameters: dict[str, Any] | None = None, **kwparameters: Any) -> Any: ...


BATCH = 1000
"""Rows of one UNWIND: what a statement carries does not grow with the plan."""

LABELS: Mapping[str, str] = {kind: kind.capitalize() for kind in NODES}
"""Kind of node → its label."""

PLACED = tuple(kind for kind in NODES if kind not in ("document", "department"))
"""Kinds of the nodes that belong to one plan."""

WEIGHED: Mapping[str, tuple[str, ...]] = {
    "document": ("weighed",),
    "goal": ("carriage", "carriers"),
    "indicator": ("carriage", "carriers", "target", "likeness"),
}
"""Kind → the properties that may be given with a graph beside those of the contract (docs/neo4j.md says what they hold)."""

Weighed: TypeAlias = Mapping[str, Properties]
"""Id of a node → some of the properties that WEIGHED lists for its kind."""

MORE = "more"
_JSON: frozenset[Holds] = frozenset({"gaps", "people"})
_LISTS: frozenset[Holds] = frozenset({"texts", "pair"})


def properties(attributes: Mapping[str, Any], contract: Mapping[str, Holds]) -> Properties:
    """Every property of the contract: None stands for one that must not be there (and takes an earlier one away)."""
    given: Properties = {}
    more = {name: value for name, value in attributes.items() if name not in contract and name not in ("kind", "type")}
    for name, holds in contract.items():
        value = attributes.get(name)
        if value is None:
            given[name] = None
        elif holds in _JSON:
            given[name] = _dumps(value)
        elif holds in _LISTS:
            given[name] = list(value)
        elif isinstance(value, int) and not -(2**63) <= value < 2**63:
            more[name], given[name] = value, _rounded(value)
        else:
            given[name] = value
    given[MORE] = _dumps(more) if more else None
    return given


def columns(contract: Mapping[str, Holds]) -> tuple[str, ...]:
    """The properties of a row of ``values``, in its order: ``doc`` is not among them, it is the same for a whole plan."""
    return (*(name for name in contract if name != "doc"), MORE, "rank")


def weighed_values(kind: str, found: Properties) -> list[Any]:
    """What is known of a node of this kind, in the order of WEIGHED; None for what is not (and takes an earlier one away)."""
    return [found.get(name) for name in WEIGHED.get(kind, ())]


def values(facts: Mapping[str, Any], contract: Mapping[str, Holds], rank: int) -> list[Any]:
    """The properties without their names: the driver takes as long for a name as for a value."""
    given = properties(facts, contract)
    given.pop("doc", None)
    return [*given.values(), rank]


def settings(variable: str, contract: Mapping[str, Holds], first: int, also: Sequence[str] = ()) -> str:
    """``n.name = row[1], n.text = row[2] …``: what a statement sets from rows whose ``values`` begin at ``first``, ``also`` behind them."""
    return ", ".join(f"{variable}.{name} = row[{at}]" for at, name in enumerate((*columns(contract), *also), first))


def attributes(given: Mapping[str, Any], contract: Mapping[str, Holds], at: str) -> dict[str, Any]:
    """The attributes again (lists as lists); ``at`` names the node or edge for the ``Problem`` that is raised if JSON is none."""
    found: dict[str, Any] = {}
    for name, holds in contract.items():
        value = given.get(name)
        if value is not None:
            found[name] = _loads(value, f"{at} {name}") if holds in _JSON else value
    if (more := given.get(MORE)) is not None:
        extra = _loads(more, f"{at} {MORE}")
        if not isinstance(extra, dict):
            raise wrong(f"{at} {MORE}", "a JSON object", more)
        found.update(extra)
    return found


def batches(rows: Iterable[Row], size: int = BATCH) -> Iterator[Sequence[Row]]:
    """The rows, ``size`` at a time."""
    rest = iter(rows)
    while batch := list(islice(rest, size)):
        yield batch


def _rounded(value: int) -> float | None:
    try:
        return float(value)
    except OverflowError:
        return None


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _loads(text: Any, at: str) -> Any:
    try:
        return json.loads(text)
    except (TypeError, ValueError, RecursionError):
        raise wrong(at, "JSON", text) from None
