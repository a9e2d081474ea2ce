"""Tables for paper as Word, Excel, CSV and text: what a person sees on the page, and that no word of a plan acts."""

from __future__ import annotations

import csv
import io
import re
import time
import zipfile
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest
from hostile import EVIL

from viz.excel_table import excel_file
from viz.paper import Band, Column, Line, Paper, harmless, shares
from viz.plain_table import as_csv, as_text
from viz.seen import width
from viz.word_table import word_file

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COLUMNS = (Column("序号", 8, 8, True), Column("任务", 36, 130), Column("牵头单位", 10, 26), Column("完成时限", 14, 22, True))
PAPER = Paper(
    "供水方案", "供水保障任务分工表", "发文字号：沅政办发〔2024〕18号", COLUMNS,
    (
        Band("一、重点任务"), Band("（一）供水", 2), Line((1, ("更新管网。", "改造老旧小区。"), ("市水务局",), ("2024年6月",))),
        Line((("（一）",), ("新建水厂。",), ("市发展改革委",), ())), Line((("（一）",), ("验收。",), ("—",), ()), goes_on=True), Band("以下各项均需各区落实，不再列出。", 0),
        Line((2, ("宣传。",), (), ())),
    ),
    ("注：沅平市节水领导小组（以下简称市节水组）。",),
)  # fmt: skip
LISTING = Paper(
    "供水方案", "供水方案督查台账", "", (*COLUMNS[:2], Column("到期月份", 12, 12, True), Column("完成情况", 10, 10, True, ("未开始", "已完成"))),
    (Band("2024年6月"), Line((1, ("更新管网",), date(2024, 6, 30), ())), Band("无期限"), Line((2, ("宣传",), ("无期限",), ()))), listing=True,
)  # fmt: skip


def evil_paper(words: str) -> Paper:
    return Paper(
        words,
        words,
        words,
        (Column("序号", 6, 8), Column("任务", 20, 60)),
        (Band(words), Line(((words,), (words, words))), Line(((words,), (words,)), True)),
        (words,),
    )


def document_of(data: bytes) -> Any:
    import docx

    return docx.Document(io.BytesIO(data))


def tags(data: bytes) -> set[str]:
    package = zipfile.ZipFile(io.BytesIO(data))
    assert {i.date_time for i in package.infolist()} == {(2000, 1, 1, 0, 0, 0)}
    return {e.tag.rpartition("}")[2] for n in package.namelist() if n.endswith((".xml", ".rels")) for e in ElementTree.fromstring(package.read(n)).iter()}


def test_word_is_a_landscape_page_with_a_repeated_head() -> None:
    document = document_of(word_file([PAPER]))
    page = document.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm), page.orientation) == (297, 210, 1)
    assert [p.text for p in document.paragraphs] == ["供水保障任务分工表", "发文字号：沅政办发〔2024〕18号", "注：沅平市节水领导小组（以下简称市节水组）。"]
    (table,) = document.tables
    first = table.rows[0]._tr
    assert first.find(f"{W}trPr/{W}tblHeader") is not None and [c.text for c in table.rows[0].cells] == ["序号", "任务", "牵头单位", "完成时限"]
    fonts = {f.get(f"{W}eastAsia") for f in table._tbl.iter(f"{W}rFonts")}
    assert fonts == {"黑体", "仿宋"} and {f.get(f"{W}eastAsia") for f in document.paragraphs[0]._p.iter(f"{W}rFonts")} == {"宋体"}
    borders = table._tbl.find(f"{W}tblPr/{W}tblBorders")
    assert {b.get(f"{W}val") for b in borders} == {"single"} and len(borders) == 6
    widths = [int(g.get(f"{W}w")) for g in table._tbl.iter(f"{W}gridCol")]
    assert sum(widths) == pytest.approx((297 - 36) / 25.4 * 1440, abs=2) and widths[1] == max(widths)


def test_word_bands_cover_the_width_and_one_number_is_one_cell() -> None:
    (table,) = document_of(word_file([PAPER])).tables
    spans = [[int(s.get(f"{W}val")) for s in row._tr.iter(f"{W}gridSpan")] for row in table.rows]
    assert spans == [[], [4], [4], [], [], [], [4], []]
    merged = [[m.get(f"{W}val") for m in row._tr.iter(f"{W}vMerge")] for row in table.rows]
    assert merged == [[], [], [], [], ["restart"], ["continue"], [], []]
    assert [p.text for p in table.rows[3].cells[1].paragraphs] == ["更新管网。", "改造老旧小区。"]


def test_excel_for_paper() -> None:
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(excel_file([PAPER]))).worksheets[0]
    assert sheet.title == "供水方案" and sheet.freeze_panes == "A4" and sheet.print_title_rows == "$3:$3"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == ("landscape", "9", 0) or sheet.page_setup.paperSize == 9
    assert [c.value for c in sheet[3]] == ["序号", "任务", "牵头单位", "完成时限"]
    assert {str(r) for r in sheet.merged_cells.ranges} == {"A1:D1", "A2:D2", "A4:D4", "A5:D5", "A7:A8", "A9:D9", "A11:D11"}
    assert sheet["A6"].value == 1 and sheet["B6"].value == "更新管网。\n改造老旧小区。" and sheet["B6"].alignment.wrap_text
    assert sheet.row_dimensions[6].height >= 30 and sheet["B6"].border.left.style == "thin" and sheet.auto_filter.ref is None


