"""Lists of units: where each name begins and ends.

A list divides at 、 , ; and blanks, at 和 / 及 / 与 only where both sides are whole names, and never inside a collective that is ONE unit
(各市、州、县人民政府). A tail (等相关单位) is a unit of its own, marked; a bare 等 is nothing. The grammar knows the shapes of names, no place.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from graphmodel.departments import known_short_forms
from graphmodel.patterns import pattern
from loaders.grammar.fields import bureau, named_by_field
from loaders.grammar.shapes import NOUN_ONLY, SUFFIX, is_office, is_unit, may_be_unit, round_brackets

_LEVEL = r"(?:省|自治区|直辖市|设区市|地级市|县级市|计划单列市|市|自治州|州|盟|地区|县|自治县|旗|区|市区|新区|特区|管理区|开发区|园区|镇|乡|街道?|苏木|村|社区|县区|区县|市县|县市|师|团场)"
_BRACKETED = r"(?:\([^()]{1,12}\))?"
_OPEN_COLLECTIVE = pattern(
    rf"^(?:[一二三四五六七八九十0-9两]{{0,2}})(?:各|各有关|各相关|有关|相关|全省各|全市各|全县各|全区各|所辖|所属|所在)?{_LEVEL}{_BRACKETED}$"
)
_LEVEL_START = pattern(
    rf"^{_LEVEL}{_BRACKETED}(?:级(?=(?:人民)?政府$))?(?:人民政府|政府|管委会|管理委员会|党委|党工委|两级\S{{0,10}}|各级\S{{0,10}}|(?![直级属各有相])\S{{0,8}}(?:部门|单位|局|办|委|政府|党委))?{_BRACKETED}$"
)
_BARE_BODY = pattern(r"^(?:人民政府|政府|管委会|管理委员会|办事处|委|办|局|院|会|部|公司)$")
_EACH_BEHIND = pattern(r"^[^、]{2,30}(?:以及|及|和|与)(?=各[^、]{1,6}$)")  # 省级有关部门及|各市、州人民政府
# 各办、所、|中心 · 有关科室、|单位
_ORGANS = pattern(
    r"^(?:各|有关|相关|各有关|各相关|机关各)(?:[办局委院部会所站科室股处队司]|中心|分局|大队|公司)(?:、(?:[办局委院部会所站科室股处队司]|中心|分局|大队|公司)){0,6}$"
)
_ORGAN = pattern(r"^(?:[办局委院部会所站科室股处队司]|中心|分局|大队|公司)$")
_CONCERNED = pattern(r"(?:有关|相关|直属|各)(?:部门|单位|科室|处室|股室|站所|机构|企业|乡镇|街道|镇街|地区)$")
_PARTY_TAIL = pattern(r"(?:党委|党工委|党组|区委|县委|市委|省委|委)$")
_NOUN_FIRST = pattern(r"(?:单位|部门|机构|企业|组织|地区|地方|团体|个人|方面)(?:[、,;和及与]|以及|$)")
_FIELDS_END = pattern(r"(?:等)?(?:主管|行政主管|监管|管理|行政|执法|职能)?部门$")
# 公安、工商、卫生等部门: fields that share a noun behind 等
_FIELDS_TAIL = pattern(r"^[^等]{2,6}等(?:有关|相关|主管|职能)?(?:部门|单位)$")
_JUNK_HEAD = pattern(r"^(?:[由请以及和与并及]|以及|其中|其他为|其余为)+(?=.{2,})")
# 等 that says "and others": none in 高等教育机构, 等级, 等候时间
ETC = r"(?<![高初])等(?![级候待]|职业|教育|专业|收入)"
# 等国务院相关部门 · 等相关单位 · bare 等
_TAIL = pattern(
    rf"{ETC}(?P<noun>(?:(?![和与及]|以及)[^、,;。()等]{{0,16}}(?:部门和单位|单位和部门|部门|单位|地区|机构|企业|国企|央企|(?:群团|社会|群众|行业|经济|公益)(?:性)?组织|团体|高校|银行|媒体|科室|处室|股室|站所|部委|委办局|方面|街镇|镇街|乡镇|街道|成员|(?:区|县|市)(?:政府|人民政府)?|政府|省份|城市))?)"
)
# separators and brackets
_MARK = pattern(r"<br ?/?>|[、,;。/|\s(〔\[【“《<)〕\]】”》>]")
_AND = pattern(r"以及|和|与|及|暨|并")
_AND_SIGNS = frozenset("以和与及暨并")
# what _AND opens with, and brackets
_AND_MARK = pattern(r"[以和与及暨并(〔\[【“《)〕\]】”》]")
_EDGE = " ,、;。:.(〔[【"  # no name ends with these
# No list of units is longer (in characters); what is, is no list, and looking into it would take its time.
LONGEST = 2_000


__all__ = ["LONGEST", "Named", "is_unit", "units"]


@dataclass(frozen=True, slots=True)
class Named:
    """One name in a list: its place in the text given, as printed, and in full where a shared suffix completes it (东 -> 东片区管理局)."""

    start: int
    end: int
    printed: str
    full: str
    tail: bool = False


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches between separators that stand outside brackets and quotation marks."""
    pieces, depth, begin = [], 0, start
    for m in _MARK.finditer(text, start, end):
        i, c = m.start(), m[0]
        if c in "(〔[【“《<":
            depth += 1
        elif c in ")〕]】”》>" and len(c) == 1:
            depth = max(0, depth - 1)
        elif depth == 0:
            pieces.append((begin, i))
            begin = m.end()
    pieces.append((begin, end))
    return [(a, b) for a, b in ((_strip(text, a, b)) for a, b in pieces) if a < b]


