"""Overall targets outside the tasks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graphmodel.plan import Goal, Source
from graphmodel.text import Lines, View
from loaders.goals import date_in, goals
from loaders.header import read_frame
from loaders.headings import is_heading, under_headings
from loaders.paragraphs import paragraphs


def read(text: str, section: tuple[str, ...] = ()) -> tuple[Goal, ...]:
    """One paragraph a line, all in the same section."""
    lines = Lines(text)
    spans = [lines.span(n) for n in range(1, len(lines) + 1)]
    return goals([(View.of(text, s), section) for s in spans if text[slice(*s)].strip()], "2021-03-03")


SECTION = ("一、工作目标",)
GOALS = {
    "two dates in one sentence": (
        "2017 年12 月31 日前通过省级评估,2018 年6 月30 日前通过省级验收。", SECTION,
        [("2017-12-31", "2017年12月31日前通过省级评估"), ("2018-06-30", "2018年6月30日前通过省级验收。")],
    ),
    "one date, many figures": (
        "到2025年,优良天数比例达到85%以上;污水处理率达到90%。", SECTION, [("2025", "到2025年,优良天数比例达到85%以上;污水处理率达到90%。")],
    ),
    "words before the date": ("按照统一要求,到2025年,水质明显改善。", SECTION, [("2025", "按照统一要求,到2025年,水质明显改善。")]),
    "stages": (
        "到2020年,体系基本健全。到2030年,体系全面健全,水质根本好转。", ("二、目标",),
        [("2020", "到2020年,体系基本健全。"), ("2030", "到2030年,体系全面健全,水质根本好转。")],
    ),
    "no date": ("绿色发展水平不断提高,治理成效显著。", ("一、总体要求", "(三)主要目标"), [(None, "绿色发展水平不断提高,治理成效显著。")]),
    "a date for the list below": (
        "到2025年,实现以下目标:\n——空气优良天数比例达到85%。\n——森林覆盖率达到40%。", SECTION,
        [("2025", "空气优良天数比例达到85%。"), ("2025", "森林覆盖率达到40%。")],
    ),
    "heading among the paragraphs": (
        "(一)指导思想\n以人民为中心,到2025年全面推进工作。\n(二)工作目标\n到2025年,水质明显改善,群众满意。\n"
        "(三)基本原则\n坚持统筹推进,坚持因地制宜。",
        ("一、总体要求",), [("2025", "到2025年,水质明显改善,群众满意。")],
    ),
    "heading run into its text": ("1.目标。到2025年,人才达到320万名。", ("一、总体要求",), [("2025", "到2025年,人才达到320万名。")]),
    "aim in the preamble": (
        "为做好工作,以改善环境为核心,以2025年建成国家级示范区为工作目标,制定本方案。", (), [("2025", "以2025年建成国家级示范区为工作目标")],
    ),
    "measures that restate figures": (
        "加强管理,确保污水处理率大于85%;确保垃圾处理率大于80%。", ("四、保障措施", "(二)完善建设"),
        [(None, "加强管理,确保污水处理率大于85%;确保垃圾处理率大于80%。")],
    ),
    "preamble without a target": ("为做好节水工作,确保完成目标,制定本方案。", (), []),
    "guiding principles": ("坚持统筹推进,到2025年全面建成。", ("一、总体要求", "(二)基本原则"), []),
    "reporting date": ("各单位于2021年6月底前将2个方案和3张清单报市政府办公室,确保完成,确保质量。", ("四、组织实施",), []),
    "responsibility for targets": ("将37项任务纳入考核,签订责任书5份。", ("四、保障措施", "(二)建立目标责任体系"), []),
    "heading alone": ("二、工作目标", (), []),
    "aim without date or figure": ("以改善环境质量、提升群众福祉为目标,推进工作。", ("(一)总体要求",), []),
}  # fmt: skip


@pytest.mark.parametrize("name", GOALS)
def test_goals(name: str) -> None:
    text, section, want = GOALS[name]
    found = read(text, section)
    assert [(g.by, g.text) for g in found] == want
    for g in found:
        assert "".join(text[slice(*g.span)].split()) == g.text


def test_a_goal_carries_its_figures_and_its_headings() -> None:
    text = "一、总体要求\n(二)工作目标\n到2025年,优良天数比例达到85%以上,污水处理率达到90%。"
    (goal,) = read(text)
    assert goal.section == ("一、总体要求", "(二)工作目标")
    assert [(i.value, i.unit) for i in goal.indicators] == [(85, "%"), (90, "%")]
    assert all(goal.span[0] <= i.span[0] < i.span[1] <= goal.span[1] for i in goal.indicators)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("到2025年,", "2025"), ("2021年6月底前", "2021-06"), ("2018年6月30日前", "2018-06-30"), ("2021年上半年", "2021-06"),
        ("2021年第三季度", "2021-09"), ("“十四五”期间", None), ("12345年", None),
    ],
)  # fmt: skip
def test_date_in(text: str, date: str | None) -> None:
    assert date_in(text) == date


def test_headings() -> None:
    assert all(is_heading(t) for t in ("一、工作目标", "(二)强化目标管理,严格督查考核", "工作目标", "1.督查组"))
    assert not any(is_heading(t) for t in ("到2025年,水质改善。", "1.抓好节水。", "——坚持统筹", "市教育局", "1.责任单位:市教育局"))
    text = "一、甲\n(一)乙\n丙。\n二、丁\n戊。"
    lines = Lines(text)
    views = [(View.of(text, lines.span(n)), ("第一章 总则",)) for n in range(1, 6)]
    assert [path for _, path, heading in under_headings(views) if not heading] == [
        ("第一章 总则", "一、甲", "(一)乙"),
        ("第一章 总则", "二、丁"),
    ]


def test_goals_of_the_annotated_plans(shared: Path) -> None:
    right = wanted = extra = 0
    for path in sorted((shared / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (shared / "seeds" / gold["source"]).read_text(encoding="utf-8")
        lines = Lines(text)
        tasks = {n for t in gold["tasks"] if t["core"] for n in range(t["lines"][0], t["lines"][1] + 1)}
        loose = [p for p in paragraphs(Source(text), [read_frame(Source(text)).body]) if lines.at(p.span[0]) not in tasks]
        found = [lines.at(g.span[0]) for g in goals([(p.view, ()) for p in loose])]
        for g in sorted(gold["goals"], key=lambda g: bool(g.get("optional"))):
            hit = g["lines"][0] in found
            if hit:
                found.remove(g["lines"][0])
            right += hit
            wanted += hit or not g.get("optional")
        extra += len(found)
    assert wanted and 2 * right / (wanted + right + extra) >= 0.85
