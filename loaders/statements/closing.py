"""A sentence of its own that closes the work: 。A牵头,B、C按职责分工负责。 · 由A负责,B配合。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphmodel.patterns import pattern
from loaders.grammar.clauses import clauses, set_aside
from loaders.grammar.everybody import is_anybody
from loaders.grammar.subjects import sound
from loaders.grammar.terms import dated_work
from loaders.statement import Bracket, Statement, family

_LAST = pattern(r"(?:(?<=[。;!?)〕\]】])|^)(?P<sentence>[^。;!?]{2,200})[。;]?\s?$")
# 由A、B分别牵头;C配合。
_LAST_OF_ALL = pattern(r"(?:(?<=[。!?)〕\]】])|^)(?P<sentence>由[^。!?]{2,200})[。;]?\s?$")


@family("closing", order=40)
def closing(text: str, groups: tuple[Bracket, ...]) -> Iterator[Statement]:
    if len(text) > 4000:
        return
    for shape in (_LAST_OF_ALL, _LAST) if ";" in text[-240:] else (_LAST,):
        m = shape.search(text, max(0, len(text) - 240))
        found = _read(text, m) if m else None
        if found:
            yield found
            return


def _read(text: str, m: re.Match[str]) -> Statement | None:
    a, b = m.span("sentence")
    plain, positional, ditto, inherited = set_aside(text, a, b)
    got = clauses(plain, a, b)
    by = got is not None and plain.startswith("由", a) and not any(is_anybody(n.full) for n in got.said[0].units)
    if got and got.deadline and dated_work(plain, *got.deadline):
        return None
    if got and not got.rest and all(s.work is None for s in got.said) and all(sound(s.units, easy=i > 0 or by) for i, s in enumerate(got.said)):
        return Statement(a, m.end(), got.said, inherited, positional, ditto, got.deadline)
    return None
