"""Names that a sentence may say of those who act: where a list of them ends and the verb begins.

Looser shapes, fit for a list under a label, are not enough here: 扩大社会参与 ends like a name, 市科技局建设研发中心 runs into its verb.
"""

from __future__ import annotations

from graphmodel.departments import known_short_forms
from graphmodel.patterns import pattern
from loaders.grammar.units import Named, is_unit, units

# a name does not run into the verb of its sentence: 省乡村振兴局完善…
_RUNS_ON = pattern(
    r"(?P<body>局|厅|委|部|办|院|会|行|府|社|司|署|站|队|所|街道|(?<![村城])[镇乡]|中心|公司|部门|单位|机构)(?:研究|制定|完善|推进|建立|加强|开展|推动|整合|健全|出台|组织(?!部|人事|处|科|委)|实施|落实|编制|做好|加快|指导|负责|牵头|提出|明确|依法(?!治)|定期|共同|联合|统筹|立即|尽快|抓紧|完成|配合|参与|参加|协助|跟踪|督促|督办(?![室科处组]|专班)|督导(?![组室办科处]|专班)|汇总|办好|抓好|管好|建好|用好|办理|负有"
    r"|搭建|创建|打造|构建|设立|组建|筹建|遴选|举办|启动|申报|梳理|排查|核查|编写|修订|起草|新建|培育(?!中心|办)|建设(?![局处科股司部室站所厅委]|投资|开发|管理|发展|工程|规划|和|与|交通|环保|指挥|领导|办|项目|委|专班|有限|集团|投资|公司)"
    r"|改造(?!办|指挥|项目|工程)|开发(?!区|局|办|公司|投资|集团|建设|中心|有限)|运营(?!公司|中心|管理|商|有限))"
)
# behind 局, 厅 … a name goes on only with words such as 机关, 分局, 交警大队
_OVERRUN = pattern(
    r"(?P<body>局|厅|署|政府|公司|支行|分行)(?!分局|[\u4e00-\u9fff]{2,6}分局|机关|办公室|办|督查室|研究室|研究院|直属|下属|所属|各|交警|特警|消防|巡警|巡特警|刑侦|治安|森林|法制|政务|信息|金融|驻|和|与|、|及|\(|综合|执法|质监|监察|工会|党委|党组|分行|支行|信访|外事|参事|性)[\u4e00-\u9fff]|办公[厅室]办"
)
# words a sentence opens with that are no name: 扩大社会参与 · 支持企业负责人… (but 建设局, 发展改革委, 组织部)
_VERB_FIRST = pattern(
    r"^(?:贯彻|扩大|抓紧|尽快|形成|成立|明确|做好|抓好|要|应(?!急)|须|各项|每|积极|认真|大力|依托|利用|支持|鼓励|加强|加快|推动|完善|建立|健全|实施|开展|强化|提升|优化|深化|打造|培育|引导|制定|对|在|以|将|把|从|向|为|按|依|使|让|由于|通过|根据|围绕|结合|充分|切实|积极|全面|进一步|探索|加大|严格|拓展|构建|确保|促进|争取|争创|创建|配合|会同|其他|凡|可|不|如"
    r"|建设(?![局厅部委和与])|发展(?!改革|和改革|委|局|研究|中心|与改革)|组织(?!部|人事|委)|统筹(?!办|城乡)|协调(?!组|办|小组)|保障(?!局|组|中心)|指导(?!组|中心|委)|督促(?!组)|规范(?!办)|落实(?!办|组)|推进(?!办|组|领导|委|小组)|创新(?!办|委|局))"
)
_CLAUSE_IN = pattern(r"(?:局|委|厅|部|办|政府|公司|中心|单位|部门)(?:对|向|在|按|根据|要|应|将|为|以|把|会同|负责|牵头|可|的)")
_WEAK = pattern(
    r"(?:社|方|主体|业主|平台|系统|园|店|厂|矿|段|港|组织|成员|基地|库|馆|台|行|队|村|省|市|区|县|镇|乡|州|旗|联|团|所|站|体|团体|企业|机构|高校|园区|院所|学校|医院|集团|公司|协会|商会|景区|保护区|基金会|兵团|团场|林场|农场)(?:\([^()]*\))?$"
)
# weak endings that say what the body does: 自来水公司, 城管中队, 综合行政执法大队
_FIRM = pattern(
    r"^[^的]{4,28}(?:公司|集团)$|[水气热电务融投建]公司$|自来水公司$|(?:执法|城管|交警|消防|巡特警|监察|管护|养护|保洁|稽查|路政|救援|特勤|治安|刑侦)\S{0,2}(?:队|大队|中队|支队|总队)$|^\S{2,20}(?:大队|中队|支队|总队)$"
    r"|(?:派出|司法|财政|税务|国土|自然资源|市场监管|工商|供电)所$|(?:农技|农机|水利|畜牧|兽医|文化|林业|广播|经管|交管|农经|科技|卫生监督|城建|环卫)(?:管理|服务|监督|推广)?站$"
)
_LEVEL_FIRST = pattern(r"^(?:各|省|市|区|县|州|盟|旗|镇|乡|街道|国家|国务院|中央|自治区|有关|相关|全[省市区县]|本[省市区县]|[一二三四五六七八九十]+[县区市])")


