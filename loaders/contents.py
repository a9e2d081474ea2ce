"""What a file is by its content, whatever its name says."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Literal

Kind = Literal[
    "docx", "xlsx", "ods", "odt", "zip", "broken zip", "doc", "xls", "encrypted", "ole", "pdf", "rtf", "html", "mhtml", "word xml", "other", "text"
]  # fmt: skip

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WEB_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,400}(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--.{0,2000}?-->\s{0,100}){0,5}<(?:!doctype\s{1,20}html|html)\b", re.IGNORECASE | re.DOTALL
)
_OTHER = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x7fELF", b"SQLite format 3", b"MZ\x90\x00")


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def kind_of(data: bytes) -> Kind:
    """The kind of a file's whole content. "text" is what is left: nothing known begins like it."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(data)
    if data.startswith(_OLE):
        return _compound(data)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if any(data.startswith(magic) for magic in _OTHER):
        return "other"
    head = data[:4096]
    if _WEB_PAGE.match(head):
        return "html"
    lower = head.lower()
    if b"mime-version:" in lower and b"content-type: multipart/related" in b" ".join(lower.split()) and b"<html" not in lower[:200]:
        return "mhtml"
    if head.lstrip().startswith(b"<?xml") and b"schemas.microsoft.com/office/word/2003/wordml" in head or b'progid="Word.Document"' in head:
        return "word xml"
    return "text"


def _package(data: bytes) -> Kind:
    """By the parts that a ZIP file lists, and how the content of an OpenDocument file begins."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            opened = _begins(package, "mimetype", 100) + _begins(package, "content.xml", 20_000) if "content.xml" in names else b""
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError, OverflowError, RuntimeError):
        return "broken zip"
    if "word/document.xml" in names or "word/document2.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return "xlsx"
    if "content.xml" in names:
        return "ods" if b"opendocument.spreadsheet" in opened or b"<office:spreadsheet" in opened else "odt"
    if any(n.startswith("word/") for n in names):
        return "docx"
    if any(n.startswith("xl/") for n in names):
        return "xlsx"
    return "zip"


def _begins(package: zipfile.ZipFile, part: str, size: int) -> bytes:
    """The first bytes of a part; no more of it is unpacked."""
    if part not in package.namelist():
        return b""
    with package.open(part) as stream:
        return stream.read(size)


def _compound(data: bytes) -> Kind:
    """By the names of the streams in an OLE compound file."""
    if _utf16("EncryptedPackage") in data:
        return "encrypted"
    if _utf16("WordDocument") in data:
        return "doc"
    if _utf16("Workbook") in data or _utf16("Book") in data:
        return "xls"
    return "ole"
