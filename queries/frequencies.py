"""Meetings, reports and inspections whose frequencies do not agree, and those that have none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from graphmodel.plan import Span
from graphmodel.text import fold
from queries.intervals import Interval, intervals, vague
from queries.places import node_span

_MEETING = pattern(r"(?P<what>[^,。;、\d次年月季周会]{0,2})会议?(?:制度)?(?![员商计展同])")
_HEARING = pattern(r"听取[^,。;]{0,30}(?:汇报|情况)")
_SUMMARY = pattern(r"总结|年度(?:报告|计划|自评)|计划|方案|信息\d|稿件|简报|台账|清单")
_RANK = pattern(r"组长|主要(?:领导|负责)|分管|领导同志|书记|[市县区州省]长|主任")
_STEP = {"reporting": pattern(r"通报"), "inspection": pattern(r"抽查|暗访|专项|联合|自查|巡查|现场|全面")}


@dataclass(frozen=True, slots=True)
class Regular:
    """One thing done at intervals. ``what``: which kind of it (the meeting's name); ``who``, ``whom``: departments."""

    mechanism: str
    doc: str
    kind: str
    what: str
    who: frozenset[str]
    whom: frozenset[str]
    every: Interval
    span: Span
    rank: str


@dataclass(frozen=True, slots=True)
class Disagreeing:
    """Two places that give one thing two intervals. ``hearing``: what is heard half-yearly is heard in meetings that are yearly."""

    one: Regular
    other: Regular
    hearing: bool = False


def disagreeing(graph: AccountabilityGraph) -> Iterator[Disagreeing]:
    """Places of one plan that give the same thing of the same bodies different intervals; one pair for each two intervals."""
    for doc in graph.documents():
        groups: dict[tuple[str, str], list[Regular]] = defaultdict(list)
        for r in _regulars(graph, doc):
            groups[r.kind, r.what].append(r)
        told: set[tuple[str, int]] = set()
        for held in groups.values():
            yield from _pairs(graph, held, told)
        yield from _hearings(groups)


def _pairs(graph: AccountabilityGraph, held: list[Regular], told: set[tuple[str, int]]) -> Iterator[Disagreeing]:
    """What the same bodies do at two intervals; ``told``: (mechanism, the other interval) that were said already."""
    alike: dict[tuple[str, str, str], dict[int, Regular]] = defaultdict(dict)
    for r in held:
        for who in sorted(r.who):
            for whom in sorted(r.whom) if r.kind == "reporting" and r.whom else [""]:
                alike[who, whom, r.rank].setdefault(r.every.days, r)
    for by_days in alike.values():
        for one, other in combinations(sorted(by_days.values(), key=lambda r: r.span), 2):
            if (other.mechanism, one.every.days) not in told and not _one_sentence(graph, one, other):
                told.add((other.mechanism, one.every.days))
                yield Disagreeing(one, other)


def _hearings(groups: dict[tuple[str, str], list[Regular]]) -> Iterator[Disagreeing]:
    meetings: dict[tuple[str, str], list[Regular]] = defaultdict(list)
    for (kind, _), held in groups.items():
        for m in held if kind == "meeting" else ():
            for who in m.who:
                meetings[who, m.rank].append(m)
    for one in groups.get(("hearing", ""), []):
        found = next((meetings[who, one.rank] for who in sorted(one.who) if (who, one.rank) in meetings), None)
        if found and min(m.every.days for m in found) > one.every.days:
            yield Disagreeing(one, found[0], hearing=True)


def _one_sentence(graph: AccountabilityGraph, one: Regular, other: Regular) -> bool:
    between = fold(graph.words(one.doc, (one.span[1], max(one.span[1], other.span[0]))))
    return not any(c in between for c in "。\n")


def _regulars(graph: AccountabilityGraph, doc: str) -> Iterator[Regular]:
    for m in graph.mechanisms(doc):
        data = graph.node(m)
        kind = str(data["kind_of"])
        span = node_span(graph, m)
        words = fold(graph.words(doc, span))
        every = intervals(words)
        if kind == "accountability" or len({e.days for e in every}) != 1:
            continue
        kind, what = _what(kind, words)
        if what is None:
            continue
        edges = graph.edges_from(m)
        who = frozenset(e.target for e in edges if e.type == "ACTS")
        whom = frozenset(e.target for e in edges if e.type == "RECEIVES")
        rank = _RANK.search(words, 0, every[0].span[0])
        yield Regular(m, doc, kind, what, who, whom, every[0], span, rank[0] if rank else "")


def _what(kind: str, words: str) -> tuple[str, str | None]:
    """(kind, which of the kind): only what is named alike can disagree. None where the words name something beside the usual."""
    if _HEARING.search(words):
        return "hearing", ""
    if kind == "meeting":
        m = _MEETING.search(words)
        return kind, m["what"] if m else "调度" if "调度" in words else None
    if _SUMMARY.search(words):
        return kind, None
    special = _STEP.get(kind)
    m = special.search(words) if special else None
    return kind, m[0] if m else ""


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A word that names a frequency and says none, at each of its places: ``words`` are the clauses, ``spans`` the word itself."""

    doc: str
    word: str
    mechanisms: tuple[str, ...]
    spans: tuple[Span, ...]


def unsaid(graph: AccountabilityGraph) -> Iterator[Unsaid]:
    """The words 定期, 适时 … of a plan's meetings, reports and inspections, each with all its places."""
    for doc in graph.documents():
        found: dict[str, dict[Span, str]] = defaultdict(dict)
        for m in graph.mechanisms(doc):
            if graph.node(m)["kind_of"] == "accountability":
                continue
            start, end = node_span(graph, m)
            words = fold(graph.words(doc, (start, end)))
            at = vague(words)
            if at and not intervals(words):
                found[words[slice(*at)]].setdefault((start + at[0], start + at[1]), m)
        for word, places in found.items():
            yield Unsaid(doc, word, tuple(dict.fromkeys(places.values())), tuple(places))
