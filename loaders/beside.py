"""What the columns beside the work say of it: figures to be reached, steps by quarter, and words that go on with it (清理河道 | 做到水面无漂浮物)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graphmodel.patterns import pattern
from graphmodel.plan import Indicator, Milestone, Span
from graphmodel.text import View
from loaders.drafts import Draft
from loaders.grammar.column_figures import measured, named_by, of_head
from loaders.grammar.dates import whens
from loaders.grammar.figures import BINDING
from loaders.grammar.indicators import indicators
from loaders.head_words import STAGE
from loaders.scope import Piece

_BETWEEN_CELLS = pattern(r"[\s|｜]{1,80}")
_OF_A_YEAR = pattern(r"20\d\d年")
_YEARS_OF_A_PLAN = 3
_YEAR_ALONE = pattern(r"20\d\d(?=年?(?:底|末)?$)")


@dataclass(frozen=True, slots=True)
class Beside:
    """Figures, steps, and the places of cells that only go on with the words of the work."""

    figures: tuple[Indicator, ...] = ()
    steps: tuple[Milestone, ...] = ()
    words: tuple[Span, ...] = ()


def placed(text: str, view: View, i: Indicator) -> Indicator:
    """An indicator of a view, at its place in the text."""
    span = view.span(*i.span)
    return replace(i, span=span, quote=text[span[0] : span[1]])


def columns_beside(text: str, d: Draft, words: View, today: str | None) -> Beside:
    """What a draft's columns of targets say; ``words``: of its work."""
    if not d.figures:
        return Beside()
    own = tuple(placed(text, words, i) for i in indicators(words.text, today))
    figures: tuple[Indicator, ...] = ()
    steps: list[Milestone] = []
    beside: list[Span] = []
    columns, base = _with_base([(View.of(text, piece.span).text, piece, head) for piece, head in d.figures], today)
    bound = BINDING.match(d.binding)
    for piece, head in columns:
        cell = View.of(text, piece.span)
        if _restates(cell.text, words.text, (*own, *figures), today):
            continue
        found = indicators(cell.text, today)
        stage = bool(STAGE.match(head))
        if not any(i.name for i in found):
            name = own[0].name if stage and len(own) == 1 and own[0].name else (d.title or words).text
            found = named_by(measured(name, d.measure, head), cell.text, today) or found
            if stage and len(own) == 1:
                found = tuple(replace(i, op=own[0].op) if i.unit == own[0].unit else i for i in found)
        by = next((w.iso or None for w in whens(head, today)), None) if stage else None
        if found and (by or not stage):
            told = (replace(i, by=i.by or by, baseline=i.baseline or base, binding=i.binding or (bound[1] if bound else None)) for i in found)
            figures += tuple(placed(text, cell, i) for i in of_head(tuple(told), head))
        elif stage or _OF_A_YEAR.match(head):
            by = by or next((w.iso or None for w in whens(head, today)), None)
            steps.append(Milestone(text[slice(*piece.span)], piece.span, by, head))
        else:
            beside.append(piece.span)
    return Beside(figures, tuple(steps), tuple(beside))


def _with_base(columns: list[tuple[str, Piece, str]], today: str | None) -> tuple[list[tuple[Piece, str]], str | None]:
    """The columns of figures to be reached, and what stood in the year before them: 2020年 | 2025年."""
    years = {m[0]: words for words, _, head in columns if (m := _YEAR_ALONE.match(head))}
    last = max(years, default="")
    past = {y for y in years if y < today[:4] <= last} if today else {y for y in years if int(last) - int(y) >= _YEARS_OF_A_PLAN}
    base = years[max(past)] if past else ""
    return [(piece, head) for _, piece, head in columns if not (_YEAR_ALONE.match(head) and head[:4] in past)], base if pattern(r"\d").search(base) else None


def joined(text: str, words: View, cells: Sequence[Span]) -> View:
    """The words with the cells that nothing but the marks of a table divides from them, a full stop in place of each mark."""
    out = words
    left = sorted(c for c in cells if c[0] < c[1])
    while left:
        here = out.whole
        found = next((c for c in left if _meet(text, here[1], c[0]) or _meet(text, c[1], here[0])), None)
        if found is None:
            break
        left.remove(found)
        first, last = (out, View.of(text, found)) if found[0] >= here[1] else (View.of(text, found), out)
        gap = first.whole[1]
        stop = "" if first.text.endswith(("。", ";")) else "。"
        out = View(first.text + stop + last.text, (*first.at, *((gap,) if stop else ()), *last.at))
    return out


def _meet(text: str, a: int, b: int) -> bool:
    return a < b <= a + 80 and bool(_BETWEEN_CELLS.fullmatch(text, a, b))


def _restates(column: str, words: str, known: tuple[Indicator, ...], today: str | None) -> bool:
    """Whether a cell of targets only prints again what the task's own words say: each of its clauses stands there, and no figure is new."""
    bare = pattern(r"\s").sub("", words)
    clauses = [c for c in pattern(r"[;。]").split(pattern(r"\s").sub("", column)) if c]
    if not clauses or not all(c in bare for c in clauses):
        return False
    figures = {(i.value, i.value_to, i.unit) for i in known}
    return all((i.value, i.value_to, i.unit) in figures for i in indicators(column, today))
