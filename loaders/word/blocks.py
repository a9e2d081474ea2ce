"""What a Word file is made of, once read: paragraphs and tables, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.word.runs import Piece


@dataclass(eq=False, slots=True)
class Paragraph:
    """``text``: as printed, its number in front; ``shift``: how many characters of it are that number; ``pieces`` count behind it.

    A numbered paragraph without words has no text, and what would be printed stands in ``number``. ``part``: of the package.
    """

    text: str
    place: str
    part: str = ""
    shift: int = 0
    pieces: list[Piece] = field(default_factory=list)
    number: str = ""


@dataclass(eq=False, slots=True)
class Cell:
    """The same object stands at every place of the grid that it is merged over."""

    place: str
    blocks: list[Paragraph | Table] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Table:
    rows: list[list[Cell]] = field(default_factory=list)


Block = Paragraph | Table


def paragraphs_of(blocks: list[Block]) -> list[Paragraph]:
    """All paragraphs in their order, those in tables too, cells merged over several places once."""
    out: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            out.append(block)
        else:
            for cell in cells_of(block):
                out.extend(paragraphs_of(cell.blocks))
    return out


def cells_of(table: Table) -> list[Cell]:
    """The cells of a table in the order of its rows, each once."""
    return list(dict.fromkeys(cell for row in table.rows for cell in row))
