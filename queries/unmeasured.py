"""Tasks by which nobody can tell whether they were done: no figure, no date, no deliverable."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from queries.answering import in_general_part, words_of
from queries.target_words import any_of

SHORTEST = 8  # characters of a task's words that say something of their own

_COUNT = r"[一二三四五六七八九十两]{1,3}(?:个|项|家|座|所|条|处|次|批|套|期|场|轮|张网|支|件)"  # 两处
_FIGURE = pattern(rf"\d|{_COUNT}|百分之|全部|全覆盖|清零|零[增排填]|翻番|所有|应\S尽\S|率先")
_DATE = pattern(r"年底|月底|年内|每(?:年|季|月|周|日|半年)|按(?:季|月|年|周)|季度|定期|年度|常态")
_STANDING = pattern(
    r"^\s{0,9}(?:积极|主动|全力|切实|做好)?(?:配合|协助)|^[^。;,:]{0,24}(?:负责|承担)"
)  # 配合市水利局…; 市水文局负责水情监测: a duty, not a task to be done
_CITED = pattern(r"《[^《》]{2,60}》")


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """The tasks of a plan that nothing tells to be done. ``of``: how many tasks were looked at."""

    doc: str
    tasks: tuple[str, ...]
    of: int


def unmeasured(graph: AccountabilityGraph) -> list[Unmeasured]:
    """One row per plan that has such tasks. The part of general demands, what nobody answers for, what only helps another
    unit and standing duties (负责水情监测) are left out."""
    found = []
    for doc in graph.documents():
        tasks = [t for t in graph.tasks(doc) if graph.duties_of(t) and not in_general_part(graph, t)]
        open_ended = tuple(t for t in tasks if _is_open(graph, t))
        if open_ended:
            found.append(Unmeasured(doc, open_ended, len(tasks)))
    return found


def _is_open(graph: AccountabilityGraph, task: str) -> bool:
    node = graph.node(task)
    if node.get("deadline") or node.get("deadline_kind") not in (None, "none") or graph.indicators_of(task) or graph.milestones_of(task):
        return False
    words = words_of(graph, task)
    if len("".join(words.split())) < SHORTEST or _STANDING.search(words):
        return False
    return not any(shape.search(words) for shape in (_FIGURE, _DATE, _CITED, _result()))


@cache
def _result() -> re.Pattern[str]:
    """What can be looked at when it is done: 出台办法, 建立…台账."""
    return pattern(rf"(?:{any_of('product')})|(?:{any_of('make')})[^,。;]{{0,24}}(?:{any_of('made')})")
