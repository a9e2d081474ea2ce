"""Figures that are no targets: thresholds that say who is meant, subsidies, distances, scores, ordinals, periods, names."""

from __future__ import annotations

from graphmodel.patterns import pattern
from loaders.grammar.quantities import Quantity

_SUBSIDY = pattern(
    r"补助|补贴|奖补|奖励|资助(?!高|不|\d|青|优)|给予|贴息|担保费|罚款|处以|返还|减免|优惠|最高不超过|封顶|收取|费率|税率|利率"
    r"|扣减|免征|减征|报销|赔付|租金|保费|征收|信用额度|授信额|担保额|贷款额|额度可|限额|费用"
)
_OF_A_RATE = pattern(r"(?:率|比例|比重|占比|幅度|增幅|涨幅|增速)[^,;。]{0,8}$")
# 财政补助标准由420元提高到450元: what the plan itself raises, beside 每户补助2000元
_RAISED = pattern(
    r"(?:标准|投入|支出|资金总?额|收入)[^,;。]{0,12}(?:提高到|达到?|不低于)|(?:费用|成本|价格)[^,;。]{0,8}(?:控制在|降[至到]|降低到|下降到)|(?:补助|补贴|保障)(?:标准|水平)?[^,;。]{0,20}(?:提高|增加|提升)[到至]"
)
# 每年安排奖补资金|3000万元: what the plan itself spends in all, beside 每户奖补资金2000元
_FUNDED = pattern(
    r"^(?!.*(?:每(?![年季月])|给予|最高|一次性|按|对|予以)).*(?:安排|统筹|投入|筹措|筹集|整合|列支|设立)[^,。;]{0,16}(?:资金|经费|基金)(?:总额|规模|共|总计|合计|不少于|不低于|超过|约|达到?)?$"
)
# 应纳税所得额上限由30万元提高到50万元: who is meant by a benefit
_LIMIT = pattern(r"(?:上限|限额|起征点|门槛|所得额|扣除额)[^,;。]{0,24}$")
_BENEFIT_RATE = pattern(r"权重|返还(?:比例|标准)|首付|加计扣除|扣除比例|(?:贴息|补贴|补助|奖补|担保|分担|代偿)比例")
_PAID = pattern(r"贴息|补贴|补助|奖励|减免|缓缴|返还|免收")
_PRICE = pattern(r"费率|利率|税率|贴息")
_FALLS = pattern(r"(?:较|比)(?:上年|去年|\x01{1,12})[^,;。]{0,6}(?:下降|降低)$")  # 贷款利率较上年下降|0.2个百分点
_DONE = pattern(r"已(?:累计|建成|完成|有|达|经)|目前|现有(?!的?基础)")  # what there is already
# 执法人员不少于2名, 设置不少于1名专管员: how an office is staffed
_LOOSENED = pattern(r"放宽")  # 裁员率放宽到不超过20%: who may have a benefit
_STAFF = pattern(r"机构设置|编制|(?:执法|监管|管理|专职|工作|建养|养护|值班|值守|在岗|窗口|救援|安保)人员|专管员|监管员|管理员|安全员|网格员")
_SCORE = pattern(r"扣|加分|得分?|计分?|满分|分值|总分|赋分|评分|记$")
_DISTANCE_AFTER = pattern(r"^(?:范围|半径|服务半径|以外|外|内|处|宽|高|长|深|距离|步行|生活圈|缓冲|线|见|段|隔离|以内(?:的)?(?:范围|区域)|之内|覆盖)")
_DISTANCE_BEFORE = pattern(r"(?:外侧|两侧|周边|周围|距|距离|沿线|相距|间距|半径|外延|每|内侧|一侧)(?:各)?$")
_TERM = pattern(
    r"公示|有效期|任期|聘期|保存|合同期|服务期|经历|工龄|从业|连续|届满|满|近|过去|(?<!提)前|第|每(?![年季月周])|间隔|提前(?!量)|超期|逾期|期限为|期限"
    r"|使用年限|周岁|学制|为期|存续"
)
_ORDINAL_BEFORE = pattern(r"(?:第|前|排名|位列|位居|列|居|(?<!安)排在?|近|过去|以来|每|达标排放|星级|国标|GB|DB|T/|No\.?|编号)$")
_KIND_AFTER = pattern(
    r"^(?:方面|个?(?:百分之百|方面|阶段|步骤|环节|原则|维度|层面|层次|统一|必须|一批|一律|严禁|不准|到位|坚持|一标配|一体|覆盖"
    r"|全覆盖|重点(?=[,;。、]|$)|转变|关键|专项行动|主攻|"
    r"专业组|工作组|小组|专班|调查组|督导组|督查组|检查组|条件|指标|要求|任务|措施|原则性|内容|目标|机制|制度|领域|部门|责任单位"
    r"|成员单位|单位负责|工作日内))"
)
_RANK_AFTER = pattern(r"^(?:大|级|类|型|号|式|维|星|线|环|纵|横|重|期|批|届|A|代)")
_NOUN_AFTER = pattern(
    r"^(?:重点|主要|基本|工作|具体|核心|建设|约束性|预期性|创建|考核|评价|大|子|一级|二级|专项)?(?:方面|阶段|步骤|环节|原则|条件"
    r"|指标|要求|任务|措施|内容|目标|领域|专班|小组|工作组|专业组|百分之百|办公室|部门|成员单位|责任单位|重点工作|问题|建议|意见)"
)
_SPEC_BEFORE = pattern(
    r"(?:单片|单个|单体|单项(?!冠军)|单家|单次|单笔|单台|单户|单车|单店|单次|每家|每户|人均应|每宗|每块|年龄|年满|龄|工作满|距今)[^,;。、]{0,14}$"
)
_GOAL_NOUN = pattern(
    r"^(?:用于|用以|作为)|^的?(?:目标|水平|标准|要求|比例|以上|左右|规模|任务|指标|增速|速度|幅度|大关|关口|环节|控制目标"
    r"|预期目标)"
)
_DELIMITER = pattern(r"^(?:[,;。、:!?()〔〕【\d\"”’\]】/|+\x01 ]|$|和|及|与|以及|且|并|或(?!等)|左右|以上|以内|以下|的?目标)")


