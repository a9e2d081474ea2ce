"""Word files from strangers: whatever they hold, a reading or one clear sentence, in bounded time and memory."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import abstract, docx, lvl, num, p, package, parts_of, run, tbl, tc, tr

from graphmodel.problems import Problem
from loaders.open import source_of_bytes
from loaders.reader import Ask, reader_for_suffix
from loaders.word import read_with_letters

LIST = abstract(0, lvl(0, "chineseCounting", "%1、")) + num(1, 0)
WHOLE = docx(p("甲", 1, 0) + tbl(tr("乙", "丙"), tr("丁", "戊")) + p("己", 1, 0), numbering=LIST, styles='<w:style w:type="paragraph" w:styleId="A"/>')
GOOD = "一、甲\n乙\n丙\n丁\n戊\n二、己"


def refused(data: bytes) -> Problem:
    """What is said of a file named .docx that nobody can read; the sentence names it, and is one in each language."""
    found = reader_for_suffix(".docx")
    assert found is not None
    with pytest.raises(Problem) as caught:
        found.read(data, Ask("plan.docx"))
    said = caught.value
    assert "plan.docx" in said.zh and "plan.docx" in said.en
    assert said.zh.endswith("。") and "\n" not in said.zh + said.en
    return said


def with_part(name: str, content: str | bytes) -> bytes:
    return package({**parts_of(p("甲", 1, 0), numbering=LIST), name: content})


ENTITIES = '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
DOCUMENT = str(parts_of(p("甲&b;"))["word/document.xml"])
BODY = DOCUMENT.split("?>", 1)[1]
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY b SYSTEM "file:///etc/passwd">]>'


def nested(before: str, after: str, times: int, inside: str = p("甲")) -> str:
    return before * times + inside + after * times


TABLE = ("<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>")
CONTROL = ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")

# (name, bytes, what the sentence says)
BAD = [
    ("nothing", b"", "空文件"),
    ("letters", "沅平市重点任务分工方案".encode(), "损坏"),
    ("half", WHOLE[: len(WHOLE) // 2], "损坏"),
    ("an archive of something else", package({"a.txt": "甲"}), "没有 Word 正文"),
    ("no document", package({n: c for n, c in parts_of(p("甲")).items() if n != "word/document.xml"}), "没有 Word 正文"),
    ("a document of another kind", with_part("word/document.xml", "<a/>"), "没有 Word 正文"),
    ("a document without a body", with_part("word/document.xml", DOCUMENT.split("<w:body>")[0].replace("?>", "?>", 1) + "</w:document>"), "没有 Word 正文"),
    ("broken XML", with_part("word/document.xml", "<w:document"), "word/document.xml"),
    ("broken numbering", with_part("word/numbering.xml", "<w:numbering"), "word/numbering.xml"),
    ("entities that grow", with_part("word/document.xml", ENTITIES + BODY), "plan.docx"),
    ("an entity from outside", with_part("word/document.xml", OUTSIDE + BODY), "plan.docx"),
    ("a declaration in the numbering", with_part("word/numbering.xml", '<!DOCTYPE a SYSTEM "http://192.0.2.1/x"><a/>'), "文档类型声明"),
    ("tables in tables, 10,000 deep", docx(nested(*TABLE, 10_000)), "plan.docx"),
    ("content controls, 10,000 deep", docx(nested(*CONTROL, 10_000)), "plan.docx"),
    ("links in links, 10,000 deep", docx("<w:p>" + nested("<w:hyperlink>", "</w:hyperlink>", 10_000, run("甲")) + "</w:p>"), "plan.docx"),
    ("a part that unpacks to 100 MB", with_part("word/document.xml", DOCUMENT + " " * 100_000_000), "解压后过大"),
    ("a million paragraphs", docx("<w:p><w:r><w:t>甲</w:t></w:r></w:p>" * 1_000_000), "解压后过大"),
    ("a table with rows of 500 merged columns", docx(tbl(*[tr(tc("甲", '<w:gridSpan w:val="999999999"/>'), "乙") for _ in range(5_000)])), "解压后过大"),
]


@pytest.mark.parametrize(("data", "zh"), [b[1:] for b in BAD], ids=[b[0] for b in BAD])
def test_one_clear_sentence(data: bytes, zh: str) -> None:
    begun = time.perf_counter()
    assert zh in refused(data).zh
    assert time.perf_counter() - begun < 5


def test_a_part_that_lies_about_its_size() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, content in parts_of(p("甲")).items():
            z.writestr(name, content if name != "word/document.xml" else DOCUMENT + " " * 100_000_000)
    data = out.getvalue()
    size = (len(DOCUMENT.encode()) + 100_000_000).to_bytes(4, "little")
    assert size in data
    refused(data.replace(size, (4_000).to_bytes(4, "little")))


def test_a_part_with_a_password() -> None:
    data = bytearray(WHOLE)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(mark, place + 4)
    assert "密码" in refused(bytes(data)).zh


# (name, body, text): as deep as XML is read at all (256 levels)
DEEP = [
    ("tables", nested(*TABLE, 82), "甲"),
    ("content controls", nested(*CONTROL, 125), "甲"),
    ("links", "<w:p>" + nested("<w:hyperlink>", "</w:hyperlink>", 250, run("甲")) + "</w:p>", "甲"),
    ("insertions", "<w:p>" + nested('<w:ins w:id="1">', "</w:ins>", 250, run("甲")) + "</w:p>", "甲"),
    ("choices", nested("<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>", 125), "甲"),
    ("text boxes", nested("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>", 60), "甲"),
    ("formulas", "<w:p>" + nested("<m:oMath>", "</m:oMath>", 250, "<m:r><m:t>甲</m:t></m:r>") + "</w:p>", "甲"),
    ("tables with columns", nested("<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>", "<w:p/></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", 82), "甲"),
]


@pytest.mark.parametrize(("body", "text"), [d[1:] for d in DEEP], ids=[d[0] for d in DEEP])
def test_deep_is_read(body: str, text: str) -> None:
    assert source_of_bytes(docx(body), "plan.docx").text == text


# (name, body): what could take time that grows with the square of its length
LONG = [
    ("a paragraph of soft breaks", "<w:p>" + "<w:r><w:t>甲</w:t><w:br/></w:r>" * 60_000 + "</w:p>"),
    ("deleted marks", '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>' * 30_000),
    ("fields that never end", '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:t>甲</w:t></w:r></w:p>' * 20_000),
    (
        "fields in fields",
        "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000 + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 20_000 + run("甲") + "</w:p>",
    ),
    (
        "results in results",
        "<w:p>"
        + '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>' * 20_000
        + run("甲")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 20_000
        + "</w:p>",
    ),
    ("deleted marks of blank paragraphs", p("甲") + '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:tab/></w:r></w:p>' * 30_000),
    (
        "codes of one field",
        "<w:p>"
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + f"<w:r><w:instrText>{'x' * 200}</w:instrText></w:r>" * 20_000
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        + run("甲")
        + "</w:p>",
    ),
    ("a long table", tbl(*[tr("甲", tc("乙", "<w:vMerge/>"), "丙")] * 8_000)),
    ("tables in a cell", tbl(tr(tc(tbl(tr("甲", "乙"), tr("丙", "丁")) * 3_000 + p()), "戊"))),
    ("text boxes", ("<w:p><w:r><w:pict><w:txbxContent>" + p("甲") + "</w:txbxContent></w:pict></w:r></w:p>") * 15_000),
]


@pytest.mark.parametrize("body", [x[1] for x in LONG], ids=[x[0] for x in LONG])
def test_long_is_read_in_seconds(body: str) -> None:
    begun = time.perf_counter()
    source, _ = read_with_letters(docx(body, numbering=LIST), Ask("plan.docx"))
    assert "甲" in source.text
    assert time.perf_counter() - begun < 8


def test_names_in_the_package_lead_nowhere(tmp_path: object) -> None:
    parts = parts_of(p("甲"))
    parts["../../../etc/passwd"] = "x"
    parts["word/_rels/document.xml.rels"] = str(parts["word/_rels/document.xml.rels"]).replace(
        "</Relationships>",
        '<Relationship Id="r9" Type="x/styles" Target="../../../../etc/passwd"/><Relationship Id="r8" Type="x/numbering" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
    )
    assert source_of_bytes(package({n: c for n, c in parts.items() if not n.startswith("..")}), "plan.docx").text == "甲"


@pytest.mark.parametrize("length", range(0, len(WHOLE), 7))
def test_cut_at_any_length(length: int) -> None:
    refused(WHOLE[:length])


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255), st.integers(0, len(WHOLE) - 1), st.integers(0, 255))
def test_changed_bytes_never_break_the_reader(a: int, x: int, b: int, y: int) -> None:
    data = bytearray(WHOLE)
    data[a], data[b] = x, y
    found = reader_for_suffix(".docx")
    assert found is not None
    try:
        assert found.read(bytes(data), Ask("plan.docx")).text
    except Problem as problem:
        assert "plan.docx" in problem.zh


_NAMES = st.sampled_from(
    [
        "p",
        "r",
        "t",
        "tbl",
        "tr",
        "tc",
        "sdt",
        "sdtContent",
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "pPr",
        "rPr",
        "numPr",
        "numId",
        "ilvl",
        "tcPr",
        "gridSpan",
        "vMerge",
        "hMerge",
        "trPr",
        "txbxContent",
        "pict",
        "fldChar",
        "fldSimple",
        "instrText",
        "br",
        "tab",
        "sym",
        "ruby",
        "rubyBase",
        "hyperlink",
        "vanish",
        "pStyle",
        "footnoteReference",
        "cellDel",
        "cellMerge",
        "pPrChange",
        "rPrChange",
        "altChunk",
        "sectPr",
    ]
)
_VALUES = st.sampled_from(["", "0", "1", "2", "-1", "restart", "continue", "begin", "separate", "end", "99999999999", "甲", "F0B3", "page", "A"])
_TREE = st.recursive(
    st.tuples(_NAMES, _VALUES).map(lambda x: f'<w:{x[0]} w:val="{x[1]}" w:fldCharType="{x[1]}" w:id="{x[1]}">甲</w:{x[0]}>'),
    lambda inner: st.tuples(_NAMES, _VALUES, st.lists(inner, max_size=5)).map(lambda x: f'<w:{x[0]} w:val="{x[1]}">{"".join(x[2])}</w:{x[0]}>'),
    max_leaves=40,
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_TREE, max_size=4), st.booleans())
def test_any_tree_of_known_names_is_read(trees: list[str], original: bool) -> None:
    data = docx(p("甲") + "".join(trees), numbering="".join(trees) + LIST, styles="".join(trees), footnotes="".join(trees))
    assert read_with_letters(data, Ask("plan.docx", "original" if original else "final"))[0].text


def test_the_whole_one_is_read() -> None:
    assert source_of_bytes(WHOLE, "plan.docx").text == GOOD
