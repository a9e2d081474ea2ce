"""Figures that count what is to be made: 建设9个产业园 · 推广灯具16万支 · 10处治理初见成效 · 每月更新一次 · 每1000户设置一个站."""

from __future__ import annotations

import re

from graphmodel.patterns import pattern
from loaders.grammar.figures import Figure, Figures
from loaders.grammar.indicator_names import counted, is_measure, trimmed
from loaders.grammar.lookalikes import ends_phrase
from loaders.grammar.quantities import Quantity

Found = tuple[str, int, int]  # the name, where it begins and where the target ends

_STRONG = (
    r"新开工|建设成?|建成投运|建成投用|建成|新建|改建|扩建|续建|改造提升|提升改造|改造|打造|培育壮大|培育|培养造就|培养|引进|引育|招引"
    r"|扶持|支持|创建|新增|完成|推广应用|推广|投放|设立|设置|组建|建立|认定|评定|评选|遴选|选拔|选派|培训|资助|举办|承办|布局"
    r"|布设|取消下放|取消|下放|净增|确定|减轻|落户|建有|解决|筛查"
    r"|安排|筹措|投入|争取|签约|开工|竣工|种植|栽植|造林|治理|修复|整治|淘汰|关闭|关停|拆除|搬迁|化解|压减|发放|制修订|制订|制定"
    r"|发布|出台|形成|突破|攻克|研发|开发(?!区|园|局|公司|商|办)|解决(?!方案)|移交|查处|清退|追回|追缴|创成|转化|孵化|吸引|聚集|集聚|带动|吸纳|帮扶|救助|覆盖|配备|配置|购置|更新|增加|增设|储备|入库"
    r"|谋划|选取|选树|树立|命名|获批|推出|上线|接入|开通|投运|转移|推荐|收储|供应|出让|盘活|消化|处置|处理|实现|新改建|新改扩建"
    r"|改扩建|加装|安装|创办|领办|开办|招聘|招录|招收|引入|落地|入驻|动员|发动|联系|走访|服务(?!业)|惠及|减少|增殖|放流|预留|加强"
    r"|减排|削减|节约|节省|减轻|保障(?!性|房|网|线|体)"
    r"|筹集|筹建|提供|新开工|新开|新签约|新签|新引进|发展|扩大|实施|开展|组织|推进|推动|促进|接待|取得|达成|落实|促成|引导|选择|列入|纳入|建|贯通|打通|铺设|敷设|修建|硬化|清淤|疏浚|抽检|登记|注册(?!资)|归集|招募|签订|办结|调解|排查|更换|替换|翻建|翻新|加固|疏通|补植|消除"
)
_WEAK = pattern(
    r"(?:实施|开展|组织|推进|推动|促进|加强|落实|发展|保障|实现|引导|服务(?!业)|建立|形成|突破|联系|支持|制定|出台|提供|取得|处理|扩大"
    r"|选择|完成|列入|纳入)$"
)
_ADVERB = (
    r"(?:了|累计|总计|合计|共|各|至少|约|近|超过?|不少于|重点|全市|全省|全县|全区|全年|每年|第[一二三四五六]批|首批|年度|省级"
    r"|市级|县级|国家级|城区|[一-龥]{1,4}内|不低于|\x01{1,20}|培养|扶持|产生|参与|资助|评选|组织|打造|主动|和|、|或|规模以上|出"
    r"|成|到|达到|高质量|新|再|一次性)"
)
LED = pattern(rf"(?P<verb>{_STRONG})(?P<adv>{_ADVERB}{{0,3}})$")
_VERB = pattern(rf"(?:{_STRONG}|恢复(?!期)|补充(?!医疗|保险|协议)|减排|削减|减税|降费|让利|拥有|节约|节省|融资)")
# 在甲园区、乙园区打造|旅游线路5条 · 会同市财政局遴选|示范企业15家 · 市财政每年安排|奖补资金3000万元
_MAKES = r"新建|改建|扩建|建设|建成|打造|改造|培育|引进|布局|布设|设立|设置|组建|新增|推广|投放|遴选|评选|选派|培训|举办|安排|投入|筹措|更换|创建|认定|开展|实施|完成|种植|治理|修复|拆除|整治|铺设|安装|配备|开通|谋划"
_LED_BY = pattern(
    r"(?:在[^,。;]{2,40}?|各[^,。;]{1,10}?(?:要|应|负责)[^,。;]{0,10}?|(?:督促|引导|鼓励|指导)[^,。;]{2,20}?|(?:由|并|须)?(?:会同|联合|商)[^,。;]{2,40}?"
    r"|[^,。;]{1,30}?(?:局|委|办|厅|[^内外]部|联|中心|公司|财政|人民政府|管委会|乡镇|街道)(?:每年|全年|要|应|负责|牵头|支持|组织|推动|会同|联合)[^,。;]{0,24}?)"
    rf"(?:{_MAKES})(?:和)?(?=[^,。;]{{2}})"
)
_HEAD = pattern(rf"(?:(?:{_STRONG}|累计|总计|合计|重点|再|共|并|全市|全省|全县|全区|和|或|、){{1,4}})")
_FORWARD = frozenset(("count", "event", "area", "length", "volume", "mass", "energy", "rate", "other", "money", "share"))
_NEVER_COUNTED = frozenset(("time", "age", "score", "share", "times", "grade", ""))
_THRESHOLD = frozenset(("money", "energy", "mass", "volume", "other"))
_AND_ALSO = pattern(r"[、,和及与以 \x01]{0,3}(?:各|约|近)?")
_AT_LEAST = pattern(r"至少|最少|不少于|不低于")
_EACH = pattern(r"每(?:[一二两三四\d~-]{0,3}个?)(?:半年|年|季度|季|月|周|日|天|旬|学期)")
_PER = pattern(
    r"每(?:一)?(?:个|家|名|座|处|所|户|村|乡|镇|县|市|区|社区|街道|园区|学校|万|千|百|[^,;。、\x01]{1,12}?(?:设置|配备|建设|安排"
    r"|布设|设立|配置|建有|至少))"
)
_SETS_UP = pattern(r"[^,;。\d]{0,8}?(?=设置|配备|建设|安排|布设|设立|配置|建有|拥有|不少于|设|建|配)")
_MEETING = pattern(r"会议|观摩(?:评比|评议|拉练)|例会|调度|汇报|报送|听取|通报|报告|督查|督导|督办|检查|考核|评估|总结|研判|会商|召开|上报|协商会|联席会")
_PREDICATE = pattern(r"^[^,;。:]{1,26}?(?:实现|全部|初见|完成|建成|投产|开工|达标|投入|通过|纳入|关停|搬迁|投用|投运|竣工)")
_CHECKING = pattern(r"检查|抽查|巡查|评估")
_SERVED = pattern(r"(?:为|对|给|向|面向)(?:全[国省市县区镇州]|辖区内?|城乡|符合条件的|现有|\x01{1,20}){0,2}$")
# 为2000名|老年人|提供…, 对120家|企业|开展…
_SERVES = pattern(r"(?P<who>[^,;。:()\d]{1,24}?)(?:免费|统一|集中|上门)?(?:(?P<gives>提供|发放|配备|安装|配发|接种|更换|建立|购买)|开展|实施|进行|组织)[^,;。:]{2}")
_THEN = pattern(r",\x01{1,20}前?(?:全部|全面|基本)?(?:完成|建成|到位)")  # 对11处积水点实施改造|,6月底前全部完成
_NOT_SERVED = pattern(r"督查|督导|考核|约谈|通报|处罚|问责|表彰|奖|补助|补贴|清理|调研|满意度|调查|走访慰问的")
_PERSONS = frozenset("名人位户家所处座栋幢个")
# 达到每10万人|80台
_OF_EACH = pattern(r"每(?P<of>\d{0,4}[十百千万]{0,2}(?:常住|户籍)?(?:人口?|户|平方公里|公里|亩|公顷))$")
# 提高到每人每年|580元
_OF_PERSON = pattern(r"每(?:人|生)(?:每(?:年|月|天|日|学年))?$")
_FUND_SIZE = pattern(r"(?:设立|组建|成立|发起|打造|形成|建立|做大)?(?:首期|资金|计划)?总?(?:规模|额)(?:达到?|为|约|超过?|不低于|不少于|不小于|突破)?$")
_FUND = pattern(r"的(?P<what>[^,。;、:()]{2,20}?(?:基金|资金池))")
_BARE = frozenset(("面积", "数量", "里程", "规模", "投资", "人数", "总数", "户数", "产值", "收入", "金额", "能力", "长度", "就业"))
_TILL_DONE = pattern(r"\x01|(?:全面|全部|如期|按期|陆续|基本|均|顺利)?(?:实现|全部|初见|完成|建成|投产|开工|达标)")
_NUMBERED = pattern(r"\d{1,2}、$")
_PROJECT_IN = pattern(r"[^,;。:()]{2,22}\(")  # 4、1个景观带建设(途经…
_PROJECT = pattern(r"^[^,;。:()]{2,22}:")
_STAFF = pattern(r"(?:抽调|明确|指定|确定|安排|指派|选派|配备|落实|下设|内设|设)(?:\d{0,2}名?)?(?:[至少各 \x01]{0,4})$")
_GROUP_AFTER = pattern(
    r"^(?:以上|左右)?(?:的)?(?:专职|兼职|专门|分管|业务|具体|联络|工作)?(?:人员|同志|联络员|工作人员|负责人|分管领导|领导|骨干"
    r"|专干|负责同志|信息员|工作组|专业组|小组|专班|办公室|科室|县委|副)"
)
# 占地面积50亩, 总投资5亿元: what a project is like, no target
_DESCRIBES = pattern(
    r"(?:总长度?|全长|(?<![增成])长约|(?:工程|线路|道路|桥|桥梁|隧道)长|宽度|宽约|占地|占地面积|规划面积|总面积|建筑面积|用地面积|总投资|概算|估算|注册资本|设计[^,;。]{0,6}"
    r"|现有[^,;。]{0,12})$"
)


