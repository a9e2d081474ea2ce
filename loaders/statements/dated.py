"""By when in a bracket of its own, right behind the one that says who: (A牵头,B参与)【持续推进】 · (A、B)(2024年12月底前完成)."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.statement import Bracket, Statement, family
from loaders.statements.bare import bare, term_behind
from loaders.statements.labelled import labelled
from loaders.statements.verbs import verbs


@family("dated", order=35)
def dated(text: str, groups: tuple[Bracket, ...]) -> Iterator[Statement]:
    for g in groups if len(groups) > 1 else ():
        term = term_behind(text, g, groups)
        if term and any(s.said for f in (labelled, verbs, bare) for s in f.find(text, (g, term)) if s.start == g.start):
            yield Statement(term.start, term.end, deadline=term.inner)
