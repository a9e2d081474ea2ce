"""Pages that would make a reader slow, huge or wrong: each is read or refused, in seconds."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from web_pages import SHAPES, mhtml

from graphmodel.plan import Source
from graphmodel.problems import Problem
from loaders.open import source_of_bytes
from loaders.reader import Ask, reader_for_suffix

LINE = "一、推进改革，完成改造300户（牵头单位：市财政局；配合单位：市审计局）。"
TOLD = f"<p>{LINE}</p>"
N = 590_000  # tags: as many as are read
SECONDS = 10.0

BOMBS = [
    ("nested divs", "<div>" * 100_000 + TOLD, True),
    ("nested divs and lists", "<div><ul><li>" * 30_000 + TOLD, True),
    ("as many nested divs as are read", "<div>" * N + TOLD, True),
    ("deep, then flat", "<div>" * 3_000 + "<div></div>" * 200_000 + TOLD, True),
    ("nested tables", "<table><tr><td>" * 60_000 + TOLD, True),
    ("fonts that are opened anew in every paragraph", "".join(f"<font a{i}>" for i in range(20_000)) + "<p>x" * 20_000 + TOLD, True),
    ("a hundred thousand attributes", "<div " + " ".join(f"a{i}=1" for i in range(100_000)) + ">" + TOLD, True),
    ("attributes without blanks", "<div " + "".join(f'a{i}=""' for i in range(100_000)) + ">" + TOLD, True),
    ("many tags of many attributes", ("<b " + " ".join(f"a{i}=1" for i in range(60)) + ">") * 30_000 + TOLD, True),
    ("entities", "<p>" + "&amp;" * 900_000 + "</p>" + TOLD, True),
    ("entities beyond a line", "&#x4e00;" * 2_000_000 + TOLD, False),
    ("NUL bytes", "<p>\0</p>" * 50_000 + TOLD, True),
    ("blanks", "<p>甲" + " " * 5_000_000 + "乙</p>" + TOLD, True),
    ("line breaks", "<p>甲" + "\n" * 5_000_000 + "乙</p>" + TOLD, True),
    ("a picture in the page", '<img src="data:image/png;base64,' + "A" * 15_000_000 + '">' + TOLD, True),
    ("links without end", "<a href=x>甲乙" * 150_000 + TOLD, True),
    ("an open comment", TOLD + "<!--" + "a" * 5_000_000, True),
    ("an open attribute", TOLD + '<div class="' + "a" * 5_000_000, True),
    ("style sheets", "<style>" + ".a{display:none}" * 200_000 + "@media{" * 200_000 + "/*" * 200_000 + "</style>" + TOLD, True),
    ("styles that differ", "".join(f'<p style="color:{i};display:block">甲' for i in range(100_000)) + TOLD, True),
    ("cells", "<table>" + ("<tr>" + "<td>甲" * 100) * 3_000 + "</table>", True),
    ("more tags than any plan", "<p>甲" * 700_000, False),
]


def _read(body: str) -> Source | Problem:
    reader = reader_for_suffix(".html")
    assert reader is not None
    try:
        return reader.read(f"<html><body>{body}".encode(), Ask("x"))
    except Problem as problem:
        return problem


@pytest.mark.parametrize(("body", "read"), [b[1:] for b in BOMBS], ids=[b[0] for b in BOMBS])
def test_bombs(body: str, read: bool) -> None:
    start = time.process_time()
    found = _read(body)
    assert time.process_time() - start < SECONDS
    assert isinstance(found, Source) == read
    if isinstance(found, Source) and "cells" not in body and "<td>甲" not in body:
        assert LINE in found.text


def test_a_page_of_a_megabyte_and_a_half_is_read_in_no_time() -> None:
    page = SHAPES["word"]("\n\n".join([_plan()] * 40), "方案").encode("gb18030")
    assert len(page) > 1_500_000
    start = time.process_time()
    assert len(source_of_bytes(page, "x").tables) == 40
    assert time.process_time() - start < 1.0  # 0.1 s where nothing else runs


def _plan() -> str:
    return (Path(__file__).parents[2] / "fengong" / "samples" / "tables.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("shape", [*SHAPES, "mhtml"])
def test_half_a_page_is_read_or_refused(shape: str) -> None:
    """What is read of a cut page is a beginning of what is read of the whole one, but for its last lines."""
    made = SHAPES.get(shape, SHAPES["trs"])(_plan(), "方案")
    data = mhtml(made) if shape == "mhtml" else made.encode("gb18030" if "gb2312" in made else "utf-8")
    whole = source_of_bytes(data, "x").text
    read = 0
    for size in range(1, len(data), len(data) // 60):
        reader = reader_for_suffix(".mhtml" if shape == "mhtml" else ".html")
        assert reader is not None
        try:
            text = reader.read(data[:size], Ask("x")).text
        except Problem:
            continue
        read += 1
        lines = [line.replace("\ufffd", "") for line in text.split("\n")]
        assert sum(line not in whole for line in lines) <= 3, lines
    assert read >= 20


PARTS = st.sampled_from(
    ["<div>", "</div>", "<p>", "</p>", "<table>", "</table>", "<tr>", "<td rowspan=3>", "<td colspan='99999'>", "<th>", "</td>", "<ol start=-5 reversed>", "<ul>", "<li value=x>", "</ol>", "<br>",
     "<span style='display:none'>", "</span>", "<a href=x>", "</a>", "<!--", "-->", "<![if x]>", "<script>", "</script>", "<style>p{", "<title>", "<frameset>", "<iframe src=x>", "<svg>", "<math>", "<template>",
     "<select>", "<pre>", "\n", "\0", "&", "&#xD800;", "&nbsp;", "牵头单位：市财政局", "一、推进改革，完成300户。", "索引号：", "附件：", "2024年1月2日", "<", ">", '"', "'", "\x0b", "\u2028", "<caption>", "<tfoot>",
     "<body hidden>", "<html style=display:none>", "<input value=x>", "<sup>2</sup>", "<plaintext>", "<form>", "</body>", "<dl><dt>索引号<dd>1"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PARTS, max_size=60))
def test_any_page_is_read_or_refused(parts: list[str]) -> None:
    found = _read("".join(parts))
    if isinstance(found, Source):
        assert len(found.places) == len(found.begins) == found.text.count("\n") + 1
        assert all(0 <= a <= b <= len(found.text) for grid in found.tables for row in grid.rows for a, b in row)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for suffix in (".html", ".mht"):
        reader = reader_for_suffix(suffix)
        assert reader is not None
        try:
            reader.read(data, Ask("x"))
        except Problem as problem:
            assert problem.zh and problem.en
