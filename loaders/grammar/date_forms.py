"""How plans print dates, and what day each means: 到2025年底 · 2018年6月底前 · 9月5日前 · “十四五”末 · 2023—2025年 · 每季度 · 长期坚持."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from graphmodel.patterns import pattern
from loaders.grammar.calendar_days import MONTH_OF_QUARTER, Day, day, five_year_plan, month_end, plan_ordinal
from loaders.grammar.numbers import number

__all__ = ["Day", "POINT", "RANGE", "When", "day", "five_year_plan", "month_end", "plan_ordinal", "whens"]

WhenKind = Literal["by", "in", "from", "range", "each", "continuous", "relative"]


@dataclass(frozen=True, slots=True)
class When:
    """A date in a text: ``printed`` stands at ``span`` of it; ``iso`` is as precise as printed (2025, 2025-06, 2025-12-31).

    ``last_day`` is the ISO day by which it is over ("" where no calendar says: 每年, 长期, 印发后3个月内), ``first_day`` the day it begins.
    ``opens``: nothing but 力争, 确保 and the like stands between the sentence's beginning and the date.
    """

    span: tuple[int, int]
    printed: str
    iso: str
    last_day: str
    kind: WhenKind
    first_day: str = ""
    opens: bool = False


_CN = "〇零○一二三四五六七八九十"
_YEAR = r"(?:(?:19|20)\d\d|[〇零○一二三四五六七八九]{4})"
_MD = rf"(?:\d{{1,2}}|[{_CN}]{{1,3}})"
_QUARTER = r"(?:第?[一二三四1-4]季度|[上下]半年)"
_DAY_PART = r"(?:上旬|中旬|下旬)"
_END = r"(?:年底|年末|年终|底|末)"
_SIDE = r"(?:之?前|以前|为止|止)"
# 2025年6月30日 · 2025年6月 · 2025年一季度 · 2025年底 · 2025年 · 2025-06-30 · 2025.6
_DATED = (
    rf"(?P<y>{_YEAR})(?:年度?(?:(?P<q>{_QUARTER})|(?P<m>{_MD})月份?(?:(?P<d>{_MD})[日号]|(?P<dp>{_DAY_PART}))?)?"
    rf"|[-/.](?P<m2>0?[1-9]|1[0-2])(?![\d.])(?:[-/.](?P<d2>0?[1-9]|[12]\d|3[01])(?!\d))?)"
)
# 9月5日 · 6月 · 今年三季度 · 年底 · 一季度: the year stands elsewhere
_YEARLESS = (
    rf"(?:(?P<rel>今年|本年度?|当年|明年|次年|后年)(?:(?P<q3>{_QUARTER})|(?P<m3>{_MD})月份?(?:(?P<d3>{_MD})[日号]|(?P<dp3>{_DAY_PART}))?)?"
    rf"|(?P<m4>{_MD})月份?(?:(?P<d4>{_MD})[日号]|(?P<dp4>{_DAY_PART}))?|(?P<q4>{_QUARTER})|(?P<bare>年底|年末|年终|年内|全年))"
)
# “十四五”期间 · 十四五末 · “十三五”规划期末
_PLAN = r"“?(?P<plan>十[一二三四五六七八九]?)五”?(?P<plan_part>时?期间|规划期内?末?|时期|期末|末|以来)?"
_CLOSE = rf"(?P<end>{_END})?(?P<year_in>年?内)?(?P<side>{_SIDE})?"
_HEAD = r"(?P<head>自|从|截至|截止到?|至|到|于|在|力争)?"
# 2024-2025年 · 2017年4月1日至2017年6月30日 · 8月27日至9月8日 · 2021年至2023年 · 5-8月
_DASH = r"(?:—{1,2}|-{1,2}|~|至|到)"
RANGE = pattern(
    rf"(?P<ry>{_YEAR})(?:年度?(?:(?P<rm>{_MD})月?(?:(?P<rd>{_MD})[日号])?)?(?P<rstart>起)?)?{_DASH}"
    rf"(?:(?P<ry2>{_YEAR})年度?(?:(?P<rm2>{_MD})月份?(?:(?P<rd2>{_MD})[日号])?)?(?P<rend>{_END})?"
    rf"|(?P<rm3>{_MD})月份?(?:(?P<rd3>{_MD})[日号])?(?P<rend3>底)?|(?P<rd4>{_MD})[日号])"
    rf"|(?<![\d.])(?P<sm>{_MD})(?:月(?:(?P<sd>{_MD})[日号])?)?{_DASH}(?:(?P<sm2>{_MD})月份?(?:(?P<sd2>{_MD})[日号])?(?P<send>底)?)"
    rf"|(?<![\d.])(?P<tm>{_MD})月(?P<td>{_MD})[日号]?{_DASH}(?P<td2>{_MD})[日号]"
)
POINT = pattern(rf"(?<![\d.〔\[])(?:{_HEAD})(?:{_DATED}|{_PLAN}|{_YEARLESS}){_CLOSE}")
_RANGE_TAIL = pattern(rf"年?(?:{_SIDE}|期间)?")
_SINCE = pattern(r"[年月日]?起|以来")
# 2025年|春节前, 2025年|春季学期结束前: a time of the year that no calendar fixes
_SEASON = pattern(
    r"(?:农历)?(?:春节|清明|端午|中秋|两节|双节|[寒暑]假|[春秋](?:季)?学期|开学|高考|中考|主?汛期?|入汛|入冬|[供采]暖[季期]|春耕|[夏秋]收|[三双]夏|封冻)"
    r"(?:期|结束|开始|来临|到来|放假|开学|备耕|生产)?(?:之?[前后初末]|以[前后]|期间|来临前|到来前|时)?"
)
_EACH = pattern(
    r"每(?:[一二两三四五六七八九十\d]{0,2}(?:个)?)(?:半年|年度?|季度?|月度?|周|日|天|旬|工作日|学期|届)(?:末|底|初)?"
    # 每年3月底前, 每月5日前
    r"(?:的?\d{1,2}月(?!\d)(?:底|末|初|[上中下]旬)?(?:\d{1,2}[日号])?)?(?:\d{1,2}[日号](?![内\d]))?(?:之?前|以前)?|逐年|逐月"
    r"|逐季|按[年季月](?=[^份])|分年度|年年"
)
_CONTINUOUS = pattern(
    r"(?:长期|持续|常态化?|经常性?|不间断|全程|全过程|一直|贯穿始终|常年|滚动)(?:地|性)?(?:坚持|推进|实施|开展|落实|推动|进行"
    r"|执行|抓好|保持|改进|完善|深化|跟进|加强|巩固|推行|监管|工作|任务)?|常抓不懈|全年推进|长期任务"
)
# 于本文印发后3个月内 · 自发布之日起30日内 · 3年内 · 用5年时间 · 5个工作日内
_RELATIVE = pattern(
    rf"(?:[自于在]?(?:本?(?:文件?|方案|意见|通知|通告|办法|规定|计划|决定|规划|分工方案)?)?(?:印发|发布|下发|公布|实施|施行|颁布"
    rf"|批准|签订|成立)(?:之日)?(?:起|后|以后))?(?:的)?(?:今后|未来|用|利用|力争用?)?"
    rf"(?P<n>\d{{1,4}}|半|[{_CN}两]{{1,3}})(?:[-~—至到](?P<n2>\d{{1,3}}|[{_CN}两]{{1,2}}))?个?(?P<u>年|月|工作日|日|天|周|季度"
    rf"|小时)(?:左右)?(?:的?时间)?(?:之内|以内|内|时间)"
)
_FORCE = pattern(r"^(?:[(（“\s]|力争|争取|确保|计划|预计|原则上|要|须|应|必须|工作目标|目标|完成时限|时限|其中|并|且|同时|到|于|在|:)*$")
_NOT_A_DATE = pattern(r"^(?:本(?=[)》]|$)|版|号|元|度?(?:产业结构)?(?:目录|工作要点|要点|工作计划)》)")
# 压缩至|4个月以内, 控制在|20分钟以内: a measured time, no date
_MEASURED = pattern(
    r"(?:[压缩短降减低少延]到|[缩短降减低少减延]至|控制在|限制在|不超过|不高于|不低于|不少于|不多于|少于|多于|低于|高于|大于|小于"
    r"|超过|达到?|约|(?:天数|时间|时限|周期|时长)[至到]|为|至少|稳定在|保持在|[至到过于少]\d{1,4}个?[和、及])$"
)
_BASE_TAIL = pattern(r"^(?:的)?(?:为基[期准数]|基期|基础上|水平|同期|相比|的\d|的(?:百分之)?[\d一二三四五六七八九十])")
_SKIP = pattern(r"《[^《》]{0,80}》|〔[^〔〕]{0,12}〕\d{0,5}号?|\[(?:19|20)\d\d\]\d{0,5}号?")
_CHEAP = pattern(r"[年月日天]|季度|五”|五[时规期末]|持续|长期|常态|[12]\d{3}[-/.]|每周|经常|常抓|滚动|工作日|不间断|全过程|全程|贯穿|小时|五期")


def _int(word: str | None) -> int | None:
    value = number(word) if word else None
    return int(value) if value is not None else None


def _guess_year(month: int, last_year: int | None, plan_date: str | None) -> int | None:
    """The year of a date without one: the last year printed before it, else the plan's own year, or the next when that month is over."""
    if last_year is not None:
        return last_year
    if plan_date is None:
        return None
    year, now = int(plan_date[:4]), int(plan_date[5:7] or 1) if len(plan_date) >= 7 else 1
    return year if month >= now else year + 1


