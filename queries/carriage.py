"""Goals and whether a task carries them.

A goal's figure is carried when a task has the same indicator with a value: the same name after folding or nearly so, and a unit that can be
compared. A goal without
a figure is carried when a task says nearly the same. Only tasks of the goal's own document count.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from graphmodel.plan import Span
from queries.answering import in_general_part, words_of
from queries.likeness import bare, bare_unit, coverage, name_likeness, pairs
from queries.numbering import line_marks
from queries.places import lines_of_text, node_span, place_lines

NEARLY = 0.85  # likeness of names that are one indicator, whatever the value
WITH_VALUE = 0.6  # likeness that is enough when value and unit are the same too
SAID_AGAIN = 0.6  # share of a dated goal's pairs of characters that one task must hold
HELD = 0.6  # share of a name's pairs that stand elsewhere in the task, when the figure leaves them out
TOUCHED = 0.5  # the same for a clause of a goal without figure and date

Status = Literal["carried", "unnamed", "named", "absent"]
Sort = Literal["figure", "words", "dated", "qualitative"]

_TITLE = pattern(r"《[^《》]{1,80}》")  # a cited document says nothing about this plan's work
_DATE = pattern(r"\d{4}\s?年(?:\s?\d{1,2}\s?月)?(?:\s?\d{1,2}\s?日)?(?:年?底|末|初)?(?:以?前|之前)?|[“”]?十[一二三四五六七]五[“”]?(?:期间|时期|末)?")
_FRAME = pattern(r"以|为(?:工作|创建|总|奋斗)?目标|确保|力争|努力|争取|到|如期|全面|基本|顺利|实现|不断|进一步|明显|显著")
_CREED = pattern(
    r"坚持|(?:全面|深入|认真)?(?:贯彻|学习)|以[^,]{2,60}为(?:总揽|指导|统领|核心|抓手|主线|重点|引领|动力|根本|基础)"
)  # how, not what: 以改革创新为动力
_PRINCIPLES = pattern(r"原则|指导思想|背景|意义")  # (三)指导原则
_SCHEDULE = pattern(r"分[一二三四五六七八九十\d]{1,3}个?(?:阶段|步)|开始[^。]{0,20}结束")  # 自3月10日开始,至12月31日结束,分五个阶段进行
_CLAUSE = pattern(r"[^。;,;,\n\r]{6,120}")
_SENTENCE = pattern(r"[^。;\n\r]{4,400}")
_EVENT = pattern(r"通过|验收|建成|完成|创建|创成|获评|命名|摘帽|达标|投入使用|投用|启用|开工|竣工|全覆盖|清零|出台|上线")  # 2026年6月底前通过验收
LONGEST_EVENT = 60  # a longer sentence paints a picture and names no event
_RESULT = pattern(r"形成|提高|提升|增强|改善|建成|创建|实现|完成|建立|显著|明显|全面|稳步|达到|取得|打造|保持|好转|优化|凸显|健全|完善|建设")


@dataclass(frozen=True, slots=True)
class Carriage:
    """One goal, or one figure of it, and the tasks that carry or only name it. ``clauses``: spans of the words nobody takes up (goals
    without a figure)."""

    goal: str
    sort: Sort
    status: Status
    indicator: str | None = None
    tasks: tuple[str, ...] = ()
    clauses: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Held:
    """A figure that a task holds."""

    task: str
    name: str
    value: object
    unit: str
    by: str  # "" when none is printed


@dataclass(frozen=True, slots=True)
class _Work:
    """The tasks of one document, ready to be searched: their figures and words by pairs of characters, so that a goal is compared with few
    of them."""

    figures: tuple[_Held, ...]
    by_value: Mapping[tuple[object, str], list[int]]  # value and unit -> figures
    by_name: Mapping[str, list[int]]  # pair -> figures whose name holds it
    texts: Mapping[str, str]  # task -> its words without cited titles
    bare: Mapping[str, str]
    by_word: Mapping[str, list[str]]  # pair -> tasks whose words hold it


def carriages(graph: AccountabilityGraph) -> list[Carriage]:
    """Every goal and figure with its state, in the order of the graph; goals that a body answers for directly, and documents without tasks,
    are left out."""
    tasks: dict[str, list[str]] = defaultdict(list)
    for task in graph.tasks():
        tasks[graph.document_of(task)].append(task)
    works: dict[str, _Work] = {}
    found: list[Carriage] = []
    for goal in graph.goals():
        doc = graph.document_of(goal)
        if doc not in tasks or graph.duties_of(goal) or (not graph.indicators_of(goal) and _says_how(graph, goal)):
            continue
        if doc not in works:
            works[doc] = _work(graph, tasks[doc])
        figures = graph.indicators_of(goal)
        found += [_figure(graph, goal, indicator, works[doc]) for indicator in figures] or [_sentence(graph, goal, works[doc])]
    return found


def _work(graph: AccountabilityGraph, tasks: list[str]) -> _Work:
    figures = []
    for task in tasks:
        for indicator in graph.indicators_of(task):
            data = graph.node(indicator)
            if data.get("value") is not None:
                figures.append(_Held(task, str(data.get("name") or ""), data["value"], bare_unit(str(data.get("unit") or "")), str(data.get("by") or "")))
    texts = {t: _TITLE.sub("", words_of(graph, t)) for t in tasks if not in_general_part(graph, t)}  # 为创建…提供资金支撑 carries nothing
    by_name, by_word = defaultdict[str, list[int]](list), defaultdict[str, list[str]](list)
    by_value = defaultdict[tuple[object, str], list[int]](list)
    for n, held in enumerate(figures):
        if not isinstance(held.value, str) and held.unit:
            by_value[held.value, held.unit].append(n)
        for pair in sorted(pairs(held.name)):
            by_name[pair].append(n)
    for task, text in texts.items():
        for pair in sorted(pairs(text)):
            by_word[pair].append(task)
    return _Work(tuple(figures), dict(by_value), dict(by_name), texts, {t: bare(x) for t, x in texts.items()}, dict(by_word))


def _figure(graph: AccountabilityGraph, goal: str, indicator: str, work: _Work) -> Carriage:
    data = graph.node(indicator)
    name, value, unit = str(data.get("name") or ""), data.get("value"), bare_unit(str(data.get("unit") or ""))
    sort: Sort = "words" if isinstance(value, str) else "figure"
    wanted = pairs(name)
    near = Counter(n for pair in wanted for n in work.by_name.get(pair, ()))
    likely = [n for n, shared in near.items() if 3 * shared >= len(wanted)] if wanted else range(len(work.figures))
    same = []
    for n in sorted(likely):
        held = work.figures[n]
        if not (unit and held.unit and unit != held.unit):
            likeness = name_likeness(name, held.name)
            if likeness >= NEARLY or (likeness >= WITH_VALUE and held.value == value):
                same.append(held.task)
    if same:
        return Carriage(goal, sort, "carried", indicator, tuple(dict.fromkeys(same)))
    short = _short_of_its_name(graph, data, wanted, [work.figures[n] for n in work.by_value.get((value, unit), ())])
    if short and short[0] == "carried":
        return Carriage(goal, sort, "carried", indicator, short[1])
    named = _naming(bare(name), wanted, work)
    printed = value if isinstance(value, str) else f"{value:g}" if isinstance(value, (int, float)) else ""
    carrying = [t for t in named if printed and re.search(rf"(?<![\d.]){re.escape(printed)}(?:\.0+)?(?![\d.])", work.texts[t])]
    if carrying or (named and sort == "words"):
        return Carriage(goal, sort, "carried", indicator, tuple(carrying or named))
    if short and not named:
        return Carriage(goal, sort, "unnamed", indicator, short[1])
    return Carriage(goal, sort, "named" if named else "absent", indicator, tuple(named))


def _short_of_its_name(graph: AccountabilityGraph, goal: Mapping[str, Any], wanted: frozenset[str], same: list[_Held]) -> tuple[Status, tuple[str, ...]] | None:
    """The tasks with the goal's value and unit whose figure leaves out what the sentence said before (加大质押融资力度,累计达到30亿元;
    安装报警装置,安装率100%).

    carried: its own name holds most of the goal's, or is the end of it (率; nothing at all) and the task's words and headings hold the rest;
    unnamed: it is the end of the goal's name, and there is no more to tell by than something of the rest. None: no such task.
    """
    name, year = bare(str(goal.get("name") or "")), str(goal.get("by") or "")[:4]
    sure, maybe = [], []
    for held in same:
        own = bare(held.name)
        if len(wanted) < 3 or (year and held.by and held.by[:4] != year):
            continue
        if len(own) > len(name) and coverage(wanted, pairs(own)) >= HELD:
            sure.append(held.task)
        elif name.endswith(own) and own != name:
            rest = pairs(name[: len(name) - len(own)])
            around = coverage(rest, _around(graph, held.task))
            if around >= HELD:
                sure.append(held.task)
            elif len(own) >= 3 and around > 0:
                maybe.append(held.task)
    if sure:
        return "carried", tuple(dict.fromkeys(sure))
    return ("unnamed", tuple(dict.fromkeys(maybe))) if maybe else None


def _around(graph: AccountabilityGraph, task: str) -> frozenset[str]:
    """The pairs of characters of a task's words and of the headings above it."""
    headings = " ".join(str(s) for s in graph.node(task).get("section") or ())
    return pairs(_TITLE.sub("", f"{headings} {words_of(graph, task)}"))


