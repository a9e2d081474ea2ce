"""Names that mean many bodies: closed ones, whose members can be named (各县(市、区)政府), and open ones (等相关单位)."""

from __future__ import annotations

from typing import Literal

from graphmodel.patterns import pattern

Collective = Literal["closed", "open"]

_UNIT = (
    "自治区|直辖市|特别行政区|计划单列市|新疆生产建设兵团|县级市|设区市|地级市|自治州|自治县|县区|区县|市县|县市(?!场|容|政)|村居|村社|街镇|镇街"
    "|乡镇|街道|地区|省|市|区|县|旗|州|盟|乡|镇|街|苏木|村|社区|园区|开发区|新区|功能区|管理区|片区|示范区|高新区|师|团场"
    "|农场|林场|国有林场"
)
_SEVERAL = rf"(?:{_UNIT})(?:\([^()]{{1,14}}\))?(?:[、和及]?(?:{_UNIT})(?:\([^()]{{1,14}}\))?){{0,5}}"
_OFFICES = (
    r"(?:级)?(?:(?:党委|区委|县委|市委|党工委|工委|人民政府|政府|管委会|管理委员会|办事处|党政|街道办|街道办事处|居委会|村委会"
    r"|公安局|[\u4e00-\u9fff]{2,10}(?:局|委|分局))(?:[、和及/]|(?:\([^()]{1,14}\)))?){0,4}"
)
# 各县(市、区)党委、政府 | 各市、州、县人民政府 | 五县(市、区) | 县(市、区) | 全市各乡镇
TERRITORIAL = pattern(rf"^(?:全省|全市|全县|全区|全旗|全州)?(?:各|[一二两三四五六七八九十0-9]{{1,2}}个?|所有)?(?P<units>{_SEVERAL})(?P<offices>{_OFFICES})$")
_COUNTED = pattern(r"^(?:全[省市县区旗州])?(?:各|[一二两三四五六七八九十]{1,2}个?|所有)")
_OPEN_WORD = pattern(r"有关|相关|其他|其它|另外|等")
_NOUN = (
    r"(?:部门|单位|机构|企业|地方|地区|部委|委办局|工作部门|直属机构|成员|团体|组织|学校|医院|院校|高校|医疗机构|金融机构|银行"
    r"|街道|乡镇|街镇|镇街|党委政府|政府|方面|业主|园区|开发区|人员|机关|公司|主体|负责人|科室|处室|站所|平台|商会|协会|媒体"
    r"|省份|城市|党组织|市县|县区|区县|[省市区县旗州](?:\([^()]{1,14}\))?)"
)
# 各有关部门和单位 | 国务院相关部门 | 各行业主管部门 | 区直各部门 | 各级党政机关
_GENERAL = pattern(rf"^.{{0,24}}{_NOUN}(?:[、和及]{_NOUN}){{0,3}}(?:\([^()]{{1,14}}\))?$")
_MARK = pattern(
    r"各|有关|相关|其他|其它|所有|全体|主管|成员|所属|直属|属地|所在|涉及|市直|县直|区直|省直|旗直|州直|级|两级|三级|责任|牵头|配合|监管|职能|行政|^等|全[市省县区]|上级|下级|对口|驻|等(?:部门|单位)$"
)
_FIELDS = pattern(r"^[\u4e00-\u9fff、]{2,24}(?:主管|监管|管理|行政|执法|职能)?部门$")
_MEMBERS_ALL = pattern(r"(?:成员单位|全体成员|各成员|成员)$")
_TWO_NAMED = pattern(
    r"^[\u4e00-\u9fff]{1,8}(?:[、和][\u4e00-\u9fff]{1,8}){1,5}(?P<count>[两二三四五六七八九十])个?(?P<unit>[市县区旗镇乡]|区县|县区|县市|市县|市区|乡镇|镇街|街镇|新区|园区)$"
)
# 青岚区、石门县政府
_NAMED = pattern(
    r"^(?!各|有关|相关|全|所|其)(?:[\u4e00-\u9fff]{2,6}[市县区旗镇乡](?:人民政府|政府)?[、和]){1,8}[\u4e00-\u9fff]{2,6}[市县区旗镇乡](?:人民政府|政府)?$"
)
# whoever it is in each case: 建设单位, 项目业主
_WHOEVER = pattern(
    r"^(?:项目|工程|各项目)?(?:业主|业主单位|建设单位|施工单位|实施单位|责任单位|责任部门|牵头单位|牵头部门|配合单位|承办单位|主办单位|管理单位|运营单位|用人单位|项目单位|主管部门|行业部门|职能部门|执法部门|企业|社会力量|市场主体|经营主体)$"
)
_EVERY_CLOSED = pattern(
    r"^(?:全[市省县区])?各(?!有关|相关|类|级|行业|项|牵头|主管|个?部门$|单位$|有)(?:.{0,6})(?:园区|开发区|街道|乡镇|街镇|镇街|县区|区县|市县|新区|片区|管委会|政府|办事处|管理局|党委|党工委|公司|分局|医联体|医共体|高校|学校|支行|分行)"
)
# kinds of bodies, never one: 基层医疗卫生机构, 国有企业, 当地政府
_KIND_OF = pattern(
    r"(?:群团组织|群团单位|人民团体|政法单位|政法机关|(?:^|[省市县区州旗涉驻地农工大属])(?:国企|央企|高校)|包村干部|驻村干部|村干部|网格员|第一书记|护林员|卫生机构|医疗机构|金融机构|服务机构|管理机构|中介机构|科研机构|第三方机构|培训机构|检测机构|社会组织|国有企业|重点企业|龙头企业|企事业单位|当地政府|地方政府)$"
)
# 县市场监管局 is the county's market regulator, not several counties and cities
_MARKET = pattern(r"[区县旗州]市(?:场|容|政(?!府))")
_LEADING = pattern(r"各.{0,4}牵头(?:部门|单位)$")


