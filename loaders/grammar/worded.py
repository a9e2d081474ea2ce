"""Targets whose value is words: 调整为1:66:33 · 达到国内先进水平 · 翻一番."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.patterns import pattern
from graphmodel.plan import Indicator, Op
from loaders.grammar.figures import Figures, Places
from loaders.grammar.indicator_names import trimmed, unmasked

# 1:66:33
_RATIO = pattern(r"(?<![\d:.])\d{1,4}(?:\.\d{1,3})?(?::\d{1,4}(?:\.\d{1,3})?){1,3}(?![\d:])")
_RATIO_WORDS = pattern(r"(?:调整|优化|缩小|下降|降低|降|达到?|调|提高|转变|保持|控制|演变|变化)?(?:为|到|至|在)?$")
# 质量达到功能区标准 · 各项指标达到国内先进水平
_LEVEL = pattern(
    r"(?:均|全部|应|稳定)?(?:达到|保持在?|稳定在|优于|达)(?P<value>[^,;。:()\d\x01\x02]{0,14}?(?:标准|水平|要求))(?=[,;。()]|$"
    r"|以上|并|且)"
)
_KINDS = pattern(r"(?:质量|水质|环境|指数|强度|降幅|排放|率|水平|指标|浓度)$")
# “三无”钢瓶全部清零; no 清零行动, no 逐项清零, and 动态清零 is upheld, not reached
_CLEARED = pattern(r"(?<!动态)(?:实现|做到|确保)?(?:全部|基本|全面|彻底|如期|按期|年底前)*清零(?=[,;。)]|$)")
_NOTHING_CLEARED = pattern(r"逐[项个一]|及时|销号$|一起|实现$|推动$|整改$|任务$|^(?:问题|隐患)$")
# 升学率位居全市前三, 营商环境评价进入全省前十
_RANKED = pattern(
    r"(?:稳?居|位居|位列|排名|进入|跻身|保持在?)(?P<value>全[国省市县区州][一-龥]{0,6}?前(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:位|名|强)?)(?:以内|行列)?(?=[,;。、)]|$)"
)
_DOUBLED = pattern(r"(?P<words>翻(?P<n>[一两]|1|2)番)")


def worded(f: Figures, figures: Sequence[Indicator]) -> list[Indicator]:
    """The targets in words that no figure of the same place has taken."""
    taken = Places(i.span for i in figures)
    out: list[Indicator] = []
    if ":" in f.masked:
        for m in _RATIO.finditer(f.masked):
            a = f.left(m.start())
            lead = _RATIO_WORDS.search(f.masked, max(a, m.start() - 8), m.start())
            start, stop = trimmed(f.masked, a, lead.start() if lead else m.start())
            name = unmasked(f.masked[start:stop])
            if len(name) >= 2 and pattern(r"结构|比例|比重|比$|配比|之比").search(name):
                out.append(_text(f, name, "=", m[0], (start, m.end())))
    for m in _LEVEL.finditer(f.masked):
        start, stop = trimmed(f.masked, f.left(m.start()), m.start())
        name = unmasked(f.masked[start:stop])
        if not taken.meet(start, m.end()) and len(m["value"]) > 2 and 3 <= len(name) <= 30 and _KINDS.search(name) and not pattern(r"\d项").search(name):
            out.append(_text(f, name, ">=", m["value"], (start, m.end())))
    for m in _CLEARED.finditer(f.masked) if "清零" in f.masked else ():
        start, stop = trimmed(f.masked, f.left(m.start()), m.start())
        name = unmasked(f.masked[start:stop])
        if 3 <= len(name) <= 24 and not _NOTHING_CLEARED.search(name) and not f.quoted(m.start()):
            out.append(_text(f, name, "=", "清零", (start, m.end())))
    for m in _RANKED.finditer(f.masked) if "前" in f.masked else ():
        start, stop = trimmed(f.masked, f.left(m.start()), m.start())
        name = pattern(r"(?:排名|排位|位次)$").sub("", unmasked(f.masked[start:stop]))
        if not taken.meet(start, m.end()) and 3 <= len(name) <= 24:
            out.append(_text(f, name, ">=", m["value"], (start, m.end())))
    for m in _DOUBLED.finditer(f.masked) if "翻" in f.masked else ():
        start, stop = trimmed(f.masked, f.left(m.start()), m.start())
        cut, baseline = f.baseline(f.left(m.start()), m.start())
        start, stop = trimmed(f.masked, start, min(stop, cut))
        name = pattern(r"(?:实现|力争|再)+$").sub("", unmasked(f.masked[start:stop]))
        if len(name) >= 2:
            factor = 4.0 if m["n"] in "两2" else 2.0
            by, binding = f.by(m.start(), m.end()), f.binding(m.end())
            out.append(Indicator(name, "×", factor, (start, m.end()), f.text[start : m.end()], None, "倍", by, baseline, binding))
    return out


def _text(f: Figures, name: str, op: Op, value: str, span: tuple[int, int]) -> Indicator:
    a, b = span
    return Indicator(name, op, value, span, f.text[a:b], by=f.by(b - 1, b), binding=f.binding(b))
