"""Items of a plan that are several tasks: their number is printed once."""

from __future__ import annotations

from graphmodel.patterns import pattern

_PIECE = pattern(r"(?P<number>.{0,80}[^a-z])(?P<letters>[a-z]{1,2})(?:#\d{1,3})?")


def one_item(above: str, task: str) -> bool:
    """Whether two tasks, by their ids, are pieces of one item: 3a, 3b."""
    (place, _, one), (same, _, two) = above.rpartition("/"), task.rpartition("/")
    first, second = _PIECE.fullmatch(one), _PIECE.fullmatch(two)
    return place == same and first is not None and second is not None and first["number"] == second["number"]
