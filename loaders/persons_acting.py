"""Persons whom a task's own words name as those who see to it: 副市长张三具体负责 · 由县委常委李四牵头."""

from __future__ import annotations

from graphmodel.patterns import pattern
from graphmodel.plan import Overseer
from graphmodel.text import View
from loaders.names import persons

_FAR = 40  # characters in which the persons stand
_DOES = pattern(r"(?:同志)?(?P<label>(?:具体|全面|牵头|直接|亲自|总体)?(?:负责|牵头|负总责|统筹|抓总|包抓|督导)(?!人|同志|单位|部门|领导))")


def persons_acting(view: View) -> tuple[Overseer, ...]:
    """The persons with a title that stand before such a verb and nobody else with them; a body before it is no person."""
    text = view.text
    out: list[Overseer] = []
    for m in _DOES.finditer(text):
        edge = max(0, m.start() - _FAR)
        start = max(text.rfind(mark, edge, m.start()) for mark in ",。;:由(") + 1 or edge
        who, rest = persons(text, start, m.start())
        if who and not rest and who[0].title:
            out.extend(Overseer(n.name, view.span(n.start, n.end), n.title, m["label"]) for n in who)
    return tuple(out)
