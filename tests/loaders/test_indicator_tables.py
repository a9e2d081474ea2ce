"""Tables of a plan's figures: beside nobody each row is a goal, beside a unit a task with what stood before and what is to be reached."""

from __future__ import annotations

import pytest

from graphmodel.plan import Plan, Source
from loaders.load import load

TITLE = "沅平市卫生健康规划任务分工方案\n2026年3月1日\n一、主要目标\n"
TASKS = "\n二、重点任务\n1.提高人均预期寿命。（市卫生健康委负责）\n"

Row = tuple[str, float | str, str, str | None, str | None, str | None]


def read(table: str) -> Plan:
    return load(Source(TITLE + table + TASKS, "plan.txt"))


def figures(plan: Plan) -> list[Row]:
    """(name, value, unit, year, what stood before, how binding) of each goal."""
    return [(i.name, i.value, i.unit, i.by, i.baseline, i.binding) for g in plan.goals for i in g.indicators]


LIFE: Row = ("人均预期寿命", 78.9, "岁", "2030", "77.9岁", "预期性")
TABLES: list[tuple[str, str, list[Row]]] = [
    ("tabs", "序号\t指标\t单位\t2025年\t2030年\t属性\n1\t人均预期寿命\t岁\t77.9\t78.9\t预期性", [LIFE]),
    ("bars", "| 序号 | 指标名称 | 单位 | 2025年 | 2030年 | 指标属性 |\n|---|---|---|---|---|---|\n| 1 | 人均预期寿命 | 岁 | 77.9 | 78.9 | 预期性 |", [LIFE]),
    ("single blanks", "序号 指标 单位 2025年 2030年 属性\n1 人均预期寿命 岁 77.9 78.9 预期性", [LIFE]),
    (
        "signs",
        "指标\t单位\t2025年\t2030年\n产妇死亡率\t/10万\t9.8\t<9.5\n婴儿死亡率\t‰\t—\t≤3.2",
        [("产妇死亡率", 9.5, "/10万", "2030", "9.8/10万", None), ("婴儿死亡率", 3.2, "‰", "2030", None, None)],
    ),
    ("as it is and as it shall be", "指标\t单位\t现状值\t目标值\n人均预期寿命\t岁\t77.9\t78.9", [("人均预期寿命", 78.9, "岁", None, "77.9岁", None)]),
    (
        "the last year is the one to reach",
        "指标\t2025年\t2027年\t2030年\n人均预期寿命(岁)\t77.9\t78.2\t78.9",
        [("人均预期寿命", 78.9, "岁", "2030", "77.9岁", None)],
    ),
    ("one year and no unit", "指标\t2030年\n人均预期寿命\t78.9", []),
    ("no figures", "指标\t单位\t2025年\t2030年\n人均预期寿命\t岁\t上升\t继续上升", []),
    ("a sentence", "主要指标 到2030年 单位 增长 2030年", []),
]


@pytest.mark.parametrize(("table", "expected"), [t[1:] for t in TABLES], ids=[t[0] for t in TABLES])
def test_goals(table: str, expected: list[Row]) -> None:
    plan = read(table)
    assert figures(plan) == expected
    assert [t.text for t in plan.tasks] == ["提高人均预期寿命。"]


def test_nothing_is_left_over() -> None:
    plan = read(TABLES[0][1])
    assert not plan.unread and plan.goals[0].text == "人均预期寿命\t岁\t77.9\t78.9\t预期性"
    assert plan.taken[3:5] == ("table head", "goal")


BESIDE: list[tuple[str, str, list[Row]]] = [
    (
        "a year that is over",
        "序号\t指标\t单位\t2025年\t2030年\t属性\t责任单位\n1\t人均预期寿命\t岁\t77.9\t78.9\t预期性\t市卫生健康委",
        [("人均预期寿命", 78.9, "岁", "2030", "77.9", "预期性")],
    ),
    (
        "years to come",
        "序号\t任务\t2026年\t2027年\t责任单位\n1\t新建水厂\t2座\t3座\t市水务局",
        [("水厂", 2, "座", "2026", None, None), ("水厂", 3, "座", "2027", None, None)],
    ),
    (
        "years that are all over",
        "序号\t任务\t2024年\t2025年\t责任单位\n1\t新建水厂\t2座\t3座\t市水务局",
        [("水厂", 2, "座", "2024", None, None), ("水厂", 3, "座", "2025", None, None)],
    ),
]


@pytest.mark.parametrize(("table", "expected"), [t[1:] for t in BESIDE], ids=[t[0] for t in BESIDE])
def test_figures_of_tasks(table: str, expected: list[Row]) -> None:
    plan = load(Source("沅平市任务分工表\n2026年3月1日\n" + table + "\n", "plan.txt"))
    assert [(i.name, i.value, i.unit, i.by, i.baseline, i.binding) for i in plan.tasks[0].indicators] == expected and not plan.goals
