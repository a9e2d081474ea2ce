"""The shape of a name: whether a printed word is a body or a collective of bodies. The grammar knows the endings of names, no place."""

from __future__ import annotations

from functools import lru_cache

from graphmodel.departments import known_short_forms
from graphmodel.patterns import pattern

SUFFIX = (
    "人民政府|管理委员会|办公室|委员会|办事处|工作部|政府|党委|党组|党工委|工委|管委会|管委|总局|分局|局|厅|委|办|部|总署|分署|公署|审计署|专署|行署|院|会|室|处|科|所|站|队|司|行|社|台|馆|库|中心|公司|集团|大学|学院|学校|党校|医院"
    "|中学|小学|中专|职专|体校|职校|技校|卫校|幼儿园|协会|联合会|总会|学会|商会|基金会|街道|镇|乡|村|区|县|市|旗|盟|州|省|部门|单位|地区|地方|机构|企业|小组|指挥部|专班|总队|支队|大队|中队|基地|园区|开发区|新区|景区|示范区|保护区"
    "|海关|口岸|联|团|科协|报社|电视台|电台|消防|电网|部队|军分区|武警|工作组|专业组|组|成员|高校|院校|院所|银行|国税|地税|研究所|研究院|实验室|出版社|工会|林场|农场|兵团|组织|团体|镇街|街镇|乡镇|村居|村社|街办|机关|片区|战区|法庭|监狱|部委|银监|证监|网信|编办|专员办|代表处|联社|信用社|事业部|管理人|经办人|业主|平台|系统|主体|方面|各方|厂|矿|园|[城交水农建产旅科国金财能轨]投"
)
_COMPLETE = pattern(rf"(?:{SUFFIX})$")
NOUN_ONLY = pattern(r"^(?:单位|部门|机构|企业|组织|地区|地方|团体|个人|方面)$")
_PERSONS = ("常委", "负责人", "负责同志", "领导", "书记", "市长", "县长", "区长", "主任", "局长", "人员", "同志", "干部", "群众", "专家", "企业家", "班子成员")
# who works on the ground, never one by one: 包村干部, 各村网格员, 驻村第一书记
CADRES = pattern(
    r"^(?:各|全体|所有)?(?:(?:各?(?:包|驻|联|挂|挂点|挂包|包保|包联)?(?:镇|乡|村|村居|村社|村组|社区|片|片区|组|点|网格))(?:两委)?(?:干部|网格员|第一书记)|网格员|村医|护林员|楼栋长|网格长|志愿者|村级信息员)$"
)
_ROUND = str.maketrans("〔〕【】[]", "()()()")
_IN_BRACKETS = pattern(r"\([^()]{0,40}\)$")
_BY = pattern(r"(?<!自)由")
_QUOTED = pattern(r"“[^“”]{1,20}”")
_IN_NO_NAME = pattern(r"(?:跟踪|挂牌|定期|重点|专项|联合|负责)督办$|[。;:!?“”]|\d年|\d月|等(?:有关|相关)?(?:部门|单位)(?=[^和及与、,;])")


# 县商务局负责企业代办 is a sentence, though 办 ends it
_ACTS = pattern(r"(?:局|委|厅|部|办|院|会|府|中心|公司|镇|乡|街道|站|所|单位|部门)(?:负责|牵头|配合|参与|协助)")


STARS = "*★☆▲△◆"  # the sign on the name of the one that leads


@lru_cache(maxsize=20_000)
def is_unit(name: str) -> bool:
    """Whether a printed name has the shape of a body or a collective of bodies."""
    if not 2 <= len(name) <= 48:
        return False
    name = round_brackets(name).rstrip(STARS)
    bare = _IN_BRACKETS.sub("", name) or name if name[-1] == ")" else name
    if bare in known_short_forms() or CADRES.match(bare):
        return True
    if (
        bare.endswith(_PERSONS)
        or "设在" in bare
        or bare.startswith(("接受", "主动接受", "自觉接受"))  # 接受社会|监督
        or "隶属" in bare
        or "下设" in bare
        or _ACTS.search(bare)
        or ("由" in bare and _BY.search(bare))
        or _IN_NO_NAME.search(_QUOTED.sub("", bare) if "“" in bare else bare)
    ):
        return False
    return (bool(_COMPLETE.search(bare)) and not NOUN_ONLY.match(bare)) or (bare == "各地" and bare != name)  # 各地(市)


# 发展改革局, 安全科, 后勤处: nobody takes these for a place or a thing
_OFFICE = pattern(r"(?:[局委办科股处厅部]|办公室|中心|大队|支队)(?:\([^()]{1,20}\))?$")
_NO_NAME_IN = pattern(
    r"[的了着过在是被把和与及等由为按将于请使从向对以\d]|^[^\u4e00-\u9fff“]|纳入|完成|开展|落实|推进|加强|建立|做好|进行|报送|负责|(?:工作|资金|保障|支持|措施|项目|任务|活动|力量|群众|学生|社会|市场)$"
)


def is_office(name: str) -> bool:
    """Whether a name is surely an office's: it ends as only offices do."""
    return is_unit(name) and (_OFFICE.search(round_brackets(name)) is not None or name in known_short_forms())


def may_be_unit(name: str) -> bool:
    """Whether a word of no known shape may be a name where its neighbours are offices: 少体校分部 beside 群体科."""
    return 2 <= len(name) <= 12 and not _NO_NAME_IN.search(name)


def round_brackets(text: str) -> str:
    """The same with round brackets: 各市〔州〕人民政府."""
    return text.translate(_ROUND) if "〔" in text or "【" in text or "[" in text else text
