"""Duties laid on bodies that nobody can name: 有关部门, 等相关单位, 成员单位 whose members stand nowhere, fields instead of departments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from graphmodel.contract import DUTIES
from graphmodel.graph import AccountabilityGraph, Edge
from graphmodel.patterns import pattern
from graphmodel.plan import Span
from graphmodel.text import fold
from queries.answering import in_general_part, words_of
from queries.owners import place_of
from queries.places import node_span

_THE_NAMED = pattern(
    r"(?:区直|市直|县直|省直)?(?:各|其他|所有|项|任务|的){0,4}(?:牵头|责任|主责|承办|配合|参与){1,2}(?:责任)?(?:单位|部门)"
)  # 各牵头单位: those named
# 有关部门, 各部门, 成员单位, 主管部门 — not 各银行机构, 当地政府, 医保部门, of which each is known
_NOBODY = pattern(r"有关|相关|成员|各级|各地|各[\u4e00-\u9fff]{0,6}?(?:部门|单位)|(?:主管|职能|责任|对口|监管|执法|所属)(?:部门|单位)|两级")
_EACH_PLACE = pattern(r"各(?:[县市区旗州盟乡镇街]|街道|园区|新区){1,4}(?:党)?委|各(?:[县市区旗州盟乡镇街]|街道){1,4}$")  # 各区委: everybody can name them
_AND_MORE = pattern(r"等(?!\s{0,2}(?:\d{1,3}|[一二三四五六七八九十两几]{1,3})\s{0,2}(?:个|家|部门|单位))")  # 市财政局等 — not 市财政局等3个部门
# 环境、国土、能源、公安等持续…: fields of work stand where departments should
_FIELD = (
    r"(?:环境|环保|国土|自然资源|能源|公安|市场监督|市场监管|综合执法|城管|城市管理|住建|交通|水利|水务|农业|农牧|农业农村|财政|教育|卫生|卫健|民政|人社"
    r"|发改|工信|科技|文旅|文化|商务|司法|应急|消防|税务|审计|统计|林业|林草|工商|质监|安监|旅游|电力|气象|规划|宣传|组织|网信|纪检|监察)"
)
_THEY_ACT = r"(?=持续|要(?![素求件点])|应(?!急|用)|联合|共同|密切|依法|按照|按职责|各司|及时|切实|部门|单位)"
_FIELDS = pattern(rf"(?:^|[,。;])\s{{0,4}}({_FIELD}(?:、{_FIELD}){{2,12}}等){_THEY_ACT}")


@dataclass(frozen=True, slots=True)
class Vague:
    """One wording. ``edges``: its spans in order; ``tasks`` that it binds; ``leads``: it answers for some of them, by a label or
    heading; ``department``: the open collective, None for words that are no node."""

    doc: str
    wording: str
    department: str | None
    tasks: tuple[str, ...]
    spans: tuple[Span, ...]
    leads: bool
    group: bool = False  # members of a body, listed nowhere


def vague_owners(graph: AccountabilityGraph) -> list[Vague]:
    """By document and first place; one entry for each wording."""
    found = [*_collectives(graph), *_open_lists(graph), *_fields(graph)]
    order = {doc: n for n, doc in enumerate(graph.documents())}
    return sorted(found, key=lambda v: (order[v.doc], v.spans[0], v.wording))


def _collectives(graph: AccountabilityGraph) -> Iterator[Vague]:
    held: dict[tuple[str, str, str], list[tuple[Edge, str]]] = defaultdict(list)
    for kind in (*DUTIES, "ACTS"):
        for edge in graph.edges(kind):
            department, bound = (edge.target, edge.source) if graph.node(edge.target)["kind"] == "department" else (edge.source, edge.target)
            if graph.node(department).get("collective") != "open":
                continue
            printed = fold(str(edge.data.get("printed") or graph.node(department)["name"]))
            if not _NOBODY.search(printed) or _THE_NAMED.fullmatch(printed) or _EACH_PLACE.search(printed) or place_of(str(graph.node(department)["name"])):
                continue
            held[edge.data["doc"], department, "".join(printed.split())].append((edge, bound))
    for (doc, department, wording), entries in held.items():
        tasks = [bound for edge, bound in entries if edge.type in DUTIES and graph.node(bound)["kind"] == "task"]
        spans = sorted({(int(e.data["span"][0]), int(e.data["span"][1])) for e, _ in entries})
        leads = any(
            e.type == "LEADS" and e.data.get("basis") in ("label", "verb", "heading", "positional", "inherited") and not in_general_part(graph, b)
            for e, b in entries
        )
        yield Vague(doc, wording, department, tuple(sorted(set(tasks), key=lambda t: node_span(graph, t))), tuple(spans), leads, "成员" in wording)


def _open_lists(graph: AccountabilityGraph) -> Iterator[Vague]:
    """Lists of units that end with 等 and say no more."""
    held: dict[tuple[str, bool], list[tuple[Span, str]]] = defaultdict(list)
    for task in graph.tasks():
        last: dict[str, Edge] = {}
        for edge in graph.duties_of(task):
            if edge.data.get("basis") in ("label", "verb"):
                last[edge.type + str(edge.data.get("tier"))] = edge
        doc = graph.document_of(task)
        text = graph.text_of(doc)
        for edge in last.values():
            end = int(edge.data["span"][1])
            statement = edge.data.get("statement") or edge.data["span"]
            behind = fold(text[end : end + 8])
            if end < int(statement[1]) + 1 and _AND_MORE.match(behind) and pattern(r"等[\s)\]】。;,、]|等$").match(behind):
                held[doc, edge.type == "LEADS"].append(((int(edge.data["span"][0]), end + 1), task))
    for (doc, leads), entries in held.items():
        yield Vague(doc, "等", None, tuple(dict.fromkeys(t for _, t in entries)), tuple(span for span, _ in entries), leads)


def _fields(graph: AccountabilityGraph) -> Iterator[Vague]:
    for task in graph.tasks():
        words = words_of(graph, task)
        if "等" not in words:
            continue
        start = node_span(graph, task)[0]
        for m in _FIELDS.finditer(words):
            yield Vague(graph.document_of(task), m[1], None, (task,), ((start + m.start(1), start + m.end(1)),), True)
