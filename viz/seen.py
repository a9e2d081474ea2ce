"""What a person may see of a foreign text: hostile characters made visible, how many columns it takes, how it breaks into lines.

A plan is a file from anywhere. ESC sequences in it could repaint the terminal, direction marks could show other words than those
that stand there.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from graphmodel.patterns import pattern

_DIRECTION_AND_HIDDEN = frozenset(
    "\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff\ufff9\ufffa\ufffb\ufffe\uffff"
)
_COMMAND = pattern(r"::(?=[A-Za-z])|##(?=\[)")  # ::error and ##[group]: what a line of a GitHub log may set in motion
_NO_LINE_START = frozenset("，。、；：？！）》〉】〕”’…%,.;:?!)]}")
_NO_LINE_END = frozenset("（《〈【〔“‘([{")


@lru_cache(maxsize=8192)
def glyph(c: str) -> str:
    """One character as it may be shown: itself, a blank for a tab, an escape (``\\x1b``, ``\\u202e``) for what acts or hides."""
    code = ord(c)
    if c == "\t":
        return " "
    if 0x20 <= code < 0x7F:
        return c
    if code < 0xA0:
        return f"\\x{code:02x}"
    if 0xD800 <= code <= 0xDFFF or c in _DIRECTION_AND_HIDDEN:
        return f"\\u{code:04x}"
    if 0xE0000 <= code <= 0xE0FFF:
        return f"\\U{code:08x}"
    return c


def glyphs(text: str) -> list[str]:
    """Each character as it may be shown: ``glyph``, and the second of ``::`` or ``##`` escaped where a log would take it for a command."""
    shown = [glyph(c) for c in text]
    if "::" in text or "##[" in text:
        for m in _COMMAND.finditer(text):
            shown[m.end() - 1] = f"\\x{ord(text[m.end() - 1]):02x}"
    return shown


def visible(text: str) -> str:
    """A text on one line that can do nothing to a terminal or to the log of a build."""
    return "".join(glyphs(text))


def harmless_json(json: str) -> str:
    """The same JSON with every character escaped that acts or hides: its strings stay what they are."""
    json = json.replace("##[", "#\\u0023[").replace("\x7f", "\\u007f")
    if json.isascii():
        return json
    acting = [c for c in set(json) if c not in "\n\t" and glyph(c) != c]
    return json.translate({ord(c): "".join(f"\\u{u:04x}" for u in utf16(c)) for c in acting})


def utf16(c: str) -> tuple[int, ...]:
    """The UTF-16 code units of a character, as JSON's escapes count."""
    code = ord(c)
    return (code,) if code < 0x10000 else (0xD800 + ((code - 0x10000) >> 10), 0xDC00 + ((code - 0x10000) & 0x3FF))


@lru_cache(maxsize=8192)
def columns(c: str, ambiguous: int = 1) -> int:
    """Columns of one character on a terminal; ``ambiguous``: those of characters such as “ and ─, 2 on Chinese consoles of the GBK kind."""
    if " " <= c <= "~":
        return 1
    if unicodedata.combining(c) or unicodedata.category(c) in ("Mn", "Me"):
        return 0
    wide = unicodedata.east_asian_width(c)
    return 2 if wide in "WF" else ambiguous if wide == "A" else 1


def width(text: str, ambiguous: int = 1) -> int:
    """Columns of a text that is visible already."""
    return len(text) if text.isascii() and text.isprintable() else sum(columns(c, ambiguous) for c in text)


def pad(text: str, to: int, ambiguous: int = 1) -> str:
    """The text with blanks behind it up to ``to`` columns."""
    return text + " " * max(0, to - width(text, ambiguous))


def clip(text: str, to: int, ambiguous: int = 1) -> str:
    """The text cut to ``to`` columns, an ellipsis at the cut."""
    if width(text, ambiguous) <= to:
        return text
    room, kept = to - columns("…", ambiguous), []
    for c in text:
        room -= columns(c, ambiguous)
        if room < 0:
            break
        kept.append(c)
    return "".join(kept) + "…"


def wrap(text: str, to: int, ambiguous: int = 1) -> list[str]:
    """The text in lines of at most ``to`` columns.

    Latin words stay whole; no line begins with closing punctuation or ends with an opening bracket.
    """
    lines: list[str] = []
    line, taken = "", 0  # taken: columns of the line
    for atom in _atoms(text):
        if line and taken + width(atom.rstrip(), ambiguous) > to:
            lines.append(line.rstrip())
            line = atom.lstrip()
            taken = width(line, ambiguous)
        else:
            line += atom
            taken += width(atom, ambiguous)
        while taken > to and width(line.rstrip(), ambiguous) > to:  # a single word longer than the line
            head = _fitting(line, to, ambiguous)
            lines.append(head)
            line = line[len(head) :]
            taken = width(line, ambiguous)
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _fitting(text: str, to: int, ambiguous: int) -> str:
    used = 0
    for i, c in enumerate(text):
        used += columns(c, ambiguous)
        if used > to:
            return text[: max(1, i)]
    return text


def _atoms(text: str) -> list[str]:
    """What a line may not break inside of: a Latin word with the blank behind it, a character with the punctuation that clings to it."""
    atoms: list[str] = []
    for c in text:
        last = atoms[-1][-1:] if atoms else ""
        joined = last and (c in _NO_LINE_START or last in _NO_LINE_END or c == " " or (" " < c <= "~" and " " < last <= "~") or columns(c) == 0)
        if joined:
            atoms[-1] += c
        else:
            atoms.append(c)
    return atoms
