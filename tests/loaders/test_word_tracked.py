"""Tracked changes of Word files, read as made (final) and as not made (original)."""

from __future__ import annotations

import pytest
from word_files import abstract, docx, lvl, num, p, run, tbl, tc, tr

from graphmodel.plan import Source
from loaders.open import source_of_bytes

BY = 'w:id="1" w:author="某" w:date="2024-01-01T00:00:00Z"'
LIST = abstract(0, lvl(0, "chineseCounting", "%1、"), lvl(1)) + num(1, 0)


def ins(inside: str) -> str:
    return f"<w:ins {BY}>{inside}</w:ins>"


def gone(text: str) -> str:
    return f"<w:del {BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def moved(name: str, text: str) -> str:
    return f"<w:{name} {BY}>{run(text)}</w:{name}>"


def para(inside: str, mark: str = "", numbered: bool = False, more: str = "") -> str:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if numbered else ""
    mark = f"<w:rPr><w:{mark} {BY}/></w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{number}{mark}{more}</w:pPr>{inside}</w:p>"


NUMBER_GAINED = f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins {BY}/></w:numPr></w:pPr>{run("甲")}</w:p>'
NUMBER_CHANGED = para(run("甲"), numbered=True, more=f"<w:pPrChange {BY}><w:pPr/></w:pPrChange>")
HIDING = f"<w:p><w:r><w:rPr><w:vanish/><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr><w:t>密</w:t></w:r>{run('甲')}</w:p>"
HEAD = tr("序号", "工作任务", "牵头单位")
DELETED_ROW = tr("1", "甲", "乙", properties=f"<w:del {BY}/>")
INSERTED_ROW = tr("1", "甲", "乙", properties=f"<w:ins {BY}/>")
MERGED = tbl(HEAD, tr("1", tc("甲", f'<w:cellMerge {BY} w:vMerge="rest"/>'), "乙"), tr("2", tc("丙", f'<w:cellMerge {BY} w:vMerge="cont"/>'), "丁"))
SPANNED = tbl(HEAD, tr(tc("甲", f'<w:gridSpan w:val="2"/><w:tcPrChange {BY}><w:tcPr/></w:tcPrChange>'), "乙"))

