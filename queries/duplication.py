"""The work that stands in several tasks of a plan, found over the graph: which tasks, which words, who answers, what differs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graphmodel.graph import AccountabilityGraph
from graphmodel.plan import Span
from queries.comparing import compared_tasks, own_words, placed
from queries.differing import differing
from queries.places import node_span
from queries.territory import helpers_of, only_peers, owners_of
from queries.wording import clauses

LARGEST = 12  # tasks of one entry; more of them are a list of peers, not one thing to mend


@dataclass(frozen=True, slots=True)
class Said:
    """A task of an entry: the words that another says too, and those of its own; spans in the document's text, in order."""

    task: str
    shared: tuple[Span, ...]
    own: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SameWork:
    """Tasks of one plan that say the same, in the plan's order. ``kind``: identical, near, contained, clause or title
    (queries/restated.py); ``similarity``: of the strongest pair, 0 to 1; ``weight``: characters that tell, in what they
    share; ``alike``, 0 to 1: the likeness of its heaviest pair of clauses; ``owners``, ``helpers``: whether they are the same in
    all of the tasks; ``figures``: task -> its figures in the shared words that another task gives otherwise."""

    doc: str
    kind: str
    similarity: float
    weight: float
    alike: float
    said: tuple[Said, ...]
    same_owners: bool
    same_helpers: bool
    figures: Mapping[str, tuple[str, ...]]

    @property
    def tasks(self) -> tuple[str, ...]:
        return tuple(s.task for s in self.said)


@dataclass(frozen=True, slots=True)
class _Link:
    """Two families (indices of their first tasks) that say the same, and the words."""

    one: int
    other: int
    kind: str
    similarity: float
    weight: float
    alike: float
    spans: tuple[tuple[Span, Span], ...]


def same_work(graph: AccountabilityGraph) -> list[SameWork]:
    """The entries of all plans, each plan by itself, the strongest first.

    Left out: what only territorial peers share, members of a series (other quarter, year, phase), a task that nobody holds
    beside one that somebody does (a text and its table), tasks that stand one within the other.
    """
    return list(graph.once("same work", lambda: _ordered(graph)))


def _ordered(graph: AccountabilityGraph) -> list[SameWork]:
    found = [entry for doc in graph.documents() for entry in _same_work(graph, doc)]
    order = {doc: n for n, doc in enumerate(graph.documents())}
    return sorted(found, key=lambda e: (e.kind != "identical", -e.similarity, -e.weight, order[e.doc], e.said[0].shared, e.tasks))


def _same_work(graph: AccountabilityGraph, doc: str) -> list[SameWork]:
    whole = compared_tasks(graph, doc)
    tasks, groups = whole.tasks, whole.groups
    links = [
        _Link(one, other, r.kind, r.similarity, r.weight, r.shared[0].likeness, placed(graph, tasks[one], tasks[other], r))
        for one, other, r in whole.pairs
        if r.kind != "overlap" and not (r.kind != "near" and _of_one_item(graph, tasks[r.one], tasks[r.other]))
    ]
    return [entry for members, held in _gathered(sorted(groups), groups, links) for entry in [_entry(graph, doc, tasks, members, groups, held)] if entry]


def _of_one_item(graph: AccountabilityGraph, one: str, other: str) -> bool:
    """Whether two tasks are sentences of one item, each with its own owner: the matter is one, the work is not."""
    a, b = graph.node(one), graph.node(other)
    return bool(a["number"]) and a["number"] == b["number"] and a["lines"][0] == b["lines"][0]


def _gathered(heads: Sequence[int], groups: Mapping[int, Sequence[int]], links: Sequence[_Link]) -> list[tuple[list[int], list[_Link]]]:
    """Families that all say one thing together: the strongest links first, another family joins when it is linked with all
    that are in, by words they share."""
    linked = {(k.one, k.other): k for k in links} | {(k.other, k.one): k for k in links}
    gathered: list[tuple[list[int], list[_Link]]] = []
    done: set[tuple[int, int]] = set()
    for link in links:
        if (link.one, link.other) in done:
            continue
        members, held = [link.one, link.other], [link]
        for head in heads:
            ties = [linked.get((m, head)) for m in members]
            size = sum(len(groups[m]) for m in (*members, head))
            if head not in members and size <= LARGEST and all(t and _meet(t, held) for t in ties):
                members.append(head)
                held += [t for t in ties if t]
        done.update((k.one, k.other) for k in held)
        gathered.append((sorted(members), held))
    alone = set(heads) - {m for members, _ in gathered for m in members}
    return gathered + [([h], []) for h in sorted(alone) if len(groups[h]) > 1]


