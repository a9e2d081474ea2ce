"""A web page as boxes within boxes (what begins a block) and the paragraphs in them; inline elements have left no trace but their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

MOST_COLUMNS = 1_000
"""Columns of a table that one cell may cover; what browsers allow."""


@dataclass(eq=False, slots=True)
class Words:
    """One paragraph. ``text``: white space as a browser shows it, ``\\n`` where the page breaks the line. ``tag``: p, h1 … or "".

    ``size``: characters without those in the paragraph's number; ``linked``: how many of them are links'; ``files``: links to files.
    ``begins``: a paragraph surely begins here; ``mark``: the number that a list gives. ``out``: of the site, not of the document.
    """

    text: str
    tag: str
    hint: str
    up: Box
    size: int = 0
    linked: int = 0
    links: int = 0
    files: int = 0
    begins: bool | None = True
    out: bool = False


@dataclass(eq=False, slots=True)
class Box:
    """What begins a block. ``hint``: its class and id, lower case. The sums are those of all that stands in it, see ``measure``."""

    tag: str
    up: Box | None
    hint: str = ""
    spans: tuple[int, int] = (1, 1)
    """rowspan and colspan as written, 0 for rowspan="0"."""
    kids: list[Box | Words] = field(default_factory=list)
    hidden: list[bool] = field(default_factory=list)
    """Of a table: whether each column that it declares is hidden."""
    size: int = 0
    linked: int = 0
    links: int = 0
    weight: int = 0
    """Characters that are no links, twice where they make sentences: what the plan's text is found by."""
    marks: int = 0
    """Signs of sentences."""
    paragraphs: int = 0
    tables: int = 0
    """Tables in it, itself left out."""
    out: bool = False


def measure(boxes: list[Box]) -> None:
    """Fills in the sums. ``boxes``: every one, those outside before those inside."""
    for box in reversed(boxes):
        for kid in box.kids:
            if isinstance(kid, Words):
                marks = kid.text.count("。") + kid.text.count("；") + kid.text.count("，")
                plain = kid.size - kid.linked
                box.weight += plain * 2 if marks else plain
                box.marks += marks
                box.paragraphs += 1
            else:
                box.weight += kid.weight
                box.marks += kid.marks
                box.paragraphs += kid.paragraphs
                box.tables += kid.tables + (kid.tag == "table")
            box.size += kid.size
            box.linked += kid.linked
            box.links += kid.links


def words_in(box: Box) -> Iterator[Words]:
    """Every paragraph in a box that is not left out, in order."""
    heap = [iter(box.kids)]
    while heap:
        for kid in heap[-1]:
            if isinstance(kid, Words):
                if not kid.out:
                    yield kid
            elif not kid.out:
                heap.append(iter(kid.kids))
                break
        else:
            heap.pop()
