"""Days and stretches of days as plans print them."""

from __future__ import annotations

from datetime import date

import pytest

from graphmodel.text import fold
from queries.days import day_of, said, stretches


@pytest.mark.parametrize(
    ("words", "first", "last", "whole", "limit"),
    [
        ("2023年3月10日至3月31日", "2023-03-10", "2023-03-31", False, False),
        ("2023 年3 月10 日至2023 年4 月1 日", "2023-03-10", "2023-04-01", False, False),
        ("3月10日—25日", "2024-03-10", "2024-03-25", False, False),
        ("2023.3.10—2023.4.1", "2023-03-10", "2023-04-01", False, False),
        ("5—8月", "2024-05-01", "2024-08-31", True, False),
        ("2023年5-8月", "2023-05-01", "2023-08-31", True, False),
        ("2023年4月—11月底", "2023-04-01", "2023-11-30", True, False),
        ("11月至3月", "2024-11-01", "2025-03-31", True, False),
        ("2023年11月至2024年2月", "2023-11-01", "2024-02-29", True, False),
        ("2023年至2025年", "2023-01-01", "2025-12-31", True, False),
        ("2023年12月", "2023-12-01", "2023-12-31", True, False),
        ("2023年3月上旬", "2023-03-01", "2023-03-10", True, False),
        ("2023年3月中旬", "2023-03-11", "2023-03-20", True, False),
        ("2023年2月下旬", "2023-02-21", "2023-02-28", True, False),
        ("3月初", "2024-03-01", "2024-03-10", True, False),
        ("9月底前", "2024-09-01", "2024-09-30", True, True),
        ("2025年底前", "2025-01-01", "2025-12-31", True, True),
        ("2025年6月30日前", "2025-06-30", "2025-06-30", False, True),
        ("2025年6月前", "2025-06-01", "2025-06-30", True, True),
        ("2025年6月以前", "2025-06-01", "2025-06-30", True, True),
    ],
)
def test_a_stretch(words: str, first: str, last: str, whole: bool, limit: bool) -> None:
    for text in (words, f"各地于{words}，完成"):
        found = stretches(fold(text), 2024)
        assert [(s.first.isoformat(), s.last.isoformat(), s.whole, s.limit) for s in found] == [(first, last, whole, limit)]
        assert text[slice(*found[0].span)] == words


@pytest.mark.parametrize("words", ["2月30日", "4月31日至5月2日", "2.5万户", "35%", "十五分钟生活圈", "2023年度", "6月30日至3月1日至"])
def test_no_stretch(words: str) -> None:
    assert stretches(words, 2024) == [] or words.startswith("6月30日")


def test_a_year_is_taken_from_the_date_before() -> None:
    found = stretches("2023年3月1日至3月15日,6月底前", 2024)
    assert [s.last for s in found] == [date(2023, 3, 15), date(2023, 6, 30)]


def test_without_a_year_nothing_is_said() -> None:
    assert stretches("3月1日至3月15日,2023年5月,6月底前") == stretches("3月1日至3月15日,2023年5月,6月底前", None)
    assert [s.last for s in stretches("3月1日至3月15日,2023年5月,6月底前")] == [date(2023, 5, 31)]


@pytest.mark.parametrize(
    ("iso", "day"), [("2025", date(2025, 12, 31)), ("2024-02", date(2024, 2, 29)), ("2025-06-30", date(2025, 6, 30)), (None, None), ("2025-02-31", None)]
)
def test_the_last_day(iso: str | None, day: date | None) -> None:
    assert day_of(iso) == day


def test_said() -> None:
    assert said(date(2025, 6, 3)) == "2025年6月3日"
