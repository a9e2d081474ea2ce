"""The supervision ledger (督查台账): one row a dated step, target or deadline, by the month it is due; what has no date stands at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from graphmodel.graph import AccountabilityGraph
from queries.facts import indicator_text, last_day
from queries.places import title
from queries.printed import squeezed, unbroken
from queries.task_table import ANSWER, DEADLINE, HELP, LEAD, NUMBER, TITLE, WATCH, cells_of

WHOLE = "完成本项任务"
"""What is due where a task has a date and no step or figure of its own for it."""

_UNDATED = {"recurring": "定期", "continuous": "长期", "relative": "相对时限", "none": "无期限"}


@dataclass(frozen=True, slots=True)
class Due:
    """A row. ``day``: the last day of the date as precise as printed, None for what has none; ``block``: the month, or what stands for it.

    ``task``: the heading of the task, with its number; ``what``: the step or target in the words of the plan; ``printed``: the date as printed.
    """

    task_id: str
    day: date | None
    block: str
    task: str
    what: str
    lead: str
    answer: str
    help: str
    watch: str
    printed: str


def ledger(graph: AccountabilityGraph, doc: str) -> tuple[Due, ...]:
    """The rows of one document, by month, then as the plan prints them; then what comes again, what goes on, what has no date."""
    rows = [row for task in graph.tasks(doc) for row in _due(graph, task)]
    order = {block: n for n, block in enumerate(_UNDATED.values())}
    return tuple(sorted(rows, key=lambda r: (r.day is None, (r.day.year, r.day.month) if r.day else (order.get(r.block, 0), 0))))


def _due(graph: AccountabilityGraph, task: str) -> Iterator[Due]:
    node, cells = graph.node(task), cells_of(graph, task)
    lead, answer, helpers, watch = (_joined(cells.get(key, ())) for key in (LEAD, ANSWER, HELP, WATCH))
    number = _joined(cells.get(NUMBER, ()))
    name = f"{number}{'' if number.endswith('）') or not number else '.' if number.isdigit() else '、'}{_joined(cells.get(TITLE, ())) or title(graph, task)}"
    own, printed = _day(node["deadline"]), _joined(cells.get(DEADLINE, ()))
    block = _UNDATED.get(str(node["deadline_kind"] or "none"), "无期限")
    found: list[tuple[int, date | None, str, str]] = []
    for indicator in graph.indicators_of(task):
        data = graph.node(indicator)
        words = unbroken(str(data["quote"]))
        told = len(squeezed(words)) > 4 and squeezed(words) in squeezed(str(node["text"]))
        day = _day(data["by"])
        found.append(
            (data["span"][0], day or own, words if told else indicator_text(graph, indicator), printed if day in (None, own) else _in_words(str(data["by"])))
        )
    for milestone in graph.milestones_of(task):
        data = graph.node(milestone)
        found.append((data["span"][0], _day(data["by"]) or own, unbroken(str(data["text"])), unbroken(str(data["printed"] or printed))))
    if not found or own is not None and all(day != own for _, day, *_ in found):
        found.append((node["span"][1], own, WHOLE if own else "", printed))
    seen: set[tuple[date | None, str]] = set()
    for _, day, what, when in sorted(found, key=lambda f: f[0]):
        if (day, what) not in seen:
            seen.add((day, what))
            yield Due(task, day, _month(day) if day else block, name, what, lead, answer, helpers, watch, when)


def _day(iso: object) -> date | None:
    try:
        return date.fromisoformat(last_day(str(iso)) or "") if iso else None
    except ValueError:
        return None


def _in_words(iso: str) -> str:
    """A date as precise as it was printed: 2025年 · 2025年6月 · 2025年底 · 2025年6月底 · 2025年6月15日."""
    year, month, day = (*(int(part) for part in iso.split("-")), 0, 0)[:3]
    if not month:
        return f"{year}年"
    if (month, day) == (12, 31):
        return f"{year}年底"
    last = day and date(year, month, day) == _day(f"{year:04d}-{month:02d}")
    return f"{year}年{month}月" + ("底" if last else f"{day}日" if day else "")


def _month(day: date) -> str:
    return f"{day.year}年{day.month}月"


def _joined(paragraphs: tuple[str, ...]) -> str:
    return "".join(paragraphs)
