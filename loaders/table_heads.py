"""Where a table of the plan begins: its head, in one line (序号 工作任务 责任单位) or one cell a line."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.patterns import pattern
from loaders.columns import column, heads_of
from loaders.head_rows import MOST_ROWS, head_rows
from loaders.pieces import Piece

_CELL_END = pattern(r"\s{0,5}\|\s{0,5}|\t|\s{2,20}")
_LABEL = pattern(r"^[-·*]{0,2}([\u4e00-\u9fa5]{2,12}(?:\([\u4e00-\u9fa5]{1,8}\))?):")
LONGEST_HEAD = 300
LONGEST_CELL = 14
MOST_COLUMNS = 9


def is_table_head(pieces: Sequence[Piece], i: int, tabbed: str) -> bool:
    """Whether a table's head begins at the piece ``i``; ``tabbed``: the piece as it stands in the file, with its tabs."""
    if len(pieces[i].raw) > LONGEST_HEAD:
        return False
    if tabbed.startswith("|") and head_rows([_cells(p.raw) for p in pieces[i : i + MOST_ROWS] if p.raw.startswith("|")]):
        return True
    cells = [c for c in _CELL_END.split(tabbed.strip().strip("|").strip()) if c.strip()]
    if len(cells) == 1 and len(pieces[i].raw) < 100:
        cells = [c for c in pieces[i].raw.split() if c.strip("|")]
    if len(cells) > 1:
        return len(cells) <= 2 * MOST_COLUMNS and heads_of(cells) is not None
    return _is_flattened(pieces, i)


def _cells(raw: str) -> list[str]:
    return ["".join(c.split()) for c in raw.strip().removeprefix("|").removesuffix("|").split("|")]


def _is_flattened(pieces: Sequence[Piece], i: int) -> bool:
    """Cells of a head one below the other: a column of numbers or tasks, and not far below it one of units."""
    first = column(pieces[i].text) if len(pieces[i].text) <= LONGEST_CELL else None
    if first is None or first.kind not in ("number", "task"):
        return False
    names = []
    for piece in [p for p in pieces[i : i + 2 * MOST_COLUMNS] if p.text.strip("|")][:MOST_COLUMNS]:  # lines of nothing but | stand between cells
        if len(piece.text) > LONGEST_CELL or pattern(r"[\d。;:]").search(piece.text):
            break
        names.append(piece.text)
    kinds = [c.kind if (c := column(name)) else "" for name in names]
    units = next((n for n, kind in enumerate(kinds) if kind in ("role", "inner")), 0)
    return units > 0 and (first.kind == "number" or all(kinds[: units + 1]))


def is_duty_label(text: str) -> bool:
    """Whether a piece (folded, without blanks) is a label of a task and its value: 责任单位:市城管局 · 责任领导:张某."""
    m = _LABEL.match(text)
    found = column(m[1]) if m and m[1] != "联系人" and not m[1].endswith("长") else None
    return found is not None and found.kind in ("role", "inner", "person")
