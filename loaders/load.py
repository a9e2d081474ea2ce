"""A plan's way from text to values: frame, paragraphs, tables, tree, items, and what each says. Read this function first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphmodel.plan import Goal, Plan, Source, Span, Unit
from graphmodel.text import View
from loaders.account import account
from loaders.annexes import annexes
from loaders.blocks import tree
from loaders.cell_titles import titles_of
from loaders.circular import allots_nothing
from loaders.drafts import Draft, Read
from loaders.goals import goals as read_goals
from loaders.grammar.in_force import says_in_force
from loaders.grammar.units import units
from loaders.grids import tables_of
from loaders.header import Frame, read_frame
from loaders.indicator_tables import indicator_tables
from loaders.items import read_items
from loaders.lines_said import says_who
from loaders.mechanisms import mechanisms as read_mechanisms
from loaders.paragraphs import Para, paragraphs
from loaders.people import people_of
from loaders.restated import without_restated
from loaders.sections import Headings, RowPaths, add_headings
from loaders.tables import read_tables, strange_rows
from loaders.tasks import task_of
from loaders.whom import Names


def load(source: Source) -> Plan:
    """Read one plan. Never fails on a text: what was not understood stands in ``Plan.unread``."""
    frame = read_frame(source)
    paras = paragraphs(source, _body(frame))
    tables = read_tables(source.text, paras)
    left = tuple(p for p in paras if id(p) not in tables.used)
    measured = indicator_tables(source.text, left, frame.header.date)
    left = tuple(p for p in left if id(p) not in measured.used)
    people = people_of([(p.view, ()) for p in left])
    posts_at = sorted([*(x.span for x in people.posts), *(x.span for x in people.memberships)])
    parts = annexes(left)
    of_itself = tuple(p for p in left if says_in_force(p.text, p.words_from))
    strange = strange_rows(left)
    aside = {id(p) for p in (*parts.labels, *of_itself, *strange)}
    root = tree(tuple(p for p in left if id(p) not in aside), (*frame.titles, *parts.titles))
    read = read_items(root, lambda p: _names_a_person(p, posts_at))
    read.taken.extend((p.span, "annex") for p in parts.labels)
    read.taken.extend((p.span, "preamble") for p in of_itself)
    read.loose.extend((p, (), "intro") for p in strange)
    read.taken.extend((span, "table head") for span in measured.heads)
    rows_from = len(read.sections)
    add_headings(read, tables.headings, sorted(d.start for d in tables.drafts))
    told = "".join(p.text for p in root.more[:12])
    called, annexed = frame.addressees is not None, frame.annexes is not None
    if not tables.drafts and allots_nothing(frame.header.name, source.text[:600], called, annexed, told, read.drafts):
        read.loose.extend((piece.para, d.path, "intro") for d in read.drafts for piece in d.pieces)
        read.drafts.clear()
    who = Names(source, frame.header)
    read.sections[:] = [replace(s, name=_on_one_line(source.text[slice(*s.span)]).rstrip("。:.")) for s in read.sections]
    sections = tuple(read.sections)
    headings = Headings(sections)
    path_of_row, title_of_row = RowPaths(headings, sections, rows_from, [span for span, _ in tables_of(source)]), titles_of(source)
    for d in tables.drafts:
        d.title = d.title or title_of_row(d)
        d.path = path_of_row(d.pieces[0].span, d.number)
        d.inherited = [*read.standing, *(s for s in tables.standing if s.span[0] < d.start and headings.path_at(s.span)[:1] == d.path[:1])]
        d.positional = d.positional or read.positional
    drafts = sorted([*read.drafts, *tables.drafts], key=lambda d: d.start if d.pieces else _heading_start(d, read))
    besides = [span for span, what in frame.marks if what == "furniture" and frame.body[0] < span[0] < frame.body[1]]
    tasks = tuple(task_of(source.text, d, read, who, frame.header, besides) for d in drafts)
    of_tables = {id(d) for d in tables.drafts}
    rows = {t.span[0]: "".join(p.text for p in d.pieces) for d, t in zip(drafts, tasks) if id(d) in of_tables}
    tasks, restated = without_restated(tasks, rows)
    loose = [(p.view, tuple(sections[i].name for i in path)) for p, path, what in read.loose if what != "furniture"]
    goals = tuple(_as_printed(source.text, _who_in_goal(g, who)) for g in read_goals(loose, frame.header.date))
    goals += tuple(_as_printed(source.text, replace(g, section=headings.names_at(g.span))) for g in measured.goals)
    everything = [(p.view, ()) for p in paragraphs(source, frame.notice)] + [(p.view, path) for p, path in headings.with_paths(left)]
    found = read_mechanisms(everything, [t.span for t in tasks], sections, source.text)
    mechanisms = tuple(
        replace(m, quote=source.text[slice(*m.span)], actors=who.units(m.actors), recipients=who.units(m.recipients), section_path=headings.path_at(m.span))
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


def _on_one_line(words: str) -> str:
    """Words that may be broken over lines: a line break is a blank beside a Latin letter or figure only."""
    lines = [" ".join(line.split()) for line in words.split("\n")]
    out = lines[0] if lines else ""
    for line in lines[1:]:
        out += (" " if out[-1:].isascii() and line[:1].isascii() else "") + line
    return out


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
    return bool(covered) and size >= 0.6 * (b - a - p.words_from) and not says_who(p)


def _heading_start(d: Draft, read: Read) -> int:
    return read.sections[d.path[-1]].span[0] if d.path else 0


def _who_in_goal(g: Goal, who: Names) -> Goal:
    return replace(g, duties=tuple(replace(d, unit=who.unit(d.unit)) for d in g.duties))


def _as_printed(text: str, g: Goal) -> Goal:
    return replace(g, text=text[slice(*g.span)], indicators=tuple(replace(i, quote=text[slice(*i.span)]) for i in g.indicators))


def _units_at(text: str, span: Span) -> list[Unit]:
    view = View.of(text, span)
    return [Unit(n.printed, view.span(n.start, n.end)) for n in units(view.text.rstrip(":"))]
