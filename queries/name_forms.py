"""The forms in which duties print one body: short and full names beside one another, the level of its place aside."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graphmodel.graph import AccountabilityGraph, Edge
from graphmodel.patterns import pattern
from graphmodel.text import fold, squeeze
from queries.owners import inherited, is_collective, is_standing_office

_LEVEL = pattern(r"^(?:(?:市(?![场政容])|[区县](?!域)|乡(?!村)|[省州盟旗镇])(?=.{2})|自治区(?=.{2}))")  # 市住建局, 住建局: one form
_PLATES = pattern(r"[(\[〔【][^()\[\]〔〕【】]{1,20}[)\]〕】]$")  # 市委宣传部(市文明办): a second plate is no other name


@dataclass(frozen=True, slots=True)
class Forms:
    """A body of one document. ``forms``: (form without its level, edges that print it), the usual one first."""

    doc: str
    department: str
    forms: tuple[tuple[str, tuple[Edge, ...]], ...]


def several_forms(graph: AccountabilityGraph) -> list[Forms]:
    """By document, then by the place of the first unusual form. Collectives, groups and their offices are left out."""
    held: dict[tuple[str, str], dict[str, list[Edge]]] = defaultdict(lambda: defaultdict(list))
    for kind in ("LEADS", "COOPERATES", "SUPERVISES"):
        for edge in graph.edges(kind):
            if not inherited(edge):
                held[edge.data["doc"], edge.source][_form(graph, edge)].append(edge)
    found = []
    for (doc, department), forms in held.items():
        if len(forms) < 2 or is_collective(graph, department) or is_standing_office(graph, department):
            continue
        ranked = sorted(forms.items(), key=lambda item: (-len(item[1]), item[0]))
        found.append(Forms(doc, department, tuple((form, tuple(sorted(edges, key=_at))) for form, edges in ranked)))
    order = {doc: n for n, doc in enumerate(graph.documents())}
    return sorted(found, key=lambda f: (order[f.doc], _at(f.forms[1][1][0]), f.department))


def _form(graph: AccountabilityGraph, edge: Edge) -> str:
    """The printed form without the place and level before it."""
    form = _PLATES.sub("", squeeze(fold(str(edge.data["printed"]))))
    for place in reversed(_chain(graph, edge.source)):
        form = form.removeprefix(place)
    return _LEVEL.sub("", form)


def _chain(graph: AccountabilityGraph, department: str) -> tuple[str, ...]:
    """The places of a body's id, the widest first."""
    return tuple(department.split("/")[:-1])


def _at(edge: Edge) -> tuple[int, int]:
    return int(edge.data["span"][0]), int(edge.data["span"][1])
