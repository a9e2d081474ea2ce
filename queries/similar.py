"""Texts that say nearly the same, among very many: an index over their rare character n-grams, verified letter by letter.

Method: two texts that differ by a few edits share most of their n-grams, the rare ones among them; so only texts that share
a rare n-gram are compared (prefix filtering over tokens in the order of rarity: Chaudhuri, Ganti, Kaushik 2006; Bayardo, Ma,
Srikant 2007). Common n-grams are boilerplate and open no pair, which bounds time and memory by the number of texts, whatever
they repeat. Texts that hold hardly a rare 3-gram are looked up once more by longer ones, which are rarer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

GRAM, LONG_GRAM = 3, 7  # characters
COMMON = 64  # an n-gram in more texts than this is boilerplate
FEW = 4096  # up to so many texts every rare n-gram is indexed; beyond, the KEPT rarest of each
KEPT = 8
REACH = 2000  # letters of a text that are compared: no task is longer, and the comparison of two texts is quadratic
POOR = 8  # a text with fewer rare 3-grams than this is looked up by long ones too


@dataclass(frozen=True, slots=True)
class Near:
    """Two different texts that say nearly the same; ``one`` < ``other``. ``similarity``: 0 to 1, the share of letters in common (Indel)."""

    one: str
    other: str
    similarity: float


def near(texts: Iterable[str], floor: float = 0.75) -> list[Near]:
    """Pairs of different texts with a similarity of at least ``floor``, the most similar first. Texts are compared as they are:
    give skeletons (queries/wording.py).

    Every such pair is found that shares a 3-gram which at most ``COMMON`` of the texts hold; above ``FEW`` texts, one that is among
    the ``KEPT`` rarest of both. Time and memory grow with the number of texts. The order in which they are given changes nothing.
    ValueError unless 0 < floor <= 1.
    """
    if not 0 < floor <= 1:
        raise ValueError(f"floor must lie in (0, 1], not {floor}")
    from rapidfuzz.distance import Indel

    distinct = sorted(set(texts))
    least = floor / (2 - floor)  # lengths further apart cannot reach the floor
    found: dict[tuple[int, int], float] = {}
    for pair in _candidates(distinct):
        one, other = distinct[pair[0]][:REACH], distinct[pair[1]][:REACH]
        short, long = sorted((len(one), len(other)))
        if short >= least * long:
            similarity = Indel.normalized_similarity(one, other, score_cutoff=floor - 1e-3)
            if similarity >= floor:  # its own cutoff rounds
                found[pair] = similarity
    ranked = sorted(found.items(), key=lambda f: (-f[1], f[0]))
    return [Near(distinct[i], distinct[j], similarity) for (i, j), similarity in ranked]


def likeness(one: str, other: str) -> float:
    """The share of letters two texts have in common, in order (normalized Indel similarity of the first ``REACH``, 0 to 1)."""
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(one[:REACH], other[:REACH]))


def _candidates(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    poor: list[int] = []
    yield from partners(texts, GRAM, poor)
    for i, j in partners([texts[k] for k in poor], LONG_GRAM):
        yield poor[i], poor[j]


def partners(texts: Sequence[str], size: int, poor: list[int] | None = None) -> Iterator[tuple[int, int]]:
    """Pairs (i, j), i < j, of texts that share a rare n-gram of ``size`` characters, each pair once, by j. ``poor`` is filled with
    the texts that hold fewer than ``POOR`` rare n-grams."""
    rank = _by_rarity(texts, size)
    most = len(rank) if len(texts) <= FEW else KEPT
    postings: defaultdict[int, list[int]] = defaultdict(list)
    for j, text in enumerate(texts):
        held = grams(text, size)
        rare = sorted([rank[g] for g in held if g in rank])
        if poor is not None and len(rare) < POOR:
            poor.append(j)
        met: set[int] = set()
        for n in rare[:most]:
            earlier = postings[n]
            met.update(earlier)
            earlier.append(j)
        for i in sorted(met):
            yield i, j


def grams(text: str, size: int) -> set[str]:
    """The n-grams of ``size`` characters of a text, each once; a shorter text is its own."""
    return {text[i : i + size] for i in range(max(1, len(text) - size + 1))}


def _by_rarity(texts: Sequence[str], size: int) -> dict[str, int]:
    """N-gram -> its place in the order of rarity, for those that several texts hold and not more than ``COMMON``."""
    held: Counter[str] = Counter()
    for text in texts:
        held.update(grams(text, size))
    shared = sorted((n, gram) for gram, n in held.items() if 2 <= n <= COMMON)
    return {gram: place for place, (_, gram) in enumerate(shared)}
