"""A text prepared for reading figures: dates and titles masked, clause bounds, the sentence's date at any point."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from graphmodel.patterns import pattern
from loaders.grammar.comparators import SUFFIX, approximate
from loaders.grammar.date_forms import When, whens
from loaders.grammar.quantities import Quantity, quantities

DATE, TITLE = "\x01", "\x02"
_TITLE = pattern(r"《[^《》]{1,80}》|〔[^〔〕]{0,12}〕\d{0,5}号?|\[(?:19|20)\d\d\]\d{0,5}号?|“[^“”]{0,12}百分之百”")
# what ends a clause, 1:66:33 excepted
_MARK = pattern(r"[,;。!?\n()]|:(?!\d)|(?<!\d):")
_SENTENCE = pattern(r"[。!?\n]")
_WINDOW = 110
_TOWARDS = frozenset("高升加长降减少缩大展短低增")
# 较2015年 · 比上年 · 在2020年基础上 · 与“十三五”末相比
_BASE = pattern(
    r"(?:较|比|与|在|同比|以|相比|相较于?|对比)(?P<base>(?P<year>(?:19|20)\d\d)年(?:底|末|度|初)?|上一?年度?|去年"
    r"|“?十[一二三四]?五”?(?:时期|期)?(?:末|期末)?|同期|基期|现状|基准年|往年)"
    r"(?:底|末|的)?(?:同期|水平|基础上|基数|相比|实际|实绩)?"
)
BINDING = pattern(r"[(,、]?(约束性|预期性|指导性|参考性|引导性)(?:指标|目标)?[)]?")


@dataclass(frozen=True)
class Figures:
    """A folded text with what stands in it: ``masked`` has the same length, dates are \\x01 and titles \\x02 there."""

    text: str
    masked: str
    dates: tuple[When, ...]
    found: tuple[Quantity, ...]
    plan_date: str | None = None

    @staticmethod
    def of(text: str, plan_date: str | None) -> Figures:
        dates = whens(text, plan_date)
        chars: list[str] | None = None
        if dates or "《" in text or "〔" in text or "[" in text or "“" in text:
            chars = list(text)
            for w in dates:
                if w.kind not in ("each", "continuous"):
                    a, b = w.span
                    if text[a] in "到至" and text[max(0, a - 1) : a] in _TOWARDS:
                        a += 1  # 提高到2025年的60%
                    chars[a:b] = DATE * (b - a)
            for m in _TITLE.finditer(text):
                chars[m.start() : m.end()] = TITLE * (m.end() - m.start())
        masked = "".join(chars) if chars else text
        return Figures(text, masked, dates, quantities(masked), plan_date)

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [m.end() for m in _SENTENCE.finditer(self.masked)]

    def sentence(self, at: int) -> int:
        """The number of the sentence that holds an offset."""
        return bisect_right(self._sentence_ends, at)

    @cached_property
    def _clauses(self) -> tuple[list[int], list[int]]:
        """Behind each mark that ends a clause or opens or closes a bracket: the offset, and where the clause that goes on there begins."""
        offsets, begins, open_clauses = [0], [0], [0]
        for m in _MARK.finditer(self.masked):
            at, c = m.end(), m[0]
            if c == "(":
                open_clauses.append(at)
            elif c == ")" and len(open_clauses) > 1:
                open_clauses.pop()
            else:
                open_clauses[-1] = at
            offsets.append(at)
            begins.append(open_clauses[-1])
        return offsets, begins

    def left(self, at: int) -> int:
        """Where the clause that leads up to ``at`` begins: behind punctuation or an open bracket; closed brackets are stepped over."""
        offsets, begins = self._clauses
        return max(begins[bisect_right(offsets, at) - 1], at - _WINDOW, 0)

    def right(self, at: int, limit: int = 60) -> int:
        """Where the clause that follows ``at`` ends, at most ``limit`` characters on."""
        offsets = self._clauses[0]
        end, depth = min(len(self.masked), at + limit), 0
        for k in range(bisect_right(offsets, at), len(offsets)):
            i = offsets[k] - 1
            if i >= end:
                break
            c = self.masked[i]
            if c == "(":
                depth += 1
            elif depth == 0:
                return i
            elif c == ")":
                depth -= 1
        return end

    def quoted(self, at: int) -> bool:
        """Whether an offset stands within quotation marks: “一村一品”, “3+3”."""
        opened = self.text.rfind("“", max(0, at - 40), at)
        if opened < 0 or self.text.find("”", opened, at) >= 0:
            return False
        closed = self.text.find("”", at, at + 40)
        return closed >= 0 and closed - opened <= 24 and not _MARK.search(self.text, opened, closed)

    @cached_property
    def _dated(self) -> tuple[list[int], list[When]]:
        dated = [w for w in self.dates if w.kind in ("by", "in", "range") and w.iso]
        return [w.span[0] for w in dated], dated

    def by(self, at: int, end: int) -> str | None:
        """The date that holds for a figure at ``at``: the last one before it in its sentence, else one in its own clause, up to ``end``."""
        starts, dated = self._dated
        i = bisect_right(starts, at) - 1
        here = self.sentence(at)
        if i >= 0 and self.sentence(dated[i].span[0]) == here:
            return dated[i].iso
        if i + 1 < len(dated):
            a, b = dated[i + 1].span
            if a < end and ("(" not in self.masked[at:a] or self.masked[b : b + 1] == ")"):
                return dated[i + 1].iso
        return None

    def dates_in_a_row(self, at: int, count: int) -> tuple[str, ...]:
        """The last ``count`` dates before ``at`` in its sentence when nothing but 、 and 和 stands between them, else ()."""
        starts, dated = self._dated
        row = dated[max(0, bisect_right(starts, at) - count) : bisect_right(starts, at)]
        if len(row) < count or self.sentence(row[0].span[0]) != self.sentence(at):
            return ()
        between = (self.text[x.span[1] : y.span[0]] for x, y in zip(row, row[1:]))
        return tuple(w.iso for w in row) if all(pattern("[、,和及]{1,2}").fullmatch(gap) for gap in between) else ()

    def baseline(self, a: int, b: int) -> tuple[int, str | None]:
        """Where 较2015年 begins in a stretch (``b`` without one), and the year or words compared with."""
        for m in _BASE.finditer(self.text, a, b):
            return m.start(), m["year"] or m["base"]
        return b, None

    def binding(self, at: int) -> str | None:
        """约束性, 预期性 … when the sentence says so behind a figure, within the same clause group."""
        end = min((i for i in (self.text.find(c, at, at + 60) for c in "。;") if i >= 0), default=at + 60)
        m = BINDING.search(self.text, at, end)
        return m[1] if m else None


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure in its clause: ``a`` is where the clause begins (or the figure before it ended), ``behind`` where 以上, 以内, 左右 end."""

    all: Figures
    index: int
    q: Quantity
    a: int
    behind: int
    suffix: str  # ge, le, about or ""
    about: bool  # 约

    @staticmethod
    def at(figures: Figures, index: int, a: int) -> Figure:
        q = figures.found[index]
        m = SUFFIX.match(figures.masked, q.end)
        behind, suffix = (m.end(), m.lastgroup or "") if m else (q.end, "")
        return Figure(figures, index, q, a, behind, suffix, approximate(figures.masked, a, q.start))

    @property
    def left(self) -> str:
        return self.all.masked[self.a : self.q.start]

    @property
    def after(self) -> str:
        return self.all.masked[self.behind : self.behind + 24]

    @property
    def clause(self) -> str:
        return self.all.masked[self.a : self.all.right(self.behind)]

    def right(self, limit: int = 60) -> int:
        return self.all.right(self.behind, limit)


class Places:
    """Spans that can be asked, without looking at each, whether one of them overlaps another span."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [a for a, _ in ordered]
        self._reach = list(accumulate((b for _, b in ordered), max))

    def meet(self, start: int, end: int) -> bool:
        """Whether one of the spans and ``[start, end)`` overlap."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start


def is_year(q: Quantity) -> bool:
    """Whether a figure is a year that no date took (较2020年)."""
    return q.unit == "年" and 1900 <= q.value <= 2100 and float(q.value).is_integer()
