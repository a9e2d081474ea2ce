"""Cypher twins of the tables: the files of ``queries/cypher``, each found by its folder, and what the program makes of their rows.

A file says in its first line whose twin it is: ``Twin of `fengong query load` `` (the whole table) or ``Part of …`` (the rows that it names).
``:param`` lines give its parameters with what they are by default; its statements end with ``;`` at the end of a line. So it runs as it
is in Neo4j Browser and in cypher-shell.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from graphmodel.plain import PlainGraph
from queries.measure import Answer, Row, measures
from queries.measures.department import resolve_unit

Ask: TypeAlias = Callable[[str, Mapping[str, Any]], list[Row]]
"""A statement and its parameters -> the rows that the server gives."""

FOLDER = Path(__file__).with_name("cypher")
_OF = pattern(r"(Twin|Part) of `fengong query ([a-z]{1,40})")
_PARAMETER = pattern(r":param (\w{1,40}) => (.{1,200});")
_COMMENT = pattern(r"\s{0,40}//")


@dataclass(frozen=True, slots=True)
class Twin:
    """A file of ``queries/cypher``. ``whole``: it answers all of the measure, not only some of its rows; ``defaults``: its parameters;
    ``statements``: each as it stands in the file, comments included."""

    name: str
    measure: str
    whole: bool
    defaults: Mapping[str, Any]
    statements: tuple[str, ...]

    def rows(self, ask: Ask, **parameters: Any) -> list[list[Row]]:
        """The rows of each statement. ``parameters`` stand for the defaults; TypeError for one that the file does not name."""
        unknown = set(parameters) - set(self.defaults)
        if unknown:
            raise TypeError(f"{self.name}.cypher takes no {', '.join(sorted(unknown))}")
        return [ask(statement, {**self.defaults, **parameters}) for statement in self.statements]


@cache
def twins() -> Mapping[str, Twin]:
    """All files by name. ValueError for one whose head does not say whose twin it is."""
    return {path.stem: read(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.cypher"))}


def twin_of(measure: str) -> Twin | None:
    """The file that answers the whole of a measure; None if there is none."""
    return next((twin for twin in twins().values() if twin.whole and twin.measure == measure), None)


def read(name: str, text: str) -> Twin:
    """The twin that a file holds. ValueError if its first lines do not say whose it is."""
    head = _OF.search(text)
    if head is None:
        raise ValueError(f"{name}.cypher does not say whose twin it is")
    defaults, statements = parted(text)
    return Twin(name, head[2], head[1] == "Twin", defaults, statements)


def parted(text: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The ``:param`` lines of a text as values (JSON, with ' for "), and its statements, comments included."""
    lines = text.splitlines()
    parameters = [_PARAMETER.fullmatch(line) for line in lines]
    defaults = {m[1]: json.loads(m[2].replace("'", '"')) for m in parameters if m}
    return defaults, tuple(_statements([line for line, m in zip(lines, parameters) if not m]))


def _statements(lines: list[str]) -> Iterator[str]:
    held: list[str] = []
    for line in lines:
        held.append(line)
        if line.endswith(";") and not _COMMENT.match(line):
            yield "\n".join(held)[:-1].strip()
            held = []


def answer(measure: str, ask: Ask, plans: tuple[str, ...] = (), unit: str | None = None) -> Answer:
    """What the server answers to a measure that has a twin, framed as the measure frames its own. ``plans``: ids of those that count, () for
    all; ``unit``: as the measure ``department`` takes it. UnknownName for a unit that no plan there names; KeyError without a twin."""
    twin, question = twin_of(measure), measures()[measure]
    if twin is None:
        raise KeyError(measure)
    given: dict[str, Any] = {"plans": list(plans)}
    if unit is not None:
        given["units"] = list(resolve_unit(bodies(ask, plans), unit))
    results = twin.rows(ask, **given)
    return question.told(results) if question.told else Answer(tuple(results[0]), question.columns)


_BODIES = """
MATCH (plan:Document)-[:NAMES]->(d:Department)
WHERE size($plans) = 0 OR plan.id IN $plans
RETURN d.id AS id, d.name AS name, d.printed AS printed, collect(plan.id) AS plans ORDER BY id"""


def bodies(ask: Ask, plans: tuple[str, ...] = ()) -> AccountabilityGraph:
    """The departments of the plans with their names, and nothing else: enough to find out who is meant by a name."""
    graph = PlainGraph()
    for row in ask(_BODIES, {"plans": list(plans)}):
        for plan in row["plans"]:
            graph.add_node(plan, kind="document")
        graph.add_node(row["id"], kind="department", name=row["name"], printed=tuple(row["printed"] or ()))
    return AccountabilityGraph(graph)
