"""A class whose sign is lost: 水质稳定保持在类, 优于类比例. Roman figures are lost where a text is copied from page to page."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.patterns import pattern
from queries.damaged import Paper, Spot, damage

_BEFORE = r"(?:保持在|稳定在|维持在|控制在|达到或优于|达到|优于|劣于|好于|劣|优于或达到|不低于|为劣|达或优于)"
_CLASS = pattern(rf"{_BEFORE}(类)(?=水|比例|标准|断面|及以上|以上|或|[,。;、()\n]|$)")  # 在类, 优于类水体
_GRADE = pattern(r"(?:达到|保持在|优于|不低于)(级)(?=标准|及以上|以上|水平|[,。;、()\n]|$)")  # 达到级标准


@damage
def class_lost(paper: Paper) -> Iterator[Spot]:
    """类 or 级 without its figure."""
    for shape in (_CLASS, _GRADE):
        for m in shape.finditer(paper.folded):
            if m[0].startswith("劣") and paper.folded[m.start() - 1 : m.start()] in "ⅤV五Ⅳ":
                continue
            yield Spot(
                m.span(),
                Words(f"“{m[1]}”前缺少类别（等级）", f"the class or grade before “{m[1]}” is lost"),
                None,
            )
