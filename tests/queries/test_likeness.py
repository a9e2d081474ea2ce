"""Names that are one and names that only look alike."""

from __future__ import annotations

import pytest

from queries.carriage import NEARLY
from queries.likeness import bare, bare_unit, coverage, name_likeness, pairs


@pytest.mark.parametrize(("one", "other"), [
    ("城镇污水处理率", "城镇污水处理率"), ("全市用水总量", "用水总量"), ("PM2.5 年均浓度", "PM2.5年均浓度"),
    ("城镇(建成区)污水处理率", "城镇建成区污水处理率"),
    ("优良天数比例", "空气质量优良天数比例"), ("单位ＧＤＰ能耗", "单位GDP能耗"),
])  # fmt: skip
def test_one_indicator(one: str, other: str) -> None:
    assert name_likeness(one, other) >= NEARLY
    assert name_likeness(one, other) == name_likeness(other, one)


@pytest.mark.parametrize(("one", "other"), [
    ("PM2.5年均浓度", "PM10年均浓度"), ("城镇污水处理率", "城镇生活垃圾无害化处理率"), ("建成区清洁供暖率", "农区清洁供暖率"),
    ("森林覆盖率", "草原植被覆盖度"),
    ("", "森林覆盖率"), ("森林", "森林覆盖率"),
])  # fmt: skip
def test_two_indicators(one: str, other: str) -> None:
    assert name_likeness(one, other) < NEARLY


@pytest.mark.parametrize(("one", "other", "same"), [
    ("平方米", "㎡", True), ("立方米/万元", "m3/万元", True), ("吨标准煤/万元", "吨标煤/万元", True), ("%", "％", True),
    ("%", "个百分点", False), ("个", "家", False),
])  # fmt: skip
def test_units(one: str, other: str, same: bool) -> None:
    assert (bare_unit(one) == bare_unit(other)) is same


def test_bare_and_pairs() -> None:
    assert bare("全市 “用水”总量") == "用水总量"
    assert pairs("污水2025处理") == {"污水", "水处", "处理"}
    assert coverage(frozenset(), frozenset()) == 1
    assert coverage(pairs("污水处理"), pairs("城镇污水处理率")) == 1
    assert coverage(pairs("污水处理"), pairs("垃圾处理")) == pytest.approx(1 / 3)
