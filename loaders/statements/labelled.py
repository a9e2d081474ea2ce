"""Labels: (牵头单位:A;责任单位:B、C) · 责任单位:A · 牵头部门:A ⏎ 参与部门:B · 责任单位:A牵头,B等参与 · (责任单位:A,B,以下均需C落实,不再列出)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graphmodel.patterns import pattern
from loaders.grammar.clauses import all_units, clauses, set_aside, split_label_value
from loaders.grammar.roles import ALLOTMENT_LABEL, DEADLINE_LABEL, LABEL, OTHER_LABEL, PERSON_LABEL, part_of_label
from loaders.grammar.terms import split_deadline
from loaders.grammar.units import LONGEST, Named, is_unit, units
from loaders.marked import marked
from loaders.names import is_name, is_title, name_before_title, title_before_name
from loaders.statement import Bracket, Said, Statement, family

_ANY = pattern(
    "|".join(
        f"(?:{p.pattern.replace('?P<label>', '?:').replace('?P<word>', '?:').replace('?P<more>', '?:').replace('?P<body>', '?:')})"
        for p in (DEADLINE_LABEL, PERSON_LABEL, ALLOTMENT_LABEL, OTHER_LABEL, LABEL)
    )
)
_MARKS = frozenset("。;,、!?:|)〕]】” \t\r\n(〔[【")
_LABEL_END = pattern("[:]|(?<=[位门])均?[为是]")
_LONGEST_LABEL = 52
# 牵头单位:A(责任人:某某)
_PERSON_BESIDE = pattern(r"(?<=[\u4e00-\u9fff)])[(〔【](?P<label>责任人|联系人|负责人|牵头人|分管领导)\s?:\s?(?P<name>[^():〔〕【】]{2,20})[)〕】]")
# (组长:县委常委、常务副县长 郑某;牵头单位:A)
_HEAD_OF_GROUP = pattern(r"(?P<label>(?:第一|常务)?副?组长|召集人|链长|专班负责人)\s?:\s?(?P<name>[^;:。()]{2,60})[;。,]\s?")
_LEADS = pattern(r"(?:牵头|主办|召集)(?:责任)?(?:单位|部门)\s?:")
# 责任单位及责任人:A 某某 · A(某某)、B(某某)
_AND_PERSONS = pattern(r"(?:及|和|与|、|/)(?:责任人|负责人|人员|领导)$")
_PERSON_WITH = pattern(r"\((?P<in>[^():,;。]{2,16})\)|(?<=[\s、,;:])(?P<by>[^\s、,;:()。]{2,16})")
_OF_HOW_MANY = pattern(r"^(?:(?:以上|上述|该|此)\d{0,2}项?|\d{1,2}项)(?:目标|任务|工作|事项|指标)的?")  # 4项目标的|责任单位均为


def _may_hold_label(text: str, a: int, b: int) -> bool:
    """Every label ends with a colon, or with 单位为, 部门是 and the like: what holds none of these need not be searched."""
    return text.find(":", a, b) >= 0 or any(text.find(end, a, b) >= 0 for end in ("位为", "位是", "门为", "门是", "位均为", "门均为"))


def _labels(text: str, a: int, b: int) -> list[re.Match[str]]:
    """Labels that stand at the start of the stretch or behind a mark."""
    return list(_labels_from(text, a, b))


def _labels_from(text: str, a: int, b: int) -> Iterator[re.Match[str]]:
    """The same one by one: looked for only where one may begin."""
    done = a
    for stop in _LABEL_END.finditer(text, a, b):
        for start in range(max(done, stop.start() - _LONGEST_LABEL), stop.start()):
            behind_mark = start == a or text[start - 1] in _MARKS
            if not (behind_mark or text[start - 1] in _NAME_ENDS) or text[start] in _MARKS:
                continue
            m = _ANY.match(text, start, b)
            if m and m[0].lstrip("其他")[:2] == "成员" and not _LEADS.search(text):
                continue  # who belongs to a group
            if m and (behind_mark or _glued(m)):
                done = m.end()
                yield m
                break


# 牵头单位:市财政局|责任单位:市教育局 with nothing between
_NAME_ENDS = frozenset("厅局委办府院会等行")
_WHOLE_LABEL = pattern(r"(?:单位|部门|时限|时间)\s?:$")


def _glued(m: re.Match[str]) -> bool:
    return bool(_WHOLE_LABEL.search(m[0])) and len(m[0]) <= 8


_WORD = pattern(r"[^、,;。:()\s]{1,40}")
_LAST_WORD = pattern(r"[^、,;。:()\s]{1,4}$")
_BY_DUTY = pattern(r"按照?.{0,6}(?:职责|职能)")
# a schedule has sentences: 进度安排:3月底前选址。6月底前开工。
_SCHEDULE = pattern(r"进度|计划|步骤|安排")


def _goes_on_with_person(text: str, a: int, at: int) -> bool:
    """Whether a name or a title stands behind the blank at ``at``, or the rest of a name that is widened by it: 郑 海."""
    behind, before = _WORD.match(text, at + 1), _LAST_WORD.search(text, max(a, at - 4), at)
    if not behind:
        return False
    further = _WORD.match(text, behind.end() + 1) if len(behind[0]) == 1 else None
    widened = before and len(before[0]) <= 2 and len(behind[0]) <= 2 and is_name(before[0] + behind[0]) or further and is_name(behind[0] + further[0])
    return bool(widened) or is_name(behind[0]) or is_title(behind[0]) or name_before_title(behind[0]) is not None


def _value_end(text: str, a: int, b: int, person: bool = False) -> int:
    """Where the value of a label outside brackets ends: at a full stop, or at a blank behind which no name stands."""
    i = a
    while i < b:
        c = text[i]
        if c in "(〔[【" and ")" in text[i:b].translate(str.maketrans("〕]】", ")))")):
            depth = 0
            while i < b:
                depth += text[i] in "(〔[【"
                depth -= text[i] in ")〕]】"
                i += 1
                if depth == 0:
                    break
            continue
        if person and c == " " and i > a and _goes_on_with_person(text, a, i):
            i += 1
            continue
        if c in "。!?" or (c == " " and i > a):
            m = pattern(r"[^、,;。\s()]{2,40}").match(text, i + 1)
            following = m[0] if m and m.start() < b else ""
            if not (
                following
                and (
                    is_unit(following.removesuffix("等"))
                    or pattern(r"^(?:以下|列第一|排在|排第一|下同)").match(following)
                    or pattern(r"(?:牵头|配合|参与|负责|落实)$").search(following)
                    and len(following) <= 30
                )
            ):
                return i
        i += 1
    return b


def _said(text: str, label: str, a: int, b: int) -> tuple[tuple[Said, ...], tuple[int, int] | None]:
    """What one label's value says: by its verbs if it holds any, else by the label."""
    part = part_of_label(label)
    b, dated = split_deadline(text, a, b)
    begin = split_label_value(text, a, b)
    by_verbs = clauses(text, begin, b)
    if by_verbs and begin > a and part:
        named = _listed(text, a, begin)
        return (Said(part, named, "label", label), *by_verbs.said), by_verbs.deadline or dated
    named = _listed(text, a, b)
    told = part == "lead" or part is not None and _BY_DUTY.search(text, a, b) is not None
    if by_verbs and part and told and not by_verbs.rest and [(s.part, s.work) for s in by_verbs.said] == [("answer", None)]:
        return (Said(part, by_verbs.said[0].units, "label", label),), by_verbs.deadline or dated  # 牵头单位:A、B按职责分工负责
    if by_verbs and (by_verbs.said[0].part != "answer" or len(by_verbs.said) > 1 or "负责" in text[a:b] or not all(is_unit(n.full) or n.tail for n in named)):
        unsaid = [s for s in by_verbs.said if part == "answer" and s.part == "help" and s.label is None]  # 责任单位:A牵头,|B、C
        return tuple(replace(s, part="answer", label=label) if s in unsaid else s for s in by_verbs.said), by_verbs.deadline or dated
    if part is None or not named:
        return (), dated
    return tuple(marked(Said(part, named, "label", label))), dated


