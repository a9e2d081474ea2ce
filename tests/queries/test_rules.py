"""Each rule on tiny graphs: what must give a finding, and what must give none."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from tinyplans import Tiny, numbered

from graphmodel.finding import Finding
from queries.audit import audit


def findings(tiny: Tiny, rule: str) -> tuple[Finding, ...]:
    return audit(tiny.graph(), select=[rule])


def levels(tiny: Tiny, rule: str) -> list[tuple[str, tuple[tuple[int, int], ...]]]:
    return [(f.level, f.lines) for f in findings(tiny, rule)]


# --- OWN101 -----------------------------------------------------------------------------------------------------------------------------


def one_task(text: str, section: str = "一、重点任务", **duties: list[str]) -> Tiny:
    tiny = Tiny()
    tiny.section(section)
    tiny.task(text, "1.", **duties)  # type: ignore[arg-type]
    return tiny


@pytest.mark.parametrize(("name", "tiny", "level"), [
    ("nobody", one_task("完成东河清淤。"), "error"),
    ("helpers only", one_task("完成东河清淤。(配合单位:市水利局)", 配=["市水利局"]), "error"),
    ("supervisors only", one_task("完成东河清淤。(监管单位:市水利局)", 监=["市水利局"]), "error"),
    ("publicity", one_task("广泛宣传创建工作,营造良好氛围。", "三、保障措施"), "review"),
    ("money as a demand of every plan", one_task("加大资金投入。将工作经费纳入预算。", "三、保障措施"), "review"),
    ("money as a task", one_task("落实项目资金2000万元,完成东河清淤。"), "error"),
    ("an enterprise in the words is no owner", one_task("由龙头企业牵头组建联合体,企业要加大投入。"), "error"),
    ("words that look like a demand", one_task("推进政府部门要件共享和部门应急联动,公布单位负责人名单。"), "error"),
    ("accountability as a demand of every plan", one_task("严肃追责问责。对工作不力的,依规依纪追究责任。", "四、工作要求"), "review"),
    ("joining hands", one_task("强化协作。密切配合,形成合力。", "三、保障措施"), "review"),
    ("rules of the plan's own work", one_task("建立信息报送制度。重大情况随时报。", "三、保障措施"), "review"),
    ("how often, wherever it stands", one_task("建立日报告、周调度、旬通报制度。", "二、推进"), "review"),
    ("how often, without a word for rules", one_task("实行月调度、季通报、年考核。"), "review"),
    ("joining hands as a task", one_task("强化流域协作。建成联合调度平台。"), "error"),
    ("rules of other work", one_task("建立水质日监测、月报告制度。"), "error"),
    ("a body that is only spoken of", one_task("各乡镇河道清淤。全面清理各部门公示牌。"), "error"),
    ("another body is only the object", one_task("将任务纳入各部门领导班子年度考核,按季通报。", "三、保障措施"), "error"),
])  # fmt: skip
def test_no_owner(name: str, tiny: Tiny, level: str) -> None:
    (finding,) = findings(tiny, "no-owner")
    assert (finding.level, finding.lines, finding.code) == (level, ((3, 3),), "OWN101"), name
    assert finding.tasks and finding.quotes[0].text in tiny.lines[2]


@pytest.mark.parametrize(("name", "tiny"), [
    ("a lead", one_task("完成东河清淤。(市水利局牵头)", 牵=["市水利局"])),
    ("a responsible unit", one_task("完成东河清淤。(责任单位:市水利局)", 责主=["市水利局"])),
    ("the words name who acts", one_task("各街镇要结合实际制定方案。", "三、保障措施")),
    ("a supervisor that opens the sentence acts itself", one_task("市督查室全面督查各项任务。", 监=["市督查室"])),
])  # fmt: skip
def test_an_owner(name: str, tiny: Tiny) -> None:
    assert findings(tiny, "no-owner") == (), name


def test_a_demand_with_a_figure_is_work() -> None:
    tiny = Tiny()
    tiny.section("三、保障措施")
    tiny.task("健全协作机制,建成调解室20个。", "1.", [("建成调解室20个", "调解室", 20, "个")])
    assert [f.level for f in findings(tiny, "no-owner")] == ["error"]


def test_a_person_answers_too() -> None:
    tiny = Tiny()
    tiny.task("完成东河清淤。", "1.", overseers=["程立群"])
    assert findings(tiny, "no-owner") == ()


@pytest.mark.parametrize(("section", "text", "n"), [
    ("四、保障措施", "加强水资源管理,增加节水措施,确保用水总量不超过2亿立方米;加快黑臭水体治理。", 1),
    ("四、保障措施", "市水利局要加强水资源管理,增加节水措施,确保用水总量不超过2亿立方米。", 0),
    ("一、总体目标", "加强水资源管理,用水总量不超过2亿立方米。", 0),
    ("四、保障措施", "到2027年,用水总量不超过2亿立方米。", 0),
])  # fmt: skip
def test_a_duty_stated_outside_the_tasks(section: str, text: str, n: int) -> None:
    tiny = Tiny()
    tiny.section("一、重点任务")
    tiny.task("完成东河清淤。", "1.", 牵=["市水利局"])
    tiny.section(section)
    tiny.goal(text)
    assert len(findings(tiny, "no-owner")) == n
    assert all(f.tasks == () for f in findings(tiny, "no-owner"))


@pytest.mark.parametrize(("n", "owned", "findings_"), [(7, 0, 1), (7, 1, 6), (4, 0, 4)])
def test_a_part_without_any_owner_is_said_once(n: int, owned: int, findings_: int) -> None:
    tiny = Tiny()
    tiny.section("一、评价内容")
    for i in range(n):
        tiny.task(f"第{i}类河道清淤。", f"{i + 1}.", 牵=["市水利局"] if i < owned else [])
    found = findings(tiny, "no-owner")
    assert len(found) == findings_
    assert {t for f in found for t in f.tasks} == set(tiny.graph().tasks()[owned:])


def test_a_leader_does_not_replace_the_unit_that_other_tasks_have() -> None:
    tiny = Tiny()
    for i in range(3):
        tiny.task(f"第{i}类河道清淤。", f"{i + 1}.", overseers=["程立群"], 牵=["市水利局"])
    tiny.task("开展招商引资。", "4.", overseers=["程立群"], 配=["市商务局"])
    (finding,) = findings(tiny, "no-owner")
    assert "市商务局" in finding.message.zh


@pytest.mark.parametrize("text", [
    "领导小组办公室每季度汇总进展并通报。", "城市更新纳入各部门考核,区督查室适时开展督查。", "对未按期完成的,由市政府约谈。",
    "(……中间第13—16项未录……)", "主要目标。用水总量不超过2亿立方米。", "专班每周召开一次调度会。", "工作总结阶段(6月1日至10日)。各单位于6月8日前将总结材料报市水利局。",
    "动员部署阶段(3月1日至15日)。各乡镇制定实施方案。", "排查整治阶段。各行业主管部门逐户排查。", "防汛指挥部定期会商。",
])  # fmt: skip
def test_who_acts_stands_in_the_words(text: str) -> None:
    assert findings(one_task(text, "四、工作机制"), "no-owner") == ()


# --- OWN104 -----------------------------------------------------------------------------------------------------------------------------


def test_collective_only() -> None:
    tiny = one_task("八成以上的县达到标准。(责任单位:各县政府)", 责主=["各县政府"], 配=["市生态环境局"])
    (finding,) = findings(tiny, "collective-owner-only")
    assert (finding.level, finding.lines) == ("warning", ((3, 3),))
    assert "各县政府" in finding.message.zh and [q.text for q in finding.quotes] == ["八成以上的县达到标准", "各县政府"]


@pytest.mark.parametrize(("name", "duties"), [
    ("a unit beside it", {"牵": ["市水利局", "各县政府"]}), ("those whom the tasks name", {"牵": ["各责任单位"]}),
    ("a collective only helps", {"牵": ["市水利局"], "配": ["各县政府"]}),
    ("nobody at all", {}),
])  # fmt: skip
def test_not_collective_only(name: str, duties: dict[str, list[str]]) -> None:
    assert findings(one_task("完成东河清淤。市水利局各县政府", **duties), "collective-owner-only") == (), name


def test_a_blanket_clause_is_judged_once() -> None:
    tiny = Tiny()
    tiny.section("二、整治内容")
    clause = tiny.line("以下各项均需各街道办事处落实,不再列出。")
    for n in range(1, 6):
        tiny.task(f"整治第{n}类问题。(监管单位:市城管局)", f"{n}.", 监=["市城管局"], inherited=[("牵", "各街道办事处", clause)])
    (finding,) = findings(tiny, "collective-owner-only")
    assert (len(finding.tasks), finding.lines) == (5, ((3, 3),))
    assert finding.quotes[0].text == "以下各项均需各街道办事处落实,不再列出。"


def test_a_demand_on_everybody_is_for_review() -> None:
    tiny = Tiny()
    tiny.section("四、保障措施")
    tiny.task("各成员单位要及时报送进展。", 牵=["各成员单位"])
    tiny.tasks[0] = tiny.tasks[0].__class__(
        **{
            **{f: getattr(tiny.tasks[0], f) for f in tiny.tasks[0].__slots__},
            "duties": tuple(d.__class__(**{**{f: getattr(d, f) for f in d.__slots__}, "basis": "text"}) for d in tiny.tasks[0].duties),
        }
    )
    assert levels(tiny, "collective-owner-only") == [("review", ((3, 3),))]


# --- TGT301 -----------------------------------------------------------------------------------------------------------------------------

GOAL = "到2027年,城镇污水处理率达到95%以上。"
FIGURE = [("城镇污水处理率达到95%以上", "城镇污水处理率", 95, "%")]


def goal_and_task(
    task: str,
    figures: list[tuple[str, str, float | str, str]],
    goal: str = GOAL,
    goal_figures: list[tuple[str, str, float | str, str]] | None = None,
) -> Tiny:
    tiny = Tiny()
    tiny.section("一、工作目标")
    tiny.goal(goal, FIGURE if goal_figures is None else goal_figures)
    tiny.section("二、重点任务")
    tiny.task(task, "1.", figures, 牵=["市住建局"])
    return tiny


@pytest.mark.parametrize(("name", "task", "figures", "level"), [
    ("no task has it", "开展清洁取暖。", [], "error"),
    ("another indicator with the same value", "垃圾无害化处理率达到95%以上。", [("垃圾无害化处理率达到95%以上", "垃圾无害化处理率", 95,
    "%")], "error"),
])  # fmt: skip
def test_uncarried(name: str, task: str, figures: list[tuple[str, str, float | str, str]], level: str) -> None:
    (finding,) = findings(goal_and_task(task, figures), "goal-without-task")
    assert finding.level == level, name
    assert finding.lines[0] == (3, 3) and finding.quotes[0].text == "城镇污水处理率达到95%以上"


@pytest.mark.parametrize(("name", "task", "figures"), [
    ("the same", "扩建污水厂,城镇污水处理率达到95%。", [("城镇污水处理率达到95%", "城镇污水处理率", 95, "%")]),
    ("another value is TGT302's business", "城镇污水处理率达到90%。", [("城镇污水处理率达到90%", "城镇污水处理率", 90, "%")]),
    ("named without a value is TGT303's business", "扩建污水厂,提高城镇污水处理率。", []),
    ("a unit that cannot be compared too", "城镇污水处理率新增3万吨。", [("城镇污水处理率新增3万吨", "城镇污水处理率", 3, "万吨")]),
    ("a shorter name", "污水处理率达到95%。", [("污水处理率达到95%", "污水处理率", 95, "%")]),
    ("printed, though not read as an indicator", "使城镇污水处理率不低于95%。", []),
])  # fmt: skip
def test_carried(name: str, task: str, figures: list[tuple[str, str, float | str, str]]) -> None:
    assert findings(goal_and_task(task, figures), "goal-without-task") == (), name


def test_a_goal_whose_name_differs_follows_from_the_conflict() -> None:
    name, other = "社区养老服务设施体系覆盖率", "社区养老设施覆盖率"
    tiny = goal_and_task(f"{other}达到90%。", [(f"{other}达到90%", other, 90, "%")], f"{name}达到95%", [(f"{name}达到95%", name, 95, "%")])
    found = audit(tiny.graph(), select=["TGT301", "TGT302"])
    assert [(f.code, f.follows_from is not None) for f in found] == [("TGT301", True), ("TGT302", False)]


ALARMS = ("餐饮场所报警装置安装率达到100%", [("餐饮场所报警装置安装率达到100%", "餐饮场所报警装置安装率", 100, "%")])
LOANS = ("质押融资额累计达到30亿元。", [("质押融资额累计达到30亿元", "质押融资额", 30, "亿元")])
WASTE = ("农村生活垃圾收运处置体系覆盖率达到100%", [("农村生活垃圾收运处置体系覆盖率达到100%", "农村生活垃圾收运处置体系覆盖率", 100, "%")])


@pytest.mark.parametrize(("name", "goal", "task", "figure", "result"), [
    ("the sentence says of what", ALARMS, "督促餐饮场所安装报警装置,安装率达到100%。", ("安装率达到100%", "安装率", 100, "%"), []),
    ("the sentence says it of something else", ALARMS, "督促学校安装监控探头,安装率达到100%。", ("安装率达到100%", "安装率", 100, "%"), ["error"]),
    ("another value", ALARMS, "督促餐饮场所安装报警装置,安装率达到90%。", ("安装率达到90%", "安装率", 90, "%"), ["error"]),
    ("no name at all", LOANS, "市财政局要加大质押融资推进力度,累计达到30亿元。", ("累计达到30亿元", "", 30, "亿元"), []),
    ("half the sentence as name", LOANS, "市财政局要加大质押融资额投放,累计达到30亿元。", ("累计达到30亿元", "市财政局要加大质押融资额投放", 30, "亿元"), []),
    ("no name, of something else", LOANS, "市财政局要设立产业基金,累计达到30亿元。", ("累计达到30亿元", "", 30, "亿元"), ["error"]),
    ("half said", WASTE, "健全村收集体系,覆盖率达到100%。", ("覆盖率达到100%", "覆盖率", 100, "%"), ["review"]),
    ("the end of the name alone", WASTE, "推进网络建设,覆盖率达到100%。", ("覆盖率达到100%", "覆盖率", 100, "%"), ["error"]),
    ("a name of its own", WASTE, "健全农村生活垃圾收运处置体系,污水管网覆盖率达到100%。", ("污水管网覆盖率达到100%", "污水管网覆盖率", 100, "%"), ["error"]),
])  # fmt: skip
def test_a_figure_that_leaves_out_its_noun(
    name: str, goal: tuple[str, list[tuple[str, str, float | str, str]]], task: str, figure: tuple[str, str, float | str, str], result: list[str]
) -> None:
    assert [f.level for f in findings(goal_and_task(task, [figure], *goal), "goal-without-task")] == result, name


@pytest.mark.parametrize(("name", "goal", "task", "result"), [
    ("dated, nobody", "2026年6月底前通过国家节水型城市复查验收。", "开展清洁取暖。", ["error"]),
    ("dated, a task says it", "2026年6月底前通过国家节水型城市复查验收。", "迎接国家节水型城市复查验收。", []),
    ("qualitative, nobody", "生态文明示范市创建取得明显成效。", "开展清洁取暖。", ["review"]),
    ("qualitative, a task takes it up", "黑臭水体治理取得明显成效。", "完成黑臭水体治理。", []),
    ("no result is claimed", "以人民为中心的发展思想。", "开展清洁取暖。", []),
])  # fmt: skip
def test_goals_without_figures(name: str, goal: str, task: str, result: list[str]) -> None:
    tiny = goal_and_task(task, [], goal, [])
    assert [f.level for f in findings(tiny, "goal-without-task")] == result, name


def test_principles_and_timetables_are_no_goals() -> None:
    tiny = Tiny()
    tiny.section("(三)指导原则", level=2)
    tiny.goal("改革创新,典型示范。建立健全促进生态文明建设的制度体系。")
    tiny.section("三、实施步骤")
    tiny.goal("整治自2023年3月10日开始,至2023年12月31日结束,分五个阶段进行,完成整治。", by="2023-12-31")
    tiny.task("开展清洁取暖。", "1.", 牵=["市发改委"])
    assert findings(tiny, "goal-without-task") == ()


def test_a_demand_of_the_measures_part_carries_no_goal() -> None:
    tiny = goal_and_task("开展清洁取暖。", [], "2026年建成国家节水型城市。", [])
    tiny.section("三、保障措施")
    tiny.task("为建成国家节水型城市提供资金支撑。", 牵=["市财政局"])
    assert [f.level for f in findings(tiny, "goal-without-task")] == ["error"]


def test_a_goal_with_an_owner_of_its_own_is_carried() -> None:
    tiny = Tiny()
    tiny.section("一、工作目标")
    tiny.goal(GOAL + "(市住建局负责)", FIGURE, 牵=["市住建局"])
    tiny.section("二、重点任务")
    tiny.task("开展清洁取暖。", "1.", 牵=["市发改委"])
    assert findings(tiny, "goal-without-task") == ()


# --- LOD401 -----------------------------------------------------------------------------------------------------------------------------


def loaded(heavy: int, others: int = 6, cls: str | None = "city bureau", **issuer: str) -> Tiny:
    tiny = Tiny(**issuer)  # type: ignore[arg-type]
    tiny.section("一、重点任务")
    tiny.body("市住建局", cls)
    for n in range(others):
        tiny.body(f"市第{n}局", cls)
        tiny.task(f"完成第{n}件工作。", 牵=[f"市第{n}局"])
    for n in range(heavy):
        tiny.task(f"完成第{n}项改造。", 牵=["市住建局"])
    return tiny


def test_overloaded() -> None:
    (finding,) = findings(loaded(9, others=11), "overloaded-unit")
    assert (finding.level, len(finding.tasks), finding.departments) == ("warning", 9, ("dept/沅平市住建局",))
    assert "9" in finding.message.zh and "!" not in finding.message.en


@pytest.mark.parametrize(("name", "tiny"), [
    ("twice as many is chance", loaded(2)), ("too few peers", loaded(9, others=3)), ("no class, no peers", loaded(9, cls=None)),
])  # fmt: skip
def test_not_overloaded(name: str, tiny: Tiny) -> None:
    assert findings(tiny, "overloaded-unit") == (), name


def test_the_issuer_is_named_as_coordinator() -> None:
    assert [f.level for f in findings(loaded(9, issuer="沅平市住建局"), "overloaded-unit")] == ["review"]


def test_a_unit_that_leads_half_of_the_plan_is_its_own_coordinator() -> None:
    assert [f.level for f in findings(loaded(9, others=11), "overloaded-unit")] == ["warning"]
    assert [f.level for f in findings(loaded(12, others=11), "overloaded-unit")] == ["review"]


def test_collectives_offices_and_blanket_clauses_are_left_out() -> None:
    tiny = loaded(1)
    tiny.body("各县政府", "city bureau", "closed")
    tiny.body("市创建工作领导小组办公室", "city bureau")
    clause = tiny.line("以下均需市财政局落实。")
    for n in range(9):
        tiny.task(f"做好第{n}处整治。", 牵=["各县政府", "市创建工作领导小组办公室"], inherited=[("牵", "市财政局", clause)])
    assert findings(tiny, "overloaded-unit") == ()


# --- TXT601, TXT602, TXT604 -------------------------------------------------------------------------------------------------------------


def test_numbering_gap() -> None:
    (finding,) = findings(numbered("1.甲。", "2.乙。", "4.丁。"), "numbering-gap")
    assert finding.lines == ((4, 4), (5, 5)) and [q.text for q in finding.quotes] == ["2.乙。", "4.丁。"]
    assert finding.message.zh == "编号由2跳到4，缺3，是否漏了整项？"


def test_numbers_outside_the_plan_are_nobodys_business() -> None:
    tiny = Tiny()
    tiny.lines[:] = ["1.下载须知", "3.退款须知", *tiny.lines]
    tiny.section("一、重点任务")
    tiny.task("甲。", "1.", 牵=["市水利局"])
    assert findings(tiny, "numbering-gap") == ()


def counted(declared: str, n: int = 12) -> Tiny:
    tiny = numbered(*(f"{i}.完成第{i}处改造。" for i in range(1, n + 1)))
    tiny.section("二、工作要求")
    tiny.task(declared, 牵=["市督查室"])
    return tiny


@pytest.mark.parametrize(("name", "text", "quote"), [
    ("one too many", "市督查室将13项工作任务纳入督查。", "13项工作任务"),
    ("one too few", "市督查室对11项重点任务逐项督查。", "11项重点任务"),
    ("in Chinese figures", "市督查室对十四项任务逐项督查。", "十四项任务"),
])  # fmt: skip
def test_count_mismatch(name: str, text: str, quote: str) -> None:
    (finding,) = findings(counted(text), "count-mismatch")
    assert [q.text for q in finding.quotes] == [quote] and finding.lines == ((16, 16),), name
    assert "12" in finding.message.zh


@pytest.mark.parametrize(("name", "text"), [
    ("right", "市督查室将12项工作任务纳入督查。"),
    ("of another document", "市督查室对《沅平市规划》确定的13项重点任务一并督查。"),
    ("of a higher body", "市督查室对省政府下达的13项任务一并督查。"),
    ("something else altogether", "市督查室对300项任务台账抽查。"),
    ("not all of them", "市督查室对其中3项重点任务专项督查。"),
    ("no noun of the plan", "市督查室对13项行政许可抽查。"),
    ("a date", "市督查室于2025年13项任务。"),
])  # fmt: skip
def test_counts_that_say_nothing(name: str, text: str) -> None:
    assert findings(counted(text), "count-mismatch") == (), name


def test_a_number_said_twice_is_one_finding() -> None:
    tiny = counted("市督查室将13项工作任务纳入督查。")
    tiny.task("市财政局为13项工作任务安排资金。", 牵=["市财政局"])
    (finding,) = findings(tiny, "count-mismatch")
    assert finding.lines == ((16, 16), (17, 17)) and len(finding.quotes) == 2


@pytest.mark.parametrize(("heading", "n"), [("一、治理水污染(3项)", 1), ("一、治理水污染(2 项)", 0), ("一、治理水污染", 0)])
def test_headings_that_declare_their_items(heading: str, n: int) -> None:
    tiny = Tiny()
    tiny.section(heading, "一、")
    tiny.task("完成东河清淤。", "1.", 牵=["市水利局"])
    tiny.task("完成西河清淤。", "2.", 牵=["市水利局"])
    tiny.section("二、治理大气污染", "二、")
    tiny.task("完成锅炉改造。", "1.", 牵=["市生态环境局"])
    assert len(findings(tiny, "count-mismatch")) == n


def test_a_list_that_is_announced() -> None:
    tiny = Tiny()
    tiny.section("一、年度项目", "一、")
    tiny.line("以下4个项目列入督办事项:")
    for i in (1, 2, 3):
        tiny.task(f"完成第{i}处改造。", f"{i}.", 牵=["市水利局"])
    (finding,) = findings(tiny, "count-mismatch")
    assert finding.lines == ((3, 3),)


def test_a_missing_number_causes_the_mismatch() -> None:
    tiny = numbered("1.甲。", "2.乙。", "4.丁。", "5.戊。", "6.己。")
    tiny.section("二、工作要求")
    tiny.task("市督查室对7项任务逐项督查。", 牵=["市督查室"])
    found = audit(tiny.graph(), select=["TXT601", "TXT602"])
    assert [f.code for f in found] == ["TXT601", "TXT602"]
    assert found[1].follows_from == 0


def test_unread_lines_stand_together() -> None:
    tiny = numbered("1.甲。", "@@@", "###", "$$$")
    tiny.unread = [(4, "no words"), (5, "no words"), (6, "odd signs")]
    assert levels(tiny, "unread-text") == [("review", ((4, 5),)), ("review", ((6, 6),))]
    assert findings(tiny, "unread-text")[0].quotes[0].text == "@@@\n###"


# --- all of them ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [lambda: Tiny(), lambda: numbered(), lambda: loaded(9), lambda: counted("市督查室将13项工作任务纳入督查。")])
def test_messages_are_polite_and_in_both_languages(make: Callable[[], Tiny]) -> None:
    graph = make().graph()
    for f in audit(graph):
        for words in (f.message, f.remedy):
            assert words.zh.endswith("。") and words.en.rstrip("”'").endswith((".", "?")), words
            assert "!" not in words.zh + words.en and "！" not in words.zh
        for q in f.quotes:
            assert graph.words(q.doc, q.span) == q.text
        assert f.lines == tuple(sorted(f.lines)) or f.code.startswith("DUP")


@pytest.mark.parametrize("text", ["由" * 60_000, "市区县" * 30_000, "、" * 90_000, "(" * 90_000, " " * 90_000, "一" * 60_000, "以" * 60_000, "1" * 90_000])
def test_hostile_words_take_no_time(text: str) -> None:
    tiny = Tiny()
    tiny.section("一、工作目标")
    tiny.goal(text)
    tiny.section("二、任务")
    tiny.task(text, "1.")
    graph = tiny.graph()
    begin = time.perf_counter()
    for rule in ("OWN", "TGT301", "LOD401", "TXT"):
        audit(graph, select=[rule])
    assert time.perf_counter() - begin < 5
