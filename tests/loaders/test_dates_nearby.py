"""Dates, deadlines, numerals and periods beside their neighbours: one word or one month apart, and they mean another day, or none.

Found by mutmut; the small forms, each alone, stand in ``test_figures_more``.
"""

from __future__ import annotations

import pytest

from loaders.grammar.date_forms import whens
from loaders.grammar.dates import deadline
from loaders.grammar.milestones import milestones
from loaders.grammar.numbers import number

PLAN = "2022-03-01"

# text -> printed, as precise as printed, kind, whether it opens its sentence
DATES: dict[str, list[tuple[str, str, str, bool]]] = {
    # a range takes in what belongs to it, before and behind
    "2023—2025年期间,推进工作": [("2023—2025年期间", "2025", "range", True)],
    "2023—2025年前,推进工作": [("2023—2025年前", "2025", "range", True)],
    "自2023年6月至2025年6月": [("自2023年6月至2025年6月", "2025-06", "range", True)],
    "到2023年至2025年底": [("到2023年至2025年底", "2025-12-31", "range", True)],
    "2023年5月1日,8月27日至9月8日": [("2023年5月1日", "2023-05-01", "in", True), ("8月27日至9月8日", "2023-09-08", "range", False)],
    "8月30日至30日": [("8月30日至30日", "2022-08-30", "range", True)],
    "12月至2月": [("12月至2月", "2023-02", "range", True)],
    "2025年至30日": [("2025年", "2025", "in", True)],
    # only a day can be a base to compare with, not how often or how long
    "同比持续推进工作": [("持续推进", "", "continuous", False)],
    "与每季度调度相结合": [("每季度", "", "each", False)],
    "由3个月内缩短": [("3个月内", "", "relative", False)],
    "自2020年的35%提高": [],
    "自2020年水平提高": [("自2020年", "2020", "from", True)],
    # by, from, in
    "截止2025年6月": [("截止2025年6月", "2025-06", "by", True)],
    "到“十四五”,推进工作": [("到“十四五”", "2025", "by", True)],
    "自6月": [("自6月", "2022-06", "from", True)],
    "从6月": [("从6月", "2022-06", "from", True)],
    "今年6月上旬": [("今年6月上旬", "2022-06-10", "in", True)],
    "12月底前": [("12月底前", "2022-12-31", "by", True)],
    # what opens a sentence
    "推进;改革;力争6月底前完成": [("6月底前", "2022-06-30", "by", True)],
    "推进。改革。力争6月底前完成": [("6月底前", "2022-06-30", "by", True)],
    "推进\n改革\n力争6月底前完成": [("6月底前", "2022-06-30", "by", True)],
    "推进改革工作;加快6月底前完成": [("6月底前", "2022-06-30", "by", False)],
}  # fmt: skip


@pytest.mark.parametrize(("text", "want"), DATES.items(), ids=DATES.keys())
def test_dates_and_their_neighbours(text: str, want: list[tuple[str, str, str, bool]]) -> None:
    got = whens(text, PLAN)
    assert [(w.printed, w.iso, w.kind, w.opens) for w in got] == want
    assert all(text[slice(*w.span)] == w.printed for w in got)


# a date without a year is of the plan's own year, or of the next when it was over by then
YEARS = [
    ("上半年", "2022-08-01", "2023-06-30"), ("上半年", "2022-06-30", "2022-06-30"), ("下半年", "2022-12-01", "2022-12-31"), ("一季度", "2022-04-01", "2023-03-31"),
    ("第二季度", "2022-06-01", "2022-06-30"), ("第二季度", "2022-07-01", "2023-06-30"), ("5月", "2022-06", "2023-05"), ("6月", "2022-06", "2022-06"), ("11月", "2022-12-01", "2023-11"),
    ("1月", "2022", "2022-01"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "plan_date", "iso"), YEARS)
def test_the_year_of_a_date_without_one(text: str, plan_date: str, iso: str) -> None:
    assert [w.iso for w in whens(text, plan_date)] == [iso]


# a five-year plan is a date by its end, and a name without; what was over before the plan's year is only told of
DUE: dict[str, str | None] = {
    "编制“十四五”规划。": None,
    "推进“十四五”规划编制,“十四五”末完成。": "2025-12-31",
    "“十四五”末建成园区。": "2025-12-31",
    "“十四五”期间,建成园区。": "2025-12-31",
    "推进“十四五”规划期内工作。": "2025-12-31",
    "2021年底前建成园区。": None,
    "2022年1月1日前建成园区。": "2022-01-01",
}


@pytest.mark.parametrize(("text", "date"), DUE.items(), ids=DUE.keys())
def test_the_deadline_of_a_text_beside_names_and_history(text: str, date: str | None) -> None:
    assert deadline(None, text, plan_date=PLAN)[0].date == date


LABELS = {
    "每年6月底前完成": (None, "recurring"),
    "年度任务,6月底前": (None, "recurring"),
    "6月底前完成年度任务": ("2022-06-30", "date"),
}


@pytest.mark.parametrize(("value", "want"), LABELS.items(), ids=LABELS.keys())
def test_what_recurs_before_a_date_and_behind_it(value: str, want: tuple[str | None, str]) -> None:
    got = deadline(value, "", plan_date=PLAN)[0]
    assert (got.date, got.kind) == want


def test_a_step_holds_its_brackets_together() -> None:
    text = "2023年6月底前完成规划(含甲、(乙、丙),丁)编制,推进工作。"
    assert [m.text for m in milestones(text, PLAN)] == ["2023年6月底前完成规划(含甲、(乙、丙),丁)编制"]


@pytest.mark.parametrize(
    ("word", "value"), [("十成", 1.0), ("十一成", None), ("三点五六万", 35_600.0), ("一一百", None), ("一万亿", 1e12), ("五千亿", 5e11), ("零五十", 50.0)]
)
def test_numerals(word: str, value: float | None) -> None:
    assert number(word) == value
