"""Cells of an Excel sheet that hold numbers, days or texts and never a formula."""

from __future__ import annotations

from datetime import date
from typing import Any

from graphmodel.patterns import pattern

MOST = 32_767  # UTF-16 code units Excel takes in one cell
LINE, TALLEST = 15, 409  # points of a line; of the tallest row Excel has
_CODE = pattern(r"_(?=x[0-9A-Fa-f]{4}_)")  # _x001B_ in a cell is the character U+001B to Excel


def write(cell: Any, value: str | int | float | date | tuple[str, ...]) -> None:
    """A number as a number, a day as a day, all else as a text: ``quotePrefix`` keeps it one when a person edits the cell."""
    if isinstance(value, (int, float, date)):
        cell.value = value
        return
    text = _CODE.sub("_x005F_", value if isinstance(value, str) else "\n".join(value))
    if text:
        cell.value = cut(text)
        cell.data_type = "s"
        cell.quotePrefix = True


def cut(text: str) -> str:
    """As much of a text as Excel takes in a cell."""
    units = text.encode("utf-16-le", "replace")
    return text if len(units) <= 2 * MOST else units[: 2 * (MOST - 1)].decode("utf-16-le", "ignore") + "…"
