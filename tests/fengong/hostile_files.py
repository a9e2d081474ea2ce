"""Files made to harm the program that reads them, each small to make. name of the file -> its bytes."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/></Types>'
)
RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{part}"/></Relationships>'
)
PLAN = ("沅平市2024年重点任务分工方案", "一、重点任务", "1.改造老旧小区18个。（责任单位：市住建局）")
BOMB = 600_000_000


def package(parts: dict[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def pressed(head: bytes, tail: bytes, size: int = BOMB) -> bytes:
    """Deflated bytes that unpack to ``head``, ``size`` blanks and ``tail``, without ever holding them."""
    press = zlib.compressobj(9, zlib.DEFLATED, -15)
    out, block = [press.compress(head)], b" " * 1_000_000
    out += [press.compress(block) for _ in range(size // len(block))]
    return b"".join([*out, press.compress(tail), press.flush()])


def bomb(parts: dict[str, bytes | str], part: str, head: bytes, tail: bytes, told: int | None = None) -> bytes:
    """A package one part of which unpacks to ``BOMB`` bytes; ``told``: the size that its directory claims."""
    raw = pressed(head, tail)
    size = BOMB + len(head) + len(tail) if told is None else told
    name = part.encode()
    local = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 33, 0, len(raw), size & 0xFFFFFFFF, len(name), 0) + name + raw
    rest = package(parts)
    with zipfile.ZipFile(io.BytesIO(rest)) as listed:
        start = listed.start_dir
        count = len(listed.infolist())
    entry = struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, 0, len(raw), size & 0xFFFFFFFF, len(name), 0, 0, 0, 0, 0, start) + name
    central = rest[start : rest.rindex(b"PK\x05\x06")] + entry
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count + 1, count + 1, len(central), start + len(local), 0)
    return rest[:start] + local + central + end


def word_parts() -> dict[str, bytes | str]:
    return {
        "[Content_Types].xml": TYPES.format(part="word/document.xml", kind="wordprocessingml.document.main"),
        "_rels/.rels": RELS.format(part="word/document.xml"),
    }


def word(body: str, before: str = "", more: dict[str, bytes | str] | None = None) -> bytes:
    return package({**word_parts(), "word/document.xml": f'<?xml version="1.0"?>{before}<w:document {W}><w:body>{body}</w:body></w:document>', **(more or {})})


def paragraphs(*lines: str) -> str:
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)


def sheet_parts(sheet: str, before: str = "") -> dict[str, bytes | str]:
    ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    return {
        "[Content_Types].xml": TYPES.format(part="xl/workbook.xml", kind="spreadsheetml.sheet.main"),
        "_rels/.rels": RELS.format(part="xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook {ns}><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": RELS.replace('officeDocument"', 'worksheet"').format(part="worksheets/sheet1.xml"),
        **({"xl/worksheets/sheet1.xml": f"{before}<worksheet {ns}>{sheet}</worksheet>"} if sheet else {}),
    }


def cells(*lines: str) -> str:
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{line}</t></is></c></row>' for n, line in enumerate(lines, 1))
    return f"<sheetData>{rows}</sheetData>"


def ods(body: str) -> bytes:
    ns = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{k}:1.0"' for k in ("office", "table", "text"))
    told = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{told}"/></manifest:manifest>'
    )
    content = f'<office:document-content {ns}><office:body><office:spreadsheet><table:table table:name="S">{body}</table:table></office:spreadsheet></office:body></office:document-content>'
    return package({"mimetype": told, "META-INF/manifest.xml": manifest, "content.xml": content})


def pdf(*objects: str | bytes, root: int = 1) -> bytes:
    out, at = b"%PDF-1.7\n", []
    for n, said in enumerate(objects, 1):
        at.append(len(out))
        out += f"{n} 0 obj\n".encode() + (said.encode() if isinstance(said, str) else said) + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % a for a in at)
    return (
        out
        + f"xref\n0 {len(at) + 1}\n0000000000 65535 f \n".encode()
        + table
        + f"trailer\n<</Size {len(at) + 1}/Root {root} 0 R>>\nstartxref\n{len(out)}\n%%EOF".encode()
    )


def pdf_bomb() -> bytes:
    press = zlib.compressobj(9)
    block = b"BT (a) Tj ET " * 80_000
    raw = b"".join([press.compress(block) for _ in range(BOMB // len(block))] + [press.flush()])
    stream = f"<</Length {len(raw)}/Filter/FlateDecode>>\nstream\n".encode() + raw + b"\nendstream"
    return pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>", stream)


ENTITIES = "<!DOCTYPE d [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)) + "]>"
OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DEEP = 60_000


def refused() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Files that must be refused by one sentence."""
    yield "bomb.docx", lambda: bomb(word_parts(), "word/document.xml", f"<w:document {W}><w:body>".encode(), b"</w:body></w:document>")
    yield "bomb_that_lies.docx", lambda: bomb(word_parts(), "word/document.xml", f"<w:document {W}><w:body>".encode(), b"</w:body></w:document>", 1000)
    yield "entities.docx", lambda: word("<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>", ENTITIES)
    yield "outside.docx", lambda: word("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", OUTSIDE)
    yield "deep.docx", lambda: word("<w:sdt><w:sdtContent>" * DEEP + paragraphs(*PLAN) + "</w:sdtContent></w:sdt>" * DEEP)
    yield "no_document.docx", lambda: package({"readme.txt": "x"})
    yield "truncated.docx", lambda: word(paragraphs(*PLAN * 200))[:900]
    yield "locked.docx", lambda: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(4000)
    yield "garbage.doc", lambda: b"\x00\x01garbage" * 300
    yield "garbage_ole.doc", lambda: OLE + bytes(8000)
    yield "bomb.xlsx", lambda: bomb(sheet_parts(""), "xl/worksheets/sheet1.xml", b"<worksheet><sheetData>", b"</sheetData></worksheet>")
    yield "bomb_that_lies.xlsx", lambda: bomb(sheet_parts(""), "xl/worksheets/sheet1.xml", b"<worksheet><sheetData>", b"</sheetData></worksheet>", 1000)
    yield "entities.xlsx", lambda: package(sheet_parts(cells("&a11;"), ENTITIES))
    yield "truncated.xlsx", lambda: package(sheet_parts(cells(*PLAN * 200)))[:900]
    yield "empty_but_huge.xlsx", lambda: package(sheet_parts('<dimension ref="A1:XFD1048576"/><sheetData/>'))
    yield "locked.xlsx", lambda: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(4000)
    yield "garbage_ole.xls", lambda: OLE + bytes(600) + "Workbook".encode("utf-16-le") + bytes(8000)
    yield (
        "repeated.ods",
        lambda: ods('<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'),
    )
    yield "bomb.pdf", pdf_bomb
    yield "cycle.pdf", lambda: pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>", "<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>")
    yield "self.pdf", lambda: pdf("<</Type/Catalog/Pages 2 0 R>>", "2 0 R")
    yield "truncated.pdf", lambda: pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>")[:60]
    yield "no_pages.pdf", lambda: pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>")
    yield "scan.pdf", lambda: pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")
    yield "script_only.html", lambda: b"<html><body><script>document.write('x')</script><div id=app></div></body></html>"
    yield "headers_only.mhtml", lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    yield "big.html", lambda: b"<html><body>" + b"<p>a</p>" * 12_000_000
    yield "big.docx", lambda: b"PK\x03\x04" + bytes(300_000_000)
    yield "big.pdf", lambda: b"%PDF-1.7" + bytes(300_000_000)
    yield "big.xlsx", lambda: b"PK\x03\x04" + bytes(300_000_000)
    yield "big.csv", lambda: b"a,b\n" * 75_000_000


