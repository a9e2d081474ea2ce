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
from queries.days import stretches
from queries.places import lines_at

_ORDINAL = r"(?:\(?第?(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})(?:\)|[、.](?!\d))|[①-⑩])? ?"
# (一)动员部署阶段(2023年3月10日至3月31日) · 第一阶段:动员部署(3月) · 2.自查阶段:4月1日—30日
_PHASE = pattern(
    rf"^[ \t#*]{{0,12}}{_ORDINAL}(?P<name>[^。;,:()\d]{{0,20}}(?:阶段|环节)(?:[:、 ]?[^。;,:()\d]{{0,16}})?)(?:[(:,]| )?[*]{{0,2}} ?"
)
_DIGIT = pattern(r"[^\n]{0,4}\d")
_FIRST = frozenset({"一", "1"})
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
        text = graph.text_of(doc)
        if "阶段" not in text and "环节" not in text and "階段" not in text and "環節" not in text:
            continue
        for row in _rows(graph, doc, fold(text)):
            if len(row) >= 2:
                yield Course(doc, tuple(row))


@dataclass(frozen=True, slots=True)
class _Head:
    name: str
    number: str | None
    start: int
    end: int
    line_end: int
    rest: str


def _heads(folded: str) -> Iterator[_Head]:
    start = 0
    for line in folded.splitlines(keepends=True):
        if "阶段" in line or "环节" in line:
            m = _PHASE.match(line)
            if m and (m["n"] or _DIGIT.match(line, m.end())):
                number = start + len(line) - len(line.lstrip())
                yield _Head(m["name"].strip(), m["n"], number, start + m.end(), start + len(line), line[m.end() :])
        start += len(line)


def _rows(graph: AccountabilityGraph, doc: str, folded: str) -> Iterator[list[Phase]]:
    heads = list(_heads(folded))
    if len(heads) < 2:
        return
    outer = sorted(int(graph.node(s)["span"][0]) for s in graph.sections(doc) if graph.node(s)["level"] == 1)
    others = sorted(int(graph.node(s)["span"][0]) for s in graph.sections(doc))
    begins = [(int(graph.node(t)["span"][0]), t) for t in graph.tasks(doc)]
    issued = str(graph.node(doc).get("date") or "")
    year = int(issued[:4]) if issued else None
    row: list[Phase] = []
    for n, head in enumerate(heads):
        here = [s for s in stretches(head.rest, row[-1].last.year if row else year) if _LEAD_IN.match(head.rest[: s.span[0]])]
        if not here:  # its days are not known: nothing can be said of what lies on either side of it
            yield row
            row = []
            continue
        days = here[0]
        stop = heads[n + 1].start if n + 1 < len(heads) else len(folded)
        bounds = outer if n + 1 < len(heads) else others
        stop = min(stop, next(iter(bounds[bisect_left(bounds, head.line_end) :]), stop))
        i, j = bisect_left(begins, (head.line_end,)), bisect_left(begins, (stop,))
        own = bisect_left(begins, (head.start,))
        tasks = tuple(t for _, t in begins[own:j])
        said = _OWNERS.sub("", head.rest[days.span[1] :]).strip(" )。:\n\r\t")
        below = "".join(line for line in (_OWNERS.sub("", x.strip()) for x in folded[head.line_end : stop].splitlines()) if line)
        phase = Phase(head.name, (head.start, head.end + days.span[1]), days.first, days.last, days.whole, tasks, i == j and not said and not below)
        if row and (head.number in _FIRST or any(row[-1].span[0] < o < head.start for o in outer)):
            yield row
            row = []
        row.append(phase)
    yield row


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
