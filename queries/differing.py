"""The figures in which two wordings of one work differ: 新增就业2万人 / 新增就业3万人. Dates are none."""

from __future__ import annotations

from collections.abc import Iterable

from graphmodel.patterns import pattern
from graphmodel.text import fold

_WHEN = pattern(r"(?:19|20)\d\d(?:[-—~至](?:19|20)?\d\d)?年?(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日")
# 2万人 · 1.5万平方米 · 92%
_FIGURE = pattern(
    r"(?<![第\d.])(?P<value>\d{1,12}(?:\.\d{1,6})?)\s?(?P<unit>%|[十百千万亿]{0,2}(?:个?百分点|平方公里|平方米|立方米|公里|千米|工作日|人次|家次|批次|场次|亩次|元|[\u4e00-\u9fff])?)"
)


def figures(words: str) -> tuple[tuple[str, str], ...]:
    """(value, unit) of each figure, in order."""
    told = _WHEN.sub(" ", fold(words))
    return tuple((m["value"], m["unit"]) for m in _FIGURE.finditer(told))


def same_digits(texts: Iterable[str]) -> bool:
    """Whether texts with the same letters have the same digits too, dates included."""
    return len({"".join(c for c in fold(text) if c.isdigit()) for text in texts}) == 1


def differing(one: str, other: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The figures of two wordings that stand in the same place and differ; () () where the wordings do not have as many, with the same units."""
    a, b = figures(one), figures(other)
    if len(a) != len(b) or [u for _, u in a] != [u for _, u in b]:
        return (), ()
    apart = [(x, y) for x, y in zip(a, b) if float(x[0]) != float(y[0])]
    return tuple("".join(x) for x, _ in apart), tuple("".join(y) for _, y in apart)
