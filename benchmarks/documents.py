"""From the bytes of a document to located lines, each kind against the library that people would take instead, in one run.

The documents are made here: a Word file of 40 tasks with automatic numbering and a table, a web page of 1.5 MB, a PDF of 20 pages with tables,
an Excel sheet of 100,000 rows with percentages and dates. Warm on both sides: modules are loaded, one run before the measured ones.

usage: python benchmarks/documents.py
"""

from __future__ import annotations

import datetime
import io
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import median_of

WORK = "改造提升城镇老旧小区{n}个，完善水电气路信等配套设施，2024年12月底前全部完工，居民满意率达到9{d}%以上。"
WHO = ("市住房城乡建设局", "市财政局、市自然资源和规划局", "各县（区）人民政府")
TITLE = "沅平市2024年重点任务分工方案"
HEADS = ("序号", "任务", "牵头单位", "责任单位", "配合单位", "完成时限", "目标值", "备注")


def word() -> bytes:
    """A Word file: a title, five headings, 40 tasks with automatic numbers, a table of 40 rows."""
    from docx import Document

    document = Document()
    document.add_heading(TITLE, 0)
    for n in range(40):
        if n % 8 == 0:
            document.add_heading(f"（{'一二三四五'[n // 8]}）推进第{n // 8 + 1}方面工作", 2)
        document.add_paragraph(WORK.format(n=n + 1, d=n % 10) + f"（牵头单位：{WHO[0]}；责任单位：{WHO[1]}）", style="List Number")
    table = document.add_table(rows=1, cols=4, style="Table Grid")
    for cell, words in zip(table.rows[0].cells, HEADS):
        cell.text = words
    for n in range(40):
        for cell, words in zip(table.add_row().cells, (str(n + 1), WORK.format(n=n, d=n % 10), WHO[0], WHO[1])):
            cell.text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def web() -> bytes:
    """A web page of 1.5 MB in GBK that calls itself gb2312, most of it the site's own."""
    links = "".join(f'<li><a href="/zwgk/{n}.html">政务公开栏目{n}</a></li>' for n in range(2_000))
    tasks = "".join(f"<p>　　{n + 1}.{WORK.format(n=n, d=n % 10)}（牵头单位：{WHO[0]}；责任单位：{WHO[1]}）</p>\n" for n in range(3_000))
    page = (
        f'<html><head><meta charset="gb2312"><title>{TITLE}</title><style>{"p{margin:0}" * 20_000}</style></head><body><div class="nav"><ul>{links}</ul></div>'
        f'<div id="zoom" class="TRS_Editor"><p style="text-align:center">{TITLE}</p>{tasks}</div><div class="footer">版权所有</div></body></html>'
    )
    raw = page.encode("gb18030")
    return raw.replace(b"</body>", b"<script>" + b"var a=1;" * ((1_500_000 - len(raw)) // 8) + b"</script></body>") if len(raw) < 1_500_000 else raw


def pdf() -> bytes:
    """A PDF of some 20 pages, half of them prose, half tables."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    style = ParagraphStyle("plan", fontName="STSong-Light", fontSize=14, leading=24, firstLineIndent=28, wordWrap="CJK")
    small = ParagraphStyle("cell", fontName="STSong-Light", fontSize=10, leading=14, wordWrap="CJK")
    prose = [Paragraph(f"{n + 1}.{WORK.format(n=n, d=n % 10)}（牵头单位：{WHO[0]}；责任单位：{WHO[1]}）", style) for n in range(90)]
    rows = [[Paragraph(w, small) for w in HEADS[:5]]]
    rows += [[Paragraph(w, small) for w in (str(n + 1), WORK.format(n=n, d=n % 10), *WHO)] for n in range(110)]
    out = io.BytesIO()
    grid = Table(rows, colWidths=[30, 180, 90, 90, 90], repeatRows=1, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])
    SimpleDocTemplate(out, pagesize=A4, invariant=1).build([Paragraph(TITLE, style), *prose, grid])
    return out.getvalue()


def sheet(rows: int = 100_000) -> bytes:
    """An Excel sheet of 100,000 rows and eight columns, one of percentages, one of dates."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    page = book.create_sheet("任务分解表")
    page.append([TITLE])
    page.append(list(HEADS))
    for n in range(rows):
        share, day = WriteOnlyCell(page, 0.9 + n % 10 / 100), WriteOnlyCell(page, datetime.date(2024, 1 + n % 12, 28))
        share.number_format, day.number_format = "0.0%", 'yyyy"年"m"月"d"日"'
        page.append([n + 1, WORK.format(n=n, d=n % 10), *WHO, day, share, None])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def by_python_docx(data: bytes) -> object:
    from docx import Document

    document = Document(io.BytesIO(data))
    return [p.text for p in document.paragraphs], [[c.text for c in row.cells] for table in document.tables for row in table.rows]


def by_lxml_html(data: bytes) -> object:
    from lxml import html

    return html.fromstring(data.decode("gb18030")).text_content()


def by_pdfplumber(data: bytes) -> object:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        return [(page.extract_text(), page.extract_tables()) for page in document.pages]


def by_pandas(data: bytes) -> object:
    import pandas

    return pandas.read_excel(io.BytesIO(data), header=None)


def main() -> int:
    from loaders.reader import Ask, reader_for_bytes

    def ours(data: bytes, name: str) -> Callable[[], object]:
        reader = reader_for_bytes(data)
        assert reader is not None, name
        return lambda: reader.read(data, Ask(name))

    page_count = 0
    made = {"plan.docx": word(), "plan.html": web(), "plan.pdf": pdf(), "plan.xlsx": sheet()}
    import pdfplumber

    with pdfplumber.open(io.BytesIO(made["plan.pdf"])) as document:
        page_count = len(document.pages)
    table = [
        # file, what it is, allowed ms, runs, the other, its name
        ("plan.docx", "40 tasks, a table of 40 rows", 15.0, 15, by_python_docx, "python-docx"),
        ("plan.html", f"{len(made['plan.html']) / 1e6:.1f} MB", 50.0, 15, by_lxml_html, "lxml.html text_content"),
        ("plan.pdf", f"{page_count} pages, half of them tables", 40.0 * page_count, 3, by_pdfplumber, "pdfplumber extract_text + extract_tables"),
        ("plan.xlsx", "100,000 rows x 8", 3000.0, 3, by_pandas, "pandas.read_excel"),
    ]
    late = 0
    for name, what, allowed, runs, other, its_name in table:
        data = made[name]
        mine = median_of(runs, ours(data, name)) * 1000
        theirs = median_of(min(runs, 3), lambda data=data, other=other: other(data)) * 1000  # type: ignore[misc]
        late += mine > allowed
        print(f"{name:10} {what:32} {mine:8.1f} ms (allowed {allowed:.0f}); {its_name}: {theirs:.1f} ms")
    return 1 if late else 0


if __name__ == "__main__":
    raise SystemExit(main())
