"""Bodies that a plan names and that hold no duty in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from graphmodel.plan import Span
from graphmodel.text import fold
from queries.answering import in_general_part
from queries.owners import is_collective, is_standing_office, owner, place_of
from queries.territory import ground_of

SHORTEST = 3  # characters of a body's name
FEWEST_TASKS = 3  # tasks with duties in a plan that allots work
_NO_OWN_WORK = frozenset({"people's congress", "CPPCC", "court/procuratorate", "military", "group", "office of a group"})
_SOME = pattern(r"各|有关|相关|所有")  # 国务院各部委 市政府有关委、局
_MEMBERS = pattern(r"成员(?:单位|部门)")
_TAIL = pattern(r"(?:管理委员会|委员会|管理局|分局|总局|支队|大队|中心|办公室|局|委|办|厅|部|处)$")
_LEVEL = pattern(r"^(?:中共|共青团)?[^市区县省州旗盟]{0,8}[市区县省州旗盟]")


@dataclass(frozen=True, slots=True)
class Idle:
    """Bodies of one list without a duty. ``group``: the body they are members of, None for the plan's addressees; ``of``: how many bodies
    the list names singly; ``spans``: where each stands in it."""

    doc: str
    group: str | None
    bodies: tuple[str, ...]
    printed: tuple[str, ...]
    spans: tuple[Span, ...]
    of: int


def idle(graph: AccountabilityGraph) -> list[Idle]:
    """Lists of members, then of addressees, of each plan that allots work."""
    return [one for doc in graph.documents() for one in _idle_in(graph, doc)]


def _idle_in(graph: AccountabilityGraph, doc: str) -> Iterator[Idle]:
    busy: dict[str, None] = {}
    allotted = 0
    for node in (*graph.tasks(doc), *graph.goals(doc)):
        duties = graph.duties_of(node)
        allotted += bool(duties)
        busy.update(dict.fromkeys(e.source for e in duties if not (_is_members(graph, e.source) and in_general_part(graph, node))))
    if allotted < FEWEST_TASKS:
        return
    busy.update(dict.fromkeys(e.target for m in graph.mechanisms(doc) for e in graph.edges_from(m, "ACTS")))
    busy.update(dict.fromkeys(e.target for t in graph.tasks(doc) for e in graph.mentions_of(t) if not in_general_part(graph, t)))
    busy.update(dict.fromkeys(e.target for e in graph.edges("HOSTED_BY", doc)))
    held = (e for kind in ("LEADS", "COOPERATES") for e in graph.edges(kind, doc) if _is_members(graph, e.source))
    everyone = any(graph.node(e.target)["kind"] == "task" and not in_general_part(graph, e.target) for e in held)
    owners = {owner(graph, d) for d in busy}
    stems = {_stem(graph, d) for d in busy}
    grounds = any(ground_of(graph, d) == "every" for d in busy)
    issuer = fold(str(graph.node(doc).get("issuer") or ""))

    def works(d: str) -> bool:
        territorial = grounds and (ground_of(graph, d) is not None or graph.node(d).get("peer_class") in ("zone", "town", "district"))
        own = _stem(graph, d)
        return territorial or owner(graph, d) in owners or any(_same_stem(own, s) for s in stems)

    named: dict[str | None, dict[str, tuple[str, Span]]] = {}
    for e in graph.edges("MEMBER_OF", doc):
        if graph.node(e.source)["kind"] == "department":
            named.setdefault(e.target, {}).setdefault(e.source, (str(e.data.get("printed") or ""), _span(e.data["span"])))
    for a in graph.node(doc).get("addressees") or ():
        if a.get("department"):
            named.setdefault(None, {}).setdefault(str(a["department"]), (str(a["printed"]), _span(a["span"])))
    said: set[str] = set()
    for group, bodies in named.items():
        single = [
            d for d in sorted(bodies, key=lambda d: bodies[d][1]) if _single(graph, d) and str(graph.node(d)["name"]) not in issuer and not (group and everyone)
        ]
        lazy = [d for d in single if not works(d) and d not in said]
        if group is None:  # zones and places are addressed by custom
            lazy = [d for d in lazy if not _by_custom(graph, d)]
        if not lazy or (group and 2 * sum(works(d) for d in single) < len(single)):  # a list of whom it may concern one day
            continue
        said.update(lazy)
        yield Idle(
            doc, group, tuple(lazy), tuple("".join(bodies[d][0].split()) for d in lazy), tuple(bodies[d][1] for d in lazy), len(single),
        )  # fmt: skip


def _span(value: Sequence[int]) -> Span:
    return int(value[0]), int(value[1])


def _by_custom(graph: AccountabilityGraph, department: str) -> bool:
    """Whether a plan is sent to the body by custom: a place, a zone, 中央 of 中央、省属驻市各单位."""
    node = graph.node(department)
    name = str(node["name"])
    return len(name) < SHORTEST or node.get("peer_class") == "zone" or "管委" in name or ground_of(graph, department) is not None or place_of(name) is not None


def _is_members(graph: AccountabilityGraph, department: str) -> bool:
    return bool(_MEMBERS.search(str(graph.node(department).get("name") or "")))


def _single(graph: AccountabilityGraph, department: str) -> bool:
    """One named body of whom a plan may ask something."""
    node = graph.node(department)
    if is_collective(graph, department) or _SOME.search(str(node.get("name"))) or node.get("peer_class") in _NO_OWN_WORK or not node.get("recognised"):
        return False
    return not is_standing_office(graph, department)


def _stem(graph: AccountabilityGraph, department: str) -> str:
    """What a body's name says beside place and kind: 沅平市公安局青岚分局, 青岚区公安局 -> 公安…"""
    name = str(graph.node(department).get("name") or "")
    return _TAIL.sub("", _LEVEL.sub("", name.replace("人民政府", "政府") if place_of(name) is None else name))


def _same_stem(one: str, other: str) -> bool:
    """Whether one stem is the other shortened (市场监管, 市场监督管理): its characters stand there in order."""
    short, long = sorted((one, other), key=len)
    if len(short) < 2 or short[:1] != long[:1]:
        return False
    rest = iter(long)
    return all(c in rest for c in short)
