"""Paragraphs to a tree: headings, the items under them, the lines that belong to an item."""

from __future__ import annotations

from dataclasses import dataclass, field

from graphmodel.patterns import pattern
from graphmodel.plan import Span
from loaders.grammar.units import is_unit
from loaders.markers import RANK
from loaders.paragraphs import Para
from loaders.statement import statements

_HEAD_COLON = pattern(r"^(?P<name>[^:。;,]{2,40}?(?:\([^()]{1,30}\))?)\s?:\s?$")
_DUTY_TITLE = pattern(r"(?:的)?(?:主要)?(?:工作)?(?:职责|任务|分工)$")
_ENDS_SENTENCE = pattern(r"[。;!?,、:]\s?$")


@dataclass(slots=True)
class Node:
    """A numbered paragraph (or a unit that heads a list) with the unnumbered ones behind it and the nodes below it."""

    para: Para | None
    kind: str = "root"
    value: int | None = None
    head: str | None = None  # the unit that heads a list (A:)
    parent: Node | None = None
    more: list[Para] = field(default_factory=list)  # paragraphs behind it that carry no number
    children: list[Node] = field(default_factory=list)

    @property
    def paras(self) -> list[Para]:
        return ([self.para] if self.para else []) + self.more

    def walk(self) -> list[Node]:
        out = [self]
        for child in self.children:
            out.extend(child.walk())
        return out


def heads_list(text: str) -> str | None:
    """市发展改革委: -> 市发展改革委 when the whole paragraph is a unit and a colon."""
    m = _HEAD_COLON.match(text)
    if not m:
        return None
    name = _DUTY_TITLE.sub("", m["name"]) or m["name"]
    return name if is_unit(name) else None


def heading_like(para: Para, limit: int = 40) -> bool:
    """A line that names what follows: short, no sentence end."""
    words = para.text[para.words_from :].strip()
    return 0 < len(words) <= limit and not _ENDS_SENTENCE.search(words) and "。" not in words[:-1]


def tree(paras: tuple[Para, ...], titles: tuple[Span, ...] = ()) -> Node:
    """The tree of a plan's paragraphs. Order of kinds: the title of one plan among several, chapter, 一、, (一), a unit's head, a bare heading, 1., (1), ①, ——."""
    root = Node(None)
    stack = [root]
    for i, p in enumerate(paras):
        kind, value, head = _kind(p, paras, i, stack)
        if kind is None and any(a <= p.span[0] and p.span[1] <= b for a, b in titles):
            kind = "title"
        if kind is None:
            stack[-1].more.append(p)
            continue
        while len(stack) > 1 and RANK[stack[-1].kind] >= RANK[kind]:
            stack.pop()
        node = Node(p, kind, value, head, stack[-1])
        stack[-1].children.append(node)
        stack.append(node)
    return root


def _kind(p: Para, paras: tuple[Para, ...], i: int, stack: list[Node]) -> tuple[str | None, int | None, str | None]:
    head = heads_list(p.text[p.words_from :])
    if p.marker and p.marker.kind == "dash" and heading_like(p) and i + 1 < len(paras) and (below := paras[i + 1].marker) and below.kind in ("ar", "par"):
        return "bare", None, head  # ——推进教育高质量发展 over 204.…
    if p.marker:
        return p.marker.kind, p.marker.value, head
    if head:
        return "head", None, head
    following = paras[i + 1] if i + 1 < len(paras) else None
    if following and following.marker and following.marker.kind in ("ar", "par", "pcn") and heading_like(p, 30) and _opens(p, following, paras, i, stack):
        if _lost_number(paras, i, stack):
            return "pcn", None, None
        return "bare", None, None
    return None, None, None


def _opens(p: Para, following: Para, paras: tuple[Para, ...], i: int, stack: list[Node]) -> bool:
    """A short line before a number is a heading when the line before it is finished: it closes nothing and no label stands in it."""
    allots = any(x.said and x.start <= 1 and x.end >= len(p.text) - 1 for x in statements(p.text))
    if ":" in p.text or allots or pattern(r"[、,]").search(p.text[-1:]) or pattern(r"^\d").match(p.text):
        return False
    before = paras[i - 1] if i else None
    return before is None or bool(before.marker and heading_like(before)) or bool(pattern(r"[。;)〕\]】]\s?$").search(before.text)) or _labelled(before)


def _labelled(p: Para) -> bool:
    return bool(pattern(r"^.{0,12}(?:单位|部门|时限|时间|进度安排|领导|责任人)\s?:").match(p.text))


def _lost_number(paras: tuple[Para, ...], i: int, stack: list[Node]) -> bool:
    """(二) … a heading without number … (四): the number of (三) is lost."""
    last = next((n.value for n in reversed(stack) if n.kind == "pcn"), None)
    if last is None:
        return False
    for p in paras[i + 1 :]:
        if p.marker and p.marker.kind in ("cn", "chapter"):
            return False
        if p.marker and p.marker.kind == "pcn":
            return p.marker.value == last + 2
    return False
