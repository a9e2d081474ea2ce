"""The heads of columns in the words offices give them, and what a row says under them."""

from __future__ import annotations

import pytest

from graphmodel.plan import Plan, Source
from loaders.columns import column, heads_of
from loaders.load import load

TITLE = "沅平市2026年重点工作任务分解表\n"

KINDS = {
    "number": "序号 项目编号 问题序号",
    "deadline": "整改期限 整改时间 计划完成时间 预计完成时限 销号时限 竣工时间 完工时间 计划建成时间 起止年限 建设周期 整改完成时限 时间进度 进度安排 完成年限",
    "person": "责任河长 河长 路长 林长 网格长 第一责任人 直接责任人 项目负责人 分管负责人 挂牌领导 督办领导 督导领导 包案领导 包保领导 领办领导 领衔领导 整改责任人 责任县级领导 责任校领导"
    " 牵头市领导 责任领导/责任人 县处级领导 单位负责人",
    "task": "建设内容及规模 主要建设内容及年度目标 工作标准 整改标准 测评内容及标准 推进措施 落实措施 年度目标任务 建设规模及内容 项目名称 完成标准 2026年重点任务 内容 重点任务及措施",
    "figures": "整改目标 工作目标 节点目标 目标要求 一季度 二季度目标 上半年 3月底进度 2026年目标 目标值(万元)",
    "problem": "问题 反馈问题 巡察反馈问题 隐患(问题)描述 存在问题及原因 具体表现",
    "ignored": "联系人及电话 联络员 总投资(万元) 年度计划投资 2026年计划投资(亿元) 资金来源 建设地点 建设性质 计划开工时间 是否销号 整改情况 考核标准 评分办法 验收标准 项目进度 整改资金 隐患等级 备注 完成情况 落实情况",
    "measure": "单位 计量单位",
    "inner": "责任科室 牵头科室 配合处室",
}
ROLES = {
    "lead": "牵头单位 整改牵头单位 牵头站所 牵头(责任)单位 主办部门",
    "answer": "责任单位 整改责任单位 整改单位 承担单位 项目责任单位 建设单位 业主单位 项目业主 包保单位 责任乡镇 责任镇街 责任学校(单位) 主体责任单位 属地责任单位 落实单位 负责单位 责任主体 属地政府",
    "help": "配合站所、村(社区) 协办部门 配合乡镇 帮扶单位 服务单位",
    "watch": "行业主管部门 行业监管部门 监管责任单位 督查单位 督导单位 验收单位 销号单位 整改督导单位 考核部门",
}
NO_HEADS = (
    "组长 副组长 成员 姓名 职务 市水务局 各县(市、区)政府 教育 9月底 12月 新建水厂2座 责任清单 建设水厂 队伍建设 各责任单位要抓好落实 会议 街道 办公室 市级领导小组"
)


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in KINDS.items() for name in names.split()])
def test_kinds(kind: str, name: str) -> None:
    found = column(name)
    assert found and found.kind == kind


@pytest.mark.parametrize(("part", "name"), [(part, name) for part, names in ROLES.items() for name in names.split()])
def test_roles(part: str, name: str) -> None:
    found = column(name)
    assert found and (found.kind, found.part) == ("role", part)


@pytest.mark.parametrize("name", NO_HEADS.split())
def test_no_heads(name: str) -> None:
    assert column(name) is None


@pytest.mark.parametrize(
    "name", ["责任单位及责任人", "责任单位/责任人", "责任单位、责任人", "责任部门及负责人", "责任单位(责任人)", "责任单位(人)", "责任人及责任单位", "包案领导及单位"]
)
def test_units_and_persons_in_one_column(name: str) -> None:
    found = column(name)
    assert found and (found.kind, found.part) == ("role", "answer") and found.person


HEADS = [
    ("序号|问题|整改措施|责任科室|整改时限", "number ignored task role deadline"),
    ("序号|问题|责任单位|整改时限", "number task role deadline"),
    ("序号|反馈问题|整改措施|整改目标|牵头单位", "number ignored task figures role"),
    ("序号|反馈问题|整改目标|责任单位", "number ignored task role"),
    ("重点任务|工作措施|工作标准|责任单位", "title content task role"),
    ("任务|责任单位|整改时限|销号时限", "task role deadline ignored"),
    ("任务|责任单位|责任科室", "task role inner"),
    ("任务|牵头科室|责任学校", "task role role"),
    ("序号|任务|甲栏|乙栏|丙栏|责任单位|完成时限", "number task ignored ignored ignored role deadline"),
    ("姓名|职务|甲栏|乙栏|责任单位", ""),
    ("任务|甲栏|乙栏|丙栏|丁栏|戊栏|己栏|责任单位", ""),
    ("序号|新建水厂2座，改造管网30公里。|责任单位|完成时限", ""),
    ("序号|问题|备注", ""),
]


