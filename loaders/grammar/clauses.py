"""Clauses that say who does what with a verb: A牵头,B、C按职责分工负责 · A负责规划,B组织实施,C配合 · 由A会同B负责."""

from __future__ import annotations

from dataclasses import dataclass

from graphmodel.patterns import pattern
from loaders.grammar.roles import BLANKET, BLANKET_OF, BLANKET_PART, DITTO, POSITIONAL, POSITIONAL_MARKS, SUPPLIES, VERB, VERB_SIGNS, Part
from loaders.grammar.subjects import credible_list, names_from, opens_with_verb
from loaders.grammar.terms import only_terms, says_when
from loaders.grammar.units import Named, is_unit, likely_units, units
from loaders.statement import Said

# ends of clauses, and brackets
_CLAUSE_MARK = pattern(r"[,;。(〔\[【“《)〕\]】”》]")
_WITH = pattern(r"会同|商(?![务业会标贸品检储洽户场])|联合(?![会社体国])")
# 以A为主 · 以A负责
_MAINLY = pattern(r"[^,;。以]{0,16}以(?![上下及内外来后前])(?P<units>[^,;。]{2,60}?)(?P<how>为主|负责)")
# 会同B,… · 并商B… at the beginning of a clause
_WITH_FIRST = pattern(rf"(?:并|同时|积极|及时|主动|共同|负责|统筹){{0,2}}(?P<with>{_WITH.pattern}|会商|协同(?=[省市区县州各有]))")
_ALONG = ("会同", "商", "联合", "会商", "协同")
_WITH_SIGNS = frozenset("会并商联协同积及主共负统")
_ALSO_BEHIND = pattern(r"\s?(?:并|负责)?(?:会同|商|联合)")
_CLOSING_VERB = pattern(r"(?:共同|具体|分别)?(?:负责|抓好|组织|推进)?(?:落实|实施|推进|办理|负责)$")
_SUBJECT_GONE = pattern(r"^(?:并|同时|且|共同|协同配合|密切配合|形成合力|抓好|确保|做好)")
_ROLE_WORD = pattern(r"牵头|负责|配合|参与|参加|协助|落实|实施|指导|监督|监管|督导|督办|督查|推进|承担|协同|支持|主办|承办|作为|为|推动|各司|各负|抓|总")
# A负责对B落实情况进行监督检查
_WATCHES = pattern(r"对.{2,40}(?:进行|开展|实施)?(?:监督|督导|督查|检查)")
# A牵头、B负责修订: the mark behind a verb divides clauses
_THEN = pattern(r"(?<=牵头|负责|统筹|配合|参与)、(?=[^,。;、]{2,40}(?:牵头|负责|配合|参与|落实))")
# A牵头|B、C配合|8月底完成, divided by blanks
_THEN_BLANK = pattern(
    r"(?<=牵头|负责|统筹|配合|参与|落实|协助) (?!以下|以上|列|排|其中)(?=[^,。;: ]{2,80}(?:牵头|负责|配合|参与|落实|协助)|\d{1,4}[年月.]|年底|长期|持续)"
)
_GIVEN = pattern(r"^(?:按照|根据|依据|依照|结合|围绕|为|在|对)")
# what goes on behind 推进, 监督 into an office: 推进办公室, 监督局
_OFFICE_GOES_ON = pattern(r"[室署]|局(?!面)|办(?!理|好|结)|组(?!织|建)|处(?!置|理)|委(?!托)|队(?!伍)|科(?!学|技|普)|站(?!点)|院(?!落)")
_TOWARD = pattern(r"(?<=[\u4e00-\u9fff])(?:对|为|向|从|在|就)[^,。;]{2,30}$")  # 市财政局|对贷款贴息|给予保障
_NO_OFFICE = ("负责", "牵头", "配合", "参与", "参加", "协助")


@dataclass(frozen=True, slots=True)
class Clauses:
    """What verb clauses say: ``said`` in order, ``rest`` the places of clauses that say no duty, ``deadline`` where a date stands."""

    said: tuple[Said, ...]
    rest: tuple[tuple[int, int], ...]
    deadline: tuple[int, int] | None = None


