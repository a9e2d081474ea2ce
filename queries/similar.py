"""Texts that say nearly the same, among very many: an index over their rare character n-grams, verified letter by letter.

Method: two texts that differ by a few edits share most of their 3-grams, the rare ones among them; so only texts that share a rare 3-gram are compared
(prefix filtering over rarity-ordered tokens: Chaudhuri, Ganti, Kaushik 2006; Bayardo, Ma, Srikant 2007). Common n-grams are boilerplate and open no pair,
which bounds time and memory by the number of texts, whatever they repeat.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

GRAM = 3
COMMON = 64  # an n-gram in more texts than this is boilerplate
FEW = 4096  # up to so many texts every rare n-gram is indexed; beyond, the KEPT rarest of each
KEPT = 16


@dataclass(frozen=True, slots=True)
class Near:
    """Two different texts that say nearly the same; ``one`` < ``other``. ``similarity``: 0 to 1, the share of letters in common (Indel)."""

    one: str
    other: str
    similarity: float


def near(texts: Iterable[str], floor: float = 0.75) -> list[Near]:
    """Pairs of different texts with a similarity of at least ``floor``, the most similar first. Texts are compared as they are: give skeletons.

    Every such pair is found that shares a 3-gram which at most ``COMMON`` of the texts hold (above ``FEW`` texts: which is among the ``KEPT`` rarest of both).
    Time and memory grow with the number of texts. The order in which they are given changes nothing. ValueError unless 0 < floor <= 1.
    """
    if not 0 < floor <= 1:
        raise ValueError(f"floor must lie in (0, 1], not {floor}")
    from rapidfuzz.distance import Indel

    distinct = sorted(set(texts))
    least = floor / (2 - floor)  # lengths further apart cannot reach the floor
    found: list[Near] = []
    for a, b in partners(distinct, GRAM):
        one, other = distinct[a], distinct[b]
        short, long = sorted((len(one), len(other)))
        if short >= least * long:
            similarity = Indel.normalized_similarity(one, other, score_cutoff=floor)
            if similarity >= floor:
                found.append(Near(one, other, similarity))
    found.sort(key=lambda n: (-n.similarity, n.one, n.other))
    return found


def likeness(one: str, other: str) -> float:
    """The share of letters two texts have in common, in order (normalized Indel similarity, 0 to 1)."""
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(one, other))


def partners(texts: Sequence[str], size: int) -> Iterator[tuple[int, int]]:
    """Pairs (i, j), i < j, of texts that share a rare n-gram of ``size`` characters, each pair once, by j."""
    held: Counter[str] = Counter()
    for text in texts:
        held.update(grams(text, size))
    rare = {gram: n for gram, n in held.items() if 2 <= n <= COMMON}
    del held
    postings: dict[str, list[int]] = {}
    for j, text in enumerate(texts):
        met: set[int] = set()
        for gram in _rarest(grams(text, size), rare, len(texts)):
            earlier = postings.get(gram)
            if earlier is None:
                postings[gram] = [j]
            else:
                met.update(earlier)
                earlier.append(j)
        for i in sorted(met):
            yield i, j


def grams(text: str, size: int) -> frozenset[str]:
    """The n-grams of ``size`` characters of a text, each once; a shorter text is its own."""
    return frozenset(text[i : i + size] for i in range(max(1, len(text) - size + 1)))


def _rarest(held: Collection[str], rare: Mapping[str, int], texts: int) -> Iterable[str]:
    found = [g for g in held if g in rare]
    if texts <= FEW or len(found) <= KEPT:
        return found
    return sorted(found, key=lambda g: (rare[g], g))[:KEPT]
