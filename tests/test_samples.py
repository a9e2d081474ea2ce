"""The sample plans that ship: what is read against the facts beside each, and what the rules find against the faults that were planted."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
import sample_facts as sf

from fengong import audit, graph
from graphmodel.finding import Finding
from graphmodel.graph import AccountabilityGraph
from queries.audit import rules

READ = (sf.header, sf.tasks, sf.duties, sf.deadlines, sf.indicators, sf.goals, sf.posts, sf.overseers, sf.mechanisms, sf.departments)
ANNOTATED_WHOLE = {
    "no-owner", "several-leads", "vague-owner", "collective-owner-only", "lead-also-cooperates", "duplicate-task", "shared-indicator",
    "goal-without-task", "conflicting-target", "conflicting-deadline", "impossible-deadline", "unreciprocated-cooperation",
    "left-out-peer", "numbering-gap", "count-mismatch", "damaged-text", "conflicting-frequency", "missing-annex",
    "outdated-department", "bad-unit", "overloaded-unit",
}  # fmt: skip
"""A finding of these rules that meets no planted fault is a false alarm."""


@pytest.mark.parametrize("look", READ, ids=lambda f: f.__name__)
@pytest.mark.parametrize("name", sf.NAMES)
def test_what_is_read_is_what_was_written(name: str, look: Callable[[str], list[str]]) -> None:
    assert look(name) == []


@cache
def _graph(name: str) -> AccountabilityGraph:
    return graph([sf.plan(name)])


@cache
def _findings(name: str) -> tuple[Finding, ...]:
    return tuple(audit(_graph(name)))


@cache
def _keys(name: str) -> dict[tuple[int, int], str]:
    """Lines of a task as read -> its key in the facts."""
    lines = sf.plan(name).source.text
    return {(task.span[0], task.span[1]): fact["key"] for fact, task in sf.matched(name) if task and lines}


def _tasks(name: str, finding: Finding) -> set[str]:
    spans = {id: tuple(_graph(name).node(id)["span"]) for id in finding.tasks}
    return {_keys(name).get(span, f"?{id}") for id, span in spans.items()}  # type: ignore[call-overload]


def _said(finding: Finding) -> str:
    return sf.same(" ".join([*(q.text for q in finding.quotes), finding.message.zh]))


def _meets(name: str, fault: sf.Facts, finding: Finding) -> bool:
    if finding.rule not in (fault["rule"], *fault.get("accept_rules", ())):
        return False
    if fault["tasks"] and set(fault["tasks"]) & _tasks(name, finding):
        return True
    words = fault.get("words")
    if not words:
        return not fault["tasks"]
    text = sf.plan(name).source.text
    first = sf.same(text).find(sf.same(words))
    return sf.same(words)[:12] in _said(finding) or any(_on(name, span, first, len(sf.same(words))) for span in finding.lines)


def _on(name: str, lines: tuple[int, int], at: int, size: int) -> bool:
    """Whether the words at ``at`` of the squeezed text stand within ``lines``."""
    rows = sf.plan(name).source.text.split("\n")
    before = len(sf.same("\n".join(rows[: lines[0] - 1])))
    until = len(sf.same("\n".join(rows[: lines[1]])))
    return before - 2 <= at and at + size <= until + 2


def _existing() -> set[str]:
    return {r.name for r in rules()}


@pytest.mark.parametrize("name", sf.NAMES)
def test_every_planted_fault_is_found(name: str) -> None:
    missed = [
        f"{f['rule']} {f['tasks']} {f['explain']}"
        for f in sf.facts(name)["faults"]
        if f["rule"] in _existing() and not any(_meets(name, f, x) for x in _findings(name))
    ]
    assert missed == []


def _allowed(name: str, finding: Finding) -> bool:
    """A fault was planted there, or the facts say that a reader may remark it."""
    rows = sf.facts(name)["faults"] + [{"tasks": [], **row} for row in sf.facts(name)["allowed"]]
    return any(_meets(name, row, finding) for row in rows)


@pytest.mark.parametrize("name", sf.NAMES)
def test_no_finding_without_a_fault(name: str) -> None:
    alarms = [
        f"{x.rule} {x.level} {sorted(_tasks(name, x))}: {x.message.zh}"
        for x in _findings(name)
        if x.rule in ANNOTATED_WHOLE and x.level != "review" and not _allowed(name, x)
    ]
    assert alarms == []


def test_the_clean_plan_gives_nothing_at_all() -> None:
    assert [(x.rule, x.message.zh) for x in _findings("clean")] == []


@pytest.mark.parametrize("name", [n for n in sf.NAMES if "quiet" in sf.facts(n)])
def test_territorial_peers_are_not_accused(name: str) -> None:
    for row in sf.facts(name)["quiet"]:
        accused = [x.message.zh for x in _findings(name) if x.rule == row["rule"] and _tasks(name, x) <= set(row["tasks"])]
        assert accused == [], row["why"]


def test_each_way_of_writing_has_its_sample() -> None:
    assert set(sf.NAMES) == {p.stem for p in (sf.ROOT / "fengong" / "samples").glob("*.txt")}
    assert len(sf.NAMES) >= 8
    assert all(len(sf.facts(n)["tasks"]) >= 15 for n in sf.NAMES)


@pytest.mark.parametrize("name", sf.NAMES)
def test_the_facts_stand_in_the_plan(name: str) -> None:
    """Whoever changes a plan or its facts is told where they part."""
    known, text = sf.facts(name), sf.same(sf.text(name))
    words = [fact[k] for fact in known["tasks"] for k in ("starts", "starts_also") if k in fact]
    words += [u for fact in known["tasks"] for k in ("leads", "responsible", "cooperates", "supervises", "inherited") for u in fact.get(k, ())]
    words += [g["starts"] for g in known["goals"]] + [m["quote"] for m in known["mechanisms"]] + [p["person"] for p in known["posts"]]
    words += [f["words"] for f in known["faults"] if "words" in f] + list(known.get("departments", ()))
    assert [w for w in words if sf.same(w) not in text] == []
    keys = [fact["key"] for fact in known["tasks"]]
    assert len(keys) == len(set(keys))
    assert [k for f in known["faults"] for k in f["tasks"] if k not in keys] == []
    assert (len(known["faults"]) >= 5) != (name == "clean")


@pytest.mark.parametrize("name", sf.NAMES)
def test_samples_are_several_pages_long(name: str) -> None:
    assert len(sf.text(name)) >= 3000


def test_few_lines_stay_unread() -> None:
    for name in sf.NAMES:
        plan = sf.plan(name)
        lines = [line for line in plan.source.text.split("\n") if line.strip()]
        assert len(plan.unread) <= len(lines) * 0.02, (name, plan.unread)
