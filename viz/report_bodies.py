"""What the report shows of single bodies: what a unit must do, and who watches and reports. Plain values, as in ``report_values``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viz.report_values import At


@dataclass(frozen=True, slots=True)
class Duty:
    """``rest``: the task's words after its name ``task``; ``part``: those that say what of it is this unit's; ``together``: who answers."""

    at: At
    role: str
    inherited: bool
    number: str
    section: str
    task: str
    rest: str
    part: str
    indicators: tuple[str, ...]
    deadline: str
    milestones: tuple[str, ...]
    together: str


@dataclass(frozen=True, slots=True)
class Mechanism:
    at: At
    kind: str
    frequency: str
    who: str
    whom: str
    text: str


@dataclass(frozen=True, slots=True)
class Unit:
    """The page of one unit. ``counts``: role -> tasks; ``touched``: indexes of the findings that name it or a task it answers for."""

    anchor: int
    name: str
    printed: tuple[str, ...]
    peers: str
    counts: tuple[tuple[str, int], ...]
    duties: tuple[Duty, ...]
    mechanisms: tuple[Mechanism, ...]
    touched: tuple[int, ...]

    @property
    def own(self) -> bool:
        """Whether it leads or is responsible for something, by more than a blanket clause."""
        return any(d.role in ("leads", "answers", "responsible") and not d.inherited for d in self.duties)


@dataclass(frozen=True, slots=True)
class Watch:
    at: At
    who: str
    task: str
    leads: str


@dataclass(frozen=True, slots=True)
class Overseer:
    at: At
    name: str
    title: str
    role: str
    task: str


@dataclass(frozen=True, slots=True)
class Group:
    """``members``: role and those who hold it, each with its title (or none)."""

    at: At
    name: str
    hosts: tuple[str, ...]
    members: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class Supervision:
    mechanisms: tuple[Mechanism, ...]
    watches: tuple[Watch, ...]
    overseers: tuple[Overseer, ...]
    groups: tuple[Group, ...]
