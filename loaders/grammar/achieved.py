"""Figures that report what has been done already: 2019年以来累计完成改造320个 · 截至2021年底,建成充电桩3000个."""

from __future__ import annotations

from bisect import bisect_left

from graphmodel.patterns import pattern
from loaders.grammar.date_forms import When
from loaders.grammar.figures import Figures

_BACK = 160  # characters of a sentence that are looked at before a figure
_SENTENCE = pattern(r"[。!?;\n]")
# 近三年来 · 截至目前; 2019年以来 and 截至2021年底 are dates
_SINCE = pattern(
    r"近[一二两三四五六七八九十\d]{1,2}年来|(?:截至|截止)(?:到)?目前|到目前为止|(?:目前|当前),|已(?:累计)?(?:建成|完成|实现|达到)(?!的|任务)"
    r"|(?<![较比同在以按照据超到])(?:去年|上年度?|上一年度?)(?!同期|相比|基础|水平|末|底|的)"
)
_AHEAD = pattern(r"力争|争取|力求|确保|计划(?!生育|指标)|预计|将|目标|下一步|今年|今后|明年|年内|基础上|再|进一步")


def achieved(f: Figures, at: int) -> bool:
    """Whether the sentence of a figure at ``at`` looks back there: 以来, a day or a year (2021年,…) before the plan's own, and no word or day of what is to come since."""
    begin = max(0, at - _BACK)
    for end in _SENTENCE.finditer(f.masked, begin, at):
        begin = end.end()
    marks = [m.end() for m in _SINCE.finditer(f.masked, begin, at)]
    dates = f.dates[bisect_left(f.dates, begin, key=_start) : bisect_left(f.dates, at, key=_start)]
    marks += [w.span[1] for w in dates if _looks_back(f, w) or (w.opens and w.kind in ("in", "range") and _before_the_plan(f, w))]
    if not marks:
        return False
    since = max(marks)
    ahead = any(w.span[0] >= since and w.iso and not _before_the_plan(f, w) for w in dates)
    return not ahead and not _AHEAD.search(f.masked, since, at)


def _start(w: When) -> int:
    return w.span[0]


def _looks_back(f: Figures, w: When) -> bool:
    if w.printed.endswith("以来") or f.text[w.span[1] : w.span[1] + 2] == "以来":
        return True
    return (w.printed.startswith(("截至", "截止")) or w.printed.endswith(("五”期间", "五期间", "五”时期", "五时期"))) and _before_the_plan(f, w)


def _before_the_plan(f: Figures, w: When) -> bool:
    return bool(f.plan_date and w.iso and w.iso < f.plan_date[: len(w.iso)])
