"""Near-duplicates among many texts: what is found, what is not, and that repetitions cost nothing."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.similar import COMMON, Near, likeness, near, partners

PLANT = "推进石门河清淤疏浚和两岸绿化工程"


@pytest.mark.parametrize(
    "other",
    [
        "推进石门河清淤疏浚和两岸绿化",
        "推进石门河清淤疏浚两岸绿化工程",
        "加快推进石门河清淤疏浚和两岸绿化工程",
        "推进石门河清淤疏浚及两岸绿化工程",
    ],
)
def test_an_edited_text_is_found(other: str) -> None:
    found = near([PLANT, other, "建设城区公共停车场", "开展食品安全专项检查"])
    assert [{n.one, n.other} for n in found] == [{PLANT, other}]
    assert found[0].similarity == pytest.approx(likeness(PLANT, other))


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [PLANT],
        [PLANT, PLANT],  # the same text is one text
        [PLANT, "建设城区公共停车场"],
        [PLANT, "推进石门河"],  # a part of it is not nearly the same
        ["", "路"],
    ],
)
def test_nothing_is_found(texts: list[str]) -> None:
    assert near(texts) == []


@pytest.mark.parametrize("floor", [0.0, -1.0, 1.01])
def test_a_floor_outside_of_its_range_is_refused(floor: float) -> None:
    with pytest.raises(ValueError, match="floor"):
        near([PLANT], floor)


HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x4FFF)
TEXT = st.text(HAN, min_size=12, max_size=40)


@st.composite
def planted(draw: st.DrawFn) -> tuple[list[str], str, str]:
    """A list of tasks with a small edit of one of them put in; the task and the edit."""
    texts = draw(st.lists(TEXT, min_size=1, max_size=12, unique=True))
    chosen = draw(st.sampled_from(texts))
    at = draw(st.integers(0, len(chosen) - 1))
    kind = draw(st.sampled_from(["leave out", "put in", "exchange"]))
    word = draw(st.text(HAN, min_size=1, max_size=2))
    edit = chosen[:at] + ("" if kind == "leave out" else word) + chosen[at + (0 if kind == "put in" else 1) :]
    return draw(st.permutations([*texts, edit])), chosen, edit


@given(planted())
def test_a_planted_edit_is_always_found(case: tuple[list[str], str, str]) -> None:
    texts, chosen, edit = case
    if edit == chosen or likeness(chosen, edit) < 0.75:
        return
    one, other = sorted((chosen, edit))
    assert Near(one, other, likeness(one, other)) in near(texts)


@given(st.lists(st.text("甲乙丙丁推进", max_size=12), max_size=12), st.randoms(use_true_random=False))
def test_order_changes_nothing(texts: list[str], shuffle: random.Random) -> None:
    mixed = list(texts)
    shuffle.shuffle(mixed)
    assert near(texts, 0.5) == near(mixed, 0.5)


@given(st.lists(st.text("甲乙丙丁推进", min_size=3, max_size=12), max_size=12))
def test_what_is_found_is_what_comparing_all_would_find(texts: list[str]) -> None:
    """Up to COMMON texts no n-gram is boilerplate: a pair is found if and only if it shares a 3-gram and is alike enough."""
    distinct = sorted(set(texts))
    trigrams = {t: {t[i : i + 3] for i in range(len(t) - 2)} for t in distinct}
    wanted = {(a, b) for a in distinct for b in distinct if a < b and trigrams[a] & trigrams[b] and likeness(a, b) >= 0.6}
    assert {(n.one, n.other) for n in near(texts, 0.6)} == wanted


def test_boilerplate_opens_no_pair_but_a_rare_word_does() -> None:
    boilerplate = [f"切实加强组织领导{chr(0x4E00 + 7 * i)}" for i in range(COMMON + 40)]
    assert sum(1 for _ in partners(boilerplate, 3)) == 0
    rare = ["切实加强组织领导石门河", "切实加强组织领导石门河道"]
    assert [(n.one, n.other) for n in near([*boilerplate, *rare])] == [(rare[0], rare[1])]


@pytest.mark.parametrize("make", [lambda n: ["推" * n], lambda n: ["推进" * 20 + chr(0x4E00 + i % 20000) for i in range(n)]])
def test_hostile_repetitions_stay_linear(make: object) -> None:
    def seconds(n: int) -> float:
        texts = make(n)  # type: ignore[operator]
        start = time.perf_counter()
        near(texts)
        return time.perf_counter() - start

    seconds(200)
    assert seconds(8000) < 60 * max(seconds(800), 0.002)  # linear: 10 times; quadratic: 100 times
