"""The plan's text in the report: quotes with the exact words marked inside their line, and the full text with marks in the margin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from graphmodel.place_words import place_words
from graphmodel.text import Lines
from viz.format import Lang

if TYPE_CHECKING:
    from graphmodel.finding import Finding, Quote
    from graphmodel.graph import AccountabilityGraph
    from graphmodel.plan import Span

Piece = tuple[str, bool]  # words, and whether they are the ones that are meant

_LINES_OF_A_QUOTE = 4
_AROUND = 48  # characters shown before and after the words that are meant
_MEANT = 240  # of the meant words themselves
_MARKED_LINES = 6  # a quote of more lines is marked in the margin only: a page of underlined text points at nothing


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """One line of a quote. ``number`` 0: lines are left out here."""

    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote as the report prints it. ``doc`` 0: its plan is not in the graph, so nothing can be linked."""

    doc: int
    first: int
    place: str
    lines: tuple[QuotedLine, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands in the margin: a finding by its number in the report."""

    level: str
    code: str
    number: int


@dataclass(frozen=True, slots=True)
class TextLine:
    number: int
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]


@lru_cache(maxsize=16)
def _lines(text: str) -> Lines:
    return Lines(text)


def quoted(graph: AccountabilityGraph, docs: Sequence[str], quotes: Iterable[Quote], lang: Lang = "zh") -> tuple[Quoted, ...]:
    """The lines of quotes, cut to what can be read at a glance; several quotes of one line are marked in that line once."""
    spans: dict[tuple[str, int, int], list[Span]] = {}
    places: dict[tuple[str, int, int], str] = {}
    foreign = []
    for quote in quotes:
        if quote.doc not in graph:
            foreign.append(Quoted(0, 0, _place(quote, lang), (QuotedLine(0, ((quote.text, True),)),)))
            continue
        numbers = _said(_lines(graph.text_of(quote.doc)), quote.span)
        key = (quote.doc, numbers[0], numbers[-1])
        spans.setdefault(key, []).append(quote.span)
        places.setdefault(key, _place(quote, lang))
    return (*(_quoted(graph, docs, *key, held, places[key]) for key, held in spans.items()), *foreign)


def _place(quote: Quote, lang: Lang) -> str:
    words = place_words(quote.place, 0) if quote.place else None
    return "" if words is None else words.zh if lang == "zh" else words.en


def _quoted(graph: AccountabilityGraph, docs: Sequence[str], doc: str, first: int, last: int, spans: list[Span], place: str) -> Quoted:
    lines = _lines(graph.text_of(doc))
    numbers = [n for n in range(first, last + 1) if n == first or lines.text[slice(*lines.span(n))].strip()]
    kept = numbers if len(numbers) <= _LINES_OF_A_QUOTE else [*numbers[: _LINES_OF_A_QUOTE - 1], 0, numbers[-1]]
    rows = tuple(QuotedLine(n, _cut(_pieces(lines, n, spans))) if n else QuotedLine(0, (("…", False),)) for n in kept)
    return Quoted(docs.index(doc) + 1, first, place, rows)


def _said(lines: Lines, span: Span) -> list[int]:
    """The lines of a span that hold something; its first line if none does."""
    first, last = lines.of(span)
    return [n for n in range(first, last + 1) if lines.text[slice(*lines.span(n))].strip()] or [first]


def _cut(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Pieces of a line without what stands far from the meant words, and without the middle of long ones."""
    marked = [i for i, (_, meant) in enumerate(pieces) if meant] or [0]
    told = []
    for i, (words, meant) in enumerate(pieces):
        if i == 0:
            words = words.lstrip()
        if i == len(pieces) - 1:
            words = words.rstrip()
        before, after = (_AROUND if i > marked[0] else 0), (_AROUND if i < marked[-1] else 0)
        if meant or not marked[0] <= i <= marked[-1] and before == after:
            before, after = _MEANT - _AROUND, _AROUND
        told.append((words if len(words) <= before + after + 4 else f"{words[:before]}…{words[len(words) - after :]}", meant))
    return tuple(piece for piece in told if piece[0])


def first_lines(finding: Finding, graph: AccountabilityGraph) -> list[tuple[str, int]]:
    """Where a finding has its mark: the first line of each quote; without quotes, of each stretch of lines of its tasks' plan."""
    found = [(q.doc, _said(_lines(graph.text_of(q.doc)), q.span)[0]) for q in finding.quotes if q.doc in graph]
    if not found:
        doc = next((graph.document_of(t) for t in finding.tasks if t in graph), None)
        doc = doc or (graph.documents()[0] if len(graph.documents()) == 1 else None)
        found = [(doc, first) for first, _ in finding.lines if doc and first <= len(graph.node(doc)["text"])]
    return list(dict.fromkeys(found))


def full_text(graph: AccountabilityGraph, doc: str, numbered: Iterable[tuple[int, Finding]]) -> tuple[TextLine, ...]:
    """Every line of a plan, the quoted words marked in it, the findings at it in the order of their numbers."""
    lines = _lines(graph.text_of(doc))
    marks: dict[int, list[Mark]] = defaultdict(list)
    meant: dict[int, list[Span]] = defaultdict(list)
    for number, finding in numbered:
        for where, line in first_lines(finding, graph):
            if where == doc:
                marks[line].append(Mark(finding.level, finding.code, number))
        for quote in finding.quotes:
            if quote.doc == doc and len(touched := _said(lines, quote.span)) <= _MARKED_LINES:
                for line in touched:
                    meant[line].append(quote.span)
    return tuple(TextLine(n, _pieces(lines, n, meant[n]), tuple(marks[n])) for n in range(1, len(lines) + 1))


def _pieces(lines: Lines, number: int, spans: list[Span]) -> tuple[Piece, ...]:
    """A line in pieces, those within one of the spans marked; spans may overlap."""
    a, b = lines.span(number)
    pieces: list[Piece] = []
    at = a
    for start, end in sorted(spans):
        start, end = max(start, at), min(end, b)
        if end > start:
            pieces += [(lines.text[at:start], False), (lines.text[start:end], True)]
            at = end
    return tuple(piece for piece in (*pieces, (lines.text[at:b], False)) if piece[0])
