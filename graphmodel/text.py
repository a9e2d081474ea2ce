"""Text that keeps its places: lines, folding character for character, and squeezed views that map back.

NFKC changes lengths (㈠ becomes three characters, … becomes three dots), so nothing here uses it: ``fold`` maps one character to one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

from graphmodel.patterns import pattern
from graphmodel.plan import Span

LINE_END = pattern(r"\r\n|\n|\r")

_WIDE = {chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)}
_ALIKE = {
    "\u3000": " ", "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ", "\ufeff": " ", "\u200b": " ", "\t": " ",
    "﹙": "(", "﹚": ")", "〈": "《", "〉": "》", "﹝": "〔", "﹞": "〕", "［": "[", "］": "]", "『": "“", "』": "”", "「": "“", "」": "”",
    "﹒": ".", "•": "·", "・": "·", "∶": ":", "﹕": ":", "︰": ":", "﹔": ";", "﹐": ",", "﹑": "、", "､": "、", "｡": "。", "〇": "〇",
    "％": "%", "﹪": "%", "℅": "%", "～": "~", "〜": "~", "∼": "~", "≧": "≥", "≦": "≤", "⩾": "≥", "⩽": "≤", "﹥": ">", "﹤": "<",
    "－": "-", "–": "-", "―": "—", "ー": "—", "─": "—", "‐": "-", "‑": "-", "−": "-",
}  # fmt: skip


@cache
def _table() -> dict[int, str]:
    """What each character folds to. The traditional forms are OpenCC's (Apache-2.0), those left out that simplified text writes too (后/後 is in, 乾 is out)."""
    rows = Path(__file__).with_name("traditional.csv").read_text(encoding="utf-8").split()[1:]
    return str.maketrans({**dict(r.split(",") for r in rows), **_WIDE, **_ALIKE})


def fold(text: str) -> str:
    """The same text, character for character, with full-width ASCII, blanks, brackets, dashes and traditional characters made one. ``len(fold(t)) == len(t)``."""
    return text.translate(_table())


@lru_cache(maxsize=1)
def _whole_folded(text: str) -> str:
    """A plan's text is asked for part by part, paragraph after paragraph: it is folded once."""
    return fold(text)


class Lines:
    """The lines of a text: where each begins and ends (its line end left out). Lines end at ``\\n``, ``\\r\\n``, ``\\r`` only."""

    def __init__(self, text: str) -> None:
        self.text = text
        starts, ends = [0], []
        if "\r" in text:
            for m in LINE_END.finditer(text):
                ends.append(m.start())
                starts.append(m.end())
        else:
            at = text.find("\n")
            while at >= 0:
                ends.append(at)
                starts.append(at + 1)
                at = text.find("\n", at + 1)
        ends.append(len(text))
        self.starts, self.ends = starts, ends

    def __len__(self) -> int:
        return len(self.starts)

    def __iter__(self) -> Iterator[str]:
        return (self.text[a:b] for a, b in zip(self.starts, self.ends))

    def span(self, number: int) -> Span:
        """Span of line ``number`` (1-based)."""
        return self.starts[number - 1], self.ends[number - 1]

    def at(self, offset: int) -> int:
        """The 1-based number of the line that holds ``offset``."""
        return bisect_right(self.starts, offset)

    def of(self, span: Span) -> tuple[int, int]:
        """First and last line (1-based) of a span."""
        return self.at(span[0]), self.at(max(span[0], span[1] - 1))


_GLUE = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz%.,≥≤><=+~×/-")
_WHITE = pattern(r"\s+")
_NO_BREAK = pattern(r"[^\n\r]")


@dataclass(frozen=True)
class View:
    """A part of a text, folded and without the white space that means nothing, that knows where each of its characters stands.

    Line breaks go; blanks beside a figure or a Latin letter go; a blank between two other characters stays as one blank (it may divide two names).
    """

    text: str
    at: tuple[int, ...]  # at[i] = offset of text[i] in the source

    @staticmethod
    def of(source: str, span: Span) -> View:
        """The view of ``source[span]``; ``source`` is the plan's text as it is."""
        a, b = span
        raw = _whole_folded(source)[a:b] if len(source) > 2 * (b - a) > 0 else fold(source[a:b])
        out: list[str] = []
        at: list[int] = []
        begin = 0
        for white in _WHITE.finditer(raw):
            a, b = white.span()
            if a > begin:
                out.append(raw[begin:a])
                at.extend(range(span[0] + begin, span[0] + a))
            if out and b < len(raw) and raw[a - 1] not in _GLUE and raw[b] not in _GLUE and (blank := _NO_BREAK.search(raw, a, b)):
                out.append(" ")
                at.append(span[0] + blank.start())
            begin = b
        if not begin:
            return View(raw, tuple(range(span[0], span[0] + len(raw))))
        at.extend(range(span[0] + begin, span[0] + len(raw)))
        return View("".join(out) + raw[begin:], tuple(at))

    def span(self, start: int, end: int) -> Span:
        """The source span of ``text[start:end]``."""
        if start >= len(self.at):
            edge = self.at[-1] + 1 if self.at else 0
            return edge, edge
        return self.at[start], (self.at[end - 1] + 1 if end > start else self.at[start])

    def printed(self, source: str, start: int, end: int) -> str:
        """``text[start:end]`` in the characters of the source, not folded."""
        return "".join(source[i] for i in self.at[start:end])

    def slice(self, start: int, end: int) -> View:
        return View(self.text[start:end], self.at[start:end])

    @cached_property
    def whole(self) -> Span:
        return self.span(0, len(self.text))


def squeeze(text: str) -> str:
    """Printed form of a name or title: folded nothing, all white space gone."""
    return "".join(text.split())
