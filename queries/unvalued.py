"""Indicators that a task names without saying how much: 提高污水处理率, 完成年度减排目标."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from graphmodel.plan import Span
from graphmodel.text import fold
from queries.answering import in_general_part
from queries.carriage import Carriage, carriages
from queries.likeness import bare, coverage, name_likeness, pairs
from queries.places import node_span
from queries.target_words import any_of

Sort = Literal["indicator", "amount"]

NAME = 4  # characters of a goal's indicator that a task must name to be asked for its value
CLAUSE = 160  # characters of a clause that are looked at
MANY = 40  # names, or amounts of one task, that are compared with one another
RAREST = 2
SOME = 3  # figures of one name that are kept
NEARLY = 0.85  # likeness of names that are one indicator
SAME = 0.7  # share of the pairs of a name that a figure's name must hold to be its value
_GAP = r"[^。;,:\n\r]"
_NOUNS = ("目标", "指标", "任务")
_STOPS = pattern(r"[。;\n\r]")
_CITED = pattern(r"《[^《》]{1,80}》|[(\[〔【][^()\[\]〔〕【】]{0,80}[)\]〕】]")
_COUNT = r"[一二三四五六七八九十百千万亿两]{1,6}(?:个|项|家|倍|成|万|亿|批|条|次|人|户|亩|公里)"  # 两个
_FIGURE = pattern(rf"\d|{_COUNT}|百分之|翻番|全部|零增长|负增长|只[增减]不[减增]|应\S尽\S")
_JOINS = pattern(r"、|及|和|与|以及")
_HELPING = pattern(r"(?:配合|协助)[^。;,:\n\r]{0,24}$")  # 配合某局完成…任务: the other one's
_LEADS_ON = pattern(r"^(?:达到|达|至|到|为|在|保持|控制|提[高升]|降|超|突破|不[低高少超]|[<>=≥≤]|\d|力争|确保|的)")
_IN_RANK = pattern(r"^.{0,12}(?:居|位居|高于|低于|优于|不低于|达到).{0,14}(?:水平|平均|前列|先进|标准|要求|第[一二三四五])")  # 高于全省平均水平


@dataclass(frozen=True, slots=True)
class Unvalued:
    """A task and the spans of the indicators it names without value. ``goals``: the figures of the overall goals that are theirs; ``elsewhere``: figures
    of other tasks with the same name; ``set_above``: somebody above has set the value; ``measured``: the task has other figures;
    ``soft``: words that plans use without meaning a figure (利用水平, 知晓率)."""

    doc: str
    task: str
    sort: Sort
    spans: tuple[Span, ...]
    goals: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    set_above: bool = False
    measured: bool = False
    soft: bool = False


def unvalued(graph: AccountabilityGraph) -> list[Unvalued]:
    """In the order of the graph: per task one entry of indicators and one of amounts."""
    of_goals = _named_by_goals(graph)
    found: list[Unvalued] = []
    for doc in graph.documents():
        text = fold(graph.text_of(doc))
        given = _given(graph, doc)
        for task in graph.tasks(doc):
            if not in_general_part(graph, task):
                found += _of_task(graph, doc, task, text, given, of_goals.get(task, []))
    return found


def asked_of_tasks(graph: AccountabilityGraph, one: Carriage) -> bool:
    """Whether a goal's figure is named in tasks clearly enough to be asked for there, and not at the goal."""
    return one.status == "named" and one.sort == "figure" and len(bare(str(graph.node(one.indicator or one.goal).get("name") or ""))) >= NAME


def _named_by_goals(graph: AccountabilityGraph) -> Mapping[str, list[str]]:
    """Task -> figures of the goals that it names, and no task carries."""
    held: dict[str, list[str]] = {}
    for one in carriages(graph):
        if asked_of_tasks(graph, one) and one.indicator:
            for task in one.tasks:
                held.setdefault(task, []).append(one.indicator)
    return held


