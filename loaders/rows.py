"""One row of a table to one draft of a task."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graphmodel.patterns import pattern
from graphmodel.plan import Span
from loaders.columns import Column
from loaders.drafts import Draft
from loaders.grammar.clauses import clauses, set_aside, split_label_value, together
from loaders.grammar.column_figures import is_figure
from loaders.grammar.roles import part_of_label
from loaders.grammar.units import is_unit, units
from loaders.marked import WORK, WORK_OPENS, marked
from loaders.markers import Marker, marker_of
from loaders.paragraphs import Para
from loaders.scope import Piece, Saying, segments
from loaders.statement import Said, statements
from loaders.units_with_persons import with_persons

_TOTAL = pattern(r"(?:合|总|小|共) ?计")
_DITTO = pattern(r"^[〃″\"]$|^(?:同上|同前)$")
NOTHING = pattern(r"^[/\\—\-–无\s]*$")


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of a row between two column marks."""

    para: Para
    start: int
    end: int
    number: str = ""  # of a heading, where it stands in the cell before

    @property
    def text(self) -> str:
        return self.para.text[self.start : self.end]

    @property
    def span(self) -> Span:
        return self.para.view.span(self.start, self.end)


@dataclass(slots=True)
class Found:
    """The tables of a plan: their tasks, the paragraphs they use, and rows nobody could read."""

    drafts: list[Draft] = field(default_factory=list)
    used: set[int] = field(default_factory=set)  # ids of paragraphs
    heads: list[Span] = field(default_factory=list)
    rows: list[Span] = field(default_factory=list)
    headings: list[Cell] = field(default_factory=list)  # rows that only name a group of rows
    standing: list[Saying] = field(default_factory=list)  # rows that lay a duty on every row below: 以下各项均需A落实,不再列出
    bad_rows: list[tuple[Span, str]] = field(default_factory=list)


def take_row(cells: Sequence[Cell], columns: list[Column], above: Sequence[Cell] | None, out: Found, next_number: str = "") -> list[Cell] | None:
    """One row to one task; gives its cells, those merged with the row above filled in, None where nothing can be merged with it.

    An empty task cell means the one above goes on (merged). ``next_number``: the number of the next row.
    """
    cells = _as_above(cells, columns, above)
    if heading := only_heading(cells, columns) or numbered_heading(cells, columns, next_number):
        out.headings.append(heading)
        return None
    if laid := _laid_on_all(cells):
        out.standing.extend(laid)
        return list(above) if above else None
    if any(_TOTAL.fullmatch(c.text) for c in cells[:2]):
        return list(above) if above else None
    cells = _merged(cells, columns, above)
    carried = _carried(cells, columns, above)
    task = next((c for c, k in zip(cells, columns) if k.kind == "task"), None)
    title = next((c for c, k in zip(cells, columns) if k.kind == "title" and c.text.strip()), None)
    if task is None or NOTHING.match(task.text):
        task = next((c for c, k in zip(cells, columns) if k.kind == "content" and not NOTHING.match(c.text)), None)
    if task is None:
        task, title = title, None
    if task is None:
        _more_of_above(cells, columns, above, out)
        return carried
    below = [c for c, k in zip(cells, columns) if k.kind == "task" and c is not task and c.text.strip()]  # the same cell, its further lines
    figure = None
    if title is not None and is_figure(task.text):
        figure, task, title = task, title, None  # 建筑业总产值 | 140: what is to be done stands in the column before
    number = next((c.text.strip() for c, k in zip(carried, columns) if k.kind == "number"), None)
    shown = Para(task.para.view.span(task.start, task.end), task.para.view.slice(0, task.end), Marker("cell", None, "", task.start) if task.start else None)
    parts = [s for s in segments([shown]) if s.pieces]
    draft = Draft(
        [Piece(task.para, parts[0].pieces[0].start, parts[-1].pieces[-1].end)] if parts else [Piece(task.para, task.start, task.end)],
        number=number or None, title=title.para.view.slice(title.start, title.end) if title else None,
        bound=[b for s in parts for b in s.bound],
    )  # fmt: skip
    draft.pieces[0] = _with_prose(draft)
    draft.pieces.extend(Piece(c.para, c.start, c.end) for c in below)
    for cell, col in zip(cells, columns):
        if cell is figure or not (cell is task or NOTHING.match(cell.text)):
            _take_cell(draft, cell, Column("figures", "") if cell is figure else col)
    draft.sayings.extend(Saying(x, b.view, b.span) for b in draft.bound for x in b.statement.said)
    _shared_out(draft)
    out.drafts.append(draft)
    return carried


def _shared_out(draft: Draft) -> None:
    """Who has only a share beside another column answers where that one is blank."""
    if not any(s.said.part in ("lead", "answer") for s in draft.sayings):
        draft.sayings = [replace(s, said=replace(s.said, part="answer")) if s.said.part == "share" else s for s in draft.sayings]


