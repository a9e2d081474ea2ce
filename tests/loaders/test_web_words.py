"""Inline HTML -> lines: white space, line breaks, numbers of lists, what is hidden."""

from __future__ import annotations

import pytest

from loaders.open import source_of_bytes

PLAN = "<p>一、推进改革，完成改造300户（牵头单位：市财政局；配合单位：市审计局）。</p>"
LINE = "一、推进改革，完成改造300户（牵头单位：市财政局；配合单位：市审计局）。"


def lines(body: str, head: str = "") -> list[str]:
    """The lines of a page behind the first paragraph."""
    text = source_of_bytes(f"<html><head>{head}</head><body>{PLAN}{body}</body></html>".encode(), "x").text.split("\n")
    assert text[0] == LINE
    return text[1:]


# name, body, lines
WORDS = [
    ("source line break between Han", "<p>市财政\n   局牵头</p>", ["市财政局牵头"]),
    ("source line break beside a figure", "<p>完成\r\n300\n户</p>", ["完成300户"]),
    ("source line break between Latin words", "<p>GDP\n growth\n\n rate</p>", ["GDP growth rate"]),
    ("a blank that was typed stays", "<p>组长：张 三</p>", ["组长：张 三"]),
    ("runs of blanks are one", "<p>a   b\t\tc</p>", ["a b c"]),
    ("nbsp stays a blank", "<p>来源：甲局&nbsp;&nbsp;&nbsp;日期：今日</p>", ["来源：甲局   日期：今日"]),
    ("indents go", "<p>　　甲</p><p>&nbsp;&nbsp;&nbsp;&nbsp;乙</p><p>&emsp;&emsp;丙</p>", ["甲", "乙", "丙"]),
    ("zero width and soft hyphen go", "<p>市&#8203;财&shy;政&#xFEFF;局</p>", ["市财政局"]),
    ("entities", "<p>A&amp;B &lt;甲&gt; &ldquo;乙&rdquo;&middot;&#x4E19;&hellip;</p>", ["A&B <甲> “乙”·丙…"]),
    ("inline elements do not part", "<p><span>市</span><font face=x>财</font><b>政</b><u>局</u><o:p></o:p><a name=x>牵</a><em>头</em></p>", ["市财政局牵头"]),
    ("blank between inline elements", "<p><span>a</span> <span>b</span></p>", ["a b"]),
    ("smart tags of Word", '<p><st1:chsdate year="2025" w:st="on"><span>2025年3月1日</span></st1:chsdate>前</p>', ["2025年3月1日前"]),
    ("br is a soft break", "<p>甲<br>乙<br/>丙</p>", ["甲", "乙", "丙"]),
    ("two br begin a paragraph", "<div>甲<br><br>乙<br> &nbsp; <br>丙</div>", ["甲", "乙", "丙"]),
    ("blocks part", "<div>甲<div>乙</div>丙<h3>丁</h3>戊<hr>己</div>", ["甲", "乙", "丙", "丁", "戊", "己"]),
    ("span shown as a block", '<div>甲<span style="display:block">乙</span>丙</div>', ["甲", "乙", "丙"]),
    ("div shown inline", '<p></p><div><div style="display: inline">甲</div><div style="display:inline-block">乙</div></div>', ["甲乙"]),
    ("pre", "<pre>甲\n乙\n\n丙</pre>", ["甲", "乙", "丙"]),
    ("text-transform is ignored", '<p style="text-transform:uppercase">pm2.5</p>', ["pm2.5"]),
    ("sup of a unit", "<p>新建5万m<sup>2</sup>，库容3m<sup>3</sup>，见注<sup>2</sup></p>", ["新建5万m²，库容3m³，见注2"]),
    ("unclosed p and li", "<p>甲<p>乙<ul><li>丙<li>丁</ul>", ["甲", "乙", "丙", "丁"]),
    ("capital tags, no quotes", "<P ALIGN=CENTER>甲</P><DIV CLASS=X>乙</DIV>", ["甲", "乙"]),
    ("comments", "<p>甲<!-- 乙 -->丙<![if !supportEmptyParas]>丁<![endif]></p><!--[if gte mso 9]><p>戊</p><![endif]-->", ["甲丙丁"]),
    ("deleted and inserted words", "<p>甲<del>乙</del><ins>丙</ins></p>", ["甲丙"]),
    ("details", "<details><summary>甲</summary><p>乙</p></details>", ["甲", "乙"]),
    ("NUL", "<p>甲\0乙</p>", ["甲乙"]),
    ("half characters", "<p>甲&#xD800;乙&#0;</p>", ["甲\ufffd乙\ufffd"]),
    ("ul has no bullets", "<ul><li>甲</li><li>乙</li></ul>", ["甲", "乙"]),
    ("ol", "<ol><li>甲</li><li>乙</li></ol>", ["1.甲", "2.乙"]),
    ("ol start, value", '<ol start="3"><li>甲<li value="7">乙<li>丙</ol>', ["3.甲", "7.乙", "8.丙"]),
    ("ol reversed", "<ol reversed><li>甲</li><li>乙</li></ol>", ["2.甲", "1.乙"]),
    ("ol type", '<ol type="A"><li>甲</ol><ol type=a><li>乙</ol><ol type="I" start=4><li>丙</ol><ol type=i start=9><li>丁</ol>', ["A.甲", "a.乙", "IV.丙", "ix.丁"]),
    ("ol Chinese", '<ol style="list-style-type: simp-chinese-informal" start=9><li>甲<li>乙<li>丙</ol>', ["九、甲", "十、乙", "十一、丙"]),
    ("ol ideographic, in li", '<ol><li style="list-style-type:cjk-ideographic">甲</ol>', ["一、甲"]),
    ("ol none", '<ol style="list-style:none"><li>甲</ol>', ["甲"]),
    ("ol none by type", '<ol style="list-style-type:none"><li>一、甲</ol>', ["一、甲"]),
    ("ol whose items are numbered by hand", "<ol><li>1.甲</li><li>（二）乙</li><li>2.5万亩</li></ol>", ["1.甲", "（二）乙", "3.2.5万亩"]),
    ("ol nested", "<ol><li>甲<ol><li>乙</li><li>丙</li></ol></li><li>丁<ul><li>戊</ul></li></ol>", ["1.甲", "1.乙", "2.丙", "2.丁", "戊"]),
    ("ol with paragraphs in items", "<ol><li><p>甲</p><p>乙</p></li><li><p>丙</p></li></ol>", ["1.甲", "乙", "2.丙"]),
    ("ol empty item", "<ol><li></li><li>乙</li></ol>", ["2.乙"]),
    ("numbers of Word", "<p class=MsoListParagraph><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>一、<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span><![endif]>甲</p>", ["一、甲"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "wanted"), [w[1:] for w in WORDS], ids=[w[0] for w in WORDS])
def test_words(body: str, wanted: list[str]) -> None:
    assert lines(body) == wanted


HIDDEN = [
    ("display none", '<p style="DISPLAY: none">甲</p><p style="color:red;display:none !important">乙</p>'),
    ("visibility", '<p style="visibility:hidden">甲</p>'),
    ("hidden attribute", "<p hidden>甲</p><div hidden=''><p>乙</p></div>"),
    ("hidden in a paragraph", '<p><span style="display:none">甲</span></p>'),
    ("no size", '<p><span style="font-size:0px">甲</span><font style="font-size: 0">乙</font></p>'),
    ("out of sight", '<div style="position:absolute;left:-9999px">甲</div>'),
    ("hidden by Word", "<p><span style='mso-hide:all'>甲</span></p>"),
    ("comments of Word", "<div style='mso-element:comment-list'><p>甲</p></div>"),
    ("script, style", "<script>document.write('<p>甲</p>')</script><style>p{content:'乙'}</style><noscript>丙</noscript><template><p>丁</p></template>"),
    ("form fields", "<form><select><option>甲</select><button>乙</button><textarea>丙</textarea><input type=text value=丁><input type=hidden value=戊></form>"),
    ("frames, drawings", "<iframe src=x>甲</iframe><svg><text>乙</text></svg><object>丙</object><video>丁</video><math><mi>戊</mi></math>"),
    ("nav, aside, footer", "<nav>甲</nav><aside>乙</aside><footer><p>丙</p></footer>"),
    ("marquee", "<marquee>甲</marquee>"),
    ("running heads of LibreOffice", '<div title="header"><p>甲</p></div><div title="footer"><p>乙</p></div>'),
]


@pytest.mark.parametrize("body", [h[1] for h in HIDDEN], ids=[h[0] for h in HIDDEN])
def test_hidden(body: str) -> None:
    assert lines(body) == []


SHOWN = [
    ("a container of size 0 around words with a size", '<div style="font-size:0"><p style="font-size:16px">甲</p></div>', "", ["甲"]),
    ("font-size 0.9em", '<p><span style="font-size:0.9em">甲</span></p>', "", ["甲"]),
    ("display block", '<p style="display:block">甲</p>', "", ["甲"]),
    (
        "hidden by a style sheet",
        '<p class="a gone">甲</p><p id="lost">乙</p><p class="b">丙</p>',
        "<style>@charset 'utf-8'; @import 'a.css'; .gone{display:none} p#lost , .x{display : none}</style>",
        ["丙"],
    ),
    ("shown by its own style", '<p class="a" style="display:block">甲</p>', "<style>.a{display:none}</style>", ["甲"]),
    ("hidden in print only", '<p class="a">甲</p>', "<style>@media print{.a{display:none}} @media (max-width:9px){.a{display:none}}</style>", ["甲"]),
    ("a tab that another rule shows", '<p class="tab on">甲</p>', "<style>.tab{display:none}.tab.on{display:block}</style>", ["甲"]),
    ("hidden below another", '<p class="a">甲</p>', "<style>.menu .a{display:none} .a:hover{display:none}</style>", ["甲"]),
]


@pytest.mark.parametrize(("body", "head", "wanted"), [s[1:] for s in SHOWN], ids=[s[0] for s in SHOWN])
def test_not_hidden(body: str, head: str, wanted: list[str]) -> None:
    assert lines(body, head) == wanted


def test_a_text_that_waits_for_a_script_to_show_it_is_read() -> None:
    body = '<div>正在加载</div><div id="content" style="display:none">' + PLAN * 20 + "</div>"
    assert source_of_bytes(f"<html><body>{body}</body></html>".encode(), "x").text.count(LINE) == 20


def test_places_and_beginnings() -> None:
    source = source_of_bytes(f"<html><body>{PLAN}<p>甲<br>乙</p><p>丙<br>　　丁</p></body></html>".encode(), "x")
    assert source.places == ("p1", "p2", "p2", "p3", "p4")
    assert source.begins == (True, True, None, True, True)


def test_tracked_changes_as_not_made() -> None:
    from loaders.reader import Ask, reader_for_suffix

    reader = reader_for_suffix(".htm")
    assert reader is not None
    assert reader.read(f"<html>{PLAN}<p>甲<del>乙</del><ins>丙</ins></p>".encode(), Ask("x", "original")).text.endswith("甲乙")
