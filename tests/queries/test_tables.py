"""Answers as text, frame, CSV, JSON and XLSX."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinyplans import Tiny

from graphmodel.finding import Words
from queries.measure import Answer, Column, columns
from queries.tables import as_csv, as_json, as_text, as_xlsx, frame, safe, table
from queries.terminal import fit, width

COLUMNS = columns(("name", "名称", "Name"), ("n", "数量", "Count"), ("what", "类型", "Kind"), ("id", "编号", "Id"), say={"what": {"task": "任务"}})
ROWS = (
    {"name": "完成东河清淤", "n": 12, "what": "task", "id": "doc/1"},
    {"name": '=HYPERLINK("http://x")', "n": -3.5, "what": "task", "id": "doc/2"},
    {"name": "-1\x07\x00甲\n乙", "n": None, "what": None, "id": "doc/3"},
)
ANSWER = Answer(ROWS, COLUMNS, (Words(zh="合计两项。", en="Two in all."),))

NASTY = st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=30)


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("清淤", 4), ("“清”", 4), ("e\u0301", 1), ("", 0), ("A清", 3)])
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.text(alphabet="清淤abc ,。…", max_size=40), st.integers(4, 30))
def test_fit_is_exact(text: str, columns: int) -> None:
    assert width(fit(text, columns)) == columns


def test_text_is_aligned() -> None:
    lines = as_text(Answer(ROWS[:1] * 2, COLUMNS), "zh").splitlines()
    assert lines == ["名称          数量  类型", "------------  ----  ----", "完成东河清淤    12  任务", "完成东河清淤    12  任务"]
    assert as_text(ANSWER, "en").splitlines()[0].split() == ["Name", "Count", "Kind"]
    assert as_text(ANSWER, "zh").endswith("\n合计两项。\n")


def test_nothing_is_said_so() -> None:
    assert as_text(Answer((), COLUMNS), "zh") == "(无)\n"
    assert as_text(Answer((), COLUMNS), "en") == "(none)\n"


@given(
    st.lists(st.lists(st.text(alphabet="清淤河道工程abc123 ", max_size=60), min_size=7, max_size=7), min_size=1, max_size=5),
    st.integers(40, 120),
)
def test_no_line_is_wider_than_the_terminal(cells: list[list[str]], wide: int) -> None:
    heads = columns(*((f"k{n}", f"第{n}列", f"Column {n}") for n in range(7)))
    answer = Answer(tuple({f"k{n}": text for n, text in enumerate(row)} for row in cells), heads, (Words(zh="说明" * 50, en="note " * 50),))
    for lang in ("zh", "en"):
        assert max(width(line) for line in as_text(answer, lang, wide).splitlines()) <= wide  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "result"), [
    ("=1+1", "'=1+1"), ("+86", "+86"), ("-3.5", "-3.5"), ("-20%", "-20%"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
    ("-清淤", "'-清淤"), ("=1", "'=1"), ("清淤=1", "清淤=1"), ("", ""),
])  # fmt: skip
def test_formulas_are_defused(text: str, result: str) -> None:
    assert safe(text) == result


def test_csv() -> None:
    data = as_csv(ANSWER, "zh")
    assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows == [
        ["名称", "数量", "类型", "编号"], ["完成东河清淤", "12", "任务", "doc/1"], ["'=HYPERLINK(\"http://x\")", "-3.5", "任务", "doc/2"],
        ["'-1甲\n乙", "", "", "doc/3"],
    ]  # fmt: skip


def test_json_keeps_codes_and_figures() -> None:
    found = json.loads(as_json(ANSWER, "zh"))
    assert found["columns"][0] == {"key": "name", "name": "名称"}
    assert found["rows"][0] == {"name": "完成东河清淤", "n": 12, "what": "task", "id": "doc/1"} and found["rows"][2]["n"] is None
    assert found["notes"] == ["合计两项。"]


def test_xlsx() -> None:
    from openpyxl import load_workbook

    data = as_xlsx(ANSWER, "zh", "负荷/统计")
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    assert [[c.value for c in row] for row in sheet.iter_rows()] == [
        ["名称", "数量", "类型", "编号"], ["完成东河清淤", 12, "任务", "doc/1"], ["=HYPERLINK(\"http://x\")", -3.5, "任务", "doc/2"],
        ["-1甲\n乙", None, None, "doc/3"],
    ]  # fmt: skip
    assert {c.data_type for row in sheet.iter_rows() for c in row} <= {"s", "n"}, "no cell is a formula"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:D4")
    assert sheet.column_dimensions["A"].width >= 12
    assert as_xlsx(ANSWER, "zh", "负荷/统计") == data, "the same bytes every time"


@pytest.mark.parametrize(("marks", "paper", "across"), [(3, 9, 1), (28, 9, 1), (29, 8, 1), (60, 8, 1), (61, 8, 2), (134, 8, 3)])
def test_many_marks_are_printed_on_more_paper_and_not_smaller(marks: int, paper: int, across: int) -> None:
    from openpyxl import load_workbook

    heads = (Column("name", "部门", "Department"), *(Column(str(n), f"{n}", f"{n}", told=f"{n} 完成东河清淤") for n in range(marks)))
    sheet = load_workbook(io.BytesIO(as_xlsx(Answer(({"name": "市水利局", "0": "牵责", "1": "责"},), heads)))).worksheets[0]
    assert (int(sheet.page_setup.paperSize), sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (paper, across, 0)
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$A")
    filled = {c.coordinate for row in sheet.iter_rows(min_row=2, min_col=2) for c in row if c.fill.fill_type}
    assert filled == {"B2"}, "who leads is filled, nobody else"


@given(st.lists(NASTY, max_size=5))
def test_any_text_can_be_written(texts: list[str]) -> None:
    answer = Answer(tuple({"name": t, "n": 1, "what": t, "id": t} for t in texts), COLUMNS, tuple(Words(t, t) for t in texts))
    for lang in ("zh", "en"):
        as_csv(answer, lang)  # type: ignore[arg-type]
        as_xlsx(answer, lang)  # type: ignore[arg-type]
        as_text(answer, lang).encode("utf-8", "surrogatepass")  # type: ignore[arg-type]


def test_frame() -> None:
    made = frame(ANSWER, "en")
    assert list(made.columns) == ["Name", "Count", "Kind", "Id"]
    assert made["Count"].tolist()[:2] == [12, -3.5] and made["Count"].isna().tolist() == [False, False, True]
    assert frame(ANSWER, "zh")["类型"].tolist()[0] == "任务"
    assert frame(Answer((), COLUMNS)).shape == (0, 4)


def test_table_by_name() -> None:
    tiny = Tiny()
    tiny.task("完成东河清淤。", "1.", 牵=["市水利局"])
    assert table("load", tiny.graph())["部门"].tolist() == ["沅平市水利局"]
    assert table("department", tiny.graph(), "en", unit="水利局")["Task"].tolist() == ["完成东河清淤"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2026-12-31", "2026-12-31"),
        ("8月底前", "8月底前"),
        ("3.5%", "3.5%"),
        ("-3.5", "-3.5"),
        ("=1+1", "'=1+1"),
        ("＝1", "'＝1"),
        ("@SUM", "'@SUM"),
        ("-a", "'-a"),
        ("：某", "：某"),
    ],
)
def test_only_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str, written: str) -> None:
    assert safe(text) == written
