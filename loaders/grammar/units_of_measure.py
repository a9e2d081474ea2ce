"""Units of measure as plans print them: 万元/吨标准煤, 平方米/人, 万支, 个百分点, 亿立方米; listed in units_of_measure.csv."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from pathlib import Path

from graphmodel.patterns import pattern

KIND: dict[str, str] = {}
with (Path(__file__).parent / "units_of_measure.csv").open(encoding="utf-8", newline="") as _rows:
    for _row in csv.DictReader(_rows):
        KIND[_row["unit"]] = _row["kind"]

SCALE = r"(?:万亿|千万|百万|十万|千亿|百亿|十亿|万|亿|千(?!米|克|瓦|伏)|百|兆(?=瓦))"
_ATOM = "|".join(re.escape(u) for u in sorted(KIND, key=len, reverse=True))
_PER = r"(?:人(?:·[年月日次])?|户|年|月|日|天|时|小时|分钟|秒|次|万人|千人|万元(?:GDP)?|元|床|车|村|公里|千人口|万人口|千公里)"
# 万元/吨标准煤 · m3/万元 · 元/(人·年) · 个/万人
UNIT = rf"(?:/(?:10|十)?[万千]人?|{SCALE}?(?:{_ATOM})(?:/(?:\({_PER}(?:·{_PER})?\)|(?:月|年|天|日)[·.]平方公里|平方公里[·.](?:月|年)|{SCALE}?(?:{_ATOM})|{_PER}))?)"


@lru_cache(maxsize=4096)
def kind_of(unit: str) -> str:
    """What a unit counts or measures: the kinds of units_of_measure.csv, rate (A/B), other for what is not listed, "" for no unit."""
    if not unit:
        return ""
    if "/" in unit:
        return "rate"
    bare = pattern(rf"^{SCALE}(?=.)").sub("", unit) if unit not in KIND else unit
    return KIND.get(bare, "other")
