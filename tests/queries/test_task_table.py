"""The rows of the classical table and of the ledger, from plans of a few lines."""

from __future__ import annotations

import pytest

from graphmodel.graph import AccountabilityGraph
from loaders.load import load
from loaders.open import source_of_text
from queries.ledger import WHOLE, ledger
from queries.printed import task_paragraphs, unbroken
from queries.task_table import Clause, Heading, TaskRow, task_table

HEAD = "沅平市人民政府办公室关于印发沅平市供水保障任务分工方案的通知\n沅政办发〔2024〕18号\n\n沅平市人民政府办公室\n2024年3月26日\n\n沅平市供水保障任务分工方案\n\n"


def graph_of(body: str, head: str = HEAD) -> AccountabilityGraph:
    return AccountabilityGraph.of([load(source_of_text(head + body, "plan.txt"))])


def shown(body: str) -> list[object]:
    """Headings as (level, words), clauses as words, tasks as {column: cell}."""
    graph = graph_of(body)
    out: list[object] = []
    for row in task_table(graph, graph.documents()[0]).rows:
        if isinstance(row, Heading):
            out.append((row.level, row.text))
        elif isinstance(row, Clause):
            out.append(row.text)
        else:
            out.append({key: "|".join(cell) for key, cell in row.cells.items()} | ({"goes_on": "1"} if row.goes_on else {}))
    return out


