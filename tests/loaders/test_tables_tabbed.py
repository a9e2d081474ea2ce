"""Tables as Word and Excel paste them: one tab a cell, empty cells at both ends of a line, merged cells, heads in two lines, cells of several paragraphs."""

from __future__ import annotations

import pytest

from graphmodel.plan import Plan, Source
from loaders.load import load

TITLE = "沅平市2026年重点工作任务分解表\n"
HEADS = "序号\t任务\t牵头单位\t配合单位\t完成时限\n"
FIRST = "1\t新建小学2所\t市教育局\t市财政局\t9月底\n"
GROUPED = "序号\t类别\t任务\t分管领导\t牵头单位\t完成时限\n1\t教育\t新建小学2所\t郑海\t市教育局\t9月底\n"

Row = tuple[str, str, str]


def rows(plan: Plan) -> list[Row]:
    """(first words, who in which role, by when) of each task."""
    return [
        (
            t.text[:6],
            " ".join([*(f"{d.role[0]}:{d.unit.printed}" for d in t.duties), *(f"人:{o.name}" for o in t.overseers)]),
            (t.deadline.date or t.deadline.kind or "")[:7],
        )
        for t in plan.tasks
    ]


ONE: Row = ("新建小学2所", "L:市教育局 C:市财政局", "2026-09")
ONE_GROUPED: Row = ("新建小学2所", "L:市教育局 人:郑海", "2026-09")
TABLES: dict[str, tuple[str, list[Row]]] = {
    "an empty first cell does not shift the row": (HEADS + FIRST + "\t新建食堂5个\t市民政局\t\t10月底\n", [ONE, ("新建食堂5个", "L:市民政局", "2026-10")]),
    "two empty first cells do not end the table": (
        GROUPED + "\t\t新建食堂5个\t\t市民政局\t10月底\n2\t交通\t改造危桥6座\t何沛\t市交通运输局\t12月底\n",
        [ONE_GROUPED, ("新建食堂5个", "L:市民政局 人:郑海", "2026-10"), ("改造危桥6座", "L:市交通运输局 人:何沛", "2026-12")],
    ),
    "empty last cells do not end the table": (
        HEADS + FIRST + "2\t新建食堂5个\t\t\t\n3\t改造危桥6座\t市交通运输局\t\t\n",
        [ONE, ("新建食堂5个", "", "none"), ("改造危桥6座", "L:市交通运输局", "none")],
    ),
    "an editor cut the empty last cells off": (
        HEADS + FIRST + "2\t新建食堂5个\n3\t改造危桥6座\t市交通运输局\n",
        [ONE, ("新建食堂5个", "", "none"), ("改造危桥6座", "L:市交通运输局", "none")],
    ),
    "without a number of its own a row shares lead and date": (GROUPED + "\t\t新建食堂5个\t\t\t\n", [ONE_GROUPED, ("新建食堂5个", "L:市教育局 人:郑海", "2026-09")]),
    "a numbered row shares the person of its group and no lead": (GROUPED + "2\t\t新建食堂5个\t\t\t10月底\n", [ONE_GROUPED, ("新建食堂5个", "人:郑海", "2026-10")]),
    "a row of another group shares nothing": (GROUPED + "\t养老\t新建食堂5个\t\t\t\n", [ONE_GROUPED, ("新建食堂5个", "人:郑海", "none")]),
    "helpers are never shared": (HEADS + FIRST + "\t新建食堂5个\t\t\t\n", [ONE, ("新建食堂5个", "L:市教育局", "2026-09")]),
    "a row without work goes on with the one above": (HEADS + FIRST + "\t\t市住建局\t\t\n", [("新建小学2所", "L:市教育局 C:市财政局 L:市住建局", "2026-09")]),
    "a total is no task": (HEADS + FIRST + "合计\t1项\t\t\t\n", [ONE]),
    "heads and rows are indented": ("\t序号\t任务\t牵头单位\n\t1\t新建小学2所\t市教育局\n\t\t改造危桥6座\t市交通运输局\n", [("新建小学2所", "L:市教育局", "none"), ("改造危桥6座", "L:市交通运输局", "none")]),
    "several tabs widen a gap": (
        "序号\t\t任务\t\t\t牵头单位\n1\t\t新建小学2所\t\t市教育局\n2\t\t改造危桥6座\t\t市交通运输局\n",
        [("新建小学2所", "L:市教育局", "none"), ("改造危桥6座", "L:市交通运输局", "none")],
    ),
    "a cell of several paragraphs": (
        "序号\t任务\t牵头单位\t完成时限\n1\t新建小学2所。\n配备校车20辆。\t市教育局\t9月底\n2\t改造危桥6座\t市交通运输局\n市财政局\t10月底\n",
        [("新建小学2所", "L:市教育局", "2026-09"), ("改造危桥6座", "L:市交通运输局 L:市财政局", "2026-10")],
    ),
    "heads in two lines": (
        "序号\t任务\t责任分工\t\t完成时限\n\t\t牵头单位\t配合单位\t\n" + FIRST + "2\t改造危桥6座\t市交通运输局\t\t10月底\n",
        [ONE, ("改造危桥6座", "L:市交通运输局", "2026-10")],
    ),
    "heads in two lines, pipes": (
        "| 序号 | 任务 | 责任单位 | | 完成时限 |\n|---|---|---|---|---|\n| | | 牵头 | 配合 | |\n| 1 | 新建小学2所 | 市教育局 | 市财政局 | 9月底 |\n",
        [ONE],
    ),
    "the name of the work has a column": ("序号\t实事名称\t目标任务\t牵头单位\n1\t幼小衔接工程\t新建小学2所\t市教育局\n", [("新建小学2所", "L:市教育局", "none")]),
    "two tables with other heads": (
        HEADS + FIRST + "\n附件2\n沅平市重点项目清单\n项目名称\t建设内容\t责任单位\n滨河绿道\t建设绿道20公里\t\n\t配套驿站6座\t市园林局\n",
        [ONE, ("建设绿道20", "", "none"), ("配套驿站6座", "L:市园林局", "none")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_rows(name: str) -> None:
    text, expected = TABLES[name]
    plan = load(Source(TITLE + text, "plan.txt"))
    assert [(a[:6].rstrip("。"), b, c) for a, b, c in rows(plan)] == expected
    assert not plan.unread and "preamble" not in plan.taken


def test_rows_that_only_name_a_group_are_headings() -> None:
    plan = load(Source(TITLE + HEADS + "教育\t\t\t\t\n" + FIRST + "二、交通\n2\t改造危桥6座\t市交通运输局\t\t10月底\n", "plan.txt"))
    assert [(t.text, t.section) for t in plan.tasks] == [("新建小学2所", ("教育",)), ("改造危桥6座", ("二、交通",))]


def test_the_name_is_that_of_its_column() -> None:
    plan = load(Source(TITLE + "序号\t实事名称\t目标任务\t牵头单位\n1\t幼小衔接工程\t新建小学2所\t市教育局\n", "plan.txt"))
    assert [t.name for t in plan.tasks] == ["幼小衔接工程"]


def test_a_long_row_with_an_empty_cell_stays_one_row() -> None:
    words = "新建小学2所，" + "，".join(f"完善第{n}类校舍设施" for n in range(30))
    plan = load(Source(TITLE + HEADS + f"1\t{words}\t市教育局\t\t9月底\n2\t改造危桥6座\t市交通运输局\t\t\n", "plan.txt"))
    assert [(d.unit.printed, t.deadline.printed) for t in plan.tasks for d in t.duties] == [("市教育局", "9月底"), ("市交通运输局", None)]


def test_what_is_no_row_is_listed_or_left_alone() -> None:
    plan = load(Source(TITLE + HEADS + FIRST + "填表人：何沛\t联系电话：0000-1234567\n", "plan.txt"))
    assert len(plan.tasks) == 1 and [n for n, _ in plan.unread] == [4]
    broken = load(Source(TITLE + HEADS + "市住建局\t9月底\n" + FIRST, "plan.txt"))
    assert len(broken.tasks) == 1 and [n for n, _ in broken.unread] == [3]


YEARS: dict[str, tuple[str, list[tuple[float | str, str, str | None]]]] = {
    "a year in each head": ("2026年目标\t2027年目标\t牵头单位\n1\t新改建农村户厕\t1.5万户\t普及率92%\t市卫健委", [(1.5, "万户", "2026"), (92, "%", "2027")]),
    "heads that are years": ("2026年\t2027年\t牵头单位\n1\t网点建设\t200个\t260个\t市供销社", [(200, "个", "2026"), (260, "个", "2027")]),
    "one head without a year": ("目标值\t牵头单位\n1\t网点建设\t200个\t市供销社", [(200, "个", None)]),
    "words are no figure": ("2026年目标\t2027年目标\t牵头单位\n1\t网点建设\t完成选址\t投入使用\t市供销社", []),
}


@pytest.mark.parametrize("name", YEARS)
def test_columns_of_years(name: str) -> None:
    text, expected = YEARS[name]
    plan = load(Source(f"{TITLE}序号\t任务\t{text}\n", "plan.txt"))
    assert [(i.value, i.unit, i.by) for i in plan.tasks[0].indicators] == expected


PROSE = {
    "a tab behind each number": "一、重点任务\n1.\t新建小学2所。（责任单位：市教育局）\n2.\t改造危桥6座。（责任单位：市交通运输局）\n",
    "a tab before each paragraph": "一、重点任务\n\t1.新建小学2所。（责任单位：市教育局）\n\t2.改造危桥6座。（责任单位：市交通运输局）\n",
}


@pytest.mark.parametrize("name", PROSE)
def test_tabs_in_prose_make_no_table(name: str) -> None:
    plan = load(Source(TITLE + PROSE[name], "plan.txt"))
    assert [r[:2] for r in rows(plan)] == [("新建小学2所", "L:市教育局"), ("改造危桥6座", "L:市交通运输局")]
    assert "table head" not in plan.taken
