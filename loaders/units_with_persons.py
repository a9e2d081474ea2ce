"""Units and persons in one cell: 县水利局 何沛 · 县水利局(何沛) · 县水利局局长何沛 · 何沛(县水利局)."""

from __future__ import annotations

from dataclasses import replace

from graphmodel.patterns import pattern
from graphmodel.plan import Span
from graphmodel.text import View
from loaders.grammar.units import is_unit
from loaders.names import is_name, persons

_BRACKET = pattern(r"\(([^()]{2,40})\)")
_LONGEST = 400


def with_persons(view: View, start: int, end: int) -> tuple[View, tuple[Span, ...]] | None:
    """The view with the persons of a cell blotted out, and where they stand; None if the cell names none."""
    if end - start > _LONGEST:
        return None
    text = view.text
    found: list[Span] = []
    named: list[Span] = []
    for m in _BRACKET.finditer(text, start, end):
        inside, rest = persons(text, *m.span(1), bare=True)
        if inside and not rest:
            found.append(m.span())
            named.append(m.span(1))
    text = _blotted(text, found)
    for person in persons(text, start, end, bare=True)[0]:
        words = text[person.start : person.end]
        if is_unit(words):
            continue
        at = _name_at(text, person.start, person.end, person.name)
        body = next((k for k in range(len(words) - 1, 2, -1) if is_unit(words[:k])), 0) if at > person.start else 0
        stop = at + _length(text, at, person.end, person.name)
        behind = text[stop : person.end].strip(" ()")
        found.append((person.start + body, stop if is_unit(behind) else person.end))
        named.append((person.start, person.end))
    return (replace(view, text=_blotted(view.text, found)), tuple(sorted(named))) if found else None


def _name_at(text: str, start: int, end: int, name: str) -> int:
    """Where the name begins, which may be widened by blanks: 何 沛."""
    at = text.find(name, start, end)
    return at if at >= 0 else next((k for k in range(start, end) if is_name(text[k:end]) and "".join(text[k:end].split()) == name), start)


def _length(text: str, at: int, end: int, name: str) -> int:
    size = len(name)
    while at + size < end and len("".join(text[at : at + size].split())) < len(name):
        size += 1
    return size


def _blotted(text: str, places: list[Span]) -> str:
    for a, b in places:
        text = text[:a] + "," * (b - a) + text[b:]
    return text
