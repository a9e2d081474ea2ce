"""Findings as an Excel file: a sheet of findings and one of who carries how much."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graphmodel.office import without_clock
from viz.cells import LINE, TALLEST, write
from viz.format import Sheet, findings_format
from viz.rows import COLUMNS, Cell, rows
from viz.seen import visible, width

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_COLOURS = {"error": "C00000", "warning": "9C5700", "review": "1F4E79"}


@findings_format("xlsx", suffixes=(".xlsx",), data=True, goes="file")
def xlsx(sheet: Sheet) -> bytes:
    """All findings, filters over a head row that stays, words wrapped; then the loads, if the sheet has them.

    Every cell is a number or a text, none a formula or a link; nothing depends on the clock."""
    import io
    from datetime import datetime

    from openpyxl import Workbook
    from openpyxl.styles import Font

    zh = sheet.lang == "zh"
    book = Workbook()
    book.properties.creator = "fengong"
    book.properties.created = book.properties.modified = datetime(2000, 1, 1)
    findings = book.active
    findings.title = "问题" if zh else "Findings"
    _fill(findings, [column.name(sheet.lang) for column in COLUMNS], list(rows(sheet)), [column.room for column in COLUMNS], "E2")
    for y, finding in enumerate(sheet.findings, 2):
        findings.cell(y, 2).font = Font(bold=True, color=_COLOURS[finding.level])
    loads = sheet.loads()
    if loads:
        heads, *held = [[visible(v) if isinstance(v, str) else "" if v is None else v for v in row] for row in loads]
        rooms = [_room([head, *(row[n] for row in held)]) for n, head in enumerate(heads)]
        _fill(book.create_sheet("部门承担" if zh else "Loads"), [str(h) for h in heads], held, rooms, "B2")
    out = io.BytesIO()
    book.save(out)
    return without_clock(out.getvalue())


def _room(cells: Sequence[object]) -> int:
    """Columns that hold every cell, and the button of the filter beside the head."""
    longest = max((width(str(cell)) for cell in cells[1:]), default=0)
    return min(max(longest + 2, width(str(cells[0])) + 5), 50)


def _fill(page: Worksheet, heads: Sequence[str], held: Sequence[Sequence[Cell | float]], rooms: Sequence[int], corner: str) -> None:
    """Writes a table: ``corner`` is the first cell that scrolls."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.page import PageMargins

    bold, grey = Font(bold=True), PatternFill("solid", fgColor="E7E6E6")
    middle = Alignment(wrap_text=True, vertical="center")
    words, figures = Alignment(wrap_text=True, vertical="top"), Alignment(horizontal="center", vertical="top")
    for n, (head, room) in enumerate(zip(heads, rooms), 1):
        cell = page.cell(1, n)
        write(cell, head)
        cell.font, cell.fill, cell.alignment = bold, grey, middle
        page.column_dimensions[get_column_letter(n)].width = room
    for y, row in enumerate(held, 2):
        for n, value in enumerate(row, 1):
            cell = page.cell(y, n)
            write(cell, value)
            cell.alignment = figures if isinstance(value, (int, float)) else words
        page.row_dimensions[y].height = _height(row, rooms)
    page.row_dimensions[1].height = _height(heads, rooms)
    page.freeze_panes = corner
    page.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{len(held) + 1}"
    page.page_setup.paperSize, page.page_margins = page.PAPERSIZE_A4, PageMargins(0.3, 0.3, 0.4, 0.4)
    page.print_title_rows, page.print_options.gridLines = "1:1", True
    page.page_setup.orientation, page.page_setup.fitToHeight, page.sheet_properties.pageSetUpPr.fitToPage = "landscape", 0, True


def _height(row: Sequence[Cell | float], rooms: Sequence[int]) -> float:
    """Points that show every cell of a row: not every program measures wrapped words when it opens a file."""
    most = 1
    for value, room in zip(row, rooms):
        lines = [value] if isinstance(value, str) else value if isinstance(value, tuple) else ()
        most = max(most, sum(1 + max(0, width(line) - 1) // max(1, room - 2) for line in lines))
    return min(LINE * most + 2, TALLEST)
