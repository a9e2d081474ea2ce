"""How the canonical name of a body is put together once its place is known: one function per kind of body, each gives a name or None."""

from __future__ import annotations

import csv
from functools import cache, lru_cache
from pathlib import Path

from graphmodel.bodies import SUFFIX, bare_key, is_zone, party, split_suffix, stems
from graphmodel.jurisdiction import area, level_of_place, place_name
from graphmodel.patterns import pattern

_GOVERNMENT = r"(?:人民政府|政府|府)"
_LEVEL = r"(?:省|自治区|市|州|盟|区|县|旗|镇|乡)?"
_OFFICE = {"办": "办公室", "办公室": "办公室", "办公厅": "办公厅"}
# 委、市政府 | 党委、政府 | 委市政府督查室
_BOTH = pattern(rf"^(?:党委|委员会|委)[、和及]?{_LEVEL}{_GOVERNMENT}(?P<organ>督查室|督查局|督查考核办公室|督查办|办公室|信访局|信访办|接待办|研究室|)$")
_ZONE_BOTH = pattern(rf"^(?:党工委|工委)[、和及]?{_LEVEL}(?:管委会|管理委员会)(?P<organ>办公室|办|)$")
_GOVERNED = pattern(rf"^{_GOVERNMENT}(?P<organ>.*)$")
_MANAGED = pattern(r"^(?:管委会|管理委员会)(?P<organ>.*)$")
_PARTY = pattern(r"^(?:党委|党工委|工委|委员会|委)(?P<organ>.*)$")
_COMPANY = pattern(
    r"(?:公司|集团|银行|信用社|联社|企业|工厂|厂|电网|供电所|供电局|铁塔|电力局|保险|证券|基金|商行|分行|支行|油田|矿业|煤矿|热力|水厂|机场|联通|移动|电信|网络|货运中心|车务段|工务段|铁路局)(?:\(.{1,12}\))?$"
)
_INSTITUTION = pattern(
    r"(?:大学|学院|学校|中学|小学|幼儿园|党校|医院|研究院|研究所|研究室|科学院|设计院|规划院|院校|报社|日报|电视台|电台|博物馆|图书馆|档案馆|文化馆|纪念馆|中心|总站|站|所|馆|队|院|基地|实验室|智库|学会|研究会|平台)$"
)
_MASS = pattern(r"(?:协会|联合会|商会|总会|基金会|学会|联谊会|促进会|工会|志愿者)$")
_TERRITORIES = {"province": "provincial government", "city": "city government", "county": "district", "town": "town", "village": "village"}
_BUREAU_OF = pattern(r"^(?P<body>.{2,14}?(?:局|委|厅|法院|检察院))(?P<unit>.{2,16}(?:支队|大队|总队|中队|中心|站|所|处|科|室|办公室|办|办事处|派出所|中院|团))$")
_BRANCH = pattern(r"^(?P<field>.{2,12}?)(?P<office>分局)$")
_BRANCH_OF = pattern(r"^(?P<field>.{2,12}?)局(?P<area>[\u4e00-\u9fff]{1,6}?)(?:区|县)?分局$")
_POLICE = pattern(r"^(?:交警|交通警察|交管)(?P<team>总队|支队|大队|中队)$")
_BANK = pattern(r"^(?:中国)?(?:人民银行|人行)(?P<area>[\u4e00-\u9fff]{0,8}?)(?P<branch>中心支行|支行|分行|营业管理部|营管部)$")
_WATCH = pattern(
    r"^(?:中国|国家)?(?P<kind>银保监|银监|保监|证监|金融监管|金融监督管理|银行保险监督管理|证券监督管理)(?:总局|委员会|会)?(?P<area>[\u4e00-\u9fff]{0,5}?)(?P<office>监管分局|监管支局|监管局|监管组|分局|支局|局|组|办事处|办)$"
)
_POWER = pattern(
    r"^(?:国网|南网|国家电网)?(?:[\u4e00-\u9fff]{2,4}省?电力(?:有限)?公司)?(?:[市县区旗](?=供电)|(?P<area>[\u4e00-\u9fff]{2,4}?)[市县区旗]?)?供电(?:分)?(?P<kind>公司|局)$"
)
_COMMISSIONS = {
    "银保监": "中国银行保险监督管理委员会",
    "银行保险监督管理": "中国银行保险监督管理委员会",
    "银监": "中国银行业监督管理委员会",
    "保监": "中国保险监督管理委员会",
    "证监": "中国证券监督管理委员会",
    "证券监督管理": "中国证券监督管理委员会",
    "金融监管": "国家金融监督管理总局",
    "金融监督管理": "国家金融监督管理总局",
}


