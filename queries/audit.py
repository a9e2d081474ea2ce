"""The engine: runs the rules of ``queries/rules`` over a graph and hands back findings.

A rule yields remarks (places and words); the engine stamps code and level, removes doubles, puts them in order and ties a remark to the one
that causes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from graphmodel.finding import LEVELS, Finding, Level, Quote, Words
from graphmodel.graph import AccountabilityGraph
from queries.measure import UnknownName, nearest
from queries.page import Page, read_page


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule has to say about one thing that a person would mend. ``level`` lowers the rule's own; ``key`` names this remark for
    others of the same audit;
    ``because`` is the key of the remark that causes it."""

    message: Words
    remedy: Words
    tasks: tuple[str, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    departments: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    level: Level | None = None
    key: str | None = None
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """A figure of a rule that an office may set in its configuration: ``value`` unless it does; ``words`` say what it is."""

    value: float
    words: Words


Limits = Mapping[str, float]
Check = Callable[[AccountabilityGraph], Iterator[Remark]]
LimitedCheck = Callable[[AccountabilityGraph, Limits], Iterator[Remark]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that may be wrong with a plan. ``standard``: runs unless it is left out; ``page``: its manual page; ``limits``: its figures
    by name; ``check``: the graph and the values of all its limits -> remarks."""

    code: str
    name: str
    level: Level
    page: Page
    check: Callable[[AccountabilityGraph, Limits], Iterable[Remark]]
    standard: bool = True
    limits: Mapping[str, Limit] = field(default_factory=dict)

    def remarks(self, graph: AccountabilityGraph, given: Limits | None = None) -> Iterable[Remark]:
        """What the rule says of a graph; ``given`` overrides values of its limits."""
        return self.check(graph, {name: limit.value for name, limit in self.limits.items()} | dict(given or {}))


def rule(*, code: str, name: str, level: Level, standard: bool = True) -> Callable[[Check], Rule]:
    """Makes a Rule of a function ``graph -> remarks`` whose docstring is the page (see queries/page.py). ValueError for a page that is not
    complete."""

    def make(check: Check) -> Rule:
        def ignoring(graph: AccountabilityGraph, _: Limits) -> Iterable[Remark]:
            return check(graph)

        return Rule(code=code, name=name, level=level, page=_page(code, name, check), check=ignoring, standard=standard)

    return make


def limited_rule(*, code: str, name: str, level: Level, limits: Mapping[str, Limit], standard: bool = True) -> Callable[[LimitedCheck], Rule]:
    """The same for a function ``graph, limits -> remarks`` with figures that an office may set."""

    def make(check: LimitedCheck) -> Rule:
        return Rule(code=code, name=name, level=level, page=_page(code, name, check), check=check, standard=standard, limits=limits)

    return make


def _page(code: str, name: str, check: Check | LimitedCheck) -> Page:
    try:
        return read_page(check.__doc__)
    except ValueError as error:
        raise ValueError(f"{code} {name}: {error}") from None


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of their codes."""
    import queries.rules
    from graphmodel.discovery import collect

    return tuple(sorted(collect(queries.rules, Rule), key=lambda r: r.code))


def find_rule(name: str) -> Rule:
    """The rule of that code or name, in any case. UnknownName, with the nearest, when there is none."""
    wanted = name.strip().lower().replace("_", "-")
    for known in rules():
        if wanted in (known.code.lower(), known.name):
            return known
    names = [n for r in rules() for n in (r.name, r.code)]
    near = nearest(wanted, names) or nearest(wanted.upper(), names)
    zh, en = (f"相近的有：{'、'.join(near)}", f"near: {', '.join(near)}") if near else ("用 fengong rules 查看全部规则", "fengong rules lists them all")
    raise UnknownName(f"没有代码或名称为“{name}”的规则；{zh}。", f"There is no rule with the code or name '{name}'; {en}.", near)


def chosen(select: Iterable[str] | None = None, ignore: Iterable[str] | None = None) -> tuple[Rule, ...]:
    """The rules to run: those of ``select`` (codes, names, or the beginning of codes: TXT), else the standard ones, without those of
    ``ignore``."""
    kept = _named(select) if select is not None else tuple(r for r in rules() if r.standard)
    dropped = {r.code for r in _named(ignore)} if ignore is not None else set()
    return tuple(r for r in kept if r.code not in dropped)


def _named(names: Iterable[str]) -> tuple[Rule, ...]:
    found: dict[str, Rule] = {}
    for name in names:
        family = [r for r in rules() if len(name.strip()) >= 3 and r.code.lower().startswith(name.strip().lower())]
        for r in family or [find_rule(name)]:
            found[r.code] = r
    return tuple(found[code] for code in sorted(found))


def audit(
    graph: AccountabilityGraph,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
    settings: Mapping[str, Level] | None = None,
    limits: Mapping[str, Limits] | None = None,
) -> tuple[Finding, ...]:
    """The findings of the chosen rules, sorted by document, line and code, each thing once.

    ``settings``: code or name of a rule -> the level it is to have; ``limits``: code or name -> values of its limits. UnknownName for a
    rule that does not exist, ValueError for a level that does not.
    """
    levels = _levels(settings or {})
    given = {find_rule(name).code: values for name, values in (limits or {}).items()}
    stamped = [(r, levels.get(r.code, r.level), remark) for r in chosen(select, ignore) for remark in r.remarks(graph, given.get(r.code))]
    order = {doc: n for n, doc in enumerate(graph.documents())}
    unique: dict[object, tuple[Rule, Level, Remark]] = {}
    for entry in stamped:
        unique.setdefault(_same(entry[0], entry[2]), entry)
    ranked = sorted(unique.values(), key=lambda e: _rank(graph, order, e[0], e[2]))
    at: dict[str | None, int] = {}
    for n, (_, _, remark) in enumerate(ranked):
        at.setdefault(remark.key, n)
    return tuple(_finding(n, r, level, remark, at) for n, (r, level, remark) in enumerate(ranked))


def _levels(settings: Mapping[str, Level]) -> dict[str, Level]:
    for name, level in settings.items():
        if level not in LEVELS:
            raise ValueError(f"{name}: a level is one of {', '.join(LEVELS)}, not {level!r}")
    return {find_rule(name).code: level for name, level in settings.items()}


def _same(r: Rule, remark: Remark) -> object:
    """Two remarks of one rule about the same places, bodies and words are one."""
    return r.code, remark.tasks, remark.lines, remark.departments, tuple((q.doc, q.span) for q in remark.quotes), remark.message


def _rank(graph: AccountabilityGraph, order: Mapping[str, int], r: Rule, remark: Remark) -> tuple[object, ...]:
    doc = remark.quotes[0].doc if remark.quotes else graph.document_of(remark.tasks[0]) if remark.tasks else ""
    first = min((line for line, _ in remark.lines), default=0)
    return order.get(doc or "", -1), first, r.code, remark.lines, remark.tasks, remark.departments, remark.message.zh


def _finding(n: int, r: Rule, level: Level, remark: Remark, at: Mapping[str | None, int]) -> Finding:
    lowered = remark.level if remark.level and LEVELS.index(remark.level) > LEVELS.index(level) else level
    cause = at.get(remark.because) if remark.because else None
    return Finding(
        rule=r.name, code=r.code, level=lowered, tasks=remark.tasks, lines=remark.lines, departments=remark.departments,
        quotes=remark.quotes,
        message=remark.message, remedy=remark.remedy, follows_from=cause if cause != n else None,
    )  # fmt: skip
