"""From the bytes of a PDF to its pages, and from its pages to lines and tables in the order of reading."""

from __future__ import annotations

from dataclasses import dataclass, field

from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

from graphmodel.problems import Problem
from loaders.packages import damaged, locked
from loaders.pdf.columns import TABLE, gutter_of, in_order, shared
from loaders.pdf.fonts import Fonts
from loaders.pdf.furniture import without_furniture
from loaders.pdf.grids import Table, table_of
from loaders.pdf.limits import MOST_PAGES, Budget, TooMuch
from loaders.pdf.lines import Line, parts_of_row, rows_of
from loaders.pdf.objects import Document, pages_of, silence
from loaders.pdf.page import Page, read_page
from loaders.pdf.ruled import Ruled, ruled_tables


@dataclass(slots=True)
class Sheet:
    """A page when its letters are lines and tables. ``levels``: the lines on each level, from the top down, without heads and feet.
    ``tables``: each with a line that stands in its place. ``frames``: what is added to the column of a line, so that pages of another width count apart.
    """

    page: Page
    levels: list[list[Line]]
    tables: list[tuple[Line, Table]]
    gutter: float | None = None
    frames: int = 0


@dataclass(slots=True)
class Read:
    """``pieces``: the lines and tables of all pages, in order. ``repaired``: the file's table of references is lost. ``more``: pages beyond the limits, not read."""

    sheets: list[Sheet] = field(default_factory=list)
    pieces: list[Line | Table] = field(default_factory=list)
    more: bool = False
    repaired: bool = False


def read(data: bytes, name: str) -> Read:
    """All that is printed. ``name``: the file's, for messages. Raises Problem for what is no whole PDF or asks for a password."""
    with silence():
        out = _pages(data, name)
    kept = without_furniture([(s.page.height, s.levels) for s in out.sheets])
    for sheet, levels in zip(out.sheets, kept):
        sheet.levels = levels
    widths = sorted({_width(s) for s in out.sheets})
    for n, width in enumerate(widths):
        alike = [s for s in out.sheets if _width(s) == width]
        found = {s.page.number: gutter_of(_rows(s)) for s in alike}
        known = sorted(x for x in found.values() if x is not None)
        for sheet in alike:
            gutter = found[sheet.page.number]
            if gutter is None and len(known) * 3 >= len(alike):
                gutter = shared(_rows(sheet), known[len(known) // 2])
            sheet.gutter, sheet.frames = gutter, 10 * n
    for sheet in out.sheets:
        out.pieces += _pieces(sheet)
    return out


def _width(sheet: Sheet) -> int:
    return round(sheet.page.width / 20)


def _pages(data: bytes, name: str) -> Read:
    out = Read()
    budget = Budget()
    try:
        document = Document(data, budget)
        out.repaired = document.repaired
        fonts = Fonts(budget)
        for number, (objid, properties) in enumerate(pages_of(document), 1):
            if number > MOST_PAGES:
                out.more = True
                break
            page = read_page(document, fonts, number, objid, properties)
            out.sheets.append(_sheet(page))
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise locked(name) from None
    except TooMuch:
        if not out.sheets:
            raise bloated(name) from None
        out.more = True
    except Exception:  # pdfminer's ways to fail on a damaged file are many; none of them says more than this
        if not out.sheets:
            raise damaged(name) from None
        out.more = True
    if not out.sheets:
        raise damaged(name)
    return out


def _sheet(page: Page) -> Sheet:
    tables = [(_stand_in(ruled), table_of(ruled)) for ruled in ruled_tables(page)]
    levels = [parts for row in rows_of(page.letters) if (parts := parts_of_row(row, page.number))]
    page.letters, page.level, page.upright = [], [], []
    return Sheet(page, levels, tables)


def _stand_in(table: Ruled) -> Line:
    return Line(TABLE, table.xs[0], table.xs[-1], table.ys[0], 10.0, 0.0, 0.0, (table.ys[-1] - table.ys[0],), table.page)


def _rows(sheet: Sheet) -> list[list[Line]]:
    """The levels of a page, a line that stands in for each table among them."""
    return sorted([*sheet.levels, *([line] for line, _ in sheet.tables)], key=lambda r: r[0].base)


def _pieces(sheet: Sheet) -> list[Line | Table]:
    """The lines and tables of a page in the order of reading."""
    tables = {id(line): table for line, table in sheet.tables}
    out: list[Line | Table] = []
    for line in in_order(_rows(sheet), sheet.gutter):
        line.frame += sheet.frames
        out.append(tables.get(id(line), line))
    return out


def bloated(name: str) -> Problem:
    """The sentence about a file that asks for more work than any plan."""
    return Problem(
        f"{name} 解压后过大，或页面内容异常庞大，不像一份方案，未读取；请确认文件来源，或另存为文本后再试。",
        f"{name} unpacks to more than any plan holds; it was not read: make sure where it comes from, or save it as text.",
    )
