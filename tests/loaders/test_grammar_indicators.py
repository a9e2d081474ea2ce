"""Targets in sentences as plans write them: what must be read, and what only looks like a target.

``targets.txt`` holds a sentence a line and below it, indented, every target in it:
name, operator, value (or first—last) and unit, ``by`` a date, ``from`` a baseline, 约束性. ``no_targets.txt`` holds sentences without any.
"""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.plan import Indicator
from graphmodel.text import View
from loaders.grammar.cells import target
from loaders.grammar.dates import deadline, whens
from loaders.grammar.indicators import indicators
from loaders.grammar.milestones import milestones

HERE = Path(__file__).parent
PLAN = "2022-03-01"


def said(i: Indicator) -> str:
    """An indicator in one line."""
    figures = [f"{v:g}" if isinstance(v, float) and v < 1e6 else str(v) for v in (i.value, i.value_to) if v is not None]
    words = [i.name, i.op, "—".join(figures), i.unit, i.by and f"by {i.by}", i.baseline and f"from {i.baseline}", i.binding]
    return " ".join(w for w in words if w)


def sentences() -> dict[str, list[str]]:
    rows: dict[str, list[str]] = {}
    for line in (HERE / "targets.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            rows[next(reversed(rows))].append(line.strip())
        else:
            rows[line] = []
    return rows


@pytest.mark.parametrize(("text", "want"), sentences().items(), ids=[s[:14] for s in sentences()])
def test_targets_are_read(text: str, want: list[str]) -> None:
    got = indicators(text, PLAN)
    assert [said(i) for i in got] == want
    assert all(text[slice(*i.span)] == i.quote for i in got)


@pytest.mark.parametrize("text", (HERE / "no_targets.txt").read_text(encoding="utf-8").splitlines())
def test_lookalikes_are_left_out(text: str) -> None:
    assert [said(i) for i in indicators(text, PLAN)] == []


def test_a_date_holds_for_its_own_sentence_only() -> None:
    first, second, third = indicators("到2025年底,收集率达到60%,处理率达到98%。回用率达到30%。")
    assert (first.by, second.by, third.by) == ("2025-12-31", "2025-12-31", None)


def test_line_breaks_and_wide_figures_change_nothing() -> None:
    raw = "到２０２５年，绿化覆盖率达到\n４２．５％以上，新增就业 1 2 万人。"
    got = indicators(View.of(raw, (0, len(raw))).text)
    assert [said(i) for i in got] == ["绿化覆盖率 >= 42.5 % by 2025", "新增就业 = 12 万人 by 2025"]


WORDS = {
    "空气环境质量达到功能区标准(约束性指标)。": ["空气环境质量 >= 功能区标准 约束性"],
    "三次产业结构比例调整为1:66:33。": ["三次产业结构比例 = 1:66:33"],
    "会议9:30开始。": [],
    "工作水平达到要求。": [],
}


@pytest.mark.parametrize(("text", "want"), WORDS.items(), ids=WORDS.keys())
def test_targets_in_words(text: str, want: list[str]) -> None:
    assert [said(i) for i in indicators(text, PLAN)] == want


CELLS = [
    (("森林覆盖率(%)", "43.42"), ["森林覆盖率 = 43.42 %"]),
    (("森林覆盖率", "≥80%"), ["森林覆盖率 >= 80 %"]),
    (("PM2.5年均浓度(微克/立方米)", "≤35"), ["PM2.5年均浓度 <= 35 微克/立方米"]),
    (("新建充电桩", "36家"), ["新建充电桩 = 36 家"]),
    (("产业集群", "3—5个"), ["产业集群 .. 3—5 个"]),
    (("地区生产总值", "增长8%左右"), ["地区生产总值 +% 8 %"]),
    (("单位GDP能耗(约束性)", "较2020年下降13.5%"), ["单位GDP能耗 -% 13.5 % from 2020 约束性"]),
    (("1.学位", "2025年达到9000个"), ["学位 >= 9000 个 by 2025"]),
    (("失业率", "控制在5.5%以内"), ["失业率 <= 5.5 %"]),
    (("规划环评", "完成"), ["规划环评 = 完成"]),
    (("规划环评", "/"), []),
    (("规划环评", ""), []),
]


@pytest.mark.parametrize(("row", "want"), CELLS, ids=[f"{a}|{b}" for (a, b), _ in CELLS])
def test_targets_in_a_table(row: tuple[str, str], want: list[str]) -> None:
    got = target(*row)
    assert [said(i) for i in got] == want
    assert all(row[1][slice(*i.span)] == i.quote for i in got)


@pytest.mark.parametrize("unit", ["(", ")", "、", " ", "9", "一", "年", "%", "。", ",", "百分之", "“", "《", "第", "建设", "十", "达到", "1:", "每"])
def test_hostile_repetitions_take_linear_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    for read in (whens, indicators, milestones):
        began = time.process_time()
        read(text, PLAN)
        assert time.process_time() - began < 2, read


def test_dense_figures_take_linear_time() -> None:
    def seconds(n: int) -> float:
        text = "2025年建设3个园区,收集率达到60%、水质达到国家标准,2026年底前完成验收。" * n
        began = time.process_time()
        assert len(indicators(text, PLAN)) >= n
        assert len(milestones(text, PLAN)) >= n
        return time.process_time() - began

    assert seconds(4000) < 20 * max(seconds(500), 0.02)


def test_every_annotated_figure_is_read_from_its_own_words(shared: Path) -> None:
    missed, total = [], 0
    for path in sorted((shared / "gold").glob("*.json")):
        for task in json.loads(path.read_text(encoding="utf-8"))["tasks"]:
            for want in task["indicators"]:
                if want.get("optional") or not isinstance(want["value"], int | float):
                    continue
                quote = want["quote"]
                total += 1
                if want["value"] not in [i.value for i in indicators(View.of(quote, (0, len(quote))).text)]:
                    missed.append(f"{task['id']}: {quote}")
    assert total > 200
    assert len(missed) <= 0.03 * total, missed


PIECES = (
    "到2025年底", "2023年", "9月底前", "每年", "率", "收集率", "比重", "达到", "提高到", "降至", "控制在", "不少于", "由", "较2020年", "分别", "均", "以上", "以内", "左右", "建设", "培育", "完成", "的",
    "60%", "3—5个", "1.2万", "三家", "百分之百", "1:2:3", "16万支", "个百分点", "九成", "一半", "园区", "企业", "、", ",", "。", ";", ":", "(", ")", "“", "”", "《", "》", "〔", "〕", "和", "及", "等", "\x01", " ",
    "5", "2月30日", "十四五", "翻一番", "约", "约束性指标", "单位:", "元/人", "/10万",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_and_quoted_as_printed(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = indicators(text, PLAN)
    assert all(text[slice(*i.span)] == i.quote and 0 <= i.span[0] < i.span[1] <= len(text) for i in found)
    for w in whens(text, PLAN):
        assert text[slice(*w.span)] == w.printed
        assert w.first_day <= w.last_day or not w.last_day
    for m in milestones(text, PLAN):
        assert text[slice(*m.span)] == m.text
    assert indicators(text, PLAN) == found
    due, where = deadline(None, text, text, PLAN)
    assert (due.span is None) == (where is None)
