"""Who owns what stands below a heading or beside a line: headings that are a unit's name, items that all open with units."""

from __future__ import annotations

from graphmodel.patterns import pattern
from loaders.blocks import Node, statements_begin
from loaders.drafts import Here, Read
from loaders.grammar.heads import Head, head_beside, lists_heads, sure_head
from loaders.grammar.subjects import credible, opens_with_verb
from loaders.grammar.units import units
from loaders.paragraphs import Para
from loaders.scope import Saying, segments
from loaders.statement import Said

_DUTY_TITLE = pattern(r"(?:的)?(?:主要)?(?:工作)?(?:职责|任务|分工)(?:与任务|及分工)?$")
# 五、责任分工 | 部门职责: headings over units
ALLOTTING = pattern(r"(?:分工|职责)(?:安排)?$")


def owner_of(words: str, p: Para, offset: int, easy: bool = False) -> tuple[Saying, ...]:
    """A heading that is a unit's name (县级路长办公室, 一、市X工作领导小组, A局职责): it owns what stands under it. ``easy``: under 责任分工 a weak name will do."""
    m = _DUTY_TITLE.search(words)
    stem = words[: m.start()] if m and m.start() else words
    stem = stem.rstrip(":。 ")
    if not stem or len(stem) > 40:
        return ()
    named = units(p.text, offset, offset + len(stem), strict=True)
    if (
        not named
        or not all(credible(n.full) or (easy and not opens_with_verb(n.full)) for n in named)
        or any(
            n.printed.startswith(("成员", "各级", "其他")) or pattern(r"成员单位$|各?部门$|^(?:专项)?工作(?:专班|组)$|方面(?:\([^()]*\))?$").search(n.printed)
            for n in named
        )
    ):
        return ()
    if not m and pattern(r"^(?:加强|建设|推进|完善|打造|加快|实施|优化|提升|组建|成立|发展|做好|强化|推动|健全|建立|培育|构建|深化)").match(stem):
        return ()
    return (Saying(Said("answer", named, "heading", "职责" if m else None), p.view, p.view.span(offset, offset + len(stem))),)


def allots_here(out: Read, here: Here) -> bool:
    return bool(here.path) and bool(ALLOTTING.search(out.sections[here.path[-1]].name))


def head_owner(node: Node, p: Para) -> tuple[Saying, ...]:
    end = p.text.rstrip(": ").__len__()
    words = p.text[p.words_from : end]
    m = _DUTY_TITLE.search(words)
    stop = p.words_from + (m.start() if m and m.start() else len(words))
    named = units(p.text, p.words_from, stop)
    return (Saying(Said("answer", named, "heading"), p.view, p.view.span(p.words_from, end)),) if named else ()


def beside_heads(node: Node) -> bool:
    """Whether two or more of the items it stands among open with a unit and a colon."""
    above = node.parent
    if above is None or node.para is None or ":" not in node.para.text:
        return False
    if above.lists is None:
        above.lists = lists_heads([(x.para.text, x.para.words_from) for x in above.children if x.para])
    return above.lists


def list_head(node: Node) -> Head | None:
    """The head of a line in a list of units, and of a numbered one that has items below it: (一)市水利局:承担日常工作。|1.…"""
    p = node.para
    if p is None or (node.kind == "unit" and not node.head):
        return None
    if node.kind == "unit":
        return head_beside(p.text)
    if not (node.children and p.marker and ":" in p.text[:82]):
        return None
    head = head_beside(p.text, p.words_from) if beside_heads(node) else sure_head(p.text, p.words_from)
    return head if head and statements_begin(p.text) >= head[1] else None


def allotted(paras: list[Para], begin: int) -> bool:
    """Whether statements say who does it. Behind a unit and its colon one that names only who helps takes nothing from it."""
    beside = ("help", "watch") if paras[0].text[begin - 1] == ":" else ()
    return any(x.part not in beside for s in segments(paras) for b in s.bound for x in b.statement.said)
