"""Findings as a table of plain text: CSV, one row a finding, all levels."""

from __future__ import annotations

from viz.format import Sheet, findings_format
from viz.rows import COLUMNS, Cell, no_formula, rows

_BETWEEN = " ⏎ "  # several things in one cell: a row is one line of the file, whatever reads it


@findings_format("csv", suffixes=(".csv",), data=True, goes="bytes")
def csv(sheet: Sheet) -> bytes:
    """RFC 4180 in UTF-8 with a byte order mark, without which Excel takes Chinese for the local code page; no cell is a formula."""
    import csv as writers
    import io

    out = io.StringIO()
    writer = writers.writer(out, lineterminator="\r\n")
    writer.writerow([column.name(sheet.lang) for column in COLUMNS])
    writer.writerows([_cell(cell) for cell in row] for row in rows(sheet))
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def _cell(cell: Cell) -> str | int:
    if isinstance(cell, int):
        return cell
    return no_formula(cell if isinstance(cell, str) else _BETWEEN.join(cell))
