"""Tasks by departments on one page: who holds what on which task, in the plan's own words, with the marks of the audit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from graphmodel.place_words import place_words
from viz.flags import Flag, flags, unowned
from viz.page import page
from viz.pieces import Marked, cut, statement_of

if TYPE_CHECKING:
    from graphmodel.finding import Finding
    from graphmodel.graph import AccountabilityGraph
    from viz.format import Lang

TIERS = "牵责配监"
_LOOKS = {"牵": "duty", "责": "duty", "配": "help", "监": "watch"}
_HEAD = 26  # characters of a department's name that have room in two upright lines


class Mark(Protocol):
    """What one department holds on one task. ``own``, ``laid``: tiers in the order 牵责配监, the latter by a blanket clause only."""

    @property
    def own(self) -> str: ...
    @property
    def laid(self) -> str: ...
    @property
    def leads(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Counted:
    """What the questions computed. ``cells``: (department, task) -> what it holds; ``departments``: most leads first; ``led``: tasks each
    leads; ``titles``: task -> its heading on one line; ``peers``: class of peers -> its Chinese name, in the order of the page."""

    cells: Mapping[tuple[str, str], Mark]
    departments: Sequence[str]
    led: Mapping[str, int]
    titles: Mapping[str, str]
    peers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """A department. ``short``: its name as it stands in the head; ``counts``: tasks per tier 牵责配监, and those laid on it by a clause."""

    name: str
    short: str
    printed: tuple[str, ...]
    kind: tuple[str, str]
    leads: int
    counts: tuple[int, ...]
    flag: Flag | None


@dataclass(frozen=True, slots=True)
class Cell:
    words: str
    look: str


@dataclass(frozen=True, slots=True)
class Row:
    """A task. ``lacks``: ``units`` where it has none, ``lead`` where nobody answers for it; ``blamed``: whether the audit minds (a plan
    need not name who holds a meeting); ``at``: its place in the order of the plans."""

    at: int
    number: str
    title: str
    units: int
    laid: int
    lacks: str
    blamed: bool
    cells: tuple[Cell | None, ...]
    flag: Flag | None


@dataclass(frozen=True, slots=True)
class Section:
    level: int
    name: str


@dataclass(frozen=True, slots=True)
class Part:
    """One document: its name, where there are several, and what stands in it from top to bottom."""

    name: str
    lines: tuple[Row | Section, ...]


def matrix_page(graph: AccountabilityGraph, counted: Counted, findings: Sequence[Finding], lang: Lang) -> str:
    """The page, the same to the byte for the same plans. ``findings`` mark the rows of their tasks and the columns of their units."""
    tasks, units = graph.tasks(), list(counted.departments)
    by_task, by_unit, elsewhere = flags(findings, set(tasks), set(units))
    held: dict[str, list[Mark]] = defaultdict(list)
    for (department, _), mark in counted.cells.items():
        held[department].append(mark)
    columns = [_column(graph, counted, d, held[d], short, by_unit.get(d)) for d, short in zip(units, _shorts(graph, units))]
    blamed = unowned(findings)
    rows = {t: _row(graph, counted, t, n, units, by_task.get(t), t in blamed) for n, t in enumerate(tasks)}
    docs = [d for d in graph.documents() if graph.tasks(d)]
    lacking = Counter(row.lacks for row in rows.values())
    minded = {row.lacks for row in rows.values() if row.blamed}
    name = _name(graph, docs[0]) if len(docs) == 1 else ""
    order = "load" if len(docs) == 1 else "first"  # with several plans each has its own units: side by side they are found
    said = name or (f"{len(docs)} 份方案" if lang == "zh" else f"{len(docs)} plans")
    return page(
        "matrix.html", lang, f"{said} · {'任务分工矩阵' if lang == 'zh' else 'task matrix'}", ("matrix_box.js", "matrix.js", "matrix_keys.js"), name=name,
        documents=len(docs), columns=columns, plans=[Part(_name(graph, d), tuple(_lines(graph, d, rows))) for d in docs], tasks=len(tasks),
        lacking=lacking, minded=minded, elsewhere=elsewhere, tiers=TIERS, paper=_paper(len(units)), clause=any(c.laid for c in counted.cells.values()),
        is_row=lambda line: isinstance(line, Row), order=order, data=_data(graph, counted, columns, by_task, findings) | {"order": order},
    )  # fmt: skip


def _paper(units: int) -> str:
    """How the page is printed: on A4 across, on A3, on A3 in narrow columns."""
    return "matrix-narrow" if units <= 30 else "matrix-broad" if units <= 50 else "matrix-broad matrix-crowded"


def _name(graph: AccountabilityGraph, doc: str) -> str:
    node = graph.node(doc)
    return str(node["name"] or node["number"] or node["source"] or doc)


def _lines(graph: AccountabilityGraph, doc: str, rows: Mapping[str, Row]) -> list[Row | Section]:
    """The tasks of a document, and before each the headings that are new."""
    lines: list[Row | Section] = []
    above: tuple[str, ...] = ()
    for task in graph.tasks(doc):
        path = tuple(map(str, graph.node(task)["section"] or ()))
        same = next((n for n, (a, b) in enumerate(zip(path, above)) if a != b), min(len(path), len(above)))
        if same == len(path) and len(above) > len(path):
            same = max(0, len(path) - 1)  # back at a heading above: it is said again
        lines += [Section(level, name) for level, name in enumerate(path[same:], same + 1)]
        lines.append(rows[task])
        above = path
    return lines


def _row(graph: AccountabilityGraph, counted: Counted, task: str, at: int, units: Sequence[str], flag: Flag | None, blamed: bool) -> Row:
    held = [counted.cells.get((d, task)) for d in units]
    own, laid = sum(bool(m and m.own) for m in held), sum(bool(m and not m.own) for m in held)
    lacks = "units" if not own + laid else "" if graph.leads_of(task) else "lead"
    cells = tuple(Cell(m.own + (f"({m.laid})" if m.laid else ""), _look(m)) if m else None for m in held)
    return Row(at, str(graph.node(task)["number"] or ""), counted.titles[task], own, laid, lacks, blamed, cells, flag)


def _look(mark: Mark) -> str:
    return "lead" if mark.leads else _LOOKS.get(mark.own[:1], "laid")


def _column(graph: AccountabilityGraph, counted: Counted, department: str, held: Sequence[Mark], short: str, flag: Flag | None) -> Column:
    node = graph.node(department)
    kind = str(node["peer_class"] or "")
    said = (counted.peers.get(kind, kind), kind) if kind else ("未归类", "no class")
    counts = (*(sum(tier in m.own for m in held) for tier in TIERS), sum(bool(m.laid) for m in held))
    return Column(str(node["name"] or department), short, tuple(map(str, node["printed"] or ())), said, counted.led[department], counts, flag)


def _shorts(graph: AccountabilityGraph, units: Sequence[str]) -> list[str]:
    """The names without the place all plans are for, where they stay different; a name without end is cut."""
    places = {tuple(graph.node(d)["jurisdiction"] or ()) for d in graph.documents()}
    place = "".join(map(str, places.pop())) if len(places) == 1 else ""
    full = [str(graph.node(d)["name"] or d) for d in units]
    bare = [rest if place and len(rest := name.removeprefix(place)) > 1 else name for name in full]
    twice = Counter(bare)
    names = [name if twice[rest] > 1 else rest for name, rest in zip(full, bare)]
    return [name if len(name) <= _HEAD else name[: _HEAD - 1] + "…" for name in names]


def _data(graph: AccountabilityGraph, counted: Counted, columns: Sequence[Column], by_task: Mapping[str, Flag], findings: Sequence[Finding]) -> dict[str, Any]:
    """What the scripts of the page read: the words behind each cell, row and column, and the orders of the columns."""
    at = {d: n for n, d in enumerate(counted.departments)}
    edges = [(n, e) for n, t in enumerate(graph.tasks()) for e in graph.duties_of(t)]
    pieces, marked = cut((statement_of(e.data) for _, e in edges), graph.text_of)
    cells: dict[str, list[dict[str, Any]]] = defaultdict(list)
    docs = {d: n for n, d in enumerate(graph.documents())}
    first: dict[int, tuple[int, int]] = {}
    for n, e in edges:
        cells[f"{n},{at[e.source]}"].append(_duty(graph, e.type, e.data, marked[statement_of(e.data)]))
        place = docs[e.data["doc"]], e.data["span"][0]
        first[at[e.source]] = min(place, first.get(at[e.source], place))
    kinds = {kind: n for n, kind in enumerate(counted.peers)}
    load = list(range(len(columns)))

    def of_class(c: int) -> tuple[int, str]:
        return kinds.get(columns[c].kind[1], len(kinds)), columns[c].kind[1]

    return {
        "cells": cells,
        "pieces": pieces,
        "orders": {"load": load, "first": sorted(load, key=lambda c: first[c]), "kind": sorted(load, key=of_class)},
        "tasks": [_task(graph, t, counted.titles[t], by_task.get(t)) for t in graph.tasks()],
        "units": [_unit(c) for c in columns],
        "findings": [
            {"level": f.level, "code": f.code, "zh": f.message.zh, "en": f.message.en, "mend_zh": f.remedy.zh, "mend_en": f.remedy.en} for f in findings
        ],
    }  # fmt: skip


def _place(graph: AccountabilityGraph, data: Mapping[str, Any]) -> tuple[str, str] | None:
    """Where it stands in the file, in both languages; None where the file has no places."""
    place = graph.place(data)
    return (said.zh, said.en) if place and (said := place_words(place, data["lines"][0])) else None


def _duty(graph: AccountabilityGraph, role: str, data: Mapping[str, Any], quote: Marked) -> dict[str, Any]:
    told = {"role": role, "tier": data["tier"], "said": [quote.statement, quote.first, quote.past], "line": data["lines"][0], "place": _place(graph, data)}
    return told | {"label": data["label"], "part": data["part"], "clause": data["basis"] == "inherited"}


def _task(graph: AccountabilityGraph, task: str, title: str, flag: Flag | None) -> dict[str, Any]:
    node = graph.node(task)
    above = (_name(graph, graph.document_of(task)),) if len(graph.documents()) > 1 else ()
    held = {"title": title, "number": node["number"] or "", "text": node["text"], "path": (*above, *(node["section"] or ())), "line": node["lines"][0]}
    return held | {"place": _place(graph, node), "due": node["deadline_printed"], "findings": flag.findings if flag else ()}


def _unit(c: Column) -> dict[str, Any]:
    held = {"name": c.name, "printed": c.printed, "zh": c.kind[0], "en": c.kind[1], "counts": c.counts, "leads": c.leads}
    return held | {"findings": c.flag.findings if c.flag else ()}
