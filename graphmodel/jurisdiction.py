"""Places: the chain of jurisdictions a plan or a body stands in, read from names by their shape, never from a list of places.

The only table is that of the provinces. A place below a province is known by
its last character (市, 区, 县, 旗, 州, 盟, 镇 ...) and by where the plan stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from graphmodel.patterns import pattern
from graphmodel.provinces import MUNICIPALITIES, province_names, provinces


@dataclass(frozen=True, slots=True)
class Here:
    """Where and when a plan stands. ``jurisdiction``: highest first, () for the nation or unknown; ``date``: ISO, names follow the
    plan's own time.
    """

    jurisdiction: tuple[str, ...] = ()
    level: str | None = None
    date: str | None = None


_ZONE_KIND = (
    "综合实验区|综合试验区|综合保税区|综合改革示范区|自由贸易试验区|自贸试验区|自贸区|自由贸易港|合作示范区|合作区|示范区|试验区|实验区|新区|开发区|高新区|经开区|高新技术产业园区|高新园区"
    "|经济区|保税区|保税港区|工业区|工业园区|工业园|产业园区|产业园|产业基地|科技园区|科技园|科创园|科学城|科技城|物流园区|物流园|度假区|风景名胜区|风景区|景区|功能区|管理区|集聚区|聚集区|园区|片区|商务区|工业集中区|集中区|港区|空港区|临空区|生态城|新城"
)
# 沅平经济开发区 | 柳河新区 | 平山综合实验区
ZONE = pattern(rf"(?:{_ZONE_KIND})$")
_ZONE_HEAD = pattern(
    rf"^(?P<zone>[\u4e00-\u9fff·]{{0,14}}?(?:{_ZONE_KIND}))(?=$|党工委|工委|人民政府|政府|管委会|管理委员会|管理局|开发管理局|管理办|办公室|[\u4e00-\u9fff]{{2,8}}局$)"
)
_STEM = "[\u4e00-\u9fff]"
_SHAPES = (
    # (kind of place, shape); the first that fits a position wins
    ("province", pattern(rf"{_STEM}{{2,3}}省")),
    ("province", pattern(rf"{_STEM}{{2,5}}自治区")),
    ("city", pattern(rf"{_STEM}{{2,12}}?自治州")),
    ("county", pattern(rf"{_STEM}{{2,14}}?自治[县旗]")),
    ("city", pattern(rf"{_STEM}{{2,6}}?市(?!场|容|政(?!府|协|法|务)|民(?:服务)?中心|域|际|直)")),
    ("city", pattern(rf"{_STEM}{{2,3}}?州(?!市|区|县|省|委员)")),
    ("city", pattern(rf"{_STEM}{{2,4}}?(?:盟|地区)")),
    ("county", pattern(rf"{_STEM}{{1,6}}?县(?!域|区|级|市|乡|直|处|长)")),
    ("county", pattern(rf"{_STEM}{{2,7}}?旗(?!县|区|下)")),
    ("county", pattern(rf"{_STEM}{{2,5}}?区(?!域|划|县|级|块|直|位|间)")),
    ("town", pattern(rf"{_STEM}{{2,6}}?(?:镇|乡|苏木|街道)(?=$|人民政府|政府|党委|党工委|街道|办事处|办$|委$)")),
)
# words that open a phrase, not a place: 各县 | 全市 | 本市 | 两县 (but 全州县, 本溪市, 和县, 三门县 are places)
_NOT_START = pattern(
    r"^(?:各|我|该|某|跨|每|第[一二三四五六七八九十\d]|有关|相关|所在|所属|所辖|向|对|按|由|以|等|其|上级|中共|人行|人民银行|武警|驻|国务院|中央|全(?!州|南|椒)|本(?!溪)|和(?!县$|平|林|田|静|硕|顺|龙|布|政)|与|及(?!县)|原(?!州|阳|平)|下(?!陆|城|花)"
    r"|[一二两三四五六七八九十几多]个?[市县区旗州盟省]|民[盟革建进](?=[省市州区])|台盟|农工党|致公党|九三)"
)
# words that stand in no place's name, and kinds of ground that are no jurisdiction: 农村社区 | 示范城市 | 产业联盟
_NOT_PLACE = pattern(
    rf"{_NOT_START.pattern}|[委局厅办部]|政府|公司|中心|单位|人民|医院|学校|农村|水库|以下|负责|关于|印发|推进|建设|发展|工作|管理|服务|监督|改革|方案|规划|创建|美丽|城乡|产业|循环|经济|文明|生态|国家|全国"
    r"|.{2}城市$|大都市$|(?:超|菜|股|债|夜|早|入|上|楼|闹)市$|^(?:县|州|省|地)市$|(?:资源|交易|证券|资本|劳动力|要素|期货|房地产|金融|建筑|旅游|文化|粮食|人才)市$"
    r"|(?:社|园|小|景|辖|街|片|校|灾|牧|农|军|战|库|厂|灌|新|自治|开发|示范|保护|军分|高新|经开|功能|居民|住宅|流域|工业|贫困山|中心城|主城|建成|市|县|郊)区$"
    r"|(?:市|区|郡|贫困|边境|涉农)县$|(?:联|同|结|加)盟$|(?:红|国|锦|旌|党|军)旗$|^各州$|(?:乡|小城|中心|建制|重点|特色|示范|强)镇$|(?:城|家)乡$"
)
# 沅平市青岚区 | 定泉州定泉市: two places taken for one
_TWO_PLACES = pattern(r"^.+[省市县旗盟].|^.{2,3}州.{2}")
_REAL_SMALL = pattern(r"^(?:老城区|新城区|六枝特区|神农架林区)$")


@lru_cache(maxsize=4096)
def level_of_place(place: str, above: str | None = None) -> str | None:
    """The level of one place; ``above`` is the level it stands under (a 市 under a city is a county-level city)."""
    if place in MUNICIPALITIES or place in province_names() or pattern(r"(?:省|自治区|特别行政区)$").search(place):
        return "province"
    if pattern(r"(?:自治州|州|盟|地区)$").search(place):
        return "city"
    if place.endswith("市"):
        return "county" if above in ("city", "county") else "city"
    if place.endswith(("新区", "实验区", "试验区", "示范区")):
        return "county" if above in ("city", "county") else "city"
    if place.endswith(("县", "旗", "区")):
        return "county"
    if place.endswith(("镇", "乡", "街道", "苏木")):
        return "town"
    if place.endswith(("村", "社区", "嘎查")):
        return "village"
    return "county" if ZONE.search(place) else None


@lru_cache(maxsize=4096)
def levels(chain: tuple[str, ...]) -> tuple[str | None, ...]:
    """The level of each place of a chain, highest first."""
    out: list[str | None] = []
    for place in chain:
        municipal = bool(out) and chain[len(out) - 1] in MUNICIPALITIES
        out.append(level_of_place(place, "city" if municipal else (out[-1] if out else None)))
    return tuple(out)


def level_of(chain: tuple[str, ...]) -> str | None:
    """The level of the lowest place of a chain; None for the empty chain (the nation, or unknown)."""
    return levels(tuple(chain))[-1] if chain else None


@lru_cache(maxsize=4096)
def place_name(chain: tuple[str, ...]) -> str:
    """How a body's name begins: (云泽省, 沅平市, 青岚区) -> 沅平市青岚区. A province stands only in the names of its own bodies, a
    municipality in all.
    """
    if len(chain) > 1 and level_of_place(chain[0]) == "province" and chain[0] not in MUNICIPALITIES:
        chain = chain[1:]
    return "".join(chain)


@lru_cache(maxsize=4096)
def area(place: str) -> str:
    """A place without the word for its kind: 沅平市 -> 沅平, 广西壮族自治区 -> 广西; as it is when one character would be left."""
    for p in provinces():
        if place == p.name:
            return p.short
    stem = pattern(r"(?:省|自治区|特别行政区|自治州|自治县|自治旗|地区|综合实验区|新区|市|州|盟|区|县|旗|镇|乡|街道|苏木)$").sub("", place)
    return stem if len(stem) >= 2 else place


@lru_cache(maxsize=8192)
def _one_place(text: str) -> tuple[str, str] | None:
    """(place, kind) at the very start of ``text`` by its shape, or None."""
    full = next((p.name for p in provinces() if text.startswith(p.name)), None)
    if full is not None:
        return full, "province"
    for kind, shape in _SHAPES:
        m = shape.match(text)
        if m is None:
            continue
        place = m[0]
        if _NOT_PLACE.search(place) and not _REAL_SMALL.match(place):
            continue
        if kind not in ("town", "province") and _TWO_PLACES.search(place):
            continue
        return place, kind
    return None


def explicit_places(text: str, known: tuple[str, ...] = ()) -> tuple[tuple[str, ...], str]:
    """The places printed at the start of ``text`` and what follows them. ``known``: places of the plan's own chain, tried first."""
    found: list[str] = []
    rest = text
    while rest and len(found) < 5:
        own = next((k for k in sorted(known, key=len, reverse=True) if rest.startswith(k)), None)
        if own is not None:
            found.append(own)
            rest = rest[len(own) :]
            continue
        one = _one_place(rest)
        if one is None or (found and _rank(one[0], one[1]) <= _rank(found[-1], None)):
            break
        zone = _ZONE_HEAD.match(rest)
        if zone is not None and len(zone["zone"]) > len(one[0]) and one[1] != "province" and not zone["zone"].startswith(one[0]):
            break
        found.append(one[0])
        rest = rest[len(one[0]) :]
    return tuple(found), rest


