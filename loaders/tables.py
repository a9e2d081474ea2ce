"""Tables in text: pipes, tabs or wide blanks between columns, and columns flattened to one cell a line. Columns are known by their heads, not by their order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graphmodel.plan import Span
from loaders.grammar.clauses import clauses
from loaders.grammar.roles import Part, part_of_label
from loaders.grammar.units import is_unit, units
from loaders.items import Draft
from loaders.markers import Marker
from loaders.paragraphs import Para
from loaders.scope import Piece, Saying, segments
from loaders.statement import Said

_NUMBER = re.compile(r"^(?:序号|编号|序|No\.?|项目序号)$", re.I)
_TASK = re.compile(r"^(?:重点|主要|具体|年度|年|工作|目标)?(?:任务|工作任务|重点任务|工作事项|事项|任务名称|任务内容|工作内容|主要内容|具体内容|内容|工作|措施|主要措施|具体措施|工作措施|任务措施|重点工作|考核内容|项目|项目名称|任务要求|工作任务及要求|具体任务|目标任务|任务分解|举措|工作举措|整改措施|整治内容|任务清单|建设内容|建设内容及目标|任务及目标|工作内容及目标)(?:及要求|和要求|名称)?$")
_FIGURES = re.compile(r"^(?:指标要求|指标值|目标值|目标|指标|工作目标|年度目标|目标要求|预期目标|考核指标|主要指标|任务目标)(?:\(.{1,12}\))?$")
_DEADLINE = re.compile(r"^(?:完成|办结|落实|整改|推进|工作|任务)?(?:时限|时间|期限|日期|时限要求|时间要求|完成时间|时间节点|进度|进度安排|时间安排|完成时限)$")
_PERSON = re.compile(r"^(?:牵头|责任|分管|包保|联系|挂点|市级|县级|区级|主管)?(?:责任)?(?:领导|责任人|负责人|联系人|牵头人)$")
_IGNORED = re.compile(r"^(?:备注|说明|分值|得分|依据|来源|文件依据|目标类型|类别|类型|单位|计量单位|属性|一级指标|二级指标|评价标准|数据来源|完成情况|进展|进展情况|领域|板块|分类|章节|条款)$")
_ROLE = re.compile(r"^(?:省|市|区|县|镇)?(?:级|直)?(?P<label>(?:牵头|责任|配合|参与|参加|协同|协作|协办|主办|承办|主责|监管|监督|落实|实施|协助|指导|督导|督办)(?:责任|落实|实施|及责任|和责任|\(责任\))?(?:单位|部门|机构|处室|科室|股室|地区|主体)?(?:\(.{1,10}\))?)$")
_INNER = re.compile(r"内(?:牵头|配合|责任|协办)|(?:处室|科室|股室)$")
_NOTHING = re.compile(r"^[/\\—\-–无\s]*$")
_RULE_LINE = re.compile(r"^[|+\-:=—\s]+$")
_GAP = re.compile(r"\t+| {2,}|\u3000{2,}")


@dataclass(frozen=True, slots=True)
class Column:
    kind: str  # number, title, task, figures, deadline, person, role, ignored
    name: str
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    para: Para
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.para.text[self.start : self.end]


@dataclass(slots=True)
class Found:
    """The tables of a plan: their tasks, the paragraphs they use, and rows nobody could read."""

    drafts: list[Draft] = field(default_factory=list)
    used: set[int] = field(default_factory=set)  # ids of paragraphs
    heads: list[Span] = field(default_factory=list)
    rows: list[Span] = field(default_factory=list)
    bad_rows: list[tuple[Span, str]] = field(default_factory=list)


def column(name: str) -> Column | None:
    """What a column holds, by its head; None if the words are no column's head."""
    words = re.sub(r"[\s*:]", "", name)
    for pattern, kind in ((_NUMBER, "number"), (_DEADLINE, "deadline"), (_PERSON, "person"), (_TASK, "task"), (_FIGURES, "figures"), (_IGNORED, "ignored")):
        if pattern.match(words):
            return Column(kind, words)
    if len(words) <= 24 and _INNER.search(words) and part_of_label(words):
        return Column("inner", words, part_of_label(words))
    if _ROLE.match(words):
        return Column("role", words, part_of_label(words))
    return None


