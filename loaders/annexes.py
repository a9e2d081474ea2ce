"""Annexes inside the plan proper (附件1 ⏎ 重点任务分解表): each begins a part of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphmodel.plan import Span
from loaders.blocks import heading_like
from loaders.paragraphs import Para
from loaders.reading import is_annex_head


@dataclass(frozen=True, slots=True)
class Annexes:
    """``titles``: the spans of the paragraphs that name an annex; ``labels``: the paragraphs 附件1 above them, which say no more."""

    titles: tuple[Span, ...] = ()
    labels: tuple[Para, ...] = ()


def annexes(paras: Sequence[Para]) -> Annexes:
    """The annexes that begin among the paragraphs. One whose title does not follow is named by its label."""
    titles: list[Span] = []
    labels: list[Para] = []
    for p, following in zip(paras, [*paras[1:], None]):
        if not is_annex_head("".join(p.text.split())):
            continue
        if following and not following.marker and heading_like(following, 60) and not is_annex_head("".join(following.text.split())):
            titles.append(following.span)
            labels.append(p)
        else:
            titles.append(p.span)
    return Annexes(tuple(titles), tuple(labels))
