"""What is printed on one page: letters with their places, and straight rules. Pictures are counted, not looked at; nothing else of the file is touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import hypot
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFContentParser, PDFPageInterpreter
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import stream_value
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSKeyword, keyword_name

from loaders.pdf.fonts import Fonts
from loaders.pdf.letters import UNREADABLE, typed
from loaders.pdf.limits import MOST_LETTERS, MOST_OF_A_PAGE, MOST_RULES, Budget, TooMuch
from loaders.pdf.objects import Document

if TYPE_CHECKING:
    from io import BytesIO

_THIN = 3.0
"""Points; a filled box as thin as that is a rule."""
_DEEPEST = 12
"""Forms inside forms."""


class Letter(NamedTuple):
    """``base``: where it stands on, from the top of the page down; all lengths in points (1/72 inch)."""

    text: str
    x0: float
    x1: float
    base: float
    size: float


class Rule(NamedTuple):
    """A straight line: ``at`` is its y (or x, if upright), ``start`` to ``end`` its extent along the other axis."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Page:
    """``level``, ``upright``: rules. ``turned``: letters that stand askew or upside down (a stamp, a watermark), left out. ``hidden``: letters
    printed invisibly, as scanners lay the words they recognise over a picture. ``cut``: the page asks for more than a page of any plan."""

    number: int
    width: float
    height: float
    letters: list[Letter] = field(default_factory=list)
    level: list[Rule] = field(default_factory=list)
    upright: list[Rule] = field(default_factory=list)
    pictures: int = 0
    unreadable: int = 0
    turned: list[str] = field(default_factory=list)
    hidden: int = 0
    cut: bool = False


def read_page(document: Document, fonts: Fonts, number: int, objid: int, properties: dict[str, Any]) -> Page:
    """One page. What is damaged in it ends it there. Raises TooMuch only when the file's whole budget is spent."""
    budget = document.budget
    printed = PDFPage(document, objid, properties, None)
    x0, y0, x1, y1 = printed.mediabox
    wide, high = abs(x1 - x0), abs(y1 - y0)
    if printed.rotate in (90, 270):
        wide, high = high, wide
    device = _Device(fonts, Page(number, wide, high), budget)
    try:
        _Interpreter(fonts, device).process_page(printed)
    except TooMuch:
        device.page.cut = True
        if budget.left < 0:
            raise
    except Exception:  # pdfminer's ways to fail on a damaged page are many; what stands before the damage is kept
        device.page.cut = True
    return device.finished()


class _Interpreter(PDFPageInterpreter):
    """Counts what is drawn: a form can draw a form ten times, that one another ten times."""

    device: _Device
    depth = 0

    def subinterp(self) -> _Interpreter:
        below = super().subinterp()
        assert isinstance(below, _Interpreter)
        below.depth = self.depth + 1
        if below.depth > _DEEPEST:
            raise TooMuch
        return below

    def execute(self, streams: Sequence[object]) -> None:
        """What the streams draw; one that is being drawn already is left out."""
        found = [s for s in map(stream_value, streams) if s.objid is None or s.objid not in self.parent_stream_ids]
        self.stream_ids = {s.objid for s in found if s.objid is not None}
        self.device.draw(sum(len(s.get_data()) for s in found) + 200)
        parser = _Contents(found)
        while True:
            try:
                _, obj = parser.nextobject()
            except PSEOF:
                return
            if not isinstance(obj, PSKeyword):
                self.push(obj)
                continue
            name = keyword_name(obj).replace("*", "_a").replace('"', "_w").replace("'", "_q")
            operate = getattr(self, f"do_{name}", None)
            if operate is None:
                continue
            wants = operate.__code__.co_argcount - 1
            given = self.pop(wants) if wants else []
            if len(given) == wants:
                operate(*given)


class _Contents(PDFContentParser):
    """Steps over pictures that stand within the drawing; pdfminer copies them once for each of their bytes."""

    def get_inline_data(self, pos: int, target: bytes = b"EI") -> tuple[int, bytes]:
        self.seek(pos)
        data = cast("BytesIO", self.fp).getvalue()
        end = data.find(target, pos)
        while end >= 0 and target == b"EI" and not data[end + 2 : end + 3].isspace() and end + 2 < len(data):
            end = data.find(target, end + 1)
        self.seek(end + len(target) if end >= 0 else len(data))
        return pos, b""


