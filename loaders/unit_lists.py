"""The items in the list of a unit: what it leads, with whom, and where it turns to helping others."""

from __future__ import annotations

from graphmodel.patterns import pattern
from loaders.grammar.subjects import names_from
from loaders.grammar.units import Named
from loaders.prose import HELPS, MODAL, OPEN_NAME
from loaders.statement import Said

# 牵头开展… in the list of a unit, but 牵头单位要…
_LEADS = pattern(r"(?:负责|统一|共同)?牵头(?!单位|部门|的|人|领导|企业|医院|学校|机构)")
# 参与事故调查处置 helps somebody; 参与国际标准制定 is work of one's own
_TAKES_PART = pattern(
    r"(?:积极|主动)?(?:参与|参加|(?:协助|配合)(?=做好|开展|完成|组织))[^,。;]{0,20}?(?:调查|处置|处理|救援|抢险|执法|检查|整治|验收|评审|会审|打击|排查|巡查|督[查导]|考核|调处)"
)
# 负责…;|配合B开展…
_HELPS_TOO = pattern(r"[,;。]\s?(?:并|同时|以及)?(?P<help>(?:积极|主动|全力)?(?:配合|协助))")


def helping_parts(text: str, a: int, b: int) -> list[tuple[int, int]]:
    """The words of a unit's item divided where it turns from its own work to what it helps others with: 负责…;|配合B开展…。|做好…"""
    helps = []
    for m in _HELPS_TOO.finditer(text, a, b):
        end = min(_clause_end(text, m.end()), b)
        other = names_from(text, m.end(), end)
        if other and other[-1].end < end and m.start() - a >= 4 and not any(OPEN_NAME.match(n.printed) for n in other):
            helps.append(m)
    parts, at = [], a
    for m, following in zip(helps, [*helps[1:], None]):
        parts.append((at, m.start()))
        stop = pattern(r"[;。]").search(text, m.end(), following.start() if following else b)
        at = stop.end() if stop else following.start() if following else b
        parts.append((m.start("help"), at))
    parts.append((at, b))
    return [(x, y) for x, y in parts if pattern(r"[\u4e00-\u9fff]{2}").search(text, x, y)]


def partners(text: str, owners: tuple[Named, ...]) -> tuple[Said, ...] | None:
    """Inside the list of a unit: ``配合B完成…`` makes B the one who answers, ``会同B…`` makes B a helper, ``牵头…`` makes the unit lead; None for other words."""
    m = HELPS.match(text)
    if m:
        named = names_from(text, m.end(), _clause_end(text, m.end()))
        if named and not any(OPEN_NAME.match(n.printed) for n in named):
            return (Said("answer", named, "text", "配合"), Said("help", owners, "text", "配合"))
    found: list[Said] = []
    for w in MODAL.finditer(text):
        if w["with"]:
            named = names_from(text, w.end(), _clause_end(text, w.end()))
            if named:
                found.append(Said("help", named, "text", w["with"]))
    if _LEADS.match(text):
        return (Said("lead", owners, "heading", "牵头"), *found)
    if not found and (takes := _TAKES_PART.match(text)):
        return (Said("help", owners, "heading", pattern("参与|参加|协助|配合").search(takes[0])[0]),)  # type: ignore[index]
    return (Said("answer", owners, "heading"), *found) if found else None


def _clause_end(text: str, at: int) -> int:
    m = pattern(r"[,。;:]").search(text, at)
    return m.start() if m else len(text)
