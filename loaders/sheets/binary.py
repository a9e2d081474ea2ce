"""Workbooks that are no XML: Excel 97 to 2003 and WPS (.xls, .et), and the binary ones of today (.xlsb)."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from graphmodel.problems import Problem
from loaders.packages import Package, bloated, damaged, locked
from loaders.sheets import biff
from loaders.sheets.number_formats import day_shown, general, shown
from loaders.sheets.sheet import MOST_CELLS, MOST_UNPACKED, Sheet, too_many

if TYPE_CHECKING:
    from python_calamine import CalamineSheet


def workbook(data: bytes, name: str) -> list[Sheet]:
    """The sheets in their order; hidden ones without their cells. Raises Problem."""
    if data[:2] == b"PK":
        _measure(Package(data, name))
    told = biff.told(data)
    if told.locked:
        raise locked(name)
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = []
        for meta in book.sheets_metadata:
            if meta.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = Sheet(meta.name, meta.visible == SheetVisibleEnum.Visible)
            sheets.append(sheet)
            if sheet.visible:
                _fill(sheet, book.get_sheet_by_name(meta.name), name)
                _correct(sheet, told.sheets.get(meta.name))
    except PasswordError:
        raise locked(name) from None
    except (CalamineError, ValueError, OSError, OverflowError):
        raise damaged(name) from None
    except Problem:
        raise
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise damaged(name) from None
    return sheets


def _measure(package: Package) -> None:
    """What the parts unpack to, counted before anybody keeps them in memory."""
    left = MOST_UNPACKED
    for part in package.parts:
        for piece in package.chunks(part, left):
            left -= len(piece)
    if left < 0:
        raise bloated(package.name)


def _fill(sheet: Sheet, found: CalamineSheet, name: str) -> None:
    top, left = found.start or (0, 0)
    room = MOST_CELLS
    for r, row in enumerate(found.iter_rows()):
        cells = {left + c: words for c, value in enumerate(row) if value != "" and (words := _shown(value))}
        if cells:
            room -= len(cells)
            if room < 0:
                raise too_many(name)
            sheet.rows[r] = cells
    sheet.merged = [(a[0], a[1], b[0], b[1]) for a, b in found.merged_cell_ranges or []]


def _correct(sheet: Sheet, told: biff.Told | None) -> None:
    """Figures as their formats show them, and what else calamine does not say."""
    if told is None:
        return
    for (row, column), words in told.shown.items():
        if column in sheet.rows.get(row, ()):
            sheet.rows[row][column] = words
    sheet.errors, sheet.hidden_rows, sheet.hidden_columns = told.errors, told.hidden_rows, told.hidden_columns


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return general(value)
    if isinstance(value, datetime | date):
        return day_shown(value if not isinstance(value, datetime) else value.date())
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02d}"
    if isinstance(value, timedelta):
        return f"{int(value.total_seconds()) // 3600}:{int(value.total_seconds()) // 60 % 60:02d}"
    return str(value)
