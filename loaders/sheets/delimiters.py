"""Which sign divides the cells of a text, and the cells: quoted line breaks, ``sep=;``, ``="001"``."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence

from graphmodel.patterns import pattern
from graphmodel.text import fold
from loaders.head_rows import head_rows
from loaders.sheets.sheet import MOST_CELLS, Room, Sheet, too_many

_SIGNS = (",", "\t", ";", "|")
_SAMPLE = 200  # rows
_SEPARATOR = pattern(r"sep=(?P<sign>[^\r\n])[ ,;\t]{0,20}(?:\r\n|\r|\n)", 2)
_AS_TEXT = pattern(r'=\s?"(?P<words>[^"]*)"')  # ="001" keeps Excel from making it 1
_MOST_LINES = 200  # of one cell: a quote that nobody closed


def sheet_of(text: str, name: str) -> Sheet:
    """The cells of a delimited text as a sheet without a name. ``name``: of the file, for messages. Raises Problem."""
    text = text.removeprefix("\ufeff")
    stated = _SEPARATOR.match(text)
    sign = stated["sign"] if stated else _sign(text, name)
    rows = _rows(text[stated.end() :] if stated else text, sign, name)
    sheet, room = Sheet(""), Room(name)
    table = _has_head(rows) or _is_table(rows) or _divides(text, sign, rows)
    for r, row in enumerate(rows):
        cells = {c: words for c, cell in enumerate(row) if (words := _cell(cell))}
        if not table and len(cells) > 1:
            cells = {0: sign.join(row).rstrip(sign)}  # a sentence that holds the sign
        if cells:
            room.take(len(cells), sum(map(len, cells.values())))
            sheet.rows[r] = cells
    return sheet


def _divides(text: str, sign: str, rows: Sequence[Sequence[str]]) -> bool:
    """Whether the sign only ever divides cells: sentences hold another comma, or are quoted where they hold this one."""
    return sign == "\t" or any(sign in cell for row in rows for cell in row) or sign == "," and text.count("，") > text.count(",")


def _cell(cell: str) -> str:
    m = _AS_TEXT.fullmatch(cell.strip()) if cell[:2].startswith(("=", " =")) else None
    words = m["words"] if m else cell
    return words.replace("\r\n", "\n").replace("\r", "\n") if words.strip() else ""


def _sign(text: str, name: str) -> str:
    """The sign under which the head of a table is found, else the one that divides most rows into equally many cells; the usual one where most are sentences."""
    start = text[:200_000]
    best = [(0.0, 0, _SIGNS[0])]
    for n, sign in enumerate(_SIGNS):
        if sign not in start:
            continue
        rows = [row for row in _rows(start, sign, name)[:_SAMPLE] if any(row)]
        widths = Counter(len(row) for row in rows if len(row) > 1)
        regular = max(widths.values(), default=0) / max(1, len(rows))
        best.append((regular + _has_head(rows) * 2, -n, sign))
    regular, _, sign = max(best)
    usual = "\t" if name.lower().endswith((".tsv", ".tab")) else ","
    return sign if regular > 0.5 or sign == "\t" and usual not in start else usual


def _rows(text: str, sign: str, name: str) -> list[list[str]]:
    """The rows; where a quote was never closed they are read without regard to quotes."""
    limit = csv.field_size_limit(2**31 - 1)
    try:
        rows = _bounded(csv.reader(io.StringIO(text, newline=""), delimiter=sign), name)
        if any(len(cell) > _MOST_LINES and cell.count("\n") > _MOST_LINES for row in rows for cell in row):
            rows = _bounded(csv.reader(io.StringIO(text, newline=""), delimiter=sign, quoting=csv.QUOTE_NONE), name)
    except csv.Error:
        rows = _bounded((line.split(sign) for line in text.splitlines()), name)
    finally:
        csv.field_size_limit(limit)
    return rows


def _bounded(rows: Iterable[list[str]], name: str) -> list[list[str]]:
    """The rows of a reader, empty cells counted too. Raises Problem where there are more than can be."""
    out, left = [], 4 * MOST_CELLS
    for row in rows:
        left -= len(row)
        if left < 0:
            raise too_many(name)
        out.append(row)
    return out


def _has_head(rows: Sequence[Sequence[str]]) -> bool:
    names = [["".join(fold(cell).split()) if len(cell) < 60 else cell[:60] for cell in row] for row in rows[:_SAMPLE]]
    return any(sum(map(bool, row)) > 1 and head_rows(names[n : n + 3]) is not None for n, row in enumerate(names))


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether most rows have several cells, and equally many of them."""
    sample = [sum(bool(c.strip()) for c in row) for row in rows[:_SAMPLE] if any(row)]
    return sum(n > 1 for n in sample) * 2 > len(sample) and max(Counter(len(r) for r in rows[:_SAMPLE] if any(r)).values(), default=0) * 2 > len(sample)