# 1.县司法局;2.县财政局
_LISTED_NO = pattern(r"(?:\(\d{1,2}\)|\d{1,2}[.)]|[①-⑳])\s?(?=[\u4e00-\u9fff])")


def _strip(text: str, a: int, b: int) -> tuple[int, int]:
    if b - a > 3 and (number := _LISTED_NO.match(text, a, b)):
        a = number.end()
    while a < b and text[a] in " ()〔〕[]【】,、;。:.":
        if text[a] in "(〔[【" and _closed(text, a, b):
            break
        a += 1
    while b > a and text[b - 1] in _EDGE:
        b -= 1
    while b > a and text[b - 1] in ")〕]】" and sum(c in "(〔[【" for c in text[a:b]) < sum(c in ")〕]】" for c in text[a:b]):
        b -= 1
    return a, b


def _closed(text: str, a: int, b: int) -> bool:
    return any(c in ")〕]】" for c in text[a:b])


# 县农业农村|和水利局: a field of government is no body
_FIELD = pattern(r"[省市县区州盟旗]?(?:农业农村|中小企业)$")
# 实验室|与设备管理处, 图书馆|与信息技术中心
_PLACE_OF_WORK = pattern(r"(?:^|[省市县区])(?:实验室|图书馆|机关|学校|医院|基地|园区|社区)$")
_KEEPS = pattern(r"[\u4e00-\u9fff]{2,6}(?:处|科|部|中心|局|室|办)$")


def _split_and(text: str, a: int, b: int) -> list[tuple[int, int]]:
    """Split A和B where both are whole names; 工业和信息化局 stays one."""
    if _AND_SIGNS.isdisjoint(text[a:b]):
        return [(a, b)]
    depth = 0
    for mark in _AND_MARK.finditer(text, a, b):
        i, c = mark.start(), mark[0]
        if c in "(〔[【“《":
            depth += 1
        elif c in ")〕]】”》":
            depth -= 1
        if depth:
            continue
        m = _AND.match(text, i, b)
        if m and i > a and is_unit(text[a:i]) and not _NOUN_FIRST.match(text, m.end(), b):
            rest = text[m.end() : b]
            if _BARE_BODY.match(rest) or _FIELD.match(text, a, i) or (_PLACE_OF_WORK.search(text, a, i) and _KEEPS.match(rest)):
                continue
            if is_unit(rest) or (_TAIL.search(rest) is not None):
                return [(a, i), *_split_and(text, m.end(), b)]
    return [(a, b)]