_ORDER = {"province": 0, "city": 1, "county": 2, "town": 3, "village": 4}


def _rank(place: str, kind: str | None) -> int:
    """Where a place stands in a printed chain; a 市 may follow a 市 (county-level city)."""
    if place.endswith("市") and place not in MUNICIPALITIES and kind is not None:
        return 2  # may follow a city
    level = level_of_place(place) if kind is None else kind
    return _ORDER.get(level or "", 5)


def zone_at(text: str) -> str | None:
    """The development zone at the start of ``text`` (沅平经济开发区管委会 -> 沅平经济开发区), or None."""
    m = _ZONE_HEAD.match(text)
    if m is None:
        return None
    zone = m["zone"]
    return None if _NOT_START.match(zone) or pattern(r"^[一二两三四五六七八九十]个").match(zone) else zone


# 平山综合实验区2015年… | 柳河新区建设方案
_TITLE_ZONE = pattern(r"^(?P<stem>[\u4e00-\u9fff]{2,6}?)(?:综合实验区|新区|高新区|经济开发区|开发区)(?=[\d\u4e00-\u9fff])")


def _zone_of_title(text: str) -> str | None:
    m = _TITLE_ZONE.match(text)
    return m[0] if m and not _NOT_PLACE.search(m["stem"]) else None


