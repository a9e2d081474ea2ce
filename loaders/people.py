"""Who holds which post: 组长:张某市政府秘书长 · 由区委书记张三任组长 · 成员单位:A局、B局 · 办公室设在A局.

``people_of`` works on the sequence of paragraphs, because a role goes on in the lines below it and a group is named by its heading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graphmodel.plan import Hosting, Membership, Overseer, Post, Section, Span, Unit
from graphmodel.text import View
from loaders.grammar.units import is_unit, units
from loaders.names import Named, persons


@dataclass(frozen=True, slots=True)
class PeopleFound:
    """Posts of persons, memberships of bodies, hosts of offices; ``spans``: the parts of the text that say so."""

    posts: tuple[Post, ...] = ()
    memberships: tuple[Membership, ...] = ()
    hostings: tuple[Hosting, ...] = ()
    spans: tuple[Span, ...] = ()


def _spaced(words: str) -> str:
    """组长|副组长 -> 组 ?长|副 ?组 ?长: typists widen short words with blanks."""
    return "|".join(" ?".join(word) for word in words.split("|"))


_OF_ROLE = (
    "组长|总指挥长|总指挥|指挥长|指挥|政委|总召集人|召集人|主任委员|总路长|路长|总河长|河长|总林长|林长|总田长|田长"
    "|总链长|链长|段长|会长|理事长|队长"
)
_RANK = _spaced("第一|名誉|常务|执行")
_OTHER = _spaced("成员|联络员|联系人|顾问|秘书长|总联络员|专班负责人")
_HEAD_OF_OFFICE = r"(?:办 ?公 ?室 ?)?(?:常务 ?)?(?:副 ?)?主 ?任"
_ROLE = rf"(?:(?:{_RANK}) ?)?(?:副 ?)?(?:{_spaced(_OF_ROLE)})|(?:{_OTHER})|{_HEAD_OF_OFFICE}"
_UNITS = r"成 ?员 ?单 ?位|组 ?成 ?单 ?位|参 ?加 ?单 ?位|(?:牵 ?头 ?)?成 ?员 ?部 ?门"
# 副组长: | 成 员: | 成员单位: ; at the beginning, behind a mark or a blank
_LABEL = re.compile(rf"(?:(?<=^)|(?<=[\s。;、,|)]))(?:(?P<units>{_UNITS})|(?P<role>{_ROLE})) ?(?::|\||(?=\s))")
# 由A任组长 | A担任副组长 | A为成员
_VERB = re.compile(
    rf"(?:同志)?(?:兼任|担任|任|为)(?:领导小组|工作组|专班|指挥部)?(?P<role>{_ROLE})(?:单位)?(?=$|[,。;、)\s]|的)"
)
# 组长由县长张三担任
_BY = re.compile(rf"(?P<role>{_ROLE})由(?P<who>[^,。;:]{{2,80}}?)(?:兼任|担任)")
_GROUP_WORD = (
    r"(?:领导小组|协调小组|工作小组|推进小组|指导小组|工作专班|专班|指挥部|联席会议|委员会|工作组|专项组|协调组|督查组|保障组"
    r"|宣传组|专家组|推进组)"
)
_SET_UP = r"(?:成立|设立|组建|建立|调整|充实|健全|完善|明确)了?(?:由[^,。;]{2,40}(?:参加|组成)的)?"
# 成立沅平市污染防治工作领导小组
_GROUP = re.compile(rf"{_SET_UP}(?P<name>[^,。;:()由]{{2,50}}?{_GROUP_WORD})(?!办公室|成员|会议)")
_GROUP_TAIL = r"(?:成员名单|组成人员(?:名单)?|人员名单|名单|人员组成|组成|成员|的?(?:主要)?职责|构成)?"
# 综合协调组 | 沅平市污染防治工作领导小组成员名单
_GROUP_HEADING = re.compile(rf"(?P<name>[^,。;:]{{1,50}}?(?:组|指挥部|专班|联席会议|委员会|办公室))(?:及其办公室)?{_GROUP_TAIL}$")
_NUMBERED = re.compile(r"^(?:第?[一二三四五六七八九十]{1,3}[、.章节]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)]|[①-⑳])\s?")
# 办公室设在市水利局 | 办公室在市水利局,
_SET_IN = r"(?:下?设立?(?:在|于)|挂靠(?:在|于)?|在(?=[^,。;:]{2,24}(?:[局委厅办部]|办公室|中心|政府)[,。;)]))"
_HOST = re.compile(rf"办公室\s?(?:\([^()]{{0,20}}\))?{_SET_IN}(?P<host>[^,。;:()]{{2,30}}(?:\([^()]{{2,20}}\))?)")
_HOST_WORD = r"(?:局|委员会|委|厅|部|办公室|办|中心|政府|公司|院|站|所|处|支队|管委会)"
_HOST_END = r"(?:[一二三四五六七八九十]?楼|内|$|\(|,|办公|负责|由|具体|承担|牵头)"
_HOST_NAME = re.compile(rf"(?P<unit>.{{2,24}}?{_HOST_WORD}){_HOST_END}")
_OFFICE_OF = re.compile(r"[^,。;:]{2,40}?(?:领导小组|专班|指挥部|联席会议|委员会)$")
# 成员由A局、B局等部门主要负责人组成 | 由A局、B局组成的领导小组
_MADE_OF = re.compile(r"(?:成员(?:单位)?由|由)(?P<who>[^。;:由]{2,400}?)(?:等(?:部门|单位)?)?(?:共同)?组成")
# 等单位分管领导 | 主要负责同志
_FAR = 200  # characters in which the persons of a verb stand
_LIST = 6000  # characters of the longest list of members
_LEADERS = re.compile(
    r"(?:等(?:部门和单位|部门|单位)?)?的?(?:一把手|主要|分管|有关|相关){0,3}(?:负责人|负责同志|领导|同志|一把手)(?:[和及与](?=各))?"
)


def people_of(paragraphs: Sequence[tuple[View, tuple[str, ...]]], sections: Sequence[Section] = ()) -> PeopleFound:
    """All posts, memberships and hosts in the paragraphs, in order; each paragraph with its headings, outermost first.

    ``sections`` gives the places of the headings.
    """
    out: list[PeopleFound] = []
    group: Unit | None = None
    under: tuple[str, ...] | None = None
    role: str | None = None
    for view, section in paragraphs:
        if section != under:
            under, role = section, None
            group = _group_of_section(section, sections, view) or (group if section and group else None)
        heading = _heading_group(view)
        if heading and not _LABEL.search(view.text):
            group, role = heading, None
            continue
        found, group, role = _paragraph(view, group, role)
        out.append(found)
    return PeopleFound(
        tuple(p for f in out for p in f.posts),
        tuple(m for f in out for m in f.memberships),
        tuple(h for f in out for h in f.hostings),
        tuple(sorted({s for f in out for s in f.spans})),
    )


def people(view: View, section: tuple[str, ...] = ()) -> PeopleFound:
    """The posts, memberships and hosts of one paragraph; the group is the one the paragraph names, else the last heading."""
    return people_of([(view, section)])


def overseers(value: View) -> tuple[Overseer, ...]:
    """The persons of a value such as 张三 副市长 or 副市长李四、王五: what stands behind 牵头领导: or in the cell of that column."""
    found, _ = persons(value.text, bare=True)
    return tuple(Overseer(n.name, value.span(n.start, n.end), n.title) for n in found)


def _group_of_section(section: tuple[str, ...], sections: Sequence[Section], view: View) -> Unit | None:
    for name in reversed(section):
        m = _GROUP_HEADING.match(_NUMBERED.sub("", name))
        if m:
            start = view.at[0] if view.at else 0
            place = max((s.span for s in sections if s.name == name and s.span[0] <= start), default=view.whole)
            return Unit(m["name"].replace(" ", ""), place)
    return None


def _heading_group(view: View) -> Unit | None:
    """A short line that names a group: 1.综合协调组 | 沅平市工作领导小组成员名单."""
    skip = _NUMBERED.match(view.text)
    at = skip.end() if skip else 0
    m = _GROUP_HEADING.match(view.text, at) if len(view.text) - at <= 60 else None
    if not m or re.search(r"负责|设在|建立|成立|加强|完善", m["name"]):
        return None
    return Unit(m["name"].replace(" ", ""), view.span(*m.span("name")))


def _paragraph(view: View, group: Unit | None, role: str | None) -> tuple[PeopleFound, Unit | None, str | None]:
    text = view.text
    posts: list[Post] = []
    members: list[Membership] = []
    spans: list[Span] = []
    named = [(m.end(), Unit(m["name"].replace(" ", ""), view.span(*m.span("name")))) for m in _GROUP.finditer(text)]

    def body(at: int) -> Unit:
        return next((u for end, u in reversed(named) if end <= at), group) or Unit("", view.span(at, at))

    def add(who: tuple[Named, ...], said: str, at: int) -> None:
        posts.extend(Post(n.name, n.title, body(at), said.replace(" ", ""), view.span(n.start, n.end)) for n in who)
        spans.extend(view.span(n.start, n.end) for n in who)

    labels = list(_LABEL.finditer(text))
    if labels and labels[0].start() > 0 and role and (first := _whole_list(text, 0, labels[0].start())):
        add(first, role, 0)
    for m, edge in zip(labels, [n.start() for n in labels[1:]] + [len(text)]):
        end = min(edge, m.end() + _LIST)
        if not m[0].endswith((":", "|")) and not persons(text, m.end(), end)[0]:
            continue
        role = "成员" if m["units"] else m["role"].replace(" ", "")
        who, rest = persons(text, m.end(), end, bare=True)
        if m["units"] or role == "成员" and not who:
            members.extend(_members(view, m.end(), end, body(m.start())))
        add(who, role, m.start())
        if role.startswith("成员") and who:
            for a, b in rest:
                members.extend(_members(view, a, b, body(m.start())))
        if m["units"]:
            role = None
    if not labels:
        again = _whole_list(text, 0, len(text)) if role else ()
        if again and role:
            add(again, role, 0)
        else:
            role = None
            _said(view, add, members, body)
    hosts = tuple(_hosts(view, group, named))
    if named:
        group = named[-1][1]
    return PeopleFound(tuple(posts), tuple(members), hosts, tuple(spans)), group, role


def _whole_list(text: str, start: int, end: int) -> tuple[Named, ...]:
    """The persons of a line that holds nothing else: it goes on with the role above it."""
    if "。" in text[start:end] or end - start > 200:
        return ()
    who, rest = persons(text, start, end)
    return who if who and not rest else ()


def _said(view: View, add: Callable[[tuple[Named, ...], str, int], None], members: list[Membership], body: Callable[[int], Unit]) -> None:
    """Posts and members that a sentence says with a verb: 由A任组长, 组长由A担任, B、C为成员, 成员由B、C组成."""
    text = view.text
    for m in _BY.finditer(text):
        add(persons(text, *m.span("who"), bare=True)[0], m["role"], m.start())
    for m in _VERB.finditer(text):
        edge = max(0, m.start() - _FAR)
        start = max(text.rfind(mark, edge, m.start()) for mark in ",。;:由(") + 1 or edge
        who, _ = persons(text, start, m.start(), bare=True)
        role = m["role"].replace(" ", "")
        add(who, role, m.start())
        if not who and role == "成员":
            members.extend(_members(view, start, m.start(), body(m.start())))
    for m in _MADE_OF.finditer(text):
        group = body(m.start()) if body(m.start()).printed else body(len(text))
        if group.printed:
            members.extend(_members(view, *m.span("who"), group))


def _members(view: View, start: int, end: int, group: Unit) -> list[Membership]:
    out: list[Membership] = []
    text = _LEADERS.sub(lambda m: "," * len(m[0]), view.text[:end])
    for named in units(text, start, end):
        if is_unit(named.printed) or named.tail:
            unit = Unit(named.printed, view.span(named.start, named.end))
            out.append(Membership(unit, group, "成员", unit.span))
    return out


def _hosts(view: View, group: Unit | None, named: Sequence[tuple[int, Unit]]) -> list[Hosting]:
    out: list[Hosting] = []
    for m in _HOST.finditer(view.text):
        cut = _HOST_NAME.match(m["host"])
        host = cut["unit"] if cut else m["host"]
        if not is_unit(host):
            continue
        end = m.start("host") + len(host)
        above = next((u for at, u in reversed(named) if at <= m.start()), group)
        prefix = _OFFICE_OF.search(view.text[max(0, m.start() - 44) : m.start()])
        start = m.start() - (len(prefix[0]) if prefix else 0)
        printed = view.text[start : m.start() + 3].replace(" ", "")
        office = above.printed + "办公室" if above and not prefix else printed
        unit = Unit(host.replace(" ", ""), view.span(m.start("host"), end))
        out.append(Hosting(Unit(office, view.span(start, m.start() + 3)), unit, view.span(start, end)))
    return out
