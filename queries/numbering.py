"""The numbers at the beginnings of lines: an outline read from the text alone, and where its counting breaks.

The graph knows what each line is; the text knows what is printed. Numbers are read from the text, so that an item which was not understood
still counts as there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from graphmodel.patterns import pattern
from graphmodel.plan import Span
from graphmodel.text import Lines, fold

_HAN = "〇零一二三四五六七八九十百两"
_B = r"[ \t]{0,6}"  # blanks as they stray into numbers: （ 一 ）
_STYLES: tuple[tuple[str, str], ...] = (
    ("第章", rf"第{_B}([{_HAN}]{{1,5}}|\d{{1,3}}){_B}[章编篇]"),  # 第三章
    ("第节", rf"第{_B}([{_HAN}]{{1,5}}|\d{{1,3}}){_B}[节]"),  # 第二节
    ("第条", rf"第{_B}([{_HAN}]{{1,5}}|\d{{1,3}}){_B}[条]"),  # 第十条
    ("一、", rf"([{_HAN}]{{1,5}}){_B}[、.](?![、.])"),  # 十二、
    ("(一)", rf"[(\[〔【]{_B}([{_HAN}]{{1,5}}){_B}[)\]〕】]"),  # （三）
    ("(1)", rf"[(\[〔【]{_B}(\d{{1,3}}){_B}[)\]〕】]"),  # （12）
    ("1)", rf"(\d{{1,3}}){_B}\)"),  # 3)
    ("1.", rf"(\d{{1,3}}){_B}[.、](?![\d.、])"),  # 7．  7、
    ("①", r"([①-⑳])"),
)
_LINE_MARK = pattern(rf"[ \t]{{0,40}}(?:[-*#•·]{{1,3}}[ \t]{{0,4}})?(?:{'|'.join(p for _, p in _STYLES)})")
_LOST = pattern(rf"[ \t]{{0,40}}[(]{_B}[)](?=[ \t]{{0,4}}[\u4e00-\u9fff]{{2}})")  # ()扩大社会参与
LEFT_OUT = pattern(r"未录|从略|略去|省略|节选|摘录|删节|[中上下]略|[(…]略|略[)…]")  # （……第32—42项未录……）（……中略……）
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
MOST = 200  # a larger number at the head of a line is a year or a figure
DEEPEST = 24  # open lists that are remembered
WIDEST_GAP = 9  # more numbers missing at once: an excerpt, not a slip

Style = str
Kind = Literal["missing", "doubled", "lost", "slip"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A number at the beginning of a line: how it is written, its value (None: the brackets are empty), its place and line (1-based)."""

    style: Style
    value: int | None
    span: Span
    line: int


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the counting breaks. ``before`` and ``after`` are the marks around it; ``numbers`` those that are missing or doubled;
    ``bare`` a line between the two that looks like the heading that lost its number. A slip: the numbers of both marks are the same, and
    ``wrong``, one of the two, stands where the missing one is due."""

    kind: Kind
    before: Mark | None
    after: Mark
    numbers: tuple[int, ...]
    bare: int | None = None
    wrong: Mark | None = None


def number_of(written: str) -> int | None:
    """The value of a written number up to 999 (十二, 一百零三, 12, ③); None if it is none."""
    written = "".join(written.split())
    if written.isdecimal():
        return int(written)
    if len(written) == 1 and "①" <= written <= "⑳":
        return ord(written) - ord("①") + 1
    total, digit = 0, None
    for c in written:
        if c in "十百":
            total += (1 if digit is None else digit) * (10 if c == "十" else 100)
            digit = None
        elif c in _DIGITS:
            if digit:
                return None  # 二三: digits in a row are no number of an item
            digit = _DIGITS[c]
        else:
            return None
    return total + (digit or 0) or None


def written(style: Style, value: int) -> str:
    """The number as the style prints it: (四), 四、, 4."""
    if style == "①":
        return chr(ord("①") + value - 1) if value <= 20 else str(value)
    han = _han(value)
    return {
        "第章": f"第{han}章", "第节": f"第{han}节", "第条": f"第{han}条", "一、": f"{han}、", "(一)": f"({han})",
        "(1)": f"({value})", "1)": f"{value})", "1.": f"{value}.", BARE: str(value),
    }[style]  # fmt: skip


def _han(value: int) -> str:
    if value > 99:
        return str(value)
    tens, ones = divmod(value, 10)
    return ("" if tens == 0 else "十" if tens == 1 else "零一二三四五六七八九"[tens] + "十") + ("零一二三四五六七八九"[ones] if ones else "")


def marks(lines: Lines) -> Iterator[Mark]:
    """Every number at the beginning of a line, in order."""
    for n, raw in enumerate(lines, 1):
        folded = fold(raw[:120])
        start = lines.span(n)[0]
        if m := _LINE_MARK.match(folded):
            index = m.lastindex or 0
            value = number_of(m[index])
            if value is not None and 0 < value < MOST:
                yield Mark(_STYLES[index - 1][0], value, (start + len(folded[: m.end()]) - len(folded[: m.end()].lstrip()), start + m.end()), n)
        elif m := _LOST.match(folded):
            yield Mark("(一)", None, (start + m.end() - len(m[0].lstrip()), start + m.end()), n)


@lru_cache(maxsize=16)
def line_marks(text: str) -> tuple[Mark, ...]:
    """The marks of a text, read once."""
    return tuple(marks(Lines(text)))


BARE = "1"  # a number alone in its cell


def with_cells(found: Sequence[Mark], numbers: Iterable[tuple[str, Span, int]]) -> list[Mark]:
    """``found`` and the numbers of items that do not begin a line (cells of a table, items of a text on one line):
    (printed number, place, line)."""
    lines = {m.line for m in found}
    starts = [m.span for m in found]
    more: list[Mark] = []
    for text, span, line in numbers:
        folded = fold(text).strip()
        m = _LINE_MARK.match(folded) or _LINE_MARK.match(f"{folded}.")
        if line in lines or not m or m.end() < len(folded):
            continue
        value = number_of(m[m.lastindex or 0])
        style = BARE if folded.isdecimal() else _STYLES[(m.lastindex or 1) - 1][0]
        if value is None or not 0 < value < MOST or (more and more[-1].line == line and more[-1].value == value):
            continue  # the parts of one row share its number
        above = found[bisect_left(starts, span) - 1] if starts and starts[0] < span else None
        if above and above.value == value and style in (above.style, BARE):
            continue  # the item stands below its own numbered heading
        more.append(Mark(style, value, span, line))
    return sorted([*found, *more], key=lambda m: m.span)


def breaks(found: Sequence[Mark], lines: Lines, inside: Collection[int], headings: Collection[int] = ()) -> Iterator[Break]:
    """Where the counting of ``found`` breaks; only between marks whose lines are ``inside`` the plan. ``headings``: lines known as headings
    without a number.

    A list of the same style may stand inside an item (7. 1. 2. 8.): the number that continues an open list continues it, a 1 opens a list,
    and only what does
    neither is a break of the innermost list. Time grows with the number of marks.
    """
    folded = fold(lines.text)
    numbered = {m.line for m in found}
    stack: list[Mark] = []
    closed: dict[Style, Mark] = {}  # the last mark of a list that ended: the next list may count on (1 to 35 through all parts)
    lists: dict[Style, int] = {}
    for mark in found:
        depth = _continued(stack, mark)
        last = stack[depth] if depth is not None else closed.get(mark.style) if lists.get(mark.style) == 1 else None
        if mark.value is None:  # "()" stands for the number that is due
            due = (last.value or 0) + 1 if last else 1
            if last and mark.line in inside:
                yield Break("lost", last, mark, (due,))
            mark = Mark(mark.style, due, mark.span, mark.line)
        elif last and last.value and mark.value and mark.line in inside and last.line in inside:
            skipped = tuple(range(last.value + 1, mark.value))
            if mark.value == last.value > 1 and depth is not None and mark.line != last.line:
                yield Break("doubled", last, mark, (mark.value,))
            elif 0 < len(skipped) <= WIDEST_GAP and not _explained(folded, last, mark, skipped):
                yield Break("missing", last, mark, skipped, _bare_heading(lines, last, mark, numbered, inside, headings))
        if mark.value == 1:
            lists[mark.style] = lists.get(mark.style, 0) + 1
        elif depth is not None:
            for ended in stack[depth + 1 :]:
                closed[ended.style] = ended
            del stack[depth:]
        stack.append(mark)
        del stack[:-DEEPEST]


def _continued(stack: Sequence[Mark], mark: Mark) -> int | None:
    """Which open list the mark goes on with: the innermost whose last number it follows, else the innermost of its style; None for a new
    list."""
    same = [i for i in range(len(stack) - 1, -1, -1) if stack[i].style == mark.style]
    if not same or mark.value == 1:
        return None
    return next((i for i in same if mark.value == (stack[i].value or 0) + 1), same[0])


def _explained(folded: str, last: Mark, mark: Mark, skipped: Sequence[int]) -> bool:
    """Whether the missing numbers are printed inside a line, or the text says that it leaves them out."""
    between = folded[last.span[1] : mark.span[0]]
    if LEFT_OUT.search(between):
        return True
    if mark.style == BARE:
        cells = set(pattern(r"[|\t\n\r]").split(pattern(r"[ .、]").sub("", between)))
        return all(str(n) in cells for n in skipped)
    return all(written(mark.style, n) in between for n in skipped)


_SENTENCE_END = pattern(r"[。;:,、!?]\s{0,9}$")


def _bare_heading(lines: Lines, last: Mark, mark: Mark, numbered: set[int], inside: Collection[int], headings: Collection[int]) -> int | None:
    """The only line between two headings that could be the one that lost its number: a heading without number, else a short line that is no
    sentence with a
    deeper number right below it."""
    known = [n for n in range(last.line + 1, mark.line) if n in headings]
    found = []
    for n in known or range(last.line + 1, mark.line):
        if n in numbered or n not in inside:
            continue
        text = fold(lines.text[slice(*lines.span(n))]).strip()
        if not 2 <= len(text) <= 30 or _SENTENCE_END.search(text) or ":" in text:
            continue
        below = next((k for k in range(n + 1, mark.line) if lines.text[slice(*lines.span(k))].strip()), None)
        if below in numbered:
            found.append(n)
    return found[0] if len(found) == 1 else None