# 现将… | 关于印发沅平市… | 《沅平市…》 | 中共沅平市委
_LEAD_IN = pattern(r"^(?:中国共产党|中共|共青团|关于|印发|转发|批转|公布|发布|实施|落实|贯彻|推进|加强|加快|进一步|做好|开展|《|〈|“|\(|\s|现将)+")
_NATION = pattern(r"^(?:中共中央|国务院|国家(?!级)|中华人民共和国|全国人大|中央)")


@lru_cache(maxsize=1024)
def jurisdiction_of(issuer_or_title: str) -> Here:
    """Where an issuer or the title of a plan stands.

    沅平市青岚区人民政府办公室 -> (沅平市, 青岚区), county; 国务院办公厅 -> (), nation; nothing found -> (), None. The province is not added
    to a city: see ``province_of``.
    """
    text = pattern(r"\s+").sub("", issuer_or_title)
    starts = [0]
    m = _LEAD_IN.match(text)
    if m:
        starts.append(m.end())
    starts += [m.end() for m in pattern(r"关于印发|印发|转发|《|〈|中共|、").finditer(text[:200])]
    for at in starts[:12]:
        tail = text[at : at + 60]
        if _NATION.match(tail):
            return Here((), "nation")
        if pattern(r"^省(?=[\u4e00-\u9fff]{1,12}(?:厅|委|局|办|政府))").match(tail):
            return Here((), "province")
        places, rest = explicit_places(tail)
        zone = zone_at(rest) or _zone_of_title(rest)
        if zone and not (_NOT_START.match(zone) or pattern(_ZONE_KIND).fullmatch(zone)):
            places = (*places, zone)
        if places:
            return Here(places, level_of(places))
    return Here()
