"""Signs that Word writes by their place in a symbol font (``w:sym``), as characters."""

from __future__ import annotations

_CIRCLED = "⓪①②③④⑤⑥⑦⑧⑨⑩"
_FONTS = {
    "symbol": {
        0x25: "%", 0x2D: "-", 0x7E: "～", 0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
    },
    "wingdings": {
        0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x74: "◆", 0x75: "◆", 0x76: "◆", 0x77: "◆", 0x9F: "•", 0xA1: "○", 0xA7: "■", 0xA8: "□",
        0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "→", 0xFB: "×", 0xFC: "√", 0xFD: "☒", 0xFE: "☑", **{0x80 + n: sign for n, sign in enumerate(_CIRCLED)},
    },
    "wingdings 2": {
        0x4F: "×", 0x50: "√", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA2: "■", 0xA3: "□", **{0x69 + n: sign for n, sign in enumerate(_CIRCLED)},
    },
}  # fmt: skip


def symbol(font: str, char: str) -> str:
    """The sign at place ``char`` (hexadecimal, symbol fonts from F000 on) of a font; "" for a picture that means nothing."""
    try:
        code = int(char, 16) if len(char) <= 6 else 0
    except ValueError:
        return ""
    signs = _FONTS.get(font.strip().lower())
    if signs is not None and (code & 0xF000 == 0xF000 or code < 0x100):
        return signs.get(code & 0xFF, "")
    if 0xF000 <= code <= 0xF0FF or code < 0x20 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return ""
    return chr(code)
