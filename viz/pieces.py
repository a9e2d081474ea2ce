"""Statements of a plan, cut where the names in them begin and end: each is held once, however many units it names.

The cutting is done here and not in the page, because a browser counts characters in another way (UTF-16) than spans do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graphmodel.plan import Span

_LONGEST = 320  # code points of a statement that is shown whole
_AROUND = 140  # of a longer one: so many before and behind the name


@dataclass(frozen=True, slots=True)
class Statement:
    """Where the words stand that give a duty; ``name``: the unit's, as printed."""

    doc: str
    words: Span
    name: Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A quote: pieces ``first`` up to ``past`` of a statement are the name, what stands before and behind is the rest."""

    statement: int
    first: int
    past: int


def statement_of(data: Mapping[str, Any]) -> Statement:
    """The statement of a duty's edge, cut short around the name where it is long."""
    name = int(data["span"][0]), int(data["span"][1])
    start, end = data.get("statement") or name
    start, end = min(int(start), name[0]), max(int(end), name[1])
    if end - start > _LONGEST:
        start, end = max(start, name[0] - _AROUND), min(end, name[1] + _AROUND)
    return Statement(str(data["doc"]), (start, end), name)


def cut(statements: Iterable[Statement], text_of: Callable[[str], str]) -> tuple[list[list[str]], dict[Statement, Marked]]:
    """The pieces of all statements, and where the name stands in them. ``text_of``: the text of a document."""
    names: dict[tuple[str, Span], list[Statement]] = {}
    for one in dict.fromkeys(statements):
        names.setdefault((one.doc, one.words), []).append(one)
    pieces: list[list[str]] = []
    marked: dict[Statement, Marked] = {}
    for number, ((doc, words), named) in enumerate(names.items()):
        bounds = sorted({*words, *(bound for one in named for bound in one.name)})
        text = text_of(doc)
        pieces.append([text[a:b] for a, b in zip(bounds, bounds[1:])])
        marked.update((one, Marked(number, bounds.index(one.name[0]), bounds.index(one.name[1]))) for one in named)
    return pieces, marked
