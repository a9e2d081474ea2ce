"""The parts of a plan laid down as a reader lays them down, without any file: what remains is what all readers share."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.plan import Source
from loaders.assembly import Assembly, GridCell

from .parts import Pairs, Paragraph, Part, Table


def assembled(parts: Sequence[Part], merged: bool = False) -> Source:
    """``merged``: equal cells one above the other, but numbers and heads, are one cell."""
    out = Assembly()
    for n, part in enumerate(parts, 1):
        if isinstance(part, Paragraph):
            out.line(part.words, f"p{n}", True)
        elif isinstance(part, Pairs):
            out.table([[c for label, value in part.pairs for c in (GridCell("t", [f"{label}："]), GridCell("t", [value]))]])
        else:
            out.table(grid(part, f"t{n}", merged))
    return out.source("assembled", "0" * 64)


def grid(table: Table, place: str, merged: bool = False) -> list[list[GridCell]]:
    """The cells of a table, those that are merged the same object."""
    rows: list[list[GridCell]] = []
    for r, row in enumerate(table.rows):
        if table.heads_group(r):
            rows.append([GridCell(f"{place}r{r}c0", [row[0]])] * len(row))
            continue
        cells = []
        for c, words in enumerate(row):
            above = rows[r - 1][c] if r > 1 and c and merged and words and not table.heads_group(r - 1) else None
            cells.append(above if above and above.lines == [words] else GridCell(f"{place}r{r}c{c}", [words] if words else []))
        rows.append(cells)
    return rows
