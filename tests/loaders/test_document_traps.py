"""What is known to go wrong when documents are read: each trap with the smallest file that holds it."""

from __future__ import annotations

import io
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from documents.assembled import assembled
from documents.parts import Paragraph, Table, paragraph, parts_of
from documents.pdf import pdf
from documents.sheets import sheet
from documents.web import page
from documents.word import DELETED, word

from graphmodel.plan import Plan, Source
from graphmodel.problems import Problem
from loaders.load import load
from loaders.open import source_of, source_of_bytes

HEADS = ("序号", "工作任务", "牵头领导", "牵头单位", "完成时限")
TABLE = Table(
    (
        HEADS,
        ("一、提升服务", "", "", "", ""),
        ("1", "建成政务服务大厅2个", "程立群", "市数据局", "2025年6月底前"),
        ("2", "新增自助终端60台", "程立群", "市数据局", "2025年6月底前"),
        ("3", "公布办事指南", "程立群", "", "2025年9月底前"),
    )
)
TITLE = Paragraph("沅平市2025年重点工作任务分解表")


def lines_of(source: Source) -> list[str]:
    return [line.strip() for line in source.text.split("\n")]


def who(plan: Plan) -> list[tuple[str, list[str], list[str], str | None]]:
    """(number, who answers, who oversees, until when) of each task."""
    return [(t.number or "", [d.unit.printed for d in t.duties], [o.name for o in t.overseers], t.deadline.date) for t in plan.tasks]


EACH_ROW = [
    ("1", ["市数据局"], ["程立群"], "2025-06-30"),
    ("2", ["市数据局"], ["程立群"], "2025-06-30"),
    ("3", [], ["程立群"], "2025-09-30"),
]
READ_AS = [
    ("word, merged cells", lambda: source_of_bytes(word([TITLE, TABLE], "merged"), "x.docx")),
    ("word, no merged cells", lambda: source_of_bytes(word([TITLE, TABLE]), "x.docx")),
    ("laid down by hand, merged cells", lambda: assembled([TITLE, TABLE], merged=True)),
    ("web page", lambda: source_of_bytes(page([TITLE, TABLE]), "x.html")),
    ("pdf", lambda: source_of_bytes(pdf([TITLE, TABLE]), "x.pdf")),
    ("sheet", lambda: source_of_bytes(sheet([TITLE, TABLE]), "x.xlsx")),
]


@pytest.mark.parametrize("read", [r[1] for r in READ_AS], ids=[r[0] for r in READ_AS])
def test_a_cell_merged_over_rows_holds_for_each_and_an_empty_one_for_none(read: object) -> None:
    assert callable(read)
    assert who(load(read())) == EACH_ROW


# Word

NUMBERED = ["一、总体要求", "（一）目标", "1.建成大厅", "2.新增终端", "4.公布指南", "（二）原则", "1.便民", "（1）上门", "①登记", "二、保障措施", "（一）领导"]


def test_automatic_numbering_is_printed_as_word_prints_it() -> None:
    """Restarts below higher levels, a number that a writer set, five levels in one list."""
    data = word([paragraph(words) for words in NUMBERED], "numbered")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        stored = package.read("word/document.xml").decode()
    assert "总体要求" in stored and "一、" not in stored and "（1）" not in stored
    assert lines_of(source_of_bytes(data, "x.docx")) == NUMBERED


@pytest.mark.parametrize("way", ["tracked", "controls", "box", "runs"])
def test_words_in_wrappings_are_read_once_and_what_was_struck_out_never(way: str) -> None:
    parts = parts_of("沅平市数字政务任务分工方案\n\n一、任务\n1.建成大厅（牵头单位：市数据局）")
    assert lines_of(source_of_bytes(word(parts, way), "x.docx")) == [p.words for p in parts if isinstance(p, Paragraph)]


def test_tracked_changes_can_be_read_as_not_made() -> None:
    parts = parts_of("沅平市数字政务任务分工方案\n\n1.建成大厅（牵头单位：市数据局）")
    source = source_of_bytes(word(parts, "tracked"), "x.docx", "original")
    assert DELETED in source.text and "大厅" not in source.text


# PDF


def long_table(rows: int) -> Table:
    task = "完善城乡供水管网，改造老旧小区设施，健全基层治理体系，推广网格化管理，开展电子档案整理，形成完整目录，推广节水灌溉技术，发展特色种植"
    return Table((HEADS, *((str(n), f"第{n}项：{task}", "程立群", "市水利局", "2025年6月底前") for n in range(1, rows + 1))))


def test_a_table_goes_on_over_pages() -> None:
    """Heads that are printed again, and a row that the end of a page divides."""
    plan = load(source_of_bytes(pdf([TITLE, long_table(30)]), "x.pdf"))
    assert [t.number for t in plan.tasks] == [str(n) for n in range(1, 31)]
    assert all([d.unit.printed for d in t.duties] == ["市水利局"] for t in plan.tasks)


