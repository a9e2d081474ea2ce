"""Plans of a few lines as graphs, built by hand: rules and measures are tested without the loaders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from graphmodel.graph import AccountabilityGraph
from graphmodel.plan import (
    Deadline,
    Department,
    Duty,
    Goal,
    Header,
    Hosting,
    Indicator,
    Mechanism,
    Milestone,
    Overseer,
    Plan,
    Post,
    Role,
    Section,
    Source,
    Span,
    Task,
    Tier,
    Unit,
)  # fmt: skip

ROLES: dict[Tier, Role] = {"牵": "LEADS", "责": "COOPERATES", "配": "COOPERATES", "监": "SUPERVISES"}
Collective = Literal["closed", "open"]


@dataclass
class Tiny:
    """A plan that is written line by line; ``graph()`` reads it."""

    title: str = "沅平市环境整治工作任务分工方案"
    issuer: str | None = "沅平市人民政府办公室"
    source: str = "tiny.txt"
    lines: list[str] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    mechanisms: list[Mechanism] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    hostings: list[Hosting] = field(default_factory=list)
    departments: dict[str, Department] = field(default_factory=dict)
    unread: list[tuple[int, str]] = field(default_factory=list)
    date: str | None = "2025-01-10"

    def __post_init__(self) -> None:
        self.lines.append(self.title)

    def line(self, text: str) -> Span:
        """Writes a line, gives its span."""
        start = sum(len(x) + 1 for x in self.lines)
        self.lines.append(text)
        return start, start + len(text)

    def body(self, name: str, peer_class: str | None = "city bureau", collective: Collective | None = None, canonical: str | None = None) -> str:
        """Makes a department known (canonical name: with 沅平市), gives its id."""
        full = canonical or (f"沅平{name}" if name.startswith("市") else name)
        self.departments[name] = Department(f"dept/{full}", full, ("沅平市",), "city", peer_class, collective, True, (name,))
        return f"dept/{full}"

    def unit(self, name: str, span: Span) -> Unit:
        if name not in self.departments:
            self.body(name, collective="closed" if name.startswith("各") else None)
        return Unit(name, span, self.departments[name].id)

    def section(self, name: str, number: str | None = None, level: int = 1, parent: int | None = None) -> int:
        self.sections.append(Section(name, self.line(name), number, level, parent))
        return len(self.sections) - 1

    def duty(self, text: str, start: int, tier: Tier, name: str, leads: bool = False, **more: Any) -> Duty:
        at = start + max(text.find(name), 0)
        return Duty("LEADS" if leads else ROLES[tier], tier, self.unit(name, (at, at + len(name))), (start, start + len(text)), **more)

    def task(
        self, text: str, number: str | None = None, indicators: Sequence[tuple[str, str, float | str, str]] = (),
        deadline: str | None = None,
        overseers: Sequence[str] = (), section: int | None = None, inherited: Sequence[tuple[Tier, str, Span]] = (),
        milestones: Sequence[tuple[str, str]] = (),
        mentions: Sequence[str] = (), **duties: Sequence[str],
    ) -> Span:  # fmt: skip
        """A task on its own line: ``number`` + ``text``; duties by tier (牵=["市水利局"], responsible lead: 责主=[...]). Gives its span."""
        a, b = self.line((number or "") + text)
        start = a + len(number or "")
        here = section if section is not None else len(self.sections) - 1
        held = [
            self.duty(text, start, "责" if tier == "责主" else tier, name, leads=tier == "责主", order=n)  # type: ignore[arg-type]
            for tier, named in duties.items()
            for n, name in enumerate(named, 1)
        ]
        held += [Duty(ROLES[tier], tier, self.unit(name, span), span, basis="inherited") for tier, name, span in inherited]
        self.tasks.append(
            Task(
                name=text[:12], text=text, span=(start, b), number=number, section=(self.sections[here].name,) if here >= 0 else (),
                section_path=(here,) if here >= 0 else (), deadline=Deadline(deadline, deadline, "date") if deadline else Deadline(),
                duties=tuple(held),
                indicators=self.figures(text, start, indicators), overseers=tuple(Overseer(p, (start, start + 1),
                label="责任领导") for p in overseers),
                milestones=tuple(Milestone(t, (start, b), by, by) for t, by in milestones),
                mentions=tuple(self.unit(m, (start, start + 1)) for m in mentions),
            )
        )  # fmt: skip
        return start, b

    def figures(self, text: str, start: int, rows: Sequence[tuple[str, str, float | str, str]]) -> tuple[Indicator, ...]:
        """Indicators from (quote, name, value, unit); the quote stands in the text."""
        made = []
        for quote, name, value, unit in rows:
            at = start + text.index(quote)
            made.append(Indicator(name, ">=", value, (at, at + len(quote)), quote, unit=unit))
        return tuple(made)

    def goal(self, text: str, indicators: Sequence[tuple[str, str, float | str, str]] = (), by: str | None = None, **duties: Sequence[str]) -> Span:
        a, b = self.line(text)
        names = (self.sections[-1].name,) if self.sections else ()
        held = tuple(self.duty(text, a, tier, n) for tier, named in duties.items() for n in named)  # type: ignore[arg-type]
        self.goals.append(Goal(text, (a, b), names, by, self.figures(text, a, indicators), held))
        return a, b

    def mechanism(self, kind: Any, text: str, actors: Sequence[str] = (), recipients: Sequence[str] = (), frequency: str | None = None) -> Span:
        a, b = self.line(text)
        self.mechanisms.append(
            Mechanism(kind, (a, b), text, frequency, actors=tuple(self.unit(x, (a, a + 1)) for x in actors), recipients=tuple(self.unit(x,
            (a, a + 1)) for x in recipients))
        )  # fmt: skip
        return a, b

    def plan(self) -> Plan:
        return Plan(
            Source("\n".join(self.lines), self.source), Header(name=self.title, issuer=self.issuer, date=self.date), tuple(self.sections),
            tuple(self.tasks),
            tuple(self.goals), tuple(self.posts), (), tuple(self.hostings), tuple(self.mechanisms), tuple(self.departments.values()),
            unread=tuple(self.unread),
        )  # fmt: skip

    def graph(self) -> AccountabilityGraph:
        return AccountabilityGraph.of([self.plan()])


def numbered(*texts: str, owner: str = "市水利局") -> Tiny:
    """A plan of one section with the lines as printed; each "N." line is a task of one owner."""
    tiny = Tiny()
    tiny.section("一、重点任务", "一、")
    for text in texts:
        head, dot, rest = text.partition(".")
        if dot and head.isdigit():
            tiny.task(rest, f"{head}.", 牵=[owner])
        else:
            tiny.line(text)
    return tiny
