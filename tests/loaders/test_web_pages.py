"""Whole pages of invented sites: the plan, its metadata and its tables; nothing of the site; whatever the page declares of its encoding."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import sample_facts as sf
from graph_facts import difference, facts_of
from web_pages import LINKS, SHAPES, mhtml, trs, ucap, unwrapped

from graphmodel.plan import Source
from graphmodel.problems import Problem
from loaders.load import load
from loaders.open import source_of_bytes
from loaders.reader import Ask, reader_for_bytes, reader_for_suffix

SITE = ("首页", "当前位置", "ICP备", "打印", "下载", "大数据局", "信息中心", "脚本局", "隐藏局", "看不见局", "热点", "栏目导航", "今天是", *LINKS)


@cache
def _told(name: str) -> Source:
    text = (Path(__file__).parents[2] / "fengong" / "samples" / f"{name}.txt").read_text(encoding="utf-8")
    return source_of_bytes((unwrapped(text) if name == "lists" else text).encode(), "plan")


def _title(text: str) -> str:
    return next((line.strip() for line in text.split("\n") if line.strip().endswith("通知")), "方案")


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", sf.NAMES)
def test_a_page_reads_as_its_plan_does(name: str, shape: str) -> None:
    told = _told(name)
    page = SHAPES[shape](told.text, _title(told.text))
    read = source_of_bytes(page.encode("gb18030" if "gb2312" in page else "utf-8"), "plan")
    assert difference(told, read) == []
    assert [w for w in SITE if w in read.text and w not in told.text] == []


RARE = "（此件公开发布，抄送：㐀𠮷镕喆淼）"  # beyond gb2312, some beyond gbk

ENCODED = [
    ("utf-8", "utf-8", "utf-8"),
    ("utf-8 with mark, declared gb2312", "gb2312", "utf-8-sig"),
    ("utf-8, declared gb2312", "gb2312", "utf-8"),
    ("gb18030, declared gb2312", "gb2312", "gb18030"),
    ("gb18030, declared GBK", "GBK", "gb18030"),
    ("gb18030, declared utf-8", "utf-8", "gb18030"),
    ("gb18030, declared iso-8859-1", "iso-8859-1", "gb18030"),
    ("gb18030, nothing declared", "", "gb18030"),
    ("utf-8, nothing declared", "", "utf-8"),
    ("utf-16 with mark, declared utf-8", "utf-8", "utf-16"),
    ("utf-16 without mark", "utf-16", "utf-16-le"),
    ("big-endian without mark", "utf-16", "utf-16-be"),
]


@pytest.mark.parametrize(("declared", "encoding"), [e[1:] for e in ENCODED], ids=[e[0] for e in ENCODED])
@pytest.mark.parametrize("shape", [trs, ucap], ids=["trs", "ucap"])
def test_encodings(shape: Callable[[str, str, str], str], declared: str, encoding: str) -> None:
    told = _told("inline")
    page = shape(told.text + "\n\n" + RARE, _title(told.text), declared)
    if not declared:
        page = page.replace(' charset=""', "").replace("text/html; charset=", "text/html")
    data = page.encode(encoding)
    reader = reader_for_suffix(".html")
    assert reader is not None
    read = reader.read(data, Ask("plan"))
    assert RARE in read.text and read.remarks == ()
    assert [d for d in difference(told, read) if "抄送" not in d] == []


def test_big5() -> None:
    words = "<p>一、推進改革，完成改造300戶（牽頭單位：市財政局；責任單位：市審計局）。</p>"
    for declared in ("big5", "utf-8"):
        read = source_of_bytes(f'<html><meta charset="{declared}"><body>{words * 3}'.encode("big5"), "x")
        assert read.text.split("\n")[0] == words[3:-4]


def test_single_bad_bytes_are_said_and_not_fatal() -> None:
    told = _told("prose")
    for encoding in ("utf-8", "gb18030"):
        page = trs(told.text, _title(told.text), "gb2312").encode(encoding)
        at = page.index("数字乡村建设".encode(encoding), len(page) // 3)
        read = source_of_bytes(page[:at] + b"\xff" + page[at:], "x")
        assert read.text.count("\ufffd") == 1 and len(load(read).tasks) == len(load(told).tasks)
        assert len(read.remarks) == 1 and "1 处字节" in read.remarks[0][0] and "\ufffd" in read.remarks[0][1]


def test_bad_bytes_of_the_site_are_not_worth_a_word() -> None:
    page = trs(_told("prose").text, "方案").encode().replace("热点新闻".encode(), b"\xff\xfe")
    assert source_of_bytes(page, "x").remarks == ()


ARCHIVES = [
    ("Chrome", "utf-8", "quoted-printable", "chrome"),
    ("IE, gb2312", "gb2312", "quoted-printable", "ie"),
    ("IE, base64", "gb2312", "base64", "ie"),
    ("WPS, base64", "utf-8", "base64", "wps"),
    ("WPS, unicode", "utf-16", "base64", "wps"),
]


@pytest.mark.parametrize(("charset", "encoding", "writer"), [a[1:] for a in ARCHIVES], ids=[a[0] for a in ARCHIVES])
@pytest.mark.parametrize("name", ["tables", "mixed"])
def test_archives(name: str, charset: str, encoding: str, writer: str) -> None:
    told = _told(name)
    data = mhtml(trs(told.text, _title(told.text), charset), charset, encoding, writer)
    reader = reader_for_bytes(data)
    assert reader is not None and reader.name == "web archive"
    assert difference(told, source_of_bytes(data, "plan")) == []


_HEAD = b'From: <Saved by Blink>\r\nSubject: plan\r\nDate: Thu, 2 Jan 2025 03:04:05 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="b"\r\n\r\n'


def test_an_archive_whose_text_stands_in_a_frame() -> None:
    told = _told("clean")
    frame = ucap(told.text, "x").encode()
    main = b'<html><body><div><a href="/">a</a></div><iframe src="cid:frame-1@mhtml.blink"></iframe></body></html>'
    head = _HEAD
    parts = [
        b"Content-Type: text/html\r\nContent-Location: https://a.invalid/\r\n\r\n" + main,
        b"Content-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n\r\n" + frame,
    ]
    assert difference(told, source_of_bytes(head + b"".join(b"--b\r\n" + p + b"\r\n" for p in parts) + b"--b--\r\n", "plan")) == []


def test_a_workbook_as_archive() -> None:
    sheet = "<html><body><table><tr><td>任务</td><td>牵头单位</td></tr><tr><td>改造老旧小区，完成300户</td><td>市{}局</td></tr></table></body></html>"
    main = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><frameset rows="*,39"><frame src="a.files/sheet001.htm"><frame src="a.files/tabstrip.htm"></frameset></html>'
    pages = [("file:///C:/a.htm", main), ("file:///C:/a.files/sheet001.htm", sheet.format("财政")), ("file:///C:/a.files/sheet002.htm", sheet.format("审计"))]
    data = _HEAD
    for place, page in pages:
        data += f"--b\r\nContent-Location: {place}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}\r\n".encode()
    read = source_of_bytes(data + b"--b--\r\n", "x")
    assert len(read.tables) == 2 and "市财政局" in read.text and "市审计局" in read.text


def test_word_and_excel_files_that_are_pages_inside() -> None:
    table = "<table><tr><td>任务</td><td>牵头单位</td></tr><tr><td>改造老旧小区，完成300户</td><td>市财政局</td></tr></table>".encode("gbk")
    for data in (
        b'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset=gb2312></head><body>' + table,
        table,
        b"\xef\xbb\xbf<TABLE" + table[6:],
    ):
        reader = reader_for_bytes(data)
        assert reader is not None and reader.name == "web page"


NO_PLAN = [
    ("empty", b" \n", "空文件"),
    ("frameset", b"<html><frameset cols='20%,*'><frame src=a.htm><frame src=b.htm></frameset><noframes>\xe6\x82\xa8</noframes></html>", "框架"),
    ("iframe", "<html><body><a href=/>首页</a><iframe src=b.htm></iframe></body></html>".encode(), "框架"),
    ("a script fetches the text", b'<html><body><div id="app"></div><script src="app.js"></script></body></html>', "脚本"),
    (
        "please enable JavaScript",
        "<html><body><div>本网站需要启用JavaScript，请在浏览器设置中打开后刷新页面</div><script></script></body></html>".encode(),
        "没有方案",
    ),
    (
        "403",
        "<html><head><title>403 Forbidden</title></head><body><h1>403 Forbidden</h1><p>您没有权限访问该页面，请联系管理员。</p></body></html>".encode(),
        "没有方案",
    ),
    ("404", "<html><body><p>抱歉，您访问的页面不存在或已删除</p></body></html>".encode("gbk"), "没有方案"),
    ("nothing", b"<html><body></body></html>", "没有方案"),
    (
        "an archive without a page",
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--',
        "没有网页",
    ),
    ("a cut archive", b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n', "没有网页"),
    ("more tags than any plan", b"<html>" + b"<p>a" * 700_000, "标签"),
]


@pytest.mark.parametrize(("data", "zh"), [n[1:] for n in NO_PLAN], ids=[n[0] for n in NO_PLAN])
def test_what_holds_no_plan_is_one_sentence(data: bytes, zh: str) -> None:
    reader = reader_for_bytes(data) or reader_for_suffix(".html")
    assert reader is not None
    with pytest.raises(Problem) as caught:
        reader.read(data, Ask("某页.html"))
    assert zh in caught.value.zh and "某页.html" in caught.value.zh and "某页.html" in caught.value.en
    assert "\n" not in caught.value.zh + caught.value.en and caught.value.zh.count("。") == 1


def test_facts_differ_where_plans_differ() -> None:
    assert facts_of(load(_told("clean"))) != facts_of(load(_told("prose")))
    other = source_of_bytes(_told("clean").text.replace("县公安局", "县民政局").encode(), "plan")
    assert difference(_told("clean"), other)