def test_paragraphs_begin_where_they_are_indented() -> None:
    """Without the indentation nobody knows that 1.2 goes on with a line and that the last line, full to its end, does not."""
    words = "各单位要加强统筹协调，完善工作机制，压实工作责任，确保到2025年底居民人均用水量降至每天1"
    parts = [
        Paragraph("沅平市节约用水任务分工方案"),
        *(Paragraph(words + f"{n}2升以下。") for n in range(1, 6)),
        paragraph("1.新增管网12公里（牵头单位：市水利局）"),
    ]
    source = source_of_bytes(pdf(parts), "x.pdf")
    begins = sum(b is True for b in source.begins)
    assert begins >= len(parts)
    assert load(source).tasks[0].text == "新增管网12公里"


def test_no_blanks_between_han_and_digits() -> None:
    source = source_of_bytes(pdf([TITLE, paragraph("1.到2025年底建成5G基站120个（牵头单位：市数据局）")]), "x.pdf")
    assert "1.到2025年底建成5G基站120个" in source.text


# Sheets


def book(cells: dict[str, object], formats: dict[str, str] | None = None) -> bytes:
    from openpyxl import Workbook

    made = Workbook()
    for place, value in cells.items():
        made.active[place] = value
        made.active[place].number_format = (formats or {}).get(place, "General")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_percentage_is_read_as_it_is_shown() -> None:
    source = source_of_bytes(book({"A1": "指标", "B1": "目标值", "A2": "增长率", "B2": 0.065}, {"B2": "0.0%"}), "x.xlsx")
    assert "6.5%" in source.text and "0.065" not in source.text


def test_a_formula_that_was_never_calculated_is_told() -> None:
    source = source_of_bytes(book({"A1": "任务", "B1": 3, "B2": "=B1*2", "A2": "新建大厅"}), "x.xlsx")
    assert any("B2" in zh and "B2" in en for zh, en in source.remarks)
    assert not any("B2" in zh for zh, _ in source_of_bytes(book({"A1": "任务", "B2": 6}), "x.xlsx").remarks)


# Web pages

BEYOND = "陈喆、张镕和㐀村"
"""Characters beyond gb2312; the last is beyond gbk too."""


def test_a_page_that_says_gb2312_is_read_to_its_end() -> None:
    parts = [TITLE, paragraph(f"1.联系{BEYOND}"), paragraph("2.最后一项")]
    source = source_of_bytes(page(parts, "gb2312"), "x.html")
    assert BEYOND in source.text and "2.最后一项" in source.text


def test_the_labels_above_a_plan_are_kept() -> None:
    text = "索引号：YP001-2025-0018    发布机构：沅平市人民政府办公室\n沅平市2025年重点任务分工方案\n1.建成大厅（牵头单位：市数据局）"
    for way in ("paragraphs", "breaks", "word", "gb2312", "mhtml"):
        plan = load(source_of_bytes(page(parts_of(text), way), "x"))
        assert plan.header.issuer == "沅平市人民政府办公室" and "YP001-2025-0018" in plan.source.text, way


def test_what_a_page_does_not_show_is_not_read() -> None:
    text = source_of_bytes(page([TITLE, paragraph("1.建成大厅（牵头单位：市数据局）")]), "x.html").text
    assert not any(words in text for words in ("脚本", "看不见", "导航"))


# Old Word files

GARBAGE = [("text", b"no word file at all " * 50), ("the first bytes only", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)]


@pytest.mark.parametrize("data", [g[1] for g in GARBAGE], ids=[g[0] for g in GARBAGE])
def test_a_file_that_is_no_word_file_gives_a_sentence_and_no_plan(data: bytes, tmp_path: Path) -> None:
    """LibreOffice would make a document of it and say that all is well."""
    file = tmp_path / "x.doc"
    file.write_bytes(data)
    try:
        read = source_of(file)
    except Problem as problem:
        assert "x.doc" in problem.zh and "x.doc" in problem.en
    else:
        assert read.text.startswith("no word file at all")


def test_two_old_word_files_at_once(soffice: str, tmp_path: Path) -> None:
    """Two LibreOffices on one profile: the second would end without a word."""
    from documents.office import converted

    files = []
    for n in (1, 2):
        file = tmp_path / f"{n}.docx"
        file.write_bytes(word([TITLE, paragraph(f"{n}.建成大厅{n}个（牵头单位：市数据局）")], "numbered"))
        files.append(file)
    old = converted(soffice, files, "doc", tmp_path / "old")
    with ThreadPoolExecutor(2) as at_once:
        texts = [source.text for source in at_once.map(source_of, old)]
    assert ["建成大厅1个" in texts[0], "建成大厅2个" in texts[1]] == [True, True]
