"""Answers as tables: a pandas frame, and the files people open. pandas and openpyxl are imported only here, inside the functions that need
them."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

from graphmodel.graph import AccountabilityGraph
from queries.measure import Answer, Column, Measure, named

if TYPE_CHECKING:
    import pandas as pd

Lang = Literal["zh", "en"]

# What a spreadsheet would run as a formula when a cell begins so (OWASP: CSV injection); full-width forms are taken for the same by some.
_FORMULA = re.compile(r"[=+\-@\t\r\n=+-@]")
_FIGURE = re.compile(r"[+-]?\d{1,30}(?:\.\d{1,30})?%?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
WIDTH = 80
GAP = 2
NARROWEST = 4
EXCEL_CELL = 32_767  # characters Excel takes in one cell


def table(measure: Measure | str, graph: AccountabilityGraph, lang: Lang = "zh", **options: Any) -> pd.DataFrame:
    """The answer as a pandas DataFrame with headings in ``lang``. ``measure``: a Measure or its name; ``options`` as the measure takes.

    Figures stay figures, absent values are missing (NA). Raises UnknownName for a question or unit that is not there.
    """
    return frame((named(measure) if isinstance(measure, str) else measure)(graph, **options), lang)


def frame(answer: Answer, lang: Lang = "zh") -> pd.DataFrame:
    """An answer as a DataFrame; tuples in cells become texts joined by 、. Two columns with one heading stay two."""
    import pandas as pd

    heads = _heads(answer, lang)
    cells = [[_value(_said(c, row.get(c.key), lang)) for c in answer.columns] for row in answer.rows]
    columns = {n: [row[n] for row in cells] for n in range(len(heads))}
    made = pd.DataFrame({n: pd.Series(values, dtype=object).convert_dtypes() for n, values in columns.items()}, index=range(len(cells)))
    made.columns = pd.Index(heads)
    return made


def _heads(answer: Answer, lang: Lang) -> list[str]:
    return [c.zh if lang == "zh" else c.en for c in answer.columns]


def _said(column: Column, value: Any, lang: Lang) -> Any:
    """A code of the answer in the reader's language."""
    return column.say.get(value, value) if lang == "zh" and isinstance(value, str) else value


def _value(value: Any) -> Any:
    if isinstance(value, (tuple, list, set, frozenset)):
        return "、".join(str(v) for v in value)
    return value


