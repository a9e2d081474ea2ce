"""What readers of documents lay down: lines with places, paragraphs that begin or go on, tables as grids; and how the grammar reads such tables."""

from __future__ import annotations

import pytest

import fengong
from graphmodel.plan import Source
from graphmodel.problems import Problem
from loaders.assembly import Assembly, GridCell
from loaders.grids import tables_of
from loaders.load import load


def grid(words: str, table: int = 1) -> list[list[GridCell]]:
    """Rows of cells divided by ``|``; ``^`` is the cell above, ``<`` the cell to the left (merged), ``/`` divides paragraphs of a cell."""
    rows: list[list[GridCell]] = []
    for r, line in enumerate(words.strip().split("\n"), 1):
        row: list[GridCell] = []
        for c, cell in enumerate(line.split("|"), 1):
            said = cell.strip()
            if said == "^":
                row.append(rows[-1][c - 1])
            elif said == "<":
                row.append(row[-1])
            else:
                row.append(GridCell(f"t{table}r{r}c{c}", said.split("/") if said else []))
        rows.append(row)
    return rows


def laid(*parts: str) -> Source:
    out = Assembly()
    for n, part in enumerate(parts, 1):
        if "|" in part:
            out.table(grid(part))
        else:
            out.line(part, f"p{n}")
    return out.source("x.docx", "")


HEAD = "沅平市2024年重点任务分工方案"
TABLES = [
    # what it shows, the table, (number, task, [(unit, tier)], deadline) of each row
    ("plain", "序号|任务|牵头单位|配合单位|完成时限\n1|改造老旧小区18个|市住建局|市财政局、市城管局|2024年10月底前",
     [("1", "改造老旧小区18个", ["市住建局 牵", "市财政局 配", "市城管局 配"], "2024-10-31")]),
    ("columns in another order", "完成时限|配合单位|任务|牵头单位\n2024年10月底前|市财政局|改造老旧小区18个|市住建局",
     [(None, "改造老旧小区18个", ["市财政局 配", "市住建局 牵"], "2024-10-31")]),
    ("lead merged over two tasks", "序号|任务|牵头单位\n1|改造老旧小区18个|市住建局\n2|新建公园2个|^",
     [("1", "改造老旧小区18个", ["市住建局 牵"], None), ("2", "新建公园2个", ["市住建局 牵"], None)]),
    ("deadline merged over two tasks", "序号|任务|责任单位|完成时限\n1|改造老旧小区18个|市住建局|2024年10月底前\n2|新建公园2个|市园林局|^",
     [("1", "改造老旧小区18个", ["市住建局 责"], "2024-10-31"), ("2", "新建公园2个", ["市园林局 责"], "2024-10-31")]),
    ("task merged over two units", "序号|任务|责任单位\n1|改造老旧小区18个|市住建局\n^|^|市财政局",
     [("1", "改造老旧小区18个", ["市住建局 责", "市财政局 责"], None)]),
    ("two head rows", "序号|任务|责任分工|<\n^|^|牵头单位|配合单位\n1|改造老旧小区18个|市住建局|市财政局",
     [("1", "改造老旧小区18个", ["市住建局 牵", "市财政局 配"], None)]),
    ("heading rows", "序号|任务|牵头单位\n一、城市更新|<|<\n1|改造老旧小区18个|市住建局\n二、园林绿化|<|<\n2|新建公园2个|市园林局",
     [("1", "改造老旧小区18个", ["市住建局 牵"], None), ("2", "新建公园2个", ["市园林局 牵"], None)]),
    ("several paragraphs in a cell", "序号|任务|责任单位\n1|改造老旧小区18个。/同步完善配套设施。|牵头单位：市住建局/配合单位：市财政局",
     [("1", "改造老旧小区18个。\n同步完善配套设施。", ["市住建局 牵", "市财政局 配"], None)]),
    ("no table of tasks", "姓名|职务\n张三|市长", []),
]  # fmt: skip


