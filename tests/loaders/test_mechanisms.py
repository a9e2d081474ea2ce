"""Meetings, reporting, inspection, assessment, accountability: which clauses say so, how often, who and to whom."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graphmodel.plan import Mechanism, Section, Source
from graphmodel.text import Lines, View
from loaders.header import read_frame
from loaders.mechanisms import mechanisms
from loaders.paragraphs import paragraphs

MEASURES = ("四、保障措施",)


def read(text: str, section: tuple[str, ...] = MEASURES) -> tuple[Mechanism, ...]:
    return mechanisms([(View.of(text, (0, len(text))), section)])


KINDS = {
    "meeting": ("领导小组定期召开联席会议,研究重大事项。", [("meeting", "定期")]),
    "meeting and report": (
        "领导小组办公室原则上每半年召开1次调度会,并形成工作情况报告报送领导小组。", [("meeting", "每半年召开1次"), ("reporting", None)],
    ),
    "every half month": ("专班办公室每半月召开一次调度会。", [("meeting", "每半月召开一次")]),
    "a first sentence with a frequency is no heading": (
        "(三)各单位每季度向市水利局报送进展情况。市水利局按季调度进展。", [("reporting", "每季度"), ("meeting", "按季")],
    ),
    "one meeting in three clauses": (
        "领导小组实行例会制度,由组长主持,原则上每年召开1次,因工作需要也可临时召开。", [("meeting", "每年召开1次")],
    ),
    "two reports of one sentence": (
        "在每季度末5日内将工作进展情况报送领导小组办公室,重要情况要随时报送。", [("reporting", "每季度末5日内"), ("reporting", "随时")],
    ),
    "two mechanisms of one clause": ("建立按月调度、按季考核制度。", [("meeting", "按月"), ("assessment", "按季")]),
    "monthly and quarterly": ("实行月通报评价、季督查机制。", [("reporting", "月"), ("inspection", "季")]),
    "each of a list": (
        "实行月调度、季通报、年考核,考核结果报市政府。", [("meeting", "月"), ("reporting", "季"), ("assessment", "年")],
    ),
    "another kind behind a list": (
        "实行月调度、季通报,定期督查考核,通报考核结果。", [("meeting", "月"), ("reporting", "季"), ("inspection", "定期"), ("assessment", "定期")],
    ),
    "each of a list that a heading announces": (
        "(三)建立日报告、周调度、旬通报制度。落实责任。", [("reporting", "日"), ("meeting", "周"), ("reporting", "旬")],
    ),
    "a list in a heading alone": ("(二)实行每周调度、每月通报", [("meeting", "每周"), ("reporting", "每月")]),
    "the end of a year is a date": ("2027年底前形成评估报告报市政府。", [("reporting", None)]),
    "the end of each year is none": ("年底开展考核。", [("assessment", "年底")]),
    "watching a contest": ("市农办每季度组织一次观摩评比。", [("assessment", "每季度组织一次")]),
    "inspection": ("市政府督查室对任务落实情况进行定期或不定期督促检查。", [("inspection", "定期或不定期")]),
    "assessment": ("将各项任务纳入年度绩效考核。", [("assessment", "年度")]),
    "accountability hides the notice of it": ("对工作不力的,采取通报、约谈等督促整改。", [("accountability", None)]),
    "two cases": (
        "对工作不力的,予以约谈,对造成严重后果的,移交纪委监委处理。", [("accountability", None), ("accountability", None)],
    ),
    "one case in two clauses": ("严格实行责任追究,对不履行职责的单位进行追责处理。", [("accountability", None)]),
    "slogans": ("需要加强组织领导、明确责任主体、严格责任追究。", []),
    "names of bodies": ("由市政府督查室牵头,联席会议办公室负责。", []),
    "title of a paper": ("落实《领导干部责任追究办法》《考核办法》。", []),
    "uniform assessment": ("落实统一规划、统一监测、统一考核的联防机制。", []),
    "work of another kind": ("加强水库调度中心建设,编制可行性研究报告。", []),
    "nothing": ("加大财政投入,保障项目资金。", []),
    "heading": ("(三)加强督促检查", []),
}  # fmt: skip


@pytest.mark.parametrize("name", KINDS)
def test_kinds_and_frequency(name: str) -> None:
    text, want = KINDS[name]
    found = read(text)
    assert [(m.kind_of, m.frequency) for m in found] == want
    assert all(text[slice(*m.span)] == m.quote for m in found)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("参加调度会议,按时上报工作动态。", ["meeting", "reporting"]),
        ("开展目标责任评价考核,实施问责和表彰奖励。", ["assessment", "accountability"]),
        ("将评价指标纳入干部考核体系。", ["assessment"]),
        ("实行周调度、月通报制度。", ["meeting", "reporting"]),
        ("实行日监测、周报告、月总结制度。", []),
        ("对餐饮单位开展联合检查,公示检查结果。", []),
        ("开展健康检查,落实明码标价和收费公示制度。", []),
        ("举办产业对接会、招聘会,编制年度预算报告。", []),
    ],
)
def test_inside_a_task_only_the_plans_own_work_counts(text: str, kinds: list[str]) -> None:
    view = View.of(text, (0, len(text)))
    task = [(view, ("二、主要任务", "(一)工业"))]
    assert [m.kind_of for m in mechanisms(task)] == kinds
    assert [m.kind_of for m in mechanisms(task, [view.whole])] == kinds


def test_the_spans_of_tasks_decide_where_the_headings_say_nothing() -> None:
    text = "开展联合检查,公示检查结果。"
    view = View.of(text, (0, len(text)))
    assert [m.kind_of for m in mechanisms([(view, ("五、其他",))], [])] == ["inspection", "reporting"]
    assert mechanisms([(view, ("五、其他",))], [(0, 5)]) == ()


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("市政府督查室对各区、各部门工作进展情况进行督查。", ["市政府督查室"], ["各区", "各部门"]),
        ("各成员单位每半年向领导小组办公室报送任务完成情况。", ["各成员单位"], ["领导小组办公室"]),
        ("为推进工作,各成员单位要将督查情况形成书面报告报送市人民政府。", ["各成员单位"], ["市人民政府"]),
        ("定期召开会议,通报工作进展情况。", [], []),
        ("实行月调度、季通报,各县区每月底前报送进展,市水利局汇总后报市政府。", ["各县区"], []),
        ("对工作不力的,由市政府组织约谈。", ["市政府"], []),
        ("各单位每周五报送进展,专班每周召开一次调度会。", ["专班"], []),
        ("各牵头单位自3月起每月25日前向市政府督查室报送工作进展情况。", ["各牵头单位"], ["市政府督查室"]),
    ],
)
def test_who_and_to_whom(text: str, actors: list[str], recipients: list[str]) -> None:
    found = read(text)[-1]
    assert [u.printed for u in found.actors] == actors
    assert [u.printed for u in found.recipients] == recipients
    assert all(text[slice(*u.span)] == u.printed for u in (*found.actors, *found.recipients))


def test_the_unit_that_heads_a_section_acts() -> None:
    text = "二、市节水领导小组办公室\n跟踪督查各部门任务进展情况。"
    name = text.split("\n")[0]
    paras = [(View.of(text, (0, len(name))), (name,)), (View.of(text, (len(name) + 1, len(text))), (name,))]
    (found,) = mechanisms(paras, [], [Section(name, (0, len(name)), "二、")], name)
    assert [(u.printed, text[slice(*u.span)]) for u in found.actors] == [("市节水领导小组办公室", "市节水领导小组办公室")]
    assert [u.printed for u in found.recipients] == ["各部门"]


def test_mechanisms_of_the_annotated_plans(shared: Path) -> None:
    right = wanted = extra = 0
    for path in sorted((shared / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (shared / "seeds" / gold["source"]).read_text(encoding="utf-8")
        lines = Lines(text)
        tasks = [(lines.span(t["lines"][0])[0], lines.span(t["lines"][1])[1]) for t in gold["tasks"] if t["core"]]
        paras = paragraphs(Source(text), [read_frame(Source(text)).body])
        found = [(m.kind_of, lines.at(m.span[0])) for m in mechanisms([(p.view, ()) for p in paras], tasks)]
        for m in sorted(gold["mechanisms"], key=lambda m: bool(m.get("optional"))):
            here = (m["kind"].replace("dispatch ", ""), m["lines"][0])
            hit = here in found
            if hit:
                found.remove(here)
            right += hit
            wanted += hit or not m.get("optional")
        extra += len(found)
    assert wanted and 2 * right / (wanted + right + extra) >= 0.8
