"""Workbooks for tests: sheets of rows by openpyxl, other formats by LibreOffice, and a plan's text laid out as sheets."""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

Row = Sequence[Any]


def book(*sheets: tuple[str, Sequence[Row]], merge: Sequence[str] = (), formats: dict[str, str] | None = None) -> Any:
    """A workbook of openpyxl; ``merge`` and ``formats`` (cell -> number format) are of the first sheet."""
    import openpyxl

    out = openpyxl.Workbook()
    out.remove(out.active)
    for name, rows in sheets:
        sheet = out.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    first = out.worksheets[0]
    for cell, code in (formats or {}).items():
        first[cell].number_format = code
    for reference in merge:
        first.merge_cells(reference)
    return out


def xlsx(made: Any) -> bytes:
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def converted(data: bytes, suffix: str, folder: Path, soffice: str) -> bytes:
    """The same workbook in another format, by LibreOffice."""
    source = folder / "book.xlsx"
    source.write_bytes(data)
    subprocess.run(
        [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", suffix, "--outdir", str(folder), str(source)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return (folder / f"book.{suffix}").read_bytes()


def delimited(rows: Sequence[Row], encoding: str = "utf-8-sig", sign: str = ",", before: str = "") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=sign).writerows(rows)
    return (before + out.getvalue()).encode(encoding)


def rows_of(text: str) -> list[list[str]]:
    """A plan's text as the rows of a sheet: a paragraph a row; a row of a table between bars is one of cells, so is a table with a cell a line."""
    out: list[list[str]] = []
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    n = 0
    while n < len(lines):
        if lines[n] == "序号":
            width = next(k for k in range(1, 12) if lines[n + k] == "1")
            end = next((k for k in range(n + width, len(lines), width) if not lines[k].isdigit()), len(lines))
            out.extend(lines[k : k + width] for k in range(n, end, width))
            n = end
            continue
        if lines[n].startswith("|"):
            if set(lines[n]) - set("|-: "):
                out.append([c.strip() for c in lines[n].strip("|").split("|")])
        else:
            out.append([lines[n]])
        n += 1
    return out
