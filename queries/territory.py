"""Bodies that answer each for its own ground: districts, counties, towns, villages beside one another."""

from __future__ import annotations

from collections.abc import Iterable

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from queries.owners import owner, place_of

_ZONE = pattern(r"(?:开发区|高新区|园区|片区|示范区|试验区|保税区|新区|度假区|风景区|景区|工业区|集聚区|合作区)$")  # lies over the ground of others
_GROUND = pattern(r"(?:省|自治区|市|区|县|旗|州|盟|乡|镇|街道|苏木|村|社区)\)?$")
_EVERY = pattern(r"^(?:.{0,20}?)各.{0,24}(?:省|市|区|县|旗|州|盟|乡|镇|街道|街|村|社区)\)?")  # 各县(市、区)人民政府
_GROUND_CLASSES = frozenset({"province", "prefecture", "city", "district", "county", "town", "township", "street", "subdistrict", "village"})


def owners_of(graph: AccountabilityGraph, task: str) -> frozenset[str]:
    """Who answers for a task: one key per owner, Party committee and government of one place being one (党政同责)."""
    return frozenset(owner(graph, d) for d in graph.leads_of(task))


def helpers_of(graph: AccountabilityGraph, task: str) -> frozenset[str]:
    """Who cooperates on a task or supervises it: one key per owner."""
    return frozenset(owner(graph, d) for d in (*graph.helpers_of(task), *graph.supervisors_of(task)))


def by_the_way(graph: AccountabilityGraph, doc: str) -> frozenset[str]:
    """The tasks of a plan whose own sentence names who acts (各区要…) while no statement allots them: so does the text of a plan
    whose table allots the same once more. None in a plan that allots most of its work in sentences."""
    told, held = set(), 0
    for task in graph.tasks(doc):
        leads = [e for e in graph.duties_of(task) if e.type == "LEADS"]
        held += bool(leads)
        if leads and all(e.data.get("basis") == "text" for e in leads):
            told.add(task)
    return frozenset(told) if 3 * len(told) <= 2 * held else frozenset()


def ground_of(graph: AccountabilityGraph, department: str) -> str | None:
    """What kind of ground a body answers for (``district``, ``town`` ..., or its level), "every" for a collective of such
    bodies; None for a bureau, a zone that lies over the ground of others, an enterprise."""
    node = graph.node(department)
    name = str(node.get("name") or "")
    if node.get("collective"):
        return "every" if _EVERY.search(name) and "部门" not in name and not _ZONE.search(name) else None
    place = place_of(name) or (name if _GROUND.search(name) else None)
    if place is None or _ZONE.search(place) or "管理委员会" in name or "管委会" in name:
        return None
    kind = node.get("peer_class")
    return str(kind) if kind in _GROUND_CLASSES else str(node.get("level") or "ground")


def only_peers(graph: AccountabilityGraph, tasks: Iterable[str]) -> bool:
    """Whether nobody but territorial peers answers for the tasks, each for its own ground: bodies of one kind of place, or a
    collective of such bodies."""
    kinds: set[str] = set()
    holders: dict[frozenset[str], int] = {}
    for task in tasks:
        leads = graph.leads_of(task)
        grounds = [ground_of(graph, d) for d in leads]
        if not leads or None in grounds:
            return False
        kinds.update(g for g in grounds if g and g != "every")
        holders[owners_of(graph, task)] = holders.get(owners_of(graph, task), 0) + 1
    return len(kinds) <= 1 and len(holders) > 1
