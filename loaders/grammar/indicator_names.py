"""What a figure measures: the noun phrase before the comparing words, lists of names, the thing that is counted."""

from __future__ import annotations

from graphmodel.patterns import pattern
from loaders.grammar.units import ETC

# 率, 比重, 覆盖面积: what a name of a measure ends with
MEASURE = (
    r"(?:率|比例|比重|占比|[总单亩]产(?!值)|出栏|存栏|覆盖面|覆盖度|度|量|值|指数|系数|面积|里程|规模|总额|产值|收入|支出|投资额?|投入|资金|浓度|水平|能耗"
    r"|水耗|电耗|消耗|强度|密度|总数|数量|数|人次|人口|天数|时限|时间|周期|成本|费用"
    r"|价格|余额|总量|产量|销售额|交易额|进出口|外资|内资|税收|利润|能力|容量|装机|长度|寿命|年限|车速|速度|绩点|得分|增速|增幅|降幅|增量"
    r"|幅度|经费|额|效率|程度|普及|监控|储量|库容|用量|级|贡献|标准|GDP)"
)
_ENDS_MEASURE = pattern(rf"{MEASURE}(?:\([^()]{{0,24}}\))?$")
_TO_FALL = pattern(
    r"(?:浓度|能耗|水耗|电耗|煤耗|物耗|消耗|死亡率|失业率|漏损率|发病率|患病率|感染率|事故率|返贫率|负债率|不良率|投诉率|流失率"
    r"|辍学率|排放强度|排放量|用水量|使用量|重污染天数|审批时限|办理时限|等候时间)$"
)
_LEADING = pattern(
    r"(?:\((?:约束性|预期性|指导性|参考性)(?:指标)?\)|[\x01\x02 ,;:、。)\]】—·*①-⑳]|\d{1,2}[、.)]|\(\d{1,2}\)|并且?(?!网)|且|同时|确保|力争"
    r"|实现(?!率)|争取|使得|使(?!用|馆)|推动(?!力)|推进|促进|保证(?!金)|保障(?=全|各)|加快|其中|进一步|着力|努力|基本(?=实现|完成"
    r"|建成|达到|形成)"
    r"|压缩(?!机|空气|比)|压减|缩短|缩减|到(?!位|岗|达|期|账|户)|要(?!素|件|求)|将|对(?!外|口|接|标|比|称|照|流|虾|俄)|把|令|提高|提升|降低|严格控制|严格|严控"
    r"|控制(?!性|区|率)|保持(?!率)|达到|完成(?!率|情况|比例|投资|额|量|数)|扩大|年度?目标[:是为]?|目标任务|主要目标"
    r"|(?:总体|工作|具体)?目标[:是为]?|在(?!线|校|岗|园|册|建|研|库|用|职|编|网)|拟(?!态)|逐步|有效(?=提高|提升|降低|控制)|切实|稳步"
    r"|持续(?=提高|提升|降低|保持|推进|稳定)|大力|积极|不断|以及|及(?!时|格)|和(?!谐|平)|与|年底前?|期间|以来|年内"
    r"|预计|计划(?!生育|指标|投资)|原则上|必须|应当(?=达|不|在)|按照|根据|(?:[一二三四五六七八九]是)|第[一二三四五六七八九](?=,|、))+"
)
_TRAILING = pattern(
    r"(?:[\x01\x02 ,:、]|力争|争取|(?<![人户年日亩月平])均|都|分别|各自|持续|稳定|保持|比例?较|较|(?<!占)比(?!$)|同比|环比|相比"
    r"|同期|比上年|较上年"
    r"|按?(?:可比|不变)(?:价格?|口径)?(?:计算)?|按?同口径"
    r"|(?<=[值额资入出量])实际"
    r"|大约|(?<![签合公条协违节集制邀预特履相])约"
    r"|上年|每年|年均|累计|至少|最少|将|要|应|各|总体|平均|基本|全部|也|按照?|目标|目标值|指标值|在(?<!存在)|由|(?<![依服遵听随顺])从|(?<!以)上)+$"
)
_AND = r"(?<![总共饱调柔温])和(?!谐|平|解|睦|县|美)|(?<![参给])与(?!会|否)|以及|(?<![普涉遍危惠顾触提波以])及(?!时|格|以上|其|早|第)"
_JOIN = pattern(rf"、|{_AND}")
_ONLY_AND = pattern(_AND)
_AND_OTHERS = pattern(rf"{ETC}(?=.{{2,}})")  # 水、气等|污染物排放量
# 高血压、糖尿病|患者规范管理率: what follows these words is shared
_WHOSE = pattern(r"(?:患者|人员|人群|业务|行业|产品|居民)[^、]{2,}$")
_PLACE = pattern(r"[^、]{1,8}?(?:县|区|市|镇|乡|旗|州|省|村|街道|级)")
_COUNTED_END = pattern(
    r"[,;。:!?\x01]|[、和及与](?=(?:不少于|不低于|约|近|至少)?[\d一二两三四五六七八九十])|(?:并(?!网|购|联|发)|以上(?!学历)|,)"
    r"|\((?=[^()]{0,60}(?:\)|$))"
)
_COUNTED_TAIL = pattern(r"(?:的)?(?:等)?(?:工作|任务|目标|的?关闭拆除工作|建设任务|建设工作|左右|以上|任务数|的)$")
_ALL_OF_THEM = pattern(r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})?(?:个|项|类|种|大)?(?:主要|核心|关键|重点|经济|约束性){0,2}指标")
_OFFICE = r"[一-龥]{1,9}?(?:局|委|办|厅|委员会|办公室|政府|管委会)"
# …产业园|市发展改革委、市财政局: a list of units that a lost line break left beside a name
_UNITS = pattern(rf"(?<=[一-龥])(?:市|县|区|省|州|旗){_OFFICE}(?:、(?:各|市|县|区|省|州|旗){_OFFICE}){{1,9}}")
_GENERIC = pattern(r"^(?:建设|改造|任务|工作|项目|目标|比例|比重|要求|标准|水平|规模|培训|能力|治理|开展|学习|检查|数量)$")


