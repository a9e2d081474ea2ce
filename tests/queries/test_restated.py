"""Which tasks say the same: pairs that must be found beside pairs that must not."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.restated import families, restated
from queries.series import apart, marks, phase
from queries.wording import clauses, runs, skeleton

# So that words have a rarity: what the other tasks of a plan say.
OTHERS = (
    "加快老旧小区改造,完善配套设施,到2025年底前改造小区40个。",
    "推进普惠托育机构建设,每千人口托位数达到4.5个。",
    "建设城市公共停车场,新增停车位3000个。",
    "开展校园食品安全专项检查,检查覆盖率达到100%。",
    "推进政务服务事项网上办理,网办率达到95%以上。",
    "培育文化旅游龙头企业,办好青岚茶文化节。",
    "完善农村公路养护机制,实施农村公路提升工程120公里。",
    "加强森林防火巡护,完善应急预案。",
)

SAME = {
    "word for word": ("出台再生资源回收体系实施意见,建设废旧家电交易市场。", "出台再生资源回收体系实施意见,建设废旧家电交易市场;"),
    "other figures": ("建成区人均公园绿地面积达到15平方米。", "建成区人均公园绿地面积达到16平方米。"),
    "a part of a longer one": (
        "政府采购优先选用再生办公用品。",
        "制定政府采购目录,政府采购优先选用再生办公用品,公开采购结果,接受社会监督。",
    ),
    "one whole clause": (
        "举办以江河保护、候鸟迁徙为主题的摄影展,会同旅行社开发研学线路,带动住宿餐饮消费,壮大夜间经济。",
        "举办以江河保护、候鸟迁徙为主题的摄影展,整理非物质文化遗产名录,修缮古戏台,扶持民间剧团演出。",
    ),
    "other verbs": ("推进餐厨废弃物资源化利用。", "加快餐厨废弃物资源化处理。"),
    "under one title": (
        "加快共性关键技术攻关。在科技计划中设立专项,推动组建产业联盟,引进高水平团队,完善知识产权服务。",
        "支持共性关键技术、装备研制,建设中试平台,发布技术目录,举办成果对接会。",
    ),
}
OTHER = {
    "another object in front": ("空气环境质量达到功能区标准。", "水环境质量达到功能区标准。"),
    "another object within": ("建成区公园绿地500米覆盖率不低于80%。", "建成区公交站点500米覆盖率不低于90%。"),
    "another thing measured": ("单位地区生产总值能耗下降13%。", "单位地区生产总值用水量下降16%。"),
    "the next quarter": ("对各县区一季度创建完成情况开展督查。", "对各县区二季度创建完成情况开展督查。"),
    "the next year": ("2024年改造石门河堤防12公里。", "2025年改造石门河堤防18公里。"),
    "first draft and final": ("完成宣传片和图册初稿编制。", "完成宣传片和图册定稿编制。"),
    "only stock phrases": ("加强组织领导,健全工作机制。", "强化组织领导,完善工作机制。"),
    "helping the other": ("制定石材矿山关闭目标,按时完成矿山拆除验收。", "配合市工信局完成石材矿山关闭和矿山拆除验收。"),
    "each its own ground": ("对所辖水库的巡查、蓄水、泄洪负总责。", "对所辖水库的巡查、蓄水、泄洪负直接责任。"),
    "the same reason": ("按照深化放管服改革的要求,公布收费清单。", "按照深化放管服改革的要求,编制办事指南。"),
}


def said_twice(one: str, other: str) -> bool:
    """Whether the two, among the other tasks of a plan, are found to say the same."""
    texts = [*OTHERS[:4], one, *OTHERS[4:], other]
    at = (4, len(texts) - 1)
    if any(set(at) <= set(f) for f in families(texts)):
        return True
    return any((r.one, r.other) == at for r in restated(texts))


@pytest.mark.parametrize("case", SAME)
def test_said_twice(case: str) -> None:
    assert said_twice(*SAME[case])
    assert said_twice(*reversed(SAME[case]))


@pytest.mark.parametrize("case", OTHER)
def test_not_said_twice(case: str) -> None:
    assert not said_twice(*OTHER[case])
    assert not said_twice(*reversed(OTHER[case]))


def test_nothing_among_the_others() -> None:
    assert restated(OTHERS) == []
    assert all(len(f) == 1 for f in families(OTHERS))


def test_the_shared_words_stand_where_the_spans_say() -> None:
    one, other = SAME["a part of a longer one"]
    (found,) = restated([*OTHERS, one, other])
    assert found.kind == "contained"
    assert [one[slice(*s.one)] for s in found.shared] == ["政府采购优先选用再生办公用品"]
    assert [other[slice(*s.other)] for s in found.shared] == ["政府采购优先选用再生办公用品"]
    assert 0 < found.similarity < 1


WORDS = [*[w for pair in (*SAME.values(), *OTHER.values()) for w in pair], *OTHERS]


@given(st.lists(st.sampled_from(WORDS), max_size=10, unique=True), st.randoms(use_true_random=False))
def test_order_changes_nothing(texts: list[str], shuffle: random.Random) -> None:
    def found(given: list[str]) -> set[tuple[frozenset[str], float]]:
        return {(frozenset((given[r.one], given[r.other])), r.similarity) for r in restated(given)}

    mixed = list(texts)
    shuffle.shuffle(mixed)
    assert found(texts) == found(mixed)
    assert all(0 <= r.similarity <= 1 for r in restated(texts))


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str]:
    """A task of the others and the same with one of its clauses left out, moved, or a clause put in."""
    task = draw(st.sampled_from([t for t in OTHERS if t.count(",") >= 1]))
    parts = task.rstrip("。").split(",")
    kind = draw(st.sampled_from(["put in", "move", "verb"]))
    if kind == "put in":
        parts.insert(draw(st.integers(0, len(parts))), "切实抓好落实")
    elif kind == "move":
        parts = [*parts[1:], parts[0]]
    else:
        parts[0] = "积极" + parts[0]
    return task, ",".join(parts) + "。"


@given(edited())
def test_a_planted_edit_is_always_found(case: tuple[str, str]) -> None:
    task, edit = case
    texts = [*OTHERS, edit]
    assert [(texts[r.one], texts[r.other]) for r in restated(texts)] == [(task, edit)]


@pytest.mark.parametrize("text", ["、" * 100_000, "(" * 100_000, " " * 100_000, "推进" * 50_000, "绿" * 100_000, "到2025年" * 20_000])
def test_hostile_repetitions_end(text: str) -> None:
    assert isinstance(restated([text, text + "水", *OTHERS]), list)


@pytest.mark.parametrize(
    ("one", "other", "are_apart"),
    [
        ("一季度督查", "二季度督查", True),
        ("第一季度督查", "一季度督查", False),
        ("2024年完成", "2025年完成", True),
        ("2024年底完成", "完成", False),
        ("上半年", "下半年", True),
        ("首批企业", "第二批企业", True),
        ("初稿", "送审稿", True),
        ("3月底前", "6月底前", True),
        ("《目录(2013年本)》", "《目录(2019年本)》", False),
        ("三个月内", "六个月内", False),
        ("一期工程", "二期工程", True),
    ],
)
def test_series(one: str, other: str, are_apart: bool) -> None:
    assert apart(one, other) is are_apart
    assert apart(other, one) is are_apart
    assert not apart(one, one)


def test_marks_are_read_in_either_numeral() -> None:
    assert marks("二季度、十二月") == marks("第2季度、12月")


@pytest.mark.parametrize(
    ("headings", "wanted"),
    [
        (("三、工作步骤", "(一)启动阶段(1月1日至3月30日)"), "(一)启动阶段(1月1日至3月30日)"),
        (("二、重点任务", "(一)产业发展"), None),
        ((), None),
    ],
)
def test_phases(headings: tuple[str, ...], wanted: str | None) -> None:
    assert phase(headings) == wanted


@pytest.mark.parametrize(
    ("text", "cores"),
    [
        ("到2025年底前,全面推进石门河清淤疏浚,清淤率达到60%以上。", ["石门河清淤疏浚", "清淤"]),
        ("配合市水利局完成石门河清淤。", []),
        ("石门河治理\n推进石门河清淤。", ["石门河治理", "石门河清淤"]),
        ("", []),
    ],
)
def test_cores(text: str, cores: list[str]) -> None:
    found = clauses(text)
    assert [c.core for c in found] == cores
    for c in found:
        assert "".join(text[i] for i in c.at) == c.core


def test_a_title_is_a_first_sentence_that_names_the_task() -> None:
    assert [c.title for c in clauses("治理石门河。推进石门河清淤。")] == [True, False]
    assert not any(c.title for c in clauses("县水利局:推进石门河清淤。"))
    assert not any(c.title for c in clauses("推进石门河清淤。"))


def test_skeleton_keeps_letters_only() -> None:
    assert skeleton("到2025年,达到 60%(含)。") == "到年达到含"


def test_runs() -> None:
    assert runs("环境质量", "环境质量") == ((0, 0, 4),)
    assert runs("水环境质量", "空气环境质量") == ()
    assert runs("", "环境") == ()
