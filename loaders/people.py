"""Who holds which post: 组长:张某市政府秘书长 · 由区委书记张三任组长 · 成员单位:A局、B局 · 办公室设在A局.

``people_of`` works on the sequence of paragraphs, because a role goes on in the lines below it and a group is named by its heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graphmodel.patterns import pattern
from graphmodel.plan import Hosting, Membership, Overseer, Post, Section, Span, Unit
from graphmodel.text import View
from loaders.grammar.units import is_unit, units
from loaders.names import Named, persons
from loaders.people_words import (
    ALLOTTING,
    ALSO,
    BY,
    GROUP,
    GROUP_BEHIND,
    GROUP_HEADING,
    HOST,
    HOST_NAME,
    LABEL,
    LEADERS,
    MADE_OF,
    NUMBERED,
    OFFICE_OF,
    SHORT_GROUP,
    VERB,
    WITH,
)

_FAR = 200  # characters in which the persons of a verb stand
_LIST = 6000  # characters of the longest list of members
_ROLE_STEM = pattern(r"[^\s:|副长任担为]{1,4}")


@dataclass(frozen=True, slots=True)
class PeopleFound:
    """Posts of persons, memberships of bodies, hosts of offices; ``spans``: the parts of the text that say so."""

    posts: tuple[Post, ...] = ()
    memberships: tuple[Membership, ...] = ()
    hostings: tuple[Hosting, ...] = ()
    spans: tuple[Span, ...] = ()


def people_of(paragraphs: Sequence[tuple[View, tuple[str, ...]]], sections: Sequence[Section] = ()) -> PeopleFound:
    """All posts, memberships and hosts in the paragraphs, in order; each paragraph with its headings, outermost first.

    ``sections`` gives the places of the headings.
    """
    posts: list[Post] = []
    members: list[Membership] = []
    hosts: list[Hosting] = []
    group: Unit | None = None
    under: tuple[str, ...] | None = None
    role: str | None = None
    for view, section in paragraphs:
        if section != under:
            under, role = section, None
            group = _group_of_section(section, sections, view) or (group if section and group else None)
        heading = _heading_group(view)
        if heading and not LABEL.search(view.text):
            group, role = heading, None
            continue
        hosts.extend(_hosts(view, group))
        p = _read(view, group, role)
        posts += p.posts
        members += p.members
        group, role = p.group, p.role
    spans = {x.span for x in posts} | {x.span for x in members} | {x.span for x in hosts}
    return PeopleFound(tuple(posts), tuple(members), tuple(hosts), tuple(sorted(spans)))


def people(view: View, section: tuple[str, ...] = ()) -> PeopleFound:
    """The posts, memberships and hosts of one paragraph; the group is the one the paragraph names, else the last heading."""
    return people_of([(view, section)])


def overseers(value: View) -> tuple[Overseer, ...]:
    """The persons of a value such as 张三 副市长 or 副市长李四、王五: what stands behind 牵头领导: or in the cell of that column."""
    found, _ = persons(value.text, bare=True)
    return tuple(Overseer(n.name, value.span(n.start, n.end), n.title) for n in found)


def _group_of_section(section: tuple[str, ...], sections: Sequence[Section], view: View) -> Unit | None:
    for name in reversed(section):
        m = GROUP_HEADING.match(NUMBERED.sub("", name))
        if m:
            start = view.at[0] if view.at else 0
            place = max((s.span for s in sections if s.name == name and s.span[0] <= start), default=view.whole)
            if place[1] - place[0] == len(name):
                place = (place[0] + name.index(m["name"]), place[0] + name.index(m["name"]) + len(m["name"]))
            return Unit(m["name"].replace(" ", ""), place)
    return None


def _heading_group(view: View) -> Unit | None:
    """A short line that names a group: 1.综合协调组 | 沅平市工作领导小组成员名单."""
    skip = NUMBERED.match(view.text)
    at = skip.end() if skip else 0
    m = GROUP_HEADING.match(view.text, at) if len(view.text) - at <= 60 else None
    if not m or pattern(r"负责|设在|建立|成立|加强|完善").search(m["name"]):
        return None
    return Unit(m["name"].replace(" ", ""), view.span(*m.span("name")))


@dataclass(slots=True)
class _Paragraph:
    """One paragraph as it is read: the group and the role that the lines above left over, and what was found in it."""

    view: View
    group: Unit | None
    role: str | None
    named: list[tuple[int, Unit]] = field(default_factory=list)  # groups set up in the paragraph, with where their names end
    posts: list[Post] = field(default_factory=list)
    members: list[Membership] = field(default_factory=list)

    def body(self, at: int) -> Unit:
        """The group in force at an offset: the last one set up before it, the one above, a short mention, or the words at the offset."""
        self.group = next((u for end, u in reversed(self.named) if end <= at), self.group) or _unnamed(self.view, at)
        return self.group

    def add(self, who: Sequence[Named], role: str, at: int) -> None:
        for n in who:
            also = ALSO.search(n.title) if n.title and n.title[-1] == ")" else None
            title = n.title[: also.start()] if also and n.title else n.title
            self.posts.append(Post(n.name, title, self.body(at), role.replace(" ", ""), self.view.span(n.start, n.end)))
            if also:
                bracket = self.view.text.rfind("(", n.start, n.end)
                self.posts.append(Post(n.name, title, self.body(at), also["role"].replace(" ", ""), self.view.span(bracket, n.end)))

    def add_members(self, start: int, end: int, at: int) -> None:
        found = _units(self.view, start, end)
        self.members.extend(Membership(u, self.body(at), "成员", u.span) for u in found)


def _read(view: View, group: Unit | None, role: str | None) -> _Paragraph:
    text = view.text
    p = _Paragraph(view, group, role)
    p.named = _groups(view)
    labelled = LABEL.finditer(text) if any(mark in text for mark in (":", "|", " ")) else ()
    labels = [m for m in labelled if m[0].endswith((":", "|")) or persons(text, m.end(), m.end() + _FAR)[0]]
    if any(m["units"] and m["units"][0] == "参" for m in labels) and (ALLOTTING.search(text) or not (group or p.named)):
        labels = [m for m in labels if not (m["units"] and m["units"][0] == "参")]
    first = labels[0].start() if labels else len(text)
    again = _whole_list(text, 0, first) if role else ()
    if again and role:
        p.add(again, role, 0)
    elif not labels:
        p.role = None
        _said(p)
    for m, edge in zip(labels, [n.start() for n in labels[1:]] + [len(text)]):
        _labelled(p, m, min(edge, m.end() + _LIST))
    if p.named:
        p.group = p.named[-1][1]
    return p


def _groups(view: View) -> list[tuple[int, Unit]]:
    """The groups a paragraph says are set up, and where each name ends."""
    if not any(word in view.text for word in ("组", "专班", "指挥部", "联席会议", "委员会")):
        return []
    found = {m.span("name"): m.end() for m in GROUP.finditer(view.text)}
    found |= {m.span("name"): m.start("who") for m in GROUP_BEHIND.finditer(view.text)}
    return [(end, Unit(view.text[slice(*name)].replace(" ", ""), view.span(*name))) for name, end in sorted(found.items(), key=lambda f: f[1])]


def _labelled(p: _Paragraph, m: re.Match[str], end: int) -> None:
    """The persons or units behind one label."""
    at = m.start("units") if m["units"] else m.start("role")
    p.role = "成员" if m["units"] else m["role"].replace(" ", "")
    who, rest = persons(p.view.text, m.end(), end, bare=True)
    p.add(who, p.role, at)
    if p.role == "成员":
        for a, b in rest if who else ((m.end(), end),):
            p.add_members(a, b, at)
    if m["units"]:
        p.role = None


def _unnamed(view: View, at: int) -> Unit:
    """The group of a paragraph that names none in full: its last short mention before ``at``, else the words at ``at`` (组 of 组长)."""
    mention = max((m.span() for m in SHORT_GROUP.finditer(view.text, max(0, at - _FAR), at + 6)), default=None)
    if mention is None:
        word = _ROLE_STEM.search(view.text, at)
        mention = word.span() if word else (at, at)
    return Unit(view.text[slice(*mention)], view.span(*mention))


def _whole_list(text: str, start: int, end: int) -> tuple[Named, ...]:
    """The persons of a line that holds nothing else: it goes on with the role above it."""
    if "。" in text[start:end] or end - start > 200:
        return ()
    who, rest = persons(text, start, end)
    return who if who and not rest else ()


def _said(p: _Paragraph) -> None:
    """Posts and members that a sentence says with a verb: 由A任组长, 组长由A担任, B、C为成员, 成员由B、C组成."""
    text = p.view.text
    for m in BY.finditer(text) if "任" in text else ():
        p.add(persons(text, *m.span("who"), bare=True)[0], m["role"], m.start())
    before = 0  # where the last post ends: 以A为组长、B为副组长
    for m in VERB.finditer(text):
        edge = max(before, m.start() - _FAR)
        start = max(*(text.rfind(mark, edge, m.start()) + 1 for mark in ",。;:由("), _behind_with(text, edge, m.start()), edge)
        before = m.end()
        who, _ = persons(text, start, m.start(), bare=True)
        p.add(who, m["role"], m.start("role"))
        if not who and m["role"].replace(" ", "") == "成员":
            p.add_members(start, m.start("verb"), m.start("role"))
    for m in MADE_OF.finditer(text) if "组成" in text else ():
        if p.group or p.named or m[0].startswith("成员"):
            p.add_members(*m.span("who"), m.start() if not p.named else max(m.start(), p.named[0][0]))


def _behind_with(text: str, start: int, end: int) -> int:
    """Where the persons begin behind 成立以A为组长; 0 if they do not stand so."""
    found = WITH.search(text, start, end)
    return found.end() if found else 0


def _units(view: View, start: int, end: int) -> list[Unit]:
    """The bodies of a list, without the words for their heads (等部门主要负责同志)."""
    text = LEADERS.sub(lambda m: "," * len(m[0]), view.text[start:end])
    return [Unit(n.printed, view.span(start + n.start, start + n.end)) for n in units(text, 0, len(text)) if is_unit(n.printed) or n.tail]


def _hosts(view: View, group: Unit | None) -> list[Hosting]:
    """The bodies in which the office of a group is set up; the group itself where the office is not named with it."""
    out: list[Hosting] = []
    if "办公室" not in view.text:
        return out
    named = _groups(view)
    for m in HOST.finditer(view.text):
        cut = HOST_NAME.match(m["host"])
        host = cut["unit"] if cut else m["host"]
        if not is_unit(host):
            continue
        end = m.start("host") + len(host)
        above = next((u for at, u in reversed(named) if at <= m.start()), group)
        prefix = OFFICE_OF.search(view.text[max(0, m.start() - 44) : m.start()])
        start = m.start() - (len(prefix[0]) if prefix else 0)
        named_here = Unit(view.text[start : m.start() + 3].replace(" ", ""), view.span(start, m.start() + 3))
        unit = Unit(host.replace(" ", ""), view.span(m.start("host"), end))
        out.append(Hosting(named_here if prefix or above is None else above, unit, view.span(start, end)))
    return out