def _point(m: re.Match[str], last_year: int | None, plan_date: str | None) -> tuple[Day | None, WhenKind, int | None]:
    """What a match of POINT covers, how, and the year it was printed with."""
    closed = bool(m["end"] or m["side"])
    at_end = bool(m["end"])
    how: WhenKind = "by" if closed or m["head"] in ("到", "至", "截至", "截止", "截止到") else "from" if m["head"] in ("自", "从") else "in"
    if m["plan"]:
        ordinal = plan_ordinal(m["plan"])
        if ordinal is None:
            return None, how, None
        first, last = five_year_plan(ordinal)
        ends = at_end or "末" in (m["plan_part"] or "")
        return Day(last if ends else last[:4], first, last), ("by" if ends or how == "by" else "range"), None
    if m["y"]:
        year = _int(m["y"])
        assert year is not None
        quarter = m["q"]
        month, date, part = _int(m["m"] or m["m2"]), _int(m["d"] or m["d2"]), m["dp"]
        return day(year, month, date, part, quarter, at_end), how, year
    month, date, part = _int(m["m3"] or m["m4"]), _int(m["d3"] or m["d4"]), m["dp3"] or m["dp4"]
    quarter = m["q3"] or m["q4"]
    own = int(plan_date[:4]) if plan_date else None
    if m["rel"]:
        if own is None:
            return None, "relative", None
        year = own + {"明": 1, "次": 1, "后": 2}.get(m["rel"][0], 0)
        return day(year, month, date, part, quarter, at_end), how, year
    if m["bare"]:
        year = last_year if last_year is not None else own
        if year is None:
            return None, "relative", None
        return day(year, at_end=m["bare"] not in ("全年", "年内")), ("in" if m["bare"] == "全年" else "by"), None
    if month is not None and not 1 <= month <= 12:
        return None, how, None
    closing = month or (6 if quarter == "上半年" else 12 if quarter == "下半年" else MONTH_OF_QUARTER[quarter.strip("第季度")])
    guessed = _guess_year(closing, last_year, plan_date)
    if guessed is None:
        return None, "relative", None
    return day(guessed, month, date, part, quarter, at_end), how, None


