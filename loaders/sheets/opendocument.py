"""OpenDocument spreadsheets (.ods): OASIS OpenDocument 1.3, part 3, chapter 9. Cells hold their words as the sheet shows them."""

from __future__ import annotations

from datetime import date

from graphmodel.patterns import pattern
from loaders.packages import Package, bloated, locked
from loaders.sheets.markup import walk
from loaders.sheets.number_formats import day_shown, general
from loaders.sheets.sheet import MOST_MERGED, MOST_SHEETS, MOST_UNPACKED, Room, Sheet

_DAY = pattern(r"(\d{4})-(\d\d)-(\d\d)")
_PARTS = {"number:year": "y", "number:month": "m", "number:day": "d"}
_MOST_ALIKE = 64  # cells with the same words side by side, ten times as many rows
_NUMBERS = ("float", "currency")
_ERRORS = ("Err:", "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!")


def workbook(data: bytes, name: str) -> list[Sheet]:
    """The sheets in their order; hidden ones without their cells. Raises Problem."""
    package = Package(data, name)
    if "META-INF/manifest.xml" in package and b"encryption-data" in package.read("META-INF/manifest.xml", 5_000_000):
        raise locked(name)
    reading = _Reading(name)
    if "styles.xml" in package:
        walk(package, "styles.xml", 40_000_000, reading.start, reading.end, prefixed=True)
    walk(package, "content.xml", MOST_UNPACKED, reading.start, reading.end, reading.words, prefixed=True)
    return reading.sheets


class _Reading:
    """The state of reading content.xml."""

    def __init__(self, name: str) -> None:
        self.room, self.merged_room = Room(name), MOST_MERGED
        self.sheets: list[Sheet] = []
        self.hidden: set[str] = set()  # styles of sheets that are not shown
        self.style = ""
        self.formats: dict[str, str] = {}  # number style -> the parts of a date it shows
        self.styled: dict[str, str] = {}  # cell style -> number style
        self.by_column: list[tuple[int, str]] = []  # (first column behind, its default style)
        self.naming = ""
        self.row = self.column = -1
        self.rows_alike = self.cells_alike = 1
        self.cells: dict[int, str] = {}
        self.paragraphs: list[list[str]] = []
        self.a: dict[str, str] = {}
        self.aside = 0  # inside a comment
        self.taking = False

    def start(self, tag: str, a: dict[str, str]) -> None:
        if self.aside or tag in ("office:annotation", "table:tracked-changes", "table:shapes", "table:named-expressions", "text:ruby-text"):
            self.aside += 1
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self.column += 1
            self.cells_alike = _count(a.get("table:number-columns-repeated"))
            self.a, self.paragraphs = a, []
        elif tag == "table:table-row":
            self.row += 1
            self.rows_alike = _count(a.get("table:number-rows-repeated"))
            self.column, self.cells = -1, {}
            if a.get("table:visibility") in ("collapse", "filter"):
                self.hidden_alike = self.rows_alike
            else:
                self.hidden_alike = 0
        elif tag == "text:p" or tag == "text:h":
            self.paragraphs.append([])
            self.taking = True
        elif self.taking and tag in ("text:s", "text:tab", "text:line-break"):
            self.paragraphs[-1].append("\n" if tag == "text:line-break" else " " * min(_count(a.get("text:c")), 100))
        elif tag == "table:table":
            if len(self.sheets) >= MOST_SHEETS:
                raise bloated(self.room.name, "content.xml")
            self.sheets.append(Sheet(a.get("table:name", ""), a.get("table:style-name") not in self.hidden))
            self.row, self.by_column = -1, []
        elif tag == "style:style":
            self.style = a.get("style:name", "")
            self.styled[self.style] = a.get("style:data-style-name", "")
        elif tag == "number:date-style":
            self.naming = a.get("style:name", "")
            self.formats[self.naming] = ""
        elif tag in _PARTS and self.naming:
            self.formats[self.naming] += _PARTS[tag]
        elif tag == "number:boolean-style":
            self.formats[a.get("style:name", "")] = "boolean"
        elif tag == "style:table-properties" and a.get("table:display") == "false":
            self.hidden.add(self.style)
        elif tag == "table:table-column" and self.sheets:
            alike = min(_count(a.get("table:number-columns-repeated")), 16_384)
            self.by_column.append((alike + (self.by_column[-1][0] if self.by_column else 0), a.get("table:default-cell-style-name", "")))
            if a.get("table:visibility") in ("collapse", "filter"):
                self.sheets[-1].hidden_columns += alike

    def words(self, text: str) -> None:
        if self.taking and not self.aside:
            self.paragraphs[-1].append(text)

    def end(self, tag: str) -> None:
        if self.aside:
            self.aside -= 1
        elif tag == "text:p" or tag == "text:h":
            self.taking = False
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            if self.sheets and self.sheets[-1].visible:
                self._cell(covered=tag == "table:covered-table-cell")
            self.column += self.cells_alike - 1
        elif tag == "number:date-style":
            self.naming = ""
        elif tag == "table:table-row":
            if self.sheets and self.sheets[-1].visible:
                self._row()
            self.row += self.rows_alike - 1

    def _cell(self, covered: bool) -> None:
        sheet, a = self.sheets[-1], self.a
        rows, columns = _count(a.get("table:number-rows-spanned")), _count(a.get("table:number-columns-spanned"))
        if rows * columns > 1 and self.merged_room > 0:
            self.merged_room -= 1
            sheet.merged.append((self.row, self.column, self.row + rows - 1, self.column + columns - 1))
        words = "" if covered else "\n".join("".join(p) for p in self.paragraphs)
        kind = a.get("office:value-type") or a.get("calcext:value-type")
        if a.get("calcext:value-type") == "error" or words.startswith(_ERRORS) and "table:formula" in a:
            sheet.errors.add(self.row, self.column)
            return
        if not words.strip() and "table:formula" in a and kind is None:
            sheet.uncomputed.add(self.row, self.column)
            return
        words = _shown(words, kind, a, self._format())
        if words.strip():
            for k in range(min(self.cells_alike, _MOST_ALIKE)):
                self.cells[self.column + k] = words

    def _format(self) -> str | None:
        """Which parts of a date the cell's style shows, "boolean", or None if its style is not in this file."""
        style = self.a.get("table:style-name") or next((s for stop, s in self.by_column if self.column < stop), "")
        return self.formats.get(self.styled.get(style, ""))

    def _row(self) -> None:
        sheet = self.sheets[-1]
        if not self.cells:
            return
        alike = min(self.rows_alike, 10 * _MOST_ALIKE)
        self.room.take(len(self.cells) * alike, sum(map(len, self.cells.values())) * alike)
        sheet.hidden_rows += min(self.hidden_alike, alike)
        for k in range(alike):
            sheet.rows[self.row + k] = dict(self.cells) if k else self.cells


