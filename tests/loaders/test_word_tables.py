"""Tables of Word files: merged cells as a grid, nested tables, tables that only lay out a page."""

from __future__ import annotations

import pytest
from word_files import docx, p, tbl, tc, tr

from graphmodel.plan import Source
from loaders.open import source_of_bytes


def read(body: str) -> Source:
    return source_of_bytes(docx(body), "plan.docx")


def grid(source: Source, n: int = 0) -> list[str]:
    """The rows of a table, cells by their words, paragraphs divided by /."""
    return ["|".join(source.text[a:b].replace("\n", "/") for a, b in row) for row in source.tables[n].rows]


HEAD = tr("序号", "任务", "单位")
DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
ROW_SDT = f"<w:sdt><w:sdtContent>{tr('4', '丁', '庚')}</w:sdtContent></w:sdt>"
CELL_SDT = "<w:sdt><w:sdtContent><w:tc><w:p><w:sdt><w:sdtContent><w:r><w:t>丙</w:t></w:r></w:sdtContent></w:sdt></w:p></w:tc></w:sdtContent></w:sdt>"

# (name, rows, grid)
GRIDS = [
    ("plain", [HEAD, tr("1", "甲", "乙")], ["序号|任务|单位", "1|甲|乙"]),
    ("paragraphs in a cell", [HEAD, tr("1", tc(p("甲") + p("乙")), "丙")], ["序号|任务|单位", "1|甲/乙|丙"]),
    ("merged across", [HEAD, tr(tc("甲", '<w:gridSpan w:val="2"/>'), "乙")], ["序号|任务|单位", "甲|甲|乙"]),
    ("merged down", [HEAD, tr("1", tc("甲", DOWN), "乙"), tr("2", tc("", ON), "丙"), tr("3", tc("丁", DOWN), "戊"), tr("4", tc("", ON), "己")],
     ["序号|任务|单位", "1|甲|乙", "2|甲|丙", "3|丁|戊", "4|丁|己"]),
    ("merged across and down", [HEAD, tr(tc("甲", f'<w:gridSpan w:val="2"/>{DOWN}'), "乙"), tr(tc("", f'<w:gridSpan w:val="2"/>{ON}'), "丙")],
     ["序号|任务|单位", "甲|甲|乙", "甲|甲|丙"]),
    ("continued behind a merged cell", [HEAD, tr(tc("甲", '<w:gridSpan w:val="2"/>'), tc("乙", DOWN)), tr("1", "丙", tc("", ON))], ["序号|任务|单位", "甲|甲|乙", "1|丙|乙"]),
    ("continued without a beginning", [HEAD, tr("1", tc("甲", ON), "乙")], ["序号|任务|单位", "1|甲|乙"]),
    ("below another merged cell", [HEAD, tr("1", tc("甲", DOWN), "乙"), tr("2", "丙", "丁"), tr("3", tc("戊", ON), "己")], ["序号|任务|单位", "1|甲|乙", "2|丙|丁", "3|戊|己"]),
    ("merged across the old way", [HEAD, tr(tc("甲", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "乙")], ["序号|任务|单位", "甲|甲|乙"]),
    ("columns left out before", [HEAD, tr("甲", "乙", properties='<w:gridBefore w:val="1"/>')], ["序号|任务|单位", "|甲|乙"]),
    ("columns left out behind", [HEAD, tr("1", "甲", properties='<w:gridAfter w:val="1"/>')], ["序号|任务|单位", "1|甲|"]),
    ("a row in a content control", [HEAD, tr("1", "甲", "乙"), ROW_SDT], ["序号|任务|单位", "1|甲|乙", "4|丁|庚"]),
    ("a cell in a content control", [HEAD, tr("1", CELL_SDT, "乙")], ["序号|任务|单位", "1|丙|乙"]),
    ("a nested table in a cell", [HEAD, tr("1", tc(p("甲") + tbl(tr("子", "丑"), tr("寅", "卯")) + p("辰")), "乙")], ["序号|任务|单位", "1|甲/子/丑/寅/卯/辰|乙"]),
    ("a span that is no number", [HEAD, tr("1", tc("甲", '<w:gridSpan w:val="x"/>'), tc("乙", '<w:gridSpan w:val="-3"/>'))], ["序号|任务|单位", "1|甲|乙"]),
    ("a row without cells", [HEAD, "<w:tr/>", tr("1", "甲", "乙")], ["序号|任务|单位", "1|甲|乙"]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "seen"), [g[1:] for g in GRIDS], ids=[g[0] for g in GRIDS])
def test_grids(rows: list[str], seen: list[str]) -> None:
    source = read(p("前") + tbl(*rows) + p("后"))
    assert grid(source) == seen
    assert source.text.startswith("前\n") and source.text.endswith("\n后")


def test_what_stands_in_covered_cells_is_told() -> None:
    source = read(tbl(HEAD, tr("1", tc("甲", DOWN), "乙"), tr("2", tc("被盖住", ON), "丙")))
    assert "被盖住" not in source.text
    assert source.remarks == (("文中有 3 个隐藏的字，未读入", "3 hidden characters were left out"),)


def test_places_of_nested_cells() -> None:
    source = read(tbl(HEAD, tr("1", tc(p("甲") + tbl(tr("子", "丑"), tr("寅", "卯"))), "乙")))
    assert list(zip(source.text.split("\n"), source.places))[3:] == [
        ("1", "t1r2c1"), ("甲", "t1r2c2"), ("子", "t1r2c2t1r1c1"), ("丑", "t1r2c2t1r1c2"), ("寅", "t1r2c2t1r2c1"), ("卯", "t1r2c2t1r2c2"), ("乙", "t1r2c3"),
    ]  # fmt: skip


def test_places_name_the_column_of_the_grid() -> None:
    source = read(tbl(HEAD, tr(tc("甲", '<w:gridSpan w:val="2"/>'), "乙"), tr("丙", "丁", properties='<w:gridBefore w:val="1"/>')))
    assert source.places[3:] == ("t1r2c1", "t1r2c3", "t1r3c2", "t1r3c3")


LONG = "".join(p(f"{n}.推进第{n}项改革，完善各项制度（牵头单位：市财政局）") for n in range(1, 12))

# (name, body, number of tables, lines)
LAYOUTS = [
    ("a single cell is a frame", tbl(tr("一、总体要求")), 0, ["一、总体要求"]),
    ("a single cell with paragraphs", tbl(tr(tc(p("甲") + p("乙")))), 0, ["甲", "乙"]),
    ("one cell with words among empty ones", tbl(tr("", "甲"), tr("", "")), 0, ["甲"]),
    ("a table in a frame", tbl(tr(tc(p("前") + tbl(HEAD, tr("1", "甲", "乙")) + p("后")))), 1, ["前", "序号", "任务", "单位", "1", "甲", "乙", "后"]),
    ("a table in a cell of a page of two columns", tbl(tr("栏目", tc(tbl(HEAD, tr("1", "甲", "乙")) + p()))), 1, ["栏目", "序号", "任务", "单位", "1", "甲", "乙"]),
    ("a page in a cell", tbl(tr("导航", tc(LONG))), 0, None),
    ("a table of data stays one", tbl(HEAD, *(tr(str(n), f"推进第{n}项改革", "市财政局") for n in range(9))), 1, None),
    ("a table with a head and a long cell stays one", tbl(HEAD, tr("1", tc(LONG), "市财政局")), 1, None),
]  # fmt: skip


@pytest.mark.parametrize(("body", "tables", "seen"), [x[1:] for x in LAYOUTS], ids=[x[0] for x in LAYOUTS])
def test_tables_that_lay_out_a_page(body: str, tables: int, seen: list[str] | None) -> None:
    source = read(body)
    assert len(source.tables) == tables
    assert seen is None or source.text.split("\n") == seen


def test_all_paragraphs_of_a_page_begin() -> None:
    source = read(tbl(tr(tc(LONG))))
    assert source.begins == (True,) * 11 and set(source.places) == {"t1r1c1"}
