"""The account: what was read of each plan and what was not. Printed with every answer, so that nobody takes silence for understanding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphmodel.contract import DUTIES
from viz.format import Lang
from viz.seen import visible

if TYPE_CHECKING:
    from graphmodel.graph import AccountabilityGraph

MANY = 12
"""Above this number of plans only those that want attention get a line of their own."""
_SHOWN_LINES = 8


@dataclass(frozen=True, slots=True)
class Account:
    """Counts of one document. ``lines``: those that are not blank; ``unread``: (line number, reason), the text's own order."""

    doc: str
    source: str
    lines: int
    tasks: int
    duties: int
    unread: tuple[tuple[int, str], ...]


def account(graph: AccountabilityGraph) -> tuple[Account, ...]:
    """The account of every document of the graph, in its order."""
    duties = dict.fromkeys(graph.documents(), 0)
    for kind in DUTIES:
        for edge in graph.edges(kind):
            duties[edge.data["doc"]] += 1
    return tuple(
        Account(
            doc=doc,
            source=graph.node(doc)["source"] or doc,
            lines=sum(1 for line in graph.node(doc)["text"] if line.strip()),
            tasks=len(graph.tasks(doc)),
            duties=duties[doc],
            unread=tuple(_unread(graph.node(doc)["unread"] or ())),
        )
        for doc in graph.documents()
    )


def account_lines(accounts: tuple[Account, ...], lang: Lang) -> list[str]:
    """The account in words: a line a plan, and a line for all if there are several.

    Of many plans only those have their own line in which something was not understood or nobody has a duty."""
    few = len(accounts) <= MANY
    told = [_line(a, lang) for a in accounts if few or a.unread or not a.duties]
    if len(accounts) > 1:
        counts = [sum(n) for n in zip(*((a.lines, a.tasks, a.duties, len(a.unread)) for a in accounts))]
        told.append(
            _counts(
                f"共 {len(accounts)} 份方案" if lang == "zh" else f"{len(accounts)} plans in all",
                (counts[0], counts[1], counts[2], counts[3]),
                lang,
            )
        )
    return told


def _line(a: Account, lang: Lang) -> str:
    told = _counts(visible(a.source), (a.lines, a.tasks, a.duties, len(a.unread)), lang)
    if not a.unread:
        return told
    numbers = ", ".join(str(n) for n, _ in a.unread[:_SHOWN_LINES]) + (" …" if len(a.unread) > _SHOWN_LINES else "")
    return f"{told}（第 {numbers.replace(', ', '、')} 行）" if lang == "zh" else f"{told} ({numbers})"


def _counts(of: str, counts: tuple[int, int, int, int], lang: Lang) -> str:
    lines, tasks, duties, unread = counts
    if lang == "zh":
        return f"{of}：{lines} 行，{tasks} 项任务，{duties} 条分工，{unread} 行未读懂"
    return f"{of}: {_n(lines, 'line')}, {_n(tasks, 'task')}, {_n(duties, 'dut', 'y', 'ies')}, {_n(unread, 'line')} not understood"


def _n(number: int, word: str, one: str = "", many: str = "s") -> str:
    return f"{number} {word}{one if number == 1 else many}"


def _unread(entries: Iterable[str]) -> Iterable[tuple[int, str]]:
    """``"12: reason"`` -> (12, reason)."""
    for entry in entries:
        number, _, reason = entry.partition(":")
        yield int(number), reason.strip()
