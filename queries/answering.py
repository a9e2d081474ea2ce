"""Tasks that nobody answers for, and tasks that only a collective answers for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from graphmodel.text import fold
from queries.owners import inherited, is_collective, leads
from queries.places import node_span, place_lines

_WHO = (
    r"(?:部门|单位|机关|政府|党委|地区|各地|乡镇|镇街|街镇|街道|园区|新区|县区|[县市区)]|处室|督查室|督察室"
    r"|领导小组|办公室|工作组|专班|指挥部|联席会议|委员会|[局委办厅部院站]|中心|公司)"
)
_BINDS = r"(?:要(?![件求素点闻])|应当|应(?![急用对])|必?须|需(?!求)|(?:具体|分别)?负责(?!人)|牵头|按照?职责|作为(?=[^。;]{2,40}(?:主体|单位|部门|责任)))"
_ACTS = r"(?:每|定期|适时|随时|按月|按季|原则上|实行|召开|汇总|会同|将(?=责成|组织|会同|定期|适时|对|把))"
SUBJECT = pattern(
    rf"(?:^|[。;,、:\s])[^。;,:]{{0,24}}{_WHO}(?:{_BINDS}|{_ACTS})"  # 各街镇要结合实际 · 区城管局负责清运 · 领导小组办公室每季度通报
    rf"|由[^。;,:、]{{0,24}}{_WHO}"  # 考核结果由区政府通报
)
# 。各乡镇制定方案 · 。各行业主管部门逐户排查: each of a kind opens the sentence and does something
_EACH = pattern(
    rf"(?:^|[。;]\s{{0,4}})(?:各|有关|相关|所有)[^。;,:]{{0,20}}{_WHO}"
    r"(?=(?:按照?|根据|结合|对照|对|于|在|把|将|向|及时|全面|逐[户个项级]|立即|迅速|认真|切实|主动|共同|分别|自行|负责|抓好|[0-9])?[^。;,]{0,30}"
    r"(?:制定|开展|组织|落实|完成|做好|推进|实施|建立|报送?|排查|整改|自查|召开|总结|检查|督促|加强|强化|编制|细化|上报|提交|汇总|部署|宣传|动员|巡查|巩固))"
)
_NO_WORK = pattern(
    r"(?:主要|总体|工作|具体|发展|阶段性?)?目标[。:\s]|[(\[]?[…\.]{2,12}|[(\[][^()]{0,30}(?:未录|从略|略)"
    r"|[^。;()]{0,40}\s[(\[][…\.][^()]{0,30}(?:未录|从略|略)"  # 构建支撑体系 (……第32—42项未录……)
    r"|[(\[]?(?:牵头|责任|主责|配合|协办|监管)(?:单位|部门)[:\s]{0,4}[)\]]?[。;\s]{0,4}$"  # (责任单位:)
    r"|(?:活动|实施|整治|工作|完成)?(?:时间|时限|地点|范围|对象)(?:安排)?[。:\s]|[^。;:,]{0,16}职责[。:\s]"  # 活动时间:6月1日至10日。 县级总路长职责:…
)  # 主要目标。 (……第13—16项未录……)
# 会议制度。领导小组会议由组长召集,… · 信息报送制度。…: how the plan is carried out
_RULE_OF_WORK = pattern(
    r"(?!建立|健全|完善|执行|坚持|实行|落实|严格|强化|制定|修订|推行)[^。;:,]{0,12}(?:会议|例会|会商|报送|报告|报备|调度|通报|督[查办导]|考核|联络|台账|信息|值班|值守)[^。;:,]{0,4}制度[。:]"
)
# 各乡镇党委书记是第一责任人
_RESPONSIBLE = pattern(r"(?:书记|主任|[省市县区旗镇乡村局厅部院校处科所站队]长|负责(?:同志|人)|领导|一把手)(?:分别)?(?:是|为|系|作为)[^。;,]{0,16}责任人")
_POST = pattern(r"[^。;:,]{1,16}(?:长|员|办公室|[局办委队站所])[。:]")  # 县级路长:… below 工作职责
_BOILERPLATE = pattern(r"宣传|舆论|氛围|提高认识|统一思想|高度重视|组织领导|加强领导|公众参与|社会参与|社会监督|思想认识")  # 加强宣传,营造良好氛围
_FUNDING = pattern(r"(?:资金|经费|财政|要素)(?:投入|保障|支持|扶持)|(?:加大|强化|落实|保障|加强|增加).{0,4}(?:投入|资金|经费)")  # (二)加大资金投入。
# (三)严肃追责问责。 (二)强化协作,形成合力。 建立…报告制度。: asked of everybody where a plan says how it is carried out
_DEMAND = pattern(
    r"追责|问责|追究.{0,8}责任|责任追究|责任落实|(?:压实|落实|明确|夯实|靠实|强化).{0,6}责任|协作|协同|协调|联动|配合|合力|沟通|纪律|作风"
    r"|(?:建立|健全|完善|执行|坚持|实行|落实).{0,24}(?:制度|机制)"
)
# 建立日报告、周调度、旬通报制度 · 实行月调度、季通报、年考核: wherever it stands
_OFTEN = r"(?:每|按)?(?:[日周旬月季年]|季度|年度|半年)(?:调度|通报|督[查导办]|考[核评]|例会|会商|报告|讲评)"
_KEEPING = pattern(rf"(?:建立|健全|完善|执行|坚持|实行|落实).{{0,10}}{_OFTEN}[、和及]{_OFTEN}")
_MEASURES = pattern(r"保障|措施|组织实施|工作要求|要求|任务|工程|行动|机制")  # 四、保障措施
_AIMS = pattern(r"目标|总体|指导思想|原则|序言|前言|背景|意义")  # 一、总体目标
_ACTION = pattern(
    r"(?:^|[。;])\s{0,9}(?:各级)?(?:建立|健全|完善|加强|加快|加大|推进|强化|开展|组织|制定|落实|调整|实施|严格|深入|全面|积极|大力|优化|提升|构建)"
)  # 加快…治理。


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A task, or a duty stated outside the tasks, without anybody who answers. ``helpers`` and ``supervisors`` are the bodies that stand
    there in other roles."""

    node: str
    stated: bool  # a duty that stands outside the tasks
    boilerplate: bool
    helpers: tuple[str, ...] = ()
    supervisors: tuple[str, ...] = ()


