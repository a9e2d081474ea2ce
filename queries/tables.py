"""Answers as tables: a pandas frame, and the files people open. pandas and openpyxl are imported only here, inside the functions that need
them."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from graphmodel.graph import AccountabilityGraph
from graphmodel.office import without_clock
from graphmodel.patterns import pattern
from queries.cells import Lang, headings, joined, said, shown
from queries.measure import Answer, Measure, named
from queries.terminal import as_text as as_text
from queries.terminal import width

if TYPE_CHECKING:
    import pandas as pd

# What a spreadsheet would run as a formula when a cell begins so (OWASP: CSV injection); full-width forms are taken for the same by some.
_FORMULA = pattern(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_FIGURE = pattern(r"[+-]?\d{1,30}(?:\.\d{1,30})?%?")
MARK = 4  # columns of a mark: 牵责; what holds such marks has a fuller heading, which stands upright
LEAD = "牵"
_A4_MARKS, _A3_MARKS = 28, 60  # columns of marks that can be read on one sheet of that size
EXCEL_CELL = 32_767  # characters Excel takes in one cell


def table(measure: Measure | str, graph: AccountabilityGraph, lang: Lang = "zh", **options: Any) -> pd.DataFrame:
    """The answer as a pandas DataFrame with headings in ``lang``. ``measure``: a Measure or its name; ``options`` as the measure takes.

    Figures stay figures, absent values are missing (NA). Raises UnknownName for a question or unit that is not there.
    """
    return frame((named(measure) if isinstance(measure, str) else measure)(graph, **options), lang)


def frame(answer: Answer, lang: Lang = "zh") -> pd.DataFrame:
    """An answer as a DataFrame; tuples in cells become texts joined by 、. Two columns with one heading stay two."""
    import pandas as pd

    heads = headings(answer, lang)
    cells = [[joined(said(c, row.get(c.key), lang)) for c in answer.columns] for row in answer.rows]
    columns = {n: [row[n] for row in cells] for n in range(len(heads))}
    made = pd.DataFrame({n: pd.Series(values, dtype=object).convert_dtypes() for n, values in columns.items()}, index=range(len(cells)))
    made.columns = pd.Index(heads)
    return made


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula: a ' before =, +, -, @ and the like; figures (-3.5, +2%) stay."""
    return f"'{text}" if _FORMULA.match(text) and not _FIGURE.fullmatch(text) else text


def as_csv(answer: Answer, lang: Lang = "zh") -> bytes:
    """The answer as CSV in UTF-8 with BOM (Excel reads it right), formula-safe, lines ended by CR LF (RFC 4180). Notes are left out."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([safe(h) for h in headings(answer, lang)])
    for row in answer.rows:
        writer.writerow([safe(shown(said(c, row.get(c.key), lang), lang)) for c in answer.columns])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def as_json(answer: Answer, lang: Lang = "zh") -> str:
    """The answer as JSON: ``columns`` (key and heading), ``rows`` (objects by key), ``notes``. Figures stay figures, absent values are
    null."""
    whole = {
        "columns": [{"key": c.key, "name": c.zh if lang == "zh" else c.en} for c in answer.columns],
        "rows": [{c.key: _plain(row.get(c.key)) for c in answer.columns} for row in answer.rows],
        "notes": [n.zh if lang == "zh" else n.en for n in answer.notes],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, (tuple, list)):
        return [_plain(v) for v in value]
    return value if value is None or isinstance(value, (bool, int, float)) else str(value)


def as_xlsx(answer: Answer, lang: Lang = "zh", title: str = "fengong") -> bytes:
    """The answer as an Excel file: filters, a frozen head row that is printed on every page, widths by content, columns of marks (牵, 责) narrow
    under upright heads. Texts are written as texts (never a formula), control characters are left out; the notes stand on a second sheet.
    Nothing in the file depends on the clock."""
    from datetime import datetime

    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.properties.created = book.properties.modified = datetime(2000, 1, 1)
    sheet = book.active
    sheet.title = pattern(r"[\\/*?:\[\]]").sub(" ", title)[:31] or "fengong"
    heads, upright = [c.told or h for c, h in zip(answer.columns, headings(answer, lang))], set[int]()
    for n, head in enumerate(heads, 1):
        _write(sheet.cell(1, n), head, lang)
        sheet.cell(1, n).font = Font(bold=True)
        longest = max((min(width(shown(row.get(answer.columns[n - 1].key), lang)), 60) for row in answer.rows), default=0)
        marks = bool(answer.columns[n - 1].told)
        sheet.column_dimensions[get_column_letter(n)].width = MARK + 2 if marks else min(max(longest + 2, width(head) + 6), 60)
        sheet.cell(1, n).alignment = Alignment(text_rotation=90 if marks else 0, horizontal="center" if marks else None, vertical="bottom", wrap_text=not marks)
        upright.update({n} if marks else ())
    for y, row in enumerate(answer.rows, 2):
        for n, column in enumerate(answer.columns, 1):
            _write(sheet.cell(y, n), said(column, row.get(column.key), lang), lang)
            sheet.cell(y, n).alignment = Alignment(wrap_text=True, vertical="top", horizontal="center" if n in upright else None)
    if upright:
        sheet.row_dimensions[1].height = 6 * max(width(heads[n - 1]) for n in upright)
        _as_marks(sheet, upright)
    sheet.freeze_panes = "B2"
    sheet.print_title_rows, sheet.page_setup.orientation, sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = "1:1", "landscape", 0, True
    sheet.page_setup.paperSize = 8 if len(upright) > _A4_MARKS else 9  # A3, A4
    sheet.page_setup.fitToWidth, sheet.print_title_cols = -(-len(upright) // _A3_MARKS) or 1, "A:A"
    sheet.print_options.gridLines = not upright
    sheet.page_margins.left = sheet.page_margins.right = sheet.page_margins.top = sheet.page_margins.bottom = 0.4
    if heads:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{len(answer.rows) + 1}"
    if answer.notes:
        notes = book.create_sheet("说明" if lang == "zh" else "Notes")
        notes.column_dimensions["A"].width = 100
        for y, note in enumerate(answer.notes, 1):
            _write(notes.cell(y, 1), note.zh if lang == "zh" else note.en, lang)
            notes.cell(y, 1).alignment = Alignment(wrap_text=True, vertical="top")
    out = io.BytesIO()
    book.save(out)
    return without_clock(out.getvalue())


def _as_marks(sheet: Any, upright: set[int]) -> None:
    """Marks as on paper: thin grey lines, the head tinted, the one that leads filled, so that it is seen without reading."""
    from openpyxl.styles import Border, Font, PatternFill, Side

    thin = Side(style="thin", color="BBBBBB")
    lines, tinted, filled = Border(left=thin, right=thin, top=thin, bottom=thin), PatternFill("solid", fgColor="F4F6F9"), PatternFill("solid", fgColor="C9DAF8")
    for row in sheet.iter_rows():
        for cell in row:
            cell.border = lines
            if cell.row == 1 or cell.column not in upright:
                cell.fill = tinted
            elif str(cell.value or "").startswith(LEAD):
                cell.fill, cell.font = filled, Font(bold=True)


def _write(cell: Any, value: Any, lang: Lang) -> None:
    value = joined(value)
    if value is None:
        return
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        cell.value = value
        return
    cell.value = shown(value, lang)[:EXCEL_CELL]
    cell.data_type = "s"