def _heads(names: Sequence[str]) -> list[Column] | None:
    columns = [column(n) for n in names]
    if len(columns) < 2 or any(c is None for c in columns):
        known = [c for c in columns if c]
        if len(columns) < 3 or len(known) < 2 or len(columns) - len(known) > 2 or not any(c.kind == "role" for c in known):
            return None
    out = [c or Column("ignored", n) for c, n in zip(columns, names)]
    roles = [c for c in out if c.kind == "role"]
    if not roles:
        inner = [i for i, c in enumerate(out) if c.kind == "inner"]
        if not inner:
            return None
        for i in inner:
            out[i] = Column("role", out[i].name, out[i].part)
    tasks = [i for i, c in enumerate(out) if c.kind == "task"]
    if not tasks:
        figures = [i for i, c in enumerate(out) if c.kind == "figures"]
        if not figures:
            return None
        out[figures[0]] = Column("task", out[figures[0]].name)
        tasks = [figures[0]]
    for i in tasks[:-1]:
        out[i] = Column("title", out[i].name)
    return out


def read_tables(text: str, paras: Sequence[Para]) -> Found:
    """All tables that allot tasks."""
    out = Found()
    i = 0
    while i < len(paras):
        row = _split_row(text, paras[i])
        columns = _heads([c.text for c in row]) if row else None
        if columns and row:
            i = _rows(text, paras, i, columns, out)
            continue
        n = _flat_heads(paras, i)
        if n:
            i = _flat(paras, i, n, out)
            continue
        i += 1
    return out


def _split_row(text: str, p: Para) -> list[Cell] | None:
    """The cells of a line with pipes, tabs or wide blanks; None if it is no row."""
    if p.text.count("|") >= 2:
        cuts = [k for k, c in enumerate(p.text) if c == "|"]
        edges = [-1, *cuts, len(p.text)] if not p.text.startswith("|") else [*cuts, len(p.text)]
        cells = [Cell(p, *_trim(p.text, a + 1, b)) for a, b in zip(edges, edges[1:])]
        return cells[:-1] if p.text.rstrip().endswith("|") else cells
    raw = text[p.span[0] : p.span[1]]
    if "\n" in raw or not _GAP.search(raw):
        return None
    out, at = [], 0
    for m in [*_GAP.finditer(raw), None]:
        stop = m.start() if m else len(raw)
        if stop > at:
            inside = [k for k, o in enumerate(p.view.at) if p.span[0] + at <= o < p.span[0] + stop]
            if inside:
                out.append(Cell(p, *_trim(p.text, inside[0], inside[-1] + 1)))
        at = m.end() if m else stop
    return out if len(out) >= 2 else None


def _trim(text: str, a: int, b: int) -> tuple[int, int]:
    while a < b and text[a] == " ":
        a += 1
    while b > a and text[b - 1] == " ":
        b -= 1
    return a, b


def _rows(text: str, paras: Sequence[Para], i: int, columns: list[Column], out: Found) -> int:
    """Rows of a piped or tabbed table behind its head row; returns where it ends."""
    out.used.add(id(paras[i]))
    out.heads.append(paras[i].span)
    above: list[Cell] | None = None
    i += 1
    while i < len(paras):
        p = paras[i]
        if _RULE_LINE.match(p.text):
            out.used.add(id(p))
            i += 1
            continue
        cells = _split_row(text, p)
        if not cells or abs(len(cells) - len(columns)) > (0 if "|" in p.text else 1):
            if cells and "|" in p.text:
                out.used.add(id(p))
                out.bad_rows.append((p.span, f"表格这一行有 {len(cells)} 格,表头有 {len(columns)} 格 / a row of {len(cells)} cells under {len(columns)} heads"))
                i += 1
                continue
            break
        out.used.add(id(p))
        if len(cells) < len(columns):
            cells = [*cells, *[Cell(p, len(p.text), len(p.text))] * (len(columns) - len(cells))]
        out.rows.append(p.span)
        _row(cells[: len(columns)], columns, above, out)
        above = cells
        i += 1
    return i


