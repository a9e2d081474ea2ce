"""Letters to printed lines: what stands on one level, from left to right, with the blanks that are really there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from loaders.pdf.page import Letter

WIDE = 1.8
"""Times the size of the letters: a gap that a writer left on purpose."""
OPENERS = "（〔［【《“‘「『([{〈"
CLOSERS = "，。；：、？！）〕］】》”’」』,.;:?!)]}〉%％…—·"


@dataclass(slots=True)
class Line:
    """A printed line, or the part of one between two wide gaps. Lengths in points, ``base`` from the top of the page down.

    ``first``: width of what cannot be parted from its first letter: the room a line must lack that this one goes on with; ``hung``: the same
    where one sign may hang over the edge.
    ``starts``: where its first letters begin. ``frame``: the column of the page it stands in (0 the whole width, 1 left, 2 right).
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    first: float
    hung: float
    starts: tuple[float, ...]
    page: int = 0
    frame: int = 0

    @property
    def signs(self) -> tuple[bool, bool]:
        """Whether it begins, and whether it ends, with a figure or a Latin letter: many programs leave a quarter of a letter between these and Chinese."""
        return _is_run(self.text[0]), _is_run(self.text[-1]) or self.text[-1] == "%"

    @property
    def width(self) -> float:
        return self.x1 - self.x0


def rows_of(letters: Iterable[Letter]) -> list[list[Letter]]:
    """The letters by level, from the top down, each level from left to right."""
    rows: list[list[Letter]] = []
    bases: list[float] = []
    for letter in sorted(letters, key=lambda x: (x.base, x.x0)):
        if not letter.text.strip() and not rows:
            continue
        if rows and letter.base - bases[-1] <= 0.42 * max(letter.size, rows[-1][0].size):
            rows[-1].append(letter)
        else:
            rows.append([letter])
            bases.append(letter.base)
    for row in rows:
        row.sort(key=lambda x: (x.x0, x.base))
    return rows


def parts_of_row(row: Sequence[Letter], page: int) -> list[Line]:
    """A level as lines, divided at wide gaps; letters printed twice to look bold stand once. Empty if there is nothing but blanks."""
    inked = [x for x in row if x.text.strip()]
    if not inked:
        return []
    size = Counter(x.size for x in inked).most_common(1)[0][0]
    parts: list[list[Letter]] = [[]]
    last: Letter | None = None
    for letter in row:
        if letter.text.strip():
            if last and letter.text == last.text and abs(letter.x0 - last.x0) < 0.4 * (last.x1 - last.x0):
                continue
            if last and letter.x0 - last.x1 > WIDE * size:
                parts.append([])
            last = letter
        if letter.text.strip() or parts[-1]:
            parts[-1].append(letter)
    return [_line(part, page) for part in parts]


def whole(parts: Sequence[Line]) -> Line:
    """The parts of a level as one line, two blanks for each wide gap."""
    first, last = parts[0], parts[-1]
    if len(parts) == 1:
        return first
    longest = max(parts, key=lambda p: p.width)
    return Line("  ".join(p.text for p in parts), first.x0, last.x1, longest.base, longest.size, first.first, first.hung, first.starts, first.page, first.frame)


def _line(letters: list[Letter], page: int) -> Line:
    while not letters[-1].text.strip():
        letters.pop()
    inked = [x for x in letters if x.text.strip()]
    size = Counter(x.size for x in inked).most_common(1)[0][0]
    base = Counter(x.base for x in inked).most_common(1)[0][0]
    gaps = [b.x0 - a.x1 for a, b in zip(letters, letters[1:]) if a.text.strip() and b.text.strip()]
    usual = max(0.0, median(gaps)) if gaps else 0.0
    out: list[str] = []
    last: Letter | None = None
    blanks = ""
    for letter in letters:
        if not letter.text.strip():
            blanks += letter.text
            continue
        if last:
            out.append(blanks or _gap(last, letter, usual, size))
        out.append(letter.text)
        last, blanks = letter, ""
    return Line("".join(out), inked[0].x0, max(x.x1 for x in inked), base, size, *_first(inked), tuple(x.x0 for x in inked[:8]), page)


def _gap(a: Letter, b: Letter, usual: float, size: float) -> str:
    gap = b.x0 - a.x1 - usual
    narrow = a.text[-1].isascii() and b.text[0].isascii() and a.text[-1].isalnum() and b.text[0].isalnum()
    return " " if gap > (0.2 if narrow else 0.75) * size else ""


def _first(letters: Sequence[Letter]) -> tuple[float, float]:
    """The width of the first letter with the figures, letters and signs that no typesetter parts from it, and without the last of these signs."""
    i = 0
    while i < len(letters) - 1 and letters[i].text in OPENERS:
        i += 1
    i = core = _behind_run(letters, i)
    while i < len(letters) and letters[i].text in CLOSERS:
        i += 1
        if i < len(letters) and (letters[i - 1].text in "”’" or _is_run(letters[i].text)):
            i = core = _behind_run(letters, i)
    return letters[i - 1].x1 - letters[0].x0, letters[max(core, i - 1) - 1].x1 - letters[0].x0


def _behind_run(letters: Sequence[Letter], i: int) -> int:
    """Behind the letter at ``i``, or behind the figures or Latin letters that begin there."""
    run = _is_run(letters[i].text)
    i += 1
    while run and i < len(letters) and (_is_run(letters[i].text) or letters[i].text in ".,%-/"):
        i += 1
    return i


def _is_run(text: str) -> bool:
    return text.isascii() and text.isalnum()
