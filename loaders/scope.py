"""What a statement binds, and what edges it makes.

Precedence: the item's own verb beats its heading, its label beats both; a blanket clause binds every later item of its part; positional
leads hold where they are stated, or from there on (下同).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from graphmodel.patterns import pattern
from graphmodel.plan import Basis, Duty, Role, Span, Tier, Unit
from graphmodel.text import View
from loaders.grammar.roles import MEMBERS, OTHER_LABEL, Part
from loaders.grammar.units import Named, units
from loaders.paragraphs import Para
from loaders.statement import Said, Statement, statements

# A、B等|部门: the noun of those named, and nobody more
_SUMS_UP = pattern(r"(?:部门|单位)(?:[和及、](?:部门|单位))?$")
_SUBSTANCE = pattern(r"[\u4e00-\u9fffA-Za-z0-9≥≤%]{2}")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph: offsets in its view."""

    para: Para
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.para.text[self.start : self.end]

    @property
    def span(self) -> Span:
        return self.para.view.span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Bound:
    """A statement and the view it was found in."""

    statement: Statement
    view: View

    @property
    def span(self) -> Span:
        return self.view.span(self.statement.start, self.statement.end)


@dataclass(slots=True)
class Segment:
    """Words and the statements that close them."""

    pieces: list[Piece] = field(default_factory=list)
    bound: list[Bound] = field(default_factory=list)

    @property
    def said(self) -> bool:
        return any(b.statement.said or b.statement.as_before for b in self.bound)


def segments(paras: Sequence[Para], skip_marker_of: Para | None = None) -> list[Segment]:
    """Each statement covers the words since the one before; statements that follow one another without words between belong together."""
    out = [Segment()]
    for p in paras:
        at = p.words_from
        if out[-1].bound and (told := _members(p, out[-1])):
            out[-1].bound.append(told)
            continue
        for s in statements(p.text):
            if s.start < at:
                continue
            _words(out, p, at, s.start)
            out[-1].bound.append(Bound(s, p.view))
            at = s.end
        _words(out, p, at, len(p.text))
    return [s for s in out if s.pieces or s.bound]


def _members(p: Para, above: Segment) -> Bound | None:
    """成员单位:B、C below 牵头单位:A: they help with it."""
    if "员" not in p.text[:6] or not any(x.part == "lead" for b in above.bound for x in b.statement.said) or not (m := MEMBERS.match(p.text)):
        return None
    named = units(p.text, m.end(), len(p.text), strict=True)
    return Bound(Statement(0, len(p.text), (Said("help", named, "label", m["label"].replace(" ", "")),)), p.view) if named else None


def _words(out: list[Segment], p: Para, a: int, b: int) -> None:
    """Words between statements: they open a new segment if the last one is closed; punctuation alone is nothing."""
    text = p.text
    while a < b and text[a] in " ;,、。:.)〕]】*":
        a += 1
    while b > a and text[b - 1] in " ;,、*":
        b -= 1
    if b <= a or not _SUBSTANCE.search(text[a:b]):
        return
    if out[-1].bound and not (out[-1].pieces and OTHER_LABEL.match(text, a, b)):
        out.append(Segment())
    out[-1].pieces.append(Piece(p, a, b))


@dataclass(frozen=True, slots=True)
class Saying:
    """What is said of one task, and in which view the names stand."""

    said: Said
    view: View
    span: Span


Who = Callable[[Named, Saying], Unit]


def edges(sayings: Sequence[Saying], positional: bool, inherited: Sequence[Saying], who: Who, first_leads: bool = False) -> tuple[Duty, ...]:
    """The duties of one task, after the role table of the design; ``who`` says which body a name in a saying refers to.

    ``first_leads``: of several that are named as leads the first is the one.
    """
    has_lead = any(s.said.part == "lead" for s in sayings)
    out: list[Duty] = []
    seen: set[tuple[str, str]] = set()
    counts: dict[str, int] = {}
    first_answer = True
    by_place = positional and not has_lead
    for s, basis in [*((s, None) for s in sayings), *((s, "inherited") for s in inherited)]:
        for n in s.said.units:
            if n.tail and len(s.said.units) > 1 and _SUMS_UP.match(n.printed):
                continue
            how: Basis = basis or s.said.basis  # type: ignore[assignment]
            role, tier = _edge(s.said.part, has_lead)
            if first_leads and s.said.part == "lead" and how == "label" and counts.get("LEADS"):
                role, tier = "COOPERATES", "责"
            ranked = by_place and how != "text"  # 各县区要落实: a sentence is no list
            if ranked and s.said.part == "answer" and basis is None and not n.tail:
                role, tier = ("LEADS", "牵") if first_answer else ("COOPERATES", "责")
                how = "positional" if first_answer else how
                first_answer = False
            elif ranked and s.said.part == "answer":
                role, tier = "COOPERATES", "责"
            if (role, n.printed) in seen or (basis and any(n.printed == p for _, p in seen)):
                continue
            seen.add((role, n.printed))
            counts[role] = counts.get(role, 0) + 1
            out.append(Duty(role, tier, who(n, s), s.span, s.said.label, counts[role], s.said.work, how))
    return tuple(out)


def _edge(part: Part, has_lead: bool) -> tuple[Role, Tier]:
    if part == "lead":
        return "LEADS", "牵"
    if part == "help":
        return "COOPERATES", "配"
    if part == "watch":
        return "SUPERVISES", "监"
    if part == "share":
        return "COOPERATES", "责"
    return ("COOPERATES", "责") if has_lead else ("LEADS", "责")
