"""Figures to be reached in a task's text: what is measured, how it compares, the value in its printed unit, by when.

Each figure is tried as a level (A达到60%), a change (较2015年下降20%), a share (30%的园区完成…), a count (建设9个…) or a
frequency (每月更新一次); what is none of these, or only looks alike (thresholds, subsidies, distances), is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from graphmodel.patterns import pattern
from graphmodel.plan import Indicator, Op
from loaders.grammar import counts
from loaders.grammar.achieved import achieved
from loaders.grammar.comparators import Comparison, before, settle
from loaders.grammar.figures import Figure, Figures, is_year
from loaders.grammar.indicator_names import trimmed, unmasked
from loaders.grammar.levels import Carry, Reading, changed, compared_count, level, share_of
from loaders.grammar.lookalikes import ends_phrase, is_lookalike, scope_after
from loaders.grammar.shares import change, share
from loaders.grammar.worded import worded

_FROM = pattern(r"(?:由|(?<![依服遵听随顺])从(?![业事]))[^,;。]{0,14}$")
_TURNS = pattern(r"[^,;。]{0,10}?(?:提[高升至到]|增|降|下降|减|扩大|压缩|缩短|上升|压减|发展|调整|整合|归并|合并|撤并)")
# (|2024年|1000个 · 其中|2021年新增|800家
_ONLY_DATED = pattern(r"(?:[、,和及 ]|其中){0,3}\x01{1,20}(?:内|为|的|各)?(?:再|累计|共|总计|合计)?(?:新增|完成|建成|新建|培育|引进|培训|实施|改造)?")
_HOPE = pattern(r"[,、]?(?:并|且|全力)?(?:力争|争取|力求|冲刺)")
_IS_BUILT = pattern(r"(?<=..)建设$")
_NO_THING = pattern(r"\d(?![GDKgdk])|:|(?:牵头|配合|参与|负责|协助|支持|落实|推进)$")
_DONE = pattern(r"(?:\x01{1,20}|力争|确保|全市|全省|全县|全区|全年|共|累计|再| ){0,4}(?P<last>开工建设|完成|实施|改造|建成|新建|治理|建设)(?:改造|建设|治理)?")
_SETS_ABOUT = pattern(r"^(?:加快|大力|深入|持续|继续|全面|扎实|积极|稳步|推进|推动|实施|开展|组织|抓好|做好|加强){1,3}")
_TIMES = frozenset(("次", "回", "遍", "轮", "期", "届"))
_NEEDS_WORDS = frozenset(("time", "age", "score"))  # 3天, 65岁, 5分 are targets only behind comparing words


@lru_cache(maxsize=64)
def indicators(text: str, plan_date: str | None = None) -> tuple[Indicator, ...]:
    """The targets in a folded and squeezed text, in order; spans are relative to it and ``quote`` is the text there.

    ``plan_date`` (ISO) gives dates without a year one.
    """
    f = Figures.of(text, plan_date)
    out = [made for reading in _readings(f) for made in _made(f, reading)]
    out.extend(worded(f, out))
    return tuple(sorted(out, key=lambda x: x.span))


def _readings(f: Figures) -> Iterator[Reading]:
    """The figures of a text that say a target, one after the other; each may lean on those before it in its sentence."""
    carry = Carry()
    for i, q in enumerate(f.found):
        here = f.sentence(q.start)
        if here != carry.sentence:
            carry = Carry(here, end=carry.end)
        if q.start < carry.end or is_year(q):
            continue
        of_each = counts.each(f, carry.end, q)
        compared = before(f.masked, carry.end, of_each or q.start)
        if (compared is None and q.kind in _NEEDS_WORDS) or f.quoted(q.start) or achieved(f, q.start):
            continue
        reading = _read(Figure.at(f, i, max(f.left(q.start), carry.end)), compared, carry)
        if reading is None:
            continue
        yield reading
        counting = reading.op in ("=", ">=", ">", "~", "..", "-") and q.kind not in ("share", "")
        carry = Carry(here, reading.names, reading.end, q.kind, counting, reading.op)


def _read(x: Figure, compared: Comparison | None, carry: Carry) -> Reading | None:
    """What a figure says; None when it is of no target."""
    if is_lookalike(x.q, x.left, x.all.masked[x.q.end : x.q.end + 16], x.clause, compared is not None):
        return None
    if compared is None or (compared.words == "为" and scope_after(x.after)):
        return None if _FROM.search(x.left) and _TURNS.match(x.after) else _plain(x, carry)
    turned = changed(x, compared, carry)
    if turned or not scope_after(x.after):
        return turned or level(x, compared, carry)
    if compared.words == "实现":
        return _plain(x, carry)
    return compared_count(x, compared, carry) or share_of(x, compared) or _fund(x, compared)


def _fund(x: Figure, compared: Comparison) -> Reading | None:
    found = counts.fund(x)
    if found is None:
        return None
    name, start, end = found
    return Reading(((unmasked(name), x.q),), settle(compared.op, x.q.unit, x.suffix, x.about), (start, end), end)


def _plain(x: Figure, carry: Carry) -> Reading | None:
    """A figure without comparing words before it."""
    q, op = x.q, _bare_op(x)
    carried = carry.counts_on(q.kind) and x.all.masked[carry.end : q.start].count(",") <= 1
    if carry.names and carry.counts_on(q.kind) and ends_phrase(x.after) and _ONLY_DATED.fullmatch(x.left):
        start = x.a + len(x.left) - len(x.left.lstrip("、,和及 其中"))
        return Reading(((carry.names[-1], q),), op, (start, x.behind), x.behind)  # 3000个(2024年1000个,2025年2000个)
    if _hoped_for(x, carry):
        same: Op = "+" if carry.op.startswith("+") else "-" if carry.op.startswith("-") else carry.op
        start = x.a + len(x.left) - len(x.left.lstrip("、,"))
        return Reading(((carry.names[-1], q),), settle(same, q.unit, x.suffix, x.about), (start, x.behind), x.behind)
    if q.kind == "share":
        found = share(x)
    elif q.unit in _TIMES and counts.is_mechanism(x):
        found = counts.frequency(x) if op == ">=" and counts.is_checking(x) else None
    elif q.kind == "event" and q.unit in _TIMES and (q.in_words or not counts.led(x.all, x.a, q.start)):
        found = counts.frequency(x)
    elif x.suffix == "le":
        found = counts.backward(x, False)
    else:
        found = counts.frequency(x) or counts.fund(x) or counts.forward(x, carried) or counts.backward(x, carried) or counts.subject(x) or counts.served(x)
    found = found or _made_of_before(x)
    if found is None:
        return None
    name, start, end = found
    op = change(x) or op
    unit = counts.density(x)
    return Reading(((unmasked(name), replace(q, unit=unit) if unit else q),), op, (start, end), max(end, x.behind))


def _hoped_for(x: Figure, carry: Carry) -> bool:
    """增长9%,力争|10%: a second figure for what was named before."""
    near = x.all.masked[carry.end : x.a] in ("", ",", "、")
    return bool(carry.names) and near and carry.kind == x.q.kind and bool(_HOPE.fullmatch(x.left)) and ends_phrase(x.after)


def _bare_op(x: Figure) -> Op:
    if x.about or x.suffix == "about":
        return "~"
    if x.suffix == "le":
        return "<="
    if x.suffix == "ge" or x.q.more or counts.at_least(x.left):
        return ">="
    return "="


def _made_of_before(x: Figure) -> counts.Found | None:
    """推进危房改造,2023年完成|300户: the clause before says what is counted, its own clause only that it is done."""
    f = x.all
    done = _DONE.fullmatch(x.left)
    if done is None or x.q.kind not in ("count", "area", "length") or x.q.in_words or not ends_phrase(x.after) or x.a < 2 or f.masked[x.a - 1] != ",":
        return None
    start, stop = trimmed(f.masked, f.left(x.a - 1), x.a - 1)
    name = _SETS_ABOUT.sub("", f.text[start:stop])
    if done["last"] in ("建成", "新建", "开工建设"):
        name = _IS_BUILT.sub("", name)
    return (name, x.a, x.behind) if 3 <= len(name) <= 20 and not _NO_THING.search(name) else None


def _made(f: Figures, reading: Reading) -> Iterator[Indicator]:
    a, b = reading.span
    whole = f.by(max(a, reading.pairs[0][1].start), f.right(b, 30))
    for k, (name, q) in enumerate(reading.pairs):
        op: Op = ".." if q.value_to is not None and reading.op in ("=", ">=", "<=") else reading.op
        yield Indicator(
            name=unmasked(name), op=op, value=q.value, span=(a, b), quote=f.text[a:b], value_to=q.value_to, unit=q.unit,
            by=reading.bys[k] if reading.bys else whole, baseline=reading.baseline, binding=f.binding(b),
        )  # fmt: skip
