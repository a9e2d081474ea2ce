"""Tables for a terminal and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from viz.paper import Band, Line, Paper, harmless, paragraphs
from viz.rows import no_formula
from viz.seen import pad, visible, width, wrap

_NUMBER = 6  # columns of the first cell
_GAP = "  "


def as_text(papers: Sequence[Paper], columns: int = 80, ambiguous: int = 1) -> str:
    """The tables in lines of at most ``columns``: the number, the longest cell, and beside it what the other cells say, each behind its head."""
    return "\n\n".join("\n".join(_lines(paper, columns, ambiguous)) for paper in papers) + "\n"


def _lines(paper: Paper, columns: int, ambiguous: int) -> Iterator[str]:
    shown = [n for n, c in enumerate(paper.columns) if not (paper.listing and c.head == "到期月份")]  # the bands say it
    main = max(range(1, len(paper.columns)), key=lambda n: (paper.columns[n].wide, -n))
    beside = max(20, (columns - _NUMBER) * 2 // 5)
    room = columns - _NUMBER - beside - 2 * len(_GAP)
    for text in (paper.title, paper.below):
        yield from wrap(visible(text), columns, ambiguous) if text else ()
    yield ""
    lines = [row for row in paper.rows if isinstance(row, Line)]
    others = "、".join(paper.columns[n].head for n in shown if n not in (0, main) and any(row.cells[n] for row in lines))
    heads = wrap(others, beside, ambiguous)
    yield from _side(pad(paper.columns[0].head, _NUMBER, ambiguous), [paper.columns[main].head], heads, room, ambiguous)
    yield _GAP.join("-" * n for n in (_NUMBER, room, beside))
    for row in paper.rows:
        if isinstance(row, Band):
            yield from wrap(visible(row.text), columns, ambiguous)
            continue
        left = [line for words in _shown(row, main) for line in wrap(words, room, ambiguous)]
        said = "".join(_shown(row, main))
        right: list[str] = []
        for n, column in enumerate(paper.columns):
            told = [w for w in _shown(row, n) if n in shown and n not in (0, main) and w != "—" and (column.head != "目标" or w.rstrip("；。") not in said)]
            if told:
                right += wrap(f"{column.head}：{''.join(told)}", beside, ambiguous)
        number = "" if row.goes_on else "".join(_shown(row, 0))
        yield from _side(number, left, right, room, ambiguous)
    for note in paper.notes:
        yield from ("", *wrap(visible(note), columns, ambiguous))


def _shown(row: Line, n: int) -> list[str]:
    return [visible(words) for words in paragraphs(row.cells[n])]


def _side(number: str, left: Sequence[str], right: Sequence[str], room: int, ambiguous: int) -> Iterator[str]:
    if width(number, ambiguous) > _NUMBER:
        yield number
        number = ""
    for n in range(max(len(left), len(right), 1)):
        cells = (number if n == 0 else "", left[n] if n < len(left) else "", right[n] if n < len(right) else "")
        yield _GAP.join((pad(cells[0], _NUMBER, ambiguous), pad(cells[1], room, ambiguous), cells[2])).rstrip()


def as_csv(papers: Sequence[Paper]) -> bytes:
    """The tables one below the other in UTF-8 with BOM, lines ended by CR LF (RFC 4180), no cell a formula. A heading of rows stands alone in its row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for n, paper in enumerate(papers):
        if len(papers) > 1:
            writer.writerows([[]] * (n > 0))
            writer.writerow([no_formula(harmless(paper.title))])
        writer.writerow([column.head for column in paper.columns])
        for row in paper.rows:
            if isinstance(row, Line):
                writer.writerow([no_formula("\n".join(paragraphs(cell))) for cell in row.cells])
            elif not paper.listing:
                writer.writerow([no_formula(harmless(row.text)), *[""] * (len(paper.columns) - 1)])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")
