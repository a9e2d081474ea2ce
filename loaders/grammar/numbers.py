"""Numerals: 16 · 1.4 · 2,000 · 三十五 · 一千二百 · 1.4万 · 二〇二五 · 半 · 九成 · 百分之八十 -> float."""

from __future__ import annotations

from graphmodel.patterns import pattern
from graphmodel.text import fold

DIGIT = {c: i for i, row in enumerate(("〇零○", "一壹", "二两贰弍", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")) for c in row}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_BIG = {"万": 10_000, "亿": 100_000_000}
_ARABIC = pattern(r"[+-]?(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,18})(?:\.\d{1,12})?")  # 2,000 · 1.4
_SHARES = (("百分之", 100.0), ("千分之", 1000.0), ("万分之", 10_000.0))
_HALF = {"半": 0.5, "一半": 0.5, "半数": 0.5}


def number(text: str) -> float | None:
    """The value of a numeral, or None when the text is anything else. A share gives its fraction: 九成, 90% and 百分之九十 -> 0.9."""
    word = pattern(r"\s").sub("", fold(text[:64])) if len(text) <= 64 else ""
    if not word:
        return None
    if word in _HALF:
        return _HALF[word]
    if word[0] == "负":
        inner = number(word[1:])
        return None if inner is None or word[1:2] == "负" else -inner
    for prefix, parts in _SHARES:
        if word.startswith(prefix):
            share = _plain(word[len(prefix) :])
            return None if share is None else round(share / parts, 12)
    if word[-1] in "%‰":
        share = _plain(word[:-1])
        return None if share is None else round(share / (100.0 if word[-1] == "%" else 1000.0), 12)
    if "成" in word:
        return _tenths(word)
    return _plain(word)


def _tenths(word: str) -> float | None:
    """九成 -> 0.9, 七成五 -> 0.75."""
    whole, _, rest = word.partition("成")
    value = _plain(whole)
    if value is None or value > 10:
        return None
    if not rest:
        return round(value / 10, 12)
    if rest == "半":
        return round(value / 10 + 0.05, 12)
    return round(value / 10 + DIGIT[rest] / 100, 12) if rest in DIGIT else None


def _plain(word: str) -> float | None:
    """16, 1.4万, 3亿, 三十五, 三点五, 12万5千; no shares."""
    m = _ARABIC.match(word)
    if m is None:
        return _chinese(word)
    value = float(m[0].replace(",", ""))
    for c in word[m.end() :]:
        scale = _SMALL.get(c) or _BIG.get(c)
        if scale is None:
            return None
        value *= scale
    return round(value, 9)


def _chinese(word: str) -> float | None:
    whole, point, rest = word.partition("点")
    value = _whole(whole)
    if value is None or not point:
        return value
    scale = 1
    if rest and rest[-1] in _BIG:
        scale, rest = _BIG[rest[-1]], rest[:-1]
    if not rest or any(c not in DIGIT for c in rest):
        return None
    return round(float(f"{int(value)}.{''.join(str(DIGIT[c]) for c in rest)}") * scale, 9)


def _whole(word: str) -> float | None:
    """二〇二五 read digit by digit; otherwise 亿 and 万 close what stands before them, and 一千二 is 1200."""
    if not word:
        return None
    if all(c in DIGIT for c in word):
        return float("".join(str(DIGIT[c]) for c in word))
    total, section, digit, last, zero = 0, 0, -1, 1, False
    for c in word:
        if c in DIGIT:
            if digit > 0:
                return None
            digit, zero = DIGIT[c], zero or DIGIT[c] == 0
        elif c in _SMALL:
            last = _SMALL[c]
            section += (1 if digit < 0 else digit) * last
            digit, zero = -1, False
        elif c in _BIG:
            section += max(digit, 0)
            if not section and not total:
                return None
            big = _BIG[c]
            total = (total + section) * big if total and total < big else total + section * big
            section, digit, last, zero = 0, -1, big, False
        else:
            return None
    if digit > 0:
        section += digit * (last // 10 if last > 10 and not zero else 1)
    return float(total + section)
