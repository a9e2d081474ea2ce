"""Workbooks of Excel 97 to 2003 and of WPS (.xls, .et): the records of the stream Workbook ([MS-XLS], BIFF8)."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from math import isfinite

from graphmodel.problems import Problem
from loaders.packages import damaged, locked
from loaders.sheets.compound import stream
from loaders.sheets.number_formats import BUILT_IN, GENERAL, general, is_plain, shown
from loaders.sheets.sheet import MOST_MERGED, MOST_SHEETS, Room, Sheet

_BOF, _EOF, _FILEPASS, _DATE1904, _FORMAT, _XF, _SHEET, _SST, _CONTINUE = 0x809, 0x0A, 0x2F, 0x22, 0x41E, 0xE0, 0x85, 0xFC, 0x3C
_NUMBER, _RK, _MULRK, _FORMULA, _BOOLERR, _ROW, _COLINFO, _STRING = 0x203, 0x27E, 0xBD, 0x06, 0x205, 0x208, 0x7D, 0x207
_LABELSST, _LABEL, _RSTRING, _MERGED = 0xFD, 0x204, 0xD6, 0xE5


def workbook(data: bytes, name: str) -> list[Sheet]:
    """The sheets in their order; hidden ones without their cells. Raises Problem."""
    raw = stream(data, "Workbook")
    if raw is None:
        if stream(data, "Book") is not None:
            raise _too_old(name)
        raise damaged(name)
    try:
        return _workbook(raw, name)
    except (struct.error, IndexError, ValueError, OverflowError):
        raise damaged(name) from None


def _too_old(name: str) -> Problem:
    return Problem(
        f"{name} 是 Excel 95 或更早的格式，无法读取；请用 Excel/WPS 另存为 .xlsx 后再试。",
        f"{name} comes from Excel 95 or before and cannot be read; save it as .xlsx in Excel or WPS and try again.",
    )


def _records(raw: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of one part of the stream, from its beginning to its end mark; parts within it (charts) are passed over."""
    depth = 0
    while at + 4 <= len(raw):
        kind, size = struct.unpack_from("<HH", raw, at)
        body = raw[at + 4 : at + 4 + size]
        at += 4 + size
        if kind == _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                return
        if depth <= 1:
            yield kind, body
    raise IndexError("a part of the stream has no end")


def _workbook(raw: bytes, name: str) -> list[Sheet]:
    own: dict[int, str] = {}
    styles: list[int] = []
    since_1904 = False
    found: list[tuple[Sheet, int]] = []
    shared: list[bytes] = []
    last = 0
    for kind, body in _records(raw, 0):
        if kind == _BOF and struct.unpack_from("<H", body)[0] != 0x600:
            raise _too_old(name)
        if kind == _FILEPASS:
            raise locked(name)
        if kind == _DATE1904:
            since_1904 = body[:1] == b"\x01"
        elif kind == _FORMAT:
            own[struct.unpack_from("<H", body)[0]] = _text(body[2:], 2)
        elif kind == _XF:
            styles.append(struct.unpack_from("<H", body, 2)[0])
        elif kind == _SHEET and body[5] == 0 and len(found) < MOST_SHEETS:
            found.append((Sheet(_text(body[6:], 1), not body[4] & 3), struct.unpack_from("<I", body)[0]))
        elif kind == _SST or kind == _CONTINUE and last == _SST:
            shared.append(body)
        last = kind if kind != _CONTINUE else last
    formats = [own.get(n) or BUILT_IN.get(n, GENERAL) for n in styles]
    reading = _Reading(name, _shared(shared), [None if is_plain(code) else code for code in formats], since_1904)
    for sheet, at in found:
        if sheet.visible:
            reading.read(sheet, raw, at)
    return [sheet for sheet, _ in found]


def _text(body: bytes, width: int) -> str:
    """A string with its length in ``width`` bytes and a flag whether its characters have two bytes."""
    count = int.from_bytes(body[:width], "little")
    rest = body[width + 1 :]
    return rest[: 2 * count].decode("utf-16-le", "replace") if body[width] & 1 else rest[:count].decode("latin-1")


