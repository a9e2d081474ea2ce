"""Lists of what is done how often: 日报告、周调度、旬通报. Each item is a mechanism of its own."""

from __future__ import annotations

import re
from typing import NamedTuple, cast

from graphmodel.patterns import pattern
from graphmodel.plan import MechanismKind

# 日报告 | 周调度 | 按季考核: how often, and what
_REGULAR = (
    r"(?:每|按|逐)?(?:半年度?|季度|年度|双周|双月|[日周旬月季年])(?:(?P<{0}meeting>调度|碰头|会商|例会|研判|点评|讲评|会议)"
    r"|(?P<{0}reporting>通报|报告|报送|总结|小结|汇总|排名|晾晒|报)|(?P<{0}inspection>督查|督导|督办|检查|巡查|抽查|核查)|(?P<{0}assessment>考核|考评|评估|评价|评议))"
)
_ITEM = pattern(_REGULAR.format(""))
# 日报告、周调度、旬通报: each is a mechanism
_LIST = pattern(_REGULAR.format("a_") + r"(?:[、和及]" + _REGULAR.format("b_") + "){1,6}")
# what no work of a task is (日监测、月报告 may be)
_OWN = pattern(r"调度|通报|督[查导办]|考[核评]|例会|讲评|点评|晾晒")


class Item(NamedTuple):
    """One item of a list: what kind of mechanism, where it stands, how often."""

    kind: MechanismKind
    start: int
    end: int
    frequency: str


def listed(text: str) -> re.Match[str] | None:
    """The first such list of a text."""
    return _LIST.search(text) if "、" in text or "和" in text or "及" in text else None


def regular(clause: str, at: int, inside: bool) -> tuple[list[Item], str]:
    """The items of the list in a clause that begins at ``at``, and the clause without it. ``inside``: within a task, whose own work may
    have such a list too."""
    m = listed(clause)
    if m is None or inside and not _OWN.search(m[0]):
        return [], clause
    items: list[Item] = []
    for n in _ITEM.finditer(clause, m.start(), m.end()):
        kind = n.lastgroup or ""
        items.append(Item(cast(MechanismKind, kind), at + (n.start() if items else 0), at + n.end(), clause[n.start() : n.start(kind)]))
    items[-1] = items[-1]._replace(end=at + len(clause))
    return items, clause[: m.start()] + clause[m.end() :]
