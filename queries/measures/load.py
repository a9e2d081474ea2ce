"""Who carries how much."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.facts import PEERS
from queries.measure import Answer, Row, columns, measure
from queries.owners import inherited, is_collective, is_standing_office, owner
from queries.robust import gini, hhi

COLUMNS = columns(
    ("department", "部门", "Department"), ("peer_class", "类别", "Peer class"), ("leads", "牵头/主责", "Leads"), ("sole", "独立", "Sole"),
    ("joint", "共同", "Joint"), ("responsible", "责任(责)", "Responsible"), ("cooperates", "配合(配)", "Cooperates"),
    ("supervises", "监管", "Supervises"),
    ("inherited", "兜底条款", "Inherited"), ("indicators", "指标", "Indicators"), ("share", "主责占比", "Share of leads"),
    ("rank", "同类位次", "Rank"),
    ("peers", "同类个数", "Peers"), say={"peer_class": PEERS},
)  # fmt: skip


@dataclass(slots=True)
class Load:
    """What one owner carries. Sets hold task ids, so that a body printed twice on a task counts once; ``own`` leads leave inherited duties
    out."""

    departments: list[str]
    sole: set[str] = field(default_factory=set)
    joint: set[str] = field(default_factory=set)
    responsible: set[str] = field(default_factory=set)
    cooperates: set[str] = field(default_factory=set)
    supervises: set[str] = field(default_factory=set)
    inherited: set[str] = field(default_factory=set)
    indicators: set[str] = field(default_factory=set)

    @property
    def leads(self) -> set[str]:
        return self.sole | self.joint


def loads(graph: AccountabilityGraph, doc: str | None = None) -> dict[str, Load]:
    """Owner key -> what it carries, in all plans or in one. Party committee and government of one place are one owner; all departments of
    the graph (that the plan names) are there, the idle ones too."""
    found: dict[str, Load] = {}
    for department in graph.departments(doc):
        found.setdefault(owner(graph, department), Load([])).departments.append(department)
    leaders: dict[str, set[str]] = defaultdict(set)
    tasks = set(graph.tasks(doc))
    for edge in graph.edges("LEADS", doc):
        if edge.target in tasks and not inherited(edge):
            leaders[edge.target].add(owner(graph, edge.source))
    for role in ("LEADS", "COOPERATES", "SUPERVISES"):
        for edge in graph.edges(role, doc):
            load = found[owner(graph, edge.source)]
            if edge.target not in tasks:
                continue
            if inherited(edge):
                load.inherited.add(edge.target)
            elif role == "LEADS":
                (load.sole if len(leaders[edge.target]) == 1 else load.joint).add(edge.target)
                load.indicators.update(graph.indicators_of(edge.target))
            elif role == "SUPERVISES":
                load.supervises.add(edge.target)
            else:
                (load.responsible if edge.data.get("tier") == "责" else load.cooperates).add(edge.target)
    return found


def peer_groups(graph: AccountabilityGraph, found: dict[str, Load]) -> dict[str, list[str]]:
    """Peer class -> the owners of that class who lead something of their own; collectives, standing offices and bodies without a class
    stand in none."""
    groups: dict[str, list[str]] = defaultdict(list)
    for key, load in found.items():
        kind = kind_of(graph, load)
        if kind and load.leads and not any(is_collective(graph, d) or is_standing_office(graph, d) for d in load.departments):
            groups[kind].append(key)
    return dict(groups)


def load_name(graph: AccountabilityGraph, load: Load) -> str:
    """The name of the owner; where Party committee and government are one, both names."""
    return "、".join(sorted({str(graph.node(d).get("name") or d) for d in load.departments}))


def kind_of(graph: AccountabilityGraph, load: Load) -> str | None:
    """The peer class of the owner; of two bodies that are one owner, that of the first by id, whatever plan came in first."""
    kind = graph.node(min(load.departments)).get("peer_class")
    return str(kind) if kind else None


def _share(leads: int, led: int) -> float:
    """The share of all leads in ten-thousandths, half upwards: in whole numbers, so that every language computes the same."""
    return (leads * 20_000 + led) // (2 * led) / 10_000 if led else 0.0


def _told(results: Sequence[Sequence[Row]]) -> Answer:
    rows, (figures,) = results
    return _answer(rows, figures["led"])


def _answer(rows: Sequence[Row], led: int) -> Answer:
    return Answer(tuple(rows), COLUMNS, (concentration([r["leads"] for r in rows if r["leads"]], led),))


@measure(
    name="load",
    columns=COLUMNS,
    zh="各部门承担多少：牵头/主责、责任、配合、监管、指标，占比与同类位次",
    en="What each department carries: leads, other duties, indicators, its share of all leads and its rank among its peers",
    told=_told,
)
def load(graph: AccountabilityGraph) -> Answer:
    """One row per owner that holds a duty, the most loaded first. Rank 1 = most leads within the peer class (ties share it); empty outside
    a class.

    Below the table: concentration of the leads over all owners that lead, as HHI and Gini (queries/robust.py).
    """
    found = loads(graph)
    groups = peer_groups(graph, found)
    group_of = {key: kind for kind, keys in groups.items() for key in keys}
    led = len({t for one in found.values() for t in one.leads})
    rows: list[Row] = []
    for key, one in found.items():
        if not (one.leads or one.responsible or one.cooperates or one.supervises or one.inherited):
            continue
        kind = group_of.get(key)
        heavier = sum(len(found[k].leads) > len(one.leads) for k in groups[kind]) if kind else 0
        rows.append(
            {
                "department": load_name(graph, one), "peer_class": kind_of(graph, one),
                "leads": len(one.leads),
                "sole": len(one.sole), "joint": len(one.joint), "responsible": len(one.responsible), "cooperates": len(one.cooperates),
                "supervises": len(one.supervises), "inherited": len(one.inherited), "indicators": len(one.indicators),
                "share": _share(len(one.leads), led), "rank": heavier + 1 if kind else None,
                "peers": len(groups[kind]) if kind else None,
            }
        )  # fmt: skip
    rows.sort(key=lambda r: (-r["leads"], -r["responsible"], -r["cooperates"], -r["supervises"], -r["inherited"], r["department"]))
    return _answer(rows, led)


def concentration(counts: list[int], led: int) -> Words:
    """The sentence below the table."""
    if not counts:
        return Words(zh="没有部门牵头或主责任何任务。", en="No department leads a task.")
    h, g, n = hhi(counts), gini(counts), len(counts)
    return Words(
        zh=f"集中度：{n} 个单位主责 {led} 项任务；HHI {h:.3f}（均等时为 {1 / n:.3f}），基尼系数 {g:.3f}（均等时为 0）。联合主责各计一次，兜底条款不计。",
        en=f"Concentration: {n} units lead {led} tasks; HHI {h:.3f} ({1 / n:.3f} if even), Gini {g:.3f} (0 if even). "
        "Joint leads count once for each, inherited duties are left out.",
    )
