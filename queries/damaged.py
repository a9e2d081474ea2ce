"""Damaged text: characters lost, run together, doubled or mistaken. Never repaired; each spot comes with what was probably meant.

A kind of damage is one file of ``queries/damage``: a function ``Paper -> spots`` made a value by ``@damage``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from graphmodel.finding import Level, Words
from graphmodel.graph import AccountabilityGraph
from graphmodel.plan import Span
from graphmodel.text import Lines, fold
from queries.places import lines_of_text, node_span


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a text is damaged. ``what``: what is wrong there, after the quote (缺少右括号); ``meant``: the words as they probably were, None
    where nobody can say; ``level``: lower than the rule's own."""

    span: Span
    what: Words
    meant: str | None = None
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of damage."""

    name: str
    spots: Callable[[Paper], Iterator[Spot]]


def damage(function: Callable[[Paper], Iterator[Spot]]) -> Kind:
    """Makes a function ``Paper -> spots`` a kind of damage, named like itself."""
    return Kind(function.__name__.replace("_", "-"), function)


class Paper:
    """The text of one document as the kinds of damage look at it. ``text``: as it is; ``folded``: character for character."""

    def __init__(self, graph: AccountabilityGraph, doc: str) -> None:
        self.graph, self.doc = graph, doc
        self.text = graph.text_of(doc)
        self.folded = fold(self.text)
        self.lines: Lines = lines_of_text(self.text)

    @cached_property
    def blocks(self) -> tuple[Span, ...]:
        """The lines that are not blank, without white space at their ends."""
        found = []
        for start, end in zip(self.lines.starts, self.lines.ends):
            line = self.folded[start:end]
            if words := line.strip():
                begin = start + line.index(words[0])
                found.append((begin, begin + len(words)))
        return tuple(found)

    @cached_property
    def printed(self) -> dict[str, int]:
        """Every printed form of a body of this document -> how often it holds a duty."""
        counts: dict[str, int] = defaultdict(int)
        for department in self.graph.departments(self.doc):
            for form in self.graph.node(department).get("printed") or ():
                counts[fold(str(form))] += 0
        for kind in ("LEADS", "COOPERATES", "SUPERVISES"):
            for edge in self.graph.edges(kind, self.doc):
                counts[fold(str(edge.data.get("printed") or ""))] += 1
        counts.pop("", None)
        return dict(counts)

    def task_at(self, span: Span) -> str | None:
        """The task in whose words the span lies."""
        from bisect import bisect_right

        starts, tasks = self._tasks
        n = bisect_right(starts, span[0]) - 1
        return tasks[n] if n >= 0 and span[0] < node_span(self.graph, tasks[n])[1] else None

    @cached_property
    def _tasks(self) -> tuple[list[int], list[str]]:
        ordered = sorted(self.graph.tasks(self.doc), key=lambda t: node_span(self.graph, t))
        return [node_span(self.graph, t)[0] for t in ordered], ordered


@dataclass(frozen=True, slots=True)
class Damaged:
    """The spots of one kind on one line."""

    doc: str
    kind: str
    task: str | None
    spots: tuple[Spot, ...]


def damaged(graph: AccountabilityGraph) -> list[Damaged]:
    """By document, then by place; spots of one kind on one line stand together, and a spot inside another one is left out."""
    import queries.damage
    from graphmodel.discovery import collect

    found: list[Damaged] = []
    for doc in graph.documents():
        paper = Paper(graph, doc)
        held: dict[tuple[int, str], list[Spot]] = defaultdict(list)
        taken: set[int] = set()
        for kind in collect(queries.damage, Kind):
            for spot in kind.spots(paper):
                if not taken.isdisjoint(range(*spot.span)):
                    continue
                taken.update(range(*spot.span))
                held[paper.lines.at(spot.span[0]), kind.name].append(spot)
        for (_, name), spots in sorted(held.items()):
            found.append(Damaged(doc, name, paper.task_at(spots[0].span), tuple(sorted(spots, key=lambda s: s.span))))
    return found
