"""A time limit of several steps: the last is the deadline, each is a milestone."""

from __future__ import annotations

import pytest

from graphmodel.plan import Source
from loaders.load import load

STEPS: dict[str, tuple[str, str, list[tuple[str, str]]]] = {
    "two steps": ("完成时限：6月底前完成整合，年底前建成投运", "2026-12-31", [("2026-06-30", "6月底前完成整合"), ("2026-12-31", "年底前建成投运")]),
    "a schedule": (
        "进度安排：3月底前完成选址，6月底前开工，12月底前建成",
        "2026-12-31",
        [("2026-03-31", "3月底前完成选址"), ("2026-06-30", "6月底前开工"), ("2026-12-31", "12月底前建成")],
    ),
    "a schedule in sentences": ("工作进度：一季度开展调研。二季度出台方案。", "2026-06-30", [("2026-03-31", "一季度开展调研"), ("2026-06-30", "二季度出台方案")]),
    "one date": ("完成时限：6月底前完成整合", "2026-06-30", []),
    "no date": ("完成时限：长期坚持", "None", []),
}


@pytest.mark.parametrize("name", STEPS)
@pytest.mark.parametrize("form", ["line", "cell"])
def test_steps(name: str, form: str) -> None:
    line, due, expected = STEPS[name]
    text = (
        f"一、任务\n（一）整合平台公司。\n责任单位：市国资委\n{line}\n"
        if form == "line"
        else f"序号\t任务\t责任单位\t完成时限\n1\t整合平台公司\t市国资委\t{line.partition('：')[2]}\n"
    )
    plan = load(Source(f"沅平市2026年重点工作分工方案\n{text}", "plan.txt"))
    assert [(str(t.deadline.date), [(m.by, m.text) for m in t.milestones]) for t in plan.tasks] == [(due, expected)]
