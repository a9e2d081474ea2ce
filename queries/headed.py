"""Lists headed by the body whose duties they hold (市水利局: (1)… (2)…), and what one list says of another body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

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
_NUMBER = pattern(r"^\s*(?:[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}[.、])?\s*")  # (三)市水利局
_ASIDE = pattern(r"[(][^()]{0,40}[)]")  # 管委会(包括四个园区)
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
    holds the work without naming ``by``, None when no task does; ``own``: the tasks of the partner's list."""

    task: str
    by: str
    partner: str
    helping: bool
    words: Span
    same: str | None
    own: tuple[str, ...]


def unreturned(graph: AccountabilityGraph) -> list[Unreturned]:
    """In the order of the tasks; in plans that head lists with bodies only."""
    found: list[Unreturned] = []
    for doc in graph.documents():
        lists = lists_of(graph, doc)
        heads: dict[str, list[str]] = {}
        for d, tasks in lists.items():
            for t in tasks:
                heads.setdefault(t, []).append(d)
        for task in graph.tasks(doc):
            if len(heads.get(task, ())) == 1:
                found += _of_task(graph, lists, task, heads[task][0])
    return found


def _of_task(graph: AccountabilityGraph, lists: dict[str, list[str]], task: str, by: str) -> Iterator[Unreturned]:
    seen: set[str] = set()
    duties = graph.duties_of(task)
    helps = any(e.source == by and e.type == "COOPERATES" for e in duties)
    for edge in duties:
        partner = edge.source
        if partner in seen or partner not in lists or not _said(edge) or _one_owner(graph, by, partner):
            continue
        seen.add(partner)
        own = lists[partner]
        if task in own or is_collective(graph, partner) or is_standing_office(graph, partner):
            continue
        core = _core_without(graph, task, (by, partner))
        alike = [(t, _longest(core, _core_without(graph, t, (by, partner)))) for t in own]
        if any(size >= SOME_OBJECT and _names(graph, t, by) for t, size in alike):
            continue
        same, size = max(alike, key=lambda a: a[1], default=("", 0))
        holds = size >= (SOME_OBJECT if helps else SAME_OBJECT)
        if holds and _WITH_OTHERS.search(words_of(graph, same)):
            continue
        start, end = (int(n) for n in edge.data["span"])
        yield Unreturned(task, by, partner, helps, (start, end), same if holds else None, tuple(own))


def _said(edge: Edge) -> bool:
    """Whether the task's own sentence says it: what a label allots (配合单位:…) or a clause for all lays on a body needs no echo."""
    return edge.data.get("basis") in ("text", "verb") and edge.type != "SUPERVISES"


def _one_owner(graph: AccountabilityGraph, one: str, other: str) -> bool:
    return owner(graph, one) == owner(graph, other)


def _names(graph: AccountabilityGraph, task: str, body: str) -> bool:
    """Whether a task names a body in a duty or in its words."""
    if any(e.source == body for e in graph.duties_of(task) if e.data.get("basis") != "heading"):
        return True
    words = words_of(graph, task)
    return any(fold(str(p)) in words for p in graph.node(body).get("printed") or () if len(str(p)) > 2)


def _core_without(graph: AccountabilityGraph, task: str, bodies: tuple[str, ...]) -> str:
    """The words of a task that carry it, the names of the bodies and the verbs of helping aside."""
    words = words_of(graph, task)
    for body in bodies:
        for printed in sorted((fold(str(p)) for p in graph.node(body).get("printed") or ()), key=len, reverse=True):
            words = words.replace(printed, "")
    words = _TOGETHER.sub("", words)
    return "\n".join(c.core for c in clauses(words))


def _longest(one: str, other: str) -> int:
    if not one or not other:
        return 0
    m = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return max((len(part) for part in one[m.a : m.a + m.size].split("\n")), default=0)
