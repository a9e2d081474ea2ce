"""Lays the sheets of a workbook down as lines and tables: what stands above a head and below the last row is text, from a head on it is a table."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.patterns import pattern
from graphmodel.text import fold
from loaders.assembly import Assembly, GridCell
from loaders.head_rows import head_rows
from loaders.sheets.sheet import MOST_MERGED, Sheet, letters, place, prefix

_NO_NAME = pattern(r"(?:sheet|表|工作表|table|feuil|tabelle|页|第[一二三四五六七八九十\d]{1,3}[页张]|汇总|目录|封面|正文|全部)?[\s_-]{0,2}(?:\(?\d{0,3}\)?)", 2)
_NO_ORIGINS: list[object] = []  # shared by all cells: a sheet gives none
# 填报人：张某 | 联系电话：… below the last row
_BELOW = pattern(
    r"(?:备注|注|附注|说明|填表说明|填报说明|填[报表]人?|填报单位|制表人?|审核人?|审签|签发|联系人|联系电话|单位负责人|主要负责人|分管领导签[字名]|[(（]公?章[)）])[:：]"
)
_NOTE = pattern(r"\s{0,8}(?:备注|注|附注|说明|填表说明|填报说明)\s?[:：]")
_NEXT_NOTE = pattern(r"\s{0,20}[(（]?\d{1,2}[)）.、．]")
_LABEL_AT_END = pattern(r"[:：]\s{0,3}$")
_LONGEST_HEAD = 30
_MOST_PLACES = 4_000_000  # rows times columns


def lay(sheet: Sheet, names_sheets: bool, assembly: Assembly) -> None:
    """Adds one sheet, and takes its cells out of it. ``names_sheets``: the file gives its sheets names."""
    name = sheet.name if names_sheets else ""
    rows = _grid(sheet, name)
    if not rows:
        return
    heads = _heads(rows)
    if names_sheets and not _NO_NAME.fullmatch(name.strip()) and not _titled(rows, heads, name):
        assembly.line(name, place(name, 0, 0))
    if not heads:
        _headless(rows, assembly)
        return
    begins = [_above(rows, a, heads[n - 1][1] if n else 0) for n, (a, _) in enumerate(heads)]
    _lines(rows[: heads[0][0]], assembly)
    for n, (a, b) in enumerate(heads):
        stop = begins[n + 1] if n + 1 < len(heads) else len(rows)
        last = _end(rows, b, stop)
        assembly.table(rows[a:last])
        _lines(rows[last : heads[n + 1][0] if n + 1 < len(heads) else len(rows)], assembly, below=True)


def _grid(sheet: Sheet, name: str) -> list[list[GridCell]]:
    """The rows that hold words of their own, from the first column with words to the last, merged cells at all their places."""
    if not sheet.rows:
        return []
    start = prefix(name)
    first = min(map(min, sheet.rows.values()))
    last = max(map(max, sheet.rows.values()))
    if (last - first + 1) * len(sheet.rows) > _MOST_PLACES:
        return _scattered(sheet, start)
    columns = [f"{start}{letters(c)}" for c in range(first, last + 1)]
    merged = _merged(sheet, first, last)
    out: list[list[GridCell]] = []
    kept: dict[tuple[int, int], GridCell] = {}
    for r in sorted(sheet.rows):
        cells = sheet.rows.pop(r)
        nothing = GridCell("", [], _NO_ORIGINS)
        row = [nothing] * len(columns)
        for c, words in cells.items():
            lines = words.split("\n") if "\n" in words else [words]
            row[c - first] = GridCell(f"{columns[c - first]}{r + 1}", lines, _NO_ORIGINS)
        for a, b, corner in merged.pop(r, ()):
            cell = kept.get(corner)
            if cell is None:
                cell = kept[corner] = row[corner[1] - first] if corner[0] == r else nothing
            if not cell.empty:
                row[a - first : b - first + 1] = [cell] * (b - a + 1)
        out.append(row)
    return _without_repeats(out)


def _scattered(sheet: Sheet, start: str) -> list[list[GridCell]]:
    """The cells of each row alone, where they stand too far apart to be a table."""
    return [[GridCell(f"{start}{letters(c)}{r + 1}", [words], _NO_ORIGINS) for c, words in sorted(sheet.rows.pop(r).items())] for r in sorted(sheet.rows)]


def _merged(sheet: Sheet, first: int, last: int) -> dict[int, list[tuple[int, int, tuple[int, int]]]]:
    """For each row with words, the stretches of columns that a merged cell covers, and its first cell."""
    out: dict[int, list[tuple[int, int, tuple[int, int]]]] = {}
    room = MOST_MERGED
    for r1, c1, r2, c2 in sheet.merged:
        c2 = min(c2, last)
        if c1 < first or c1 > c2 or not sheet.rows.get(r1, {}).get(c1):
            continue
        rows = range(r1, r2 + 1) if r2 - r1 < len(sheet.rows) else sorted(r for r in sheet.rows if r1 <= r <= r2)
        for r in rows:
            if r in sheet.rows:
                room -= c2 - c1 + 1
                if room < 0:
                    return out
                out.setdefault(r, []).append((c1, c2, (r1, c1)))
    return out


def _without_repeats(rows: list[list[GridCell]]) -> list[list[GridCell]]:
    """Without the rows in which every cell is merged with the row above, and without the columns in which nothing stands."""
    out = [row for n, row in enumerate(rows) if not n or any(not c.empty and c not in rows[n - 1] for c in row)]
    full = [n for n in range(len(out[0])) if any(not row[n].empty for row in out)] if out else []
    return out if not out or len(full) == len(out[0]) else [[row[n] for n in full] for row in out]


def _once(row: Sequence[GridCell]) -> list[GridCell]:
    return [c for c in dict.fromkeys(row) if not c.empty]


def _words(cell: GridCell) -> str:
    return "".join(fold("".join(cell.lines)).split())


def _heads(rows: Sequence[Sequence[GridCell]]) -> list[tuple[int, int]]:
    """Where heads begin and where the rows below them do."""
    out: list[tuple[int, int]] = []
    n = 0
    while n < len(rows):
        if _may_be_head(rows[n]) and (names := [_names(row, rows[n + k - 1] if k else None) for k, row in enumerate(rows[n : n + 3])]):
            found = head_rows(names)
            if found:
                out.append((n, n + found[1]))
                n += found[1]
                continue
        n += 1
    return out


def _may_be_head(row: Sequence[GridCell]) -> bool:
    """A quick look: two short cells at least, no long one, no figure in the first places."""
    full, last = 0, None
    for cell in row:
        if cell.lines and cell is not last:
            last = cell
            if len(cell.lines[0]) > _LONGEST_HEAD or len(cell.lines) > 5:
                return False
            full += 1
    return full >= 2 and not any(c.lines and c.lines[0].isdigit() and len(c.lines[0]) != 4 for c in row[:2])


def _names(row: Sequence[GridCell], above: Sequence[GridCell] | None) -> list[str]:
    """The words of each cell, those of merged cells where they begin."""
    out: list[str] = []
    for n, cell in enumerate(row):
        again = n > 0 and cell is row[n - 1] or above is not None and cell is above[n]
        out.append("" if again or cell.empty else _words(cell))
    return out


def _titled(rows: Sequence[Sequence[GridCell]], heads: Sequence[tuple[int, int]], name: str) -> bool:
    """Whether a sheet says itself what it is about: in a line above its head, or in the words of its name among its first ones."""
    words = "".join(fold(name).split())
    above = rows[: heads[0][0]] if heads else rows[:3]
    return any(len(_once(row)) == 1 for row in above) or any(words in _words(c) for row in above[:8] for c in row)


def _above(rows: Sequence[Sequence[GridCell]], head: int, floor: int) -> int:
    """Where the lines above a head begin: its title, the date, the unit of its figures."""
    while head > floor and len(_once(rows[head - 1])) == 1 and rows[head - 1][0] not in rows[head - 2]:
        head -= 1
    return head


def _end(rows: Sequence[Sequence[GridCell]], start: int, stop: int) -> int:
    """Where the rows of a table end: who filled it in and other remarks stand below it."""
    end = stop
    for n in range(stop - 1, max(start, stop - 12) - 1, -1):
        cells = _once(rows[n])
        if cells and _BELOW.match(_words(cells[0])) and (len(cells) == 1 or all(_is_said(c) for c in cells)):
            end = n
    return end


def _is_said(cell: GridCell) -> bool:
    return bool(pattern(r"[:：]").search(cell.lines[0])) or len(cell.lines[0]) <= 20


def _lines(rows: Sequence[Sequence[GridCell]], assembly: Assembly, below: bool = False) -> None:
    """Rows that are text: a cell each, or a sentence that runs over several cells. ``below`` a table 2. under 注：1. is no item of a plan."""
    noted = False
    for row in rows:
        cells = _once(row)
        if len(cells) == 1:
            for words in cells[0].lines:
                noted = below and bool(_NOTE.match(words)) or below and noted and bool(_NEXT_NOTE.match(words))
                assembly.line(
                    words, cells[0].place, False if noted and not _NOTE.match(words) else None
                )  # a paragraph a row, or a text whose lines were pasted one a row
        elif cells:
            assembly.line(_joined([" ".join(c.lines) for c in cells]), cells[0].place)


def _joined(parts: Sequence[str]) -> str:
    """The words of the cells of one row of text. A label and its value belong together, and so do two halves of a sentence."""
    out = parts[0].strip()
    for part in parts[1:]:
        glued = _LABEL_AT_END.search(out) or out.endswith(("，", "、", "；", "。", ",", "（", "《"))
        out = f"{out}{part.strip()}" if glued else f"{out} {part.strip()}"
    return out


def _headless(rows: Sequence[list[GridCell]], assembly: Assembly) -> None:
    """A sheet without the head of a table: text, or a table of something else."""
    several = sum(len(_once(row)) > 1 for row in rows)
    if several * 2 > len(rows):
        assembly.table(rows)
    else:
        _lines(rows, assembly)