def credible(name: str) -> bool:
    """Whether a name may be the subject of a sentence: looser shapes, fit for a list under a label, are not enough here."""
    if not is_unit(name) or _VERB_FIRST.match(name) or _CLAUSE_IN.search(name):
        return False
    if name in known_short_forms() or _LEVEL_FIRST.match(name):
        return True
    return (not _WEAK.search(name) or _FIRM.search(name.split("(")[0]) is not None) and len(name) <= 30


def before_verb(name: str) -> str:
    """市科技局搭建服务中心 -> 市科技局: the name without the words of work that it ran into."""
    cut = min((m.end("body") for shape in (_RUNS_ON, _OVERRUN) if (m := shape.search(name)) and m["body"]), default=len(name))
    return name[:cut]


def opens_with_verb(name: str) -> bool:
    """扩大社会参与, 加强学校: words of work that end like a name."""
    return bool(_VERB_FIRST.match(name))


def names_from(text: str, a: int, b: int) -> tuple[Named, ...]:
    """The longest list of credible names that begins at ``a``."""
    for end in range(min(b, a + 90), a + 1, -1):
        if text[end - 1] in _LAST and text[end - 1 : end + 1] not in _WORDS and not _INSIDE_WORD.match(text, end - 1):
            named = credible_list(text, a, end)
            if named:
                return named
    return ()


# A会同B|组织实施: a name does not end inside a word
_INSIDE_WORD = pattern(
    r"组织(?!部|处|科|人事)|部署|处理|处置|处罚|(?<![员协合商工学总])会(?:商|同|办)|办理|办好|办结|(?<![银支分])行动|(?<![残妇商文侨科])联(?:合|动|系)|构建|市场(?!监)|区域|县域|所在|所属|团结"
)
# the last characters of names
_LAST = frozenset("局厅委办部署院会室处科所站队司行社台馆库心府团学校区县市旗盟州省镇乡村联组协位门构关等)")


# ... and words that begin with one: 市直有关部门组|织验收
_WORDS = frozenset(
    [
        "组织",
        "处理",
        "处置",
        "办理",
        "队伍",
        "部署",
        "区域",
        "市场",
        "委托",
        "站点",
        "院落",
        "科学",
        "科技",
        "科普",
        "所需",
        "所有",
        "构建",
        "司法",
        "位置",
        "团队",
        "学习",
    ]
)


def credible_list(text: str, a: int, b: int, easy: bool = False) -> tuple[Named, ...]:
    return sound(units(text, a, b, strict=True), easy)


def sound(named: tuple[Named, ...], easy: bool = False) -> tuple[Named, ...]:
    """The names if a sentence may say them of those who act, else (). ``easy``: others are said to act beside them, so a weak name (派出所) will do."""
    if not named or named[0].tail or not (easy or any(credible(n.full) for n in named if not n.tail)):
        return ()
    good = all(
        not _VERB_FIRST.match(n.full) and not _CLAUSE_IN.search(n.full) and not _RUNS_ON.search(n.printed) and not _OVERRUN.search(n.printed)
        for n in named
        if not n.tail
    )
    return named if good else ()
