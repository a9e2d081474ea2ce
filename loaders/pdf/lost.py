"""Files whose table of references is lost, cut off or wrong: their objects are looked for."""

from __future__ import annotations

import re
from contextlib import suppress

from pdfminer.pdfdocument import PDFXRef
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFException, PDFObjRef, PDFStream, int_value
from pdfminer.psexceptions import PSEOF

FAILED = (PDFException, PSEOF, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, OverflowError, RecursionError)
"""pdfminer's ways to fail on a damaged object."""
_OBJECT = re.compile(rb"(?<![0-9])(\d{1,8})\s{1,3}(\d{1,5})\s{1,3}obj\b")


class _Found(PDFXRef):
    """The objects of a file, looked for one by one."""


def lost_table(data: bytes, parser: PDFParser) -> PDFXRef:
    """The places of all objects of a file whose own table is lost; the last one of a number counts."""
    table = _Found()
    for found in _OBJECT.finditer(data):
        number = int(found[1])
        table.offsets[number] = (None, found.start(), int(found[2]))
        head = data[found.end() : found.end() + 400]
        if b"/Catalog" in head.split(b"endobj")[0]:
            table.trailer.setdefault("Root", PDFObjRef(parser.doc, number))
        if b"/ObjStm" in head.split(b"stream")[0]:
            _unpack(table, parser, number, found.start())
    at = data.rfind(b"trailer")
    if at >= 0:
        parser.seek(at)
        parser.reset()
        with suppress(*FAILED):
            table.load_trailer(parser)
    return table


def _unpack(table: PDFXRef, parser: PDFParser, number: int, at: int) -> None:
    """Adds the objects inside a stream of objects."""
    parser.seek(at)
    parser.reset()
    try:
        _, packed = parser.nextobject()
        if not isinstance(packed, PDFStream):
            return
        packed.set_objid(number, 0)
        heads = packed.get_data()[: int_value(packed.get("First", 0))].split()
        for index, inner in enumerate(heads[::2]):
            table.offsets[int(inner)] = (number, index, 0)
            if b"/Catalog" in packed.get_data():
                obj = packed.get_data()[int_value(packed["First"]) + int(heads[2 * index + 1]) :][:200]
                if b"/Catalog" in obj.split(b">>")[0]:
                    table.trailer.setdefault("Root", PDFObjRef(parser.doc, int(inner)))
    except FAILED:
        pass
