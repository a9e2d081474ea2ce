"""Whom a plan's issuer may bind, and who measures what it answers for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graphmodel.graph import AccountabilityGraph, Edge
from graphmodel.patterns import pattern
from graphmodel.plan import Span
from graphmodel.text import fold
from queries.answering import in_general_part
from queries.owners import inherited, is_collective, is_standing_office
from queries.places import place_lines

_GOVERNMENT = pattern(r"(?:人民政府|政府|国务院)(?:办公[厅室])?$")  # 沅平市人民政府办公室
_PARTY = pattern(r"中共|中央|党委|市委|省委|县委|区委|州委|旗委|党工委")
_TOGETHER = pattern(r"[、,;\s]")  # several issuers
# 已经市委、市政府同意 · 经县委常委会审议通过
_PARTY_AGREED = pattern(r"经(?:[^,。;]{0,10})(?:党委|市委|省委|县委|区委|州委|旗委|党中央|党工委)(?:[^,。;]{0,24})(?:同意|批准|审定|审议|通过|研究)")
_GOVERNMENT_AGREED = pattern(r"经(?:[^,。;]{0,10})(?:政府|国务院)(?:[^,。;]{0,24})(?:同意|批准|审定|审议|通过|研究|授权)")
_DEPARTMENT = frozenset({"ministry", "provincial department", "city bureau", "county bureau"})
# offices that are organs of Party and State at once, or bear a State name beside their own: 市委宣传部(市版权局)
_TWO_PLATES = pattern(r"网络安全和信息化|网信办|机构编制|编办|台湾工作|台办|保密|密码|档案|农办|农村工作|金融|监委|监察|[(][^()]{1,20}局[)]")
_GOVERNED = frozenset({"province", "city", "district", "county", "town", "provincial government", "city government", "government"})
_GOVERNMENTS = pattern(r"^(?:.{0,20}?)各.{0,24}(?:政府|市|区|县|旗|州|盟|乡|镇|街道)\)?$")


@dataclass(frozen=True, slots=True)
class OutOfReach:
    """Bodies a plan binds though its issuer's rank does not reach them. ``kind``: "party" (a government binds Party organs) or
    "government" (a department binds lower governments); ``duties``: the duties, as printed."""

    doc: str
    issuer: str
    kind: str
    bodies: tuple[str, ...]
    tasks: tuple[str, ...]
    duties: tuple[Edge, ...]


def out_of_reach(graph: AccountabilityGraph) -> list[OutOfReach]:
    """At most one of each plan. Silent where several issue it, where the issuer is not known, and where the text says that the Party
    committee (the government) has agreed."""
    found = []
    for doc in graph.documents():
        issuer = fold(str(graph.node(doc).get("issuer") or "")).strip()
        if not issuer or graph.node(doc).get("status") == "draft" or _TOGETHER.search(issuer) or _PARTY.search(issuer):
            continue
        text = fold(graph.text_of(doc))
        if _GOVERNMENT.search(issuer):
            kind, agreed = "party", _PARTY_AGREED.search(text)
        elif _class_of(graph, issuer) in _DEPARTMENT:
            kind, agreed = "government", _GOVERNMENT_AGREED.search(text) or _PARTY_AGREED.search(text)
        else:
            continue
        if agreed:
            continue
        duties = [e for t in graph.tasks(doc) for e in graph.duties_of(t) if _binds(e) and not inherited(e) and _beyond(graph, e.source, kind, t)]
        if duties:
            found.append(
                OutOfReach(
                    doc, issuer, kind, tuple(dict.fromkeys(e.source for e in duties)), tuple(dict.fromkeys(e.target for e in duties)), tuple(duties)
                )
            )  # fmt: skip
    return found


def _binds(edge: Edge) -> bool:
    """Whether the duty demands an own part (牵头, 责任), not only help."""
    return edge.type == "LEADS" or (edge.type == "COOPERATES" and edge.data.get("tier") == "责")


def _class_of(graph: AccountabilityGraph, issuer: str) -> str | None:
    for d in graph.departments():
        node = graph.node(d)
        if node.get("name") == issuer or issuer in (node.get("printed") or ()):
            return str(node.get("peer_class"))
    return "city bureau" if _BUREAU.search(issuer) else None


_BUREAU = pattern(r"(?:局|厅)$")


def _beyond(graph: AccountabilityGraph, body: str, kind: str, task: str) -> bool:
    node = graph.node(body)
    if kind == "party":
        name = fold(str(node["name"]) + "".join(node.get("printed") or ()))
        return node.get("peer_class") == "party organ" and not _TWO_PLATES.search(name)
    name = fold(str(node["name"]))
    if node.get("collective"):
        return bool(_GOVERNMENTS.search(name)) and "部门" not in name and not in_general_part(graph, task)
    return node.get("peer_class") in _GOVERNED and not in_general_part(graph, task)


@dataclass(frozen=True, slots=True)
class Judge:
    """A body that measures or checks what it answers for. ``statistics``: it is the statistics office, else it inspects or assesses the
    whole plan by ``mechanism``; ``tasks``: those it answers for; ``words``: where the checking is said."""

    doc: str
    body: str
    statistics: bool
    tasks: tuple[str, ...]
    words: Span | None = None


_STATISTICS = pattern(r"统计局|调查(?:总)?队")
_RESULT = pattern(r"满意[度率]|生产总值|增加值|增长|增速|比重|比例|占比|产出率|收入|生产率|强度|能耗|结构|公众|知晓率|支出")
_OWN_TRADE = pattern(
    r"统计(?:制度|监测|调查|报表|工作|数据|台账|体系|执法|分析|核算|队伍|基础|口径|方法)|(?:开展|完成|组织|做好|实施|进行|负责).{0,20}(?:调查|测评|测算|统计|监测|核算|普查)"
)
_WHOLE = pattern(r"本方案|分工方案|各项|任务|责任单位|牵头单位|各部门|各单位|各地|各县|各区|落实情况|完成情况|进展")
_OF_THE_PLAN = frozenset({"inspection", "assessment"})
_CHECKING_OFFICE = pattern(r"督查|督察|督导|考核|监察|纪|审计|绩效|目标办|政府|办公室|办公厅|委办")
FEWEST_LED = 3  # tasks that who checks the whole plan leads, before it is said


def judges(graph: AccountabilityGraph) -> list[Judge]:
    found = []
    for doc in graph.documents():
        for body in graph.departments(doc):
            if _STATISTICS.search(str(graph.node(body)["name"])) and not is_collective(graph, body):
                tasks = [t for t in _led(graph, doc, body) if _outcome(graph, t)]
                if tasks:
                    found.append(Judge(doc, body, True, tuple(tasks)))
        seen: set[str] = set()
        for m in graph.mechanisms(doc):
            node = graph.node(m)
            if node.get("kind_of") not in _OF_THE_PLAN or not _WHOLE.search(fold(str(node.get("quote") or ""))):
                continue
            for e in graph.edges_from(m, "ACTS"):
                body = e.target
                name = str(graph.node(body)["name"])
                if body in seen or is_collective(graph, body) or is_standing_office(graph, body) or _CHECKING_OFFICE.search(name) or _in_a_task(graph, doc, m):
                    continue
                led = [t for t in _led(graph, doc, body) if not in_general_part(graph, t) and _one_plan(graph, m, t)]
                if len(led) >= FEWEST_LED:
                    seen.add(body)
                    a, b = node["span"]
                    found.append(Judge(doc, body, False, tuple(led), (int(a), int(b))))
    return found


def _led(graph: AccountabilityGraph, doc: str, body: str) -> tuple[str, ...]:
    """The tasks of one plan that a body leads, by place."""

    def by_body() -> dict[str, dict[str, None]]:
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for task in graph.tasks(doc):
            for d in graph.leads_of(task):
                found[d][task] = None
        return found

    return tuple(graph.once(("led in", doc), by_body).get(body, ()))


def _outcome(graph: AccountabilityGraph, task: str) -> bool:
    """Whether a task demands a result with a figure, and is not the statistician's own trade."""
    words = fold(str(graph.node(task).get("text") or ""))
    return bool(graph.indicators_of(task)) and bool(_RESULT.search(words)) and not _OWN_TRADE.search(words)


def _in_a_task(graph: AccountabilityGraph, doc: str, mechanism: str) -> bool:
    """Whether the mechanism stands in a task that is about its own subject, not in the part that says how the plan is carried out."""
    first, last = place_lines(graph, mechanism)
    for t in graph.tasks(doc):
        a, b = place_lines(graph, t)
        if a <= first and last <= b:
            return not in_general_part(graph, t)
    return False


def _one_plan(graph: AccountabilityGraph, mechanism: str, task: str) -> bool:
    """Whether both stand in one plan, where a document holds several (…专项行动方案 as outermost headings)."""
    one, other = _outermost(graph, mechanism), _outermost(graph, task)
    return one == other or not (one.endswith("方案") and other.endswith("方案"))


def _outermost(graph: AccountabilityGraph, node: str) -> str:
    """The name of the outermost heading above a node, "" without one."""
    name, above = "", graph.section_of(node)
    while above:
        name, above = str(graph.node(above)["name"]), graph.section_of(above)
    return fold(name)
