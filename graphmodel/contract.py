"""The data contract of the graph as data: the kinds of nodes and types of edges, and every attribute with what it may hold.

Building, checking and restoring files and ``graph.schema.json`` all read these tables. Every attribute listed is always present and
None if not printed. In memory lists are tuples; in files they are arrays (JSON) or JSON strings (GraphML, GEXF, CSV).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, get_args

from graphmodel.plan import Basis, DeadlineKind, MechanismKind, Op, Status, Tier

VERSION = 1

Holds = Literal["text", "whole", "number", "figure", "yes", "texts", "gaps", "pair", "people"]
"""whole: an int; figure: a number or printed words; gaps: texts or nulls; pair: [from, to]; people: addressees."""

_PLACE: dict[str, Holds] = {"doc": "text", "span": "pair", "lines": "pair"}

NODES: Mapping[str, Mapping[str, Holds]] = {
    "document": {
        "name": "text", "number": "text", "issuer": "text", "jurisdiction": "texts", "date": "text", "status": "text", "period": "texts",
        "source": "text", "sha256": "text", "text": "texts", "places": "gaps", "unread": "texts", "taken": "texts", "addressees": "people",
    },
    "section": {"name": "text", "number": "text", "level": "whole", **_PLACE},
    "task": {
        "name": "text", "text": "text", "number": "text", "section": "texts", "deadline": "text", "deadline_printed": "text",
        "deadline_kind": "text", "deadline_span": "pair", **_PLACE,
    },
    "milestone": {"text": "text", "by": "text", "printed": "text", **_PLACE},
    "goal": {"text": "text", "section": "texts", "by": "text", **_PLACE},
    "indicator": {
        "name": "text", "op": "text", "value": "figure", "value_to": "number", "unit": "text", "by": "text", "baseline": "text",
        "binding": "text", "quote": "text", **_PLACE,
    },
    "department": {
        "name": "text", "printed": "texts", "level": "text", "peer_class": "text", "collective": "text", "recognised": "yes",
        "jurisdiction": "texts",
    },
    "person": {"name": "text", "title": "text", **_PLACE},
    "mechanism": {"kind_of": "text", "frequency": "text", "quote": "text", **_PLACE},
}  # fmt: skip

# ``statement``: the place of the whole statement that says the duty; ``span`` is the place of the name in it.
_DUTY: dict[str, Holds] = {
    "printed": "text", "label": "text", "tier": "text", "order": "whole", "part": "text", "basis": "text", "statement": "pair", **_PLACE,
}  # fmt: skip

EDGES: Mapping[str, Mapping[str, Holds]] = {
    "LEADS": _DUTY,
    "COOPERATES": _DUTY,
    "SUPERVISES": _DUTY,
    "OVERSEES": {"label": "text", "title": "text", **_PLACE},
    "MEASURED_BY": _PLACE,
    "DUE": _PLACE,
    "CONTAINS": _PLACE,
    "MENTIONS": {"printed": "text", **_PLACE},
    "ACTS": {"printed": "text", **_PLACE},
    "RECEIVES": {"printed": "text", **_PLACE},
    "MEMBER_OF": {"role": "text", "printed": "text", "title": "text", **_PLACE},
    "HOSTED_BY": {"printed": "text", **_PLACE},
    "SUCCEEDS": {"on": "text", **_PLACE},
}

DUTIES = ("LEADS", "COOPERATES", "SUPERVISES")

# From which kinds to which kinds an edge may lead.
ENDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "LEADS": (("department",), ("task", "goal")),
    "COOPERATES": (("department",), ("task", "goal")),
    "SUPERVISES": (("department",), ("task", "goal")),
    "OVERSEES": (("person",), ("task",)),
    "MEASURED_BY": (("task", "goal"), ("indicator",)),
    "DUE": (("task",), ("milestone",)),
    "CONTAINS": (("document", "section"), ("section", "task", "goal", "mechanism")),
    "MENTIONS": (("task",), ("department",)),
    "ACTS": (("mechanism",), ("department",)),
    "RECEIVES": (("mechanism",), ("department",)),
    "MEMBER_OF": (("department", "person"), ("department",)),
    "HOSTED_BY": (("department",), ("department",)),
    "SUCCEEDS": (("department",), ("department",)),
}

# Attributes that hold one of a few words.
WORDS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("document", "status"): get_args(Status),
    ("task", "deadline_kind"): get_args(DeadlineKind),
    ("indicator", "op"): get_args(Op),
    ("department", "collective"): ("closed", "open"),
    ("mechanism", "kind_of"): get_args(MechanismKind),
    **{(duty, "tier"): get_args(Tier) for duty in DUTIES},
    **{(duty, "basis"): get_args(Basis) for duty in DUTIES},
}


def whole_if_whole(value: Any) -> Any:
    """A number as JSON writes it shortest: 16.0 is 16 (so that no format changes it); anything else as it is."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return value
