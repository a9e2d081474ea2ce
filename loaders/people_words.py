"""The words that say who holds a post in a group, what a group is called, and where its office is."""

from __future__ import annotations

from graphmodel.patterns import pattern


def _spaced(words: str) -> str:
    """组长|副组长 -> 组 ?长|副 ?组 ?长: typists widen short words with blanks."""
    return "|".join(" ?".join(word) for word in words.split("|"))


_OF_ROLE = "组长|总指挥长|总指挥|指挥长|指挥|政委|总召集人|召集人|主任委员|总路长|路长|总河长|河长|总林长|林长|总田长|田长|总链长|链长|段长|会长|理事长|队长"
_RANK = _spaced("第一|名誉|常务|执行")
_OTHER = _spaced("成员|联络员|联系人|顾问|秘书长|总联络员|专班负责人")
_HEAD_OF_OFFICE = r"(?:办 ?公 ?室 ?)?(?:常务 ?)?(?:副 ?)?主 ?任"
_ROLE = rf"(?:(?:{_RANK}) ?)?(?:副 ?)?(?:{_spaced(_OF_ROLE)})|(?:{_OTHER})|{_HEAD_OF_OFFICE}"
_UNITS = r"成 ?员 ?单 ?位|组 ?成 ?单 ?位|参 ?加 ?单 ?位|(?:牵 ?头 ?)?成 ?员 ?部 ?门"
# 副组长: | 成 员: | 成员单位: ; at the beginning, behind a mark or a blank
LABEL = pattern(
    r"(?:(?<=^)|(?<=[\s。;、,|)]))(?:(?:领导小组|工作小组|小组|专班|指挥部|联席会议)的?)?"
    rf"(?:(?P<units>{_UNITS})|(?P<role>{_ROLE})) ?(?::|\||(?=\s))"
)
# who stands beside 参加单位: in the statement of a task, which has no members
ALLOTTING = pattern(r"(?:牵头|责任|主责|主办|承办)(?:责任)?(?:单位|部门)")
# 由A任组长 | A担任副组长 | A为成员
VERB = pattern(rf"(?:同志)?(?P<verb>兼任|担任|任|为)(?:领导小组|工作组|专班|指挥部)?(?P<role>{_ROLE})(?:单位)?(?=$|[,。;、)\s]|的)")
# 组长由县长张三担任
BY = pattern(rf"(?P<role>{_ROLE})由(?P<who>[^,。;:]{{2,80}}?)(?:兼任|担任)")
_GROUP_WORD = (
    r"(?:领导小组|协调小组|工作小组|推进小组|指导小组|工作专班|专班|指挥部|联席会议|委员会|工作组|专项组|协调组|督查组|保障组"
    r"|宣传组|专家组|推进组)"
)
# 领导小组下设办公室: a group that is not named in full
SHORT_GROUP = pattern(r"领导小组|工作专班|专班|指挥部|联席会议|工作组|委员会")
_SET_UP = r"(?:成立|设立|组建|建立|调整|充实|健全|完善|明确)了?(?:由[^,。;]{2,40}(?:参加|组成)的)?"
# 成立沅平市污染防治工作领导小组
GROUP = pattern(rf"{_SET_UP}(?P<name>[^,。;:()由]{{2,50}}?{_GROUP_WORD})(?!办公室|成员|会议)")
# 成立由副市长张三任组长,A局、B局负责同志为成员的节水工作专班: the group stands behind its members
GROUP_BEHIND = pattern(rf"(?:成立|设立|组建|建立)了?[由以](?P<who>[^。;:]{{2,300}}?)的(?P<name>[^,。;:()、的由]{{0,40}}?{_GROUP_WORD})(?!办公室|成员|会议)")
WITH = pattern(r"(?:成立|设立|组建|建立)了?以")
# 市水利局副局长(兼任专班办公室主任): a second post
ALSO = pattern(rf"\((?:并|同时)?兼任?(?:{_GROUP_WORD}的?)?(?P<role>{_ROLE})\)$")
_GROUP_TAIL = r"(?:成员名单|组成人员(?:名单)?|人员名单|名单|人员组成|组成|成员|的?(?:主要)?职责|构成)?(?:\([^()]{2,60}牵头\))?"
# 综合协调组 | 沅平市污染防治工作领导小组成员名单
GROUP_HEADING = pattern(rf"(?P<name>[^,。;:]{{1,50}}?(?:组|指挥部|专班|联席会议|委员会|办公室))(?:及其办公室)?{_GROUP_TAIL}$")
NUMBERED = pattern(r"^(?:第?[一二三四五六七八九十]{1,3}[、.章节]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)]|[①-⑳])\s?")
# 办公室设在市水利局 | 办公室在市水利局,
_SET_IN = r"(?:下?设立?(?:在|于)|挂靠(?:在|于)?|在(?=[^,。;:]{2,24}(?:[局委厅办部]|办公室|中心|政府)[,。;)]))"
HOST = pattern(rf"办公室\s?(?:\([^()]{{0,20}}\))?{_SET_IN}(?P<host>[^,。;:()]{{2,30}}(?:\([^()]{{2,20}}\))?)")
_HOST_WORD = r"(?:局|委员会|委|厅|部|办公室|办|中心|政府|公司|院|站|所|处|支队|管委会)"
_HOST_END = r"(?:[一二三四五六七八九十]?楼|内|$|\(|,|办公|负责|由|具体|承担|牵头)"
HOST_NAME = pattern(rf"(?P<unit>.{{2,24}}?{_HOST_WORD}){_HOST_END}")
OFFICE_OF = pattern(r"[^,。;:]{2,40}?(?:领导小组|专班|指挥部|联席会议|委员会)$")
# 成员由A局、B局等部门主要负责人组成 | 由A局、B局组成的领导小组
MADE_OF = pattern(r"(?:成员(?:单位)?由|由)(?P<who>[^。;:由]{2,400}?)(?:等(?:部门|单位)?)?(?:共同)?组成")
# 等单位分管领导 | 主要负责同志
LEADERS = pattern(r"(?:等(?:部门和单位|部门|单位)?)?的?(?:一把手|主要|分管|有关|相关){0,3}(?:负责人|负责同志|领导|同志|一把手)(?:[和及与](?=各))?")