def at_least(left: str) -> bool:
    """Whether 至少 stands shortly before a figure."""
    return bool(_AT_LEAST.search(left[-12:]))


def led(f: Figures, a: int, at: int) -> re.Match[str] | None:
    """The verb that makes what the figure at ``at`` counts, right before it."""
    return LED.search(f.masked, max(a, at - 18), at)


def forward(x: Figure, carried: bool, start: int | None = None) -> Found | None:
    """建设9个产业园, and 、5个链群 behind such a one. ``start``: where the figure with its comparing words begins (培养|不少于10名…)."""
    f, q, at = x.all, x.q, x.q.start if start is None else start
    if q.kind not in _FORWARD or ends_phrase(x.after):
        return None
    left = f.masked[x.a : at]
    verb = led(f, x.a, at)
    listed = left[-1:] in ("、", "和", "及", "与") and q.kind in ("count", "area", "length") and _VERB.search(left) and not pattern(r"\d").search(left)
    if verb is None and not (carried and _AND_ALSO.fullmatch(left)) and not listed:
        return None
    if x.behind > q.end and (
        q.kind in _THRESHOLD  # 5000万元以上的项目
        or f.masked[x.behind - 1] in "下内"  # 35蒸吨以下锅炉
        or (q.unit in ("户", "人") and verb and _WEAK.search(verb["verb"]))  # 实现20户以上自然村通硬化路
        or (q.kind == "area" and not pattern(r"新建|新增|完成|造林|建成|种植").search(left))
    ):
        return None
    if q.kind == "mass" and not (verb and pattern("削减|减排|压减|减少|处理|处置|化解|淘汰").search(verb[0])):
        return None
    if _GROUP_AFTER.match(x.after) and _STAFF.search(left):
        return None
    if q.in_words and not _counts_in_words(q, left, verb):
        return None
    begin, end = counted(f.masked, x.behind, x.right(70))
    name = f.text[begin:end]
    if len(name) < 2 or (q.value == 1 and name in ("项目", "方面")):
        return None
    return name, (verb.start() if verb else at), end


