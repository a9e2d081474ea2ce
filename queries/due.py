"""Tasks without any date, with one that cannot be, and with two that do not agree."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from graphmodel.plan import Span
from graphmodel.text import fold
from queries.days import Stretch, day_of, stretches
from queries.phases import Phase, courses
from queries.places import node_span

_MEASURES = pattern(
    r"保障|组织(?:领导|实施|机构)|工作(?:机制|制度|要求)|推进机制|加强领导|监督管理|督[查导]考核|考核(?:奖惩|评估|问责)|附则|(?:有关|落实|总体)要求|领导小组(?:办公室)?$"
)
_HEAD = pattern(r"[^。;,:\n]{2,10}(?=[。:\n])")  # 组织实施。
_AGAIN = pattern(r"每(?:[两三半]?个?)[年季月周日]|逐[年季月]|按[季月](?!份)|(?:长期|常态化)(?=坚持|推进|实施|开展|执行)|常抓不懈")
_HELPS = pattern(r"(?:积极|主动)?(?:配合|协助)")
_WHEN = pattern(r"(?:19|20)\d\d ?年|[一二三四]季度|\d ?月|年[底末]|年内|每[年季月周日半]|逐年|长期|持续|常态|“?十[一二三四五六]五|当年|今年|明年|即日|立即")


@dataclass(frozen=True, slots=True)
class Undated:
    """The tasks of a plan that no date binds, out of ``of``. ``part``: the section in which all of them stand, None if they stand in several."""

    doc: str
    part: str | None
    tasks: tuple[str, ...]
    of: int


def undated(graph: AccountabilityGraph) -> Iterator[Undated]:
    """Plan by plan the tasks without a date of their own, where neither a heading nor the plan's period gives one. What only says how the
    plan is carried out (保障措施) needs none."""
    for doc in graph.documents():
        if graph.node(doc).get("period"):
            continue
        known: dict[str | None, tuple[str | None, bool]] = {}
        parts: dict[str | None, list[str]] = defaultdict(list)
        size: Counter[str | None] = Counter()
        for task in graph.tasks(doc):
            section = graph.section_of(task)
            part, apart = _part(graph, section, known)
            if apart or _no_date_asked(fold(str(graph.node(task)["text"]))):
                continue
            size[part] += 1
            if not _dated(graph, task):
                parts[part].append(task)
        if parts:
            part = next(iter(parts)) if len(parts) == 1 else None
            yield Undated(doc, part, tuple(t for tasks in parts.values() for t in tasks), size[part] if part else size.total())


def _no_date_asked(words: str) -> bool:
    """Whether a task is done at intervals, helps another's task, or bears the name of a measure (组织实施)."""
    head = _HEAD.match(words)
    return bool(_AGAIN.search(words) or _HELPS.match(words) or (head and _MEASURES.search(head[0])))


def _part(graph: AccountabilityGraph, section: str | None, known: dict[str | None, tuple[str | None, bool]]) -> tuple[str | None, bool]:
    """The outermost section over one, and whether any on the way says how the plan is carried out or names days of its own."""
    if section not in known:
        if section is None:
            return None, False
        name = fold(str(graph.node(section)["name"]))
        own = bool(_MEASURES.search(name)) or bool(stretches(name, 2000))
        above = graph.section_of(section)
        outer, measure = _part(graph, above, known) if above else (section, False)
        known[section] = (outer, measure or own)
    return known[section]


def _dated(graph: AccountabilityGraph, task: str) -> bool:
    data = graph.node(task)
    if data.get("deadline_kind") != "none" or data.get("deadline"):
        return True
    return any(graph.node(i).get("by") for i in (*graph.indicators_of(task), *graph.milestones_of(task)))


@dataclass(frozen=True, slots=True)
class Impossible:
    """Tasks that are due on one day, which lies before the plan's own or outside its period. ``phase``: it is a phase that ends then.
    ``left``: days between the plan's date and the end of a phase that has just begun."""

    doc: str
    why: str  # before, outside, over, soon
    due: date
    tasks: tuple[str, ...]
    phase: Phase | None = None


SOON = 7  # days that a phase lasts after the plan's date, to be called too short


def impossible(graph: AccountabilityGraph) -> Iterator[Impossible]:
    """Deadlines before the plan's date or outside its period, and phases over by then or within a week; each once for its tasks."""
    rows: dict[str, list[Phase]] = defaultdict(list)
    for row in courses(graph):
        rows[row.doc].extend(row.phases)
    for doc in graph.documents():
        issued = day_of(graph.node(doc).get("date"))
        period = graph.node(doc).get("period")
        phased: set[str] = set()
        for phase in rows[doc] if issued else ():
            assert issued is not None
            phased.update(t for t in phase.tasks if day_of(graph.node(t).get("deadline")) == phase.last)
            if phase.last < issued:
                yield Impossible(doc, "over", phase.last, phase.tasks, phase)
            elif not phase.whole and phase.first < issued and phase.last - issued <= timedelta(days=SOON):
                yield Impossible(doc, "soon", phase.last, phase.tasks, phase)
        found: dict[tuple[str, date], list[str]] = defaultdict(list)
        for task in graph.tasks(doc):
            due = day_of(graph.node(task).get("deadline")) if graph.node(task).get("deadline_kind") == "date" else None
            due = due or (_late(fold(str(graph.node(task)["text"])), issued) if issued else None)
            if due is None or task in phased:
                continue
            if issued and due < issued:
                found["before", due].append(task)
            elif period and due > (day_of(period[1]) or due):
                found["outside", due].append(task)
        for (why, due), tasks in sorted(found.items()):
            yield Impossible(doc, why, due, tuple(tasks))


