"""Lines to paragraphs: broken lines are joined, a plan that stands on one line is divided at its numbering. Nothing is dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graphmodel.patterns import pattern
from graphmodel.plan import Source, Span
from graphmodel.text import Lines, View, fold
from loaders.grammar.clauses import clauses
from loaders.grammar.heads import bracketed, cuts_at_heads, sure_head
from loaders.grammar.roles import DEADLINE_LABEL, LABEL, PERSON_LABEL
from loaders.grammar.units import is_unit, units
from loaders.grids import tables_of
from loaders.markers import Marker, inline_cuts, marker_of, next_number, opens_as_first

_ENDS = pattern(r"[。!?;:]\s*$")
_STARTS_NEW = pattern(r"^\s*(?:附件|附表|附:|——|[•·●■※◆▲★]|\||第[一二三四五六七八九十\d]{1,3}[章节条]|[^,。;:、]{0,16}办公室设在)")
_PARAGRAPH_GAP = pattern(r"(?<=[^\s])[ ]{2,}(?=\S)")
# A、B按职责分工负责: a line of its own, whatever the line before it ends with
_ALLOTS = pattern(r"^[^。;]{2,200}(?:负责|配合|参与|落实|牵头)[。;]?$")
_DUTIES = pattern(r"(?:主要|工作|具体)?(?:工作)?(?:职\s{0,3}责|职能)(?:任务|分工)?\s?:|成\s{0,3}员(?:\s?单\s?位)?\s?:")  # 工作职责:负责… | 成员单位:A
_CUT_NAME = pattern(r"[由、,:(](?:各|国家|自治区|[省市区县州])$|[,。;]由$")  # …由自治区|人力资源社会保障厅负责
# 责任单位:市发改局、市财|政局: the last name of a label's list, and the first word below it
_LISTED = pattern(r"(?:单位|部门|机构|地区|科室|处室)\s?:(?:[^。;:()]{0,300}[、,\s])?(?P<last>(?:各|国家|自治区|[省市区县州旗镇乡])[^、,。;:()\s]{0,10})$")
_FIRST = pattern(r"(?!各|国家|自治区|[省市区县州旗镇乡])[^、,。;:()\s]{1,10}(?=[、,。;)\s]|$)")
_COLUMNS = pattern(r"\S(?:\t| {2,}|\u3000{2,})\S.*?\S(?:\t| {2,}|\u3000{2,})\S|\|.*\|")
_ROW = pattern(r"(\d{1,3}) +[\u4e00-\u9fff]")  # 12 完成改造300户 市住建局: a row of a table that single blanks divide
_FLAT = pattern(r"序 ?号 ?\|?")
_OPENERS, _CLOSERS = "(〔[【《“", ")〕]】》”"


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph: its place in the source, its squeezed view, and the numbering it opens with (``marker.end`` is an offset in ``view.text``)."""

    span: Span
    view: View
    marker: Marker | None
    indented: bool = False

    @property
    def text(self) -> str:
        return self.view.text

    @property
    def words_from(self) -> int:
        """Offset in ``view.text`` of the first character behind the numbering."""
        return self.marker.end if self.marker else 0


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the blanks around it."""

    start: int
    end: int
    text: str  # folded
    gap: bool  # a blank line stands before it
    indent: int
    columns: bool  # tabs, pipes or wide blanks divide it: a row of a table
    begins: bool | None = None  # the file says that a paragraph begins here, or that it goes on


def paragraphs(source: Source, body: Sequence[Span]) -> tuple[Para, ...]:
    """The paragraphs of the parts ``body`` of a plan's text, in order; a row of a table is one."""
    if not source.tables:
        return _paragraphs(source, body)
    tables = tables_of(source)
    rows = [Para(r.span, r.view, None) for _, rows in tables for r in rows if any(a <= r.span[0] and r.span[1] <= b for a, b in body)]
    between = _without(body, [span for span, _ in tables])
    return tuple(sorted([*_paragraphs(source, between), *rows], key=lambda p: p.span))


def _without(parts: Sequence[Span], holes: Sequence[Span]) -> list[Span]:
    """The ground of ``parts`` that none of ``holes`` covers; both are in order."""
    out: list[Span] = []
    for a, b in parts:
        for x, y in holes:
            if x < b and y > a:
                if x > a:
                    out.append((a, x))
                a = max(a, y)
        if a < b:
            out.append((a, b))
    return out


