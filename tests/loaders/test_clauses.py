"""Clauses with a verb: who does what, which clauses say no duty, and where a date stands among them.

Notation: ``lead 牵头: A B`` a part, its word and its units, ``→ work``; ``rest``: clauses without a duty; ``due``: a date.
"""

from __future__ import annotations

import pytest

from loaders.grammar.clauses import Clauses, all_units, clause, clauses, set_aside, split_label_value
from loaders.grammar.units import Named, units
from loaders.statement import Said


def line(s: Said) -> str:
    assert s.basis in ("verb", "inherited")
    names = " ".join(n.printed + ("…" if n.tail else "") for n in s.units)
    return f"{s.part} {s.label}: {names}" + (f" → {s.work}" if s.work else "")


def lines(text: str, got: Clauses | None) -> list[str]:
    if got is None:
        return []
    out = [line(s) for s in got.said] + [f"rest: {text[a:b]}" for a, b in got.rest]
    return [*out, f"due: {text[slice(*got.deadline)]}"] if got.deadline else out


SAID = {
    # one verb
    "市教育局牵头": ["lead 牵头: 市教育局"],
    "市教育局总牵头": ["lead 总牵头: 市教育局"],
    "市教育局牵头负责": ["lead 牵头负责: 市教育局"],
    "市教育局负责": ["answer 负责: 市教育局"],
    "市教育局落实": ["answer 落实: 市教育局"],
    "市教育局承担": ["answer 承担: 市教育局"],
    "市教育局推进": ["answer 推进: 市教育局"],
    "市教育局为责任单位": ["answer 为责任单位: 市教育局"],
    "市教育局作为业主单位": ["answer 作为业主单位: 市教育局"],
    "市教育局根据职责分工抓好落实": ["answer 抓好落实: 市教育局"],
    "市教育局配合": ["help 配合: 市教育局"],
    "市教育局支持": ["help 支持: 市教育局"],
    "市教育局各司其职": ["help 各司其职: 市教育局"],
    "市教育局监管": ["watch 监管: 市教育局"],
    "市教育局负责监督": ["watch 负责监督: 市教育局"],
    "市教育局负责督促落实": ["watch 负责督促落实: 市教育局"],
    "由市教育局负责": ["answer 负责: 市教育局"],
    # several units, and how they do it
    "市教育局、市财政局负责": ["answer 负责: 市教育局 市财政局"],
    "市教育局和市财政局分别负责": ["answer 负责: 市教育局 市财政局"],
    "市教育局按照各自职责共同负责": ["answer 负责: 市教育局"],
    "市教育局等部门按职责分工负责": ["answer 负责: 市教育局 部门…"],
    # several clauses
    "市教育局牵头,市财政局、市公安局按职责分工负责": ["lead 牵头: 市教育局", "answer 负责: 市财政局 市公安局"],
    "市教育局牵头;市财政局配合。": ["lead 牵头: 市教育局", "help 配合: 市财政局"],
    "市教育局牵头,,市财政局配合": ["lead 牵头: 市教育局", "help 配合: 市财政局"],
    ",市教育局负责": ["answer 负责: 市教育局"],
    "市教育局牵头,各有关部门配合,各县区负责落实": ["lead 牵头: 市教育局", "help 配合: 各有关部门", "answer 负责落实: 各县区"],
    "市教育局指导,各县(市、区)政府负责落实": ["watch 指导: 市教育局", "answer 负责落实: 各县(市、区)政府"],
    "市教育局主办,市财政局协办": ["lead 主办: 市教育局", "help 协办: 市财政局"],
    # units whose verb stands in a later clause
    "市教育局,市财政局,市公安局按职责分工负责": ["answer 负责: 市教育局 市财政局 市公安局"],
    "市教育局牵头,市司法局,市财政局配合,市公安局监督": ["lead 牵头: 市教育局", "help 配合: 市司法局 市财政局", "watch 监督: 市公安局"],
    "市教育局,市财政局。负责": ["answer 负责: 市教育局 市财政局"],
    "市教育局会同各方负责": ["answer 负责: 市教育局", "help 会同: 各方"],
    "市教育局负责,市财政局": ["answer 负责: 市教育局 市财政局"],
    "市教育局牵头,市民政局配合,市财政局,2021年底": ["lead 牵头: 市教育局", "help 配合: 市民政局 市财政局", "due: 2021年底"],
    # with whom
    "市教育局会同市财政局负责": ["answer 负责: 市教育局", "help 会同: 市财政局"],
    "市教育局商市财政局、市公安局负责": ["answer 负责: 市教育局", "help 会同: 市财政局 市公安局"],
    "市教育局联合市财政局负责": ["answer 负责: 市教育局", "help 会同: 市财政局"],
    "由市教育局会同市财政局牵头": ["lead 牵头: 市教育局", "help 会同: 市财政局"],
    "市教育局积极会同市财政局负责评估": ["answer 负责: 市教育局 → 评估", "help 会同: 市财政局 → 评估"],
    "市教育局要会同市财政局负责评估": ["answer 负责: 市教育局 → 评估", "help 会同: 市财政局 → 评估"],
    "市局要会同市财政局推进": ["answer 推进: 市局", "help 会同: 市财政局"],
    "市教育局要牵头会同市财政局推进": ["answer 推进: 市教育局", "help 会同: 市财政局"],
    "市商务局会同市财政局负责": ["answer 负责: 市商务局", "help 会同: 市财政局"],
    "市教育局牵头,会同市财政局、市公安局": ["lead 牵头: 市教育局", "help 会同: 市财政局 市公安局"],
    "市教育局负责,并会同市财政局": ["answer 负责: 市教育局", "help 会同: 市财政局"],
    "市教育局牵头,会同市财政局负责": ["lead 牵头: 市教育局", "help 会同: 市财政局"],
    # what they do
    "市教育局负责规划编制,市财政局组织实施,市公安局配合": ["answer 负责: 市教育局 → 规划编制", "answer 实施: 市财政局", "help 配合: 市公安局"],
    "市教育局参与评估工作": ["help 参与: 市教育局 → 评估工作"],
    "市监委负责对落实情况进行监督检查": ["watch 负责: 市监委 → 对落实情况进行监督检查"],
    "市监委负责对各部门工作开展督查": ["watch 负责: 市监委 → 对各部门工作开展督查"],
    "市监委牵头对落实情况进行督查": ["lead 牵头: 市监委 → 对落实情况进行督查"],
    "市教育局负责对口帮扶": ["answer 负责: 市教育局 → 对口帮扶"],
    "学校项目由市教育局负责实施": ["answer 负责实施: 市教育局 → 学校项目"],
    "绿化工程由市教育局负责,道路工程由市财政局牵头,市公安局配合": ["answer 负责: 市教育局 → 绿化工程", "lead 牵头: 市财政局 → 道路工程", "help 配合: 市公安局"],
    # clauses without a duty
    "市教育局负责,形成合力": ["answer 负责: 市教育局", "rest: 形成合力"],
    "市教育局牵头,并共同负责,市财政局配合": ["lead 牵头: 市教育局", "help 配合: 市财政局", "rest: 并共同负责"],
    "按照职责分工,市教育局负责": ["answer 负责: 市教育局", "rest: 按照职责分工"],
    "在市委领导下,市教育局负责": ["answer 负责: 市教育局", "rest: 在市委领导下"],
    # dates among them
    "市教育局负责,2021年6月底完成": ["answer 负责: 市教育局", "due: 2021年6月底完成"],
    "市教育局负责,长期坚持": ["answer 负责: 市教育局", "due: 长期坚持"],
    "2021年6月底,市教育局负责": ["answer 负责: 市教育局", "due: 2021年6月底"],
    "6月底前,市教育局牵头,市财政局配合": ["lead 牵头: 市教育局", "help 配合: 市财政局", "due: 6月底前"],
    "市教育局负责,2021年6月底前完成全部准备工作并逐级上报再行验收": ["answer 负责: 市教育局", "rest: 2021年6月底前完成全部准备工作并逐级上报再行验收"],
    # a verb inside a name is none; brackets and quotation marks hold together
    "市推进办公室负责": ["answer 负责: 市推进办公室"],
    "市实施办公室牵头": ["lead 牵头: 市实施办公室"],
    "市市场监督管理局牵头,市教育局配合": ["lead 牵头: 市市场监督管理局", "help 配合: 市教育局"],
    "市社会联合会负责": ["answer 负责: 市社会联合会"],
    "市教育局(市语委办,市考试院)牵头,市财政局配合": ["lead 牵头: 市教育局(市语委办,市考试院)", "help 配合: 市财政局"],
    "“平安;法治”建设办公室牵头,市财政局配合": ["lead 牵头: “平安;法治”建设办公室", "help 配合: 市财政局"],
}
UNSAID = (
    "", "市教育局", "市教育局、市财政局", "加强管理", "负责", "牵头,配合", "市监督管理局", "加强协调,市教育局负责", "进一步推进改革工作", "2021年6月底", "市教育局,2021年底", "改革由上而下推进",
    "由于市场变化配合", "市教育局会同市财政局和加强管理牵头",
)  # fmt: skip