def _shared(parts: Sequence[bytes]) -> list[str]:
    """The shared strings; their records go on in others, and characters may change their width there. What is written above characters is left out."""
    out: list[str] = []
    if not parts:
        return out
    count = min(struct.unpack_from("<I", parts[0], 4)[0], sum(map(len, parts)) // 3)
    n, at = 0, 8

    def take(size: int) -> bytes:
        nonlocal n, at
        got = parts[n][at : at + size]
        at += len(got)
        while len(got) < size:
            n, at = n + 1, 0
            more = parts[n][: size - len(got)]
            got, at = got + more, len(more)
        return got

    for _ in range(count):
        if at >= len(parts[n]) and n + 1 >= len(parts):
            break
        length, flags = struct.unpack("<HB", take(3))
        runs = struct.unpack("<H", take(2))[0] if flags & 8 else 0
        above = struct.unpack("<I", take(4))[0] if flags & 4 else 0
        words, wide = "", flags & 1
        while length:
            if at >= len(parts[n]):
                n, at = n + 1, 1
                wide = parts[n][0] & 1
            here = min(length, (len(parts[n]) - at) // (2 if wide else 1))
            if not here:
                raise IndexError("half a character")
            piece = parts[n][at : at + here * (2 if wide else 1)]
            words += piece.decode("utf-16-le", "replace") if wide else piece.decode("latin-1")
            at, length = at + len(piece), length - here
        take(4 * runs + above)
        out.append(words)
    return out


class _Reading:
    """The state of reading the sheets of one workbook."""

    def __init__(self, name: str, strings: Sequence[str], codes: Sequence[str | None], since_1904: bool) -> None:
        self.strings, self.codes, self.since_1904 = strings, codes, since_1904
        self.room = Room(name)
        self.merged_room = MOST_MERGED

    def read(self, sheet: Sheet, raw: bytes, at: int) -> None:
        awaited: tuple[int, int] | None = None  # the formula whose words come in the next record
        for kind, body in _records(raw, at):
            if kind == _LABELSST:
                row, column, _, n = struct.unpack_from("<3HI", body)
                self._put(sheet, row, column, self.strings[n] if n < len(self.strings) else "")
            elif kind in (_NUMBER, _RK, _MULRK):
                self._numbers(sheet, kind, body)
            elif kind == _FORMULA:
                awaited = self._formula(sheet, body)
            elif kind == _STRING and awaited:
                self._put(sheet, awaited[0], awaited[1], _text(body, 2))
            elif kind in (_LABEL, _RSTRING):
                row, column = struct.unpack_from("<2H", body)
                self._put(sheet, row, column, _text(body[6:], 2))
            elif kind == _BOOLERR:
                row, column = struct.unpack_from("<2H", body)
                if body[7]:
                    sheet.errors.add(row, column)
                else:
                    self._put(sheet, row, column, "是" if body[6] else "否")
            elif kind == _ROW:
                sheet.hidden_rows += bool(struct.unpack_from("<H", body, 12)[0] & 0x20)
            elif kind == _COLINFO and struct.unpack_from("<H", body, 8)[0] & 1:
                first, last = struct.unpack_from("<2H", body)
                sheet.hidden_columns += max(0, min(last, 255) - first + 1)
            elif kind == _MERGED:
                for k in range(struct.unpack_from("<H", body)[0]):
                    r1, r2, c1, c2 = struct.unpack_from("<4H", body, 2 + 8 * k)
                    if self.merged_room > 0 and r1 <= r2 and c1 <= c2:
                        self.merged_room -= 1
                        sheet.merged.append((r1, c1, r2, c2))

    def _put(self, sheet: Sheet, row: int, column: int, words: str) -> None:
        if words.strip():
            self.room.take(1, len(words))
            sheet.put(row, column, words)

    def _number(self, sheet: Sheet, row: int, column: int, style: int, value: float) -> None:
        code = self.codes[style] if style < len(self.codes) else None
        if isfinite(value):
            self._put(sheet, row, column, general(value) if code is None else shown(value, code, self.since_1904))

    def _numbers(self, sheet: Sheet, kind: int, body: bytes) -> None:
        row, column, style = struct.unpack_from("<3H", body)
        if kind == _NUMBER:
            self._number(sheet, row, column, style, struct.unpack_from("<d", body, 6)[0])
        elif kind == _RK:
            self._number(sheet, row, column, style, _packed(struct.unpack_from("<I", body, 6)[0]))
        else:
            for k in range((len(body) - 6) // 6):
                style, packed = struct.unpack_from("<HI", body, 4 + 6 * k)
                self._number(sheet, row, column + k, style, _packed(packed))

    def _formula(self, sheet: Sheet, body: bytes) -> tuple[int, int] | None:
        row, column, style = struct.unpack_from("<3H", body)
        if body[12:14] != b"\xff\xff":
            self._number(sheet, row, column, style, struct.unpack_from("<d", body, 6)[0])
        elif body[6] == 0:
            return row, column
        elif body[6] == 1:
            self._put(sheet, row, column, "是" if body[8] else "否")
        elif body[6] == 2:
            sheet.errors.add(row, column)
        return None


def _packed(packed: int) -> float:
    """An RK number: an integer or the upper half of a double, perhaps a hundredfold."""
    value = float((packed >> 2) - (1 << 30 if packed & 0x80000000 else 0)) if packed & 2 else struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFFFFFC) << 32))[0]
    return float(value / 100) if packed & 1 else float(value)
