"""Leading groups, headquarters and their offices: what the plan's own text calls them, and the short forms that mean them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from graphmodel.jurisdiction import explicit_places
from graphmodel.patterns import pattern

# …成立市循环经济建设工作领导小组
_KIND = pattern(r"领导小组|协调小组|推进小组|总指挥部|指挥部|联席会议|工作专班")
_RUN = pattern(r"[\u4e00-\u9fff“”0-9—-]{2,40}\Z")  # the words before it
# what a run of words may hold before the group's own name: …要求成立市… | 抽调人员组成…
_FOUNDED = pattern(r"^.*(?:成立|设立|组建|调整|组成|设|建立健全|建立|健全|完善)(?:了|由)?(?=.{2,})")
_LEAD = pattern(
    r"^.*(?:以下简称|简称|撤销|纳入|提请|报送|报告|上报|报请|报经|作为|充分发挥|发挥|坚持|加强|强化|召开|出席|根据|按照|各级|各地|并报|担任|兼任|抄送|通报|落实|要求|关于|履行|明确|定期|参加|提交|配合|依托|主任由|由|并由|同时|统一)(?=.{2,})"
)
_EDGE = pattern(r"^(?:(?:由|向|在|为|将|对|受|及|与|的|报|经|各|和(?!平|田|林|硕|静))(?=.{2,}))+")
_INSIDE = pattern(r"^.*(?:[在向的]|(?:由|及|和|与|对|经|报|为|受|各)(?=(?:省|自治区|市(?!场|政|容)|区(?!域)|县|州|旗)[\u4e00-\u9fff]))(?=.{2,})")
_CUT = pattern(r"(?:由|从|召开|以下简称|简称|履行|成员|向|经|报|对|将|为|及|与|和|的|送|者)$|(?:本|该|其|上述|相关|有关|负责|工作进展情况)$")
_LEVEL = pattern(r"^(?:省|自治区|市|州|盟|区|县|旗|镇|乡)(?!场|容|政|域|划|乡)(?=.{2,})")
# 市创建工作领导小组办公室 | 领导小组下设办公室 | 领导小组办
_OFFICE = pattern(r"^(?P<group>.{0,60}?)(?:下设|的)?(?P<office>办公室|办)$")
_GROUP = pattern(r"^(?P<stem>.{0,48}?)(?P<kind>领导小组|协调小组|推进小组|工作小组|小组|总指挥部|指挥部|联席会议|工作专班|专班)$")
_TEAM = pattern(
    r"^(?P<stem>.{1,40}?)(?P<kind>工作组|专项组|专业组|督查组|督导组|检查组|协调组|专家组|材料组|保障组|宣传组|报道组|技术组|综合组|推进组|攻坚组|巡查组|考核组|评估组|验收组|组)$"
)
_NOT_A_TEAM = pattern(r"^(?:.{0,6}(?:重组|改组|班组|小组|机组|词组))$")


_EMPTY = pattern(r"工作|建设|活动|“|”")


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
    """The groups a text names with words of their own, the plan's chief one first (set up by it, its place printed, named most);
    ``text`` without white space, but for the line breaks over which no name goes on.
    """
    seen: Counter[Group] = Counter()
    order: dict[Group, int] = {}
    founded: set[Group] = set()
    end = 0
    for m in _KIND.finditer(text):
        before = _RUN.search(text, max(end, m.start() - 40), m.start())
        if not before:
            continue
        end = m.end()
        run = before[0].replace("“", "").replace("”", "")
        if _CUT.search(run):
            continue
        words = _FOUNDED.sub("", run)
        words = _EDGE.sub("", _INSIDE.sub("", _LEAD.sub("", words)))
        places, rest = explicit_places(words)
        level = _LEVEL.match(rest) if not places else None
        stem = rest[level.end() :] if level else rest
        if len(_EMPTY.sub("", stem)) < 2 or pattern(r"^(?:本|该|其|上述|相关|有关|各)|^(?:成立|设立|组建|调整|建立)$").match(stem):
            continue
        g = Group(stem, m[0], places, level[0] if level else "")
        seen[g] += 1
        order.setdefault(g, before.start())
        if _FOUNDED.match(run):
            founded.add(g)
    return tuple(sorted(seen, key=lambda g: (not (g.places or g.level), g not in founded, -seen[g], order[g])))


def within(short: str, full: str) -> bool:
    """Whether ``short`` can abbreviate ``full``: its characters in their order, and at least two of them side by side."""
    at = 0
    for c in short:
        at = full.find(c, at) + 1
        if at == 0:
            return False
    return len(short) == 1 or any(short[i : i + 2] in full for i in range(len(short) - 1))


def same_group(stem: str, kind: str, found: tuple[Group, ...]) -> Group | None:
    """The group of the text that a printed stem means (创建 -> 创建循环经济示范城市工作); bare 领导小组 means the plan's chief one.
    None: no such group.
    """
    among = [g for g in found if g.kind == kind or kind in ("小组", "") or (kind == "专班" and g.kind == "工作专班")]
    fits = [g for g in among if not stem or within(_EMPTY.sub("", stem), g.stem)]
    if not fits:
        return None
    own = [g for g in fits if _EMPTY.sub("", g.stem) == _EMPTY.sub("", stem)]
    best = (own or fits)[0]
    words = _EMPTY.sub("", best.stem)
    fuller = [g for g in among if g.kind == best.kind and len(_EMPTY.sub("", g.stem)) > len(words) and within(words, g.stem)]
    if len(words) < 4 and len({_EMPTY.sub("", g.stem) for g in fuller}) > 1:
        return best
    return max(fuller, key=lambda g: len(_EMPTY.sub("", g.stem))) if fuller else best


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
