"""Workbooks of Excel since 2007 and of WPS (.xlsx, .xlsm, .xltx): ECMA-376 part 1, chapter 18. Transitional and strict ones differ only in namespaces."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from math import isfinite

from graphmodel.patterns import pattern
from loaders.packages import Package, bloated, damaged
from loaders.sheets.markup import walk
from loaders.sheets.number_formats import BUILT_IN, GENERAL, general, is_plain, shown
from loaders.sheets.sheet import MOST_CELLS, MOST_SHEETS, MOST_UNPACKED, Range, Room, Sheet, column_of, too_many

_WORKBOOK = "xl/workbook.xml"
_ESCAPED = pattern(r"_x([0-9A-Fa-f]{4})_")
_REFERENCE = pattern(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_COLUMN = pattern(r"[A-Z]{1,3}")
_MOST_RANGES = 200_000
_MOST_STYLES = 70_000  # Excel has 64,000


def workbook(data: bytes, name: str) -> list[Sheet]:
    """The sheets of a workbook in its order; hidden ones without their cells. Raises Problem."""
    package = Package(data, name)
    found, since_1904 = _listed(package)
    formats = _formats(package)
    strings = _strings(package)
    room, left, read = Room(name), MOST_UNPACKED, set[str]()
    for sheet, part in found:
        if sheet.visible and part in package and part not in read:
            read.add(part)
            left -= _Reading(package, sheet, strings, formats, since_1904, room).read(part, left)
    return [sheet for sheet, _ in found]


def _listed(package: Package) -> tuple[list[tuple[Sheet, str]], bool]:
    """The sheets with their parts; whether days are counted from 1904. Macro and chart sheets have no cells and are left out."""
    targets: dict[str, str] = {}
    listed: list[tuple[str, str, str]] = []
    since_1904 = False

    def relation(tag: str, a: dict[str, str]) -> None:
        if tag == "Relationship" and a.get("Type", "").endswith("/worksheet") and a.get("TargetMode") != "External":
            targets[a.get("Id", "")] = posixpath.normpath(posixpath.join("/xl", a.get("Target", ""))).lstrip("/")

    def entry(tag: str, a: dict[str, str]) -> None:
        nonlocal since_1904
        if tag == "sheet":
            if len(listed) >= MOST_SHEETS:
                raise bloated(package.name, _WORKBOOK)
            id = next((v for k, v in a.items() if k.rpartition(":")[2] == "id"), "")
            listed.append((a.get("name", ""), id, a.get("state", "visible")))
        elif tag == "workbookPr":
            since_1904 = a.get("date1904") in ("1", "true")

    walk(package, "xl/_rels/workbook.xml.rels", 5_000_000, relation, _nothing)
    walk(package, _WORKBOOK, 20_000_000, entry, _nothing)
    found = [(Sheet(n, state == "visible"), targets[id]) for n, id, state in listed if id in targets]
    if not found:
        raise damaged(package.name, _WORKBOOK)
    return found, since_1904


def _nothing(_: object) -> None:
    pass


def _formats(package: Package) -> list[str]:
    """The number format of each cell style."""
    own: dict[int, str] = {}
    styles: list[int] = []
    within = False

    def start(tag: str, a: dict[str, str]) -> None:
        nonlocal within
        if tag == "numFmt":
            own[_number(a.get("numFmtId"))] = a.get("formatCode", GENERAL)
        elif tag == "cellXfs":
            within = True
        elif tag == "xf" and within:
            if len(styles) > _MOST_STYLES:
                raise damaged(package.name, "xl/styles.xml")
            styles.append(_number(a.get("numFmtId")))

    def end(tag: str) -> None:
        nonlocal within
        if tag == "cellXfs":
            within = False

    if "xl/styles.xml" in package:
        walk(package, "xl/styles.xml", 60_000_000, start, end)
    return [own.get(n) or BUILT_IN.get(n, GENERAL) for n in styles]


def _strings(package: Package) -> list[str]:
    """The shared strings, runs joined, what is written above characters (phonetic runs) left out."""
    out: list[str] = []
    pieces: list[str] = []
    taking = above = False

    def start(tag: str, _: dict[str, str]) -> None:
        nonlocal taking, above
        if tag == "t":
            taking = not above
        elif tag == "rPh":
            above = True
        elif tag == "si":
            pieces.clear()

    def end(tag: str) -> None:
        nonlocal taking, above
        if tag == "t":
            taking = False
        elif tag == "rPh":
            above = False
        elif tag == "si":
            if len(out) > MOST_CELLS:
                raise too_many(package.name)
            out.append(unescaped("".join(pieces)))

    def words(text: str) -> None:
        if taking:
            pieces.append(text)

    if "xl/sharedStrings.xml" in package:
        walk(package, "xl/sharedStrings.xml", MOST_UNPACKED, start, end, words)
    return out


def unescaped(text: str) -> str:
    """_x000D_ is how a control character is written."""
    return _ESCAPED.sub(lambda m: "\n" if m[1].upper() in ("000D", "000A") else chr(int(m[1], 16)), text) if "_x" in text else text


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0


def range_of(reference: str) -> Range | None:
    """A1:C3 -> (0, 0, 2, 2); None if it is no reference."""
    m = _REFERENCE.fullmatch(reference)
    if not m:
        return None
    row, column = int(m[2]) - 1, column_of(m[1])
    last = (int(m[4]) - 1, column_of(m[3])) if m[3] else (row, column)
    return min(row, last[0]), min(column, last[1]), max(row, last[0]), max(column, last[1])


class _Reading:
    """The state of reading one sheet."""

    def __init__(self, package: Package, sheet: Sheet, strings: Sequence[str], formats: Sequence[str], since_1904: bool, room: Room) -> None:
        self.package, self.sheet, self.strings, self.room, self.since_1904 = package, sheet, strings, room, since_1904
        self.formats = [None if is_plain(code) else code for code in formats]
        self.columns: dict[str, int] = {}
        self.texts: dict[tuple[str | None, str], str] = {}

    def read(self, part: str, limit: int) -> int:
        """Streams the sheet and gives its bytes; what it says of its size is not asked. Raises Problem."""
        sheet, columns = self.sheet, self.columns
        row: dict[int, str] = {}
        number, column, kind, style, formula, taking, above = -1, -1, "n", "", False, False, False
        pieces: list[str] = []
        strings, known = self.strings, len(self.strings)

        def start(tag: str, a: dict[str, str]) -> None:
            nonlocal row, number, column, kind, style, formula, taking, above
            if tag == "c":
                reference = a.get("r")
                if reference is None:
                    column += 1
                else:
                    name = reference.rstrip("0123456789")
                    if name not in columns:
                        columns[name] = column_of(name) if _COLUMN.fullmatch(name) else column + 1
                    column = columns[name]
                kind, style, formula = a.get("t", "n"), a.get("s", ""), False
                pieces.clear()
            elif tag == "v" or tag == "t":
                taking = not above
            elif tag == "row":
                number = max(0, int(a["r"]) - 1) if "r" in a else number + 1
                row, column = {}, -1
                if a.get("hidden") in ("1", "true"):
                    sheet.hidden_rows += 1
            elif tag == "f":
                formula = True
            elif tag == "rPh":
                above = True
            elif tag == "mergeCell":
                if len(sheet.merged) < _MOST_RANGES and (found := range_of(a.get("ref", ""))):
                    sheet.merged.append(found)
            elif tag == "col" and a.get("hidden") in ("1", "true"):
                sheet.hidden_columns += max(0, min(_number(a.get("max")), 16_384) - max(_number(a.get("min")), 1) + 1)

        def end(tag: str) -> None:
            nonlocal taking, above
            if tag == "v" or tag == "t":
                taking = False
            elif tag == "c":
                if pieces:
                    raw = pieces[0] if len(pieces) == 1 else "".join(pieces)
                    words = strings[int(raw)] if kind == "s" and raw.isdecimal() and int(raw) < known else self.words(raw, kind, style)
                    if words is None:
                        sheet.errors.add(number, column)
                    elif words:
                        row[column] = words
                elif formula and kind != "str":
                    sheet.uncomputed.add(number, column)
            elif tag == "row":
                if row:
                    self.room.take(len(row), sum(map(len, row.values())))
                    sheet.rows[number] = {**sheet.rows[number], **row} if number in sheet.rows else row
            elif tag == "rPh":
                above = False

        def words(text: str) -> None:
            if taking:
                pieces.append(text)

        return walk(self.package, part, limit, start, end, words)

    def words(self, raw: str, kind: str, style: str) -> str | None:
        """A cell's value as the sheet shows it; None for an error."""
        if kind == "s":
            return self.strings[int(raw)] if raw.isdecimal() and int(raw) < len(self.strings) else ""
        if kind == "n":
            code = self.formats[int(style)] if style.isdecimal() and int(style) < len(self.formats) else None
            if code is None and raw.isdecimal() and len(raw) < 16:
                return raw
            known = self.texts.get((code, raw))
            if known is None:
                if len(self.texts) > 100_000:
                    self.texts.clear()
                known = self.texts[code, raw] = self._figure(raw, code)
            return known
        if kind == "b":
            return "是" if raw in ("1", "true") else "否"
        if kind == "e":
            return None
        if kind == "d":
            m = pattern(r"(\d{4})-(\d\d)-(\d\d)").match(raw)
            return f"{int(m[1])}年{int(m[2])}月{int(m[3])}日" if m else raw
        return unescaped(raw)

    def _figure(self, raw: str, code: str | None) -> str:
        try:
            number = float(raw)
        except ValueError:
            return raw
        if not isfinite(number):
            return raw
        return general(number) if code is None else shown(number, code, self.since_1904)
