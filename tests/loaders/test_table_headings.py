"""What stands between the rows of a table: headings within one another, clauses over rows, numbers that go on; and cells that say more than a name."""

from __future__ import annotations

import pytest

from graphmodel.graph import AccountabilityGraph
from graphmodel.plan import Source
from loaders.assembly import Assembly, GridCell
from loaders.load import load
from loaders.open import source_of_text

TITLE = "沅平市供水保障任务分工表"
HEAD = "序号|任务|牵头单位|责任单位|目标|完成时限"


def source(*rows: str) -> Source:
    """A table, a cell between bars: ``^`` goes on from above, ``<`` from the left, ``/`` divides paragraphs."""
    laid = Assembly()
    laid.line(TITLE, "p1")
    above: list[GridCell] = []
    grid: list[list[GridCell]] = []
    for y, row in enumerate((HEAD, *rows)):
        cells: list[GridCell] = []
        for x, words in enumerate(row.split("|")):
            cells.append(above[x] if words == "^" else cells[-1] if words == "<" else GridCell(f"t1r{y}c{x}", words.split("/") if words else []))
        grid.append(cells)
        above = cells
    laid.table(grid)
    return laid.source("table.docx", "")


def paths(*rows: str) -> list[str]:
    graph = AccountabilityGraph.of([load(source(*rows))])
    doc = graph.documents()[0]
    return [task.removeprefix(f"{doc}/") for task in graph.tasks()]


def over(words: str) -> str:
    return words + "|<" * 5


def row(number: str, work: str = "更新管网", **cells: str) -> str:
    return "|".join((number, work, cells.get("lead", "市水务局"), cells.get("answer", ""), cells.get("figures", ""), cells.get("due", "")))


PATHS = [
    ("within one another by their numbers", [over("一、供水"), over("（一）管网"), row("1"), over("（二）水厂"), row("2"), over("二、排水"), row("1")], ["一/(一)/1", "一/(二)/2", "二/1"]),
    ("side by side", [over("一、供水"), row("1"), over("二、排水"), row("2")], ["一/1", "二/2"]),
    ("units below a heading", [over("五、专项任务"), over("市水务局："), row("（1）"), over("市财政局："), row("（1）"), over("六、步骤"), row("1")], ["五/市水务局:/(1)", "五/市财政局:/(1)", "六/1"]),
    ("one without a number beside one that has rows", [over("（一）管网"), row("1"), over("改善水质"), row("2"), over("节约用水"), row("3")], ["(一)/1", "改善水质/2", "节约用水/3"]),
    ("the name of a table above its numbered parts", [over("2025年供水任务分解表"), over("一、管网"), row("1"), over("2025年排水任务分解表"), row("1")], ["2025年供水任务分解表/一/1", "2025年排水任务分解表/1"]),
    ("a row whose number stands outside", [over("二、供水"), over("（一）管网"), row("1"), row("三"), row("四、")], ["二/(一)/1", "三", "四"]),
    ("a row that counts on from its heading", [over("（三）园区"), over("3.强化管控"), row(""), row("4"), row("5")], ["(三)/3/u1", "(三)/4", "(三)/5"]),
    ("rows that count anew below a heading do not", [over("1.强化管控"), row("1"), row("2"), row("3")], ["1/1", "1/2", "1/3"]),
    ("a number that goes on", [row("7"), "^|新建水厂|市财政局|||", row("8")], ["7a", "7b", "8"]),
    ("a number that is printed twice", [row("7"), row("7", "新建水厂"), row("8")], ["7", "7#2", "8"]),
    ("rows without numbers below a heading", [over("一、供水"), row(""), row("", "新建水厂")], ["一/u1", "一/u2"]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "ids"), [r[1:] for r in PATHS], ids=[r[0] for r in PATHS])
def test_headings(rows: list[str], ids: list[str]) -> None:
    assert paths(*rows) == ids


def duties(*rows: str) -> list[list[tuple[str, str, str | None, str]]]:
    return [[(d.tier, d.unit.printed, d.part, d.basis) for d in task.duties] for task in load(source(*rows)).tasks]


def test_a_clause_binds_the_rows_below_it_in_its_part() -> None:
    clause = over("以下各项均需各区人民政府落实，不再列出。")
    laid = ("责", "各区人民政府", None, "inherited")
    lead = ("牵", "市水务局", None, "label")
    rows = [over("一、供水"), row("1"), clause, row("2", "新建水厂"), over("（二）管网"), row("3", "改造管网"), over("二、排水"), row("1", "清淤")]
    assert [laid in task for task in duties(*rows)] == [False, True, True, False]
    assert duties(*rows)[1] == [lead, laid]
    assert duties(row("1"), over("以下各项由各区人民政府知悉。"), row("2"))[1] == [lead], "no clause"


