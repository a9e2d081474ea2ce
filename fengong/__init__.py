"""Fengong (分工): reads a task-allocation plan as a graph of who answers for what, and shows every weakness in the plan's own words.

    import fengong
    plan = fengong.read("plan.txt")
    graph = fengong.graph([plan])
    for finding in fengong.audit(graph):
        print(finding.code, finding.message.zh)
    load = fengong.table("load", graph)

Only these four functions are public. Importing this package imports nothing heavy; each function imports what it needs.
What the user can mend raises ``graphmodel.problems.Problem``, which says so in Chinese (``.zh``) and English (``.en``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING as _TYPE_CHECKING

if _TYPE_CHECKING:
    from collections.abc import Iterable as _Iterable
    from os import PathLike as _PathLike
    from typing import Any as _Any
    from typing import Literal as _Literal

    from pandas import DataFrame as _DataFrame

    from graphmodel.finding import Finding as _Finding
    from graphmodel.graph import AccountabilityGraph as _AccountabilityGraph
    from graphmodel.plan import Plan as _Plan

__all__ = ["audit", "graph", "read", "table"]

_LONGEST_PATH = 1000


def __dir__() -> list[str]:
    return sorted(__all__)


def read(source: str | _PathLike[str]) -> _Plan:
    """One plan, from a file or from its own words.

    ``source``: a path; or the plan's text, which is told from a path by a line break or by its length (over 1,000 characters).
    Gives the plan as read: header, tasks, duties, indicators, goals … each with its place; and ``unread``, the lines not understood.
    Raises ``Problem`` if the file cannot be read or is no text.
    """
    from os import fspath

    from loaders.load import load
    from loaders.open import source_of, source_of_text

    is_text = isinstance(source, str) and ("\n" in source or "\r" in source or len(source) > _LONGEST_PATH)
    return load(source_of_text(source) if is_text and isinstance(source, str) else source_of(fspath(source)))


def graph(plans: _Plan | _Iterable[_Plan]) -> _AccountabilityGraph:
    """The graph of who answers for what in one plan or several; bodies with the same full name are one node.

    Raises ``Problem`` naming both if two plans have one document id.
    """
    from graphmodel.graph import AccountabilityGraph
    from graphmodel.plan import Plan

    return AccountabilityGraph.of([plans] if isinstance(plans, Plan) else plans)


def audit(graph: _AccountabilityGraph, *, select: _Iterable[str] | None = None, ignore: _Iterable[str] | None = None) -> tuple[_Finding, ...]:
    """The findings of the rules, by document, line and code: the plan's own words, their place, a message and a remedy in both languages.

    ``select``, ``ignore``: codes or names of rules, or beginnings of codes (``"OWN"``). Raises ``Problem`` for a rule that does not exist.
    """
    from queries.audit import audit

    return audit(graph, select, ignore)


def table(name: str, graph: _AccountabilityGraph, *, lang: _Literal["zh", "en"] = "zh", **options: _Any) -> _DataFrame:
    """The answer to one question as a table.

    ``name``: ``load``, ``overloaded``, ``orphans``, ``duplicates``, ``matrix``, ``department`` (with ``unit="市水务局"``), ``indicators``,
    ``deadlines``, ``people``, ``mechanisms``.

    ``lang``: language of the column headings. Raises ``Problem``, naming the nearest, for a question or unit that does not exist.
    """
    from queries.tables import table

    return table(name, graph, lang=lang, **options)
