"""The statistics against values worked out by hand or known from their definitions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.robust import far_above, gini, hhi, modified_z, quartile, upper_fence

counts = st.lists(st.integers(0, 60), min_size=1, max_size=40)


@pytest.mark.parametrize(("values", "share", "result"), [
    ([1, 2, 3, 4, 5], 0.25, 2.0), ([1, 2, 3, 4], 0.25, 1.75), ([1, 2, 3, 4], 0.75, 3.25), ([7], 0.75, 7.0),
])  # fmt: skip
def test_quartile(values: list[float], share: float, result: float) -> None:
    assert quartile(values, share) == result


def test_quartile_of_nothing_is_misuse() -> None:
    with pytest.raises(ValueError):
        quartile([], 0.5)


@pytest.mark.parametrize(("value", "values", "result"), [
    (10, [1, 2, 3, 4, 10], 0.6745 * 7 / 1),
    (5, [5, 5, 5, 5], 0.0),
    (8, [1, 1, 1, 1, 8], 7 / (1.253314 * 1.4)),  # the MAD is 0: the mean absolute deviation stands in
    (0, [1, 2, 3, 4, 10], 0.6745 * -3 / 1),
])  # fmt: skip
def test_modified_z(value: float, values: list[float], result: float) -> None:
    assert modified_z(value, values) == pytest.approx(result)


def test_upper_fence() -> None:
    assert upper_fence([10, 1, 2, 3, 4]) == 4 + 1.5 * 2


@pytest.mark.parametrize(("name", "value", "values", "far"), [
    ("one leads nine, nobody else more than two", 9, [9, 2, 2, 1, 1, 1, 1], True),
    ("ten where the median is two", 10, [10, 4, 3, 2, 2, 2, 1, 1, 1], True),
    ("two where the others have one is chance", 2, [2, 1, 1, 1, 1, 1, 1], False),
    ("three where the others have one is chance", 3, [3, 1, 1, 1, 1, 1, 1], False),
    ("everybody the same", 5, [5, 5, 5, 5, 5], False),
    ("an even slope", 6, [1, 2, 3, 4, 5, 6], False),
    ("four peers give no verdict", 30, [30, 1, 1, 1], False),
    ("the lowest is never far above", 1, [1, 30, 30, 30, 30], False),
    ("two heavy units are both far above", 10, [10, 10, 2, 2, 2, 2, 3, 1, 1, 2, 1], True),
])  # fmt: skip
def test_far_above(name: str, value: float, values: list[float], far: bool) -> None:
    assert far_above(value, values) is far, name


@pytest.mark.parametrize(("values", "h", "g"), [
    ([1, 1, 1, 1], 0.25, 0.0), ([4, 0, 0, 0], 1.0, 0.75), ([], 0.0, 0.0), ([0, 0], 0.0, 0.0), ([1, 3], 0.625, 0.25),
])  # fmt: skip
def test_concentration(values: list[float], h: float, g: float) -> None:
    assert hhi(values) == pytest.approx(h)
    assert gini(values) == pytest.approx(g)


@given(counts)
def test_bounds(values: list[int]) -> None:
    assert 0 <= gini(values) < 1
    assert 0 <= hhi(values) <= 1 + 1e-9
    if sum(values):
        assert hhi(values) >= 1 / len(values) - 1e-9


@given(counts, st.integers(2, 9))
def test_shares_do_not_depend_on_the_scale(values: list[int], times: int) -> None:
    assert gini([v * times for v in values]) == pytest.approx(gini(values))
    assert hhi([v * times for v in values]) == pytest.approx(hhi(values))


@given(st.lists(st.integers(1, 60), min_size=5, max_size=40))
def test_never_the_median_itself(values: list[int]) -> None:
    assert not far_above(sorted(values)[len(values) // 2 - (len(values) % 2 == 0)], values)
