"""Paragraphs to a tree: headings, the items under them, the lines that belong to an item."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from graphmodel.patterns import pattern
from graphmodel.plan import Span
from loaders.grammar.heads import bracketed, head_beside, sure_head
from loaders.grammar.units import is_unit
from loaders.markers import RANK, Marker
from loaders.paragraphs import Para
from loaders.prose import told_first
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
    sure: bool = False  # its head is one of several
    lists: bool | None = None  # its items open with units; asked once

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


def _of_list(paras: tuple[Para, ...], titles: tuple[Span, ...]) -> dict[int, tuple[Para, str | None]]:
    """The lines that open with a unit where units head lists of numbered items (A:做… | (1)… | B:做…), each with its head; None where it is told in prose."""
    out: dict[int, tuple[Para, str | None]] = {}
    edges = [i for i, p in enumerate(paras) if (p.marker and p.marker.kind in ("chapter", "cn", "pcn")) or any(a <= p.span[0] < b for a, b in titles)]
    for a, b in zip([-1, *edges], [*edges, len(paras)]):
        out.update(_heads_in_brackets(paras, a, b))
        plain = [i for i in range(a + 1, b) if not paras[i].marker and (":" in paras[i].text[:82] or paras[i].text[0] == "【")]
        if len(plain) < 2 or len(plain) + a + 1 == b:
            continue
        alone = [i for i in plain if heads_list(paras[i].text)]
        told = [i for i in plain if sure_head(paras[i].text) and statements_begin(paras[i].text) > 0]
        numbered = next((i for i in range(a + 1, b) if paras[i].marker), b)
        if len(alone) + len(told) < 2 or not told or (numbered == b and not alone) or min(*alone, *told) > numbered:
            continue
        for i in range(min(*alone, *told), b):
            p = paras[i]
            if i in alone:
                out[i] = (p, heads_list(p.text))
            elif not p.marker and (head := head_beside(p.text)) and statements_begin(p.text) > 0:
                out[i] = (replace(p, marker=Marker("unit", None, "", head[1])), p.text[: head[1]])
            elif not p.marker and told_first(p.text):
                out[i] = (replace(p, marker=Marker("unit", None, "", 0)), None)
    return out


def statements_begin(text: str) -> int:
    """Where the first statement begins; behind the text where there is none."""
    return min((s.start for s in statements(text)), default=len(text))


def _heads_in_brackets(paras: tuple[Para, ...], a: int, b: int) -> dict[int, tuple[Para, str | None]]:
    """【县财政局】 alone on its line: it heads what stands below it if the first such line of its part stands above all items; below them it says whose they are."""
    found = [i for i in range(a + 1, b) if not paras[i].marker and bracketed(paras[i].text)]
    if not found or found[-1] + 1 == b or any(paras[i].marker for i in range(a + 1, found[0])):
        return {}
    if a >= 0 and found[0] > a + 1 and not paras[found[0] - 1].text.endswith(":"):
        return {}
    out: dict[int, tuple[Para, str | None]] = {}
    for i in range(found[0], b):
        p = paras[i]
        if i in found and (span := bracketed(p.text)):
            out[i] = (replace(p, view=p.view.slice(*span)), p.text[slice(*span)])
        elif p.text[0] == "【" and not p.marker and (head := sure_head(p.text)):
            out[i] = (replace(p, marker=Marker("unit", None, "", head[1])), p.text[: head[1]])
    return out


def tree(paras: tuple[Para, ...], titles: tuple[Span, ...] = ()) -> Node:
    """The tree of a plan's paragraphs. Order of kinds: the title of one plan among several, chapter, 一、, (一), a unit's head, a bare heading, 1., (1), ①, ——."""
    root = Node(None)
    stack = [root]
    listed = _of_list(paras, titles)
    for i, p in enumerate(paras):
        if i in listed:
            p, head = listed[i]
            kind: str | None = "unit" if p.marker else "head"
            value = None
        else:
            kind, value, head = _kind(p, paras, i, stack)
        if kind is None and any(a <= p.span[0] and p.span[1] <= b for a, b in titles):
            kind = "title"
        if kind is None:
            stack[-1].more.append(p)
            continue
        while len(stack) > 1 and RANK[stack[-1].kind] >= RANK[kind]:
            stack.pop()
        node = Node(p, kind, value, head, stack[-1], sure=i in listed)
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
