"""Tables of a page: which lay out the page and which hold data, and the grid of the latter."""

from __future__ import annotations

from graphmodel.text import fold
from loaders.assembly import GridCell
from loaders.columns import heads_of
from loaders.web.boxes import MOST_COLUMNS, Box, words_in

MOST_PLACES = 300_000
"""Places of one grid. Where merged cells would cover more, each counts once."""
_ROWS_LOOKED_AT = 6


def is_layout(table: Box) -> bool:
    """Whether a table only lays out the page: it holds tables, or hardly more than one cell, or one cell with most of its words in many paragraphs."""
    rows = [[c for c in row if c.size] for group in _groups(table) for row in group]
    rows = [row for row in rows if row]
    if not rows or all(len(row) == 1 for row in rows):
        return True
    if any(_is_head(row) for row in rows[:_ROWS_LOOKED_AT]):
        return False
    if table.tables:
        return True
    if any(len(row) == 1 and row[0].paragraphs >= 4 and row[0].size * 2 >= table.size for row in rows):
        return True
    largest = max((cell for row in rows for cell in row), key=lambda c: c.size)
    return largest.size * 10 >= table.size * 7 and (largest.paragraphs >= 6 or largest.size >= 1_000)


def _is_head(row: list[Box]) -> bool:
    if not 2 <= len(row) <= 20 or any(cell.size > 40 for cell in row):
        return False
    return heads_of(["".join(fold("".join(w.text for w in words_in(cell))).split()) for cell in row]) is not None


def _groups(table: Box) -> list[list[list[Box]]]:
    """The rows of thead, each tbody and tfoot, in that order; cells of rows in order. What stands in no row or cell is none of them."""
    groups: dict[str, list[list[list[Box]]]] = {"thead": [], "tbody": [], "tfoot": []}
    for kid in table.kids:
        if isinstance(kid, Box) and not kid.out and kid.tag in groups:
            groups[kid.tag].append([_cells(row) for row in kid.kids if isinstance(row, Box) and not row.out and row.tag == "tr"])
    return [*groups["thead"], *groups["tbody"], *groups["tfoot"]]


def _cells(row: Box) -> list[Box]:
    return [c for c in row.kids if isinstance(c, Box) and not c.out and c.tag in ("td", "th")]


def rows_of(table: Box, number: int) -> list[list[GridCell]]:
    """The grid of a table, ``number`` counted from 1: the same cell at every place that it is merged over."""
    groups = _groups(table)
    grid, origins = _grid(groups, True)
    if sum(map(len, grid)) > MOST_PLACES:
        grid, origins = _grid(groups, False)
    hidden = {n for n, gone in enumerate(table.hidden) if gone}
    begin = {c for _, c in origins.values()} - hidden
    columns = sorted(begin)
    order = {c: n for n, c in enumerate(columns, 1)}
    begun = {r for r, _ in origins.values()}
    cells = {id(cell): GridCell(f"t{number}r{r + 1}c{order.get(c, 0)}", _lines(cell)) for cell, (r, c) in origins.items()}
    if len(begun) * len(columns) > MOST_PLACES * 4:
        return [[cell] for cell in cells.values() if not cell.empty]
    out = []
    for r, row in enumerate(grid):
        if r in begun:
            out.append([cells[id(row[c])] if c < len(row) and row[c] is not None else GridCell(f"t{number}r{r + 1}c{i + 1}") for i, c in enumerate(columns)])
    return out


def _grid(groups: list[list[list[Box]]], merged: bool) -> tuple[list[list[Box | None]], dict[Box, tuple[int, int]]]:
    """For each row the box at each column, and where each box begins. Merged cells end with their group, as in a browser."""
    grid: list[list[Box | None]] = []
    origins: dict[Box, tuple[int, int]] = {}
    places = 0
    for rows in groups:
        hanging: dict[int, tuple[Box, int]] = {}  # column -> (box, rows it still covers)
        for r, cells in enumerate(rows):
            row: dict[int, Box] = {}
            for column, (box, left) in list(hanging.items()):
                row[column] = box
                if left > 1:
                    hanging[column] = (box, left - 1)
                else:
                    del hanging[column]
            at = 0
            for box in cells:
                while at in row:
                    at += 1
                down, across = box.spans if merged else (1, 1)
                down = min(down or len(rows), len(rows) - r)
                across = min(max(across, 1), MOST_COLUMNS)
                origins[box] = (len(grid), at)
                for column in range(at, at + across):
                    if column in row and column > at:
                        break  # overlapping cells: the one above was there first
                    row[column] = box
                    if down > 1:
                        hanging[column] = (box, down - 1)
                at += 1
            width = max(row, default=-1) + 1
            places += width
            grid.append([row.get(c) for c in range(width)])
            if places > MOST_PLACES and merged:
                return grid, origins
    return grid, origins


def _lines(cell: Box) -> list[str]:
    return [line for words in words_in(cell) for line in words.text.split("\n")]
