"""The phases of a plan in order, and what is not right with them: days between two, days in two, phases that hold nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from graphmodel.plan import Span
from graphmodel.text import fold
from queries.days import Stretch, stretches

_ORDINAL = r"(?:\(?第?(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})(?:\)|[、.](?!\d))|[①-⑩])? ?"
# (一)动员部署阶段(2023年3月10日至3月31日) · 第一阶段:动员部署(3月) · 2.自查阶段:4月1日—30日
_PHASE = pattern(rf"^[ \t#*]{{0,12}}{_ORDINAL}(?P<name>[^。;,:()\d]{{0,20}}(?:阶段|环节)(?:[:、 ]?[^。;,:()\d]{{0,16}})?)(?:[(:,]| )?[*]{{0,2}} ?")
_DIGIT = pattern(r"[^\n]{0,4}\d")
_DIGITS = "零一二三四五六七八九"
# (二)集中整治(4月1日至6月30日): a step without the word 阶段, in a part on 实施步骤
_STEP = pattern(r"^[ \t#*]{0,12}\(?第?(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})(?:\)|[、.](?!\d)) ?(?P<name>[^。;,:()\d\n]{2,16})\((?=[^\n]{0,4}\d)")
_COURSE = pattern(r"步骤|(?:时间|进度|阶段|工作)安排|阶段划分|实施阶段")
_SPOKEN_OF = pattern(r"阶段|环节|步骤|安排")
_LEAD_IN = pattern(r"^(?:时间为?|自|从|于)?:? ?$")
_OWNERS = pattern(r"\([^()]{0,200}(?:单位|部门|牵头|负责|配合)[^()]{0,200}\)|^[^。]{0,12}(?:单位|部门)(?:及分工)?:.*$")
_ALL_ALONG = pattern(r"贯穿|全程|全过程|始终|同步|长期|持续|长效")


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase. ``span``: its heading with its days; ``tasks``: those that stand in it; ``empty``: nothing stands in it, not even prose."""

    name: str
    span: Span
    first: date
    last: date
    whole: bool
    tasks: tuple[str, ...]
    empty: bool


@dataclass(frozen=True, slots=True)
class Course:
    """The phases of one course of work, in the order of the text."""

    doc: str
    phases: tuple[Phase, ...]


def courses(graph: AccountabilityGraph) -> Iterator[Course]:
    """Each row of two phases or more that follow one another in a plan."""
    for doc in graph.documents():
        folded = fold(graph.text_of(doc))
        if not _SPOKEN_OF.search(folded):
            continue
        for row in _rows(graph, doc, folded):
            if len(row) >= 2:
                yield Course(doc, tuple(row))


@dataclass(frozen=True, slots=True)
class _Head:
    """A line that heads a phase: ``end`` is where its days may begin, ``rest`` what stands from there."""

    name: str
    number: int
    start: int
    end: int
    line_end: int
    rest: str
    named: bool  # it calls itself a phase; else the heading over it must


def _heads(folded: str) -> Iterator[_Head]:
    start = 0
    for line in folded.splitlines(keepends=True):
        m = _PHASE.match(line) if "阶段" in line or "环节" in line else None
        named = bool(m and (m["n"] or _DIGIT.match(line, m.end())))
        m = m if named else _STEP.match(line)
        if m:
            at = start + len(line) - len(line.lstrip())
            yield _Head(m["name"].strip(), _count(m["n"]), at, start + m.end(), start + len(line), line[m.end() :], named)
        start += len(line)


def _count(number: str | None) -> int:
    """十二 and 12 are 12; 0 without a number."""
    if not number or number.isdigit():
        return int(number or 0)
    ten, _, one = number.rpartition("十")
    return (_DIGITS.find(ten or "一") * 10 if "十" in number else 0) + max(_DIGITS.find(one), 0) if one or "十" in number else 0


