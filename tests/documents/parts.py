"""A plan's text as the parts a document is made of: paragraphs with their numbering apart, tables, labels with their values.

The tables and the numbering are told apart by rules of this file, not by those that are tested. Only where a text file breaks one paragraph
over several lines the program's own reading is asked: a text alone does not say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphmodel.plan import Source
from loaders.open import source_of_text
from loaders.paragraphs import paragraphs

_CN = "零一二三四五六七八九十"
KINDS = ("一、", "（一）", "1.", "（1）", "①")
"""The five ways of numbering a word processor is told to count by; ``Paragraph.kind`` is an index."""
_MARKERS = (
    re.compile(rf"(?P<n>[{_CN[1:]}]{{1,3}})、"),
    re.compile(rf"[（(](?P<n>[{_CN[1:]}]{{1,3}})[）)]"),
    re.compile(r"(?P<n>\d{1,2})[.．、](?!\d)"),
    re.compile(r"[（(](?P<n>\d{1,2})[）)]"),
    re.compile(r"(?P<n>[①-⑳])"),
)
_PAIR = re.compile(r"(?P<label>(?:索 ?引 ?号|发布机构|发文日期|有效性|主题分类|成文日期|来源|发布时间|浏览次数|作者))[：:]")


@dataclass(frozen=True)
class Paragraph:
    """``marker``: the numbering it opens with, as printed, blanks behind it included; ``text``: what follows."""

    text: str
    marker: str = ""
    kind: int | None = None
    value: int | None = None

    @property
    def words(self) -> str:
        return self.marker + self.text


@dataclass(frozen=True)
class Table:
    """All rows equally long. A row that says something in its first cell only is the heading of those below it."""

    rows: tuple[tuple[str, ...], ...]

    def heads_group(self, n: int) -> bool:
        return bool(self.rows[n][0]) and not any(self.rows[n][1:])


@dataclass(frozen=True)
class Pairs:
    """One printed line of a page's labels: 索引号：… 发布机构：…"""

    words: str
    pairs: tuple[tuple[str, str], ...]


Part = Paragraph | Table | Pairs


def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of a plan's text, in order; blank lines and the rules between the rows of a table are left out."""
    source = source_of_text(text)
    lines = _whole_lines(source)
    out: list[Part] = []
    i = 0
    while i < len(lines):
        table, following = _table(lines, i)
        if table:
            out.append(table)
            i = following
            continue
        out.append(_pairs(lines[i]) or paragraph(lines[i]))
        i += 1
    return tuple(out)


def paragraph(words: str) -> Paragraph:
    """A paragraph with its numbering told apart."""
    for kind, shape in enumerate(_MARKERS):
        m = shape.match(words)
        if m and m.end() < len(words):
            blanks = re.match(r"[ \u3000]*", words[m.end() :])
            end = m.end() + (blanks.end() if blanks else 0)
            return Paragraph(words[end:], words[:end], kind, _value(m["n"]))
    return Paragraph(words)


def _value(digits: str) -> int:
    if digits.isdecimal():
        return int(digits)
    if "①" <= digits <= "⑳":
        return ord(digits) - ord("①") + 1
    tens, mark, ones = digits.rpartition("十")
    return (_CN.index(tens) if tens else 1) * 10 * bool(mark) + (_CN.index(ones) if ones else 0)


def _whole_lines(source: Source) -> list[str]:
    """The lines that hold words, without the blanks around them; lines that one paragraph is broken into are put together again."""
    text = source.text
    starts = {p.span[0]: p.span[1] for p in paragraphs(source, ((0, len(text)),))}
    out: list[str] = []
    at = until = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            begin = at + len(line) - len(line.lstrip())
            if begin < until and len(out[-1]) > 20 and not _PAIR.match(words):
                out[-1] += words
            else:
                out.append(words)
            until = starts.get(begin, until)
        at += len(line) + 1
    return out


def _table(lines: Sequence[str], i: int) -> tuple[Table | None, int]:
    """The table that begins at a line, and where it ends: bars between its cells, or below 序号 one cell a line."""
    rows = list(_barred(lines[i:]))
    if len(rows) > 1:
        return Table(tuple(r for r in rows if not all(re.fullmatch(r":?-+:?", c) for c in r))), i + len(rows)
    if lines[i] != "序号":
        return None, i
    width = lines.index("1", i) - i
    grid = [tuple(lines[i : i + width])]
    i += width
    while i + width <= len(lines) and lines[i].isdecimal():
        grid.append(tuple(lines[i : i + width]))
        i += width
    return Table(tuple(grid)), i


def _barred(lines: Sequence[str]) -> Iterator[tuple[str, ...]]:
    width = 0
    for line in lines:
        if line.count("|") < 2:
            return
        cells = tuple(c.strip() for c in line.strip("|").split("|")) if line.startswith("|") else tuple(c.strip() for c in line.split("|"))
        if width and len(cells) != width:
            return
        width = len(cells)
        yield cells


def _pairs(words: str) -> Pairs | None:
    found = list(_PAIR.finditer(words))
    if len(found) < 2 or found[0].start():
        return None
    ends = [m.start() for m in found[1:]] + [len(words)]
    return Pairs(words, tuple((m["label"], words[m.end() : end].strip()) for m, end in zip(found, ends)))