def words_of(graph: AccountabilityGraph, node: str) -> str:
    """The node's words, folded."""
    start, end = node_span(graph, node)
    return fold(graph.text_of(graph.document_of(node))[start:end])


def unanswered(graph: AccountabilityGraph) -> list[Unanswered]:
    """In the order of the graph. A task whose own words name who is to act (各街镇要…) or for which a person answers is left out."""
    overseen = answered_by_people(graph)
    found = []
    for task in graph.tasks():
        words = words_of(graph, task)
        if leads(graph, task) or task in overseen or _own_share(graph, task) or _named_first(graph, task):
            continue
        if _RESPONSIBLE.search(words) or in_general_part(graph, task) and _RULE_OF_WORK.match(words):
            continue
        if _NO_WORK.match(words) or SUBJECT.search(words) or _EACH.search(words) or _of_a_post(graph, task, words):
            continue
        found.append(
            Unanswered(
                task, False, _is_boilerplate(graph, task),
                tuple(graph.helpers_of(task)), tuple(graph.supervisors_of(task)),
            )
        )  # fmt: skip
    taken = {(graph.document_of(t), n) for t in graph.tasks() for n in range(place_lines(graph, t)[0], place_lines(graph, t)[1] + 1)}
    for goal in graph.goals():
        words = words_of(graph, goal)
        section = "".join(graph.node(goal).get("section") or ())
        here = (graph.document_of(goal), place_lines(graph, goal)[0])
        if here in taken or graph.duties_of(goal) or not _MEASURES.search(section) or _AIMS.search(section):
            continue
        if _ACTION.search(words) and not SUBJECT.search(_line(graph, goal)):
            found.append(Unanswered(goal, True, _is_boilerplate(graph, goal)))
    return found


