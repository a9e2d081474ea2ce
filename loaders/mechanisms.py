"""How a plan keeps itself going: meetings, reporting, inspection, assessment, accountability; how often, who, to whom.

A sentence is read clause by clause. Clauses that say the same kind of thing one behind the other are one mechanism, unless the later one
names a frequency of its own. Inside a task's text only clauses about the plan's own work count: 联合检查 of restaurants is a task,
督查任务进展情况 is a mechanism.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphmodel.patterns import pattern
from graphmodel.plan import Mechanism, MechanismKind, Section, Span, Unit
from graphmodel.text import View
from loaders.grammar.units import is_unit, units
from loaders.headings import is_heading, under_headings
from loaders.mechanism_words import FREQUENCY, MARKS, NOT, OWN, PATTERNS
from loaders.regular import listed, regular

_ORDER: tuple[MechanismKind, ...] = ("meeting", "reporting", "inspection", "assessment", "accountability")

_SENTENCE = pattern(r"[^。;!?]{1,2000}[。;!?]?")
_CLAUSE = pattern(r"[^,]{1,600},?")
_CITED = pattern(r"《[^《》]{0,120}》")
# 加强组织领导、明确责任主体、严格责任追究: slogans that a sentence only announces
_SLOGAN = pattern(r"(?:加强|强化|严格|完善|健全|落实|严肃|注重|实行)[\u4e00-\u9fa5]{2,6}$")
_NUMBERED = pattern(r"^(?:第?[一二三四五六七八九十]{1,3}[、.章节]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)](?!\d)|[①-⑳])\s?")
_GOES_ON = pattern(r"要|应|须|并|同时")  # a sentence that has the subject of the one before it
# 对工作不力的, | 区纪委对履职不力、失职渎职的工作人员,
_CONDITION = pattern(
    r"^(?:[^,。;对]{0,20})(?:凡|对|对于|因)[^。;]{2,120}的(?:[^,。;的]{0,14}(?:人员|单位|部门|干部|个人|责任人|地方|地区|乡镇|街道"
    r"|企业|问题))?$"
)


@dataclass(slots=True)
class _Found:
    """A mechanism within its sentence."""

    kind: MechanismKind
    start: int
    end: int
    frequency: str | None
    conditions: int = 0
    listed: bool = False  # one of 日报告、周调度


def mechanisms(
    paragraphs: Sequence[tuple[View, tuple[str, ...]]], tasks: Sequence[Span] | None = None, sections: Sequence[Section] = (), text: str = ""
) -> tuple[Mechanism, ...]:
    """The mechanisms of all paragraphs, each with its headings (outermost first), in order.

    ``tasks``: spans of the tasks' texts, None if they are not known. Inside them only clauses about the plan's own work count, unless the
    headings say that the paragraph is about that (保障措施, 工作制度, …领导小组). ``sections`` gives the places in ``text`` of headings that are units:
    they act in what stands below them.
    """
    out: list[Mechanism] = []
    placed = sorted(sections, key=lambda s: s.span)
    starts, allotted = [s.span[0] for s in placed], None if tasks is None else sorted(tasks)
    for view, section, heading in under_headings(paragraphs):
        if heading and not listed(view.text):
            continue
        inside = not _is_about_the_work(section) and (allotted is None or _inside(view.whole, allotted))
        above = bisect_right(starts, view.whole[0]) - 1
        found = [(a, b, _read(view.text, a, b, inside)) for a, b in _sentences(view.text) if a or not _names_what_follows(view.text, b)]
        if not any(read for _, _, read in found):
            continue
        last = acts = _heading_unit(placed[above], section, text) if above >= 0 else ()
        for a, b, read in found:
            subjects = _subjects(view, a, b)
            if not _GOES_ON.match(view.text, a, b):
                last = acts
            for f in read:  # 对…的,由市政府约谈: its subject may stand within it
                within = [who for at, who in subjects if f.start < at < f.end][:1]
                last = next(iter([who for at, who in reversed(subjects) if at <= f.start] or within), last)
                out.append(_mechanism(view, f, section, last))
    return tuple(out)


def _mechanism(view: View, f: _Found, section: tuple[str, ...], actors: tuple[Unit, ...]) -> Mechanism:
    recipients = _recipients(view, f.start, f.end)
    return Mechanism(f.kind, view.span(f.start, f.end), view.text[f.start : f.end], f.frequency, section, (), actors, recipients)


def _inside(span: Span, tasks: Sequence[Span]) -> bool:
    """Whether a paragraph stands in a task's text, or a task's text in it. ``tasks`` are sorted and do not overlap."""
    i = bisect_right(tasks, (span[1], -1)) - 1
    return i >= 0 and tasks[i][1] > span[0]


def _heading_unit(heading: Section, section: Sequence[str], text: str) -> tuple[Unit, ...]:
    """The unit that heads the section in which a paragraph stands, if ``heading`` is that and is a unit; ``text``: the plan's."""
    bare = _NUMBERED.sub("", heading.name).rstrip(": ")
    if not section or section[-1] != heading.name or not is_unit(bare):
        return ()
    at = [n for n in range(*heading.span) if n < len(text) and not text[n].isspace()]
    printed = "".join(bare.split())
    begin = "".join(text[n] for n in at).find(printed)
    return (Unit(printed, (at[begin], at[begin + len(printed) - 1] + 1) if begin >= 0 else heading.span),)


