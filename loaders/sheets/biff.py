"""What only the records of an old workbook tell ([MS-XLS], BIFF8): number formats, hidden rows and columns, errors, a password."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.sheets.compound import stream
from loaders.sheets.number_formats import BUILT_IN, GENERAL, is_plain, shown
from loaders.sheets.sheet import Cells

_BOF, _EOF, _FILEPASS, _DATE1904, _FORMAT, _XF, _SHEET = 0x809, 0x0A, 0x2F, 0x22, 0x41E, 0xE0, 0x85
_NUMBER, _RK, _MULRK, _FORMULA, _BOOLERR, _ROW, _COLINFO = 0x203, 0x27E, 0xBD, 0x06, 0x205, 0x208, 0x7D
_MOST_RECORDS = 5_000_000


@dataclass(slots=True)
class Told:
    """``shown``: words of the cells whose format changes them."""

    shown: dict[tuple[int, int], str] = field(default_factory=dict)
    errors: Cells = field(default_factory=Cells)
    hidden_rows: int = 0
    hidden_columns: int = 0


@dataclass(slots=True)
class Book:
    """``sheets``: by their names. ``locked``: a password is needed."""

    sheets: dict[str, Told] = field(default_factory=dict)
    locked: bool = False


def told(data: bytes) -> Book:
    """What the records of an .xls file tell; nothing of what is damaged or older than Excel 97. Never fails."""
    book = Book()
    raw = stream(data, "Workbook")
    if raw is None:
        return book
    try:
        _read(raw, book)
    except (struct.error, IndexError, ValueError, OverflowError):
        pass
    return book


def _records(raw: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    for _ in range(_MOST_RECORDS):
        if at + 4 > len(raw):
            return
        kind, size = struct.unpack_from("<HH", raw, at)
        yield kind, raw[at + 4 : at + 4 + size]
        if kind == _EOF:
            return
        at += 4 + size


def _read(raw: bytes, book: Book) -> None:
    own: dict[int, str] = {}
    styles: list[int] = []
    since_1904 = False
    places: list[tuple[str, int]] = []
    for kind, body in _records(raw, 0):
        if kind == _BOF and struct.unpack_from("<H", body)[0] != 0x600:
            return
        if kind == _FILEPASS:
            book.locked = True
            return
        if kind == _DATE1904:
            since_1904 = body[:1] == b"\x01"
        elif kind == _FORMAT:
            own[struct.unpack_from("<H", body)[0]] = _text(body[2:], 2)
        elif kind == _XF:
            styles.append(struct.unpack_from("<H", body, 2)[0])
        elif kind == _SHEET:
            places.append((_text(body[6:], 1), struct.unpack_from("<I", body)[0]))
    formats = [own.get(n) or BUILT_IN.get(n, GENERAL) for n in styles]
    codes = [None if is_plain(code) else code for code in formats]
    for name, at in places[:1_000]:
        book.sheets[name] = _sheet(raw, at, codes, since_1904)


def _text(body: bytes, width: int) -> str:
    """A string with its length in ``width`` bytes and a flag whether its characters have two bytes."""
    count = int.from_bytes(body[:width], "little")
    rest = body[width + 1 :]
    return rest[: 2 * count].decode("utf-16-le", "replace") if body[width] & 1 else rest[:count].decode("latin-1")


def _sheet(raw: bytes, at: int, codes: list[str | None], since_1904: bool) -> Told:
    out = Told()

    def put(row: int, column: int, style: int, value: float) -> None:
        code = codes[style] if style < len(codes) else None
        if code is not None and value - value == 0:
            out.shown[row, column] = shown(value, code, since_1904)

    for kind, body in _records(raw, at):
        if kind == _NUMBER:
            put(*struct.unpack_from("<3H", body), struct.unpack_from("<d", body, 6)[0])
        elif kind == _RK:
            put(*struct.unpack_from("<3H", body), _packed(struct.unpack_from("<I", body, 6)[0]))
        elif kind == _MULRK:
            row, column = struct.unpack_from("<2H", body)
            for k in range((len(body) - 6) // 6):
                style, packed = struct.unpack_from("<HI", body, 4 + 6 * k)
                put(row, column + k, style, _packed(packed))
        elif kind == _FORMULA:
            row, column, style = struct.unpack_from("<3H", body)
            if body[12:14] != b"\xff\xff":
                put(row, column, style, struct.unpack_from("<d", body, 6)[0])
            elif body[6] == 2:
                out.errors.add(row, column)
        elif kind == _BOOLERR and body[7]:
            out.errors.add(*struct.unpack_from("<2H", body))
        elif kind == _ROW:
            out.hidden_rows += bool(struct.unpack_from("<H", body, 12)[0] & 0x20)
        elif kind == _COLINFO and struct.unpack_from("<H", body, 8)[0] & 1:
            first, last = struct.unpack_from("<2H", body)
            out.hidden_columns += max(0, min(last, 255) - first + 1)
    return out


def _packed(packed: int) -> float:
    """An RK number: an integer or the upper half of a double, perhaps a hundredfold."""
    value = float((packed >> 2) - (1 << 30 if packed & 0x80000000 else 0)) if packed & 2 else struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFFFFFC) << 32))[0]
    return value / 100 if packed & 1 else value
