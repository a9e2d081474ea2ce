"""By when in a bracket of its own, right behind the one that says who: (A牵头,B参与)【持续推进】 · (A、B)(2024年12月底前完成)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.statement import Bracket, Statement, family
from loaders.statements.bare import bare, term_behind
from loaders.statements.labelled import labelled
from loaders.statements.verbs import verbs


@family("dated", order=35)
def dated(text: str, groups: tuple[Bracket, ...]) -> Iterator[Statement]:
    for g, following in zip(groups, groups[1:]):
        term = term_behind(text, g, following)
        if term and _says_who(text, g, term):
            yield Statement(term.start, term.end, deadline=term.inner)


def _says_who(text: str, g: Bracket, term: Bracket) -> bool:
    """Whether the bracket before the date is a statement: no more than the words close before it are looked at."""
    cut = max(0, g.start - 40)
    near = tuple(replace(x, start=x.start - cut, end=x.end - cut, inner=(x.inner[0] - cut, x.inner[1] - cut)) for x in (g, term))
    return any(s.said for f in (labelled, verbs, bare) for s in f.find(text[cut : term.end], near) if s.start == near[0].start)