def _of_a_post(graph: AccountabilityGraph, task: str, words: str) -> bool:
    """Whether the item says what somebody's duties are (工作职责 / 县级路长:…): the one it is headed with answers."""
    return any("职责" in name for name in graph.node(task).get("section") or ()) and _POST.match(words) is not None


def _own_share(graph: AccountabilityGraph, task: str) -> bool:
    """Whether the task stands in the list of a department that is to take part in somebody else's work (市公安局: 参与事故调查): its part is
    its own."""
    duties = graph.duties_of(task)
    return bool(duties) and all(e.type == "COOPERATES" and e.data.get("basis") == "heading" for e in duties)


def answered_by_people(graph: AccountabilityGraph) -> frozenset[str]:
    """Tasks for which a person answers: in documents that name people instead of units. Where most overseen tasks have a unit too, the
    person
    only watches over it (牵头领导), and a task without a unit lacks one."""
    overseen: dict[str, set[str]] = defaultdict(set)
    for e in graph.edges("OVERSEES"):
        overseen[graph.document_of(e.target)].add(e.target)
    return frozenset(task for tasks in overseen.values() if 2 * sum(bool(graph.leads_of(t)) for t in tasks) <= len(tasks) for task in tasks)


def _named_first(graph: AccountabilityGraph, task: str) -> bool:
    """Whether a sentence of the task begins with a body that stands there in another role (督查室全面督查…): it acts, whatever its role is
    called."""
    words = words_of(graph, task)
    printed = {fold(str(e.data.get("printed") or "")) for e in [*graph.duties_of(task), *graph.mentions_of(task)]} - {""}
    return any(words.startswith(p) or f"。{p}" in words for p in printed)


def _about(graph: AccountabilityGraph, node: str) -> str:
    """The last heading above a node and its own first words."""
    section = graph.node(node).get("section") or ()
    return (section[-1] if section else "") + words_of(graph, node)[:24]


def _is_boilerplate(graph: AccountabilityGraph, node: str) -> bool:
    """What every plan demands of everybody: publicity, unity; money too, where it is a general demand and no task."""
    about = _about(graph, node)
    if _BOILERPLATE.search(about) or _KEEPING.search(about):
        return True
    return in_general_part(graph, node) and bool(_FUNDING.search(about) or _DEMAND.search(_first_sentence(graph, node)) and not _promises(graph, node))


def _first_sentence(graph: AccountabilityGraph, node: str) -> str:
    return pattern(r"[。;:,]").split(words_of(graph, node)[:40], 1)[0]


def _promises(graph: AccountabilityGraph, node: str) -> bool:
    """Whether it has a figure or a date: then it is work, wherever it stands."""
    return bool(graph.indicators_of(node)) or graph.node(node).get("deadline_kind") == "date"


def _line(graph: AccountabilityGraph, node: str) -> str:
    """The whole line (paragraph) in which the node begins, folded."""
    text = graph.text_of(graph.document_of(node))
    start, end = node_span(graph, node)
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    last = text.find("\n", end)
    return fold(text[first : last if last >= 0 else len(text)])


@dataclass(frozen=True, slots=True)
class CollectiveOnly:
    """Tasks for which only collectives answer: of one wording where there are many. ``clause``: the span of the blanket clause where one
    lays it on all of them, else None."""

    tasks: tuple[str, ...]
    departments: tuple[str, ...]
    clause: tuple[int, int] | None = None
    prose: bool = False  # a general demand of the measures part: natural for a duty of each


