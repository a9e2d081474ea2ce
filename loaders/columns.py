"""What the columns of a table hold, by their heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from graphmodel.patterns import pattern
from loaders.grammar.roles import Part, part_of_label

_NUMBER = pattern(r"^(?:序号|编号|序|No\.?|(?:项目|任务)(?:序号|编号))$", re.I)
_TASK = pattern(
    r"^(?:重点|主要|具体|年度|年|工作|目标)?(?:任务|工作任务|重点任务|工作事项|事项|任务名称|任务内容|工作内容|主要内容|具体内容|内容|工作|措施|主要措施|具体措施|工作措施|任务措施|重点工作|考核内容|项目|项目名称|任务要求|具体要求|工作任务及要求|具体任务|目标任务|任务分解|举措|工作举措|整改措施|整治内容|任务清单|建设内容|建设内容及目标|内容与要求|内容及要求|工作要求|任务及目标|目标与任务|目标和任务|任务与目标|目标及任务|工作内容及目标|实事|实事项目|民生实事|民生实事项目|项目内容|工程|工程项目|(?:任务|督办|督查|交办|议定|重点|改革)事项|工作任务内容|目标任务内容|重点工作任务|年度工作任务|实事名称|民生实事名称|实施内容|建设任务|改革任务|整改(?:任务|内容|目标)|(?:具体|主要|重点)举措|重点项目|重点任务及措施)(?:及要求|和要求|名称)?$"
)
_FIGURES = pattern(
    r"^(?:(?:20\d\d年?|本)?(?:年度?)?(?:指标要求|指标值|目标值|目标|指标|工作目标|年度目标|目标要求|预期目标|预期效果|计划目标|考核指标|考核目标|主要指标|指标名称|任务目标|计划|计划数|计划值|任务数|目标数|年度目标值)|到?20\d\d年(?:底|末)?(?:目标值?)?)(?:\(.{1,12}\))?$"
)
_DEADLINE = pattern(
    r"^(?:计划|预计|拟|要求)?(?:完成|办结|办理|落实|整改|推进|工作|任务)?(?:时限|时间|期限|日期|时限要求|时间要求|完成时间|时间节点|进度|进度安排|时间安排|完成时限|时间进度|进度要求|进度时限|完成进度)$"
)
_PERSON = pattern(
    r"^(?:牵头|责任|分管|包保|联系|挂点|包抓|包联|市级|县级|区级|主管)?(?:责任)?(?:[省市县区镇州旗校院局]级?|政府)?(?:领导|责任人|负责人|牵头人|包抓人)$"
)
_IGNORED = pattern(
    r"^(?:备注|说明|分值|任务来源|得分|依据|来源|文件依据|目标类型|类别|类型|属性|一级指标|二级指标|评价标准|数据来源|完成情况|进展|进展情况|领域|板块|分类|章节|条款|(?:目前|最新|当前|工作|推进|落实|实际|本月|本季度)?(?:进展|完成)(?:情况|值|数|率)?|(?:20\d\d年|上年|去年)(?:度?)(?:实际|完成|基数|基期)(?:完成)?(?:值|数|情况)?|(?:基期|基准|现状|基础)(?:值|数|年)?|基数|存在(?:的)?(?:主要)?(?:问题|困难)(?:及原因)?|下一?步(?:工作)?(?:打算|计划|安排|措施)|指标(?:属性|性质|类型)|权重|是否完成|(?:办理|完成|办结|工作)?状态|序时进度要求|督[办查](?:意见|情况)|(?:联系)?电话|联系人(?:及(?:联系)?电话)?|联系方式|填报人|资金来源|佐证(?:材料)?|销号(?:情况)?|到期月份|节点/目标|投资(?:额|规模)?|备注说明)$"
)
_MEASURE = pattern(r"^(?:单位|(?:计量|度量|指标|数量|统计)单位)$")
_ROLE = pattern(
    r"^(?:省|市|区|县|镇)?(?:级|直)?(?:主要|具体|第一|直接|共同)?(?P<label>(?:牵头|责任|配合|参与|参加|协同|协作|协办|主办|承办|主责|监管|监督|落实|实施|协助|指导|督导|督办|负责|主管|考核|考评|监考)(?:责任|负责|落实|实施|及责任|和责任|\(责任\))?(?:单位|部门|机构|处室|科室|股室|司局|地区|主体)?(?:\(.{1,10}\))?)$"
)
_INNER = pattern(r"内(?:牵头|配合|责任|协办)|(?:处室|科室|股室)$")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column of a table holds."""

    kind: str  # number, title, task, figures, measure (the unit of the figures beside it), deadline, person, role, ignored
    name: str
    part: Part | None = None


@lru_cache(maxsize=4_000)
def column(name: str) -> Column | None:
    """What a column holds, by its head; None if the words are no column's head."""
    words = pattern(r"[\s*:|]").sub("", name)
    for shape, kind in (
        (_NUMBER, "number"),
        (_DEADLINE, "deadline"),
        (_PERSON, "person"),
        (_TASK, "task"),
        (_FIGURES, "figures"),
        (_MEASURE, "measure"),
        (_IGNORED, "ignored"),
    ):
        if shape.match(words):
            return Column(kind, words)
    if len(words) <= 24 and _INNER.search(words) and part_of_label(words):
        return Column("inner", words, part_of_label(words))
    if _ROLE.match(words):
        return Column("role", words, part_of_label(words))
    return None


def heads_of(names: Sequence[str]) -> list[Column] | None:
    columns = [column(n) for n in names]
    if len(columns) < 2 or any(c is None for c in columns):
        known = [c for c in columns if c]
        if len(columns) < 3 or len(known) < 2 or len(columns) - len(known) > 2 or not any(c.kind == "role" for c in known):
            return None
    out = [c or Column("ignored", n) for c, n in zip(columns, names)]
    dated = [i for i, c in enumerate(out) if c.kind == "deadline"]
    for i in dated:
        if "进度" in out[i].name and any("进度" not in out[k].name for k in dated):
            out[i] = Column("ignored", out[i].name)  # how far it is, beside 完成时限
    roles = [c for c in out if c.kind == "role"]
    if not roles:
        inner = [i for i, c in enumerate(out) if c.kind == "inner"]
        if not inner:
            return None
        for i in inner:
            out[i] = Column("role", out[i].name, out[i].part)
    tasks = [i for i, c in enumerate(out) if c.kind == "task"]
    if not tasks:
        unknown = [i for i, c in enumerate(columns) if c is None]
        figures = [i for i, c in enumerate(out) if c.kind == "figures"] or (unknown if len(unknown) == 1 else [])
        if not figures:
            return None
        out[figures[0]] = Column("task", out[figures[0]].name)
        tasks = [figures[0]]
    for i in tasks[:-1]:
        out[i] = Column("title", out[i].name)
    return out