def _counts_in_words(q: Quantity, left: str, verb: re.Match[str] | None) -> bool:
    """三家 counts; 一个, 一批 is only an article, and 三项 behind a weak verb is a heading."""
    if q.value == 1:
        return at_least(left) or bool(_PER.search(left))
    return bool(verb and not _WEAK.search(verb["verb"])) or at_least(left)


def backward(x: Figure, carried: bool) -> Found | None:
    """推广灯具16万支, 教育专家10名、名校长100名: the thing stands before its figure."""
    f, q = x.all, x.q
    if q.kind in _NEVER_COUNTED or not ends_phrase(x.after):
        return None
    start, end = trimmed(f.masked, x.a, q.start)
    if end - start < 2 or (q.in_words and q.value == 1):
        return None
    whose = _LED_BY.match(f.masked, max(x.a, start - 1 if f.masked[start - 1 : start] == "在" else start), end)
    if whose and end - whose.end() >= 2:
        start = whose.end()
    head = _HEAD.match(f.masked, start, end)
    if head and head.end() == end and (head.end() - head.start() > 2 or pattern("建成|建|完成").fullmatch(head[0])):
        return None  # 累计建成|120个: the thing is named before
    if not (whose or head or carried or _VERB.search(f.masked, x.a, end) or is_measure(f.masked[start:end])):
        return None
    if head and not whose and end - head.end() >= 2 and f.masked[head.end() : end] not in _BARE:
        start = head.end()
    name = f.text[start:end]
    if f.masked[end - 1] in "的第每" or _DESCRIBES.search(name):
        return None
    return name, start, x.behind


