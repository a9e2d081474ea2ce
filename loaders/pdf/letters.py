"""Letters as people type them: what PDF programs print instead of them is put back, one for one."""

from __future__ import annotations

import unicodedata
from functools import cache

UNREADABLE = "□"
"""Stands for a glyph of which the file does not say what letter it is."""

# The radicals of U+2E80 have no normal form in Unicode's tables, though fonts share their glyphs with the character.
_RADICALS = dict(zip(
    "⺎⺏⺐⺑⺒⺓⺛⺝⺞⺟⺠⺡⺢⺣⺤⺥⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺶⺷⺹⺻⺼⺽⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
    "兀尣尢尣巳幺旡月歺母民氵氺灬爫爫王疋罒示礻竹糹纟罓罒羊羋耂聿月臼虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阝雨青韦页风飞食飠飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
))  # fmt: skip
# The signs of Wingdings and Symbol, which have no letters of their own.
_SIGNS = {0xF06C: "●", 0xF06E: "■", 0xF075: "◆", 0xF0D8: "•", 0xF0FC: "√", 0xF0A8: "□", 0xF0B7: "•", 0xF0A7: "■", 0xF09F: "•", 0xF076: "◆", 0xF0A1: "○", 0xF052: "√"}
_BLANKS = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\t"), " ")
_NOTHING = dict.fromkeys([0xAD, *range(0x200B, 0x2010), 0xFEFF, 0x2060, *range(0xFE00, 0xFE10)])
_LIGATURES = {0x2E3A: "——", 0x2E3B: "———", 0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}


@cache
def _table() -> dict[int, str | None]:
    forms: dict[int, str | None] = {}
    for first, last in ((0x2F00, 0x2FD5), (0xF900, 0xFAD9), (0x2F800, 0x2FA1D)):
        for code in range(first, last + 1):
            form = unicodedata.normalize("NFKC", chr(code))
            if len(form) == 1 and ord(form) != code:
                forms[code] = form
    return forms | {ord(a): b for a, b in _RADICALS.items()} | _SIGNS | _BLANKS | _NOTHING | _LIGATURES


def typed(printed: str) -> str:
    """The letters of one glyph; "" for what only steers the layout, UNREADABLE for what cannot be a letter."""
    if len(printed) == 1 and "\u3000" <= printed < "\uf000":
        return UNREADABLE if "\ud800" <= printed <= "\uf8ff" and ord(printed) not in _SIGNS else printed
    out = printed.translate(_table())
    if any(_is_no_letter(c) for c in out):
        return UNREADABLE
    return out


def _is_no_letter(c: str) -> bool:
    return c < " " or "\x7f" <= c < "\xa0" or "\ud800" <= c <= "\udfff" or "\uf000" <= c <= "\uf8ff" or c in "\ufffd\ufffe\uffff"