@pytest.mark.parametrize(("text", "want"), SAID.items(), ids=SAID.keys())
def test_what_clauses_say(text: str, want: list[str]) -> None:
    got = clauses(text, 0, len(text))
    assert lines(text, got) == want


@pytest.mark.parametrize("text", list(SAID), ids=list(SAID))
def test_clauses_say_the_same_wherever_they_stand(text: str) -> None:
    before, after = "市体育局牵头,(", "和市气象局配合,2020年底)"
    whole, shift = before + text + after, len(before)
    got, alone = clauses(whole, shift, shift + len(text)), clauses(text, 0, len(text))
    assert lines(whole, got) == lines(text, alone)
    assert got is not None
    for s in got.said:
        assert all(whole[n.start : n.end] == n.printed for n in s.units)


@pytest.mark.parametrize("text", UNSAID)
def test_what_says_no_duty(text: str) -> None:
    assert clauses(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "ends", "want"),
    [
        ("市教育局负责", True, ["answer 负责: 市教育局"]),
        ("市教育局负责评估", True, []),
        ("市教育局负责评估", False, ["answer 负责: 市教育局 → 评估"]),
        ("市教育局负责评估的落实", True, []),
        ("市教育局", False, []),
        ("负责", False, []),
        ("会同市教育局", False, ["help 会同: 市教育局"]),
        ("会同市教育局配合", False, ["help 会同: 市教育局"]),
        ("会同有关方面人士", False, []),
    ],
)
def test_one_clause(text: str, ends: bool, want: list[str]) -> None:
    assert [line(s) for s in clause(text, 0, len(text), ends=ends)] == want


