"""A plan's way from text to values: frame, paragraphs, tables, tree, items, and what each says. Read this function first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graphmodel.departments import Here, Resolver, level_of
from graphmodel.plan import Deadline, Department, Duty, Goal, Header, Indicator, Milestone, Overseer, Plan, Source, Span, Task, Unit
from graphmodel.text import View, squeeze
from loaders.account import account
from loaders.blocks import tree
from loaders.goals import goals as read_goals
from loaders.grammar.dates import deadline as read_deadline
from loaders.grammar.indicators import indicators as read_indicators
from loaders.grammar.milestones import milestones as read_milestones
from loaders.grammar.units import Named, units
from loaders.header import Frame, read_frame
from loaders.items import Draft, Read, read_items
from loaders.mechanisms import mechanisms as read_mechanisms
from loaders.mentions import mentions
from loaders.paragraphs import Para, paragraphs
from loaders.people import overseers as read_overseers
from loaders.people import people_of
from loaders.scope import Saying, edges
from loaders.tables import read_tables


def load(source: Source) -> Plan:
    """Read one plan. Never fails on a text: what was not understood stands in ``Plan.unread``."""
    frame = read_frame(source)
    paras = paragraphs(source.text, _body(frame))
    tables = read_tables(source.text, paras)
    left = tuple(p for p in paras if id(p) not in tables.used)
    people = people_of([(p.view, ()) for p in left])
    posts_at = sorted([*(x.span for x in people.posts), *(x.span for x in people.memberships)])
    root = tree(left, frame.titles)
    read = read_items(root, lambda p: _names_a_person(p, posts_at))
    who = Names(source.text, frame.header)
    for d in tables.drafts:
        d.path = _path_at(read, d.pieces[0].span)
    sections = tuple(read.sections)
    drafts = sorted([*read.drafts, *tables.drafts], key=lambda d: d.start if d.pieces else _heading_start(d, read))
    tasks = tuple(_task(source.text, d, read, who, frame.header) for d in drafts)
    tasks, restated = _without_restated(tasks, tables_from=len(read.drafts), has_table=bool(tables.drafts))
    loose = [(p.view, tuple(sections[i].name for i in path)) for p, path, what in read.loose if what != "furniture"]
    goals = tuple(_as_printed(source.text, _who_in_goal(g, who)) for g in read_goals(loose, frame.header.date))
    everything = [(p.view, path) for p, path in _with_paths(left, read)]
    found = read_mechanisms(everything, [t.span for t in tasks], sections)
    mechanisms = tuple(
        replace(m, quote=source.text[slice(*m.span)], actors=who.units(m.actors), recipients=who.units(m.recipients), section_path=_path_at(read, m.span))
        for m in found
    )
    memberships = tuple(replace(m, member=who.unit(m.member), body=who.unit(m.body)) for m in people.memberships)
    posts = tuple(replace(p, body=who.unit(p.body)) for p in people.posts)
    hostings = tuple(replace(h, office=who.unit(h.office), host=who.unit(h.host)) for h in people.hostings)
    addressees = who.units(_units_at(source.text, frame.addressees)) if frame.addressees else ()
    plan = Plan(
        source=source, header=frame.header, sections=sections, tasks=tasks, goals=goals, posts=posts, memberships=memberships,
        hostings=hostings, mechanisms=mechanisms, departments=who.departments(), addressees=addressees,
    )  # fmt: skip
    taken, unread = account(plan, frame, read, tables, left, restated)
    return replace(plan, taken=taken, unread=unread)


def _body(frame: Frame) -> tuple[Span, ...]:
    """The plan proper without the marks that stand inside it."""
    out, at = [], frame.body[0]
    for (a, b), _ in frame.marks:
        if b <= at or a >= frame.body[1]:
            continue
        if a > at:
            out.append((at, a))
        at = max(at, b)
    if at < frame.body[1]:
        out.append((at, frame.body[1]))
    return tuple(out)


def _names_a_person(p: Para, posts_at: Sequence[Span]) -> bool:
    """The paragraph is little more than a name and a post."""
    a, b = p.span
    covered = [(max(a, x), min(b, y)) for x, y in posts_at if x < b and y > a]
    size = sum(y - x for x, y in set(covered))
    return bool(covered) and size >= 0.6 * (b - a - p.words_from)


class Names:
    """Gives every printed name the body it refers to, and remembers all forms met."""

    def __init__(self, text: str, header: Header) -> None:
        self._text = text
        self._resolver = Resolver(Here(header.jurisdiction, level_of(header.jurisdiction), header.date), text)
        self._found: dict[str, Department] = {}
        self._printed: dict[str, list[str]] = {}

    def __call__(self, named: Named, saying: Saying) -> Unit:
        beside = [n.full for n in saying.said.units]
        return self._met(Unit(named.printed, saying.view.span(named.start, named.end)), named.full, beside)

    def _met(self, unit: Unit, full: str, beside: Sequence[str]) -> Unit:
        d = self._resolver.resolve(full, beside)
        unit = replace(unit, printed=squeeze(self._text[slice(*unit.span)]))
        forms = self._printed.setdefault(d.id, [])
        if unit.printed not in forms:
            forms.append(unit.printed)
        self._found.setdefault(d.id, d)
        return replace(unit, department=d.id)

    def unit(self, unit: Unit) -> Unit:
        return self._met(unit, unit.printed, ())

    def units(self, found: Sequence[Unit]) -> tuple[Unit, ...]:
        beside = [u.printed for u in found]
        return tuple(self._met(u, u.printed, beside) for u in found)

    def departments(self) -> tuple[Department, ...]:
        return tuple(replace(d, printed=tuple(self._printed[i])) for i, d in sorted(self._found.items()))


def _heading_start(d: Draft, read: Read) -> int:
    return read.sections[d.path[-1]].span[0] if d.path else 0


def _task(text: str, d: Draft, read: Read, who: Names, header: Header) -> Task:
    """One draft to one task: its words, duties, figures and dates."""
    headings = tuple(read.sections[i].name for i in d.path)
    if d.pieces:
        span = (d.pieces[0].span[0], d.pieces[-1].span[1])
    else:
        span = read.sections[d.path[-1]].span
    view = View.of(text, span)
    duties: tuple[Duty, ...] = edges(d.sayings, d.positional, d.inherited, who)
    figures = tuple(_placed(text, view, i) for i in read_indicators(view.text, header.date))
    if d.figures:
        column = View.of(text, d.figures.span)
        figures += tuple(_placed(text, column, i) for i in read_indicators(column.text, header.date))
    return Task(
        name=_short(d.title or view.text), text=text[span[0] : span[1]], span=span, number=d.number, section=headings, section_path=d.path,
        deadline=_deadline(d, view, headings, read, header), duties=duties, indicators=figures,
        milestones=tuple(_milestone(text, view, m) for m in read_milestones(view.text, header.date)),
        overseers=_overseers(d), mentions=tuple(who.unit(u) for u in mentions(view, {x.unit.printed for x in duties})),
    )  # fmt: skip


def _placed(text: str, view: View, i: Indicator) -> Indicator:
    span = view.span(*i.span)
    return replace(i, span=span, quote=text[span[0] : span[1]])


def _milestone(text: str, view: View, m: Milestone) -> Milestone:
    span = view.span(*m.span)
    return replace(m, span=span, text=text[span[0] : span[1]])


def _short(text: str) -> str:
    """A task's name: its first sentence, or as much of it as fits a line."""
    first = re.split(r"[。;!?:]", text.strip(), maxsplit=1)[0]
    if len(first) <= 40:
        return first
    clause = re.split(r"[,]", first, maxsplit=1)[0]
    return clause if 6 <= len(clause) <= 40 else first[:39] + "…"


