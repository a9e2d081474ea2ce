"""Plan → graph: the data contract, the ids, the questions in the trade's words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from generated_plans import plans
from hypothesis import HealthCheck, given, settings

from graphmodel import files, ids
from graphmodel.contract import EDGES, ENDS, NODES
from graphmodel.graph import AccountabilityGraph, Edge
from graphmodel.plan import (
    Deadline,
    Department,
    Duty,
    Goal,
    Header,
    Hosting,
    Indicator,
    Mechanism,
    Membership,
    Milestone,
    Overseer,
    Plan,
    Post,
    Section,
    Source,
    Task,
    Unit,
)
from graphmodel.problems import PlanIdClash

TEXT = """沅平市就业工作分工方案
到2025年,新增就业10万人。
一、扩大就业
(一)重点群体
1.建设服务站20个,6月底前选址。(牵头单位:市人社局;责任单位:市教育局、市总工会)
1.开展培训。(责任单位:市教育局) 组织招聘会。(市总工会负责)
各县区抓好落实。
二、保障措施
3.成立领导小组,组长张三,成员单位市财政局,办公室设在市人社局。市人社局每季度向市政府报告。
"""
PLACE = "沅平市"
HR = Department("沅平市/人力资源和社会保障局", "沅平市人力资源和社会保障局", (PLACE,), "city", "city bureau", printed=("市人社局",))
EDU = Department("沅平市/教育局", "沅平市教育局", (PLACE,), "city", "city bureau", printed=("市教育局",))
UNION = Department("沅平市/总工会", "沅平市总工会", (PLACE,), "city", "mass organisation", printed=("市总工会",))
FINANCE = Department("沅平市/财政局", "沅平市财政局", (PLACE,), "city", "city bureau")
GOVERNMENT = Department("沅平市/人民政府", "沅平市人民政府", (PLACE,), "city", "government")
GROUP = Department("沅平市/领导小组", "沅平市就业领导小组", (PLACE,), "city", "group")


def at(words: str, nth: int = 1, text: str = TEXT) -> tuple[int, int]:
    """The span of the nth occurrence of some words."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return start, start + len(words)


def unit(words: str, department: Department | None, nth: int = 1) -> Unit:
    return Unit(words, at(words, nth), department and department.id)