class _Device(PDFTextDevice):
    """Takes down what the page draws."""

    def __init__(self, fonts: Fonts, page: Page, budget: Budget) -> None:
        super().__init__(fonts)
        self.page = page
        self.budget = budget
        self._left = MOST_OF_A_PAGE
        self._rules = 0
        self._count = 0
        self._invisible = False
        self._known: dict[tuple[int, int], tuple[str, float]] = {}
        self._askew: dict[tuple[int, int], list[tuple[str, float, float, float, float]]] = {}

    def draw(self, work: int) -> None:
        self._left -= work
        self.budget.spend(work)
        if self._left < 0:
            raise TooMuch

    def render_image(self, name: str, stream: Any) -> None:
        self.page.pictures += 1

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        self._invisible = textstate.render == 3
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(self, matrix: tuple[float, ...], font: PDFFont, fontsize: float, scaling: float, rise: float, cid: int, ncs: Any, graphicstate: Any) -> float:
        key = (id(font), cid)
        if key not in self._known:
            try:
                words = typed(font.to_unichr(cid))
            except (PDFUnicodeNotDefined, ValueError, TypeError):
                words = UNREADABLE
            self._known[key] = (words, font.char_width(cid))
        words, width = self._known[key]
        advance = width * fontsize * scaling
        self._count += 1
        if self._count > MOST_LETTERS:
            raise TooMuch
        if not words:
            return advance
        a, b, c, d, e, f = matrix
        size = abs(fontsize) * hypot(c, d)
        if not 1 <= size <= 500:  # too small to be seen
            return advance
        if words == UNREADABLE:
            self.page.unreadable += 1
        x, y = c * rise + e, d * rise + f
        if abs(b) < 0.02 * abs(a) and a * fontsize > 0 and d * fontsize > 0 and not font.is_vertical():
            self.page.hidden += self._invisible
            x1 = x + advance * a
            self.page.letters.append(Letter(words, min(x, x1), max(x, x1), self.page.height - y, size))
        else:
            quarter = (0, 0) if font.is_vertical() or min(abs(a), abs(b)) > 0.02 * max(abs(a), abs(b)) else ((a > 0) - (a < 0), (b > 0) - (b < 0))
            if quarter[0] and quarter[1]:
                quarter = (quarter[0], 0) if abs(a) > abs(b) else (0, quarter[1])
            self._askew.setdefault(quarter, []).append((words, x, y, advance * hypot(a, b), size))
        return advance

    def paint_path(self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]) -> None:
        self.draw(len(path))
        if not stroke and not fill or _is_white(graphicstate.scolor if stroke else graphicstate.ncolor):
            return
        points: list[tuple[float, float]] = []
        for step in path:
            if step[0] == "m":
                self._part(points, stroke)
                points = []
            if step[0] == "h":
                points.append(points[0] if points else (0.0, 0.0))
            elif step[0] in "ml":
                points.append(self._place(step[1], step[2]))
            else:  # a curve
                self._part(points, stroke)
                points = [self._place(step[-2], step[-1])]
        self._part(points, stroke)

    def _place(self, x: float, y: float) -> tuple[float, float]:
        assert self.ctm is not None
        a, b, c, d, e, f = self.ctm
        return a * x + c * y + e, self.page.height - (b * x + d * y + f)

    def _part(self, points: list[tuple[float, float]], stroke: bool) -> None:
        """The rules of one line of straight steps: its steps if it is stroked, its middle if it is a thin filled box."""
        if len(points) < 2:
            return
        left, right = min(p[0] for p in points), max(p[0] for p in points)
        top, bottom = min(p[1] for p in points), max(p[1] for p in points)
        if bottom - top < _THIN and right - left > _THIN:
            self._rule(self.page.level, (top + bottom) / 2, left, right)
        elif right - left < _THIN and bottom - top > _THIN:
            self._rule(self.page.upright, (left + right) / 2, top, bottom)
        elif stroke:
            for (ax, ay), (bx, by) in zip(points, points[1:]):
                if abs(ay - by) < 0.5 and abs(ax - bx) > _THIN:
                    self._rule(self.page.level, (ay + by) / 2, min(ax, bx), max(ax, bx))
                elif abs(ax - bx) < 0.5 and abs(ay - by) > _THIN:
                    self._rule(self.page.upright, (ax + bx) / 2, min(ay, by), max(ay, by))

    def _rule(self, rules: list[Rule], at: float, start: float, end: float) -> None:
        self._rules += 1
        if self._rules > MOST_RULES:
            raise TooMuch
        rules.append(Rule(at, start, end))

    def finished(self) -> Page:
        """The page; one whose words all stand upright on its side is turned."""
        page = self.page
        kind, most = max(self._askew.items(), key=lambda kv: len(kv[1]), default=((0, 0), []))
        if kind in ((0, 1), (0, -1)) and len(most) > 40 and len(most) > 4 * len(page.letters):
            page = self._on_its_side(most, kind[1])
            del self._askew[kind]
        for letters in self._askew.values():
            page.turned.append("".join(x[0] for x in letters))
        page.letters = _kept(page)
        return page

    def _on_its_side(self, letters: list[tuple[str, float, float, float, float]], up: int) -> Page:
        old = self.page
        wide, high = old.height, old.width
        page = Page(old.number, wide, high, pictures=old.pictures, unreadable=old.unreadable, hidden=old.hidden, cut=old.cut, turned=old.turned)
        for words, x, y, advance, size in letters:
            left, base = (y, x) if up > 0 else (wide - y, high - x)
            page.letters.append(Letter(words, left, left + advance, base, size))

        def across(at: float) -> float:
            return wide - at if up > 0 else at

        for rule in old.upright:
            a, b = sorted((across(rule.start), across(rule.end)))
            page.level.append(Rule(rule.at if up > 0 else high - rule.at, a, b))
        for rule in old.level:
            a, b = (rule.start, rule.end) if up > 0 else (high - rule.end, high - rule.start)
            page.upright.append(Rule(across(rule.at), a, b))
        return page


def _is_white(colour: Any) -> bool:
    parts = colour if isinstance(colour, tuple | list) else (colour,)
    return len(parts) in (1, 3) and all(isinstance(p, int | float) and p > 0.97 for p in parts)


def _kept(page: Page) -> list[Letter]:
    """The letters within the page that are no mark printed large across it."""
    sizes = Counter(round(x.size) for x in page.letters if x.text.strip())
    usual = sizes.most_common(1)[0][0] if sizes else 12
    out = []
    for x in page.letters:
        if not (-2 <= x.x0 <= page.width + 2 and -2 <= x.base <= page.height + 12):
            continue
        out.append(x)
    big = [x for x in out if x.size > 4 * usual and x.size > 40]
    if big and len(big) < 0.1 * len(out):
        page.turned.append("".join(x.text for x in big))
        out = [x for x in out if not (x.size > 4 * usual and x.size > 40)]
    return out
