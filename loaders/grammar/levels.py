"""Figures with comparing words: A达到60% · 较2015年分别削减1.0%、1.0% · 培养不少于10名…, and the names they go with."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graphmodel.patterns import pattern
from graphmodel.plan import Op
from loaders.grammar import counts
from loaders.grammar.comparators import SUFFIX, Comparison, settle
from loaders.grammar.figures import Figure
from loaders.grammar.indicator_names import is_measure, listed, lower_is_better, trimmed, unmasked
from loaders.grammar.lookalikes import scope_after
from loaders.grammar.quantities import Quantity
from loaders.grammar.shares import TURNED

_CHAINED = pattern(r"(?:以上|以下|左右|以内)?[、,和及与/ ]{0,2}(?:以及)?")
_FROM = pattern(r"(?:由|(?<![依服遵听随顺])从(?![业事]))[^,;。]{0,16}$")
_REACHED = frozenset(("达到", "达", "到达到", "保持在", "稳定在", "维持在", "保持", "实现"))
_FUNDS = pattern(r"的?[^,;。]{0,14}(?:资金|经费|基金)")  # 安排不低于5000万元的专项资金
_OF_LISTED = pattern(r"^(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个|项)(?=[一-龥]{0,6}指标$)")
# 不低于35%的|行政村污水得到治理
_DONE_TO = pattern(r"的?(?P<what>[^,;。:()]{2,20}?(?:得到|实现|完成|建成|建有|达到|通过|开展|配备|纳入|覆盖|设立|设有|接入|用于|开通)[^,;。:()]{0,24})")
_SETS_ABOUT = pattern(r"^(?:组织|开展|实施|加强|推进|推动|举办|进行|落实|常态化|定期){1,3}")
_EACH = pattern(r"每(?:[一二两三四\d]{1,2}个?)?(?:半年|年|季度|季|月|周|日|天|旬|学期)")
_UNCOUNTED = frozenset(("money", "mass", "energy", "time", ""))


@dataclass(frozen=True, slots=True)
class Carry:
    """What a later figure of the same sentence may lean on: the names last read, where they ended, and whether something was counted."""

    sentence: int = -1
    names: tuple[str, ...] = ()
    end: int = 0
    kind: str = ""
    counting: bool = False
    op: Op = "="

    def counts_on(self, kind: str) -> bool:
        """Whether a figure of this kind may be one more of a list: 建设9个园区|、5个链群."""
        return self.counting and (kind == self.kind or {kind, self.kind} == {"count", "event"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What one figure, or a chain of them, says: name and quantity in pairs, the operator, the place, the names for what leans on them."""

    pairs: tuple[tuple[str, Quantity], ...]
    op: Op
    span: tuple[int, int]
    end: int
    baseline: str | None = None
    bys: tuple[str, ...] = ()  # 2023年、2025年分别达到60%和90%

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.pairs)


def level(x: Figure, c: Comparison, carry: Carry) -> Reading | None:
    """A达到60%; a chain of figures goes with a list of names, one each."""
    f = x.all
    chain, end, suffix = _chain(x)
    q = chain[0]
    if q.kind == "event" and (often := _often(x, c)):
        return often if often.names[0] else None
    cut, baseline = f.baseline(x.a, c.start)
    per = counts.of_each(f.masked[x.a : q.start], x.a)
    if per and per[0] > c.start and (own := trimmed(f.masked, x.a, per[0])) and own[1] - own[0] >= 2:
        cut = min(cut, per[0])
        chain[0] = q = replace(q, unit=f"{q.unit}/{per[1]}", kind="rate")
    start, stop = trimmed(f.masked, x.a, cut)
    turned = _FROM.search(f.masked, start, stop)
    if turned:
        baseline = baseline or unmasked(f.text[turned.start() + 1 : stop]) or None
        start, stop = trimmed(f.masked, start, turned.start())
    name = _OF_LISTED.sub("", unmasked(f.masked[start:stop]))
    op = settle(c.op, q.unit, suffix, x.about)
    if (op in ("+", "-") and not q.unit) or (c.op == "=" and not (is_measure(name) and q.unit)):
        return None
    if op == ">=" and c.words in _REACHED and suffix != "ge" and lower_is_better(name):
        op = "<="  # 浓度达到35微克/立方米
    if c.base:
        if q.kind != "share" or len(name) < 2:
            return None
        baseline = c.base
    if c.words.startswith("增收"):
        name = f"{name}增收"
    if c.words == "实现" and len(name) < 2 and carry.kind == q.kind and carry.op in ("+%", "-%", "+pp", "-pp"):
        op = carry.op  # 增长5%,力争实现6%以上
    together = c.respectively or len(chain) > 1
    if len(name) >= 2:
        names = tuple(_town_and_country(name) if c.respectively and len(chain) == 2 else listed(name, together))
        if c.respectively and len(names) > len(chain) and c.op not in ("+", "-"):
            mixed, last, _ = _chain(x, mixed=True)
            if len(mixed) == len(names):
                chain, end = mixed, last
    elif carry.names:
        names = carry.names if together and len(carry.names) >= len(chain) else carry.names[-1:]
    elif c.words in ("实现", "保持") or (not q.unit and c.words not in ("≥", "≤")):
        return None
    else:
        names = (_said_before(x),)
    bys = x.all.dates_in_a_row(x.q.start, len(chain)) if len(chain) > 1 and len(names) == 1 else ()
    return Reading(_pairs(names, chain), op, (start if len(name) >= 2 else c.start, end), end, baseline, bys)


