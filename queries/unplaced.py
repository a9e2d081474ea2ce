"""Names in the duty lists of a plan that the program cannot place: neither a body of the tables, nor one whose name says what it is."""

from __future__ import annotations

from dataclasses import dataclass

from graphmodel.contract import DUTIES
from graphmodel.graph import AccountabilityGraph, Edge
from graphmodel.patterns import pattern
from graphmodel.plan import Span
from graphmodel.text import fold

_LISTED = (*DUTIES, "MEMBER_OF")
_SECTION = pattern(r"(?:[科股处司室]|科室|党委|纪委|党支部|党政办)(?:\([^()]{1,12}\))?$")  # 财务科: of the house that wrote the plan
_PLAIN = pattern(r"管委会?$|管理委员会$|兵团$|分署$|指挥部$|^海关$")  # 青岚湖管委会: its own place is in its name
_SET = pattern(r"^(?:各|有关|相关|沿线|沿江|沿海|所在|所属|属地|其他)|^.?(?:部门|单位|地区)$|^[厅局委办部]$")  # 沿线市县政府 · 部门 · 厅


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A name of a plan that is no known body. ``printed``: as first printed; ``tasks``: those it holds a duty of, ``places``: where it is
    listed, in order."""

    doc: str
    department: str
    printed: str
    tasks: tuple[str, ...]
    places: tuple[Span, ...]


def unplaced(graph: AccountabilityGraph) -> list[Unplaced]:
    """The entries of all plans, by place: single bodies that are listed for a duty or as a member.

    Left out: a name in running text, where it may be any noun; sections of the house itself; a set of bodies; what its own words place.
    """
    found: dict[tuple[str, str], list[Edge]] = {}
    for id in graph.departments():
        node = graph.node(id)
        if node["recognised"] or node["collective"] is not None or _tells(str((node["printed"] or (node["name"],))[0])):
            continue
        for edge in graph.edges_from(id):
            if edge.type in _LISTED and edge.data.get("basis") != "text" and edge.data.get("span"):
                found.setdefault((str(edge.data["doc"]), id), []).append(edge)
    order = {doc: n for n, doc in enumerate(graph.documents())}
    entries = []
    for (doc, id), edges in found.items():
        places = sorted({(int(e.data["span"][0]), int(e.data["span"][1])) for e in edges})
        tasks = tuple(dict.fromkeys(e.target for e in edges if e.type in DUTIES and graph.node(e.target)["kind"] == "task"))
        entries.append(Unplaced(doc, id, graph.words(doc, places[0]), tasks, tuple(places)))
    return sorted(entries, key=lambda u: (order[u.doc], u.places[0], u.department))


def _tells(name: str) -> bool:
    """Whether a name, though it is in no table, says by itself what it is."""
    return any(shape.search(fold(name)) for shape in (_SECTION, _PLAIN, _SET))
