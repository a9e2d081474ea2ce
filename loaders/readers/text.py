"""Plain text of any encoding people have (UTF-8, GBK, GB18030, Big5, UTF-16, UTF-32)."""

from __future__ import annotations

import hashlib

from graphmodel.patterns import pattern
from graphmodel.plan import Source
from graphmodel.problems import Problem
from loaders.encodings import decode, half_character
from loaders.reader import TEXT_BYTES, Ask, reader

MAX_LINE = 1_000_000
"""Characters. Whole plans on one line exist (some ten thousand characters); a line of a million is no plan."""

# First bytes of files that are no text, whatever their name says.
_KINDS = (
    (b"PK\x03\x04", "Word/Excel/WPS（docx、xlsx）或 ZIP 文件", "a Word, Excel or ZIP file (docx, xlsx)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Word/Excel/WPS 文件（doc、xls、wps）", "an old Word or Excel file (doc, xls)"),
    (b"%PDF", "PDF 文件", "a PDF file"),
    (b"{\\rtf", "RTF 文件", "an RTF file"),
    (b"\x89PNG\r\n", "图片（PNG）", "a picture (PNG)"),
    (b"\xff\xd8\xff", "图片（JPEG）", "a picture (JPEG)"),
    (b"GIF8", "图片（GIF）", "a picture (GIF)"),
    (b"\x1f\x8b", "压缩文件（gzip）", "a compressed file (gzip)"),
    (b"Rar!", "压缩文件（RAR）", "a compressed file (RAR)"),
    (b"7z\xbc\xaf\x27\x1c", "压缩文件（7z）", "a compressed file (7z)"),
    (b"\x7fELF", "可执行程序", "a program"),
    (b"SQLite format 3", "数据库", "a database"),
)
_CONTROL = pattern(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATE = pattern(r"[\ud800-\udfff]")


@reader("text", suffixes=(".txt", ".text", ".md", ".markdown"), sniff=lambda data: False, max_bytes=TEXT_BYTES, marked=False)
def text(data: bytes, ask: Ask) -> Source:
    """The text of a file, line ends made ``\\n``; ``sha256`` is that of the bytes. Raises Problem for what is no text."""
    name = ask.name
    for magic, zh, en in _KINDS:
        if data.startswith(magic):
            raise Problem(
                f"{name} 是{zh}，读不出文字；请用原来的程序打开，另存为 docx、xlsx、pdf 或文本后再试。",
                f"{name} is {en} from which no words can be read; open it in the program it comes from and save it as docx, xlsx, pdf or text.",
            )
    return checked(decode(data, name), name, hashlib.sha256(data).hexdigest())


def checked(raw: str, name: str, sha256: str) -> Source:
    """The Source of a text that is already characters; raises Problem where it cannot be a plan's text."""
    body = raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not body.strip():
        raise Problem(f"{name} 没有文字；请换一个有内容的文件。", f"{name} holds no words; give a file that holds a plan.")
    if (at := body.find("\0")) >= 0:
        line = body.count("\n", 0, at) + 1
        raise Problem(
            f"{name} 第 {line} 行含有 NUL 字符，不是文本文件；请另存为 UTF-8 文本后再试。",
            f"{name}, line {line}: holds a NUL character, so this is no text file; save it as UTF-8 text and try again.",
        )
    if lone := _SURROGATE.search(body):
        raise half_character(name, body.count("\n", 0, lone.start()) + 1)
    odd = len(_CONTROL.findall(body, 0, 200_000))
    if odd * 50 > min(len(body), 200_000):
        raise Problem(
            f"{name} 像是二进制文件，不是文本；请用原来的程序另存为文本（.txt）后再试。",
            f"{name} looks like a binary file, not text; save it as text (.txt) in the program it comes from and try again.",
        )
    for number, line_text in enumerate(body.split("\n"), 1):
        if len(line_text) > MAX_LINE:
            raise Problem(
                f"{name} 第 {number} 行有 {len(line_text):,} 个字符，超过上限 {MAX_LINE:,}；请确认这是一份方案，并把长行断开。",
                f"{name}, line {number}: {len(line_text):,} characters, more than the limit of {MAX_LINE:,}; make sure that this is a plan and break the line.",
            )
    return Source(body, name, sha256)
