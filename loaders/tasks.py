"""A draft to a task: its words, duties, figures and dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphmodel.patterns import pattern
from graphmodel.plan import Deadline, Duty, Header, Milestone, Overseer, Span, Task
from graphmodel.text import View
from loaders.beside import columns_beside, joined, placed
from loaders.blocks import heading_like
from loaders.drafts import Draft, Read
from loaders.grammar.dates import deadline as read_deadline
from loaders.grammar.indicators import indicators as read_indicators
from loaders.grammar.milestones import milestones as read_milestones
from loaders.mentions import mentions
from loaders.people import overseers as read_overseers
from loaders.persons_acting import persons_acting
from loaders.problems import without_problems
from loaders.scope import edges
from loaders.whom import Names


def task_of(text: str, d: Draft, read: Read, who: Names, header: Header, besides: Sequence[Span] = ()) -> Task:
    """One draft to one task: its words, duties, figures and dates. ``besides``: what stands between its words and is no part of them (a running head)."""
    today = _today(header)
    headings = tuple(read.sections[i].name for i in d.path)
    if d.pieces:
        span = (d.pieces[0].span[0], d.pieces[-1].span[1])
    else:
        span = read.sections[d.path[-1]].span
    one = d.pieces[0] if len(d.pieces) == 1 and "\n" in text[slice(*span)] else None
    own_words = one.para.view.slice(one.start, one.end) if one else View.of(text, span)  # the paragraphs of a cell stay apart
    own_words = _without(own_words, [x for x in besides if span[0] < x[0] and x[1] < span[1]])
    duties: tuple[Duty, ...] = edges(d.sayings, d.positional, d.inherited, who, read.first_leads)
    columns = columns_beside(text, d, own_words, today)
    view = joined(text, own_words, [*(p.span for p in d.contents), *columns.words])
    span = view.whole if view is not own_words else span
    to_do = without_problems(d, view)
    figures = tuple(placed(text, view, i) for i in read_indicators(to_do.text, today)) + columns.figures
    named = d.title or _headed(d) or own_words
    return Task(
        name=_short(text, named), text=text[span[0] : span[1]], span=span, number=d.number, section=headings, section_path=d.path,
        deadline=_deadline(d, without_problems(d, own_words), read, today), duties=duties, indicators=figures,
        milestones=tuple(_milestone(text, view, m) for m in read_milestones(to_do.text, today)) + _steps(text, d, today) + columns.steps,
        overseers=_overseers(text, d, view, read), mentions=tuple(who.unit(u) for u in mentions(view, {x.unit.printed for x in duties})),
    )  # fmt: skip


def _without(view: View, holes: Sequence[Span]) -> View:
    if not holes:
        return view
    kept = [i for i, at in enumerate(view.at) if not any(a <= at < b for a, b in holes)]
    return View("".join(view.text[i] for i in kept), tuple(view.at[i] for i in kept))


def _today(header: Header) -> str | None:
    """The day that gives dates without a year one: the plan's own, or the first of the one year it is for when that is yet to come or no day is printed."""
    if not header.period or header.period[0][:4] != header.period[1][:4]:
        return header.date
    return max(header.date or "", header.period[0])


def _milestone(text: str, view: View, m: Milestone) -> Milestone:
    span = view.span(*m.span)
    return replace(m, span=span, text=text[span[0] : span[1]])


def _headed(d: Draft) -> View | None:
    """The heading line over the words of a task, when it is one of its pieces."""
    if len(d.pieces) < 2 or d.pieces[0].para is d.pieces[1].para or not d.pieces[0].para.marker or d.pieces[0].start != d.pieces[0].para.words_from:
        return None
    title, work = d.pieces[:2]
    named = work if NAMES_NOTHING.fullmatch(title.text) else title
    return named.para.view.slice(named.start, named.end) if heading_like(title.para) else None


