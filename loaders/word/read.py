"""From the bytes of a Word file to its Source."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from graphmodel.plan import Source
from graphmodel.problems import Problem
from loaders.assembly import Assembly
from loaders.reader import Ask
from loaders.word.blocks import Block, Paragraph, paragraphs_of
from loaders.word.layout import lay
from loaders.word.names import Names, attribute, tags
from loaders.word.numbering import Numbering
from loaders.word.parts import Parts
from loaders.word.runs import Story
from loaders.word.said import remarks
from loaders.word.styles import Styles
from loaders.word.walk import Spot, Walk, too_deep

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Letters:
    """Where a stretch of a Source's text stands in the file, letter for letter.

    ``start``, ``length``: the stretch, in characters of the text. ``part``: the part of the package ("word/document.xml"). ``t``: which of
    all ``w:t`` elements of that part, in document order from 0. ``offset``: characters into the text of that element.
    """

    start: int
    length: int
    part: str
    t: int
    offset: int


def read_with_letters(data: bytes, ask: Ask) -> tuple[Source, tuple[Letters, ...]]:
    """The Source of a Word file and, in the order of the text, where its letters stand in the file. Raises Problem.

    Letters that come from no ``w:t`` (numbering, tabs, breaks) have none.
    """
    source, assembly, roots = _read(data, ask)
    return source, tuple(_letters(source.text, assembly, roots))


def read(data: bytes, ask: Ask) -> Source:
    """The Source of a Word file. Raises Problem."""
    return _read(data, ask)[0]


def _read(data: bytes, ask: Ask) -> tuple[Source, Assembly, dict[str, _Element]]:
    try:
        return _document(data, ask)
    except RecursionError:
        raise too_deep(ask.name) from None


def _document(data: bytes, ask: Ask) -> tuple[Source, Assembly, dict[str, _Element]]:
    parts = Parts(data, ask.name)
    names = Names()
    body = parts.body(names)
    styles = Styles.of(parts.named("styles")[1])
    numbering = parts.named("numbering")[1]
    roots, walks, blocks = {parts.main: body}, [], []

    def add(part: str, root: _Element, read: Callable[[Walk], list[Block]]) -> Walk:
        roots[part] = root
        walk, found = _walked(root, read, lambda lone: Walk(Story(styles, ask.tracked, names, lone), Numbering(numbering, styles), part, ask.name))
        walks.append(walk)
        blocks.extend(found)
        return walk

    told = add(parts.main, body, lambda walk: walk.blocks(body, Spot())).story
    for kind, prefix in (("footnote", "fn"), ("endnote", "en")):
        cited = list(dict.fromkeys(note for which, note in told.cited if which == kind))
        part, root = parts.named(f"{kind}s") if cited else ("", None)
        if root is not None:
            add(part, root, partial(_notes, root, cited, prefix))
    if not any(p.text.strip() for p in paragraphs_of(blocks)) and next(body.iter(*tags("drawing", "pict", "object")), None) is not None:
        raise only_pictures(ask.name)
    assembly = Assembly()
    lay(blocks, assembly)
    assembly.remarks.extend(remarks(list(roots.values()), walks, ask.tracked))
    return assembly.source(ask.name, hashlib.sha256(data).hexdigest()), assembly, roots


def _walked(root: _Element, read: Callable[[Walk], list[Block]], walk: Callable[[set[_Element]], Walk]) -> tuple[Walk, list[Block]]:
    """The blocks of a part; again where a field that nothing ends would have swallowed the rest, without that field."""
    lone: set[_Element] = set()
    for _ in range(3):
        now = walk(lone)
        blocks = read(now)
        if not now.story.unended:
            return now, blocks
        lone |= now.story.unended
    now = walk(set(root.iter(*tags("fldChar"))))
    return now, read(now)


def _notes(root: _Element, cited: list[str], prefix: str, walk: Walk) -> list[Block]:
    """The notes that the text cites, in the order in which it does."""
    notes = {attribute(n, "id"): n for n in root.iterchildren(*tags("footnote", "endnote"))}
    out: list[Block] = []
    for n, note in enumerate(cited, 1):
        if note in notes:
            out += walk.blocks(notes[note], Spot(f"{prefix}{n}"))
    return out


def _letters(text: str, assembly: Assembly, roots: dict[str, _Element]) -> Iterator[Letters]:
    found = {part: {t: n for n, t in enumerate(root.getroottree().getroot().iter(*tags("t")))} for part, root in roots.items()}
    for start, origin in assembly.origins:
        paragraph, begin = cast("tuple[Paragraph, int]", origin)
        stop = text.find("\n", start)
        first = begin - paragraph.shift  # in the paragraph's own words
        last = first + (stop if stop >= 0 else len(text)) - start
        pieces = paragraph.pieces
        for n in range(max(0, bisect_right(pieces, first, key=lambda p: p.at) - 1), len(pieces)):
            piece = pieces[n]
            if piece.at >= last:
                break
            a, b = max(piece.at, first), min(piece.at + piece.length, last)
            if a < b:
                yield Letters(start + a - first, b - a, paragraph.part, found[paragraph.part][piece.t], piece.offset + a - piece.at)


def only_pictures(name: str) -> Problem:
    """The sentence about a document that is scanned."""
    return Problem(
        f"{name} 只有图片、没有文字（可能是扫描件）；请先做文字识别（OCR），另存后再试。",
        f"{name} holds pictures and no words (a scan, it seems); recognise its text (OCR) first, save it and try again.",
    )
