"""What a comment says of a finding: which rule and how grave, what is wrong, what would mend it, where else to look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphmodel.finding import Finding, Quote, Words
from graphmodel.place_words import place_words
from graphmodel.text import Lines, squeeze
from viz.format import Sheet
from viz.rows import IN_WORDS
from viz.word_comments.comments import Note

_MOST_PLACES = 8
_MOST_LETTERS = 40


def note_of(sheet: Sheet, finding: Finding, at: Quote | None, lines: Lines, titles: Mapping[str, Words]) -> Note:
    """The comment of a finding. ``at``: the quote beside which it stands; ``lines``: of the plan; ``titles``: code of a rule -> what it is called."""
    return Note(tuple(_paragraphs(sheet, finding, at, lines, titles)))


def _paragraphs(sheet: Sheet, finding: Finding, at: Quote | None, lines: Lines, titles: Mapping[str, Words]) -> Iterator[str]:
    zh = sheet.lang == "zh"
    title = titles.get(finding.code)
    named = "" if title is None else f"（{title.zh}）" if zh else f" ({title.en.rstrip('.')})"
    yield f"{IN_WORDS[finding.level][0 if zh else 1]} {finding.code} {finding.rule}{named}"
    yield (finding.message.zh if zh else finding.message.en) + _cause(sheet, finding)
    yield ("改：" if zh else "mend: ") + (finding.remedy.zh if zh else finding.remedy.en)
    others = [*_others(finding, at, lines)]
    if others:
        told = ("；" if zh else "; ").join(_place(q, lines, zh) for q in others[:_MOST_PLACES])
        rest = len(others) - _MOST_PLACES
        more = "" if rest <= 0 else f"；另有 {rest} 处" if zh else f"; and {rest} more"
        yield ("另见：" if zh else "see also: ") + told + more


def _others(finding: Finding, at: Quote | None, lines: Lines) -> Iterator[Quote]:
    """The quotes that do not stand in the paragraphs where the comment stands, each once."""
    here = set(range(lines.of(at.span)[0], lines.of(at.span)[1] + 1)) if at is not None else set()
    told: set[tuple[int, int]] = set()
    for quote in finding.quotes:
        if at is not None and quote.doc != at.doc:
            continue
        if lines.at(quote.span[0]) not in here and quote.span not in told and squeeze(quote.text):
            told.add(quote.span)
            yield quote


def _place(quote: Quote, lines: Lines, zh: bool) -> str:
    words = squeeze(quote.text) if zh else " ".join(quote.text.split())
    words = words if len(words) <= _MOST_LETTERS else words[: _MOST_LETTERS - 1] + "…"
    at = place_words(quote.place, lines.at(quote.span[0]))
    return f"{at.zh}“{words}”" if zh else f"{at.en} “{words}”"


def _cause(sheet: Sheet, finding: Finding) -> str:
    if finding.follows_from is None or finding.follows_from >= len(sheet.findings):
        return ""
    code = sheet.findings[finding.follows_from].code
    return f"（由 {code} 引起）" if sheet.lang == "zh" else f" (follows from {code})"