def _flat_heads(paras: Sequence[Para], i: int) -> int:
    """How many heads of a flattened table begin at ``i`` (one a line); 0 if none."""
    n = 0
    while i + n < len(paras) and n < 14 and len(paras[i + n].text) <= 16 and column(paras[i + n].text):
        n += 1
    if n < 3:
        return 0
    return n if _heads([p.text for p in paras[i : i + n]]) else 0


def _flat(paras: Sequence[Para], i: int, n: int, out: Found) -> int:
    columns = _heads([p.text for p in paras[i : i + n]])
    assert columns is not None
    for p in paras[i : i + n]:
        out.used.add(id(p))
        out.heads.append(p.span)
    i += n
    numbered = columns[0].kind == "number"
    expected = 1
    rows: list[list[Para]] = []
    cells: list[Para] = []
    while i < len(paras):
        p = paras[i]
        if _ends_table(p, cells, n):
            break
        if numbered and (value := _counts_on(p, expected, len(cells) == n)):
            if cells:
                rows.append(cells)
            cells, expected = [p], value + 1
        elif numbered and not cells and expected == 1:
            break
        else:
            cells.append(p)
            if not numbered and len(cells) == n:
                rows.append(cells)
                cells = []
        i += 1
    if cells:
        rows.append(cells)
    for row in rows:
        _flat_row(row, columns, out)
    return i


def _counts_on(p: Para, expected: int, whole: bool) -> int:
    """The number of the next row, or 0: the one expected, or behind a whole row one that is doubled or leaves a gap."""
    m = re.fullmatch(r"0*(\d{1,3})[.、]?", p.text.strip())
    if not m:
        return 0
    value = int(m[1])
    return value if value == expected or (whole and expected > 1 and expected - 1 <= value <= expected + 2) else 0


def _ends_table(p: Para, cells: list[Para], n: int) -> bool:
    """A heading or an annex behind full rows ends a table."""
    if re.match(r"^(?:附件|附表|备注|注)[\d一二三]?[:]?", p.text) and len(cells) >= n:
        return True
    return bool(p.marker and p.marker.kind in ("cn", "chapter") and len(cells) >= n)


def _flat_row(row: list[Para], columns: list[Column], out: Found) -> None:
    """One numbered row; further rows under merged leading cells follow in stretches of the remaining columns."""
    n = len(columns)
    if len(row) < n:
        for p in row:
            out.used.add(id(p))
            out.bad_rows.append((p.span, f"表格这一行只有 {len(row)} 格,表头有 {n} 格 / a row of {len(row)} cells under {n} heads"))
        return
    first = [_cell(p) for p in row[:n]]
    out.rows.extend(p.span for p in row)
    for p in row:
        out.used.add(id(p))
    _row(first, columns, None, out)
    rest = row[n:]
    if not rest:
        return
    merged, groups = _under_merged(rest, columns)
    for g in groups:
        _row([*first[:merged], *(_cell(p) for p in g)], columns, first[:merged], out)
    left = rest[len(groups) * (n - merged) :]
    for p in left:
        if len(re.findall(r"[\u4e00-\u9fff]", p.text)) > 3 and not re.search(r"主办|版权|网站|备案|ICP|标识码|联系方式|公网安备|发布", p.text):
            out.bad_rows.append((p.span, "表格中多出的一格 / a cell more than the table has heads"))
        else:
            out.used.discard(id(p))
            out.rows.remove(p.span)


