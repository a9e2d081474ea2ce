"""Bodies that act in the words of a task and hold no role in it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from graphmodel.plan import Span
from graphmodel.text import fold
from queries.answering import in_general_part
from queries.owners import is_collective, is_standing_office, owner, place_of
from queries.places import node_span

_FAR = 8  # characters before and behind a name in which is said what the body does
_RANK = {"central": 0, "national": 0, "province": 1, "city": 2, "county": 3, "town": 4, "village": 5}
_LOWEST = 9
# 由市公安局审核 · 会同市公安局核查; not 由市公安局交警支队, which is another body
_BEFORE = pattern(r"(?<![来理])(?:由|会同|商请|协调|协同|配合|协助)$")
_ANOTHER = pattern(
    r"(?:[\u4e00-\u9fff]{0,6}(?:支队|大队|分局|中心|处|科|站|所|院|队)|分|局长?|主任|处长|科长|部长|厅长|书记|副|主要|分管|有关|相关|负责[人同]|党[组委]|系统|门户|网站|官网|公布|发布|印发|制定的|出台|备案|批准|审批|同意|验收)"
)
# ,市公安局负责清查 · 。市公安局要清查
_BEHIND = pattern(
    r"(?:要|应当?|须|必须)?(?:具体|统一|分别|按照?职责(?:分工)?|依法|同步|共同|及时)?"
    r"(?:负责(?!人)|牵头|配合|协助|参与|承担|提供|审核|开展|实施|核查|出具|指导)|(?:要(?![件求素点闻])|应当|必须)"
)
_OPENS = frozenset(",。;:\n ")


@dataclass(frozen=True, slots=True)
class NamedOnly:
    """A body that acts in the words of a task and holds no role in it. ``words``: where it is named there."""

    task: str
    body: str
    printed: str
    words: Span


def named_only(graph: AccountabilityGraph) -> list[NamedOnly]:
    """In the order of the tasks, each body once a task. Superior bodies, governments and what stands in the general part are left out,
    and so are tasks without any duty: there the units are missing altogether."""
    return [one for doc in graph.documents() for one in _in_document(graph, doc)]


def _in_document(graph: AccountabilityGraph, doc: str) -> list[NamedOnly]:
    text = fold(graph.text_of(doc))
    tasks = sorted((node_span(graph, t), t) for t in graph.tasks(doc))
    starts = [span[0] for span, _ in tasks]
    own = _level_of(graph, doc)
    found: dict[tuple[str, str], NamedOnly] = {}
    for body in graph.departments(doc):
        if not _can_hold(graph, body, own):
            continue
        for printed in graph.node(body).get("printed") or ():
            for start in _places(text, fold(str(printed))):
                span = start, start + len(str(printed))
                at = bisect_right(starts, start) - 1
                if at < 0 or tasks[at][0][1] < span[1] or (tasks[at][1], body) in found or not _acts(text, tasks[at][0], span):
                    continue
                task = tasks[at][1]
                duties = graph.duties_of(task)
                if duties and not in_general_part(graph, task) and not _holds(graph, task, body):
                    found[task, body] = NamedOnly(task, body, text[span[0] : span[1]], span)
    return sorted(found.values(), key=lambda one: (one.words, one.body))


def _places(text: str, name: str) -> list[int]:
    places, at = [], text.find(name) if len(name) > 2 else -1
    while at >= 0:
        places.append(at)
        at = text.find(name, at + len(name))
    return places


def _can_hold(graph: AccountabilityGraph, body: str, own: int) -> bool:
    """Whether a plan of that level may give the body a role: one body, recognised, no superior and no government."""
    node = graph.node(body)
    if is_collective(graph, body) or not node.get("recognised") or place_of(str(node["name"])) or is_standing_office(graph, body):
        return False
    return _RANK.get(str(node.get("level")), _LOWEST) >= own


def _level_of(graph: AccountabilityGraph, doc: str) -> int:
    """The rank of most bodies that a plan names."""
    count = Counter(_RANK.get(str(graph.node(d).get("level")), _LOWEST) for d in graph.departments(doc))
    return max(sorted(count), key=lambda rank: count[rank], default=_LOWEST)


def _holds(graph: AccountabilityGraph, task: str, body: str) -> bool:
    """Whether the body, or one whose name is its name and more (a branch of it), holds a role in the task."""
    name = str(graph.node(body)["name"])
    roles = {e.source for e in graph.duties_of(task)}
    return any(owner(graph, d) == owner(graph, body) or name in str(graph.node(d)["name"]) or str(graph.node(d)["name"]) in name for d in roles)


def _acts(text: str, task: Span, name: Span) -> bool:
    """Whether the words around a name say that the body does something in the task."""
    before = text[max(task[0], name[0] - _FAR) : name[0]].rstrip()
    behind = text[name[1] : min(task[1], name[1] + 2 * _FAR)].lstrip()
    if _ANOTHER.match(behind):
        return False
    return bool(_BEFORE.search(before) or ((not before or before[-1] in _OPENS) and _BEHIND.match(behind)))
