"""How often something comes: 每半年 · 每季度末5日内 · 按月 · 月通报 · 一年两次, in days; and the words that do not say (定期, 适时)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graphmodel.patterns import pattern
from graphmodel.plan import Span

_UNIT = {"半年": 180, "半月": 15, "季": 90, "双月": 60, "年": 365, "月": 30, "旬": 10, "周": 7, "星期": 7, "天": 1, "日": 1}
_NUMBER = {"一": 1, "两": 2, "二": 2, "双": 2, "三": 3, "四": 4, "六": 6}
_NAMES = {1: "每日", 7: "每周", 10: "每旬", 14: "每两周", 15: "每半月", 30: "每月", 60: "每两个月", 90: "每季度", 180: "每半年", 365: "每年"}
_ENGLISH = {1: "daily", 7: "weekly", 10: "every ten days", 14: "every two weeks", 15: "twice a month", 30: "monthly", 60: "every two months",
            90: "quarterly", 180: "half-yearly", 365: "yearly"}  # fmt: skip
_PERIOD = "半年|半个?月|双月|季|年|月|旬|周|星期|天|日"
_WORK = r"(?=度?(?:调度|通报|报告|督查|督导|考核|考评|例会|会商|小结|评价|报制))"
_INTERVAL = pattern(
    rf"每(?P<n>[一两二三四六1-6])?个?(?P<p>{_PERIOD})度?(?![工计产增减均])(?:末|初|底)?(?P<times>[^,。;]{{0,12}}?(?P<t>[一两二三四1-4]) ?次)?"
    rf"|[按逐](?P<q>季|月|年|半年|周|旬)(?!份)|(?P<h>半)年(?:召开|报送|开展|听取)?一次|一(?P<r>[年季月周])一[次考报查评通调会]"
    rf"|(?<![\d一二两三四五六七八九十每按逐半本当全数个])(?P<s>[月季周]){_WORK}"
)
_VAGUE = pattern(r"定期(?:或|、|与|和)?不定期|不定期|定期(?!存款|体检)|适时|经常性?(?=地?(?:召开|调度|开展|督|检查|听取|通报))|及时(?=召开|组织召开)")


@dataclass(frozen=True, slots=True)
class Interval:
    """``days`` between two times, as printed at ``span``."""

    days: int
    span: Span


def intervals(words: str) -> list[Interval]:
    """The intervals printed in folded words."""
    found = []
    for m in _INTERVAL.finditer(words):
        days = _days(m)
        if days:
            found.append(Interval(days, m.span()))
    return found


def _days(m: re.Match[str]) -> int:
    if m["h"]:
        return 180
    unit = next(u for u in (m["p"], m["q"], m["r"], m["s"]) if u)
    days = _UNIT[unit.replace("个", "")]
    if m["n"]:  # 每两周
        days *= _NUMBER.get(m["n"]) or int(m["n"])
    if m["t"] and m["p"]:
        times = _NUMBER.get(m["t"]) or int(m["t"])
        days = {(365, 2): 180, (365, 4): 90, (30, 2): 15}.get((days, times), days // times)
    return days


def vague(words: str) -> Span | None:
    """Where folded words name a frequency that is none (定期, 适时); None where they do not."""
    m = _VAGUE.search(words)
    return m.span() if m else None


def said_zh(days: int) -> str:
    """每季度 for 90."""
    return _NAMES.get(days, f"每{days}天")


def said_en(days: int) -> str:
    """quarterly for 90."""
    return _ENGLISH.get(days, f"every {days} days")