def whole_plan() -> Plan:
    statement = at("(牵头单位:市人社局;责任单位:市教育局、市总工会)")
    sections = (
        Section("一、扩大就业", at("一、扩大就业"), "一、", 1),
        Section("(一)重点群体", at("(一)重点群体"), "(一)", 2, 0),
        Section("二、保障措施", at("二、保障措施"), "二", 1),
    )
    stations = Task(
        "建设服务站", "建设服务站20个,6月底前选址。", at("建设服务站20个,6月底前选址。"), "1", ("一、扩大就业", "(一)重点群体"), (0, 1),
        Deadline("2020-06-30", "6月底前", "date", at("6月底前")),
        (
            Duty("COOPERATES", "责", unit("市总工会", UNION), statement, "责任单位", 2),
            Duty("LEADS", "牵", unit("市人社局", HR), statement, "牵头单位", 1),
            Duty("COOPERATES", "责", unit("市教育局", EDU), statement, "责任单位", 1),
        ),
        (Indicator("服务站", "=", 20.0, at("服务站20个"), "服务站20个", unit="个"),),
        (Milestone("6月底前选址", at("6月底前选址"), "2020-06-30", "6月底前"),),
        (Overseer("张三", at("张三"), "副市长", "牵头领导"),),
        (unit("市财政局", FINANCE),),
    )  # fmt: skip
    training = Task(
        "开展培训", "开展培训。", at("开展培训。"), "1", ("一、扩大就业", "(一)重点群体"), (0, 1),
        duties=(Duty("LEADS", "责", unit("市教育局", EDU, 2), at("(责任单位:市教育局)"), "责任单位"),),
    )  # fmt: skip
    fair = replace(
        training, name="组织招聘会", text="组织招聘会。", span=at("组织招聘会。"),
        duties=(
            Duty("LEADS", "责", unit("市总工会", UNION, 2), at("(市总工会负责)"), basis="verb"),
            Duty("SUPERVISES", "监", unit("市人社局", HR), at("市人社局"), basis="inherited"),
        ),
    )  # fmt: skip
    loose = Task(
        "各县区抓好落实",
        "各县区抓好落实。",
        at("各县区抓好落实。"),
        None,
        duties=(Duty("LEADS", "责", unit("各县区", None), at("各县区")),),
    )
    reporting = Mechanism(
        "reporting", at("市人社局每季度向市政府报告"), "市人社局每季度向市政府报告", "每季度", ("二、保障措施",), (2,),
        (unit("市人社局", HR, 3),), (unit("市政府", GOVERNMENT),),
    )  # fmt: skip
    goal = Goal(
        "到2025年,新增就业10万人。", at("到2025年,新增就业10万人。"), ("二、保障措施",), "2025",
        (Indicator("新增就业", "=", 10.0, at("新增就业10万人"), unit="万人", by="2025"),),
    )  # fmt: skip
    group = unit("领导小组", GROUP)
    return Plan(
        Source(TEXT, "folder/plan.txt", "ab" * 32, (None, None, None, None, "p5")),
        Header(
            "沅平市就业工作分工方案",
            "沅政发〔2020〕3号",
            "沅平市人民政府",
            (PLACE,),
            "2020-01-15",
            "in force",
            ("2020-01-01", "2025-12-31"),
        ),
        sections,
        (stations, training, fair, loose),
        (goal,),
        (Post("张三", "副市长", group, "组长", at("组长张三")),),
        (Membership(unit("市财政局", FINANCE), group, "成员", at("市财政局")),),
        (Hosting(group, unit("市人社局", HR, 2), at("办公室设在市人社局")),),
        (reporting,),
        (HR, EDU, UNION, FINANCE, GOVERNMENT, GROUP),
        (unit("市政府", GOVERNMENT),),
        ("title",),
        ((9, "not understood"),),
    )


DOC = "沅平市人民政府-沅政发〔2020〕3号"
HEAD = f"{DOC}/一/(一)"


@pytest.fixture(scope="module")
def graph() -> AccountabilityGraph:
    return AccountabilityGraph.of([whole_plan()])


def test_ids_are_readable(graph: AccountabilityGraph) -> None:
    assert graph.documents() == [DOC]
    assert graph.sections() == [f"{DOC}/§/一", f"{DOC}/§/一/(一)", f"{DOC}/§/二"]
    assert graph.tasks() == [f"{HEAD}/1", f"{HEAD}/1a#2", f"{HEAD}/1b#2", f"{DOC}/u1"]
    assert graph.goals() == [f"{DOC}/goal1"]
    assert graph.indicators() == [f"{DOC}/goal1/indicator1", f"{HEAD}/1/indicator1"]
    assert graph.milestones() == [f"{HEAD}/1/milestone1"]
    assert graph.people() == [f"{DOC}/张三"]
    assert graph.mechanisms() == [f"{DOC}/mechanism1"]
    assert graph.departments() == [d.id for d in (HR, EDU, UNION, FINANCE, GOVERNMENT, GROUP)] + [f"{DOC}/?/各县区"]


def test_the_document_holds_everything(graph: AccountabilityGraph) -> None:
    document = graph.node(DOC)
    assert document == {
        "kind": "document", "name": "沅平市就业工作分工方案", "number": "沅政发〔2020〕3号", "issuer": "沅平市人民政府",
        "jurisdiction": (PLACE,), "date": "2020-01-15", "status": "in force", "period": ("2020-01-01", "2025-12-31"),
        "source": "plan.txt", "sha256": "ab" * 32,
        "text": tuple(TEXT.split("\n")), "places": (None, None, None, None, "p5", *[None] * 5), "unread": ("9: not understood",),
        "taken": ("title", *[""] * 9),
        "addressees": ({"department": GOVERNMENT.id, "printed": "市政府", "span": at("市政府"), "lines": (9, 9)},),
    }  # fmt: skip
    assert graph.text_of(DOC) == TEXT


