"""Words that take back a figure or a date beside which they stand: 力争, 争取, 原则上, 基本完成."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from graphmodel.plan import Span
from graphmodel.text import fold
from queries.places import node_span

_HEDGE = pattern(
    r"力争(?!上游|先进|一流|第一)|争取(?=到?(?:\d|今年|年内|年底|月底|季度|[实完建达提降新在用于]))|努力(?=实现|达到|完成|争取|将|把|使)|原则上|尽可能|尽量"
    r"|基本(?=实现|完成|建成|达到|消除|形成|建立|解决|淘汰|覆盖|杜绝|满足|具备)|大体(?:上|完成)"
)
_CLAUSE = pattern(r"[^,。;!?\n\r]{2,160}")
_MEASURED = pattern(  # a figure with its unit, or a date to keep
    r"\d{1,9}(?:\.\d{1,6})?\s?(?:%|‰|[万亿]|个|项|家|所|座|人|户|亩|公里|次|天|日|件|元|吨|米|倍|台|套|辆|条|处|场|期|批|类|小时|分钟|公顷|平方)|百分之[一二三四五六七八九十]"
    r"|\d{4}年|\d{1,2}月(?:\d{1,2}日|底|末|份|前|上旬|中旬|下旬)|年底前?|月底前|年内|全覆盖|清零|每(?:年|半年|季度?|月|周|两年)"
)
_DAY = r"(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?底|末|初)?之?(?:前|内|起)?"
_ONLY_DATE = pattern(rf"(?:到|至|在|于|力争)?\s?(?:\d{{4}}\s?年{_DAY}|[“”]?十[一二三四五]五[“”]?(?:期间|末|时期)|年底前?|今年)\s?")  # 到2027年底
_MARK = pattern(r"\s{0,20}(?:\d{1,3}[.、](?!\d)|[(\[][一二三四五六七八九十\d]{1,3}[)\]]|[一二三四五六七八九十]{1,3}、)\s?")  # 1.  (二)
_FIRM = pattern(r"(?:确保|必须|不低于|保底)[^,。;]{0,40}\d[^,。;]{0,20}$")  # 确保增长8%,力争10%: the first binds


@dataclass(frozen=True, slots=True)
class Hedged:
    """A clause with a figure or date and the word that hedges it. ``task``: in whose words it stands, None outside the tasks."""

    doc: str
    clause: Span
    word: str
    task: str | None


def hedged(graph: AccountabilityGraph) -> list[Hedged]:
    """By document and place."""
    found = []
    for doc in graph.documents():
        text = fold(graph.text_of(doc))
        tasks = sorted(graph.tasks(doc), key=lambda t: node_span(graph, t))
        spans = [node_span(graph, t) for t in tasks]
        starts = [s for s, _ in spans]
        seen = -1
        for hedge in _HEDGE.finditer(text):
            if hedge.start() < seen:
                continue
            clause = _clause(text, hedge.start())
            seen = clause[1]
            if not _is_measured(text, clause):
                continue
            n = bisect_right(starts, hedge.start()) - 1
            found.append(Hedged(doc, clause, hedge[0], tasks[n] if n >= 0 and hedge.start() < spans[n][1] else None))
    return found


def _clause(text: str, at: int) -> Span:
    """The clause around a place, with the date that stands alone before it (到2025年,力争…)."""
    start = max(text.rfind(stop, max(0, at - 160), at) for stop in ",。;!?\n\r") + 1
    mark = _MARK.match(text, start, at)
    start = mark.end() if mark else start
    m = _CLAUSE.match(text, start)
    start, end = start, m.end() if m else at
    if text[end : end + 1] == "," and _ONLY_DATE.fullmatch(text, _after_hedge(text, start), end):
        following = _CLAUSE.match(text, end + 1)  # 力争2027年底前,完成…
        end = following.end() if following else end
    if start > 0 and text[start - 1] == ",":
        before = max(text.rfind(stop, max(0, start - 40), start - 1) for stop in ",。;!?、:\n\r") + 1
        mark = _MARK.match(text, before, start)
        before = mark.end() if mark else before
        if _ONLY_DATE.fullmatch(text, before, start - 1):
            start = before
    blank = len(text[start:end]) - len(text[start:end].lstrip(" \t\u3000(["))
    return start + blank, start + len(text[start:end].rstrip())


def _after_hedge(text: str, start: int) -> int:
    m = _HEDGE.match(text, start)
    return m.end() if m else start


def _is_measured(text: str, clause: Span) -> bool:
    return bool(_MEASURED.search(text, *clause)) and not _FIRM.search(text[max(0, clause[0] - 80) : max(0, clause[0] - 1)])
