"""Dates and deadlines of a plan: the dates in a text, the date of a header, and the day by which a task is due."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from graphmodel.patterns import pattern
from graphmodel.plan import Deadline
from graphmodel.text import fold
from loaders.grammar.date_forms import When, day, whens
from loaders.grammar.numbers import number

__all__ = ["When", "Where", "date_of", "deadline", "whens"]
Where = Literal["label", "text", "heading"]

_CN = "〇零○一二三四五六七八九十廿"
# 2017年3月27日 · 二〇一八年七月二十六日
_FULL = pattern(
    rf"((?:19|20)\d\d|[〇零○ＯO一二三四五六七八九0]{{4}})\s{{0,3}}年\s{{0,3}}(\d{{1,2}}"
    rf"|[{_CN}]{{1,3}})\s{{0,3}}月\s{{0,3}}(\d{{1,2}}|[{_CN}]{{1,3}})\s{{0,3}}[日号]"
)
_ISO = pattern(r"(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_ETERNAL = pattern(r"长期|持续|常态|经常|不间断|常抓|全程|贯穿|一直|滚动|日常|常年")
_AGAIN = pattern(r"每[一二两三四\d]{0,2}个?(?:半年|年|季|月|周|日|天|旬|学期)|逐[年月季]|分年度|按[年季月]|定期|年度")
_AFTER = pattern(r"(?:印发|发布|下发|公布|实施|施行|之日)(?:之日)?(?:起|后)|立即|即时|及时|立行立改|即知即改|内$|内完成|随时|适时")
_BARE_YEARS = pattern(r"\s*(?:(?:19|20)\d\d\s?(?:-|—{1,2}|~|至|到)\s?)?((?:19|20)\d\d)\s*")  # 2025 · 2023-2025
_YEARS_OWN = pattern(r"[^,。;、]{0,8}?(?:计划|方案|报告|总结|考核|目录|预算|决算|项目|要点|清单|任务|目标|审计|规划)")  # 2024年度|学习计划
_BEFORE_NOW = pattern(r"(?:之?前)?(?:已|以来)")  # 2020年|已达标的街道
_CLOSES = pattern(r"(?:完成|办结|落实|建成|实现)?[)]?。?$")
_PHASE = pattern(r"^[^。;,:()]{2,24}(?:阶段|环节|步)\s?\([^()]{4,40}\)")  # 总结提升阶段(6月1日至6月10日)。各单位6月8日前…
_TITLE = pattern(r"^[^。;,:]{2,30}[。]")


def date_of(text: str) -> str | None:
    """The first full date of a header as ISO: 2017年3月27日, 二〇一八年七月二十六日, 2016-12-27; None without one."""
    folded = fold(text)
    for m in sorted([*_FULL.finditer(folded), *_ISO.finditer(folded)], key=lambda m: m.start()):
        y, mo, d = (m[1], m[2], m[3]) if m.lastindex == 3 else (m[1], m[3], m[4])
        values = [number(pattern("[ＯO0](?=[^\\d]|$)").sub("〇", w) if not w.isdigit() else w) for w in (y, mo, d)]
        if None in values:
            continue
        year, month, date = (int(v) for v in values if v is not None)
        found = day(year, month, date)
        if found:
            return found.iso
    return None


def deadline(label_value: str | None, text: str, heading: str = "", plan_date: str | None = None) -> tuple[Deadline, Where | None]:
    """When a task as a whole is due, and which of the three texts says so; the deadline's span is relative to that one.

    Its label decides (完成时限:2017年11月); else a date that opens or closes its text and is the only one there (9月底前,… · …,6月底完成);
    else the only date of a short text, where it is earlier than the heading's (a phase, 9月5日前完成); else the heading's; else that only date.
    """
    if label_value and label_value.strip():
        return _of_label(label_value, plan_date), "label"
    firm, loose = _of_text(text, plan_date)
    if firm:
        return firm, "text"
    above = _of_heading(heading, plan_date) if heading else None
    if above and not (loose and loose.date and above.date and loose.date < above.date):
        return above, "heading"
    if loose:
        return loose, "text"
    return Deadline(), None


# 整改时限:3个月 | 两年 | 20个工作日
_FOR = pattern(r"(?:\d{1,2}|[一二两三四五六七八九十半]{1,3})(?:个半?月|年|天|周|个?工作日|个季度|个?小时)")


def _of_label(value: str, plan_date: str | None) -> Deadline:
    word = fold(value)
    a, b = len(word) - len(word.lstrip()), len(word.rstrip())
    printed, span = value[a:b], (a, b)
    dated = [w for w in whens(word, plan_date) if w.last_day and w.kind != "from"]
    if _AGAIN.search(word) and (not dated or _AGAIN.search(word[: dated[0].span[0]]) is not None):
        return Deadline(None, printed, "recurring", span)
    if dated:
        return Deadline(max(w.last_day for w in dated), printed, "date", span)
    if _ETERNAL.search(word):
        return Deadline(None, printed, "continuous", span)
    bare = _BARE_YEARS.fullmatch(word)
    if bare:
        return Deadline(f"{bare[1]}-12-31", printed, "date", span)
    if _AFTER.search(word) or _FOR.fullmatch(word.strip()) or whens(word, plan_date):
        return Deadline(None, printed, "relative", span)
    return Deadline(None, printed, "none", span)


def _of_text(text: str, plan_date: str | None) -> tuple[Deadline | None, Deadline | None]:
    """A firm deadline (it opens or closes the text) and a loose one (the only date of a short text)."""
    dated = [w for w in whens(text, plan_date) if w.last_day and w.kind != "from" and not _told_of(w, text, plan_date)]
    if not dated:
        again = _each_year(text, plan_date)
        return again if any(again) or plan_date else _of_no_year(text)
    if len({w.last_day for w in dated}) != 1 and not (dated[0].kind == "range" and _PHASE.match(text, 0, dated[0].span[1] + 2)):
        return None, None
    w = dated[0]
    result = Deadline(w.last_day, w.printed, "date", w.span)
    title = _TITLE.match(text)
    body = title.end() if title and title.end() < len(text) and title.end() <= w.span[0] else 0
    sentences = text[body:].count("。") + (not text.rstrip().endswith("。"))
    before = pattern("[。;]").split(text[body : w.span[0]])
    closes = _CLOSES.match(text, w.span[1]) is not None
    if (w.opens and len(before) == 1 and sentences <= 2) or closes or (w.kind == "range" and sentences <= 1):
        return result, None
    if w.kind == "in" and any(x.kind == "each" for x in whens(text, plan_date)):
        return None, None  # 每年实施1000个,2019年认定100个
    told = w.kind in ("by", "range") or pattern(r"\d{4}|〇").search(w.printed)  # 一季度 alone may only say which quarter is meant
    return None, result if told and sentences <= 3 else None


# 6月底前, 7月11日至10月31日, 年底前 and no year in sight
_OF_NO_YEAR = pattern(r"(?:\d{1,2}月|季度|半年|年[底末终]).{0,6}(?:[前底末止]|[至到~—-]+\d{1,2}月?(?:\d{1,2}[日号])?)$|[至到].{0,3}\d{1,2}月(?:\d{1,2}[日号])?$")


def _of_no_year(text: str) -> tuple[Deadline | None, Deadline | None]:
    """The words of the only such date where neither the text nor the plan says of which year: no day is known, the words are kept."""
    found = [w for w in whens(text) if w.kind == "relative" and _OF_NO_YEAR.search(w.printed)]
    if len(found) > 1 and _PHASE.match(text, 0, found[0].span[1] + 2):
        found = found[:1]
    if len(found) != 1 or text.count("。") > 3:
        return None, None
    told = Deadline(None, found[0].printed, "relative", found[0].span)
    return (told, None) if found[0].opens or _CLOSES.match(text, found[0].span[1]) else (None, told)


# 每年4月底前, 每季度末: a day that comes again, when something other than a report is due
_DUE_AGAIN = pattern(r"每(?:年|半年|季度?|月)\S{0,8}(?:前|底|末)$")
_REPORTS = pattern(r"[^。;]{0,40}(?:报送|上报|汇报|报备|反馈|通报|报[省市县区局委厅部国]|(?:书面)?报(?:至|到|给)|向[^,。;]{2,24}报告)")


def _each_year(text: str, plan_date: str | None) -> tuple[Deadline | None, Deadline | None]:
    """The day of each year (or month) by which a text says its work is due; the dates of reports are none."""
    again = [w for w in whens(text, plan_date) if w.kind == "each" and _DUE_AGAIN.match(w.printed) and not _REPORTS.match(text, w.span[1])]
    if len(again) != 1 or text.count("。") > 4:
        return None, None
    found = Deadline(None, again[0].printed, "recurring", again[0].span)
    return (found, None) if again[0].opens else (None, found)


# “十四五”规划 is a name, 十四五末 and 十四五期间 are dates
_FIVE_YEARS = pattern(r"[一二三四五六七八九十]{1,3}五")
_OF_FIVE_YEARS = pattern(r"[”\"’]?(?:末|期末|期间|时期|期内|底|年底)")


def _told_of(w: When, text: str, plan_date: str | None) -> bool:
    """The date is only told of: the name of a five-year plan, or a day long before the plan's own."""
    named = bool(_FIVE_YEARS.search(w.printed)) and not (_OF_FIVE_YEARS.search(w.printed) or _OF_FIVE_YEARS.match(text, w.span[1]))
    named = named or w.printed.endswith("年度") and bool(_YEARS_OWN.match(text, w.span[1]))
    return named or bool(_BEFORE_NOW.match(text, w.span[1])) or bool(plan_date and w.last_day and w.last_day < f"{plan_date[:4]}-01-01")


@lru_cache(maxsize=1_000)
def _of_heading(heading: str, plan_date: str | None) -> Deadline | None:
    dated = [w for w in whens(fold(heading), plan_date) if w.last_day and w.kind in ("by", "range")]
    if not dated:
        return None
    last = max(dated, key=lambda w: w.last_day)
    return Deadline(last.last_day, heading[last.span[0] : last.span[1]], "date", last.span)
