"""What each rule says of texts: one module a rule, named like the rule's own file.

``SPEAKS`` (two or more): texts of which the rule must say something; ``SILENT`` (three or more): near misses, of which it must say
nothing; ``PLANTED``: exactly this fault, planted in a sample plan that has none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Speaks:
    """A text with its findings by this rule. ``lines``: the lines of each finding, in order; ``level``: of all of them, None for the
    rule's own; ``quotes``: words that must stand among the quotes; ``says``: words that must stand in the Chinese messages or remedies."""

    name: str
    text: str
    lines: Sequence[Sequence[tuple[int, int]]]
    level: str | None = None
    quotes: Sequence[str] = ()
    says: Sequence[str] = ()


@dataclass(frozen=True)
class Silent:
    """A text of which the rule must say nothing."""

    name: str
    text: str


@dataclass(frozen=True)
class Planted:
    """A change of a sample plan that plants this fault and no other: each ``old`` stands there once and becomes ``new``.
    ``quotes``: words that must stand among the quotes of this rule's finding."""

    changes: Sequence[tuple[str, str]]
    quotes: Sequence[str]
    plan: str = "clean.txt"