def set_aside(text: str, a: int, b: int) -> tuple[str, bool, bool, tuple[Said, ...]]:
    """The text with positional and blanket clauses blanked out (same length), whether the first is the lead, whether 下同, and what a blanket binds."""
    part = _THEN.sub(",", text[a:b])
    part = _THEN_BLANK.sub(",", part) if " " in part else part
    positional = ditto = False
    inherited: list[Said] = []
    for m in POSITIONAL.finditer(part) if any(c in part for c in POSITIONAL_MARKS) else ():
        positional, ditto = True, ditto or bool(m["ditto"])
        part = part[: m.start()] + "。" * (m.end() - m.start()) + part[m.end() :]
    for form in (BLANKET_OF, BLANKET) if "不" in part else ():
        for m in form.finditer(part):
            named = units(part, *m.span("units"))
            word = m["verb"] or (m["body"] if form is BLANKET_OF else None)
            if named:
                moved = tuple(Named(n.start + a, n.end + a, n.printed, n.full, n.tail) for n in named)
                inherited.append(Said(BLANKET_PART.get((word or "")[:2], "answer"), moved, "inherited", word))
            part = part[: m.start()] + "。" * (m.end() - m.start()) + part[m.end() :]
    for m in DITTO.finditer(part) if "同" in part else ():
        part = part[: m.start()] + "。" * (m.end() - m.start()) + part[m.end() :]
    return text[:a] + part + text[b:], positional, ditto, tuple(inherited)


def _cuts(text: str, a: int, b: int) -> list[tuple[int, int]]:
    out, depth, begin = [], 0, a
    for m in _CLAUSE_MARK.finditer(text, a, b):
        i, c = m.start(), m[0]
        if c in "(〔[【“《":
            depth += 1
        elif c in ")〕]】”》":
            depth = max(0, depth - 1)
        elif depth == 0:
            if i > begin:
                out.append((begin, i))
            begin = i + 1
    if begin < b:
        out.append((begin, b))
    return out


def clause(text: str, a: int, b: int, pending: tuple[Named, ...] = (), ends: bool = False) -> tuple[Said, ...]:
    """What one clause says: units, then a verb, then perhaps an object. () if nothing. ``ends``: the verb must end the clause."""
    if not pending and text[a : a + 1] in _WITH_SIGNS and (along := _WITH_FIRST.match(text, a, b)):
        return _along(text, along.end(), b, along["with"])
    if text.find("以", a, b) >= 0 and (mainly := _MAINLY.match(text, a, b)):
        whose = units(text, *mainly.span("units"), strict=True)
        if whose:
            return (
                Said(
                    "lead" if mainly["how"] == "为主" else "answer",
                    pending + whose,
                    "verb",
                    "以…" + mainly["how"],
                    text[a : mainly.start("units") - 1].strip() or None,
                ),
            )
    part_of_text = text[a : min(b, a + 300)]
    if not any(sign in part_of_text for sign in VERB_SIGNS):
        return ()
    only_names = bool(units(text, a, b, strict=True))
    for m in VERB.finditer(text, a, min(b, a + 300)):
        if m.end() != b and (ends or only_names or (_OFFICE_GOES_ON.match(text, m.end(), b) and not m[0].endswith(_NO_OFFICE))):
            continue
        if m.end() < b and text[m.end()] == "的":
            continue  # 市县抓落实的机制 names a thing
        part: Part = m.lastgroup or "answer"  # type: ignore[assignment]
        named = _before(text, a, m.start(), m.end() == b)
        if named is None and part == "help" and (toward := _TOWARD.search(text, a, m.start())):
            named = _before(text, a, toward.start())
        if named is None or not (named[0] or pending):
            if named is None:
                continue
            return ()
        subjects, partners = named
        work = text[m.end() : b].strip() or None
        word = _ROLE_WORD.search(m[0])
        label = m[0][word.start() :][:12] if word else m[0]
        if part == "answer" and work and _WATCHES.match(work):
            part = "watch"
        beside, work = _beside(work, text, m.end(), b) if work else ((), work)
        partners += beside
        out = [Said(part, pending + subjects, "verb", label, work)]
        if partners:
            out.append(Said("help", partners, "verb", "会同", work))
        return tuple(out)
    return ()


def _along(text: str, a: int, b: int, word: str) -> tuple[Said, ...]:
    """会同B、C制定办法: with whom those act who were named before."""
    partner = clause(text, a, b)
    named = partner[0].units if partner else credible_list(text, a, b, easy=True) or names_from(text, a, b)
    if not named:
        return ()
    work = partner[0].work if partner else text[named[-1].end : b].strip() or None
    return (Said("help", named, "verb", word, work),)


def _beside(work: str, text: str, a: int, b: int) -> tuple[tuple[Named, ...], str | None]:
    """A牵头会同B负责落实: partners named behind the verb, and what is then left of the work; nothing when more than a closing verb follows them."""
    also = _ALSO_BEHIND.match(text, a, b)
    last = _CLOSING_VERB.search(text, also.end(), b) if also else None
    named = units(text, also.end(), last.start(), strict=True) if also and last else ()
    return (named, None) if named else ((), work)