@pytest.mark.parametrize(("names", "kinds"), HEADS, ids=[h[0] for h in HEADS])
def test_heads(names: str, kinds: str) -> None:
    assert " ".join(c.kind for c in heads_of(names.split("|")) or ()) == kinds


def plan(*rows: str, title: str = TITLE) -> Plan:
    return load(Source(title + "\n".join(rows) + "\n", "plan.txt"))


def who(read: Plan) -> list[str]:
    return [" ".join([*(f"{d.role[0]}{d.tier}:{d.unit.printed}" for d in t.duties), *(f"人:{o.name}" for o in t.overseers)]) for t in read.tasks]


WHO = [
    ("an owner and who stands by it have a share", "责任单位|项目业主|包保单位", "市水务局|沅平水务集团|市政协办", "L责:市水务局 C责:沅平水务集团 C责:市政协办"),
    ("it answers where nobody else does", "项目业主|服务单位", "沅平水务集团|市水务局", "L责:沅平水务集团 C配:市水务局"),
    ("it answers in a row where the other column is blank", "责任单位|项目业主", "|沅平水务集团", "L责:沅平水务集团"),
    ("who manages the trade watches", "主体责任单位|属地责任单位|行业主管部门", "沅平化工公司|青岚区政府|市应急局", "L责:沅平化工公司 C责:青岚区政府 S监:市应急局"),
    ("主管单位 alone answers", "主管单位|配合单位", "市水务局|市财政局", "L责:市水务局 C配:市财政局"),
    ("beside a lead all have a share", "牵头单位|责任单位|建设单位", "市水务局|市财政局|沅平水务集团", "L牵:市水务局 C责:市财政局 C责:沅平水务集团"),
    ("who accepts and strikes off watches", "责任单位|验收单位|销号单位", "市水务局|市住建局|市政府督查室", "L责:市水务局 S监:市住建局 S监:市政府督查室"),
    ("the head says that the first leads", "责任单位(列第一位的为牵头单位)", "市水务局、市财政局", "L牵:市水务局 C责:市财政局"),
    ("offices inside the only body", "牵头科室|责任科室", "供水科|规划科、财务科", "L牵:供水科 C责:规划科 C责:财务科"),
    ("offices and villages", "牵头站所|配合站所、村(社区)", "镇应急办|派出所、各村(社区)", "L牵:镇应急办 C配:派出所 C配:各村(社区)"),
    ("a unit and its person", "责任单位及责任人", "市水务局 何沛", "L责:市水务局 人:何沛"),
    ("a unit with its person in brackets", "责任单位/责任人", "市水务局(何沛)、市财政局(郑海)", "L责:市水务局 L责:市财政局 人:何沛 人:郑海"),
    ("a unit, its title and its person", "责任单位、责任人", "市水务局局长何沛", "L责:市水务局 人:何沛"),
    ("a person with its unit in brackets", "责任单位及责任人", "何沛(市水务局)", "L责:市水务局 人:何沛"),
    ("all posts of the person", "责任单位及责任人", "市水务局党组书记、局长何沛", "L责:市水务局 人:何沛"),
    ("an office of a committee", "责任单位及责任人", "县委办公室主任何沛", "L责:县委办公室 人:何沛"),
    ("nothing between", "责任单位及责任人", "市水务局何沛", "L责:市水务局 人:何沛"),
    ("a colon, and how to reach them", "责任单位及责任人", "市水务局：何沛 13000000000", "L责:市水务局 人:何沛"),
    ("persons alone", "责任单位及责任人", "何沛、郑海", "人:何沛 人:郑海"),
    ("a post without a name is no person", "责任单位及责任人", "市水务局主要负责人", "L责:市水务局主要负责人"),
    ("a collective with brackets is no person", "责任单位及责任人", "各县(市、区)政府", "L责:各县(市、区)政府"),
    ("a short name is no person", "责任单位及责任人", "市党校、农行沅平支行", "L责:市党校 L责:农行沅平支行"),
]  # fmt: skip


