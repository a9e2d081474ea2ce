"""Word documents of a plan in the ways Word, WPS and their users write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from xml.sax.saxutils import escape

from .assembled import grid
from .numbering import Numbered, numbering
from .parts import Pairs, Paragraph, Part, Table

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_BY = 'w:id="{n}" w:author="审稿人" w:date="2024-01-01T00:00:00Z"'
NOTE = "本说明由起草单位解释"
"""The words of every footnote: they stand in the file besides the plan."""
DELETED = "此处文字已经删去"
_CENTRED, _INDENTED = '<w:jc w:val="center"/>', '<w:ind w:firstLineChars="200" w:firstLine="640"/>'


def _run(text: str, look: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _whole(text: str, n: int) -> str:
    return _run(text)


def _split(text: str, n: int) -> str:
    """Runs that end inside words, numbers and names, as spelling checks and changes of the font leave them."""
    out, at, width = [], 0, (1, 3, 2, 5, 4)
    for k in range(len(text)):
        if at >= len(text):
            break
        end = at + width[(k + n) % 5]
        out.append(_run(text[at:end], '<w:rFonts w:hint="eastAsia"/>' if k % 2 else "<w:b/>"))
        out.append('<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="_Toc1"/><w:bookmarkEnd w:id="0"/>' if k % 4 == 1 else "")
        at = end
    return "".join(out)


def _controlled(text: str, n: int) -> str:
    """The first half in a content control inside the line, the second in a smart tag and a link."""
    half = len(text) // 2
    return (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{_run(text[:half])}</w:sdtContent></w:sdt>"
        f'<w:smartTag w:element="x"><w:hyperlink w:anchor="a">{_run(text[half:])}</w:hyperlink></w:smartTag>'
    )


def _tracked(text: str, n: int) -> str:
    """Everything inserted by a colleague, with words between that the colleague struck out."""
    half = len(text) // 2
    by = _BY.format(n=n)
    gone = f'<w:del {by}><w:r><w:delText xml:space="preserve">{DELETED}</w:delText></w:r></w:del>'
    return f"<w:ins {by}>{_run(text[:half])}</w:ins>{gone}<w:ins {by}>{_run(text[half:])}</w:ins>"


def _noted(text: str, n: int) -> str:
    """A footnote at the end of every fifth line."""
    return _run(text) + (f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{n}"/></w:r>' if n % 5 == 4 else "")


def _paragraph(inner: str, about: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{about}</w:pPr>' if about else ''}{inner}</w:p>"


def _table(table: Table, line: Callable[[str, int], str], merged: bool) -> str:
    cells = grid(table, "", merged)
    width = 9000 // len(cells[0])
    out = [
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>',
        f'<w:gridCol w:w="{width}"/>' * len(cells[0]),
        "</w:tblGrid>",
    ]
    for r, row in enumerate(cells):
        out.append("<w:tr>" + ("<w:trPr><w:tblHeader/></w:trPr>" if r == 0 else ""))
        c = 0
        while c < len(row):
            wide = next((k for k in range(c, len(row)) if row[k] is not row[c]), len(row)) - c
            above = r > 0 and cells[r - 1][c] is row[c]
            below = r + 1 < len(cells) and cells[r + 1][c] is row[c]
            about = f'<w:tcW w:w="{width * wide}" w:type="dxa"/>' + (f'<w:gridSpan w:val="{wide}"/>' if wide > 1 else "")
            about += "<w:vMerge/>" if above else '<w:vMerge w:val="restart"/>' if below else ""
            words = "" if above else "".join(_paragraph(line(text, r + c)) for text in row[c].lines)
            out.append(f"<w:tc><w:tcPr>{about}</w:tcPr>{words or '<w:p/>'}</w:tc>")
            c += wide
        out.append("</w:tr>")
    return "".join([*out, "</w:tbl>"])


def _layout(rows: Sequence[Sequence[str]]) -> str:
    """A table without lines that only puts words in their places."""
    inner = "".join("<w:tr>" + "".join(f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for cell in row) + "</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{"<w:gridCol/>" * max(map(len, rows))}</w:tblGrid>{inner}</w:tbl>'


def _in_box(inner: str) -> str:
    """A text box as Word writes it: the new way, and the old way for old programs, with the same words."""
    size = '<wp:extent cx="5000000" cy="2400000"/><wp:docPr id="7" name="box"/>'
    shape = (
        f'<w:drawing><wp:inline>{size}<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5000000" cy="2400000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    old = f'<w:pict><v:shape style="width:400pt;height:190pt"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>'
    return _paragraph(f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>')


_COUNTED = ("numbered", "outlined", "docm")


def _bodies(parts: Sequence[Part], line: Callable[[str, int], str], way: str) -> Iterator[str]:
    counts = Numbered(parts, way == "outlined") if way in _COUNTED else None
    top = _top(parts)
    for n, part in enumerate(parts):
        if isinstance(part, Table):
            yield _table(part, line, way == "merged")
        elif isinstance(part, Pairs):
            yield _paragraph(line(part.words, n))
        else:
            about, typed = counts.about(part) if counts else ("", part.marker)
            yield _paragraph(line(typed + part.text, n), about + (_CENTRED if n < top else _INDENTED))


def _run_together(parts: Sequence[Part]) -> Iterator[str]:
    """Four lines a paragraph, divided by line breaks that end no paragraph (Shift and Enter; pasted from a page)."""
    lines: list[str] = []
    for part in (*parts, None):
        if part is None or isinstance(part, Table) or len(lines) == 4:
            yield _paragraph("<w:r><w:br/></w:r>".join(map(_run, lines))) if lines else ""
            lines = []
        if isinstance(part, Table):
            yield _table(part, _whole, merged=False)
        elif part is not None:
            lines.append(part.words)


def _top(parts: Sequence[Part]) -> int:
    """How many of the first parts are lines of the letterhead: up to the addressees or the first numbered line, tables and labels left out."""
    for n, part in enumerate(parts):
        if not isinstance(part, Paragraph) or part.marker or part.text.endswith(("：", ":", "。")) or n == 6:
            return n
    return 0


WAYS = ("typed", "numbered", "outlined", "runs", "controls", "tracked", "box", "letterhead", "notes", "merged", "soft", "docm", "dotx")
_LINES = {"runs": _split, "controls": _controlled, "tracked": _tracked, "notes": _noted}
_KINDS = {
    "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
}
_PLAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def word(parts: Sequence[Part], way: str = "typed") -> bytes:
    """The bytes of a Word document of the parts, in one of ``WAYS``."""
    bodies = list(_bodies(parts, _LINES.get(way, _whole), way))
    if way == "controls":
        bodies = [f"<w:sdt><w:sdtPr/><w:sdtContent>{''.join(bodies)}</w:sdtContent></w:sdt>"]
    if way == "tracked":
        by = _BY.format(n=9)
        gone = f"<w:p><w:pPr><w:rPr><w:del {by}/></w:rPr></w:pPr><w:del {by}><w:r><w:delText>{DELETED}</w:delText></w:r></w:del></w:p>"
        bodies = [x for body in bodies for x in ((gone, body) if body.startswith("<w:p>") else (body,))]
    if way == "soft":
        bodies = list(_run_together(parts))
    if way in ("box", "letterhead"):
        begin = next((n for n, part in enumerate(parts) if isinstance(part, Paragraph)), 0)
        end = begin + _top(parts[begin:])
        if end > begin:
            inside = "".join(bodies[begin:end])
            bodies[begin:end] = [_in_box(inside)] if way == "box" else [_layout([[body] for body in bodies[begin:end]])]
    if way == "letterhead":
        for part in parts:
            if isinstance(part, Pairs):
                cells = [c for label, value in part.pairs for c in (_paragraph(_run(f"{label}：")), _paragraph(_run(value)))]
                where = next(i for i, body in enumerate(bodies) if body == _paragraph(_run(part.words)))
                bodies[where] = _layout([cells]) + _paragraph("")
    return _saved("".join(bodies), numbering(parts, way == "outlined") if way in _COUNTED else None, way == "notes", _KINDS.get(way))


def _saved(body: str, lists: str | None, notes: bool, kind: str | None) -> bytes:
    import docx
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part as File
    from docx.oxml import parse_xml
    from docx.shared import Pt

    document = docx.Document()
    root = parse_xml(f"<w:body {_SPACES}>{body}</w:body>")
    document.element.body[:] = [*root, *document.element.body[-1:]]
    normal = document.styles["Normal"]
    normal.font.size, normal.paragraph_format.space_after = Pt(16), Pt(0)
    if lists:
        document.part.numbering_part._element[:] = list(parse_xml(f"<w:numbering {_SPACES}>{lists}</w:numbering>"))
        for level in range(1, 6):
            if f'w:pStyle w:val="Heading{level}"' in lists:
                about = document.styles[f"Heading {level}"].element.get_or_add_pPr()
                about.append(parse_xml(f'<w:numPr {_SPACES}><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'))
    if notes:
        note = '<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>' + NOTE + "</w:t></w:r></w:p></w:footnote>"
        marks = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        every = marks + "".join(note.format(n=n) for n in range(4, 2000, 5) if f'w:footnoteReference w:id="{n}"' in body)
        base = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        file = File(PackURI("/word/footnotes.xml"), base, f"<w:footnotes {_SPACES}>{every}</w:footnotes>".encode(), document.part.package)
        document.part.relate_to(file, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes")
    out = io.BytesIO()
    document.save(out)
    return _as_kind(out.getvalue(), kind) if kind else out.getvalue()


def _as_kind(data: bytes, kind: str) -> bytes:
    """The same package as a document with macros, or as a template."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            new.writestr(part.filename, content.replace(_PLAIN.encode(), kind.encode()) if part.filename == "[Content_Types].xml" else content)
    return out.getvalue()
