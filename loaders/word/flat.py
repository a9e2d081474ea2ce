"""Word documents that are one XML file: the parts of a .docx one behind the other ("flat OPC"), or the XML of Word 2003."""

from __future__ import annotations

import io
import zipfile

from loaders.packages import xml_of

_FLAT = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_WORD_2003 = "{http://schemas.microsoft.com/office/word/2003/wordml}wordDocument"


def is_word_2003(data: bytes, name: str) -> bool:
    """Whether this is the XML of Word 2003. Raises Problem if it is no XML."""
    return bool(xml_of(data, name, "XML").tag == _WORD_2003)


def unfolded(data: bytes, name: str) -> bytes | None:
    """The .docx that a flat file holds, without its pictures; None if it is none. Raises Problem if it is no XML."""
    from lxml import etree

    root = xml_of(data, name, "XML")
    if root.tag != f"{_FLAT}package":
        return None
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for part in root.iterchildren(f"{_FLAT}part"):
            content = next((c for c in part.iterchildren(f"{_FLAT}xmlData") if len(c)), None)
            if content is not None and (called := (part.get(f"{_FLAT}name") or "").lstrip("/")):
                package.writestr(zipfile.ZipInfo(called), etree.tostring(content[0], encoding="UTF-8", xml_declaration=True, with_tail=False))
    return out.getvalue()
