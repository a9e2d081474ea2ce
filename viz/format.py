"""What a form of the findings is: one file in ``viz/formats`` with one decorated function that words what is to be shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # to say which forms there are must cost nothing
    from graphmodel.finding import Finding, Level, Words
    from graphmodel.graph import AccountabilityGraph

Lang = Literal["zh", "en"]
By = Literal["place", "rule"]
Goes = Literal["words", "json", "bytes", "file"]
Table = tuple[tuple[str | int | float | None, ...], ...]


@dataclass(frozen=True, slots=True)
class RulePage:
    """What a form may print of a rule's manual page. ``source``: what the rule rests on."""

    code: str
    name: str
    level: Level
    title: Words
    says: Words
    why: Words
    source: Words
    mend: Words


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is to be shown, and on what.

    ``level``: the lowest level that is spelled out where there is little room; ``by``: how findings are put together; ``asked``: the
    number of rules that were asked (0: not known); ``width``: columns of the terminal;
    ``ambiguous``: columns of characters like “ on it (1 or 2); ``colour``: escape codes may be used.
    ``paths``: the base name of a source -> its path as programs want it, where that is known. ``rules`` (the pages of the rules asked) and
    ``loads`` (who carries how much: headings, then rows) are worked out only when a form asks for them.
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
    paths: Mapping[str, str] = field(default_factory=dict)
    rules: Callable[[], tuple[RulePage, ...]] = tuple
    loads: Callable[[], Table] = tuple


@dataclass(frozen=True, slots=True)
class Format:
    """``suffixes``: the endings of file names that ask for this form; ``data``: for programs or to be passed on, so nothing else stands
    beside it.

    ``goes``: how it goes to standard output. ``words`` in the console's characters; ``json`` the same, escaped where they are not UTF-8;
    ``bytes`` as they are; ``file`` as they are, and never to a terminal.
    """

    name: str
    suffixes: tuple[str, ...]
    data: bool
    goes: Goes
    render: Callable[[Sheet], str | bytes]

    def bytes_of(self, sheet: Sheet) -> bytes:
        """What a file of this form holds: texts are UTF-8, half characters become ``?``."""
        made = self.render(sheet)
        return made if isinstance(made, bytes) else made.encode("utf-8", "replace")


def findings_format(name: str, suffixes: tuple[str, ...], data: bool, goes: Goes = "words") -> Callable[[Callable[[Sheet], str | bytes]], Format]:
    """Make a function ``Sheet -> text or bytes`` a form of the findings, found by its folder."""
    return lambda render: Format(name, suffixes, data, goes, render)


@cache
def formats() -> tuple[Format, ...]:
    """Every form of ``viz/formats``, in the order of file names."""
    import viz.formats as folder
    from graphmodel.discovery import collect

    return collect(folder, Format)


def format_named(name: str) -> Format | None:
    return next((f for f in formats() if f.name == name), None)


def format_for_path(path: str) -> Format | None:
    """The form a file name asks for: that of its longest known ending (``x.sarif.json`` is SARIF)."""
    known = [(len(suffix), f) for f in formats() for suffix in f.suffixes if path.lower().endswith(suffix)]
    return max(known, key=lambda found: found[0])[1] if known else None
