"""The same task once: an item of the body that an annexed table lists again. Where the two say different things both stay, and the audit says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from graphmodel.patterns import pattern
from graphmodel.plan import Span, Task
from graphmodel.text import squeeze

_TITLE_END = pattern(r"[。：:；;]")
_SHORTEST = 4
"""Characters (without marks) of words that are compared from end to end."""


def without_restated(tasks: tuple[Task, ...], in_tables: Mapping[int, str]) -> tuple[tuple[Task, ...], tuple[Span, ...]]:
    """``in_tables``: where the tasks of tables begin, and the words of their cells of work alone. Gives the tasks in order, and the spans of those left out.

    An item that nobody answers for and that a table allots in the same words is the table's. An item that a table repeats word for word, or
    by its first sentence alone, and whose owners, helpers, figures and deadline do not contradict it is one task, that of the body, with the bodies,
    the deadline and the figures that only the table has.
    """
    if not in_tables or all(t.span[0] in in_tables for t in tasks):
        return tasks, ()
    words = {t.span: _bare(t.text) for t in tasks}
    owned = [words[t.span] for t in tasks if t.duties and len(words[t.span]) > 8]
    rows: dict[str, list[Task]] = {}
    for t in tasks:
        if t.span[0] in in_tables and t.duties and len(words[t.span]) >= _SHORTEST:
            for said in dict.fromkeys((words[t.span], _bare(in_tables[t.span[0]]))):
                rows.setdefault(said, []).append(t)
    gone: list[Span] = []
    mended: dict[Span, Task] = {}
    for t in tasks:
        if t.span[0] in in_tables:
            continue
        said = words[t.span]
        if not t.duties:
            if any(said[:16] in o or said[8:28] in o or o[:24] in said for o in owned):
                gone.append(t.span)
            continue
        twins = rows.get(said) or rows.get(_bare(_TITLE_END.split(t.text, maxsplit=1)[0]), [])
        if len(twins) == 1 and twins[0].span not in gone and _agree(t, twins[0]):
            mended[t.span] = _with(t, twins[0])
            gone.append(twins[0].span)
            twins.clear()
    left_out = frozenset(gone)
    return tuple(mended.get(t.span, t) for t in tasks if t.span not in left_out), tuple(gone)


def _bare(text: str) -> str:
    return pattern(r"\W").sub("", text)


def _roles(t: Task) -> dict[str, str]:
    return {d.unit.department or squeeze(d.unit.printed): d.role for d in t.duties if d.basis != "inherited"}


def _agree(a: Task, b: Task) -> bool:
    """Whether nothing that one of them says contradicts the other: the bodies of one are among the other's in the same roles; dates and figures are
    equal, or one of them has none."""
    mine, other = sorted((_roles(a), _roles(b)), key=len)
    if any(other.get(unit) != role for unit, role in mine.items()):
        return False
    leads = [{u for u, role in roles.items() if role == "LEADS"} for roles in (mine, other)]
    if leads[0] and leads[0] != leads[1]:
        return False
    if a.deadline.span and b.deadline.span and (a.deadline.date, a.deadline.kind) != (b.deadline.date, b.deadline.kind):
        return False
    figures = [sorted((i.op, str(i.value), i.unit) for i in t.indicators) for t in (a, b)]
    return not figures[0] or not figures[1] or figures[0] == figures[1]


def _with(kept: Task, left: Task) -> Task:
    """The task of the body with what only the table says."""
    return replace(
        kept,
        duties=kept.duties if len(left.duties) <= len(kept.duties) else (*left.duties, *(d for d in kept.duties if d.basis == "inherited")),
        deadline=kept.deadline if kept.deadline.span or not left.deadline.span else left.deadline,
        indicators=kept.indicators or left.indicators,
        overseers=kept.overseers or left.overseers,
    )
