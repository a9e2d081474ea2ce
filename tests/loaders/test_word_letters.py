"""From the text of a Word file back to the very letters in it."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from word_files import STRICT_W, W, abstract, docx, lvl, num, p, run, tbl, tc, tr

from loaders.reader import Ask, Tracked
from loaders.word import Letters, read_with_letters
from loaders.word.read import read

LIST = abstract(0, lvl(0, "chineseCounting", "%1、"), lvl(1)) + num(1, 0)


def texts(data: bytes, part: str) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        root = etree.fromstring(z.read(part))
    return [t.text or "" for t in root.iter(f"{{{W}}}t", f"{{{STRICT_W}}}t")]


def proven(data: bytes, tracked: Tracked = "final") -> tuple[str, str, tuple[Letters, ...]]:
    """(text, the same with · for letters that come from no w:t, letters); every letter was looked up in the file."""
    source, letters = read_with_letters(data, Ask("plan.docx", tracked))
    assert source == read(data, Ask("plan.docx", tracked))
    seen = ["·" if c != "\n" else c for c in source.text]
    end = 0
    for stretch in letters:
        assert stretch.start >= end and stretch.length > 0
        end = stretch.start + stretch.length
        there = texts(data, stretch.part)[stretch.t][stretch.offset : stretch.offset + stretch.length]
        there = there.replace("\n", " ").replace("\ufeff", " ")  # what no line of a text holds
        assert there == source.text[stretch.start : end]
        seen[stretch.start : end] = there
    return source.text, "".join(seen), letters


BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + p("框内") + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
TWICE = "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent></w:r>".format(BOX[5:-6])
GONE = '<w:del w:id="1" w:author="a"><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom w:id="2" w:author="a">' + run("移走") + "</w:moveFrom>"
MARKED = '<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="a"/></w:rPr></w:pPr>' + run("上半") + "</w:p>"
HEAD = tr("序号", "工作任务", "牵头单位")

# (name, body, letters that come from the file)
CASES = [
    ("plain", p("推进改革"), "推进改革"),
    ("runs", f"<w:p>{run('推进')}{run('')}{run('改革')}</w:p>", "推进改革"),
    ("a number", p("总体要求", 1, 0), "··总体要求"),
    ("tabs and breaks", "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>", "甲·乙\n丙"),
    ("a number and breaks", '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t><w:br/><w:br/><w:t>丙丁</w:t></w:r></w:p>', "··甲\n丙丁"),
    ("a line separator within a run", f"<w:p>{run('甲乙&#x2028;丙丁')}</w:p>", "甲乙\n丙丁"),
    ("blanks at the ends that are not kept", "<w:p><w:r><w:t>  甲 </w:t></w:r></w:p>", "甲"),
    ("a line end in the XML", "<w:p><w:r><w:t>甲\n乙</w:t></w:r></w:p>", "甲 乙"),
    ("gone and moved words", f"<w:p>{run('甲')}{GONE}{run('乙')}</w:p>", "甲乙"),
    ("joined paragraphs", MARKED + p("下半"), "上半下半"),
    ("a text box written twice", f"<w:p>{TWICE}{run('甲')}</w:p>" + p("乙"), "甲\n框内\n乙"),
    ("a table", tbl(HEAD, tr("1", tc("甲", '<w:gridSpan w:val="2"/>'))) + p("乙"), "序号\n工作任务\n牵头单位\n1\n甲\n乙"),
    ("a frame", tbl(tr(tc(p("甲", 1, 0) + p("乙")))), "··甲\n乙"),
    ("a nested table", tbl(HEAD, tr("1", tc(p("甲") + tbl(tr("子", "丑"))), "乙")), "序号\n工作任务\n牵头单位\n1\n甲\n子\n丑\n乙"),
    ("letters of two code units", p("𠮷甲"), "𠮷甲"),
    ("characters written as references", p("甲&#x4E59;&amp;丙"), "甲乙&丙"),
    ("a sign that is no letter", "<w:p><w:r><w:t>甲</w:t><w:sym w:font='Symbol' w:char='F0B3'/><w:t>5</w:t></w:r></w:p>", "甲·5"),
    ("a control character's place", p("甲\t乙"), "甲\t乙"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "seen"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
@pytest.mark.parametrize("strict", [False, True])
def test_letters(body: str, seen: str, strict: bool) -> None:
    assert proven(docx(body, strict=strict, numbering=LIST))[1] == seen


def test_the_original_reading() -> None:
    assert proven(docx(f"<w:p>{run('甲')}{GONE}{run('乙')}</w:p>"), "original")[:2] == ("甲旧移走乙", "甲·移走乙")


def test_notes_stand_in_their_own_part() -> None:
    data = docx(
        f'<w:p>{run("甲")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
        footnotes=f'<w:footnote w:id="1">{p("别的")}</w:footnote><w:footnote w:id="2">{p("注")}</w:footnote>',
    )
    _, seen, letters = proven(data)
    assert seen == "甲\n注"
    assert [(x.part, x.t, x.offset) for x in letters] == [("word/document.xml", 0, 0), ("word/footnotes.xml", 1, 0)]


_WORDS = st.text(alphabet="甲乙a1 \u3000\u2028\ufeff𠮷、", max_size=6)
_INLINE = st.one_of(_WORDS.map(run), st.sampled_from(["<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>", GONE, TWICE]))
_PARAGRAPH = st.tuples(st.booleans(), st.lists(_INLINE, max_size=5)).map(
    lambda x: "<w:p>" + ('<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>' if x[0] else "") + "".join(x[1]) + "</w:p>"
)
_BLOCK = st.one_of(
    _PARAGRAPH,
    st.just(MARKED),
    st.lists(st.lists(_PARAGRAPH.map(tc), min_size=1, max_size=3), min_size=1, max_size=3).map(lambda rows: tbl(*(tr(*r) for r in rows))),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_BLOCK, max_size=6))
def test_every_letter_of_any_document_is_found(blocks: list[str]) -> None:
    text, seen, _ = proven(docx(p("开头") + "".join(blocks), numbering=LIST))
    assert len(text) == len(seen)
    assert all(a == b or b == "·" for a, b in zip(text, seen))
    assert {a for a, b in zip(text, seen) if b == "·"} <= set("一二三四五六七八九十、 \t")
