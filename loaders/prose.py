"""Prose that says who acts: A要… · 由A牵头,… · A会同B… · A配合B… · and items that open with their unit: A:做… · A、B。做…

Asked only where no statement of duty stands: a clause-level 配合 inside a task that has its own statement changes nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graphmodel.departments import known_short_forms
from loaders.grammar.clauses import clause, clauses, set_aside
from loaders.grammar.units import Named, is_unit, units
from loaders.statement import Said

_SENTENCE = re.compile(r"[^。;!?]+[。;!?]?")
# A要 · A应当 · A负责 · A会同B · A牵头 : the first of these behind a subject
_MODAL = re.compile(
    r"(?P<watch>对[^。;,]{2,40}?(?:进行|开展|实施)(?:监督|督导|督查|检查))|(?P<help>(?:积极|主动|全力)?(?:配合|协助|参与))|(?P<lead>牵头)"
    r"|(?P<answer>(?:按照|根据|结合|依据|在|以|作为|对照|围绕|通过|及时|定期|每|切实|统筹|严格|积极|主动|具体|主要|全面|认真|共同|分别)?[^。;,、]{0,24}?(?:要|应当|应|须|需|必须|负责|承担|会同|商有关|抓紧|不得|可|负总责|负直接责任|总负责))"
)
_BY = re.compile(r"(?:^|[,。;:])由(?P<rest>[^。;]{2,200})")
_WITH = re.compile(r"(?:会同|商(?![务业会标贸品检储洽户场])|联合(?![会社体国]))(?P<units>[^。;,:]{2,60}?)(?=立即|抓紧|尽快|研究|开展|制定|做好|建立|完善|加强|推进|组织|负责|依法|定期|对|将|加大|进一步|共同|继续|统筹|落实|编制|出台|切实|严格|加快|按照|积极|要|深入|在|指导|及时|提出|督促|支持|确定|实施|[,。;]|$)")
_HELPS = re.compile(r"(?:积极|主动|全力)?(?:配合|协助)(?P<units>[^。;,:]{2,40}?)(?=立即|抓紧|尽快|研究|开展|制定|做好|建立|完善|加强|推进|组织|负责|依法|完成|落实|实施|统筹|对|编制|抓好|[,。;]|$)")
_OPEN_NAME = re.compile(r"^(?:各|有关|相关|执法|交通运输|主管|行业|上级|其他|牵头|责任)?(?:有关|相关|级)?\S{0,6}(?:部门|单位|机构|方面)$")
_LEAD_IN = re.compile(r"^(?:各级|同时|此外|其中|另外|一是|二是|三是|四是|五是|要|并|也|还),?")
# 在A设立B,统筹… · 成立B,负责…
_SET_UP = re.compile(r"(?:设立|成立|组建)(?P<unit>[^,。;、]{2,24}(?:办公室|办|小组|专班|中心|委员会|指挥部)),(?P<verb>统筹|负责|承担|牵头|具体负责)")
_WATCHES = re.compile(r"对[^。;]{2,40}(?:进行|开展|实施)?(?:监督|督导|督查|检查)")
# words a sentence opens with that are no name: 扩大社会参与 · 支持企业负责人… (but 建设局, 发展改革委, 组织部)
_VERB_FIRST = re.compile(
    r"^(?:扩大|抓紧|尽快|形成|成立|明确|做好|抓好|要|应|须|各项|每|积极|认真|大力|依托|利用|支持|鼓励|加强|加快|推动|完善|建立|健全|实施|开展|强化|提升|优化|深化|打造|培育|引导|制定|对|在|以|将|把|从|向|为|按|依|使|让|由于|通过|根据|围绕|结合|充分|切实|积极|全面|进一步|探索|加大|严格|拓展|构建|确保|促进|争取|配合|会同|其他|凡|可|不|如"
    r"|建设(?![局厅部委和与])|发展(?!改革|和改革|委|局|研究|中心|与改革)|组织(?!部|人事|委)|统筹(?!办|城乡)|协调(?!组|办|小组)|保障(?!局|组|中心)|指导(?!组|中心|委)|督促(?!组)|规范(?!办)|落实(?!办|组)|推进(?!办|组|领导|委|小组)|创新(?!办|委|局))"
)
_CLAUSE_IN = re.compile(r"(?:局|委|厅|部|办|政府|公司|中心|单位|部门)(?:对|向|在|按|根据|要|应|将|为|以|把|会同|负责|牵头|可|的)")
_WEAK = re.compile(r"(?:社|方|主体|业主|平台|系统|园|店|厂|矿|段|港|组织|成员|基地|库|馆|台|行|队|村|省|市|区|县|镇|乡|州|旗|联|团|所|站|体|团体|企业|机构|高校|园区|院所|学校|医院|集团|公司|协会|商会|景区|保护区|基金会|兵团|团场|林场|农场)(?:\([^()]*\))?$")
_LEVEL_FIRST = re.compile(r"^(?:各|省|市|区|县|州|盟|旗|镇|乡|街道|国家|国务院|中央|自治区|有关|相关|全[省市区县]|本[省市区县]|[一二三四五六七八九十]+[县区市])")
_TITLE_END = re.compile(r"(?:的)?(?:主要)?(?:工作)?职责$")


@dataclass(frozen=True, slots=True)
class Acting:
    """A stretch of text and who acts in it."""

    start: int
    end: int
    said: tuple[Said, ...]


def credible(name: str) -> bool:
    """Whether a name may be the subject of a sentence: looser shapes, fit for a list under a label, are not enough here."""
    if not is_unit(name) or _VERB_FIRST.match(name) or _CLAUSE_IN.search(name):
        return False
    if name in known_short_forms() or _LEVEL_FIRST.match(name):
        return True
    return not _WEAK.search(name) and len(name) <= 30


def unit_first(text: str, start: int = 0) -> tuple[tuple[Named, ...], int] | None:
    """``A:做…`` or ``A、B。做…``: the units an item opens with and where its words begin; None if it does not."""
    m = re.compile(r"[^:。;!?]{2,80}").match(text, start)
    if not m or m.end() >= len(text) or text[m.end()] not in ":。":
        return None
    title = _TITLE_END.search(text, start, m.end())
    end = title.start() if title else m.end()
    named = units(text, start, end, strict=True)
    if not named or not all(credible(n.full) for n in named):
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
    set_up = _SET_UP.search(text, a, b)
    if set_up:
        named = units(text, *set_up.span("unit"), strict=True)
        if named and credible(named[0].printed):
            return (Said("lead" if "牵头" in text[a:b] else "answer", named, "text", set_up["verb"]),)
    lead_in = _LEAD_IN.match(text, a, b)
    begin = lead_in.end() if lead_in and not is_unit(text[a : lead_in.end() + 2]) else a
    opening = _opening(text, begin, b)
    if opening:
        return opening
    for m in _MODAL.finditer(text, begin, min(b, begin + 160)):
        for end in _subject_ends(text, begin, m):
            named = units(text, begin, end, strict=True)
            if not named or not all(credible(n.full) for n in named if not n.tail):
                continue
            with_whom = _WITH.match(text, _find(text, end, b, "会同", "商有关", "联合")) if _find(text, end, b, "会同", "商有关", "联合") >= 0 else None
            part = m.lastgroup if m.lastgroup in ("lead", "help", "watch") else "answer"
            if part == "answer" and _WATCHES.match(text, m.end(), b):
                part = "watch"
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
        if got and all(credible(n.full) for s in got.said for n in s.units if not n.tail):
            return tuple(Said(s.part, s.units, "text", s.label, s.work) for s in got.said)
    got = clauses(text, begin, b) if b - begin <= 240 else None
    if got and got.said[0].units[0].start <= begin + 1 and all(credible(n.full) for s in got.said for n in s.units if not n.tail):
        return tuple(Said(s.part, s.units, "text", s.label, s.work) for s in got.said)
    return ()


def _opening(text: str, a: int, b: int) -> tuple[Said, ...]:
    """A牵头,B配合,年内制定…: clauses of units and a verb that open a sentence, before its work."""
    said: list[Said] = []
    for m in re.compile(r"[^,;:]+").finditer(text, a, b):
        got = clause(text, m.start(), m.end(), ends=True)
        if not got or not all(credible(n.full) for s in got for n in s.units if not n.tail):
            break
        said.extend(Said(s.part, s.units, "text", s.label) for s in got)
    return tuple(said)


def _subject_ends(text: str, begin: int, m: re.Match[str]) -> list[int]:
    """Where the subject may end before a modal: right before it, or before the adverbs it was matched with."""
    ends = []
    for end in range(m.start(), m.end()):
        if end - begin >= 2 and not (text[end - 1] == "会" and text.startswith("同", end)) and is_unit(text[max(begin, end - 20) : end].split("、")[-1].split(",")[-1].split("和")[-1] or "-"):
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
