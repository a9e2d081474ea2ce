"""A small table for each task, labels beside their values: | 项目名称 | 改造菜市场 | 项目编号 | 1 | over | 责任单位 | 镇农服中心 | 配合单位 | 西塘社区 |."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.columns import Column, column, heads_of
from loaders.paragraphs import Para
from loaders.rows import Cell, Found, take_row
from loaders.ruled import RULE_LINE, split_row

_MOST_ROWS = 20
_LONGEST_LABEL = 8


def read_pairs(text: str, paras: Sequence[Para], i: int, out: Found) -> int:
    """One such table that begins at ``i``; returns where it ends, ``i`` if none begins there."""
    pairs: list[tuple[Cell, Cell]] = []
    at = i
    while at < min(i + _MOST_ROWS, len(paras)):
        if not RULE_LINE.match(paras[at].text):
            row = _pairs(text, paras[at], bool(pairs))
            if not row or pairs and row[0][0].text == pairs[0][0].text:
                break
            pairs.extend(row)
        at += 1
    columns = _columns([label for label, _ in pairs]) if at - i >= 2 and len(pairs) >= 3 else None
    if columns is None:
        return i
    for label, value in pairs:
        if column(label.text) is None and value.text:
            out.bad_rows.append((label.span, "表格这一格的栏目不认识 / a label of a table in unknown words"))
    for p in paras[i:at]:
        out.used.add(id(p))
        out.rows.append(p.span)
    take_row([value for _, value in pairs], columns, None, out)
    return at


def _columns(labels: Sequence[Cell]) -> list[Column] | None:
    columns = heads_of([label.text for label in labels])
    return columns if columns and any(c.kind == "role" for c in columns) and len({label.text for label in labels}) == len(labels) else None


def _pairs(text: str, p: Para, inside: bool) -> list[tuple[Cell, Cell]]:
    """The labels of a row and their values; [] if something else stands in it. ``inside``: behind other rows one label may be in unknown words."""
    if not p.text.startswith("|"):
        return []
    cells = split_row(text, p) or []
    full = [c for c in cells if c.text]
    if inside and len(full) == 2 and len(full[0].text) <= _LONGEST_LABEL and cells[0].text and column(full[0].text) is None:
        return [(full[0], full[1])]
    out: list[tuple[Cell, Cell]] = []
    k = 0
    while k < len(cells):
        if not cells[k].text:
            k += 1
            continue
        if column(cells[k].text) is None or k + 1 >= len(cells) or column(cells[k + 1].text):
            return []
        out.append((cells[k], cells[k + 1]))
        k += 2
    return out
