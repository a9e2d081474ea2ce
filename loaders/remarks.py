"""Remarks behind or before the items: on the paper (说明:…, 注:…), on all items (以上3项任务,…). They are no items."""

from __future__ import annotations

from graphmodel.patterns import pattern
from loaders.drafts import Here, Read
from loaders.grammar.everybody import is_everybody
from loaders.paragraphs import Para
from loaders.prose import acting
from loaders.scope import Saying
from loaders.statement import statements

# 说明:本清单共3项任务,由A统筹调度。: about the paper, whoever is named
_NOTE = pattern(r"(?:编制|填表|有关|几点)?(?:说明|备注|附注|注释|注) ?:")
# 以上3项任务,各责任单位要抓紧抓实。
_OF_ALL = pattern(
    r"(?:以上|上述)(?:各|所有|全部)?(?:[\d一二三四五六七八九十百]{0,4}[项条件个])?(?:重点|主要|具体|目标|工作|民生|年度){0,3}(?:任务|工作|事项|措施|实事|内容)"
)


def is_note(p: Para) -> bool:
    return bool(_NOTE.match(p.text))


def is_remark(p: Para) -> bool:
    """Whether an unnumbered paragraph speaks of the paper or of all items, and no statement says who does it."""
    return not p.marker and bool(_NOTE.match(p.text) or _OF_ALL.match(p.text)) and not any(s.said for s in statements(p.text))


def take_remark(out: Read, p: Para, here: Here) -> None:
    """Who is named in a remark on all items above (以上3项任务由A负责) answers for those that nobody does; whoever else it names, it allots nothing."""
    sayings = [Saying(x, p.view, p.view.span(run.start, run.end)) for run in acting(p.text) for x in run.said]
    left = [d for d in out.drafts if d.path == here.path and not d.sayings]
    if is_note(p) or not left or all(is_everybody(n.full) for x in sayings for n in x.said.units):
        out.loose.append((p, here.path, "intro"))
        return
    out.taken.append((p.span, "duty"))
    for d in left:
        d.sayings = list(sayings)
