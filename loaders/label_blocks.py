"""A block of labels behind several items: 1.问题 (1)… (2)… 牵头单位:A;完成时限:… holds for the item and all its measures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphmodel.patterns import pattern
from loaders.blocks import Node
from loaders.drafts import Draft, Read, sayings_of
from loaders.grammar.roles import OTHER_LABEL
from loaders.lines_said import is_label_line
from loaders.paragraphs import Para
from loaders.scope import Bound, Piece, Segment, segments
from loaders.statement import statements

# what leads in the items of a block whose lines said who and by when
_LEADS_IN = pattern(r"(?:整改|治理|整治|工作|主要|具体|重点|落实)?(?:措施|任务|举措|内容|要求)(?:如下)?:\s?")
# kinds of numbering that are items rather than chapters: a block below their measures is theirs
_ITEMS = frozenset({"named", "ar", "step", "par", "circ"})


def overseers_in(paras: Iterable[Para]) -> list[tuple[Piece, str]]:
    """The persons behind labels (责任领导:张某某), with the label."""
    return [(Piece(p, a, b), label) for p in paras for s in statements(p.text) for a, b, label in s.overseers]


def watched_by(drafts: Sequence[Draft], seers: Sequence[tuple[Piece, str]]) -> None:
    """Persons named for a whole group see to those of its tasks that name none themselves."""
    for d in drafts if seers else ():
        if not d.overseers and not any(b.statement.overseers for b in d.bound):
            d.overseers.extend(seers)


def holding(segs: Sequence[Segment]) -> tuple[Bound, ...]:
    """The statements of a heading that go on to its items: by when, and the persons who see to them."""
    return tuple(b for s in segs for b in s.bound if b.statement.deadline or b.statement.overseers)


def heads_block(p: Para, segs: Sequence[Segment]) -> bool:
    """一、… | 责任单位:A | 整改时限:… | 整改措施: | 1.…: what the lines under a heading say holds for the items they lead in, whoever these name."""
    pieces = [x for s in segs for x in s.pieces]
    return bool(_LEADS_IN.fullmatch(pieces[-1].text)) and all(x.para.view is p.view or OTHER_LABEL.match(x.text) or _LEADS_IN.fullmatch(x.text) for x in pieces)


def block_of(node: Node) -> list[Para]:
    """The label lines with which a node ends."""
    block: list[Para] = []
    for p in reversed(node.more):
        if not is_label_line(p):
            break
        block.insert(0, p)
    return block if not node.children else []


def _holds_for_all(node: Node) -> bool:
    """Whether the only labels below a node stand behind its last child."""
    return len(node.children) > 1 and bool(block_of(node.children[-1])) and not any(block_of(n) for c in node.children[:-1] for n in c.walk())


def _each_its_own(node: Node) -> bool:
    return any(block_of(n) for c in node.children[:-1] for n in c.walk())


def _beside(out: Read, node: Node) -> tuple[bool, int]:
    """Whether one of the nodes beside this has labels below each of its children, and how many have them behind the last only; asked once for a list."""
    key = (id(node.parent), node.kind)
    if key not in out.closed:
        beside = [n for n in (node.parent.children if node.parent else []) if n.kind == node.kind]
        out.closed[key] = any(map(_each_its_own, beside)), sum(map(_holds_for_all, beside))
    return out.closed[key]


def close_below(out: Read, node: Node, first: int) -> None:
    """Gives what the block behind the last child says to the other tasks below ``node`` (from the draft ``first`` on) that say nothing of it.

    Where items of the same list have labels below each of their measures, one that lacks them lacks them. A chapter needs a second one
    that ends like this.
    """
    if not _holds_for_all(node):
        return
    each, all_of_them = _beside(out, node)
    if each or node.kind == "head" or node.kind not in _ITEMS and all_of_them < 2:
        return
    last = node.children[-1]
    assert last.para is not None
    block = block_of(last)
    bound = [b for s in segments(block) for b in s.bound]
    others = [d for d in out.drafts[first:] if d.pieces and d.start < last.para.span[0]]
    for d in others:
        _say(d, bound)
    watched_by(others, overseers_in(block))


def _say(d: Draft, bound: Sequence[Bound]) -> None:
    said = sayings_of(list(bound))
    if any(x.said.part in ("lead", "answer") for x in said) and all(x.said.basis == "heading" for x in d.sayings):
        d.sayings = said
        d.positional = d.positional or any(b.statement.positional for b in bound)
    dated = tuple(b for b in bound if b.statement.deadline)
    if dated and not any(b.statement.deadline for b in d.bound):
        d.above = (*(b for b in d.above if not b.statement.deadline), *dated)


def close_siblings(out: Read, last: int, bracketed: bool) -> None:
    """A statement on its own line behind short items none of which has one closes them all: they end in semicolons, or it stands in brackets."""
    closed = out.drafts[last]
    group: list[Draft] = []
    for d in reversed(out.drafts[:last]):
        if d.sayings or d.path != closed.path or not d.pieces:
            break
        group.append(d)
    ends = [d.pieces[-1].para.text[d.pieces[-1].end :].lstrip()[:1] for d in group]
    if group and (all(e == ";" for e in ends) or (bracketed and all(sum(len(p.text) for p in d.pieces) <= 60 for d in group))):
        for d in group:
            d.sayings, d.positional = list(closed.sayings), closed.positional
