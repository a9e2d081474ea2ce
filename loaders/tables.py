"""Tables in text: pipes, tabs or wide blanks between columns, and columns flattened to one cell a line. Columns are known by their heads, not by their order."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.patterns import pattern
from loaders.cell_order import Placed, fits, holds_units, in_order, is_count
from loaders.columns import Column, column, heads_of
from loaders.grammar.units import units
from loaders.pair_tables import read_pairs
from loaders.paragraphs import Para
from loaders.rows import NOTHING, Cell, Found, take_row
from loaders.ruled import heads_at, read_rows
from loaders.spaced import blank_heads, blank_rows

_FIRST_ROW = pattern(r"0{0,2}[1-9]\d{0,2}")  # an excerpt may begin with row 80
_BARS = pattern(r"^[|\s]+$")


def read_tables(text: str, paras: Sequence[Para]) -> Found:
    """All tables that allot tasks."""
    out = Found()
    bars = [p for p in paras if _BARS.match(p.text)]
    if len(bars) > 2:  # nothing but the lines between cells
        out.used.update(id(p) for p in bars)
        out.rows.extend(p.span for p in bars)
        paras = [p for p in paras if id(p) not in out.used]
    i = 0
    while i < len(paras):
        found = heads_at(text, paras, i)
        if found:
            columns, begin, row = found
            for p in paras[i:begin]:
                out.used.add(id(p))
                out.heads.append(p.span)
            i = read_rows(text, paras, begin, row, columns, out)
            continue
        if (behind := read_pairs(text, paras, i, out)) > i:
            i = behind
            continue
        n = _flat_heads(paras, i)
        if n:
            i = _flat(paras, i, n, out)
            continue
        blank = blank_heads(text[slice(*paras[i].span)]) if paras[i].text[:1] in "序编" else None
        if blank:
            i = blank_rows(text, paras, i, blank, out)
            continue
        i += 1
    return out


def strange_rows(left: Sequence[Para]) -> tuple[Para, ...]:
    """Rows between bars that belong to no table that was read: posts, figures, scores. They allot nothing, so they are no tasks."""
    return tuple(p for p in left if p.text.startswith("|") and p.text.count("|") >= 3)


def _flat_heads(paras: Sequence[Para], i: int) -> int:
    """How many heads of a flattened table begin at ``i`` (one a line); 0 if none. Behind 序号 they end where row 1 begins, so a head in unknown words is one too."""
    first = column(_words(paras[i])) if len(paras[i].text) <= 20 else None
    if first is None:
        return 0
    if first.kind == "number":
        n = next((k for k in range(2, 15) if i + k < len(paras) and _FIRST_ROW.fullmatch(_words(paras[i + k]))), 0)
        n = next((k for k in range(2, n) if _opens_part(paras[i + k])), n)
    else:
        n = 0
        while i + n < len(paras) and n < 14 and len(paras[i + n].text) <= 16 and column(_words(paras[i + n])):
            n += 1
    heads = [_words(p) for p in paras[i : i + n]]
    return n if n >= 3 and all(len(h) <= 20 and "。" not in h for h in heads) and heads_of(heads) else 0


def _flat(paras: Sequence[Para], i: int, n: int, out: Found) -> int:
    columns = heads_of([_words(p) for p in paras[i : i + n]])
    assert columns is not None
    for p in paras[i : i + n]:
        out.used.add(id(p))
        out.heads.append(p.span)
    i += n
    numbered = columns[0].kind == "number"
    expected = next((int(w) for p in paras[i : i + 3] if _FIRST_ROW.fullmatch(w := _words(p))), 1) if numbered else 1
    first = expected
    rows: list[list[Para]] = []
    cells: list[Para] = []
    while i < len(paras):
        p = paras[i]
        if numbered and _opens_part(p) and len(cells) in (0, n) and i + 1 < len(paras) and _counts_on(paras[i + 1], expected, len(cells) == n):
            i += 1  # a row that is the heading of those below
            continue
        if _ends_table(p, cells, n):
            break
        if numbered and (value := _counts_on(p, expected, len(cells) == n)):
            if cells:
                rows.append(cells)
            cells, expected = [p], value + 1
        elif numbered and not cells and expected == first:
            break
        else:
            cells.append(p)
            if not numbered and len(cells) == n:
                rows.append(cells)
                cells = []
        i += 1
    if cells:
        rows.append(cells)
    every = [p for row in rows for p in row]
    if not numbered and (any(is_count(p.text) for p in every) or not all(len(r) == n and fits([p.text for p in r], columns) for r in rows)):
        placed = in_order(every, columns)
        if placed:
            _take_placed(every, placed, out)
            return i
    for row in rows:
        _flat_row(row, columns, out)
    return i


def _take_placed(cells: Sequence[Para], rows: list[Placed], out: Found) -> None:
    for p in cells:
        out.used.add(id(p))
        out.rows.append(p.span)
    for row in rows:
        take_row([c for c, _ in row], [k for _, k in row], None, out)


def _counts_on(p: Para, expected: int, whole: bool) -> int:
    """The number of the next row, or 0: the one expected, or behind a whole row one that is doubled or leaves a gap."""
    m = pattern(r"0*(\d{1,3})[.、]?").fullmatch(_words(p))
    if not m:
        return 0
    value = int(m[1])
    return value if value == expected or (whole and expected - 1 <= value <= expected + 2) else 0


def _ends_table(p: Para, cells: list[Para], n: int) -> bool:
    """A heading or an annex behind full rows ends a table."""
    if pattern(r"^(?:附件|附表|备注|注)[\d一二三]?[:]?").match(p.text) and len(cells) >= n:
        return True
    return bool(p.marker and p.marker.kind in ("cn", "chapter") and len(cells) >= n)


def _flat_row(row: list[Para], columns: list[Column], out: Found) -> None:
    """One numbered row; further rows under merged leading cells follow in stretches of the remaining columns."""
    n = len(columns)
    straight = len(row) >= n and fits([p.text for p in row[:n]], columns) and not (len(row) - n) % max(1, n - _under_merged(row[n:], columns)[0])
    placed = [] if straight else in_order(row, columns)
    if placed:
        _take_placed(row, placed, out)
        return
    if len(row) < n and any(c.kind != "ignored" for c in columns[len(row) :]):
        for p in row:
            out.used.add(id(p))
            out.bad_rows.append((p.span, f"表格这一行只有 {len(row)} 格，表头有 {n} 格 / a row of {len(row)} cells under {n} heads"))
        return
    first = [_cell(p) for p in row[:n]]
    first += [Cell(row[-1], len(row[-1].text), len(row[-1].text))] * (n - len(first))  # nothing stands under 备注
    out.rows.extend(p.span for p in row)
    for p in row:
        out.used.add(id(p))
    take_row(first, columns, None, out)
    rest = row[n:]
    if not rest:
        return
    merged, groups = _under_merged(rest, columns)
    for g in groups:
        take_row([*first[:merged], *(_cell(p) for p in g)], columns, first[:merged], out)
    left = rest[len(groups) * (n - merged) :]
    for p in left:
        if len(pattern(r"[\u4e00-\u9fff]").findall(p.text)) > 3 and not pattern(r"主办|版权|网站|备案|ICP|标识码|联系方式|公网安备|发布").search(p.text):
            out.bad_rows.append((p.span, "表格中多出的一格 / a cell more than the table has heads"))
        else:
            out.used.discard(id(p))
            out.rows.remove(p.span)


def _words(p: Para) -> str:
    """The words of a cell that stands on a line of its own, perhaps with the mark that divided it from the next."""
    return p.text.strip(" |")


def _opens_part(p: Para) -> bool:
    return bool(p.marker and p.marker.kind in ("cn", "pcn", "chapter") and 2 < len(p.text) <= 40 and "。" not in p.text)


def _cell(p: Para) -> Cell:
    begin = p.words_from if p.marker and len(p.text) > 6 and p.marker.kind != "ar" else 0
    return Cell(p, begin, max(begin, len(p.text.rstrip(" |"))))


def _under_merged(rest: list[Para], columns: list[Column]) -> tuple[int, list[list[Para]]]:
    """How many leading cells are merged over the further rows, and those rows: the reading that leaves fewest cells over."""
    best: tuple[int, list[list[Para]]] = (0, [])
    for merged in range(1, len(columns)):
        width = len(columns) - merged
        groups: list[list[Para]] = []
        for k in range(0, len(rest) - width + 1, width):
            if not _fits(rest[k : k + width], columns[merged:]):
                break
            groups.append(rest[k : k + width])
        if groups and len(groups) * width > len(best[1]) * (len(columns) - best[0]):
            best = (merged, groups)
    return best


def _fits(row: list[Para], columns: list[Column]) -> bool:
    """The role columns of a stretch hold units or nothing."""
    good = seen = 0
    for p, c in zip(row, columns):
        if c.kind == "role":
            seen += 1
            good += bool(NOTHING.match(_words(p)) or holds_units(_words(p)))
        elif c.kind == "task" and units(p.text, strict=True):
            return False
    return bool(seen) and good == seen
