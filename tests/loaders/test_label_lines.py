"""Lines of labels under an item: role words with other words before them (整改责任单位), with persons beside the units, over a block of items."""

from __future__ import annotations

import pytest

from graphmodel.plan import Plan, Source
from loaders.load import load


def _plan(body: str) -> Plan:
    return load(Source(f"沅平市2026年重点问题整改方案\n{body}", "plan.txt"))


def _told(plan: Plan) -> list[str]:
    """One line a task: its words, its units with their tiers, when it is due, the persons who see to it."""
    return [
        " ".join([
            t.text.rstrip("。"), *(f"{d.unit.printed}{d.tier}" for d in t.duties), t.deadline.date or t.deadline.printed or "-",
            *(f"{o.label}={o.title or ''}{o.name}" for o in t.overseers),
        ])
        for t in plan.tasks
    ]  # fmt: skip


LINES = {
    "整改责任单位：市住建局（牵头），工程科\n整改期限：2026年4月底前完成": "市住建局牵 工程科责 2026-04-30",
    "整改牵头单位：市城管局\n整改配合单位：市住建局\n整改责任领导：副市长刘强\n整改时间：立行立改": "市城管局牵 市住建局配 立行立改 整改责任领导=副市长刘强",
    "整改单位：市水务集团\n行业主管部门：市住建局\n销号单位：市督察办\n销号时限：2026年10月底": "市水务集团责 市住建局责 市督察办监 2026-10-31",
    "责任站所：农业服务中心\n包案领导：镇党委书记张伟\n预计完成时间：2026年9月底前": "农业服务中心责 2026-09-30 包案领导=镇党委书记张伟",
    "责任学校：沅平一中、沅平二中\n督办领导：李强\n主要负责人：王磊": "沅平一中责 沅平二中责 - 督办领导=李强 主要负责人=王磊",
    "责任乡镇：东岭镇、西岭镇\n责任河长：许文": "东岭镇责 西岭镇责 - 责任河长=许文",
    "责任部门和单位：市林业局、市水利局\n责任校领导：何伟": "市林业局责 市水利局责 - 责任校领导=何伟",
    "主责部门：教务处；配责部门：学工处": "教务处牵 学工处配 -",
    "责任单位及责任人：市纪委监委 张三\n整改时限：2026年6月底": "市纪委监委责 2026-06-30 责任单位及责任人=张三",
    "责任单位和责任人：市应急局（李四）、市住建局（王建国）": "市应急局责 市住建局责 - 责任单位和责任人=李四 责任单位和责任人=王建国",
    "责任单位：县府办|责任人：李四|时限：2026年6月底": "县府办责 2026-06-30 责任人=李四",
    "责任单位：市住建局（市房管中心）": "市住建局（市房管中心）责 -",
}


@pytest.mark.parametrize("lines", LINES)
def test_the_lines_under_an_item(lines: str) -> None:
    plan = _plan(f"1.清理积存垃圾。\n{lines}\n2.新建学校3所。（市教育局）\n")
    assert _told(plan) == [f"清理积存垃圾 {LINES[lines]}", "新建学校3所 市教育局责 -"]
    assert not plan.unread


@pytest.mark.parametrize("line", ["会议时间：每月5日", "工作落实：压茬推进", "整改进展：已完成管网排查", "单位：万元"])
def test_other_words_before_a_colon_stay_words(line: str) -> None:
    plan = _plan(f"1.清理积存垃圾。\n{line}\n2.新建学校3所。（市教育局）\n")
    assert plan.tasks[0].text == f"清理积存垃圾。\n{line}"
    assert plan.tasks[0].duties == () and plan.tasks[0].deadline.printed is None


BLOCK = """一、督察发现，部分区认识不到位。
责任单位：各区党委、政府
责任领导：副市长刘强
督导单位：市生环委办公室、市生态环境局
整改时限：2026年12月底前
整改目标：空气优良天数比率达到86%以上。
整改措施：
"""