# 四、保障措施 | (三)强化目标管理,严格督查考核 | 一、某工作领导小组; not 三、领导小组成员单位职责
_GOVERNANCE = pattern(
    r"保障(?:措施|机制)|组织(?:领导|实施|保障|机制)|强化保障|工作(?:制度|机制|要求)|(?:调度|督[查办导]|报送|考核|追究|例会|通报|会商|联席会议|责任)制度?"
    r"|(?:推进|落实|协调|督查|考核|责任)机制|考核|督促|问责|责任(?:落实|体系)|狠?抓好?落实|(?:强化|加强)监督|领导小组(?:办公室)?$|专班$|指挥部$"
)


def _is_about_the_work(section: Sequence[str]) -> bool:
    """Whether the headings, the innermost first, say that a paragraph is about how the plan is carried out, not about its tasks."""
    return bool(section) and bool(_GOVERNANCE.search(section[-1]) or (len(section) > 1 and _GOVERNANCE.search(section[0])))


def _names_what_follows(text: str, end: int) -> bool:
    """Whether the first sentence of a paragraph is its heading: (一)调度制度。 but not (1)定期召开会议。 (二)各单位每季度报送进展情况。"""
    if listed(text[:end]) or "每" in text[:end]:
        return False
    return is_heading(text[:end]) and (end + 1 < len(text) or not pattern(",").search(text[:end]) and not FREQUENCY.search(text[:end]))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for m in _SENTENCE.finditer(text):
        end = m.end() - (m[0][-1] in "。;!?")
        if end > m.start():
            yield m.start(), end


def _kinds(clause: str, inside: bool) -> list[MechanismKind]:
    bare = _CITED.sub("", clause)
    items = bare.split("、")
    if len(items) >= 3 and all(len(i) <= 10 for i in items):
        bare = "、".join(i for i in items if not _SLOGAN.match(i))
    kinds: list[MechanismKind] = []
    held = set(bare)
    for kind in _ORDER:
        if MARKS[kind].isdisjoint(held):
            continue
        words = NOT[kind].sub("", bare)
        if PATTERNS[kind].search(words) and (not inside or OWN[kind].search(words)):
            kinds.append(kind)
    if "accountability" in kinds:
        kinds = [k for k in kinds if k not in ("reporting", "inspection")]
    return kinds


def _read(text: str, start: int, end: int, inside: bool) -> list[_Found]:
    """The mechanisms of one sentence, in the order of their first clause."""
    out: list[_Found] = []
    condition: int | None = None
    for m in _CLAUSE.finditer(text, start, end):
        a, b = m.start(), m.end() - (m[0][-1] == ",")
        clause = text[a:b]
        if _CONDITION.match(clause.strip()) and not _kinds(clause, inside):
            condition = a if condition is None else condition
            continue
        items, clause = regular(clause, a, inside)
        out += [_Found(*item, listed=True) for item in items]
        kinds = [k for k in _kinds(clause, inside) if not any(item.kind == k for item in items)]
        latest = {f.kind: f for f in out} if not items and kinds and not FREQUENCY.search(clause) else {}
        said = {kind for kind in kinds if kind in latest and latest[kind].listed}
        if said:  # 月调度、年考核,考核结果报市政府
            next(f for f in reversed(out) if f.listed).end = b
            kinds = [k for k in kinds if k not in said]
        for kind in kinds:
            frequency = _frequency(clause, kind)
            begin = condition if condition is not None and kind == "accountability" else a
            before = next((f for f in reversed(out) if f.kind == kind and not f.listed), None)
            if before is None or _is_another(before, frequency, clause, condition is not None):
                out.append(_Found(kind, begin, b, frequency, int(condition is not None or clause.startswith("对"))))
            else:
                before.end = b
                before.frequency = before.frequency or frequency
                before.conditions += condition is not None
        if kinds:
            condition = None
    return sorted(out, key=lambda f: (f.start, _ORDER.index(f.kind)))