def test_a_task(graph: AccountabilityGraph) -> None:
    assert graph.node(f"{HEAD}/1") == {
        "kind": "task", "name": "建设服务站", "text": "建设服务站20个,6月底前选址。", "number": "1",
        "section": ("一、扩大就业", "(一)重点群体"),
        "deadline": "2020-06-30", "deadline_printed": "6月底前", "deadline_kind": "date", "deadline_span": at("6月底前"),
        "doc": DOC, "span": at("建设服务站20个,6月底前选址。"), "lines": (5, 5),
    }  # fmt: skip
    indicator = graph.node(f"{HEAD}/1/indicator1")
    assert indicator["value"] == 20 and isinstance(indicator["value"], int) and indicator["baseline"] is None
    assert graph.place(graph.node(f"{HEAD}/1")) == "p5"
    assert graph.place(graph.node(f"{DOC}/goal1")) is None and graph.place(graph.node(HR.id)) is None


def test_duties_stand_as_printed(graph: AccountabilityGraph) -> None:
    duties = graph.duties_of(f"{HEAD}/1")
    assert [(e.type, e.source, e.data["printed"]) for e in duties] == [
        ("LEADS", HR.id, "市人社局"),
        ("COOPERATES", EDU.id, "市教育局"),
        ("COOPERATES", UNION.id, "市总工会"),
    ]
    lead = duties[0]
    start = at("市人社局")[0]
    assert lead.key == f"LEADS@{start}" and lead.target == f"{HEAD}/1"
    assert lead.data == {
        "type": "LEADS", "printed": "市人社局", "label": "牵头单位", "tier": "牵", "order": 1, "part": None, "basis": "label",
        "statement": at("(牵头单位:市人社局;责任单位:市教育局、市总工会)"), "doc": DOC, "span": at("市人社局"), "lines": (5, 5),
    }  # fmt: skip
    assert graph.words(DOC, lead.data["span"]) == "市人社局" and graph.place(lead.data) == "p5"


def test_inherited_duties_come_last(graph: AccountabilityGraph) -> None:
    assert [e.data["basis"] for e in graph.duties_of(f"{HEAD}/1b#2")] == ["verb", "inherited"]
    assert graph.supervisors_of(f"{HEAD}/1b#2") == [HR.id]


def test_the_questions(graph: AccountabilityGraph) -> None:
    task = f"{HEAD}/1"
    assert graph.leads_of(task) == [HR.id] and graph.helpers_of(task) == [EDU.id, UNION.id] and graph.supervisors_of(task) == []
    assert graph.tasks_led_by(EDU.id) == [f"{HEAD}/1a#2"] and graph.tasks_helped_by(EDU.id) == [task]
    assert graph.tasks_supervised_by(HR.id) == [f"{HEAD}/1b#2"] and graph.tasks_led_by(FINANCE.id) == []
    assert graph.overseers_of(task) == [f"{DOC}/张三"]
    assert [(e.target, e.data["printed"]) for e in graph.mentions_of(task)] == [(FINANCE.id, "市财政局")]
    assert graph.indicators_of(task) == [f"{task}/indicator1"] and graph.milestones_of(task) == [f"{task}/milestone1"]
    assert graph.indicators_of(f"{DOC}/goal1") == [f"{DOC}/goal1/indicator1"]
    assert graph.owner_of_indicator(f"{task}/indicator1") == task and graph.owner_of_indicator(f"{DOC}/goal1/indicator1") == f"{DOC}/goal1"
    assert graph.section_of(task) == f"{DOC}/§/一/(一)" and graph.section_of(f"{DOC}/u1") is None
    assert graph.section_of(f"{DOC}/mechanism1") == f"{DOC}/§/二"
    assert graph.section_of(f"{DOC}/goal1") is None, "its headings stand behind it"
    assert graph.document_of(task) == DOC == graph.document_of(DOC)
    with pytest.raises(ValueError, match="department"):
        graph.document_of(HR.id)
    with pytest.raises(KeyError):
        graph.node("nothing")


