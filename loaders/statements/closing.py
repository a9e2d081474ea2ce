"""A sentence of its own that closes the work: 。A牵头,B、C按职责分工负责。 · 由A负责,B配合。"""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.patterns import pattern
from loaders.grammar.clauses import clauses, set_aside
from loaders.grammar.subjects import sound
from loaders.grammar.terms import dated_work
from loaders.statement import Bracket, Statement, family

_LAST = pattern(r"(?:(?<=[。;!?)〕\]】])|^)(?P<sentence>[^。;!?]{2,200})[。;]?\s?$")


@family("closing", order=40)
def closing(text: str, groups: tuple[Bracket, ...]) -> Iterator[Statement]:
    if len(text) > 4000:
        return
    m = _LAST.search(text, max(0, len(text) - 240))
    if not m:
        return  # (a line that is nothing but the statement is one too: A、B按职责分工负责)
    a, b = m.span("sentence")
    plain, positional, ditto, inherited = set_aside(text, a, b)
    got = clauses(plain, a, b)
    if got and got.deadline and dated_work(plain, *got.deadline):
        return
    if got and not got.rest and all(s.work is None for s in got.said) and all(sound(s.units, easy=i > 0) for i, s in enumerate(got.said)):
        yield Statement(a, m.end(), got.said, inherited, positional, ditto, got.deadline)
