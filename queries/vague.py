"""Duties laid on bodies that nobody can name: 有关部门, 等相关单位, 成员单位 whose members stand nowhere, fields instead of departments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from graphmodel.contract import DUTIES
from graphmodel.graph import AccountabilityGraph, Edge
from graphmodel.patterns import pattern
from graphmodel.plan import Span
from graphmodel.text import fold
from queries.answering import in_general_part, words_of
from queries.owners import place_of
from queries.places import node_span

_THE_NAMED = pattern(
    r"(?:区直|市直|县直|省直)?(?:各|其他|所有|项目|项|任务|工作|的){0,4}(?:牵头|责任|主责|承办|配合|参与){1,2}(?:责任)?(?:单位|部门)"
)  # 各牵头单位, 各项目牵头单位: those named
_BODIES = r"(?:部门|单位)"
_SOME = rf"(?:有关|相关|(?:其他|涉及){_BODIES}|等{_BODIES}$)"  # 有关部门, 各相关街镇, 住建、城管等部门: some of them, which is not said
_KIND = r"(?:主管|职能|责任|对口|监管|执法|所属)"
_OF_A_KIND = rf"(?:^|[各级直]|行业|业务|领域|项目){_KIND}{_BODIES}"  # 各行业主管部门 — not 应急主管部门, 市场监管部门, of which there is one
_ALL = rf"(?:各[\u4e00-\u9fff]{{0,6}}?|[省市县区]直){_BODIES}"  # 各部门, 各级各部门 — not 各级政府, 各银行机构, of which each is known
_NOBODY = pattern(rf"{_SOME}|成员|{_OF_A_KIND}|{_ALL}|两级")
_EVERYBODY = pattern(_ALL)  # names nobody in particular, but leaves nobody out — where none of these stands in it:
_NOT_ALL = pattern(rf"{_SOME}|成员|{_OF_A_KIND}")
_BELOW = pattern(r"各(?:组成|直属|工作)部门")  # 省政府各工作部门: a list everybody has
_LATER = pattern(r"(?:待|另行)(?:定|明确|确定|通知|研究)")  # 责任单位:待定
_OBJECT = pattern(r"(?:^|[批期次])对|作为|把|将")  # 分期分批对各级各部门: what is done to them
_EACH_PLACE = pattern(r"各(?:[县市区旗州盟乡镇街]|街道|园区|新区){1,4}(?:党)?委|各(?:[县市区旗州盟乡镇街]|街道){1,4}$")  # 各区委: everybody can name them
_AND_MORE = pattern(r"等(?!\s{0,2}(?:\d{1,3}|[一二三四五六七八九十两几]{1,3})\s{0,2}(?:个|家|部门|单位))")  # 市财政局等 — not 市财政局等3个部门
_ALLOTS = pattern(r"负责|牵头|主责")
_THEIR_LISTS = pattern(r"成员单位.{0,6}(?:职责|分工|任务)|(?:职责|分工|任务).{0,4}成员单位")  # 三、成员单位职责分工
_LAST = pattern(rf"等{_BODIES}?(?:[\s)\]】〕。;,|]|按|分别|共同|具体|负责|牵头|配合|参与|参加|协助|$)")  # 市财政局等) · 市财政局等部门负责
_REST = pattern(rf"[等、]?{_BODIES}")  # what the reading makes of 市财政局等部门
# 环境、国土、能源、公安等持续…: fields of work stand where departments should
_FIELD = (
    r"(?:环境|环保|国土|自然资源|能源|公安|市场监督|市场监管|综合执法|城管|城市管理|住建|交通|水利|水务|农业|农牧|农业农村|财政|教育|卫生|卫健|民政|人社"
    r"|发改|工信|科技|文旅|文化|商务|司法|应急|消防|税务|审计|统计|林业|林草|工商|质监|安监|旅游|电力|气象|规划|宣传|组织|网信|纪检|监察)"
)
_THEY_ACT = r"(?=持续|要(?![素求件点])|应(?!急|用)|联合|共同|密切|依法|按照|按职责|各司|及时|切实|部门|单位)"
_FIELDS = pattern(rf"(?:^|[,。;])\s{{0,4}}({_FIELD}(?:、{_FIELD}){{2,12}}等){_THEY_ACT}")


Kind = Literal["some", "everybody", "members", "list", "fields", "later"]
Role = Literal["lead", "share", "help", "watch"]
MEMBERS = 3  # listed, so that 成员单位 can be looked up


@dataclass(frozen=True, slots=True)
class Vague:
    """One wording. ``spans``: its places in order; ``tasks`` that it binds; ``led``: those of them that it answers for; ``plain``: a
    label, a bracket or a heading says so; ``roles`` that it has; ``department``: the open collective, None for words that are no node."""

    doc: str
    wording: str
    department: str | None
    tasks: tuple[str, ...]
    led: tuple[str, ...]
    spans: tuple[Span, ...]
    plain: bool
    roles: tuple[Role, ...]
    kind: Kind


def vague_owners(graph: AccountabilityGraph) -> list[Vague]:
    """By document and first place; one entry for each wording."""
    found = [*_collectives(graph), *_open_lists(graph), *_fields(graph)]
    order = {doc: n for n, doc in enumerate(graph.documents())}
    return sorted(found, key=lambda v: (order[v.doc], v.spans[0], v.wording))


def _collectives(graph: AccountabilityGraph) -> Iterator[Vague]:
    held: dict[tuple[str, str, str], list[tuple[Edge, str]]] = defaultdict(list)
    for type in (*DUTIES, "ACTS"):
        for edge in graph.edges(type):
            department, bound = (edge.target, edge.source) if graph.node(edge.target)["kind"] == "department" else (edge.source, edge.target)
            printed = fold(str(edge.data.get("printed") or graph.node(department)["name"]))
            open_end = graph.node(department).get("collective") == "open" and _is_vague(printed)
            if (open_end or _LATER.fullmatch(printed)) and not place_of(str(graph.node(department)["name"])):
                held[edge.data["doc"], department, "".join(printed.split())].append((edge, bound))
    for (doc, department, wording), entries in held.items():
        kind: Kind = "later" if _LATER.fullmatch(wording) else "members" if "成员" in wording else _kind(wording)
        if kind == "members" and _members_are_listed(graph, doc):
            continue
        duties = [(e, bound) for e, bound in entries if e.type in DUTIES and graph.node(bound)["kind"] == "task"]
        spans = sorted({(int(e.data["span"][0]), int(e.data["span"][1])) for e, _ in entries})
        plain = any(e.type == "LEADS" and _is_plain(graph, e, bound) for e, bound in duties)
        tasks, led = _in_order(graph, (t for _, t in duties)), _in_order(graph, (t for e, t in duties if e.type == "LEADS"))
        yield Vague(doc, wording, department, tasks, led, tuple(spans), plain, tuple(sorted({_role(e) for e, _ in duties})), kind)


def _in_order(graph: AccountabilityGraph, tasks: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(tasks), key=lambda t: node_span(graph, t)))


def _role(edge: Edge) -> Role:
    if edge.type == "LEADS":
        return "lead"
    return "watch" if edge.type == "SUPERVISES" else "share" if edge.data.get("tier") == "责" else "help"


def _is_plain(graph: AccountabilityGraph, edge: Edge, task: str) -> bool:
    """Whether the words allot the task (责任单位:…, 由…负责) and do not only ask something of everybody (各部门要…)."""
    said = edge.data.get("basis") != "text" or bool(_ALLOTS.search(str(edge.data.get("label"))))
    return said and not in_general_part(graph, task)


def _members_are_listed(graph: AccountabilityGraph, doc: str) -> bool:
    """Whether the plan lists members of a group, or heads the lists of what they do with their names (成员单位职责分工)."""
    listed = sum("成员" in str(e.data.get("role")) for e in graph.edges("MEMBER_OF", doc))
    return listed >= MEMBERS or any(_THEIR_LISTS.search(str(graph.node(s).get("name"))) for s in graph.sections(doc))


def _kind(wording: str) -> Kind:
    return "everybody" if _EVERYBODY.search(wording) and not _NOT_ALL.search(wording) else "some"


def _is_vague(printed: str) -> bool:
    """Whether the words name nobody: not those whom the tasks name, nor a set of which everybody knows the members."""
    if not _NOBODY.search(printed) or _THE_NAMED.fullmatch(printed):
        return False
    return not (_EACH_PLACE.search(printed) or _BELOW.search(printed) or _OBJECT.search(printed))


def _open_lists(graph: AccountabilityGraph) -> Iterator[Vague]:
    """Lists of units that end with 等 and say no more."""
    held: dict[tuple[str, bool], list[tuple[Span, str, Role]]] = defaultdict(list)
    for task in graph.tasks():
        last: dict[Role, Edge] = {}
        for edge in graph.duties_of(task):
            if edge.data.get("basis") in ("label", "verb") and not _REST.fullmatch(str(edge.data.get("printed"))):
                last[_role(edge)] = edge
        doc = graph.document_of(task)
        text = graph.text_of(doc)
        for role, edge in last.items():
            end = int(edge.data["span"][1])
            statement = edge.data.get("statement") or edge.data["span"]
            behind = fold(text[end : end + 8])
            if end < int(statement[1]) + 1 and _AND_MORE.match(behind) and _LAST.match(behind):
                held[doc, role == "lead"].append(((int(edge.data["span"][0]), end + 1), task, role))
    for (doc, leads), entries in held.items():
        tasks = _in_order(graph, (t for _, t, _ in entries))
        spans = tuple(sorted(span for span, _, _ in entries))
        yield Vague(doc, "等", None, tasks, tasks if leads else (), spans, leads, tuple(sorted({r for _, _, r in entries})), "list")


def _fields(graph: AccountabilityGraph) -> Iterator[Vague]:
    for task in graph.tasks():
        words = words_of(graph, task)
        if "等" not in words:
            continue
        start = node_span(graph, task)[0]
        for m in _FIELDS.finditer(words):
            yield Vague(graph.document_of(task), m[1], None, (task,), (task,), ((start + m.start(1), start + m.end(1)),), True, ("lead",), "fields")
