"""Word files: what stands in them, in order, each paragraph once."""

from __future__ import annotations

import io

import docx as python_docx
import pytest
from word_files import docx, p, package, parts_of, run, tbl, tc, tr

from graphmodel.problems import Problem
from loaders.open import source_of_bytes
from loaders.word.symbols import symbol


def lines(body: str, **around: str) -> list[str]:
    return source_of_bytes(docx(body, **around), "plan.docx").text.split("\n")


def field(code: str, result: str, ended: bool = True) -> str:
    parts = [
        f"<w:r>{mark}</w:r>" for mark in ('<w:fldChar w:fldCharType="begin"/>', f"<w:instrText> {code} </w:instrText>", '<w:fldChar w:fldCharType="separate"/>')
    ]
    return "".join(parts) + run(result) + ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' if ended else "")


def box(words: str, vml: bool = False) -> str:
    content = f"<w:txbxContent>{p(words)}</w:txbxContent>"
    if vml:
        return f"<w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"
    graphic = f'<a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic>'
    return f"<w:r><w:drawing><wp:anchor>{graphic}</wp:anchor></w:drawing></w:r>"


def either(choice: str, fallback: str) -> str:
    return f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>'


def sdt(inside: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def para(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def r(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


DRAWN, OLD = box("框内"), box("框内", vml=True)
CONTENTS = para(field('TOC \\o "1-3"', "一、总体要求\t1"))
MATH = "<m:oMath><m:r><m:t>x</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"

# (name, body, lines)
CASES = [
    ("paragraphs, empty ones left out", p("甲") + p() + p("乙"), ["甲", "乙"]),
    ("runs are one text", para(run("牵头") + run("单位") + run("：")), ["牵头单位："]),
    ("blanks at the ends that are not kept", para("<w:r><w:t> 甲 </w:t></w:r>" + run(" 乙")), ["甲 乙"]),
    ("a line end in the XML is a blank", para("<w:r><w:t>甲\n乙</w:t></w:r>"), ["甲 乙"]),
    ("a tab", para(r("<w:t>甲</w:t><w:tab/><w:t>乙</w:t>")), ["甲\t乙"]),
    ("a soft break", para(r("<w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t>")), ["甲", "乙", "丙"]),
    ("breaks of pages and columns", para(r('<w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t><w:br w:type="column"/><w:t>丙</w:t><w:lastRenderedPageBreak/>')), ["甲乙丙"]),
    ("hyphens", para(r("<w:t>2024</w:t><w:noBreakHyphen/><w:t>2025</w:t><w:softHyphen/><w:t>年</w:t>")), ["2024-2025年"]),
    ("tabs of the ruler are no words", para("<w:pPr><w:tabs><w:tab w:val='left' w:pos='1'/></w:tabs></w:pPr>" + run("甲")), ["甲"]),
    ("a link", para('<w:hyperlink r:id="x">' + run("甲") + "</w:hyperlink>" + run("乙")), ["甲乙"]),
    ("a smart tag in a smart tag", para(f"<w:smartTag><w:smartTag>{run('甲')}</w:smartTag></w:smartTag>"), ["甲"]),
    ("custom XML around words and paragraphs", "<w:customXml>" + para("<w:customXml>" + run("甲") + "</w:customXml>") + "</w:customXml>", ["甲"]),
    ("a content control in a line", para(run("甲") + sdt(run("乙"))), ["甲乙"]),
    ("a content control around paragraphs", sdt(p("甲") + sdt(p("乙"))), ["甲", "乙"]),
    ("a content control without content", "<w:sdt><w:sdtPr/></w:sdt>" + p("甲"), ["甲"]),
    ("a field's result", para(run("甲") + field("REF a", "乙") + run("丙")), ["甲乙丙"]),
    ("a field in the code of a field", para(r('<w:fldChar w:fldCharType="begin"/>') + r("<w:instrText>IF </w:instrText>") + field("REF a", "无") + r('<w:fldChar w:fldCharType="separate"/>') + run("乙") + r('<w:fldChar w:fldCharType="end"/>')), ["乙"]),
    ("a field without a result", para(r('<w:fldChar w:fldCharType="begin"/><w:instrText>XE</w:instrText><w:fldChar w:fldCharType="end"/>') + run("乙")), ["乙"]),
    ("a field that never ends", para(r('<w:fldChar w:fldCharType="begin"/>') + run("甲")) + p("乙"), ["甲", "乙"]),
    ("an end of no field", para(r('<w:fldChar w:fldCharType="end"/>') + run("甲")), ["甲"]),
    ("a simple field", para(f'<w:fldSimple w:instr="DATE">{run("2024年")}</w:fldSimple>'), ["2024年"]),
    ("a table of contents repeats the headings", p("目录") + CONTENTS + p("一、总体要求"), ["目录", "一、总体要求"]),
    ("a content control with a table of contents", sdt(p("目录") + p("一、总体要求"), '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>') + p("一、总体要求"), ["一、总体要求"]),
    ("a sign of a symbol font", para(run("增长") + r('<w:sym w:font="Symbol" w:char="F0B3"/>') + run("5%")), ["增长≥5%"]),
    ("ruby keeps its base", para(r(f"<w:ruby><w:rt>{run('hàn')}</w:rt><w:rubyBase>{run('汉')}</w:rubyBase></w:ruby>")), ["汉"]),
    ("a formula", para(run("甲") + MATH), ["甲x1/2"]),
    ("a text box behind its paragraph", para(run("甲") + DRAWN + run("乙")), ["甲乙", "框内"]),
    ("an old text box", para(run("甲") + OLD), ["甲", "框内"]),
    ("a text box written twice is read once", para(r(either(DRAWN[5:-6], OLD[5:-6])) + run("甲")), ["甲", "框内"]),
    ("a choice around runs", para(either(DRAWN, OLD)), ["框内"]),
    ("the fallback where the choice says nothing", para(r(either("<w:drawing/>", OLD[5:-6]))), ["框内"]),
    ("a choice between paragraphs", either(p("甲"), p("乙")), ["甲"]),
    ("only a fallback", "<mc:AlternateContent><mc:Fallback>" + p("乙") + "</mc:Fallback></mc:AlternateContent>", ["乙"]),
    ("a picture", para(r("<w:drawing><wp:inline/></w:drawing>") + run("甲")), ["甲"]),
    ("an embedded object", para(r("<w:object><v:shape/></w:object>") + run("甲")), ["甲"]),
    ("comments are no text", para('<w:commentRangeStart w:id="0"/>' + run("甲") + '<w:commentRangeEnd w:id="0"/>' + r('<w:commentReference w:id="0"/>')), ["甲"]),
    ("bookmarks and marks of spelling", para('<w:bookmarkStart w:id="0" w:name="x"/><w:proofErr w:type="spellStart"/>' + run("甲")), ["甲"]),
    ("elements of others", p("甲") + '<x:y xmlns:x="urn:x"><x:t>乙</x:t></x:y>', ["甲"]),
    ("a zero-width mark at the start", p("\ufeff甲"), [" 甲"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "read"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
@pytest.mark.parametrize("strict", [False, True])
def test_what_stands_in_the_body(body: str, read: list[str], strict: bool) -> None:
    assert source_of_bytes(docx(body, strict=strict), "plan.docx").text.split("\n") == read


CHARACTER = '<w:style w:type="character" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style>'
PARAGRAPH = (
    '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Q"><w:basedOn w:val="P"/></w:style>'
)

# (name, body, lines, hidden characters)
HIDDEN = [
    ("a run", para(run("甲") + run("密", "<w:vanish/>") + run("乙")), ["甲乙"], 1),
    ("a run that says it is not", para(run("甲", '<w:vanish w:val="0"/>')), ["甲"], 0),
    ("by the style of characters", para(run("甲") + run("密", '<w:rStyle w:val="C"/>')), ["甲"], 1),
    ("by the style of paragraphs", p("密密", style="P") + p("甲"), ["甲"], 2),
    ("by a style based on it", p("密密", style="Q") + p("甲"), ["甲"], 2),
    ("shown in spite of the style", para('<w:pPr><w:pStyle w:val="P"/></w:pPr>' + run("甲", '<w:vanish w:val="false"/>')), ["甲"], 0),
    ("both styles undo each other", para('<w:pPr><w:pStyle w:val="P"/></w:pPr>' + run("甲", '<w:rStyle w:val="C"/>')), ["甲"], 0),
    ("a hidden mark joins paragraphs", para("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" + run("甲")) + p("乙"), ["甲乙"], 0),
    ("a text box in hidden words", para(run("甲") + box("框").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)), ["甲"], 0),
]  # fmt: skip


@pytest.mark.parametrize(("body", "read", "hidden"), [h[1:] for h in HIDDEN], ids=[h[0] for h in HIDDEN])
def test_hidden_words_are_left_out_and_told(body: str, read: list[str], hidden: int) -> None:
    source = source_of_bytes(docx(body, styles=CHARACTER + PARAGRAPH), "plan.docx")
    assert source.text.split("\n") == read
    assert source.remarks == (((f"文中有 {hidden} 个隐藏的字，未读入", f"{hidden} hidden characters were left out"),) if hidden else ())


NOTE = '<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'


def note(n: int, words: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{n}"><w:p><w:r><w:{kind}Ref/></w:r>{run(words)}</w:p></w:{kind}>'


def cites(n: int, kind: str = "footnote", own: str = "") -> str:
    mark, words = (' w:customMarkFollows="1"', f"<w:t>{own}</w:t>") if own else ("", "")
    return f'<w:r><w:{kind}Reference w:id="{n}"{mark}/>{words}</w:r>'


def test_notes_stand_at_the_end_in_the_order_of_their_citing() -> None:
    body = para(run("甲") + cites(3) + run("乙")) + para(run("丙") + cites(2) + cites(1, "endnote") + cites(7)) + p("丁")
    source = source_of_bytes(docx(body, footnotes=NOTE + note(2, "注二") + note(3, "注三") + note(4, "无人引用"), endnotes=note(1, "尾注", "endnote")), "plan.docx")
    assert source.text.split("\n") == ["甲乙", "丙", "丁", "注三", "注二", "尾注"]
    assert source.places == ("p1", "p2", "p3", "fn1", "fn2", "en1")


def test_a_note_with_a_mark_of_its_own() -> None:
    assert lines(para(run("甲") + cites(2, own="*") + run("乙")), footnotes=note(2, "注")) == ["甲乙", "注"]


def test_headers_and_footers_are_no_text() -> None:
    document = python_docx.Document()
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.sections[0].footer.paragraphs[0].text = "第1页"
    document.add_heading("一、总体要求", 1)
    document.add_paragraph("推进改革", style="List Number")
    document.add_paragraph("扩大开放", style="List Number")
    out = io.BytesIO()
    document.save(out)
    assert source_of_bytes(out.getvalue(), "plan.docx").text == "一、总体要求\n1.推进改革\n2.扩大开放"


def test_places_count_every_paragraph_and_table_of_the_body() -> None:
    body = p("甲") + p() + sdt(p("乙") + p()) + tbl(tr("丙", "丁")) + para(run("戊") + DRAWN) + tbl(tr(tc(p("己") + p("庚")), "辛"), tr("壬", "癸"))
    source = source_of_bytes(docx(body), "plan.docx")
    assert list(zip(source.text.split("\n"), source.places)) == [
        ("甲", "p1"), ("乙", "p3"), ("丙", "t1r1c1"), ("丁", "t1r1c2"), ("戊", "p5"), ("框内", "p5"),
        ("己", "t2r1c1"), ("庚", "t2r1c1"), ("辛", "t2r1c2"), ("壬", "t2r2c1"), ("癸", "t2r2c2"),
    ]  # fmt: skip


def test_paragraphs_begin_where_the_file_says() -> None:
    source = source_of_bytes(docx(p("甲") + para(r("<w:t>乙</w:t><w:br/><w:t>丙</w:t>"))), "plan.docx")
    assert (source.text, source.begins, source.places) == ("甲\n乙\n丙", (True, True, None), ("p1", "p2", "p2"))


# where the parts stand: (name, parts)
PARTS = parts_of(
    p("甲", 1, 0),
    numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)
WHERE = [
    ("as Word does", PARTS),
    ("the main part has another name", {n.replace("word/document.xml", "word/document2.xml").replace("document.xml.rels", "document2.xml.rels"): str(c).replace("word/document.xml", "word/document2.xml") for n, c in PARTS.items()}),
    ("absolute targets", {n: str(c).replace('Target="word/', 'Target="/word/').replace('Target="numbering', 'Target="/word/numbering') for n, c in PARTS.items()}),
    ("no relations at all", {n: c for n, c in PARTS.items() if not n.endswith(".rels")}),
    ("other letters", {n.replace("word/numbering", "Word/Numbering"): c for n, c in PARTS.items()}),
    ("UTF-16", {**PARTS, "word/document.xml": str(PARTS["word/document.xml"]).replace("UTF-8", "UTF-16").encode("utf-16")}),
]  # fmt: skip


@pytest.mark.parametrize("parts", [w[1] for w in WHERE], ids=[w[0] for w in WHERE])
def test_parts_are_found_by_what_the_package_says(parts: dict[str, str | bytes]) -> None:
    assert source_of_bytes(package(parts), "plan.docx").text == "1.甲"


def test_a_main_part_anywhere(tmp_path: object) -> None:
    from loaders.reader import Ask, reader_for_suffix

    found = reader_for_suffix(".docx")
    assert found is not None
    assert found.read(docx(p("甲"), main="story/main.xml"), Ask("plan.docx")).text == "甲"


SYMBOLS = [
    ("Symbol", "F0B3", "≥"), ("symbol", "00A3", "≤"), ("Wingdings", "F0FE", "☑"), ("Wingdings 2", "F052", "☑"), ("Wingdings", "F04A", ""), ("宋体", "2460", "①"),
    ("宋体", "F04A", ""), ("宋体", "D800", ""), ("宋体", "0001", ""), ("宋体", "xyz", ""), ("宋体", "", ""), ("宋体", "FFFFFFFF", ""), ("Symbol", "2264", "≤"),
]  # fmt: skip


@pytest.mark.parametrize(("font", "char", "sign"), SYMBOLS)
def test_symbols(font: str, char: str, sign: str) -> None:
    assert symbol(font, char) == sign


def test_embedded_files_are_told() -> None:
    source = source_of_bytes(docx(p("甲") + '<w:altChunk r:id="x"/>'), "plan.docx")
    assert source.remarks[0][0].startswith("另有 1 处嵌入的其他文件")


def test_a_table_of_contents_is_told() -> None:
    assert source_of_bytes(docx(CONTENTS + p("甲")), "plan.docx").remarks == (("自动生成的目录未读入", "the generated table of contents was left out"),)


# (name, body, what the sentence says)
NOTHING = [
    ("empty", "", "没有文字", "holds no words"),
    ("empty paragraphs", p() + p(), "没有文字", "holds no words"),
    ("a scan", para(r("<w:drawing><wp:inline/></w:drawing>")), "只有图片", "pictures and no words"),
]


@pytest.mark.parametrize(("body", "zh", "en"), [n[1:] for n in NOTHING], ids=[n[0] for n in NOTHING])
def test_a_document_without_words(body: str, zh: str, en: str) -> None:
    with pytest.raises(Problem) as caught:
        source_of_bytes(docx(body), "plan.docx")
    assert zh in caught.value.zh and en in caught.value.en