def _shown(words: str, kind: str | None, a: dict[str, str], style: str | None) -> str:
    """The words of a cell; its value where it has no words of its own, dates in Chinese."""
    if kind == "boolean" or style == "boolean" or words in ("TRUE", "FALSE") and "table:formula" in a:
        return "是" if a.get("office:boolean-value", words).lower() in ("true", "1") else "否"
    if kind == "date" and (m := _DAY.match(a.get("office:date-value", ""))):
        try:
            day = date(int(m[1]), int(m[2]), int(m[3]))
        except ValueError:
            return words
        return day_shown(day, style or (_parts(words, day) if words else "ymd"))
    if kind in (*_NUMBERS, "percentage"):
        try:
            number = float(a.get("office:value", ""))
            plain = general(number)
        except (ValueError, OverflowError):
            return words
        if not words:
            return f"{general(number * 100)}%" if kind == "percentage" else plain
        if len(words) > 14 and pattern(r"-?[\d.]{14,40}").fullmatch(words):
            return plain
        return plain if pattern(r"[\d.,]{1,40}E[+-]?\d{1,3}|#{2,200}").fullmatch(words) else pattern(r"(?<=\d),(?=\d{3})").sub("", words)
    return words


def _parts(words: str, day: date) -> str:
    """Which parts of a date its words show."""
    year = str(day.year) in words or pattern(rf"(?<!\d){day.year % 100:02d}\D").match(words)
    rest = words.replace(str(day.year), "")
    figures = [int(n) for n in pattern(r"\d{1,2}(?![\d:])").findall(rest.split(" ")[0] if ":" in rest else rest)]
    if not year and len(figures) < 3:
        return "md" if len(figures) == 2 else "ymd"
    return "ym" if str(day.year) in words and len(figures) == 1 and figures[0] == day.month else "ymd"


def _count(text: str | None) -> int:
    return max(1, int(text)) if text and text.isdecimal() and len(text) < 9 else 1
