"""Bytes of a web page -> characters. What a page declares is a hint: pages of one site declare gb2312 and hold GBK, GB18030 or UTF-8."""

from __future__ import annotations

import re

from graphmodel.problems import Problem
from loaders.encodings import MARKS, decode, everyday

# <meta charset="gbk"> | <meta http-equiv="Content-Type" content="text/html; charset=gb2312"> | <?xml version="1.0" encoding="GB2312"?>
_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,4}=\s{0,4}[\"']?\s{0,4}([A-Za-z0-9_:.-]{2,30})", re.IGNORECASE)
_RUN = re.compile(rb"(?:[\x80-\xff][\x30-\xff]){1,400}[\x80-\xff]?")
_SAMPLE = 20_000  # bytes that are judged
_SURELY_BETTER = 0.15
_READABLE = 0.3


def declared_charset(data: bytes) -> str | None:
    """The encoding that a page names in its first bytes, as Python knows it and wide enough for Chinese; None if it names no such."""
    found = _DECLARED.search(data[:8192])
    return python_charset(found[1].decode("ascii")) if found else None


def python_charset(named: str) -> str | None:
    """gb2312, GBK, x-gbk … -> gb18030, which holds them all; big5 -> big5hkscs; None for what is unknown or has no Chinese (iso-8859-1)."""
    name = named.lower().removeprefix("x-").removeprefix("cs")
    if name.startswith(("gb", "chinese", "cp936", "ms936", "windows-936", "iso-ir-58", "euc-cn")):
        return "gb18030"
    if name.startswith(("big5", "big-5", "cp950")):
        return "big5hkscs"
    if name.startswith(("utf", "unicode")):
        return "utf-16" if "16" in name or name == "unicode" else "utf-8"
    return None


def characters(data: bytes, name: str, declared: str | None = None) -> str:
    """The characters of a web page; a byte that is none in the page's encoding becomes U+FFFD.

    ``declared``: what a mail header says of the encoding, as Python knows it. Raises Problem where no encoding gives readable words.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if wide := _wide(data):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return _judged(data, name, declared or declared_charset(data))


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of the tags is NUL."""
    head = data[:2000]
    if head.count(0) * 3 < len(head):
        return None
    return "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"


def _judged(data: bytes, name: str, declared: str | None) -> str:
    """By the share of everyday characters; the declared encoding, then UTF-8 with a few bad bytes, where nothing else is surely better."""
    best, chosen, sample = -9.0, "utf-8", _sample(data)
    for encoding in dict.fromkeys((*([declared] if declared else []), "utf-8", "gb18030", "big5hkscs")):
        share = _share(sample.decode(encoding, "replace"))
        if share > best + (_SURELY_BETTER if best > 0 else 0):
            best, chosen = share, encoding
    if best < _READABLE:
        try:
            return decode(data, name)
        except Problem:
            if best <= 0:
                raise
    return data.decode(chosen, "replace")


def _sample(data: bytes) -> bytes:
    """The first bytes that are no ASCII, with what may be the second halves of characters."""
    runs, size = [], 0
    for found in _RUN.finditer(data):
        runs.append(found[0])
        size += len(found[0])
        if size >= _SAMPLE:
            break
    return b" ".join(runs)


def _share(text: str) -> float:
    """Share of everyday characters among those beyond ASCII, each bad byte taken off thrice."""
    wide = "".join(c for c in text if c > "\x7f")
    return everyday(wide) - 3 * wide.count("\ufffd") / len(wide) if wide else 0.0