def _before(text: str, a: int, end: int, closes: bool = False) -> tuple[tuple[Named, ...], tuple[Named, ...]] | None:
    """The subjects before a verb and whom they act with (A会同B): None if what stands there is not units. ``closes``: nothing stands behind the verb,
    so that one name of the list may be of no known shape."""
    if end <= a:
        return (), ()
    for w in _WITH.finditer(text, a + 1, end):
        left = units(text, a, _trim(text, a, w.start()), strict=True)
        right = units(text, w.end(), end, strict=True)
        if left and right:
            return left, right
    named = units(text, a, end, strict=True) or (likely_units(text, a, end) if closes else ())
    return (named, ()) if named else None


def together(text: str, a: int, b: int) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
    """A会同B as the whole of a stretch: the units on both sides; empty if it is something else."""
    named = _before(text, a, b)
    return named if named and named[1] else ((), ())


def _trim(text: str, a: int, end: int) -> int:
    m = pattern(r"(?:要|应|应当|牵头|负责|积极|主动){1,3}$").search(text[a:end])
    return a + m.start() if m and m.start() > 1 else end


def _by(text: str, a: int, b: int) -> tuple[Said, ...]:
    """X项目由A负责实施: the work stands before its unit."""
    at = text.find("由", a + 1, min(b, a + 40))
    if at < 0:
        return ()
    return tuple(Said(s.part, s.units, s.basis, s.label, text[a:at].strip() or None) for s in clause(text, at, b))


def clauses(text: str, a: int, b: int) -> Clauses | None:
    """All that a stretch says with verbs; None when no clause of it names units and a verb, or when it starts with something else."""
    said: list[Said] = []
    rest: list[tuple[int, int]] = []
    pending: tuple[Named, ...] = ()
    deadline = None
    for x, y in _cuts(text, a, b):
        got = clause(text, x, y, pending) or _by(text, x, y)
        if got and (said or got[0].label not in _ALONG or not got[0].work):
            work = got[-1].work or ""
            if work and says_when(work) and only_terms(work, 0, len(work)):  # A、B配合|8月底完成
                deadline = deadline or (text.rfind(work, x, y), y)
                got = tuple(Said(s.part, s.units, s.basis, s.label) if s.work == work else s for s in got)
            said.extend(got)
            pending = ()
            continue
        words = text[x:y].strip()
        named = units(text, x, y, strict=True)
        if named and not _SUBJECT_GONE.match(words) and not opens_with_verb(words):
            pending += named
        elif says_when(words):
            deadline = deadline or (x, y)
        elif not said and not pending and not _GIVEN.match(words):
            return None
        else:
            rest.append((x, y))
    if pending and said:
        last = said[-1]
        if last.part == "lead":  # A牵头,|B、C
            return Clauses(alone((*said, Said("help", pending, "verb"))), tuple(rest), deadline)
        said[-1] = Said(last.part, last.units + pending, last.basis, last.label, last.work)
    return Clauses(alone(tuple(said)), tuple(rest), deadline) if said else None


def leans(s: Said) -> bool:
    """会同B制定办法, 做好资金保障: said of somebody beside those who lead."""
    return s.part == "help" and s.work is not None and (s.label in _ALONG or bool(SUPPLIES.search(s.label or "")))


def alone(said: tuple[Said, ...]) -> tuple[Said, ...]:
    """What is said where nobody leads: 做好经费保障 and 支持企业研发 are work like any other, 会同B says nothing."""
    if any(s.part in ("lead", "answer") for s in said):
        return said
    kept = (s for s in said if not (s.work and s.label in _ALONG))
    return tuple(Said("answer", s.units, s.basis, s.label, s.work) if leans(s) or (s.work and s.label == "支持") else s for s in kept)


def split_label_value(text: str, a: int, b: int) -> int:
    """Where the verb clauses of a label's value begin (责任单位:A、B,C配合): behind the leading clauses that are nothing but names; ``a`` if there are none."""
    cuts = _cuts(text, a, b)
    for i, (x, y) in enumerate(cuts):
        if clause(text, x, y):
            return x if i else a
        if not units(text, x, y, strict=True):
            return a
    return a


def all_units(text: str, a: int, b: int) -> tuple[Named, ...]:
    """The units when a stretch is nothing but names, else ()."""
    named = units(text, a, b, strict=True)
    return named if named and all(is_unit(n.full) for n in named if not n.tail) else ()
