"""A ZIP file with some members replaced or added: all others keep their bytes as packed, their order and their dates."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from graphmodel.problems import Problem

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DAY = (0 << 9) + (1 << 5) + 1  # 1980-01-01, the first that a ZIP file can say
_SIZED = 0xFFFF ^ 0x8  # without the flag that sizes stand behind the data
_MOST = 40_000_000


class Archive:
    """The members of a ZIP file by name. Raises Problem, with ``name`` for the file, if it is damaged."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data, self._name = data, name
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                self.members = {i.filename: i for i in package.infolist()}
                self.comment = package.comment
                number = len(package.infolist())
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError):
            raise _damaged(name) from None
        if number != len(self.members) or number > 65_000:
            raise _damaged(name)

    def read(self, member: str) -> bytes:
        """The content of a member. Raises Problem if it cannot be had, or is longer than any part of a plan."""
        info = self.members.get(member)
        if info is None or info.flag_bits & 1 or info.file_size > _MOST:
            raise _damaged(self._name, member)
        try:
            with zipfile.ZipFile(io.BytesIO(self._data)) as package, package.open(info.filename) as stream:
                content = stream.read(_MOST + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError, RuntimeError, KeyError):
            raise _damaged(self._name, member) from None
        if len(content) > _MOST:
            raise _damaged(self._name, member)
        return content

    def with_members(self, changed: Mapping[str, bytes]) -> bytes:
        """The whole file anew: members of ``changed`` hold what it says, those that are not there yet stand at the end."""
        out, central, number = io.BytesIO(), [], 0
        for name, info in self.members.items():
            packed, extra = self._packed(info)
            told = (info.CRC, len(packed), info.file_size)
            if name in changed:
                if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                    raise _damaged(self._name, name)
                packed, told = _deflated(changed[name], info.compress_type)
            central.append(_put(out, info, packed, told, extra))
            number += 1
        for name, content in changed.items():
            if name not in self.members:
                fresh = zipfile.ZipInfo(name)
                fresh.compress_type, fresh.create_version, fresh.extract_version, fresh.create_system = zipfile.ZIP_DEFLATED, 20, 20, 0
                fresh.flag_bits = 0 if name.isascii() else 0x800
                packed, told = _deflated(content, fresh.compress_type)
                central.append(_put(out, fresh, packed, told, b""))
                number += 1
        start, listed = out.tell(), b"".join(central)
        return out.getvalue() + listed + _END.pack(b"PK\5\6", 0, 0, number, number, len(listed), start, len(self.comment)) + self.comment

    def _packed(self, info: zipfile.ZipInfo) -> tuple[bytes, bytes]:
        """The bytes of a member as packed, and the extra field before them."""
        at = info.header_offset
        head = self._data[at : at + _LOCAL.size]
        if len(head) < _LOCAL.size or not head.startswith(b"PK\3\4"):
            raise _damaged(self._name, info.filename)
        names, extras = _LOCAL.unpack(head)[-2:]
        begin = at + _LOCAL.size + names
        packed = self._data[begin + extras : begin + extras + info.compress_size]
        if len(packed) != info.compress_size:
            raise _damaged(self._name, info.filename)
        return packed, _no_sizes(self._data[begin : begin + extras])


def _put(out: io.BytesIO, info: zipfile.ZipInfo, packed: bytes, told: tuple[int, int, int], extra: bytes) -> bytes:
    """Writes a member; gives its line of the list at the end."""
    at, flags = out.tell(), info.flag_bits & _SIZED
    name = info.orig_filename.encode("utf-8" if flags & 0x800 else "cp437")
    year, month, day, hour, minute, second = info.date_time
    date, time = (year - 1980) << 9 | month << 5 | day, hour << 11 | minute << 5 | second // 2
    common = (flags, info.compress_type, time, date, *told, len(name))
    out.write(_LOCAL.pack(b"PK\3\4", info.extract_version, *common, len(extra)) + name + extra + packed)
    more = _no_sizes(info.extra)
    made_by = info.create_system << 8 | info.create_version
    tail = (len(more), len(info.comment), 0, info.internal_attr, info.external_attr, at)
    return _CENTRAL.pack(b"PK\1\2", made_by, info.extract_version, *common, *tail) + name + more + info.comment


def _deflated(content: bytes, method: int) -> tuple[bytes, tuple[int, int, int]]:
    """Content packed, and (check sum, length packed, length)."""
    packed = content
    if method != zipfile.ZIP_STORED:
        press = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = press.compress(content) + press.flush()
    return packed, (zlib.crc32(content), len(packed), len(content))


def _no_sizes(extra: bytes) -> bytes:
    """An extra field without the long sizes (kind 1): they are told where they belong."""
    out, at = b"", 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind != 1:
            out += extra[at : at + 4 + length]
        at += 4 + length
    return out


def _damaged(name: str, part: str = "") -> Problem:
    zh, en = (f"（{part}）", f" ({part})") if part else ("", "")
    return Problem(
        f"{name} 已损坏或不完整{zh}，无法写入批注；请用 Word/WPS 打开并另存后再试。",
        f"{name} is damaged or not whole{en}, no comment can be put into it: open it in Word or WPS, save it and try again.",
    )
