"""Tasks by which nobody can tell whether they were done: no figure, no date, no deliverable."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from queries.answering import in_general_part, words_of

SHORTEST = 8  # characters of a task's words that say something of their own

_FIGURE = pattern(
    r"\d|百分之|[一二三四五六七八九十两]{1,3}(?:个|项|家|座|所|条|处|次|批|套|期|场|轮|张网|支|件)|全部|全覆盖|清零|零[增排填]|100|翻番|所有|应\S尽\S|率先"
)
_DATE = pattern(r"年底|月底|年内|每(?:年|季|月|周|日|半年)|按(?:季|月|年|周)|季度|定期|年度|常态")
_PRODUCT = pattern(
    r"制定|制订|编制|出台|印发|修订|起草|公布|发布|颁布|编写|编印|建成|新建|扩建|改建|建设|组建|成立|设立|开通|上线|投用|启用|投产|开工|竣工|完成|取缔|关停|关闭|拆除|淘汰|取消"
    r"|废止|验收|评估|普查|试点|摸底|排查|审计|专项行动|专项整治|专项检查|攻坚|创建|申报|申请|获批|命名|认定|签订|签署|引进|举办|召开|举行|选派|配备|安装|搭建|开发|搬迁"
    r"|纳入|列入|划定|上报|报送|提交|落地|打通|联网|接入|推出|开设|整合"
)
_MADE = pattern(
    r"(?:建立|健全|构建|打造|形成|完善|设置|搭建|培育|实行|推行|实施|执行)[^,。;]{0,24}(?:制度|机制|台账|清单|名录|名单|目录|平台|系统|数据库|信息库|档案|中心|基地|站点?|网络|队伍|办法|标准|规范|规划|规定|工程|计划|项目|《)"
)
_CITED = pattern(r"《[^《》]{2,60}》")


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """The tasks of one part of a plan that nothing tells to be done. ``of``: how many tasks the part has; ``part``: its heading, "" for none."""

    doc: str
    part: str
    tasks: tuple[str, ...]
    of: int


def unmeasured(graph: AccountabilityGraph) -> list[Unmeasured]:
    """In the order of the graph, one row per part of a plan (the outermost heading)."""
    found = []
    for doc in graph.documents():
        parts: dict[str, list[str]] = defaultdict(list)
        for task in graph.tasks(doc):
            if not in_general_part(graph, task) and graph.duties_of(task):
                section = graph.node(task).get("section") or ()
                parts[str(section[0]) if section else ""].append(task)
        for part, tasks in parts.items():
            open_ended = tuple(t for t in tasks if _is_open(graph, t))
            if open_ended:
                found.append(Unmeasured(doc, part, open_ended, len(tasks)))
    return found


def _is_open(graph: AccountabilityGraph, task: str) -> bool:
    node = graph.node(task)
    if node.get("deadline") or node.get("deadline_kind") or graph.indicators_of(task) or graph.milestones_of(task):
        return False
    words = words_of(graph, task)
    if len("".join(words.split())) < SHORTEST:
        return False
    return not any(shape.search(words) for shape in (_FIGURE, _DATE, _PRODUCT, _MADE, _CITED))
