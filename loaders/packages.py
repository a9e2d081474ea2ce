"""Files that are ZIP packages (Word, Excel, OpenDocument), opened as files from strangers: bounded size, no path is used, no entity is resolved."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graphmodel.problems import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_PARTS = 20_000
MOST_OF_A_PART = 40_000_000
"""Bytes of one XML part when unpacked: its tree takes some five times as much memory."""


class Package:
    """The parts of a ZIP file by name. Nothing is unpacked to disk; each part is unpacked when it is asked for, and never beyond its limit."""

    def __init__(self, data: bytes, name: str) -> None:
        """``name``: the file's, for messages. Raises Problem if it is no whole ZIP file."""
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.parts = {i.filename: i for i in self._zip.infolist()}
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError):
            raise damaged(name) from None
        if len(self.parts) > MOST_PARTS:
            raise bloated(name)

    def __contains__(self, part: str) -> bool:
        return part in self.parts

    def read(self, part: str, limit: int = MOST_OF_A_PART) -> bytes:
        """The bytes of a part. Raises Problem if it is missing, damaged, locked or longer than ``limit`` when unpacked, whatever the file says of its size."""
        info = self.parts.get(part)
        if info is None:
            raise damaged(self.name, part)
        if info.flag_bits & 0x1:
            raise locked(self.name)
        if info.file_size > limit:
            raise bloated(self.name, part)
        try:
            with self._zip.open(info) as stream:
                data = stream.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError, RuntimeError):
            raise damaged(self.name, part) from None
        if len(data) > limit:
            raise bloated(self.name, part)
        return data

    def chunks(self, part: str, limit: int, size: int = 4_000_000) -> Iterator[bytes]:
        """The bytes of a part in pieces of ``size``, for what would be too much at once. Raises Problem as ``read`` does."""
        info = self.parts.get(part)
        if info is None:
            raise damaged(self.name, part)
        if info.flag_bits & 0x1:
            raise locked(self.name)
        got = 0
        try:
            with self._zip.open(info) as stream:
                while piece := stream.read(size):
                    got += len(piece)
                    if got > limit:
                        raise bloated(self.name, part)
                    yield piece
        except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError, RuntimeError):
            raise damaged(self.name, part) from None

    def xml(self, part: str, limit: int = MOST_OF_A_PART) -> _Element:
        """The tree of an XML part. Raises Problem as ``read`` does, and for XML that is broken or declares entities."""
        return xml_of(self.read(part, limit), self.name, part)


def xml_of(data: bytes, name: str, part: str) -> _Element:
    """The tree of XML that nobody vouches for: no entities, no network, no DTD. Raises Problem."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise damaged(name, part) from None
    if root.getroottree().docinfo.doctype:
        raise Problem(
            f"{name} 的 {part} 中有文档类型声明（DTD），Office 文件里不会有，未读取；请用 Word/WPS 打开后另存再试。",
            f"{name}: {part} holds a document type declaration, which no Office file has; it was not read: open it in Word or WPS, save it and try again.",
        )
    return root


def damaged(name: str, part: str = "") -> Problem:
    """The sentence about a package that is not whole."""
    zh, en = (f"（{part}）", f" ({part})") if part else ("", "")
    return Problem(
        f"{name} 已损坏或不完整{zh}；请用原来的程序打开并另存，或重新下载后再试。",
        f"{name} is damaged or not whole{en}; open and save it in the program it comes from, or fetch it again.",
    )


def bloated(name: str, part: str = "") -> Problem:
    """The sentence about a package that unpacks to more than any plan holds."""
    zh, en = (f"中的 {part} ", f": {part}") if part else ("", ":")
    return Problem(
        f"{name} {zh}解压后过大，不像一份方案，未读取；请确认文件来源，或另存为文本后再试。".replace("  ", " "),
        f"{name}{en} unpacks to more than any plan holds; it was not read: make sure where it comes from, or save it as text.",
    )


def locked(name: str) -> Problem:
    """The sentence about a file that asks for a password."""
    return Problem(
        f"{name} 有密码保护，无法读取；请在原来的程序中去掉密码、另存后再试。",
        f"{name} is protected by a password and cannot be read; remove the password in the program it comes from, save it and try again.",
    )
