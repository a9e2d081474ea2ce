"""Units and persons in one cell: 县水利局 何沛 · 县水利局(何沛) · 县水利局局长何沛 · 何沛(县水利局)."""

from __future__ import annotations

from dataclasses import replace

from graphmodel.patterns import pattern
from graphmodel.plan import Span
from graphmodel.text import View
from loaders.grammar.units import is_unit
from loaders.names import is_name, persons

_BRACKET = pattern(r"\(([^()]{2,40})\)")
_NO_LETTERS = pattern(r":|\d{7,12}")  # 市水务局:何沛 13…
_WORD = pattern(r"[^\s、,;()]{5,40}")
_LONGEST = 400
# 市水务局|党组书记、局长
_POST = pattern(
    r"(?:(?:党组|党委|党工委|党支部)?(?:书记|成员)?、?)(?:常务)?副?(?:局长|厅长|处长|科长|主任|书记|院长|校长|所长|站长|队长|镇长|乡长|区长|县长|市长|部长|主席|会长|总?经理|董事长|行长|台长|秘书长|支队长|大队长)、?\s?"
)
_OWN_UNIT = pattern(r"\s?\((?P<unit>[^()]{2,30})\)")


def with_persons(view: View, start: int, end: int) -> tuple[View, tuple[Span, ...]] | None:
    """The view with the persons of a cell blotted out, and where they stand; None if the cell names none."""
    if end - start > _LONGEST:
        return None
    text = _blotted(view.text, [m.span() for m in _NO_LETTERS.finditer(view.text, start, end)])
    bare = text
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
        title = words[: at - person.start]
        body = next((k for k in range(3, len(title)) if _POST.fullmatch(title, k) and is_unit(title[:k])), 0)
        stop = at + _length(text, at, person.end, person.name)
        behind = _OWN_UNIT.fullmatch(text, stop, person.end)
        if behind and is_unit(behind["unit"]):
            found.extend(((person.start, behind.start("unit")), (behind.end("unit"), person.end)))
        else:
            found.append((person.start + body, person.end))
        named.append((person.start, person.end))
    for m in _WORD.finditer(_blotted(bare, found), start, end):
        glued = next((m.end() - n for n in (3, 2) if not is_unit(m[0]) and is_unit(m[0][:-n]) and is_name(m[0][-n:])), None)
        if glued:
            found.append((glued, m.end()))
            named.append((glued, m.end()))
    return (replace(view, text=_blotted(bare, found)), tuple(sorted(named))) if found else None


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
