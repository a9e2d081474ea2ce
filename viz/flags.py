"""Which tasks and departments the findings of an audit mark, and how badly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphmodel.finding import LEVELS

if TYPE_CHECKING:
    from graphmodel.finding import Finding

_ANSWERS = "OWN"  # the family of rules about who answers
_MANY = 8  # a finding about a unit and more tasks than these is about the unit


@dataclass(frozen=True, slots=True)
class Flag:
    """The findings that mark a task or a department: the worst level of them, and their numbers in the list of all, the worst first."""

    level: str
    findings: tuple[int, ...]


def flags(findings: Sequence[Finding], tasks: set[str], units: set[str]) -> tuple[dict[str, Flag], dict[str, Flag], int]:
    """Task -> its mark, department -> its mark, and how many findings stand at neither."""
    by_task: dict[str, list[int]] = defaultdict(list)
    by_unit: dict[str, list[int]] = defaultdict(list)
    elsewhere = 0
    for n, finding in enumerate(findings):
        about = [d for d in dict.fromkeys(finding.departments) if d in units]
        shown = [t for t in dict.fromkeys(finding.tasks) if t in tasks]
        if about and len(shown) > _MANY:
            shown = []
        for marked, keys in ((by_unit, about), (by_task, shown)):
            for key in keys:
                marked[key].append(n)
        elsewhere += not (about or shown)
    return _worst_first(by_task, findings), _worst_first(by_unit, findings), elsewhere


def unowned(findings: Sequence[Finding]) -> frozenset[str]:
    """The tasks of which the audit says that their owner is missing or unclear: not every task that names nobody is to blame for it (who
    holds a meeting, who may be praised)."""
    return frozenset(t for f in findings if f.code.startswith(_ANSWERS) for t in f.tasks)


def _worst_first(marked: Mapping[str, list[int]], findings: Sequence[Finding]) -> dict[str, Flag]:
    ordered = {key: sorted(held, key=lambda n: LEVELS.index(findings[n].level)) for key, held in marked.items()}
    return {key: Flag(findings[held[0]].level, tuple(held)) for key, held in ordered.items()}
