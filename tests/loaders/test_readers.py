"""Bytes -> text: every encoding people have, and one clear sentence for what is no text."""

from __future__ import annotations

import codecs
import hashlib
import os
import re
from pathlib import Path

import pytest

from graphmodel.plan import Source
from graphmodel.problems import Problem
from loaders.encodings import decode
from loaders.open import expand, plans_in, shown, source_of, source_of_bytes, source_of_text
from loaders.reader import TEXT_BYTES, Ask, reader_for_bytes, reader_for_suffix, readers, suffixes
from loaders.readers.text import MAX_LINE

PLAN = "关于印发沅平市2024年重点任务分工方案的通知\n一、总体要求\n1.推进改革（牵头单位：市发展改革委；责任单位：市财政局）\n"
TRADITIONAL = "關於印發沅平市重點任務分工方案的通知\n一、總體要求\n1.推進改革（牽頭單位：市財政局）\n"
RARE = PLAN + "㐀𠮷\n"

ENCODINGS = [
    ("utf-8", PLAN, PLAN.encode("utf-8")),
    ("utf-8 with mark", PLAN, PLAN.encode("utf-8-sig")),
    ("gbk", PLAN, PLAN.encode("gbk")),
    ("gb2312", PLAN, PLAN.encode("gb2312")),
    ("gb18030, characters beyond gbk", RARE, RARE.encode("gb18030")),
    ("gbk, traditional characters", TRADITIONAL, TRADITIONAL.encode("gbk")),
    ("big5", TRADITIONAL, TRADITIONAL.encode("big5")),
    ("utf-16 with mark", RARE, RARE.encode("utf-16")),
    ("utf-16 big-endian with mark", PLAN, codecs.BOM_UTF16_BE + PLAN.encode("utf-16-be")),
    ("utf-16 little-endian without mark", PLAN, PLAN.encode("utf-16-le")),
    ("utf-16 big-endian without mark", PLAN, PLAN.encode("utf-16-be")),
    ("utf-16 without mark, no NUL byte in it", "推进改革市财政局", "推进改革市财政局".encode("utf-16-le")),
    ("utf-32 with mark", RARE, RARE.encode("utf-32")),
    ("utf-32 without mark", PLAN, PLAN.encode("utf-32-le")),
    ("gbk, four characters", "推进改革", "推进改革".encode("gbk")),
    ("gbk, a number and two characters", "1. 市局", "1. 市局".encode("gbk")),
    ("ascii", "plan\n", b"plan\n"),
    ("gbk, long", PLAN * 500, (PLAN * 500).encode("gbk")),
]


@pytest.mark.parametrize(("words", "data"), [e[1:] for e in ENCODINGS], ids=[e[0] for e in ENCODINGS])
def test_every_encoding_gives_the_same_words(words: str, data: bytes) -> None:
    assert source_of_bytes(data, "plan").text == words


LINE_ENDS = [("unix", "a\nb\n"), ("windows", "a\r\nb\r\n"), ("old mac", "a\rb\r"), ("mixed", "a\r\nb\r")]


@pytest.mark.parametrize("text", [t for _, t in LINE_ENDS], ids=[n for n, _ in LINE_ENDS])
def test_line_ends_become_one(text: str) -> None:
    assert source_of_bytes(text.encode(), "x").text == "a\nb\n"


def test_other_separators_end_no_line() -> None:
    assert source_of_bytes("甲\x0b乙\x0c丙\u2028丁\u0085戊".encode(), "x").text == "甲\x0b乙\x0c丙\u2028丁\u0085戊"


def test_name_and_checksum(tmp_path: Path) -> None:
    file = tmp_path / "某市 方案.TXT"
    file.write_bytes(PLAN.encode("gbk"))
    read = source_of(file)
    assert read == Source(PLAN, "某市 方案.TXT", hashlib.sha256(PLAN.encode("gbk")).hexdigest())