def _range(m: re.Match[str], last_year: int | None, plan_date: str | None) -> tuple[Day | None, int | None]:
    """First and last day of a match of RANGE."""
    if m["ry"]:
        y1 = _int(m["ry"])
        assert y1 is not None
        y2 = _int(m["ry2"]) or y1
        m1, d1 = _int(m["rm"]), _int(m["rd"])
        m2, d2 = _int(m["rm2"] or m["rm3"]), _int(m["rd2"] or m["rd3"] or m["rd4"])
        if m["rd4"]:
            m2 = m1
        if y2 < y1 or y2 - y1 > 40 or (m["ry2"] is None and m1 is None and m["rd4"]):
            return None, None
        a, b = day(y1, m1, d1), day(y2, m2, d2, at_end=bool(m["rend"] or m["rend3"]))
        year: int | None = y2
    else:
        m1, d1 = _int(m["sm"] or m["tm"]), _int(m["sd"] or m["td"])
        m2, d2 = (_int(m["sm2"]), _int(m["sd2"])) if m["sm"] else (m1, _int(m["td2"]))
        if m1 is None or m2 is None or not (1 <= m1 <= 12 and 1 <= m2 <= 12):
            return None, None
        guessed = _guess_year(m2, last_year, plan_date)
        if guessed is None:
            return None, None
        a, b, year = day(guessed - (m1 > m2), m1, d1), day(guessed, m2, d2, at_end=bool(m["send"])), None
    return (Day(b.iso, a.first, b.last), year) if a and b and a.first <= b.last else (None, None)


@lru_cache(maxsize=64)
def whens(text: str, plan_date: str | None = None) -> tuple[When, ...]:
    """All dates in a folded text, in order. Years to compare with (较2020年), document numbers and titles in 《》 are none.

    ``plan_date`` (ISO) gives dates without a year one, unless a year stands before them in the text.
    """
    if not _CHEAP.search(text):
        return ()
    blocked = [m.span() for m in _SKIP.finditer(text)] if "《" in text or "〔" in text or "[" in text else []
    found: list[When] = []
    last_year: int | None = None
    at = 0
    for m in _SCAN.finditer(text):
        a, b = m.span()
        if a < at or any(x <= a < y for x, y in blocked):
            continue
        got = _read(text, a, last_year, plan_date)
        if got is None:
            continue
        when, year = got
        last_year = year or last_year
        at = max(when.span[1], a + 1)
        if when.kind != "in" or when.iso or when.last_day:
            found.append(when)
    return tuple(w for w in found if not _is_base(text, w))