def _paragraphs(source: Source, body: Sequence[Span]) -> tuple[Para, ...]:
    text = source.text
    out: list[Para] = []
    parts = [_lines(text, part, source.begins) for part in body]
    known = any(b is not None for b in source.begins)
    width = 0 if known else _wrap_width([n for lines in parts for n in lines])  # page marks divide a plan that was broken into lines throughout
    for lines in parts:
        rows = _tabbed_rows(text, lines)
        for span in _joined(lines, width):
            out.extend(_divided(text, span, span in rows))
    return tuple(_numbered(out))


def _numbered(paras: list[Para]) -> list[Para]:
    """The paragraphs, and what looks like a decimal (4.14个断面 behind item 3) taken for a number where it counts on, below a heading too."""
    out: list[Para] = []
    last = over = 0  # the last 1. 2. 3. met since a heading, and before it
    for i, p in enumerate(paras):
        m = p.marker or (next_number(p.text, last or over) if last or over else None)
        if m is None and not last and opens_as_first(p.text) and _second_follows(paras[i + 1 : i + 9]):
            m = next_number(p.text, 0)
        if m and m.kind in ("cn", "pcn", "chapter"):
            last, over = 0, last or over
        elif m and m.kind == "ar" and m.value is not None:
            last = m.value
        out.append(p if m is p.marker else replace(p, marker=m))
    return out


def _second_follows(paras: Sequence[Para]) -> bool:
    """Whether the next item below is a second one."""
    m = next((m for p in paras if (m := p.marker or next_number(p.text, 1)) and m.kind != "par"), None)
    return m is not None and m.kind == "ar" and m.value == 2


def _lines(text: str, part: Span, begins: Sequence[bool | None] = ()) -> list[_Line]:
    folded = fold(text[part[0] : part[1]])
    first = text.count("\n", 0, part[0]) if begins else 0
    out: list[_Line] = []
    gap = False
    lines = Lines(folded)
    for n, (a, b) in enumerate(zip(lines.starts, lines.ends), first):
        raw = folded[a:b]
        words = raw.strip()
        if not words:
            gap = True
            continue
        indent = len(raw) - len(raw.lstrip())
        start = part[0] + a + indent
        printed = text[start : start + len(words)]
        columns = any(gap in printed for gap in ("|", "  ", "\t", "\u3000")) and bool(_COLUMNS.search(printed))
        # below a row a tab, at an end too, divides cells of which all others are empty
        columns = columns or "\t" in text[part[0] + a : part[0] + b] and bool(out) and out[-1].columns and not gap
        out.append(_Line(start, start + len(words), words, gap, indent, columns, begins[n] if n < len(begins) else None))
        gap = False
    return out


def _wrap_width(lines: list[_Line]) -> int:
    """The width at which a text was broken into lines (PDF), or 0 when its lines are paragraphs."""
    lengths = [len(n.text) for n in lines if len(n.text) >= 20]
    if len(lengths) < 12:
        return 0
    width = max(Counter(lengths).items(), key=lambda kv: (sum(1 for n in lengths if kv[0] - 3 <= n <= kv[0] + 2), kv[0]))[0]
    near = sum(1 for n in lengths if width - 4 <= n <= width + 3)
    longer = sum(1 for n in lengths if n > width + 8)
    return width if near >= 0.4 * len(lengths) and longer <= 0.05 * len(lengths) else 0


def _open_bracket(words: str) -> bool:
    depth = 0
    for c in words[-400:]:
        if c in _OPENERS[:4]:
            depth += 1
        elif c in _CLOSERS[:4]:
            depth = max(0, depth - 1)
    return depth > 0


def _is_label(words: str) -> bool:
    return any(p.match(words) for p in (LABEL, DEADLINE_LABEL, PERSON_LABEL, _DUTIES))


