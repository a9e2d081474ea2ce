"""Lines that were taken for preamble or letterhead and hold what no preamble says: cells, nothing but units, a duty to report."""

from __future__ import annotations

from graphmodel.patterns import pattern
from graphmodel.text import fold
from loaders.cell_order import holds_units
from loaders.grammar.in_force import says_in_force

_SAID_BEFORE = frozenset({"preamble", "header"})
_CELLS = pattern(r"\S\s*(?:\t|[|｜])\s*\S")
_MANY_CELLS = pattern(r"\S[^\t|｜]{0,200}(?:\t[^\t]{0,200}){2}\S|(?:[|｜][^|｜]{0,200}){2}[|｜]")
# 每月5日前报送 | 每季度通报一次 | 于每年12月底前将总结报市政府
_REPORTS = pattern(r"每(?:半?年|半月|月|季度?|周|旬|日|两个?月)[^。;；]{0,40}(?:报送|上报|报告|通报|调度|报(?=[^。;；,，]{0,10}(?:政府|办|局|委|组))|督查|检查)")
# 说明:本清单由A统筹调度: whoever answers for the whole paper
_LED = pattern(r"(?<![自理缘])由(?P<who>[^。;；，,、]{2,40}?(?:局|委|厅|办|办公室|部|政府|中心))(?:统筹|牵头|负责|汇总|调度)")
_UNIT_WORD = pattern(r"(?:局|委|厅|办|部|政府|公司|中心|支行|法院|检察院)[、,，\s]")


def overlooked(line: str, what: str) -> str | None:
    """Why a line that was taken for ``what`` is one that nobody understood; None if there is no sign of that."""
    if what not in _SAID_BEFORE or len(line) > 4000:
        return None
    words = line.strip()
    if what == "preamble" and says_in_force(fold(words)):
        return None
    if (_MANY_CELLS if what == "header" else _CELLS).search(words):
        return "像是表格的一行而没有读懂 / looks like the row of a table that was not read"
    if found := _REPORTS.search(words):
        return f"有报送、通报要求而未读懂：{found[0][:20]} / a duty to report that was not understood"
    if what == "preamble" and (found := _LED.search(words)):
        return f"有分工用语而未读懂：{found[0][:20]} / words of allotment not understood"
    if what == "preamble" and _UNIT_WORD.search(words) and holds_units(words.replace("，", ",").replace("：", ":")):
        return "只有单位名称，不知其负责什么 / nothing but units, and no word of what they answer for"
    return None
