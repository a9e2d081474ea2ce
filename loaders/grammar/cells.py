"""Targets in the columns of a table: an indicator's name in one cell, 目标值 (≥80%, 36家, 增长8%, 3—5个) in another."""

from __future__ import annotations

from graphmodel.patterns import pattern
from graphmodel.plan import Indicator
from loaders.grammar.comparators import SUFFIX, approximate, before, settle
from loaders.grammar.figures import BINDING, Figures, is_year
from loaders.grammar.indicator_names import is_measure
from loaders.grammar.units_of_measure import SCALE, kind_of

_UNIT_IN_NAME = pattern(r"\((?P<unit>[^()]{1,12})\)$")
_SCALED = pattern(rf"{SCALE}.{{1,4}}")
_NO_VALUE = pattern(r"^[-—/\\ ×√*]*$")


def target(name: str, value: str, unit: str = "", plan_date: str | None = None) -> tuple[Indicator, ...]:
    """The targets of one row, of the indicator's cell (森林覆盖率(%)), the target's cell, and the unit's cell if there is one.

    Texts are folded; spans and quotes are of ``value``. A cell of words (达标, 完成) gives one target in words; an empty one gives none.
    """
    if _NO_VALUE.match(value):
        return ()
    stated = _UNIT_IN_NAME.search(name)
    if stated and (kind_of(stated["unit"]) not in ("", "other") or _SCALED.fullmatch(stated["unit"])):
        unit, name = unit or stated["unit"], name[: stated.start()]
    binding = BINDING.search(name)
    if binding:
        name = BINDING.sub("", name)
    name = pattern(r"^\d{1,2}[.、]|\s+").sub("", name)
    f = Figures.of(value, plan_date)
    out: list[Indicator] = []
    for q in f.found:
        if is_year(q):
            continue
        compared, m = before(f.masked, 0, q.start), SUFFIX.match(f.masked, q.end)
        suffix, end = ((m.lastgroup or ""), m.end()) if m else ("", q.end)
        op = settle(compared.op if compared else "=", q.unit or unit, suffix, approximate(f.masked, 0, q.start))
        if q.value_to is not None and op in ("=", ">=", "<="):
            op = ".."
        a = compared.start if compared else q.start
        cut, baseline = f.baseline(0, a)
        a = min(a, cut) if baseline else a
        by, bound = f.by(q.start, f.right(end, 20)), binding[1] if binding else f.binding(end)
        out.append(Indicator(name, op, q.value, (a, end), value[a:end], q.value_to, q.unit or unit, by, baseline, bound))
        if len(out) == 1 and not is_measure(name) and not compared:
            break
    if not out:
        words = value.strip()
        a = value.index(words)
        by, bound = f.by(len(value), len(value)), binding[1] if binding else None
        return (Indicator(name, "=", words, (a, a + len(words)), words, by=by, binding=bound),)
    return tuple(out)
