"""Numerals: what each is worth, and what is none."""

from __future__ import annotations

import pytest

from loaders.grammar.numbers import number
from loaders.grammar.quantities import quantities

WORTH = {
    "16": 16, "1.4": 1.4, "2,000": 2000, "１２": 12, "三十五": 35, "十二": 12, "一千二百": 1200, "一千二": 1200, "三万五": 35000, "一百零五": 105,
    "两百": 200, "二〇二五": 2025, "半": 0.5, "一半": 0.5, "九成": 0.9, "七成五": 0.75, "七成半": 0.75, "三点五万": 35000, "百分之八十": 0.8, "百分之百": 1, "千分之五": 0.005, "90%": 0.9,
    "5‰": 0.005, "1.4万": 14000, "3亿": 300_000_000, "十二万三千": 123_000, "一万零五": 10005, "二十亿三千万": 2_030_000_000, "三点五": 3.5, "负三": -3,
    "1 200": 1200, "拾": 10, "叁佰": 300,
}  # fmt: skip
WORTHLESS = ("", "第一", "一体化", "万", "一批", "3+3", "2025年", "百分之", "成", "十成十成", "1.2.3", "一二点", "负负三", "九" * 65)


@pytest.mark.parametrize(("text", "value"), WORTH.items(), ids=WORTH.keys())
def test_a_numeral_has_its_value(text: str, value: float) -> None:
    assert number(text) == pytest.approx(value)


@pytest.mark.parametrize("text", WORTHLESS)
def test_what_is_no_numeral_has_none(text: str) -> None:
    assert number(text) is None


def test_every_whole_number_reads_back() -> None:
    digits, units = "零一二三四五六七八九", ("", "十", "百", "千")
    for n in (*range(1, 10_000, 7), 1010, 2002, 3300, 9999):
        words, zero = "", False
        for place in range(3, -1, -1):
            d = n // 10**place % 10
            if d:
                words += ("零" if zero else "") + digits[d] + units[place]
                zero = False
            elif words:
                zero = True
        assert number(words) == n, words


# text -> figures in it: value, value_to, unit
FIGURES = {
    "推广16万支": [(16, None, "万支")],
    "1.77万元/吨标准煤": [(1.77, None, "万元/吨标准煤")],
    "水耗30m3/万元以下": [(30, None, "m3/万元")],
    "20600万元/平方千米": [(20600, None, "万元/平方千米")],
    "26平方米/人": [(26, None, "平方米/人")],
    "死亡率12/10万": [(12, None, "/10万")],
    "物料百分之百密闭": [(100, None, "%")],
    "百分之八十五点五": [(85.5, None, "%")],
    "九成以上": [(90, None, "%")],
    "一半以上": [(50, None, "%")],
    "三分之三的企业": [],
    "二分之三": [],
    "5—5个": [],
    "5人A类": [(5, None, "人")],
    "3—5个": [(3, 5, "个")],
    "1~3个百分点": [(1, 3, "个百分点")],
    "10%-15%": [(10, 15, "%")],
    "1到2个": [(1, 2, "个")],
    "120余座": [(120, None, "座")],
    "一千二百家": [(1200, None, "家")],
    "三百万元": [(300, None, "万元")],
    "97%45%": [(97, None, "%"), (45, None, "%")],
    "PM2.5、PM10浓度46微克/立方米": [(46, None, "微克/立方米")],
    "5G基站1000个": [(1000, None, "个")],
    "比例1:66:33": [],
    "第三批": [],
    "60%-50%": [(60, None, "%")],
    "1万-2万个": [(1, 2, "万个")],
    "4#厂房": [],
    "NH3-N": [],
}


@pytest.mark.parametrize(("text", "found"), FIGURES.items(), ids=FIGURES.keys())
def test_figures_keep_their_printed_unit(text: str, found: list[tuple[float, float | None, str]]) -> None:
    assert [(q.value, q.value_to, q.unit) for q in quantities(text)] == found
