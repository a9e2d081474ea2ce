"""The words that say how a figure compares: 达到 60% · 降至 0.7 · 控制在 10% 以内 · 较2020年下降 20% · 55 以上."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from graphmodel.patterns import pattern
from graphmodel.plan import Op

# 力争均 达到 · 分别 · 至少
_ADVERB = (
    r"(?:力争|争取|基本|持续|长期|稳定|均|都|分别|各自|各|全部|总体|平均|累计|至少|大约|约|近|将|应当|应|要|须|必须|逐步|稳步"
    r"|总共|合计|原则上|年均|也|已|大幅|明显|确保|能够|一律|再"
    r"|整体|全市|全省|全县|全区|全国|在|到|至|总计|共计|共|并|\x01{1,20}的?| )"
)
_INNER = r"(?:\([^()]{0,30}\))?"
_TO = r"(?:到|至|为)"
_NOT = r"(?:不得|不能|不应|应不|不)"
_WORDS: tuple[tuple[str, str], ...] = (
    # 达到 · 提高到 · 增至 · 不低于 · 保持在 · ≥
    ("ge",
        rf"到?达到|到?达至|达成|达|(?:提高|提升|增长|增加|上升|扩大|拓展|上涨|升高|发展|扩展|扩充|扩容|优化|增强|改善|回升"
        rf"|提){_TO}|[增升涨扩]{_TO}"

           rf"|{_NOT}(?:少于|低于|小于|短于|低|少)|(?:大于|高于|多于)(?:或|等于){{1,2}}|(?:保持|稳定|维持|巩固)(?:在|到)|保持|≥"
           rf"|>=|最低|最少|实现"),
    # 降至 · 控制在 · 不超过 · ≤
    ("le",
        rf"(?:降低|下降|减少|压缩|缩短|压减|缩减|回落|控减|精简|压降|削减|下调|调减|缩小|减低|整合|归并|合并|撤并|减|降|压){_TO}|(?:控制|限制|约束"
        rf"|严控){_INNER}(?:在|到|至|为|于)"

           rf"|{_NOT}(?:超过|高于|大于|多于|超出|突破|长于|超)|(?:小于|低于|少于)(?:或|等于){{1,2}}|≤|<=|最多|最高|至多"),
    ("gt", r"超过|高于|大于|突破|逾|多于|>|超出|冲刺|高出|迈上|超"),
    ("lt", r"低于|小于|少于|<|短于|不足|不到"),
    ("eq", r"调整为|等于|=|确定为|为"),
    ("up", r"(?:净增[长加]?|增产|提高|提升|增长|增加|上升|递增|扩大|上涨|增收|增幅|升幅)(?:了|率|幅度)?(?:超过|超|逾|近)?"),
    ("down", r"(?:下降|降低|减少|削减|压减|缩减|压缩|缩短|减排|压降|回落|精简|下调|降幅|减幅|节约)(?:了|率|幅度)?(?:超过|超|逾|近)?"),
)  # fmt: skip
_ANY = "|".join(f"(?P<{name}>{words})" for name, words in _WORDS)
_COMPARES = pattern(rf"(?P<adv>{_ADVERB}{{0,4}})(?:{_ANY})(?P<adv2>{_ADVERB}{{0,3}})$")
_OPS: dict[str, Op] = {"ge": ">=", "le": "<=", "gt": ">", "lt": "<", "eq": "=", "up": "+", "down": "-"}
# 及以上 · 以内 · 左右
SUFFIX = pattern(r" ?(?:\((?:含|不含)[^()]{0,8}\))?(?:(?P<ge>[及或]?以上|之上)|(?P<le>[及或]?以下|之下|[以之]内|内(?=[,;。、)的]|$))|(?P<about>左右|上下))")
# the last characters of all these words: nothing else can end a comparison, and most figures have none before them
_LAST = frozenset(
    "到达成至为低少于在持≥=>≤<实现高过大多出破逾上超足不长加升增递扩涨收幅率度了近降减缩压排落简调约"
    "争取本续期定均都别自各部体计将应当要须必步共则年也已显保够能律再市省县区国并总计的\x01 "
)
# what one of these words can begin with
_FIRST = frozenset(
    "力争基持长稳均都分各全总平累至大约近将应要须必逐合原年也已明确能一再整在到共并\x01 达提增上扩拓涨升发优改回不高多保维巩≥>最实降下减压缩控精削调限严小低少≤<超突逾冲迈短等=为递节净整归合撤"
)
_PARTED = pattern(r"(?:(?P<up>提高|提升|增加|扩大)|(?P<down>压缩|压减|缩短|缩减|降低|减少|控制))(?P<name>[^,;。、:()\d\x01]{2,26}?)(?P<to>[至到])(?:约|近)?$")
_PLACES = pattern(r"[由从]")
_APPROX = pattern(r"(?:(?<![签合公条协违节集制邀预特履相])约|近|大约|接近|约为)$")  # 签约860户 is no estimate
# 增速超|全省平均水平|3个百分点
_OVER = pattern(
    r"(?P<words>超过|超出|超|高于|高出|高|快于|领先于?|低于|低)(?P<base>(?:(?P<whole>全[国省市县区州旗])|[一-龥]{2,6}(?=[平均增水]))"
    r"(?P<mean>平均水平|平均增速|平均值?|均值|增速|水平)?)(?P<adv>\x01{0,20}(?:约|近|至少|不少于|不低于)?)$"
)
_POINTS = pattern(r"[\d.]{1,6}(?:[-—~][\d.]{1,6})?个百分点")
_BASE_ENDS = frozenset("国省市县区州旗平均水值速\x01约近少于低")
_EACH_ITS = pattern(r"分别|均|都|各自|各(?=达|不|为|提|$)")


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a figure compares: the operator, where the words that say it begin (an offset in the text), and the core of them."""

    op: Op
    start: int
    words: str
    respectively: bool = False  # 分别, 均, 都
    base: str | None = None  # 超|全省平均水平|3个百分点


