"""How a plan keeps itself going: meetings, reporting, inspection, assessment, accountability, each with its words, how often, who and to whom.

A sentence is read clause by clause. Clauses that say the same kind of thing one behind the other are one mechanism, unless the later one names a frequency of its own.
Inside a task's text only clauses about the plan's own work count: 联合检查 of restaurants is a task, 督查任务进展情况 is a mechanism.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graphmodel.plan import Mechanism, MechanismKind, Section, Span, Unit
from graphmodel.text import View
from loaders.grammar.units import is_unit, units

_ORDER: tuple[MechanismKind, ...] = ("meeting", "reporting", "inspection", "assessment", "accountability")

# 定期 | 每半年至少 | 每季度末5日内 | 按月 | 年度 | 月通报
_COUNT = r"(?:至少|不少于)?(?:召开|听取|开展|组织|进行)?[一二两三四\d]{1,2} ?次"
_FREQUENCY = re.compile(
    r"定期或不定期|定期不定期|不定期|定期|随时|实时|及时|按时|按期|经常性?|适时|常态化|不间断|逐[月季年日周]"
    r"|每(?:个)?(?:半年度?|季度?|年度?|月度?|周|旬|日|两个?月|两年|三年|双月)(?:[末底初中])?(?:前|后)?(?:第?\d{1,2} ?(?:个)?(?:工作)?日(?:之?前|内)?)?(?:" + _COUNT + r")?"
    r"|按(?:半年度?|季度?|年度?|月度?|周|旬|日)|半年一次|一[年季月周]一(?:次|[考报查评通调])[^,。;]{0,2}|年度|季度|月度|半年度?|(?<![\d一二两三四五六七八九十每按逐半本当全数])[月季周年](?=通报|调度|督查|报告|考核|例会|报制|评价|报)"
    r"|年[中终底末]|持续|长期"
)

_STATE = r"(?:进展|进度|完成|落实|推进|执行|实施|开展|整改|建设|工作|任务|目标|责任|情况|动态|问题|成果|信息|总结|台账|报表|报告|自查|督查|检查)"
_MEETING = re.compile(
    r"(?:召开|举行)[^,。;]{0,24}会(?![员商计展])|参加[^,。;]{0,16}(?:会议|例会|调度会|联席会|推进会|协调会)|每[^,。;]{1,6}召开[^,。;]{0,6}次|临时召开|(?:例会|会议|联席会议?|会商|调度|联络员|议事)(?:调度)?(?:制度|机制)"
    r"|(?:定期|按月|按季度?|按周|每月|每季度?|每周|经常|及时|随时|适时|常态化|逐月)[^,。;、]{0,6}(?:调度|会商)|(?:交流|集中|联合|沟通|协商)会商|(?:月|季|周|旬)调度|工作调度(?!中心|平台)|调度(?:会|、汇总|推进|通报|督导)|调度[^,。;]{0,10}(?:情况|进展|进度)"
)
_REPORTING = re.compile(
    r"(?:报送|上报|呈报|汇报|报告|通报|送交|报备|反馈|公布|公示|提交)[^,。;]{0,30}" + _STATE + r"|" + _STATE + r"[^,。;]{0,24}(?:报送|上报|呈报|汇报|通报|报告(?:制度|市|县|区|省|领导小组)|反馈给?|公布|公示|抄送)"
    r"|(?:报送|上报|呈报|报告|报)(?:至|给|到)?(?:市|县|区|省|领导小组|国务院|党委|政府|办公室)[^,。;]{0,24}|(?:信息|情况|进展|进度|工作|月|季度?|年度|旬|周|半年)(?:通报|报告|报送|报)(?:制度|机制|评价)|通报(?:制度|机制|排名)|(?:工作)?简报|信息互通|互通(?:信息|情况)"
    r"|(?:定期|按月|按季度?|及时|每月|每季度?|每年|逐月|随时)[^,。;]{0,8}(?:通报|报送|上报|公布|公示|报告)|考核[^,。;]{0,12}(?:公开|公布|通报)"
)
_INSPECTION = re.compile(
    r"督查|督导|督办|督察|督促检查|监督检查|检查指导|抽查|巡查|检查组|跟踪(?:检查|问效|监督|督促)|专项检查|联合(?:执法)?检查|明察暗访|明查暗访|暗访|自检自查|自查|督促[^,。;]{0,24}(?:工作|落实|完成|推进|整改)|(?:加强|强化|开展|组织|进行|实施)[^,。;]{0,16}检查"
)
_ASSESSMENT = re.compile(r"考核|考评|绩效(?:评价|评估|管理|体系)|(?:第三方|中期|年度|实施|成效|效果|定期|综合|动态|跟踪|阶段性?|终期|总结|全面)(?:绩效)?评估|评估考核|总结评估|评先评优|目标责任(?:制|管理)|责任目标管理|评价考核")
_ACCOUNTABILITY = re.compile(r"问责|追责|(?:追究|倒查)[^,。;]{0,30}责任?|责任(?:追究|倒查|查究)|约谈|(?:移交|移送)[^,。;]{0,12}(?:纪委|监委|监察|司法|机关|处理)|(?:严肃|依法依纪|依纪依法|依规依纪|从严)[^,。;]{0,8}(?:处理|查处|处分)|通报批评|党纪政[务纪]处分")
_PATTERNS: dict[MechanismKind, re.Pattern[str]] = {
    "meeting": _MEETING,
    "reporting": _REPORTING,
    "inspection": _INSPECTION,
    "assessment": _ASSESSMENT,
    "accountability": _ACCOUNTABILITY,
}
# what looks like a mechanism and is none: names of bodies, plans and papers, the work of a task itself
_NOT: dict[MechanismKind, re.Pattern[str]] = {
    "meeting": re.compile(r"联席会议(?:办公室|成员|召集人|下设)|调度(?:中心|平台|指挥|系统|运行)|(?:电力|水资?源?|水库|运输|生产)调度|全会|代表大会|代表会议|党代会|会议精神|常务会议(?:审议|研究|通过)|新闻发布会|博览会|座谈会?精神|听证会|展会|展览会|论坛|运动会|赛会|招聘会|推介会|对接会|报告会|音乐会"),
    "reporting": re.compile(r"通报表[扬彰]|可行性研究报告|评价报告|影响报告|报告书|审计报告|检测报告|申报|预报|汇报会|信息公开|举报|报告厅|企业[^,。;]{0,10}报送|填报|公布(?:的|施行|实施)"),
    "inspection": re.compile(r"督查室|督察局|督查组|督查考核办|巡查员|检查站|海关检查|体检|健康检查|督查激励|督导员|督导师|抽查(?:核实|真实|结果|人数|检验|\d)|随机抽查|督查处|督查考核处|业务检查|路况检查|年检|联合检查站|安全检查员|巡查平台|口岸检查"),
    "assessment": re.compile(r"统一考核|技能考核|考核评价指标|考核断面|考核合格|考核(?:验收|权重)|考核的?(?:比例|比重|占比)|绩效(?:评价|评级|分级)达到|绩效分级|通过[^,。;]{0,12}考核|考核激励|考核优秀|考核不合格|考核方案|考核办法》|考核指标|考核目标|环境影响评估|评估机构|资产评估|培训考核|考核认定|职称|考[核评][处办]|绩效办|考核后|考核挂钩|考核系统|绩效工资|评优资格|绩效评价机构|考核材料|课程考核|学业|考核档案"),
    "accountability": re.compile(r"责任追究[^,。;]{0,4}办法》|追责办法|生产者责任|刑事责任能力|损害责任|责任保险|责任追究试点|失信问责|问责处理等信息"),
}
# clauses about the plan's own work, the only ones that count inside a task
_OWN: dict[MechanismKind, re.Pattern[str]] = {
    "meeting": re.compile(r"(?:调度|联络|联席|例|领导小组|协调|推进|工作)会|(?:例会|会商|调度|联席会议)(?:制度|机制)|(?:定期|每月|每季度?|按月|按季度?)[^,。;]{0,6}(?:调度|会商)"),
    "reporting": re.compile(
        r"(?:报送|上报|通报|汇报|报告)[^,。;]{0,16}(?:工作动态|进展|进度|完成情况|落实情况|工作情况|工作信息|工作总结)|(?:进展|进度|完成|落实|推进)情况[^,。;]{0,12}(?:报送|上报|通报|汇报|报)|(?:信息|情况|工作)(?:通报|报告|报送)制度"
        r"|(?:定期|每月|每季度?|每年|按月)[^,。;]{0,8}(?:通报|公布)"
    ),
    "inspection": re.compile(r"(?:督查|督导|督办)[^,。;]{0,16}(?:任务|工作|进展|落实|完成)|(?:检查|抽查)[^,。;]{0,16}(?:任务|进展|落实情况|完成)|(?:任务|工作|进展|落实|完成|推进)[^,。;]{0,16}(?:督查|督导|督办|督促检查|监督检查)"),
    "assessment": re.compile(r"纳入[^,。;]{0,40}(?:考核|考评|绩效)|(?:考核|考评)(?:评价)?(?:制度|体系|机制|制)|(?:评价|目标|责任|绩效|监督|实绩|年度)考核|考核(?:奖惩|问责|通报|评价)|绩效评价"),
    "accountability": re.compile(r"问责|责任追究|追究[^,。;]{0,20}责任|追责|约谈"),
}
_SENTENCE = re.compile(r"[^。;!?]{1,2000}[。;!?]?")
_CLAUSE = re.compile(r"[^,]{1,600},?")
_CITED = re.compile(r"《[^《》]{0,120}》")
# 加强组织领导、明确责任主体、严格责任追究: slogans that a sentence only announces
_SLOGAN = re.compile(r"(?:加强|强化|严格|完善|健全|落实|严肃|注重|实行)[\u4e00-\u9fa5]{2,6}$")
_NUMBERED = re.compile(r"^(?:第?[一二三四五六七八九十]{1,3}[、.章节]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)](?!\d)|[①-⑳])\s?")
# 对工作不力的, | 区纪委对履职不力、失职渎职的工作人员,
_CONDITION = re.compile(r"^(?:[^,。;对]{0,20})(?:凡|对|对于|因)[^。;]{2,120}的(?:[^,。;的]{0,14}(?:人员|单位|部门|干部|个人|责任人|地方|地区|乡镇|街道|企业|问题))?$")


@dataclass(slots=True)
class _Found:
    kind: MechanismKind
    start: int
    end: int
    frequency: str | None
    conditions: int = 0
    clauses: list[tuple[int, int]] = field(default_factory=list)


def mechanisms(
    paragraphs: Sequence[tuple[View, tuple[str, ...]]], tasks: Sequence[Span] = (), sections: Sequence[Section] = ()
) -> tuple[Mechanism, ...]:
    """The mechanisms of all paragraphs, each with its headings (outermost first), in order.

    ``tasks``: spans of the tasks' texts; inside them only clauses about the plan's own work count. ``sections`` gives the places of headings that are units: they act.
    """
    out: list[Mechanism] = []
    headings = {"".join(name.split()) for _, section in paragraphs for name in section}
    for view, section in paragraphs:
        if _is_heading(view.text, headings):
            continue
        inside = any(a <= view.whole[0] < b or view.whole[0] <= a < view.whole[1] for a, b in tasks)
        last = _heading_unit(section, sections, view)
        for a, b in _sentences(view.text):
            if a == 0 and b < len(view.text) and _is_heading(view.text[:b], headings):
                continue
            subject = _subject(view, a, b)
            if subject or not re.match(r"要|应|须|并|同时", view.text[a:b]):
                last = subject or _heading_unit(section, sections, view)
            for found in _read(view.text, a, b, inside):
                quote = view.text[found.start : found.end]
                out.append(
                    Mechanism(found.kind, view.span(found.start, found.end), quote, found.frequency, section, (), last, _recipients(view, found.start, found.end))
                )
    return tuple(out)


def _heading_unit(section: Sequence[str], sections: Sequence[Section], view: View) -> tuple[Unit, ...]:
    """The unit that heads the section in which a paragraph stands."""
    if not section or not sections:
        return ()
    bare = _NUMBERED.sub("", section[-1]).rstrip(": ")
    start = view.whole[0]
    place = max((s.span for s in sections if s.name == section[-1] and s.span[0] <= start), default=None)
    if place is None or not is_unit(bare):
        return ()
    return (Unit("".join(bare.split()), (max(place[0], place[1] - len(bare)), place[1])),)


def _is_heading(text: str, headings: set[str]) -> bool:
    """Whether a paragraph, or its first sentence, only names what follows: it is one of the headings, or numbered and short."""
    if "".join(text.split()) in headings:
        return True
    number = _NUMBERED.match(text)
    return bool(number) and len(text) <= 30 and not re.search(r"[,。;:]", text) and not _FREQUENCY.search(text)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for m in _SENTENCE.finditer(text):
        end = m.end() - (m[0][-1] in "。;!?")
        if end > m.start():
            yield m.start(), end


def _kinds(clause: str, inside: bool) -> list[MechanismKind]:
    bare = _CITED.sub("", clause)
    items = bare.split("、")
    if len(items) >= 3 and all(len(i) <= 10 for i in items):
        bare = "、".join(i for i in items if not _SLOGAN.match(i))
    kinds: list[MechanismKind] = []
    for kind in _ORDER:
        words = _NOT[kind].sub("", bare)
        if _PATTERNS[kind].search(words) and (not inside or _OWN[kind].search(words)):
            kinds.append(kind)
    if "accountability" in kinds:
        kinds = [k for k in kinds if k not in ("reporting", "inspection")]
    return kinds


def _read(text: str, start: int, end: int, inside: bool) -> list[_Found]:
    """The mechanisms of one sentence, in the order of their first clause."""
    out: list[_Found] = []
    condition: int | None = None
    for m in _CLAUSE.finditer(text, start, end):
        a, b = m.start(), m.end() - (m[0][-1] == ",")
        clause = text[a:b]
        if _CONDITION.match(clause.strip()) and not _kinds(clause, inside):
            condition = a if condition is None else condition
            continue
        kinds = _kinds(clause, inside)
        for kind in kinds:
            frequency = _frequency(clause, kind)
            begin = condition if condition is not None and kind == "accountability" else a
            before = next((f for f in reversed(out) if f.kind == kind), None)
            fresh = before is None or (frequency and before.frequency and frequency != before.frequency and "临时" not in clause) or (condition is not None and before.conditions > 0)
            if before is None or fresh:
                out.append(_Found(kind, begin, b, frequency, int(condition is not None or clause.startswith("对"))))
            else:
                before.end = b
                before.frequency = before.frequency or frequency
                before.conditions += condition is not None
        if kinds:
            condition = None
    return sorted(out, key=lambda f: (f.start, _ORDER.index(f.kind)))


def _frequency(clause: str, kind: MechanismKind) -> str | None:
    """How often, as printed: the expression nearest before the words of the kind."""
    words = _PATTERNS[kind].search(clause)
    found = list(_FREQUENCY.finditer(clause))
    if not found:
        return None
    before = [m for m in found if words is None or m.start() <= words.end()]
    return (before[-1] if before else found[0])[0].replace(" ", "")


_OPENING = re.compile(r"^(?:\s|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)]|由|同时,|并|——|[①-⑳]){0,6}")
_PREDICATE = re.compile(
    r"(?:也|还)?(?:要|应当|应|须|需|必须|负责|将|每|定期|不定期|及时|随时|按|原则上|实行|根据|结合|会同|组织|牵头|建立|全面|加强|严格|召开|对|把|在|于|向|切实|适时|年度|通过|开展|进行|统筹|参加|承担)"
)
# what a sentence without subject begins with
_NO_SUBJECT = re.compile(
    r"^(?:成立|每|全面|根据|依托|鼓励|对|按|把|将|以|为|在|从|向|建立|完善|加强|推动|推进|实施|开展|组织|负责|督促|指导|支持|引导|强化|落实|通过|结合|围绕|明确|制定|充分|进一步|严格|健全|定期|及时|适时|实行|经|凡|因|用|发挥|调度|参加|配合|纳入|列入|申报|要)"
)


def _subject(view: View, start: int, end: int) -> tuple[Unit, ...]:
    """The units with which the first clause of a sentence that has a subject begins: 为…,市督查室全面督查… -> 市督查室; () if none has."""
    for m in _CLAUSE.finditer(view.text, start, end):
        if got := _clause_subject(view, m.start(), m.end()):
            return got
    return ()


def _clause_subject(view: View, start: int, end: int) -> tuple[Unit, ...]:
    text = view.text
    head = _OPENING.match(text[start:end])
    a = start + (head.end() if head else 0)
    if _NO_SUBJECT.match(text[a:end]):
        return ()
    for m in _PREDICATE.finditer(text, a, min(end, a + 60)):
        if m.start() > a:
            got = _units(view, a, m.start())
            if got:
                return got
    return ()


def _units(view: View, start: int, end: int) -> tuple[Unit, ...]:
    got = units(view.text, start, end, strict=True)
    if not all(is_unit(n.full) and not re.search(r"季度|创建(?!办|小组|领导|工作领导)|完成|情况", n.printed) for n in got):
        return ()
    return tuple(Unit(n.printed, view.span(n.start, n.end)) for n in got)


_TO = re.compile(
    r"(?:向|报送给?|报送至|上报|呈报|报告|送交|通报给?|抄送|报)(?P<to>[^,。;:报送向对将]{2,30}?(?:政府|办公室|领导小组|委员会|[委局厅办]|小组|单位|部门|国务院))(?=报|提交|通报|汇报|备案|$|[,。;]|审|汇总|上报|反馈)"
    r"|(?:对|督促|指导|督导|督查|检查|抽查|考核|约谈|听取(?:[一二两\d]次)?)(?P<on>[^,。;:对督促指导报送向]{1,30}(?:部门|单位|政府|[县区镇乡市]|街道|局|成员单位|责任人|街镇))(?=[进的工任完落开执目推实履年按承领和及]|$|[,。;])"
)


def _recipients(view: View, start: int, end: int) -> tuple[Unit, ...]:
    for m in _TO.finditer(view.text, start, end):
        if got := _units(view, *m.span("to" if m["to"] else "on")):
            return got
    return ()