def edges_of(graph: AccountabilityGraph, type: str) -> list[tuple[str, str, Any]]:
    return [(e.source, e.target, e.data.get("role") or e.data.get("label") or e.data.get("printed")) for e in graph.edges(type)]


def test_posts_members_hosts_and_mechanisms(graph: AccountabilityGraph) -> None:
    assert edges_of(graph, "MEMBER_OF") == [(FINANCE.id, GROUP.id, "成员"), (f"{DOC}/张三", GROUP.id, "组长")]
    assert edges_of(graph, "HOSTED_BY") == [(GROUP.id, HR.id, "市人社局")]
    assert edges_of(graph, "OVERSEES") == [(f"{DOC}/张三", f"{HEAD}/1", "牵头领导")]
    assert edges_of(graph, "ACTS") == [(f"{DOC}/mechanism1", HR.id, "市人社局")]
    assert edges_of(graph, "RECEIVES") == [(f"{DOC}/mechanism1", GOVERNMENT.id, "市政府")]
    assert graph.node(f"{DOC}/张三")["title"] == "副市长"


def test_an_unresolved_body_stays_in_its_document(graph: AccountabilityGraph) -> None:
    body = graph.node(f"{DOC}/?/各县区")
    assert body["recognised"] is False and body["name"] == "各县区" and body["printed"] == ("各县区",)
    assert body.keys() - {"kind"} == NODES["department"].keys()


def test_printed_forms_are_united(graph: AccountabilityGraph) -> None:
    assert graph.node(FINANCE.id)["printed"] == ("市财政局",)
    second = replace(
        whole_plan(), header=Header("又一方案"), departments=(replace(HR, printed=("市人力社保局", "市人社局"), peer_class=None), EDU),
    )  # fmt: skip
    both = AccountabilityGraph.of([whole_plan(), second])
    assert both.node(HR.id)["printed"] == ("市人社局", "市人力社保局") and both.node(HR.id)["peer_class"] == "city bureau"
    assert both.documents() == [DOC, "又一方案"]
    assert len(both.tasks()) == 8 and len(both.tasks(DOC)) == 4 and both.tasks("elsewhere") == []
    assert len(both.tasks_led_by(EDU.id)) == 2
    assert f"{DOC}/?/各县区" in both.nx and "又一方案/?/各县区" in both.nx


def test_departments_of_a_document(graph: AccountabilityGraph) -> None:
    other = Plan(Source("x"), Header("别的"), departments=(Department("石门县/教育局", "石门县教育局"),))
    both = AccountabilityGraph.of([whole_plan(), other])
    assert both.departments(DOC) == graph.departments()
    assert both.departments("别的") == [], "no edge names it"


def test_two_plans_with_one_id_name_both_sources() -> None:
    with pytest.raises(PlanIdClash) as caught:
        AccountabilityGraph.of([whole_plan(), replace(whole_plan(), source=Source(TEXT, "copy.txt"))])
    assert all(name in said for name in ("plan.txt", "copy.txt", DOC) for said in (caught.value.zh, caught.value.en))
    other = AccountabilityGraph.of([whole_plan(), whole_plan()], [None, "/第二稿 ?/<1>/"])
    assert other.documents() == [DOC, "第二稿/1"]


def test_one_key_two_edges() -> None:
    plan = whole_plan()
    task = plan.tasks[0]
    double = replace(plan, tasks=(replace(task, duties=(task.duties[0], replace(task.duties[0], part="规划"))),))
    keys = [e.key for e in AccountabilityGraph.of([double]).duties_of(f"{HEAD}/1")]
    start = at("市总工会")[0]
    assert keys == [f"COOPERATES@{start}", f"COOPERATES@{start}#2"]


