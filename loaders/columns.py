"""What the columns of a table hold, by their heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from graphmodel.patterns import pattern
from loaders import head_words as words_of
from loaders.grammar.roles import Part, part_of_label

_LONGEST = 32


@dataclass(frozen=True, slots=True)
class Column:
    """What a column of a table holds."""

    kind: str  # number, title, content, task, figures, measure (the unit of the figures beside it), binding, deadline, person, role, problem, ignored
    name: str
    part: Part | None = None
    positional: bool = False  # the unit that is named first leads
    person: str = ""  # how the head calls the persons who stand in the cells of units: 责任人 of 责任单位及责任人


_SHAPES = (
    (words_of.NUMBER, "number"),
    (words_of.PERSON, "person"),
    (words_of.BINDING, "binding"),
    (words_of.IGNORED, "ignored"),
    (words_of.DEADLINE, "deadline"),
    (words_of.FIGURES, "figures"),
    (words_of.STAGE, "figures"),
    (words_of.WORK, "task"),
    (words_of.PROBLEM, "problem"),
    (words_of.MEASURE, "measure"),
)


@lru_cache(maxsize=4_000)
def column(name: str) -> Column | None:
    """What a column holds, by its head; None if the words are no column's head."""
    words = pattern(r"[\s*:|]").sub("", name)
    if not words or len(words) > _LONGEST:
        return None
    for shape, kind in _SHAPES:
        if shape.match(words):
            return Column(kind, words)
    if both := words_of.UNIT_AND_PERSON.match(words) or words_of.PERSON_AND_UNIT.match(words):
        return Column("role", words, _part(both["unit"]), person=both["person"])
    if len(words) <= 24 and words_of.INNER.search(words) and part_of_label(words):
        return Column("inner", words, part_of_label(words))
    if not words_of.ROLE.match(words):
        return None
    bare = words_of.POSITIONAL.sub("", words)
    return Column("role", words, _part(bare), len(bare) < len(words))


def _part(words: str) -> Part:
    """整改督导单位 -> watch, 整改单位 -> answer."""
    if words_of.WATCHES.search(words):
        return "watch"
    return part_of_label(words) or ("help" if pattern(r"[联会]办|帮扶|服务").search(words) else "answer")


def heads_of(names: Sequence[str]) -> list[Column] | None:
    """The columns of a table that allots tasks, by its heads; None if they are no such heads. Heads in unknown words are passed over where the others are clear."""
    columns = [column(n) for n in names]
    known = [c for c in columns if c]
    if len(known) < 2 or not any(c.kind in ("role", "inner") for c in known) or len(known) < len(columns) and not _clear(names, known):
        return None
    out = [c or Column("ignored", n) for c, n in zip(columns, names)]
    _settle_dates(out)
    if not any(c.kind == "role" and words_of.ANY_BODY.search(c.name.split("(")[0]) for c in out):
        out = [replace(c, kind="role") if c.kind == "inner" else c for c in out]
    _settle_roles(out)
    tasks = [i for i, c in enumerate(out) if c.kind == "task"] or _in_place_of_work(out, [i for i, c in enumerate(columns) if c is None])
    if not tasks:
        return None
    out = [replace(c, kind="ignored") if c.kind == "problem" and i not in tasks else c for i, c in enumerate(out)]
    for i in tasks:
        out[i] = replace(out[i], kind="task" if i == tasks[-1] else "title" if i == tasks[0] else "content")
    return out


def _clear(names: Sequence[str], known: Sequence[Column]) -> bool:
    """Whether the heads that are known outweigh those in unknown words, which must be short enough for heads."""
    strange = len(names) - len(known)
    if len(names) < 3 or any(len(n) > _LONGEST or pattern(r"[。;]").search(n) for n in names):
        return False
    if strange <= 2 and any(c.kind == "role" for c in known):
        return True
    kinds = {c.kind for c in known}
    return len(known) >= 3 and strange <= 2 * len(known) and len(kinds & {"number", "task", "deadline", "person", "figures", "problem"}) >= 2


def _in_place_of_work(columns: Sequence[Column], unknown: Sequence[int]) -> list[int]:
    """The column that says what is to be done where no head calls itself work: that of figures, of the only unknown head, of problems; [] if none does."""
    for kind in ("figures", "", "problem"):
        found = [i for i, c in enumerate(columns) if c.kind == kind] if kind else list(unknown if len(unknown) == 1 else ())
        if found:
            return found[:1]
    return []


def _settle_dates(columns: list[Column]) -> None:
    """One column says by when: how far it is (进度) and when it is struck off (销号时限) do not, beside 完成时限."""
    dated = [i for i, c in enumerate(columns) if c.kind == "deadline"]
    for aside in ("进度", words_of.LATER_DATE.pattern):
        told = [i for i in dated if pattern(aside).search(columns[i].name)]
        if len(told) < len(dated):
            for i in told:
                columns[i] = Column("ignored", columns[i].name)
            dated = [i for i in dated if i not in told]


def _settle_roles(columns: list[Column]) -> None:
    """Beside 责任单位 the owner of a project, the body on whose ground it stands and who stands by it have a share, and 主管部门 watches."""
    acting = [i for i, c in enumerate(columns) if c.kind == "role" and c.part in ("lead", "answer")]
    managing = [i for i in acting if words_of.MANAGES.search(columns[i].name)]
    if len(managing) < len(acting):
        for i in managing:
            columns[i] = replace(columns[i], part="watch")
        acting = [i for i in acting if i not in managing]
    answering = [i for i in acting if columns[i].part == "answer"]
    sharing = [i for i in answering if words_of.SHARES.search(columns[i].name) and "主体责任" not in columns[i].name]
    if len(sharing) == len(acting):
        sharing = sharing[1:]
    for i in sharing:
        columns[i] = replace(columns[i], part="share")
