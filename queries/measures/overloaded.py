"""Departments far above their peers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from graphmodel.text import fold
from queries.answering import words_of
from queries.facts import PEERS
from queries.measure import Answer, Row, columns, measure
from queries.measures.load import load_name, loads, peer_groups
from queries.robust import LEAST_PEERS, far_above, median, modified_z, upper_fence

COLUMNS = columns(
    ("plan", "方案", "Plan"), ("department", "部门", "Department"), ("peer_class", "类别", "Peer class"), ("leads", "主责任务", "Leads"),
    ("median", "同类中位数", "Median of peers"),
    ("z", "稳健z分数", "Modified z"), ("fence", "Tukey上界", "Tukey fence"), ("peers", "同类个数", "Peers"),
    ("coordinates", "本方案牵头协调单位", "Plan's own coordinator"),
    ("tasks", "任务", "Tasks"), ("ids", "部门编号", "Department ids"),
    say={"peer_class": PEERS},
)  # fmt: skip


_OFFICE_DUTY = pattern(
    r"(?:履行|承担)[^。;]{0,40}(?:领导小组|指挥部|联席会议|委员会|专班)(?:办公室)?(?:的)?(?:日常)?(?:职责|工作)|牵头(?:组织)?(?:开展|推进|负责)[^。;,]{0,30}(?:创建|建设|实施|总体)工作"
)
_WHOLE = r"[^。;]{0,40}(?:督促检查|督查|汇总|统筹协调|综合协调|总体协调|日常工作|统筹推进|调度|牵头工作)"


def coordinators(graph: AccountabilityGraph, doc: str) -> frozenset[str]:
    """The departments a plan itself puts in charge of the whole: its issuer, the host of its leading group's office, whoever gathers the
    reports, inspects or
    assesses. A heavy load is named as theirs, it is no reproach."""
    found = {e.target for e in graph.edges("HOSTED_BY", doc)}
    issuer = str(graph.node(doc).get("issuer") or "")
    found.update(d for d in graph.departments(doc) if graph.node(d).get("name") == issuer)
    for m in graph.mechanisms(doc):
        kind = graph.node(m).get("kind_of")
        for e in graph.edges_from(m):
            if (e.type == "RECEIVES" and kind == "reporting") or (e.type == "ACTS" and kind in ("inspection", "assessment")):
                found.add(e.target)
    return frozenset(found)


def coordinates(graph: AccountabilityGraph, doc: str, departments: Iterable[str], led: Collection[str]) -> bool:
    """Whether a plan's own words put one of these departments, which lead the tasks ``led``, in charge of the whole
    (履行领导小组办公室职责, 送××汇总, ××负责组织…督促检查)."""
    if any(_OFFICE_DUTY.search(words_of(graph, t)) for t in led):
        return True
    text = fold(graph.text_of(doc))
    for department in departments:
        forms = "|".join(sorted((re.escape(fold(p)) for p in graph.node(department).get("printed") or ()), key=lambda p: (-len(p), p)))
        said = re.compile(rf"[送报](?:市|省|县|区)?(?:{forms})(?:统一)?汇总|(?:^|[。;\n])(?:市|省|县|区)?(?:{forms})(?:要|应|负责|牵头){_WHOLE}")
        if forms and said.search(text):
            return True
    return False


@measure(
    name="overloaded",
    columns=COLUMNS,
    zh="哪些部门的主责任务远多于同类部门（相对比较，不设绝对标准）",
    en="Which departments lead far more than their peers (relative, no absolute limit)",
)
def overloaded(graph: AccountabilityGraph) -> Answer:
    """Owners that lead far more tasks than the other leading owners of their peer class, the farthest first.

    Statistic: ``queries.robust.far_above``: modified z-score by median and MAD above 3.5 (Iglewicz & Hoaglin 1993; mean absolute deviation
    where the MAD is 0), and
    above Tukey's fence Q3 + 1.5 IQR (1977), and beyond three Poisson deviations of the median. No verdict under five peers. Collectives,
    standing offices
    and inherited duties are left out; Party committee and government of one place are one owner. Each plan is compared in itself: bureaus of
    other cities, in plans of other sizes, are no peers.
    """
    docs = graph.documents()
    several = len(docs) > 1
    rows: list[Row] = []
    compared: dict[str, list[str]] = {}
    for doc in docs:
        groups, found = _in_plan(graph, doc, several)
        rows += sorted(found, key=lambda r: (-r["z"], r["department"]))
        compared = groups if not several else compared
    if several:
        return Answer(tuple(rows), COLUMNS, (_EACH_PLAN,))
    return Answer(tuple(rows), tuple(c for c in COLUMNS if c.key != "plan"), notes(compared))


_EACH_PLAN = Words(
    zh=f"每份方案只在自身的同类单位之间比较，少于 {LEAST_PEERS} 个单位的不作判断。",
    en=f"Each plan is compared in itself only; under {LEAST_PEERS} peers there is no verdict.",
)


def _in_plan(graph: AccountabilityGraph, doc: str, several: bool) -> tuple[dict[str, list[str]], list[Row]]:
    """The peer groups of a plan, and its rows."""
    found = loads(graph, doc)
    groups = peer_groups(graph, found)
    own = coordinators(graph, doc)
    led = len({t for one in found.values() for t in one.leads})
    rows: list[Row] = []
    for kind, keys in sorted(groups.items()):
        counts = [len(found[k].leads) for k in keys]
        for key in keys:
            one = found[key]
            count = len(one.leads)
            if far_above(count, counts):
                rows.append(
                    {
                        "plan": str(graph.node(doc).get("name") or graph.node(doc).get("source") or doc) if several else "",
                        "department": load_name(graph, one), "peer_class": kind, "leads": count, "median": median(counts),
                        "z": round(modified_z(count, counts), 2), "fence": round(upper_fence(counts), 2), "peers": len(counts),
                        "coordinates": 2 * count >= led or any(d in own for d in one.departments) or coordinates(graph, doc, one.departments, one.leads),
                        "tasks": tuple(t for t in graph.tasks(doc) if t in one.leads),
                        "ids": tuple(one.departments),
                    }
                )  # fmt: skip
    return groups, rows


def notes(groups: dict[str, list[str]]) -> tuple[Words, ...]:
    """Which groups were compared, and which were too small for a verdict."""
    large = {k: len(v) for k, v in sorted(groups.items()) if len(v) >= LEAST_PEERS}
    small = {k: len(v) for k, v in sorted(groups.items()) if len(v) < LEAST_PEERS}
    return (
        Words(
            zh=f"比较范围：{_listed(large, PEERS, _CHINESE) or '无'}；少于 {LEAST_PEERS} 个单位、不作判断：{_listed(small, PEERS, _CHINESE) or '无'}。"
            "标准：修正z分数>3.5（Iglewicz & Hoaglin 1993）、超出Tukey上界、超出中位数三个泊松标准差，三者同时满足。",
            en=f"Compared: {_listed(large, {}) or 'nobody'}; under {LEAST_PEERS} peers, no verdict: {_listed(small, {}) or 'none'}. "
            "Test: modified z > 3.5 (Iglewicz & Hoaglin 1993), above Tukey's fence, and three Poisson deviations above the median.",
        ),
    )


_CHINESE = ("、", "（", "）")


def _listed(groups: dict[str, int], names: Mapping[str, str], marks: tuple[str, str, str] = (", ", " (", ")")) -> str:
    between, opens, closes = marks
    return between.join(f"{names.get(kind, kind)}{opens}{n}{closes}" for kind, n in groups.items())