def _cell(p: Para) -> Cell:
    return Cell(p, p.words_from if p.marker and len(p.text) > 6 and p.marker.kind != "ar" else 0, len(p.text))


def _under_merged(rest: list[Para], columns: list[Column]) -> tuple[int, list[list[Para]]]:
    """How many leading cells are merged over the further rows, and those rows: the reading that leaves fewest cells over."""
    best: tuple[int, list[list[Para]]] = (0, [])
    for merged in range(1, len(columns)):
        width = len(columns) - merged
        groups: list[list[Para]] = []
        for k in range(0, len(rest) - width + 1, width):
            if not _fits(rest[k : k + width], columns[merged:]):
                break
            groups.append(rest[k : k + width])
        if groups and len(groups) * width > len(best[1]) * (len(columns) - best[0]):
            best = (merged, groups)
    return best


def _fits(row: list[Para], columns: list[Column]) -> bool:
    """The role columns of a stretch hold units or nothing."""
    good = seen = 0
    for p, c in zip(row, columns):
        if c.kind == "role":
            seen += 1
            good += bool(_NOTHING.match(p.text) or units(p.text, strict=True) or clauses(p.text, 0, len(p.text)))
        elif c.kind == "task" and units(p.text, strict=True):
            return False
    return bool(seen) and good == seen


def _row(cells: Sequence[Cell], columns: list[Column], above: Sequence[Cell] | None, out: Found) -> None:
    """One row to one task. An empty task cell means the one above goes on (merged)."""
    task = next((c for c, k in zip(cells, columns) if k.kind == "task"), None)
    title = next((c for c, k in zip(cells, columns) if k.kind == "title" and c.text.strip()), None)
    if task is None or _NOTHING.match(task.text):
        task, title = title, None
    if task is None:
        return
    number = next((c.text.strip() for c, k in zip(cells, columns) if k.kind == "number"), None)
    shown = Para(task.para.view.span(task.start, task.end), task.para.view.slice(0, task.end), Marker("cell", None, "", task.start) if task.start else None)
    parts = [s for s in segments([shown]) if s.pieces]
    draft = Draft(
        [Piece(task.para, parts[0].pieces[0].start, parts[-1].pieces[-1].end)] if parts else [Piece(task.para, task.start, task.end)],
        number=number or None, title=title.text.strip().rstrip("。") if title else None,
        bound=[b for s in parts for b in s.bound],
    )  # fmt: skip
    for cell, col in zip(cells, columns):
        if _NOTHING.match(cell.text):
            continue
        if col.kind == "role":
            draft.sayings.extend(_role_cell(cell, col))
        elif col.kind == "deadline":
            draft.deadline = Piece(cell.para, cell.start, cell.end)
        elif col.kind == "person":
            named = units(cell.text, strict=True)
            if named and all(is_unit(x.full) for x in named):
                draft.sayings.extend(_role_cell(cell, Column("role", col.name, part_of_label(col.name) or "answer")))
            else:
                draft.overseers.append((Piece(cell.para, cell.start, cell.end), col.name))
        elif col.kind == "figures" and cell is not task:
            draft.figures = Piece(cell.para, cell.start, cell.end)
    draft.sayings.extend(Saying(x, b.view, b.span) for b in draft.bound for x in b.statement.said)
    out.drafts.append(draft)


def _role_cell(cell: Cell, col: Column) -> list[Saying]:
    view, span = cell.para.view, cell.para.view.span(cell.start, cell.end)
    by_verbs = clauses(cell.para.text, cell.start, cell.end)
    if by_verbs and any(s.part != "answer" for s in by_verbs.said):
        return [Saying(s, view, span) for s in by_verbs.said]
    named = tuple(n for n in units(cell.para.text, cell.start, cell.end) if len(n.full) > 1 and len(n.printed) <= 48)
    return [Saying(Said(col.part or "answer", named, "label", col.name), view, span)] if named else []