@pytest.mark.parametrize(("table", "rows"), [t[1:] for t in TABLES], ids=[t[0] for t in TABLES])
def test_rows_of_a_grid(table: str, rows: list[tuple[str | None, str, list[str], str | None]]) -> None:
    graph = fengong.graph(load(laid(HEAD, "一、重点任务", table)))
    told = []
    for task in graph.tasks():
        node = graph.node(task)
        edges = sorted(graph.duties_of(task), key=lambda e: e.data["span"])
        who = [f"{e.data['printed']} {e.data['tier']}" for e in edges]
        told.append((node["number"], node["text"], who, node["deadline"]))
    assert told == rows


def test_places_are_those_of_the_cells() -> None:
    graph = fengong.graph(load(laid(HEAD, "一、重点任务", TABLES[0][1])))
    (task,) = graph.tasks()
    assert graph.place(graph.node(task)) == "t1r2c2"
    assert sorted(graph.place(e.data) or "" for e in graph.duties_of(task)) == ["t1r2c3", "t1r2c4", "t1r2c4"]


def test_what_stands_alone_is_no_table() -> None:
    read = laid("2024年重点任务分解表|<|<\n序号|任务|责任单位\n1|新建公园2个|市园林局\n注：每月报送进展|<|<")
    assert read.text.split("\n") == ["2024年重点任务分解表", "序号", "任务", "责任单位", "1", "新建公园2个", "市园林局", "注：每月报送进展"]
    assert read.places == ("t1r1c1", "t1r2c1", "t1r2c2", "t1r2c3", "t1r3c1", "t1r3c2", "t1r3c3", "t1r4c1")
    assert [[r.view.text for r in rows] for _, rows in tables_of(read)] == [["|序号|任务|责任单位|", "|1|新建公园2个|市园林局|"]]


def test_metadata_become_labelled_lines() -> None:
    read = laid("索引号|YP001|发布机构|沅平市人民政府\n成文日期：|2024年5月1日|文号|沅政发〔2024〕1号")
    assert read.text.split("\n") == ["索引号：YP001", "发布机构：沅平市人民政府", "成文日期：2024年5月1日", "文号：沅政发〔2024〕1号"] and not read.tables


def test_another_head_begins_another_table() -> None:
    read = laid("序号|任务|责任单位\n1|新建公园2个|市园林局\n附件2 民生实事|<|<\n序号|任务|责任单位\n1|改造小区3个|市住建局")
    assert [len(g.rows) for g in read.tables] == [2, 2] and "附件2 民生实事" in read.text


def test_paragraphs_go_on_as_the_file_says() -> None:
    out = Assembly()
    out.line("1.改造老旧小区18个。同时做好管线", "page 1", True)
    out.line("入地、停车位建设。(责任单位：市住建局)", "page 2", False)
    out.line("2.新建公园2个(责任单位：市园林局)", "page 2", True)
    graph = fengong.graph(load(out.source("x.pdf", "")))
    assert [graph.node(t)["text"] for t in graph.tasks()] == ["改造老旧小区18个。同时做好管线\n入地、停车位建设。", "新建公园2个"]


def test_every_character_leads_back() -> None:
    """A soft break, a tab or a control character is laid down one for one."""
    out, given = Assembly(), "关于印发\x0b任务\x07分工\t方案\r的通知"
    out.line("", "p1", origin="nothing")
    out.line(given, "p2", origin="title")
    text = out.source("x.docx", "").text
    assert text == "关于印发\n任务 分工\t方案\n的通知"
    for at, (name, index) in out.origins:
        assert name == "title" and text[at:].split("\n")[0][:2] == given[index : index + 2]
    assert len(out.origins) == 3


@pytest.mark.parametrize("words", ["", " ", "\x0b\u3000"])
def test_no_words_is_said(words: str) -> None:
    out = Assembly()
    out.line(words, "p1")
    with pytest.raises(Problem, match=r"x\.docx 没有文字"):
        out.source("x.docx", "")