@pytest.mark.parametrize(("heads", "cells", "expected"), [w[1:] for w in WHO], ids=[w[0] for w in WHO])
def test_who(heads: str, cells: str, expected: str) -> None:
    assert who(plan(f"序号|工作任务|{heads}|完成时限", f"1|更新老旧管网|{cells}|9月底")) == [expected]


def test_a_column_in_unknown_words_is_listed() -> None:
    read = plan("序号|任务|甲栏|责任单位|备注", "1|更新管网|长管|市水务局|")
    assert [t.text for t in read.tasks] == ["更新管网"] and [n for n, why in read.unread if "甲栏" in why] == [2]


@pytest.mark.parametrize(("heads", "says"), [("| 甲栏 | 乙栏 | 丙栏 | 责任单位 |", "表格有责任单位栏"), ("| 甲栏 | 乙栏 | 丙栏 | 得分 |", "表格没有责任单位栏")])
def test_a_table_that_is_not_read_is_listed(heads: str, says: str) -> None:
    read = plan(heads, "| 更新管网 | 长管 | 短管 | 市水务局 |")
    assert not read.tasks and [why[: len(says)] for _, why in read.unread] == [says]


def test_a_bar_at_the_end_divides_where_none_stands_in_front() -> None:
    read = plan("序号|任务|责任单位|完成情况", "1|更新管网|市水务局|", "2|新建水厂|市财政局|已完成")
    assert who(read) == ["L责:市水务局", "L责:市财政局"] and not read.unread


def test_the_measure_is_the_task_and_its_goal_a_figure() -> None:
    task = plan("序号|反馈问题|整改措施|整改目标|牵头单位|整改时限", "1|水质不达标|淘汰小锅炉12台|水质达标率达到95%|市水务局|10月底").tasks[0]
    assert task.text == "淘汰小锅炉12台" and [(i.value, i.unit) for i in task.indicators] == [(12, "台"), (95, "%")]


def test_contents_belong_to_the_words_of_the_task() -> None:
    task = plan("序号|重点任务|推进措施|工作标准|责任单位", "1|供水保障|排查管网|做到底数清、情况明|市水务局").tasks[0]
    assert task.name == "供水保障" and task.text == "排查管网|做到底数清、情况明"
    assert plan("序号|项目名称|建设内容及规模|责任单位", "1|小区改造|改造小区12个|市住建局").tasks[0].text == "改造小区12个"


def test_a_goal_without_a_figure_stays_with_the_words() -> None:
    rows = (
        "| 序号 | 工作任务 | 目标要求 | 牵头部门 |",
        "| 1 | 采砂管理 | 严打非法采砂 | 市水务局 |",
        "| 2 | 清理河道 | 清理率100% | 市水务局 |",
        "| 3 | 巡查河道 | / | 市水务局 |",
    )
    tasks = plan(*rows).tasks
    assert [(t.name, t.text) for t in tasks] == [("采砂管理", "采砂管理 | 严打非法采砂"), ("清理河道", "清理河道"), ("巡查河道", "巡查河道")]


def test_a_goal_behind_another_column_is_no_part_of_the_words() -> None:
    assert plan("序号|工作任务|责任单位|目标要求", "1|采砂管理|市水务局|严打非法采砂").tasks[0].text == "采砂管理"


def test_quarters_are_steps() -> None:
    task = plan("序号|任务|一季度目标|二季度目标|三季度目标|四季度目标|责任单位", "1|新建水厂4座|完成选址|1座|3座|4座|市水务局").tasks[0]
    assert [(i.name, i.value, i.by) for i in task.indicators] == [("水厂", 4, None), ("水厂", 1, "2026-06-30"), ("水厂", 3, "2026-09-30")]
    assert [(m.text, m.by) for m in task.milestones] == [("完成选址", "2026-03-31")] and task.deadline.kind == "none"


def test_quarters_of_no_known_year_have_no_date() -> None:
    task = plan("序号|任务|一季度|二季度|责任单位", "1|新建水厂|完成选址|完成50%|市水务局", title="沅平市项目推进表\n").tasks[0]
    assert not task.indicators and [(m.text, m.by, m.printed) for m in task.milestones] == [("完成选址", None, "一季度"), ("完成50%", None, "二季度")]


