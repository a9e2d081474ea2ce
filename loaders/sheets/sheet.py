"""The sheets of a workbook, whatever file they come from."""

from __future__ import annotations

from dataclasses import dataclass, field

from graphmodel.patterns import pattern
from graphmodel.problems import Problem

MOST_CELLS = 900_000
"""Cells with words or figures in all sheets together: ten times as many as the longest list of duties has, and 500 MB of memory."""
MOST_CHARACTERS = 20_000_000
MOST_SHEETS = 1_000
MOST_UNPACKED = 300_000_000
"""Bytes of all parts of a workbook that are read. They are never in memory at once."""
MOST_MERGED = 1_000_000
"""Places that merged cells cover."""

Range = tuple[int, int, int, int]
"""First row, first column, last row, last column, all counted from 0."""
_PLAIN_NAME = pattern(r"[^\W\d][\w.]{0,30}")
_LIKE_A_CELL = pattern(r"[A-Za-z]{1,3}\d{1,7}|[Rr]\d{0,7}[Cc]\d{0,5}|[RrCc]")


@dataclass(slots=True)
class Cells:
    """Some cells to be named in a remark: the first few, and how many there are."""

    first: list[tuple[int, int]] = field(default_factory=list)
    number: int = 0

    def add(self, row: int, column: int) -> None:
        self.number += 1
        if len(self.first) < 3:
            self.first.append((row, column))


@dataclass(slots=True)
class Sheet:
    """``rows``: by row and column, counted from 0, the words of every cell that has some, as the sheet shows them. ``hidden_*``: how many are hidden.
    ``uncomputed``: formulas without a value. ``errors``: cells whose value is an error (#REF!), which are left out of ``rows``."""

    name: str
    visible: bool = True
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    merged: list[Range] = field(default_factory=list)
    hidden_rows: int = 0
    hidden_columns: int = 0
    uncomputed: Cells = field(default_factory=Cells)
    errors: Cells = field(default_factory=Cells)

    def put(self, row: int, column: int, words: str) -> None:
        self.rows.setdefault(row, {})[column] = words


class Room:
    """How much more a workbook may hold."""

    __slots__ = ("cells", "characters", "name")

    def __init__(self, name: str) -> None:
        """``name``: the file's, for messages."""
        self.name, self.cells, self.characters = name, MOST_CELLS, MOST_CHARACTERS

    def take(self, cells: int, characters: int) -> None:
        """Raises Problem if that is more than there is."""
        self.cells -= cells
        self.characters -= characters
        if self.cells < 0 or self.characters < 0:
            raise too_many(self.name)


def letters(column: int) -> str:
    """0 -> A, 26 -> AA."""
    out = ""
    column += 1
    while column > 0:
        column, rest = divmod(column - 1, 26)
        out = chr(65 + rest) + out
    return out


def column_of(name: str) -> int:
    """A -> 0, AA -> 26."""
    n = 0
    for c in name:
        n = n * 26 + ord(c) - 64
    return n - 1


def prefix(name: str) -> str:
    """What stands before a cell of a sheet, quoted where Excel quotes it: ``表1!``, ``'任务 表'!``; nothing where a file has no sheets."""
    if not name:
        return ""
    if _PLAIN_NAME.fullmatch(name) and not _LIKE_A_CELL.fullmatch(name):
        return f"{name}!"
    return "'" + name.replace("'", "''") + "'!"


def place(name: str, row: int, column: int) -> str:
    """``Sheet1!C7``."""
    return f"{prefix(name)}{letters(column)}{row + 1}"


def too_many(name: str) -> Problem:
    """The sentence about a workbook that holds more than any plan."""
    return Problem(
        f"{name} 的单元格超过 {MOST_CELLS // 10_000} 万个或文字超过 {MOST_CHARACTERS // 10_000} 万字，不像一份方案，未读取；请只留下任务分工的工作表，另存后再试。",
        f"{name} has more than {MOST_CELLS:,} cells or {MOST_CHARACTERS:,} characters and was not read: no plan has as many; keep only the sheets that allot tasks.",
    )
