"""Bodies that a plan names although the reform of their level had abolished or renamed them before the plan's date."""

from __future__ import annotations

from dataclasses import dataclass

from graphmodel.contract import DUTIES
from graphmodel.graph import AccountabilityGraph, Edge
from graphmodel.patterns import pattern
from graphmodel.plan import Department, Span
from graphmodel.reforms import outdated
from graphmodel.succession import department_at

_NAMED = (*DUTIES, "MENTIONS", "MEMBER_OF", "ACTS", "RECEIVES", "HOSTED_BY")
_FORMER = ("原", "前")  # 原市国土局: the plan knows


@dataclass(frozen=True, slots=True)
class Outdated:
    """A body of a plan that was no more. ``since``: the month of the reform (2019-03); ``successors``: their names, the one that the plan
    names too first; ``places``: where it is named."""

    doc: str
    department: str
    since: str
    successors: tuple[str, ...]
    named_too: str | None
    tasks: tuple[str, ...]
    places: tuple[Span, ...]


def outdated_bodies(graph: AccountabilityGraph, grace: int) -> list[Outdated]:
    """The entries of all plans with a date, in the plan's order. ``grace``: months after that of the reform in which the old name is
    still no remark."""
    found = [entry for doc in graph.documents() for entry in _of(graph, doc, grace)]
    order = {doc: n for n, doc in enumerate(graph.documents())}
    return sorted(found, key=lambda o: (order[o.doc], o.places[0], o.department))


def _of(graph: AccountabilityGraph, doc: str, grace: int) -> list[Outdated]:
    date = graph.node(doc).get("date") or _not_before(graph, doc)
    if not date:
        return []
    here = graph.departments(doc)
    found = []
    for id in here:
        node = graph.node(id)
        if not node["recognised"] or node["collective"] is not None:
            continue
        body = department_at(graph, id)
        reform = outdated(body)
        if reform is None or months(str(date)) <= months(reform[0]) + grace:
            continue
        edges = [e for e in _naming(graph, id) if e.data.get("doc") == doc and not _former(graph, doc, e)]
        if not edges:
            continue
        too = next((str(graph.node(d)["name"]) for d in here if d != id and _succeeds(graph, body, d, reform[1])), None)
        found.append(
            Outdated(
                doc=doc,
                department=id,
                since=reform[0],
                successors=reform[1],
                named_too=too,
                tasks=tuple(dict.fromkeys(t for e in edges for t in (e.target, e.source) if graph.node(t)["kind"] == "task")),
                places=tuple(dict.fromkeys((int(e.data["span"][0]), int(e.data["span"][1])) for e in edges)),
            )
        )
    return found


_YEAR = pattern(r"〔((?:19|20)\d\d)〕")


def _not_before(graph: AccountabilityGraph, doc: str) -> str | None:
    """The first day of the year of a plan's number (沅政办发〔2024〕12号): it is no older. None without one."""
    m = _YEAR.search(str(graph.node(doc).get("number") or ""))
    return f"{m[1]}-01-01" if m else None


def _naming(graph: AccountabilityGraph, id: str) -> list[Edge]:
    """The edges that name a body where it is printed, by place."""
    edges = [e for e in (*graph.edges_from(id), *graph.edges_to(id)) if e.type in _NAMED and e.data.get("span")]
    return sorted(edges, key=lambda e: (str(e.data.get("doc")), tuple(e.data["span"]), e.type))


def _former(graph: AccountabilityGraph, doc: str, edge: Edge) -> bool:
    """Whether the plan itself says that the body is a former one."""
    start = int(edge.data["span"][0])
    return graph.words(doc, (max(0, start - 1), start)) in _FORMER or str(edge.data.get("printed") or "").startswith("原")


def _succeeds(graph: AccountabilityGraph, older: Department, id: str, names: tuple[str, ...]) -> bool:
    """Whether a body of the same place is one of those that took the place of ``older``."""
    node = graph.node(id)
    same_place = tuple(node["jurisdiction"]) == tuple(older.jurisdiction)
    return same_place and any(name in str(node["name"]) for name in names)


def months(date: str) -> int:
    """Months since the year 0 of an ISO date or month."""
    return 12 * int(date[:4]) + int(date[5:7] or 1)
