"""Tables of a plan's main figures, which allot nothing: 指标 | 单位 | 2020年 | 2025年 | 属性. Each row is a goal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graphmodel.patterns import pattern
from graphmodel.plan import Goal, Span
from graphmodel.text import fold
from loaders.columns import column
from loaders.grammar.cells import target
from loaders.paragraphs import Para
from loaders.ruled import RULE_LINE, line_of, split_row

_NAME = pattern(r"(?:主要|核心|具体|预期|规划|发展|考核)?指标(?:名称|内容|项目)?")
_NUMBER = pattern(r"序号|编号|序")
_YEAR = pattern(r"到?(?P<year>20\d\d)年?(?:底|末)?(?:\(?(?:目标|规划|预期|预计|实际|完成|基期|现状|基准)?(?:值|数|目标)?\)?)?")
_BASE = pattern(r"(?:现状|基期|基准)值?")
_AIM = pattern(r"(?:规划|预期)?目标值?|规划值|预期值")
_BINDING = pattern(r"(?:指标)?(?:属性|性质|类型)")
_BOUND = pattern(r"(约束|预期|指导|参考|引导)性?")
_WORD = pattern(r"\S{1,200}")
_VALUE = pattern(r"[<>≤≥≈±]?-?\d[\d.,]{0,12}\S{0,12}|[-—/]{1,3}|\[\d[\d.]{0,8}\]|达标|完成\S{0,10}|\S{0,4}(?:左右|以上|以内)")
_NOTHING = pattern(r"[\s/—-]{0,6}")


@dataclass(frozen=True, slots=True)
class _Table:
    """Which columns say what: offsets in a row."""

    width: int
    name: int
    number: int | None
    unit: int | None
    base: int | None
    aim: int
    year: str | None
    binding: int | None


@dataclass(slots=True)
class Figures:
    """The goals of such tables and the paragraphs they use."""

    goals: list[Goal] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    heads: list[Span] = field(default_factory=list)


def indicator_tables(text: str, paras: Sequence[Para], today: str | None) -> Figures:
    """All tables of figures among paragraphs that nothing else used; ``today``: the plan's day, ISO."""
    out = Figures()
    i = 0
    while i < len(paras):
        table = _table([fold(text[slice(*c)]) for c in _cells(text, paras[i])]) if "指标" in paras[i].text[:80] else None
        i += 1
        if table is None:
            continue
        head = paras[i - 1]
        while i < len(paras):
            if not RULE_LINE.match(paras[i].text):
                goal = _row(text, paras[i], table, today)
                if goal is None:
                    break
                out.goals.append(goal)
                out.used.add(id(head))
            out.used.add(id(paras[i]))
            i += 1
        if id(head) in out.used:
            out.heads.append(head.span)
    return out


def _cells(text: str, p: Para) -> list[Span]:
    """The cells of a line that bars, tabs, wide or single blanks divide."""
    a, b = line_of(text, p)
    if "\n" in text[a:b] and not p.text.startswith("|") or b - a > 2_000:
        return []
    cells = split_row(text, p)
    return [c.span for c in cells] if cells else [m.span() for m in _WORD.finditer(text, a, b)]


def _table(names: Sequence[str]) -> _Table | None:
    """The columns of a head; None if it is none of such a table."""
    names = ["".join(n.split()) for n in names]
    named = [i for i, n in enumerate(names) if _NAME.fullmatch(n)]
    years = {i: m["year"] for i, n in enumerate(names) if (m := _YEAR.fullmatch(n))}
    bases, aims = ([i for i, n in enumerate(names) if shape.fullmatch(n)] for shape in (_BASE, _AIM))
    units = [i for i, n in enumerate(names) if (c := column(n)) and c.kind == "measure"]
    if (
        len(named) != 1
        or not (years or aims)
        or not (units or len(years) + len(aims) > 1)
        or any((c := column(n)) and c.kind in ("role", "person", "inner") for n in names)
    ):
        return None
    aim = aims[-1] if aims else max(years, key=lambda i: years[i])
    earlier = [i for i in years if i != aim and years[i] < years.get(aim, "9999")]
    return _Table(
        len(names), named[0], next((i for i, n in enumerate(names) if _NUMBER.fullmatch(n)), None), units[0] if units else None,
        min(earlier, key=lambda i: years[i]) if earlier else bases[0] if bases else None, aim, years.get(aim),
        next((i for i, n in enumerate(names) if _BINDING.fullmatch(n)), None),
    )  # fmt: skip


def _row(text: str, p: Para, table: _Table, today: str | None) -> Goal | None:
    """One row as a goal; None if it is no row of the table."""
    cells = _cells(text, p)
    if len(cells) > table.width:  # blanks inside a name
        more = len(cells) - table.width
        cells = [*cells[: table.name], (cells[table.name][0], cells[table.name + more][1]), *cells[table.name + more + 1 :]]
    if len(cells) != table.width:
        return None
    words = ["".join(fold(text[slice(*c)]).split()) for c in cells]
    name, aim = words[table.name], words[table.aim]
    bound = _BOUND.match(words[table.binding]) if table.binding is not None else None
    if len(name) < 2 or not _VALUE.fullmatch(aim) or table.number is not None and not pattern(r"\d{0,3}[.、]?").fullmatch(words[table.number]):
        return None
    unit = words[table.unit] if table.unit is not None and not _NOTHING.fullmatch(words[table.unit]) else ""
    base = words[table.base] if table.base is not None else ""
    before = None if _NOTHING.fullmatch(base) else base
    binding = f"{bound[1]}性" if bound else None
    place = (cells[table.name][0], cells[table.aim][1])
    found = tuple(
        replace(i, span=place, by=i.by or table.year, baseline=i.baseline or (f"{before}{i.unit}" if before else None), binding=i.binding or binding)
        for i in target(name, aim.strip("[]"), unit, today)[:1]
    )
    span = (cells[table.name][0], max(b for a, b in cells if a < b))
    return Goal(text[slice(*span)], span, (), table.year, found)
