"""Lists of territorial peers that say the same: which peer lacks what the others have."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher

from graphmodel.graph import AccountabilityGraph
from queries.answering import words_of
from queries.headed import lists_of
from queries.owners import place_of
from queries.territory import ground_of
from queries.wording import clauses

FEWEST_PEERS = 3
FEWEST_SHARED = 2  # works that parallel lists share
OWN_WORDS = 5  # characters, stock phrases aside, of a clause that makes two items the same work
TOUCHES = 4  # characters in a row by which another item of a list may be the same work in other words
FULLY_SHARED = 4  # works that all have, where one thing that one peer has alone is remarked


@dataclass(frozen=True, slots=True)
class LeftOut:
    """``tasks``: one work in the lists of ``holders``, in their order; ``lacking``: the peers whose list has nothing of it."""

    doc: str
    tasks: tuple[str, ...]
    holders: tuple[str, ...]
    lacking: tuple[str, ...]


def left_out(graph: AccountabilityGraph) -> list[LeftOut]:
    """By document and place. A work that most of the peers have and few lack; or one that a single peer has, where the lists are
    otherwise the same."""
    return [one for doc in graph.documents() for kind in _peers(graph, doc) for one in _among(graph, doc, kind)]


def _peers(graph: AccountabilityGraph, doc: str) -> list[dict[str, list[str]]]:
    """The lists of each kind of territorial peers."""
    kinds: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for d, tasks in lists_of(graph, doc).items():
        ground = ground_of(graph, d)
        if ground and ground != "every":
            kinds[ground][d] = tasks
    return [lists for lists in kinds.values() if len(lists) >= FEWEST_PEERS]


def _among(graph: AccountabilityGraph, doc: str, lists: dict[str, list[str]]) -> list[LeftOut]:
    works = _same_works(graph, lists)
    holder = {t: d for d, tasks in lists.items() for t in tasks}
    common = [w for w in works if len({holder[t] for t in w}) > 1]
    shared = {d: sum(any(holder[t] == d for t in w) for w in common) for d in lists}
    peers = [d for d in lists if shared[d] >= FEWEST_SHARED]
    if len(peers) < FEWEST_PEERS:
        return []
    whole = sum(len({holder[t] for t in w}) == len(peers) for w in common)
    alone = [w for w in works if len({holder[t] for t in w}) == 1 and holder[w[0]] in peers]
    found = []
    for work in [*common, *(alone if len(alone) == 1 and whole >= FULLY_SHARED else ())]:
        having = [d for d in peers if any(holder[t] == d for t in work)]
        lacking = [d for d in peers if d not in having]
        few = lacking and (len(lacking) < len(having) or work in alone)
        if few and not (work in alone and _own_ground(graph, work[0], having[0])) and not _touched(graph, work, [t for d in lacking for t in lists[d]]):
            found.append(LeftOut(doc, tuple(work), tuple(having), tuple(lacking)))
    return found


def _same_works(graph: AccountabilityGraph, lists: dict[str, list[str]]) -> list[list[str]]:
    """The items of all lists, those together that share a clause."""
    group: dict[str, str] = {}

    def root(t: str) -> str:
        while group[t] != t:
            group[t] = group[group[t]]
            t = group[t]
        return t

    first: dict[str, str] = {}
    for tasks in lists.values():
        for t in tasks:
            group.setdefault(t, t)
            for clause in clauses(words_of(graph, t)):
                if len(clause.core) >= OWN_WORDS:
                    group[root(t)] = root(first.setdefault(clause.core, t))
    works: dict[str, list[str]] = defaultdict(list)
    for tasks in lists.values():
        for t in tasks:
            works[root(t)].append(t)
    return list(works.values())


def _own_ground(graph: AccountabilityGraph, task: str, holder: str) -> bool:
    """Whether a work names the place of its holder: it can be done there only."""
    place = place_of(str(graph.node(holder)["name"])) or ""
    words = words_of(graph, task)
    short = {place[-n:].rstrip("市区县旗乡镇") for n in (3, 4, 5)}
    return any(len(s) >= 2 and s in words for s in short)


def _touched(graph: AccountabilityGraph, work: list[str], others: list[str]) -> bool:
    """Whether an item of the peers that seem to lack the work speaks of its object in other words."""
    one = "\n".join(c.core for c in clauses(words_of(graph, work[0])))
    for t in others:
        other = "\r".join(c.core for c in clauses(words_of(graph, t)))
        if SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size >= TOUCHES:
            return True
    return False