def _join(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Put together what a separator inside a collective divided: 各市|州|县人民政府, 各县(市、区)党委|政府, 公安|交通部门, 各有关委|办|局."""
    out: list[tuple[int, int]] = []
    for a, b in parts:
        word = text[a:b]
        if out:
            pa, pb = out[-1]
            before = text[pa:pb]
            gap = text[pb:a]
            if "、" in gap and len(gap) <= 2:
                last = _EACH_BEHIND.sub("", pattern("、").split(before)[-1])
                if (
                    (
                        _OPEN_COLLECTIVE.match(last)
                        and (last[0] in "各有相全所" or pa == parts[0][0] or "、" in before or len(last) == 1)
                        and _LEVEL_START.match(word)
                    )
                    or (pattern(r"^(?:人民政府|政府|管委会|管理委员会)(?:等[^、]{0,12})?$").match(word) and _PARTY_TAIL.search(before))
                    or (pattern(r"^(?:委|办|局|院|部|会)$").match(word) and len(before) >= 2)
                    or (word == "市人民政府" and pattern(r"^各[盟地州](?:区)?行政公署$").search(before))
                    or (_ORGANS.match(before) and _ORGAN.match(word))
                    or (word in ("单位", "部门") and _CONCERNED.search(before))
                ):
                    out[-1] = (pa, b)
                    continue
        out.append((a, b))
    return _join_fields(text, out)


def _join_fields(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """教育、卫生部门: fields that share the noun 部门 are one collective; 县发改、财政、人社等部门 are named one by one."""
    if named_by_field([text[a:b] for a, b in parts]):
        return parts
    last = text[parts[-1][0] : parts[-1][1]]
    fields = all(b - a <= 6 and not is_unit(text[a:b]) for a, b in parts[:-1]) and not is_unit(last.split("等")[0])
    if len(parts) > 1 and fields and _FIELDS_TAIL.search(last):
        return [(parts[0][0], parts[-1][1])]
    out: list[tuple[int, int]] = []
    for a, b in parts:
        if _FIELDS_END.search(text[a:b]) and not pattern(r"^(?:各|有关|相关|其他|国务院|省|市|区|县|国家|中央)").match(text[a:b]):
            start = a
            while out and "、" in text[out[-1][1] : start] and not is_unit(text[out[-1][0] : out[-1][1]]) and out[-1][1] - out[-1][0] <= 8:
                start = out.pop()[0]
            out.append((start, b))
        else:
            out.append((a, b))
    return out


def _complete(names: list[str]) -> list[str]:
    """Shared suffixes: 东、西片区管理局 · 甲市、乙市、丙市人民政府: a name that is no whole one takes the suffix of the next that is."""
    full = list(names)
    for i in range(len(names) - 2, -1, -1):
        here, following = names[i], full[i + 1]
        m = pattern(r"^[^各全]\S{0,7}?(?:省|市|州|盟|县|区|旗|镇|乡|街道|园区|示范区|新区|开发区)$").match(here)
        body = pattern(r"(?:党工委、管委会|党委、政府|人民政府|管委会|管理委员会|政府|办事处|开发管理局|管理局)$").search(following)
        if m and body and not pattern(r"^各|^有关|^相关").match(following) and _place_like(following[: body.start()]):
            full[i] = here + body[0]
        elif not is_unit(here) and len(here) <= 4:
            area = pattern(r"(?:片区|示范区|新区|开发区|园区|管理区|库区|灌区|景区)\S{1,10}$").search(following)
            if area:
                full[i] = here + area[0]
    return full


def _place_like(text: str) -> bool:
    return bool(pattern(r"(?:省|市|州|盟|县|区|旗|镇|乡|街道)$").search(text))


def units(text: str, start: int = 0, end: int | None = None, strict: bool = False) -> tuple[Named, ...]:
    """The units listed in ``text[start:end]``, in order. ``strict``: () unless every name has the shape of a unit."""
    end = len(text) if end is None else end
    if end - start > LONGEST or (strict and not _may_end_with_unit(text, start, end)):
        return ()
    found, whole = _listed(text[start:end])
    if strict and not whole:
        return ()
    return tuple(Named(n.start + start, n.end + start, n.printed, n.full, n.tail) for n in found) if start else found


def likely_units(text: str, a: int, b: int) -> tuple[Named, ...]:
    """The units of a list in which one name has no known shape and the others are surely offices (群体科、少体中心校); else ()."""
    found = units(text, a, b) if b - a <= 120 else ()
    strange = [n for n in found if not (n.tail or is_unit(n.full))]
    firm = [n for n in found if is_office(n.full)]
    beside = all("、" in text[one.end : other.start] for one, other in zip(found, found[1:]) if one in strange or other in strange)
    return found if len(strange) == 1 and 2 * len(firm) >= len(found) and may_be_unit(strange[0].printed) and beside else ()


@cache
def _last_signs() -> frozenset[str]:
    """What the last name of a list of whole names may end with: a suffix, a short form, a tail (等有关方面), a bracket."""
    return frozenset({*(s[-1] for s in SUFFIX.split("|")), *(s[-1] for s in known_short_forms()), *"等和面份员府企织体)〕]】"})


def _may_end_with_unit(text: str, start: int, end: int) -> bool:
    """Whether the last name of a list may have the shape of a unit: most stretches of prose are told by their last sign."""
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return end > start and text[end - 1] in _last_signs()


@lru_cache(maxsize=4_000)
def _listed(text: str) -> tuple[tuple[Named, ...], bool]:
    """The units a text lists, and whether there are any and each has the shape of one. The same stretch is asked for by several readers."""
    printed, text = text, round_brackets(text)
    head = _JUNK_HEAD.match(text)
    parts = _pieces(text, head.end() if head else 0, len(text))
    if not parts:
        return (), False
    parts = [p for a, b in _join(text, parts) for p in _split_and(text, a, b)]
    spans: list[tuple[int, int, bool]] = []
    for a, b in parts:
        inner = _tail(text, a, b)
        spans.extend(inner)
    names = [printed[a:b].replace(" ", "") for a, b, _ in spans]
    full = _complete(names) if not named_by_field([text[x:y] for x, y in parts]) else [n if t else bureau(n, names[0][0]) for n, (_, _, t) in zip(names, spans)]
    found = tuple(Named(a, b, n, f, t) for (a, b, t), n, f in zip(spans, names, full) if n)
    return found, bool(found) and all(is_unit(n.full) or n.tail for n in found)


def _tail(text: str, a: int, b: int) -> list[tuple[int, int, bool]]:
    """A等B部门 -> A, and B部门 as the tail; A等 -> A."""
    if "、" in text[a:b] and _FIELDS_TAIL.search(text[a:b].split("、")[-1]):
        return [(a, b, False)]
    for m in _TAIL.finditer(text, a, b):
        if m.end() == b or text[m.end()] in "和及与,;、以":
            out: list[tuple[int, int, bool]] = []
            if m.start() > a:
                out.extend((x, y, False) for x, y in _split_and(text, a, m.start()))
            if m["noun"]:
                noun_at = m.start("noun")
                if NOUN_ONLY.match(m["noun"]) or len(m["noun"]) >= 2:
                    out.append((noun_at, m.end(), True))
            if m.end() < b:
                n = _AND.match(text, m.end(), b)
                out.extend((x, y, False) for x, y in _split_and(text, n.end() if n else m.end(), b))
            return out
    return [(a, b, False)]