CELLS = [
    ("a part", "市水务局（负责编制规划）、市财政局", [("责", "市水务局", "编制规划"), ("责", "市财政局", None)]),
    ("a part behind a bracket of the name", "市节水办公室（设在市水务局）（负责统筹协调）", [("责", "市节水办公室（设在市水务局）", "统筹协调")]),
    ("a bracket that is no part", "市公共资源交易中心（市政府采购中心）", [("责", "市公共资源交易中心（市政府采购中心）", None)]),
    ("a role", "市水务局（牵头）、市财政局", [("牵", "市水务局", None), ("责", "市财政局", None)]),
]


@pytest.mark.parametrize(("cell", "held"), [c[1:] for c in CELLS], ids=[c[0] for c in CELLS])
def test_who_does_what_in_brackets(cell: str, held: list[tuple[str, str, str | None]]) -> None:
    assert [d[:3] for d in duties(row("1", lead="", answer=cell))[0]] == held


FIGURES = [
    ("restated", "更新管网28公里，漏损率控制在9%以内。", "更新管网28公里；漏损率控制在9%以内。", [28, 9]),
    ("one of them restated", "更新管网28公里，漏损率控制在9%以内。", "漏损率控制在9%以内", [28, 9]),
    ("a dated step restated", "2024年底前完成招标，更新管网28公里。", "2024年底前完成招标；管网28公里。", [28]),
    ("another figure", "更新管网28公里。", "漏损率控制在9%以内", [28, 9]),
    ("the same words with another figure", "更新管网28公里。", "更新管网30公里", [28, 30]),
    ("the work says none", "更新管网。", "更新管网30公里", [30]),
]


@pytest.mark.parametrize(("work", "figures", "values"), [f[1:] for f in FIGURES], ids=[f[0] for f in FIGURES])
def test_a_target_that_the_work_says_already_is_one(work: str, figures: str, values: list[int]) -> None:
    (task,) = load(source(row("1", work, figures=figures))).tasks
    assert [i.value for i in task.indicators] == values


NAMES = [
    ("a heading above the words", "扩大培养规模/职业院校增设供水专业，年招生不少于300人。", "扩大培养规模"),
    ("two paragraphs of work", "更新管网，改造水厂。/完善供水制度，开展巡查。", "更新管网，改造水厂"),
    ("a line that goes on", "更新城区主要道路的/供水管网，改造水厂。", "更新城区主要道路的供水管网，改造水厂"),
    ("one paragraph", "更新管网，改造水厂", "更新管网，改造水厂"),
    ("a heading that names nothing", "重点任务/更新城区管网，改造水厂。", "更新城区管网，改造水厂"),
]


@pytest.mark.parametrize(("work", "name"), [n[1:] for n in NAMES], ids=[n[0] for n in NAMES])
def test_the_name_of_a_task_in_a_cell(work: str, name: str) -> None:
    (task,) = load(source(row("1", work))).tasks
    assert "".join(task.name.split()) == name


def test_lines_of_a_page_are_no_headings() -> None:
    """The same words in a text: nobody knows that a paragraph ends there."""
    text = f"{TITLE}\n一、任务\n1.更新管网。（牵头单位：市水务局）低压用户报装\n实行零上门、零审批，平均接电时间压缩至8个工作日以内。（牵头单位：市财政局）\n"
    assert [t.name for t in load(source_of_text(text, "x.txt")).tasks][1].startswith("低压用户报装实行")


def test_sentences_that_say_who_acts_stay_words_of_the_task() -> None:
    prose, bracket = load(source(row("1", "市水务局要更新管网。市财政局负责督促指导。"), row("2", "新建水厂。（责任单位：市财政局）"))).tasks
    assert prose.text == "市水务局要更新管网。市财政局负责督促指导。" and bracket.text == "新建水厂。"


def test_a_name_does_not_run_over_cells() -> None:
    rows = (row("1", "组织实施节水行动", lead="市节水工作领导小组"), row("2", lead="市节水工作领导小组"))
    (one, _) = load(source(*rows)).tasks
    assert one.duties[0].unit.department == "沅平市/沅平市节水工作领导小组"
