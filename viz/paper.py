"""A table for paper: a title, a head, rows and bands that name groups of rows. What the writers of Word and Excel files are handed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from viz.seen import glyph, width

Cell = tuple[str, ...] | int | date
"""The paragraphs of a cell, a number, or the last day of a month."""


@dataclass(frozen=True, slots=True)
class Band:
    """Words over the full width. ``level``: 1 = outermost heading; 0: words that are no heading."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table. ``goes_on``: its first cell is one with that of the row above."""

    cells: tuple[Cell, ...]
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """``narrow``, ``wide``: columns of Chinese type it takes at least and at most, two for each character; ``centred``: its cells are set in the middle."""

    head: str
    narrow: int
    wide: int
    centred: bool = False
    choices: tuple[str, ...] = ()
    """What a cell may hold, where a person fills it in."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One table on its page or sheet. ``name``: of the sheet; ``below``: the line under the title; ``notes``: lines under the table."""

    name: str
    title: str
    below: str
    columns: tuple[Column, ...]
    rows: tuple[Band | Line, ...]
    notes: tuple[str, ...] = ()
    listing: bool = False
    """A list to be sorted and filtered, head row in the first line, and no page of a document."""


def harmless(text: str) -> str:
    """One paragraph without the characters that act or hide: control characters, marks of direction, blanks of no width. A tab is a blank."""
    return text if text.isprintable() else "".join(" " if c == "\t" else c for c in text if c == "\t" or glyph(c) == c)


def paragraphs(cell: Cell) -> list[str]:
    """The words of a cell, each line harmless."""
    if isinstance(cell, date):
        return [f"{cell.year}年{cell.month}月"]
    if isinstance(cell, int):
        return [str(cell)]
    return [harmless(line) for words in cell for line in words.split("\n")]


def shares(paper: Paper, whole: int) -> list[float]:
    """How the columns share ``whole`` columns of type: above the least each takes, by how much is written in it, none more than it can use."""
    written = [[sum(map(width, paragraphs(row.cells[n]))) for row in paper.rows if isinstance(row, Line)] for n in range(len(paper.columns))]
    longest = [max((width(w) for row in paper.rows if isinstance(row, Line) for w in paragraphs(row.cells[n])), default=0) for n in range(len(paper.columns))]
    rooms = [float(c.narrow) for c in paper.columns]
    most = [max(float(c.narrow), min(c.wide, size + 2.0)) for c, size in zip(paper.columns, longest)]
    weights = [(sum(w) / max(1, len(w))) ** 0.7 for w in written]
    for _ in range(len(rooms)):
        spare = whole - sum(rooms)
        open_ones = [n for n, (room, top) in enumerate(zip(rooms, most)) if room < top and weights[n]]
        if spare <= 0.5 or not open_ones:
            break
        total = sum(weights[n] for n in open_ones)
        for n in open_ones:
            rooms[n] = min(most[n], rooms[n] + spare * weights[n] / total)
    scale = whole / sum(rooms)
    return [room * scale for room in rooms]


def lines_of(cell: Cell, room: float) -> int:
    """How many lines the words of a cell take in a column of ``room``."""
    return max(1, sum(1 + int(max(0, width(words) - 1) // max(2.0, room)) for words in paragraphs(cell)))


def tallest(cells: Sequence[Cell], rooms: Sequence[float]) -> int:
    """Lines of the tallest cell of a row."""
    return max((lines_of(cell, room) for cell, room in zip(cells, rooms)), default=1)
