"""Binary workbooks of Excel since 2007 (.xlsb), by calamine, which gives values without their number formats."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta

from graphmodel.problems import Problem
from loaders.packages import Package, bloated, damaged, locked
from loaders.sheets.number_formats import day_shown, general
from loaders.sheets.sheet import MOST_UNPACKED, Room, Sheet


def workbook(data: bytes, name: str) -> list[Sheet]:
    """The sheets in their order; hidden ones without their cells. Raises Problem."""
    _measure(Package(data, name))
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    sheets: list[Sheet] = []
    room = Room(name)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for meta in book.sheets_metadata:
            if meta.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = Sheet(meta.name, meta.visible == SheetVisibleEnum.Visible)
            sheets.append(sheet)
            if not sheet.visible:
                continue
            found = book.get_sheet_by_name(meta.name)
            for r, row in enumerate(found.iter_rows()):
                cells = {c: words for c, value in enumerate(row) if value != "" and (words := _shown(value)).strip()}
                room.take(len(cells), sum(map(len, cells.values())))
                if cells:
                    sheet.rows[r] = cells
    except PasswordError:
        raise locked(name) from None
    except Problem:
        raise
    except (CalamineError, ValueError, OSError, OverflowError):
        raise damaged(name) from None
    except BaseException as error:  # a panic of its Rust code is no Exception
        if type(error).__name__ != "PanicException":
            raise
        raise damaged(name) from None
    return sheets


def _measure(package: Package) -> None:
    """Counts what the parts unpack to before anybody keeps them in memory."""
    left = MOST_UNPACKED
    for part in package.parts:
        for piece in package.chunks(part, left):
            left -= len(piece)
            if left < 0:
                raise bloated(package.name, part)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return general(value)
    if isinstance(value, datetime):
        return day_shown(value.date())
    if isinstance(value, date):
        return day_shown(value)
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02d}"
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02d}"
    return str(value)