def _naming(name: str, wanted: frozenset[str], work: _Work) -> list[str]:
    """The tasks whose words hold the bare name; only those that hold its rarest pair are read."""
    if len(name) < 3:
        return []
    rarest = min((work.by_word.get(pair, []) for pair in sorted(wanted)), key=len, default=list(work.bare))
    return [t for t in rarest if name in work.bare[t]]


def _best(wanted: frozenset[str], index: Mapping[str, list[str]]) -> tuple[float, tuple[str, ...]]:
    """The largest share of the pairs that one task holds, and the tasks that hold as much."""
    hits = Counter(task for pair in sorted(wanted) for task in index.get(pair, ()))
    if not wanted or not hits:
        return (1.0 if not wanted else 0.0), ()
    most = max(hits.values())
    return most / len(wanted), tuple(t for t, n in hits.items() if n == most)


def _says_how(graph: AccountabilityGraph, goal: str) -> bool:
    """Whether the words are a principle or a timetable and no goal: by the headings above them, or by what they say."""
    section = graph.section_of(goal)
    names = [*(graph.node(goal).get("section") or ())[-1:], graph.node(section)["name"] if section else "", _heading_above(graph, goal)]
    return any(_PRINCIPLES.search(str(name)) for name in names) or bool(_SCHEDULE.search(words_of(graph, goal)))


