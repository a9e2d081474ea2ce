"""Word files made of raw XML, and what a reader of XML sees in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/{main}" ContentType="{kind}"/></Types>'
)
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def document(body: str, namespace: str = W, head: str = "") -> str:
    """A main part; ``body``: its paragraphs, with the prefix w."""
    return f'{head}<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'


def word_file(main: str | bytes, more: Mapping[str, str | bytes] | None = None, *, name: str = "word/document.xml", kind: str = DOCUMENT, space: str = R) -> bytes:
    """A Word file of a main part and other members, stored in this order, types first."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES.format(main=name, kind=kind),
        "_rels/.rels": RELATIONS.format(f'<Relationship Id="rId1" Type="{space}/officeDocument" Target="{name}"/>'),
        name: main,
        **(more or {}),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for member, content in parts.items():
            info = zipfile.ZipInfo(member, (2024, 4, 18, 9, 30, 0))
            info.compress_type = zipfile.ZIP_STORED if member.endswith(".png") else zipfile.ZIP_DEFLATED
            package.writestr(info, content)
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {i.filename: package.read(i) for i in package.infolist()}


def tree(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, etree.XMLParser(remove_comments=True, remove_pis=True))


def texts(xml: bytes, namespace: str = W) -> list[str]:
    """What each ``w:t`` holds."""
    return [e.text or "" for e in tree(xml).iter(f"{{{namespace}}}t")]


def covered(xml: bytes, id: int, namespace: str = W) -> str:
    """The words between the marks of a comment; both marks and the reference stand where the schema lets them stand."""
    w = f"{{{namespace}}}"
    inside, words, seen = False, "", []
    for e in tree(xml).iter():
        if e.get(f"{w}id") == str(id) and (kind := etree.QName(e).localname).startswith("comment"):
            seen.append(kind)
            inside = kind == "commentRangeStart" or (inside and kind != "commentRangeEnd")
            above = etree.QName(e.getparent()).localname
            assert above == "r" if kind == "commentReference" else above in ("p", "hyperlink", "ins", "moveTo", "smartTag", "sdtContent"), (kind, above)
        elif inside and e.tag == f"{w}t":
            words += e.text or ""
    assert seen == ["commentRangeStart", "commentRangeEnd", "commentReference"]
    return words
