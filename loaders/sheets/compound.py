"""One stream of an OLE compound file ([MS-CFB]), read from bytes that nobody vouches for."""

from __future__ import annotations

import struct

_END = 0xFFFFFFFA  # this and what is above marks the end of a chain, or no sector


def stream(data: bytes, *names: str) -> bytes | None:
    """The bytes of the first stream that has one of ``names``; None if there is none or the file is damaged. Never fails, never gives more than ``data`` has."""
    try:
        return _stream(data, names)
    except (struct.error, IndexError, ValueError, OverflowError):
        return None


def _stream(data: bytes, names: tuple[str, ...]) -> bytes | None:
    shift, small = struct.unpack_from("<HH", data, 30)
    if shift not in (9, 12) or small != 6:
        return None
    size = 1 << shift
    first_directory, _, least, first_small = struct.unpack_from("<4I", data, 48)
    table = _table(data, size)
    directory = _chain(data, first_directory, table, size, size)
    entries = [directory[n : n + 128] for n in range(0, len(directory) - 127, 128)]
    root = next((e for e in entries if e[66] == 5), None)
    for name in names:
        for e in entries:
            length = struct.unpack_from("<H", e, 64)[0]
            if e[66] != 2 or e[: max(0, length - 2)].decode("utf-16-le", "replace") != name:
                continue
            start, count = struct.unpack_from("<II", e, 116)
            if count >= least or root is None:
                return _chain(data, start, table, size, size)[:count]
            inner = _chain(data, struct.unpack_from("<I", root, 116)[0], table, size, size)
            raw = _chain(data, first_small, table, size, size)
            return _chain(inner, start, struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4]), 64, 0)[:count]
    return None


def _table(data: bytes, size: int) -> tuple[int, ...]:
    """The table of sectors: behind each the next one of its chain."""
    wanted = [s for s in struct.unpack_from("<109I", data, 76) if s < _END]
    more, left = struct.unpack_from("<II", data, 68)
    seen: set[int] = set()
    while more < _END and left and more not in seen:
        seen.add(more)
        part = struct.unpack_from(f"<{size // 4}I", data, (more + 1) * size)
        wanted.extend(s for s in part[:-1] if s < _END)
        more = part[-1]
    out: list[int] = []
    for sector in dict.fromkeys(wanted):
        raw = data[(sector + 1) * size : (sector + 2) * size]
        out.extend(struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4]))
    return tuple(out)


def _chain(data: bytes, sector: int, table: tuple[int, ...], size: int, offset: int) -> bytes:
    out: list[bytes] = []
    most = len(data) // size + 1
    while sector < _END and len(out) < most:
        out.append(data[sector * size + offset : sector * size + offset + size])
        sector = table[sector] if sector < len(table) else _END
    return b"".join(out)
