"""What a statement of duty says, before it is bound to any work.

A *family* is one way of saying it (a row of the genre's catalogue): one file in ``loaders/statements`` with one decorated function that
looks at a stretch of text and says which statements stand there. Families do not know what a statement covers: ``loaders.scope`` does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from graphmodel.discovery import collect
from graphmodel.patterns import pattern
from graphmodel.plan import Basis
from loaders.grammar.roles import Part
from loaders.grammar.units import LONGEST, Named


@dataclass(frozen=True, slots=True)
class Said:
    """One role and the units that play it."""

    part: Part
    units: tuple[Named, ...]
    basis: Basis
    label: str | None = None
    work: str | None = None  # 规划编制 in A负责规划编制


@dataclass(frozen=True, slots=True)
class Statement:
    """``start``, ``end``: the whole statement in the text looked at, brackets included."""

    start: int
    end: int
    said: tuple[Said, ...] = ()
    inherited: tuple[Said, ...] = ()  # a blanket clause: binds from here to the end of its part
    positional: bool = False  # it says that the first named is the lead
    ditto: bool = False  # ... and that this holds from here on (下同)
    deadline: tuple[int, int] | None = None  # where the words of its deadline stand
    overseers: tuple[tuple[int, int, str], ...] = ()  # where persons stand, and their label
    notes: tuple[tuple[int, int, str], ...] = ()  # other labelled values (目标:…), and their label
    as_before: bool = False  # 同上: who was named for the task before


@dataclass(frozen=True, slots=True)
class Bracket:
    """An outermost bracket: ``text[start]`` opens it, ``text[end - 1]`` closes it unless ``open``."""

    start: int
    end: int
    inner: tuple[int, int]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """One way of saying a duty; see ``family``."""

    name: str
    order: int
    find: Callable[[str, tuple[Bracket, ...]], Iterator[Statement]]


def family(name: str, order: int) -> Callable[[Callable[[str, tuple[Bracket, ...]], Iterator[Statement]]], Family]:
    """Make a function ``(text, its outermost brackets) -> statements`` a family; lower ``order`` is asked first, and what it took the later ones leave."""
    return lambda find: Family(name, order, find)


@cache
def families() -> tuple[Family, ...]:
    import loaders.statements as folder

    return tuple(sorted(collect(folder, Family), key=lambda f: f.order))


_OPEN, _CLOSE = "(〔[【", ")〕]】"
_NESTED_OPEN = pattern(r"[(〔\[【](?=\s?(?:牵头|责任|配合|参与|监管|监督|协同|协作|主办|承办))")


def brackets(text: str) -> tuple[Bracket, ...]:
    """The outermost brackets, kinds mixed or unbalanced: any closing mark closes the last one opened; an unclosed one ends with the text."""
    found, stack = [], []
    for i, c in enumerate(text):
        if c in _OPEN:
            stack.append(i)
        elif c in _CLOSE and stack:
            start = stack.pop()
            if not stack:
                found.append(Bracket(start, i + 1, (start + 1, i)))
    if stack:
        late = [s for s in stack if _NESTED_OPEN.match(text, s)]
        start = late[0] if late else stack[0]
        if late:
            found.append(Bracket(start, len(text), (start + 1, len(text)), open=True))
        found.extend(_closed_after(text, stack[0], start if late else len(text)))
    return tuple(sorted(found, key=lambda b: b.start))


def _closed_after(text: str, begin: int, end: int) -> Iterator[Bracket]:
    """Closed brackets behind one that is never closed."""
    stack: list[int] = []
    for i in range(begin + 1, end):
        c = text[i]
        if c in _OPEN:
            stack.append(i)
        elif c in _CLOSE and stack:
            start = stack.pop()
            if not stack:
                yield Bracket(start, i + 1, (start + 1, i))


@lru_cache(maxsize=2_000)
def statements(text: str) -> tuple[Statement, ...]:
    """All statements in a text, left to right, none overlapping another. Asked several times for one paragraph (is it a heading, a label line, an item?)."""
    groups = tuple(g for g in brackets(text) if g.end - g.start <= LONGEST + 2)
    taken: list[Statement] = []
    for f in families():
        for s in f.find(text, groups):
            if all(s.end <= t.start or t.end <= s.start for t in taken):
                taken.append(s)
    return tuple(sorted(taken, key=lambda s: s.start))
