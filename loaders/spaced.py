"""Rows of a table whose columns single blanks divide: ``序号 工 作 任 务 牵头部门`` and ``1 完成改造300户 市住建局``."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.patterns import pattern
from loaders.columns import Column, heads_of
from loaders.grammar.clauses import clauses
from loaders.grammar.units import units
from loaders.paragraphs import Para
from loaders.rows import NOTHING, Cell, Found, take_row

_WORD = pattern(r"\S{1,2000}")
_LETTERS = pattern(r"(?<!\S)(?:[\u4e00-\u9fff]\s+){1,7}[\u4e00-\u9fff](?!\S)")  # 工 作 任 务
_NUMBER = pattern(r"\d{1,3}[.、]?")


def blank_heads(line: str) -> list[Column] | None:
    """The columns of a head line divided by blanks, the spaced letters of one head put together; None if it is none or has no column of numbers."""
    if len(line) > 200:
        return None
    names = _LETTERS.sub(lambda m: "".join(m[0].split()), line).split()
    columns = heads_of(names) if len(names) >= 3 else None
    return columns if columns and columns[0].kind == "number" and columns[-1].kind in ("role", "deadline", "ignored") else None


def blank_rows(text: str, paras: Sequence[Para], i: int, columns: list[Column], out: Found) -> int:
    """Rows divided by single blanks, as long as they fit their heads; headings between them are no rows."""
    head, i = i, i + 1
    while i < len(paras):
        cells = _row(text, paras[i], columns)
        if cells is None and not (paras[i].marker and i + 1 < len(paras) and _row(text, paras[i + 1], columns)):
            break
        if cells:
            out.used.update((id(paras[head]), id(paras[i])))
            out.rows.append(paras[i].span)
            take_row(cells, columns, None, out)
        i += 1
    if id(paras[head]) in out.used:
        out.heads.append(paras[head].span)
    return i


def _row(text: str, p: Para, columns: Sequence[Column]) -> list[Cell] | None:
    """The cells of a numbered row under such heads: its last words fill the columns behind the task; None if they do not fit."""
    words: list[tuple[int, int]] = []
    for m in _WORD.finditer(text, *p.span):
        if words and text[words[-1][1] - 1] in "、，,":
            words[-1] = (words[-1][0], m.end())  # a list of names goes on
        else:
            words.append(m.span())
    task = max(i for i, c in enumerate(columns) if c.kind == "task")
    behind = len(columns) - task - 1
    if len(words) <= task + behind or not _NUMBER.fullmatch(text[slice(*words[0])]):
        return None
    cut = len(words) - behind
    spans = [*words[:task], (words[task][0], words[cut - 1][1]), *words[cut:]]
    cells = [_cell(p, *s) for s in spans]
    if any(c.kind == "role" and not _says_who(cell) for cell, c in zip(cells, columns)):
        return None
    return cells


def _says_who(cell: Cell) -> bool:
    words = cell.text
    return bool(NOTHING.match(words) or units(words, strict=True) or clauses(words, 0, len(words)))


def _cell(p: Para, a: int, b: int) -> Cell:
    inside = [k for k, at in enumerate(p.view.at) if a <= at < b]
    return Cell(p, inside[0], inside[-1] + 1) if inside else Cell(p, len(p.text), len(p.text))