def _heading_above(graph: AccountabilityGraph, node: str) -> str:
    """The last short numbered line above the node, whether or not it became a section."""
    lines = lines_of_text(graph.text_of(graph.document_of(node)))
    above = [m for m in line_marks(lines.text) if m.line < place_lines(graph, node)[0]]
    text = lines.text[slice(*lines.span(above[-1].line))].strip() if above else ""
    return text if len(text) <= 24 else ""


def _sentence(graph: AccountabilityGraph, goal: str, work: _Work) -> Carriage:
    text = words_of(graph, goal)
    start = node_span(graph, goal)[0]
    if graph.node(goal).get("by") or _DATE.search(text):
        events = [m for m in _SENTENCE.finditer(text) if _EVENT.search(m[0]) and len(m[0].strip()) <= LONGEST_EVENT]
        if events:
            return _events(goal, events, start, work)
    loose = []
    for m in _CLAUSE.finditer(text):
        wanted = pairs(_FRAME.sub("", _TITLE.sub("", _DATE.sub("", m[0]))))
        if _RESULT.search(m[0]) and not _CREED.match(m[0].lstrip()) and len(wanted) >= 4 and _best(wanted, work.by_word)[0] < TOUCHED:
            loose.append(_span(m, start))
    return Carriage(goal, "qualitative", "absent" if loose else "carried", None, (), tuple(loose))


def _events(goal: str, events: list[re.Match[str]], start: int, work: _Work) -> Carriage:
    """The dated events of a goal (2026年6月底前通过验收): carried when each is said again in a task."""
    best = [_best(pairs(_FRAME.sub("", _DATE.sub("", m[0]))), work.by_word) for m in events]
    loose = tuple(_span(m, start) for m, (share, _) in zip(events, best) if share < SAID_AGAIN)
    tasks = tuple(dict.fromkeys(t for share, found in best if share >= SAID_AGAIN for t in found))
    return Carriage(goal, "dated", "absent" if loose else "carried", None, () if loose else tasks, loose)


def _span(m: re.Match[str], start: int) -> Span:
    return start + m.start() + len(m[0]) - len(m[0].lstrip()), start + m.start() + len(m[0].rstrip())


def figure(data: Mapping[str, Any]) -> str:
    """An indicator in a sentence: its own words where they are short, else name, value and unit."""
    quote = "".join(str(data.get("quote") or "").split())
    if quote and len(quote) <= 40:
        return quote
    value = data.get("value")
    return f"{data.get('name') or ''} {f'{value:.12g}' if isinstance(value, (int, float)) else value or ''}{data.get('unit') or ''}"
