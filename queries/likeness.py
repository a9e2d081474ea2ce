"""How alike two names or sentences are, when one is the other said again."""

from __future__ import annotations

from functools import lru_cache

from graphmodel.patterns import pattern
from graphmodel.text import fold

_NOISE = pattern(r"[\s、,。;:.·()\[\]《》“”\"'〔〕【】—-]+")  # 城镇(建成区)污水 处理率 -> 城镇建成区污水处理率
_SCOPE = pattern(r"^(?:全|我|本)(?:国|省|区|州|市|县|乡|镇|村)(?:的)?")  # 全市用水总量 -> 用水总量
_FIGURE = pattern(r"\d{1,12}(?:\.\d{1,6})?")  # PM2.5 and PM10 are not one indicator
_SQUARE = str.maketrans({"²": "2", "³": "3"})
_UNITS = (
    ("平方米", "m2"),
    ("立方米", "m3"),
    ("㎡", "m2"),
    ("㎥", "m3"),
    ("标准煤", "标煤"),
    ("公里", "千米"),
    ("百分点", "pp"),
    ("个pp", "pp"),
)


@lru_cache(maxsize=16384)
def bare(name: str) -> str:
    """A name without blanks, punctuation and the words that only say "in the whole place"."""
    return _SCOPE.sub("", _NOISE.sub("", fold(name).lower().translate(_SQUARE)))


@lru_cache(maxsize=4096)
def bare_unit(unit: str) -> str:
    """A unit in one spelling: 平方米 and ㎡ are m2, 吨标准煤 is 吨标煤."""
    folded = _NOISE.sub("", fold(unit).lower())
    for written, one in _UNITS:
        folded = folded.replace(written, one)
    return folded.translate(_SQUARE)


@lru_cache(maxsize=65536)
def _ratio(a: str, b: str) -> float:
    from rapidfuzz import fuzz

    return float(fuzz.ratio(a, b)) / 100


def name_likeness(one: str, other: str) -> float:
    """0 to 1: 1 for equal or contained names, the share of common characters otherwise; 0 when the figures inside the names differ (PM2.5,
    PM10)."""
    a, b = bare(one), bare(other)
    if not a or not b or sorted(_FIGURE.findall(a)) != sorted(_FIGURE.findall(b)):
        return 0.0
    shorter, longer = sorted((a, b), key=len)
    if shorter in longer and (len(shorter) >= 4 or len(shorter) == len(longer)):
        return 1.0
    return _ratio(a, b)


def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text without blanks, punctuation and figures."""
    kept = _FIGURE.sub("", _NOISE.sub("", fold(text)))
    return frozenset(kept[i : i + 2] for i in range(len(kept) - 1))


def coverage(wanted: frozenset[str], held: frozenset[str]) -> float:
    """The share of the wanted pairs that are held; 1 when nothing is wanted."""
    return len(wanted & held) / len(wanted) if wanted else 1.0
