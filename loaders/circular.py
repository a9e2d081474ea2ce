"""A paper that allots nothing: a circular that asks everybody for care, a notice that sets up a group, rules of procedure. Its items are no tasks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphmodel.patterns import pattern
from loaders.drafts import Draft
from loaders.grammar.everybody import is_everybody

# a notice whose own name says that it allots is a plan, whoever acts in it
_LETTER = pattern(r"(?:通知|通报|通告|函)$")
_ALLOTS = pattern(r"分解|分工|方案|计划|要点|清单|行动|任务表|责任制|责任书|台账|安排")
# 关于成立霁州市防汛抗旱指挥部的通知 | 关于调整…领导小组成员的通知
_GROUP = pattern(
    r"(?:成立|调整|设立|组建|建立|充实|健全|明确|公布)[^《》]{2,60}(?:小组|指挥部|委员会|联席会议|专班|机构|工作组|办公室)(?:[^《》]{0,12})的?(?:通知|决定|函|批复|通告)$"
)
_RULES = pattern(r"(?:规则|规定|章程|制度|守则|条例|办法|细则|程序|规程)(?:\([^()]{1,8}\))?$")
# 《…分工方案》政策解读: tells of a plan
_EXPLAINS = pattern(
    r"^[ \t\u3000]*(?:《[^《》\n]{4,80}(?:〈[^〈〉\n]{2,40}〉[^《》\n]{0,60})?》|关于[^\n。;]{4,60})的?(?:政策|文件)?(?:解读|起草说明|编制说明)[ \t]*$", re.M
)
_AS_FOLLOWS = pattern(r"(?:通知|要求|通报)如下|(?:如下|以下)(?:要求|通知)")
# those who only see that it is done (督查室, 考核办, the group itself)
_WATCHES = pattern(r"督[查办导促考]|考[核评]|绩效|目标办|效能|(?:小组|指挥部|专班|联席会议|委员会|办公[室厅]|领导小组办|政府办|[委市县区]办|组)$")


def allots_nothing(name: str, top: str, addressed: bool, annexed: bool, told: str, drafts: Sequence[Draft]) -> bool:
    """Whether a paper of this name is one of those kinds and nobody in particular is told to do something in it.

    ``top``: the first lines of the file; ``addressed``: it calls those it is sent to; ``annexed``: it lists annexes, as a letter does whose
    plan is a table; ``told``: what stands before its first heading.
    """
    rules, group = bool(_RULES.search(name) or _EXPLAINS.search(top)), bool(_GROUP.search(name))
    letter = addressed and (bool(_LETTER.search(name)) or not name and bool(_AS_FOLLOWS.search(told))) and (annexed or not _ALLOTS.search(name))
    if not (rules or group or letter):
        return False
    acting: set[str] = set()
    for d in drafts:
        for s in d.sayings:
            own = {n.full for n in s.said.units if not n.tail and not (_WATCHES.search(n.full) or is_everybody(n.full))}
            if own and s.said.basis != "text":
                return False
            acting |= own
    return len(acting) < (3 if rules else 2)
