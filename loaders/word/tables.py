"""The grid of a table: which cell stands at which place when cells are merged."""

from __future__ import annotations

from loaders.assembly import MOST_PLACES
from loaders.packages import bloated
from loaders.word.blocks import Cell

MOST_COLUMNS = 500
"""Word itself allows 63."""


class Grid:
    """Puts the cells of a table to their places, row by row."""

    def __init__(self, name: str) -> None:
        """``name``: the file's, for messages."""
        self._name = name
        self._rows: list[list[Cell]] = []
        self._row: list[Cell] = []
        self._row_place = ""
        self._above: dict[int, Cell] = {}
        self._merging: dict[int, Cell] = {}
        self._width = 0

    def row(self, place: str, before: int) -> None:
        """Begins a row. ``before``: columns of the grid that it leaves out at its left."""
        self._row = []
        self._rows.append(self._row)
        self._row_place = place
        self._above, self._merging = self._merging, {}
        if before > 0:
            self._put(Cell(self.place), before)

    @property
    def place(self) -> str:
        """Of the next cell of the row: ``t3r4c2``."""
        return f"{self._row_place}c{len(self._row) + 1}"

    def goes_on(self, span: int, down: str | None, across: str | None) -> bool:
        """Whether the next cell is only the continuation of the one above or to the left; then that one is put to its places."""
        at = len(self._row)
        if across == "continue" and self._row:
            self._put(self._row[-1], span)
            return True
        if down is not None and down != "restart" and at in self._above:
            self._merging[at] = self._above[at]
            self._put(self._above[at], span)
            return True
        return False

    def add(self, cell: Cell, span: int, merges: bool) -> None:
        """Puts a cell of its own. ``merges``: cells below may continue it."""
        if merges:
            self._merging[len(self._row)] = cell
        self._put(cell, span)

    def _put(self, cell: Cell, span: int) -> None:
        self._row.extend([cell] * min(max(span, 1), MOST_COLUMNS))
        self._width = max(self._width, len(self._row))
        if self._width * len(self._rows) > MOST_PLACES:
            raise bloated(self._name)

    def finished(self) -> list[list[Cell]]:
        """The rows; a cell merged over several places stands at each of them."""
        return self._rows