def _rows(graph: AccountabilityGraph, doc: str, folded: str) -> Iterator[list[Phase]]:
    heads = list(_heads(folded))
    if len(heads) < 2:
        return
    sections = [(int(graph.node(s)["span"][0]), s) for s in graph.sections(doc)]
    others = [at for at, _ in sections]
    outer = [(at, bool(_COURSE.search(str(graph.node(s)["name"])))) for at, s in sections if graph.node(s)["level"] == 1]
    begins = [(int(graph.node(t)["span"][0]), t) for t in graph.tasks(doc)]
    issued = str(graph.node(doc).get("date") or "")
    year = int(issued[:4]) if issued else None
    row: list[Phase] = []
    number, part = 0, -1
    heads = [h for h in heads if h.named or _in_course(outer, h.start)]
    for n, head in enumerate(heads):
        here = bisect_left(outer, (head.start,))
        days = _days_of(head, row[-1].last.year if row else year)
        if row and (here != part or head.number == 1 or (number and head.number and head.number != number + 1) or days is None):
            yield row
            row = []
        number, part = head.number, here
        if days is None:  # nothing can be said of what lies on either side of it
            continue
        stop = heads[n + 1].start if n + 1 < len(heads) else len(folded)
        bounds = others[bisect_left(others, head.line_end) :][:1] if n + 1 == len(heads) else [at for at, _ in outer[bisect_left(outer, (head.line_end,)) :][:1]]
        stop = min([stop, *bounds])
        row.append(_phase(head, days, folded, stop, begins))
    yield row


def _in_course(outer: Sequence[tuple[int, bool]], at: int) -> bool:
    """Whether the part in which a line stands is the one on steps and times."""
    above = bisect_left(outer, (at,)) - 1
    return above >= 0 and outer[above][1]


def _days_of(head: _Head, year: int | None) -> Stretch | None:
    return next((s for s in stretches(head.rest, year) if _LEAD_IN.match(head.rest[: s.span[0]])), None)


def _phase(head: _Head, days: Stretch, folded: str, stop: int, begins: Sequence[tuple[int, str]]) -> Phase:
    own, below, end = (bisect_left(begins, (at,)) for at in (head.start, head.line_end, stop))
    said = _OWNERS.sub("", head.rest[days.span[1] :]).strip(" )。:\n\r\t")
    prose = any(_OWNERS.sub("", line.strip()) for line in folded[head.line_end : stop].splitlines())
    empty = below == end and not said and not prose
    return Phase(head.name, (head.start, head.end + days.span[1]), days.first, days.last, days.whole, tuple(t for _, t in begins[own:end]), empty)


@dataclass(frozen=True, slots=True)
class Between:
    """Days between two phases of a row, or in both."""

    before: Phase
    after: Phase
    first: date
    last: date


def left_out(row: Sequence[Phase]) -> list[Between]:
    """The days that belong to no phase, each stretch with the phases around it. Week-ends alone are none."""
    found = []
    for before, after in _neighbours(row):
        if after.first - before.last > timedelta(days=1):
            found.append(Between(before, after, before.last + timedelta(days=1), after.first - timedelta(days=1)))
    return found if any(not _week_end(b) for b in found) else []


def shared(row: Sequence[Phase]) -> list[Between]:
    """The days that belong to two neighbours; not where one runs within the other, and not the one month that both print."""
    found = []
    for before, after in pairwise(row):
        if after.first > before.last or after.first <= before.first or after.last <= before.last or _ALL_ALONG.search(before.name + after.name):
            continue
        month = before.whole and after.whole and (after.first.year, after.first.month) == (before.last.year, before.last.month)
        if not month and after.first < before.last:
            found.append(Between(before, after, after.first, before.last))
    return found


def _neighbours(row: Sequence[Phase]) -> Iterator[tuple[Phase, Phase]]:
    """Two phases that follow one another in time, the earlier one being the last to end of all before."""
    ordered = sorted(row, key=lambda p: (p.first, p.last))
    latest = ordered[0]
    for phase in ordered[1:]:
        yield latest, phase
        latest = max(latest, phase, key=lambda p: p.last)


def _week_end(between: Between) -> bool:
    return between.first.weekday() >= 5 and between.last - between.first <= timedelta(days=1) and between.last.weekday() >= 5
