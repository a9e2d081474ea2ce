"""Automatic numbering of Word files: what is printed before the words and stands nowhere in the text."""

from __future__ import annotations

import pytest
from word_files import abstract, docx, lvl, num, override, p, tbl, tc, tr

from loaders.open import source_of_bytes
from loaders.word.number_formats import printed

CHINESE = abstract(
    0,
    lvl(0, "chineseCountingThousand", "%1、", suff="nothing"),
    lvl(1, "chineseCounting", "（%2）", suff="nothing"),
    lvl(2, "decimal", "%3."),
    lvl(3, "decimal", "（%4）"),
    lvl(4, "decimalEnclosedCircle", "%5"),
) + num(1, 0)
OUTLINE = abstract(0, lvl(0, text="%1"), lvl(1, text="%1.%2"), lvl(2, text="%1.%2.%3")) + num(1, 0)


def lines(body: str, numbering: str, styles: str = "") -> list[str]:
    around = {"numbering": numbering} | ({"styles": styles} if styles else {})
    return source_of_bytes(docx(body, **around), "plan.docx").text.split("\n")


def test_the_five_ways_in_which_chinese_plans_count() -> None:
    body = "".join(p(words, 1, level) for words, level in [("总体要求", 0), ("主要目标", 1), ("推进改革", 2), ("建设平台", 3), ("完善制度", 4), ("健全机制", 4)])
    body += "".join(p(words, 1, level) for words, level in [("再建一个", 3), ("扩大开放", 2), ("工作要求", 1), ("保障措施", 0), ("加强领导", 1)])
    assert lines(body, CHINESE) == [
        "一、总体要求", "（一）主要目标", "1.推进改革", "（1）建设平台", "①完善制度", "②健全机制", "（2）再建一个", "2.扩大开放", "（二）工作要求", "二、保障措施", "（一）加强领导",
    ]  # fmt: skip


# (format, number, as printed)
FORMATS = [
    ("decimal", 12, "12"), ("decimalZero", 7, "07"), ("decimalZero", 12, "12"), ("decimalFullWidth", 12, "１２"), ("upperRoman", 14, "XIV"), ("lowerRoman", 4, "iv"),
    ("upperLetter", 1, "A"), ("upperLetter", 27, "AA"), ("lowerLetter", 28, "bb"), ("lowerLetter", 26, "z"), ("ordinal", 2, "2nd"), ("ordinal", 11, "11th"),
    ("numberInDash", 3, "- 3 -"), ("decimalEnclosedCircle", 1, "①"), ("decimalEnclosedCircle", 20, "⑳"), ("decimalEnclosedCircle", 21, "21"),
    ("decimalEnclosedCircleChinese", 10, "⑩"), ("decimalEnclosedParen", 3, "⑶"), ("decimalEnclosedFullstop", 20, "⒛"), ("ideographEnclosedCircle", 2, "㊁"),
    ("chineseCounting", 10, "十"), ("chineseCounting", 11, "十一"), ("chineseCounting", 20, "二十"), ("chineseCounting", 99, "九十九"), ("chineseCounting", 101, "一〇一"),
    ("chineseCountingThousand", 10, "十"), ("chineseCountingThousand", 100, "一百"), ("chineseCountingThousand", 101, "一百〇一"), ("chineseCountingThousand", 110, "一百一十"),
    ("chineseCountingThousand", 1024, "一千〇二十四"), ("chineseCountingThousand", 10001, "一万〇一"), ("japaneseCounting", 3, "三"), ("japaneseCounting", 100, "百"),
    ("taiwaneseCounting", 12, "十二"), ("taiwaneseCountingThousand", 21, "二十一"), ("ideographDigital", 10, "一〇"), ("ideographDigital", 12, "一二"),
    ("ideographTraditional", 1, "甲"), ("ideographTraditional", 10, "癸"), ("ideographTraditional", 11, "11"), ("ideographZodiac", 12, "亥"), ("ideographZodiacTraditional", 2, "乙丑"),
    ("chineseLegalSimplified", 3, "叁"), ("chineseLegalSimplified", 12, "壹拾贰"), ("ideographLegalTraditional", 2, "貳"), ("none", 5, ""), ("bullet", 5, ""),
    ("hebrew1", 5, "5"), ("", 5, "5"), ("decimal", 0, "0"), ("decimal", -1, "-1"), ("chineseCounting", 0, "〇"), ("upperLetter", 0, "0"), ("lowerRoman", 0, "0"),
    ("upperRoman", 999_999_999, "999999999"), ("upperLetter", 999_999_999, "999999999"), ("chineseCountingThousand", 999_999_999, "九九九九九九九九九"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "n", "words"), FORMATS)
