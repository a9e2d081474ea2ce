"""Tables as a Word file: landscape A4, the title over them, heads that are repeated on every page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from graphmodel.office import without_clock
from viz.paper import Band, Column, Line, Paper, paragraphs, shares, tallest

if TYPE_CHECKING:
    from docx.document import Document

_WIDE, _TALL, _MARGIN = 297, 210, 18  # millimetres of the page
_TYPE = 10.5  # points of the table's type, 五号
_TWIPS = 1440 / 25.4
_SPLIT = 18  # lines: a taller row may go on on the next page
_SONG, _FANG, _HEI, _LATIN = "宋体", "仿宋", "黑体", "Times New Roman"


def word_file(papers: Sequence[Paper]) -> bytes:
    """The tables, each on a page of its own. Nothing depends on the clock; no cell holds a field, a link or markup."""
    import docx

    document = docx.Document()
    _prepare(document)
    for n, paper in enumerate(papers):
        _paragraph(document, paper.title, _SONG, 18, bold=True, centred=True, breaks=n > 0)
        if paper.below:
            _paragraph(document, paper.below, _FANG, 12, centred=True)
        _table(document, paper)
        for note in paper.notes:
            _paragraph(document, note, _FANG, 9)
    out = io.BytesIO()
    document.save(out)
    return without_clock(out.getvalue())


def _prepare(document: Document) -> None:
    from datetime import datetime

    from docx.enum.section import WD_ORIENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    page = document.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Mm(_WIDE), Mm(_TALL)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(_MARGIN)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _LATIN, Pt(_TYPE)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), _FANG)
    told = document.core_properties
    told.author, told.last_modified_by, told.title, told.comments, told.revision = "fengong", "fengong", "", "", 1
    told.created = told.modified = datetime(2000, 1, 1)
    foot = page.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    foot._p.append(field)


def _paragraph(document: Document, text: str, font: str, size: float, bold: bool = False, centred: bool = False, breaks: bool = False) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    for line in paragraphs((text,)):
        made = document.add_paragraph()
        made.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
        made.paragraph_format.space_after = made.paragraph_format.space_before = Pt(3)
        made.paragraph_format.page_break_before = breaks
        _run(made._p, line, font, size, bold)
        breaks = False


def _run(paragraph: Any, text: str, font: str, size: float, bold: bool = False) -> None:
    run = _new("w:r")
    look = _new("w:rPr")
    look.append(_new("w:rFonts", ascii=_LATIN, hAnsi=_LATIN, eastAsia=font, hint="eastAsia"))
    if bold:
        look.append(_new("w:b"))
    look.append(_new("w:sz", val=str(int(size * 2))))
    words = _new("w:t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.extend((look, words))
    paragraph.append(run)


def _new(name: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _table(document: Document, paper: Paper) -> None:
    whole = int((_WIDE - 2 * _MARGIN) * _TWIPS)
    type_width = _TYPE * 20 / 2  # twips of one column of type
    rooms = shares(paper, int(whole / type_width))
    widths = [int(room * type_width) for room in rooms]
    widths[-1] += whole - sum(widths)
    table = _new("w:tbl")
    about = _new("w:tblPr")
    about.append(_new("w:tblW", w=str(whole), type="dxa"))
    about.append(_new("w:jc", val="center"))
    about.append(_borders())
    about.append(_new("w:tblLayout", type="fixed"))
    margins = _new("w:tblCellMar")
    margins.extend(_new(f"w:{side}", w="60", type="dxa") for side in ("left", "right"))
    about.append(margins)
    grid = _new("w:tblGrid")
    grid.extend(_new("w:gridCol", w=str(w)) for w in widths)
    table.extend((about, grid, _head(paper.columns, widths)))
    for n, row in enumerate(paper.rows):
        if isinstance(row, Band):
            table.append(_band(row, len(widths), whole))
        else:
            below = paper.rows[n + 1] if n + 1 < len(paper.rows) else None
            table.append(_row(row, paper.columns, widths, rooms, isinstance(below, Line) and below.goes_on))
    body = document.element.body
    body.insert(len(body) - 1, table)  # before the section's own properties


def _borders() -> Any:
    made = _new("w:tblBorders")
    made.extend(_new(f"w:{side}", val="single", sz="4", space="0", color="000000") for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return made


def _tr(*about: str) -> Any:
    row = _new("w:tr")
    if about:
        told = _new("w:trPr")
        told.extend(_new(name) for name in about)
        row.append(told)
    return row


def _tc(width: int, span: int = 1, merge: str = "", fill: str = "") -> Any:
    cell = _new("w:tc")
    about = _new("w:tcPr")
    about.append(_new("w:tcW", w=str(width), type="dxa"))
    if span > 1:
        about.append(_new("w:gridSpan", val=str(span)))
    if merge:
        about.append(_new("w:vMerge", val=merge))
    if fill:
        about.append(_new("w:shd", val="clear", color="auto", fill=fill))
    about.append(_new("w:vAlign", val="center"))
    cell.append(about)
    return cell


def _p(cell: Any, text: str, font: str, bold: bool = False, centred: bool = False, keep: bool = False) -> None:
    made = _new("w:p")
    about = _new("w:pPr")
    if keep:
        about.append(_new("w:keepNext"))
    about.append(_new("w:spacing", before="20", after="20", line="260", lineRule="atLeast"))
    about.append(_new("w:jc", val="center" if centred else "left"))
    made.append(about)
    if text:
        _run(made, text, font, _TYPE, bold)
    cell.append(made)


def _head(columns: Sequence[Column], widths: Sequence[int]) -> Any:
    row = _tr("w:cantSplit", "w:tblHeader")
    for column, width in zip(columns, widths):
        cell = _tc(width, fill="E7E6E6")
        _p(cell, column.head, _HEI, centred=True)
        row.append(cell)
    return row


def _band(band: Band, columns: int, whole: int) -> Any:
    row = _tr("w:cantSplit")
    cell = _tc(whole, columns, fill="F2F2F2" if band.level == 1 else "")
    for line in paragraphs((band.text,)):
        _p(cell, line, _HEI if band.level == 1 else _FANG, bold=band.level > 1, keep=bool(band.level))
    row.append(cell)
    return row


def _row(line: Line, columns: Sequence[Column], widths: Sequence[int], rooms: Sequence[float], opens: bool) -> Any:
    row = _tr(*(["w:cantSplit"] if tallest(line.cells, rooms) <= _SPLIT else []))
    for n, (value, column, width) in enumerate(zip(line.cells, columns, widths)):
        merge = "continue" if line.goes_on else "restart" if opens else ""
        cell = _tc(width, merge=merge if n == 0 else "")
        for words in ([] if n == 0 and line.goes_on else paragraphs(value)) or [""]:
            _p(cell, words, _FANG, centred=column.centred)
        row.append(cell)
    return row
