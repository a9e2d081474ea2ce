"""Ruled tables as the file means them: cells with their paragraphs, tables and rows that a page break parts put together again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from graphmodel.patterns import pattern
from graphmodel.text import fold
from loaders.assembly import GridCell
from loaders.columns import column
from loaders.markers import marker_of
from loaders.pdf.lines import CLOSERS, OPENERS, Line, parts_of_row, rows_of, whole
from loaders.pdf.ruled import Cell, Ruled

_SAME = 5.0
"""Points: edges of columns on two pages that are one."""
_ENDED = pattern(r"[。;:!?]$")
_NUMBER = pattern(r"^\(?\d{1,3}[)、.]?$|^[一二三四五六七八九十]{1,3}$")


@dataclass(eq=False, slots=True)
class Words:
    """The printed lines of one cell; ``room``: how wide they may be. ``hangs``: a sign may stand beyond. ``tall``: it is merged over rows of its page."""

    page: int
    lines: list[Line]
    room: float
    hangs: bool = False
    tall: bool = False
    closed: bool = True

    @property
    def bare(self) -> str:
        return "".join(fold("".join(x.text for x in self.lines)).split())


@dataclass(slots=True)
class Table:
    """``pages``: the first and the last it stands on."""

    pages: tuple[int, int]
    xs: list[float]
    rows: list[list[Words]] = field(default_factory=list)


def table_of(ruled: Ruled) -> Table:
    """The words of a ruled table, cell by cell; rows of nothing between two rules are left out."""
    cells = list(dict.fromkeys(c for row in ruled.rows for c in row))
    lines = {id(c): [whole(parts) for row in rows_of(c.letters) if (parts := parts_of_row(row, ruled.page))] for c in cells}
    left, right = _margins([(c, x) for c in cells for x in lines[id(c)]])
    margins = left + right
    hanging = sum(c.x1 - x.x1 < right - 0.3 * x.size and c.x1 - c.x0 > 4 * x.size for c in cells for x in lines[id(c)] if x.text[-1] in CLOSERS)
    hangs = hanging >= 2
    tall = Counter(id(c) for row in ruled.rows for c in {id(c): c for c in row}.values())
    words = {id(c): Words(ruled.page, lines[id(c)], c.x1 - c.x0 - margins, hangs, tall[id(c)] > 1, c.closed) for c in cells}
    rows = [[words[id(c)] for c in row] for row in ruled.rows if _is_high(row)]
    return Table((ruled.page, ruled.page), list(ruled.xs), rows)


def _margins(lines: Sequence[tuple[Cell, Line]]) -> tuple[float, float]:
    """The room left free at the sides of a cell: the same on both, unless several lines run further. Cells of one or two letters tell nothing."""
    wide = [(c, x) for c, x in lines if c.x1 - c.x0 > 4 * x.size]
    left = max(0.0, min((x.x0 - c.x0 for c, x in wide), default=0.0))
    beyond = sorted(c.x1 - x.x1 for c, x in wide if x.text[-1] not in CLOSERS and c.x1 - x.x1 < left - 0.3 * x.size)
    return left, max(0.0, beyond[1]) if len(beyond) > 1 else left


def _is_high(row: Sequence[Cell]) -> bool:
    return any(c.letters for c in row) or min(c.bottom - c.top for c in row) > 6


def continued(table: Table, following: Table) -> bool:
    """Puts ``following``, which begins the next page or column, below ``table``, which ends its own, if it is the same table. Whether it was."""
    beside = following.pages[0] == table.pages[1] and following.xs[0] > table.xs[-1]
    if not (beside or following.pages[0] == table.pages[1] + 1) or not _one_grid(table, following):
        return False
    rows = following.rows[_heads_again(table.rows, following.rows) :]
    if rows:
        same = _parted(table.rows, rows)
        for before, after in same.values():
            before.lines += after.lines
        put = {id(after): before for before, after in same.values()}
        below = [[put.get(id(c), c) for c in row] for row in rows]
        if all(id(c) in put for c in rows[0]):
            below.pop(0)
        table.rows += below
    table.pages = (table.pages[0], following.pages[1])
    return True


def _one_grid(a: Table, b: Table) -> bool:
    """Gives both tables the edges of both, if they are the same but for those that merged cells hide."""
    shift = a.xs[0] - b.xs[0]
    if abs(a.xs[-1] - b.xs[-1] - shift) > _SAME:
        return False
    b.xs[:] = [x + shift for x in b.xs]
    only_b = [x for x in b.xs if not any(abs(x - y) <= _SAME for y in a.xs)]
    only_a = [x for x in a.xs if not any(abs(x - y) <= _SAME for y in b.xs)]
    if only_a and only_b:
        return False
    for table, more in ((a, only_b), (b, only_a)):
        for x in more:
            at = sum(y < x for y in table.xs)
            table.xs.insert(at, x)
            for row in table.rows:
                row.insert(at, row[at - 1])
    return len(a.xs) == len(b.xs)


def _heads_again(rows: Sequence[Sequence[Words]], again: Sequence[Sequence[Words]]) -> int:
    """How many rows at the top repeat the head of the table."""
    n = 0
    while n < min(len(rows) - 1, len(again)) and n < 4 and any(c.bare for c in again[n]) and [c.bare for c in rows[n]] == [c.bare for c in again[n]]:
        n += 1
    return n


def _parted(rows: Sequence[Sequence[Words]], below: Sequence[Sequence[Words]]) -> dict[int, tuple[Words, Words]]:
    """The cells of the last row that go on in the first row of the next page, by column: all of a row that was parted, or those merged over rows."""
    last, first = rows[-1], below[0]
    if len({id(c) for c in last}) == 1 or len({id(c) for c in first}) == 1 or not any(c.bare for c in first):
        return {}
    if _is_one_row(rows, last, first):
        return {c: (last[c], first[c]) for c in range(len(first))}
    return {c: (last[c], first[c]) for c in range(len(first)) if not first[c].bare and last[c].bare and (last[c].tall or first[c].tall)}


def _is_one_row(rows: Sequence[Sequence[Words]], last: Sequence[Words], first: Sequence[Words]) -> bool:
    numbers = _number_column(rows)
    unfinished = any(a.bare and b.bare and not _ENDED.search(a.bare) for a, b in zip(last, first) if not (a.tall or b.tall))
    if numbers is not None:
        a, b = last[numbers], first[numbers]
        if a.tall or b.tall:
            others = [(x, y) for x, y in zip(last, first) if not (x.tall or y.tall)]
            return not b.bare and any(x.bare and not y.bare for x, y in others) and any(y.bare for _, y in others)
        return bool(a.bare) and not b.bare or not a.bare and bool(b.bare) and unfinished
    open_ = not all(c.closed for c in last)
    lacks = any(a.bare and not b.bare for a, b in zip(last, first) if not (a.tall or b.tall))
    return lacks and (open_ or unfinished)


def _number_column(rows: Sequence[Sequence[Words]]) -> int | None:
    for c in range(len(rows[0])):
        found = column(rows[0][c].bare)
        if found and found.kind == "number":
            return c
    said = [r[0].bare for r in rows[1:] if len({id(c) for c in r}) > 1 and r[0].bare]
    return 0 if len(said) >= 2 and sum(bool(_NUMBER.match(x)) for x in said) >= 0.7 * len(said) else None


def grid_of(table: Table) -> list[list[GridCell]]:
    """The table as the Assembly takes it."""
    made: dict[int, GridCell] = {}
    out = []
    for row in table.rows:
        for words in row:
            if id(words) not in made:
                made[id(words)] = GridCell(f"page {words.lines[0].page if words.lines else words.page}", paragraphs(words))
        out.append([made[id(words)] for words in row])
    return out


def paragraphs(words: Words) -> list[str]:
    """The paragraphs of a cell: lines that end where the cell does are joined."""
    out: list[str] = []
    left = min((x.x0 for x in words.lines), default=0.0)
    flush = sum(x.x0 - left < 0.3 * x.size for x in words.lines) >= 2
    before: Line | None = None
    for line in words.lines:
        if before is not None and not _begins(before, line, words, left if flush else None):
            glue = " " if _is_latin(out[-1][-1:]) and _is_latin(line.text[:1]) else ""
            out[-1] += glue + line.text
        else:
            out.append(line.text)
        before = line
    return out


def _begins(before: Line, line: Line, words: Words, left: float | None) -> bool:
    if before.text[-1] in OPENERS:
        return False
    between = 0.25 * line.size if line.signs[0] != before.signs[1] else 0.0
    if before.width + between + (line.hung if words.hangs else line.first) <= words.room - 0.15 * line.size:
        return True
    if left is not None and line.page == before.page and line.x0 - left > 1.4 * line.size and before.x0 - left < 0.3 * line.size:
        return True
    return bool(_ENDED.search(fold(before.text))) and marker_of(fold(line.text)) is not None


def _is_latin(c: str) -> bool:
    return c.isascii() and c.isalpha()