def no_plan() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Files that are read and hold no plan: that is said behind their words, and the exit code is 2."""
    yield (
        "repeated_words.ods",
        lambda: ods(
            '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>任务</text:p></table:table-cell></table:table-row>'
        ),
    )


def read_all_the_same() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Files with something odd about them that must be read as the plan they hold."""
    yield "paths.docx", lambda: word(paragraphs(*PLAN), more={"../../../tmp/evil.txt": "x", "/etc/evil": "x", "C:\\evil.txt": "x"})
    yield (
        "links.docx",
        lambda: word(
            paragraphs(*PLAN),
            more={
                "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://127.0.0.1:9/x.png" TargetMode="External"/></Relationships>'
            },
        ),
    )
    yield "many_paragraphs.docx", lambda: word(paragraphs(*PLAN) + "<w:p/>" * 300_000)
    yield "word.pdf", lambda: word(paragraphs(*PLAN))
    yield "word.txt", lambda: word(paragraphs(*PLAN))
    yield "sheet.docx", lambda: package(sheet_parts(cells(*PLAN)))
    yield "page.xls", lambda: ("<html><body>" + "".join(f"<p>{line}</p>" for line in PLAN) + "</body></html>").encode("gb18030")
    yield "text.docx", lambda: "\n".join(PLAN).encode()
    yield "dimension_lies.xlsx", lambda: package(sheet_parts('<dimension ref="A1:XFD1048576"/>' + cells(*PLAN)))
    yield "deep.html", lambda: ("<html><body>" + "<div>" * 100_000 + "".join(f"<p>{line}</p>" for line in PLAN)).encode()
    yield (
        "spans.html",
        lambda: (
            "<html><body>"
            + "".join(f"<p>{line}</p>" for line in PLAN)
            + "<table>"
            + "<tr><td rowspan=65534 colspan=1000>甲</td></tr>" * 60
            + "</table></body></html>"
        ).encode(),
    )
    yield (
        "fetches.html",
        lambda: (
            "<html><head><link rel=stylesheet href=http://127.0.0.1:9/a.css></head><body><img src=http://127.0.0.1:9/b.png><iframe src=file:///etc/passwd></iframe>"
            + "".join(f"<p>{line}</p>" for line in PLAN)
        ).encode(),
    )
