"""The values of one plan: what is written, where, and what it refers to.

Everything here is immutable. A ``Span`` is ``(start, end)`` in code points of the plan's text, end exclusive; the text at a
span is the value *as printed* (line breaks inside included). What is written (``Unit.printed``) is kept apart from what it
refers to (``Unit.department``, the id of a ``Department`` or None as long as it is not resolved).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Span = tuple[int, int]
Role = Literal["LEADS", "COOPERATES", "SUPERVISES"]
Tier = Literal["牵", "责", "配", "监"]
Basis = Literal["label", "verb", "heading", "positional", "text", "inherited"]
DeadlineKind = Literal["date", "continuous", "recurring", "relative", "none"]
Op = Literal[">=", "<=", ">", "<", "=", "~", "..", "+", "-", "+%", "-%", "+pp", "-pp", "×"]
MechanismKind = Literal["meeting", "reporting", "inspection", "assessment", "accountability"]
Status = Literal["draft", "in force", "unknown"]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose cells the file itself tells apart. ``rows``: for each row the span of the cell at each grid column, all rows equally long.

    A cell merged over several places of the grid stands at each of them with the same span; an empty cell has an empty span. The words of
    a cell stand on lines of their own, in the order of the rows.
    """

    rows: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """The extracted text of a file.

    ``places``: one per line (``p12``, ``t3r4c2``, ``page 5``, ``Sheet1!C7`` or None); empty means all None.
    ``begins``: one per line: True a paragraph begins here, False the line goes on with the one before, None not known; empty: nothing is known.
    ``tables``: in the order of the text. ``remarks``: what the reader must say about the file (a hidden sheet, a formula without a value),
    each in Chinese and English.
    """

    text: str
    name: str = ""
    sha256: str = ""
    places: tuple[str | None, ...] = ()
    begins: tuple[bool | None, ...] = ()
    tables: tuple[Grid, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Department:
    """A body: who it is, whatever the plan prints. ``name`` is canonical and carries the jurisdiction; ``jurisdiction`` is the chain of places, highest first."""

    id: str
    name: str
    jurisdiction: tuple[str, ...] = ()
    level: str | None = None  # nation, province, city, county, town, village or None
    peer_class: str | None = None  # who it is compared with: "city bureau", "district", "party organ", "enterprise" ...
    collective: Literal["closed", "open"] | None = None
    recognised: bool = True
    printed: tuple[str, ...] = ()  # all forms met in the plan, in order of appearance
    succeeds: tuple[tuple[str, str], ...] = ()  # (id of the older body, ISO date of the reform), filled when plans are joined


@dataclass(frozen=True, slots=True)
class Unit:
    """A body as printed at one place. ``printed`` is white-space free; ``text[span]`` is the same with whatever line breaks stand inside."""

    printed: str
    span: Span
    department: str | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """Who does what for a task, and the words that say so."""

    role: Role
    tier: Tier
    unit: Unit
    span: Span  # of the statement that says it
    label: str | None = None  # the role word as printed (牵头单位, 配合 ...)
    order: int = 1  # 1 = printed first among the units of its role in the statement
    part: str | None = None  # "规划" in A负责规划
    basis: Basis = "label"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One printed occurrence of a figure to be reached. ``value`` in the printed unit, or the printed words; ``quote`` is ``text[span]``."""

    name: str
    op: Op
    value: float | str
    span: Span
    quote: str = ""
    value_to: float | None = None
    unit: str = ""
    by: str | None = None  # as precise as printed: 2025, 2025-06, 2025-12-31
    baseline: str | None = None
    binding: str | None = None  # 约束性, 预期性, 指导性


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated step or deliverable inside a task."""

    text: str
    span: Span
    by: str | None = None
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """An overall target outside the tasks."""

    text: str
    span: Span
    section: tuple[str, ...] = ()
    by: str | None = None
    indicators: tuple[Indicator, ...] = ()
    duties: tuple[Duty, ...] = ()


@dataclass(frozen=True, slots=True)
class Overseer:
    """A person named for a task (牵头领导, 责任领导, 责任人)."""

    name: str
    span: Span
    title: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """``date`` is the ISO day by which all is done (the last day of a printed month, quarter or year); None if continuous, recurring, relative or not printed."""

    date: str | None = None
    printed: str | None = None
    kind: DeadlineKind = "none"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One piece of work. ``text == source.text[span]``; the statement that allots it stands outside the span unless it stands in the middle of the words."""

    name: str
    text: str
    span: Span
    number: str | None = None
    section: tuple[str, ...] = ()  # headings, outermost first, as printed with their numbers
    section_path: tuple[int, ...] = ()  # indices into Plan.sections, outermost first
    deadline: Deadline = field(default_factory=Deadline)
    duties: tuple[Duty, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    overseers: tuple[Overseer, ...] = ()
    mentions: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    name: str  # as printed, with its number
    span: Span
    number: str | None = None
    level: int = 1  # 1 = outermost
    parent: int | None = None  # index into Plan.sections


@dataclass(frozen=True, slots=True)
class Post:
    """A person's post in a group or body: MEMBER_OF."""

    person: str
    title: str | None
    body: Unit
    role: str  # 组长, 副组长, 成员 ...
    span: Span


@dataclass(frozen=True, slots=True)
class Membership:
    """A body that is a member of a group."""

    member: Unit
    body: Unit
    role: str
    span: Span


@dataclass(frozen=True, slots=True)
class Hosting:
    """办公室设在A: the office (or group) and the body that hosts it."""

    office: Unit
    host: Unit
    span: Span


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A meeting, report, inspection …: who, to whom, how often."""

    kind_of: MechanismKind
    span: Span
    quote: str = ""  # text[span]
    frequency: str | None = None
    section: tuple[str, ...] = ()
    section_path: tuple[int, ...] = ()
    actors: tuple[Unit, ...] = ()
    recipients: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """What the plan says about itself."""

    name: str = ""  # the plan's own title
    number: str | None = None  # 国办发〔2020〕24号, as printed without blanks
    issuer: str | None = None
    jurisdiction: tuple[str, ...] = ()  # highest first: ("云泽省", "沅平市"); () for the State Council
    date: str | None = None  # ISO
    status: Status = "unknown"
    period: tuple[str, str] | None = None  # ISO first and last day the plan is for


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan as read. ``taken``: what each line of the text was taken for (one word per line, "" for a blank line); ``unread``: (line number, reason)."""

    source: Source
    header: Header
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    goals: tuple[Goal, ...] = ()
    posts: tuple[Post, ...] = ()
    memberships: tuple[Membership, ...] = ()
    hostings: tuple[Hosting, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    departments: tuple[Department, ...] = ()
    addressees: tuple[Unit, ...] = ()
    taken: tuple[str, ...] = ()
    unread: tuple[tuple[int, str], ...] = ()