def _town_and_country(name: str) -> list[str]:
    """城乡居民收入分别达到4.2万元和2.1万元: first the towns', then the country's."""
    return [name.replace("城乡", where, 1) for where in ("城镇", "农村")] if "城乡" in name else listed(name, True)


def _often(x: Figure, c: Comparison) -> Reading | None:
    """开展夜间联合执法,|每周不少于2次: how often what the clause before says; without a name where that is a meeting; None for other figures."""
    each = _EACH.search(x.all.masked, x.a, c.start)
    if each is None or c.start > each.end() or each.start() > x.a:
        return None
    what = _SETS_ABOUT.sub("", _said_before(x))
    name = "" if counts.says_meeting(what) or len(what) < 2 else each[0] + what
    return Reading(((name, x.q),), settle(c.op, x.q.unit, x.suffix, x.about), (each.start(), x.behind), x.behind)


def changed(x: Figure, c: Comparison, carry: Carry) -> Reading | None:
    """4个指标均实现|10%以上增长: the change stands behind its figure; None without one."""
    m = TURNED.match(x.after)
    if m is None or x.q.kind != "share" or c.words not in _REACHED:
        return None
    found = level(x, replace(c, op="+" if m["up"] else "-"), carry)
    end = x.behind + m.end()
    return replace(found, span=(found.span[0], end), end=end) if found else None


def share_of(x: Figure, c: Comparison) -> Reading | None:
    """不低于35%的行政村污水得到治理: a floor for a share with what is to happen to it; None behind a name (持股比例不低于30%的企业)."""
    start, stop = trimmed(x.all.masked, x.a, c.start)
    if x.q.kind != "share" or c.op not in (">=", ">") or stop > start:
        return None
    m = _DONE_TO.match(x.all.masked, x.behind, x.right(70))
    if m is None:
        return None
    return Reading(((unmasked(m["what"]) + "比例", x.q),), settle(c.op, x.q.unit, x.suffix, x.about), (c.start, m.end()), m.end())


def _said_before(x: Figure) -> str:
    """The clause before, when a figure's own clause names nothing: 公共服务满意度稳步提升,|达到90%."""
    f = x.all
    if x.a < 2 or f.masked[x.a - 1] != ",":
        return ""
    start, stop = trimmed(f.masked, f.left(x.a - 1), x.a - 1)
    told = _TOLD.match(f.masked, start, stop)
    start = told.end() if told else start
    effort = _EFFORT.fullmatch(f.masked, start, stop)
    if effort:
        start, stop = effort.span("what")
    return unmasked(f.masked[start:stop]) if 2 <= stop - start <= 24 else ""


# 市财政局要|加大|质押融资|推进力度,到2027年达到30亿元
_TOLD = pattern(r"[^,。;:]{2,60}?(?:局|委|办|厅|行|部|院|会|政府|公司|单位|部门|乡镇|街道)(?:要|应当?|须|负责|牵头)(?:积极|切实|进一步|持续|认真)?")
_EFFORT = pattern(r"(?:加大|加强|强化|加快|提高)(?P<what>[^,。;]{2,20}?)(?:工作|推进|投放|推广|实施|建设|工作推进)?(?:力度|步伐|进度|强度)")


def _chain(x: Figure, mixed: bool = False) -> tuple[list[Quantity], int, str]:
    """The figures that follow with nothing between but 、 and 和 (65%和55%, also the damaged 97%45%以上), where they end, their 以上.

    ``mixed``: figures of other kinds too (40%和12平方米).
    """
    f, chain, end, suffix = x.all, [x.q], x.behind, x.suffix
    for q in f.found[x.index + 1 :]:
        m = _CHAINED.match(f.masked, chain[-1].end, q.start)
        if m is None or m.end() != q.start or not (mixed or q.kind == x.q.kind or _unit_follows(chain[-1], q)):
            break
        tail = SUFFIX.match(f.masked, q.end)
        stop = tail.end() if tail else q.end
        if scope_after(f.masked[stop : stop + 16]):
            break
        chain.append(q)
        end, suffix = stop, suffix or ((tail.lastgroup or "") if tail else "")
    if chain[-1].unit != x.q.unit and _unit_follows(x.q, chain[-1]):
        chain = [replace(q, unit=chain[-1].unit, kind=chain[-1].kind) for q in chain]
    return chain, end, suffix


def _unit_follows(q: Quantity, last: Quantity) -> bool:
    """4个和3个工作日, 65、55%: the last figure carries the unit of all."""
    return q.unit in ("", "个") and last.unit.startswith(q.unit) and last.kind in ("time", "share")


def _pairs(names: tuple[str, ...], chain: list[Quantity]) -> tuple[tuple[str, Quantity], ...]:
    """Each name with its figure: in order where there are as many, every name with the one figure, else the last name with what is left."""
    if len(chain) == 1:
        return tuple((name, chain[0]) for name in names)
    return tuple((names[min(k, len(names) - 1)], q) for k, q in enumerate(chain))


def compared_count(x: Figure, c: Comparison, carry: Carry) -> Reading | None:
    """培养不少于3500名基层医生; without a verb it is a threshold: 超过10亿元的企业."""
    if c.op in ("+", "-", "<", "<=") or (x.q.kind in _UNCOUNTED and not _FUNDS.match(x.after)):
        return None
    bare = not unmasked(x.all.masked[x.a : c.start]).strip("、和及与,")
    if not (counts.led(x.all, x.a, c.start) or (bare and carry.counts_on(x.q.kind))):
        return None
    found = counts.forward(x, True, c.start)
    if found is None:
        return None
    name, start, end = found
    op = settle(c.op, x.q.unit, x.suffix, x.about)
    return Reading(((name, x.q),), op, (min(start, c.start), end), max(end, x.behind))
