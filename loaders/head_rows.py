"""The head of a table in one row, or spread over two or three: 责任分工 over 牵头单位 and 配合单位, 序号 beside them in the first row only."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.patterns import pattern
from loaders.columns import Column, column, heads_of

MOST_ROWS = 3
_LONGEST = 16
# 责任分工, 目标任务情况: what is left names what stands below
_GROUP_END = pattern(r"(?:及|和)?(?:任务)?(?:分工|安排|情况|名单|落实|明细|要求|单位|部门)$")


_FIGURE = pattern(r"^[\d.,%≥≤<>+-]{1,16}$|[。;]")
_WHOLE = pattern(r"(?:全年|全市|全县|全区|年度|总量|总数|合计|全部|目标)(?:目标)?(?:任务)?(?:值|数)?")


def head_rows(rows: Sequence[Sequence[str]]) -> tuple[list[Column], int] | None:
    """The columns of a head that begins in the first of ``rows``, and how many rows it takes; None if none begins there.

    ``rows``: the words of every cell, "" where a cell is empty or goes on from the one before or above. A column without a head is ignored.
    """
    if not rows or sum(map(bool, rows[0])) < 2 or not any(column(name) for name in rows[0] if name):
        return None
    names = list(rows[0])
    groups = _spread(names)
    most = 1
    while most < min(MOST_ROWS, len(rows)) and _goes_on(names, rows[most], groups):
        below = [*rows[most], *[""] * (len(names) - len(rows[most]))]
        names = [_named(b, groups[n]) if b else names[n] for n, b in enumerate(below[: len(names)])]
        groups = [b or groups[n] for n, b in enumerate(below[: len(names)])]
        most += 1
    columns = _columns(names)
    if columns or most == 1:
        return (columns, most) if columns else None
    columns = _columns(rows[0])
    return (columns, 1) if columns else None


def _spread(names: Sequence[str]) -> list[str]:
    """The head of each column, a cell that is merged over several columns at each of them."""
    out: list[str] = []
    for name in names:
        out.append(name or (out[-1] if out else ""))
    return out


def _goes_on(first: Sequence[str], below: Sequence[str], groups: Sequence[str]) -> bool:
    """Whether ``below`` is a further row of heads: heads, or words under one that several columns share, and not under every head."""
    if len(first) < 3 or len(below) > len(first):
        return False
    told = [(n, words) for n, words in enumerate(below) if words]
    if not 2 <= len(told) < len(first) or any(len(w) > _LONGEST for _, w in told):
        return False
    shared = [bool(groups[n]) and (not first[n] or n + 1 < len(first) and not first[n + 1]) for n in range(len(first))]
    known = [bool(_known(w, groups[n])) for n, w in told]
    return all(known) or all(k or shared[n] and not _FIGURE.search(w) for k, (n, w) in zip(known, told)) and any(shared[n] for n, _ in told)


def _known(words: str, group: str) -> bool:
    return bool(column(words) or column(_named(words, group)))


def _named(words: str, group: str) -> str:
    """A head with what stands above it, where it says little alone: 牵头 -> 牵头单位, 市级 under 责任单位 -> 市级责任单位, 单位 under 责任分工 -> 责任单位."""
    own = column(words)
    if own and own.kind not in ("ignored", "measure"):
        return words
    stem = _GROUP_END.sub("", group)
    whole = column(group)
    if own is None and whole and whole.kind == "figures" and _WHOLE.fullmatch(words):
        return group
    for name in (f"{words}单位", f"{words}{group}", f"{stem}{words}", f"{group}{words}"):
        found = column(name)
        if found and found.kind in ("role", "person", "figures", "inner"):
            return name
    return words


def _columns(names: Sequence[str]) -> list[Column] | None:
    """As ``heads_of``, with columns that have no head."""
    full = [n for n in names if n]
    columns = heads_of(full) if len(full) >= 2 else None
    if columns is None or len(full) == len(names):
        return columns
    told = iter(columns)
    return [next(told) if n else Column("ignored", "") for n in names]
