"""Statistics that few and skewed figures do not lead astray. Plain Python, no numpy."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

LEAST_PEERS = 5  # below it a group has no usual load to be compared with


def quartile(sorted_values: Sequence[float], share: float) -> float:
    """The value below which ``share`` of the sorted values lie, interpolated (Hyndman & Fan 1996, type 7). Raises ValueError on no
    values."""
    if not sorted_values:
        raise ValueError("a quartile needs at least one value")
    at = (len(sorted_values) - 1) * share
    low = int(at)
    high = min(low + 1, len(sorted_values) - 1)
    return sorted_values[low] + (sorted_values[high] - sorted_values[low]) * (at - low)


def median(values: Sequence[float]) -> float:
    """The middle value, or the mean of the middle two. Raises ValueError on no values. (The module ``statistics`` takes longer to import than a plan to audit.)"""
    return quartile(sorted(values), 0.5)


def upper_fence(values: Sequence[float]) -> float:
    """Q3 + 1.5 IQR, the upper inner fence of Tukey (Exploratory Data Analysis, 1977)."""
    ordered = sorted(values)
    first, third = quartile(ordered, 0.25), quartile(ordered, 0.75)
    return third + 1.5 * (third - first)


def modified_z(value: float, values: Sequence[float]) -> float:
    """How many robust standard deviations ``value`` lies above the median of ``values``.

    0.6745 (x - median) / MAD after Iglewicz & Hoaglin (How to Detect and Handle Outliers, 1993). Where more than half of the values are
    equal the MAD is
    0; then the mean absolute deviation stands in, (x - median) / (1.2533 MeanAD), as they propose. All values equal: 0.
    """
    middle = median(values)
    deviations = [abs(x - middle) for x in values]
    mad = median(deviations)
    if mad:
        return 0.6745 * (value - middle) / mad
    mean_ad = sum(deviations) / len(deviations)
    return (value - middle) / (1.253314 * mean_ad) if mean_ad else 0.0


def far_above(value: float, values: Sequence[float]) -> bool:
    """Whether a count lies far above its peers' counts (``values`` hold it too): three tests of different make must agree.

    Modified z-score above 3.5 (Iglewicz & Hoaglin 1993), above Tukey's fence (1977), and further above the median than chance moves a
    count: three
    Poisson standard deviations, 3 √median. The third keeps "two where the others have one" from being called far. False under five values.
    """
    if len(values) < LEAST_PEERS:
        return False
    middle = median(values)
    return modified_z(value, values) > 3.5 and value > upper_fence(values) and value > middle + 3 * sqrt(middle)


def hhi(values: Sequence[float]) -> float:
    """Herfindahl–Hirschman index of the shares: 1/n when all carry the same, 1 when one carries all, 0 without any load."""
    total = sum(values)
    return sum((v / total) ** 2 for v in values) if total else 0.0


def gini(values: Sequence[float]) -> float:
    """Gini coefficient (Gini 1912): 0 when all carry the same, near 1 when one carries all, 0 without any load."""
    ordered = sorted(values)
    total = sum(ordered)
    if not total:
        return 0.0
    n = len(ordered)
    return sum((2 * i - n - 1) * v for i, v in enumerate(ordered, 1)) / (n * total)
