"""Tables whose cells the file itself tells apart: what merged and empty cells say."""

from __future__ import annotations

import pytest

from loaders.assembly import Assembly, GridCell
from loaders.load import load

TOP = "沅平市2025年重点任务分工方案\n现将各项任务分解如下。\n附件1\n"


def grid(drawn: str) -> list[list[GridCell]]:
    """Rows as lines, cells divided by ``|``; ``^`` is merged with the cell above, ``<`` with the one before; ``/`` divides paragraphs of a cell."""
    rows: list[list[GridCell]] = []
    for line in drawn.strip().split("\n"):
        row: list[GridCell] = []
        for c, words in enumerate(w.strip() for w in line.split("|")):
            row.append(rows[-1][c] if words == "^" else row[-1] if words == "<" else GridCell(f"r{len(rows)}c{c}", words.split("/") if words else []))
        rows.append(row)
    return rows


# name, table, (number, task, who answers, who helps, until when) of each task
TABLES: list[tuple[str, str, list[tuple[str | None, str, str, str, str | None]]]] = [
    (
        "nothing merged",
        "序号|工作任务|牵头单位|配合单位|完成时限\n1|建成大厅|市数据局|市财政局|2025年6月\n2|新增终端|市公安局||2025年9月",
        [("1", "建成大厅", "市数据局", "市财政局", "2025-06-30"), ("2", "新增终端", "市公安局", "", "2025-09-30")],
    ),
    (
        "who and when merged over numbered rows",
        "序号|工作任务|牵头单位|配合单位|完成时限\n1|建成大厅|市数据局|市财政局|2025年6月\n2|新增终端|^|市公安局|^\n3|公布指南|^|^|2025年9月",
        [
            ("1", "建成大厅", "市数据局", "市财政局", "2025-06-30"),
            ("2", "新增终端", "市数据局", "市公安局", "2025-06-30"),
            ("3", "公布指南", "市数据局", "市公安局", "2025-09-30"),
        ],
    ),
    (
        "an empty cell below a full one is merged with nothing",
        "序号|工作任务|牵头单位|配合单位|完成时限\n1|建成大厅|市数据局|市财政局|2025年6月\n2|新增终端||市公安局|",
        [("1", "建成大厅", "市数据局", "市财政局", "2025-06-30"), ("2", "新增终端", "", "市公安局", None)],
    ),
    (
        "one task, its helpers in two rows",
        "序号|工作任务|牵头单位|配合单位|完成时限\n1|建成大厅|市数据局|市财政局|2025年6月\n^|^|^|市公安局|^\n2|新增终端|市公安局||2025年9月",
        [("1", "建成大厅", "市数据局", "市财政局、市公安局", "2025-06-30"), ("2", "新增终端", "市公安局", "", "2025-09-30")],
    ),
    (
        "one number, two tasks",
        "序号|工作任务|牵头单位|配合单位|完成时限\n1|建成大厅|市数据局|市财政局|2025年6月\n^|新增终端|^|市公安局|2025年9月",
        [("1", "建成大厅", "市数据局", "市财政局", "2025-06-30"), ("1", "新增终端", "市数据局", "市公安局", "2025-09-30")],
    ),
    (
        "the group of several rows",
        "类别|序号|工作任务|责任单位\n政务服务|1|建成大厅|市数据局\n^|2|新增终端|^\n就业|3|举办招聘会|市人力资源社会保障局",
        [("1", "建成大厅", "市数据局", "", None), ("2", "新增终端", "市数据局", "", None), ("3", "举办招聘会", "市人力资源社会保障局", "", None)],
    ),
    (
        "a title and a remark across, heads in two rows",
        "2025年任务表|<|<|<|<\n序号|工作任务|责任分工|<|完成时限\n^|^|牵头|配合|^\n1|建成大厅|市数据局|市财政局|2025年6月\n2|新增终端|^|^|^\n备注：表中任务按季调度。|<|<|<|<",
        [("1", "建成大厅", "市数据局", "市财政局", "2025-06-30"), ("2", "新增终端", "市数据局", "市财政局", "2025-06-30")],
    ),
    (
        "the heading of a group across",
        "序号|工作任务|牵头单位|配合单位\n一、政务服务|<|<|<\n1|建成大厅|市数据局|市财政局\n二、就业|<|<|<\n2|举办招聘会|市人力资源社会保障局|",
        [("1", "建成大厅", "市数据局", "市财政局", None), ("2", "举办招聘会", "市人力资源社会保障局", "", None)],
    ),
    (
        "who helps, one a paragraph",
        "序号|工作任务|牵头单位|配合单位\n1|建成大厅|市数据局|市财政局/市公安局/市司法局",
        [("1", "建成大厅", "市数据局", "市财政局、市公安局、市司法局", None)],
    ),
    (
        "who and when in one cell across two columns",
        "序号|工作任务|牵头单位|配合单位\n1|建成大厅|各县（区）人民政府|<\n2|新增终端|市数据局|市公安局",
        [("1", "建成大厅", "各县（区）人民政府", "", None), ("2", "新增终端", "市数据局", "市公安局", None)],
    ),
    ("a table that allots nothing", "年度|数量|户数\n2024年|15|3900\n2025年|^|4200", []),
]


@pytest.mark.parametrize(("drawn", "expected"), [t[1:] for t in TABLES], ids=[t[0] for t in TABLES])
def test_what_a_table_allots(drawn: str, expected: list[tuple[str | None, str, str, str, str | None]]) -> None:
    out = Assembly()
    for line in TOP.strip().split("\n"):
        out.line(line, "p")
    out.table(grid(drawn))
    plan = load(out.source("x", "0" * 64))
    read = [
        (
            t.number, t.text, "、".join(d.unit.printed for d in t.duties if d.role == "LEADS"),
            "、".join(d.unit.printed for d in t.duties if d.role == "COOPERATES"), t.deadline.date,
        )
        for t in plan.tasks
    ]  # fmt: skip
    assert read == expected
    assert all(plan.source.text[slice(*d.unit.span)] == d.unit.printed for t in plan.tasks for d in t.duties)