def _with_prose(draft: Draft) -> Piece:
    """The words of a cell with the sentences behind them that say in prose who does what: only what stands in brackets or behind a label is no part."""
    piece = draft.pieces[0]
    end = piece.end
    for b in draft.bound:
        told = b.view.text[b.statement.start : b.statement.start + 14]
        if b.statement.start >= end and told[:1] not in "([〔【" and ":" not in told:
            end = b.statement.end
    return Piece(piece.para, piece.start, end)


def _take_cell(draft: Draft, cell: Cell, col: Column) -> None:
    if col.kind == "role":
        told = with_persons(cell.para.view, cell.start, cell.end) if col.person else None
        if told:
            view, people = told
            draft.sayings.extend(role_cell(Cell(replace(cell.para, view=view), cell.start, cell.end), col))
            draft.overseers.extend((Piece(cell.para, a, b), col.person) for a, b in people)
        else:
            draft.sayings.extend(role_cell(cell, col))
        draft.positional = draft.positional or col.positional
    elif col.kind == "deadline":
        draft.deadline = Piece(cell.para, cell.start, cell.end)
    elif col.kind == "person":
        named = units(cell.text, strict=True)
        if named and all(is_unit(x.full) for x in named):
            draft.sayings.extend(role_cell(cell, Column("role", col.name, part_of_label(col.name) or "answer")))
        else:
            draft.overseers.append((Piece(cell.para, cell.start, cell.end), col.name))
    elif col.kind == "measure":
        draft.measure = cell.text.strip()
    elif col.kind == "binding":
        draft.binding = cell.text.strip()
    elif col.kind == "content":
        draft.contents.append(Piece(cell.para, cell.start, cell.end))
    elif col.kind == "figures":
        draft.figures.append((Piece(cell.para, cell.start, cell.end), col.name))


def only_heading(cells: Sequence[Cell], columns: Sequence[Column]) -> Cell | None:
    """The one cell that says anything in a row that names a group of rows: | 一、推动产业升级 | | | | · | 教育 | | | | where a number should stand."""
    said = [(c, k) for c, k in zip(cells, columns) if not NOTHING.match(c.text)]
    if len(said) != 1 or len(said[0][0].text) > 40:
        return None
    cell, column = said[0]
    marker = marker_of(cell.text)
    if marker and (marker.kind in ("chapter", "cn", "pcn") or column.kind == "number" and marker.kind == "ar" and "。" not in cell.text):
        return cell
    group = (
        column.kind == "number"
        and "。" not in cell.text
        and pattern(r"(?![合总小共]计)[“《]?(?:20\d\d年)?[\u4e00-\u9fff].{0,38}[\u4e00-\u9fff)]:?").fullmatch(cell.text)
    )
    return cell if group else None


_GROUP_NUMBER = pattern(r"[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.]?")
_ROW_NUMBER = pattern(r"[(]?\d{1,3}[)]?[、.]?|\d{1,3}[-.]\d{1,3}")
_GROUP_NAME = pattern(r"[^。;,]{2,40}")


def numbered_heading(cells: Sequence[Cell], columns: Sequence[Column], next_number: str) -> Cell | None:
    """The name of a group of rows whose number stands in a cell of its own: | 一 | 教育惠民工程(2项) | | | above | 1 | …"""
    said = [(c, k) for c, k in zip(cells, columns) if not NOTHING.match(c.text)]
    if len(said) != 2 or said[0][1].kind != "number" or said[1][1].kind in ("role", "person", "deadline"):
        return None
    (number, _), (cell, _) = said
    if not _GROUP_NUMBER.fullmatch(number.text) or not _GROUP_NAME.fullmatch(cell.text) or not _counts_within(number.text, next_number):
        return None
    return replace(cell, number=number.text)


def _counts_within(number: str, below: str) -> bool:
    """Whether the next row's number is of a lower kind: 1 or (一) below 一."""
    return bool(_ROW_NUMBER.fullmatch(below)) or below.startswith("(") and not number.startswith("(")


def _laid_on_all(cells: Sequence[Cell]) -> list[Saying]:
    """What a row of one cell lays on every row below it."""
    said = [c for c in cells if not NOTHING.match(c.text)]
    if len(said) != 1 or "不再" not in said[0].text:
        return []
    cell = said[0]
    *_, inherited = set_aside(cell.para.text, cell.start, cell.end)
    return [Saying(each, cell.para.view, cell.span) for each in inherited]


