"""The numbers of ordered lists, which a browser counts and the page does not hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from graphmodel.patterns import pattern

_DIGITS = "零一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_OF_TYPE = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
# the number that a person typed into an item of a list that numbers, too: 1. | 1、 | 一、 | （一） | ①
_TYPED = pattern(r"^\s{0,20}[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[①-⑳]|[a-zA-Z])(?:[)）]|[.．、](?!\d)|(?<=[①-⑳]))")


@dataclass(slots=True)
class Count:
    """An ordered list while it is read: the number of its next item."""

    style: str
    at: int = 1
    step: int = 1

    def take(self, value: int | None = None, style: str | None = None) -> str:
        """The mark of the next item: ``1.``, ``一、``; "" where the list shows none."""
        n = self.at if value is None else value
        self.at = n + self.step
        return mark(n, style or self.style)


def style_of_type(written: str | None) -> str | None:
    """type="A" -> upper-alpha; None for what is no type of an ordered list."""
    return _OF_TYPE.get((written or "").strip())


def typed(text: str) -> bool:
    """Whether an item begins with a number of its own."""
    return bool(_TYPED.match(text))


@lru_cache(maxsize=2_000)
def mark(n: int, style: str) -> str:
    """The number ``n`` in a style of CSS, with the sign behind it; "" for none and for bullets."""
    if style in ("none", "disc", "circle", "square", "disclosure-open", "disclosure-closed"):
        return ""
    if style in ("cjk-ideographic", "simp-chinese-informal", "simp-chinese-formal", "trad-chinese-informal", "trad-chinese-formal", "japanese-informal"):
        return (_chinese(n) if 0 <= n < 10_000 else str(n)) + "、"
    if style == "cjk-decimal":
        return "".join("〇一二三四五六七八九"[int(c)] for c in str(n)) + "、" if n >= 0 else f"{n}、"
    if style in ("cjk-heavenly-stem", "cjk-earthly-branch"):
        letters = _STEMS if style == "cjk-heavenly-stem" else _BRANCHES
        return (letters[n - 1] if 1 <= n <= len(letters) else str(n)) + "、"
    if style in ("lower-alpha", "lower-latin", "upper-alpha", "upper-latin") and n > 0:
        letters = _alpha(n)
        return (letters.upper() if style.startswith("upper") else letters) + "."
    if style in ("lower-roman", "upper-roman") and 0 < n < 4_000:
        letters = _roman(n)
        return (letters.upper() if style.startswith("upper") else letters) + "."
    if style == "decimal-leading-zero":
        return f"{n:02d}."
    return f"{n}."


def _chinese(n: int) -> str:
    """12 -> 十二, 105 -> 一百零五."""
    if n < 10:
        return _DIGITS[n]
    out, gap = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = n // unit % 10
        if digit:
            out += ("零" if gap and out else "") + _DIGITS[digit] + sign
            gap = False
        else:
            gap = True
    return out.removeprefix("一") if out.startswith("一十") else out


def _alpha(n: int) -> str:
    out = ""
    while n > 0:
        n, rest = divmod(n - 1, 26)
        out = chr(ord("a") + rest) + out
    return out


def _roman(n: int) -> str:
    out = ""
    for value, letters in _ROMAN:
        while n >= value:
            out, n = out + letters, n - value
    return out