def _meet(link: _Link, held: Iterable[_Link]) -> bool:
    """Whether the words of a link overlap those by which its members hold together already."""
    mine = [s for pair in link.spans for s in pair]
    return any(a < d and c < b for other in held for pair in other.spans for c, d in pair for a, b in mine)


def _entry(
    graph: AccountabilityGraph, doc: str, tasks: Sequence[str], members: Sequence[int], groups: Mapping[int, Sequence[int]], links: Sequence[_Link]
) -> SameWork | None:
    """One entry of all tasks of the families; None when only territorial peers are left."""
    all_of_them = [tasks[i] for i in sorted(i for m in members for i in groups[m])]
    if len(all_of_them) < 2 or only_peers(graph, all_of_them):
        return None
    shared: dict[str, list[Span]] = defaultdict(list)
    for link in links:
        for k in (0, 1):
            head = (link.one, link.other)[k]
            told = [pair[k] for pair in link.spans]
            shared[tasks[head]] += told
            for twin in groups[head][1:]:
                shared[tasks[twin]] += _likewise(graph, tasks[head], tasks[twin], told)
    twins = next((m for m in members if len(groups[m]) > 1 and not only_peers(graph, [tasks[i] for i in groups[m]])), None)
    if twins is not None:
        kind, similarity, alike = "identical", 1.0, 1.0
        weight = float(len(own_words(graph, tasks[twins])))
    else:
        best = max(links, key=lambda k: (k.similarity, k.weight))
        kind, similarity, weight, alike = best.kind, best.similarity, best.weight, best.alike
    return SameWork(
        doc=doc,
        kind=kind,
        similarity=similarity,
        weight=weight,
        alike=alike,
        said=tuple(_said(graph, t, shared.get(t)) for t in all_of_them),
        same_owners=len({owners_of(graph, t) for t in all_of_them}) == 1,
        same_helpers=len({helpers_of(graph, t) for t in all_of_them}) == 1,
        figures=_figures(graph, doc, tasks, [groups[m] for m in members], links),
    )


def _figures(graph: AccountabilityGraph, doc: str, tasks: Sequence[str], families: Sequence[Sequence[int]], links: Sequence[_Link]) -> dict[str, tuple[str, ...]]:
    """Task -> the figures in which it differs from another: between members of a family, and in the clauses of a link."""
    pairs = [(tasks[i], tasks[j], own_words(graph, tasks[i]), own_words(graph, tasks[j])) for held in families for i, j in zip(held, held[1:])]
    pairs += [(tasks[k.one], tasks[k.other], graph.words(doc, a), graph.words(doc, b)) for k in links for a, b in k.spans]
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for one, other, words, others in pairs:
        for task, values in zip((one, other), differing(words, others)):
            found[task].update(dict.fromkeys(values))
    return {task: tuple(values) for task, values in found.items() if values}


def _likewise(graph: AccountabilityGraph, task: str, twin: str, told: Iterable[Span]) -> list[Span]:
    """The clauses of a task with the same words that stand where ``told`` stand in the first; none where they are cut otherwise."""
    first, second = _clause_spans(graph, task), _clause_spans(graph, twin)
    return [second[first.index(span)] for span in told if span in first] if len(first) == len(second) else []


def _clause_spans(graph: AccountabilityGraph, task: str) -> list[Span]:
    start = node_span(graph, task)[0]
    return list(dict.fromkeys((start + c.span[0], start + c.span[1]) for c in clauses(own_words(graph, task))))


def _said(graph: AccountabilityGraph, task: str, shared: list[Span] | None) -> Said:
    start, end = node_span(graph, task)
    if not shared:
        return Said(task, ((start, end),), ())
    told = tuple(sorted(set(shared)))
    rest = set(_clause_spans(graph, task)) - set(told)
    return Said(task, told, tuple(sorted(rest)))