def fund(x: Figure) -> Found | None:
    """设立总规模|20亿元|的产业基金: how large a fund is to be."""
    f = x.all
    size = _FUND_SIZE.search(x.left) if x.q.kind == "money" else None
    what = _FUND.match(f.masked, x.behind, x.right(40)) if size else None
    return (f.text[slice(*what.span("what"))] + "规模", x.a + size.start(), what.end()) if size and what else None


def subject(x: Figure) -> Found | None:
    """全市10处集中连片治理初见成效; 36家…全部完成; 3个示范村:…"""
    f, q = x.all, x.q
    if q.kind not in ("count", "area", "length") or q.in_words or x.behind > q.end:
        return None
    start, end = trimmed(f.masked, x.a, q.start)
    if end - start > 12 or (end > start and f.masked[end - 1] in "的第每前"):
        return None
    rest = f.masked[x.behind : x.right() + 1]
    project = (_PROJECT.match(rest) or (_NUMBERED.search(x.left) and _PROJECT_IN.match(rest))) if end == start else None
    if not project and not _PREDICATE.match(rest):
        return None
    begin, stop = counted(f.masked, x.behind, x.right())
    name = _TILL_DONE.split(f.masked[begin:stop])[0]
    return (f.text[begin : begin + len(name)], q.start, stop) if len(name) >= 2 else None


def served(x: Figure) -> Found | None:
    """为2000名老年人提供服务, 对120家企业开展审核: whom something is done for, and what."""
    f, q = x.all, x.q
    if q.kind != "count" or q.in_words or x.behind > q.end or q.unit[-1] not in _PERSONS or not _SERVED.search(x.left[-14:]):
        return None
    end = x.right()
    m = _SERVES.match(f.masked, x.behind, end)
    if m is None or _NOT_SERVED.search(f.masked, x.behind, end):
        return None
    start, stop = counted(f.masked, x.behind, m.end("who") if m["gives"] else end)
    dated = _THEN.match(f.masked, end)
    return (f.text[start:stop], q.start, dated.end() if dated else end) if stop - start >= 2 else None


def of_each(left: str, at: int = 0) -> tuple[int, str] | None:
    """每10万人 at the end of what stands before a figure: its place (``left`` begins at ``at``) and 10万人."""
    m = _OF_EACH.search(left, max(0, len(left) - 18))
    return (at + m.start(), m["of"]) if m else None


def each(f: Figures, a: int, q: Quantity) -> int | None:
    """Where 每10万人 right before a figure begins, when nothing compares in between: the comparing words stand before it."""
    if q.kind == "money":
        paid = _OF_PERSON.search(f.masked, max(a, q.start - 8), q.start)
        return paid.start() if paid else None
    if f.masked[q.start - 1 : q.start] not in "人口户里亩顷":
        return None
    begin = max(a, q.start - 18)
    found = of_each(f.masked[begin : q.start], begin)
    return found[0] if found else None


def says_meeting(words: str) -> bool:
    """Whether words speak of a meeting, a report or another occasion of a mechanism."""
    return bool(_MEETING.search(words))


def is_checking(x: Figure) -> bool:
    """Whether a mechanism's occasion is a check with a number of its own: 每年开展2次以上专项检查; no meeting, no report."""
    here = x.all.masked[x.a : x.right(40)]
    return bool(_CHECKING.search(here)) and not _MEETING.search(_CHECKING.sub("", here))


def is_mechanism(x: Figure) -> bool:
    """每年召开2次会议, 开展3次督查: an occasion of a mechanism."""
    return x.q.kind == "event" and bool(_MEETING.search(x.all.masked[x.a : x.right(40)]))


def frequency(x: Figure) -> Found | None:
    """每月更新一次, 每年至少开展1次水质监测; meetings and reports are mechanisms and no targets."""
    f = x.all
    each = _EACH.search(x.left)
    end = x.right(40)
    if x.q.kind != "event" or each is None:
        return None
    words = f.masked[x.a + each.start() : x.q.start] + pattern("^(?:以上|的|左右)+").sub("", f.masked[x.behind : end])
    name = pattern(r"至少|不少于|一般|原则上|应(?!急)|要(?!素)|组织|开展|\x01|\x02").sub("", words)
    return name, x.a + each.start(), end


def density(x: Figure) -> str | None:
    """The unit of a density: 每1000-1500户居民设置一个回收站 -> 个/1000-1500户居民; None without one."""
    f, earlier = x.all, x.all.found[x.index - 1] if x.index else None
    if earlier is None or earlier.in_words or earlier.start <= x.a or f.masked[earlier.start - 1 : earlier.start] != "每":
        return None
    m = _SETS_UP.match(f.masked, earlier.end, x.q.start)
    return f"{x.q.unit}/{f.text[earlier.start : m.end()]}" if m else None
