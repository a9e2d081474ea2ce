"""The outline of a text and where its counting breaks."""

from __future__ import annotations

import time

import pytest

from graphmodel.text import Lines
from queries.numbering import breaks, marks, number_of, with_cells, written


def found(text: str) -> list[tuple[str, tuple[int, ...], int]]:
    lines = Lines(text)
    return [(b.kind, b.numbers, b.after.line) for b in breaks(list(marks(lines)), lines, range(1, len(lines) + 1))]


@pytest.mark.parametrize(("text", "value"), [
    ("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("三十七", 37), ("一百零三", 103), ("12", 12), ("③", 3), ("⑳", 20), ("二三", None),
    ("", None), ("〇", None),
])  # fmt: skip
def test_number_of(text: str, value: int | None) -> None:
    assert number_of(text) == value


@pytest.mark.parametrize(("line", "style", "value"), [
    ("一、总体要求", "一、", 1), ("（三）加强领导", "(一)", 3), ("( 十二 )保障", "(一)", 12), ("12.完成清淤", "1.", 12),
    ("7、完成清淤", "1.", 7), ("７．完成", "1.", 7),
    ("(4)配合", "(1)", 4), ("3)配合", "1)", 3), ("③巡查", "①", 3), ("第二章 任务", "第章", 2), ("  - 2.缩进", "1.", 2),
    ("()扩大参与", "(一)", None),
])  # fmt: skip
def test_a_number_at_the_head_of_a_line(line: str, style: str, value: int | None) -> None:
    (mark,) = marks(Lines(line))
    assert (mark.style, mark.value, mark.line) == (style, value, 1)


@pytest.mark.parametrize("line", [
    "2.5万亩高标准农田", "2025年底前完成", "3月底前完成", "1.1总则", "一是加强领导", "完成1.的工作", "(沅政发〔2025〕3号)", "()", "( )。",
    "300.完成", "一二三、四", "……",
])  # fmt: skip
def test_no_number_of_an_item(line: str) -> None:
    assert list(marks(Lines(line))) == []


@pytest.mark.parametrize(("name", "text", "result"), [
    ("a number is missing", "1.甲\n2.乙\n4.丁", [("missing", (3,), 3)]),
    ("two are missing", "一、甲\n四、丁", [("missing", (2, 3), 2)]),
    ("a heading is missing", "一、甲\n(一)子\n1.丙\n(二)丑\n2.丁\n(四)卯\n3.戊", [("missing", (3,), 6)]),
    ("a number is doubled", "1.甲\n2.乙\n2.丙\n3.丁", [("doubled", (2,), 3)]),
    ("empty brackets", "(一)甲\n(二)乙\n()扩大参与", [("lost", (3,), 3)]),
    ("after empty brackets the count goes on", "(一)甲\n()扩大参与\n(三)丙", [("lost", (2,), 2)]),
    ("missing in the second list", "一、甲\n1.子\n2.丑\n二、乙\n1.子\n3.寅", [("missing", (2,), 6)]),
    ("counting on through the parts, one missing at the border", "(一)甲\n1.子\n2.丑\n(二)乙\n4.卯", [("missing", (3,), 5)]),
])  # fmt: skip
def test_breaks(name: str, text: str, result: list[tuple[str, tuple[int, ...], int]]) -> None:
    assert found(text) == result, name


@pytest.mark.parametrize(("name", "text"), [
    ("in order", "一、甲\n(一)子\n1.丙\n2.丁\n(二)丑\n1.戊\n二、乙"),
    ("counting on through all parts", "(一)甲\n1.子\n2.丑\n(二)乙\n3.寅\n4.卯"),
    ("each department begins anew", "市水利局:\n(1)甲\n(2)乙\n(3)丙\n市住建局:\n(1)甲\n(2)乙"),
    ("a list inside an item", "6.甲\n7.乙\n1.子\n2.丑\n8.丙\n1.子\n2.丑\n3.寅\n9.丁"),
    ("left out by the text's own word", "1.甲\n2.乙\n(……第3—6项未录……)\n7.丙"),
    ("middle left out", "(一)甲\n(……中略……)\n(四)乙"),
    ("the missing number stands inside a line", "(一)甲。(二)乙\n(三)丙"),
    ("an excerpt begins in the middle", "(三)甲\n(四)乙"),
    ("years and figures", "2023.\n2025.\n12.5亩\n1.甲"),
    ("a whole range is an excerpt", "1.甲\n30.乙"),
    ("nothing numbered", "甲\n乙"),
    ("every item is a first one", "1.甲\n1.乙\n1.丙"),
])  # fmt: skip
def test_nothing_to_say(name: str, text: str) -> None:
    assert found(text) == [], name


def test_only_inside_the_plan() -> None:
    lines = Lines("1.下载\n3.退款\n一、任务\n1.甲\n3.丙")
    inside = {3, 4, 5}
    assert [b.after.line for b in breaks(list(marks(lines)), lines, inside)] == [5]


def test_the_heading_that_lost_its_number() -> None:
    lines = Lines("(二)发展经济\n8.农业。\n责任单位:市发改局、市\n统计局\n9.工业。\n改善环境质量\n10.空气。\n(四)绿色生活\n11.交通。")
    (one,) = breaks(list(marks(lines)), lines, range(1, 10), headings={6})
    assert (one.kind, one.numbers, one.bare) == ("missing", (3,), 6)


def test_cells_of_a_table_count() -> None:
    lines = Lines("|1|甲|\n|2|乙|\n|2|丙|\n|4|丁|")
    cells = [(str(n), (i * 6, i * 6 + 3), i + 1) for i, n in enumerate((1, 2, 2, 4))]
    kinds = [(b.kind, b.numbers) for b in breaks(with_cells([], cells), lines, {1, 2, 3, 4})]
    assert kinds == [("doubled", (2,)), ("missing", (3,))]


@pytest.mark.parametrize(("name", "cells"), [
    ("parts of one row share its number", [("1", (0, 3), 1), ("1", (3, 5), 1), ("2", (6, 8), 2)]),
    ("the row that was not understood is printed", [("1", (0, 3), 1), ("3", (12, 15), 3)]),
])  # fmt: skip
def test_cells_that_are_right(name: str, cells: list[tuple[str, tuple[int, int], int]]) -> None:
    lines = Lines("|1|甲|\n|2|乙|\n|3|丙|")
    assert list(breaks(with_cells([], cells), lines, {1, 2, 3})) == [], name


def test_a_task_below_its_numbered_heading_is_not_doubled() -> None:
    lines = Lines("(一)加强领导\n各部门要加强领导。\n(二)加强督查\n督查室要督查。")
    cells = [("(一)", (8, 16), 2), ("(二)", (25, 32), 4)]
    assert list(breaks(with_cells(list(marks(lines)), cells), lines, {1, 2, 3, 4})) == []


@pytest.mark.parametrize(("style", "value", "text"), [("一、", 12, "十二、"), ("(一)", 20, "(二十)"), ("1.", 3, "3."), ("①", 4, "④"), ("第章", 2, "第二章")])
def test_written(style: str, value: int, text: str) -> None:
    assert written(style, value) == text


@pytest.mark.parametrize("text", ["(" * 100_000, "、" * 100_000, " " * 100_000, "(一" * 50_000, "1." * 50_000, "1.\n" * 30_000, "\n" * 100_000, "( \n" * 30_000])
def test_hostile_text_takes_no_time(text: str) -> None:
    lines = Lines(text)
    begin = time.perf_counter()
    list(breaks(list(marks(lines)), lines, range(1, len(lines) + 1)))
    assert time.perf_counter() - begin < 3


def test_a_number_over_two_rows_is_printed_once() -> None:
    """Two tasks under one number of a table (its cell is merged) are 7a and 7b; a number in two cells is doubled."""
    from graphmodel.graph import AccountabilityGraph
    from loaders.assembly import Assembly, GridCell
    from loaders.load import load
    from queries.audit import audit

    def told(again: bool) -> list[str]:
        laid, first, one = Assembly(), GridCell("t1r1c0", ["7"]), GridCell("t1r2c0", ["7"])
        laid.line("沅平市供水任务分工表", "p1")
        heads = [GridCell(f"t1r0c{n}", [words]) for n, words in enumerate(("序号", "任务", "责任单位"))]
        rows = [
            [GridCell(f"t1r{y}c{n}", [w]) for n, w in enumerate(words, 1)]
            for y, words in enumerate((("更新管网", "市水务局"), ("新建水厂", "市财政局"), ("清淤", "市水务局")), 1)
        ]
        laid.table([heads, [first, *rows[0]], [one if again else first, *rows[1]], [GridCell("t1r3c0", ["8"]), *rows[2]]])
        graph = AccountabilityGraph.of([load(laid.source("t.docx", ""))])
        return [f.message.zh for f in audit(graph) if f.rule == "numbering-gap"]

    assert told(False) == [] and [m[:7] for m in told(True)] == ["编号7出现两次"]
