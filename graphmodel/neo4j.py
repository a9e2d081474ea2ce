"""The graph in a Neo4j server: the only file that knows the driver. What goes in is ``neo4j_push``, what comes out ``neo4j_pull``.

    with connect("bolt://localhost:7687", "neo4j", password) as server:
        push(graph, server)
        assert pull(server).documents() == graph.documents()

What the driver or the server says is turned into one sentence (``neo4j_problems``); a password is in none of them.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from graphmodel import neo4j_problems as problems
from graphmodel.neo4j_pull import plan_ids, pull_plans
from graphmodel.neo4j_push import SCHEMA, Written, drop_in, push_in, tie_in
from graphmodel.neo4j_split import Part, parts_of
from graphmodel.problems import Problem

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction

    from graphmodel.graph import AccountabilityGraph
    from graphmodel.neo4j_rows import Weighed

Given = TypeVar("Given")
Rows = list[dict[str, Any]]


class Server:
    """One database of a server, connected: what is asked runs in managed transactions, repeated by the driver where that can help."""

    def __init__(self, driver: Driver, address: str, database: str | None) -> None:
        self._driver, self.address, self.database = driver, address, database

    def read(self, statement: str, **parameters: Any) -> Rows:
        """The rows of one statement that changes nothing. Raises ``Problem``."""
        return self.reading(lambda tx: tx.run(statement, parameters).data())

    def reading(self, work: Callable[[ManagedTransaction], Given]) -> Given:
        """What ``work`` gives, in one transaction that only reads; it may be run again. Raises ``Problem``."""
        with self.explained(), self._driver.session(database=self.database, default_access_mode="READ") as session:
            return session.execute_read(work)

    def writing(self, work: Callable[[ManagedTransaction], Given]) -> Given:
        """What ``work`` gives, in one transaction: all of it is kept, or nothing. It may be run again. Raises ``Problem``."""
        with self.explained(), self._driver.session(database=self.database) as session:
            return session.execute_write(work)

    def prepare(self) -> None:
        """Sees to it that the constraints and indexes are there. Raises ``Problem``, and has then changed nothing."""
        there = self._rules()
        lacking = {name: statement for name, statement in SCHEMA.items() if name not in there}
        made: list[str] = []
        for name, statement in lacking.items():
            try:
                self.writing(lambda tx, words=statement: tx.run(words).consume())  # type: ignore[misc]
                made.append(name)
            except Problem:
                if name not in self._rules():  # IF NOT EXISTS fails when another push makes the same at this moment
                    for own in made:  # a database that cannot take the graph is left as it was
                        self.writing(lambda tx, words=f"DROP CONSTRAINT {own} IF EXISTS": tx.run(words).consume())  # type: ignore[misc]
                    raise
        if lacking:
            with self.explained(), self._driver.session(database=self.database) as session:
                session.run("CALL db.awaitIndexes(300)").consume()

    def _rules(self) -> set[str]:
        """The names of the constraints and indexes that are there."""
        return {row["name"] for kind in ("CONSTRAINTS", "INDEXES") for row in self.read(f"SHOW {kind} YIELD name")}

    @contextmanager
    def explained(self) -> Iterator[None]:
        """What the driver raises inside is raised as a ``Problem``."""
        from neo4j.exceptions import DriverError, Neo4jError

        try:
            yield
        except Neo4jError as error:
            raise problems.of_server(error.code, error.message, self.address, self.database) from None
        except UnicodeEncodeError as error:
            raise problems.half_character(error.object, error.start) from None
        except (DriverError, OSError, ValueError) as error:
            raise problems.of_driver(*_causes(error), self.address) from None


@contextmanager
def connect(uri: str, user: str, password: str, database: str | None = None, patience: float = 30.0) -> Iterator[Server]:
    """A connected server, closed at the end. ``patience``: seconds for which a lost connection or a deadlock is tried again.

    Raises ``Problem`` if there is no server, it is no Neo4j of version 5 or newer, or it refuses the user or the database.
    """
    address = problems.address_of(uri)
    import neo4j

    log = logging.getLogger("neo4j")  # what goes wrong is said once, by us; who wants the log gives it a handler
    if not log.handlers:
        log.addHandler(logging.NullHandler())
    try:
        driver = neo4j.GraphDatabase.driver(
            uri, auth=(user, password), max_transaction_retry_time=patience, connection_timeout=15.0, connection_acquisition_timeout=30.0,
            user_agent="fengong", telemetry_disabled=True, warn_notification_severity="OFF",
        )  # fmt: skip
    except (neo4j.exceptions.DriverError, ValueError) as error:
        raise problems.of_driver(*_causes(error), address) from None
    with driver:
        server = Server(driver, address, database)
        with server.explained():
            agent = driver.get_server_info().agent
        problems.check_agent(agent, address)
        if (database or "").lower() == "system":
            raise problems.system_database()
        server.read("RETURN 1")  # the database is there
        yield server


def push(graph: AccountabilityGraph, server: Server, tell: Callable[[int, int], None] | None = None, weighed: Weighed | None = None) -> Written:
    """Writes every plan of a graph, each in one transaction, instead of what the server had of it; gives what was written.

    Other plans stay as they are, shared departments too. ``tell`` is told (plans written, plans in all); ``weighed`` is written beside the graph
    (``queries.weighed`` makes it, and ``fengong push`` gives it). Raises ``Problem``.
    """
    if not graph.documents():
        raise Problem("图中没有方案，没有可写入的内容。", "the graph holds no plan: there is nothing to push.")
    server.prepare()
    return push_parts(parts_of(graph, weighed), len(graph.documents()), server, tell)


def push_parts(parts: Iterator[Part], number: int, server: Server, tell: Callable[[int, int], None] | None = None) -> Written:
    """The same for plans that come one by one, ``number`` in all, into a server that is prepared."""
    written = Written()
    grounds: set[tuple[str, ...]] = set()
    for part in parts:
        try:
            written += server.writing(lambda tx, part=part: push_in(tx, part))  # type: ignore[misc]
        except Problem as problem:
            raise problems.after(problem, part.doc, written.plans, number) from None
        grounds |= part.grounds()
        if tell:
            tell(written.plans, number)
    server.writing(lambda tx: tie_in(tx, sorted(grounds)))
    return written


def pull(server: Server, plans: Sequence[str] | None = None) -> AccountabilityGraph:
    """The graph of the plans with these ids, in this order; without ids of all plans, in the order in which they first came.

    Raises ``Problem`` for an id the server does not know, and if there is no plan at all.
    """
    return server.reading(lambda tx: pull_plans(tx, plans))


def drop_plan(server: Server, plan: str) -> Written:
    """Takes a plan out, and the departments that no other plan names; gives what is gone. Raises ``Problem`` if there is none of that id."""
    written = server.writing(lambda tx: drop_in(tx, plan))
    if written is None:
        raise problems.no_such_plan(plan, server.reading(plan_ids))
    server.writing(lambda tx: tie_in(tx, written.grounds))
    return written


def _causes(error: BaseException) -> tuple[str, str]:
    """The class of what was raised, and the words of it and of all that led to it: a cluster's address hides why no member answers."""
    waiting: list[BaseException | None] = [error]
    words: list[str] = []
    while waiting and len(words) < 20:
        cause = waiting.pop()
        if cause is not None:
            words.append(f"{type(cause).__name__} {cause}")
            waiting += [*getattr(cause, "exceptions", ()), cause.__cause__ or cause.__context__]
    return type(error).__name__, " ".join(words)
