"""A plan's tasks compared by their own words: once for a graph, for all rules and tables that speak of like work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from graphmodel.plan import Span
from queries.parts import restated_in_table
from queries.places import node_span
from queries.restated import Restated, compared, families
from queries.series import phase
from queries.territory import by_the_way, owners_of

_BUREAU = pattern(r"(?:局|委|办|院|厅|部|署|中心|大队|支队|公司|集团|银行|协会|社)$")


@dataclass(frozen=True, slots=True)
class Compared:
    """The tasks of a plan compared by their words. ``groups``: index of the first task of a family -> the indices of all; ``pairs``: of
    such first tasks (``one``, ``other``: indices of ``tasks``) that may be one work or parts of it, strongest first."""

    tasks: tuple[str, ...]
    groups: Mapping[int, Sequence[int]]
    pairs: tuple[tuple[int, int, Restated], ...]


def compared_tasks(graph: AccountabilityGraph, doc: str) -> Compared:
    """The comparison of a plan's tasks, made once for a graph."""
    return graph.once(("compared tasks", doc), lambda: _compared(graph, doc))


def _compared(graph: AccountabilityGraph, doc: str) -> Compared:
    tasks = graph.tasks(doc)
    texts = [own_words(graph, t) for t in tasks]
    phases = [phase(tuple(graph.node(t).get("section") or ())) for t in tasks]
    aside = by_the_way(graph, doc)
    groups: dict[int, list[int]] = {}
    for members in families(texts):
        alike: dict[object, list[int]] = defaultdict(list)
        for i in members:
            alike[phases[i], tasks[i] in aside, *_standing(graph, tasks[i])].append(i)
        groups.update({held[0]: held for held in alike.values()})
    heads = sorted(groups)
    pairs = []
    for r in compared([texts[i] for i in heads]):
        one, other = heads[r.one], heads[r.other]
        if r.kind == "near" and (tasks[one] in aside) != (tasks[other] in aside):
            continue
        if _one_work(graph, tasks[one], tasks[other], phases[one], phases[other], r.kind == "near"):
            pairs.append((one, other, r))
    return Compared(tuple(tasks), groups, tuple(pairs))


def own_words(graph: AccountabilityGraph, task: str) -> str:
    """The task's words at its span, character for character; the statements that allot it, and the
    bureaus it names, blanked."""
    start, end = node_span(graph, task)
    words = list(graph.words(graph.document_of(task), (start, end)))
    for edge in graph.duties_of(task):
        if edge.data.get("doc") == graph.document_of(task):
            (a, b), blank = edge.data.get("statement") or (0, 0), "。"
            if edge.data.get("basis") == "text" or b - a > (end - start) / 2:  # A会同B办…: the statement is the task
                (a, b), blank = edge.data.get("span") or (0, 0), " "
            if start <= a < end:
                words[a - start : min(b, end) - start] = [blank] * (min(b, end) - a)
    for edge in graph.mentions_of(task):
        a, b = edge.data.get("span") or (0, 0)
        if start <= a and b <= end and _BUREAU.search(str(edge.data.get("printed") or "")):
            words[a - start : b - start] = [" "] * (b - a)
    return "".join(words)


def _one_work(graph: AccountabilityGraph, one: str, other: str, phase_one: str | None, phase_other: str | None, near: bool) -> bool:
    """Whether two tasks with the same words may be one work said twice. ``near``: as a whole, not in part."""
    if phase_one and phase_other and phase_one != phase_other:
        return False
    (a, b), (c, d) = node_span(graph, one), node_span(graph, other)
    if a < d and c < b:
        return False
    held = bool(graph.leads_of(one)), bool(graph.leads_of(other))
    if held[0] != held[1] or (not near and not held[0]):
        return False
    if owners_of(graph, one) != owners_of(graph, other):
        return True
    first, second = graph.node(one), graph.node(other)
    dated = first.get("deadline_kind") == second.get("deadline_kind") == "date"
    differ = dated and first.get("deadline") != second.get("deadline")
    return not differ or restated_in_table(graph, (one, other))  # a table is no series: it has to agree with the body


def _standing(graph: AccountabilityGraph, task: str) -> tuple[object, ...]:
    """What tasks with the same words must have in common to be one family: whether somebody answers, the date."""
    node = graph.node(task)
    return bool(graph.leads_of(task)), node.get("deadline") if node.get("deadline_kind") == "date" else None


def placed(graph: AccountabilityGraph, one: str, other: str, pair: Restated) -> tuple[tuple[Span, Span], ...]:
    """The shared clauses as spans of the document's text."""
    a, b = node_span(graph, one)[0], node_span(graph, other)[0]
    return tuple(((a + s.one[0], a + s.one[1]), (b + s.other[0], b + s.other[1])) for s in pair.shared)
