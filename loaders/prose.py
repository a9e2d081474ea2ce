"""Prose that says who acts: A要… · 由A牵头,… · A会同B… · A配合B…

Asked only where no statement of duty stands: a clause-level 配合 inside a task that has its own statement changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from graphmodel.patterns import pattern
from loaders.grammar.clauses import alone, clause, clauses, leans, set_aside
from loaders.grammar.everybody import is_everybody
from loaders.grammar.roles import Part
from loaders.grammar.subjects import credible, credible_list, names_from, sound
from loaders.grammar.terms import dated_work
from loaders.grammar.units import Named, is_unit, units
from loaders.statement import Said

_SENTENCE = pattern(r"[^。;!?]+[。;!?]?")
# A要 · A应当 · A负责 · A会同B · A牵头 : what stands behind a subject
MODAL = pattern(
    r"(?P<with>会同|(?<![电工招外通会微厂客经协智磋儒券])商(?![务业会标贸品检储洽户场圈城])|联合(?![会社体国]))|(?P<modal>要|应当|应(?![急用届])|须|需(?!求)|必须|不得|抓紧|总负责|对[^,。;]{2,40}负(?:总|直接|主体)?责)"
)
_BETWEEN = pattern(
    r"(?:积极|切实|共同|分别|及时|主动|全力|统筹|严格|具体|主要|全面|认真|牵头|负责|定期|每[年季月半]{1,2}|适时|要|应|(?:按照|按|根据|结合|依据|依|围绕|通过)[^,。;、]{0,20})+$"
)
HELPS = pattern(r"(?:积极|主动|全力)?(?:配合|协助)")
OPEN_NAME = pattern(r"^(?:各|有关|相关|执法|交通运输|主管|行业|上级|其他|牵头|责任)?(?:有关|相关|级)?\S{0,6}(?:部门|单位|机构|方面)$")
_LEAD_IN = pattern(r"^(?:各级|同时|此外|其中|另外|一是|二是|三是|四是|五是|要|并|也|还),?")
# 在A设立B,统筹… · 成立B,负责…
_SET_UP = pattern(r"(?:设立|成立|组建)(?P<unit>[^,。;、]{2,24}(?:办公室|办|小组|专班|中心|委员会|指挥部)),(?P<verb>统筹|负责|承担|牵头|具体负责)")
_WATCHES = pattern(r"对[^。;]{2,40}(?:进行|开展|实施)?(?:监督|督导|督查|检查)")
# A、B按照职责分工,督促…
_DIVIDED = pattern(r"(?:要)?(?:按照|按|根据|依据)(?:各自)?(?:的)?(?:职责|职能)(?:分工)?$")
# A、B按照职责分工依法查处…
_DIVIDED_DOES = pattern(
    r"(?:要)?(?:按照|按|根据|依据)(?:各自)?(?:的)?(?:职责|职能)(?:分工)?,?(?=依法|依规|依纪|从严|从快|分别|共同|联合|及时|严格|切实|认真|抓好|做好|开展|推进|加强|查处|处置|处理|整改)"
)
# 由A牵头,|B、C等单位组成
_MADE_OF = pattern(r"(?P<who>[^,。;]{2,400}?)(?:等(?:有关|相关)?(?:部门|单位|部门和单位))?(?:共同)?组成$")
_EACH_OF = pattern(r"各(?![类种项方])[^\d每向对在于将把]{1,14}$")
_DOES = pattern(
    r"(?:认真|全面|迅速|及时|立即|分别|逐[户项一级]|按时|严格|依法|统一|集中|深入|积极|进一步)?(?:对照|按照|根据|结合|围绕)?(?:[^,。;]{0,8}?)(?:制定|开展|组织|召开|排查|实施|建立|编制|整改|总结|推进|落实|成立|自查)"
)


@dataclass(frozen=True, slots=True)
class Acting:
    """A stretch of text and who acts in it."""

    start: int
    end: int
    said: tuple[Said, ...]


def _acts(text: str, a: int, b: int, easy: bool = False) -> list[Said]:
    """Who acts in one sentence, clause by clause."""
    set_up = _SET_UP.search(text, a, b)
    if set_up:
        named = units(text, *set_up.span("unit"), strict=True)
        if named and credible(named[0].printed):
            return [Said("lead" if "牵头" in text[a:b] else "answer", named, "text", set_up["verb"])]
    plain, *_ = set_aside(text, a, b)
    out: list[Said] = []
    pending: tuple[Named, ...] = ()
    for x, y in _clauses(plain, a, b):
        begin = x + (m.end() - x if (m := _LEAD_IN.match(plain, x, y)) and not is_unit(plain[x : m.end() + 2]) else 0)
        by = _by_at(plain, begin, y)
        got = _who_does(plain, by, y, pending, bool(out), easy) if by is not None else []
        if not got:
            got = _who_does(plain, begin, y, pending, bool(out), easy)
        if not got and any(s.part == "lead" for s in out) and (m := _MADE_OF.match(plain, begin, y)):
            named = tuple(n for n in units(plain, *m.span("who")) if n.tail or is_unit(n.full))
            got = [Said("help", pending + named, "text", "组成")] if named else []
        if got:
            out.extend(got)
            pending = ()
            continue
        divided = _DIVIDED.search(plain, begin, y) if y - begin <= 200 and y < b else None
        divided = divided or (_DIVIDED_DOES.search(plain, begin, y) if y - begin <= 200 else None)
        if divided and (named := credible_list(plain, begin, divided.start())):
            out.append(Said("answer", pending + named, "text", divided[0][:12]))
            pending = ()
            continue
        named = credible_list(plain, begin, y) if y - begin <= 200 else ()
        pending = pending + named if named else ()
    return out


def _clauses(text: str, a: int, b: int) -> list[tuple[int, int]]:
    out, depth, begin = [], 0, a
    for i in range(a, b):
        c = text[i]
        if c in "(〔[【“《":
            depth += 1
        elif c in ")〕]】”》":
            depth = max(0, depth - 1)
        elif depth == 0 and c in ",;:。":
            if i > begin:
                out.append((begin, i))
            begin = i + 1
    return [*out, (begin, b)] if begin < b else out


_BY = pattern(r"(?<![自理缘事来])由(?![此于来])")


def _by_at(text: str, a: int, b: int) -> int | None:
    """Behind 由 in a clause (由A牵头 · X建设由A负责)."""
    m = _BY.search(text, a, min(b, a + 60))
    return m.end() if m else None


def _who_does(text: str, a: int, b: int, pending: tuple[Named, ...], easy: bool, weak: bool = False) -> list[Said]:
    """Units and what they do, at the start of a clause: A牵头 · A会同B · A要… · A负责… · A配合."""
    m = MODAL.search(text, a + 2, min(b, a + 160))
    while m:
        end = m.start()
        between = _BETWEEN.search(text, a + 2, end)
        for stop in (end, between.start()) if between and between.start() > a + 1 else (end,):
            named = credible_list(text, a, stop, weak)
            if not named:
                continue
            part: Part = "lead" if "牵头" in text[stop:end] else "answer"
            said = [Said(part, pending + named, "text", text[stop : m.end()][:12])]
            beyond = m if m["with"] else next((w for w in MODAL.finditer(text, m.end(), min(b, m.end() + 12)) if w["with"]), None)
            if beyond:
                other = names_from(text, beyond.end(), b)
                if other:
                    said.append(Said("help", other, "text", beyond["with"]))
                elif m["with"]:
                    break
            helps = HELPS.match(text, m.end())
            if helps:
                other = names_from(text, helps.end(), b)
                if other and not any(OPEN_NAME.match(n.printed) for n in other):
                    return [Said("answer", other, "text", "配合"), Said("help", pending + named, "text", "配合")]
            if said[0].part == "answer" and _WATCHES.match(text, m.end(), b):
                said[0] = Said("watch", said[0].units, "text", said[0].label)
            return said
        m = MODAL.search(text, m.end(), min(b, a + 160))
    got = clause(text, a, b, pending) if b - a <= 300 else ()
    if not (got or pending or easy) and (named := _at_once(text, a, b)):
        return [Said("answer", named, "text")]
    if got and all(sound(s.units, weak or easy and not s.work) for s in got):
        return _partnered(text, b, [Said(s.part, s.units, "text", s.label, s.work) for s in got])
    return []


def _at_once(text: str, a: int, b: int) -> tuple[Named, ...]:
    """各乡镇|制定实施方案: all of a kind, and at once what they do."""
    named = names_from(text, a, min(b, a + 60)) if text[a : a + 1] == "各" else ()
    return named if named and _EACH_OF.match(named[-1].printed) and _DOES.match(text, named[-1].end, b) else ()


def _partnered(text: str, b: int, said: list[Said]) -> list[Said]:
    """A牵头商B研究… · A负责会同B…: a partner named behind the verb."""
    work = said[0].work
    m = pattern(r"(?:会同|商(?![务业会标贸品]))").match(work or "")
    if m and work:
        at = text.rfind(work, 0, b)
        other = names_from(text, at + m.end(), b) if at >= 0 else ()
        if other:
            return [*said, Said("help", other, "text", m[0])]
    if said[0].part == "help" and work and said[0].label != "支持":
        at = text.rfind(work, 0, b)
        other = names_from(text, at, b) if at >= 0 else ()
        if other and not any(OPEN_NAME.match(n.printed) for n in other):
            return [Said("answer", other, "text", "配合"), Said("help", said[0].units, "text", "配合")]
    return said


def acting(text: str, start: int = 0, easy: bool = False) -> tuple[Acting, ...]:
    """Who acts in a text without a statement: runs of sentences, each with the subject that opens it. () when nobody is said to act.

    ``easy``: a heading says that work is allotted here (责任分工), so a weak name (文化站负责…) will do.
    """
    runs: list[tuple[int, int, tuple[Said, ...]]] = []
    for m in _SENTENCE.finditer(text, start):
        said = tuple(_acts(text, m.start(), m.end(), easy))
        beside = all(x.part in ("help", "watch") and (not x.work or leans(x)) for x in said) or _only_allots(text, m.start(), m.end())
        if runs and runs[-1][2] and said and beside:
            a, _, before = runs[-1]
            runs[-1] = (a, m.end(), before + said)
        elif said or not runs:
            runs.append((m.start(), m.end(), alone(said)))
        else:
            a, _, before = runs[-1]
            runs[-1] = (a, m.end(), before)
    if not any(said for *_, said in runs):
        return _opening(text, start)
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


# 林业部门|认真做好… · 区直各部门|根据各自职责,认真做好…
_WHO_OPENS = pattern(r"(?P<who>[^,。;:]{2,40}?)(?:(?:根据|按照|结合)[^,。;:]{2,30},)?(?:认真|切实|扎实|全力|具体)(?:组织|做好|抓好|加强|开展|落实|制定|履行)")


def _opening(text: str, start: int) -> tuple[Acting, ...]:
    """Somebody who opens a text and is said to do things without 要 or 负责."""
    while start < len(text) and text[start] == " ":
        start += 1
    m = _WHO_OPENS.match(text, start)
    named = credible_list(text, *m.span("who")) if m else ()
    return (Acting(start, len(text), (Said("answer", named, "text"),)),) if named else ()


def _only_allots(text: str, a: int, b: int) -> bool:
    """A sentence that is nothing but units and verbs (各乡镇按职责分工抓好落实。): it speaks of the work before it."""
    got = clauses(text, a, b) if b - a <= 240 else None
    return got is not None and not got.rest and all(s.work is None for s in got.said) and not (got.deadline and dated_work(text, *got.deadline))


def told_first(text: str) -> bool:
    """Whether a text opens with somebody in particular who is told what to do."""
    runs = acting(text)
    return bool(runs) and runs[0].start == 0 and any(x.part != "help" and not any(is_everybody(n.full) for n in x.units) for x in runs[0].said)


def _same(one: tuple[Said, ...], other: tuple[Said, ...]) -> bool:
    def names(said: tuple[Said, ...]) -> list[tuple[str, list[str]]]:
        return [(s.part, [n.printed for n in s.units]) for s in said]

    return names(one) == names(other)
