"""Puts the text of a document together: lines with their places, paragraphs, tables. Every reader of documents ends here.

What a reader gives is laid down one character for one, so that a place in the text leads back to the place in the file (``origins``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graphmodel.patterns import pattern
from graphmodel.plan import Grid, Source, Span
from graphmodel.problems import Problem
from graphmodel.text import fold
from loaders.columns import heads_of
from loaders.metadata import is_label
from loaders.readers.text import checked

MOST_CHARACTERS = 20_000_000
MOST_PLACES = 2_000_000
"""Cells of one table, merged ones counted at each place of the grid."""

# what _BREAKS and _CONTROLS change; in most cells there is nothing of it, and to look is ten times as fast as to translate
_ODD = pattern(r"[\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029\ufeff\ufffe\uffff]")
_BREAKS = str.maketrans(dict.fromkeys("\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"))
_CONTROLS = str.maketrans(dict.fromkeys([*map(chr, range(0x20)), "\x7f", "\ufeff", "\ufffe", "\uffff"], " ") | {"\t": "\t", "\n": "\n"})


@dataclass(eq=False, slots=True)
class GridCell:
    """A cell as the file has it; the same object stands at every place of the grid that it is merged over. ``lines``: its paragraphs.

    ``origins``: what the reader wants to find again for each line (may be empty). ``places``: of each line where that is not ``place`` (may be empty).
    """

    place: str
    lines: list[str] = field(default_factory=list)
    origins: list[object] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    laid: int = 0  # the table in which it was laid down (counted from 1), and where
    span: Span = (0, 0)

    @property
    def empty(self) -> bool:
        for line in self.lines:  # noqa: SIM110 - asked a million times: three times as fast as all()
            if line and not line.isspace():
                return False
        return True


class Assembly:
    """The text of one document while it is read."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._places: list[str | None] = []
        self._begins: list[bool | None] = []
        self._grids: list[Grid] = []
        self._at = 0
        self.remarks: list[tuple[str, str]] = []
        self.origins: list[tuple[int, object]] = []
        """(offset in the text at which a line begins, what the reader gave with it), in order."""

    @property
    def size(self) -> int:
        """How many characters were added."""
        return self._at

    def line(self, text: str, place: str | None, begins: bool | None = True, origin: object = None) -> Span | None:
        """Adds one line, or several where ``text`` holds line breaks: those behind the first are soft, nobody knows whether a paragraph begins there.

        Blank ones are left out. Gives the span of what was added.
        """
        if not _ODD.search(text):
            if not text or text.isspace():
                return None
            if origin is not None:
                self.origins.append((self._at, (origin, 0)))
            self._lines.append(text)
            self._places.append(place)
            self._begins.append(begins)
            self._at += len(text) + 1
            return self._at - len(text) - 1, self._at - 1
        clean = text.translate(_BREAKS).translate(_CONTROLS)
        start, at, first = None, 0, True
        for words in clean.split("\n"):
            if words.strip():
                if start is None:
                    start = self._at
                if origin is not None:
                    self.origins.append((self._at, (origin, at)))
                self._lines.append(words)
                self._places.append(place)
                self._begins.append(begins if first else None)
                self._at += len(words) + 1
                first = False
            at += len(words) + 1
        return None if start is None else (start, self._at - 1)

    def table(self, rows: Sequence[Sequence[GridCell]]) -> None:
        """Adds a table as the file has it.

        What only lays out a page is no table: rows of one cell above and below stand as lines, labels and values of a page's metadata as
        ``label：value``. Another head inside begins another table.
        """
        told = [list(row) for row in rows if any(not c.empty for c in row)]
        if sum(map(len, told)) > MOST_PLACES:
            told = [_once(row) for row in told]
        for part in _parts(told):
            if isinstance(part, list):
                self._grid(part)
            else:
                for cell in _once(part):
                    self._cell(cell)

    def _cell(self, cell: GridCell) -> Span:
        if len(cell.lines) == 1 and not cell.origins:
            return self.line(cell.lines[0], cell.place) or (self._at, self._at)
        start, end = None, self._at
        for n, words in enumerate(cell.lines):
            origin = cell.origins[n] if n < len(cell.origins) else None
            place = cell.places[n] if n < len(cell.places) else cell.place
            if span := self.line(words, place, True, origin):
                start, end = span[0] if start is None else start, span[1]
        return (self._at, self._at) if start is None else (start, end)

    def _grid(self, rows: list[list[GridCell]]) -> None:
        if _is_metadata(rows):
            for row in rows:
                self._pairs(_once(row))
            return
        table = len(self._grids) + 1
        out: list[tuple[Span, ...]] = []
        width = max(len(row) for row in rows)
        for row in rows:
            nothing = (self._at, self._at)
            for cell in row:
                if cell.laid != table:
                    cell.laid = table
                    if cell.lines:
                        cell.span = self._cell(cell)
                        nothing = (self._at, self._at)
                    else:
                        cell.span = nothing
            here = tuple([cell.span for cell in row])
            out.append(here + ((self._at, self._at),) * (width - len(here)) if len(here) < width else here)
        last = max(0, self._at - 1)
        for n in range(len(out) - 1, -1, -1):  # empty cells behind the last words would stand behind the text
            if all(b <= last for _, b in out[n]):
                break
            out[n] = tuple((min(a, last), min(b, last)) for a, b in out[n])
        self._grids.append(Grid(tuple(out)))

    def _pairs(self, cells: list[GridCell]) -> None:
        """索引号 | 123: each label and its value on one line, at the place of the label."""
        i = 0
        while i < len(cells):
            words = "".join("".join(cells[i].lines).split())
            if is_label(words) and i + 1 < len(cells) and not is_label("".join("".join(cells[i + 1].lines).split())):
                value = " ".join(" ".join(cells[i + 1].lines).split())
                self.line(f"{words.rstrip(':：')}：{value}", cells[i].place)
                i += 2
            else:
                self._cell(cells[i])
                i += 1

    def source(self, name: str, sha256: str) -> Source:
        """The Source of what was added. Raises Problem if there are no words, or more than any plan has."""
        text = "\n".join(self._lines)
        if len(text) > MOST_CHARACTERS:
            size, most = len(text) / 1e6, MOST_CHARACTERS / 1e6
            raise Problem(
                f"{name} 有 {size:.0f} 百万字，超过上限 {most:.0f} 百万字；请确认这是一份方案，并拆成几个文件。",
                f"{name} holds {size:.0f} million characters, more than the limit of {most:.0f} million; make sure that this is a plan and split it.",
            )
        read = checked(text, name, sha256)
        return replace(read, places=tuple(self._places), begins=tuple(self._begins), tables=tuple(self._grids), remarks=tuple(self.remarks))


