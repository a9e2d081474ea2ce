"""Where a printed name stands: 市发改委 in a plan of 沅平市 -> the chain of 沅平市 and the words 发改委."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from graphmodel.jurisdiction import Here, area, explicit_places, level_of, levels, zone_at
from graphmodel.patterns import pattern
from graphmodel.provinces import provinces

How = Literal["place", "level", "stem", "none"]
LEVEL_WORDS = {"省": "province", "自治区": "province", "市": "city", "自治州": "city", "州": "city", "盟": "city", "地区": "city",
                  "区": "county", "县": "county", "旗": "county", "镇": "town", "乡": "town", "街道": "town"}  # fmt: skip
_RANK = {None: 0, "nation": 0, "province": 1, "city": 2, "county": 3, "town": 4, "village": 5}
# 市发改委 | 市级机关事务局 | 自治区党委; not 市场监管局, 区域合作局, 县域办, 省际办
_WORD = pattern(
    r"^(?P<word>自治区|自治州|省(?!际|会|道)|市(?!场(?!所)|容|政(?!府|协|法|务|策|治|研)|民(?:服务)?中心|域|际)|州(?!界)|盟(?!友)|地区(?!性)|县(?!域|城(?!管|乡|建|市|投)|乡(?!村))|旗(?!下)"
    r"|区(?!域|划|块|间|位)|镇(?!街|村)|乡(?!村|镇)|街道(?!办|社区))(?:一级|本级|级|属)?(?=.)"
)
_OWN = pattern(r"^(?:本|我|全)(?P<word>省|自治区|市|州|盟|区|县|旗|镇|乡)(?:级|属)?(?=.)")


@dataclass(frozen=True, slots=True)
class Standing:
    """``chain``: the body's places; ``rest``: its words without them; ``gap``: "below" if a lower level is meant and not named,
    "unknown" if the place is not known.
    """

    chain: tuple[str, ...]
    level: str | None
    rest: str
    how: How
    word: str = ""
    gap: str = ""


def at_word(word: str, rest: str, here: Here) -> Standing:
    """The place a level word means for a plan that stands ``here``."""
    chain = here.jurisdiction
    kinds = levels(chain)
    for i in range(len(chain) - 1, -1, -1):
        place = chain[i]
        if place.endswith("自治区"):
            fits = word == "自治区" or (word == "区" and i == len(chain) - 1)
        elif word == "区":
            fits = place.endswith("区") or bool(zone_at(place))
        elif word == "省":
            fits = kinds[i] == "province" and place.endswith("省")
        else:
            fits = place.endswith(word)
        if fits:
            return Standing(chain[: i + 1], kinds[i], rest, "level", word)
    level = LEVEL_WORDS[word]
    if chain and _RANK[level] > _RANK[here.level]:
        return Standing(chain, level, rest, "level", word, "below")
    if here.level == "nation":
        return Standing((), level, rest, "level", word, "below")
    above = tuple(p for p, k in zip(chain, kinds) if _RANK[k] < _RANK[level] and k is not None)
    own = f"{chain[-1]}所在{word}" if chain else word
    return Standing((*above, own), level, rest, "level", word, "unknown")


def _upto(here: Here, rank: int) -> tuple[str, ...]:
    """The places of the plan above a rank."""
    return tuple(p for p, k in zip(here.jurisdiction, levels(here.jurisdiction)) if _RANK[k] < rank)


def _attach(places: tuple[str, ...], here: Here) -> tuple[str, ...]:
    """The whole chain of places that are printed: 青岚区 in a plan of 沅平市 stands in 沅平市."""
    first = places[0]
    if first in here.jurisdiction:
        return (*here.jurisdiction[: here.jurisdiction.index(first)], *places)
    kind = level_of((first,))
    if kind == "province":
        return places
    if first.endswith("市"):
        city = len(places) > 1 and level_of(places[:2]) == "county"
        if here.level == "city" and not city:
            return (*here.jurisdiction, *places)
        return (*_upto(here, 2), *places)
    if kind == "city":
        return (*_upto(here, 2), *places)
    if kind == "county":
        return (*_upto(here, 3), *places)
    return (*_upto(here, _RANK.get(kind, 4)), *places)


@lru_cache(maxsize=8192)
def stand(name: str, here: Here, whole: bool = False) -> Standing:
    """Read the place at the start of a printed name. ``whole``: the words are a body as they stand (市场监管局), no level is to be taken
    off.
    """
    own = _OWN.match(name)
    if own:
        return at_word(own["word"], name[own.end() :], here)
    if whole:
        return Standing(here.jurisdiction, here.level, name, "none")
    places, rest = explicit_places(name, here.jurisdiction)
    if places and (name[0] not in "市区县省州旗盟" or places[0] in here.jurisdiction or len(places[0]) > 2 and rest and _body_like(rest) and not _WORD.match(name)):
        chain = _attach(places, here)
        return Standing(chain, level_of(chain), rest, "place")
    m = _WORD.match(name)
    if m:
        return at_word(m["word"], name[m.end() :], here)
    for place in reversed(here.jurisdiction):
        stem = area(place)
        if stem != place and name.startswith(stem) and len(name) > len(stem):
            chain = here.jurisdiction[: here.jurisdiction.index(place) + 1]
            return Standing(chain, level_of(chain), name[len(stem) :], "stem", stem)
    for p in provinces():
        if name.startswith(p.short) and len(name) > len(p.short) + 1:
            return Standing((p.name,), "province", name[len(p.short) :], "stem", p.short)
    return Standing(here.jurisdiction, here.level, name, "none")


def _body_like(rest: str) -> bool:
    return bool(pattern(r"^(?:人民政府|政府|党委|委|人大|政协|[\u4e00-\u9fff]{2,12}(?:局|办|委))").match(rest))
