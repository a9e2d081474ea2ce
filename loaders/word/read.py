"""From the bytes of a Word file to its Source."""

from __future__ import annotations

from dataclasses import dataclass

from graphmodel.plan import Source
from loaders.reader import Ask


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
    raise NotImplementedError
