"""Which column a cell stands in where its place does not tell: cells one a line with blank ones lost, merged cells, several units below one another."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.patterns import pattern
from loaders.columns import Column
from loaders.grammar.clauses import clauses
from loaders.grammar.subjects import opens_with_verb
from loaders.grammar.units import units
from loaders.paragraphs import Para
from loaders.rows import NOTHING, Cell

_DATEISH = pattern(r"\d|[年月日季周底前]|长期|持续|常态|即时|随时|按时|进度")
# 新建县图书馆 is work, though a library is a body
_WORK = pattern(r"^(?:新建|改建|扩建|迁建|修建|续建|启动|开工|建成|完成|编制|申报|创建|改造|举办|购置|配备|安装|设置|提质|全力|持续|继续|规划建设)")
_COUNT = pattern(r"\s*0{0,2}\d{1,3}\s?[.、]?\s*")
_NUMBERED = pattern(r"[(（]?(?:[0-9A-Za-z.、-]{1,6}|[一二三四五六七八九十]{1,3}|[①-⑳])[)）]?[、.]?")  # 1. | 1-2 | (一)
_ONLY_DATE = pattern(r"(?:20\d\d年)?\d{1,2}月.{0,6}|20\d\d年.{0,4}|全年|年内|年底前?|长期坚持?|持续推进|常态化(?:推进)?|每[年月季]度?")
Placed = list[tuple[Cell, Column]]


def is_count(text: str) -> bool:
    return bool(_COUNT.fullmatch(text))


def holds_units(text: str) -> bool:
    if len(text) > 300 or text.rstrip().endswith("。"):
        return False
    named = units(text, strict=True)
    return not any(opens_with_verb(n.full) or _WORK.match(n.full) for n in named) if named else bool(clauses(text, 0, len(text)))


def holds_date(text: str) -> bool:
    return len(text) <= 24 and bool(_DATEISH.search(text)) and not units(text, strict=True) and not text.rstrip().endswith("。")


def _accepts(column: Column, text: str) -> bool:
    if column.kind == "number":
        return is_count(text)
    if column.kind == "role":
        return bool(NOTHING.match(text)) or holds_units(text)
    if column.kind == "deadline":
        return holds_date(text) or bool(NOTHING.match(text))
    if column.kind in ("task", "title"):
        return len(text) > 1 and not is_count(text) and not (len(text) <= 40 and holds_units(text)) and not (len(text) <= 12 and holds_date(text))
    return True


def fits(texts: Sequence[str], columns: Sequence[Column]) -> bool:
    """Units stand under the heads that ask for units, dates under those for dates, work under those for work."""
    return all(_accepts(c, t.strip("| ")) for t, c in zip(texts, columns) if c.kind in ("role", "deadline", "task", "number") and not (c.kind == "number" and not t))


def at_home(texts: Sequence[str], columns: Sequence[Column]) -> bool:
    """As ``fits``, for a row with empty cells: what stands there may stand there."""
    told = [(c, t.strip()) for t, c in zip(texts, columns) if t.strip()]
    return bool(told) and all(_may_hold(c, t) for c, t in told)


def _may_hold(column: Column, text: str) -> bool:
    if column.kind == "number":
        return bool(_NUMBERED.fullmatch(text))
    if column.kind in ("task", "title"):
        return len(text) > 1 and not is_count(text) and not _ONLY_DATE.fullmatch(text) and not (len(text) <= 40 and holds_units(text))
    return _accepts(column, text) if column.kind in ("role", "deadline") else True


def slid(cells: Sequence[Cell], columns: Sequence[Column], above: Sequence[Cell] | None) -> list[Cell] | None:
    """A row of a piped table whose leading cells are merged with those above and that slid to the left; None if it did not."""
    full = [c for c in cells if c.text.strip()]
    gone = len(columns) - len(full)
    if above is None or len(above) != len(columns) or not 0 < gone < len(columns) or any(c.text.strip() for c in cells[len(full) :]):
        return None
    here = [c.text for c in cells] + [""] * (len(columns) - len(cells))
    if any(k.kind == "role" and holds_units(t) for t, k in zip(here, columns)):
        return None
    moved = [*above[:gone], *full]
    return moved if any(k.kind == "role" for k in columns[gone:]) and fits([c.text for c in full], columns[gone:]) else None


def in_order(cells: Sequence[Para], columns: Sequence[Column]) -> list[Placed]:
    """Rows of cells that stand one a line: each goes to the next column whose kind it is of, and opens a row when there is none.

    A number in a table without a column for it is no cell, and tells that a row begins; behind it stands what stood behind the first one.
    [] if some row has no work or nobody under it.
    """
    rows: list[Placed] = []
    row: Placed = []
    at, after_number = -1, None if any(c.kind == "number" for c in columns) else -2
    for p in cells:
        cell = _bare(p)
        if after_number is not None and is_count(cell.text):
            if after_number == -2:
                after_number = at
            if at > after_number and row:
                rows.append(row)
                row = []
            at = after_number
            continue
        k = _next(cell.text, columns, at)
        if k is None and row and columns[at].kind == "task" and not any(c.kind == "role" for _, c in row) and _accepts(columns[at], cell.text):
            k = at  # work of several lines
        if k is None:
            if row:
                rows.append(row)
            row, at = [], -1
            k = _next(cell.text, columns, -1)
            if k is None:
                return []
        row.append((cell, columns[k]))
        at = k
    if row:
        rows.append(row)
    return _completed(rows)


def _bare(p: Para) -> Cell:
    a, b = 0, len(p.text)
    while a < b and p.text[a] in "| ":
        a += 1
    while b > a and p.text[b - 1] in "| ":
        b -= 1
    return Cell(p, a, b)


def _next(text: str, columns: Sequence[Column], at: int) -> int | None:
    later = [k for k in range(at + 1, len(columns)) if _accepts(columns[k], text)]
    if at >= 0 and columns[at].kind == "role" and not any(columns[k].kind == "role" for k in later) and holds_units(text):
        return at
    return later[0] if later else None


def _completed(rows: list[Placed]) -> list[Placed]:
    """A row takes from the row above the cells it lacks because they are merged: the number, the title, who does it."""
    out: list[Placed] = []
    for row in rows:
        kinds = {c.kind for _, c in row}
        if "task" not in kinds:
            return []
        above = out[-1] if out else []
        taken = [(cell, c) for cell, c in above if c.kind in ("number", "title", "role") and c.kind not in kinds]
        row = [*(x for x in taken if x[1].kind != "role"), *row, *(x for x in taken if x[1].kind == "role")]
        if not any(c.kind == "role" for _, c in row):
            return []
        out.append(row)
    return out