def test_excel_as_a_list_to_be_filled_in() -> None:
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(excel_file([LISTING]))).worksheets[0]
    assert sheet.auto_filter.ref == "A1:D3" and sheet.freeze_panes == "A2" and not sheet.merged_cells.ranges
    assert sheet["C2"].value.date() == date(2024, 6, 30) and sheet["C2"].number_format == 'yyyy"年"m"月"' and sheet["C3"].value == "无期限"
    (rule,) = sheet.data_validations.dataValidation
    assert (rule.formula1, str(rule.sqref), rule.type) == ('"未开始,已完成"', "D2:D3", "list")
    assert sheet["A2"].fill.fgColor.rgb != sheet["A3"].fill.fgColor.rgb, "months are told apart"


def test_each_plan_has_its_page_and_its_sheet() -> None:
    from openpyxl import load_workbook

    document = document_of(word_file([PAPER, PAPER]))
    assert len(document.tables) == 2 and [p.paragraph_format.page_break_before for p in document.paragraphs if p.text == PAPER.title] == [False, True]
    order = [e.tag.rpartition("}")[2] for e in document.element.body]
    assert order == ["p", "p", "tbl", "p", "p", "p", "tbl", "p", "sectPr"]
    long = Paper("沅" * 40, "", "", COLUMNS, ())
    names = load_workbook(io.BytesIO(excel_file([PAPER, PAPER, long, long, Paper("甲/乙[丙]:*?", "", "", COLUMNS, ()), Paper("", "", "", COLUMNS, ())]))).sheetnames
    assert names == ["供水方案", "供水方案-2", "沅" * 31, "沅" * 29 + "-2", "甲 乙 丙", "Sheet"]


@pytest.mark.parametrize("evil", EVIL, ids=[str(n) for n in range(len(EVIL))])
def test_no_word_acts(evil: str) -> None:
    from openpyxl import load_workbook

    paper = evil_paper(evil)
    word, excel = word_file([paper]), excel_file([paper])
    assert not tags(word) & {"hyperlink", "instrText", "fldChar", "altChunk", "object"}
    assert not tags(excel) & {"f", "hyperlink", "hyperlinks", "externalReference", "definedFunction"}
    (table,) = document_of(word).tables
    assert "".join(p.text for p in table.rows[2].cells[1].paragraphs) == "".join(harmless(line) * 2 for line in [evil.replace("\n", "")])
    for cell in (c for row in load_workbook(io.BytesIO(excel)).worksheets[0] for c in row if c.value is not None):
        assert cell.data_type == "s" and cell.hyperlink is None and cell.quotePrefix or cell.value in ("序号", "任务")
    for row in csv.reader(io.StringIO(as_csv([paper]).decode("utf-8-sig"), newline=""), strict=True):
        assert not any(re.match(r"[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20]", cell) and not cell.startswith("'") for cell in row)
    assert not set(as_text([paper])) & set(map(chr, (*range(10), *range(11, 32), *range(0x7F, 0xA0))))


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("清淤", "清淤"),
        ("甲\t乙", "甲 乙"),
        ("\x1b[2J甲", "[2J甲"),
        ("甲\u200b乙\ufeff\u202e", "甲乙"),
        ("\ud800甲", "甲"),
        ("甲\u3000乙", "甲\u3000乙"),
        ("<b>&amp;", "<b>&amp;"),
        ("", ""),
    ],
)
def test_what_acts_is_taken_out_of_a_document(text: str, clean: str) -> None:
    assert harmless(text) == clean


def test_the_same_table_gives_the_same_bytes() -> None:
    for made in (word_file, excel_file):
        first = made([PAPER, LISTING])
        time.sleep(1.1)
        assert made([PAPER, LISTING]) == first


def test_long_words_and_many_rows() -> None:
    from openpyxl import load_workbook

    many = Paper("多", "多", "", COLUMNS, tuple(Line((n, ("更新管网" * 50,), ("市水务局",), ())) for n in range(1, 501)))
    long = Paper("长", "长", "", COLUMNS, (Line((1, ("字" * 10_000,), (), ())),))
    begin = time.perf_counter()
    assert len(document_of(word_file([many])).tables[0]._tbl.findall(f"{W}tr")) == 501
    assert load_workbook(io.BytesIO(excel_file([many]))).worksheets[0].max_row == 502
    assert time.perf_counter() - begin < 20
    assert len(document_of(word_file([long])).tables[0].rows[1].cells[1].text) == 10_000
    sheet = load_workbook(io.BytesIO(excel_file([long]))).worksheets[0]
    assert len(sheet["B3"].value) == 10_000 and sheet.row_dimensions[3].height == 409


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_text_keeps_within_the_terminal(columns: int) -> None:
    text = as_text([PAPER, LISTING], columns)
    assert all(width(line) <= columns for line in text.splitlines())
    for words in ("一、重点任务", "（一）供水", "更新管网。", "改造老旧小区。", "牵头单位：市水务局", "不再列出。", "注："):
        assert words in text.replace("\n", "") or columns < 60
    assert "到期月份" not in text and "2024年6月\n" in text, "the month stands over its rows"
    assert "牵头单位：—" not in text


def test_csv_is_read_back() -> None:
    data = as_csv([PAPER])
    assert data.startswith(b"\xef\xbb\xbf") and b"\r\n" in data
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[:4] == [
        ["序号", "任务", "牵头单位", "完成时限"],
        ["一、重点任务", "", "", ""],
        ["（一）供水", "", "", ""],
        ["1", "更新管网。\n改造老旧小区。", "市水务局", "2024年6月"],
    ]
    assert [row[0] for row in csv.reader(io.StringIO(as_csv([PAPER, PAPER]).decode("utf-8-sig"), newline="")) if row].count(PAPER.title) == 2


def test_columns_share_the_page() -> None:
    rooms = shares(PAPER, 120)
    assert sum(rooms) == pytest.approx(120) and rooms[1] == max(rooms) and all(room >= 7 for room in rooms)
    assert sum(shares(Paper("", "", "", COLUMNS, ()), 50)) == pytest.approx(50)
