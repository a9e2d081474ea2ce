"""The objects of a PDF file, read within bounds: what a stream may unpack to, how often a table of references may refer to another."""

from __future__ import annotations

import logging
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from typing import Any

from pdfminer.pdfdocument import PDFBaseXRef, PDFDocument, PDFNoValidXRef, PDFXRefStream
from pdfminer.pdfparser import PDFParser, PDFStreamParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, dict_value, list_value, resolve1
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSLiteral

from loaders.pdf.limits import MOST_OF_A_STREAM, MOST_OLD, MOST_PAGES, OBJECT, Budget, TooMuch
from loaders.pdf.lost import FAILED, lost_table

_FLATE = {"FlateDecode", "Fl"}
_UNPACKED = _FLATE | {"LZWDecode", "LZW", "ASCII85Decode", "A85", "ASCIIHexDecode", "AHx", "RunLengthDecode", "RL"}
_GROWTH = {"LZWDecode": 2_000, "LZW": 2_000, "RunLengthDecode": 64, "RL": 64}
"""How many times longer the old ways of packing can make their data at most; they cannot be stopped on the way."""
_LAST_TABLE = re.compile(rb"startxref\s{1,20}(\d{1,10})")
_MOST_TABLES = 100
_MOST_RANGES = 2_000


class Stream(PDFStream):
    """A stream that is unpacked within bounds; one that holds a picture is not unpacked at all. What is damaged gives the part that can be read."""

    budget: Budget

    def decode(self) -> None:
        data = self.rawdata or b""
        if self.decipher:
            self.budget.spend(len(data))
            data = self.decipher(self.objid or 0, self.genno or 0, data, self.attrs)
        for name, params in self.get_filters():
            data = self._unpacked(getattr(name, "name", ""), params, data)
        self.data, self.rawdata = data, None

    def _unpacked(self, name: str, params: Any, data: bytes) -> bytes:
        if name not in _UNPACKED:
            return b""
        if name in _FLATE:
            out = inflated(data)
        else:
            if len(data) > MOST_OLD or len(data) * _GROWTH.get(name, 1) > 30 * MOST_OF_A_STREAM:
                raise TooMuch
            self.budget.spend(len(data))
            out = _alone(data, name)
        if len(out) > MOST_OF_A_STREAM:
            raise TooMuch
        if isinstance(params, dict) and _wide(params):
            raise TooMuch
        if isinstance(params, dict) and "Predictor" in params:
            if len(out) > MOST_OLD:
                raise TooMuch
            self.budget.spend(len(out))
            out = _alone(out, "", params)
        return out


def inflated(data: bytes) -> bytes:
    """Flate data unpacked, as far as it is whole. Raises TooMuch."""
    unpacking = zlib.decompressobj()
    parts: list[bytes] = []
    size = 0
    try:
        for start in range(0, len(data), 65_536):
            chunk = data[start : start + 65_536]
            while chunk and not unpacking.eof:
                parts.append(unpacking.decompress(chunk, MOST_OF_A_STREAM))
                size += len(parts[-1])
                if size > MOST_OF_A_STREAM:
                    raise TooMuch
                chunk = unpacking.unconsumed_tail
    except zlib.error:
        pass
    return b"".join(parts)


def _alone(data: bytes, name: str, params: dict[str, Any] | None = None) -> bytes:
    """One step of unpacking as pdfminer does it: a filter, or the predictor behind one."""
    from pdfminer.psparser import LIT

    if params is not None:
        data, name = zlib.compress(data, 1), "FlateDecode"
    step = PDFStream({"Filter": LIT(name), **({"DecodeParms": params} if params is not None else {})}, data)
    try:
        return step.get_data()
    except FAILED:
        return b""


def _wide(params: dict[str, Any]) -> bool:
    sizes = [resolve1(params.get(k, 1)) for k in ("Columns", "Colors")]
    return any(not isinstance(n, int) or not 0 < n <= 100_000 for n in sizes)


_MOST_STEPS = 50  # references that lead to nothing but another


