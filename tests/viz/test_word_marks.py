"""Marks of comments in the main part of a Word file: where they stand, and that they come out again byte for byte."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_parts import STRICT, W, covered, document, texts, word_file

from fengong.word_remarks import Places
from graphmodel.problems import Problem
from loaders.reader import Ask
from loaders.word import read_with_letters
from viz.word_comments.marks import At, Range, with_marks
from viz.word_comments.own import unmarked
from viz.word_comments.xmlbytes import part_of

TEXT_BOX = "<mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>{}</mc:AlternateContent>"


def begin(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def marked(xml: str | bytes, start: tuple[int, int], end: tuple[int, int], id: int = 7) -> bytes:
    """The part with one comment. What else must always hold is checked here."""
    data = xml if isinstance(xml, bytes) else xml.encode()
    part = part_of(data, "word/document.xml")
    made, stood = with_marks(part, [Range(id, At(*start), At(*end))])
    assert stood == {id}
    assert unmarked(part_of(part.bytes_of(made), ""), {id}) == part.xml
    return made


# paragraphs; from and to (which w:t, how many letters); what the comment covers; bytes that must stand in the answer
PLACES = {
    "a whole run": ("<w:p><w:r><w:t>甲乙</w:t></w:r></w:p>", (0, 0), (0, 2), "甲乙",
        '<w:p><w:commentRangeStart w:id="7"/><w:r><w:t>甲乙</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r></w:p>'),
    "inside a run": ("<w:p><w:r w:rsidR='1>2'><w:rPr><w:b/></w:rPr><w:t>甲乙丙丁</w:t></w:r></w:p>", (0, 1), (0, 3), "乙丙",
        "<w:r w:rsidR='1>2'><w:rPr><w:b/></w:rPr><w:t>甲</w:t></w:r><w:commentRangeStart w:id=\"7\" /><w:r w:rsidR='1>2'><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">乙丙</w:t></w:r>"),
    "blanks at the cut are kept": ("<w:p><w:r><w:t>a b</w:t></w:r></w:p>", (0, 2), (0, 3), "b", '<w:t xml:space="preserve">a </w:t></w:r><w:commentRangeStart w:id="7"  />'),
    "blanks that Word does not show": ("<w:p><w:r><w:t> 甲乙 </w:t></w:r></w:p>", (0, 1), (0, 2), " 甲乙 ", "<w:r><w:t> 甲乙 </w:t></w:r>"),
    "kept blanks": ("<w:p><w:r><w:t xml:space='preserve'> 甲乙 </w:t></w:r></w:p>", (0, 1), (0, 2), "甲", "<w:t xml:space='preserve'> </w:t></w:r>"),
    "between letters and a tab": ("<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p>", (1, 0), (1, 1), "乙", '<w:tab/></w:r><w:commentRangeStart w:id="7"   /><w:r><w:t>乙'),
    "a page break of the last print is nothing": ("<w:p><w:r><w:lastRenderedPageBreak/><w:t>甲</w:t></w:r></w:p>", (0, 0), (0, 1), "甲", '<w:p><w:commentRangeStart w:id="7"/><w:r><w:last'),
    "entities": ("<w:p><w:r><w:t>甲&amp;&#x4e59;丙</w:t></w:r></w:p>", (0, 1), (0, 2), "&", '<w:t xml:space="preserve">&amp;</w:t>'),
    "letters beyond 16 bits": ("<w:p><w:r><w:t>甲𠀀乙</w:t></w:r></w:p>", (0, 1), (0, 2), "𠀀", '<w:t xml:space="preserve">𠀀</w:t>'),
    "a comment of XML among letters": ("<w:p><w:r><w:t>甲<!-- </w:t> -->乙</w:t></w:r></w:p>", (0, 1), (0, 2), "乙", '<w:t xml:space="preserve">'),
    "CDATA is not parted": ("<w:p><w:r><w:t><![CDATA[甲<乙]]></w:t></w:r></w:p>", (0, 2), (0, 3), "甲<乙", "<w:t><![CDATA[甲<乙]]></w:t>"),
    "several paragraphs": ("<w:p><w:r><w:t>甲乙</w:t></w:r></w:p><w:p><w:r><w:t>丙丁</w:t></w:r></w:p>", (0, 1), (1, 1), "乙丙", ""),
    "table cells": ("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", (0, 0), (1, 1), "甲乙", ""),
    "a link": ("<w:p><w:hyperlink><w:r><w:t>甲乙</w:t></w:r></w:hyperlink></w:p>", (0, 1), (0, 2), "乙", "</w:r></w:hyperlink>"),
    "a tracked insertion": ("<w:p><w:ins w:id='7'><w:r><w:t>甲乙</w:t></w:r></w:ins></w:p>", (0, 0), (0, 1), "甲", "<w:ins w:id='7'><w:commentRangeStart"),
    "a rich content control": ("<w:p><w:sdt><w:sdtPr><w:tag/></w:sdtPr><w:sdtContent><w:r><w:t>甲乙</w:t></w:r></w:sdtContent></w:sdt></w:p>", (0, 0), (0, 1), "甲", ""),
    "a control that Word fills": ("<w:p><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>甲乙</w:t></w:r></w:sdtContent></w:sdt></w:p>", (0, 0), (0, 1), "甲乙", '<w:p><w:commentRangeStart w:id="7"/><w:sdt>'),
    "a text box": (f"<w:p><w:r>{TEXT_BOX.format('<w:txbxContent><w:p><w:r><w:t>甲乙</w:t></w:r></w:p></w:txbxContent>')}</w:r></w:p>", (0, 0), (0, 1), "甲乙", '<w:p><w:commentRangeStart w:id="7"/><w:r><mc:'),
    "ruby": ("<w:p><w:r><w:ruby><w:rt><w:r><w:t>y</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲乙</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>", (1, 0), (1, 1), "y甲乙", ""),
    "a simple field": ("<w:p><w:fldSimple w:instr='DATE'><w:r><w:t>甲乙</w:t></w:r></w:fldSimple></w:p>", (0, 0), (0, 1), "甲乙", '<w:commentRangeStart w:id="7"/><w:fldSimple'),
    "what a field shows": (f"<w:p>{begin('begin')}<w:r><w:instrText>REF a</w:instrText></w:r>{begin('separate')}<w:r><w:t>甲乙</w:t></w:r>{begin('end')}</w:p>", (0, 0), (0, 1), "甲", ""),
    "a field's instruction": (f"<w:p>{begin('begin')}<w:r><w:t>甲</w:t></w:r>{begin('separate')}<w:r><w:t>乙</w:t></w:r>{begin('end')}</w:p>", (0, 0), (0, 1), "甲乙", '<w:p><w:commentRangeStart w:id="7"/><w:r><w:fldChar w:fldCharType="begin"/>'),
    "a field that never ends": (f"<w:p>{begin('begin')}<w:r><w:t>甲</w:t></w:r></w:p>", (0, 0), (0, 1), "甲", ""),
}  # fmt: skip


@pytest.mark.parametrize("row", PLACES)
def test_marks_stand_at_the_words(row: str) -> None:
    body, start, end, words, bytes_there = PLACES[row]
    made = marked(document(body), start, end)
    assert covered(made, 7) == words
    assert bytes_there in made.decode()


def test_letters_outside_every_paragraph_take_no_mark() -> None:
    part = part_of(document("<w:t>甲</w:t><w:p><w:r><w:t>乙</w:t></w:r></w:p>").encode(), "")
    made, stood = with_marks(part, [Range(1, At(0, 0), At(0, 1)), Range(2, At(5, 0), At(5, 1))])
    assert (made, stood) == (part.xml, frozenset())


PREFIXES = {
    "another prefix": f'<x:document xmlns:x="{W}"><x:body><x:p><x:r><x:t>甲乙</x:t></x:r></x:p></x:body></x:document>',
    "no prefix": f'<document xmlns="{W}"><body><p><r><t>甲乙</t></r></p></body></document>',
    "both": f'<document xmlns="{W}" xmlns:q="{W}"><body><p><r><t>甲乙</t></r></p></body></document>',
    "w means something else": f'<x:document xmlns:x="{W}" xmlns:w="urn:w"><x:body><x:p><x:r><x:t>甲乙</x:t></x:r></x:p></x:body></x:document>',
    "declared late": f'<d:document xmlns:d="{W}"><d:body><w:p xmlns:w="{W}"><w:r><w:t>甲乙</w:t></w:r></w:p></d:body></d:document>',
    "instructions and comments": f'<?xml version="1.0"?><!-- <w:p> --><?mso "a>b"?><w:document xmlns:w="{W}"><!-- <w:t>x</w:t> --><w:body><w:p><w:r><w:t>甲乙</w:t></w:r></w:p></w:body></w:document><!-- -->',
}  # fmt: skip


@pytest.mark.parametrize("row", PREFIXES)
def test_any_spelling_of_the_names(row: str) -> None:
    assert covered(marked(PREFIXES[row], (0, 1), (0, 2)), 7) == "乙"


def test_strict_files() -> None:
    assert covered(marked(document("<w:p><w:r><w:t>甲乙</w:t></w:r></w:p>", STRICT), (0, 1), (0, 2)), 7, STRICT) == "乙"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_of_the_part_are_kept(encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{"UTF-8" if "8" in encoding else "UTF-16"}"?>'
    data = document("<w:p><w:r><w:t>甲乙</w:t></w:r></w:p>", head=head).encode(encoding)
    part = part_of(data, "")
    assert part.bytes_of(part.xml) == data
    made = part.bytes_of(marked(data, (0, 1), (0, 2)))
    assert made.decode(encoding).replace("\n", "").startswith(head)


@pytest.mark.parametrize("data", [
    "<?xml version='1.0' encoding='GBK'?><a/>".encode("gbk"), b"<a>\xff</a>", b"<a>", b"<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", b"<a/>",
    f'<w:comments xmlns:w="{W}"/>'.encode(),
])  # fmt: skip
def test_what_is_no_main_part_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(Problem, match="word/document.xml"):
        with_marks(part_of(data, "word/document.xml"), [])


# --- any document -----------------------------------------------------------------------------------------------------------------------

_letters = st.lists(
    st.sampled_from(["甲", "b", " ", "  ", "&amp;", "&#x4e00;", "𠀀", "<!--c>-->", "<?p q?>", "\r\n", "\t", "&lt;", "丙丁", "<![CDATA[x<]]>"]), max_size=6
).map("".join)
_t = st.builds(
    lambda space, text: f"<w:t{space}>{text}</w:t>", st.sampled_from(["", "", ' xml:space="preserve"', " xml:space = 'preserve'", ' xml:space="default"']), _letters
)
_content = st.lists(st.one_of(_t, _t, st.sampled_from(["<w:tab/>", "<w:br/>", "<w:lastRenderedPageBreak/>", "<w:footnoteReference w:id='1'/>"])), max_size=4).map(
    "".join
)
_properties = st.sampled_from(["", "<w:rPr/>", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:rPrChange w:id='1' w:author='a>b'><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>"])
_run = st.builds(lambda a, p, c, e: f"<w:r{a}>{p}{c}</w:r{e}>", st.sampled_from(["", " w:rsidR='00>1'"]), _properties, _content, st.sampled_from(["", " "]))
_wraps = st.sampled_from([
    "<w:hyperlink>{}</w:hyperlink>", "<w:ins w:id='9'>{}</w:ins>", "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:fldSimple w:instr='a'>{}</w:fldSimple>",
    "<w:r><w:pict><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:pict></w:r>",
    f"{begin('begin')}{{}}{begin('separate')}<w:r><w:t>甲</w:t></w:r>{begin('end')}", f"{begin('begin')}{begin('separate')}{{}}{begin('end')}",
    "<w:del w:id='3'><w:r><w:delText>x</w:delText></w:r></w:del>{}",
])  # fmt: skip
_inline = st.recursive(_run, lambda inner: st.builds(lambda wrap, held: wrap.format("".join(held)), _wraps, st.lists(inner, max_size=3)), max_leaves=8)
_paragraph = st.lists(_inline, max_size=4).map(lambda held: f"<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr>{''.join(held)}</w:p>")
_documents = st.lists(_paragraph, min_size=1, max_size=3).map(lambda held: document("\r\n".join(held)))


@given(xml=_documents, data=st.data())
def test_taking_the_marks_out_gives_the_bytes_from_before(xml: str, data: st.DataObject) -> None:
    part = part_of(xml.encode(), "")
    before = texts(part.xml)
    ends = [0, *accumulate(map(len, before))]
    if not ends[-1]:
        return
    places = [(n, k) for n, text in enumerate(before) for k in range(len(text))]
    pairs = data.draw(st.lists(st.tuples(st.integers(0, ends[-1] - 1), st.integers(0, ends[-1] - 1)).map(sorted), min_size=1, max_size=5))
    ranges = [Range(id, At(*places[a]), At(places[b][0], places[b][1] + 1)) for id, (a, b) in enumerate(pairs)]
    made, stood = with_marks(part, ranges)
    assert len(stood) == len(ranges)
    assert "".join(texts(made)) == "".join(before)
    for id, (a, b) in enumerate(pairs):
        assert "".join(before)[a : b + 1] in covered(made, id)
    assert unmarked(part_of(made, ""), set(range(len(pairs)))) == part.xml


@given(xml=_documents, data=st.data())
def test_the_reader_reads_the_same_words_with_marks_and_without(xml: str, data: st.DataObject) -> None:
    """And the letters that it names are those that the comment covers."""
    try:
        source, letters = read_with_letters(word_file(xml), Ask(""))
    except Problem:  # no words
        return
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(source.text) - 1), st.integers(1, len(source.text)))))
    spot = Places(source.text, letters).of((start, max(end, start + 1)))
    if spot is None:
        return
    made, stood = with_marks(part_of(xml.encode(), ""), [Range(7, spot.start, spot.end)])
    assert stood == {7}
    assert read_with_letters(word_file(made), Ask(""))[0].text == source.text
    meant = "".join(source.text[start : max(end, start + 1)].split())
    if meant and all(any(x.start <= n < x.start + x.length for x in letters) for n in range(start, end) if not source.text[n].isspace()):
        assert not Counter(meant) - Counter(covered(made, 7))  # the words of a text box stand in the file before those around it