def _listed(text: str, a: int, b: int) -> tuple[Named, ...]:
    return tuple(n for n in units(text, a, b) if len(n.full) > 1 and len(n.printed) <= 48)


def _persons_beside(text: str, a: int, b: int) -> tuple[list[tuple[int, int]], str]:
    """Where persons stand beside the units of a list, and the text with commas in their place."""
    found: list[tuple[int, int]] = []
    for m in _PERSON_WITH.finditer(text, a, b):
        who = m["in"] or m["by"]
        if is_name(who) or name_before_title(who) is not None or title_before_name(who) is not None:
            found.append(m.span("in" if m["in"] else "by"))
            text = text[: m.start()] + "," * (m.end() - m.start()) + text[m.end() :]
    return found, text


def _read(text: str, a: int, b: int, start: int, end: int, open_ended: bool) -> Statement | None:
    plain, positional, ditto, inherited = set_aside(text, a, b)
    said: list[Said] = []
    deadline: tuple[int, int] | None = None
    overseers: list[tuple[int, int, str]] = []
    notes: list[tuple[int, int, str]] = []
    for m in _PERSON_BESIDE.finditer(plain, a + 1, b) if "人:" in plain[a:b] else ():
        (notes if m["label"] == "联系人" else overseers).append((*m.span("name"), m["label"]))
        plain = plain[: m.start()] + "," * (m.end() - m.start()) + plain[m.end() :]
    at = a
    while not open_ended and (head := _HEAD_OF_GROUP.match(plain, at, b)):
        overseers.append((*head.span("name"), head["label"]))
        at = head.end()
    labels = _labels(plain, a, b)
    last = end
    led = clauses(plain, at, labels[0].start()) if labels and not open_ended else None
    if led:  # (A牵头,B配合,|责任单位:C)
        said.extend(led.said)
        deadline = led.deadline
    elif labels and not open_ended and (named := all_units(plain, a, labels[0].start())):
        said.append(Said("answer", named, "verb"))  # (A、B;|完成时限:6月底)
    for m, following in zip(labels, [*labels[1:], None]):
        stop = following.start() if following else b
        if open_ended and not (DEADLINE_LABEL.match(m[0]) and _SCHEDULE.search(m[0])):
            cut = _value_end(plain, m.end(), stop, bool(PERSON_LABEL.match(m[0]) or _AND_PERSONS.search(m[0].rstrip(": "))))
            if cut < stop:
                stop, following = cut, None
        word = _OF_HOW_MANY.sub("", m[0].rstrip(": ")).removesuffix("为").removesuffix("是").removesuffix("均")
        if DEADLINE_LABEL.match(m[0]):
            deadline = (m.end(), stop)
        elif PERSON_LABEL.match(m[0]):
            found = units(plain, m.end(), stop, strict=True)
            if word.endswith("联系人"):
                notes.append((m.end(), stop, word))  # whom to call: in charge of nothing
            elif found:
                said.append(Said("answer" if "牵头" not in word else "lead", found, "label", word))
            else:
                overseers.append((m.end(), stop, word))
        elif OTHER_LABEL.match(m[0]):
            if open_ended:
                break  # its words are work again
            notes.append((m.end(), stop, word))
        elif ALLOTMENT_LABEL.match(m[0]):
            by_verbs = clauses(plain, m.end(), stop)
            if by_verbs:
                said.extend(by_verbs.said)
                deadline = by_verbs.deadline or deadline
            else:
                named = units(plain, m.end(), stop, strict=True)
                if named:
                    said.append(Said("answer", named, "label", word))
        else:
            if _AND_PERSONS.search(word):
                beside, plain = _persons_beside(plain, m.end(), stop)
                overseers.extend((*place, word) for place in beside)
            got, when = _said(plain, word, m.end(), stop)
            said.extend(got)
            deadline = when or deadline
        if open_ended:
            last = stop
            if following is None and stop < b:
                tail = pattern(r"。{2,400}").match(plain, stop)
                last = tail.end() if tail else stop
                break
    if not (said or deadline or overseers or inherited or open_ended and notes):
        return None
    return Statement(start, last if open_ended else end, tuple(said), inherited, positional, ditto, deadline, tuple(overseers), tuple(notes))


