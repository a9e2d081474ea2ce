"""Shares without comparing words: 合格率100% · 30%的园区完成改造 · 物料百分之百密闭 · 占全部宾馆40%."""

from __future__ import annotations

from graphmodel.patterns import pattern
from graphmodel.plan import Op
from loaders.grammar.counts import Found
from loaders.grammar.figures import Figure
from loaders.grammar.indicator_names import trimmed
from loaders.grammar.lookalikes import ends_phrase

_TO_LEFT_OUT = pattern(r"(?:按照?|的|占|含|不含|即|其中|共|计|为期|以)$")
_NO_SHARE = pattern(r"的?(?:比例|权重|费用|资金|标准|税|折|股|份额|额度|系数|浓度|溶液|概率|置信|利率|价格)|用于|作为|由|归|给|以(?!上)|计")
# 完成|路基工程量|的60%以上
_PART_DONE = pattern(r"完成(?P<what>[^,;。:]{0,14}?(?:量|任务|目标|投资额?|面积|里程|总数|计划))的$")
# 示范街达到|全市街道总数的80%
_OF_ALL = pattern(r"(?:达到?|占到?)(?P<of>[^,;。:]{0,16}?(?:总数|总量|总面积|总户数|总人数|总里程|全部数量))的(?:约|至少)?$")
_APPORTIONED = pattern(r"(?:安排|拿出|划出|腾出|提取)(?:不少于|不低于|至少|约|近)?$")
_GOES_ON = pattern(r"(?:以上|左右)?(?:的)?(?=[一-龥“])")
_NEXT = pattern(r"[和、](?=\d)")
_WITH_FIGURE = pattern(r"\([^()]{0,40}\d")
_DOWN = pattern(r"[\x01,、 ]{0,16}(?:减少|精简|压减|压缩|削减|降低|缩短)(?=.{2})")
_UP = pattern(r"[\x01,、 ]{0,16}(?:提高|增加|提升|扩大)(?=.{2})")
_LESS = pattern(r"[\x01,、 ]{0,16}(?:累计|全市|全省|全县|全区|每年|共){0,2}(?:削减|减排|减少|减轻|压减|节约|节省)(?=.{2})")
_AMOUNTS = frozenset(("mass", "volume", "energy", "area", "money", "count"))
# 均实现10%以上|增长
TURNED = pattern(r"的?(?:正)?(?:(?P<up>增长|提升|提高|增加|上升)|(?P<down>下降|降低|减少|压减))(?=[,;。:()、]|$)")
_OF_A_RATE = pattern(r"(?:率|比例|比重|占比)$")


def change(x: Figure) -> Op | None:
    """减少审批事项30%, 削减煤炭消费200万吨: the change a verb before the thing states; None without one."""
    if x.q.kind in _AMOUNTS and ends_phrase(x.after) and _LESS.match(x.left):
        return "-"
    if _OF_ALL.search(x.left):
        return ">="
    turned = TURNED.match(x.after) if x.q.unit == "%" else None
    if turned:
        return "+%" if turned["up"] else "-%"
    if x.q.unit != "%" or not ends_phrase(x.after) or _OF_A_RATE.search(x.left):
        return None
    return "-%" if _DOWN.match(x.left) else "+%" if _UP.match(x.left) else None


def share(x: Figure) -> Found | None:
    """What a share is of, where it begins and ends."""
    f, q, left = x.all, x.q, x.left
    start, stop = trimmed(f.masked, x.a, q.start)
    part = _PART_DONE.search(f.masked, x.a, q.start)
    if part and ends_phrase(x.after):
        return f.text[slice(*part.span("what"))], part.start(), x.behind
    of_all = _OF_ALL.search(f.masked, x.a, q.start)
    if of_all and ends_phrase(x.after) and of_all.start() - start >= 2:
        return f.text[start : of_all.start()], start, x.behind
    if left.endswith(("个", "大")) or _TO_LEFT_OUT.search(left[-2:]) or q.unit.endswith("百分点"):
        return None
    if ends_phrase(x.after):
        return (f.text[start:stop], start, x.behind) if stop - start >= 2 else None
    turned = TURNED.match(x.after)
    if turned and stop - start >= 2:
        return f.text[start:stop], start, x.behind + turned.end()
    goes_on = _GOES_ON.match(x.after)
    if goes_on is None or _APPORTIONED.search(left) or _NO_SHARE.match(x.after):
        return None
    end = x.right()
    inner = _WITH_FIGURE.search(f.masked, x.behind, end)
    end = inner.start() if inner else end
    rest = f.text[x.behind + goes_on.end() : end]
    if "的" in goes_on[0] or x.behind > q.end or stop - start < 2:
        first = _NEXT.split(rest)[0]
        return first + "比例", q.start, end - len(rest) + len(first)
    return f.text[start:stop] + rest, start, end
