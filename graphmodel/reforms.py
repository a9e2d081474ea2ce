"""Reforms: which body took another's place, and when at each level (``reforms.csv``; the date is the month the reform was to be done
by).
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graphmodel.jurisdiction import area, place_name
from graphmodel.patterns import pattern
from graphmodel.plan import Department

_LEVELS = ("nation", "province", "city", "county")
_SUFFIX = pattern(r"(?:委员会|局|厅|部|总队|支队|大队|办公室|分局|支局)$")
_BY_NAME = frozenset({"国家税务总局税务", "监察委员会"})  # the suffix belongs to the body here


@dataclass(frozen=True, slots=True)
class Reform:
    """A row of the table: ``newer`` took the place of ``older``."""

    older: str
    newer: str
    everywhere: bool  # no place of the level may keep the older body; where not, some did (林业局, 经济和信息化厅)
    dates: tuple[str, ...]  # nation, province, city, county; "" where the level has none

    def on(self, level: str | None) -> str | None:
        """The month (2019-03) at which the level had done it; None where it has no such bodies."""
        i = _LEVELS.index(level) if level in _LEVELS else 2
        return self.dates[i] or None


@cache
def reforms() -> tuple[Reform, ...]:
    """All rows of the table, in its order (oldest first)."""
    with Path(__file__).with_name("reforms.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Reform(r["older"], r["newer"], bool(r["everywhere"]), tuple(r[level] for level in _LEVELS)) for r in csv.DictReader(file))


@cache
def _successors() -> dict[str, tuple[Reform, ...]]:
    out: dict[str, list[Reform]] = {}
    for r in reforms():
        out.setdefault(r.older, []).append(r)
    return {k: tuple(v) for k, v in out.items()}


def replaced(stem: str, by: str, level: str | None) -> str | None:
    """The month in which ``by`` took the place of ``stem`` (words without suffix) at this level, or None; by way of a third body too."""
    seen, edge = {stem}, [(stem, "")]
    while edge:
        step = []
        for at, when in edge:
            for r in _successors().get(at, ()):
                on = r.on(level)
                if on is None or on < when:
                    continue
                if r.newer == by:
                    return on
                if r.newer not in seen:
                    seen.add(r.newer)
                    step.append((r.newer, on))
        edge = step
    return None


def _words(d: Department) -> tuple[str, str | None]:
    """A body's name without its place and suffix, and its level."""
    name = d.name.replace(place_name(d.jurisdiction), "", 2) if d.jurisdiction else d.name
    if d.level == "nation":
        name = pattern(r"^(?:中华人民共和国)?(?:国家(?!税务总局|金融监督))?(?:国务院)?").sub("", name)
    name = name.removeprefix("人民政府")
    for place in reversed(d.jurisdiction):
        name = re.sub(rf"(委员会|总局){re.escape(area(place))}(?=监管)", r"\1", name)
    return (name if name in _BY_NAME else _SUFFIX.sub("", name)), d.level


def succession(older: Department, newer: Department) -> str | None:
    """The month (2019-03) of the reform by which ``newer`` took the place of ``older``; None if they are not such a pair of one place."""
    if older.jurisdiction != newer.jurisdiction or older.name == newer.name:
        return None
    (a, level), (b, _) = _words(older), _words(newer)
    return replaced(a, b, level)


def outdated(department: Department) -> tuple[str, tuple[str, ...]] | None:
    """Since when a body of this kind may no longer be named at its level, and the words of its successors.

    Only reforms that every place of the level had to make count; None for all other bodies. Within the months of the reform it is for the
    caller to be lenient.
    """
    words, level = _words(department)
    found = [(on, r.newer) for r in _successors().get(words, ()) if r.everywhere and (on := r.on(level))]
    if not found:
        return None
    first = min(on for on, _ in found)
    return first, tuple(newer for on, newer in found if on == first)