def collective_only(graph: AccountabilityGraph) -> list[CollectiveOnly]:
    """In the order of the first task; the tasks that one blanket clause binds stand together (they are mended at the clause)."""
    overseen = answered_by_people(graph)
    clauses: dict[tuple[str, tuple[int, int]], list[str]] = defaultdict(list)
    bodies: dict[tuple[str, tuple[int, int]], dict[str, None]] = defaultdict(dict)
    blanket: set[tuple[str, tuple[int, int]]] = set()
    for task in graph.tasks():
        answering = leads(graph, task)
        if not answering or task in overseen or not all(is_collective(graph, e.source) for e in answering):
            continue
        if all(_THE_OWNERS.fullmatch(fold(str(e.data.get("printed") or ""))) for e in answering):
            continue
        if any(_FIELD.fullmatch(fold(str(e.data.get("printed") or ""))) for e in answering):
            continue
        spans = sorted((int(a), int(b)) for a, b in (e.data.get("statement") or e.data["span"] for e in answering))
        key = graph.document_of(task), spans[0]
        clauses[key].append(task)
        bodies[key].update(dict.fromkeys(e.source for e in answering))
        if any(inherited(e) for e in answering):
            blanket.add(key)
    for key in [k for k in clauses if k not in blanket]:  # the task that holds the clause belongs to it
        home = next((clause for clause in sorted(blanket) if clause[0] == key[0] and clause[1][0] <= key[1][0] < clause[1][1]), None)
        if home:
            clauses[home] += clauses.pop(key)
            bodies[home].update(bodies.pop(key))
    order = {t: n for n, t in enumerate(graph.tasks())}
    found = []
    for key, unordered in clauses.items():
        tasks = sorted(unordered, key=lambda t: order[t])
        if key in blanket:
            found.append(CollectiveOnly(tuple(tasks), tuple(bodies[key]), key[1]))
        else:
            found += [CollectiveOnly((t,), tuple(graph.leads_of(t)), prose=_is_prose(graph, t)) for t in tasks]
    found = _together(graph, found)
    return sorted(found, key=lambda c: order[c.tasks[0]])


def wording(graph: AccountabilityGraph, task: str) -> str:
    """The owners of a task as printed, each once."""
    return "、".join(dict.fromkeys("".join(str(e.data.get("printed") or "").split()) for e in leads(graph, task)))


def _together(graph: AccountabilityGraph, found: list[CollectiveOnly]) -> list[CollectiveOnly]:
    """The tasks of a plan in which one wording stands for the owner, as one entry where they are MANY."""
    alike: dict[tuple[str, str, bool], list[CollectiveOnly]] = defaultdict(list)
    for one in found:
        if not one.clause:
            alike[graph.document_of(one.tasks[0]), fold(wording(graph, one.tasks[0])), one.prose].append(one)
    many = [held for held in alike.values() if len(held) >= MANY]
    taken = {id(one) for held in many for one in held}
    whole = [CollectiveOnly(tuple(t for one in held for t in one.tasks), held[0].departments, prose=held[0].prose) for held in many]
    return [one for one in found if id(one) not in taken] + whole


MANY = 4  # from so many tasks on, one wording is one thing to mend
_FIELD = pattern(r"(?!.{0,30}(?:各|有关|相关|所有|直|成员|涉及|职能|主管|行政|政府|责任|其他|等))[\u4e00-\u9fff、()和]{2,30}部门")  # 气象部门
_THE_OWNERS = pattern(
    r"(?:各|其他|有关|相关|所有|项|任务|的){0,4}(?:牵头|责任|主责|承办|配合|参与){1,2}(?:单位|部门)"
)  # 各责任单位: those whom the tasks name, one by one
_LABEL = pattern(r"单位|部门|责任|牵头")
GENERAL = pattern(r"保障|组织实施|工作要求|工作制度|工作机制|推进机制|组织领导|督查|督导|考核|监督检查|有关要求|宣传")  # 四、保障措施


_GENERAL_ANYWHERE = pattern(r"保障措施|组织实施|组织保障|工作保障|工作要求|有关要求|相关要求|监督保障")  # where several plans stand in one


def in_general_part(graph: AccountabilityGraph, task: str) -> bool:
    """Whether the task stands in the part of general demands (保障措施, 工作要求), or is that part itself."""
    section = tuple(str(s) for s in graph.node(task).get("section") or ()) or (words_of(graph, task)[:12],)
    return bool(GENERAL.search(section[0])) or any(_GENERAL_ANYWHERE.search(name) for name in section[1:])


def _is_prose(graph: AccountabilityGraph, task: str) -> bool:
    """A sentence that demands something of everybody (各部门要…), or a demand of the general part that no label allots."""
    edges = leads(graph, task)
    said = all(e.data.get("basis") == "text" for e in edges)
    return said or (in_general_part(graph, task) and not any(_LABEL.search(str(e.data.get("label") or "")) for e in edges))
