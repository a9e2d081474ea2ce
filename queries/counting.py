"""Numbers of tasks, measures or indicators that the text declares, beside the numbers that are there."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from graphmodel.plan import Span
from graphmodel.text import fold
from queries.answering import in_general_part
from queries.likeness import bare
from queries.numbering import LEFT_OUT, Mark, line_marks, number_of
from queries.places import node_span

_N = r"(\d{1,3}|[一二两三四五六七八九十百]{1,5})"
_NOUN = r"(?:实事|任务|举措|措施|指标|工作|事项|条件|要求|工程|行动|清单|目标)"
LISTED = pattern(rf"(?:以下|下列|如下)[ \t]{{0,2}}{_N}[ \t]{{0,2}}[项条个][\u4e00-\u9fff]{{0,6}}?(?:项目|{_NOUN})")  # 以下8个项目列入督办
DECLARED = pattern(rf"(?<![\d.〔\[第年月多余近前]){_N}[ \t]{{0,3}}(?:大|个)?[ \t]{{0,2}}[项条]([\u4e00-\u9fff]{{0,8}}?{_NOUN}{{1,3}})")  # 37项工作任务
DEEDS = pattern(rf"(?<![\d.〔\[第多余近]){_N}[ \t]{{0,2}}件([\u4e00-\u9fff]{{0,8}}?实事)")  # 2026年十件民生实事
# 主要目标任务共95项,分解如下 · 共分解任务95项 · 95项具体工作分解如下
_ITEMS = rf"(?P<n>{_N})[ \t]{{0,2}}[项条件]"
TOTALS = (
    pattern(rf"(?P<noun>[\u4e00-\u9fff]{{0,8}}?{_NOUN}{{1,3}})[ \t]{{0,2}}(?:总共|共计|合计|总计|共)(?:有|分解(?:为|成)?)?[ \t]{{0,2}}{_ITEMS}(?![\u4e00-\u9fff])"),
    pattern(rf"(?P<ours>共)计?(?:分解|细化|梳理)(?:落实)?(?:[为成出])?(?P<noun>[\u4e00-\u9fff]{{0,6}}?{_NOUN}{{1,2}})[ \t]{{0,2}}共?{_ITEMS}(?![\u4e00-\u9fff])"),
    pattern(rf"(?<![\d.第]){_ITEMS}(?P<noun>[\u4e00-\u9fff]{{0,8}}?{_NOUN}{{1,2}})(?P<ours>)(?=(?:任务)?(?:分解|分工)如下)"),
)
_BELOW = pattern(r"[^。;\n]{0,24}如下")  # the list that follows is meant, and nobody else's
# 以上4个方面10项任务: of the part that it closes
ABOVE = pattern(
    rf"(?:以上|上述)(?:{_N}[ \t]{{0,2}}个(?:大)?(?:方面|板块|部分)(?:的)?[、,]?)?(?:共计?)?"
    rf"(?P<count>(?P<n>{_N})[ \t]{{0,2}}(?:大)?[项条件](?P<noun>[\u4e00-\u9fff]{{0,8}}?{_NOUN}))"
)
# 4个方面15项任务
PARTS = pattern(rf"(?<![\d.第])(?P<parts>{_N}[ \t]{{0,2}}个(?:大)?(?:方面|板块|部分))(?:的)?[、,]?[^\d。;,、]{{0,6}}?{_N}[ \t]{{0,2}}(?:大)?[项条件]")
HEADED = pattern(rf"[(][ \t]{{0,3}}(?:共|计|共计)?[ \t]{{0,3}}{_N}[ \t]{{0,3}}[项条个][ \t]{{0,3}}[)][ \t]{{0,6}}$")  # 生态环境保护(11 项)
_WHOLE = pattern(
    r"(?:项|条)?(?:重点|主要|具体|工作|目标|改革|建设|整治|攻坚|专项|政策|落实|细化|分解|创建|民生|惠民|年度)*(?:任务|举措|措施|事项|工作|实事)$"
)  # the whole plan's own items
_ORGAN = r"(?:党中央|国务院|中央|国家|部委|自治区|[省州市县区](?:委|政府)|上级)"
_SET = r"(?:下达|确定|部署|印发|要求|明确|交办|安排|布置|提出|规定)"
_OTHERS = pattern(  # what another document or body has set, or only a part: 《规划》确定的 · 省政府下达的 · 市委、市政府 · 其中
    rf"》(?:中)?{_SET}?的?[^。;]{{0,12}}$|{_ORGAN}[^。;,]{{0,8}}{_SET}[^。;,]{{0,6}}$|{_ORGAN}的?$"
    r"|其他$|另有$|其中[^。;,]{0,6}$|每[^。;,]{0,6}$|至少$|不少于$|累计$"
)
NEAR = 0.15  # a declared number further off than this share (and than 2) speaks of something else


@dataclass(frozen=True, slots=True)
class Declared:
    """A number the text declares: its value, the noun (工作任务), the places, and the number that is printed there. ``scope``: the heading
    it is about, None
    for the whole plan."""

    doc: str
    value: int
    noun: str
    spans: tuple[Span, ...]
    counted: int
    scope: str | None = None
    style: str | None = None  # how the items that were counted are numbered
    within: Span = (0, 0)  # between which places they were counted


def count_mismatches(graph: AccountabilityGraph) -> list[Declared]:
    """Declared numbers that no way of counting the plan's items confirms. Documents that leave parts out by their own word (节选, 略) give
    none."""
    found: list[Declared] = []
    for doc in graph.documents():
        text = graph.text_of(doc)
        if not LEFT_OUT.search(fold(text)):
            found += _headed(graph, doc)
            found += _listed(graph, doc)
            found += _closing(graph, doc)
            found += _in_sentences(graph, doc)
            found += _parts(graph, doc)
    return found


def _bounds(graph: AccountabilityGraph, doc: str) -> Span:
    nodes = [*graph.sections(doc), *graph.tasks(doc), *graph.goals(doc)]
    spans = [node_span(graph, n) for n in nodes]
    return min((a for a, _ in spans), default=0), max((b for _, b in spans), default=0)


def _section_end(graph: AccountabilityGraph, doc: str, section: str, fallback: int) -> int:
    """Where the section ends: at the next section of the same or an outer level."""
    level, start = graph.node(section)["level"], node_span(graph, section)[0]
    later = [node_span(graph, s)[0] for s in graph.sections(doc) if graph.node(s)["level"] <= level and node_span(graph, s)[0] > start]
    return min(later, default=fallback)


@dataclass(frozen=True, slots=True)
class _Items:
    """What can be counted between two places."""

    tasks: int  # without the demands of the measures part
    numbered: int
    indicators: int
    lists: tuple[int, ...]  # how many marks each style of number has there, and where its longest list ends

    def ways(self, noun: str) -> frozenset[int]:
        """All ways of counting what the noun may mean; figures count as 指标, 目标, 条件 only."""
        figures = {self.indicators} if pattern("指标|目标|条件|要求").search(noun) else set()
        return frozenset({self.tasks, self.numbered, *figures, *self.lists} - {0})


def _items(graph: AccountabilityGraph, doc: str, found: Sequence[Mark], start: int, end: int) -> _Items:
    tasks = [t for t in graph.tasks(doc) if start <= node_span(graph, t)[0] < end]
    starts = [m.span[0] for m in found]
    inner = found[bisect_left(starts, start) : bisect_left(starts, end)]
    styles = Counter(m.style for m in inner)
    highest = {m.style: 0 for m in inner}
    for m in inner:
        highest[m.style] = max(highest[m.style], m.value or 0)
    sections = Counter(graph.node(s)["level"] for s in graph.sections(doc) if start <= node_span(graph, s)[0] < end)
    indicators = sum(len(graph.indicators_of(t)) for t in tasks)
    proper = [t for t in tasks if not in_general_part(graph, t)]
    numbers = {(graph.section_of(t), graph.node(t)["number"], place_key(graph, t)) for t in proper if graph.node(t)["number"]}
    return _Items(len(proper), len(numbers), indicators, tuple(sorted({*styles.values(), *highest.values(), *sections.values()})))


def _style(graph: AccountabilityGraph, doc: str, found: Sequence[Mark], within: Span) -> str | None:
    """How most tasks between two places are numbered."""
    lines = {place_key(graph, t) for t in graph.tasks(doc)}
    styles = Counter(m.style for m in found if m.line in lines and within[0] <= m.span[0] < within[1])
    return min(styles, key=lambda s: (-styles[s], s)) if styles else None


def place_key(graph: AccountabilityGraph, task: str) -> int:
    """The line of a task: several duties of one line are one numbered item."""
    return int(graph.node(task)["lines"][0])


def _headed(graph: AccountabilityGraph, doc: str) -> Iterator[Declared]:
    """Headings that declare their items: 生态环境保护(11 项)."""
    text = graph.text_of(doc)
    end = _bounds(graph, doc)[1]
    found = line_marks(text)
    for section in graph.sections(doc):
        span = node_span(graph, section)
        m = HEADED.search(fold(text[slice(*span)]))
        value = number_of(m[1]) if m else None
        if m is None or value is None:
            continue
        within = span[1], _section_end(graph, doc, section, end)
        items = _items(graph, doc, found, *within)
        ways = items.ways("指标")
        if ways and value not in ways:
            shown = items.numbered or items.tasks or max(items.lists, default=0)
            yield Declared(
                doc, value, "", ((span[0] + m.start(), span[0] + m.end()),), shown, str(graph.node(section)["name"]), _style(graph, doc, found, within), within
            )


def _listed(graph: AccountabilityGraph, doc: str) -> Iterator[Declared]:
    """Sentences that announce what follows them: 以下8个项目列入市级督办事项."""
    text = graph.text_of(doc)
    low, high = _bounds(graph, doc)
    found = line_marks(text)
    starts = [(node_span(graph, s)[0], int(graph.node(s)["level"])) for s in graph.sections(doc)]
    for m in LISTED.finditer(fold(text), low, high):
        value = number_of(m[1])
        before = [level for at, level in starts if at <= m.start()]
        end = min((at for at, level in starts if at > m.start() and before and level <= before[-1]), default=high)
        items = _items(graph, doc, found, m.end(), end)
        counted = items.numbered or items.tasks
        if value and counted and value not in items.ways(m[0]) and abs(value - counted) <= max(2, NEAR * value):
            yield Declared(doc, value, m[0], ((m.start(), m.end()),), counted, None, _style(graph, doc, found, (m.end(), end)), (m.end(), end))


def _closing(graph: AccountabilityGraph, doc: str) -> Iterator[Declared]:
    """Sentences that count what stands above them in their part: 以上10项任务,各责任单位要抓紧抓实。"""
    text = graph.text_of(doc)
    low, high = _bounds(graph, doc)
    found = line_marks(text)
    parts = [node_span(graph, s)[1] for s in graph.sections(doc) if int(graph.node(s)["level"]) == 1]
    for m in ABOVE.finditer(fold(text), low, high):
        value, start = number_of(m["n"]), max((at for at in parts if at <= m.start()), default=low)
        items = _items(graph, doc, found, start, m.start())
        counted = items.numbered or items.tasks
        if value and counted and value not in items.ways(m["noun"]) and abs(value - counted) <= max(2, NEAR * value):
            yield Declared(doc, value, m["noun"], (m.span("count"),), counted, None, _style(graph, doc, found, (start, m.start())), (start, m.start()))


def _in_sentences(graph: AccountabilityGraph, doc: str) -> Iterator[Declared]:
    """Sentences that declare the items of the whole plan, or of the heading that bears the noun."""
    text = graph.text_of(doc)
    low, high = _bounds(graph, doc)
    found = line_marks(text)
    folded = fold(text)
    whole = _items(graph, doc, found, low, high)
    declared: dict[tuple[int, str, str | None], list[Span]] = {}
    below: set[tuple[int, str, str | None]] = set()
    closing = [m.span() for m in ABOVE.finditer(folded, low, high)]
    said = [(m.span(), m[1], m[2], False) for form in (DECLARED, DEEDS) for m in form.finditer(folded)]
    said += [(m.span(), m["n"], m["noun"], "ours" in m.re.groupindex) for form in TOTALS for m in form.finditer(folded)]
    for (a, b), figure, noun, ours in sorted(said):
        value, here = number_of(figure), bool(_BELOW.match(folded, b)) and a < low
        if any(x <= a < y for x, y in closing):
            continue
        if value is None or value < 2 or LISTED.match(folded, max(0, a - 2)) or not (here or ours) and _OTHERS.search(folded[max(0, a - 24) : a].rstrip()):
            continue
        scope = _scope(graph, doc, noun)
        if scope is None and not _WHOLE.search(noun) or _said_of_its_part(graph, doc, found, (a, b), value, high):
            continue
        if (a, b) not in (places := declared.setdefault((value, noun, scope), [])):
            places.append((a, b))
        below |= {(value, noun, scope)} if here else set()
    for (value, noun, scope), spans in declared.items():
        within = (low, high) if scope is None else (node_span(graph, scope)[1], _section_end(graph, doc, scope, high))
        items = whole if scope is None else _items(graph, doc, found, *within)
        counted = items.numbered or items.tasks
        own = noun.endswith("实事") or (value, noun, scope) in below  # no other document's: however far off
        if not counted or value in items.ways(noun) | whole.ways(noun) or not own and abs(value - counted) > max(2, NEAR * value):
            continue
        heading = str(graph.node(scope)["name"]) if scope else None
        yield Declared(doc, value, noun, tuple(spans), counted, heading, _style(graph, doc, found, within), within)


def _said_of_its_part(graph: AccountabilityGraph, doc: str, found: Sequence[Mark], at: Span, value: int, high: int) -> bool:
    """Whether the number stands in a heading (二、办好三件民生实事) and so many items stand below that."""
    headings = (s for s in graph.sections(doc) if node_span(graph, s)[0] <= at[0] and at[1] <= node_span(graph, s)[1])
    return any(value in _items(graph, doc, found, node_span(graph, s)[1], _section_end(graph, doc, s, high)).ways("") for s in headings)


def _parts(graph: AccountabilityGraph, doc: str) -> Iterator[Declared]:
    """Sentences that say into how many parts the tasks are divided (4个方面15项任务), beside the headings that hold tasks."""
    text = fold(graph.text_of(doc))
    low, high = _bounds(graph, doc)
    proper = [node_span(graph, t)[0] for t in graph.tasks(doc) if not in_general_part(graph, t)]
    every: Counter[int] = Counter()
    holding: Counter[int] = Counter()
    for s in graph.sections(doc):
        level, start = int(graph.node(s)["level"]), node_span(graph, s)[0]
        every[level] += 1
        holding[level] += any(start <= at < _section_end(graph, doc, s, high + 1) for at in proper)
    counted = next((holding[level] for level in sorted(holding) if holding[level] > 1), 0)
    ways = {*every.values(), *holding.values()}
    for m in PARTS.finditer(text):
        value = number_of(m[2])
        if value and counted and value not in ways and abs(value - counted) <= 2 and not _OTHERS.search(text[max(0, m.start() - 24) : m.start()].rstrip()):
            yield Declared(doc, value, "方面", (m.span("parts"),), counted)


def _scope(graph: AccountabilityGraph, doc: str, noun: str) -> str | None:
    """The one section whose heading is the noun itself: 18项建设指标 -> (二)建设指标."""
    named = [s for s in graph.sections(doc) if bare(str(graph.node(s)["name"])).endswith(bare(noun)) and len(noun) >= 3]
    return named[0] if len(named) == 1 and not _WHOLE.fullmatch(noun) else None
