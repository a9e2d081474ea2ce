"""Which printed lines begin a paragraph, and which go on: by the room at the end of the line before, by indentation, height, size and numbering.

The edges are the document's own, learned from its lines. What cannot be told by geometry is None: the words decide.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from graphmodel.patterns import pattern
from graphmodel.text import fold
from loaders.grammar.roles import DEADLINE_LABEL, LABEL, PERSON_LABEL
from loaders.markers import marker_of
from loaders.pdf.lines import CLOSERS, OPENERS, Line

_SAID = pattern(r"[。;:!?)〕】”]$")
_ENDS = pattern(r"[。;:!?]$")
_OPEN = pattern(r"(?:[、,(第至和及与见]|按照|根据)$")
_STARTS = pattern(r"^(?:附件|附表|附:|——|[•·●■※◆▲★√])")


class Flow:
    """The habits of one document: ``edges`` of each column of text, how far lines stand apart, at which place the lines of a paragraph go on."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.size = _usual(line.size for line in lines) or 12.0
        self.edges = {frame: _edges([x for x in lines if x.frame == frame], self.size) for frame in {x.frame for x in lines}}
        over = [x for x in lines if x.text[-1] in CLOSERS and x.x1 > self.edges[x.frame][1] + 0.4 * x.size]
        self.hangs = len(over) >= max(2, len(lines) // 50)
        """Whether signs may hang over the right edge."""
        pairs = [(a, b) for a, b in zip(lines, lines[1:]) if a.frame == b.frame]
        steps = [b.base - a.base for a, b in pairs if a.page == b.page and b.base > a.base and self._same_size(a, b) and self.is_full(a, b)]
        self.step = _usual(round(x, 1) for x in steps) or 1.5 * self.size
        self._after: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
        ends = apart = 0
        self._marked: Counter[tuple[str, int]] = Counter()
        for a, b in pairs:
            if not self._same_size(a, b):
                continue
            full, marker = self.is_full(a, b), _marker(b)
            if full and not marker:
                self._after[a.frame, self._indent(a)][self._indent(b)] += 1
            if not full:
                if marker:
                    self._marked[marker, self._indent(b)] += 1
                if a.page == b.page:
                    ends += 1
                    apart += self._is_apart(a, b)
        self.gaps = ends >= 4 and apart >= 0.7 * ends
        """Whether paragraphs stand apart from one another."""

    def begins(self, before: Line | None, line: Line) -> bool | None:
        """Whether a paragraph begins with ``line``; None if nobody can tell."""
        if before is None:
            return True
        if before.text[-1] in OPENERS:
            return False
        if not self._same_size(before, line):
            return True
        full = self.is_full(before, line)
        if full and min(before.size, line.size) > 1.1 * self.size:
            return False  # a title of several lines: nothing else is printed so large
        if before.frame == line.frame and line.frame % 10 == 0 and (self._is_centred(line) or self._is_centred(before) and not full):
            return True
        near = before.page == line.page and before.frame == line.frame
        if not full and not self._is_nearly_full(before, line, near):
            return True
        if line.text[0] in CLOSERS[:20]:
            return False
        if near and (self.gaps or self._is_apart(before, line)):
            return self._is_apart(before, line)
        return self._begins_in_words(before, line)

    def _is_nearly_full(self, before: Line, line: Line, near: bool) -> bool:
        """Whether a line may have been left a little short, where gaps or indentation would show that a paragraph begins."""
        room = self._room(before, line)
        if near and self.gaps and not self._is_apart(before, line):
            return room < 4 * line.size
        return self._is_indented() and self._indent(line) == 0 and room < 2.2 * line.size and not _ENDS.search(fold(before.text))

    def _begins_in_words(self, before: Line, line: Line) -> bool | None:
        """The same where the line before is full and no gap tells: by indentation, numbering and the words."""
        indent, usual = self._indent(line), self._goes_on_at(before)
        ended = bool(_SAID.search(fold(before.text)))
        marker = _marker(line)
        if marker and self._marked[marker, indent] and not _OPEN.search(fold(before.text)):
            return True
        if indent != usual:
            after = self._after[before.frame, self._indent(before)]
            return not (marker is None and _hangs(before, line) and after[indent] >= 2 and after[indent] * 2 > after[usual])
        if self._is_indented() or _is_open(before.text):
            return False
        words = fold(line.text)
        if ended and (_is_label(words) or _STARTS.match(words)):
            return True
        if usual == self._indent(before) == 0 and fold(before.text).endswith(("。", ";", ":")):
            return None
        return False

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether ``line`` ends where it does for want of room: the first letter of the next would not have fitted."""
        return self._room(line, following) < 0.01 * line.size

    def _room(self, line: Line, following: Line) -> float:
        """The room that would be left behind ``line`` with the first letter of the next, in points."""
        between = 0.25 * line.size if line.signs[1] != following.signs[0] else 0.0
        needed = following.hung if self.hangs else following.first
        return self.edges[line.frame][1] - line.x1 - between - needed

    def _same_size(self, a: Line, b: Line) -> bool:
        return abs(a.size - b.size) <= 0.08 * max(a.size, b.size)

    def _is_apart(self, a: Line, b: Line) -> bool:
        return b.base - a.base > 1.28 * self.step

    def _indent(self, line: Line) -> int:
        """Where a line begins, in letters from the left edge."""
        return max(0, round((line.x0 - self.edges[line.frame][0]) / line.size))

    def _goes_on_at(self, before: Line) -> int:
        """Where the document goes on after a full line that begins where ``before`` does."""
        indent = self._indent(before)
        after = self._after[before.frame, indent]
        weights: dict[int, float] = dict(after)
        weights[0] = weights.get(0, 0) + 1.5
        return max(weights, key=lambda k: (weights[k], -k))

    def _is_indented(self) -> bool:
        return any(indent and after[0] >= 2 for (_, indent), after in self._after.items())

    def _is_centred(self, line: Line) -> bool:
        left, right = self.edges[line.frame]
        a, b = line.x0 - left, right - line.x1
        return a > 2.4 * line.size and b > 1.2 * line.size and abs(a - b) < 1.3 * line.size


def _marker(line: Line) -> str | None:
    found = marker_of(fold(line.text))
    return found.kind if found else None


def _is_open(text: str) -> bool:
    """Whether a bracket is opened and not closed."""
    words = fold(text)
    return words.rfind("(") > words.rfind(")")


def _is_label(words: str) -> bool:
    return any(p.match(words) for p in (LABEL, DEADLINE_LABEL, PERSON_LABEL))


def _hangs(before: Line, line: Line) -> bool:
    """Whether a line begins below the first letter behind the numbering of the one before."""
    found = marker_of(fold(before.text))
    return found is not None and any(abs(x - line.x0) < 0.6 * line.size for x in before.starts[1 : found.end + 2])


def _usual(values: Iterable[float]) -> float | None:
    found = Counter(values)
    return max(found, key=lambda v: (found[v], v)) if found else None


def _edges(lines: Sequence[Line], size: float) -> tuple[float, float]:
    """The left and right edge of a column of text: the outermost places at which several lines begin and end."""
    few = max(2, len(lines) // 40)
    body = [x for x in lines if abs(x.size - size) <= 0.15 * size] or list(lines)
    inside = [x.x1 for x in body if x.text[-1] not in CLOSERS]
    starts, ends = sorted(x.x0 for x in body), sorted(inside if len(inside) > few else (x.x1 for x in body), reverse=True)
    left = next((x for i, x in enumerate(starts) if i + few <= len(starts) and starts[i + few - 1] - x < 0.4 * size), starts[0])
    right = next((x for i, x in enumerate(ends) if i + few <= len(ends) and x - ends[i + few - 1] < 1.0 * size), ends[0])
    return left, right
