"""How often something comes, and the words that do not say."""

from __future__ import annotations

import pytest

from queries.intervals import intervals, said_en, said_zh, vague


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("每季度末5日内报送", 90),
        ("每半年向市政府报告", 180),
        ("每半月召开一次", 15),
        ("每两周召开一次", 14),
        ("每2个月召开一次", 60),
        ("每双月报送", 60),
        ("每月25日前报送", 30),
        ("每周五报送", 7),
        ("每年召开1次", 365),
        ("每年不少于2次", 180),
        ("每年开展四次", 90),
        ("每月召开两次", 15),
        ("每旬报送", 10),
        ("每日报送", 1),
        ("按月调度", 30),
        ("按季考核", 90),
        ("逐月通报", 30),
        ("半年召开一次", 180),
        ("一季一通报", 90),
        ("实行月通报", 30),
        ("建立季督查机制", 90),
        ("周调度", 7),
    ],
)
def test_an_interval(words: str, days: int) -> None:
    found = intervals(words)
    assert [i.days for i in found] == [days]
    assert words[slice(*found[0].span)]


@pytest.mark.parametrize("words", ["定期召开会议", "每年增长5%", "按月份分解", "2025年度考核", "全年考核", "本月通报", "三个月内报告", "每日工作"])
def test_no_interval(words: str) -> None:
    assert intervals(words) == []


def test_as_printed() -> None:
    words = "各单位每季度末5日内报送"
    assert words[slice(*intervals(words)[0].span)] == "每季度末"


@pytest.mark.parametrize(
    ("words", "word"),
    [
        ("定期或不定期督查", "定期或不定期"),
        ("不定期抽查", "不定期"),
        ("定期通报", "定期"),
        ("适时开展", "适时"),
        ("经常调度情况", "经常"),
        ("及时召开会议", "及时"),
        ("及时报送", None),
        ("每月通报", None),
        ("定期存款", None),
        ("经常性项目", None),
    ],
)
def test_a_word_that_does_not_say(words: str, word: str | None) -> None:
    at = vague(words)
    assert (words[slice(*at)] if at else None) == word


def test_said() -> None:
    assert (said_zh(90), said_en(90)) == ("每季度", "quarterly")
    assert (said_zh(14), said_en(14)) == ("每两周", "every two weeks")
    assert (said_zh(122), said_en(122)) == ("每122天", "every 122 days")
