"""Tasks of a plan that say something alike under different owners, and are neither one work said twice nor one target given twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from graphmodel.plan import Span
from graphmodel.text import fold
from queries.answering import in_general_part
from queries.comparing import compared_tasks, placed
from queries.duplication import LARGEST, same_work
from queries.owners import is_collective
from queries.places import node_span
from queries.restated import Shared
from queries.targets import same_targets
from queries.territory import ground_of, owners_of

ALIKE, TELLING, SHARE = 0.65, 3.5, 0.12  # one clause of both: its likeness, the characters that tell, the share of the lighter task
SEVERAL, MUCH = 6.0, 0.25  # several clauses together: the characters that tell, the share
_BODIES = pattern(r"(?:[局委办院厅部]|政府|公司|集团|银行|管委会\)?|单位|部门)\s{0,9}$|[|\t]")  # what was read of a list of units
_GENERAL = pattern(r"^\s{0,9}(?:以|为|主动|自觉|接受|坚持|严格|落实|每|定期|按)")  # 以满足…需求 · 接受社会监督 · 每周召开一次调度会


@dataclass(frozen=True, slots=True)
class Overlap:
    """Tasks of one plan that overlap, in its order. ``places``: task -> the clauses that are alike, in order; ``similarity``: of the
    clauses most alike, 0 to 1."""

    doc: str
    tasks: tuple[str, ...]
    places: dict[str, tuple[Span, ...]]
    similarity: float


def overlaps(graph: AccountabilityGraph) -> list[Overlap]:
    """The entries of all plans, each plan by itself, the most alike first.

    Left out: tasks of which one owner is the same, or whose owners help each other in both; a place beside a bureau, which carries out
    on its ground what the other plans; collectives; general demands; and owners between whom a duplicate or a shared
    target (DUP201, DUP202) is told already.
    """
    found = [entry for doc in graph.documents() for entry in _of(graph, doc)]
    order = {doc: n for n, doc in enumerate(graph.documents())}
    return sorted(found, key=lambda o: (-o.similarity, order[o.doc], [node_span(graph, t) for t in o.tasks]))


def _of(graph: AccountabilityGraph, doc: str) -> list[Overlap]:
    whole = compared_tasks(graph, doc)
    told = graph.once("told by DUP201 and DUP202", lambda: _told(graph))
    clauses: dict[str, dict[Span, None]] = defaultdict(dict)
    alike: dict[frozenset[str], float] = {}
    for one, other, pair in whole.pairs:
        if pair.kind != "overlap":
            continue
        tasks = whole.tasks[one], whole.tasks[other]
        if not _apart(graph, *tasks) or _told_between(graph, told, *tasks):
            continue
        spans = placed(graph, *tasks, pair)
        work = [(s, p) for s, p in zip(pair.shared, spans) if all(_is_work(graph, doc, span) for span in p)]
        own = [s for s, p in work if not _of_target(graph, tasks[0], p[0]) and not _of_target(graph, tasks[1], p[1])]
        if own and _enough([s for s, _ in work], own, pair.share):
            alike[frozenset(tasks)] = max(s.likeness for s, _ in work)
            for _, p in work:
                for task, span in zip(tasks, p):
                    clauses[task][span] = None
    return [_entry(doc, whole.tasks, group, clauses, alike) for group in _gathered(alike)]


def _enough(work: list[Shared], own: list[Shared], share: float) -> bool:
    """Whether clauses that are alike amount to similar work. ``own``: those without a target of their own."""
    strong = any(s.weight >= TELLING and s.likeness >= ALIKE for s in own) and share >= SHARE
    return strong or (len(work) > 1 and sum(s.weight for s in work) >= SEVERAL and share >= MUCH)


def _entry(doc: str, tasks: tuple[str, ...], group: frozenset[str], clauses: dict[str, dict[Span, None]], alike: dict[frozenset[str], float]) -> Overlap:
    held = tuple(t for t in tasks if t in group)
    return Overlap(doc, held, {t: tuple(sorted(clauses[t])) for t in held}, max(a for pair, a in alike.items() if pair <= group))


def _gathered(pairs: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Pairs that share a task are one entry, up to ``LARGEST`` tasks."""
    of: dict[str, set[str]] = {}
    for pair in pairs:
        together = [of.get(t, {t}) for t in sorted(pair)]
        joined = together[0] | together[1]
        if len(joined) <= LARGEST:
            for t in joined:
                of[t] = joined
    return [frozenset(g) for g in {id(g): g for g in of.values()}.values()]


def _apart(graph: AccountabilityGraph, one: str, other: str) -> bool:
    """Whether two tasks have different single owners who are not told to work together on both."""
    first, second = graph.leads_of(one), graph.leads_of(other)
    if owners_of(graph, one) & owners_of(graph, other) or in_general_part(graph, one) or in_general_part(graph, other):
        return False
    if any(is_collective(graph, d) or ground_of(graph, d) for d in (*first, *second)):
        return False
    return not (set(first) & set(graph.helpers_of(other)) and set(second) & set(graph.helpers_of(one)))


def _told(graph: AccountabilityGraph) -> dict[str, frozenset[str]]:
    """Task -> the owners of the tasks that are told to be one work or to share a target with it."""
    found: dict[str, set[str]] = defaultdict(set)
    for tasks in (*(e.tasks for e in same_work(graph)), *(e.tasks for e in same_targets(graph))):
        owners = frozenset().union(*(owners_of(graph, t) for t in tasks))
        for task in tasks:
            found[task] |= owners
    return {task: frozenset(owners - owners_of(graph, task)) for task, owners in found.items()}


def _told_between(graph: AccountabilityGraph, told: dict[str, frozenset[str]], one: str, other: str) -> bool:
    none: frozenset[str] = frozenset()
    return bool(told.get(one, none) & owners_of(graph, other) or told.get(other, none) & owners_of(graph, one))


def _is_work(graph: AccountabilityGraph, doc: str, span: Span) -> bool:
    """Whether a clause says what is done, and not by whom or in what spirit."""
    words = fold(graph.words(doc, span))
    return not (_BODIES.search(words) or _GENERAL.match(words))


def _of_target(graph: AccountabilityGraph, task: str, span: Span) -> bool:
    """Whether a figure of the task stands in the clause: it then tells a result; what names have in common is for DUP202."""
    return any(a < span[1] and span[0] < b for a, b in (node_span(graph, i) for i in graph.indicators_of(task)))