def test_the_lines_over_a_block_hold_for_its_items() -> None:
    plan = _plan(f"{BLOCK}1.完成管网排查。\n2.修订责任清单。（牵头单位：市生态环境局）\n3.8月底前关停小窑。（市应急局负责，2026年8月底完成）\n")
    assert _told(plan) == [
        "完成管网排查 各区党委、政府责 市生环委办公室监 市生态环境局监 2026-12-31 责任领导=副市长刘强",
        "修订责任清单 市生态环境局牵 市生环委办公室监 2026-12-31 责任领导=副市长刘强",
        "8月底前关停小窑 市应急局责 市生环委办公室监 市生态环境局监 2026-08-31 责任领导=副市长刘强",
    ]
    assert [i.name for g in plan.goals for i in g.indicators] == ["空气优良天数比率"]


def test_a_block_whose_own_heading_goes_on_heads_its_items_too() -> None:
    plan = _plan(BLOCK.replace("不到位。", "不到位。垃圾积存，群众反映强烈。") + "1.完成管网排查。\n2.修订责任清单。（市生态环境局）\n")
    assert [t.text for t in plan.tasks] == ["完成管网排查。", "修订责任清单。"]


def test_an_item_above_numbered_parts_of_the_next_keeps_its_lines() -> None:
    """(二) holds a finished item and, without a number, the words over 1)."""
    plan = _plan(
        "（二）培养过程\n专业调整不够。\n责任单位：教务处\n完成时限：2026年7月\n实践教学薄弱。\n整改措施：\n1）建设基地；（学工处）\n2）加强管理。（科研处）\n"
    )
    assert _told(plan)[0] == "专业调整不够 教务处责 2026-07-31"
    assert all(t.deadline.date is None for t in plan.tasks[1:])


@pytest.mark.parametrize("name", ["聚焦群众身边不正之风方面", "财政管理方面（3个）", "履行主体责任方面"])
def test_a_heading_that_names_a_field_is_no_unit(name: str) -> None:
    plan = _plan(f"二、问题清单\n（一）{name}\n1.完善制度，每月集中学习1次。\n2.下发督办函。\n责任科室：城市建设科\n")
    assert [[d.unit.printed for d in t.duties] for t in plan.tasks] == [[], ["城市建设科"]]


PERSONS = {
    "一、环境整治（牵头领导：副市长张广平；牵头单位：市城管局）\n（1）主次干道整治。\n（2）市场整治。责任单位：市市场监管局 责任人：王立新": [
        ["牵头领导 张广平"],
        ["责任人 王立新", "牵头领导 张广平"],
    ],
    "一、由何秀兰副市长牵头负责的工作\n1.建设医共体。（市卫健委牵头）\n2.防止返贫。（市农业农村局牵头，各乡镇配合，周大海副市长负责）": [
        ["牵头负责 何秀兰"],
        ["负责 周大海", "牵头负责 何秀兰"],
    ],
    "一、环境整治（牵头领导：张广平）\n1.干道整治。（市城管局；牵头领导：许文）\n2.市场整治。（责任单位：市市场监管局；牵头领导：许文）": [
        ["牵头领导 许文"],
        ["牵头领导 许文"],
    ],
    "一、市政府负责的工作\n1.建设医共体。（市卫健委牵头）": [[]],
}


@pytest.mark.parametrize("text", PERSONS)
def test_the_persons_of_headings_and_brackets(text: str) -> None:
    assert [[f"{o.label} {o.name}" for o in t.overseers] for t in _plan(text).tasks] == PERSONS[text]


PROBLEMS = {
    "1.关于“监管缺位”的问题\n具体表现：2023年底信用评价覆盖率不足40%。\n整改措施：2026年底信用评价覆盖率达到100%。\n责任单位：市住建局\n": (["100"], "2026-12-31"),
    "1.存在问题：处理率仅为60%，积案超过20件。整改措施：处理率达到95%。责任单位：市信访局\n": (["95"], None),
    "1.主要问题：处理率仅为60%。\n责任单位：市信访局\n整改目标：处理率达到95%。\n": (["95"], None),
    "1.解决突出问题，处理率达到60%。\n责任单位：市信访局\n": (["60"], None),
    "1.加强源头治理。\n整改目标：存在的问题100%整改到位，处理率达到95%。\n责任单位：市信访局\n": (["100", "95"], None),
}


@pytest.mark.parametrize("body", PROBLEMS)
def test_the_figures_of_a_problem_are_no_targets(body: str) -> None:
    (task,) = _plan(body).tasks
    values, due = PROBLEMS[body]
    assert [f"{i.value:g}" for i in task.indicators if isinstance(i.value, float)] == values
    assert task.deadline.date == due
