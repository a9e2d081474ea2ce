"""Figures, dates and short names run together: 97%45%, 100%2030年, PM10VOCs; a bracket or a unit lost among figures."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.patterns import pattern
from queries.damaged import Paper, Spot, damage

_JOINED = pattern(r"(?<![\d.])\d{1,9}(?:\.\d{1,4})?%(?=(\d{1,9}(?:\.\d{1,4})?(?:%|年|个|项|家|万|月)))")  # 97%45%  100%2030年
_YEAR = r"(?:20[1-5]\d)年"
_DUE = rf"{_YEAR}(?:\d{{1,2}}月)?[底末]?前"  # 2024年底前
# 到2023年底前全部完成改造2024年底前…: a second date in one clause, with nothing before it that leads to a date
_TWO_DATES = pattern(
    rf"{_YEAR}(?:\d{{1,2}}月)?[底末]?前?[^,。;:、!?\n%\d]{{0,12}}(?:实现|达到|完成|建成|投运|消除|投用)[^,。;:、!?\n\d]{{1,16}}(?<![到至在于自从年较比和与及或])(?P<second>{_DUE})"
)
_FACTORS = r"(?:PM2\.5|PM10|SO2|NOX|NOx|VOCs|VOCS|CO2|COD|NH3-N|TSP)"
_FACTORS_JOINED = pattern(rf"{_FACTORS}(?={_FACTORS})")  # PM10VOCs
_MONTHS = pattern(r"(?:[春夏秋冬]季|汛期|季节|采暖期|供暖期|高温期|禁渔期)\((\d{1,2})[-~—](\d{1,2})(\))")  # 夏季(5-8)
_NUMBER = pattern(r"[〔\[(【〖](20[0-3]\d)(\d{1,4})号")  # 〔202056号: the closing bracket of a document number


@damage
def run_together(paper: Paper) -> Iterator[Spot]:
    """Two figures, two dates, two names without what divides them."""
    for m in _JOINED.finditer(paper.folded):
        yield Spot((m.start(), m.end() + len(m[1])), _DIVIDED, f"{m[0]}、{m[1]}" if m[1].endswith("%") else f"{m[0]}；{m[1]}")
    for m in _TWO_DATES.finditer(paper.folded):
        at = m.start("second")
        yield Spot((max(m.start(), at - 4), m.end()), _DIVIDED, f"{paper.folded[at - 4 : at]}，{m['second']}")
    for m in _FACTORS_JOINED.finditer(paper.folded):
        after = pattern(_FACTORS).match(paper.folded, m.end())
        if after:
            yield Spot((m.start(), after.end()), _DIVIDED, f"{m[0]}、{after[0]}")
    for m in _MONTHS.finditer(paper.folded):
        if int(m[1]) <= 12 and int(m[2]) <= 12:
            yield Spot(m.span(), Words("括注的月份缺少“月”字", "the months in brackets lack the word 月"), f"{m[0][:-1]}月)")
    for m in _NUMBER.finditer(paper.folded):
        yield Spot(m.span(), Words("文号的年份缺少右括号", "the year of the document number lacks its closing bracket"), f"〔{m[1]}〕{m[2]}号")


_DIVIDED = Words("两处内容连在一起，中间似缺标点", "two things run together; what divides them seems lost")