def test_formats(form: str, n: int, words: str) -> None:
    assert printed(n, form) == words


LEGAL = lvl(1, text="%1.%2", more="<w:isLgl/>")
CUSTOM = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
    '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>'
)
PICTURE = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlPicBulletId w:val="0"/></w:lvl>'
HIDDEN = lvl(0).replace("</w:lvl>", "<w:rPr><w:vanish/></w:rPr></w:lvl>")
TWO = abstract(0, lvl(0), lvl(1))

# (name, [(words, numId, level)], numbering, lines)
CASES = [
    ("two uses of one definition count on together", [("甲", 1, 0), ("乙", 2, 0), ("丙", 1, 0)], OUTLINE + num(2, 0), ["1 甲", "2 乙", "3 丙"]),
    ("a use that starts anew, once", [("甲", 1, 0), ("乙", 1, 0), ("丙", 2, 0), ("丁", 2, 0), ("戊", 1, 0)], OUTLINE + num(2, 0, override(0, start=5)), ["1 甲", "2 乙", "5 丙", "6 丁", "7 戊"]),
    ("a use that starts anew at 1", [("甲", 1, 0), ("乙", 2, 0), ("丙", 3, 0)], OUTLINE + num(2, 0, override(0, start=1)) + num(3, 0, override(0, start=1)), ["1 甲", "1 乙", "1 丙"]),
    ("an override with a level of its own", [("甲", 1, 0), ("乙", 2, 0)], OUTLINE + num(2, 0, override(0, lvl(0, "chineseCounting", "%1、"))), ["1 甲", "二、乙"]),
    ("an override with a level and a start", [("甲", 2, 0), ("乙", 2, 0)], OUTLINE + num(2, 0, override(0, lvl(0, "decimal", "第%1条"), start=3)), ["第3条 甲", "第4条 乙"]),
    ("two definitions count for themselves", [("甲", 1, 0), ("乙", 2, 0), ("丙", 1, 0)], OUTLINE.replace(num(1, 0), "") + abstract(7, lvl(0, "upperLetter", "%1)")) + num(1, 0) + num(2, 7), ["1 甲", "A)乙", "2 丙"]),
    ("lower levels start anew", [("甲", 1, 0), ("乙", 1, 1), ("丙", 1, 0), ("丁", 1, 1)], OUTLINE, ["1 甲", "1.1 乙", "2 丙", "2.1 丁"]),
    ("a level that never starts anew", [("甲", 1, 0), ("乙", 1, 1), ("丙", 1, 0), ("丁", 1, 1)], abstract(0, lvl(0), lvl(1, more='<w:lvlRestart w:val="0"/>')) + num(1, 0), ["1.甲", "1.乙", "2.丙", "2.丁"]),
    ("a level that starts anew behind the first only", [("甲", 1, 0), ("乙", 1, 1), ("丙", 1, 2), ("丁", 1, 1), ("戊", 1, 2), ("己", 1, 0), ("庚", 1, 2)],
     abstract(0, lvl(0), lvl(1), lvl(2, more='<w:lvlRestart w:val="1"/>')) + num(1, 0), ["1.甲", "1.乙", "1.丙", "2.丁", "2.戊", "2.己", "1.庚"]),
    ("levels that were skipped", [("甲", 1, 1), ("乙", 1, 0), ("丙", 1, 2)], OUTLINE, ["1.1 甲", "2 乙", "2.1.1 丙"]),
    ("plain figures of levels above", [("甲", 1, 0), ("乙", 1, 1)], abstract(0, lvl(0, "chineseCounting", "%1、"), LEGAL) + num(1, 0), ["一、甲", "1.1 乙"]),
    ("figures of levels above as they are", [("甲", 1, 0), ("乙", 1, 1)], abstract(0, lvl(0, "chineseCounting", "%1、"), lvl(1, text="%1.%2")) + num(1, 0), ["一、甲", "一.1 乙"]),
    ("starts at another number", [("甲", 1, 0), ("乙", 1, 0)], abstract(0, lvl(0, "chineseCounting", "%1、", start=9)) + num(1, 0), ["九、甲", "十、乙"]),
    ("starts at nothing", [("甲", 1, 0)], abstract(0, lvl(0, start=0)) + num(1, 0), ["0.甲"]),
    ("bullets", [("甲", 1, 0), ("乙", 1, 0)], abstract(0, lvl(0, "bullet", "\uf0b7")) + num(1, 0), ["•甲", "•乙"]),
    ("a bullet that is a picture", [("甲", 1, 0)], abstract(0, PICTURE) + num(1, 0), ["•甲"]),
    ("a bullet that is nothing", [("甲", 1, 0)], abstract(0, lvl(0, "bullet", "")) + num(1, 0), ["甲"]),
    ("no number", [("甲", 1, 0)], abstract(0, lvl(0, "none", "")) + num(1, 0), ["甲"]),
    ("words without a number", [("甲", 1, 0)], abstract(0, lvl(0, "none", "注：%1")) + num(1, 0), ["注：甲"]),
    ("a hidden number still counts", [("甲", 1, 0), ("乙", 1, 1)], abstract(0, HIDDEN, lvl(1, text="%1.%2")) + num(1, 0), ["甲", "1.1 乙"]),
    ("zeros in front", [("甲", 1, 0)], abstract(0, CUSTOM) + num(1, 0), ["001.甲"]),
    ("a chapter", [("总则", 1, 0)], abstract(0, lvl(0, "chineseCounting", "第%1章")) + num(1, 0), ["第一章 总则"]),
    ("a chapter with a blank", [("总则", 1, 0)], abstract(0, lvl(0, "chineseCounting", "第%1章", suff="space")) + num(1, 0), ["第一章 总则"]),
    ("a chapter without a gap", [("总则", 1, 0)], abstract(0, lvl(0, "chineseCounting", "第%1章", suff="nothing")) + num(1, 0), ["第一章总则"]),
    ("a blank behind a Latin mark", [("甲", 1, 0)], abstract(0, lvl(0, suff="space")) + num(1, 0), ["1. 甲"]),
    ("a blank behind a Chinese mark is none", [("甲", 1, 0)], abstract(0, lvl(0, "chineseCounting", "%1、", suff="space")) + num(1, 0), ["一、甲"]),
    ("a figure behind a number", [("5G基站", 1, 0)], TWO + num(1, 0), ["1. 5G基站"]),
    ("a figure behind a number and a Chinese mark", [("22个小区", 1, 0), ("改造", 1, 0)], abstract(0, lvl(0, text="%1、")) + num(1, 0), ["1、 22个小区", "2、改造"]),
    ("a figure behind a number without a gap", [("5G基站", 1, 0), ("改造", 1, 0)], abstract(0, lvl(0, suff="nothing")) + num(1, 0), ["1. 5G基站", "2.改造"]),
    ("a figure behind a Chinese number", [("22个小区", 1, 0)], abstract(0, lvl(0, "chineseCounting", "%1、")) + num(1, 0), ["一、22个小区"]),
    ("a figure behind a bracket", [("22个小区", 1, 0)], abstract(0, lvl(0, text="（%1）")) + num(1, 0), ["（1）22个小区"]),
    ("an empty paragraph counts and is left out", [("甲", 1, 0), ("", 1, 0), ("丙", 1, 0)], TWO + num(1, 0), ["1.甲", "3.丙"]),
    ("blanks only", [("甲", 1, 0), ("\u3000", 1, 0), ("丙", 1, 0)], TWO + num(1, 0), ["1.甲", "3.丙"]),
    ("switched off", [("甲", 1, 0), ("乙", 0, 0)], TWO + num(1, 0), ["1.甲", "乙"]),
    ("a list that is not there", [("甲", 9, 0)], TWO + num(1, 0), ["甲"]),
    ("a definition that is not there", [("甲", 1, 0)], num(1, 5), ["甲"]),
    ("a level that is not there", [("甲", 1, 7)], TWO + num(1, 0), ["甲"]),
    ("a level beyond all", [("甲", 1, 99)], TWO + num(1, 0), ["甲"]),
    ("a level that is no number", [("甲", 1, None)], TWO + num(1, 0), ["1.甲"]),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "numbering", "read"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_lists(paragraphs: list[tuple[str, int | None, int | None]], numbering: str, read: list[str]) -> None:
    assert lines("".join(p(*paragraph) for paragraph in paragraphs), numbering) == read


def style(name: str, inside: str = "", based_on: str = "", more: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="paragraph" w:styleId="{name}"{more}><w:name w:val="{name}"/>{base}<w:pPr>{inside}</w:pPr></w:style>'


def numpr(list_id: int | None = None, level: int | None = None) -> str:
    return (
        "<w:numPr>" + (f'<w:ilvl w:val="{level}"/>' if level is not None else "") + (f'<w:numId w:val="{list_id}"/>' if list_id is not None else "") + "</w:numPr>"
    )


HEADS = abstract(
    0, lvl(0, "chineseCounting", "%1、", more='<w:pStyle w:val="H1"/>'), lvl(1, "chineseCounting", "（%2）", more='<w:pStyle w:val="H2"/>'), lvl(2, text="%3.")
) + num(1, 0)  # fmt: skip
LINKED = (
    '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="L"/>' + lvl(0, "chineseCounting", "%1、") + '</w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>' + num(1, 0) + num(2, 1)
)  # fmt: skip
LINK = '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
OWN_LINK = LINKED.replace('<w:styleLink w:val="L"/>', "")  # only the style leads to the definition
CIRCLE = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>' + num(1, 0)

# (name, body, styles, numbering, lines)
STYLES = [
    (
        "a style carries the list",
        p("甲", style="H1") + p("乙", style="H2") + p("丙", style="H1"),
        style("H1", numpr(1)) + style("H2", numpr(1, 1)),
        HEADS,
        ["一、甲", "（一）乙", "二、丙"],
    ),
    (
        "the level is that which names the style",
        p("甲", style="H1") + p("乙", style="H2"),
        style("H1", numpr(1)) + style("H2", numpr(1)),
        HEADS,
        ["一、甲", "（一）乙"],
    ),
    ("a style based on it", p("甲", style="H9"), style("H1", numpr(1)) + style("H9", based_on="H1"), HEADS, ["一、甲"]),
    ("a style based on it names a level", p("甲", style="H9"), style("H1", numpr(1)) + style("H9", numpr(None, 2), based_on="H1"), HEADS, ["1.甲"]),
    ("a style based on it, with a level of its own", p("甲", style="H2"), style("H1", numpr(1)) + style("H2", based_on="H1"), HEADS, ["（一）甲"]),
    ("a style based on it switches it off", p("甲", style="H9"), style("H1", numpr(1)) + style("H9", numpr(0), based_on="H1"), HEADS, ["甲"]),
    ("the paragraph switches it off", p("甲", 0, style="H1"), style("H1", numpr(1)), HEADS, ["甲"]),
    ("the paragraph has its own", p("甲", 1, 2, style="H1"), style("H1", numpr(1)), HEADS, ["1.甲"]),
    ("the paragraph has its own list, the style the level", p("甲", 1, style="H2"), style("H2", numpr(9, 1)), HEADS, ["（一）甲"]),
    ("the paragraph names a level only", p("甲", None, 1, style="H1"), style("H1", numpr(1)), HEADS, ["（一）甲"]),
    ("the style of all paragraphs", p("甲"), style("N", numpr(1, 0), more=' w:default="1"'), HEADS, ["一、甲"]),
    ("a style that is not there", p("甲", style="X"), style("H1", numpr(1)), HEADS, ["甲"]),
    ("styles in a circle", p("甲", style="A"), style("A", based_on="B") + style("B", based_on="A"), HEADS, ["甲"]),
    ("a list style", p("甲", 2, 0) + p("乙", 2, 0), LINK, LINKED, ["一、甲", "二、乙"]),
    ("a list style by its own list", p("甲", 2, 0), LINK, OWN_LINK, ["一、甲"]),
    ("a list style that leads nowhere", p("甲", 2, 0), "", OWN_LINK, ["甲"]),
    ("a list style that leads to itself", p("甲", 1, 0), LINK, CIRCLE, ["甲"]),
]


@pytest.mark.parametrize(("body", "styles", "numbering", "read"), [s[1:] for s in STYLES], ids=[s[0] for s in STYLES])
def test_styles(body: str, styles: str, numbering: str, read: list[str]) -> None:
    assert lines(body, numbering, styles) == read


def test_numbers_go_on_through_tables() -> None:
    body = p("甲", 1, 0) + tbl(tr("乙", tc(p("丙", 1, 0))), tr("丁", tc(p("戊", 1, 0)))) + p("己", 1, 0)
    assert lines(body, TWO + num(1, 0)) == ["1.甲", "乙", "2.丙", "丁", "3.戊", "4.己"]


def test_a_cell_that_holds_only_a_number_says_it() -> None:
    """序号 made by automatic numbering: the cells have no words at all."""
    body = tbl(*(tr(tc(p("", 1, 0)), words) for words in ("甲", "乙", "丙")), tr("", "丁"))
    assert lines(body, TWO + num(1, 0)) == ["1.", "甲", "2.", "乙", "3.", "丙", "丁"]


def test_a_cell_with_only_a_bullet_is_empty() -> None:
    assert lines(tbl(tr(tc(p("", 1, 0)), "甲"), tr("乙", "丙")), abstract(0, lvl(0, "bullet", "●")) + num(1, 0)) == ["甲", "乙", "丙"]


def test_without_definitions_words_stay() -> None:
    assert source_of_bytes(docx(p("甲", 1, 0)), "x").text == "甲"
