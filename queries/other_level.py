"""Words by which a text speaks of the place it was written for, where that is another kind of place than the plan's own: 本村 and 我县 in a
city's plan, 州(市) for the city itself. Words of a place above are none: a city's plan speaks of the whole province."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graphmodel.graph import AccountabilityGraph
from graphmodel.jurisdiction import level_of
from graphmodel.patterns import pattern
from graphmodel.plan import Span
from graphmodel.text import fold
from queries.places import node_span, tasks_at

_BESIDE = {"区": "县旗", "县": "旗", "旗": "县", "市": "州盟", "州": "盟", "盟": "州", "乡": "镇", "镇": "乡"}  # the plan's -> what its place is not
CITY = 2
NEAR = 400  # characters before and behind in which somebody may be spoken to
_RANK = {"province": 1, "city": 2, "county": 3, "town": 4, "village": 5}
_KINDS = {"省": 1, "州": 2, "盟": 2, "市": 2, "县": 3, "区": 3, "旗": 3, "乡": 4, "乡镇": 4, "镇": 4, "街道": 4, "村": 5, "社区": 5}
_I = r"(?:(?<![基根成资版样文日])本|(?<!自)我)"  # not 样本村, 自我
_WIDE = r"省|州(?![县(])|盟(?!校)|市(?![场值区(])|县(?![域级(])|区(?![域块间位段(])|旗(?![下帜])"  # not 全州县, 全市场, 全县域
_SMALL = r"(?:乡镇(?![(])|乡(?![村镇亲音(])|镇(?![静(])|街道(?![(])|村|社区)(?!(?:村民|居民|户籍|群众|人口|事|管(?!辖)))"  # 本村村民: of each village
# 我县 · 全县 · 本村辖区; of a town or village 全 means each (覆盖全村)
_OWN = pattern(rf"(?P<word>(?:{_I}|(?<![健安完齐])全)(?P<wide>{_WIDE})|{_I}(?P<small>{_SMALL}))(?P<ground>辖区)?")
_EITHER = {  # rank of the plan's place -> how a text for all such places calls one of them: 全州(市) · 县(市、区) · 镇(街道)
    1: pattern(r"全?省[(](?:自治区|区|市|直辖市)(?:[、,](?:自治区|区|市|直辖市))?[)]"),
    2: pattern(r"全?(?:州|地|盟)[(](?:市|州|盟)(?:[、,](?:州|盟|市))?[)]|全?市[(](?:州|地|盟)(?:[、,](?:州|盟|市))?[)]"),
    3: pattern(r"全?(?:县[(](?:市|区)(?:[、,](?:区|市|旗))?|[市区][(](?:县|市)(?:[、,](?:市|区))?)[)]"),
    4: pattern(r"全?(?:乡镇?|镇|街道)[(](?:乡|镇|街道|街)[)]"),
}
_CHAIN = pattern(r"[、省市县区州和与及级]$")  # 省、市(州)、县: levels told one by one
_CHAINED = pattern(r"(?:级|间|之间|[、和与及])")
_OF_ONE = pattern(r"(?:人大|人民政府|政府|党委|财政|各部门|直|辖区)")  # 县(市、区)财政: one has it
_PEERS = pattern(
    r"(?:全省|全区|全国|全市|其他|兄弟|先进|省内|周边|相邻|各|每|有关|相关|所有|所辖|个|跨|外|邻|前列|排名|年)[^。;,]{0,4}$"
)  # what stands before 州(市) where it means others, or a title
_TITLE_OF = pattern(r"(?:示范|文明|模范|百强|卫生|森林|园林|先进)$")  # 生态文明州(市): the name of an honour
_SPEAKERS = {
    3: pattern(r"县|区(?!域|块|间|位|段)|旗"),
    4: pattern(r"(?<!城)乡(?!村)|(?<!城)镇(?!静)|街道|苏木"),
    5: pattern(r"(?:各|每|行政|自然|辖|到|示范|重点)村|村(?:级|委|民|干|两|支|\(|、|庄)|社区|一村|乡村|镇村|农村"),
}
_QUOTED = pattern(r"《[^《》]{1,60}》")


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words of one other kind of place in a plan. ``own``: the place of the plan; ``places``: where they stand, in order; ``tasks``: those
    that hold them."""

    doc: str
    own: str
    places: tuple[Span, ...]
    tasks: tuple[str, ...]


