"""A random plan in a random mixture of ways of writing is read back without loss: the best guard of all."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from graphmodel.plan import Source
from loaders.load import load

sys.path.insert(0, str(Path(__file__).parent))
from plan_writer import NARROW, Written, plans


@settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(plans())
def test_read_back(written: Written) -> None:
    plan = load(Source(written.text.replace("\r\n", "\n"), "plan.txt"))
    got = [("".join(t.text.split()).translate(NARROW), frozenset((d.role, d.unit.printed.translate(NARROW)) for d in t.duties)) for t in plan.tasks]
    for words, duties in written.tasks:
        hits = [d for text, d in got if words.rstrip("。") in text]
        assert hits, f"not read: {words}\n{written.text}"
        assert hits[0] == duties, f"{words}\nwant {sorted(duties)}\ngot  {sorted(hits[0])}\n{written.text}"
    assert len(got) == len(written.tasks), f"{len(got)} tasks for {len(written.tasks)}\n{written.text}"
    assert not plan.unread, f"{plan.unread}\n{written.text}"


@settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(plans())
def test_every_value_stands_where_it_says(written: Written) -> None:
    text = written.text.replace("\r\n", "\n")
    plan = load(Source(text, "plan.txt"))
    for t in plan.tasks:
        assert text[slice(*t.span)] == t.text
        for i in t.indicators:
            assert text[slice(*i.span)] == i.quote
        for m in t.milestones:
            assert text[slice(*m.span)] == m.text
    for g in plan.goals:
        assert text[slice(*g.span)] == g.text
    for line, taken in zip(text.split("\n"), plan.taken):
        assert bool(line.strip()) == bool(taken), (line, taken)
