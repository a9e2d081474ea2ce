"""Tables whose cells marks divide: pipes, tabs, wide blanks. A tab divides two cells even where one of them is empty, at the ends of a line too."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.patterns import pattern
from loaders.cell_order import at_home, slid
from loaders.columns import Column, column, heads_of
from loaders.head_rows import MOST_ROWS, head_rows
from loaders.names import is_name
from loaders.paragraphs import Para
from loaders.rows import Cell, Found, only_heading, take_row

_GAP = pattern(r"\t+| {2,}|\u3000{2,}")
RULE_LINE = pattern(r"^[|+\-:=—\s]+$")
_MOST_LINES = 8  # of one row whose cells hold paragraphs


def line_of(text: str, p: Para) -> tuple[int, int]:
    """The span of a paragraph with the white space around it on its line: a tab there divides empty cells."""
    a, b = p.span
    start = text.rfind("\n", 0, a) + 1
    stop = text.find("\n", b)
    stop = len(text) if stop < 0 else stop
    return (a if text[start:a].strip() else start), (b if text[b:stop].strip() else stop)


def is_tabbed(text: str, p: Para) -> bool:
    """Whether tabs divide the paragraph, an empty cell at an end of its line counted in."""
    return "|" not in p.text and "\t" in text[slice(*line_of(text, p))] and "\n" not in text[slice(*p.span)]


def split_row(text: str, p: Para) -> list[Cell] | None:
    """The cells of a line with pipes, tabs or wide blanks; None if it is no row."""
    if p.text.count("|") >= 2:
        cuts = [k for k, c in enumerate(p.text) if c == "|"]
        edges = [-1, *cuts, len(p.text)] if not p.text.startswith("|") else [*cuts, len(p.text)]
        cells = [Cell(p, *_trim(p.text, a + 1, b)) for a, b in zip(edges, edges[1:])]
        return cells[:-1] if p.text.rstrip().endswith("|") else cells
    if is_tabbed(text, p):
        return _tabbed(text, p)
    raw = text[slice(*p.span)]
    if "\n" in raw or not _GAP.search(raw):
        return None
    out, at = [], 0
    for m in [*_GAP.finditer(raw), None]:
        stop = m.start() if m else len(raw)
        if stop > at:
            inside = [k for k, o in enumerate(p.view.at) if p.span[0] + at <= o < p.span[0] + stop]
            if inside:
                out.append(Cell(p, *_trim(p.text, inside[0], inside[-1] + 1)))
        at = m.end() if m else stop
    return out if len(out) >= 2 else None


def _tabbed(text: str, p: Para) -> list[Cell]:
    start, stop = line_of(text, p)
    out, k, at = [], 0, start
    for words in text[start:stop].split("\t"):
        end = at + len(words)
        begin = k
        while k < len(p.view.at) and p.view.at[k] < end:
            k += 1
        out.append(Cell(p, *_trim(p.text, begin, k)))
        at = end + 1
        if k < len(p.view.at) and p.view.at[k] < at:
            k += 1  # the view keeps one blank for the tab
    return out


def _trim(text: str, a: int, b: int, signs: str = " ") -> tuple[int, int]:
    while a < b and text[a] in signs:
        a += 1
    while b > a and text[b - 1] in signs:
        b -= 1
    return a, b


def without_empty_ends(cells: list[Cell]) -> list[Cell]:
    """The cells from the first to the last that holds words."""
    full = [i for i, c in enumerate(cells) if c.text]
    return cells[full[0] : full[-1] + 1] if full else []


def empty(p: Para) -> Cell:
    return Cell(p, len(p.text), len(p.text))


def cells_of_row(text: str, p: Para, indent: int, loose: bool) -> list[Cell] | None:
    """As ``split_row``, without the ``indent`` empty cells that also stand before the heads; ``loose``: several tabs are one gap."""
    cells = split_row(text, p)
    if cells is None or "|" in p.text:
        return cells
    while indent and cells and not cells[0].text:
        cells, indent = cells[1:], indent - 1
    return [c for c in cells if c.text] if loose else cells


def heads_at(text: str, paras: Sequence[Para], i: int) -> tuple[list[Column], int, list[Cell]] | None:
    """The columns of a head that begins at ``i``, in which line it ends, and its cells; None if none begins there."""
    first = split_row(text, paras[i])
    if not first or sum(column(c.text) is not None for c in first) < 1:
        return None
    below = [k for k in range(i + 1, min(i + 6, len(paras))) if not RULE_LINE.match(paras[k].text)][: MOST_ROWS - 1]
    rows = [first, *(cells for k in below if (cells := split_row(text, paras[k])))]
    if len(rows) > 1 and (found := head_rows([_padded(row, len(first)) for row in rows])) and found[1] > 1:
        return found[0], below[found[1] - 2], first
    bare = without_empty_ends(first)
    if len(bare) < len(first) and paras[i].text.startswith("|") and len(rows) > 1 and len(rows[1]) == len(first) and (found := head_rows([[c.text for c in first]])):
        return _numbered(found[0], rows[1:]), i, first
    columns = heads_of([c.text for c in bare])
    return (columns, i, bare) if columns else None


def _padded(cells: Sequence[Cell], n: int) -> list[str]:
    """The words of a row; a line of text may lack its last, empty cells."""
    return [*(c.text for c in cells), *[""] * (n - len(cells) if n - len(cells) == 1 else 0)]


def _numbered(columns: list[Column], rows: Sequence[Sequence[Cell]]) -> list[Column]:
    """The first column holds the numbers of the rows though it has no head."""
    if (
        not columns[0].name
        and any(column.kind == "number" for column in columns) is False
        and all(pattern(r"\d{1,3}[.、]?").fullmatch(r[0].text) for r in rows if r[0].text)
    ):
        return [Column("number", ""), *columns[1:]]
    return columns


def is_loose(text: str, heads: Sequence[Cell], below: Sequence[Para]) -> bool:
    """Whether several tabs were typed to widen one gap: the heads have no other empty cells, and no row has words below such a gap."""
    full = [c for c in heads if c.text]
    if len(full) == len(heads) or not below or "|" in heads[0].para.text or heads_of([c.text for c in full]) is None:
        return False
    rows = [cells for p in below[:6] if (cells := split_row(text, p)) and not heads_of([c.text for c in cells])]
    return bool(rows) and all(len([c for c in cells if c.text]) == len(full) for cells in rows[:3])


def fitted(cells: list[Cell], columns: Sequence[Column], p: Para, tabbed: bool) -> list[Cell] | None:
    """A row with as many cells as there are heads; None if it cannot be a row of this table.

    Editors cut empty cells off the end of a line, and columns without a head stand behind the last one.
    """
    n = len(columns)
    while len(cells) > n and not cells[-1].text:
        cells = cells[:-1]
    far = abs(len(cells) - n) > 1
    if far and not (tabbed and at_home([c.text for c in cells], columns)):
        return None
    return [*cells[:n], *[empty(p)] * (n - len(cells))]


def broken_row(text: str, paras: Sequence[Para], i: int, columns: Sequence[Column], cells: list[Cell]) -> tuple[list[tuple[Cell, Column]], int] | None:
    """A row one of whose cells holds several paragraphs, so that it goes on below: its cells and how many paragraphs it takes; None if it is whole."""
    n = len(columns)
    if not cells or not cells[-1].text or len(cells) >= n:
        return None
    got = [(c, k) for c, k in zip(cells, columns)]
    for more, p in enumerate(paras[i + 1 : i + _MOST_LINES], 2):
        below = split_row(text, p) if is_tabbed(text, p) else [Cell(p, 0, len(p.text))]
        if not below or not below[0].text or "|" in p.text or p.marker and p.marker.kind in ("cn", "chapter"):
            return None
        if columns[0].kind == "number" and pattern(r"\d{1,3}[.、]?").fullmatch(below[0].text):
            return None
        at = next(k for k, c in enumerate(columns) if c is got[-1][1])
        if at + len(below) > n:
            return None
        got.extend(zip(below, columns[at:]))
        if at + len(below) == n:
            whole = at_home([c.text for c, _ in got], [k for _, k in got]) and any(k.kind == "role" and c.text for c, k in got)
            return (got, more) if whole else None
    return None


def read_rows(text: str, paras: Sequence[Para], i: int, heads: list[Cell], columns: list[Column], out: Found) -> int:
    """Rows of a piped or tabbed table behind its head row; returns where it ends."""
    piped = "|" in paras[i].text
    first = split_row(text, paras[i]) or []
    indent = 0 if heads and heads[0].para is not paras[i] else next((k for k, c in enumerate(first) if c.text), 0)
    loose = is_loose(text, heads, paras[i + 1 :])
    if loose:
        columns = heads_of([c.text for c in heads if c.text]) or columns
    out.used.add(id(paras[i]))
    out.heads.append(paras[i].span)
    _name_unknown(heads, columns, out)
    above: list[Cell] | None = None
    i += 1
    while i < len(paras):
        p = paras[i]
        if RULE_LINE.match(p.text):
            out.used.add(id(p))
            i += 1
            continue
        cells = cells_of_row(text, p, indent, loose)
        if cells and (heads_of([c.text for c in without_empty_ends(cells)]) or _again(text, paras, i, cells)):
            break  # another table, or the heads again on a new page
        if cells and not piped and (broken := broken_row(text, paras, i, columns, cells)):
            row, lines = broken
            for q in paras[i : i + lines]:
                out.used.add(id(q))
                out.rows.append(q.span)
            above = take_row([c for c, _ in row], [k for _, k in row], above, out)
            i += lines
            continue
        if cells:
            if piped and len(cells) == len(columns) - 1 and p.text.endswith("|") and not p.text.startswith("|"):
                cells = [*cells, empty(p)]  # the bar divides here, it does not close
            cells = _names_whole(cells, columns)
            cells = slid(cells, columns, above) or (cells if piped else fitted(cells, columns, p, is_tabbed(text, p)) or cells)
        if not cells or len(cells) != len(columns):
            if cells and "|" in p.text or not piped and _goes_on_below(text, paras, i, columns, indent, loose):
                _no_row(p, cells, columns, out)
                i += 1
                continue
            break
        out.used.add(id(p))
        out.rows.append(p.span)
        above = take_row(cells, columns, above, out, _number_below(text, paras, i, columns, indent, loose))
        i += 1
    return i


def _name_unknown(heads: Sequence[Cell], columns: Sequence[Column], out: Found) -> None:
    """Columns in unknown words are passed over, and that is said."""
    unknown = [c for c, k in zip(heads, columns) if k.kind == "ignored" and c.text and k.name and column(k.name) is None]
    for cell in unknown if len(heads) == len(columns) else ():
        out.bad_rows.append((cell.span, f"这一栏的栏目不认识，未读：{cell.text[:20]} / a column in unknown words was passed over"))


def _names_whole(cells: list[Cell], columns: Sequence[Column]) -> list[Cell]:
    """The cells of a row with too many, a name that blanks widen put together under its head: 何  沛."""
    k = 0
    while k + 1 < len(cells) > len(columns) > k:
        a, b = cells[k], cells[k + 1]
        if columns[k].kind == "person" and len(a.text) == 1 and len(b.text) <= 2 and is_name(a.text + b.text):
            cells = [*cells[:k], Cell(a.para, a.start, b.end), *cells[k + 2 :]]
        k += 1
    return cells


def _number_below(text: str, paras: Sequence[Para], i: int, columns: Sequence[Column], indent: int, loose: bool) -> str:
    """The words of the next row in the column of numbers."""
    at = next((k for k, c in enumerate(columns) if c.kind == "number"), None)
    if at is None or i + 1 >= len(paras):
        return ""
    cells = cells_of_row(text, paras[i + 1], indent, loose) or []
    return cells[at].text.strip() if at < len(cells) else ""


def _again(text: str, paras: Sequence[Para], i: int, cells: Sequence[Cell]) -> bool:
    """Whether a head in several lines is printed again: on every page."""
    return sum(column(c.text) is not None for c in cells) > 1 and heads_at(text, paras, i) is not None


def _no_row(p: Para, cells: list[Cell] | None, columns: Sequence[Column], out: Found) -> None:
    """A line inside a table that is no row of it: the heading of the rows below it, or words nobody could place."""
    out.used.add(id(p))
    if cells is None and len(p.text) <= 40 and "。" not in p.text:
        out.headings.append(Cell(p, 0, len(p.text)))
        return
    if cells and (heading := only_heading(cells, columns)):
        out.headings.append(heading)
        return
    n = len(cells) if cells else 1
    out.bad_rows.append((p.span, f"表格这一行有 {n} 格，表头有 {len(columns)} 格 / a row of {n} cells under {len(columns)} heads"))


def _goes_on_below(text: str, paras: Sequence[Para], i: int, columns: Sequence[Column], indent: int, loose: bool) -> bool:
    """Whether the table goes on behind a line that is no row of it."""
    if i + 1 >= len(paras) or not is_tabbed(text, paras[i + 1]):
        return False
    cells = cells_of_row(text, paras[i + 1], indent, loose)
    if not cells or heads_of([c.text for c in without_empty_ends(cells)]):
        return False
    return at_home([c.text for c in cells], columns) and sum(bool(c.text) for c in cells) >= 2
