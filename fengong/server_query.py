"""A question put to the plans of a Neo4j server: its Cypher twin runs there, or the plans are fetched and the question is answered here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphmodel.neo4j import Server
    from queries.measure import Answer, Measure


def asked(server: Server, question: Measure, plans: Sequence[str] = (), options: Mapping[str, str] | None = None) -> tuple[Answer, tuple[str, ...]]:
    """The answer, and the ids of the plans it is about, in the order in which they came to the server. ``plans``: ids of those that count, () for all.

    All of it is read in one transaction. Raises Problem for an id that is not there, for a server without plans, and where the question does.
    """
    from graphmodel.neo4j_pull import plan_ids
    from queries.twins import twin_of

    held = server.reading(plan_ids)
    _check(plans, held)
    chosen = tuple(plan for plan in held if not plans or plan in plans)
    if twin_of(question.name) is None:
        from graphmodel.neo4j import pull

        return question(pull(server, chosen), **(options or {})), chosen
    return server.reading(lambda tx: _told(tx, question.name, tuple(plans), options or {})), chosen


def _told(tx: Any, question: str, plans: tuple[str, ...], options: Mapping[str, str]) -> Answer:
    from queries.twins import answer

    return answer(question, lambda statement, parameters: tx.run(statement, dict(parameters)).data(), plans, options.get("unit"))


def _check(plans: Sequence[str], held: Sequence[str]) -> None:
    from graphmodel.neo4j_problems import no_such_plan

    unknown = [plan for plan in plans if plan not in held]
    if unknown or not held:
        raise no_such_plan(unknown[0] if unknown else "", held)
