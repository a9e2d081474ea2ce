"""PDF files that are damaged, locked into loops or made to cost time and memory: the words that can be read, or one clear sentence, within bounds."""

from __future__ import annotations

import random
import zlib

import pytest

from graphmodel.problems import Problem
from loaders.open import source_of_bytes

CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
TREE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
WORDS = b"BT /F1 12 Tf 50 700 Td (hello world this is text) Tj ET "
READ = "hello world this is text"
F1 = b"/Resources << /Font << /F1 5 0 R >> >>"


def file_of(*objects: bytes, trailer: bytes = b"") -> bytes:
    """The objects 1, 2, 3 … with their table; the first is the catalog."""
    out, places = b"%PDF-1.7\n", []
    for n, words in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, words)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % at for at in places)
    return out + table + b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, len(out))


def page(more: bytes = F1) -> bytes:
    return b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s >>" % more


def stream(data: bytes, more: bytes = b"", packed: bool = True) -> bytes:
    data = zlib.compress(data, 9) if packed else data
    return b"<< /Length %d %s %s >>\nstream\n%s\nendstream" % (len(data), b"/Filter /FlateDecode" if packed else b"", more, data)


def one_page(drawn: bytes, *more: bytes, properties: bytes = F1) -> bytes:
    return file_of(CATALOG, TREE, page(properties), drawn, *(more or (FONT,)))


def letters(map_of_letters: bytes, widths: bytes = b"") -> list[bytes]:
    """A font of two-byte letters with its map."""
    system = b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >>"
    return [
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A %s /FontDescriptor << /FontName /A >> %s >>" % (system, widths),
        stream(map_of_letters),
    ]


def bomb(size: int) -> bytes:
    packing = zlib.compressobj(9)
    return b"".join(packing.compress(b" " * 1_000_000) for _ in range(size // 1_000_000)) + packing.flush()


def packed(data: bytes, filters: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d /Filter %s %s >>\nstream\n%s\nendstream" % (len(data), filters, more, data)


def forms(deep: int, wide: int) -> list[bytes]:
    out = []
    for n in range(deep):
        below = b"/Resources << /XObject << /X %d 0 R >> >>" % (7 + n) if n < deep - 1 else b""
        out.append(stream(b"/X Do " * wide if below else b"0 0 m 9 0 l S", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + below))
    return out


FORM = b"/Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >>"
PLAIN = one_page(stream(WORDS))
TABLE = PLAIN.rindex(b"xref\n0")
LETTER = b"BT /F1 12 Tf 50 700 Td " + b"<0001> Tj " * 30 + b"ET"

# (name, file, what is read: its first words; None: a Problem)
FILES = [
    ("plain", PLAIN, READ),
    ("junk before the head", b"\r\n\r\n" + PLAIN, READ),
    ("the table says nothing true", PLAIN.replace(b"startxref", b"startxxxx"), READ),
    ("the end is cut off", PLAIN[: PLAIN.index(b"xref\n0")], READ),
    ("a table that goes on with itself", PLAIN.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % TABLE), READ),
    ("a table without end", PLAIN.replace(b"xref\n0 6", b"xref\n0 999999999"), READ),
    ("pages that hold themselves", file_of(CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R 3 0 R] /Count 9 >>", page(), stream(WORDS), FONT), READ),
    ("a tree without pages", file_of(CATALOG, b"<< /Type /Pages /Kids [9 0 R] /Count 1 >>", page(), stream(WORDS), FONT), READ),
    ("a form in itself", one_page(stream(WORDS + b"/X Do"), FONT, stream(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + FORM), properties=FORM), READ),
    ("forms of forms", one_page(stream(WORDS + b"/X Do"), FONT, *forms(10, 10), properties=FORM), READ),
    ("arrays in arrays", one_page(stream(WORDS), FONT, properties=F1 + b" /X " + b"[" * 100_000 + b"]" * 100_000), READ),
    ("a page of impossible size", one_page(stream(b"1e300 0 0 1e300 1e308 1e308 cm " + WORDS), FONT, properties=F1 + b" /CropBox [1e400 0 -1e400 9]"), READ),
    ("a picture within the drawing, and hardly a word: a scan", one_page(stream(WORDS + b"BI /W 1 /H 1 ID " + b"E" * 2_000_000 + b" EI ")), None),
    ("too many rules", one_page(stream(WORDS + b"0 0 m 100 0 l S 0 0 m 0 100 l S " * 30_000)), READ),
    ("a drawing that unpacks to a gigabyte", one_page(packed(bomb(1_000_000_000), b"/FlateDecode")), None),
    ("packed twice", one_page(packed(zlib.compress(bomb(1_000_000_000)), b"[/FlateDecode /FlateDecode]")), None),
    ("packed in an old way", one_page(packed(b"z" * 9_000_000 + b"~>", b"/ASCII85Decode")), None),
    ("a predictor of four thousand million columns", one_page(packed(zlib.compress(WORDS), b"/FlateDecode", b"/DecodeParms << /Predictor 12 /Columns 4000000000 >>")), None),
    ("four thousand million letters declared", one_page(stream(LETTER), *letters(b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange")), None),
    ("two thousand million widths declared", one_page(stream(LETTER), *letters(b"1 beginbfchar <0001> <4E00> endbfchar", b"/W [0 2000000000 500]")), "一"),
    ("letters that no map names", one_page(stream(LETTER), *letters(b"")), None),
    ("an array of millions", one_page(stream(WORDS), FONT, properties=F1 + b" /X [%s]" % (b"1 " * 3_000_000)), None),
    ("a million pages that are one", file_of(CATALOG, b"<< /Type /Pages /Kids [%s] /Count 9 >>" % (b"3 0 R " * 1_000_000), page(), stream(WORDS), FONT), None),
    ("streams without end", b"%PDF-1.4\n" + b"1 0 obj << /Length 5 >> stream\nxxxxx\n" * 100_000, None),
    ("blank lines", b"%PDF-1.4\n" + b"\n" * 10_000_000, None),
    ("one long line", b"%PDF-1.4\n" + b"x" * 30_000_000, None),
    ("only the head", b"%PDF-1.4\n", None),
]  # fmt: skip


@pytest.mark.parametrize(("data", "words"), [f[1:] for f in FILES], ids=[f[0] for f in FILES])
def test_hostile_files_end_in_words_or_in_one_sentence(data: bytes, words: str | None) -> None:
    if words is None:
        with pytest.raises(Problem) as caught:
            source_of_bytes(data, "plan.pdf")
        assert "plan.pdf" in caught.value.zh and "\n" not in caught.value.zh + caught.value.en
    else:
        assert source_of_bytes(data, "plan.pdf").text.startswith(words)


def test_what_was_mended_is_told() -> None:
    assert source_of_bytes(PLAIN, "plan.pdf").remarks == ()
    for data in (PLAIN[: PLAIN.index(b"xref\n0")], one_page(stream(WORDS + b"0 0 m 100 0 l S " * 60_000))):
        assert source_of_bytes(data, "plan.pdf").remarks


def test_any_damage_ends_in_words_or_in_one_sentence() -> None:
    chance = random.Random(7)
    data = one_page(stream(WORDS, packed=False), FONT)
    for _ in range(300):
        broken = bytearray(data[: chance.randrange(9, len(data))] if chance.random() < 0.3 else data)
        for _ in range(chance.choice((1, 3, 20))):
            broken[chance.randrange(9, len(broken))] = chance.randrange(256)
        try:
            assert source_of_bytes(bytes(broken), "plan.pdf").text
        except Problem as problem:
            assert "plan.pdf" in problem.zh
