"""Tasks for which two or more units answer while none is marked as the one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from os.path import commonprefix

from graphmodel.graph import AccountabilityGraph, Edge
from graphmodel.patterns import pattern
from graphmodel.text import fold
from queries.answering import answered_by_people, in_general_part
from queries.owners import inherited, is_collective, leads, owner
from queries.territory import ground_of

_EACH_ITS_PART = pattern(
    r"按(?:照|各自)?职责|各负其责|各自|分头"
    r"|分别(?:由|牵头|负责|落实|承担|推进|组织|实施|抓|做|制定|对)"  # 分别由A、B牵头 — not 分别达到65%和55%
)
_NO_NAME = pattern(r"(?:等|各|有关|相关|其他){0,2}(?:部门|单位)")  # A、B等部门: what is left of the open end
_ZONE = pattern(
    r"(?:开发区|高新区|高新技术产业园区|园区|片区|示范区|试验区|保税区|新区|新城|度假区|风景区|合作区|经开区|实验区)"
    r"(?:管委会|管理委员会|党工委|管理局|开发管理局|管理办公室)?$"
)  # 望岭片区管理局: its own ground
_SYSTEM = pattern(r"^(?:中华人民共和国|国家税务总局|中国人民银行|中国银行保险监督管理委员会|中国证券监督管理委员会|国家统计局)")
BEHIND = 6  # characters
HABIT = 6  # from so many tasks on, several owners are the plan's way of writing
SHARE = 0.6  # of the tasks with an owner
OFFICE = 3  # characters at least that offices of one kind share (海事局)
PLACE = 3  # characters at most of a place before them (广东 / 深圳)


@dataclass(frozen=True, slots=True)
class Several:
    """``tasks`` with several owners each; ``owners``: the edges, task by task; ``habit``: the plan writes most of its tasks so, else
    all tasks have the same owners in the same words; ``prose``: a sentence names them, no label."""

    doc: str
    tasks: tuple[str, ...]
    owners: tuple[tuple[Edge, ...], ...]
    habit: bool = False
    prose: bool = False


def several_leads(graph: AccountabilityGraph) -> list[Several]:
    """In the order of the graph. Left out: what a blanket clause lays on a task, persons, collectives, bodies each on its own ground,
    units with a part each, Party committee and government of one place."""
    overseen = answered_by_people(graph)
    found: dict[str, dict[tuple[object, ...], list[tuple[str, tuple[Edge, ...]]]]] = defaultdict(lambda: defaultdict(list))
    owned: dict[str, int] = defaultdict(int)
    for task in graph.tasks():
        edges = [e for e in leads(graph, task) if not inherited(e)]
        doc = graph.document_of(task)
        owned[doc] += bool(edges)
        if len(edges) < 2 or task in overseen:
            continue
        single = _single(graph, edges)
        owners = frozenset(owner(graph, e.source) for e in single)
        if len(owners) > 1:
            prose = _is_prose(graph, task, single)
            found[doc][prose, single[0].data.get("label"), task if prose else owners].append((task, tuple(single)))
    order = {t: n for n, t in enumerate(graph.tasks())}
    out: list[Several] = []
    for doc, groups in found.items():
        said = [entry for (prose, *_), entries in groups.items() if not prose for entry in entries]
        habit = len(said) >= HABIT and len(said) >= SHARE * owned[doc]
        if habit:
            out.append(_together(doc, sorted(said, key=lambda entry: order[entry[0]]), habit=True))
        out += [_together(doc, entries, prose=bool(key[0])) for key, entries in groups.items() if key[0] or not habit]
    return sorted(out, key=lambda e: order[e.tasks[0]])


def _together(doc: str, entries: list[tuple[str, tuple[Edge, ...]]], habit: bool = False, prose: bool = False) -> Several:
    return Several(doc, tuple(t for t, _ in entries), tuple(edges for _, edges in entries), habit, prose)


def _is_prose(graph: AccountabilityGraph, task: str, edges: list[Edge]) -> bool:
    """Whether a sentence names them in passing, or demands something of them where the plan says how it is carried out."""
    if any(e.data.get("basis") != "text" for e in edges):
        return False
    return all("牵头" not in str(e.data.get("label")) for e in edges) or in_general_part(graph, task)


def _single(graph: AccountabilityGraph, edges: list[Edge]) -> list[Edge]:
    """The single bodies that answer for the whole task side by side; none where each has its own part or ground."""
    if len({e.data.get("part") for e in edges}) > 1:
        return []
    if all(e.data.get("basis") == "text" for e in edges) and len({_statement(e) for e in edges}) > 1:
        return []  # sentence after sentence: each says what its own subject does
    if any(_EACH_ITS_PART.search(words) for words in {_around(graph, e) for e in edges}):
        return []
    named = [e for e in edges if not is_collective(graph, e.source) and not _NO_NAME.fullmatch("".join(str(e.data.get("printed")).split()))]
    grounded = [e for e in named if has_own_ground(graph, e.source)]
    places = len({owner(graph, e.source) for e in grounded}) + 2 * any(ground_of(graph, e.source) == "every" for e in edges)
    if places > 1:  # named places and 各县(市、区): each on its own ground, beside the units above them
        named = [e for e in named if e not in grounded]
    return [] if len(named) > 1 and of_one_kind(str(graph.node(e.source)["name"]) for e in named) else named


def has_own_ground(graph: AccountabilityGraph, department: str) -> bool:
    """Whether the body is a place's Party committee or government, or runs a zone."""
    return ground_of(graph, department) is not None or bool(_ZONE.search(str(graph.node(department).get("name") or "")))


def of_one_kind(names: Iterable[str]) -> bool:
    """Whether the names are those of one kind of office in several places (广东海事局、深圳海事局), each with its own ground."""
    short = [_SYSTEM.sub("", name) for name in names]
    office = len(commonprefix([name[::-1] for name in short]))
    places = [name[: len(name) - office] for name in short]
    return office >= OFFICE and all(2 <= len(p) <= PLACE for p in places) and len({p[0] for p in places}) == len(places)


def _around(graph: AccountabilityGraph, edge: Edge) -> str:
    """The statement and the few words behind it (A、B + 分别负责)."""
    start, end = _statement(edge)
    return fold(graph.text_of(edge.data["doc"])[start : end + BEHIND])


def _statement(edge: Edge) -> tuple[int, int]:
    start, end = edge.data.get("statement") or edge.data["span"]
    return int(start), int(end)
