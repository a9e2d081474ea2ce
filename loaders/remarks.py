"""Remarks behind or before the items: on the paper (说明:…, 注:…), on all items (以上3项任务,…), to everybody at the end. They are no items."""

from __future__ import annotations

from graphmodel.patterns import pattern
from loaders.blocks import Node
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
# 各地各部门要对照任务分工,抓好贯彻落实。 | 请各牵头单位于每月25日前报送进展
_TO_ALL = pattern(
    r"(?:请|望)?(?:各(?:地|级|县|市|区|州|盟|旗|乡|镇|街道|园区|部门|单位|牵头|责任|配合|承办|有关|相关|成员|科室|处室|股室|专班|工作组)|全[省市县区]各|有关(?:部门|单位))"
    r"[^。;:]{0,60}?(?:要|应|须|务必|于|对照|按照|按|根据|结合|每)"
)
_OF_THE_PAPER = pattern(
    r"(?:任务|责任|职责)(?:分工|分解|清单)|(?:分工|实施|落实|本)方案|本(?:清单|表|意见|要点|计划)|台账|贯彻落实|抓好落实|抓好组织实施|(?:落实|完成|进展|推进|执行)情况|进展|督[查办导]|通报|考核"
)


# the paper says so of all its items: 责任单位中排名第一的为牵头单位
_RANKED = pattern(r"(?:排名|排|列)(?:在)?(?:第一|首)(?:位)?(?:的|者)?(?:责任)?(?:单位|部门)?为(?:总|第一)?牵头")
# ... of those that name several leads: 牵头单位有2个以上的,排在首位的为总牵头单位
_OF_LEADS = pattern(r"(?:牵头|主办)(?:单位|部门)[^。;]{0,8}(?:\d|[二两多])(?:个|家)[^。;]{0,10}$")


def note_rank(out: Read, p: Para) -> None:
    """Takes notice of a remark on the paper by which the first named leads."""
    m = _RANKED.search(p.text) if "牵头" in p.text else None
    if m and _OF_LEADS.search(p.text, max(0, m.start() - 30), m.start()):
        out.first_leads = True
    elif m:
        out.positional = True


def is_note(p: Para) -> bool:
    return bool(_NOTE.match(p.text))


def is_remark(p: Para) -> bool:
    """Whether an unnumbered paragraph speaks of the paper or of all items, and no statement says who does it."""
    return not p.marker and bool(_NOTE.match(p.text) or _OF_ALL.match(p.text)) and not any(s.said for s in statements(p.text))


def speaks_to_all(node: Node) -> frozenset[int]:
    """The ids of the paragraphs behind the last item of a plan, or of a chapter, that speak to everybody of the paper, and of those that go on so.

    Only behind words that say who does the item: what stands before them belongs to it.
    """
    if node.head or not node.more or not _ends_chapter(node):
        return frozenset()
    said = False
    out: list[int] = []
    for p in node.paras:
        speaks = said and not p.marker and bool(_TO_ALL.match(p.text)) and bool(_OF_THE_PAPER.search(p.text))
        if any(s.said for s in statements(p.text)):
            said, out = True, []
        elif speaks or out:
            out.append(id(p))
        else:
            said = said or bool(p.marker and acting(p.text, p.words_from))
    return frozenset(out)


def _ends_chapter(node: Node) -> bool:
    """Whether a node is the last of the plan, or of a chapter."""
    while node.parent is not None:
        last = node is node.parent.children[-1]
        if node.kind in ("cn", "chapter", "title") and node.parent.kind in ("root", "title", "chapter"):
            return True
        if not last:
            return False
        node = node.parent
    return True


def take_remark(out: Read, p: Para, here: Here) -> None:
    """Who is named in a remark on all items above (以上3项任务由A负责) answers for those that nobody does; whoever else it names, it allots nothing."""
    sayings = [Saying(x, p.view, p.view.span(run.start, run.end)) for run in acting(p.text) for x in run.said]
    note_rank(out, p)
    left = [d for d in out.drafts if d.path == here.path and not d.sayings]
    if is_note(p) or not left or all(is_everybody(n.full) for x in sayings for n in x.said.units):
        out.loose.append((p, here.path, "intro"))
        return
    out.taken.append((p.span, "duty"))
    for d in left:
        d.sayings = list(sayings)
