"""Working groups: 综合协调组 | 牵头单位:A | 成员单位:B、C | 主要职责:…. Whoever leads the group answers for its work, its members help."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graphmodel.patterns import pattern
from graphmodel.plan import Span
from loaders.blocks import Node
from loaders.grammar.roles import MEMBERS
from loaders.grammar.units import Named, units
from loaders.markers import Marker
from loaders.paragraphs import Para
from loaders.people_words import LABEL as PERSON
from loaders.scope import Saying
from loaders.statement import Said, statements

# (一)综合协调组 · 2.督导考核专班(市纪委监委、市审计局)。负责督查 · 八、涉外组:市委外办、市公安局
_GROUP = pattern(r"(?P<name>[^,。;:()〔〕【】]{1,24}?(?:专班|组))\s?(?P<who>[(〔【][^()〔〕【】]{2,120}[)〕】])?\s?(?P<mark>[。:]|$)")
_NO_GROUP = pattern(r"^(?:成立|建立|组建|设立|健全|完善|加强|强化|明确|调整|充实|发挥|优化|抽调|选派|派出|各|由)|领导小组$|负责|牵头|党组$|小组$(?<!工作小组)")
_DUTIES = pattern(r"(?:主要|工作|具体)?(?:工作)?(?:职 ?责|职能|任务)(?:任务|分工)?\s?:\s?")


@dataclass(frozen=True, slots=True)
class Group:
    """A group in the tree: where its name ends and its words begin, who leads and helps, the lines that say what it does, and those that say who."""

    end: int
    begin: int
    sayings: tuple[Saying, ...]
    words: tuple[Para, ...]
    taken: tuple[tuple[Span, str], ...]


def group_of(node: Node) -> Group | None:
    """The group that a heading names, if who leads it or belongs to it is said there or in the lines below; None for anything else."""
    p = node.para
    m = _GROUP.match(p.text, p.words_from) if p else None
    if p is None or m is None or _NO_GROUP.search(m["name"]):
        return None
    sayings, labels, words = [], [], []
    begin = m.end()
    if m["who"]:
        sayings += _in_heading(p, m.start("who") + 1, m.end("who") - 1)
    elif m["mark"] == ":" and (rest := p.text[begin:].rstrip("。")) and (named := units(p.text, begin, begin + len(rest), strict=True)):
        sayings.append(Saying(Said("answer", named, "heading"), p.view, p.view.span(begin, begin + len(rest))))
        begin = len(p.text)
    if begin < len(p.text.rstrip("。 ")) and not sayings:
        return None
    for x in node.more:
        said, spans, rest_at = _line(x)
        sayings += said
        labels += spans
        if rest_at is not None:
            words.append(replace(x, marker=Marker("duty", None, "", rest_at)) if rest_at else x)
    if not any(s.said.part in ("lead", "answer", "help") for s in sayings):
        return None
    leads = {n.printed for s in sayings if s.said.part == "lead" for n in s.said.units}
    if not any(s.said.part in ("lead", "answer") for s in sayings):
        itself = units(p.text, m.start("name"), m.end("name"))
        sayings.insert(0, Saying(Said("answer", itself, "heading"), p.view, p.view.span(*m.span("name"))))
    told = sorted((_without(s, leads) for s in sayings), key=lambda s: s.said.part not in ("lead", "answer"))
    return Group(m.end("name"), begin, tuple(s for s in told if s.said.units), tuple(words), tuple(labels))


def _without(s: Saying, leads: set[str]) -> Saying:
    """What is said without those who lead: they are listed among the members too."""
    return s if s.said.part == "lead" else replace(s, said=replace(s.said, units=tuple(n for n in s.said.units if n.printed not in leads)))


def _in_heading(p: Para, a: int, b: int) -> list[Saying]:
    """综合组(市政府办牵头) · 考核专班(市纪委监委、市审计局)."""
    found = [s for s in statements(p.text) if s.said and s.start < b and a <= s.end]
    if found:
        return [Saying(x, p.view, p.view.span(s.start, s.end)) for s in found for x in s.said]
    named = units(p.text, a, b, strict=True)
    return [Saying(Said("answer", named, "heading"), p.view, p.view.span(a, b))] if named else []


def _line(p: Para) -> tuple[list[Saying], list[tuple[Span, str]], int | None]:
    """What a line below a group's name says: who, where it says so, and where its words begin (None if it has none)."""
    text = p.text
    if m := MEMBERS.match(text):
        named = members(text, m.end())
        span = p.view.span(0, len(text))
        return ([Saying(Said("help", named, "label", m["label"].replace(" ", "")), p.view, span)] if named else []), [(span, "duty")], None
    if m := _DUTIES.match(text):
        return [], [(p.view.span(0, m.end()), "duty")], m.end() if m.end() < len(text) else None
    found = [s for s in statements(text) if s.said]
    if found and (found[0].start == 0 or PERSON.match(text)) and not pattern(r"[\u4e00-\u9fff]{3}").search(text, found[-1].end):
        return [Saying(x, p.view, p.view.span(s.start, s.end)) for s in found for x in s.said], [(p.view.span(s.start, s.end), "duty") for s in found], None
    if PERSON.match(text):
        return [], [(p.span, "person")], None
    return [], [], p.words_from


def members(text: str, at: int) -> tuple[Named, ...]:
    """The bodies behind 成员单位:; () where persons stand among them."""
    return units(text, at, len(text), strict=True)
