"""Days that no calendar has: 2025年13月, 2月30日, 6月31日."""

from __future__ import annotations

import calendar
from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.patterns import pattern
from queries.damaged import Paper, Spot, damage

_DAY = pattern(
    r"(?<![\d.\-~—/])(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>\d{1,2})月"
    r"(?:(?P<day>\d{1,2})(?:日|号(?![文令楼线院]))|(?=[底末初前]|[上中下]旬|之前|以前)|(?P<plain>))(?![龄份]\S{0,2}(?:儿|婴|幼))"
)
_LEAP = 2024  # where no year is printed, 29 February may be


@damage
def in_no_calendar(paper: Paper) -> Iterator[Spot]:
    """A month beyond twelve (by itself only after a year or before 底, 前, 上旬: 18月龄 is an age), or a day beyond its month."""
    for m in _DAY.finditer(paper.folded):
        month, year = int(m["month"]), int(m["year"] or _LEAP)
        if 1 <= month <= 12:
            if m["day"] and not 1 <= int(m["day"]) <= calendar.monthrange(year, month)[1]:
                yield Spot(m.span(), Words("日历上没有这一天", "no calendar has this day"))
        elif m["year"] or m["plain"] is None:
            yield Spot(m.span(), Words("日历上没有这个月份", "no calendar has this month"))
