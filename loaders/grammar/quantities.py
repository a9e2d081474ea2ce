"""Figures with their units in a folded text: 16万支 · 79.3% · 百分之百 · 三分之一 · 九成 · 3—5个 · 120余座 · 三家 · 五千亿规模."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graphmodel.patterns import pattern
from loaders.grammar.numbers import number
from loaders.grammar.units_of_measure import UNIT, kind_of

_ARABIC = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,8})?"
_HAN = r"[一二两三四五六七八九十百千][一二两三四五六七八九十百千零]{0,7}"
_DASH = r"(?:—{1,2}|-|~|至|到)"
_FIGURE = rf"(?:(?<![\d.A-Za-z+×*/〔\[-])(?:{_ARABIC})|(?<![第一二两三四五六七八九十百千万亿零初])(?:{_HAN}))"
_SECOND = rf"(?:{_ARABIC}|{_HAN})"
_SMALL_HAN = r"[一二两三四五六七八九十]"
# 五千亿|规模, 突破千亿|大关, 达到3万|以上
_BARE_SCALE = r"[万亿](?=规模|大关|关口|以上|左右|[,;。、)]|$)"
QUANTITY = pattern(
    rf"百分之(?:(?P<hundred>百)|(?P<percent>{_ARABIC}|{_HAN}(?:点[一二三四五六七八九零]{{1,4}})?))"
    rf"|(?<![一二两三四五六七八九十百千万])(?P<whole>{_SMALL_HAN})分之(?P<part>{_SMALL_HAN})(?![一二三四五六七八九十百千])"
    rf"|(?P<half>一半|半数)(?=以上|左右|的|[,;。])"
    rf"|(?P<tenths>[一二两三四五六七八九]|\d(?:\.\d)?)成(?P<five>[五半])?(?=以上|左右|以下|的|[,;。、)]|$)"
    rf"|(?P<figure>{_FIGURE})(?:(?P<unit1>%|‰|{UNIT}|[万亿])?{_DASH}(?P<second>{_SECOND})(?![\d]))?(?P<more>余"
    rf"|多(?=[^\d]))?(?P<unit>{UNIT}|{_BARE_SCALE})?(?P<more2>余|多(?=[名个家项座处户人台辆]))?(?P<plus>\+)?"
)
_BESIDE = pattern(r"[:：×xX#]")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: its place with the unit, its value in the printed unit, and what the unit counts (units_of_measure.kind_of)."""

    start: int
    end: int
    value: float
    value_to: float | None
    unit: str
    kind: str
    printed: str  # the figure without the unit
    more: bool = False  # 120余座
    in_words: bool = False  # 三家, 百分之百


def quantities(text: str) -> tuple[Quantity, ...]:
    """All figures of a text, in order; Chinese numerals only with a unit. Ratios (1:66:33), 3+3 and parts of names (PM2.5, 5G) are none."""
    return tuple(q for m in QUANTITY.finditer(text) if (q := _read(text, m)) is not None)


def _read(text: str, m: re.Match[str]) -> Quantity | None:
    a, b = m.span()
    if m["hundred"] or m["percent"]:
        value = 100.0 if m["hundred"] else number(m["percent"])
        return None if value is None else Quantity(a, b, value, None, "%", "share", m[0], in_words=True)
    if m["whole"]:
        whole, part = number(m["whole"]), number(m["part"])
        value = round(100 * part / whole, 2) if whole and part and part < whole else None
        return None if value is None else Quantity(a, b, value, None, "%", "share", m[0], in_words=True)
    if m["half"]:
        return Quantity(a, b, 50.0, None, "%", "share", m[0], in_words=True)
    if m["tenths"]:
        value = number(m["tenths"])
        percent = None if value is None else round(value * 10 + (5 if m["five"] else 0), 6)
        return None if percent is None else Quantity(a, b, percent, None, "%", "share", m[0], in_words=True)
    unit, figure = m["unit"] or "", m["figure"]
    after = text[b : b + 1]
    words = not figure[0].isdigit()
    if words and (not unit or unit[0] == "兆"):
        return None  # 千兆 is a kind of network
    if not unit and (after.isascii() and after.isalpha() or (m["plus"] and after.isalnum()) or _beside(text, b)):
        return None
    if unit and unit[-1].isascii() and unit[-1].isalpha() and after.isascii() and after.isalpha():
        return None
    if text[a - 1 : a] == ":" and a > 1 and text[a - 2].isdigit():
        return None
    value = number(figure)
    if value is None:
        return None
    end_value = number(m["second"]) if m["second"] else None
    if m["second"] and (end_value is None or end_value <= value or (m["unit1"] and not unit.startswith(m["unit1"]))):
        if m["unit1"]:
            return Quantity(a, m.end("unit1"), value, None, m["unit1"], kind_of(m["unit1"]), figure, in_words=words)
        if end_value is None or end_value <= value:
            return None
    printed = text[a : m.end("second") if m["second"] else m.end("figure")]
    return Quantity(a, b, value, end_value, unit, kind_of(unit), printed, bool(m["more"] or m["more2"] or m["plus"]), words)


def _beside(text: str, b: int) -> bool:
    """Whether a bare figure is a part of 1:66:33 or 4#."""
    after = text[b : b + 2]
    return bool(after and _BESIDE.match(after[0]) and (after[0] == "#" or after[1:2].isalnum()))
