"""Numbers of items right before a figure or a date: 1.3月底前…, 4.14个断面…. They are no decimals where they count on."""

from __future__ import annotations

import pytest

from graphmodel.plan import Source
from loaders.load import load
from loaders.markers import marker_of


def _items(body: str) -> list[tuple[str | None, str]]:
    return [(t.number, t.text[:6]) for t in load(Source(f"霁州市2026年重点任务分解表\n{body}", "plan.txt")).tasks]


PLANS = {
    "a month": ("（一）推进组\n1.3月底前完成调查。（市水利局）\n2.6月中旬前完成立项。（市财政局）\n", [("1.", "3月底前完成"), ("2.", "6月中旬前完")]),
    "a day": ("（一）推进组\n1、7月20日前完成筹备。（市水利局）\n2、8月底前修订。（市财政局）\n", [("1、", "7月20日前"), ("2、", "8月底前修订")]),
    "a first figure": (
        "（一）推进组\n1.14个断面达标。\n责任单位：市水利局\n2.30个村改水。\n责任单位：市财政局\n",
        [("1.", "14个断面达"), ("2.", "30个村改水")],
    ),
    "behind a heading that goes on counting": (
        "（一）蓝天\n3.淘汰锅炉。责任单位：大气科。\n（二）碧水\n4.14个断面达标。责任单位：水科。\n5.消除黑臭水体。责任单位：水科。\n",
        [("3.", "淘汰锅炉。"), ("4.", "14个断面达"), ("5.", "消除黑臭水体")],
    ),
}


@pytest.mark.parametrize("name", PLANS)
def test_the_number_of_an_item_before_a_figure(name: str) -> None:
    body, want = PLANS[name]
    assert _items(body) == want


@pytest.mark.parametrize("text", ["1.5万亩高标准农田", "3.14公里管网", "1.3亿元资金", "2.5个百分点", "1.12月"])
def test_a_decimal_is_no_number(text: str) -> None:
    assert marker_of(text) is None


@pytest.mark.parametrize(
    "body",
    [
        "（一）推进组\n1.5万亩农田由市水利局改造。\n市财政局保障经费。\n",
        "（一）推进组\n1.改造农田。（市水利局）\n1.5万亩农田全部建成。\n2.建设水库。（市水利局）\n",
        "（一）推进组\n1.5万亩农田由市水利局改造。\n3.建设水库。（市水利局）\n",
    ],
    ids=["no second item", "a first item stands", "the next is a third"],
)
def test_a_decimal_stays_one_where_it_does_not_count_on(body: str) -> None:
    assert ("1.", "5万亩农田") not in _items(body) and not any(words.startswith("5万亩") for _, words in _items(body))