def is_measure(name: str) -> bool:
    """Whether a name ends like a measure: 覆盖率, 比重, 排放量."""
    return bool(_ENDS_MEASURE.search(name))


def lower_is_better(name: str) -> bool:
    """Whether a measure is to fall: 浓度, 能耗, 死亡率, 漏损率."""
    return bool(_TO_FALL.search(name))


def trimmed(text: str, a: int, b: int) -> tuple[int, int]:
    """The noun phrase of ``text[a:b]``: without leading verbs and dates (masked by \\x01) and trailing adverbs."""
    m = _LEADING.match(text, a, b)
    if m:
        a = m.end()
    tail = _TRAILING.search(text, max(a, b - 24), b)
    if tail:
        b = max(a, tail.start())
    cut = text.rfind("\x01", a, b)
    if cut >= 0 and b - cut > 2:
        a = cut + 1
        m = _LEADING.match(text, a, b)
        if m:
            a = m.end()
    while a < b and text[a] in "\x01\x02 ":
        a += 1
    units = _UNITS.search(text, a, b)
    if units:
        return (a, units.start()) if units.start() - a >= 2 else (units.end(), b)
    return a, b


def unmasked(name: str) -> str:
    """The name without masked dates, titles and blanks."""
    return pattern(r"[\x01\x02 ]+").sub("", name)


def listed(name: str, together: bool) -> list[str]:
    """The names in a list. ``together`` (分别, 均): every 、 and 和 divides; else only where all parts are measures or end alike.

    城市建筑垃圾资源化处理率和城市再生水利用率 -> two; 废塑料、废橡胶回收率 -> one; 集中供汽和供热率 (均) -> 集中供汽率, 供热率.
    """
    flat = _strip_inner(name)
    parts = [p for p in _JOIN.split(flat) if p]
    if len(parts) < 2:
        return [name]
    of_them = pattern(r"(?P<whole>[^的]{2,16}?)的(?P<name>.{2,})").match(parts[-1])
    if of_them and is_measure(of_them["whole"]) and is_measure(of_them["name"]):
        return [of_them["name"]]  # A指数、B指数和C指数的D指数: one figure of D
    if not together:
        for pieces in (parts, flat.split("、"), _ONLY_AND.split(flat)):
            if len(pieces) > 1 and all(len(p) >= 3 and (is_measure(p) or p[-2:] == pieces[-1][-2:]) for p in pieces):
                return pieces
        return [name]
    group = _AND_OTHERS.search(parts[-1])
    if group:
        rest = parts[-1][group.end() :]
        if _ALL_OF_THEM.fullmatch(rest):
            return [*parts[:-1], parts[-1][: group.start()]]  # 营业收入、利润等3项指标
        tail = _measure_tail(rest)
        return [*(p + tail for p in parts[:-1]), parts[-1][: group.start()] + tail]
    if len(parts[-1]) <= 1 or any(len(p) < 1 for p in parts):
        return [name]
    place = _PLACE.match(parts[-1])
    if place and all(_PLACE.fullmatch(p) for p in parts[:-1]) and len(parts[-1]) - place.end() >= 2:
        return [*(p + parts[-1][place.end() :] for p in parts[:-1]), parts[-1]]  # 甲县、乙区绿化覆盖率
    tail = _measure_tail(parts[-1]) if is_measure(parts[-1]) else ""
    return [p if is_measure(p) or not tail else p + tail for p in parts]


def _measure_tail(name: str) -> str:
    latin = pattern(r"^[A-Za-z0-9.]{1,12}(?=[^A-Za-z0-9.])").search(name)
    if latin:
        return name[latin.end() :]
    whose = _WHOSE.search(name, 2)
    if whose:
        return whose[0]
    m = pattern(rf"(?:总?(?:排放|年均|日均|综合利用|利用|处理|覆盖|回收|达标|合格|使用|施用|消费|消耗|生产|装机|增加|产生|处置|普及|供应"
        rf"|保有|拥有|参保|死亡|发病|入学|就业|增长))?总?{MEASURE}$").search(name,
    )  # fmt: skip
    return m[0] if m else ""


def _strip_inner(name: str) -> str:
    return pattern(r"\([^()]{0,30}\)").sub("", name) if pattern(r"\([^()]{0,30}[、和与及]").search(name) else name


def counted(text: str, at: int, end: int) -> tuple[int, int]:
    """What a figure counts, behind it: 9个|综合性煤炭产业园; ends before the next figure of a list or at punctuation."""
    a = at
    while a < end and text[a] in "的 余多":
        a += 1
    m = _COUNTED_END.search(text, a, min(end, a + 70))
    b = m.start() if m else min(end, a + 70)
    tail = _COUNTED_TAIL.search(text, max(a, b - 12), b)
    if tail and tail.start() - a >= 2:
        b = tail.start()
    units = _UNITS.search(text, a, b)
    if units and units.start() - a >= 2:
        b = units.start()
    inner = text.rfind("的", a, b)
    if inner > a + 4 and b - inner > 2 and not _GENERIC.match(text[inner + 1 : b]):
        a = inner + 1
    return a, b