# (name, body, final, original)
CASES = [
    ("nothing tracked", p("甲"), "甲", "甲"),
    ("words put in", f"<w:p>{run('甲')}{ins(run('新'))}{run('乙')}</w:p>", "甲新乙", "甲乙"),
    ("words taken out", f"<w:p>{run('甲')}{gone('旧')}{run('乙')}</w:p>", "甲乙", "甲旧乙"),
    ("one word for another", f"<w:p>{run('由')}{gone('市财政局')}{ins(run('市教育局'))}{run('负责')}</w:p>", "由市教育局负责", "由市财政局负责"),
    ("put in by one, taken out by another", f"<w:p>{run('甲')}{ins(gone('乱'))}</w:p>", "甲", "甲"),
    ("moved", f"<w:p>{moved('moveFrom', '乙')}{run('甲')}</w:p><w:p>{moved('moveTo', '乙')}</w:p>", "甲\n乙", "乙甲"),
    ("a mark taken out joins", para(run("甲"), "del") + p("乙"), "甲乙", "甲\n乙"),
    ("a mark put in parts", para(run("甲"), "ins") + p("乙"), "甲\n乙", "甲乙"),
    ("marks moved", para(moved("moveFrom", "甲"), "moveFrom") + p("乙") + para(moved("moveTo", "甲"), "moveTo") + p("丙"), "乙\n甲\n丙", "甲\n乙\n丙"),
    ("three marks in a row", para(run("甲"), "del") + para(run("乙"), "del") + p("丙") + p("丁"), "甲乙丙\n丁", "甲\n乙\n丙\n丁"),
    ("a whole paragraph taken out", p("甲", 1, 0) + para(gone("旧"), "del", numbered=True) + p("乙", 1, 0), "一、甲\n二、乙", "一、甲\n二、旧\n三、乙"),
    ("a whole paragraph put in", p("甲", 1, 0) + para(ins(run("新")), "ins", numbered=True) + p("乙", 1, 0), "一、甲\n二、新\n三、乙", "一、甲\n二、乙"),
    ("what is left of a heading keeps its number", para(run("甲"), "del", numbered=True) + p("乙") + p("丙", 1, 0), "一、甲乙\n二、丙", "一、甲\n乙\n二、丙"),
    ("a mark taken out before a table", para(run("甲"), "del") + tbl(HEAD, tr("1", "乙", "丙")), "甲\n序号\n工作任务\n牵头单位\n1\n乙\n丙", "甲\n序号\n工作任务\n牵头单位\n1\n乙\n丙"),
    ("a mark taken out at the end", p("甲") + para(run("乙"), "del"), "甲\n乙", "甲\n乙"),
    ("a number put in", NUMBER_GAINED, "一、甲", "甲"),
    ("numbered before, not now", NUMBER_CHANGED, "一、甲", "甲"),
    ("hidden now, not before", HIDING, "甲", "密甲"),
    ("a field taken out", f'<w:p><w:del {BY}><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:del>{run("甲")}</w:p>' + p("乙"), "甲\n乙", "甲\n乙"),
    ("a field that ends in a row taken out", f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{run("甲")}</w:p>' + tbl(HEAD, tr('<w:tc><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:tc>', properties=f"<w:del {BY}/>"), tr("2", "丙", "丁")) + p("乙"),
     "甲\n序号\n工作任务\n牵头单位\n2\n丙\n丁\n乙", "2\n丙\n丁\n乙"),
    ("a row taken out", tbl(HEAD, DELETED_ROW, tr("2", "丙", "丁")), "序号\n工作任务\n牵头单位\n2\n丙\n丁", "序号\n工作任务\n牵头单位\n1\n甲\n乙\n2\n丙\n丁"),
    ("a row put in", tbl(HEAD, INSERTED_ROW, tr("2", "丙", "丁")), "序号\n工作任务\n牵头单位\n1\n甲\n乙\n2\n丙\n丁", "序号\n工作任务\n牵头单位\n2\n丙\n丁"),
    ("a cell taken out", tbl(HEAD, tr("1", tc("甲", f"<w:cellDel {BY}/>"), "乙", "丙")), "序号\n工作任务\n牵头单位\n1\n乙\n丙", "序号\n工作任务\n牵头单位\n1\n甲\n乙\n丙"),
    ("a cell put in", tbl(HEAD, tr("1", tc("甲", f"<w:cellIns {BY}/>"), "乙", "丙")), "序号\n工作任务\n牵头单位\n1\n甲\n乙\n丙", "序号\n工作任务\n牵头单位\n1\n乙\n丙"),
    ("cells merged", MERGED, "序号\n工作任务\n牵头单位\n1\n甲\n乙\n2\n丁", "序号\n工作任务\n牵头单位\n1\n甲\n乙\n2\n丙\n丁"),
    ("cells merged across", SPANNED, "序号\n工作任务\n牵头单位\n甲\n乙", "序号\n工作任务\n牵头单位\n甲\n乙"),
    ("a whole row in a wrapper", f"<w:tbl>{HEAD}{tr('1', '甲', '乙')}<w:sdt><w:sdtContent>{DELETED_ROW}</w:sdtContent></w:sdt></w:tbl>", "序号\n工作任务\n牵头单位\n1\n甲\n乙", "序号\n工作任务\n牵头单位\n1\n甲\n乙\n1\n甲\n乙"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "final", "original"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_both_readings(body: str, final: str, original: str) -> None:
    data = docx(body, numbering=LIST)
    assert source_of_bytes(data, "plan.docx").text == final
    assert source_of_bytes(data, "plan.docx", "original").text == original


def read(body: str) -> Source:
    return source_of_bytes(docx(body, numbering=LIST), "plan.docx")


def test_the_reading_is_told() -> None:
    data = docx(f"<w:p>{run('甲')}{gone('旧')}{ins(run('新'))}</w:p>" + para(run("乙"), "ins") + p("丙"))
    assert source_of_bytes(data, "x").remarks == (("文中有 3 处修订标记，按接受修订后的文字读取", "3 tracked changes, read as accepted"),)
    assert source_of_bytes(data, "x", "original").remarks == (
        ("文中有 3 处修订标记，按修订前的原文读取", "3 tracked changes, read as rejected, the text before them"),
    )
    assert read(p("甲")).remarks == ()


def test_places_count_paragraphs_that_are_gone() -> None:
    source = read(p("甲") + para(gone("旧"), "del") + p("乙") + tbl(HEAD, DELETED_ROW, tr("2", "丙", "丁")))
    assert source.places == ("p1", "p3", "t1r1c1", "t1r1c2", "t1r1c3", "t1r3c1", "t1r3c2", "t1r3c3")


def test_cells_are_merged_as_the_reading_says() -> None:
    data = docx(SPANNED)
    widths = [len(set(source_of_bytes(data, "x", tracked).tables[0].rows[1])) for tracked in ("final", "original")]
    places = [source_of_bytes(data, "x", tracked).places[-1] for tracked in ("final", "original")]
    assert (widths, places) == ([2, 3], ["t1r2c3", "t1r2c2"])