# where a date may begin: a year, a month, 十四五, 年底, 每, 长期, 3个月内
_SCAN = pattern(
    rf"(?:自|从|截至|截止到?|至|到|于|在)?(?:(?<!\d)(?:19|20)\d\d(?=[年\-/.~—至到])"
    rf"|(?<![{_CN}])[一二]〇[〇零○一二三四五六七八九]{{2}}(?=年)|今年|本年|当年|明年|次年|后年"
    rf"|“?十[一二三四五六七八九]?五[”时规期末]"
    rf"|(?<![\d.]){_MD}(?:月|[-~—至到]{_MD}月)|[上下]半年|第?[一二三四1-4]季度|年底|年末|年终|年内|全年)"
    r"|每(?=[一二两三四五六七八九十\d]{0,2}个?(?:半年|年|季|月|周|日|天|旬|工作日|学期|届))|逐[年月季]|按[年季月](?!份)|分年度|年年"
    r"|(?:长期|持续|常态|经常|不间断|全程|全过程|一直|贯穿始终|常年|滚动|常抓不懈)"
    rf"|(?:[自于在](?=[^,;。]{{0,12}}[起后]))?(?:本(?:文|方案|意见|通知|办法|规定|计划|决定))?(?:印发|发布|下发|公布|实施|施行"
    rf"|颁布|批准|签订|成立)(?:之日)?(?:起|后)|(?<![\d.第])(?:\d{{1,4}}|半|[{_CN}两]{{1,3}})(?:[-~—至到](?:\d{{1,3}}"
    rf"|[{_CN}两]{{1,2}}))?个?(?:年|月|工作日|日|天|周|季度|小时)(?:左右)?的?(?:时间|之内|以内|内)"
)


def _read(text: str, a: int, last_year: int | None, plan_date: str | None) -> tuple[When, int | None] | None:
    """The date that begins at ``a``, and the year printed with it."""
    opens = _opens(text, a)
    m = RANGE.match(text, a + (text[a] in "自从于在到至"))
    if m:
        span_day, year = _range(m, last_year, plan_date)
        end = m.end()
        tail = _RANGE_TAIL.match(text, end)
        end = tail.end() if tail else end
        if span_day is not None:
            return When((a, end), text[a:end], span_day.iso, span_day.last, "range", span_day.first, opens), year
        if plan_date is None and last_year is None and not m["ry"] and _range(m, 2000, None)[0]:
            return When((a, end), text[a:end], "", "", "relative", "", opens), None  # 7月11日至10月31日 of a year that nobody prints
    for shape, kind in ((_RELATIVE, "relative"), (_EACH, "each"), (_CONTINUOUS, "continuous")):
        m = shape.match(text, a)
        if m and not (kind == "relative" and _MEASURED.search(text, max(0, a - 10), a)):
            return When((a, m.end()), m[0], "", "", kind, "", opens), None  # type: ignore[arg-type]
    m = POINT.match(text, a)
    if m is None:
        return None
    point, how, year = _point(m, last_year, plan_date)
    end = m.end()
    since = _SINCE.match(text, end)
    if since and how in ("in", "range", "from"):
        end, how = since.end(), "from"
    if _NOT_A_DATE.match(text[end : end + 12]):
        return None
    season = _SEASON.match(text, end) if m["y"] and not (m["m"] or m["m2"] or m["q"] or m["end"] or m["side"]) else None
    if season and point:
        return When((a, season.end()), text[a : season.end()], point.iso, "", "in", "", opens), year
    if point is None:
        return (When((a, end), text[a:end], "", "", "relative", "", opens), None) if how == "relative" else None
    return When((a, end), text[a:end], point.iso, point.last, how, point.first, opens), year


def _opens(text: str, a: int) -> bool:
    start = max(text.rfind("。", max(0, a - 14), a), text.rfind(";", max(0, a - 14), a), text.rfind("\n", max(0, a - 14), a)) + 1
    return (start > 0 or a <= 12) and bool(_FORCE.match(text[start:a]))


def _is_base(text: str, w: When) -> bool:
    """较2020年, 以2015年为基期, 由2020年的35%: a year to compare with, no date of work."""
    if w.kind in ("each", "continuous", "relative"):
        return False
    before, after = text[max(0, w.span[0] - 3) : w.span[0]], text[w.span[1] : w.span[1] + 6]
    if pattern(r"(?:较|(?<!占)比|相比|对比|同比|与|以|由|高于|低于)$").search(before):
        return True
    return bool(_BASE_TAIL.match(after)) and (w.kind in ("in", "from")) and not after.startswith("水平")