class _Parser(PDFParser):
    """Counts the objects it meets and makes its streams bounded ones."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        self.budget = budget
        super().__init__(BytesIO(data))

    def push(self, *objs: Any) -> None:
        self.budget.spend(OBJECT * len(objs))
        if len(objs) == 1 and type(objs[0][1]) is PDFStream:
            plain = objs[0][1]
            stream = Stream(plain.attrs, plain.rawdata or b"", plain.decipher)
            stream.budget = self.budget
            objs = ((objs[0][0], stream),)
        super().push(*objs)

    def nextline(self) -> tuple[int, bytes]:
        pos, line = super().nextline()
        self.budget.spend(len(line) // 64 + 4)
        return pos, line


class _StreamParser(PDFStreamParser):
    def __init__(self, data: bytes, budget: Budget) -> None:
        self.budget = budget
        super().__init__(data)

    def push(self, *objs: Any) -> None:
        self.budget.spend(OBJECT * len(objs))
        super().push(*objs)


class Document(PDFDocument):
    """The document of a file whose tables of references may be long, but not without end."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        self.budget = budget
        self._seen: set[int] = set()
        self._data = data
        self.repaired = False
        """Whether the table of references is lost, and the objects were looked for."""
        super().__init__(_Parser(data, budget), password="")

    def getobj(self, objid: int) -> object:
        """An object; one that is nothing but a reference is followed here, so that references in a ring end (pdfminer's own following does not)."""
        found = super().getobj(objid)
        for _ in range(_MOST_STEPS):
            if not isinstance(found, PDFObjRef):
                return found
            found = super().getobj(found.objid)
        return None

    def find_xref(self, parser: PDFParser) -> int:
        """Where the last table of references begins, -1 if the file does not say."""
        found = _LAST_TABLE.search(self._data, max(0, self._data.rfind(b"startxref")))
        return int(found[1]) if found and int(found[1]) < len(self._data) else -1

    def read_xref_from(self, parser: PDFParser, start: int, xrefs: list[PDFBaseXRef]) -> None:
        if start in self._seen:
            return
        first = not self._seen
        try:
            self._read_tables(parser, start, xrefs)
        except (*FAILED, struct.error):
            if not first:
                raise
            xrefs.clear()
        if first and not any("Root" in x.get_trailer() for x in xrefs):
            self.repaired = parser.fallback = True
            xrefs[:] = [lost_table(self._data, parser)]

    def _read_tables(self, parser: PDFParser, start: int, xrefs: list[PDFBaseXRef]) -> None:
        if start < 0:
            raise PDFNoValidXRef("none")
        self._seen.add(start)
        if len(self._seen) > _MOST_TABLES:
            raise TooMuch
        super().read_xref_from(parser, start, xrefs)
        if any(isinstance(x, PDFXRefStream) and len(x.ranges) > _MOST_RANGES for x in xrefs[-1:]):
            raise PDFNoValidXRef("too many ranges")

    def _get_objects(self, stream: PDFStream) -> tuple[list[object], int]:
        first = stream.get("N", 0)
        parser = _StreamParser(stream.get_data(), self.budget)
        parser.set_document(self)
        objs: list[object] = []
        try:
            while True:
                objs.append(parser.nextobject()[1])
        except PSEOF:
            pass
        return objs, first if isinstance(first, int) else 0


_INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")


def pages_of(document: Document) -> Iterator[tuple[int, dict[str, Any]]]:
    """(object number, properties) of each page, in order; a tree that bites its tail is walked once."""
    seen: set[int] = set()
    found = False
    todo: list[tuple[Any, dict[str, Any]]] = [(document.catalog.get("Pages"), {})]
    while todo:
        node, above = todo.pop()
        number = node.objid if isinstance(node, PDFObjRef) else None
        if number in seen:
            continue
        if number is not None:
            seen.add(number)
        document.budget.spend(100)
        try:
            properties = dict(dict_value(node))
        except FAILED:
            continue
        inherited = {k: properties.get(k, above.get(k)) for k in _INHERITED if k in properties or k in above}
        kind = properties.get("Type")
        name = kind.name if isinstance(kind, PSLiteral) else ""
        if "Kids" in properties and name != "Page":
            kids = list_value(properties["Kids"])
            document.budget.spend(len(kids))
            todo.extend((kid, inherited) for kid in reversed(kids))
        elif name == "Page" or "Contents" in properties:
            found = True
            yield number or 0, properties | inherited
    if not found:
        yield from _loose_pages(document)


def _loose_pages(document: Document) -> Iterator[tuple[int, dict[str, Any]]]:
    """The pages of a file whose tree is lost."""
    for xref in document.xrefs:
        for number in islice(xref.get_objids(), 100 * MOST_PAGES):
            document.budget.spend(50)
            try:
                found = document.getobj(number)
            except FAILED:
                continue
            kind = found.get("Type") if isinstance(found, dict) else None
            if isinstance(found, dict) and isinstance(kind, PSLiteral) and kind.name == "Page":
                yield number, found


@contextmanager
def silence() -> Iterator[None]:
    """pdfminer says much about files that are not quite right; here that is told once, in a remark or a Problem."""
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)
