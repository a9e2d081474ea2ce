"""Figures whose unit is missing or cannot be theirs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from graphmodel.text import fold
from queries.likeness import bare, bare_unit

Sort = Literal["missing", "index", "rate", "over", "points"]

WHOLE = 100.0  # no rate of a part to its whole is more, in per cent
SHARE = 1.0  # a rate up to here may be printed as a share: 0.85

_RATE = pattern(r"(?:率|比例|比重|占比|覆盖度)$")
_NO_SHARE = pattern(r"(?:产出率|生产率|死亡率|发病率|患病率|感染率|出生率|周转率|增长率|倍率|容积率|[投回]报率|杠杆率|拨备覆盖率|偿付率|替代率|负荷率)$")
_RATIO = pattern(r"\d\s?:\s?\d")  # 三次产业结构比例 1:66:33
_PART = pattern(r"(?:覆盖率|普及率|达标率|合格率|处理率|处置率|入学率|参保率|满意率|满意度|办结率|整改率|签约率|公开率|占比|比重)$")
_AMOUNT = pattern(r"(?:面积|里程|产值|产量|投资额?|收入|销售额|零售额|总量|用水量|人数|容量|装机)$")
_INDEX = pattern(r"(?:指数|得分|系数|评分)$")
_MAY_BE_SHARE = pattern(r"价格|CPI|PPI|物价|系数$")  # 居民消费价格指数 3%: its rise is meant
_COUNTED = pattern(r"(?:个|家|人|户|公里|亩|条|座|所|辆|台|套|件|项|次|吨|万元|亿元)$")
_YEAR = pattern(r"^(?:19|20)\d\d$")
_LEVEL = frozenset({">=", "<=", ">", "<", "=", "~", ".."})


@dataclass(frozen=True, slots=True)
class Misfit:
    """An indicator with a figure and no unit (``missing``; ``usual``: the unit of the same name elsewhere), an ``index`` in per cent, a ``rate`` in
    pieces, a rate ``over`` the whole, or a yield that rises by percentage ``points``."""

    indicator: str
    owner: str
    sort: Sort
    usual: str = ""
    other: str | None = None


def misfits(graph: AccountabilityGraph) -> list[Misfit]:
    """In the order of the graph."""
    found = []
    for doc in graph.documents():
        units: dict[str, list[str]] = defaultdict(list)
        indicators = [i for i in graph.indicators(doc) if isinstance(graph.node(i).get("value"), int | float)]
        for indicator in indicators:
            if graph.node(indicator).get("unit"):
                units[bare(str(graph.node(indicator)["name"]))].append(indicator)
        for indicator in indicators:
            sort, usual = _sort(graph, indicator, units)
            if sort:
                unit = str(graph.node(usual).get("unit") or "") if usual else ""
                found.append(Misfit(indicator, graph.owner_of_indicator(indicator), sort, unit, usual))
    return found


def _sort(graph: AccountabilityGraph, indicator: str, units: dict[str, list[str]]) -> tuple[Sort | None, str | None]:
    data = graph.node(indicator)
    name, unit, value, op = fold(str(data["name"])), bare_unit(str(data.get("unit") or "")), float(data["value"]), str(data["op"])
    quote = bare(str(data.get("quote") or ""))
    if bare(name)[-3:] not in quote or _RATIO.search(fold(str(data.get("quote") or ""))):
        return None, None  # the name was said elsewhere, and may be another's
    share = bool(_RATE.search(name)) and not _NO_SHARE.search(name)
    if op in _LEVEL:
        if not unit:
            known = units.get(bare(name), [])
            if _YEAR.match(f"{value:g}"):
                return None, None
            if known and not _INDEX.search(name):
                return "missing", known[0]
            return ("missing", None) if value > SHARE and (share or _AMOUNT.search(name)) else (None, None)
        if unit == "%" and _INDEX.search(name) and not _MAY_BE_SHARE.search(name):
            return "index", None
        if share and _COUNTED.search(unit) and "/" not in unit:
            return "rate", None
        if unit == "%" and value > WHOLE and op not in ("<=", "<") and _PART.search(name) and not _NO_SHARE.search(name):
            return "over", None
    if op in ("+pp", "-pp") and name.endswith(("产出率", "生产率")):
        return "points", None
    return None, None
