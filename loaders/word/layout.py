"""Lays the blocks of a Word file down as lines and tables. Tables that only lay out a page become the paragraphs they hold."""

from __future__ import annotations

from loaders.assembly import Assembly, GridCell
from loaders.columns import heads_of
from loaders.word.blocks import Block, Cell, Paragraph, Table, cells_of, paragraphs_of

_NEARLY_WHOLE = 0.6
"""Of the document's characters: a cell that holds so much is a page, not a cell."""
_MANY = 8
"""Paragraphs in one cell, from which it may be a page."""


def lay(blocks: list[Block], assembly: Assembly) -> None:
    """Adds blocks to the text, in order. The origin of a line is its Paragraph."""
    _lay(blocks, assembly, sum(len(p.text) for p in paragraphs_of(blocks)))


def _lay(blocks: list[Block], assembly: Assembly, whole: int) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            assembly.line(block.text, block.place, True, block)
        elif is_layout(block, whole):
            for cell in cells_of(block):
                _lay(cell.blocks, assembly, whole)
        else:
            made = {cell: _grid_cell(cell) for cell in cells_of(block)}
            assembly.table([[made[cell] for cell in row] for row in block.rows])


def is_layout(table: Table, whole: int) -> bool:
    """Whether a table holds a single cell with words, or a cell that holds nearly the ``whole`` text (characters) or another table."""
    cells = [(cell, paragraphs_of(cell.blocks)) for cell in cells_of(table)]
    full = [cell for cell, inside in cells if any(p.text.strip() for p in inside)]
    if len(full) <= 1:
        return True
    pages = any(len(inside) >= _MANY and sum(len(p.text) for p in inside) >= _NEARLY_WHOLE * whole for _, inside in cells)
    nested = any(isinstance(b, Table) and _is_real(b) for cell in full for b in cell.blocks)
    return (pages or nested) and not _is_data(table, set(full))


def _is_data(table: Table, full: set[Cell]) -> bool:
    """Whether a table has heads of columns, or rows of three and more cells with words: pages are laid out in fewer columns."""
    return any(_is_head(row) for row in table.rows[:3]) or sum(len(full & set(row)) >= 3 for row in table.rows) >= 2


def _is_real(table: Table) -> bool:
    """Whether a table has rows and columns."""
    return len(table.rows) > 1 and any(len(dict.fromkeys(row)) > 1 for row in table.rows)


def _is_head(row: list[Cell]) -> bool:
    words = ["".join("".join(p.text for p in paragraphs_of(cell.blocks)).split()) for cell in dict.fromkeys(row)]
    words = [w for w in words if w]
    return all(len(w) <= 24 for w in words) and heads_of(words) is not None


def _grid_cell(cell: Cell) -> GridCell:
    inside = paragraphs_of(cell.blocks)
    return GridCell(cell.place, [p.text for p in inside], list(inside), [p.place for p in inside])