def several_named(name: str) -> bool:
    """Whether the name is a row of places that share a government word: 青岚区、石门县政府."""
    return _NAMED.match(name) is not None


def collective_of(name: str) -> Collective | None:
    """Whether a printed name means many bodies, and whether they can be named; None for one body."""
    name = name.removeprefix("等") if len(name) > 3 else name
    if _MEMBERS_ALL.search(name) and not pattern(r"成员(?:馆|国)$").search(name):
        return "open"
    if _WHOEVER.match(name) or pattern(r"^地方(?:各级)?(?:党委和|党委、)?(?:人民)?政府$").match(name):
        return "open"
    if _TWO_NAMED.match(name) or several_named(name):
        return "closed"
    if pattern(r"(?:委、办、局|委办局|各(?:委|办|局)、)").search(name):
        return "open"
    if _OPEN_WORD.search(name) and _GENERAL.match(name):
        return "open"
    m = TERRITORIAL.match(name)
    pairs = ("县区", "区县", "市县", "县市", "乡镇", "街镇", "镇街", "街道")
    if m and not _MARKET.match(name) and (_COUNTED.match(name) or "(" in m["units"] or "、" in m["units"] or m["units"] in pairs):
        return "closed"
    if name.startswith(("四个", "三个", "两个", "五个", "六个", "七个", "八个", "17个")) or pattern(r"^\d{1,3}(?:个|家)").match(name):
        return "closed"
    if name.startswith(("所在", "属地")):
        return "open"
    if _LEADING.search(name) or _EVERY_CLOSED.match(name):
        return "closed"
    if name.startswith(("各", "所有", "全体")):
        return "open"
    if _GENERAL.match(name) and _MARK.search(name) and not pattern(r"(?:局|委|公司|中心|办)$").search(name):
        return "open"
    if _FIELDS.match(name) or _KIND_OF.search(name):
        return "open"
    return None