@family("labelled", order=10)
def labelled(text: str, groups: tuple[Bracket, ...]) -> Iterator[Statement]:
    inside: list[tuple[int, int]] = []
    for g in groups:
        if _PERSON_BESIDE.match(text, g.start) and any(m.end() < g.start for m in _ANY.finditer(text, max(0, g.start - 80), g.start)):
            continue  # it stands behind a name of a label's list
        first = _ANY.search(text, *g.inner) if _may_hold_label(text, *g.inner) else None
        if first and (first.start() - g.inner[0] <= 2 or text[first.start() - 1] in _MARKS) and _plain_before(text, g.inner[0], first.start()):
            s = _read(text, g.inner[0], g.inner[1], g.start, g.end, open_ended=False)
            if s:
                yield s
        inside.append((g.start, g.end))
    at = 0
    while _may_hold_label(text, at, len(text)):
        m = next(
            (m for m in _labels_from(text, at, len(text)) if not any(a <= m.start() < b for a, b in inside) and (m.start() == 0 or text[m.start() - 1] in _MARKS)),
            None,
        )
        if m is None:
            return
        if OTHER_LABEL.match(m[0]):
            at = m.end()
            continue
        window = min(len(text), m.start() + LONGEST)
        s = _read(text, m.start(), window, m.start(), window, open_ended=True)
        if s:
            yield s
        at = max(m.end(), s.end if s else _labels(text, m.start(), window)[-1].end())


def _plain_before(text: str, a: int, b: int) -> bool:
    """Nothing but a short lead-in, or names and verbs, stands before the first label of a bracket."""
    return b - a < 30 or bool(_HEAD_OF_GROUP.match(text, a, b)) or bool(clauses(text, a, b)) or bool(units(text, a, b, strict=True))
