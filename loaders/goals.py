"""Overall targets outside the tasks: what stands under 工作目标, 以…为目标 in the preamble, 到2025年,…, measures that restate figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graphmodel.patterns import pattern
from graphmodel.plan import Goal, Indicator
from graphmodel.text import View
from loaders.grammar.indicators import indicators
from loaders.headings import under_headings

# 工作目标 | 主要目标 | 总体要求和工作目标 | 目标任务; not 目标责任, 目标考核
_GOAL_HEADING = pattern(r"(?:目标|主要指标|目标指标|预期成效|预期效果)(?:任务|指标|要求|体系|和指标|与指标|和主要指标|和要求)?(?:\([^()]{0,30}\))?[。:]?$")
_NO_GOAL_HEADING = pattern(r"指导思想|原则|目标责任|目标考核|目标管理|保障|措施|组织|任务分工|职责|机制|督[查导]|考核|要求$")
_THOUGHT = pattern(r"指导思想|(?:基本|指导|工作|总体)原则")
_NUMBERED = r"(?:第?[一二三四五六七八九十]{1,3}[、.章节]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)](?!\d)|[①-⑳]|——)?\s?"
# 1.目标。… | 二、工作目标 总体目标:…
_RUN_IN = pattern(_NUMBERED + r"(?:[\u4e00-\u9fa5]{0,8}目标(?:任务|指标)?|主要指标)(?:[。:]|\s(?=[^\s])|\s?$)")
# (一)指导思想。以…
_RUN_IN_HEAD = pattern(_NUMBERED + r"(?P<head>[\u4e00-\u9fa5、]{2,16})[。:\s]")
_AIM = pattern(r"以[^。;]{4,160}?为(?:总体|工作|主要|奋斗|根本|最终|发展|建设|创建)?(?:总)?目标")
_YEAR = r"(?:19|20)\d\d ?年"
_PART = r"(?P<half>上半年|下半年)|第?(?P<q>[一二三四1-4])季度|(?P<m>\d{1,2}) ?月(?:份)?(?:(?P<d>\d{1,2}) ?日)?"
_BY = pattern(rf"(?P<y>(?:19|20)\d\d) ?年(?:{_PART})?")
_TRY = r"(?:力争|争取|确保|计划|预计|其中)?,?(?:通过努力,?)?"
_DAY = r"(?:\d{1,2} ?月(?:份)?)?(?:\d{1,2} ?日)?"
# 到2020年, | 力争到2027年 | 2018年6月30日前 | 2025年底前
_DATED = pattern(
    rf"(?:^|(?<=[。;,:!?\s]))(?:{_TRY}(?:到|至|截至|截止到?){_YEAR}"
    rf"|{_TRY}(?:在|于)?{_YEAR}{_DAY}(?:底|末|年底|年末)?(?:以前|之前|前)(?=[^,。;]))"
)
_FIRM = pattern(r"确保|力争|实现|达到|不低于|不高于|不超过|大于|小于|高于|低于|提高到|提升至|下降|降至|控制在|以上|以内")
_ASIDE = pattern(r"报送|上报|报[^,。;]{1,20}(?:备案|办公室|政府)|印发之日|有效期|施行|考核(?:结果|方案)|例会|会议")


def _innermost(section: Sequence[str]) -> str:
    """What the headings say about a paragraph: goal, thought, other or nothing; the innermost heading that says something decides."""
    for name in reversed(section):
        bare = pattern("^" + _NUMBERED).sub("", name.strip())
        if _THOUGHT.search(bare) and "目标" not in bare:
            return "thought"
        if _GOAL_HEADING.search(bare):
            return "goal"
        if _NO_GOAL_HEADING.search(bare) or pattern(r"任务|行动|工程").search(bare):
            return "other"
    return ""


def date_in(text: str) -> str | None:
    """The first year of a text as precise as it is printed: 2025, 2025-06, 2025-06-30."""
    m = _BY.search(text)
    if not m:
        return None
    if m["d"] and m["m"]:
        return f"{m['y']}-{int(m['m']):02d}-{int(m['d']):02d}"
    if m["m"]:
        return f"{m['y']}-{int(m['m']):02d}"
    if m["half"]:
        return f"{m['y']}-{'06' if m['half'] == '上半年' else '12'}"
    if m["q"]:
        return f"{m['y']}-{'一二三四1234'.index(m['q']) % 4 * 3 + 3:02d}"
    return m["y"]


def goals(paragraphs: Sequence[tuple[View, tuple[str, ...]]], plan_date: str | None = None) -> tuple[Goal, ...]:
    """The goals of paragraphs that stand outside the tasks, each with its headings (outermost first). Spans are places in the plan's text.

    ``plan_date``: ISO day of the plan, for dates that are printed relative to it.
    """
    out: list[Goal] = []
    until: str | None = None  # 到2025年,实现以下目标: dates the paragraphs below it
    under: tuple[str, ...] = ()
    for view, section, heading in under_headings(paragraphs):
        if heading:
            continue
        if section != under:
            under, until = section, None
        text = view.text
        head = _RUN_IN_HEAD.match(text)
        kind = _innermost((*section, head["head"]) if head else section)
        run_in = _RUN_IN.match(text)
        if run_in and run_in.end() == len(text):
            continue
        figures = indicators(text, plan_date)
        if kind == "goal" or run_in:
            begin = run_in.end() if run_in else len(pattern(_NUMBERED).match(text)[0])  # type: ignore[index]
            if text.rstrip().endswith(":") and not figures:
                until = date_in(text) or until
                continue
            if len(text) - begin < 8 or not pattern(r"[,。;:]").search(text[begin:]) and not figures and not _BY.search(text):
                continue
            out.extend(_dated(view, begin, section, figures, until))
        elif spans := _elsewhere(text, kind, figures):
            for a, b in spans:
                out.append(_goal(view, a, b, section, figures, None))
    return tuple(out)


def _elsewhere(text: str, kind: str, figures: Sequence[Indicator]) -> list[tuple[int, int]]:
    """Stretches of a paragraph outside the goal sections that set an overall target."""
    spans: list[tuple[int, int]] = []
    for m in _AIM.finditer(text):
        nearest = text.rfind("以", m.start(), m.end() - 4)  # 以甲为指导,以2025年建成乙为目标
        start = nearest if _BY.search(text[nearest : m.end()]) else m.start()
        if _BY.search(text[start : m.end()]) or any(start <= f.span[0] < m.end() for f in figures):
            spans.append((start, m.end()))
    free = [m for m in _DATED.finditer(text) if not any(a <= m.start() < b for a, b in spans)]
    dated = [m for m in free if not _ASIDE.search(_sentence(text, m.start()))]
    if dated and kind != "thought" and (figures or kind == ""):
        first = dated[0].start()
        inside = [f for f in figures if f.span[0] >= first]
        if inside or pattern(r"^.{0,6}(?:到|至)").search(text[first : first + 8]) and kind == "":
            return spans + [(a, b) for a, b in _cut(text, first, dated)]
    if not spans and len(figures) >= 2 and len(_FIRM.findall(text)) >= 2 and not _ASIDE.search(text):
        return [(0, len(text))]
    return spans


def _sentence(text: str, at: int) -> str:
    end = text.find("。", at)
    return text[at : end if end >= 0 else len(text)]


def _cut(text: str, begin: int, dated: Sequence[re.Match[str]]) -> list[tuple[int, int]]:
    """One stretch for each date that differs from the one before it."""
    cuts: list[int] = [begin]
    last: str | None = None
    for m in dated:
        if m.start() < begin:
            continue
        date = date_in(text[m.start() :])
        if last is not None and date != last:
            cuts.append(m.start())
        last = date
    cuts.append(len(text))
    return [(a, b) for a, b in zip(cuts, cuts[1:]) if b > a]


def _dated(view: View, begin: int, section: tuple[str, ...], figures: Sequence[Indicator], until: str | None) -> list[Goal]:
    return [_goal(view, a, b, section, figures, until) for a, b in _cut(view.text, begin, list(_DATED.finditer(view.text)))]


def _goal(view: View, start: int, end: int, section: tuple[str, ...], figures: Sequence[Indicator], until: str | None) -> Goal:
    while end > start and view.text[end - 1] in " ,;":
        end -= 1
    text = view.text[start:end]
    own = tuple(replace(f, span=view.span(*f.span)) for f in figures if start <= f.span[0] < end)
    lead = next(iter(_DATED.finditer(text)), None)
    by = date_in(text[lead.start() :]) if lead else date_in(text) if _AIM.search(text) else None
    return Goal(text, view.span(start, end), section, by or until, own)
