"""The words between two block borders -> paragraphs, with white space as a browser shows it and without what only breaks the source's lines."""

from __future__ import annotations

from graphmodel.patterns import pattern

BREAK = "\x0b"
"""Stands for <br>."""

_NOTHING = str.maketrans(dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\xad"))
_NEEDLESS = pattern(r"[\u200b\u200c\u200d\u2060\ufeff\xad]")
_BROKEN = pattern(r"[ \t\r\f]*\n[ \t\r\n\f]*")
_BLANK = pattern(r"[ \t\r\n\f\xa0]")
_WIDE_BLANKS = pattern(r"^(?:\u3000{2}|[\xa0\u2002\u2003\u3000]{4})")


def paragraphs_of(raw: str) -> list[tuple[str, bool | None]]:
    """(text, whether it surely begins a paragraph): broken where two line breaks follow each other, and where a line is indented behind one;
    other line breaks of the page stand in the text as ``\\n``."""
    if _NEEDLESS.search(raw):
        raw = raw.translate(_NOTHING)
    if BREAK not in raw:
        text = _collapsed(raw).strip(" \xa0\u3000\u2002\u2003")
        return [(text, True)] if text else []
    out: list[tuple[str, bool | None]] = []
    lines: list[str] = []
    for words in raw.split(BREAK):
        line = _collapsed(words)
        text = line.strip(" \xa0\u3000\u2002\u2003")
        if lines and (not text or _WIDE_BLANKS.match(line.lstrip(" "))):
            out.append(("\n".join(lines), True))
            lines = []
        if text:
            lines.append(text)
    if lines:
        out.append(("\n".join(lines), True))
    return out


def _collapsed(raw: str) -> str:
    """Runs of blanks become one; a line break of the source becomes one between two narrow characters and nothing beside a wide one."""
    if not _BLANK.search(raw):
        return raw
    if "\n" in raw or "\r" in raw:
        parts = _BROKEN.split(raw.replace("\r\n", "\n").replace("\r", "\n"))
        glued, last = [parts[0]], parts[0][-1:]
        for part in parts[1:]:
            if part:
                glued.append(" " + part if last and last < "\u2000" and part[0] < "\u2000" else part)
                last = part[-1]
        text = "".join(glued)
    else:
        text = raw
    text = text.replace("\t", " ").replace("\f", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text.replace("\xa0", " ")
