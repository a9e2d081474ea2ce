"""What a form of the findings is: one file in ``viz/formats`` with one decorated function that words what is to be shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # to say which forms there are must cost nothing
    from graphmodel.finding import Finding, Level
    from graphmodel.graph import AccountabilityGraph

Lang = Literal["zh", "en"]
By = Literal["place", "rule"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is to be shown, and on what.

    ``level``: the lowest level that is spelled out where there is little room; ``by``: how findings are put together; ``asked``: the
    number of rules that were asked (0: not known); ``width``: columns of the terminal;
    ``ambiguous``: columns of characters like “ on it (1 or 2); ``colour``: escape codes may be used.
    """

    graph: AccountabilityGraph
    findings: tuple[Finding, ...]
    lang: Lang = "zh"
    level: Level = "warning"
    by: By = "place"
    asked: int = 0
    width: int = 80
    ambiguous: int = 1
    colour: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """``suffixes``: the endings of file names that ask for this form; ``data``: for programs, not for people."""

    name: str
    suffixes: tuple[str, ...]
    data: bool
    render: Callable[[Sheet], str]


def findings_format(name: str, suffixes: tuple[str, ...], data: bool) -> Callable[[Callable[[Sheet], str]], Format]:
    """Make a function ``Sheet -> text`` a form of the findings, found by its folder."""
    return lambda render: Format(name, suffixes, data, render)


@cache
def formats() -> tuple[Format, ...]:
    """Every form of ``viz/formats``, in the order of file names."""
    import viz.formats as folder
    from graphmodel.discovery import collect

    return collect(folder, Format)


def format_named(name: str) -> Format | None:
    return next((f for f in formats() if f.name == name), None)


def format_for_suffix(suffix: str) -> Format | None:
    return next((f for f in formats() if suffix.lower() in f.suffixes), None)
