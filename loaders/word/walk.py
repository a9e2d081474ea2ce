"""Walks through the body of a Word file: paragraphs with their numbers, tables, text boxes, content controls, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graphmodel.problems import Problem
from loaders.word.blocks import Block, Cell, Paragraph, Table, paragraphs_of
from loaders.word.names import attribute, child, number, switched_on, tags, value
from loaders.word.numbering import Numbering, joined
from loaders.word.runs import Story, Words
from loaders.word.tables import Grid

if TYPE_CHECKING:
    from lxml.etree import _Element

_T = tags("t")


@dataclass(slots=True)
class Spot:
    """Where blocks stand: ``place`` "" is the body, whose paragraphs are counted; elsewhere they bear the place of what holds them."""

    place: str = ""
    paragraphs: int = 0
    tables: int = 0

    def paragraph(self) -> str:
        self.paragraphs += 1
        return self.place or f"p{self.paragraphs}"

    def table(self) -> str:
        self.tables += 1
        return f"{self.place}t{self.tables}"


@dataclass(slots=True)
class _Open:
    """A paragraph whose mark is not there (deleted, hidden): the next one goes on in it. ``properties``: of the one that has words."""

    words: Words
    properties: _Element | None
    place: str


@dataclass(slots=True)
class _Flow:
    out: list[Block] = field(default_factory=list)
    open: _Open | None = None


class Walk:
    """Reads blocks of one part. ``embedded``: other files that would be put in here."""

    def __init__(self, story: Story, numbering: Numbering, part: str, name: str) -> None:
        """``name``: the file's, for messages."""
        self.story = story
        self._names = story.names
        self._numbering = numbering
        self._part = part
        self._name = name
        self.embedded = 0

    def blocks(self, parent: _Element, spot: Spot) -> list[Block]:
        """The blocks inside an element. Raises Problem for tables larger than any."""
        flow = _Flow()
        self._into(parent, spot, flow)
        self._close(flow, spot)
        return flow.out

    def _into(self, parent: _Element, spot: Spot, flow: _Flow) -> None:
        for element in parent:
            kind = self._names[element.tag]
            if kind == "p":
                self._paragraph(element, spot, flow)
            elif kind == "tbl":
                self._close(flow, spot)
                flow.out.append(self._table(element, spot.table()))
            elif kind == "sdt":
                self._control(element, spot, flow)
            elif kind in ("customXml", "smartTag") or kind in self.story.kept:
                self._into(element, spot, flow)
            elif kind == "mc:AlternateContent":
                for way in self.story.chosen(element):
                    self._into(way, spot, flow)
            elif kind in ("altChunk", "subDoc"):
                self.embedded += 1

    def _control(self, element: _Element, spot: Spot, flow: _Flow) -> None:
        content = child(element, "sdtContent")
        if content is None:
            return
        contents = value(element, "sdtPr", "docPartObj", "docPartGallery") == "Table of Contents"
        if contents:
            self.story.mute(1)
            self.story.contents = True
        self._into(content, spot, flow)
        if contents:
            self.story.mute(-1)

    def _paragraph(self, element: _Element, spot: Spot, flow: _Flow) -> None:
        place = spot.paragraph()
        properties = child(element, "pPr")
        if properties is not None and self.story.original and (before := child(properties, "pPrChange", "pPr")) is not None:
            marks = child(properties, "rPr")
            properties = before
        else:
            marks = None if properties is None else child(properties, "rPr")
        opened = flow.open
        if opened is None:
            opened = _Open(Words(), properties, place)
        elif opened.words.blank:
            opened.properties, opened.place = properties, place
        style = self._style(properties)
        self.story.read(element, style, opened.words)
        flow.open = opened
        if not self._goes_on(marks, style):
            self._close(flow, spot)

    def _style(self, properties: _Element | None) -> str | None:
        return value(properties, "pStyle") or self.story.styles.paragraph

    def _goes_on(self, marks: _Element | None, style: str | None) -> bool:
        """Whether the mark at the end of a paragraph is not there in this reading, or hidden."""
        if marks is not None:
            if any(self._names[m.tag] in self.story.dropped for m in marks):
                return True
            if (hidden := switched_on(marks, "vanish")) is not None:
                return hidden
        return self.story.styles.hidden(style)

    def _close(self, flow: _Flow, spot: Spot) -> None:
        opened, flow.open = flow.open, None
        if opened is None:
            return
        words, text, place = opened.words, opened.words.text, opened.place
        prefix = self._number(opened.properties, text)
        if text.strip():
            flow.out.append(Paragraph(prefix + text, place, self._part, len(prefix), words.pieces))
        elif prefix:
            flow.out.append(Paragraph("", place, self._part, number=prefix.strip()))
        for box in words.boxes:
            flow.out.extend(self.blocks(box, Spot(place)))

    def _number(self, properties: _Element | None, words: str) -> str:
        own = child(properties, "numPr")
        if own is not None and self.story.original and child(own, "ins") is not None:
            own = None
        level = value(own, "ilvl")
        found = self._numbering.of(self._style(properties), value(own, "numId"), None if level is None else number(level))
        if found is None:
            return ""
        used, at = found
        return joined(self._numbering.count(used, at), used.levels[at].suffix, words.lstrip(" "))

    def _table(self, element: _Element, place: str) -> Table:
        grid = Grid(self._name)
        for r, row in enumerate(self._through(element, "tr"), 1):
            row_properties = child(row, "trPr")
            if row_properties is not None and any(self._names[p.tag] in self.story.dropped for p in row_properties):
                continue
            grid.row(f"{place}r{r}", number(value(row_properties, "gridBefore")))
            for cell in self._through(row, "tc"):
                self._cell(cell, grid)
        return Table(grid.finished())

    def _cell(self, element: _Element, grid: Grid) -> None:
        properties = child(element, "tcPr")
        if self._is_gone(properties):
            return
        if self.story.original and (before := child(properties, "tcPrChange", "tcPr")) is not None:
            properties = before
        span = number(value(properties, "gridSpan"), 1)
        if grid.goes_on(span, self._down(properties), self._merge(properties, "hMerge")):
            self.story.hidden += sum(len((t.text or "").strip()) for t in element.iter(*_T))
            return
        cell = Cell(grid.place)
        grid.add(cell, span, self._down(properties) is not None)
        cell.blocks = self.blocks(element, Spot(cell.place))
        _number_alone(cell)

    def _is_gone(self, properties: _Element | None) -> bool:
        return child(properties, "cellIns" if self.story.original else "cellDel") is not None

    def _down(self, properties: _Element | None) -> str | None:
        """vMerge, as it was or is after a tracked change: "restart", "continue" or None."""
        if (change := child(properties, "cellMerge")) is not None:
            now = attribute(change, "vMergeOrig" if self.story.original else "vMerge")
            return None if now is None else "restart" if now == "rest" else "continue"
        return self._merge(properties, "vMerge")

    def _merge(self, properties: _Element | None, name: str) -> str | None:
        found = child(properties, name)
        return None if found is None else attribute(found, "val") or "continue"

    def _through(self, parent: _Element, wanted: str) -> Iterator[_Element]:
        """The rows of a table or the cells of a row, those in content controls too."""
        for element in parent:
            kind = self._names[element.tag]
            if kind == wanted:
                yield element
            elif kind in ("sdt", "sdtContent", "customXml") or kind in self.story.kept:
                yield from self._through(element, wanted)
            elif kind == "mc:AlternateContent":
                for way in self.story.chosen(element):
                    yield from self._through(way, wanted)


def _number_alone(cell: Cell) -> None:
    """A cell that holds nothing but a number (序号 made by automatic numbering) says that number."""
    inside = paragraphs_of(cell.blocks)
    if len(inside) == 1 and not inside[0].text and inside[0].number != "•":
        inside[0].text = inside[0].number
        inside[0].shift = len(inside[0].number)


def too_deep(name: str) -> Problem:
    """The sentence about tables within tables without end."""
    return Problem(
        f"{name} 中的表格或控件嵌套层数过多，不像一份方案，未读取；请用 Word/WPS 打开检查，另存后再试。",
        f"{name}: tables or content controls are nested deeper than any plan nests them; it was not read: look at it in Word or WPS, save it and try again.",
    )
