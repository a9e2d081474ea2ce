"""What the report shows, as plain values: the roof fills them from the measures, the templates print them. Nothing is worked out here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphmodel.finding import Words

if TYPE_CHECKING:
    from graphmodel.finding import Finding
    from graphmodel.graph import AccountabilityGraph
    from viz.report_bodies import Supervision, Unit

# Codes of the values -> words of the page, Chinese and English.
ROLES = {
    "leads": ("牵头", "leads"), "answers": ("主责", "answers"), "responsible": ("责任", "responsible"), "cooperates": ("配合", "helps"),
    "supervises": ("监管", "watches"),
}  # fmt: skip
CARRIED = {
    "carried": ("有任务承接", "carried by a task"), "unnamed": ("有任务写了同一数值", "a task has the same figure"),
    "named": ("有任务提到，未写数值", "named in a task, without its value"), "absent": ("无任务承接", "no task carries it"),
    "direct": ("直接写明责任单位", "answered for directly"), "none": ("未作核对（原则、步骤）", "not compared (a principle or a timetable)"),
}  # fmt: skip
UNDATED = {
    "continuous": ("持续进行", "continuous"), "recurring": ("定期进行", "recurring"), "relative": ("随其他事项起算", "counted from another event"),
    "none": ("没有写时限", "no date at all"), "date": ("时限不是一个日期", "not one date"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class At:
    """A place: the plan, counted from 1, and the line; ``words``: as a person finds it in the file, where the file has places of its own."""

    doc: int
    line: int
    words: Words | None = None


@dataclass(frozen=True, slots=True)
class PlanRead:
    """What was read of a plan. ``lines``: those that are not blank; ``unread``: line and reason."""

    doc: int
    name: str
    number: str
    issuer: str
    date: str
    source: str
    lines: int
    tasks: int
    duties: int
    unread: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """The figures of the first page. ``units`` = ``leading`` + ``responsible`` (lead nothing, answer for a part) + ``helping`` (only help or
    watch, or have a duty by a blanket clause only). ``far``: units far above their peers."""

    tasks: int
    dated: int
    unowned: int
    units: int
    leading: int
    responsible: int
    helping: int
    targets: int
    carried: int
    unvalued: int
    uncarried: int
    qualitative: int
    loose: int
    concentration: str
    far: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """What one unit carries. ``far``: far above its peers; ``coordinates``: and the plan itself puts it in charge."""

    unit: str
    anchor: int
    leads: int
    responsible: int
    cooperates: int
    far: bool
    coordinates: bool

    @property
    def whole(self) -> int:
        return self.leads + self.responsible + self.cooperates


@dataclass(frozen=True, slots=True)
class Peers:
    """The units of one class in one plan. ``median``: of the leads of those that are compared, None where nobody is; ``compared``: how many."""

    doc: int
    plan: str
    name: str
    bars: tuple[Bar, ...]
    median: float | None
    compared: int


@dataclass(frozen=True, slots=True)
class Loads:
    """The bars, class by class; ``most``: the longest bar, so that all have one scale. ``notes``: how far above is judged."""

    peers: tuple[Peers, ...]
    most: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Orphan:
    at: At
    kind: str
    text: str
    detail: str


@dataclass(frozen=True, slots=True)
class Carried:
    """A goal or one figure of it. ``tasks``: name and place of the tasks that carry or name it; ``state``: a key of CARRIED."""

    at: At
    text: str
    by: str
    state: str
    tasks: tuple[tuple[str, At], ...]
    leads: str


@dataclass(frozen=True, slots=True)
class Target:
    at: At
    text: str
    by: str
    task: str
    leads: str


@dataclass(frozen=True, slots=True)
class Due:
    """``through``: ``leads`` answer for the tasks that carry this goal; ``asked``: somebody should answer (a principle asks nobody)."""

    at: At
    date: str
    what: str
    text: str
    leads: str
    through: bool
    asked: bool


@dataclass(frozen=True, slots=True)
class Month:
    name: str
    due: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """``undated``: kind (a key of UNDATED) -> number of tasks without a date."""

    months: tuple[Month, ...]
    undated: tuple[tuple[str, int], ...]

    @property
    def most(self) -> int:
        return max((len(m.due) for m in self.months), default=0)


@dataclass(frozen=True, slots=True)
class RuleLine:
    code: str
    name: str
    level: str
    title: str
    says: str
    standard: bool


@dataclass(frozen=True, slots=True)
class Report:
    """The whole. ``refused``: what could not be read at all, a sentence each."""

    graph: AccountabilityGraph
    findings: tuple[Finding, ...]
    refused: tuple[str, ...]
    plans: tuple[PlanRead, ...]
    headline: Headline
    loads: Loads
    orphans: tuple[Orphan, ...]
    carried: tuple[Carried, ...]
    targets: tuple[Target, ...]
    timeline: Timeline
    units: tuple[Unit, ...]
    supervision: Supervision
    rules: tuple[RuleLine, ...]
    unused: tuple[RuleLine, ...]
