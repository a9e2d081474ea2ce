"""Nothing but names in brackets at the end of the work, perhaps a date: (A) · (A、B、C) · (A,6月底前完成) · (A)【持续推进】."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from graphmodel.patterns import pattern
from loaders.grammar.clauses import all_units, set_aside
from loaders.grammar.terms import only_terms, split_deadline
from loaders.grammar.units import is_unit, likely_units
from loaders.marked import marked
from loaders.statement import Bracket, Said, Statement, family

_NAME_BEFORE = pattern(r"[^、,;。:\s()]{2,30}$")
# 综合体(社区服务中心): another word for the thing before it
_KIND = pattern(r"^(?![省市县区州旗镇乡国]|各).*(?:中心|站|所|馆|院|园|库|场|社|店|网点|基地|平台|系统|学校)$")
_AFTER = pattern(r"\*{0,2}[。;.]?\s?$|\*{0,2}[。;]")


def term_behind(text: str, g: Bracket, following: Bracket | None) -> Bracket | None:
    """The next bracket, where it stands right behind ``g`` and only says by when: (A牵头)|【持续推进】."""
    x = following
    near = x is not None and not x.open and g.end <= x.start <= g.end + 1 and not text[g.end : x.start].strip()
    return x if near and x and only_terms(text, *x.inner) else None


@family("bare", order=30)
def bare(text: str, groups: tuple[Bracket, ...]) -> Iterator[Statement]:
    for g, following in zip_longest(groups, groups[1:]):
        alone = g.start == 0 and g.end >= len(text.rstrip("。 "))
        if g.open or (g.start == 0 and not alone) or not (_AFTER.match(text, g.end) or term_behind(text, g, following)):
            continue
        plain, positional, ditto, inherited = set_aside(text, *g.inner)
        stop, deadline = split_deadline(plain, *g.inner)
        named = all_units(plain, g.inner[0], stop) or likely_units(plain, g.inner[0], stop)
        if not named or text[g.inner[1] - 1] == ":":
            continue  # (责任单位:) names nobody
        before = _NAME_BEFORE.search(text[max(0, g.start - 30) : g.start])
        if before and len(named) == 1 and (is_unit(before[0]) or text[g.start - 1] not in "。;!?)") and not positional and g.end < len(text) - 2:
            continue
        if len(named) == 1 and before and (is_unit(before[0]) or _KIND.match(named[0].printed)):
            continue
        yield Statement(g.start, g.end, tuple(marked(Said("answer", named, "verb", None))), inherited, positional, ditto, deadline)
