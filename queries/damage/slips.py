"""Slips in the names of bodies: one character other than in a name that the plan prints more often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graphmodel.bodies import find
from graphmodel.finding import Words
from queries.damaged import Paper, Spot, damage

LEAST = 4  # characters of a name that can be told from another one by one of them
_TELLING = frozenset("省市区县州盟旗乡镇村东南西北中上下一二三四五六七八九十新老内外大小男女水电文农林路总支局委办院厅署部处科站")


@damage
def slips(paper: Paper) -> Iterator[Spot]:
    """市生态环镜局 beside 市生态环境局."""
    known = {name for name in paper.printed if _in_the_tables(name)}
    holes: dict[str, list[str]] = defaultdict(list)
    for name in paper.printed:
        if len(name) >= LEAST:
            for i in range(len(name)):
                holes[f"{name[:i]}*{name[i + 1 :]}"].append(name)
    for hole in sorted(holes):
        group = holes[hole]
        if len(group) < 2:
            continue
        at = hole.index("*")
        best = max(group, key=lambda n: (n in known, paper.printed[n], n))
        for name in group:
            strange = name not in known and best in known and paper.printed[best] > paper.printed[name]
            if name != best and strange and not {name[at], best[at]} & _TELLING:
                place = paper.folded.find(name)
                if place >= 0:
                    yield Spot((place, place + len(name)), Words("单位名称疑有误字", "the name of the body seems to hold a slip"), best)


def _in_the_tables(name: str) -> bool:
    """Whether the tables hold the body, its level aside."""
    return any(find(words, None, None, _never) is not None for words in (name, name[1:]))


def _never(_: str) -> bool:
    return False
