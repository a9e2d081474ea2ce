"""Who was named for the item before: (同上) · 责任单位:同上。"""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.patterns import pattern
from loaders.statement import Bracket, Statement, family

_SAME = pattern(
    r"(?:[(〔\[【]\s?(?:(?:责任|牵头|负责|主办)(?:单位|部门|科室)\s?:\s?)?同上(?:一?[项条款])?\s?[)〕\]】]|(?:责任|牵头|负责|主办)(?:单位|部门|科室)\s?:\s?同上(?:一?[项条款])?)(?=[。;]?\s?$|[。;])[。;]?"
)


@family("ditto", order=5)
def ditto(text: str, groups: tuple[Bracket, ...]) -> Iterator[Statement]:
    for m in _SAME.finditer(text) if "同上" in text else ():
        yield Statement(*m.span(), as_before=True)