def _goes_on(before: str, line: _Line, width: int, last: str, after_columns: bool, flat: bool) -> bool:
    """Whether ``line`` continues the paragraph ``before`` whose last line is ``last``. ``flat``: below the head of a table with a cell a line."""
    if line.begins is False:
        return True
    if marker_of(line.text) or _STARTS_NEW.match(line.text):
        return False
    if line.columns or after_columns or last.endswith("|"):
        return False
    row = _ROW.match(line.text)
    if row and (above := _ROW.match(before)) and int(row[1]) == int(above[1]) + 1:
        return False
    labelled = _is_label(line.text) or bool(not _CUT_NAME.search(last) and _ALLOTS.search(line.text) and clauses(line.text, 0, len(line.text)))
    unfinished = bool(pattern(r"[、,]\s*$").search(last) or _CUT_NAME.search(last)) or bool(pattern(r"[:、,;\s](?:省|市|区|县|州|各)\s*$").search(last))
    if not line.gap and not line.begins and not labelled and ":" in before and _name_goes_on(before, line.text):
        return True
    if line.gap or line.begins:
        return unfinished and not labelled and (_is_label(before) or _open_bracket(before))
    if _open_bracket(before) and len(before) < 3000:
        return not labelled or not pattern(r"[。)〕]$").search(last)
    if labelled or _ENDS.search(last) or (line.indent >= 2 and not width):
        return False
    if unfinished:
        return True
    if width:
        return len(last) >= width - 4 and not (line.indent >= 2 and len(last) < width - 1)
    if flat or not (len(last) >= 28 and pattern(r"[,、;。]").search(last)) or pattern(r"[)〕\]】]$").search(last):
        return False
    return not _is_cell(line.text) and not sure_head(line.text) and not bracketed(line.text)


def _name_goes_on(before: str, below: str) -> bool:
    """Whether a label's list is broken in the middle of a name: what stands above is none, with the first word below it is one."""
    listed, first = _LISTED.search(before, max(0, len(before) - 320)), _FIRST.match(below)
    return bool(listed and first) and not is_unit(listed["last"]) and is_unit(listed["last"] + first[0])  # type: ignore[index]


# 12 | 2019年底前 | 持续推进
_SHORT_CELL = pattern(r"\d{1,3}|(?:(?:19|20)\d\d年|\d{1,2}月|年[底内]|全年|长期|持续|每[年月季]).{0,10}")


def _is_cell(words: str) -> bool:
    """A line that is a cell of its own below a long one: units, a date, a number."""
    return bool(_SHORT_CELL.fullmatch(words)) or len(words) <= 60 and bool(units(words, strict=True)) and "、" not in words[-1:]


def _joined(lines: list[_Line], width: int) -> list[Span]:
    spans: list[Span] = []
    before = last = ""
    columns = flat = False
    for n in lines:
        flat = flat or _FLAT.fullmatch(n.text) is not None
        if spans and _goes_on(before, n, width, last, columns, flat):
            spans[-1] = (spans[-1][0], n.end)
            before += n.text
        else:
            spans.append((n.start, n.end))
            before = n.text
        last, columns = n.text, n.columns
    return spans


def _tabbed_rows(text: str, lines: list[_Line]) -> frozenset[Span]:
    """The lines that tabs divide beside another such line."""
    tabbed = [n.columns and "\t" in text[n.start : n.end] for n in lines]
    return frozenset((n.start, n.end) for i, n in enumerate(lines) if tabbed[i] and (i and tabbed[i - 1] or i + 1 < len(lines) and tabbed[i + 1]))


def _divided(text: str, span: Span, row: bool) -> list[Para]:
    """A paragraph, or several where a long line holds more than one; a row of a table stays whole."""
    folded = fold(text[span[0] : span[1]])
    if row:
        view = View.of(text, span)
        return [Para(span, view, marker_of(view.text))]
    cuts = {0, len(folded)}
    if len(folded) > 200 and "\n" not in folded:
        cuts.update(m.end() for m in _PARAGRAPH_GAP.finditer(folded))
    edges = sorted(cuts)
    for a, b in zip(edges, edges[1:]):
        cuts.update(a + c for c in inline_cuts(folded[a:b]))
        if ":" in folded[a:b]:
            numbered = marker_of(folded[a:b])
            cuts.update(a + c for c in cuts_at_heads(folded[a:b], numbered.end if numbered else 0))
    out = []
    edges = sorted(cuts)
    for a, b in zip(edges, edges[1:]):
        words = folded[a:b]
        lead = len(words) - len(words.lstrip())
        end = a + len(words.rstrip())
        if end <= a + lead:
            continue
        view = View.of(text, (span[0] + a + lead, span[0] + end))
        out.append(Para((span[0] + a + lead, span[0] + end), view, marker_of(view.text)))
    return out
