"""Signs and words that stand twice: 、、 到达到 的的."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.patterns import pattern
from queries.damaged import Paper, Spot, damage

_SIGNS = pattern(r"(?<![、,。;:])(?:、{2}|,{2}|;{2}|:{2}|。{2}|、[,。;:]|,[、。;:]|;[、,。:]|。[、,;:]|:[、,。;])(?![、,。;:])")
_WORDS = pattern(
    r"到达到|达到到|(?<!目)的的(?![确士])|了了(?!解)|(?<![饱温共缓])和和(?![平谐睦解])|(?<![以普涉波])及及(?![时早格])|(?<![参给])与与|(?<![自理事])由由|进一步进一步|"
    r"([\u4e00-\u9fff]{3,8}(?<![一二三四五六七八九十百两几各每]))\1"
)
_ONE = {"到达到": "达到", "达到到": "达到"}
_HARMLESS = pattern(r"^(?:[一逐]|每一)")  # 一项任务一项任务抓落实, 一步一步


@damage
def doubled(paper: Paper) -> Iterator[Spot]:
    """Punctuation that changes a list, and words written twice in a row."""
    for m in _SIGNS.finditer(paper.folded):
        before = paper.folded[max(0, m.start() - 8) : m.start()]
        yield Spot((m.start() - min(6, len(before)), m.end()), Words("标点重复", "a punctuation mark stands twice"), None)
    for m in _WORDS.finditer(paper.folded):
        if _HARMLESS.search(m[0]):
            continue
        yield Spot(m.span(), Words("文字重复", "words stand twice"), _ONE.get(m[0], m[0][: len(m[0]) // 2]))
