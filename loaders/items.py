"""The tree to items: which words are a task, who is said to do it, and what is only heading, introduction or principle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from graphmodel.patterns import pattern
from graphmodel.plan import Section
from loaders.blocks import Node, heading_like
from loaders.drafts import Here, Read, State, note, sayings_of, tasks_of
from loaders.grammar.heads import Head, head_beside, unit_first
from loaders.grammar.roles import MEMBERS, POSITIONAL
from loaders.groups import Group, group_of
from loaders.label_blocks import close_below, close_siblings, heads_block, holding
from loaders.lines_said import cut_at, heading_end, is_label_line, only_statements, says_who
from loaders.markers import Marker
from loaders.owners import ALLOTTING, allots_here, allotted, beside_heads, head_owner, list_head, owner_of
from loaders.paragraphs import Para
from loaders.prose import acting
from loaders.remarks import is_note, is_remark, note_rank, speaks_to_all, take_remark
from loaders.scope import Piece, Saying, Segment, segments
from loaders.statement import Said, statements
from loaders.unnumbered import described_below, spoken_lines, tasks_of_lines, unit_lines

NOT_WORK = pattern(
    r"^(?!\S{0,8}(?:落实|完成|推进|贯彻|抓好|分解|对照))(?:.*)(?:指导思想|总体要求|基本原则|工作原则|指导原则|总体思路|基本思路|工作思路|主要原则|重要意义|工作目标|主要目标|总体目标|发展目标|目标指标|预期目标|创建目标|建设目标|行动目标|工作背景|基本情况|编制依据|适用范围|明确范围|实施范围|整治范围|工作范围|名词解释|现状|形势"
    r"|认识$|总则|附则|^活动(?:主题|时间|地点|宗旨)|^.{0,6}目标$|^.{0,4}(?:对象|区域|范围|时限|时段|时间|依据)(?:(?:和|及|与|、).{0,4}(?:对象|区域|范围|时限|时段|时间))?$|有关政策|时间安排$|组织机构|组织领导机构|组织体系|领导小组组成|组成人员|目标任务$|目标要求$)"
)
AFTER_WORK = pattern(r"保障措施|组织保障|组织实施|工作要求|有关要求|组织领导|工作保障|实施保障|保障机制|工作机制|附则|工作制度|强化保障|加强保障|落实保障|督促检查")
# 以下任务由A牵头,B配合
_GROUP = pattern(r"(?:以下|下列|上述)(?:各项)?(?:工作|任务|事项|措施)?(?:,)?(?:均|都)?由")
# 重点任务 over one paragraph names no task
_GENERIC = pattern(r"(?:重点|主要|工作|具体|目标)?(?:任务|措施|举措|内容|安排|分工|工作)(?:及分工|分工|与分工|和分工|安排|措施)?$")
# 综合协调组。|由A牵头,B、C等单位组成
_LED_BY = pattern(r"\s?由[^。;]{2,60}?(?:牵头|负责)")
# (一)动员部署阶段(2026年3月1日至3月15日)
_PHASE = pattern(r"[^。;,:()]{2,24}(?:阶段|环节|步)\s?[(:。](?=[^。;]{0,12}\d{1,2}[月日])")
_PHASES = pattern(r"(?:实施|工作|推进|方法|时间)?步骤|阶段|进度安排|时间安排")


def read_items(root: Node, is_person: Callable[[Para], bool]) -> Read:
    """Walk the tree. ``is_person`` tells the lines that only name a person and a post."""
    out, state = Read(), State()
    before = [p for p in root.more if not is_person(p)]
    out.taken.extend((p.span, "person") for p in root.more if is_person(p))
    state.positional = any(m["ditto"] or "下同" in p.text for p in before for m in POSITIONAL.finditer(p.text))
    for p in before:
        note_rank(out, p)
    state.positional = out.positional = state.positional or out.positional
    for p in before:
        for x in statements(p.text):
            out.standing.extend(Saying(said, p.view, p.view.span(x.start, x.end)) for said in x.inherited)
            out.taken.extend([(p.view.span(x.start, x.end), "duty")] if x.inherited else [])
    state.blanket = list(out.standing)
    lines = unit_lines(before)
    if lines:
        tasks_of_lines(out, state, before, lines, Here(), None)
    spoken = spoken_lines(before)
    for i, p in enumerate([] if lines else before):
        if i in spoken:
            tasks_of(out, state, segments([p]), Here(), None)
            continue
        _loose_or_item(out, state, p, Here(no_work=bool(root.children)), "preamble")
    for child in root.children:
        _visit(child, Here(), out, state, is_person)
    for d in out.drafts if out.positional else ():
        d.positional = True  # a note behind the items says so
    return out


def _loose_or_item(out: Read, state: State, p: Para, here: Here, what: str) -> None:
    """An unnumbered paragraph outside all items: a task only if a statement says so."""
    if is_note(p):
        out.loose.append((p, here.path, what))
        return
    segs = segments([p])
    led = not here.no_work or pattern(r"由[^。;]{2,60}(?:牵头|负责)[^。;]{0,80}(?:配合|参与|协助)").search(p.text)
    if any(s.said for s in segs):
        tasks_of(out, state, segs, here, None)
    elif led and any(x.part == "lead" or x.label == "负责" for run in acting(p.text) for x in run.said):
        tasks_of(out, state, segs, replace(here, no_work=False), None)
    else:
        out.loose.append((p, here.path, what))


def _section(out: Read, node: Node, here: Here, p: Para, name_end: int) -> int:
    name = p.text[:name_end].strip().rstrip("。:")
    level = len(here.path) + 1
    number = (p.marker.printed.rstrip(" 、.") or None) if p.marker else None
    out.sections.append(Section(name, p.view.span(0, name_end), number, level, here.path[-1] if here.path else None))
    out.taken.append((p.view.span(0, name_end), "heading"))
    return len(out.sections) - 1


def _visit(node: Node, here: Here, out: Read, state: State, is_person: Callable[[Para], bool]) -> None:
    if node.parent is not None and node.parent.kind in ("root", "title"):
        general = node.para is not None and (AFTER_WORK.search(node.para.text[:40]) or _PHASES.search(node.para.text[:40]))
        state.blanket = [] if general else list(out.standing)  # a blanket clause binds the part in which it stands, in the preamble all the work
    if head := list_head(node):
        _listed(node, head, here, out, state, is_person)
    elif group := group_of(node):
        _group(node, group, here, out, state, is_person)
    elif node.children:
        _branch(node, here, out, state, is_person)
    else:
        _leaf(node, here, out, state, is_person)


def _listed(node: Node, head: Head, here: Here, out: Read, state: State, is_person: Callable[[Para], bool]) -> None:
    """市水利局:承担日常工作。 | (1)组织编制方案; | (2)…: one unit of a list, what it is told at once, and its items."""
    p = node.para
    assert p is not None and p.marker is not None
    named, begin = head
    below = replace(here, owner=(Saying(Said("answer", named, "heading"), p.view, p.view.span(named[0].start, named[-1].end)),))
    if node.children:
        below = replace(below, path=(*here.path, _section(out, node, here, p, begin)))
    out.taken.append((p.view.span(0, begin), "duty"))
    lines = [replace(p, marker=replace(p.marker, end=begin)), *(x for x in node.more if not is_person(x))]
    out.taken.extend((x.span, "person") for x in node.more if is_person(x))
    if node.children and lines[-1].text.rstrip().endswith(":"):
        out.loose.append((lines.pop(), below.path, "intro"))
    tasks_of(out, state, segments(lines), below, None)
    for child in node.children:
        _visit(child, below, out, state, is_person)


def _group(node: Node, group: Group, here: Here, out: Read, state: State, is_person: Callable[[Para], bool]) -> None:
    """A working group: its leader answers for what it does, its members help."""
    p = node.para
    assert p is not None
    out.taken.extend(group.taken)
    out.taken.extend((x.span, "person") for x in node.more if is_person(x))
    words = [x for x in group.words if not is_person(x)]
    below = replace(here, heading=group.sayings, owner=(), positional=False, no_work=False)
    if not node.children and not words:
        parts = [Piece(p, p.words_from, group.end), *([Piece(p, group.begin, len(p.text))] if group.begin < len(p.text) else [])]
        tasks_of(out, state, [Segment(parts)], below, p.marker.printed if p.marker else None)
        return
    below = replace(below, path=(*here.path, _section(out, node, here, p, group.end)))
    if group.begin < len(p.text):
        words.insert(0, replace(p, marker=Marker("duty", None, "", group.begin)))
    if words:
        _items(out, state, words, below, None, together=True)
    for child in node.children:
        _visit(child, below, out, state, is_person)


def _branch(node: Node, here: Here, out: Read, state: State, is_person: Callable[[Para], bool]) -> None:
    p = node.para
    assert p is not None
    end = heading_end(p)
    index = _section(out, node, here, p, end)
    name = out.sections[index].name
    owner = head_owner(node, p) if node.sure else owner_of(p.text[p.words_from : end].strip(), p, p.words_from, allots_here(out, here))
    below = Here(
        (*here.path, index), here.heading, here.positional,
        owner or (here.owner if node.kind not in ("cn", "chapter") else ()),
        here.no_work or bool(NOT_WORK.search(name)), here.after or bool(AFTER_WORK.search(name)), allots=here.allots or bool(ALLOTTING.search(name)),
    )  # fmt: skip
    if below.no_work and not here.no_work and any(says_who(x) or _PHASE.match(x.text, x.words_from) for child in node.children for x in child.paras):
        below = replace(below, no_work=False)  # goals that somebody answers for are tasks, and so are dated phases
    intro = [x for x in node.paras if not is_person(x)]
    for x in node.paras:
        if is_person(x):
            out.taken.append((x.span, "person"))
    segs = segments([replace(p, marker=replace(p.marker, end=end) if p.marker else None) if x is p else x for x in intro]) if intro else []
    if not p.marker:  # what heads a list is none of its words
        for s in segs:
            s.pieces = [x for x in s.pieces if x.para.view is not p.view or x.start >= end]
        segs = [s for s in segs if s.pieces or s.bound]
    said = [s for s in segs if s.said]
    if said:
        words = [x for s in said for x in s.pieces]
        if not words or heads_block(p, segs) or not any(says_who(c.para) for c in node.children if c.para):
            sayings = tuple(x for s in said for x in sayings_of(s.bound))
            note(said, out, state)
            below = replace(
                below, heading=sayings, positional=any(b.statement.positional for s in said for b in s.bound),
                above=holding(segs),
            )  # fmt: skip
            out.loose.extend((x, below.path, "intro") for x in {id(piece.para): piece.para for piece in words if piece.para.view is not p.view}.values())
            out.taken.extend((piece.span, "intro") for piece in words)
        else:
            tasks_of(out, state, said, below, p.marker.printed if p.marker else None)
        segs = [s for s in segs if not s.said]
    for s in segs:
        note([s], out, state)
        for piece in s.pieces:
            if not below.heading and _GROUP.match(piece.text):
                runs = acting(piece.para.text[: piece.end], piece.start)
                below = replace(below, heading=tuple(Saying(x, piece.para.view, piece.span) for r in runs for x in r.said))
    if owner and (node.head or p.text[end - 1] == ":") and segs and not segs[-1].pieces[-1].text.endswith(":"):
        tasks_of(out, state, segs, below, None)  # (一)市水利局:承担日常工作。|1.…
        segs = []
    loose = {id(x.para): x.para for s in segs for x in s.pieces}
    for para in loose.values():
        out.loose.append((para, below.path, "principle" if below.no_work else "intro"))
    first = len(out.drafts)
    for child in node.children:
        _visit(child, below, out, state, is_person)
    close_below(out, node, first)


def _leaf(node: Node, here: Here, out: Read, state: State, is_person: Callable[[Para], bool]) -> None:
    p = node.para
    assert p is not None
    out.taken.extend((x.span, "person") for x in node.paras if is_person(x))
    closing = speaks_to_all(node)
    out.loose.extend((x, here.path, "intro") for x in node.more if id(x) in closing)
    helped = any(s.part == "lead" for x in node.more for st in statements(x.text) for s in st.said)
    told = [x for x in node.more if ((helped and MEMBERS.match(x.text)) or not is_person(x)) and id(x) not in closing]
    _leaf_items(node, [x for x in told if not is_remark(x)], here, out, state, is_person)
    for x in told:
        if is_remark(x):
            take_remark(out, x, here)


def _leaf_items(node: Node, more: list[Para], here: Here, out: Read, state: State, is_person: Callable[[Para], bool]) -> None:
    p = node.para
    assert p is not None
    number = (p.marker.printed or None) if p.marker else None
    if node.head:
        owner = head_owner(node, p)
        below = replace(here, path=(*here.path, _section(out, node, here, p, len(p.text))), owner=owner)
        _items(out, state, more, below, None, together=True)
        return
    if node.kind == "title" and more:  # an annex, a plan among several: its plain paragraphs are work only if they allot
        below = replace(here, path=(*here.path, _section(out, node, here, p, len(p.text))))
        if lines := unit_lines(more):
            tasks_of_lines(out, state, more, lines, below, None)
            return
        for x in more:
            _loose_or_item(out, state, x, below, "annex")
        return
    body = [x for x in more if not is_label_line(x)]
    end = heading_end(p)
    if end - p.words_from <= 24 and NOT_WORK.search(p.text[p.words_from : end].rstrip("。:. ")):
        here = replace(here, no_work=True)
    alone = heading_like(cut_at(p, end)) and (end >= len(p.text.rstrip("。 ")) or all(s.start >= end for s in statements(p.text)) and only_statements(p, end))
    if body and alone:
        owner = owner_of(p.text[p.words_from : end].strip(), p, p.words_from, allots_here(out, here))
        name = p.text[p.words_from : end]
        heading = tuple(x for s in segments([p]) for x in sayings_of(s.bound))
        lead_in = (len(body) == 1 and body[0].text.rstrip().endswith(":")) or bool(_GENERIC.match(p.text[p.words_from : end].strip()))
        # a chapter of prose, or of demands on everybody (三、工作要求), is no title of its first sentence
        chapter = node.kind in ("cn", "chapter")
        demands = bool(AFTER_WORK.search(name)) and (len(body) > 1 or bool(AFTER_WORK.fullmatch(name.strip("。: "))))
        told = chapter and (demands or sum(len(acting(x.text)) for x in body) > 1)
        if not heading and not owner and not lead_in and not told and sum(bool(s.pieces) for s in segments(more)) == 1:
            _items(out, state, [p, *more], replace(here, no_work=here.no_work or bool(NOT_WORK.search(name))), number, together=True)
            return
        below = Here((*here.path, _section(out, node, here, p, end)), heading or here.heading, here.positional, owner or here.owner,
                      here.no_work or bool(NOT_WORK.search(name)), here.after or bool(AFTER_WORK.search(name)),
                      allots=here.allots or bool(ALLOTTING.search(name)))  # fmt: skip
        if heading:
            note([s for s in segments([p]) if s.bound], out, state)
        _items(out, state, more, below, None, together=bool(owner))
        return
    if not body and heading_like(p) and here.no_work and not any(says_who(x) for x in (p, *more)):
        out.loose.append((p, here.path, "principle"))
        return
    if not more and heading_like(p) and node.kind in ("title", "chapter", "cn", "pcn", "bare") and not says_who(p) and not (here.heading or here.owner):
        _section(out, node, here, p, len(p.text))
        return
    first = unit_first(p.text, p.words_from) or (head_beside(p.text, p.words_from) if beside_heads(node) else None)
    if first and not _LED_BY.match(p.text, first[1]) and not is_person(p) and not allotted([p, *more], first[1]):
        named, begin = first
        owner = (Saying(Said("answer", named, "heading"), p.view, p.view.span(named[0].start, named[-1].end)),)
        shifted = replace(p, marker=replace(p.marker, end=begin) if p.marker else None)
        if p.marker:
            out.taken.append((p.view.span(0, begin), "duty"))
            tasks_of(out, state, segments([shifted, *more]), replace(here, owner=owner), number)
            return
    paras = [p] if not is_person(p) else []
    before = len(out.drafts)
    _items(out, state, [*paras, *more], here, number, together=True)
    if len(more) == 1 and len(out.drafts) == before + 1 and is_label_line(more[0]) and not says_who(p):
        close_siblings(out, before, bracketed=more[0].text[0] in "(〔[【")


def _items(out: Read, state: State, paras: list[Para], here: Here, number: str | None, together: bool) -> None:
    """Paragraphs to tasks: all together one item, or each its own where a heading stands over unnumbered paragraphs."""
    lines = unit_lines(paras) if not here.owner else []
    if lines:
        tasks_of_lines(out, state, paras, lines, here, number)
        return
    segs = segments(paras)
    if not together and not any(s.said for s in segs):
        for p in paras:
            tasks_of(out, state, segments([p]), here, number)
        return
    tasks_of(out, state, described_below(segs) if together else segs, here, number)