def territory(chain: tuple[str, ...], rest: str) -> tuple[str, str] | None:
    """The place itself, its government, Party committee or both: (name, peer class); None for every other body."""
    place = place_name(chain)
    level = level_of_place(chain[-1], level_of_place(chain[-2]) if len(chain) > 1 else None) if chain else None
    kind = "zone" if is_zone(chain) else _TERRITORIES.get(level or "", "government")
    if chain and rest == "":
        if kind == "zone":
            return place + "管理委员会", kind
        if level == "village":
            return place + ("村民委员会" if place.endswith("村") else "居民委员会"), kind
        return place + ("办事处" if place.endswith("街道") else "人民政府"), kind
    if rest in ("街道办事处", "办事处", "街道办", "街办", "办") and level == "town":
        return place + ("人民政府" if pattern(r"[镇乡]$|苏木$").search(place) else "办事处"), kind  # 大营镇、白石街道办事处 share no suffix
    if rest in ("村委会", "村民委员会", "居委会", "居民委员会") and level == "village":
        return place + ("村民委员会" if rest.startswith("村") else "居民委员会"), kind
    if pattern(r"(?:党委|党工委|委)?[、和及]?(?:人民政府|政府|办事处|街道办)").fullmatch(rest) and level == "town" and rest[0] in "党委":
        return f"{party(chain)}、{place}{'办事处' if place.endswith('街道') else '人民政府'}", kind
    if rest in ("行署", "行政公署"):
        return place + "行政公署", kind
    if rest in ("管委会", "管理委员会", "管委"):
        return place + "管理委员会", "zone"
    if pattern(_GOVERNMENT).fullmatch(rest):
        return place + "人民政府", "district" if kind == "zone" else kind
    m = _BOTH.match(rest)
    if m and not m["organ"]:
        return f"{party(chain)}、{place}人民政府", kind
    m = _ZONE_BOTH.match(rest)
    if m and not m["organ"]:
        return f"{party(chain)}、{place}管理委员会", "zone"
    if rest in ("委", "委员会", "党委", "党工委", "工委", "地委", "盟委"):
        return (f"中共{place}{'工作委员会' if is_zone(chain) or rest.endswith('工委') else '委员会'}"), kind
    return None


def organ(rest: str) -> tuple[str, str] | None:
    """An organ of the Party committee, the government, both, or the management committee: (which one, words of the organ), None for
    other bodies.
    """
    for which, shape in (("both", _BOTH), ("both", _ZONE_BOTH), ("government", _GOVERNED), ("zone", _MANAGED), ("party", _PARTY)):
        m = shape.match(rest)
        if m and m["organ"]:
            return which, _OFFICE.get(m["organ"], m["organ"])
    return None


def branch_bureau(rest: str) -> tuple[str, str] | None:
    """国土分局 -> (国土, ""), 公安局青岚分局 -> (公安, 青岚): the field and the area of a city bureau's branch."""
    m = _BRANCH_OF.match(rest)
    if m:
        return m["field"], m["area"]
    m = _BRANCH.match(rest)
    return (m["field"].removesuffix("局"), "") if m else None


def sub_unit(rest: str) -> tuple[str, str] | None:
    """公安局交警大队 -> (公安局, 交通警察大队); None if the name is one body."""
    m = _POLICE.match(rest)
    if m:
        return "公安局", "交通警察" + m["team"]
    m = _BUREAU_OF.match(rest)
    if m:
        return m["body"], pattern(r"^(?:交警|交管)(?=.队)").sub("交通警察", m["unit"])
    return None


def central_branch(rest: str, place: tuple[str, ...], date: str | None) -> str | None:
    """The local offices of the central bank and of the financial supervisors: 人行沅平市中心支行, 银保监局, 证监局.

    ``place``: the lowest place of the body's chain (none or one), used where no area is printed and to make 沅平 and 沅平市 one.
    """
    own = place[0] if place else ""
    m = _BANK.match(rest)
    if m:
        where = m["area"] or area(own)
        if own and area(where) == area(own):
            where = own if m["branch"] == "中心支行" or (m["branch"] == "分行" and (date or "9999") >= "2023-08") else area(own)
        return f"中国人民银行{where}{'营业管理部' if m['branch'] == '营管部' else m['branch']}"
    m = _WATCH.match(rest)
    where = area(m["area"] or own) if m else ""
    if m and where:
        return f"{_COMMISSIONS[m['kind']]}{where}监管{m['office'].removeprefix('监管')}"
    return None


def power_company(printed: str, stem: str) -> str | None:
    """The power company of the place under its several names (国网沅平供电公司, 市供电公司, 供电公司 -> 沅平供电公司); None for other
    bodies.
    """
    m = _POWER.match(printed)
    return f"{stem}供电{m['kind']}" if m and (m["area"] or stem) == stem else None


def is_company(words: str) -> bool:
    return _COMPANY.search(words) is not None


def is_institution(words: str) -> bool:
    return _INSTITUTION.search(words) is not None


def is_mass(words: str) -> bool:
    return _MASS.search(words) is not None


@cache
def _fields() -> frozenset[str]:
    """Words for fields of government that are no body's whole name (``fields.csv``)."""
    with Path(__file__).with_name("fields.csv").open(encoding="utf-8", newline="") as file:
        return stems() | {row["field"] for row in csv.DictReader(file)}


@lru_cache(maxsize=4096)
def composed(words: str) -> bool:
    """Whether words without suffix are put together from known fields (交通与建设, 农业农村和水务)."""
    key = bare_key(words)
    if not 2 <= len(key) <= 24:
        return False
    fields = _fields()
    reach = {0}
    for end in range(2, len(key) + 1):
        if any(end - size in reach and key[end - size : end] in fields for size in range(2, min(end, 14) + 1)):
            reach.add(end)
    return len(key) in reach


def as_printed(rest: str) -> str:
    """A name no row explains, with its suffix in full where that is sure: 建管委 -> 建管委员会 is not, 交通建设委 -> 交通建设委员会 is."""
    m = SUFFIX.search(rest)
    if m is None or m[0] not in ("委", "办"):
        return rest
    stem, suffix = split_suffix(rest)
    return stem + suffix if composed(stem) and len(stem) >= 4 else rest
