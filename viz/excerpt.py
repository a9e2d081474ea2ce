"""A place in the plan as compilers show theirs: the line with its number, and marks under the words that are meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graphmodel.plan import Span
from graphmodel.text import Lines
from viz.seen import columns, glyphs

_ROWS_OF_A_LINE = 3
_LINES_OF_A_SPAN = 4
_BEFORE = 16  # characters shown before the marked words where the line is too long


@dataclass(frozen=True, slots=True)
class Row:
    """``number``: of the line, None where the row goes on with it or stands for lines left out; ``marks``: ``^`` under what is meant."""

    number: int | None
    text: str
    marks: str


def excerpt(lines: Lines, span: Span, room: int, ambiguous: int = 1) -> list[Row]:
    """The rows that show ``span`` of a text, none wider than ``room`` columns. A span of many lines is shown by its first and last."""
    first, last = lines.of(span)
    numbers = [n for n in range(first, last + 1) if lines.text[slice(*lines.span(n))].strip()]
    if len(numbers) > _LINES_OF_A_SPAN:
        head, tail = numbers[: _LINES_OF_A_SPAN - 1], numbers[-1:]
        return [*_all(lines, head, span, room, ambiguous), Row(None, "…", ""), *_all(lines, tail, span, room, ambiguous)]
    return list(_all(lines, numbers, span, room, ambiguous))


def _all(lines: Lines, numbers: list[int], span: Span, room: int, ambiguous: int) -> Iterator[Row]:
    for n in numbers:
        start, end = lines.span(n)
        yield from _line(n, lines.text[start:end], max(span[0], start) - start, min(span[1], end) - start, room, ambiguous)


def _line(number: int, text: str, a: int, b: int, room: int, ambiguous: int) -> Iterator[Row]:
    """One line of the text in rows; ``a``, ``b``: what of it is meant."""
    while b > a and text[b - 1].isspace():
        b -= 1
    begin = len(text) - len(text.lstrip())
    cells = [_Cell(c, a <= i < b, ambiguous) for i, c in enumerate(glyphs(text[:100_000]))]
    if sum(c.columns for c in cells[begin:]) > room and a - begin > _BEFORE:
        begin = a - _BEFORE
        cells[begin] = _Cell("…", False, ambiguous)
    end = len(text.rstrip())
    rows: list[list[_Cell]] = [[]]
    for i in range(begin, min(end, len(cells))):
        if sum(c.columns for c in rows[-1]) + cells[i].columns > room:
            if len(rows) == _ROWS_OF_A_LINE or i >= b:
                rows[-1][-1] = _Cell("…", rows[-1][-1].marked, ambiguous)
                break
            rows.append([])
        rows[-1].append(cells[i])
    for k, row in enumerate(rows):
        marks = "".join(("^" if c.marked else " ") * c.columns for c in row).rstrip()
        yield Row(number if k == 0 else None, "".join(c.shown for c in row), marks)


class _Cell:
    """A character as shown, its columns, and whether it is meant."""

    __slots__ = ("columns", "marked", "shown")

    def __init__(self, shown: str, marked: bool, ambiguous: int) -> None:
        self.shown, self.marked = shown, marked
        self.columns = sum(columns(c, ambiguous) for c in shown)
