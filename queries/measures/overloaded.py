"""Departments far above their peers."""

from __future__ import annotations

from statistics import median

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.measure import Answer, Row, columns, measure
from queries.measures.load import load_name, loads, peer_groups
from queries.robust import LEAST_PEERS, far_above, modified_z, upper_fence

COLUMNS = columns(
    ("department", "部门", "Department"), ("peer_class", "类别", "Peer class"), ("leads", "主责任务", "Leads"), ("median", "同类中位数", "Median of peers"),
    ("z", "稳健z分数", "Modified z"), ("fence", "Tukey上界", "Tukey fence"), ("peers", "同类个数", "Peers"), ("coordinates", "本方案牵头协调单位", "Plan's own coordinator"),
    ("tasks", "任务", "Tasks"), ("ids", "部门编号", "Department ids"),
)  # fmt: skip


def coordinators(graph: AccountabilityGraph) -> frozenset[str]:
    """The departments the plan itself puts in charge of the whole: its issuer, the host of its leading group's office, whoever gathers the reports, inspects or
    assesses on its behalf. A heavy load is named as theirs, it is no reproach."""
    found = {e.target for e in graph.edges("HOSTED_BY")}
    issuers = {str(graph.node(d).get("issuer") or "") for d in graph.documents()}
    found.update(d for d in graph.departments() if graph.node(d).get("name") in issuers)
    for m in graph.mechanisms():
        kind = graph.node(m).get("kind_of")
        for _, department, role in graph.nx.out_edges(m, data="type"):
            if (role == "RECEIVES" and kind == "reporting") or (role == "ACTS" and kind in ("inspection", "assessment")):
                found.add(department)
    return frozenset(found)


@measure(
    name="overloaded",
    columns=COLUMNS,
    zh="哪些部门的主责任务远多于同类部门(相对比较,不设绝对标准)",
    en="Which departments lead far more than their peers (relative, no absolute limit)",
)
def overloaded(graph: AccountabilityGraph) -> Answer:
    """Owners that lead far more tasks than the other leading owners of their peer class, the farthest first.

    Statistic: ``queries.robust.far_above``: modified z-score by median and MAD above 3.5 (Iglewicz & Hoaglin 1993; mean absolute deviation where the MAD is 0), and
    above Tukey's fence Q3 + 1.5 IQR (1977), and beyond three Poisson deviations of the median. No verdict under five peers. Collectives, standing offices
    and inherited duties are left out; Party committee and government of one place are one owner.
    """
    found = loads(graph)
    groups = peer_groups(graph, found)
    own = coordinators(graph)
    rows: list[Row] = []
    for kind, keys in sorted(groups.items()):
        counts = [len(found[k].leads) for k in keys]
        for key in keys:
            one = found[key]
            count = len(one.leads)
            if far_above(count, counts):
                rows.append(
                    {
                        "department": load_name(graph, one), "peer_class": kind, "leads": count, "median": median(counts),
                        "z": round(modified_z(count, counts), 2), "fence": round(upper_fence(counts), 2), "peers": len(counts),
                        "coordinates": any(d in own for d in one.departments), "tasks": tuple(t for t in graph.tasks() if t in one.leads),
                        "ids": tuple(one.departments),
                    }
                )  # fmt: skip
    rows.sort(key=lambda r: (-r["z"], r["department"]))
    return Answer(tuple(rows), COLUMNS, notes(groups))


def notes(groups: dict[str, list[str]]) -> tuple[Words, ...]:
    """Which groups were compared, and which were too small for a verdict."""
    large = {k: len(v) for k, v in sorted(groups.items()) if len(v) >= LEAST_PEERS}
    small = {k: len(v) for k, v in sorted(groups.items()) if len(v) < LEAST_PEERS}
    return (
        Words(
            zh=f"比较范围:{_listed(large) or '无'};少于 {LEAST_PEERS} 个单位、不作判断:{_listed(small) or '无'}。"
            "标准:修正z分数>3.5(Iglewicz & Hoaglin 1993)、超出Tukey上界、超出中位数三个泊松标准差,三者同时满足。",
            en=f"Compared: {_listed(large) or 'nobody'}; under {LEAST_PEERS} peers, no verdict: {_listed(small) or 'none'}. "
            "Test: modified z > 3.5 (Iglewicz & Hoaglin 1993), above Tukey's fence, and beyond three Poisson deviations of the median, all at once.",
        ),
    )


def _listed(groups: dict[str, int]) -> str:
    return ", ".join(f"{kind} ({n})" for kind, n in groups.items())
