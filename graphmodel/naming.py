"""From a printed name whose place is known to the canonical body: Party organ, government office, bureau, branch, zone, company, or as
printed.
"""

from __future__ import annotations

from graphmodel.bodies import SUFFIX, compose, find, is_zone, party, peer_class, split_suffix
from graphmodel.evidence import Evidence
from graphmodel.jurisdiction import Here, area, level_of, place_name, zone_at
from graphmodel.names import (
    as_printed,
    branch_bureau,
    central_branch,
    composed,
    is_company,
    is_institution,
    is_mass,
    organ,
    power_company,
    sub_unit,
    territory,
)
from graphmodel.patterns import pattern
from graphmodel.plan import Department
from graphmodel.provinces import MUNICIPALITIES
from graphmodel.standing import Standing

_MILITARY = pattern(r"军分区|警备区|人武部|人民武装部|预备役")  # 沅平军分区战备建设处
_STRONG = pattern(r"(?:局|厅|委员会|委|总站|中心|办公室|大队|支队|管理处|站|研究院|协会|办事处|部)$")
# 南湖社区居委会 | 东柳村
_VILLAGE = pattern(r"^(?P<name>[\u4e00-\u9fff]{1,8}?(?P<kind>社区|村))(?:居委会|居民委员会|村委会|村民委员会|委会)?$")


def make(chain: tuple[str, ...], name: str, level: str | None, kind: str | None, recognised: bool = True) -> Department:
    """A department with its id."""
    return Department("/".join((*chain, name)), name, chain, level, kind, None, recognised)


def named(printed: str, s: Standing, here: Here, evidence: Evidence) -> Department:
    chain, level, rest, day = s.chain, s.level, s.rest, here.date
    begins = (s.word,) if s.gap == "unknown" else chain  # what the name begins with
    if s.gap == "below":
        return _each(s, here, evidence)
    power = power_company(printed, area(chain[-1])) if chain else None
    if power:
        return make(chain, power, level, "enterprise")
    if s.how == "stem":
        return _by_area(printed, s, here, evidence)
    own = territory(begins, rest) if s.how != "none" or rest in ("政府", "人民政府", "管委会", "管理委员会", "党工委", "党委、政府", "党委政府") else None
    if own:
        return make(chain, own[0], level, own[1])
    if level_of(chain) == "town" and s.how == "place":
        return make(chain, place_name(chain) + rest, "town", "town")
    village = _VILLAGE.match(rest)
    if village and s.how != "level":
        kind = "村民委员会" if village["kind"] == "村" else "居民委员会"
        return make((*chain, village["name"]), place_name(chain) + village["name"] + kind, "village", "village")
    found = find(rest, level, day, evidence.said)
    if found and not (s.how == "none" and rest in ("党校",)):
        body, suffix = found
        rank = "county" if level == "city" and is_zone(begins) else level
        return make(chain, compose(body, suffix, begins, rank, day), level, peer_class(body.kind, level))
    part = organ(rest) if s.how != "none" or not rest.startswith("委") else None
    if part:
        return _organ(here, evidence, chain, begins, level, *part)
    if pattern(r"[\u4e00-\u9fff]{2,5}(?:海关|海事局)").fullmatch(rest) and s.how == "none":
        return make(chain, "中华人民共和国" + rest, level, "vertical body")
    bank = central_branch(rest, begins[-1:], day)
    if bank:
        return make(chain, bank, level, "vertical body")
    branch = branch_bureau(rest)
    if branch:
        return _branch(s, *branch, here, evidence)
    inner = sub_unit(rest)
    if inner and (found := find(inner[0], level, day, evidence.said)):
        return make(chain, compose(*found, begins, level, day) + inner[1], level, peer_class(found[0].kind, level))
    zone = zone_at(rest)
    if zone:
        return _zone(s, zone, rest[len(zone) :], here, evidence)
    return _other(s, begins, here, evidence)


def _each(s: Standing, here: Here, evidence: Evidence) -> Department:
    """区政府 in a city's plan: the governments of its districts."""
    found = find(s.rest, s.level, here.date, evidence.said)
    words = found[0].stem + found[1] if found and not found[0].form else ("人民政府" if s.rest in ("政府", "人民政府") else s.rest)
    full = f"{place_name(s.chain)}各{s.word}{words}"
    unsure = s.word == "区" and bool(s.chain) and s.chain[0].endswith("自治区") and s.rest not in ("政府", "人民政府", "委", "党委")
    return Department("/".join((*s.chain, full)), full, s.chain, s.level, "collective", "closed", not unsure)


def _organ(here: Here, evidence: Evidence, chain: tuple[str, ...], begins: tuple[str, ...], level: str | None, which: str, words: str) -> Department:
    place, day = place_name(begins), here.date
    if which == "party" and not begins:
        return make(chain, "党委" + words, level, "party organ")  # of a school or a hospital, whose name is no place
    if which == "party":
        found = find("委" + words, level, day, evidence.said) or find(words, level, day, evidence.said)
        if found and found[0].kind == "party organ":
            return make(chain, compose(*found, begins, level, day), level, "party organ")
        return make(chain, party(begins) + words, level, "party organ")
    if which == "both":
        base = "管理委员会" if is_zone(begins) else "人民政府"
        return make(chain, f"{party(begins)}、{place}{base}{words}", level, "party organ")
    if which == "zone":
        return make(chain, f"{place}管理委员会{words}", level, peer_class("", level))
    found = find("政府" + words, level, day, evidence.said) or find(words, level, day, evidence.said)
    if found and words not in ("办公室", "办公厅"):
        return make(chain, compose(*found, begins, level, day), level, peer_class(found[0].kind, level))
    if words == "办公室" and (level == "province" or evidence.said(f"{place}人民政府办公厅")) and not evidence.said(f"{place}人民政府办公室"):
        words = "办公厅"
    return make(chain, f"{place}人民政府{words}", level, peer_class("", level))


