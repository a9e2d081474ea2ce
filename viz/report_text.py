"""The plan's text in the report: quotes with the exact words marked inside their line, and the full text with marks in the margin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from graphmodel.text import Lines

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


def quoted(graph: AccountabilityGraph, docs: Sequence[str], quote: Quote) -> Quoted:
    """The lines of a quote, cut to what can be read at a glance."""
    if quote.doc not in graph:
        return Quoted(0, 0, quote.place or "", (QuotedLine(0, ((quote.text, True),)),))
    lines = _lines(graph.text_of(quote.doc))
    numbers = _said(lines, quote.span)
    kept = numbers if len(numbers) <= _LINES_OF_A_QUOTE else [*numbers[: _LINES_OF_A_QUOTE - 1], 0, numbers[-1]]
    rows = tuple(QuotedLine(n, _cut(*_parted(lines, n, quote.span))) if n else QuotedLine(0, (("…", False),)) for n in kept)
    return Quoted(docs.index(quote.doc) + 1, numbers[0], quote.place or "", rows)


def _said(lines: Lines, span: Span) -> list[int]:
    """The lines of a span that hold something; its first line if none does."""
    first, last = lines.of(span)
    return [n for n in range(first, last + 1) if lines.text[slice(*lines.span(n))].strip()] or [first]


def _parted(lines: Lines, number: int, span: Span) -> tuple[str, str, str]:
    """A line as what stands before, in and after a span."""
    a, b = lines.span(number)
    start, end = min(max(span[0], a), b), max(a, min(span[1], b))
    return lines.text[a:start], lines.text[start:end], lines.text[end:b]


def _cut(before: str, meant: str, after: str) -> tuple[Piece, ...]:
    before, after = before.lstrip(), after.rstrip()
    if len(before) > _AROUND + 4:
        before = "…" + before[-_AROUND:]
    if len(meant) > _MEANT + 4:
        meant = f"{meant[: _MEANT - 40]}…{meant[-40:]}"
    if len(after) > _AROUND + 4:
        after = after[:_AROUND] + "…"
    return tuple((words, chosen) for words, chosen in ((before, False), (meant, True), (after, False)) if words)


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
