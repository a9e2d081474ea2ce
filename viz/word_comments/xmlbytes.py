"""XML kept as bytes: where its tags stand, and what is put in or cut out between them."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from xml.parsers import expat

from graphmodel.problems import Problem

WORDS = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
"""The namespace of Word's own elements: transitional and strict."""
XML = "http://www.w3.org/XML/1998/namespace"

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_PLAIN = ("utf-8", "utf8", "us-ascii", "ascii")


@cache
def _declared() -> re.Pattern[bytes]:
    return re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")


@cache
def _tag() -> re.Pattern[bytes]:
    return re.compile(rb"""<[^\s/>"'=]+(?:[^>"']++|"[^"]*"|'[^']*')*+>""")


@dataclass(frozen=True, slots=True)
class Part:
    """An XML part as UTF-8 without its mark of order; ``bytes_of`` turns such bytes back into what the file had. ``name``: for messages."""

    name: str
    xml: bytes
    mark: bytes
    encoding: str

    def bytes_of(self, xml: bytes) -> bytes:
        return self.mark + (xml if self.encoding == "utf-8" else xml.decode("utf-8").encode(self.encoding))


def part_of(data: bytes, name: str) -> Part:
    """The part behind its bytes: UTF-8 or UTF-16, as all Office files are. Raises Problem for any other encoding."""
    mark, encoding = next(((m, e) for m, e in _BOMS if data.startswith(m)), (b"", "utf-8"))
    if not mark and data[:4] in (b"<\0?\0", b"\0<\0?"):
        encoding = "utf-16-le" if data[:1] == b"<" else "utf-16-be"
    declared = _declared().match(data, len(mark))
    if encoding == "utf-8" and declared and declared[1].decode("ascii").lower() not in _PLAIN:
        raise _strange(name)
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError:
        raise _strange(name) from None
    return Part(name, text.encode("utf-8"), mark, encoding)


def _strange(name: str) -> Problem:
    return Problem(
        f"{name} 不是 UTF-8 或 UTF-16 编码，无法写入批注；请用 Word/WPS 打开后另存再试。",
        f"{name} is neither UTF-8 nor UTF-16, no comment can be put into it: open it in Word or WPS, save it and try again.",
    )


def broken(name: str) -> Problem:
    """The sentence about a part that is no sound XML, or not the XML that belongs there."""
    return Problem(
        f"{name} 已损坏，无法写入批注；请用 Word/WPS 打开并修复、另存后再试。",
        f"{name} is damaged, no comment can be put into it: open it in Word or WPS, repair and save it, and try again.",
    )


def end_of_tag(xml: bytes, at: int) -> int:
    """The place behind the start tag that begins ``at``."""
    found = _tag().match(xml, at)
    assert found is not None, "expat has taken it for a tag"
    return found.end()


def printed_name(xml: bytes, at: int) -> bytes:
    """The name as printed of the start tag ``at``: ``w:p``."""
    end = at + 1
    while xml[end : end + 1] not in (b" ", b"\t", b"\r", b"\n", b"/", b">"):
        end += 1
    return xml[at + 1 : end]


class Walk:
    """Walks over the elements of a part. ``begin`` and ``finish`` are called with where a tag begins; the prefixes in force are known.

    Raises Problem for broken XML and for a declaration of a document type, which Office files do not have.
    """

    def __init__(self, part: Part) -> None:
        self.xml = part.xml
        self._name = part.name
        self._scopes: dict[str, list[str]] = {"xml": [XML]}
        self._prefix: bytes | None = None

    def run(self, begin: Callable[[str, str, dict[str, str], int, int], None], finish: Callable[[int, int], None]) -> None:
        """``begin`` gets namespace, local name, attributes (``uri name`` or ``name``), and where the start tag begins and ends; ``finish`` where
        the end tag begins and ends (twice the end of the element where it is one tag)."""
        parser = expat.ParserCreate("UTF-8", namespace_separator=" ")
        single: list[bool] = []

        def start(name: str, attributes: dict[str, str]) -> None:
            space, _, local = name.rpartition(" ")
            at = parser.CurrentByteIndex
            behind = end_of_tag(self.xml, at)
            single.append(self.xml[behind - 2 : behind] == b"/>")
            begin(space, local, attributes, at, behind)

        def end(_: str) -> None:
            at = parser.CurrentByteIndex
            finish(at, at if single.pop() else self.xml.index(b">", at) + 1)

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.StartNamespaceDeclHandler = self._declare
        parser.EndNamespaceDeclHandler = self._forget
        parser.StartDoctypeDeclHandler = self._refuse
        try:
            parser.Parse(self.xml, True)
        except expat.ExpatError:
            raise broken(self._name) from None

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self._scopes.setdefault(prefix or "", []).append(uri or "")
        self._prefix = None

    def _forget(self, prefix: str | None) -> None:
        self._scopes[prefix or ""].pop()
        self._prefix = None

    def _refuse(self, *_: object) -> None:
        raise broken(self._name)

    def prefix(self, space: str) -> bytes:
        """The prefix that means ``space`` here; b"" if none does (attributes cannot do with the namespace of unprefixed elements)."""
        if self._prefix is None:
            found = (p for p, uris in self._scopes.items() if p and uris and uris[-1] == space)
            self._prefix = next(found, "").encode("utf-8")
        return self._prefix


def spliced(xml: bytes, added: Iterable[tuple[int, bytes]]) -> bytes:
    """The bytes with others put in at places, in the order of the places; at one place in the order given."""
    out, at = [], 0
    for place, more in sorted(added, key=lambda a: a[0]):
        out += [xml[at:place], more]
        at = place
    return b"".join([*out, xml[at:]])


def without(xml: bytes, cuts: Iterable[tuple[int, int]]) -> bytes:
    """The bytes without those from the first to the second place of each cut."""
    out, at = [], 0
    for start, end in sorted(cuts):
        out.append(xml[at : max(at, start)])
        at = max(at, end)
    return b"".join([*out, xml[at:]])


def at_the_end(part: Part, more: bytes) -> bytes:
    """The part's XML with ``more`` as the last children of its root."""
    last: list[int] = []
    Walk(part).run(lambda *_: None, lambda _, end: last.append(end))
    end = last[-1]
    start = part.xml.rfind(b"<", 0, end)
    if part.xml.startswith(b"</", start):
        return part.xml[:start] + more + part.xml[start:]
    head = part.xml[: end - 2].rstrip()
    return head + b">" + more + b"</" + printed_name(part.xml, start) + b">" + part.xml[end:]
