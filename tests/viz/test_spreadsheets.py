"""Findings as CSV and as an Excel file: opened by their readers, no cell is a formula."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

import pytest
from hostile import commands, plan_of
from reading_back import ACTING, NAMES, hostile, made, table_of

from fengong.findings_out import beside
from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from viz.rows import COLUMNS, no_formula
from viz.seen import visible

# --- csv -----------------------------------------------------------------------------------------------------------------------------------


@hostile
def test_csv_is_a_table_without_formulas(evil: str) -> None:
    graph, found = plan_of(evil)
    head, *held = table_of(made("csv", graph, found, lang="en"))
    assert head == [c.en for c in COLUMNS] and [len(row) for row in held] == [len(COLUMNS)] * 3
    assert not [cell for row in held for cell in row if re.match(r"[\s']*[=+\-@\t\r\n＝＋－＠]", cell) and not cell.startswith("'")]
    first = dict(zip(head, held[0]))
    assert first["message"].removeprefix("'") in (visible(evil), visible(evil).removeprefix("'")) and visible(evil) in first["remedy"]
    assert first["plan"].removeprefix("'") and made("csv", graph, found).count(b"\n") == 4


FORMULAS = [("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\t=1", "'\t=1"), ("\r甲", "'\r甲"), (" =1", "' =1"), ("＝1", "'＝1"), ("'=1", "''=1"), ("甲=1", "甲=1"), ("1-2", "1-2"), ("", ""), ("'甲", "'甲")]  # fmt: skip


@pytest.mark.parametrize(("raw", "safe"), FORMULAS)
def test_formulas(raw: str, safe: str) -> None:
    assert no_formula(raw) == safe


def test_csv_tells_everything_of_a_finding() -> None:
    graph, found = plan_of("清淤", "方案.txt")
    head, first, second, third = table_of(made("csv", graph, found))
    assert dict(zip(head, first)) == {
        "序号": "1", "级别": "错误", "代码": "OWN101", "规则": "no-owner", "方案": "方案.txt", "位置": "清淤", "行": "1", "章节": "清淤 / 清淤", "任务": first[8],
        "部门": "清淤", "原文": "清淤 ⏎ 清淤 清淤甲乙丙。 清淤 丁 ⏎ 丁", "问题": "清淤", "修改建议": "“清淤”应改。", "起因（序号）": "",
    }  # fmt: skip
    assert first[8].endswith("1 清淤") and "方案" not in first[8]
    assert second[:4] == ["2", "警告", "TXT601", "text-damage"] and second[6] == "1–2、3" and second[-1] == "1"
    assert third[1] == "复核" and third[4] == "方案.txt" and third[5:11] == [""] * 6
    assert table_of(made("csv", graph, found, lang="en"))[2][6] == "1–2, 3"


def test_findings_of_another_graph_are_shown_by_their_ids() -> None:
    graph, (first, *_) = plan_of("清淤")
    empty = AccountabilityGraph()
    for name in NAMES:
        assert made(name, empty, (first,)) and commands(made(name, empty, ())) == []
    (_, row) = table_of(made("csv", empty, (first,)))
    assert row[4] == "" and row[8] == first.tasks[0] and row[9] == "局"


# --- xlsx ------------------------------------------------------------------------------------------------------------------------------------

LOADS = (("部门", "类别", "牵头", "占比"), ("=1+1", None, 3, 0.5), ("\x1b[2J", "市级部门", 0, 0.0))


@hostile
def test_xlsx_holds_numbers_and_texts_only(evil: str) -> None:
    from openpyxl import load_workbook

    graph, found = plan_of(evil)
    data = made("xlsx", graph, found, loads=lambda: ((evil, "牵头"), (evil, 3)))
    package = zipfile.ZipFile(io.BytesIO(data))
    assert {i.date_time for i in package.infolist()} == {(2000, 1, 1, 0, 0, 0)}
    for name in package.namelist():
        tags = {e.tag.rpartition("}")[2] for e in ElementTree.fromstring(package.read(name)).iter()}
        assert not tags & {"f", "hyperlink", "hyperlinks", "externalReference", "dataValidation", "definedFunction"}
    for page in load_workbook(io.BytesIO(data)):
        for cell in (c for row in page for c in row if c.value is not None):
            assert cell.data_type in ("s", "n") and cell.hyperlink is None and cell.quotePrefix == (cell.data_type == "s")
            assert not set(str(cell.value)) & ACTING and not re.search(r"(?<!x005F)_x(?!005F)[0-9A-Fa-f]{4}_", str(cell.value))
    message = load_workbook(io.BytesIO(data)).worksheets[0]["L2"].value or ""
    assert message.replace("_x005F_", "_") == visible(evil)


def test_xlsx_is_comfortable_to_read() -> None:
    from openpyxl import load_workbook

    graph, found = plan_of("清淤", "方案.txt")
    data = made("xlsx", graph, found, loads=lambda: LOADS)
    page, loads = load_workbook(io.BytesIO(data))
    assert (page.title, loads.title) == ("问题", "部门承担")
    assert (page.auto_filter.ref, page.freeze_panes, loads.auto_filter.ref, loads.freeze_panes) == ("A1:N4", "E2", "A1:D3", "B2")
    assert page["A1"].font.bold and page["L2"].alignment.wrap_text and page["L2"].alignment.vertical == "top"
    assert 40 <= page.column_dimensions["L"].width <= 60 and page.column_dimensions["A"].width < 10
    assert page["A2"].value == 1 and page["G2"].value == 1 and page["G3"].value == "1–2、3" and page["N3"].value == 1
    assert page["K2"].value == "清淤\n清淤 清淤甲乙丙。 清淤 丁\n丁"
    assert [[c.value for c in row] for row in loads] == [[*LOADS[0]], ["=1+1", None, 3, 0.5], ["\\x1b[2J", "市级部门", 0, 0]]
    assert loads["A2"].data_type == "s" and page.print_title_rows == "$1:$1" and page.page_setup.orientation == "landscape"
    english = load_workbook(io.BytesIO(made("xlsx", graph, found, lang="en", loads=lambda: LOADS)))
    assert english.sheetnames == ["Findings", "Loads"] and english.worksheets[0]["L1"].value == "message"
    assert load_workbook(io.BytesIO(made("xlsx", graph, found, loads=tuple))).sheetnames == ["问题"]


@pytest.mark.parametrize("c", ["甲", "𠮷"])
def test_xlsx_cuts_what_excel_does_not_take(c: str) -> None:
    from dataclasses import replace

    from openpyxl import load_workbook

    graph, found = plan_of("甲")
    long = tuple(replace(f, message=Words(c * 40_000, "")) for f in found)
    held = load_workbook(io.BytesIO(made("xlsx", graph, long))).worksheets[0]["L2"].value
    units = len(held.encode("utf-16-le")) // 2
    assert held == c * (len(held) - 1) + "…" and 32_760 < units <= 32_767


def test_loads_are_those_of_the_query() -> None:
    from fengong import table

    graph, _ = plan_of("清淤")
    head, *held = beside(graph, "zh", ())["loads"]()
    asked = table("load", graph)
    assert head[:3] == ("部门", "类别", "牵头/主责") and [list(row) for row in held] == asked[list(head)].values.tolist()
