"""Numbering: what a paragraph opens with (一、 (一) 1. (1) ①), and where a long line hides more of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graphmodel.patterns import pattern
from loaders.grammar.roles import ALLOTMENT_LABEL, LABEL
from loaders.grammar.shapes import is_office
from loaders.grammar.subjects import credible_list

_CN = "一二三四五六七八九十百〇零"
_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0}

# outermost first; the rank decides what contains what
RANK = {
    "title": -1, "chapter": 0, "cn": 1, "pcn": 2, "head": 3, "unit": 3, "bare": 4, "named": 5, "ar": 6, "step": 7, "par": 8, "circ": 9, "dash": 10,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marker:
    """``kind`` names the style of numbering, ``printed`` is it as printed, ``end`` the offset behind it; ``value`` None where the number is lost: ()."""

    kind: str
    value: int | None
    printed: str
    end: int


def cn_value(digits: str) -> int | None:
    """十一 -> 11, 二十 -> 20, 一百零三 -> 103; None if it is no such number."""
    if not digits or any(c not in _CN for c in digits):
        return None
    total, current = 0, 0
    for c in digits:
        if c == "十":
            total += (current or 1) * 10
            current = 0
        elif c == "百":
            total += (current or 1) * 100
            current = 0
        else:
            current = _DIGITS[c]
    return total + current


# behind the word that is numbered
_COUNTED = rf"(?P<n>\d{{1,3}}(?=\s?[:.、]|(?![个项条件类月日年天周次家户])[\u4e00-\u9fff]{{4}})|[{_CN}]{{1,3}}(?=\s?[:.、]))(?:\s?[:.、]\s?)?"

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("chapter", pattern(rf"第\s?(?P<n>[{_CN}\d]{{1,4}})\s?[章节篇部]分?\s?")),
    ("cn", pattern(rf"(?P<n>[{_CN}]{{1,4}})\s?[、.]\s?")),
    ("pcn", pattern(rf"[(\[〔【]\s?(?P<n>[{_CN}]{{1,4}})\s?[)\]〕】][、.]?\s?")),
    ("pcn", pattern(r"(?P<n>[㈠-㈩])\s?")),
    ("pcn", pattern(r"\(\s?\)(?P<n>)\s?")),
    ("ar", pattern(r"(?P<n>\d{1,3})\s?(?:[.、](?!\d)|[.、](?=(?:19|20)\d\d年|\d{1,2}月(?:\d|[底初末前份上中下])))\s?")),
    ("ar", pattern(r"(?P<n>\d{1,3})\)\s?")),
    ("par", pattern(r"[(]\s?(?P<n>\d{1,3})\s?[)][、.]?\s?")),
    ("par", pattern(r"(?P<n>[⑴-⒇])\s?")),
    ("circ", pattern(r"(?P<n>[①-⑳㉑-㉟])\s?")),
    ("dash", pattern(r"(?:——|[•·●■※◆▲★])(?P<n>)\s?")),
    # 任务1:推行… | 问题二:… | 整改措施一:… | 任务1推行…; not 任务3项, 措施3月底前
    ("named", pattern(rf"(?:重点|主要|具体|工作|整改)?(?:任务|问题|事项)\s?{_COUNTED}")),
    ("step", pattern(rf"(?:重点|主要|具体|工作|整改)?(?:措施|举措)\s?{_COUNTED}")),
)
_OPENINGS = ("第", _CN, "([〔【", "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", "(", "0123456789", "0123456789", "(", "".join(map(chr, range(ord("⑴"), ord("⒇") + 1))),
             "".join(map(chr, [*range(ord("①"), ord("⑳") + 1), *range(ord("㉑"), ord("㉟") + 1)])), "—•·●■※◆▲★", "重主具工整任问事", "重主具工整措举")  # fmt: skip
"""What each of the patterns opens with."""
_BY_FIRST = {c: tuple(p for p, first in zip(_PATTERNS, _OPENINGS) if c in first) for c in "".join(_OPENINGS)}


def _value(kind: str, digits: str) -> int | None:
    if not digits:
        return None
    if digits.isdecimal() and digits.isascii():
        return int(digits)
    if "㈠" <= digits[0] <= "㈩":
        return ord(digits[0]) - ord("㈠") + 1
    if "⑴" <= digits[0] <= "⒇":
        return ord(digits[0]) - ord("⑴") + 1
    if "①" <= digits[0] <= "⑳":
        return ord(digits[0]) - ord("①") + 1
    if "㉑" <= digits[0] <= "㉟":
        return ord(digits[0]) - ord("㉑") + 21
    return cn_value(digits)


def marker_of(text: str) -> Marker | None:
    """The numbering a (folded) paragraph opens with, or None."""
    if text[:1] == "#" and (sharp := pattern(r"#{1,6}\s?").match(text)):
        inner = marker_of(text[sharp.end() :])
        return replace(inner, end=inner.end + sharp.end()) if inner else Marker("cn" if sharp.end() <= 3 else "pcn", None, "", sharp.end())
    for kind, shape in _BY_FIRST.get(text[:1], ()):
        m = shape.match(text)
        if m and m.end() < len(text):
            value = _value(kind, m["n"])
            if value is None and m["n"]:
                continue
            if kind == "cn" and pattern(r"[一二三]、[一二三]").match(text) and not pattern(r"[一二三]、[一二三][^、级次产]").match(text):
                continue
            return Marker(kind, value, m[0].strip().rstrip(":") if kind in ("named", "step") else m[0].strip(), m.end())
    return None


_DECIMAL = pattern(r"(?P<n>\d{1,3})[.、](?=\d)")


def next_number(text: str, last: int) -> Marker | None:
    """``11.121人才梯队`` behind item 10 is item 11, not a decimal; None where the number does not follow ``last`` (0: nothing was counted)."""
    m = _DECIMAL.match(text)
    return Marker("ar", last + 1, m[0], m.end()) if m and int(m["n"]) == last + 1 else None


def opens_as_first(text: str) -> bool:
    """``1.14个断面``: the first item, if a second one follows."""
    return text[:2] in ("1.", "1、") and _DECIMAL.match(text) is not None


_CANDIDATE = pattern(
    rf"(?P<cn>(?<=[。;:!?)〕\]】”\s见施案议厅局委府会办院])[{_CN}]{{1,3}}、)|(?P<pcn>(?<![第款条项和至、])[(]\s?[{_CN}]{{1,3}}\s?[)])"
    r"|(?P<ar>(?<![\d.—\-~第年月])\d{1,2}\s?[.、](?:(?!\d)|(?=(?:19|20)\d\d年|\d{1,2}月(?:\d|[底初末前份上中下]))))|(?P<par>(?<![第款条项和至、])[(]\s?\d{1,2}\s?[)])|(?P<circ>[①-⑳])"
)
# 一、主要预期目标|1.: the first item below a heading, glued to it
_HEADING_BEFORE = pattern(rf"(?:[{_CN}]{{1,3}}、|[(][{_CN}]{{1,3}}[)])[^。;,:、()]{{2,30}}$")
_AR_BEFORE = pattern(r"(?:[。;:!?)〕\]】”\s]|参与|落实|负责|配合|列出|下同|实施|推进)$")


def inline_cuts(text: str) -> list[int]:
    """Offsets at which a long line is divided because numbering goes on there in order. Enumerations inside one sentence are left alone."""
    if len(text) < 24:
        return []
    short = len(text) < 60  # too short to be several items, unless each says who does it
    found = [(m.start(), m.lastgroup or "", m[0]) for m in _CANDIDATE.finditer(text)]
    by_kind: dict[str, list[tuple[int, int]]] = {}
    for at, kind, _ in found:
        m = marker_of(text[at : at + 12] + "…")
        glued = kind == "ar" and _HEADING_BEFORE.search(text, max(0, at - 40), at) is not None
        if m and m.value is not None and not (kind in ("ar", "par") and at and not glued and not _AR_BEFORE.search(text[max(0, at - 3) : at])):
            by_kind.setdefault(kind, []).append((at, m.value))
    start = marker_of(text)
    cuts: set[int] = set()
    cuts |= _in_order(by_kind.get("cn", []), start.value if start and start.kind == "cn" else None) if not short else set()
    outer = sorted(cuts)
    cuts |= _in_order(by_kind.get("pcn", []), start.value if start and start.kind == "pcn" else None, outer, text) if not short else set()
    for kind in ("ar", "par", "circ"):
        edges = sorted({0, len(text), *cuts})
        for a, b in zip(edges, edges[1:]):
            inside = [(at, v) for at, v in by_kind.get(kind, []) if a < at < b]
            opening = marker_of(text[a:b])
            first = opening.value if opening and opening.kind == kind else None
            steps = sorted(_in_order(inside, first))
            if steps and (not short or kind != "ar") and _each_allots(text, [*([a] if first is not None else []), *steps, b], all_of_them=short):
                cuts |= set(steps)
    return sorted(c for c in cuts if c)


def _in_order(found: list[tuple[int, int]], last: int | None, outer: list[int] | None = None, text: str = "") -> set[int]:
    """Those that count on: 1, 2, 3 ... ; behind an outer number a new 1 may begin."""
    out: set[int] = set()
    last_at = {value: i for i, (_, value) in enumerate(found)}
    for i, (at, value) in enumerate(found):
        follows = last is not None and value == last + 1
        begins = value == 1 and (last_at.get(2, 0) > i or (outer is not None and any(0 < at - o < 60 for o in outer)))
        if follows or begins or (last is None and not out and value > 1 and last_at.get(value + 1, 0) > i):
            out.add(at)
            last = value
    return out


_IN = r"(?:[^()〔〕\[\]【】]|[(〔][^()〔〕]{1,12}[)〕])"
_SAID = pattern(rf"[(〔\[【]{_IN}{{2,200}}(?:负责|牵头|配合){_IN}{{0,40}}[)〕\]】]")
# 2.气象部门。负责监测 | 3.县水利局:负责调度
_UNIT_OPENS = pattern(r"\(?\d{1,2}[.、)]\s?[^。:,;()]{2,30}(?:[局委办厅府会]|部门|单位|公司|支队|大队)\s?[。:](?!$)")


# ①秸秆禁烧|(环保办);
_NAMED_LAST = pattern(r"[(〔\[【](?P<who>[^()〔〕\[\]【】]{2,60})[)〕\]】]\s?[,;。]?\s?$")


def _each_allots(text: str, edges: list[int], all_of_them: bool = False) -> bool:
    """At least half of the stretches say who does them, or open with a unit and a colon: they are items of their own."""
    parts = [text[a:b] for a, b in zip(edges, edges[1:])]
    said = sum(1 for p in parts if _UNIT_OPENS.match(p) or LABEL.search(p) or ALLOTMENT_LABEL.search(p) or _SAID.search(p) or _names_last(p))
    return len(parts) >= 2 and said * (1 if all_of_them else 2) >= len(parts)


def _names_last(words: str) -> bool:
    m = _NAMED_LAST.search(words, max(0, len(words) - 66))
    return m is not None and bool(credible_list(words, *m.span("who")) or all(is_office(n) for n in m["who"].split("、")))
