"""Members of a series: the same work for the next quarter, year, batch or draft is not said twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from graphmodel.patterns import pattern
from graphmodel.text import fold

_HAN = "一二三四五六七八九十"
_MARKS: tuple[tuple[str, str], ...] = (
    ("year", r"(?:19|20)\d\d(?=年(?!本|版))"),  # 2024年, not 2013年本
    ("quarter", r"第?[一二三四1-4](?=个?季度)"),  # 一季度  第2季度
    ("half", r"[上下](?=半年)"),
    ("month", rf"(?<![\d{_HAN}个])(?:1[0-2]|0?[1-9]|十[一二]?|[{_HAN}])(?=月份?(?!\d))"),  # 3月底  十二月; not 三个月
    ("batch", rf"第?(?:[首{_HAN}]|\d{{1,2}})(?=[批轮期](?!间|限|货))"),  # 首批  第二轮  一期
    ("label", r"(?<![月\d])\d{1,3}(?=号(?!文)|#|标段)|(?<=第)\d{1,3}"),  # 1号泵站  第2类河道
    ("draft", r"初稿|[一二三]稿|征求意见稿|送审稿|报批稿|终稿|定稿"),
    ("midway", r"年初|年中|年终|期中|期末|中期(?=评估|检查)|终期(?=评估|检查)"),
)
_MARK = pattern("|".join(f"(?P<{kind}>{shape})" for kind, shape in _MARKS))
_NUMERAL = {n: str(i) for i, n in enumerate(_HAN, 1)} | {"首": "1", "十一": "11", "十二": "12"}
_PHASE = pattern(r"阶段|\d{1,2}月(?:\d{1,2}日)?[^。]{0,4}[-—~至到]")  # (二)完善阶段  (8月27日至9月8日)


@lru_cache(maxsize=4096)
def marks(text: str) -> Mapping[str, frozenset[str]]:
    """What places a text in a series: kind (year, quarter, half, month, batch, draft, midway) -> the values it names."""
    found: dict[str, set[str]] = defaultdict(set)
    for m in _MARK.finditer(fold(text)):
        value = m.group().removeprefix("第").lstrip("0")
        found[m.lastgroup or ""].add(_NUMERAL.get(value, value))
    return {kind: frozenset(values) for kind, values in found.items()}


def apart(one: str, other: str) -> bool:
    """Whether two texts are other members of one series: a mark of one kind in both, with no value in common (一季度 /
    二季度; 2024年 / 2025年)."""
    a, b = marks(one), marks(other)
    return any(not a[kind] & b[kind] for kind in a.keys() & b.keys())


def phase(headings: tuple[str, ...]) -> str | None:
    """The innermost heading that is a phase (…阶段, or from one day to another); None outside of phases."""
    return next((h for h in reversed(headings) if _PHASE.search(fold(h))), None)