def test_successions_named_by_the_plans() -> None:
    old = Department("沅平市/环境保护局", "沅平市环境保护局", (PLACE,))
    new = Department("沅平市/生态环境局", "沅平市生态环境局", (PLACE,), succeeds=((old.id, "2019-01-01"), ("沅平市/没有的局", "2019-01-01")))
    plans_ = [Plan(Source("a"), Header("甲"), departments=(new,)), Plan(Source("b"), Header("乙"), departments=(old, new))]
    edges = AccountabilityGraph.of(plans_).edges("SUCCEEDS")
    assert [(e.source, e.target, e.data["on"]) for e in edges] == [(new.id, old.id, "2019-01-01")]
    assert edges[0].key == "SUCCEEDS@2019-01-01" and edges[0].data["doc"] is None


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_do_not_move_the_words(end: str, graph: AccountabilityGraph) -> None:
    """A plan whose text still has another line end gives the same graph."""
    plan = whole_plan()
    shift = len(end) - 1

    def moved(span: tuple[int, int]) -> tuple[int, int]:
        return span[0] + shift * TEXT.count("\n", 0, span[0]), span[1] + shift * TEXT.count("\n", 0, span[1])

    def walk(value: Any) -> Any:
        if isinstance(value, tuple) and len(value) == 2 and all(type(v) is int for v in value):
            return moved(value)
        if isinstance(value, tuple):
            return tuple(map(walk, value))
        if hasattr(value, "__dataclass_fields__") and not isinstance(value, Source):
            skipped = ("section_path",)
            return replace(value, **{name: walk(getattr(value, name)) for name in value.__dataclass_fields__ if name not in skipped})
        return value

    other = walk(replace(plan, source=replace(plan.source, text=TEXT.replace("\n", end))))
    again = AccountabilityGraph.of([other])
    assert list(again.nx.nodes(data=True)) == list(graph.nx.nodes(data=True))
    assert list(again.nx.edges(keys=True, data=True)) == list(graph.nx.edges(keys=True, data=True))


def test_ties_stand_the_same_after_a_file() -> None:
    """Two names at one place: their order does not hang on the order in which edges were added."""
    task = whole_plan().tasks[0]
    here = unit("市教育局", None)
    tied = tuple(replace(task.duties[1], unit=replace(here, department=d.id), order=1) for d in (UNION, HR, EDU))
    plan = replace(whole_plan(), tasks=(replace(task, duties=tied),))
    graph = AccountabilityGraph.of([plan])
    again = AccountabilityGraph(files.formats()["json"].read({"": files.dumps(graph)}))
    assert graph.leads_of(graph.tasks()[0]) == again.leads_of(graph.tasks()[0])


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plan=plans())
def test_every_attribute_is_there_and_every_place_stands(plan: Plan) -> None:
    graph = AccountabilityGraph.of([plan])
    (doc,) = graph.documents()
    text = graph.text_of(doc)
    assert text == plan.source.text
    for _, node in graph.nx.nodes(data=True):
        assert list(node)[0] == "kind" and node.keys() == {"kind"} | NODES[node["kind"]].keys()
        if node["kind"] not in ("document", "department"):
            stands(node, doc, text)
    for edge in graph.edges():
        assert edge.data.keys() == {"type"} | EDGES[edge.type].keys() and edge.key.startswith(f"{edge.type}@")
        for end, kinds in zip((edge.source, edge.target), ENDS[edge.type]):
            assert graph.node(end)["kind"] in kinds
        if edge.type != "SUCCEEDS":
            stands(edge.data, doc, text)
    counts = (len(graph.tasks()), len(graph.goals()), len(graph.sections()), len(graph.mechanisms()))
    assert counts == (len(plan.tasks), len(plan.goals), len(plan.sections), len(plan.mechanisms))
    assert sum(len(graph.duties_of(t)) for t in graph.tasks()) == sum(len(t.duties) for t in plan.tasks)
    assert sum(len(graph.indicators_of(n)) for n in graph.tasks() + graph.goals()) == len(graph.indicators())
    assert all(isinstance(e, Edge) for e in graph.edges_from(doc))