GROUPS = [
    ("numbers of the groups in a cell of their own", ["一\t供水工程（2项）", "1\t新建水厂\t市水务局\t8月底", "二\t排水工程\t\t", "2\t改造泵站\t市水务局\t9月底"], [("新建水厂", "供水工程（2项）"), ("改造泵站", "排水工程")]),
    ("(一) above 1", ["(一)\t供水工程\t\t", "1\t新建水厂\t市水务局\t8月底"], [("新建水厂", "供水工程")]),
    ("a row without owner above another is a task", ["一\t新建水厂\t\t", "二\t改造泵站\t市水务局\t9月底"], [("新建水厂", None), ("改造泵站", None)]),
    ("a row at the end is a task", ["1\t新建水厂\t市水务局\t8月底", "二\t改造泵站\t\t"], [("新建水厂", None), ("改造泵站", None)]),
    ("a row with an owner is a task", ["一\t新建水厂\t市水务局\t", "1\t改造泵站\t市水务局\t9月底"], [("新建水厂", None), ("改造泵站", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), [g[1:] for g in GROUPS], ids=[g[0] for g in GROUPS])
def test_groups(rows: list[str], expected: list[tuple[str, str | None]]) -> None:
    read = plan("序号\t任务\t责任单位\t完成时限", *rows)
    assert [(t.text, t.section[-1] if t.section else None) for t in read.tasks] == expected


def test_a_widened_name_does_not_shift_the_row() -> None:
    heads = "序号  任务          责任领导   牵头单位    配合单位      完成时间"
    read = plan(heads, "1     更新管网      何  沛     市水务局    市财政局      9月底", "2     新建水厂      郑志海     市水务局    市财政局      10月底")
    assert who(read) == ["L牵:市水务局 C配:市财政局 人:何沛", "L牵:市水务局 C配:市财政局 人:郑志海"]


PAIRS = (
    "| 项目名称 | 改造菜市场 | 项目编号 | 1 |",
    "| 建设内容 | 新增摊位120个 | | |",
    "| 责任单位 | 镇农服中心 | 配合单位 | 西塘社区 |",
    "| 牵头领导 | 副镇长 何沛 | 完成时限 | 11月底前 |",
)
MORE = (
    "| 项目名称 | 新建驿站 | 项目编号 | 2 |",
    "| 建设内容 | 新建驿站6座 | | |",
    "| 责任单位 | 镇民政办 | 配合单位 | 各村 |",
    "| 建设模式 | 自建 | | |",
    "| 完成时限 | 10月底前 | | |",
)


def test_a_table_of_labels_is_one_task() -> None:
    read = plan(*PAIRS, *MORE)
    assert [(t.number, t.name, t.text, t.deadline.printed) for t in read.tasks] == [
        ("1", "改造菜市场", "新增摊位120个", "11月底前"),
        ("2", "新建驿站", "新建驿站6座", "10月底前"),
    ]
    assert who(read) == ["L责:镇农服中心 C配:西塘社区 人:何沛", "L责:镇民政办 C配:各村"]
    assert [n for n, _ in read.unread] == [9], "a label in unknown words is listed"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(PAIRS[:1], id="one row"),
        pytest.param((PAIRS[0], PAIRS[1]), id="nobody"),
        pytest.param(("| 姓名 | 何沛 | 职务 | 局长 |", *PAIRS[2:]), id="begins with other labels"),
        pytest.param(("| 项目名称 | 责任单位 | 配合单位 |", "| 改造菜市场 | 镇农服中心 | 西塘社区 |"), id="an ordinary head"),
    ],
)
def test_no_table_of_labels(rows: tuple[str, ...]) -> None:
    assert [t.text for t in plan(*rows).tasks if t.text != "改造菜市场"] == []


LAID_OUT = {
    "a head of two lines": "序号\t反馈问题\t整改措施\t整改责任\t\t整改时限\n\t\t\t单位\t责任人\t\n1\t水质不达标\t清理河道3条\t市水务局\t何沛\t9月底",
    "one cell a line": "序号\n整改问题\n整改措施\n整改责任单位\n督办领导\n整改时限\n1\n水质不达标\n清理河道3条\n市水务局\n何沛\n9月底\n2\n管网老化\n更新管网\n市水务局\n何沛\n9月底",
    "single blanks": "序号 整改措施 整改责任领导 整改责任单位 整改时限\n1 清理河道3条 何沛 市水务局 9月底",
}


@pytest.mark.parametrize("table", LAID_OUT.values(), ids=LAID_OUT)
def test_however_the_table_is_laid_out(table: str) -> None:
    read = plan(table)
    assert (read.tasks[0].text, who(read)[0], read.tasks[0].deadline.date) == ("清理河道3条", "L责:市水务局 人:何沛", "2026-09-30") and not read.unread
