"""Tables that the file itself tells apart, as rows of the grammar: each row a view ``| a | b |`` whose characters know where their cells stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphmodel.plan import Grid, Source, Span
from graphmodel.text import View, fold
from loaders.columns import Column
from loaders.head_rows import MOST_ROWS, head_rows

_MOST_ABOVE_HEADS = 4  # rows: a title, a unit of measure
_LONGEST_HEAD = 40  # characters


@dataclass(frozen=True, slots=True)
class Row:
    """``span``: from the first character of its own cells to the last; ``view``: the cells between bars. A cell merged with the row above is left
    blank, unless the row has work of its own and the cell says who does it and when: that holds for every row it is merged over."""

    span: Span
    view: View
    cells: tuple[Span, ...]


def rows_of(text: str, grid: Grid) -> Iterator[Row]:
    """The rows of a table that hold words of their own."""
    above: tuple[Span, ...] = ()
    columns = _columns(text, grid)
    for cells in grid.rows:
        own = [c for n, c in enumerate(cells) if c[0] < c[1] and not _continues(cells, above, n)]
        if own:
            yield Row((min(a for a, _ in own), max(b for _, b in own)), _view(text, cells, above, _shared(cells, above, columns)), cells)
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


def _columns(text: str, grid: Grid) -> Sequence[Column]:
    """What the columns hold; nothing if none of the first rows heads them."""
    words: list[list[str]] = []
    above: tuple[Span, ...] = ()
    for cells in grid.rows[: _MOST_ABOVE_HEADS + MOST_ROWS]:
        own = [c if c != last and not _continues(cells, above, n) else (0, 0) for n, (c, last) in enumerate(zip(cells, (None, *cells)))]
        words.append(["".join(fold(text[x:y]).split()) if y - x <= _LONGEST_HEAD else "。" for x, y in own])
        above = cells
    found = next((f for n in range(_MOST_ABOVE_HEADS) if (f := head_rows(words[n : n + MOST_ROWS]))), None)
    return found[0] if found else ()


def _shared(cells: Sequence[Span], above: Sequence[Span], columns: Sequence[Column]) -> frozenset[int]:
    """The columns in which a row with work of its own shares a cell that says who and when with the row above."""
    works = any(k.kind == "task" and a < b and not _continues(cells, above, n) for n, ((a, b), k) in enumerate(zip(cells, columns)))
    return frozenset(n for n, k in enumerate(columns) if works and k.kind in ("role", "person", "deadline") and _continues(cells, above, n))


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
    letters, at = "", ()
    for view in views:
        if letters:
            letters, at = letters + " ", (*at, at[-1] + 1)
        letters, at = letters + view.text, (*at, *view.at)
    return View(letters, at)