def stands(data: Any, doc: str, text: str) -> None:
    (a, b), (first, last) = data["span"], data["lines"]
    assert data["doc"] == doc and 0 <= a <= b <= len(text)
    assert first == text.count("\n", 0, a) + 1 and last == text.count("\n", 0, max(a, b - 1)) + 1


HEADERS = [
    (Header("题", "沅政发〔2020〕3号", "沅平市人民政府"), "a.txt", "沅平市人民政府-沅政发〔2020〕3号"),
    (Header("题", "沅政发 〔2020〕 3 号", None), "a.txt", "沅政发〔2020〕3号"),
    (Header("沅平市 分工方案", None, "沅平市人民政府"), "a.txt", "沅平市人民政府/沅平市分工方案"),
    (Header("沅平市分工方案（征求意见稿）", None, "沅平市人民政府"), "a.txt", "沅平市人民政府/沅平市分工方案"),
    (Header("分工方案"), "a.txt", "分工方案"),
    (Header(), "folder/分工 1.txt", "分工1"),
    (Header(), "", "plan"),
    (Header("../../<b>?#\x00 \u202e方案"), "", ".._.._b_方案"),
]


@pytest.mark.parametrize(("header", "source", "found"), HEADERS)
def test_document_ids(header: Header, source: str, found: str) -> None:
    assert ids.document_id(Plan(Source("", source), header)) == found


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("一、", "一"),
        ("（二）", "(二)"),
        ("3.", "3"),
        ("1．", "1"),
        ("①", "①"),
        ("第三条", "第三条"),
        (None, ""),
        ("、", ""),
        ("1/2", "1_2"),
    ],
)
def test_numbers(number: str | None, found: str) -> None:
    assert ids.number_part(number) == found


def tasks_at(text: str, numbers: list[tuple[str | None, int]]) -> list[str]:
    from graphmodel.text import Lines

    return ids.task_paths([Task("", "", (start, start), number) for number, start in numbers], [], Lines(text))


@pytest.mark.parametrize(
    ("text", "numbers", "found"),
    [
        ("1.甲 乙\n", [("1", 2), ("1", 4)], ["1a", "1b"]),  # two duties in one line
        ("1.甲\n乙\n丙", [("1", 2), ("1", 4), ("1", 6)], ["1a", "1b", "1c"]),  # the item goes on, its number is not printed again
        ("1.甲\n1.乙\n", [("1", 2), ("1", 6)], ["1", "1#2"]),  # a doubled number
        ("1.甲\n2.乙\n", [("1", 2), ("2", 6)], ["1", "2"]),
        ("甲\n乙\n", [(None, 0), (None, 2)], ["u1", "u2"]),
        ("| 1 | 甲 |\n| 1 | 乙 |", [("1", 6), ("1", 16)], ["1", "1#2"]),
    ],
)
def test_task_numbers(text: str, numbers: list[tuple[str | None, int]], found: list[str]) -> None:
    assert tasks_at(text, numbers) == found


def test_letters_go_on() -> None:
    assert [ids.letters(n) for n in (0, 25, 26, 27, 701, 702)] == ["a", "z", "aa", "ab", "zz", "aaa"]


def test_doubled_sections_and_nameless_ones() -> None:
    sections = [
        Section("一、甲", (0, 0), "一"),
        Section("一、乙", (0, 0), "一"),
        Section("市教育局:", (0, 0)),
        Section("(一)丙", (0, 0), "(一)", 2, 1),
    ]
    assert ids.section_paths(sections) == ["一", "一#2", "市教育局:", "一#2/(一)"]