def other_level_words(graph: AccountabilityGraph) -> list[Foreign]:
    """One entry for each kind of place that a plan speaks of as its own and is not, by plan and place."""
    return [entry for doc in graph.documents() for entry in _of(graph, doc)]


def _of(graph: AccountabilityGraph, doc: str) -> list[Foreign]:
    chain = tuple(graph.node(doc).get("jurisdiction") or ())
    own = _RANK.get(level_of(chain) or "", 0)
    if not own:
        return []
    kind = "街道" if chain[-1].endswith("街道") else chain[-1][-1]
    text = fold(graph.text_of(doc))
    found: dict[str, list[Span]] = {}
    either = [m.span() for m in _EITHER[own].finditer(text) if _of_one(text, m.span(), own)] if own in _EITHER else []
    if any(not _TITLE_OF.search(text[max(0, a - 12) : a]) for a, _ in either):
        found["either"] = either
    for m in _OWN.finditer(text):
        rank = _KINDS[_kind(m)]
        if rank < own or _kind(m) == kind or not _wrong(rank, own, _kind(m), kind):
            continue
        task = next(iter(tasks_at(graph, doc, [m.span()])), None)
        if not _spoken_for(graph, text, task, m, own):
            found.setdefault(_kind(m), []).append(m.span())
    entries = []
    for spans in found.values():
        entries.append(Foreign(doc, chain[-1], tuple(spans), tasks_at(graph, doc, spans)))
    return sorted(entries, key=lambda e: e.places)


def _kind(m: re.Match[str]) -> str:
    """What kind of place the words speak of: 村."""
    return str(m["wide"] or m["small"])


def _wrong(rank: int, own: int, kind: str, mine: str) -> bool:
    """Whether a place of that kind is no superior of the plan's: below it, or another kind beside it."""
    if rank > own:
        return kind not in "区市"  # 全区 may be the autonomous region, 全市 the city above a county-level one
    return kind in _BESIDE.get(mine, ())


def _of_one(text: str, span: Span, own: int) -> bool:
    """Whether 州(市) speaks of the plan's own place, and not of several such places or of a level. Counties and provinces are spoken of so
    everywhere: there it must be said of the whole, or of what one of them has."""
    before = text[max(0, span[0] - 12) : span[0]]
    if _PEERS.search(before) or _CHAIN.search(before) or _CHAINED.match(text, span[1]):
        return False
    return own == CITY or text[span[0]] == "全" or bool(_OF_ONE.match(text, span[1]))


def _spoken_for(graph: AccountabilityGraph, text: str, task: str | None, m: re.Match[str], own: int) -> bool:
    """Whether somebody of that level speaks or is spoken to there: the words then mean its own ground."""
    rank = _KINDS[_kind(m)]
    around = [text[max(0, m.start() - NEAR) : m.start()].rpartition("\n")[2], text[m.end() : m.end() + NEAR].partition("\n")[0]]
    if task is not None:
        start, end = node_span(graph, task)
        around += [text[max(start, m.start() - NEAR) : m.start()], text[m.end() : min(end, m.end() + NEAR)], *map(str, graph.node(task).get("section") or ())]
        around += [str(graph.node(d)["name"]) for d in (*graph.leads_of(task), *graph.helpers_of(task))]
    words = [_OWN.sub("", part) for part in around]
    if rank == own:  # a banner beside a county: counties are named everywhere
        return any(_kind(m) in part for part in words)
    return any(_SPEAKERS[rank].search(part) for part in words if rank in _SPEAKERS)