def _deadline(d: Draft, view: View, headings: tuple[str, ...], read: Read, header: Header) -> Deadline:
    """A label's or column's date beats the text's, the text's beats the heading's (a phase)."""
    label: View | None = None
    if d.deadline:
        label = d.deadline.para.view.slice(d.deadline.start, d.deadline.end)
    else:
        for b in d.bound:
            if b.statement.deadline:
                label = b.view.slice(*b.statement.deadline)
    for i in (None, *reversed(d.path)):
        heading = View.of(_source_of(read, i), (0, len(_source_of(read, i)))) if i is not None else None
        found, where = read_deadline(label.text if label else None, view.text, heading.text if heading else "", header.date)
        if found.kind == "none":
            continue
        place = {"label": label, "text": view}.get(where or "")
        if place is not None and found.span:
            return replace(found, span=place.span(*found.span))
        if i is not None and found.printed:
            at = read.sections[i].span
            return replace(found, span=at)
        return replace(found, span=None)
    return Deadline()


def _source_of(read: Read, i: int | None) -> str:
    return read.sections[i].name if i is not None else ""


def _overseers(d: Draft) -> tuple[Overseer, ...]:
    out: list[Overseer] = []
    for piece, label in d.overseers:
        out.extend(replace(o, label=label) for o in read_overseers(piece.para.view.slice(piece.start, piece.end)))
    for b in d.bound:
        for start, end, label in b.statement.overseers:
            out.extend(replace(o, label=label) for o in read_overseers(b.view.slice(start, end)))
    return tuple(out)


def _without_restated(tasks: tuple[Task, ...], tables_from: int, has_table: bool) -> tuple[tuple[Task, ...], tuple[Span, ...]]:
    """The same task once: an item of the body that nobody answers for and that an annexed table allots in the same words is the table's."""
    if not has_table:
        return tasks, ()
    owned = [re.sub(r"\W", "", t.text) for t in tasks if t.duties]
    out, gone = [], []
    for t in tasks:
        words = re.sub(r"\W", "", t.text)
        if not t.duties and any(words[:16] in o or words[8:28] in o or o[:24] in words for o in owned if len(o) > 8):
            gone.append(t.span)
        else:
            out.append(t)
    return tuple(out), tuple(gone)


def _who_in_goal(g: Goal, who: Names) -> Goal:
    return replace(g, duties=tuple(replace(d, unit=who.unit(d.unit)) for d in g.duties))


def _as_printed(text: str, g: Goal) -> Goal:
    return replace(g, text=text[slice(*g.span)], indicators=tuple(replace(i, quote=text[slice(*i.span)]) for i in g.indicators))


def _with_paths(paras: Sequence[Para], read: Read) -> list[tuple[Para, tuple[str, ...]]]:
    """Each paragraph with the headings above it."""
    starts = [s.span[0] for s in read.sections]
    out = []
    for p in paras:
        index = _section_at(starts, p.span[0])
        names: list[str] = []
        while index is not None:
            names.append(read.sections[index].name)
            index = read.sections[index].parent
        out.append((p, tuple(reversed(names))))
    return out


def _section_at(starts: Sequence[int], at: int) -> int | None:
    index = None
    for i, s in enumerate(starts):
        if s <= at:
            index = i
    return index


def _path_at(read: Read, span: Span) -> tuple[int, ...]:
    index = _section_at([s.span[0] for s in read.sections], span[0])
    path: list[int] = []
    while index is not None:
        path.append(index)
        index = read.sections[index].parent
    return tuple(reversed(path))


def _units_at(text: str, span: Span) -> list[Unit]:
    view = View.of(text, span)
    return [Unit(n.printed, view.span(n.start, n.end)) for n in units(view.text.rstrip(":"))]