ROWS = [
    (
        "lead, responsible, helper",
        "一、重点任务\n1.更新管网28公里。（牵头单位：市水务局；责任单位：市财政局；配合单位：市公安局、各县（区）人民政府）\n",
        [(1, "一、重点任务"), {"number": "1", "task": "更新管网28公里。", "lead": "市水务局", "answer": "市财政局", "help": "市公安局、各县（区）人民政府", "targets": "管网28公里。"}],
    ),
    (
        "one label only: responsible, and nothing is made up for the lead",
        "一、重点任务\n（一）做好宣传。（责任单位：市水务局、市财政局）\n",
        [(1, "一、重点任务"), {"number": "（一）", "task": "做好宣传。", "answer": "市水务局、市财政局"}],
    ),
    (
        "the first is the lead",
        "一、重点任务\n1.做好宣传。（责任单位：市水务局、财政局。列第一位者为牵头单位，下同）\n",
        [(1, "一、重点任务"), {"number": "1", "task": "做好宣传。", "lead": "市水务局", "answer": "财政局"}],
    ),
    ("nobody", "一、重点任务\n1.做好宣传。\n2.更新管网。（责任单位：市水务局）\n", [(1, "一、重点任务"), {"number": "1", "task": "做好宣传。"}, {"number": "2", "task": "更新管网。", "answer": "市水务局"}]),
    (
        "several duties under one number",
        "一、重点任务\n1.更新管网。（牵头单位：市水务局）新建水厂。（责任单位：市财政局）\n",
        [(1, "一、重点任务"), {"number": "1", "task": "更新管网。", "lead": "市水务局"}, {"number": "1", "task": "新建水厂。", "lead": "—", "answer": "市财政局", "goes_on": "1"}],
    ),
    (
        "a clause stands where the plan says it, in its own words, and not in the rows",
        "一、重点任务\n1.更新管网。（责任单位：各县区人民政府，以下各项均需各县区人民政府落实，不再列出。监管部门：市水务局）\n2.新建水厂。（监管部门：市财政局）\n",
        [
            (1, "一、重点任务"),
            {"number": "1", "task": "更新管网。", "answer": "各县区人民政府", "watch": "市水务局"},
            "以下各项均需各县区人民政府落实，不再列出。",
            {"number": "2", "task": "新建水厂。", "watch": "市财政局"},
        ],
    ),
    (
        "who does which part",
        "一、重点任务\n1.市水务局负责编制规划，市财政局配合，2024年6月底前完成编制。\n",
        [
            (1, "一、重点任务"),
            {
                "number": "1", "task": "市水务局负责编制规划，市财政局配合，2024年6月底前完成编制。", "answer": "市水务局（负责编制规划）", "help": "市财政局",
                "targets": "2024年6月底前完成编制。", "deadline": "2024年6月底前",
            },
        ],
    ),
    (
        "lines of a page are joined, paragraphs are not",
        "一、重点任务\n（一）扩大培养规模\n在职业院校增设供水运行专业，建设实训基地，完善课程体系和考核办法，每年招生\n不少于300人。\n牵头单位：市教育局\n完成时限：2024年9月\n",
        [
            (1, "一、重点任务"),
            {
                "number": "（一）", "task": "扩大培养规模|在职业院校增设供水运行专业，建设实训基地，完善课程体系和考核办法，每年招生不少于300人。", "lead": "市教育局",
                "targets": "每年招生不少于300人。", "deadline": "2024年9月",
            },
        ],
    ),
    (
        "name, person and figures of a table",
        "一、重点任务\n| 序号 | 项目名称 | 建设内容 | 牵头领导 | 牵头单位 | 完成时限 |\n| 1 | 水厂 | 日供水能力达到5万吨 | 程立群 | 市水务局 | 2024年6月 |\n",
        [
            (1, "一、重点任务"),
            {
                "number": "1", "title": "水厂", "task": "日供水能力达到5万吨", "牵头领导": "程立群", "lead": "市水务局", "targets": "日供水能力达到5万吨。",
                "deadline": "2024年6月",
            },
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "rows"), [r[1:] for r in ROWS], ids=[r[0] for r in ROWS])
def test_rows(body: str, rows: list[object]) -> None:
    assert shown(body) == rows


def test_columns_beyond_the_classical_ones_only_where_the_plan_has_them() -> None:
    plain, full = graph_of("一、任务\n1.做好宣传。（责任单位：市水务局）\n"), graph_of(ROWS[-1][1])
    classical = ("number", "task", "lead", "answer", "help", "targets", "deadline")
    assert task_table(plain, plain.documents()[0]).columns == classical
    assert task_table(full, full.documents()[0]).columns == ("number", "title", "task", "牵头领导", *classical[2:])


def test_what_is_left_out_is_counted() -> None:
    graph = graph_of("一、总体目标\n到2024年底，供水普及率达到98%。\n二、任务\n1.更新管网。（责任单位：市水务局）\n三、机制\n市水务局每季度召开一次调度会议。\n")
    table = task_table(graph, graph.documents()[0])
    assert dict(table.left_out) == {"goals": 1, "mechanisms": 1}
    assert [r.text for r in table.rows if isinstance(r, Heading)] == ["二、任务"], "a heading without tasks is no row"


def test_short_names_of_groups_are_explained() -> None:
    body = "成立沅平市节水型城市建设工作领导小组，领导小组办公室设在市水务局。\n一、任务\n1.更新管网。（责任单位：市节水办；配合单位：市节水型城市建设工作领导小组办公室）\n"
    graph = graph_of(body)
    names = dict(task_table(graph, graph.documents()[0]).short_names)
    assert all("节水型城市建设工作领导小组办公室" in full for full in names.values()) and "市节水型城市建设工作领导小组办公室" not in names


@pytest.mark.parametrize(
    ("lines", "joined"),
    [("更新\n管网", "更新管网"), ("安装 GIS\nplatform", "安装 GIS platform"), ("达到\n92%", "达到92%"), ("甲\n\n乙", "甲乙"), ("  甲\u3000乙 ", "甲 乙"), ("", "")],
)
def test_words_on_one_line(lines: str, joined: str) -> None:
    assert unbroken(lines) == joined


def test_paragraphs_of_a_task() -> None:
    graph = graph_of("一、任务\n1.更新管网。\n改造小区管网，\n更换老旧水表。\n完善巡查制度。\n责任单位：市水务局\n")
    assert task_paragraphs(graph, graph.tasks()[0]) == ("更新管网。", "改造小区管网，更换老旧水表。", "完善巡查制度。")


LEDGER = """一、任务
1.更新管网。2024年9月底前完成招标，2024年6月底前完成设计，2024年底前更新管网28公里。（牵头单位：市水务局；配合单位：市财政局）
2.建成水厂。
牵头单位：市发展改革委
完成时限：2024年6月底前
3.每季度开展检查2次。（责任单位：市水务局）
4.做好宣传。（责任单位：市水务局）
5.巩固成果。
责任单位：市水务局
完成时限：长期坚持
"""


def test_the_ledger_by_month() -> None:
    graph = graph_of(LEDGER)
    rows = [(r.block, r.task, r.what, r.lead or r.answer, r.printed) for r in ledger(graph, graph.documents()[0])]
    assert rows[:4] == [
        ("2024年6月", "1.更新管网", "2024年6月底前完成设计", "市水务局", "2024年6月底前"),
        ("2024年6月", "2.建成水厂", WHOLE, "市发展改革委", "2024年6月底前"),
        ("2024年9月", "1.更新管网", "2024年9月底前完成招标", "市水务局", "2024年9月底前"),
        ("2024年12月", "1.更新管网", "管网28公里", "市水务局", "2024年底"),
    ]
    assert [(block, task) for block, task, *_ in rows[4:]] == [("长期", "5.巩固成果"), ("无期限", "3.每季度开展检查2次"), ("无期限", "4.做好宣传")]
    assert [r.day.isoformat() if r.day else None for r in ledger(graph, graph.documents()[0])][:3] == ["2024-06-30", "2024-06-30", "2024-09-30"]


def test_a_task_without_anything_dated_or_measured_stands_in_the_ledger_too() -> None:
    graph = graph_of(LEDGER)
    doc = graph.documents()[0]
    assert {r.task_id for r in ledger(graph, doc)} == set(graph.tasks(doc))
    assert [r for r in task_table(graph, doc).rows if isinstance(r, TaskRow)]
