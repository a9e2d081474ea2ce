"""Tasks for which two or more units answer while none is marked as the one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graphmodel.graph import AccountabilityGraph, Edge
from graphmodel.patterns import pattern
from graphmodel.text import fold
from queries.answering import answered_by_people, in_general_part
from queries.owners import inherited, is_collective, leads, owner
from queries.territory import ground_of

_EACH_ITS_PART = pattern(r"按(?:照|各自)?职责|分别负责|各负其责|各自|分头")
BEHIND = 6  # characters
HABIT = 6  # from so many tasks on, several owners are the plan's way of writing
SHARE = 0.6  # of the tasks with an owner


@dataclass(frozen=True, slots=True)
class Several:
    """``tasks`` with several owners each; ``owners``: the edges, task by task; ``habit``: the plan writes most of its tasks so;
    ``prose``: a sentence names them, no label."""

    doc: str
    tasks: tuple[str, ...]
    owners: tuple[tuple[Edge, ...], ...]
    habit: bool = False
    prose: bool = False


def several_leads(graph: AccountabilityGraph) -> list[Several]:
    """In the order of the graph. Left out: what a blanket clause lays on a task, persons, collectives, territorial peers, units with a
    part each, Party committee and government of one place."""
    overseen = answered_by_people(graph)
    found: dict[str, list[Several]] = defaultdict(list)
    owned: dict[str, int] = defaultdict(int)
    for task in graph.tasks():
        edges = [e for e in leads(graph, task) if not inherited(e)]
        doc = graph.document_of(task)
        owned[doc] += bool(edges)
        single = _single(graph, edges)
        if len({owner(graph, e.source) for e in single}) < 2 or task in overseen:
            continue
        prose = all(e.data.get("basis") == "text" and "牵头" not in str(e.data.get("label")) for e in single)
        found[doc].append(Several(doc, (task,), (tuple(single),), prose=prose or in_general_part(graph, task)))
    out: list[Several] = []
    for doc, entries in found.items():
        labelled = [e for e in entries if not e.prose]
        if len(labelled) >= HABIT and len(labelled) >= SHARE * owned[doc]:
            out.append(Several(doc, tuple(t for e in labelled for t in e.tasks), tuple(o for e in labelled for o in e.owners), habit=True))
            labelled = []
        out += [*labelled, *(e for e in entries if e.prose)]
    order = {t: n for n, t in enumerate(graph.tasks())}
    return sorted(out, key=lambda e: order[e.tasks[0]])


def _single(graph: AccountabilityGraph, edges: list[Edge]) -> list[Edge]:
    """The single bodies that answer for the whole task side by side; none where each has its own part or ground."""
    if len(edges) < 2 or any(e.data.get("part") for e in edges):
        return []
    if all(e.data.get("basis") == "text" for e in edges) and len({_statement(e) for e in edges}) > 1:
        return []  # sentence after sentence: each says what its own subject does
    if any(_EACH_ITS_PART.search(_around(graph, e)) for e in edges):
        return []
    single = [e for e in edges if not is_collective(graph, e.source)]
    grounds = [ground_of(graph, e.source) for e in single]
    return [] if all(grounds) else single


def _around(graph: AccountabilityGraph, edge: Edge) -> str:
    """The statement and the few words behind it (A、B + 分别负责)."""
    start, end = _statement(edge)
    return fold(graph.text_of(edge.data["doc"])[start : end + BEHIND])


def _statement(edge: Edge) -> tuple[int, int]:
    start, end = edge.data.get("statement") or edge.data["span"]
    return int(start), int(end)
