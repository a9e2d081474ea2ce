"""Tables as an Excel file, a sheet each: for paper (title, heads repeated, borders) or as a list to be sorted, filtered and filled in."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from graphmodel.office import without_clock
from graphmodel.patterns import pattern
from viz.cells import LINE, TALLEST, write
from viz.paper import Band, Paper, harmless, paragraphs, shares, tallest

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WHOLE = 150  # columns of type of all columns together: what A4 landscape shows in a type that can be read
_ROOMY = 220
_LONGEST_NAME = 31
_LONGEST_HEADER = 200
_NO_NAME = pattern(r"[\\/*?:\[\]'\x00-\x1f]")


def excel_file(papers: Sequence[Paper]) -> bytes:
    """The tables, a sheet each. Every cell is a number, a day or a text, none a formula or a link; nothing depends on the clock."""
    from datetime import datetime

    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = "fengong"
    book.properties.created = book.properties.modified = datetime(2000, 1, 1)
    taken: set[str] = set()
    for n, paper in enumerate(papers):
        sheet = book.active if n == 0 else book.create_sheet()
        sheet.title = _sheet_name(paper.name, taken)
        _fill(sheet, paper)
    out = io.BytesIO()
    book.save(out)
    return without_clock(out.getvalue())


def _sheet_name(wanted: str, taken: set[str]) -> str:
    """A name that Excel takes and that no other sheet has (it does not tell capitals apart)."""
    name = _NO_NAME.sub(" ", harmless(wanted)).strip()[:_LONGEST_NAME] or "Sheet"
    found, n = name, 1
    while found.casefold() in taken:
        n += 1
        found = f"{name[: _LONGEST_NAME - len(str(n)) - 1]}-{n}"
    taken.add(found.casefold())
    return found


def _fill(sheet: Worksheet, paper: Paper) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    rooms = [max(4.0, room) for room in shares(paper, _ROOMY if paper.listing else _WHOLE)]
    count = len(paper.columns)
    thin = Side(style="thin", color="7F7F7F")
    box = Border(left=thin, right=thin, top=thin, bottom=thin)
    middle, words = Alignment(horizontal="center", vertical="center", wrap_text=True), Alignment(vertical="center", wrap_text=True)
    y = 1
    for text, size in () if paper.listing else ((paper.title, 16), (paper.below, 11)):
        if text:
            cell = _over(sheet, y, count, harmless(text), sum(rooms), size / 11)
            cell.font, cell.alignment = Font(name="宋体" if y == 1 else "仿宋", size=size, bold=y == 1), middle
            y += 1
    head = y
    for n, (column, room) in enumerate(zip(paper.columns, rooms), 1):
        cell = sheet.cell(y, n)
        write(cell, column.head)
        cell.font, cell.fill, cell.alignment, cell.border = Font(name="黑体", size=11), PatternFill("solid", fgColor="E7E6E6"), middle, box
        sheet.column_dimensions[get_column_letter(n)].width = round(room, 1)
    sheet.row_dimensions[y].height = LINE * 2
    outer, inner, tint = PatternFill("solid", fgColor="F2F2F2"), Font(name="仿宋", size=11, bold=True), PatternFill("solid", fgColor="E9F0F8")
    body, strong = Font(name="仿宋", size=11), Font(name="黑体", size=11)
    bands = 0
    for row in paper.rows:
        y += 1
        if isinstance(row, Band) and not paper.listing:
            cell = _over(sheet, y, count, "\n".join(paragraphs((row.text,))), sum(rooms))
            cell.font, cell.alignment = strong if row.level == 1 else inner if row.level else body, words
            for n in range(1, count + 1):
                sheet.cell(y, n).border = box
                if row.level == 1:
                    sheet.cell(y, n).fill = outer
            continue
        if isinstance(row, Band):
            bands += 1
            y -= 1
            continue
        for n, (value, column) in enumerate(zip(row.cells, paper.columns), 1):
            cell = sheet.cell(y, n)
            if not (n == 1 and row.goes_on):
                write(cell, value if isinstance(value, (int, date)) else tuple(p for p in paragraphs(value) if p))
            if isinstance(value, date):
                cell.number_format = 'yyyy"年"m"月"'
            cell.font, cell.border, cell.alignment = body, box, middle if column.centred else words
            if paper.listing and bands % 2 == 0:
                cell.fill = tint
        sheet.row_dimensions[y].height = min(LINE * tallest(row.cells, [r - 1.5 for r in rooms]) + 4, TALLEST)
        if row.goes_on:
            _join(sheet, y)
    _choices(sheet, paper, head, y)
    for note in () if paper.listing else paper.notes:
        y += 1
        cell = _over(sheet, y, count, harmless(note), sum(rooms))
        cell.font, cell.alignment = Font(name="仿宋", size=10), words
    _for_paper(sheet, paper, head, y, get_column_letter(count))


def _over(sheet: Worksheet, y: int, count: int, text: str, room: float, scale: float = 1.0) -> Any:
    """Words over the full width of the table."""
    cell = sheet.cell(y, 1)
    write(cell, text)
    if count > 1:
        sheet.merge_cells(start_row=y, start_column=1, end_row=y, end_column=count)
    sheet.row_dimensions[y].height = min((LINE + 1) * scale * tallest([(text,)], [room / scale]) + 6, TALLEST)
    return cell


def _join(sheet: Worksheet, y: int) -> None:
    """The first cell of row ``y`` becomes one with that of the row above, which may be one with those above it."""
    above = next((r for r in sheet.merged_cells.ranges if r.min_col == r.max_col == 1 and r.max_row == y - 1), None)
    start = above.min_row if above else y - 1
    if above:
        sheet.unmerge_cells(above.coord)
    sheet.merge_cells(start_row=start, start_column=1, end_row=y, end_column=1)


def _choices(sheet: Worksheet, paper: Paper, head: int, last: int) -> None:
    """A list to choose from in the cells that a person fills in; other words are let in."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for n, column in enumerate(paper.columns, 1):
        if column.choices and last > head:
            rule = DataValidation(type="list", formula1='"' + ",".join(column.choices) + '"', allow_blank=True, showErrorMessage=False)
            rule.add(f"{get_column_letter(n)}{head + 1}:{get_column_letter(n)}{last}")
            sheet.add_data_validation(rule)


def _for_paper(sheet: Worksheet, paper: Paper, head: int, last: int, column: str) -> None:
    from openpyxl.worksheet.page import PageMargins

    sheet.freeze_panes = f"A{head + 1}"
    if paper.listing:
        sheet.auto_filter.ref = f"A{head}:{column}{max(last, head)}"
        sheet.oddHeader.center.text = harmless(paper.title).replace("&", "&&")[:_LONGEST_HEADER]
    sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight = "landscape", sheet.PAPERSIZE_A4, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins = PageMargins(0.4, 0.4, 0.5, 0.5)
    sheet.print_title_rows = f"{head}:{head}"
    sheet.oddFooter.center.text = "&P"