def _cell(value: Any, lang: Lang) -> str:
    """A value as people read it."""
    value = _value(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return ("是" if value else "否") if lang == "zh" else ("yes" if value else "no")
    if isinstance(value, float):
        return f"{value:.12g}"
    return _CONTROL.sub("", str(value))


def width(text: str) -> int:
    """Columns of a terminal the text takes: two for Chinese, none for what combines."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) or c in "\u200b\u200d\ufeff" else 1 for c in text)


def fit(text: str, columns: int) -> str:
    """The text cut to at most ``columns`` (… marks the cut) and filled up to it."""
    text = " ".join(text.split())
    if width(text) > columns:
        kept, used = "", 0
        for c in text:
            if used + width(c) > columns - 2:
                break
            kept, used = kept + c, used + width(c)
        text = kept + "…"
    return text + " " * (columns - width(text))


def as_text(answer: Answer, lang: Lang = "zh", columns: int = WIDTH) -> str:
    """The answer for a terminal of ``columns``: aligned by the width of Chinese; what does not fit stands in further blocks under the same
    first column."""
    shown = [c for n, c in enumerate(answer.columns) if n == 0 or _worth(c, answer)]
    heads = [c.zh if lang == "zh" else c.en for c in shown]
    cells = [[" ".join(_cell(_said(c, row.get(c.key), lang), lang).split()) for c in shown] for row in answer.rows]
    figures = [all(isinstance(row.get(c.key), (int, float)) or row.get(c.key) is None for row in answer.rows) for c in shown]
    lines: list[str] = []
    if not cells:
        lines.append("(无)" if lang == "zh" else "(none)")
    else:
        wanted = [max(width(h), *(width(row[n]) for row in cells)) for n, h in enumerate(heads)]
        for n, block in enumerate(_blocks(wanted, columns)):
            if n:
                lines.append("")
            lines.append(_line([heads[i] for i, _ in block], block, figures))
            lines.append((" " * GAP).join("-" * w for _, w in block))
            lines += [_line([row[i] for i, _ in block], block, figures) for row in cells]
    if answer.notes:
        lines.append("")
    for note in answer.notes:
        lines += _wrapped(note.zh if lang == "zh" else note.en, columns)
    return "\n".join(lines) + "\n"


def _worth(column: Column, answer: Answer) -> bool:
    """Whether a terminal shows the column: not the ids, not what is empty in every row, not the document where there is one."""
    values = {str(_value(row.get(column.key)) or "") for row in answer.rows}
    return not column.aside and values != {""} and not (column.key == "document" and len(values) == 1)


def _blocks(wanted: Sequence[int], columns: int) -> Iterator[list[tuple[int, int]]]:
    """Columns and their widths, in blocks no wider than the terminal: long columns are shortened first, then a new block begins with column
    0."""
    most = max(NARROWEST, (columns - GAP) // 2 - GAP)
    widths = [min(w, most) for w in wanted]
    block, used = [(0, widths[0])], widths[0]
    for i, w in enumerate(widths[1:], 1):
        if used + GAP + w > columns and len(block) > 1:
            yield _spread(block, wanted, columns)
            block, used = [(0, widths[0])], widths[0]
        block.append((i, w))
        used += GAP + w
    yield _spread(block, wanted, columns)


def _spread(block: list[tuple[int, int]], wanted: Sequence[int], columns: int) -> list[tuple[int, int]]:
    """Gives what is left of the line to the columns that were shortened, and takes what is too much from the widest."""
    widths = dict(block)
    left = columns - sum(widths.values()) - GAP * (len(widths) - 1)
    while left < 0:
        widest = max(widths, key=lambda i: widths[i])
        take = min(-left, max(1, widths[widest] - NARROWEST))
        widths[widest] -= take
        left += take
    for i in sorted(widths, key=lambda i: -wanted[i]):
        more = min(left, wanted[i] - widths[i])
        widths[i] += more
        left -= more
    return list(widths.items())


def _line(cells: Sequence[str], block: Sequence[tuple[int, int]], figures: Sequence[bool]) -> str:
    shown = []
    for text, (i, w) in zip(cells, block):
        filled = fit(text, w)
        shown.append(" " * (len(filled) - len(filled.rstrip())) + filled.rstrip() if figures[i] else filled)
    return (" " * GAP).join(shown).rstrip()


def _wrapped(text: str, columns: int) -> list[str]:
    lines, line, used = [], "", 0
    for word in re.findall(r"[!-~]{1,60}|\s|.", text):
        if used + width(word) > columns and line:
            lines.append(line.rstrip())
            line, used = "", 0
        if word.isspace() and not line:
            continue
        line, used = line + word, used + width(word)
    return [*lines, line.rstrip()] if line.strip() else lines


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula: a ' before =, +, -, @ and the like; figures (-3.5, +2%) stay."""
    return f"'{text}" if _FORMULA.match(text) and not _FIGURE.fullmatch(text) else text


def as_csv(answer: Answer, lang: Lang = "zh") -> bytes:
    """The answer as CSV in UTF-8 with BOM (Excel reads it right), formula-safe, lines ended by CR LF (RFC 4180). Notes are left out."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([safe(h) for h in _heads(answer, lang)])
    for row in answer.rows:
        writer.writerow([safe(_cell(_said(c, row.get(c.key), lang), lang)) for c in answer.columns])
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
    """The answer as an Excel file: filters, a frozen head row, widths by content. Texts are written as texts (never a formula), control
    characters are left out;
    the notes stand on a second sheet. Nothing in the file depends on the clock."""
    from datetime import datetime

    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.properties.created = book.properties.modified = datetime(2000, 1, 1)
    sheet = book.active
    sheet.title = re.sub(r"[\\/*?:\[\]]", " ", title)[:31] or "fengong"
    heads = _heads(answer, lang)
    for n, head in enumerate(heads, 1):
        _write(sheet.cell(1, n), head, lang)
        sheet.cell(1, n).font = Font(bold=True)
        longest = max([width(head) + 4, *(min(width(line), 60) for row in answer.rows for line in [_cell(row.get(answer.columns[n - 1].key), lang)])])
        sheet.column_dimensions[get_column_letter(n)].width = min(max(longest + 2, 6), 60)
    for y, row in enumerate(answer.rows, 2):
        for n, column in enumerate(answer.columns, 1):
            _write(sheet.cell(y, n), _said(column, row.get(column.key), lang), lang)
            sheet.cell(y, n).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "B2"
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
    return _without_clock(out.getvalue())


def _write(cell: Any, value: Any, lang: Lang) -> None:
    value = _value(value)
    if value is None:
        return
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        cell.value = value
        return
    cell.value = _cell(value, lang)[:EXCEL_CELL]
    cell.data_type = "s"


def _without_clock(data: bytes) -> bytes:
    """The same package with fixed dates: openpyxl stamps the time of saving into every member and into the properties."""
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]{0,80}>)[^<]{0,40}", rb"\g<1>2000-01-01T00:00:00Z", content)
            new.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
