"""Tables that the file itself tells apart, as rows of the grammar: each row a view ``| a | b |`` whose characters know where their cells stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphmodel.plan import Grid, Source, Span
from graphmodel.text import View, fold
from loaders.columns import Column
from loaders.head_rows import MOST_ROWS, head_rows

_HEAD_ROWS = 12
"""So far from the top the head of a table is looked for."""
_LONGEST_HEAD = 40
_SHARED = ("role", "deadline", "person", "measure")


@dataclass(frozen=True, slots=True)
class Row:
    """``span``: from the first character of its cells to the last; ``view``: the cells between bars, a cell merged with the row above left blank
    unless that is how the row says who and when."""

    span: Span
    view: View
    cells: tuple[Span, ...]


def rows_of(text: str, grid: Grid) -> Iterator[Row]:
    """The rows of a table that hold words of their own."""
    above: tuple[Span, ...] = ()
    columns: tuple[Column, ...] | None = None
    for cells in grid.rows:
        own = [c for n, c in enumerate(cells) if c[0] < c[1] and not _continues(cells, above, n)]
        if own:
            merged = len(own) < sum(c[0] < c[1] for c in cells) and bool(above)
            if merged and columns is None:
                columns = _columns(text, grid)
            shared = _shared(cells, above, columns) if merged and columns else frozenset()
            yield Row((min(a for a, _ in own), max(b for _, b in own)), _view(text, cells, above, shared), cells)
        above = cells


def tables_of(source: Source) -> tuple[tuple[Span, tuple[Row, ...]], ...]:
    """Each table of a source: what it covers in the text, and its rows."""
    out = []
    for grid in source.tables:
        rows = tuple(rows_of(source.text, grid))
        if rows:
            out.append(((rows[0].span[0], max(r.span[1] for r in rows)), rows))
    return tuple(out)


def _continues(cells: Sequence[Span], above: Sequence[Span], n: int) -> bool:
    return n < len(above) and cells[n][0] < cells[n][1] and cells[n] == above[n]


def _columns(text: str, grid: Grid) -> tuple[Column, ...]:
    """What the columns hold, by the first head; () if there is none near the top."""
    names: list[list[str]] = []
    above: tuple[Span, ...] = ()
    for cells in grid.rows[: _HEAD_ROWS + MOST_ROWS]:
        own = ["" if _continues(cells, above, n) or n and cell == cells[n - 1] else fold("".join(text[slice(*cell)].split())) for n, cell in enumerate(cells)]
        names.append(own)
        above = cells
    found = (head_rows(names[n : n + MOST_ROWS]) for n in range(min(_HEAD_ROWS, len(names))) if max(map(len, names[n])) <= _LONGEST_HEAD)
    return next((tuple(columns[0]) for columns in found if columns), ())


def _shared(cells: Sequence[Span], above: Sequence[Span], columns: Sequence[Column]) -> frozenset[int]:
    """The columns that say who and by when with a cell that is merged with the row above, in a row with work of its own."""
    work = [n for n, c in enumerate(columns[: len(cells)]) if c.kind == "task"]
    if not work or not any(cells[n][0] < cells[n][1] and not _continues(cells, above, n) for n in work):
        return frozenset()
    return frozenset(n for n, c in enumerate(columns[: len(cells)]) if c.kind in _SHARED and _continues(cells, above, n))


def _view(text: str, cells: Sequence[Span], above: Sequence[Span], shared: frozenset[int]) -> View:
    letters: list[str] = ["|"]
    at: list[int] = [cells[0][0]]
    last: Span | None = None
    for n, cell in enumerate(cells):
        again = cell == last and cell[0] < cell[1] or n not in shared and _continues(cells, above, n)
        if cell[0] < cell[1] and not again:
            inner = _paragraphs(text, cell)
            letters.append(inner.text.replace("|", "/"))
            at.extend(inner.at)
        letters.append("|")
        at.append(cell[1])
        last = cell
    return View("".join(letters), tuple(at))


def _paragraphs(text: str, cell: Span) -> View:
    """The words of a cell; between two of its paragraphs one blank, at the place of the line break."""
    views: list[View] = []
    start = cell[0]
    while start < cell[1]:
        stop = text.find("\n", start, cell[1])
        stop = cell[1] if stop < 0 else stop
        if (view := View.of(text, (start, stop))).text.strip():
            views.append(view)
        start = stop + 1
    letters = " ".join(view.text for view in views)
    at: list[int] = []
    for view in views:
        at.extend([at[-1] + 1, *view.at] if at else view.at)
    return View(letters, tuple(at))
