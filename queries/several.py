"""Tasks for which two or more units answer while none is marked as the one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
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
# 分别牵头, 按职责分工牵头 — not A、B牵头,C按职责分工负责, where only C has a part
_EACH_LEADS = pattern(r"分别由|(?:分别|各自|按(?:照|各自)?职责(?:分工)?(?:分别)?)牵头|分头")
_NO_NAME = pattern(r"(?:等|各|有关|相关|其他){0,2}(?:部门|单位)")  # A、B等部门: what is left of the open end
_ZONE = pattern(
    r"(?:开发区|高新区|高新技术产业园区|园区|片区|示范区|试验区|保税区|新区|新城|度假区|风景区|合作区|经开区|实验区)"
    r"(?:管委会|管理委员会|党工委|管理局|开发管理局|管理办公室)?$"
)  # 望岭片区管理局: its own ground
_VILLAGE = pattern(r"(?:村民|居民)委员会$|居委会$|[^农]村委会$")  # 城东村村民委员会
_OWN_WORDS = pattern(r"[(\[][^()\[\]]{0,12}(?:负责|承担|部分|方面)")  # 市住建局(负责工地扬尘)
_SYSTEM = pattern(r"^(?:中华人民共和国|国家税务总局|中国银行保险监督管理委员会|中国证券监督管理委员会|国家金融监督管理总局|国家统计局)")
_PLACE = pattern(r"[省市区县旗州盟乡镇]$")  # 青岚区 + 住房和城乡建设局
_VERTICAL = pattern(r"(?:海事局|海关|税务局|银保监局|证监局|监管局|邮政管理局|通信管理局|监察局|调查总队)$")  # 广东 + 海事局
_BRANCH = pattern(r"(?:分局|支队|大队|支行|分行|分院|分公司|分中心|派出所)$")  # 市生态环境局 + 青岚 + 分局
BEHIND = 6  # characters
HABIT = 6  # from so many tasks on, several owners are the plan's way of writing
SHARE = 0.6  # of the tasks with an owner
LONGEST_PLACE = 4  # characters in which the names of one kind of office differ (青岚区 / 望岭区)


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

    @cache
    def ground(department: str) -> str | None:
        return _ground(graph, department)

    found: dict[str, dict[tuple[object, ...], list[tuple[str, tuple[Edge, ...]]]]] = defaultdict(lambda: defaultdict(list))
    owned: dict[str, int] = defaultdict(int)
    for task in graph.tasks():
        edges = [e for e in leads(graph, task) if not inherited(e)]
        doc = graph.document_of(task)
        owned[doc] += bool(edges)
        if len(edges) < 2 or task in overseen:
            continue
        single = _single(graph, edges, ground)
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


def _single(graph: AccountabilityGraph, edges: list[Edge], ground: Callable[[str], str | None]) -> list[Edge]:
    """The single bodies that answer for the whole task side by side; none where each has its own part or ground."""
    if len({e.data.get("part") for e in edges}) > 1 or all(_OWN_WORDS.search(fold(str(e.data.get("printed")))) for e in edges):
        return []
    if all(e.data.get("basis") == "text" for e in edges) and len({_statement(e) for e in edges}) > 1:
        return []  # sentence after sentence: each says what its own subject does
    if any((_EACH_LEADS if "牵头" in label else _EACH_ITS_PART).search(words) for label, words in {(str(e.data.get("label")), _around(graph, e)) for e in edges}):
        return []
    named = [e for e in edges if not is_collective(graph, e.source) and not _NO_NAME.fullmatch("".join(str(e.data.get("printed")).split()))]
    grounded = [e for e in named if ground(e.source)]
    places = len({owner(graph, e.source) for e in grounded}) + 2 * any(ground(e.source) == "every" for e in edges)
    if places > 1:  # named places and 各县(市、区): each on its own ground, beside the units above them
        named = [e for e in named if e not in grounded]
    return [] if len(named) > 1 and of_one_kind(str(graph.node(e.source)["name"]) for e in named) else named


def _ground(graph: AccountabilityGraph, department: str) -> str | None:
    """What ground the body has of its own: that of a place's Party committee or government, of a zone, a village; None for a bureau."""
    name = str(graph.node(department).get("name") or "")
    return ground_of(graph, department) or ("zone" if _ZONE.search(name) else "village" if _VILLAGE.search(name) else None)


def of_one_kind(names: Iterable[str]) -> bool:
    """Whether the names are those of one kind of office in several places, each with its own ground: 广东海事局、深圳海事局;
    青岚区住建局、望岭区住建局; 市生态环境局青岚分局、望岭分局."""
    short = [_SYSTEM.sub("", name) for name in names]
    office = commonprefix([name[::-1] for name in short])[::-1]
    office = office.lstrip("省市区县旗州盟乡镇")
    above = commonprefix([name[: len(name) - len(office)] for name in short])
    places = [name[len(above) : len(name) - len(office)] for name in short]
    if not office or len(set(places)) < len(places) or not all(2 <= len(p) <= LONGEST_PLACE for p in places):
        return False
    return (
        all(_PLACE.search(p) for p in places)
        or bool(not above and _VERTICAL.fullmatch(office))
        or bool(_BRANCH.fullmatch(office) and above.endswith(("局", "院", "行", "司")))
    )


def _around(graph: AccountabilityGraph, edge: Edge) -> str:
    """The statement and the few words behind it (A、B + 分别负责)."""
    start, end = _statement(edge)
    return fold(graph.text_of(edge.data["doc"])[start : end + BEHIND])


def _statement(edge: Edge) -> tuple[int, int]:
    start, end = edge.data.get("statement") or edge.data["span"]
    return int(start), int(end)
