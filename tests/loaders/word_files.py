"""Makes Word files for tests: a body in WordprocessingML, and the parts around it that it needs."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ROOTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes"}


def part(root: str, inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{root} {_SPACES}>{inside}</w:{root}>'


def package(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP file of parts by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, content in parts.items():
            z.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content)
    return out.getvalue()


def parts_of(body: str, main: str = "word/document.xml", strict: bool = False, **around: str) -> dict[str, str | bytes]:
    """The parts of a Word file. ``around``: what stands inside styles, numbering, footnotes, endnotes."""
    folder, base = main.rsplit("/", 1)
    types = [f'<Override PartName="/{main}" ContentType="{_TYPE}.document.main+xml"/>']
    relations = []
    parts: dict[str, str | bytes] = {main: part("document", f"<w:body>{body}<w:sectPr/></w:body>")}
    for n, (kind, inside) in enumerate(around.items(), 1):
        parts[f"{folder}/{kind}.xml"] = part(_ROOTS[kind], inside)
        types.append(f'<Override PartName="/{folder}/{kind}.xml" ContentType="{_TYPE}.{kind}+xml"/>')
        relations.append(f'<Relationship Id="rId{n}" Type="{_RELATIONS}/{kind}" Target="{kind}.xml"/>')
    package_space = "http://schemas.openxmlformats.org/package/2006"
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{package_space}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(types)}</Types>'
    )
    parts["_rels/.rels"] = (
        f'<Relationships xmlns="{package_space}/relationships"><Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="{main}"/></Relationships>'
    )
    parts[f"{folder}/_rels/{base}.rels"] = f'<Relationships xmlns="{package_space}/relationships">{"".join(relations)}</Relationships>'
    if strict:
        old, new = "http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument"
        parts = {name: str(content).replace(W, STRICT_W).replace(old, new) for name, content in parts.items()}
    return parts


def docx(body: str, main: str = "word/document.xml", strict: bool = False, **around: str) -> bytes:
    """A Word file whose body holds ``body``."""
    return package(parts_of(body, main, strict, **around))


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(text: str = "", num: int | None = None, level: int | None = None, style: str = "", properties: str = "") -> str:
    """A paragraph of one run; ``num``, ``level``: its numId and ilvl."""
    inside = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num is not None or level is not None:
        inside += "<w:numPr>" + (f'<w:ilvl w:val="{level}"/>' if level is not None else "") + (f'<w:numId w:val="{num}"/>' if num is not None else "") + "</w:numPr>"
    inside += properties
    return f"<w:p>{f'<w:pPr>{inside}</w:pPr>' if inside else ''}{run(text) if text else ''}</w:p>"


def lvl(n: int, form: str = "decimal", text: str | None = None, start: int = 1, more: str = "", suff: str = "") -> str:
    """One level of a list; ``more``: elements between its numFmt and its text."""
    text = f"%{n + 1}." if text is None else text
    gap = f'<w:suff w:val="{suff}"/>' if suff else ""
    return f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}{gap}<w:lvlText w:val="{text}"/></w:lvl>'


def abstract(n: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'


def num(n: int, of: int, *overrides: str) -> str:
    return f'<w:num w:numId="{n}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def override(level: int, inside: str = "", start: int | None = None) -> str:
    begin = f'<w:startOverride w:val="{start}"/>' if start is not None else ""
    return f'<w:lvlOverride w:ilvl="{level}">{begin}{inside}</w:lvlOverride>'


def tc(inside: str, properties: str = "") -> str:
    """A cell; plain words are made a paragraph."""
    inside = inside if inside.startswith("<w:") else p(inside)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inside}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(c if c.startswith('<w:') else tc(c) for c in cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"
