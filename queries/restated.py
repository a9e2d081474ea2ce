"""Which of a plan's tasks say again what another says: as a whole, as a part of a longer one, in one whole clause, or under
the same title.

Clauses are compared by their cores (queries/wording.py). The two-character n-grams of the cores are weighed by rarity in the
plan (inverse document frequency, Spärck Jones 1972), scaled so that one which only two tasks hold weighs 1 and one which all
hold nearly 0: a weight counts the characters that tell.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Literal

from graphmodel.patterns import pattern
from graphmodel.plan import Span
from graphmodel.text import fold
from queries.series import apart, marks
from queries.similar import COMMON, grams, likeness, near, partners
from queries.wording import Clause, clauses, runs, skeleton

Kind = Literal["near", "contained", "clause", "title", "overlap"]
PAIR = 2  # characters of the n-grams of cores
LEAST = 2.5  # clauses that share less weight share it by chance
LEAST_SHARE, LEAST_ALIKE = 0.1, 3.5  # texts that share less than that do not overlap


@dataclass(frozen=True, slots=True)
class Shared:
    """A clause of one text and the clause of the other that says the same. ``weight``: characters that tell; ``likeness``:
    the share of both that is shared, ``cover``: of the lighter (0 to 1)."""

    one: Span
    other: Span
    weight: float
    likeness: float
    cover: float


@dataclass(frozen=True, slots=True)
class Restated:
    """Two texts (indices) of which one says what the other says. ``similarity``, 0 to 1: the mean of the likeness of the
    whole texts, of the share of the lighter one that stands in the other, and of the likeness of the best pair of clauses;
    ``share``: the second of these; ``shared``: strongest first, spans in the texts. Of the kind "overlap" they say something alike only."""

    one: int
    other: int
    kind: Kind
    similarity: float
    weight: float
    shared: tuple[Shared, ...]
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class _Match:
    """What two cores share, and what each weighs."""

    weight: float
    one: float
    other: float

    @property
    def cover(self) -> float:
        return min(1.0, self.weight / (min(self.one, self.other) or 1.0))

    @property
    def likeness(self) -> float:
        return min(1.0, 2 * self.weight / ((self.one + self.other) or 1.0))


Matches = Mapping[str, Mapping[str, _Match]]  # core -> the cores that say the same, both ways and with itself


def families(texts: Sequence[str]) -> list[tuple[int, ...]]:
    """The texts by what they say, word for word (figures and punctuation aside, members of a series apart): indices, each
    family in order, by first member."""
    found: dict[object, list[int]] = defaultdict(list)
    for i, text in enumerate(texts):
        words = skeleton(text)
        found[(words, tuple(sorted((k, tuple(sorted(v))) for k, v in marks(text).items()))) if words else i].append(i)
    return [tuple(members) for members in found.values()]


def restated(texts: Sequence[str]) -> list[Restated]:
    """The pairs of ``compared`` of which one says what the other says, without those that only overlap."""
    return [r for r in compared(texts) if r.kind != "overlap"]


def compared(texts: Sequence[str]) -> list[Restated]:
    """The pairs of ``texts`` (one of each family, of one plan) that say the same or something alike, the strongest first;
    ``one`` < ``other``.

    Figures count for nothing: two texts that differ only in them say the same work. Symmetric, and independent of the order
    of the texts. Time grows with their number: n-grams, and clauses, that more than ``COMMON`` texts hold are boilerplate
    and open no pair.
    """
    parts = [clauses(t) for t in texts]
    weights = _weights(parts)
    matches = _matches({c.core for held in parts for c in held}, weights)
    skeletons = [skeleton(t) for t in texts]
    alike = {(n.one, n.other): n.similarity for n in near(filter(None, skeletons), 0.5)}
    found: list[Restated] = []
    for i, j in _meeting(parts, matches):
        pair = _shared(parts[i], parts[j], matches, texts[i], texts[j])
        if not pair:
            continue
        a, b = skeletons[i], skeletons[j]
        whole = 1.0 if a == b else alike.get((min(a, b), max(a, b)), 0.0)
        weight = sum(s.weight for s in pair)
        share = min(1.0, max(weight / (_weight_of(parts[k], weights) or 1.0) for k in (i, j)))
        kind = _kind(whole, share, weight, pair, _same_title(parts[i], parts[j], matches), texts[i], texts[j])
        if kind:
            similarity = (max(whole, likeness(a, b)) + share + pair[0].likeness) / 3
            found.append(Restated(i, j, kind, round(similarity, 4), round(weight, 2), pair, round(share, 4)))
    return sorted(found, key=lambda r: (-r.similarity, -r.weight, r.one, r.other))


def _kind(whole: float, share: float, weight: float, pair: tuple[Shared, ...], title: float, one: str, other: str) -> Kind | None:
    """What the shared clauses amount to; None: too little to speak of."""
    best = pair[0]
    if whole >= 0.75 and share >= 0.6:
        return "near"
    if share >= 0.5 and weight >= 4:
        return "contained"
    if best.cover >= 0.9 and share >= 0.2 and best.weight >= (8 if best.likeness >= 0.9 else 10) and best.likeness >= 0.7:
        return "clause"
    if share >= 0.3 and best.weight >= 5 and fold(one[slice(*best.one)]) == fold(other[slice(*best.other)]):
        return "clause"
    if title >= (2.5 if share >= 0.3 else 3.0):
        return "title"
    if share >= LEAST_SHARE and weight >= LEAST_ALIKE:
        return "overlap"
    return None


def _weights(parts: Sequence[Sequence[Clause]]) -> dict[str, float]:
    """N-gram -> weight, 0 to 1."""
    held: Counter[str] = Counter()
    for clauses_of_one in parts:
        held.update({g for c in clauses_of_one for g in grams(c.core, PAIR)})
    scale = log((len(parts) + 1) / 2) if len(parts) > 1 else 1.0
    return {g: min(1.0, log((len(parts) + 1) / n) / scale) for g, n in held.items()}


def _weight(core: str, weights: Mapping[str, float]) -> float:
    return sum(weights[core[i : i + PAIR]] for i in range(len(core) - PAIR + 1))


def _weight_of(held: Iterable[Clause], weights: Mapping[str, float]) -> float:
    return sum(_weight(c.core, weights) for c in held)


def _matches(cores: set[str], weights: Mapping[str, float]) -> Matches:
    """What cores share, where it is the same object and weighs enough."""
    ordered = sorted(cores)
    found: dict[str, dict[str, _Match]] = defaultdict(dict)
    for core in ordered:
        own = _weight(core, weights)
        if own >= LEAST:
            found[core][core] = _Match(own, own, own)
    for i, j in partners(ordered, PAIR):
        one, other = ordered[i], ordered[j]
        if sum(weights[g] for g in grams(one, PAIR) & grams(other, PAIR)) < LEAST:
            continue
        shared = sum(_weight(one[a : a + size], weights) for a, _, size in runs(one, other))
        if shared >= LEAST:
            a, b = _weight(one, weights), _weight(other, weights)
            found[one][other] = _Match(shared, a, b)
            found[other][one] = _Match(shared, b, a)
    return dict(found)


def _meeting(parts: Sequence[Sequence[Clause]], matches: Matches) -> list[tuple[int, int]]:
    """The pairs of texts that hold clauses which match."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, held in enumerate(parts):
        for core in {c.core for c in held}:
            holders[core].append(i)
    rare = {core: at for core, at in holders.items() if len(at) <= COMMON}
    pairs = ((i, j) for one, others in matches.items() for i in rare.get(one, ()) for other in others for j in rare.get(other, ()))
    return sorted({(i, j) for i, j in pairs if i < j})


