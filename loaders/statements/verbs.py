"""Verbs in brackets: (A牵头,B、C按职责分工负责) · (A、B负责) · (A负责,B配合) · (A指导,B参与) · (A和B具体负责,6月底完成)."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.grammar.clauses import clauses, set_aside
from loaders.statement import Bracket, Statement, family


@family("verbs", order=20)
def verbs(text: str, groups: tuple[Bracket, ...]) -> Iterator[Statement]:
    for g in groups:
        plain, positional, ditto, inherited = set_aside(text, *g.inner)
        got = clauses(plain, *g.inner)
        if got and len(got.rest) <= 1:
            yield Statement(g.start, g.end, got.said, inherited, positional, ditto, got.deadline)
        elif inherited:
            yield Statement(g.start, g.end, (), inherited, positional, ditto)
