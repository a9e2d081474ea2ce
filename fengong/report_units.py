"""What the report says of each unit, and of those who watch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fengong.report_figures import anchors_of, at
from viz.report_bodies import Duty, Group, Mechanism, Overseer, Supervision, Unit, Watch
from viz.report_values import ROLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fengong.bilingual import Lang
    from graphmodel.finding import Finding
    from graphmodel.graph import AccountabilityGraph
    from queries.measure import Row

_LONGEST = 320  # characters of a task's words on a unit's page; the rest stands in the full text


def units_of(graph: AccountabilityGraph, findings: Sequence[Finding], lang: Lang) -> tuple[Unit, ...]:
    """The page of every owner that holds a duty, in the order of its number."""
    from queries.measures.load import loads

    found = loads(graph)
    return tuple(unit_of(graph, tuple(found[key].departments), n, findings, lang) for key, n in anchors_of(graph).items())


def unit_of(graph: AccountabilityGraph, ids: tuple[str, ...], anchor: int, findings: Sequence[Finding], lang: Lang) -> Unit:
    """The page of one unit, which may bear several ids (Party committee and government of one place)."""
    from queries.facts import PEERS
    from queries.measures.department import duties_of_unit

    rows = sorted(duties_of_unit(graph, ids), key=lambda r: list(ROLES).index(_role(r)))
    duties = tuple(_duty(graph, row) for row in rows)
    counts = {role: len({r["id"] for r, d in zip(rows, duties) if d.role == role}) for role in dict.fromkeys(d.role for d in duties)}
    mine = {r["id"] for r in rows if r["role"] == "LEADS"}
    kind = str(graph.node(ids[0]).get("peer_class") or "")
    names = [str(graph.node(d)["name"]) for d in ids]
    return Unit(
        anchor=anchor, name="、".join(sorted(set(names))), printed=tuple(dict.fromkeys(p for d in ids for p in graph.node(d)["printed"] or () if p not in names)),
        peers=PEERS.get(kind, kind) if lang == "zh" else kind, counts=tuple(counts.items()), duties=duties,
        mechanisms=tuple(m for m, bodies in _mechanisms(graph, lang) if bodies & set(ids)),
        touched=tuple(i for i, f in enumerate(findings) if set(f.departments) & set(ids) or set(f.tasks) & mine),
    )  # fmt: skip


def _duty(graph: AccountabilityGraph, row: Row) -> Duty:
    from queries.places import place_lines

    data = graph.node(row["id"])
    words = " ".join(str(data.get("text") or "").split())
    rest = words[len(row["task"]) :] if words.startswith(row["task"]) else f" {words}"
    return Duty(
        at=at(graph, row["document"], place_lines(graph, row["id"])[0]), role=_role(row), inherited=row["basis"] == "inherited",
        number=str(row["number"] or ""), section=row["section"], task=row["task"],
        rest=rest if len(rest) <= _LONGEST else rest[: _LONGEST - 1] + "…", part=" ".join(str(row["part"] or "").split()),
        indicators=tuple(i.removesuffix(f" ({row['deadline']})") for i in row["indicators"].split(";") if i), deadline=str(row["deadline"] or ""),
        milestones=tuple(filter(None, row["milestones"].split(";"))), together=row["with"],
    )  # fmt: skip


def _role(row: Row) -> str:
    if row["role"] == "LEADS":
        return "leads" if row["tier"] == "牵" else "answers"
    if row["role"] == "SUPERVISES":
        return "supervises"
    return "responsible" if row["tier"] == "责" else "cooperates"


def _mechanisms(graph: AccountabilityGraph, lang: Lang) -> list[tuple[Mechanism, frozenset[str]]]:
    """Every mechanism, with the bodies that act in it or receive something; worked out once for all pages."""
    return graph.once(("mechanisms of the report", lang), lambda: _read_mechanisms(graph, lang))


def _read_mechanisms(graph: AccountabilityGraph, lang: Lang) -> list[tuple[Mechanism, frozenset[str]]]:
    from queries.measures.mechanisms import mechanisms

    answer = mechanisms(graph)
    say = next(c.say for c in answer.columns if c.key == "kind")
    return [
        (
            Mechanism(
                at(graph, r["document"], r["line"]), say.get(r["kind"], r["kind"]) if lang == "zh" else r["kind"], str(r["frequency"] or ""),
                r["actors"], r["recipients"], r["text"],
            ),
            frozenset(e.target for e in graph.edges_from(r["id"]) if e.type in ("ACTS", "RECEIVES")),
        )
        for r in answer.rows
    ]  # fmt: skip


def supervision_of(graph: AccountabilityGraph, lang: Lang) -> Supervision:
    from queries.facts import names_of
    from queries.places import title

    watches = tuple(
        Watch(at(graph, e.data["doc"], e.data["lines"][0]), str(graph.node(e.source)["name"]), title(graph, e.target), names_of(graph, graph.leads_of(e.target)))
        for task in (*graph.tasks(), *graph.goals())
        for e in graph.duties_of(task)
        if e.type == "SUPERVISES"
    )
    overseers = tuple(
        Overseer(
            at(graph, e.data["doc"], e.data["lines"][0]), str(graph.node(e.source)["name"]), str(e.data.get("title") or graph.node(e.source).get("title") or ""),
            str(e.data.get("label") or ""), title(graph, e.target),
        )
        for e in graph.edges("OVERSEES")
    )  # fmt: skip
    return Supervision(tuple(m for m, _ in _mechanisms(graph, lang)), watches, overseers, _groups(graph))


def _groups(graph: AccountabilityGraph) -> tuple[Group, ...]:
    """Groups with their members by role, and offices with their host, each in the order printed."""
    order = {doc: n for n, doc in enumerate(graph.documents())}
    printed = sorted((*graph.edges("MEMBER_OF"), *graph.edges("HOSTED_BY")), key=lambda e: (order[e.data["doc"]], e.data["span"][0]))
    posts, hosted = ([e for e in printed if e.type == kind] for kind in ("MEMBER_OF", "HOSTED_BY"))
    found: dict[tuple[str, str], Group] = {}
    for first in printed:
        doc = first.data["doc"]
        group = first.target if first.type == "MEMBER_OF" else first.source
        if (doc, group) in found:
            continue
        roles: dict[str, list[tuple[str, str]]] = {}
        for e in posts:
            if e.target == group and e.data["doc"] == doc:
                body = graph.node(e.source)
                roles.setdefault(str(e.data.get("role") or ""), []).append((str(body["name"]), str(e.data.get("title") or body.get("title") or "")))
        hosts = dict.fromkeys(str(graph.node(e.target)["name"]) for e in hosted if e.source == group and e.data["doc"] == doc)
        found[doc, group] = Group(
            at(graph, doc, first.data["lines"][0]), str(graph.node(group)["name"]), tuple(hosts), tuple((role, tuple(held)) for role, held in roles.items())
        )
    return tuple(found.values())