def before(text: str, left: int, at: int) -> Comparison | None:
    """The comparing words that end at ``at``, no further left than ``left``; None without any."""
    if at <= left or text[at - 1] not in _LAST or _POINTS.match(text, at):
        over = _over(text, left, at)
        if over or at <= left or text[at - 1] not in _LAST:
            return over
    starts = (i for i in range(max(left, at - 30), at) if text[i] in _FIRST)
    m = next((m for i in starts if (m := _COMPARES.match(text, i, at))), None)
    if m is None:
        return _parted(text, left, at) or _over(text, left, at)
    name = next(n for n in _OPS if m[n] is not None)
    return Comparison(_OPS[name], m.start(), m[name], bool(_EACH_ITS.search(m["adv"] + m["adv2"])))


def _parted(text: str, left: int, at: int) -> Comparison | None:
    """压缩办理时间至|3天, 提高绿化占比到|50%: the verb and its 至 stand around the name."""
    m = _PARTED.search(text, max(left, at - 40), at)
    if m is None or _PLACES.search(m["name"]):
        return None
    return Comparison(">=" if m["up"] else "<=", m.start("to"), (m["up"] or m["down"]) + m["to"])


def _over(text: str, left: int, at: int) -> Comparison | None:
    """高于全国平均水平 as comparing words: the distance from a measure of others."""
    if at <= left or text[at - 1] not in _BASE_ENDS:
        return None
    m = _OVER.search(text, max(left, at - 24), at)
    if m is None or not (m["mean"] or (m["whole"] and _POINTS.match(text, at))):
        return None
    return Comparison("-" if m["words"].startswith("低") else "+", m.start(), m["words"], base=m["base"])


def approximate(text: str, left: int, at: int) -> bool:
    """Whether 约 or 近 stands right before a figure."""
    return bool(_APPROX.search(text, max(left, at - 3), at))


def settle(op: Op, unit: str, suffix: str, about: bool) -> Op:
    """The operator once the figure's unit and what stands after it (以上, 以内, 左右) are known."""
    if op in ("+", "-"):
        if unit.endswith("百分点"):
            return "+pp" if op == "+" else "-pp"
        return cast(Op, op + "%") if unit in ("%", "‰") else op
    if about or suffix == "about":
        return "~"
    if suffix == "ge" and op in ("=", ">="):
        return ">="
    if suffix == "le" and op in ("=", ">=", "<=", "~"):
        return "<="
    return op
