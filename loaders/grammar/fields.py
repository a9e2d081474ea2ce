"""Fields of government that stand for their bureaus: 县发改、财政、人社等部门."""

from __future__ import annotations

from graphmodel.bodies import bare_key, find, stems
from graphmodel.departments import known_short_forms
from graphmodel.patterns import pattern
from loaders.grammar.shapes import is_unit

_SUMMED = pattern(r"(?<=..)等(?:有关|相关|多个)?(?:部门|单位)$")
_LEVELLED_FIELD = pattern(r"^[省市县区州盟旗][\u4e00-\u9fff]{2,10}$")
_RANKS = {"省": "province", "市": "city", "州": "city", "盟": "city"}


def named_by_field(words: list[str]) -> bool:
    """县发改、财政、人社等部门: the first prints its level, so each field is the bureau of that level."""
    last = _SUMMED.search(words[-1])
    if len(words) < 2 or not last or not _LEVELLED_FIELD.match(words[0]):
        return False
    return _is_field(words[0][1:]) and all(_is_field(w) or is_unit(w) for w in [*words[1:-1], words[-1][: last.start()]])


def _is_field(word: str) -> bool:
    return bare_key(word) in stems()


def bureau(name: str, level: str) -> str:
    """县发改 -> 县发改局, 市发改 -> 市发改委: the field with the ending its body has at the level the list prints first."""
    field = name.removeprefix(level)
    found = find(field + "局", _RANKS.get(level, "county"), None, lambda _: False) if _is_field(field) and name not in known_short_forms() else None
    return name + found[0].suffixes(_RANKS.get(level, "county"))[0].removesuffix("员会") if found else name
