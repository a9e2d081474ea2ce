"""Lists headed by the body whose duties they hold (市水利局: (1)… (2)…), and what one list says of another body."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from graphmodel.graph import AccountabilityGraph, Edge
from graphmodel.patterns import pattern
from graphmodel.plan import Span
from graphmodel.text import fold
from queries.answering import words_of
from queries.owners import is_collective, is_standing_office, owner
from queries.wording import clauses

FEWEST = 3  # lists that make a plan of headed lists
SAME_OBJECT = 4  # characters in a row, stock phrases aside, that two wordings of one work share
SOME_OBJECT = 2  # the same, where the other list names the first body besides, or the first body only helps
MOST = 12  # items of one list that are compared because of one run of characters
_NUMBER = pattern(r"^\s*(?:[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}[.、])?\s*")  # (三)市水利局
_ASIDE = pattern(r"[(][^()]{0,40}[)]")  # 管委会(含三个片区)
_TOGETHER = pattern(r"(?:积极|主动|全力|切实|负责){0,2}(?:配合|协助|会同|联合|协同|协调|商)")
_WITH_OTHERS = pattern(r"会同|配合|协同|联合|协调|各有关|有关部门|相关部门|有关单位|相关单位|成员单位")


def lists_of(graph: AccountabilityGraph, doc: str) -> dict[str, list[str]]:
    """Body -> the tasks of the list it heads, in the order of the plan; {} in a plan with fewer than three such lists."""
    named: dict[str, str] = {}
    for d in graph.departments(doc):
        for printed in graph.node(d).get("printed") or ():
            named.setdefault(_bare(str(printed)), d)
    known: dict[str, tuple[str, ...]] = {}
    found: dict[str, list[str]] = {}
    for task in graph.tasks(doc):
        for name in reversed(graph.node(task).get("section") or ()):
            if name not in known:
                known[name] = _heads(named, _bare(str(name)))
            if known[name]:
                for d in known[name]:
                    found.setdefault(d, []).append(task)
                break
    return found if len(found) >= FEWEST else {}


def _heads(named: dict[str, str], name: str) -> tuple[str, ...]:
    whole = named.get(name)
    if whole:
        return (whole,)
    parts = [named.get(part) for part in name.split("、")]
    return tuple(d for d in parts if d) if all(parts) else ()


def _bare(name: str) -> str:
    return _ASIDE.sub("", _NUMBER.sub("", fold(name))).strip().rstrip(":。").strip()


@dataclass(frozen=True, slots=True)
class Unreturned:
    """``task`` of the list of ``by`` names ``partner``, whose own list does not name ``by`` for that work. ``helping``: ``by`` helps the
    partner (配合), else it works with it (会同); ``words``: the span of the partner's name; ``same``: the task of the partner's list that
    holds the work without naming ``by``, None when no task does."""

    task: str
    by: str
    partner: str
    helping: bool
    words: Span
    same: str | None


def unreturned(graph: AccountabilityGraph) -> list[Unreturned]:
    """In the order of the tasks; in plans that head lists with bodies only."""
    found: list[Unreturned] = []
    for doc in graph.documents():
        lists = lists_of(graph, doc)
        heads: dict[str, list[str]] = defaultdict(list)
        for d, tasks in lists.items():
            for t in tasks:
                heads[t].append(d)
        known = _Lists(graph, lists)
        for task in graph.tasks(doc):
            if len(heads.get(task, ())) == 1:
                found += _of_task(graph, known, task, heads[task][0])
    return found


def _of_task(graph: AccountabilityGraph, known: _Lists, task: str, by: str) -> Iterator[Unreturned]:
    seen: set[str] = set()
    duties = graph.duties_of(task)
    helps = any(e.source == by and e.type == "COOPERATES" for e in duties)
    for edge in duties:
        partner = edge.source
        if partner in seen or partner not in known.single or not _said(edge) or owner(graph, by) == owner(graph, partner):
            continue
        seen.add(partner)
        if known.answered(task, by, partner):
            continue
        alike = known.alike(task, partner, SAME_OBJECT) or (known.alike(task, partner, SOME_OBJECT) if helps else [])
        if alike and _WITH_OTHERS.search(words_of(graph, alike[0])):
            continue
        start, end = (int(n) for n in edge.data["span"])
        yield Unreturned(task, by, partner, helps, (start, end), alike[0] if alike else None)


def _said(edge: Edge) -> bool:
    """Whether the task's own sentence says it: what a label allots (配合单位:…) or a clause for all lays on a body needs no echo."""
    return edge.data.get("basis") in ("text", "verb") and edge.type != "SUPERVISES"


class _Lists:
    """The lists of one plan with what they say: looked up once, asked for each cooperation."""

    def __init__(self, graph: AccountabilityGraph, lists: dict[str, list[str]]) -> None:
        self.graph, self.lists = graph, lists
        self.single = frozenset(d for d in lists if not is_collective(graph, d) and not is_standing_office(graph, d))
        printed = {fold(str(p)) for d in lists for p in graph.node(d).get("printed") or ()}
        self._bodies = re.compile("|".join(re.escape(p) for p in sorted(printed, key=lambda p: (-len(p), p)))) if printed else None
        self._index: dict[tuple[str, int], dict[str, list[str]]] = {}
        self._naming: dict[tuple[str, str], list[str]] = {}
        self._cores: dict[str, list[str]] = {}

    def alike(self, task: str, body: str, size: int) -> list[str]:
        """The tasks of a body's list that share so many characters in a row with the task, those that share most first."""
        if (body, size) not in self._index:
            index: dict[str, list[str]] = defaultdict(list)
            for t in self.lists[body]:
                for gram in self._grams(t, size):
                    if len(index[gram]) < MOST:
                        index[gram].append(t)
            self._index[body, size] = index
        held = self._index[body, size]
        return [t for t, _ in Counter(t for gram in self._grams(task, size) for t in held.get(gram, ())).most_common()]

    def answered(self, task: str, by: str, partner: str) -> bool:
        """Whether an item of the partner's list names ``by`` and shares some of the task's object."""
        if (partner, by) not in self._naming:
            self._naming[partner, by] = [t for t in self.lists[partner] if _names(self.graph, t, by)][:MOST]
        wanted = set(self._grams(task, SOME_OBJECT))
        return any(not wanted.isdisjoint(self._grams(t, SOME_OBJECT)) for t in self._naming[partner, by])

    def _grams(self, task: str, size: int) -> list[str]:
        """The runs of so many characters in the words that carry a task, the names of bodies and the verbs of helping aside."""
        cores = self._cores.get(task)
        if cores is None:
            words = words_of(self.graph, task)
            words = _TOGETHER.sub("", self._bodies.sub("", words) if self._bodies else words)
            cores = self._cores[task] = [c.core for c in clauses(words)]
        return list(dict.fromkeys(core[i : i + size] for core in cores for i in range(len(core) - size + 1)))


def _names(graph: AccountabilityGraph, task: str, body: str) -> bool:
    if any(e.source == body for e in graph.duties_of(task) if e.data.get("basis") != "heading"):
        return True
    words = words_of(graph, task)
    return any(fold(str(p)) in words for p in graph.node(body).get("printed") or () if len(str(p)) > 2)
