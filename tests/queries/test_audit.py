"""The engine: order, doubles, levels, causes, selection; and each rule's page, whose two examples are run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tinyplans import Tiny, numbered

import queries.audit as engine
from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import LEVELS, Remark, Rule, audit, chosen, find_rule, rules
from queries.measure import UnknownName
from queries.page import Page, Passage, read_page

SAME = Passage("同", "same")
PAGE = Page(SAME, SAME, SAME, SAME, "bad", "good", SAME)


def remark(n: int, **more: object) -> Remark:
    return Remark(Words(f"第{n}条。", f"No. {n}."), Words("改。", "Mend."), lines=((n, n),), **more)  # type: ignore[arg-type]


@pytest.fixture
def graph() -> AccountabilityGraph:
    return numbered("1.甲。", "2.乙。").graph()


def with_rules(monkeypatch: pytest.MonkeyPatch, *pairs: tuple[str, list[Remark]], **more: object) -> None:
    def make(code: str, remarks: list[Remark]) -> Rule:
        def check(_: AccountabilityGraph, limits: object) -> Iterator[Remark]:
            yield from remarks

        return Rule(code, code.lower().replace("1", "-one"), "warning", PAGE, check, **more)  # type: ignore[arg-type]

    made = tuple(make(code, remarks) for code, remarks in pairs)
    monkeypatch.setattr(engine, "rules", lambda: made)


def test_findings_are_sorted_by_line_then_code(monkeypatch: pytest.MonkeyPatch, graph: AccountabilityGraph) -> None:
    with_rules(monkeypatch, ("B1", [remark(3), remark(1)]), ("A1", [remark(3), remark(2)]))
    assert [(f.lines[0][0], f.code) for f in audit(graph)] == [(1, "B1"), (2, "A1"), (3, "A1"), (3, "B1")]


def test_doubles_go(monkeypatch: pytest.MonkeyPatch, graph: AccountabilityGraph) -> None:
    with_rules(monkeypatch, ("A1", [remark(1), remark(1), remark(2)]))
    assert len(audit(graph)) == 2


@pytest.mark.parametrize(("asked", "given"), [("review", "review"), ("error", "warning"), (None, "warning")])
def test_a_remark_may_lower_its_level_only(monkeypatch: pytest.MonkeyPatch, graph: AccountabilityGraph, asked: str, given: str) -> None:
    with_rules(monkeypatch, ("A1", [remark(1, level=asked)]))
    assert audit(graph)[0].level == given


def test_causes(monkeypatch: pytest.MonkeyPatch, graph: AccountabilityGraph) -> None:
    with_rules(
        monkeypatch,
        ("A1", [remark(5, because="gap"), remark(6, because="nothing such")]),
        ("B1", [remark(7, key="gap"), remark(8, key="self", because="self")]),
    )
    assert [f.follows_from for f in audit(graph)] == [2, None, None, None]


def test_settings_change_levels(monkeypatch: pytest.MonkeyPatch, graph: AccountabilityGraph) -> None:
    with_rules(monkeypatch, ("A1", [remark(1)]), ("B1", [remark(2)]))
    assert [f.level for f in audit(graph, settings={"a1": "error", "b-one": "review"})] == ["error", "review"]
    with pytest.raises(ValueError, match="fatal"):
        audit(graph, settings={"a1": "fatal"})  # type: ignore[dict-item]


def test_rules_off_by_default_run_when_asked(monkeypatch: pytest.MonkeyPatch, graph: AccountabilityGraph) -> None:
    with_rules(monkeypatch, ("A1", [remark(1)]), standard=False)
    assert audit(graph) == ()
    assert len(audit(graph, select=["A1"])) == 1


@pytest.mark.parametrize(("select", "ignore", "codes"), [
    (["TXT601"], None, ["TXT601"]), (["numbering-gap"], None, ["TXT601"]), (["txt601", "numbering-gap"], None, ["TXT601"]),
    (["numbering_gap"], None, ["TXT601"]),
    (["OWN"], ["OWN104"], ["OWN101"]), (["TXT601"], ["TXT"], []), ([], None, []),
])  # fmt: skip
def test_chosen(select: list[str], ignore: list[str] | None, codes: list[str]) -> None:
    found = [r.code for r in chosen(select, ignore)]
    assert [c for c in found if c in ("OWN101", "OWN104") or not c.startswith("OWN")] == codes


@pytest.mark.parametrize(("name", "near"), [("no-ownr", "no-owner"), ("numbering", "numbering-gap"), ("OWN110x", "OWN101")])
def test_a_rule_that_is_not_there_is_told_with_the_nearest(name: str, near: str) -> None:
    with pytest.raises(UnknownName) as told:
        find_rule(name)
    assert near in told.value.nearest and near in told.value.zh and near in told.value.en


@pytest.mark.parametrize("name", ["zzz", "", "   ", "@@@@", "T"])
def test_a_rule_without_neighbours(name: str) -> None:
    with pytest.raises(UnknownName):
        chosen([name])


def test_the_audit_is_the_same_every_time() -> None:
    tiny = numbered("1.甲。", "2.乙。", "4.丁。", "4.戊。")
    tiny.task("无人负责的工作。")
    assert audit(tiny.graph()) == audit(tiny.graph())


def test_an_empty_graph_has_no_findings() -> None:
    assert audit(AccountabilityGraph.of([])) == ()
    assert audit(Tiny().graph()) == ()


def test_two_plans_stand_one_after_the_other() -> None:
    first, second = numbered("1.甲。", "3.丙。"), numbered("1.甲。", "3.丙。")
    second.title = second.lines[0] = "石门县环境整治工作任务分工方案"
    both = AccountabilityGraph.of([first.plan(), second.plan()])
    docs = [f.quotes[0].doc for f in audit(both, select=["TXT601"])]
    assert docs == both.documents()


# --- pages ------------------------------------------------------------------------------------------------------------------------------

GOOD = """标题 / A title.

    说明 / What it says
    查什么。
    What (a line with 略 in it stays English).
    理由 / Why
    为什么。
    Why.
    来源 / Source
    书。
    反例 / Bad example
    ```text
    坏
      缩进
    ```
    正例 / Good example
    ```text
    好
    ```
    修改 / How to mend
    改。
    Mend.
    """


def test_a_page_is_read() -> None:
    page = read_page(GOOD)
    assert page.title == Passage("标题", "A title")
    assert page.says == Passage("查什么。", "What (a line with 略 in it stays English).")
    assert (page.bad, page.good) == ("坏\n  缩进\n", "好\n")


@pytest.mark.parametrize(("name", "docstring", "part"), [
    ("no page", "", "说明"), ("no mend", GOOD.replace("修改 / How to mend", "修改"), "修改"), ("no English", GOOD.replace("    Why.\n", ""),
    "why"),
    ("no fence", GOOD.replace("```text\n    好\n    ```", "好"), "good"), ("no English title", GOOD.replace(" / A title", ""), "English"),
    ("another order", GOOD.replace("说明 / What it says", "X").replace("理由 / Why", "说明 / What it says").replace("X", "理由 / Why"),
    "order"),
])  # fmt: skip
def test_a_page_that_is_not_complete_is_refused(name: str, docstring: str, part: str) -> None:
    with pytest.raises(ValueError, match=part):
        read_page(docstring)


def found_in(rule: Rule, text: str) -> list[str]:
    import fengong

    return [f.message.zh for f in audit(fengong.graph(fengong.read(text)), select=[rule.code])]


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.name)
def test_the_bad_example_gives_this_finding(rule: Rule) -> None:
    assert found_in(rule, rule.page.bad)


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.name)
def test_the_good_example_gives_none(rule: Rule) -> None:
    assert found_in(rule, rule.page.good) == []


def test_levels_are_known() -> None:
    assert {r.level for r in rules()} <= set(LEVELS)
