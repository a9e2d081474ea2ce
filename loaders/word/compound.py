"""What an old Word file (.doc, an OLE compound file) says of itself before anything else reads it."""

from __future__ import annotations

import struct
from typing import Literal

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # sector numbers from here on are marks
_MOST_SECTORS = 120_000
_LEAST = 4096
"""Bytes; a shorter stream stands in no sectors of its own."""

State = Literal["plain", "locked", "unknown"]


def state_of(data: bytes) -> State:
    """Whether a compound file holds a Word document that can be read ("plain") or one with a password ("locked"); "unknown": no such document in it.

    By the first words of its stream ``WordDocument``: the mark 0xA5EC or 0xA5DC (Word 6), and the flag fEncrypted (MS-DOC 2.5.2).
    """
    at = _stream(data, "WordDocument")
    if at is None or len(data) < at + 12:
        return "unknown"
    mark, flags = struct.unpack_from("<H8xH", data, at)
    if mark not in (0xA5EC, 0xA5DC):
        return "unknown"
    return "locked" if flags & 0x0100 else "plain"


def _stream(data: bytes, name: str) -> int | None:
    """The offset at which a stream of the compound file begins (MS-CFB 2.2, 2.4, 2.6); None where there is no such stream."""
    if len(data) < 512 or not data.startswith(MAGIC):
        return None
    shift: int = struct.unpack_from("<H", data, 30)[0]
    if shift not in (9, 12):
        return None
    sector: int = struct.unpack_from("<I", data, 48)[0]
    tables = struct.unpack_from("<109I", data, 76)
    wanted = name.encode("utf-16-le") + b"\0\0"
    root: int = _END
    for n in range(_MOST_SECTORS):
        at = (sector + 1) << shift
        if sector >= _END or at + (1 << shift) > len(data):
            return None
        if n == 0:
            root = struct.unpack_from("<I", data, at + 116)[0]
        for entry in range(at, at + (1 << shift), 128):
            if data[entry : entry + len(wanted)] == wanted and struct.unpack_from("<H", data, entry + 64)[0] == len(wanted):
                first, size = struct.unpack_from("<II", data, entry + 116)
                return _among_small(data, root, first, shift, tables) if size < _LEAST else (int(first) + 1) << shift
        sector = _next(data, sector, shift, tables)
    return None


def _among_small(data: bytes, root: int, first: int, shift: int, tables: tuple[int, ...]) -> int | None:
    """The offset of a short stream: 64 bytes by 64 these stand one behind the other in the stream of the root. Word fills its own up, LibreOffice does not."""
    back, within = divmod(first * 64, 1 << shift)
    if back > _MOST_SECTORS:
        return None
    sector = root
    for _ in range(back):
        if sector >= _END:
            return None
        sector = _next(data, sector, shift, tables)
    return None if sector >= _END else ((sector + 1) << shift) + within


def _next(data: bytes, sector: int, shift: int, tables: tuple[int, ...]) -> int:
    """The sector behind a sector, by the file's allocation table; only the part of it that the header lists (7 MB of file and more)."""
    table, entry = divmod(sector, 1 << (shift - 2))
    if table >= len(tables) or tables[table] >= _END:
        return _END
    at = ((tables[table] + 1) << shift) + entry * 4
    return int(struct.unpack_from("<I", data, at)[0]) if at + 4 <= len(data) else _END
