"""Chapters of prose, dated phases, what a paper says about itself: which words are work, by what name, by when; beside them what is none."""

from __future__ import annotations

import pytest

from graphmodel.plan import Plan, Source
from loaders.grammar.in_force import says_in_force
from loaders.load import load
from loaders.periods import period_told


def _read(text: str) -> Plan:
    return load(Source("沅平县节水整治方案\n\n" + text + "\n三、任务\n(一)更换管道。(责任单位:县住建局)\n", "any.txt"))


# a chapter -> the names of its tasks, who does them, by when
CHAPTERS: dict[str, list[str]] = {
    # several act in a chapter of prose: its heading is no part of the first sentence
    "二、提升质量\n由县水务局牵头制定计划。县教育局负责建立制度,县科技局配合。": ["由县水务局牵头制定计划 县水务局", "县教育局负责建立制度,县科技局配合 县教育局 县科技局"],
    "二、加强监管\n县水务局要依法监管。\n县公安局要打击犯罪。": ["县水务局要依法监管 县水务局", "县公安局要打击犯罪 县公安局"],
    # one task: named by its heading, unless that names nothing
    "二、提升服务\n县水务局要优化服务。": ["提升服务 县水务局"],
    "二、整治任务\n县水务局要优化服务。": ["县水务局要优化服务 县水务局"],
    # dated phases are work, wherever they stand
    "二、时间安排\n(一)动员阶段(2026年3月1日至3月15日)。各乡镇制定方案。\n(二)整治阶段(2026年3月16日至5月20日)。各行业主管部门逐户排查,5月10日前完成排查。": [
        "动员阶段(2026年3月1日至3月15日) 各乡镇 2026-03-15", "整治阶段(2026年3月16日至5月20日) 各行业主管部门 2026-05-20",
    ],
    "二、工作步骤\n(一)总结提升阶段(2026年6月1日至6月10日)。县水务局要认真总结,6月8日前形成报告。\n(二)验收阶段(2026年7月)。各有关部门开展验收。": [
        "总结提升阶段(2026年6月1日至6月10日) 县水务局 2026-06-10", "验收阶段(2026年7月) 各有关部门 2026-07-31",
    ],
    # ... but days without phases are none, and a report is no work of its own
    "二、时间安排\n2026年3月1日至9月30日。": [],
    "二、工作时限\n(一)2026年3月启动。\n(二)2026年9月结束。": [],
    "二、通报制度\n(一)季通报。由县水务局负责通报。各成员单位每半年向县水务局报送情况。": ["季通报 县水务局"],
    # nobody in particular acts
    "二、提升质量\n(一)各类企业组织自查。\n(二)各项任务落实到位。": ["各类企业组织自查", "各项任务落实到位"],
}  # fmt: skip


@pytest.mark.parametrize(("chapter", "want"), CHAPTERS.items(), ids=CHAPTERS.keys())
def test_the_tasks_of_a_chapter(chapter: str, want: list[str]) -> None:
    *tasks, last = _read(chapter).tasks
    assert last.name == "更换管道"
    assert [" ".join([t.name, *(d.unit.printed for d in t.duties), *([t.deadline.date] if t.deadline.date else [])]) for t in tasks] == want


ITSELF = {
    "本意见自2026年4月1日起施行,有效期至2028年3月31日。": True,
    "本方案自印发之日起施行。由县水务局负责解释。": True,
    "本办法从2026年1月1日起执行,此前规定与本办法不一致的,以本办法为准。": True,
    "有效期五年,本办法由县水务局负责解释。": True,
    "本方案自印发之日起,各单位要认真组织实施。": False,
    "自2026年1月起实施水价改革。": False,
    "县水务局负责解释节水政策。": False,
    "排污许可证有效期至2028年3月31日的企业要更换。": False,
    "本方案由县水务局牵头实施。": False,
}


@pytest.mark.parametrize(("text", "want"), ITSELF.items(), ids=ITSELF.keys())
def test_what_a_paper_says_about_itself(text: str, want: bool) -> None:
    assert says_in_force(text) is want
    plan = _read(f"二、提升服务\n(一)优化服务。(责任单位:县水务局)\n\n{text}")
    assert ("preamble" in plan.taken[5:6]) is want
    assert any(t.deadline.date == "2028-03-31" for t in plan.tasks) is ("排污" in text)


PERIODS = {
    "自2026年3月1日起至6月10日,在全县开展节水整治。": ("2026-03-01", "2026-06-10"),
    "县政府决定于2026年3月至11月在全县组织开展节水专项行动。": ("2026-03-01", "2026-11-30"),
    "2026年3月至11月在全县开展了节水整治。": None,
    "自2026年3月1日起至6月10日,申报企业提交材料。": None,
    "2026年3月至11月降水偏少。": None,
}


@pytest.mark.parametrize(("text", "want"), PERIODS.items(), ids=PERIODS.keys())
def test_when_the_work_of_a_plan_begins_and_ends(text: str, want: tuple[str, str] | None) -> None:
    assert period_told([text], None) == want


def test_a_day_without_a_year_takes_that_of_the_work() -> None:
    plan = load(
        Source("沅平县节水整治方案\n\n自2026年3月1日起至6月10日在全县开展整治。\n\n一、任务\n(一)更换管道,6月8日前全部完成。(责任单位:县住建局)\n", "any.txt")
    )
    assert [t.deadline.date for t in plan.tasks] == ["2026-06-08"]


def test_a_general_chapter_of_one_paragraph_is_a_section() -> None:
    plan = load(Source("沅平县节水整治方案\n一、任务\n1.更换管道。(县住建局负责)\n三、保障措施\n县财政局要落实资金。\n", "any.txt"))
    assert [s.name for s in plan.sections] == ["一、任务", "三、保障措施"]
    assert [(t.section, t.text) for t in plan.tasks][1:] == [(("三、保障措施",), "县财政局要落实资金。")]


NUMBERED: dict[str, tuple[str, list[str]]] = {
    "counting on over a heading": (
        "(一)蓝天(牵头科室:大气科)\n3.淘汰锅炉21台。责任单位:大气科。\n(二)碧水(牵头科室:水科)\n4.14个断面达标。责任单位:水科。\n",
        ["3.", "4."],
    ),
    "a decimal that does not count on": ("(一)蓝天\n3.淘汰锅炉。责任单位:大气科。\n(二)碧水\n9.5万亩湿地恢复。责任单位:水科。\n", ["3.", "(二)"]),
}


@pytest.mark.parametrize("name", NUMBERED)
def test_numbers_that_look_like_decimals(name: str) -> None:
    text, want = NUMBERED[name]
    assert [t.number for t in load(Source("沅平县任务分解表\n" + text, "any.txt")).tasks] == want


@pytest.mark.parametrize("mark", ["（{}）", "{}是", ""])
def test_a_chapter_of_demands_is_a_heading_however_its_paragraphs_are_numbered(mark: str) -> None:
    said = ("强化责任落实。各责任单位要逐项制定实施方案。", "强化督查考核。县政府督查室每季度通报一次进展情况。")
    body = "\n".join(mark.format(n) + words for n, words in zip("一二", said))
    plan = load(Source(f"青岚县重点任务分解\n一、重点任务\n1.新增企业12户。（县工信局）\n二、工作要求\n{body}\n", "plan.txt"))
    assert [s.name for s in plan.sections] == ["一、重点任务", "二、工作要求"]
    assert [t.section[-1] for t in plan.tasks] == ["一、重点任务", "二、工作要求", "二、工作要求"]
