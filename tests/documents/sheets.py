"""Tables of Excel and files of comma or tab divided values that hold a plan: paragraphs one a row, tables in columns."""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

from .parts import Pairs, Part, Table

WAYS = ("xlsx", "csv gbk", "csv utf-8", "tsv")


def sheet(parts: Sequence[Part], way: str = "xlsx") -> bytes:
    """The bytes of a file of cells; ``way`` is one of ``WAYS``."""
    if way == "xlsx":
        return _workbook(parts)
    out = io.StringIO(newline="")
    csv.writer(out, dialect="excel-tab" if way == "tsv" else "excel").writerows(_rows(parts))
    return out.getvalue().encode("gb18030" if way == "csv gbk" else "utf-8" if way == "tsv" else "utf-8-sig")


def _rows(parts: Sequence[Part]) -> Iterator[tuple[str, ...]]:
    for part in parts:
        if isinstance(part, Table):
            yield from part.rows
        elif isinstance(part, Pairs):
            yield tuple(x for label, value in part.pairs for x in (f"{label}：", value))
        else:
            yield (part.words,)


def _workbook(parts: Sequence[Part]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment

    book = Workbook()
    page = book.active
    page.title = "分工"
    widest = max((len(p.rows[0]) for p in parts if isinstance(p, Table)), default=1)
    at = 0
    for part in parts:
        for r, row in enumerate(_rows([part])):
            at += 1
            for c, words in enumerate(row, 1):
                if words:
                    value, form = _typed(words) if isinstance(part, Table) else (words, None)
                    cell = page.cell(at, c, value)
                    cell.alignment = Alignment(wrap_text=True)
                    if not isinstance(value, str):
                        cell.number_format = form or "General"
                    elif value.startswith("="):
                        cell.data_type = "s"
            across = isinstance(part, Table) and part.heads_group(r) or not isinstance(part, Table | Pairs)
            if across and widest > 1:
                page.merge_cells(start_row=at, end_row=at, start_column=1, end_column=widest)
    book.properties.created = book.properties.modified = datetime.datetime(2024, 1, 1)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _typed(words: str) -> tuple[Any, str | None]:
    """What Excel makes of a typed cell, and the format that prints it as typed."""
    if re.fullmatch(r"[1-9]\d{0,8}", words):
        return int(words), "0"
    if m := re.fullmatch(r"(\d{1,3}(?:\.\d+)?)%", words):
        return round(float(m[1]) / 100, 6), "0." + "0" * len(m[1].partition(".")[2]) + "%" if "." in m[1] else "0%"
    if m := re.fullmatch(r"(20\d\d)年(\d{1,2})月(?:(\d{1,2})日)?", words):
        return datetime.datetime(int(m[1]), int(m[2]), int(m[3] or 1)), 'yyyy"年"m"月"d"日"' if m[3] else 'yyyy"年"m"月"'
    return words, None