@dataclass(frozen=True, slots=True)
class _Given:
    """The figures of a document by name. ``first``: some of each bare name; ``by_pair``: names by pairs of characters."""

    first: Mapping[str, list[str]]
    by_pair: Mapping[str, list[str]]

    def called(self, name: str) -> list[str]:
        """The figures whose name is nearly this one, in the order of the plan; names are looked for by its two rarest pairs."""
        rarest = sorted((p for p in pairs(bare(name)) if p in self.by_pair), key=lambda p: (len(self.by_pair[p]), p))[:RAREST]
        near = dict.fromkeys(n for p in rarest for n in self.by_pair[p][:MANY])
        return [i for n in near if name_likeness(name, n) >= NEARLY for i in self.first[n]]


def _given(graph: AccountabilityGraph, doc: str) -> _Given:
    first: dict[str, list[str]] = {}
    by_pair: dict[str, list[str]] = {}
    for indicator in graph.indicators(doc):
        data = graph.node(indicator)
        name = bare(str(data.get("name") or ""))
        if data.get("value") is None or not name:
            continue
        if name not in first:
            for pair in sorted(pairs(name)):
                by_pair.setdefault(pair, []).append(name)
        held = first.setdefault(name, [])
        if len(held) < SOME:
            held.append(indicator)
    return _Given(first, by_pair)


def _of_task(graph: AccountabilityGraph, doc: str, task: str, text: str, given: _Given, goals: Sequence[str]) -> Iterator[Unvalued]:
    start, end = node_span(graph, task)
    words = _CITED.sub(lambda m: "\x01" * len(m[0]), text[start:end])
    own = [pairs(str(graph.node(i).get("name") or "")) for i in graph.indicators_of(task) if graph.node(i).get("value") is not None]
    heading = _heading_end(words)
    spans = [s for s in _indicators(words) if not _has_value(words, s, own) and not (own and s[1] <= heading)]
    for goal in goals:
        at = _found(text[start:end], bare(str(graph.node(goal)["name"])))
        if at and not any(a < at[1] and at[0] < b for a, b in spans):
            spans.append(at)
    if spans:
        likely = list(dict.fromkeys(i for a, b in spans for i in given.called(words[a:b]) if graph.owner_of_indicator(i) != task))
        of_goals = [i for i in likely if graph.node(graph.owner_of_indicator(i))["kind"] == "goal"]
        yield Unvalued(
            doc, task, "indicator", tuple((start + a, start + b) for a, b in sorted(spans)), tuple(dict.fromkeys([*goals, *of_goals])),
            tuple(i for i in likely if i not in of_goals), measured=bool(own), soft=all(_soft().search(words[a:b]) for a, b in spans),
        )  # fmt: skip
    amounts = [s for s in _amounts(words) if not any(a < s[1] and s[0] < b for a, b in spans)]
    if amounts:
        above = any(_above().search(words[a:b]) for a, b in amounts)
        yield Unvalued(doc, task, "amount", tuple((start + a, start + b) for a, b in amounts), set_above=above, measured=bool(own))


def _found(words: str, name: str) -> Span | None:
    """Where a bare name stands in words with blanks and punctuation."""
    kept = [(n, c) for n, c in enumerate(words) if bare(c)]
    at = "".join(bare(c) for _, c in kept).find(name)
    return (kept[at][0], kept[at + len(name) - 1][0] + 1) if at >= 0 else None


def _heading_end(words: str) -> int:
    """Where the first sentence ends when others follow: it names the task."""
    m = _STOPS.search(words)
    return m.start() if m and words[m.end() :].strip() else 0


def _indicators(words: str) -> Iterator[Span]:
    """The names of indicators that are to change, without the verb: 进一步提高[A系数]、[B率]及[C率]."""
    verb, ends, unlike = _indicator()
    for m in verb.finditer(words):
        at, stop = m.end(), _clause_end(words, m.end())
        pieces = list(_pieces(words, at, stop))
        named = [(a, b) for a, b in pieces if ends.search(words[a:b]) and not unlike.search(words[a:b])]
        if not named or _FIGURE.search(words[at:stop]) or (pieces[-1][1] == stop and pieces[-1] not in named) or _IN_RANK.match(words[stop + 1 : stop + 30]):
            continue
        yield from ((a, b) for a, b in named if b - a >= 3)


