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
from graphmodel.plan import Span
from queries.answering import words_of
from queries.likeness import bare, bare_unit, name_likeness, pairs
from queries.places import node_span

NEARLY = 0.85  # likeness of names that are one indicator, whatever the value
WITH_VALUE = 0.6  # likeness that is enough when value and unit are the same too
SAID_AGAIN = 0.6  # share of a dated goal's pairs of characters that one task must hold
TOUCHED = 0.5  # the same for a clause of a goal without figure and date

Status = Literal["carried", "named", "absent"]
Sort = Literal["figure", "words", "dated", "qualitative"]

_TITLE = re.compile(r"《[^《》]{1,80}》")  # a cited document says nothing about this plan's work
_DATE = re.compile(
    r"\d{4}\s?年(?:\s?\d{1,2}\s?月)?(?:\s?\d{1,2}\s?日)?(?:年?底|末|初)?(?:以?前|之前)?|[“”]?十[一二三四五六七]五[“”]?(?:期间|时期|末)?"
)
_FRAME = re.compile(r"以|为(?:工作|创建|总|奋斗)?目标|确保|力争|努力|争取|到|如期|全面|基本|顺利|实现|不断|进一步|明显|显著")
_CLAUSE = re.compile(r"[^。;,;,\n\r]{6,120}")
_RESULT = re.compile(
    r"形成|提高|提升|增强|改善|建成|创建|实现|完成|建立|显著|明显|全面|稳步|达到|取得|打造|保持|好转|优化|凸显|健全|完善|建设"
)


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
    task: str
    name: str
    value: object
    unit: str


def carriages(graph: AccountabilityGraph) -> list[Carriage]:
    """Every goal and figure with its state, in the order of the graph; goals that a body answers for directly, and documents without tasks,
    are left out."""
    tasks: dict[str, list[str]] = defaultdict(list)
    for task in graph.tasks():
        tasks[graph.document_of(task)].append(task)
    held = {doc: _held(graph, own) for doc, own in tasks.items()}
    texts = {doc: {t: _TITLE.sub("", words_of(graph, t)) for t in own} for doc, own in tasks.items()}
    index = {doc: _index(own) for doc, own in texts.items()}
    found: list[Carriage] = []
    for goal in graph.goals():
        doc = graph.document_of(goal)
        if doc not in tasks or graph.duties_of(goal):
            continue
        figures = list(graph.indicators_of(goal))
        for indicator in figures:
            found.append(_figure(graph, goal, indicator, held[doc], texts[doc]))
        if not figures:
            found += _sentence(graph, goal, texts[doc], index[doc])
    return found


def _held(graph: AccountabilityGraph, tasks: list[str]) -> list[_Held]:
    found = []
    for task in tasks:
        for indicator in graph.indicators_of(task):
            data = graph.node(indicator)
            if data.get("value") is not None:
                found.append(_Held(task, str(data.get("name") or ""), data["value"], bare_unit(str(data.get("unit") or ""))))
    return found


def _figure(graph: AccountabilityGraph, goal: str, indicator: str, held: list[_Held], texts: dict[str, str]) -> Carriage:
    data = graph.node(indicator)
    name, value, unit = str(data.get("name") or ""), data.get("value"), bare_unit(str(data.get("unit") or ""))
    sort: Sort = "words" if isinstance(value, str) else "figure"
    same = []
    for h in held:
        if unit and h.unit and unit != h.unit:
            continue
        likeness = name_likeness(name, h.name)
        if likeness >= NEARLY or (likeness >= WITH_VALUE and h.value == value):
            same.append(h.task)
    if same:
        return Carriage(goal, sort, "carried", indicator, tuple(dict.fromkeys(same)))
    wanted = bare(name)
    named = [t for t, text in texts.items() if len(wanted) >= 3 and wanted in bare(text)]
    printed = value if isinstance(value, str) else f"{value:g}" if isinstance(value, (int, float)) else ""
    carrying = [t for t in named if printed and re.search(rf"(?<![\d.]){re.escape(printed)}(?:\.0+)?(?![\d.])", texts[t])]
    if carrying or (named and sort == "words"):
        return Carriage(goal, sort, "carried", indicator, tuple(carrying or named))
    return Carriage(goal, sort, "named" if named else "absent", indicator, tuple(named))


def _index(texts: dict[str, str]) -> dict[str, list[str]]:
    """Pair of characters -> the tasks that hold it."""
    found: dict[str, list[str]] = defaultdict(list)
    for task, text in texts.items():
        for pair in sorted(pairs(text)):
            found[pair].append(task)
    return found


def _best(wanted: frozenset[str], index: dict[str, list[str]]) -> tuple[float, tuple[str, ...]]:
    """The largest share of the pairs that one task holds, and the tasks that hold as much."""
    hits = Counter(task for pair in sorted(wanted) for task in index.get(pair, ()))
    if not wanted or not hits:
        return (1.0 if not wanted else 0.0), ()
    most = max(hits.values())
    return most / len(wanted), tuple(t for t, n in hits.items() if n == most)


def _sentence(graph: AccountabilityGraph, goal: str, texts: dict[str, str], index: dict[str, list[str]]) -> list[Carriage]:
    text = words_of(graph, goal)
    if graph.node(goal).get("by") or _DATE.search(text):
        share, tasks = _best(pairs(_FRAME.sub("", _DATE.sub("", text))), index)
        return [Carriage(goal, "dated", "carried" if share >= SAID_AGAIN else "absent", None, tasks if share >= SAID_AGAIN else ())]
    start = node_span(graph, goal)[0]
    loose = []
    for m in _CLAUSE.finditer(text):
        wanted = pairs(_FRAME.sub("", _TITLE.sub("", m[0])))
        if _RESULT.search(m[0]) and len(wanted) >= 4 and _best(wanted, index)[0] < TOUCHED:
            lead = len(m[0]) - len(m[0].lstrip())
            loose.append((start + m.start() + lead, start + m.end()))
    return [Carriage(goal, "qualitative", "absent" if loose else "carried", None, (), tuple(loose))]


def figure(data: Mapping[str, Any]) -> str:
    """An indicator in a sentence: its own words where they are short, else name, value and unit."""
    quote = "".join(str(data.get("quote") or "").split())
    if quote and len(quote) <= 40:
        return quote
    value = data.get("value")
    return f"{data.get('name') or ''} {f'{value:.12g}' if isinstance(value, (int, float)) else value or ''}{data.get('unit') or ''}"