def ends_phrase(after: str) -> bool:
    """Whether the phrase of a figure ends behind it."""
    return bool(_DELIMITER.match(after))


def scope_after(after: str) -> bool:
    """Whether a figure that is compared goes on into a noun it describes: 超过10亿元|的企业, 小于100|的天数."""
    return not ends_phrase(after) and not _GOAL_NOUN.match(after)


def is_lookalike(q: Quantity, left: str, after: str, clause: str, compared: bool) -> bool:
    """Whether a figure is of no target by its nature: ``left``, ``after`` stand beside it, ``compared``: words before it compare."""
    if after[:1] == "级" or (not q.unit and _RANK_AFTER.match(after)) or _DONE.search(left) or _LOOSENED.search(left[-14:]):
        return True
    if not compared and q.kind != "share" and (_KIND_AFTER.match(after) or _NOUN_AFTER.match(after)):
        return True
    if _ORDINAL_BEFORE.search(left[-4:]) and not compared:
        return True
    if _SPEC_BEFORE.search(left[-20:]):
        return True
    if q.unit in ("名", "人") and "每" not in clause and _STAFF.search(clause):
        return True
    if q.kind == "age":
        return not compared or scope_after(after)
    if q.kind == "score":
        return not compared or bool(_SCORE.search(clause))
    if q.kind == "money" or (q.kind == "rate" and q.unit[:2] in ("元/", "万元")):
        return bool(_LIMIT.search(left)) or (bool(_SUBSIDY.search(clause)) and not _RAISED.search(clause) and not _FUNDED.search(left))
    if q.kind == "share" and _SUBSIDY.search(clause) and not _FALLS.search(left) and (not _OF_A_RATE.search(left) or bool(_PRICE.search(left))):
        return True
    if q.kind == "share" and _BENEFIT_RATE.search(left[-24:]):
        return True
    if q.kind == "length":
        if pattern(r"(?:宽度|高度|间距|厚度|深度|净宽|净高)[^,;。]{0,6}$").search(left):
            return True
        area = _DISTANCE_AFTER.match(after) and not pattern("(?:内|长)(?:[,;。]|$)").match(after)
        return bool(area or _DISTANCE_BEFORE.search(left[-6:]))
    if q.kind == "time":
        return not compared or bool(_TERM.search(left[-14:]) or _PAID.search(left[-14:]))
    return False