def _pieces(words: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for m in _JOINS.finditer(words, start, end):
        if m.start() > at:
            yield at, m.start()
        at = m.end()
    if at < end:
        yield at, end


def _clause_end(words: str, start: int) -> int:
    """The end of the clause, or of the part of it that is looked at."""
    m = _clause_stop().search(words, start, start + CLAUSE)
    return m.start() if m else min(len(words), start + CLAUSE)


def _has_value(words: str, span: Span, own: list[frozenset[str]]) -> bool:
    """Whether the task gives the value after all: a figure of its own with this name, or words that lead on to it (…率,2025年达到80%)."""
    name = pairs(bare(words[span[0] : span[1]]))
    if any(coverage(p, name) >= SAME or coverage(name, p) >= SAME for p in own if p):
        return True
    return bool(_leads_to_figure().match(words[span[1] : span[1] + CLAUSE].lstrip(",、 ")))


def _amounts(words: str) -> Iterator[Span]:
    """完成市政府下达的…减排任务, 节能年度指标按计划完成: from the verb to the noun, where no figure stands in the clause."""
    if not any(noun in words for noun in _NOUNS):
        return
    found: list[Span] = []
    for shape in _amount():
        for m in shape.finditer(words):
            rest = words[m.end() : _clause_end(words, m.end())]
            if _HELPING.search(words[max(0, m.start() - 30) : m.start()]) or _LEADS_ON.match(rest) or _FIGURE.search(_YEAR.sub("", m[0] + rest)):
                continue
            found.append(m.span())
    found = sorted(found)[:MANY]
    for a, b in found:
        same = pairs(words[a:b])
        if not any((c, d) != (a, b) and (d - c, -c) > (b - a, -a) and coverage(same, pairs(words[c:d])) >= NEARLY for c, d in found):
            yield a, b


_YEAR = pattern(r"\d{4}年(?:度|\d{1,2}月)?(?:底|末|前|之前){0,3}|[“”]?十[一二三四五]五[“”]?(?:期间|时期|末)?")


@cache
def _clause_stop() -> re.Pattern[str]:
    return pattern(r"[。;,:!\n\r\x01]")


@cache
def _leads_to_figure() -> re.Pattern[str]:
    """2025年达到80%: a value whose name was said before."""
    return pattern(
        r"(?:(?:其中|到|至|在|于|争取|力争|确保|分别|均|由|从|较|比|\d{4}年(?:度|\d{1,2}月)?|[底末前年,、]){0,8})"
        r"(?:达到?|至|提[高升][到至]|降[低至到]|控制在|保持在|稳定在|不[低高少]于|不超过|超过|突破|下降|增[长加]|提[高升]|高于|低于)[^。;,]{0,12}\d"
    )


@cache
def _indicator() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return pattern(rf"(?:{any_of('change')})(?![^。;,:]{{0,2}}[度力]度)"), pattern(rf"(?:{any_of('ends')})$"), pattern(rf"(?:{any_of('unlike')})$")


@cache
def _amount() -> tuple[re.Pattern[str], re.Pattern[str]]:
    fulfil, measured = any_of("fulfil"), any_of("measured")
    noun = r"(?:年度|进度)?(?:目标任务|目标|指标|任务)"
    end = r"(?=[,。;、)\n\r]|$|的?(?:完成|实现|分解|落实))"
    return (
        pattern(rf"(?:{fulfil}){_GAP}{{0,40}}?(?:{measured}){_GAP}{{0,10}}?{noun}{end}"),
        pattern(rf"(?:{measured})[^。;,:、\n\r]{{0,10}}?(?:目标|指标|任务)[^。;,:、\n\r]{{0,8}}完成"),
    )


@cache
def _soft() -> re.Pattern[str]:
    return pattern(rf"(?:{any_of('soft')})$")


@cache
def _above() -> re.Pattern[str]:
    return pattern(rf"(?:{any_of('above')})[^。;,]{{0,8}}(?:下达|核定|交办|确定|规定)|下达")