# What is no text: (name, bytes, what the sentence must say in Chinese, in English)
BAD = [
    ("empty", b"", "空文件", "is empty"),
    ("blank", b" \r\n\t\n", "空文件", "is empty"),
    ("only a byte order mark", codecs.BOM_UTF8, "没有文字", "holds no words"),
    ("word", b"PK\x03\x04\x14\x00", "docx", "docx"),
    ("old word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "doc", "doc"),
    ("pdf", b"%PDF-1.7\n", "PDF", "PDF"),
    ("picture", b"\x89PNG\r\n\x1a\n", "图片", "picture"),
    ("NUL", PLAN.encode() + b"x\0y\n", "第 4 行含有 NUL", "line 4: holds NUL"),
    ("random", bytes(range(256)) * 20, "NUL", "NUL"),
    ("control characters", b"\x01\x02\x03\x04" * 400 + b"plan", "二进制", "binary"),
    ("a bad byte in UTF-8", PLAN.encode() + b"\xff\n" + PLAN.encode(), "第 4 行有无法解码", "line 4: bytes that cannot be decoded"),
    ("a cut character", PLAN.encode()[:-3] + b"\n", "第 3 行", "line 3"),
    ("a lone surrogate in UTF-8", PLAN.encode() + b"\xed\xa0\x80\n", "第 4 行含有残缺", "line 4: holds half a character"),
    ("a lone surrogate in UTF-16", PLAN.encode("utf-16") + b"\x00\xd8\x41\x00", "第 4 行", "line 4"),
    ("gbk with a cut character", PLAN.encode("gbk")[:-2], "第 3 行", "line 3"),
    ("one endless line", "改".encode() * (MAX_LINE + 1), "第 1 行有 1,000,001 个字符", "line 1: 1,000,001 characters"),
    ("too big", b"plan\n" * (TEXT_BYTES // 5 + 1), "5 MB", "5 MB"),
]


@pytest.mark.parametrize(("data", "zh", "en"), [b[1:] for b in BAD], ids=[b[0] for b in BAD])
def test_no_text_is_one_clear_sentence(data: bytes, zh: str, en: str) -> None:
    with pytest.raises(Problem) as caught:
        (reader_for_suffix(".txt") or readers()[0]).read(data, Ask("x.txt")) if len(data) <= TEXT_BYTES else source_of_bytes(data, "x.txt")
    assert zh in caught.value.zh and en in caught.value.en
    assert "x.txt" in caught.value.zh and "x.txt" in caught.value.en
    assert "\n" not in caught.value.zh + caught.value.en


def test_a_long_line_within_the_limit_is_read() -> None:
    assert len(source_of_bytes("改".encode() * MAX_LINE, "x").text) == MAX_LINE


def test_words_in_memory() -> None:
    assert source_of_text("一、甲\r\n二、乙").text == "一、甲\n二、乙"
    for bad, said in (("甲\ud800", "half a character"), ("甲\0", "NUL"), ("  \n", "no words")):
        with pytest.raises(Problem, match=said):
            source_of_text(bad)


def test_decoding_never_ends_in_anything_but_words_or_a_problem() -> None:
    for k in range(200):
        data = hashlib.sha512(str(k).encode()).digest()[: 1 + k % 64]
        try:
            assert isinstance(decode(data, "x"), str)
        except Problem as problem:
            assert re.search(r"line \d", problem.en)


# Files


def test_suffix_decides_and_unknown_ones_are_named(tmp_path: Path) -> None:
    odd = tmp_path / "plan.xyz"
    odd.write_text(PLAN, encoding="utf-8")
    with pytest.raises(Problem, match=r"unknown extension \.xyz"):
        source_of(odd)
    bare = tmp_path / "plan"
    bare.write_text(PLAN, encoding="utf-8")
    assert source_of(bare).text == PLAN


def test_missing_file_and_folder_in_place_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="does not exist"):
        source_of(tmp_path / "none.txt")
    with pytest.raises(Problem, match="is a folder"):
        source_of(tmp_path)
    with pytest.raises(Problem, match="cannot be read"):
        source_of("a\0b.txt")


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's answer is played, because root may read everything."""

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(Problem, match="no permission"):
        source_of(tmp_path / "closed.txt")


def test_too_big_is_said_without_reading_it_all(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    with big.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(Problem, match="50 MB"):
        source_of(big)


def test_folder_gives_its_plans_in_order_and_nothing_hidden(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.md", "a/1.txt", ".hidden.txt", ".git/x.txt", "~$b.txt", "c.zip", "notes"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(PLAN, encoding="utf-8")
    assert [p.relative_to(tmp_path).as_posix() for p in plans_in(tmp_path)] == ["a/1.txt", "a/2.md", "b.txt"]


def test_folder_without_plans(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    with pytest.raises(Problem, match="holds no plans"):
        plans_in(tmp_path)
    found = list(expand((str(tmp_path), "x.txt")))
    assert isinstance(found[0], Problem) and found[1] == "x.txt"


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes only on POSIX systems")
def test_names_that_are_no_characters_can_be_shown() -> None:
    assert shown(os.fsdecode(b"\xff.txt")) == "\ufffd.txt"


def test_readers_are_found_by_their_folder() -> None:
    assert "text" in [r.name for r in readers()]
    assert reader_for_suffix(".TXT") is not None and reader_for_suffix(".nothing") is None
    assert reader_for_bytes(b"%PDF-1.4") is None or reader_for_bytes(b"%PDF-1.4").name != "text"
    assert {".txt", ".md"} <= set(suffixes())
