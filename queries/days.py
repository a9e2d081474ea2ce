"""Days and stretches of days as plans print them: 2023年3月10日至3月31日 · 5—8月 · 2024年底前 · 9月30日前."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from graphmodel.patterns import pattern
from graphmodel.plan import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of days printed at ``span``. ``whole``: its ends are whole months or years, not days. ``limit``: the words set a last day
    (底, 前) and no more."""

    span: Span
    first: date
    last: date
    whole: bool
    limit: bool


_YEAR = r"(?:19|20)\d\d"
_DASH = r" ?(?:—{1,2}|-{1,2}|~|至|到) ?"
_PART = r"上旬|中旬|下旬|月?底|月?末|月?初"


def _point(n: int) -> str:
    """2023年3月10日 · 3月上旬 · 2023.3.10 · 2023年, its groups numbered."""
    return (
        rf"(?:(?P<y{n}>{_YEAR}) ?年 ?)?(?P<m{n}>1[0-2]|0?[1-9]) ?月份?(?: ?(?P<d{n}>[12]\d|3[01]|0?[1-9]) ?[日号]|(?P<p{n}>{_PART}))?"
        rf"|(?P<Y{n}>{_YEAR})\.(?P<M{n}>1[0-2]|0?[1-9])(?:\.(?P<D{n}>[12]\d|3[01]|0?[1-9]))?(?![\d.])"
        rf"|(?P<z{n}>{_YEAR}) ?年(?!度)"
    )


_SHORT = r"(?P<a>1[0-2]|0?[1-9])(?=[-—~至到]{1,2}(?:1[0-2]|0?[1-9])月)"  # 5—8月
_LAST_DAY = r"(?P<b>[12]\d|3[01]|0?[1-9]) ?[日号]"  # 3月10日—25日
_STRETCH = pattern(
    rf"(?<![\d.])(?:(?:(?P<ys>{_YEAR}) ?年 ?)?{_SHORT}|{_point(1)})(?:{_DASH}(?:{_point(2)}|{_LAST_DAY})(?P<e2>底|末)?)?(?P<e1>底|末)?(?P<side>之?前|以前|止)?"
)


def stretches(text: str, year: int | None = None) -> list[Stretch]:
    """The stretches of days in a folded text, in order. ``year``: of dates printed without one; None leaves those out. Days that no
    calendar has are left out."""
    found: list[Stretch] = []
    for m in _STRETCH.finditer(text):
        got = _read(m, year)
        if got is not None:
            found.append(got)
            year = got.last.year if year is not None else None
    return found


def _read(m: re.Match[str], year: int | None) -> Stretch | None:
    first = _ends(m, "1", year)
    if m["a"]:
        own = int(m["ys"]) if m["ys"] else year
        first = _month(own, int(m["a"])) if own else None
    if first is None:
        return None
    second: tuple[date, date] | None = first
    ranged = True
    if m["b"]:
        second = _days(first[0].year, first[0].month, int(m["b"]))
    elif m["m2"] or m["M2"] or m["z2"]:
        second = _ends(m, "2", first[0].year)
        if second and second[1] < first[0] and not (m["y2"] or m["M2"] or m["z2"]):
            second = _ends(m, "2", first[0].year + 1)  # 11月至3月
    else:
        ranged = False
    if second is None or second[1] < first[0]:
        return None
    side = bool(m["side"] or m["e1"] or m["e2"] or m["p1"] and m["p1"][-1] in "底末")
    whole = not (m["d1"] or m["D1"]) and not (m["d2"] or m["D2"] or m["b"])
    return Stretch(m.span(), first[0], second[1], whole, side and not ranged)


def _ends(m: re.Match[str], n: str, year: int | None) -> tuple[date, date] | None:
    if m["z" + n]:
        return date(int(m["z" + n]), 1, 1), date(int(m["z" + n]), 12, 31)
    if m["Y" + n]:
        own, month, day = int(m["Y" + n]), int(m["M" + n]), m["D" + n]
        return _days(own, month, int(day)) if day else _month(own, month)
    if not m["m" + n]:
        return None
    printed = m["y" + n]
    at = int(printed) if printed else year
    if at is None:
        return None
    month, day = int(m["m" + n]), m["d" + n]
    return _days(at, month, int(day)) if day else _month(at, month, m["p" + n] or "")


def _days(year: int, month: int, day: int) -> tuple[date, date] | None:
    if day > monthrange(year, month)[1]:
        return None
    return date(year, month, day), date(year, month, day)


def _month(year: int, month: int, part: str = "") -> tuple[date, date]:
    a, b = {"上旬": (1, 10), "中旬": (11, 20), "初": (1, 10), "下旬": (21, 31)}.get(part, (1, 31))
    end = monthrange(year, month)[1]
    return date(year, month, a), date(year, month, min(b, end))


def day_of(iso: str | None) -> date | None:
    """The last day of an ISO date as precise as printed (2025, 2025-06, 2025-06-30); None for what is none."""
    from queries.facts import last_day

    try:
        return date.fromisoformat(last_day(iso) or "")
    except ValueError:
        return None


def said(day: date) -> str:
    """2025年6月30日."""
    return f"{day.year}年{day.month}月{day.day}日"
