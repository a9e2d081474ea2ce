"""Any text inside XML 1.0, and back.

XML cannot hold most control characters at all; they are written as ``\\u0001``, and a backslash that would begin such an escape as
``\\u005c``.
"""

from __future__ import annotations

from xml.etree import ElementTree
from xml.sax.saxutils import escape

from graphmodel.check import wrong
from graphmodel.patterns import pattern

_FORBIDDEN = pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\\(?=u[0-9a-f]{4})")
_ESCAPED = pattern(r"\\u([0-9a-f]{4})")
_IN_TEXT = {"\r": "&#13;"}
_IN_ATTRIBUTE = {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;", '"': "&quot;"}


def carried(text: str) -> str:
    """The text with what XML cannot hold written as escapes."""
    return _FORBIDDEN.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def uncarried(text: str) -> str:
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)), text)


def content(text: str) -> str:
    """The text as the content of an element."""
    return escape(carried(text), _IN_TEXT)


def attribute(text: str) -> str:
    """The text as the value of an attribute, quotes included."""
    return f'"{escape(carried(text), _IN_ATTRIBUTE)}"'


def root_of(text: str, name: str) -> ElementTree.Element:
    """The root element of an XML file.

    Raises ``Problem`` if it is no XML, is named otherwise, or declares a document type (entities may expand without end).
    """
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise wrong("file", f"<{name}> without a document type", "<!DOCTYPE>")
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError) as error:
        raise wrong("file", f"XML <{name}>", f"({error})") from None
    if local(root) != name:
        raise wrong("file", f"<{name}>", f"<{local(root)}>")
    return root


def local(element: ElementTree.Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]
