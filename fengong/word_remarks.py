"""Findings as comments in the Word file that was audited: from a finding's words in the text to its letters in the file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphmodel.finding import LEVELS
from graphmodel.problems import Problem

if TYPE_CHECKING:
    from graphmodel.finding import Finding, Quote
    from graphmodel.plan import Span
    from graphmodel.text import Lines
    from loaders.reader import Ask
    from loaders.word import Letters
    from viz.format import Sheet
    from viz.word_comments.marks import At


@dataclass(frozen=True, slots=True)
class Remarked:
    """A Word file with comments: ``data``; ``written``: how many findings stand in it; ``left``: how many were below the level asked for;
    ``signed``: it carries a signature that holds no longer."""

    data: bytes
    written: int
    left: int
    signed: bool


def remarked(data: bytes, ask: Ask, sheet: Sheet) -> Remarked:
    """The Word file ``data``, from which the one plan of the sheet was read, with a comment for each finding at or above ``sheet.level``.

    Its own earlier comments are replaced. Raises Problem if the file cannot take comments, or is not the one that was read."""
    from graphmodel.text import Lines
    from loaders.word import read_with_letters
    from viz.word_comments.package import Remark, WordFile
    from viz.word_comments.wording import note_of

    if ask.tracked != "final":
        raise only_as_changed()
    (doc,) = sheet.graph.documents()
    word = WordFile(data, ask.name).without_own()
    source, letters = read_with_letters(word.data, ask)
    if source.text != sheet.graph.text_of(doc):
        raise Problem(f"{ask.name} 在审查期间被改动；请重新运行。", f"{ask.name} was changed while it was read; run this again.")
    places = Places(source.text, [x for x in letters if x.part == word.main])
    lines = Lines(source.text)
    titles = {page.code: page.title for page in sheet.rules()}
    shown = [f for f in sheet.findings if LEVELS.index(f.level) <= LEVELS.index(sheet.level) and _of(f, sheet, doc)]
    remarks = []
    for finding in shown:
        quote = next((q for q in finding.quotes if q.doc == doc), None)
        at = places.of(_span(finding, quote, lines, sheet, doc))
        if at is None:
            raise Problem(f"{ask.name} 的正文中没有可以加批注的文字。", f"{ask.name} has no words in its body that a comment could stand at.")
        remarks.append(Remark(at.start, at.end, note_of(sheet, finding, quote if at.there else None, lines, titles)))
    done = word.with_remarks(remarks, sheet.lang == "zh")
    return Remarked(done.data, len(shown), len(sheet.findings) - len(shown), word.signed and done.data != data)


def only_as_changed() -> Problem:
    """The sentence about comments on words that the file shows as struck out."""
    return Problem(
        "批注只能写在修订后的文字上；请去掉 --tracked original。",
        "comments stand at the words as changed; leave out --tracked original.",
    )


def _of(finding: Finding, sheet: Sheet, doc: str) -> bool:
    return not finding.quotes or any(q.doc == doc for q in finding.quotes)


def _span(finding: Finding, quote: Quote | None, lines: Lines, sheet: Sheet, doc: str) -> Span:
    """The words a finding is about: its first quote, else its lines, else its task, else the title of the plan."""
    if quote is not None and quote.span[1] > quote.span[0]:
        return quote.span
    if finding.lines and 1 <= finding.lines[0][0] <= len(lines):
        return lines.span(finding.lines[0][0])
    task = next((t for t in finding.tasks if t in sheet.graph), None)
    if task is not None:
        start, end = sheet.graph.node(task)["span"]
        return start, end
    return _title(lines, str(sheet.graph.node(doc)["name"] or ""))


def _title(lines: Lines, name: str) -> Span:
    from graphmodel.text import squeeze

    wanted = squeeze(name)
    for number, words in enumerate(lines, 1):
        told = squeeze(words)
        if len(told) >= 4 and wanted.startswith(told):
            return lines.span(number)
    return 0, 0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in the file a comment stands; ``there``: in the line it is about."""

    start: At
    end: At
    there: bool = True


class Places:
    """The letters of the main part, by where they stand in the text."""

    def __init__(self, text: str, letters: Iterable[Letters]) -> None:
        self._text = text
        self._letters = sorted((x for x in letters if x.length > 0), key=lambda x: x.start)
        self._starts = [x.start for x in self._letters]

    def of(self, span: Span) -> Spot | None:
        """The place of a comment about ``span``: its letters, else those nearest to it in its line, else those before it (it stands in a footnote).

        None if there are no letters at all."""
        start, end = span
        line = self._text.rfind("\n", 0, start) + 1, (self._text.find("\n", start) + 1 or len(self._text) + 1) - 1
        for a, b in ((start, end), (start, line[1]), (line[0], start)):
            if found := self._in(a, b):
                return found
        if not self._letters:
            return None
        near = self._letters[max(0, bisect_right(self._starts, start) - 1)]
        return self._spot((near.t, near.offset), (near.t, near.offset + near.length), there=False)

    def _in(self, a: int, b: int) -> Spot | None:
        """From the first to the last of the letters from ``a`` to ``b``, as the file has them (a text box stands in the file before the words
        behind it, in the text after its paragraph); None if there are none but blanks."""
        ends = []
        for x in self._letters[max(0, bisect_right(self._starts, a) - 1) : bisect_left(self._starts, b)]:
            begin, stop = max(a, x.start), min(b, x.start + x.length)
            words = self._text[begin:stop]
            if words.strip():
                ends.append(
                    ((x.t, x.offset + begin - x.start + len(words) - len(words.lstrip())), (x.t, x.offset + stop - x.start - len(words) + len(words.rstrip())))
                )
        return self._spot(min(e[0] for e in ends), max(e[1] for e in ends)) if ends else None

    @staticmethod
    def _spot(start: tuple[int, int], end: tuple[int, int], there: bool = True) -> Spot:
        from viz.word_comments.marks import At

        return Spot(At(*start), At(*end), there)
