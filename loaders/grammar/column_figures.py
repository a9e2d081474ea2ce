"""A figure that stands alone in a column of targets: its name, and perhaps its unit, stand in the column before it."""

from __future__ import annotations

from dataclasses import replace

from graphmodel.patterns import pattern
from graphmodel.plan import Indicator
from loaders.grammar.indicators import indicators
from loaders.grammar.units_of_measure import kind_of

LONGEST_CELL = 30
_NAME_UNIT = pattern(r"\((?P<unit>[^()\d]{1,8})\)$")  # 建筑业总产值(亿元)
_BARE = pattern(r"(?P<words>\D{0,8}?)(?P<value>\d{1,9}(?:\.\d{1,4})?)(?P<behind>\D{0,2})")
_LESS_IS_BETTER = pattern(r"(?:时间|时限|时长|用时|耗时|周期|天数|环节数?|材料数?|漏损率|死亡率|投诉[率量]|能耗|物耗|排放量|浓度)$")
_EACH = pattern(r"(?:各|共|约)(?=\d)")


def is_figure(cell: str) -> bool:
    """Whether a (folded) cell is nothing but a figure: 6.5%以上, 186, 低于4.1, 各80个."""
    return len(cell) <= LONGEST_CELL and bool(
        pattern(r"(?:[≥≤><=]|不?[低高少多大小]于|不超过|控制在|达到?|增长|下降|约|各|共|[+-])?\d[\d.,]{0,12}\D{0,8}(?:(?:以上|以内|左右|以下))?").fullmatch(cell)
    )


_HEAD_YEAR = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def of_head(found: tuple[Indicator, ...], head: str) -> tuple[Indicator, ...]:
    """The targets of a column whose head names the year they are for: 2027年目标."""
    years = _HEAD_YEAR.findall(head)
    return tuple(i if i.by or len(years) != 1 else replace(i, by=years[0]) for i in found)


def measured(name: str, measure: str, head: str) -> str:
    """An indicator's name with the unit that a column beside it, or the head of its figures (目标值(万元)), gives it: 固定资产投资(亿元)."""
    named = _NAME_UNIT.search(head)
    unit = measure or (named["unit"] if named and kind_of(named["unit"]) not in ("", "other") else "")
    bare = name.rstrip("。;,:")
    return f"{bare}({unit})" if unit and len(unit) <= 8 and not _NAME_UNIT.search(bare) and not pattern(r"[\d()]").search(unit) else name


def named_by(name: str, cell: str, plan_date: str | None) -> tuple[Indicator, ...]:
    """The targets of a cell once its name is put before it; spans are relative to the cell."""
    if not 2 <= len(name) <= 60 or not pattern(r"\d").search(cell) or len(cell) > LONGEST_CELL:
        return ()
    told, bare = _EACH.sub("", cell), name.rstrip("。;,:")
    m, unit = _BARE.fullmatch(told), _NAME_UNIT.search(bare)
    if unit:
        bare = bare[: unit.start()]
        if m and unit["unit"] not in told:
            told = f"{m['words']}{m['value']}{unit['unit']}{m['behind']}"
    for between in ("", "控制在" if _LESS_IS_BETTER.search(bare) else "达到"):
        found = [i for i in indicators(f"{bare}{between}{told}", plan_date) if i.span[1] > len(bare) + len(between)]
        if found:
            return tuple(replace(i, span=(0, len(cell)), quote=cell) for i in found)
    return ()
