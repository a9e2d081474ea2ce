"""Plans that stand in one graph say nothing about one another: what is found in each is what is found in it alone."""

from __future__ import annotations

from pathlib import Path

from graphmodel.graph import AccountabilityGraph
from graphmodel.plan import Plan
from loaders.load import load
from loaders.open import source_of
from queries.audit import audit, rules

EVERY = [r.code for r in rules()]


def said(plans: list[Plan]) -> list[tuple[object, ...]]:
    graph = AccountabilityGraph.of(plans)
    found = audit(graph, select=EVERY)
    return sorted((f.code, f.level, f.lines, f.tasks, f.departments, [(q.doc, q.span) for q in f.quotes], f.message.zh, f.remedy.zh) for f in found)


def test_together_and_alone(samples: Path) -> None:
    plans = [load(source_of(path)) for path in sorted(samples.glob("*.txt"))]
    assert said(plans) == sorted(row for plan in plans for row in said([plan]))


def test_plans_that_share_their_bodies(samples: Path) -> None:
    """The same units in two plans of one place, one of them with less to do."""
    text = (samples / "lists.txt").read_text(encoding="utf-8")
    other = text.replace("创建国家节水型城市", "创建海绵城市").replace("成员单位每季度末", "成员单位每月")
    from loaders.open import source_of_bytes

    plans = [load(source_of_bytes(t.encode("utf-8"), f"{n}.txt")) for n, t in enumerate((text, other))]
    graph = AccountabilityGraph.of(plans, ["one", "two"])
    alone = [AccountabilityGraph.of([plan], [name]) for plan, name in zip(plans, ("one", "two"))]
    together = sorted((f.code, f.tasks, f.lines, f.message.zh) for f in audit(graph, select=EVERY))
    assert together == sorted((f.code, f.tasks, f.lines, f.message.zh) for g in alone for f in audit(g, select=EVERY))