# 整治任务, 组织实施 over the words of one task
NAMES_NOTHING = pattern(r"(?:重点|主要|工作|整治|治理|具体|目标|有关|相关)?(?:任务|措施|内容|安排|分工|工作|计划|要求|组织实施|保障措施|组织领导|组织保障)[。:]?")


def _steps(text: str, d: Draft, today: str | None) -> tuple[Milestone, ...]:
    """The steps of a label or a column that holds more than one date: 完成时限:6月底前完成整合,年底前建成投运."""
    views = [d.deadline.para.view.slice(d.deadline.start, d.deadline.end)] if d.deadline else []
    views += [b.view.slice(*b.statement.deadline) for b in d.bound if b.statement.deadline]
    out: list[Milestone] = []
    for view in views:
        found = read_milestones(view.text, today, least=2)
        out.extend(_milestone(text, view, m) for m in found if len({x.by for x in found}) > 1)
    return tuple(out)


def _short(text: str, view: View) -> str:
    """A task's name, as printed: its first sentence, or as much of it as fits a line."""
    words = view.text
    start = len(words) - len(words.lstrip())
    first = _first(words, "。;!?:", start)
    end = first if first - start <= 40 else _first(words, ",", start)
    cut = end - start > 40 or (end < first and end - start < 6)
    return view.printed(text, start, start + 39).rstrip() + "…" if cut else view.printed(text, start, end).rstrip()


def _first(words: str, marks: str, start: int) -> int:
    """Where the first of ``marks`` stands, or the end."""
    return min((at for mark in marks if (at := words.find(mark, start)) >= 0), default=len(words))


def _deadline(d: Draft, view: View, read: Read, today: str | None) -> Deadline:
    """A label's or column's date beats the text's, the text's beats the heading's (a phase)."""
    label: View | None = None
    if d.deadline:
        label = d.deadline.para.view.slice(d.deadline.start, d.deadline.end)
    else:
        for b in d.bound:
            if b.statement.deadline:
                label = b.view.slice(*b.statement.deadline)
    dated = next((i for i in reversed(d.path) if read_deadline(None, "", _name_of(read, i), today)[0].date), None)
    heading = _name_of(read, dated) if dated is not None else ""
    above = next((b for b in reversed(d.above) if b.statement.deadline), None)
    if label is None and above and read_deadline(None, view.text, "", today)[1] is None:
        label = above.view.slice(*above.statement.deadline or (0, 0))
    found, where = read_deadline(label.text if label else None, view.text, heading, today)
    if where == "heading" and dated is not None:
        return replace(found, span=read.sections[dated].span)
    place = {"label": label, "text": view}.get(where or "")
    return replace(found, span=place.span(*found.span) if place is not None and found.span else None)


def _name_of(read: Read, i: int) -> str:
    name = read.sections[i].name
    return View.of(name, (0, len(name))).text


# 一、由副市长张三牵头负责的工作: a heading over the work of one person
_WORK_OF = pattern(r"(?:负责|牵头|统筹|包抓|督导)的?(?:重点|主要)?(?:工作|任务|事项|项目)")


def _overseers(text: str, d: Draft, words: View, read: Read) -> tuple[Overseer, ...]:
    """The persons of the task's labels and columns, and those its own words, its statements in brackets and its headings say act."""
    out: list[Overseer] = []
    for piece, label in d.overseers:
        out.extend(replace(o, label=label) for o in read_overseers(piece.para.view.slice(piece.start, piece.end)))
    for b in (*d.bound, *d.above):
        for start, end, label in b.statement.overseers:
            if b in d.bound or not any(o.label == label for o in out):
                out.extend(replace(o, label=label) for o in read_overseers(b.view.slice(start, end)))
    views = [words, *(b.view.slice(b.statement.start, b.statement.end) for b in d.bound)]
    views += [View.of(text, read.sections[i].span) for i in d.path if _WORK_OF.search(read.sections[i].name)]
    for view in views:
        known = {o.name for o in out}
        out.extend(o for o in persons_acting(view) if o.name not in known)
    return tuple(out)
