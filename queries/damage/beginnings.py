"""A paragraph that has lost its first characters: 、县(市、区)各级…, 态市创建办…, 立…制度."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from graphmodel.finding import Words
from graphmodel.patterns import pattern
from queries.damaged import Paper, Spot, damage
from queries.numbering import line_marks

_SIGN_FIRST = pattern(r"[、,;:。)》”〕】]+[^\s]{1,6}")
_STOP = "。!?;:…)"
_LEVEL = "省市区县州盟旗乡镇各全本该其有相原"
SHOWN = 10  # characters quoted of a paragraph that begins so
TITLE = 32  # characters of a heading line


@cache
def _verbs() -> tuple[tuple[str, str, str], ...]:
    """(second character, the verb it is the rest of, characters that may follow the second one where it stands alone)."""
    text = Path(__file__).with_name("verbs.csv").read_text(encoding="utf-8")
    return tuple((row["second"], row["verb"], row["alone_before"]) for row in csv.DictReader(text.splitlines()))


@damage
def first_lost(paper: Paper) -> Iterator[Spot]:
    """By its first sign, by a body that is printed whole elsewhere, by a verb of which half is there."""
    whole = {form[1:]: form for form in sorted(paper.printed) if len(form) >= 4 and form[0] not in _LEVEL and form[1] not in _LEVEL}
    before = ""
    for start, end in paper.blocks:
        marks = line_marks(paper.text[start:end])
        begin = start + (marks[0].span[1] if marks else 0)
        words = paper.folded[begin:end].lstrip()
        begin = end - len(words)
        fresh = not before or before[-1] in _STOP or (bool(line_marks(before)) and len(before) <= TITLE and before[-1] not in "、,和及")
        sign = _SIGN_FIRST.match(words)
        if sign and fresh and not marks and len(words) > 8:
            yield Spot((begin, begin + sign.end()), _BEGINNING, None)
        elif fresh and (cut := _cut_name(words, whole, paper)):
            yield Spot((begin, begin + len(cut)), _BEGINNING, whole[cut])
        elif (fresh or marks) and (verb := _cut_verb(words)):
            yield Spot((begin, begin + min(SHOWN, len(words))), _BEGINNING, verb[0] + words[: SHOWN - 1])
        before = paper.folded[start:end]


def _cut_name(words: str, whole: dict[str, str], paper: Paper) -> str | None:
    for size in range(min(20, len(words)), 2, -1):
        cut = words[:size]
        if cut in whole and paper.folded.count(cut) == paper.folded.count(whole[cut]) + 1 >= 2:  # alone this once
            return cut
    return None


def _cut_verb(words: str) -> str | None:
    for second, verb, alone in _verbs():
        if words.startswith(second) and len(words) > 4 and words[1] not in alone:
            return verb
    return None


_BEGINNING = Words("段首似缺字", "the first characters of the paragraph seem lost")
