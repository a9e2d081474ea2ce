"""From the bytes of a PDF to its pages, and from its pages to lines and tables in the order of reading."""

from __future__ import annotations

from dataclasses import dataclass, field

from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

from graphmodel.problems import Problem
from loaders.packages import damaged, locked
from loaders.pdf.columns import TABLE, in_order
from loaders.pdf.fonts import Fonts
from loaders.pdf.furniture import without_furniture
from loaders.pdf.grids import Table, table_of
from loaders.pdf.limits import MOST_PAGES, Budget, TooMuch
from loaders.pdf.lines import Line, parts_of_row, rows_of
from loaders.pdf.objects import Document, pages_of, silence
from loaders.pdf.page import Page, read_page
from loaders.pdf.ruled import ruled_tables


@dataclass(slots=True)
class Sheet:
    """A page when its letters are lines and tables. ``levels``: the lines on each level, from the top down, without heads and feet."""

    page: Page
    levels: list[list[Line]]
    tables: list[tuple[float, Table]]


@dataclass(slots=True)
class Read:
    """``pieces``: the lines and tables of all pages, in order. ``more``: pages beyond the limits, not read."""

    sheets: list[Sheet] = field(default_factory=list)
    pieces: list[Line | Table] = field(default_factory=list)
    more: bool = False


def read(data: bytes, name: str) -> Read:
    """All that is printed. ``name``: the file's, for messages. Raises Problem for what is no whole PDF or asks for a password."""
    with silence():
        out = _pages(data, name)
    kept = without_furniture([(s.page.height, s.levels) for s in out.sheets])
    widths = sorted({round(s.page.width / 20) for s in out.sheets})
    for sheet, levels in zip(out.sheets, kept):
        sheet.levels = levels
        out.pieces += _pieces(sheet, 10 * widths.index(round(sheet.page.width / 20)))
    return out


def _pages(data: bytes, name: str) -> Read:
    out = Read()
    budget = Budget()
    try:
        document = Document(data, budget)
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
    tables = [(ruled.ys[0], table_of(ruled)) for ruled in ruled_tables(page)]
    levels = [parts for row in rows_of(page.letters) if (parts := parts_of_row(row, page.number))]
    page.letters, page.level, page.upright = [], [], []
    return Sheet(page, levels, tables)


def _pieces(sheet: Sheet, frames: int) -> list[Line | Table]:
    """The lines and tables of a page in the order of reading."""
    stand_ins = [Line(TABLE, table.xs[0], table.xs[-1], top, 10.0, 0.0, 0.0, (table.height,)) for top, table in sheet.tables]
    tables = {id(line): table for line, (_, table) in zip(stand_ins, sheet.tables)}
    rows = sorted([*sheet.levels, *([line] for line in stand_ins)], key=lambda r: r[0].base)
    out: list[Line | Table] = []
    for line in in_order(rows):
        line.frame += frames
        out.append(tables.get(id(line), line))
    return out


def bloated(name: str) -> Problem:
    """The sentence about a file that asks for more work than any plan."""
    return Problem(
        f"{name} 解压后过大，或页面内容异常庞大，不像一份方案，未读取；请确认文件来源，或另存为文本后再试。",
        f"{name} unpacks to more than any plan holds; it was not read: make sure where it comes from, or save it as text.",
    )