def _shared(one: Sequence[Clause], other: Sequence[Clause], matches: Matches, text: str, second: str) -> tuple[Shared, ...]:
    """The clauses of the one that stand in the other, each clause at most once, strongest first; clauses for another year or
    quarter are no match."""
    told: dict[str, list[Clause]] = defaultdict(list)
    for d in dict.fromkeys(other):
        told[d.core].append(d)
    talk, talk_too = _talking(one, text), _talking(other, second)
    pairs = [
        (m, c, d)
        for c in dict.fromkeys(one)
        for core, m in matches.get(c.core, {}).items()
        for d in told.get(core, ())
        if not apart(text[slice(*c.span)], second[slice(*d.span)]) and (c.span in talk) == (d.span in talk_too)
    ]
    pairs.sort(key=lambda p: (-p[0].weight, -p[0].likeness, p[1].at, p[2].at))
    taken: set[tuple[int, Clause]] = set()
    kept: dict[tuple[Span, Span], Shared] = {}
    for m, c, d in pairs:
        if not taken & {(0, c), (1, d)}:
            taken |= {(0, c), (1, d)}
            known = kept.get((c.span, d.span))  # a long clause is compared piece by piece
            weight = m.weight + (known.weight if known else 0.0)
            best = known if known and known.likeness > m.likeness else m
            kept[c.span, d.span] = Shared(c.span, d.span, weight, round(best.likeness, 4), round(best.cover, 4))
    return tuple(sorted(kept.values(), key=lambda s: (-s.weight, -s.likeness, s.one, s.other)))


# 每季度专题研究生态环境保护工作: talking about a field is none of its works
_TALKS = pattern(r"专题(?:研究|学习|讨论|调度)|集中学习|听取[^,。;]{0,24}汇报")


def _talking(held: Sequence[Clause], text: str) -> frozenset[Span]:
    """The clauses in which people talk about work; a long clause, which stands here in many pieces, is looked at once."""
    return frozenset(span for span in {c.span for c in held} if _TALKS.search(text, *span))


def _same_title(one: Sequence[Clause], other: Sequence[Clause], matches: Matches) -> float:
    """The weight of what a title of one of the two shares with a clause of the other, where it is most of the title; 0 if there is none."""
    found = 0.0
    for named, told in ((one, other), (other, one)):
        cores = {d.core for d in told}
        for c in (c for c in named if c.title):
            for core, m in matches.get(c.core, {}).items():
                if core in cores and m.weight >= 0.7 * m.one and m.likeness >= 0.4:
                    found = max(found, m.weight)
    return found
