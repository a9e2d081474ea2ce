"""Dated steps inside a task's text (2018年底前完成系统构建), and the period a plan's title names."""

from __future__ import annotations

from graphmodel.patterns import pattern
from graphmodel.plan import Milestone
from graphmodel.text import fold
from loaders.grammar.date_forms import RANGE, five_year_plan, plan_ordinal, whens
from loaders.grammar.figures import Places
from loaders.grammar.indicators import indicators
from loaders.grammar.numbers import number

_END = pattern(r"[,;。!?\n]")
_STEP = pattern(
    r"完成|建成|启动|实现|开工|竣工|投产|投用|投运|运行|出台|印发|制定|编制|形成|建立|达标|达到|全覆盖|覆盖|上线|开通|通过|验收"
    r"|取得|基本|全部|全面|淘汰|关闭|退出|拆除|取缔|实施|开展|推行|推开|搬迁|整治|消除|清零|"
    r"挂牌|成立|组建|开始|试点|见效|构建|公布|发布|报送|提交|启用|接入|打通|贯通|建设|申报|创建|推进|争创|举办|召开|落实|改造"
    r"|治理|划定|修订|具备|提高|提升|纳入|初见成效"
)
_LABEL = pattern(r"(?:单位|部门|时限|时间|分工|领导|责任人)\s?:")
_YEAR = r"(?:(?:19|20)\d\d|[〇零○一二三四五六七八九]{4})"
_PERIOD = pattern(rf"(?P<a>{_YEAR})年?(?:—{{1,2}}|-{{1,2}}|~|至|到)(?P<b>{_YEAR}|\d\d(?!\d))年?")
_SINGLE = pattern(rf"(?<!\d)(?P<a>{_YEAR})年(?!\d{{1,2}}月)")
_PLAN = pattern(r"“?(?P<n>十[一二三四五六七八九]?)五”?(?=时期|期间|规划|”|[一-龥]{0,12}(?:规划|方案|计划))")


def milestones(text: str, plan_date: str | None = None, least: int = 4) -> tuple[Milestone, ...]:
    """The dated steps of a folded text, in order: clauses that hold a date and say something done; spans are relative to the text.

    A clause that holds a figure to be reached is an indicator and no milestone. ``by`` is as precise as printed. ``least``: characters of
    what is done.
    """
    dated = [w for w in whens(text, plan_date) if w.kind in ("by", "in", "range") and w.iso]
    if not dated:
        return ()
    measured = Places(i.span for i in indicators(text, plan_date))
    out: list[Milestone] = []
    last = -1
    for k, w in enumerate(dated):
        a, b = w.span
        start = max((m.end() for m in _END.finditer(text, max(0, a - 120), a)), default=max(0, a - 120))
        start = max(start, last) if last <= a else start
        while start < a and text[start] in " (":
            start += 1
        stop = _stop(text, b)
        if _END.match(text, b):
            stop = _stop(text, b + 1)
        limit = dated[k + 1].span[0] if k + 1 < len(dated) else len(text)
        if limit < stop and (dated[k + 1].kind == "by"):
            stop = max(b, limit)
        while stop > b and text[stop - 1] in " ,、(和并到于在":
            stop -= 1
        if a - start > 40 or text.count("(", start, a) > text.count(")", start, a):
            start = a
        words = text[b:stop] + text[start:a]
        if start < last or _LABEL.search(text, start, stop) or not _STEP.search(words) or len(words) < least:
            continue
        if measured.meet(start, stop):
            continue
        out.append(Milestone(text[start:stop], (start, stop), w.iso, w.printed))
        last = stop
    return tuple(out)


def _stop(text: str, at: int) -> int:
    """Where the clause that holds ``at`` ends; punctuation in brackets does not end it."""
    depth = 0
    for i in range(at, min(len(text), at + 160)):
        c = text[i]
        if c == "(":
            depth += 1
        elif c == ")":
            if depth == 0:
                return i
            depth -= 1
        elif depth == 0 and _END.match(c):
            return i
    return min(len(text), at + 160)


def fixed_period(title: str) -> tuple[str, str] | None:
    """First and last day a title says a plan is for: （2024—2027年）, 2015年, “十四五”; None when it names none."""
    word = fold(title)[:200]
    m = _PERIOD.search(word)
    if m:
        a, b = _year(m["a"]), _year(m["b"])
        b = b + a // 100 * 100 if b < 100 else b
        if a <= b <= a + 40:
            return f"{a}-01-01", f"{b}-12-31"
    m = _PLAN.search(word)
    if m:
        ordinal = plan_ordinal(m["n"])
        if ordinal is not None:
            return five_year_plan(ordinal)
    for m in _SINGLE.finditer(word):
        if not RANGE.match(word, m.start()):
            a = _year(m["a"])
            return f"{a}-01-01", f"{a}-12-31"
    return None


def _year(word: str) -> int:
    return int(number(word) or 0)
