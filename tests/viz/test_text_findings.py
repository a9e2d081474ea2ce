"""Findings for people: what a hostile plan may not do, columns of Chinese, marks under the right words."""

from __future__ import annotations

import json as stdlib_json

import pytest

from fengong import read
from graphmodel.finding import Finding, Quote, Words
from graphmodel.graph import AccountabilityGraph
from graphmodel.plan import Deadline, Department, Duty, Header, Plan, Source, Task, Unit
from graphmodel.text import Lines
from viz.excerpt import excerpt
from viz.format import Sheet, format_for_path, format_named, formats
from viz.formats.account import account, account_lines
from viz.formats.text import text as text_form
from viz.seen import clip, pad, visible, width, wrap
from viz.taken import taken_lines

SEEN = [
    ("plain", "完成清淤 ABC", "完成清淤 ABC"),
    ("escape", "\x1b[31m红", "\\x1b[31m红"),
    ("bell and backspace", "\a\b", "\\x07\\x08"),
    ("c1", "\x9b31m", "\\x9b31m"),
    ("direction", "甲\u202e乙\u2066", "甲\\u202e乙\\u2066"),
    ("hidden", "甲\u200b乙\ufeff", "甲\\u200b乙\\ufeff"),
    ("line separators", "甲\u2028乙\u0085丙\n", "甲\\u2028乙\\x85丙\\x0a"),
    ("lone surrogate", "甲\ud800", "甲\\ud800"),
    ("tag", "\U000e0041", "\\U000e0041"),
    ("tab", "甲\t乙", "甲 乙"),
    ("beyond the basic plane", "𠮷", "𠮷"),
]


@pytest.mark.parametrize(("raw", "shown"), [s[1:] for s in SEEN], ids=[s[0] for s in SEEN])
def test_visible(raw: str, shown: str) -> None:
    assert visible(raw) == shown


WIDTHS = [
    ("ascii", "abc", 3, 3),
    ("han", "完成", 4, 4),
    ("full-width", "（，", 4, 4),
    ("ambiguous", "“…", 2, 4),
    ("combining", "e\u0301", 1, 1),
    ("rare", "𠮷", 2, 2),
]


@pytest.mark.parametrize(("words", "one", "two"), [w[1:] for w in WIDTHS], ids=[w[0] for w in WIDTHS])
def test_width(words: str, one: int, two: int) -> None:
    assert (width(words), width(words, 2)) == (one, two)


def test_pad_and_clip() -> None:
    assert pad("完成", 6) == "完成  " and pad("完成", 2) == "完成"
    assert clip("完成清淤", 8) == "完成清淤" and clip("完成清淤", 7) == "完成清…"
    assert clip("完成清淤", 7, 2) == "完成…"


@pytest.mark.parametrize("to", [10, 17, 40])
def test_wrap_keeps_words_and_punctuation_together(to: int) -> None:
    words = "编号由(二)跳到(四)，缺(三)。See fengong explain TXT601，再“顺次”编号；averyveryveryverylongword。"
    lines = wrap(words, to)
    assert all(width(line) <= to for line in lines)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert not any(line[0] in "，。；）" for line in lines if width(line) > 2)
    assert wrap("", to) == [""]


TEXT = "一、任务\n1.完成“老城区”清淤\x1b[31m，由水利局负责。\n" + "前" * 100 + "重点" + "后" * 100 + "\n\n五\n六\n七\n八\n九\n十"


@pytest.mark.parametrize("ambiguous", [1, 2])
@pytest.mark.parametrize("words", ["完成", "“老城区”", "水利局", "清淤\x1b[31m，由", "重点", "前前重点后后", "五\n六"])
def test_marks_stand_under_the_words(words: str, ambiguous: int) -> None:
    start = TEXT.index(words)
    rows = excerpt(Lines(TEXT), (start, start + len(words)), 60, ambiguous)
    marked = ""
    for row in rows:
        assert width(row.text, ambiguous) <= 60
        column = 0
        for c in row.text:
            if row.marks[column : column + 1] == "^":
                marked += c
            column += width(c, ambiguous)
    assert marked == "".join(map(visible, words.split("\n")))
    assert rows[0].number == TEXT.count("\n", 0, start) + 1


def test_a_span_of_many_lines_shows_the_first_and_the_last() -> None:
    start = TEXT.index("五")
    rows = excerpt(Lines(TEXT), (start, len(TEXT)), 60)
    assert [(r.number, r.text) for r in rows] == [(5, "五"), (6, "六"), (7, "七"), (None, "…"), (10, "十")]


def test_a_span_longer_than_a_page_is_cut() -> None:
    rows = excerpt(Lines("改" * 5000), (0, 5000), 60)
    assert len(rows) == 3 and rows[-1].text.endswith("…") and rows[1].number is None


# --- the whole sheet ---------------------------------------------------------------------------------------------------

SOURCE = "青岚区任务分工\n1.清理\u202e河道\x1b[2J。(责任单位:区水利局)\n2.建设公园。\n看不懂的一行\n"


@pytest.fixture
def graph() -> AccountabilityGraph:
    water = Department("区水利局", "青岚区水利局")
    duty = Duty("LEADS", "牵", Unit("区水利局", (SOURCE.index("区水利局"), SOURCE.index("区水利局") + 4), "区水利局"), (0, 1))
    first, second = SOURCE.index("清理"), SOURCE.index("建设公园")
    tasks = (
        Task(
            "清理河道",
            SOURCE[first : first + 10],
            (first, first + 10),
            "1.",
            ("一、重点\x1b]0;x\x07",),
            deadline=Deadline(),
            duties=(duty,),
        ),
        Task("建设公园", "建设公园", (second, second + 4), "2."),
    )
    plan = Plan(
        Source(SOURCE, "方案\x1b[31m.txt"), Header("青岚区任务分工"), tasks=tasks, departments=(water,),
        taken=("header", "task", "task", "unread", ""), unread=((4, "看不懂 / not understood"),),
    )  # fmt: skip
    return AccountabilityGraph.of([plan])


