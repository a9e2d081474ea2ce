"""The calendar behind printed dates: what day, month, quarter, year and five-year plan begin and end with."""

from __future__ import annotations

import calendar
from dataclasses import dataclass

MONTH_OF_QUARTER = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}
_PLANS = {w: 10 + i for i, w in enumerate(("十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九"))}


def month_end(year: int, month: int) -> str:
    """The last day of a month as an ISO date."""
    return f"{year:04d}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"


def five_year_plan(ordinal: int) -> tuple[str, str]:
    """First and last day of the n-th five-year plan: 14 -> 2021-01-01, 2025-12-31."""
    first = 1951 + 5 * ordinal
    return f"{first}-01-01", f"{first + 4}-12-31"


def plan_ordinal(word: str) -> int | None:
    """十四 -> 14, as in 十四五; None when it is no plan that has been."""
    return _PLANS.get(word)


@dataclass(frozen=True, slots=True)
class Day:
    """A date as precise as printed, with the first and last day it covers."""

    iso: str
    first: str
    last: str


def day(year: int, month: int | None = None, date: int | None = None, part: str | None = None, quarter: str | None = None, at_end: bool = False) -> Day | None:
    """What a printed date covers; None when no calendar has it (13月, 2月30日)."""
    if quarter:
        if "半年" in quarter:
            first, last = (1, 6) if quarter[0] == "上" else (7, 12)
        else:
            last = MONTH_OF_QUARTER[quarter.strip("第季度")]
            first = last - 2
        end = month_end(year, last)
        return Day(end, f"{year}-{first:02d}-01", end)
    if month is None:
        last_day = f"{year}-12-31"
        return Day(last_day if at_end else str(year), f"{year}-01-01", last_day)
    if not 1 <= month <= 12:
        return None
    end = month_end(year, month)
    if date is not None:
        if not 1 <= date <= int(end[-2:]):
            return None
        iso = f"{year}-{month:02d}-{date:02d}"
        return Day(iso, iso, iso)
    if part:
        a, b = {"上": (1, 10), "中": (11, 20), "下": (21, int(end[-2:]))}[part[0]]
        iso = f"{year}-{month:02d}-{b:02d}"
        return Day(iso, f"{year}-{month:02d}-{a:02d}", iso)
    return Day(end if at_end else f"{year}-{month:02d}", f"{year}-{month:02d}-01", end)
