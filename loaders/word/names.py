"""The names of the XML of a Word file: the same short word for the transitional and the strict namespace."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
WORDS = (TRANSITIONAL, STRICT)
_PREFIXES = {
    TRANSITIONAL: "",
    STRICT: "",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
}


class Names(dict[str, str]):
    """Tag -> short name: ``p``, ``tbl``, ``mc:Choice``, ``m:t``; "" for what is of no other tongue known here."""

    def __missing__(self, tag: str) -> str:
        namespace, _, local = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
        prefix = _PREFIXES.get(namespace)
        short = "" if prefix is None else prefix + local
        if len(self) < 2_000:
            self[tag] = short
        return short


@cache
def tags(*names: str) -> tuple[str, ...]:
    """The full tags of short names in both namespaces, for ``iter``."""
    return tuple(f"{{{space}}}{name}" for name in names for space in WORDS)


@cache
def _attributes(name: str) -> tuple[str, str]:
    return f"{{{TRANSITIONAL}}}{name}", f"{{{STRICT}}}{name}"


def attribute(element: _Element, name: str) -> str | None:
    """The value of ``w:name``."""
    usual, strict = _attributes(name)
    found: str | None = element.get(usual)
    return element.get(strict) if found is None else found


def child(element: _Element | None, *path: str) -> _Element | None:
    """The first child of that name, its first child of the next name, and so on."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(*tags(name)), None)
    return element


def value(element: _Element | None, *path: str) -> str | None:
    """``w:val`` of the child at the end of the path."""
    found = child(element, *path)
    return None if found is None else attribute(found, "val")


def number(text: str | None, otherwise: int = 0) -> int:
    """A whole number as these files write it; what is none or absurdly long is ``otherwise``."""
    text = (text or "").strip()
    if len(text) > 9 or not text.removeprefix("-").isascii() or not text.removeprefix("-").isdigit():
        return otherwise
    return int(text)


def switched_on(element: _Element | None, name: str) -> bool | None:
    """A property that is there or not (``w:vanish``): True, False where it is switched off, None where nothing is said."""
    found = child(element, name)
    if found is None:
        return None
    return (attribute(found, "val") or "true").lower() not in ("false", "0", "off", "none")