def finding(graph: AccountabilityGraph, level: str, line: int, words: str, follows: int | None = None) -> Finding:
    doc = graph.documents()[0]
    start = SOURCE.index(words)
    quote = Quote(doc, (start, start + len(words)), words)
    said = Words(f"“{words}”有问题。", f"something is wrong with “{words}”.")
    return Finding("no-owner", "OWN101", level, (), ((line, line),), (), (quote,), said, Words("改。", "mend it."), follows)  # type: ignore[arg-type]


def test_nothing_of_a_hostile_plan_reaches_the_terminal(graph: AccountabilityGraph) -> None:
    for lang in ("zh", "en"):
        shown = text_form.render(Sheet(graph, (finding(graph, "error", 2, "清理\u202e河道\x1b[2J"),), lang))  # type: ignore[arg-type]
        shown += "\n".join(account_lines(account(graph), lang)) + "\n".join(taken_lines(graph, graph.documents()[0], lang))  # type: ignore[arg-type]
        assert not set(shown) & set("\x1b\x07\u202e\x9b")
        assert "\\x1b[2J" in shown and "\\u202e" in shown


def test_grouped_by_place_with_summary(graph: AccountabilityGraph) -> None:
    found = (finding(graph, "error", 2, "清理"), finding(graph, "warning", 2, "河道", follows=0), finding(graph, "review", 3, "建设公园"))
    shown = text_form.render(Sheet(graph, found, "en"))
    assert shown.count("line 2\n") == 1 and "line 3" not in shown and shown.count("mend it.") == 1
    assert "error OWN101 no-owner: something is wrong" in shown and "(follows from OWN101, line 2)" in " ".join(shown.split())
    assert "1 error, 1 warning, 1 review remark." in shown and "--level review" in shown
    whole = text_form.render(Sheet(graph, found, "zh", level="review"))
    assert "第 3 行" in whole and "--level" not in whole and "1 个错误，1 个警告，1 条复核意见。" in whole
    assert "没有发现问题。" in text_form.render(Sheet(graph, (), "zh"))


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(graph: AccountabilityGraph, columns: int) -> None:
    found = tuple(finding(graph, "error", line, words) for line, words in ((2, SOURCE[8:30]), (3, "建设公园")))
    for line in text_form.render(Sheet(graph, found, "zh", width=columns)).split("\n"):
        assert width(line) <= columns


def test_colours_only_when_asked_for(graph: AccountabilityGraph) -> None:
    found = (finding(graph, "error", 3, "建设公园"),)
    plain, painted = (text_form.render(Sheet(graph, found, "zh", colour=colour)) for colour in (False, True))
    assert "\x1b" not in plain and "\x1b[31;1m" in painted


def test_json_holds_every_level_the_same_each_time(graph: AccountabilityGraph) -> None:
    found = (finding(graph, "error", 2, "清理"), finding(graph, "review", 3, "建设公园"))
    form = format_named("json")
    assert form is not None and form.data
    whole = form.render(Sheet(graph, found, "zh", level="error"))
    assert [f["level"] for f in stdlib_json.loads(whole)["findings"]] == ["error", "review"]
    assert whole == form.render(Sheet(graph, found, "en"))


def test_formats_are_found_by_their_folder() -> None:
    assert {"json", "text"} <= {f.name for f in formats()}
    assert format_for_path("a.JSON") is format_named("json") and format_for_path("a.foo") is None


def test_account_counts_and_names_the_lines_not_understood(graph: AccountabilityGraph) -> None:
    (one,) = account(graph)
    assert (one.lines, one.tasks, one.duties, one.unread) == (4, 2, 1, ((4, "看不懂 / not understood"),))
    assert account_lines((one,), "en") == [f"{visible(one.source)}: 4 lines, 2 tasks, 1 duty, 1 line not understood (4)"]
    assert "（第 4 行）" in account_lines((one,), "zh")[0]


def test_account_of_many_plans_names_only_those_that_want_attention(graph: AccountabilityGraph) -> None:
    (one,) = account(graph)
    from dataclasses import replace

    many = (*[replace(one, unread=(), source=f"{n}.txt") for n in range(30)], one, replace(one, duties=0, source="idle.txt", unread=()))
    told = account_lines(many, "en")
    assert len(told) == 3 and "idle.txt" in told[1] and told[2].startswith("32 plans in all: 128 lines, 64 tasks, 31 duties")


def test_taken_gives_the_reason_below_the_line(graph: AccountabilityGraph) -> None:
    shown = list(taken_lines(graph, graph.documents()[0], "en"))
    assert shown[3] == "4  unread  看不懂的一行" and shown[4].strip() == "^ not understood"
    assert shown[2] == "3  task    2.建设公园。"


def test_long_lines_of_the_text_break_below_their_words() -> None:
    plan = read("沅平市工作方案\n一、重点任务\n1.推进老城区雨污分流改造，完成全部管网普查和检测修复工作。（责任单位：市水利局）\n2.清淤。（责任单位：市水利局）\n")
    graph = AccountabilityGraph.of([plan])
    shown = list(taken_lines(graph, graph.documents()[0], "zh", columns=40))
    assert max(map(width, shown)) <= 40
    assert [line for line in shown if line.startswith(" ")], "what goes on stands below the words"
    assert "".join(line.strip() for line in shown[2:5]).replace(" ", "").startswith("3任务1.推进老城区雨污分流改造，完成全部管网普查和检测修复工作。")
