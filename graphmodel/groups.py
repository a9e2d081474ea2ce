"""Leading groups, headquarters and their offices: what the plan's own text calls them, and the short forms that mean them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from graphmodel.jurisdiction import explicit_places

_KIND = "领导小组|协调小组|推进小组|工作小组|总指挥部|指挥部|联席会议|工作专班|专班|工作委员会|管理委员会|委员会"
# …成立市循环经济建设工作领导小组
_FULL = re.compile(r"(?P<run>[\u4e00-\u9fff“”0-9—-]{2,40}?)(?P<kind>领导小组|协调小组|推进小组|总指挥部|指挥部|联席会议|工作专班)")
_LEAD = re.compile(
    r"^.*(?:成立|设立|组建|调整|建立|完善|健全|撤销|纳入|提请|报送|报告|上报|报请|报经|作为|充分发挥|发挥|坚持|加强|强化|召开|出席|根据|按照|由|将|向|为|经|受|和|与|及|对|的|报|在|各级|各地|各)(?=.{2,})"
)
_LEVEL = re.compile(r"^(?:省|自治区|市|州|盟|区|县|旗|镇|乡)(?!场|容|政|域|划|乡)(?=.{2,})")
# 市创建工作领导小组办公室 | 领导小组下设办公室 | 领导小组办
_OFFICE = re.compile(r"^(?P<group>.{0,60}?)(?:下设|的)?(?P<office>办公室|办)$")
_GROUP = re.compile(r"^(?P<stem>.{0,48}?)(?P<kind>领导小组|协调小组|推进小组|工作小组|小组|总指挥部|指挥部|联席会议|工作专班|专班)$")
_TEAM = re.compile(r"^(?P<stem>.{1,40}?)(?P<kind>工作组|专项组|专业组|督查组|督导组|检查组|协调组|专家组|材料组|保障组|宣传组|报道组|技术组|综合组|推进组|攻坚组|巡查组|考核组|评估组|验收组|组)$")
_NOT_A_TEAM = re.compile(r"^(?:.{0,6}(?:重组|改组|班组|小组|机组|词组))$")


@dataclass(frozen=True, slots=True)
class Group:
    """A group the text names in full: ``stem`` without place and kind."""

    stem: str
    kind: str
    places: tuple[str, ...] = ()
    level: str = ""  # the level word printed before it (市)

    @property
    def name(self) -> str:
        return self.stem + self.kind


def groups_in(text: str) -> tuple[Group, ...]:
    """The groups a text names with words of their own, the most complete first; ``text`` without white space."""
    seen: Counter[Group] = Counter()
    order: dict[Group, int] = {}
    for m in _FULL.finditer(text):
        run = _LEAD.sub("", m["run"].replace("“", "").replace("”", "")) if "美丽" not in m["run"] else _LEAD.sub("", m["run"])
        places, rest = explicit_places(run)
        level = _LEVEL.match(rest) if not places else None
        stem = rest[level.end() :] if level else rest
        if len(stem) < 2 or re.match(r"^(?:本|该|其|上述|相关|有关)", stem):
            continue
        g = Group(stem, m["kind"], places, level[0] if level else "")
        seen[g] += 1
        order.setdefault(g, m.start())
    return tuple(sorted(seen, key=lambda g: (-bool(g.places or g.level), -len(g.stem), order[g])))


def within(short: str, full: str) -> bool:
    """Whether ``short`` can abbreviate ``full``: its characters in their order, and at least two of them side by side."""
    at = 0
    for c in short:
        at = full.find(c, at) + 1
        if at == 0:
            return False
    return len(short) == 1 or any(short[i : i + 2] in full for i in range(len(short) - 1))


_EMPTY = re.compile(r"工作|建设|活动|“|”")


def same_group(stem: str, kind: str, found: tuple[Group, ...]) -> Group | None:
    """The group of the text that a printed stem means (创建 -> 创建循环经济示范城市工作); bare 领导小组 means the plan's chief one. None: no such group."""
    among = [g for g in found if g.kind == kind or kind in ("小组", "") or (kind == "专班" and g.kind == "工作专班")]
    if not stem:
        return among[0] if among else None
    words = _EMPTY.sub("", stem)
    fits = [g for g in among if within(words, g.stem)]
    if not fits:
        return None
    if any(_EMPTY.sub("", g.stem) == words for g in fits):
        fuller = [g for g in fits if len(_EMPTY.sub("", g.stem)) <= len(words) + 4]
        return fuller[0] if fuller else fits[0]
    return fits[0]


def read_group(name: str) -> tuple[str, str, bool] | None:
    """(stem, kind, is it the office) of a printed group: 创建小组 -> (创建, 小组, False); None for other bodies."""
    office = False
    m = _OFFICE.match(name)
    if m and (g := _GROUP.match(m["group"])):
        return g["stem"], g["kind"], True
    g = _GROUP.match(name)
    if g is not None:
        return g["stem"], g["kind"], office
    return None


def is_team(name: str) -> bool:
    """综合协调组, 督查组: a working team of the plan."""
    return _TEAM.match(name) is not None and _NOT_A_TEAM.match(name) is None