def test_a_clause_takes_up_the_units_before_it() -> None:
    pending = units("市教育局、市财政局")
    (said,) = clause("市公安局负责", 0, 6, pending)
    assert line(said) == "answer 负责: 市教育局 市财政局 市公安局"
    (said,) = clause("负责", 0, 2, pending)
    assert line(said) == "answer 负责: 市教育局 市财政局"


def test_a_verb_far_behind_is_not_looked_for() -> None:
    many = "、".join(["市教育局"] * 80)
    assert clause(many + "负责", 0, len(many) + 2) == ()
    few = "、".join(["市教育局"] * 50)
    assert [len(s.units) for s in clause(few + "负责", 0, len(few) + 2)] == [50]


# text -> what stays, whether the first is the lead, 下同, what a blanket binds
ASIDE = {
    "市教育局、市财政局": ("市教育局、市财政局", False, False, []),
    "市教育局、市财政局。列第一位的为牵头单位": ("市教育局、市财政局", True, False, []),
    "市教育局、市财政局〔列第一位的为牵头单位,下同〕": ("市教育局、市财政局", True, True, []),
    "市教育局、市财政局负责,排在第一位的部门为牵头部门,下同": ("市教育局、市财政局负责", True, True, []),
    "排名第一的为牵头单位,市教育局、市财政局负责": (",市教育局、市财政局负责", True, False, []),
    "市教育局负责,下同": ("市教育局负责", False, False, []),
    "市教育局,以下各项工作均需各县(市、区)政府推进,不再单独列出": ("市教育局,", False, False, ["answer 推进: 各县(市、区)政府"]),
    "市教育局;以上任务均由市财政局、市审计局配合,不再列出": ("市教育局;", False, False, ["help 配合: 市财政局 市审计局"]),
    "以下任务均需市财政局参与,不再列出,市教育局": (",市教育局", False, False, ["help 参与: 市财政局"]),
    "列第一位的为牵头单位,下同。市教育局。以下均需市财政局落实,不再列出": ("市教育局。", True, True, ["answer 落实: 市财政局"]),
    "以下各项工作很重要": ("以下各项工作很重要", False, False, []),
}


@pytest.mark.parametrize(("text", "want"), ASIDE.items(), ids=ASIDE.keys())
@pytest.mark.parametrize("before", ["", "列第一位的为牵头单位,下同。任务(市体育局)"], ids=["alone", "behind"])
def test_what_is_set_aside(text: str, want: tuple[str, bool, bool, list[str]], before: str) -> None:
    after = ")。以下均需市气象局落实,不再列出"
    whole, a = before + text + after, len(before)
    plain, positional, ditto, inherited = set_aside(whole, a, a + len(text))
    assert len(plain) == len(whole)
    assert plain.startswith(before) and plain.endswith(after)
    stays = plain[a : a + len(text)]
    assert stays.strip("。") == want[0].strip("。")
    assert (positional, ditto, [line(s) for s in inherited]) == want[1:]
    assert all(s.basis == "inherited" and whole[n.start : n.end] == n.printed for s in inherited for n in s.units)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市教育局、市财政局,市公安局配合", "市教育局、市财政局,"),
        ("市教育局,市财政局,市公安局配合,市司法局负责", "市教育局,市财政局,"),
        ("市教育局牵头,市公安局配合", ""),
        ("市教育局、市财政局", ""),
        ("加强管理,市公安局配合", ""),
        ("市教育局,加强管理,市公安局配合", ""),
        ("", ""),
    ],
)
@pytest.mark.parametrize("before", ["", "责任单位:"])
def test_where_the_verbs_of_a_labels_value_begin(text: str, names: str, before: str) -> None:
    at = split_label_value(before + text, len(before), len(before + text))
    assert (before + text)[len(before) : at] == names


@pytest.mark.parametrize(
    ("text", "count"),
    [("市教育局、市财政局", 2), ("市教育局等部门", 2), ("东、西片区管理局", 2), ("市教育局、加强管理", 0), ("加强管理", 0), ("", 0), ("市教育局负责", 0)],
)
def test_nothing_but_names(text: str, count: int) -> None:
    found = all_units(f"({text})", 1, 1 + len(text))
    assert len(found) == count
    assert all(isinstance(n, Named) and n.start >= 1 for n in found)