def _is_another(before: _Found, frequency: str | None, clause: str, conditioned: bool) -> bool:
    """Whether a clause of the same kind is a mechanism of its own: it names another frequency, or another case (对…的)."""
    other = bool(frequency and before.frequency and frequency != before.frequency and "临时" not in clause)
    return other or conditioned and before.conditions > 0


def _frequency(clause: str, kind: MechanismKind) -> str | None:
    """How often, as printed: the expression nearest before the words of the kind."""
    words = PATTERNS[kind].search(clause)
    found = list(FREQUENCY.finditer(clause))
    if not found:
        return None
    before = [m for m in found if words is None or m.start() <= words.end()]
    return (before[-1] if before else found[0])[0].replace(" ", "")


_OPENING = pattern(r"^(?:\s|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)]|由|同时,|并|——|[①-⑳]){0,6}")
_PREDICATE = pattern(
    r"(?:也|还)?(?:要|应当|应|须|需|必须|负责|将|每|定期|不定期|及时|随时|按|原则上|实行|根据|结合|会同|组织|牵头|建立|全面|加强|严格"
    r"|召开|对|把|在|于|向|切实|适时|年度|通过|开展|进行|统筹|参加|承担|自(?=\d{1,4}[年月]|本|今|即))"
)
# what a sentence without subject begins with
_NO_SUBJECT = pattern(
    r"^(?:成立|每|全面|根据|依托|鼓励|对|按|把|将|以|为|在|从|向|建立|完善|加强|推动|推进|实施|开展|组织|负责|督促|指导|支持|引导"
    r"|强化|落实|通过|结合|围绕|明确|制定|充分|进一步|严格|健全|定期|及时|适时|实行|经|凡|因|用|发挥|调度|参加|配合|纳入|列入|申报"
    r"|要)"
)


def _subjects(view: View, start: int, end: int) -> list[tuple[int, tuple[Unit, ...]]]:
    """The clauses of a sentence that begin with units, and those units: 为…,市督查室全面督查… -> 市督查室."""
    found = ((m.start(), _clause_subject(view, m.start(), m.end())) for m in _CLAUSE.finditer(view.text, start, end))
    return [(at, who) for at, who in found if who]


def _clause_subject(view: View, start: int, end: int) -> tuple[Unit, ...]:
    text = view.text
    head = _OPENING.match(text[start:end])
    a = start + (head.end() if head else 0)
    if _NO_SUBJECT.match(text[a:end]):
        return ()
    for m in _PREDICATE.finditer(text, a, min(end, a + 60)):
        if m.start() > a:
            got = _units(view, a, m.start())
            if got:
                return got
    return ()


def _units(view: View, start: int, end: int) -> tuple[Unit, ...]:
    got = units(view.text, start, end, strict=True)
    if not all(is_unit(n.full) and not pattern(r"季度|创建(?!办|小组|领导|工作领导)|完成|情况").search(n.printed) for n in got):
        return ()
    return tuple(Unit(n.printed, view.span(n.start, n.end)) for n in got)


_TO = pattern(
    r"(?:向|报送给?|报送至|上报|呈报|报告|送交|通报给?|抄送|报)(?P<to>[^,。;:报送向对将]{2,30}?(?:政府|督[查察]室|办公室|领导小组|委员会"
    r"|[委局厅办]|小组|单位|部门|国务院))(?=报|提交|通报|汇报|备案|$|[,。;]|审|汇总|上报|反馈)"
    r"|(?:对|督促|指导|督导|督查|检查|抽查|考核|约谈|听取(?:[一二两\d]次)?)(?P<on>[^,。;:对督促指导报送向]{1,30}(?:部门|单位|政府"
    r"|[县区镇乡市]|街道|局|成员单位|责任人|街镇))(?=[进的工任完落开执目推实履年按承领和及]|$|[,。;])"
)


def _recipients(view: View, start: int, end: int) -> tuple[Unit, ...]:
    for m in _TO.finditer(view.text, start, end):
        if got := _units(view, *m.span("to" if m["to"] else "on")):
            return got
    return ()