def _as_above(cells: Sequence[Cell], columns: Sequence[Column], above: Sequence[Cell] | None) -> Sequence[Cell]:
    """The cells of a row, those that only say "as above" (〃, 同上) made the cell above where they say who or when, else blank: the row goes on with it."""
    if not any(_DITTO.match(c.text) for c in cells):
        return cells
    told = {id(k): a for k, a in zip(columns, above or ())} if above and len(above) == len(columns) else {}
    out = []
    for c, k in zip(cells, columns):
        if _DITTO.match(c.text):
            shared = told.get(id(k)) if k.kind in ("role", "deadline", "person") else None
            c = shared or Cell(c.para, c.start, c.start)
        out.append(c)
    return out


def _merged(cells: Sequence[Cell], columns: Sequence[Column], above: Sequence[Cell] | None) -> list[Cell]:
    """The cells of a row, blank ones filled from the row above where they are merged with it.

    That a blank cell is merged shows in the cells before the work: the number or the group is blank too. Without a number of its own a row
    shares who leads it and by when; under the same group it shares the person above it.
    """
    task = next((i for i, k in enumerate(columns) if k.kind == "task"), 0)
    if above is None or len(above) != len(columns) or len(cells) != len(columns) or not cells[task].text.strip():
        return list(cells)
    shared = [k.kind for c, k, a in zip(cells[:task], columns, above) if not c.text.strip() and a.text.strip()]
    if not shared:
        return list(cells)
    numbers = any(k.kind == "number" for k in columns[:task])
    group = any(k.kind == "ignored" and c.text.strip() for c, k in zip(cells[:task], columns))
    same_item = not group and ("number" in shared or not numbers and "title" in shared)
    return [a if not c.text.strip() and _is_shared(k, same_item) else c for c, k, a in zip(cells, columns, above)]


def _carried(cells: Sequence[Cell], columns: Sequence[Column], above: Sequence[Cell] | None) -> list[Cell]:
    """The cells as they are merged with the next row's: blank ones before the work are those of the row above."""
    task = next((i for i, k in enumerate(columns) if k.kind == "task"), 0)
    if above is None or len(above) != len(cells):
        return list(cells)
    return [a if i < task and not c.text.strip() else c for i, (c, a) in enumerate(zip(cells, above))]


def _is_shared(column: Column, same_item: bool) -> bool:
    return column.kind == "person" or same_item and (column.kind == "deadline" or column.kind == "role" and column.part in ("lead", "answer"))


def _more_of_above(cells: Sequence[Cell], columns: Sequence[Column], above: Sequence[Cell] | None, out: Found) -> None:
    """A row without work of its own goes on with the task above it: who else does it, by whom it is watched."""
    said = [c for c, k in zip(cells, columns) if k.kind != "number" and not NOTHING.match(c.text)]
    if not said:
        return
    if above is None or not out.drafts or any(k.kind == "number" and not NOTHING.match(c.text) for c, k in zip(cells, columns)):
        out.bad_rows.append((said[0].span, "表格这一行没有任务 / a row without work"))
        return
    draft = out.drafts[-1]
    for cell, col in zip(cells, columns):
        if not NOTHING.match(cell.text):
            _take_cell(draft, cell, col)


def _labelled(cell: Cell) -> list[Saying]:
    """What a cell says that labels its own units (牵头单位:A 配合单位:B); [] for any other cell."""
    if ":" not in cell.text:
        return []
    part = cell.para.view.slice(cell.start, cell.end)
    found = [x for x in statements(part.text) if x.said]
    whole = found and found[0].start == 0 and all(s.basis == "label" for x in found for s in x.said)
    return [Saying(s, part, part.span(x.start, x.end)) for x in found for s in x.said] if whole else []


def role_cell(cell: Cell, col: Column) -> list[Saying]:
    view, span = cell.para.view, cell.para.view.span(cell.start, cell.end)
    if labelled := _labelled(cell):
        return labelled
    by_verbs = None if WORK_OPENS.search(cell.text) else clauses(cell.para.text, cell.start, cell.end)
    begin = split_label_value(cell.para.text, cell.start, cell.end)
    if by_verbs and begin > cell.start and (last := clauses(cell.para.text, begin, cell.end)):
        said = (Said(col.part or "answer", units(cell.para.text, cell.start, begin), "label", col.name), *last.said)  # A、B,C配合
        return [Saying(s, view, span) for s in said]
    if by_verbs and any(s.part != "answer" for s in by_verbs.said):
        return [Saying(s, view, span) for s in by_verbs.said]
    if by_verbs and not by_verbs.rest:
        return [Saying(Said(col.part or s.part, s.units, "label", col.name), view, span) for s in by_verbs.said]
    own, partners = together(cell.para.text, cell.start, cell.end)
    if own:
        return [Saying(Said(col.part or "answer", own, "label", col.name), view, span), Saying(Said("help", partners, "label", "会同"), view, span)]
    named = tuple(n for n in units(cell.para.text, cell.start, cell.end) if len(n.full) > 1 and len(WORK.sub("", n.printed)) <= 48)
    return [Saying(x, view, span) for x in marked(Said(col.part or "answer", named, "label", col.name))] if named else []