def _branch(s: Standing, field: str, where: str, here: Here, evidence: Evidence) -> Department:
    """区国土分局, 市公安局青岚分局: one node, the branch of the city's bureau in the district."""
    chain, parent = s.chain, s.chain
    if not where and find(field + "局", "city", here.date, evidence.said) is None:
        cut = next((i for i in (2, 3, 4) if find(field[i:] + "局", "city", here.date, evidence.said)), 0)
        where, field = field[:cut].removesuffix("区"), field[cut:]
    if where:
        place = next((p for p in here.jurisdiction if area(p) == where), None)
        if place:
            chain = here.jurisdiction[: here.jurisdiction.index(place) + 1]
        else:
            place = next((where + k for k in ("区", "县", "市", "旗") if evidence.said(where + k)), where)
            chain = chain if chain and chain[-1] == place else (*chain, place)
        parent = chain[:-1]
    elif level_of(chain) == "county" and not is_zone(chain):
        where, parent = area(chain[-1]), chain[:-1]
    if where and level_of(parent) not in ("city", "county") and (not parent or parent[-1] not in MUNICIPALITIES):
        parent = ("市",)  # the district's city is not known
    found = find(field + "局", "city", here.date, evidence.said)
    words = compose(*found, parent, "city", here.date) if found else place_name(parent) + field + "局"
    return make(chain, f"{words}{where}分局", "county", peer_class(found[0].kind if found else "", "county"))


def _zone(s: Standing, zone: str, rest: str, here: Here, evidence: Evidence) -> Department:
    """A zone's management committee or one of its offices."""
    own = next((i for i, p in enumerate(s.chain) if p == zone or p.endswith(zone)), None)
    chain = s.chain[: own + 1] if own is not None else (*s.chain, zone)
    begins = any(zone.startswith(area(p)) for p in s.chain)
    place = zone if begins else place_name(chain)
    level = level_of(chain)
    if rest in ("", "管委会", "管理委员会"):
        return make(chain, place + "管理委员会", level, "zone")
    if rest in ("政府", "人民政府"):
        return make(chain, place + "人民政府", level, "district")
    if pattern(r"^(?:党工委|工委)[、和]?(?:管委会|管理委员会)$").match(rest):
        return make(chain, f"中共{place}工委、{place}管理委员会", level, "zone")
    found = find(rest, level, here.date, evidence.said)
    if found and begins is False:
        return make(chain, compose(*found, chain, level, here.date), level, peer_class(found[0].kind, level))
    return make(chain, place + rest.replace("管委会", "管理委员会"), level, "zone")


def _by_area(printed: str, s: Standing, here: Here, evidence: Evidence) -> Department:
    """A body that opens with its area (沅平供电公司, 石门生态环境局, 某省银保监局): the printed name holds unless it is a central
    office.
    """
    found = find(s.rest, s.level, here.date, evidence.said)
    bank = central_branch(s.rest, (s.word,), here.date)
    if bank:
        return make(s.chain, bank, s.level, "vertical body")
    if s.rest in ("海关", "海事局"):
        return make(s.chain, "中华人民共和国" + printed, s.level, "vertical body")
    zone = zone_at(printed)
    if zone:
        return _zone(Standing(s.chain, s.level, printed, "none"), zone, printed[len(zone) :], here, evidence)
    branch = branch_bureau(s.rest)
    if branch and not branch[1] and s.level == "county":
        return _branch(s, *branch, here, evidence)
    if found:
        body, suffix = found
        if s.level == "county" and len(s.chain) > 1 and level_of(s.chain[:-1]) == "city" and body.stem in ("生态环境", "自然资源"):
            return make(s.chain, place_name(s.chain[:-1]) + s.word + body.stem + suffix, s.level, peer_class(body.kind, s.level))
        return make(s.chain, compose(body, suffix, s.chain, s.level, here.date), s.level, peer_class(body.kind, s.level))
    return make(
        s.chain,
        printed,
        s.level,
        _kind_of(printed, s.level),
        bool(_STRONG.search(printed)) or is_company(printed) or is_institution(printed),
    )


def _other(s: Standing, begins: tuple[str, ...], here: Here, evidence: Evidence) -> Department:
    """A body that no row explains: as printed, with its place where that is printed or the name is plainly one of the place's own."""
    rest = s.rest
    stem, suffix = split_suffix(rest)
    words = evidence.joint(rest)
    if words == rest and suffix:
        full = as_printed(rest)
        words = evidence.joint(full) if full != rest or not evidence.said(stem + suffix) else stem + suffix
    kind = _kind_of(rest, s.level)
    foreign = s.how == "none" and (
        kind == "enterprise" or any(len(area(p)) > 1 and area(p) in rest for p in s.chain) or not _STRONG.search(rest) and not is_institution(rest)
    )
    name = words if foreign else place_name(begins) + words
    known = (
        composed(stem)
        and bool(suffix)
        and (suffix != "办公室" or len(stem) > 3)
        or kind in ("enterprise", "institution", "mass organisation", "military")
        or len(stem) >= 5
        and bool(suffix)
    )
    placed = s.how != "none" and bool(_STRONG.search(rest) or SUFFIX.search(rest))
    placed = placed or (here.level == "nation" and suffix == "办公室")
    return make(s.chain, name, s.level, kind, known or placed)


def _kind_of(words: str, level: str | None) -> str | None:
    if _MILITARY.search(words):
        return "military"
    if is_company(words):
        return "enterprise"
    if is_mass(words):
        return "mass organisation"
    if is_institution(words):
        return "institution"
    return peer_class("", level)