_TO_DO = pattern(r"(?:全部|全面|基本)?(?:完成|建成|实现|新增|新建|达到|改造|出台|制定|启动)(?![^,。;]{0,20}(?:的|已|以来))")  # 9月底前|完成


def _late(words: str, issued: date) -> date | None:
    """The last day that words set for what is to be done, where all their days lie before the plan's own; the reading takes such a day
    for one that is told of."""
    found = stretches(words, issued.year)
    if not found or any(s.last >= issued for s in found) or "已" in words:
        return None
    due = [s.last for s in found if s.limit and s.last.year >= issued.year - 2 and _TO_DO.match(words, s.span[1])]
    return max(due, default=None)


@dataclass(frozen=True, slots=True)
class TwoDates:
    """A task whose text and whose label (or phase) name two days: ``inside`` and ``outside`` are their places."""

    task: str
    inside: Span
    text_day: date
    outside: Span
    other_day: date
    phase: bool


_ALL = pattern(r"全部|全面完成|完成(?:全部|所有|上述)")
_BEFORE = pattern(r"[年月]份?(?:之?前|以前)$")  # 1月前: with January or without it
_PAST = pattern(r"以前|之前已|已|底前建成的|建成的|较|比|自|从|起")


def two_dates(graph: AccountabilityGraph) -> Iterator[TwoDates]:
    """The tasks whose own words set another last day than their label or their phase."""
    phases = {t: p for row in courses(graph) for p in row.phases for t in p.tasks}
    for doc in graph.documents():
        tasks = graph.tasks(doc)
        text = fold(graph.text_of(doc))
        starts = [node_span(graph, t)[0] for t in tasks]
        issued = day_of(graph.node(doc).get("date"))
        for task in tasks:
            data = graph.node(task)
            due = day_of(data.get("deadline")) if data.get("deadline_kind") == "date" else None
            if due is None:
                continue
            a, b = node_span(graph, task)
            words = text[a:b]
            printed = str(data.get("deadline_printed") or "")
            if not printed or not _WHEN.search(words):
                continue
            phase = phases.get(task)
            year = None if phase and phase.first.year != phase.last.year else due.year  # 12月底前 may be that of any year
            if printed in words:
                stated = (phase.span, True) if phase else None
                due = phase.last if phase else due
            else:
                after = bisect_right(starts, a)
                stop = min(starts[after] if after < len(starts) else len(text), b + 600)
                stated = _label(text, printed, b, stop) or _heading(graph, task, printed)
            found = _other(words, due, year, issued, stated[1]) if stated else None
            if stated and found:
                yield TwoDates(task, (a + found[0][0], a + found[0][1]), found[1], stated[0], due, stated[1])


def _label(text: str, printed: str, start: int, stop: int) -> tuple[Span, bool] | None:
    at = text.find(printed, start, stop)
    return ((at, at + len(printed)), False) if at >= 0 else None


def _heading(graph: AccountabilityGraph, task: str, printed: str) -> tuple[Span, bool] | None:
    section = graph.section_of(task)
    while section:
        start, end = node_span(graph, section)
        words = fold(graph.words(graph.document_of(task), (start, end)))
        bare = "".join(words.split())
        if printed in words:
            at = words.find(printed)
            return (start + at, start + at + len(printed)), True
        if "".join(printed.split()) in bare:
            return (start, end), True
        section = graph.section_of(section)
    return None


def _other(words: str, due: date, year: int | None, issued: date | None, phase: bool) -> tuple[Span, date] | None:
    """The last day the words set, with its place, where it is another than ``due``; None where they agree or only name a step."""
    limits = [s for s in _limits(words, year) if not _PAST.match(words, s.span[1]) and (issued is None or s.last >= issued)]
    if not limits:
        return None
    last = max(limits, key=lambda s: s.last)
    if (last.first - timedelta(days=1) if _BEFORE.search(words[slice(*last.span)]) else last.last) > due:
        return last.span, last.last
    end = next((i for i in range(last.span[1], len(words)) if words[i] in "。;"), len(words))
    clause = words[last.span[1] : end]
    whole = len({s.last for s in limits}) == 1 and bool(_ALL.search(clause))
    return (last.span, last.last) if whole and not phase and last.last < due else None


_YEAR_END = pattern(r"(?:(?P<y>20\d\d) ?年?|今|本|当)?年(?:底|末|终)(?:之?前)?")


def _limits(words: str, year: int | None) -> Iterator[Stretch]:
    """The last days that words set (9月底前, 年底); a year or month without 底 or 前 sets none, and 每年9月底前 comes again. ``year``: of
    days printed without one; None leaves those out."""
    for s in stretches(words, year):
        if s.limit and not words.endswith(_EACH, 0, s.span[0]):
            yield s
    for m in _YEAR_END.finditer(words):
        own = int(m["y"]) if m["y"] else year
        if own and (m["y"] or not words.endswith(_NO_YEAR_END, 0, m.start())):
            yield Stretch(m.span(), date(own, 1, 1), date(own, 12, 31), True, True)


_EACH = ("每年", "每年的", "每个月", "每月")
_NO_YEAR_END = ("每", "半", "学", *"0123456789")