def _once(row: Sequence[GridCell]) -> list[GridCell]:
    """The cells of a row, merged ones once, empty ones left out."""
    return [c for c in dict.fromkeys(row) if not c.empty]


def _is_single(row: Sequence[GridCell]) -> bool:
    """Whether one cell alone says something, wherever it stands and however many places it is merged over."""
    found = None
    for cell in row:
        if cell is found or not cell.lines or cell.empty:
            continue
        if found is not None:
            return False
        found = cell
    return found is not None


def _words(row: Sequence[GridCell]) -> list[str]:
    return ["".join(fold("".join(c.lines)).split()) for c in row]


def _is_head(row: Sequence[GridCell]) -> bool:
    for cell in row:  # a quick look at most rows: a long cell, or a row's number where four digits may be a year
        for line in cell.lines:
            if len(line) > 60 or line.isdigit() and len(line) != 4:
                return False
    words = [w for w in _words(_once(row)) if w]
    return all(len(w) <= 24 for w in words) and heads_of(words) is not None


def _parts(rows: Sequence[list[GridCell]]) -> list[list[list[GridCell]] | tuple[GridCell, ...]]:
    """Tables (lists of rows) and rows that only hold a line (tuples): those above, below and before another head."""
    out: list[list[list[GridCell]] | tuple[GridCell, ...]] = []
    table: list[list[GridCell]] = []

    def close() -> None:
        below: list[tuple[GridCell, ...]] = []
        while table and _is_single(table[-1]) and table[-1][0] not in (table[-2] if len(table) > 1 else []):
            below.append(tuple(table.pop()))
        if table:
            out.append(list(table))
        out.extend(reversed(below))
        table.clear()

    for row in rows:
        single = _is_single(row)
        if not table and single:
            out.append(tuple(row))
            continue
        if table and not single and len(table) > 1 and _is_head(row) and any(_is_head(r) for r in table[:-1]) and not _is_head(table[-1]):
            close()
        table.append(row)
    close()
    return out


def _is_metadata(rows: Sequence[Sequence[GridCell]]) -> bool:
    """Whether labels of a page's metadata stand before values in every row."""
    if not all(is_label("".join(fold("".join(row[0].lines)).split())) for row in map(_once, rows[:1]) if row):
        return False
    told = [_words(_once(row)) for row in rows]
    labels = sum(is_label(w) for row in told for w in row)
    return labels >= 2 and all(is_label(row[0]) for row in told if row) and labels * 3 >= sum(len(row) for row in told)
