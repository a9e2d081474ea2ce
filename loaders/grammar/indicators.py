"""Figures to be reached in a task's text: what is measured, how it compares, the value in its printed unit, by when.

Each figure is tried as a level (A达到60%), a change (较2015年下降20%), a share (30%的园区完成…), a count (建设9个…) or a
frequency (每月更新一次); what is none of these, or only looks alike (thresholds, subsidies, distances), is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from graphmodel.plan import Indicator, Op
from loaders.grammar import counts
from loaders.grammar.comparators import SUFFIX, Comparison, approximate, before, settle
from loaders.grammar.figures import Figures, is_year
from loaders.grammar.indicator_names import is_measure, listed, lower_is_better, trimmed, unmasked
from loaders.grammar.lookalikes import ends_phrase, is_lookalike, scope_after
from loaders.grammar.quantities import Quantity
from loaders.grammar.worded import worded

_CHAINED = re.compile(r"(?:以上|以下|左右|以内)?[、,和及与/ ]{0,2}(?:以及)?")
_FROM = re.compile(r"(?:由|从)[^,;。]{0,14}$")
_TURNS = re.compile(r"^[^,;。]{0,10}?(?:提高|提升|增|降|下降|减|扩大|压缩|缩短|上升|压减|发展|调整)")
_TO_LEFT_OUT = re.compile(r"(?:按照?|的|占|含|不含|即|其中|共|计|为期|以)$")
_NO_SHARE = re.compile(
    r"^的?(?:比例|权重|费用|资金|标准|税|折|股|份额|额度|系数|浓度|溶液|概率|置信|利率|价格)|^(?:用于|作为|由|归|给|以(?!上)|计)"
)
_GOES_ON = re.compile(r"^(?:以上|左右)?(?:的)?(?=[一-龥“])")
_TURN = re.compile(
    r"[\x01,、 ]{0,16}(?:(?P<down>减少|精简|压减|压缩|削减|降低|缩短)|提高|增加|提升|扩大)(?=.{2})(?![^,;]{0,30}(?:率|比例|比重"
    r"|占比)$)"
)
_REACHED = frozenset(("达到", "达", "到达到", "保持在", "稳定在", "维持在", "保持", "实现"))
_ABOUT_WORDS = ("=", ">=", "<=")


@dataclass(frozen=True, slots=True)
class _Carry:
    """What a later figure of the same sentence may lean on."""

    sentence: int = -1
    names: tuple[str, ...] = ()
    end: int = 0
    kind: str = ""
    counting: bool = False


@lru_cache(maxsize=64)
def indicators(text: str, plan_date: str | None = None) -> tuple[Indicator, ...]:
    """The targets in a folded and squeezed text, in order; spans are relative to it and ``quote`` is the text there.

    ``plan_date`` (ISO) gives dates without a year one.
    """
    f = Figures.of(text, plan_date)
    out: list[Indicator] = []
    carry = _Carry()
    skip = -1
    for i, q in enumerate(f.found):
        if q.start < skip or is_year(q) or f.quoted(q.start):
            continue
        here = f.sentence(q.start)
        if here != carry.sentence:
            carry = _Carry(here)
        compared = before(f.masked, carry.end, q.start)
        if compared is None and q.kind in ("time", "age", "score"):
            continue
        a = max(f.left(q.start), carry.end if carry.end <= q.start else 0)
        got, names, skip_to = _read(f, i, q, a, compared, carry)
        if not got:
            continue
        out.extend(got)
        skip = skip_to
        carry = _Carry(here, names or carry.names, skip_to, q.kind, got[-1].op in ("=", ">=", "~", "..") and q.kind not in ("share", ""))
    out.extend(worded(f, out))
    return tuple(sorted(out, key=lambda x: (x.span, x.name)))


def _read(f: Figures, i: int, q: Quantity, a: int, compared: Comparison | None, carry: _Carry) -> tuple[list[Indicator], tuple[str, ...], int]:
    """The targets that begin with the i-th figure, their names for what leans on them, and where they end."""
    nothing: tuple[list[Indicator], tuple[str, ...], int] = ([], (), 0)
    m = SUFFIX.match(f.masked, q.end)
    behind, suffix = (m.end(), m.lastgroup or "") if m else (q.end, "")
    if suffix == "le" and f.masked[q.end : behind].strip() in ("内", "之内") and q.kind == "length":
        return nothing
    after = f.masked[behind : behind + 24]
    left = f.masked[a : q.start]
    clause = f.masked[max(0, a) : f.right(behind)]
    if is_lookalike(q, left, f.masked[q.end : q.end + 16], clause, compared is not None):
        return nothing
    if compared is None and _FROM.search(left) and _TURNS.match(after):
        return nothing
    about = approximate(f.masked, a, q.start)
    if compared is not None:
        if not scope_after(after) or (compared.op in (">=", "<=") and re.match("的?(?:目标|水平|标准)", after)):
            return _level(f, i, q, a, compared, behind, suffix, about, carry)
        return _compared_count(f, q, a, compared, behind, suffix, about, carry)
    return _plain(f, i, q, a, behind, suffix, about, carry)


def _level(f: Figures, i: int, q: Quantity, a: int, c: Comparison, behind: int, suffix: str, about: bool, carry: _Carry) -> tuple[list[Indicator], tuple[str, ...], int]:
    """A达到60% · 较2015年分别削减1.0%、1.0% · a chain of figures for a list of names."""
    chain, end = [q], behind
    for nxt in f.found[i + 1 :]:
        m = _CHAINED.match(f.masked, chain[-1].end, nxt.start)
        if m is None or m.end() != nxt.start or nxt.kind != q.kind:
            break
        tail = SUFFIX.match(f.masked, nxt.end)
        stop = tail.end() if tail else nxt.end
        if scope_after(f.masked[stop : stop + 16]):
            break
        chain.append(nxt)
        end = stop
        suffix = suffix or ((tail.lastgroup or "") if tail else "")
    cut, baseline = f.baseline(a, c.start)
    start, stop = trimmed(f.masked, a, cut)
    turned = re.search(r"(?:由|从)[^,;。]{0,16}$", f.masked[start:stop])
    if turned:
        baseline = baseline or unmasked(f.text[start + turned.start() + 1 : stop]) or None
        stop = start + turned.start()
        start, stop = trimmed(f.masked, start, stop)
    name = unmasked(f.masked[start:stop])
    op = settle(c.op, q.unit, suffix, about)
    if op in ("+", "-") and not q.unit:
        return [], (), 0
    if op == ">=" and c.words in _REACHED and suffix != "ge" and lower_is_better(name):
        op = "<="  # 浓度达到35微克/立方米
    together = c.respectively or len(chain) > 1
    if len(name) >= 2:
        names = tuple(listed(name, together))
    elif carry.names:
        names = carry.names if together and len(carry.names) >= len(chain) else carry.names[-1:]
    elif c.words in "为=实现保持" or (not q.unit and c.words not in ("≥", "≤")):
        return [], (), 0
    else:
        names = ("",)
    if c.words == "为" and not (is_measure(name) and q.unit):
        return [], (), 0
    if not q.unit and q.kind == "" and c.op in ("=",) and not is_measure(name):
        return [], (), 0
    pairs = _pairs(names, chain)
    span = (start if len(name) >= 2 else c.start, end)
    made = [_make(f, n, op, x, span, q.start, baseline) for n, x in pairs]
    return made, names, end


def _pairs(names: tuple[str, ...], chain: list[Quantity]) -> list[tuple[str, Quantity]]:
    """Each name with its figure: in order where there are as many, else every name the one figure, or the whole list every figure."""
    if len(names) == len(chain):
        return list(zip(names, chain))
    if len(chain) == 1:
        return [(n, chain[0]) for n in names]
    return [(names[min(k, len(names) - 1)] if len(names) > 1 else names[0], x) for k, x in enumerate(chain)]


def _compared_count(f: Figures, q: Quantity, a: int, c: Comparison, behind: int, suffix: str, about: bool, carry: _Carry) -> tuple[list[Indicator], tuple[str, ...], int]:
    """培养不少于3500名基层医生; without a verb it is a threshold: 超过10亿元的企业."""
    if c.op in ("+", "-", "<", "<="):
        return [], (), 0
    verb = counts.led(f, a, c.start)
    bare = not unmasked(f.masked[a : c.start]).strip("、和及与,")
    if not (verb or c.words == "实现" or (bare and carry.counting and _alike(q.kind, carry.kind))) or q.kind in ("money", "mass", "energy", "time", ""):
        return [], (), 0
    got = counts.forward(f, replace(q, start=c.start), a, behind, True)
    if got is None:
        return [], (), 0
    name, start, end = got
    op = settle(c.op if c.words != "实现" else "=", q.unit, suffix, about)
    return [_make(f, name, op, q, (min(start, c.start), end), q.start, None)], (name,), max(end, behind)


def _plain(f: Figures, i: int, q: Quantity, a: int, behind: int, suffix: str, about: bool, carry: _Carry) -> tuple[list[Indicator], tuple[str, ...], int]:
    """A figure without comparing words before it."""
    after, left = f.masked[behind : behind + 24], f.masked[a : q.start]
    carried = carry.counting and _alike(q.kind, carry.kind) and f.masked[carry.end : q.start].count(",") <= 1
    op: Op = "~" if about or suffix == "about" else "<=" if suffix == "le" else ">=" if suffix == "ge" or counts.at_least(left) or q.more else "="
    if q.value_to is not None and op == "=":
        op = ".."
    dated_only = bool(re.fullmatch(r"[、,和及 ]{0,2}\x01+(?:内|为|的)?", left))
    if dated_only and carry.names and _alike(q.kind, carry.kind) and ends_phrase(after):
        return [_make(f, carry.names[-1], op, q, (q.start - len(left.lstrip("、,和及 ")), behind), q.start, None)], carry.names, behind
    if q.kind == "share":
        turn = _TURN.match(left)
        op = ("-%" if turn["down"] else "+%") if turn and q.unit == "%" and ends_phrase(after) else op
        got = _share(f, q, a, behind)
    elif q.kind == "event" and (found := counts.frequency(f, q, a, behind)):
        got = found
    elif q.kind == "event" and q.unit in ("次", "回", "遍", "轮", "期", "届") and (q.in_words or not counts.led(f, a, q.start)):
        got = None
    elif suffix == "le":
        got = counts.backward(f, q, a, behind, False)
    else:
        got = counts.forward(f, q, a, behind, carried) or counts.backward(f, q, a, behind, carried) or counts.subject(f, q, a, behind)
    if got is None and q.kind in ("rate", "other", "") and suffix != "le":
        start, stop = trimmed(f.masked, a, q.start)
        if stop - start >= 3 and is_measure(f.masked[start:stop]) and ends_phrase(after) and q.unit:
            got = f.text[start:stop], start, behind
    if got is None:
        return [], (), 0
    name, start, end = got
    unit = counts.density(f, q, a, f.found[i - 1] if i else None)
    made = _make(f, unmasked(name), op, replace(q, unit=unit) if unit else q, (start, end), q.start, None)
    return [made], (made.name,), max(end, behind)


def _alike(kind: str, other: str) -> bool:
    return kind == other or {kind, other} == {"count", "event"}


def _share(f: Figures, q: Quantity, a: int, behind: int) -> tuple[str, int, int] | None:
    """合格率100% · 30%的园区完成改造 · 物料百分之百密闭 · 占全部宾馆40%."""
    after, left = f.masked[behind : behind + 24], f.masked[a : q.start]
    start, stop = trimmed(f.masked, a, q.start)
    if left.endswith(("个", "大")):
        return None
    if ends_phrase(after):
        if stop - start < 2 or (left[-1:] in "的按含" or _TO_LEFT_OUT.search(left[-2:])) or q.unit.endswith("百分点"):
            return None
        return f.text[start:stop], start, behind
    go = _GOES_ON.match(after)
    if go is None or _NO_SHARE.match(after) or _TO_LEFT_OUT.search(left[-2:]) or left.endswith("个") or q.unit.endswith("百分点"):
        return None
    end = f.right(behind, 60)
    inner = re.compile(r"\([^()]{0,40}\d").search(f.masked, behind, end)
    end = inner.start() if inner else end
    rest = f.text[behind + go.end() : end]
    of_them = "的" in after[: go.end()] or behind > q.end
    if of_them or stop - start < 2:
        return re.split(r"和(?=\d)|、(?=\d)", rest)[0] + "比例", q.start, end
    return f.text[start:stop] + rest, start, end


def _make(f: Figures, name: str, op: Op, q: Quantity, span: tuple[int, int], at: int, baseline: str | None) -> Indicator:
    a, b = span
    if q.value_to is not None and op in _ABOUT_WORDS:
        op = ".."
    return Indicator(
        name=unmasked(name), op=op, value=q.value, span=(a, b), quote=f.text[a:b], value_to=q.value_to, unit=q.unit,
        by=f.by(a, at, f.right(b, 30)), baseline=baseline, binding=f.binding(b),
    )  # fmt: skip
