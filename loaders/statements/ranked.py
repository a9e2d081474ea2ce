"""A rule in brackets of its own that names nobody: (列第一位者为牵头部门,下同) · (没有明确时限的年底前完成,排在第一位的为牵头单位,下同)."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.grammar.clauses import set_aside
from loaders.statement import Bracket, Statement, family


@family("ranked", order=50)
def ranked(text: str, groups: tuple[Bracket, ...]) -> Iterator[Statement]:
    for g in groups:
        _, positional, ditto, inherited = set_aside(text, *g.inner)
        if positional and ditto:
            yield Statement(g.start, g.end, (), inherited, positional, ditto)
