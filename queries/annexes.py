"""Annexes that a plan announces or relies on, and which of them are in its file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from graphmodel.plan import Span
from graphmodel.text import fold
from queries.places import tasks_at

_KIND = r"附\s?(?P<kind>[件表录图])"
_HAN = "一二三四五六七八九十"
_NUMBER = rf"(?P<number>\d{{1,2}}|[{_HAN}]{{1,2}})"
_TITLE = r"(?P<title>[^\s。;][^。;]{1,60})$"
# 附件:1.任务分解表 · 附件:任务分解表 · 附件2:名单
_FIRST = pattern(rf"\s{{0,40}}{_KIND}\s{{0,4}}(?P<colon>:)?\s{{0,10}}(?:{_NUMBER}\s{{0,3}}(?P<stop>[:.、])\s{{0,10}})?{_TITLE}")
_NEXT = pattern(rf"\s{{0,40}}{_NUMBER}\s{{0,3}}[.、]\s{{0,6}}{_TITLE}")  # 2.成员名单, the line below
_HEAD = pattern(rf"\s{{0,40}}[\[(【]?{_KIND}\s{{0,4}}{_NUMBER}?\s{{0,3}}[\])】]?(?::|\s{{0,4}}$)")  # 附件2, alone or before its title
_SAID = pattern(  # 名单见附件2 · (附件1) · 见附表 · 附件3所列
    rf"(?:(?:详?见|参见|按照?|依据|根据|填写|填报|具体见|如|以)\s{{0,2}}|[(\[])(?:本(?:方案|通知|意见|办法)的?)?\s?{_KIND}\s?{_NUMBER}?(?=[)\]。;,、\s]|$|所|中|的|要求|规定|明确|进行|执行|落实|分工|格式|形式)"
)
_AFTER = pattern(r"(?P<what>名单|表|清单|方案|办法|标准|目录|台账)(?:另)?附后")  # 名单附后
_DOWNLOAD = pattern(r"下载|\.(?:docx?|xlsx?|pdf|zip|rar|wps|ofd|et)\b|链接")
_ELSEWHERE = pattern(r"另行|另发|另附|略\)|单独印发|已另")  # it says itself that it is not here
_CONTENT = pattern(r"[^\n]{0,200}[\t|]|\s{0,40}(?:[一1](?:[.、]|\s)|第一|[(]一[)]|序号|[(]一、)")  # what opens an annex: a row, a first item
_NOISE = pattern(r"[\s\W_]+")
_VALUE = {c: n for n, c in enumerate(_HAN, 1)}


@dataclass(frozen=True, slots=True)
class MissingAnnex:
    """Annexes that are not in the file. ``labels``: how the plan calls them (附件2), ``titles``: those it gives; ``places``: where they are
    announced and relied on, in order; ``tasks``: those that rely on them; ``announced``: a list at the end announces them."""

    doc: str
    labels: tuple[str, ...]
    titles: tuple[str, ...]
    places: tuple[Span, ...]
    tasks: tuple[str, ...]
    announced: bool


@dataclass(frozen=True, slots=True)
class _Named:
    kind: str
    number: int | None
    title: str
    span: Span
    announced: bool

    @property
    def label(self) -> str:
        return f"附{self.kind}{self.number or ''}"


def missing_annexes(graph: AccountabilityGraph) -> list[MissingAnnex]:
    """One entry for what a plan announces in its list, one for each other annex that its text relies on; by plan and place."""
    titles = {_bare(str(graph.node(d).get("name") or "")) for d in graph.documents()}
    return [entry for doc in graph.documents() for entry in _of(graph, doc, titles)]


def _of(graph: AccountabilityGraph, doc: str, documents: set[str]) -> list[MissingAnnex]:
    text = fold(graph.text_of(doc))
    if "附" not in text:
        return []
    lines = _lines(graph, doc, text)
    announced = list(_announced(lines))
    listed = {n.span[0] for n in announced}
    heads = [(start, _HEAD.match(line), line) for start, line in lines if "附" in line and start not in listed]
    held = {(m["kind"], _number(m["number"])) for start, m, line in heads if m and _is_head(line)}
    kinds = {kind for kind, _ in held}
    bare = {_bare(line) for start, line in lines if start not in listed and len(line) < 100} | documents

    several = Counter(n.kind for n in announced)

    def here(named: _Named) -> bool:
        if named.title and _bare(named.title) in bare:
            return True
        if (named.kind, named.number) in held:
            return True
        if named.number is None:
            return bool(kinds)
        return (named.kind, None) in held and named.number == 1 and several[named.kind] <= 1

    missing = [n for n in announced if not here(n)]
    there = {(n.kind, n.number) for n in announced} - {(n.kind, n.number) for n in missing}  # under its title perhaps
    said = [n for n in _said(lines, listed) if (n.kind, n.number) not in there and not here(n)]
    groups: dict[object, list[_Named]] = {"list": missing} if missing else {}
    listed_too = {(n.kind, n.number) for n in missing} | {(n.kind, None) for n in missing}
    for named in said:
        at: object = (named.kind, named.number)
        groups.setdefault("list" if at in listed_too else at, []).append(named)
    return [_entry(graph, doc, group) for group in groups.values()]


def _entry(graph: AccountabilityGraph, doc: str, group: Sequence[_Named]) -> MissingAnnex:
    places = tuple(sorted({n.span for n in group}))
    named = [n for n in group if n.announced] or group
    return MissingAnnex(
        doc=doc,
        labels=tuple(dict.fromkeys(n.label for n in named)),
        titles=tuple(dict.fromkeys(n.title for n in group if n.title)),
        places=places,
        tasks=tasks_at(graph, doc, [n.span for n in group if not n.announced]),
        announced=any(n.announced for n in group),
    )


def _lines(graph: AccountabilityGraph, doc: str, text: str) -> list[tuple[int, str]]:
    """(start, folded line) of each line of the plan, without page furniture."""
    taken = graph.node(doc).get("taken") or ()
    found, start = [], 0
    for n, line in enumerate(text.split("\n")):
        if n >= len(taken) or taken[n] != "furniture":
            found.append((start, line))
        start += len(line) + 1
    return found


def _announced(lines: Sequence[tuple[int, str]]) -> Iterator[_Named]:
    """The annexes of a list: 附件:1.… and the numbered lines below it."""
    kind, following = "", 0
    told = [(start, line) for start, line in lines if line.strip()]
    for n, (start, line) in enumerate(told):
        below = told[n + 1][1] if n + 1 < len(told) else ""
        m = _NEXT.match(line.rstrip().rstrip(".。")) if kind else None
        if m and _number(m["number"]) == following:
            yield _Named(kind, following, m["title"].strip(), (start + m.start("number"), start + len(line.rstrip())), True)
            following += 1
            continue
        m = _FIRST.match(line.rstrip().rstrip(".。")) if "附" in line else None
        if m and (_announces(m, below) or (kind and _number(m["number"]) == following)) and not _DOWNLOAD.search(line) and not _ELSEWHERE.search(line):
            kind, number = m["kind"], _number(m["number"])
            yield _Named(kind, number, m["title"].strip(), (start + m.start("kind") - 1, start + len(line.rstrip())), True)
            following = (number or 0) + 1
        else:
            kind = ""


def _announces(m: re.Match[str], below: str) -> bool:
    """Whether a line belongs to a list of annexes, and is not the head of the annex itself: by the line below it."""
    if m["colon"] and m["stop"]:
        return True
    if m["stop"]:  # 附件1:… above 附件2:…
        after = _FIRST.match(below.rstrip())
        return bool(after and after["stop"])
    return bool(m["colon"]) and not _CONTENT.match(below)


def _said(lines: Sequence[tuple[int, str]], listed: set[int]) -> Iterator[_Named]:
    """The annexes that the text relies on."""
    for start, line in lines:
        if "附" not in line or start in listed:
            continue
        for m in _SAID.finditer(line):
            before = line[: m.start()].rstrip()
            if before.endswith(("》", "号")) and m["number"]:  # of the document cited
                continue
            if not _ELSEWHERE.search(line[m.end() : m.end() + 8]):
                at = m.start("kind") - 1 if m[0][0] in "([" else m.start()
                yield _Named(m["kind"], _number(m["number"]), "", (start + at, start + m.end()), False)
        for m in _AFTER.finditer(line):
            if not _ELSEWHERE.search(m[0]):
                yield _Named("件", None, "", (start + m.start(), start + m.end()), False)


def _is_head(line: str) -> bool:
    """Whether a line that opens with 附件2 may be the head of an annex: short, and no sentence."""
    return len(line.strip()) < 80 and not line.rstrip().endswith(("。", ";"))


def _number(printed: str | None) -> int | None:
    if not printed:
        return None
    if printed.isdigit():
        return int(printed)
    return _VALUE[printed[0]] if len(printed) == 1 else 10 + _VALUE[printed[1]]


def _bare(words: str) -> str:
    return _NOISE.sub("", fold(words))
