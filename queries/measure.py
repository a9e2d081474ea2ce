"""A question with one answer: what a file of ``queries/measures`` makes, and how one is found by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from graphmodel.problems import Problem

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer: the key of the rows and its heading in both languages.

    ``aside``: left out on the terminal (ids), kept in files. ``say``: the Chinese words for the codes in the cells; JSON keeps the codes.
    """

    key: str
    zh: str
    en: str
    aside: bool = False
    say: Mapping[str, str] = field(default_factory=dict, hash=False)
    told: str = ""  # a fuller heading, where there is room for one (Excel)


@dataclass(frozen=True, slots=True)
class Answer:
    """Plain rows (one value or a tuple of values a cell), the columns in which to show them, and what stands below the table."""

    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    notes: tuple[Words, ...] = ()


class UnknownName(Problem):
    """A question, rule or unit that is not there; says the nearest names in both languages. ``nearest``: those names."""

    def __init__(self, zh: str, en: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(zh, en)
        self.nearest = nearest


@dataclass(frozen=True, slots=True)
class Measure:
    """A question put to the graph. Call it with the graph; ``takes`` names the options it needs (``unit``).

    ``told``: makes the answer of the rows that the statements of its Cypher twin give (queries/twins.py), where the rows alone are not all of it.
    """

    name: str
    columns: tuple[Column, ...]
    zh: str
    en: str
    answer: Callable[..., Answer | Sequence[Row]]
    takes: tuple[str, ...] = ()
    told: Callable[[Sequence[Sequence[Row]]], Answer] | None = None

    def __call__(self, graph: AccountabilityGraph, **options: Any) -> Answer:
        """The answer. ``options`` as in ``takes``; TypeError for others, UnknownName for a unit that no plan prints."""
        found = self.answer(graph, **options)
        return found if isinstance(found, Answer) else Answer(tuple(found), self.columns)


ASIDE = frozenset({"id", "ids", "tasks"})


def columns(*triples: tuple[str, str, str], say: Mapping[str, Mapping[str, str]] | None = None) -> tuple[Column, ...]:
    """Columns from (key, zh, en) triples; ids stand aside. ``say``: key -> {code: Chinese words}."""
    return tuple(Column(key, zh, en, key in ASIDE, (say or {}).get(key, {})) for key, zh, en in triples)


def measure(
    *,
    name: str,
    columns: Sequence[Column | tuple[str, str, str]],
    zh: str,
    en: str,
    takes: Sequence[str] = (),
    told: Callable[[Sequence[Sequence[Row]]], Answer] | None = None,
) -> Callable[[Callable[..., Answer | Sequence[Row]]], Measure]:
    """Makes a Measure of a function ``graph -> rows`` (a list of dicts with the columns' keys) or ``graph -> Answer``. ``zh``, ``en``: the
    question in one line. ``told``: as in Measure."""
    made = tuple(c if isinstance(c, Column) else Column(*c) for c in columns)

    def make(function: Callable[..., Answer | Sequence[Row]]) -> Measure:
        return Measure(name=name, columns=made, zh=zh, en=en, answer=function, takes=tuple(takes), told=told)

    return make


@cache
def measures() -> Mapping[str, Measure]:
    """All questions by name, in the order of names."""
    import queries.measures
    from graphmodel.discovery import collect

    return {m.name: m for m in sorted(collect(queries.measures, Measure), key=lambda m: m.name)}


def nearest(name: str, names: Sequence[str], limit: int = 3) -> tuple[str, ...]:
    """The names most like ``name``, best first; () when none is near."""
    from rapidfuzz import fuzz, process

    found = process.extract(name, sorted(set(names)), scorer=fuzz.WRatio, limit=limit, score_cutoff=50)
    return tuple(hit[0] for hit in found)


def named(name: str) -> Measure:
    """The question of that name. UnknownName, with the nearest names, when there is none."""
    known = measures()
    if name in known:
        return known[name]
    near = nearest(name, tuple(known)) or tuple(m.name for m in known.values() if any(word in m.zh for word in (name, name[:2], name[-2:])))
    listed = "、".join(near or tuple(known)), ", ".join(near or tuple(known))
    raise UnknownName(f"没有名为“{name}”的查询。可用：{listed[0]}。", f"There is no query named '{name}'. Try: {listed[1]}.", near)
