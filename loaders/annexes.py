"""Annexes inside the plan proper (附件1 ⏎ 重点任务分解表): each begins a part of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphmodel.patterns import pattern
from graphmodel.plan import Span
from loaders.blocks import heading_like
from loaders.paragraphs import Para
from loaders.reading import is_annex_head

# 节水工作领导小组成员名单, with 组 长:张三 below it: an annex though no 附件 stands above
_MEMBERS = pattern(r"^[^,。;:]{2,50}(?:组|专班|指挥部|联席会议|委员会|机构)(?:及(?:其)?办公室)?(?:(?:组成)?(?:人员|成员)(?:名单|组成)?|名单|组成)$")
_POST = pattern(r"^(?:总|副|第一|名誉|常务){0,2} ?(?:组 {0,4}长|指 ?挥 ?长?|总 ?指 ?挥|召 ?集 ?人|主 {0,4}任|成 {0,4}员)(?: ?[:|]| )")


@dataclass(frozen=True, slots=True)
class Annexes:
    """``titles``: the spans of the paragraphs that name an annex; ``labels``: the paragraphs 附件1 above them, which say no more."""

    titles: tuple[Span, ...] = ()
    labels: tuple[Para, ...] = ()


def annexes(paras: Sequence[Para]) -> Annexes:
    """The annexes that begin among the paragraphs. One whose title does not follow is named by its label."""
    titles: list[Span] = []
    labels: list[Para] = []
    last = max((i for i, p in enumerate(paras) if p.marker and p.marker.kind in ("cn", "pcn", "chapter")), default=-1)  # the plan proper goes on to here
    for i, (p, following) in enumerate(zip(paras, [*paras[1:], None])):
        if following and i > last and not p.marker and _MEMBERS.match(p.text) and _POST.match(following.text):
            titles.append(p.span)
        if not is_annex_head("".join(p.text.split())):
            continue
        if following and not following.marker and heading_like(following, 60) and not is_annex_head("".join(following.text.split())):
            titles.append(following.span)
            labels.append(p)
        else:
            titles.append(p.span)
    return Annexes(tuple(titles), tuple(labels))
