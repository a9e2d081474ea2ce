"""Prose that says who acts: A要… · 由A牵头,… · A会同B… · A配合B… · and items that open with their unit: A:做… · A、B。做…

Asked only where no statement of duty stands: a clause-level 配合 inside a task that has its own statement changes nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.grammar.clauses import clauses, set_aside
from loaders.grammar.units import Named, is_unit, units
from loaders.statement import Said

_SENTENCE = re.compile(r"[^。;!?]+[。;!?]?")
# A要 · A应当 · A负责 · A会同B · A牵头 : the first of these behind a subject
_MODAL = re.compile(
    r"(?P<watch>对[^。;,]{2,40}?(?:进行|开展|实施)(?:监督|督导|督查|检查))|(?P<help>(?:积极|主动|全力)?(?:配合|协助|参与))|(?P<lead>牵头)"
    r"|(?P<answer>(?:按照|根据|结合|依据|在|以|作为|对照|围绕|通过|及时|定期|每|切实|统筹|严格|积极|主动|具体|主要|全面|认真|共同|分别)?[^。;,、]{0,24}?(?:要|应当|应|须|需|必须|负责|承担|会同|商有关|商|抓紧|不得|可))"
)
_BY = re.compile(r"(?:^|[,。;:])由(?P<rest>[^。;]{2,200})")
_WITH = re.compile(r"(?:会同|商|联合)(?P<units>[^。;,:]{2,60}?)(?=立即|抓紧|尽快|研究|开展|制定|做好|建立|完善|加强|推进|组织|负责|依法|定期|对|将|加大|进一步|共同|继续|统筹|落实|编制|出台|切实|严格|加快|按照|积极|要|深入|在|指导|及时|提出|督促|支持|确定|实施|[,。;]|$)")
_HELPS = re.compile(r"(?:积极|主动|全力)?(?:配合|协助)(?P<units>[^。;,:]{2,40}?)(?=立即|抓紧|尽快|研究|开展|制定|做好|建立|完善|加强|推进|组织|负责|依法|完成|落实|实施|统筹|对|编制|抓好|[,。;]|$)")
_OPEN_NAME = re.compile(r"^(?:各|有关|相关|执法|交通运输|主管|行业|上级|其他|牵头|责任)?(?:有关|相关|级)?\S{0,6}(?:部门|单位|机构|方面)$")
_LEAD_IN = re.compile(r"^(?:各级|同时|此外|其中|另外|一是|二是|三是|四是|五是|要|并|也|还),?")
_TITLE_END = re.compile(r"(?:的)?(?:主要)?(?:工作)?职责$")


@dataclass(frozen=True, slots=True)
class Acting:
    """A stretch of text and who acts in it."""

    start: int
    end: int
    said: tuple[Said, ...]


def unit_first(text: str, start: int = 0) -> tuple[tuple[Named, ...], int] | None:
    """``A:做…`` or ``A、B。做…``: the units an item opens with and where its words begin; None if it does not."""
    m = re.compile(r"[^:。;!?]{2,80}").match(text, start)
    if not m or m.end() >= len(text) or text[m.end()] not in ":。":
        return None
    title = _TITLE_END.search(text, start, m.end())
    end = title.start() if title else m.end()
    named = units(text, start, end, strict=True)
    if not named or (text[m.end()] == "。" and not all(is_unit(n.full) for n in named)):
        return None
    return (named, m.end() + 1) if m.end() + 1 < len(text) else None


def partners(text: str, owners: tuple[Named, ...]) -> tuple[Said, ...] | None:
    """Inside the list of a unit: ``配合B完成…`` makes B the one who answers; ``会同B…`` makes B a helper. None if the text says neither."""
    m = _HELPS.match(text)
    if m:
        named = units(text, *m.span("units"), strict=True)
        if named and not any(_OPEN_NAME.match(n.printed) for n in named):
            return (Said("answer", named, "text", "配合"), Said("help", owners, "text", "配合"))
    found: list[Said] = []
    for w in re.finditer(_WITH, text):
        if w[0].startswith("商") and not w[0].startswith("商有关"):
            continue
        named = units(text, *w.span("units"), strict=True)
        if named:
            found.append(Said("help", named, "text", "会同"))
    return (Said("answer", owners, "heading"), *found) if found else None


def _subject(text: str, a: int, b: int) -> tuple[Said, ...]:
    """Who acts in one sentence."""
    lead_in = _LEAD_IN.match(text, a, b)
    begin = lead_in.end() if lead_in and not is_unit(text[a : lead_in.end() + 2]) else a
    for m in _MODAL.finditer(text, begin, min(b, begin + 160)):
        for end in _subject_ends(text, begin, m):
            named = units(text, begin, end, strict=True)
            if not named or not all(is_unit(n.full) for n in named if not n.tail):
                continue
            with_whom = _WITH.match(text, _find(text, end, b, "会同", "商有关", "联合")) if _find(text, end, b, "会同", "商有关", "联合") >= 0 else None
            part = m.lastgroup if m.lastgroup in ("lead", "help", "watch") else "answer"
            if part == "help":
                h = _HELPS.match(text, m.start("help"))
                other = units(text, *h.span("units"), strict=True) if h else ()
                if other and not any(_OPEN_NAME.match(n.printed) for n in other):
                    return (Said("answer", other, "text", "配合"), Said("help", named, "text", "配合"))
                return (Said("answer", named, "text", m[0]),)
            said = [Said(part, named, "text", text[end : m.end()][:12])]  # type: ignore[arg-type]
            if with_whom:
                other = units(text, *with_whom.span("units"), strict=True)
                if other:
                    said.append(Said("help", other, "text", "会同"))
            return tuple(said)
        break
    by = _BY.search(text, a, b)
    if by:
        plain, *_ = set_aside(text, *by.span("rest"))
        got = clauses(plain, *by.span("rest"))
        if got:
            return tuple(Said(s.part, s.units, "text", s.label, s.work) for s in got.said)
    got = clauses(text, begin, b) if b - begin <= 240 else None
    if got and got.said[0].units[0].start <= begin + 1:
        return tuple(Said(s.part, s.units, "text", s.label, s.work) for s in got.said)
    return ()


def _subject_ends(text: str, begin: int, m: re.Match[str]) -> list[int]:
    """Where the subject may end before a modal: right before it, or before the adverbs it was matched with."""
    ends = []
    for end in range(m.start(), m.end()):
        if end - begin >= 2 and is_unit(text[max(begin, end - 20) : end].split("、")[-1].split(",")[-1].split("和")[-1] or "-"):
            ends.append(end)
    return sorted(set(ends), reverse=True) or [m.start()]


def _find(text: str, a: int, b: int, *words: str) -> int:
    at = [i for w in words if (i := text.find(w, a, min(b, a + 40))) >= 0]
    return min(at, default=-1)


def acting(text: str, start: int = 0) -> tuple[Acting, ...]:
    """Who acts in a text without a statement: runs of sentences, each with the subject that opens it. () when nobody is said to act."""
    runs: list[tuple[int, int, tuple[Said, ...]]] = []
    for m in re.compile(r"[^。!?]+[。!?]?").finditer(text, start):
        said = _subject(text, m.start(), m.end())
        if said or not runs:
            runs.append((m.start(), m.end(), said))
        else:
            a, _, before = runs[-1]
            runs[-1] = (a, m.end(), before)
    if not any(said for *_, said in runs):
        return ()
    if not runs[0][2] and len(runs) > 1:
        (a, _, _), (_, b, said) = runs[0], runs[1]
        runs[:2] = [(a, b, said)]
    merged: list[tuple[int, int, tuple[Said, ...]]] = []
    for a, b, said in runs:
        if merged and _same(merged[-1][2], said):
            merged[-1] = (merged[-1][0], b, merged[-1][2])
        else:
            merged.append((a, b, said))
    return tuple(Acting(a, b, said) for a, b, said in merged)


def _same(one: tuple[Said, ...], other: tuple[Said, ...]) -> bool:
    def names(said: tuple[Said, ...]) -> list[tuple[str, list[str]]]:
        return [(s.part, [n.printed for n in s.units]) for s in said]

    return names(one) == names(other)
