"""Spreadsheets: what a workbook shows is what is read, in every format."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest
from workbook_writer import book, converted, delimited, rows_of, xlsx

from graphmodel.plan import Plan, Source
from graphmodel.problems import Problem
from loaders.load import load
from loaders.open import source_of, source_of_bytes, source_of_text
from loaders.reader import Ask, reader_for_suffix

DAY = datetime.date(2025, 6, 3)


@pytest.fixture(scope="session")
def soffice(lacking: Callable[[str, str], NoReturn]) -> str:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        lacking("libreoffice", "apt-get install libreoffice-calc")
    return str(found)


def facts(plan: Plan) -> list[tuple[object, ...]]:
    """What a plan says, without where it says it."""
    return [
        (
            t.name, t.number, t.section, t.deadline.date, t.deadline.kind, [(d.role, d.tier, d.unit.printed, d.unit.department, d.order, d.basis) for d in t.duties],
            [(i.name, i.op, i.value, i.value_to, i.unit, i.by) for i in t.indicators], [(o.name, o.label) for o in t.overseers], [m.by for m in t.milestones],
        )
        for t in plan.tasks
    ]  # fmt: skip


def read(made: Any) -> Source:
    return source_of_bytes(xlsx(made), "x.xlsx")


def many_kinds() -> Any:
    """A workbook with everything that has to be shown, said or left out."""
    made = book(
        (
            "任务 表",
            [
                ["沅平市2025年重点任务分解表"],
                ["序号", "任务", "牵头单位", "完成时限", "目标值", "备注"],
                [1, "完成老旧小区\n改造任务", "市民政局", DAY, 0.065, True],
                [2, "完成供水管网改造任务", "市水利局", DAY, 0.1 + 0.2, 1234.5],
                [3, "完成燃气管网改造任务", "市城管局", DAY, "#N/A", 123456789012],
            ],
        ),
        ("Sheet2", [["序号", "任务", "责任单位"], [1, "开展巡查", "市林业局"]]),
        ("底稿", [["不要读我"]]),
        ("旧稿", [["也不要读我"]]),
        merge=["A1:F1"],
        formats={"D3": 'yyyy"年"m"月"', "D4": "yyyy/m/d", "D5": 'm"月"d"日"', "E3": "0.0%", "F4": "#,##0.00"},
    )
    first = made.worksheets[0]
    first.row_dimensions[4].hidden = True
    first.column_dimensions["F"].hidden = True
    made["底稿"].sheet_state, made["旧稿"].sheet_state = "hidden", "veryHidden"
    return made


LINES = [
    *("沅平市2025年重点任务分解表", "序号", "任务", "牵头单位", "完成时限", "目标值", "备注"),
    *("1", "完成老旧小区", "改造任务", "市民政局", "2025年6月", "6.5%", "是"),
    *("2", "完成供水管网改造任务", "市水利局", "2025年6月3日", "0.3", "1234.50"),
    *("3", "完成燃气管网改造任务", "市城管局", "6月3日", "123456789012"),
    *("序号", "任务", "责任单位", "1", "开展巡查", "市林业局"),
]


def test_cells_as_the_sheet_shows_them() -> None:
    source = read(many_kinds())
    assert source.text.split("\n") == LINES
    assert source.places[:3] == ("'任务 表'!A1", "'任务 表'!A2", "'任务 表'!B2")
    assert source.places[8:10] == ("'任务 表'!B3", "'任务 表'!B3")
    assert source.places[-1] == "Sheet2!C2"
    said = " ".join(zh for zh, _ in source.remarks)
    for words in ("1 行、1 列被隐藏", "“底稿”是隐藏的", "“旧稿”是隐藏的", "错误值（如 #REF!），按空格处理：'任务 表'!E5；"):
        assert words in said
    assert "不要读我" not in source.text


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_other_formats_are_the_same(suffix: str, soffice: str, tmp_path: Path) -> None:
    ours = read(many_kinds())
    data = converted(xlsx(many_kinds()), suffix, tmp_path, soffice)
    theirs = source_of_bytes(data, f"x.{suffix}")
    assert theirs.text == ours.text and theirs.places == ours.places and theirs.tables == ours.tables
    assert theirs.remarks == ours.remarks
    assert facts(load(theirs)) == facts(load(ours))


def test_a_formula_without_a_value_is_named() -> None:
    rows = [
        ["序号", "任务", "牵头单位", "目标值"],
        [1, "新增就业", "市人社局", "=1000*2"],
        [2, "新增学位", "市教育局", "=A1"],
        *[[n, "建公园", "市城管局", "=1"] for n in range(3, 9)],
    ]
    zh, en = read(book(("表1", rows))).remarks[0]
    assert "表1!D2、表1!D3、表1!D4 等 8 处" in zh and "8 in all" in en


def test_names_of_sheets_that_say_something() -> None:
    table = [["序号", "任务", "责任单位"], [1, "开展巡查", "市林业局"]]
    source = read(book(("沅平市森林防火任务分工表", table), ("Sheet3", table), ("附件2", table), ("附件3", [["澄溪县任务表"], *table])))
    lines = source.text.split("\n")
    assert lines[0] == "沅平市森林防火任务分工表" and lines.count("附件2") == 1
    assert "Sheet3" not in lines and "附件3" not in lines  # generic; told by its own title
    assert load(source).header.name == "沅平市森林防火任务分工表"


SAMPLES = ["clean", "inline", "labels", "lists", "mixed", "phases", "prose", "tables"]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_plan_in_a_sheet_reads_as_its_text(name: str, samples: Path) -> None:
    """A paragraph a row, tables as tables: workbook and CSV give the same tasks as the text."""
    text = (samples / f"{name}.txt").read_text(encoding="utf-8")
    plan = load(source_of_text(text))
    rows = rows_of(text)
    comma = reader_for_suffix(".csv")
    assert comma is not None
    for source in (read(book(("Sheet1", rows))), comma.read(delimited(rows, "gb18030"), Ask("x.csv"))):
        other = load(source)
        assert facts(other) == facts(plan) and other.header == plan.header
        assert [len(x) for x in (other.goals, other.mechanisms, other.posts, other.memberships)] == [
            len(x) for x in (plan.goals, plan.mechanisms, plan.posts, plan.memberships)
        ]


def test_columns_in_another_order_and_annexes_as_sheets(samples: Path) -> None:
    text = (samples / "tables.txt").read_text(encoding="utf-8")
    plan = load(source_of_text(text))
    rows = rows_of(text)
    at = [n for n, row in enumerate(rows) if row[0].startswith("附件") and len(row[0]) <= 3]

    def turned(part: list[list[str]]) -> list[list[str]]:
        width = max(map(len, part))
        return [[*row, *[""] * (width - len(row))][::-1] if len(row) > 1 else row for row in part]

    made = book(("通知", rows[: at[0]]), ("附件1", turned(rows[at[0] : at[1]])), ("附件2", turned(rows[at[1] :])))
    assert [f[:5] + f[6:] for f in facts(load(read(made)))] == [f[:5] + f[6:] for f in facts(plan)]


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_all_samples_in_other_formats(suffix: str, soffice: str, samples: Path, tmp_path: Path) -> None:
    """One workbook of all samples, a sheet each, is the same text in every format."""
    made = book(*((f"表{n}", rows_of((samples / f"{name}.txt").read_text(encoding="utf-8"))) for n, name in enumerate(SAMPLES)))
    assert source_of_bytes(converted(xlsx(made), suffix, tmp_path, soffice), "x").text == read(made).text


def test_suffixes_and_contents(tmp_path: Path) -> None:
    for suffix in (".xlsx", ".xlsm", ".xltx", ".xls", ".et", ".ods", ".xlsb", ".XLSX"):
        assert reader_for_suffix(suffix) is not None and reader_for_suffix(suffix).name == "sheet"  # type: ignore[union-attr]
    wrong = tmp_path / "plan.csv"  # a workbook by any other name
    wrong.write_bytes(xlsx(many_kinds()))
    assert source_of(wrong).text.split("\n") == LINES


def test_only_hidden_sheets() -> None:
    made = book(("空表", [[]]), ("底稿", [["任务"]]))
    made["底稿"].sheet_state = "hidden"
    with pytest.raises(Problem, match="unhide"):
        read(made)
