"""An answer on a terminal: aligned by the width of Chinese."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from graphmodel.patterns import pattern
from queries.cells import Lang, joined, said, shown
from queries.measure import Answer, Column

WIDTH = 80
GAP = 2
NARROWEST = 4


def width(text: str) -> int:
    """Columns of a terminal the text takes: two for Chinese, none for what combines."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) or c in "\u200b\u200d\ufeff" else 1 for c in text)


def fit(text: str, columns: int) -> str:
    """The text cut to at most ``columns`` (… marks the cut) and filled up to it."""
    text = " ".join(text.split())
    if width(text) > columns:
        kept, used = "", 0
        for c in text:
            if used + width(c) > columns - 2:
                break
            kept, used = kept + c, used + width(c)
        text = kept + "…"
    return text + " " * (columns - width(text))


def as_text(answer: Answer, lang: Lang = "zh", columns: int = WIDTH) -> str:
    """The answer for a terminal of ``columns``: aligned by the width of Chinese; what does not fit stands in further blocks under the same
    first column."""
    chosen = [c for n, c in enumerate(answer.columns) if n == 0 or _worth(c, answer)]
    heads = [c.zh if lang == "zh" else c.en for c in chosen]
    cells = [[" ".join(shown(said(c, row.get(c.key), lang), lang).split()) for c in chosen] for row in answer.rows]
    figures = [all(isinstance(row.get(c.key), (int, float)) or row.get(c.key) is None for row in answer.rows) for c in chosen]
    lines: list[str] = []
    if not cells:
        lines.append("(无)" if lang == "zh" else "(none)")
    else:
        wanted = [max(width(h), *(width(row[n]) for row in cells)) for n, h in enumerate(heads)]
        for n, block in enumerate(_blocks(wanted, columns)):
            if n:
                lines.append("")
            lines.append(_line([heads[i] for i, _ in block], block, figures))
            lines.append((" " * GAP).join("-" * w for _, w in block))
            lines += [_line([row[i] for i, _ in block], block, figures) for row in cells]
    if answer.notes:
        lines.append("")
    for note in answer.notes:
        lines += _wrapped(note.zh if lang == "zh" else note.en, columns)
    return "\n".join(lines) + "\n"


def _worth(column: Column, answer: Answer) -> bool:
    """Whether a terminal shows the column: not the ids, not what is empty in every row, not the document where there is one."""
    values = {str(held) if (held := joined(row.get(column.key))) is not None else None for row in answer.rows}  # "" says that nobody is there
    return not column.aside and values != {None} and not (column.key == "document" and len(values) == 1)


def _blocks(wanted: Sequence[int], columns: int) -> Iterator[list[tuple[int, int]]]:
    """Columns and their widths, in blocks no wider than the terminal: long columns are shortened first, then a new block begins with column
    0."""
    most = max(NARROWEST, (columns - GAP) // 2 - GAP)
    widths = [min(w, most) for w in wanted]
    block, used = [(0, widths[0])], widths[0]
    for i, w in enumerate(widths[1:], 1):
        if used + GAP + w > columns and len(block) > 1:
            yield _spread(block, wanted, columns)
            block, used = [(0, widths[0])], widths[0]
        block.append((i, w))
        used += GAP + w
    yield _spread(block, wanted, columns)


def _spread(block: list[tuple[int, int]], wanted: Sequence[int], columns: int) -> list[tuple[int, int]]:
    """Gives what is left of the line to the columns that were shortened, and takes what is too much from the widest."""
    widths = dict(block)
    left = columns - sum(widths.values()) - GAP * (len(widths) - 1)
    while left < 0:
        widest = max(widths, key=lambda i: widths[i])
        take = min(-left, max(1, widths[widest] - NARROWEST))
        widths[widest] -= take
        left += take
    for i in sorted(widths, key=lambda i: -wanted[i]):
        more = min(left, wanted[i] - widths[i])
        widths[i] += more
        left -= more
    return list(widths.items())


def _line(cells: Sequence[str], block: Sequence[tuple[int, int]], figures: Sequence[bool]) -> str:
    parts = []
    for text, (i, w) in zip(cells, block):
        filled = fit(text, w)
        parts.append(" " * (len(filled) - len(filled.rstrip())) + filled.rstrip() if figures[i] else filled)
    return (" " * GAP).join(parts).rstrip()


def _wrapped(text: str, columns: int) -> list[str]:
    lines, line, used = [], "", 0
    for word in pattern(r"[!-~]{1,60}|\s|.").findall(text):
        if used + width(word) > columns and line:
            lines.append(line.rstrip())
            line, used = "", 0
        if word.isspace() and not line:
            continue
        line, used = line + word, used + width(word)
    return [*lines, line.rstrip()] if line.strip() else lines
