"""Tables that the file itself tells apart, as rows of the grammar: each row a view ``| a | b |`` whose characters know where their cells stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphmodel.plan import Grid, Source, Span
from graphmodel.text import View

DITTO = "〃"
"""Stands in a view for a cell that is merged with the one above, as a drafter would write it by hand."""


@dataclass(frozen=True, slots=True)
class Row:
    """``span``: from the first character of its own cells to the last; ``view``: the cells between bars, ``〃`` where one is merged with the row above."""

    span: Span
    view: View
    cells: tuple[Span, ...]


def rows_of(text: str, grid: Grid) -> Iterator[Row]:
    """The rows of a table that hold words of their own."""
    above: tuple[Span, ...] = ()
    for cells in grid.rows:
        own = [c for n, c in enumerate(cells) if c[0] < c[1] and not _continues(cells, above, n)]
        if own:
            yield Row((min(a for a, _ in own), max(b for _, b in own)), _view(text, cells, above), cells)
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


def _view(text: str, cells: Sequence[Span], above: Sequence[Span]) -> View:
    letters: list[str] = ["|"]
    at: list[int] = [cells[0][0]]
    last: Span | None = None
    for n, cell in enumerate(cells):
        if _continues(cells, above, n):
            letters.append(DITTO)
            at.append(cell[0])
        elif cell[0] < cell[1] and cell != last:
            inner = _paragraphs(text, cell)
            letters.append(inner.text.replace("|", "/"))
            at.extend(inner.at)
        letters.append("|")
        at.append(max(cell[0], cell[1] - 1))
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
