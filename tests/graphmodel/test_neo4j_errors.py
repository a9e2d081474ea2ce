"""What a server refuses, and a server that goes away: one sentence each, without the password; nothing half written."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest
from neo4j_server import Neo4jServer, free_port
from test_neo4j import COUNTS, everything, graph, id_of, plan

from graphmodel import neo4j_push
from graphmodel.graph import AccountabilityGraph
from graphmodel.neo4j import Server, connect, drop_plan, pull, push
from graphmodel.neo4j_problems import address_of, of_driver, of_server
from graphmodel.problems import Problem

PASSWORD = "secret-密码"
DRAFT, CHANGED = plan(1, "建学校", "修道路"), plan(1, "建学校", "植树", units=("林业局", "教育局"))


def refused(work: Callable[[], object]) -> Problem:
    with pytest.raises(Problem) as caught:
        work()
    problem = caught.value
    assert PASSWORD not in str(problem) and Neo4jServer.password not in str(problem)
    assert problem.__cause__ is None and "\n" not in str(problem)
    assert problem.zh.endswith("。") and problem.en.endswith(".")
    return problem


def opened(uri: str, user: str = "neo4j", password: str = PASSWORD, database: str | None = None) -> None:
    with connect(uri, user, password, database, patience=1.0):
        pass


# --- addresses -----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("uri", "address"), [
    ("bolt://localhost", "bolt://localhost:7687"),
    ("neo4j+s://db.example.org:7000", "neo4j+s://db.example.org:7000"),
    ("BOLT+SSC://127.0.0.1:1", "bolt+ssc://127.0.0.1:1"),
    ("neo4j://[::1]:7687/", "neo4j://[::1]:7687"),
    ("neo4j://h?policy=x", "neo4j://h:7687"),
])  # fmt: skip
def test_addresses(uri: str, address: str) -> None:
    assert address_of(uri) == address


@pytest.mark.parametrize(("uri", "says"), [
    ("http://localhost:7474", "begin with one of bolt://"),
    ("https://localhost:7473", "begin with one of"),
    ("bolt+routing://localhost", "begin with one of"),
    ("localhost:7687", "begin with one of"),
    ("", "begin with one of"),
    ("bolt://", "not complete"),
    ("bolt://h:port", "not complete"),
    ("bolt://h:99999", "not complete"),
    ("bolt://h:7687/plans", "holds too much"),
    (f"bolt://neo4j:{PASSWORD}@localhost", "no user and no password"),
    (f"http://neo4j:{PASSWORD}@localhost", "begin with one of"),
])  # fmt: skip
def test_wrong_addresses(uri: str, says: str) -> None:
    assert says in refused(lambda: address_of(uri)).en


# --- servers -------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s", "neo4j+s"])
def test_no_server(scheme: str) -> None:
    problem = refused(lambda: opened(f"{scheme}://127.0.0.1:{free_port()}"))
    assert "cannot be reached" in problem.en and "连不上" in problem.zh


def test_no_such_host() -> None:
    assert "no such host" in refused(lambda: opened("bolt://no-such-host.invalid")).en


def test_wrong_password(neo4j_server: Neo4jServer) -> None:
    problem = refused(lambda: opened(neo4j_server.uri, "somebody"))
    assert "password is wrong" in problem.en and "密码不对" in problem.zh


def test_too_many_wrong_passwords(neo4j_server: Neo4jServer) -> None:
    with neo4j_server.driver() as driver:
        driver.execute_query("CREATE USER guesser IF NOT EXISTS SET PASSWORD $p CHANGE NOT REQUIRED", p=PASSWORD + "!", database_="system")
    said = [refused(lambda: opened(neo4j_server.uri, "guesser")).en for _ in range(6)]
    assert "password is wrong" in said[0] and "too many logins failed" in said[-1]


@pytest.mark.parametrize(("database", "says"), [("nowhere", "no database nowhere"), ("system", "belongs to the server"), ("", "")])
def test_databases(neo4j_server: Neo4jServer, database: str, says: str) -> None:
    def work() -> None:
        opened(neo4j_server.uri, password=neo4j_server.password, database=database or None)

    assert says in refused(work).en if says else work() is None


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_schemes_without_encryption(neo4j_server: Neo4jServer, scheme: str) -> None:
    opened(neo4j_server.uri.replace("bolt", scheme), password=neo4j_server.password)


@pytest.mark.parametrize("scheme", ["bolt+s", "bolt+ssc", "neo4j+s", "neo4j+ssc"])
def test_encryption_that_the_server_does_not_know(neo4j_server: Neo4jServer, scheme: str) -> None:
    problem = refused(lambda: opened(neo4j_server.uri.replace("bolt", scheme), password=neo4j_server.password))
    assert "encrypted connection" in problem.en


@contextmanager
def answering(serve: Callable[[socket.socket], None]) -> Iterator[str]:
    """A server of another kind, for as long as it is needed."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def run() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                with connection, suppress(OSError):
                    serve(connection)

        threading.Thread(target=run, daemon=True).start()
        yield f"bolt://127.0.0.1:{listening.getsockname()[1]}"
        listening.shutdown(socket.SHUT_RDWR)


def http(connection: socket.socket) -> None:
    connection.recv(20)
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


def ssh(connection: socket.socket) -> None:
    connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")
    connection.recv(20)


def deaf(connection: socket.socket) -> None:
    connection.recv(20)


def older_bolt(connection: socket.socket) -> None:
    connection.recv(20)
    connection.sendall(b"\0\0\0\1")


def calling_itself(agent: str) -> Callable[[socket.socket], None]:
    """A server that speaks Bolt 4.4 and says yes to everything."""

    def text(words: str) -> bytes:
        return b"\xd0" + bytes([len(words)]) + words.encode()

    def success(**facts: str) -> bytes:
        body = b"\xb1\x70" + bytes([0xA0 + len(facts)]) + b"".join(text(k) + text(v) for k, v in facts.items())
        return struct.pack(">H", len(body)) + body + b"\0\0"

    def serve(connection: socket.socket) -> None:
        connection.recv(20)
        connection.sendall(b"\0\0\4\4")
        connection.recv(4096)
        connection.sendall(success(server=agent, connection_id="bolt-1"))
        while connection.recv(4096):
            connection.sendall(success())

    return serve


@pytest.mark.parametrize(("serve", "says"), [
    (http, "port for HTTP"),
    (ssh, "no Neo4j"),
    (deaf, "no Neo4j of version 5"),
    (older_bolt, "no Neo4j of version 5"),
    (calling_itself("Neo4j/4.4.30"), "too old (Neo4j/4.4.30)"),
    (calling_itself("Neo4j/v5.11.0 compatible graph database server - Memgraph"), "is no Neo4j server"),
    (calling_itself("Other/1.0"), "is no Neo4j server (it calls itself Other/1.0)"),
], ids=["http", "ssh", "deaf", "older bolt", "neo4j 4", "compatible", "other"])  # fmt: skip
def test_servers_of_another_kind(serve: Callable[[socket.socket], None], says: str) -> None:
    with answering(serve) as uri:
        assert says in refused(lambda: opened(uri)).en


@pytest.mark.parametrize(("code", "says"), [
    ("Neo.ClientError.Security.CredentialsExpired", "must be changed first"),
    ("Neo.ClientError.Security.Forbidden", "lacks the right"),
    ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "lacks memory"),
    ("Neo.ClientError.Cluster.NotALeader", "can only be read"),
    ("Neo.ClientError.Schema.ConstraintValidationFailed", "data from elsewhere"),
    ("Neo.DatabaseError.General.UnknownError", "the server failed (Neo.DatabaseError.General.UnknownError: {x} y)"),
    (None, "the server failed"),
])  # fmt: skip
def test_what_a_server_may_answer(code: str | None, says: str) -> None:
    assert says in of_server(code, "{x} y\nz", "bolt://h:1", None).en


@pytest.mark.parametrize(("kind", "words", "says"), [
    ("ServiceUnavailable", "Unable to retrieve routing information", "no routing information"),
    ("IncompleteCommit", "lost", "during the commit"),
    ("ServiceUnavailable", "certificate verify failed", "no encrypted connection"),
    ("SessionExpired", "", "connection was lost"),
])  # fmt: skip
def test_what_a_driver_may_say(kind: str, words: str, says: str) -> None:
    assert says in of_driver(kind, words, "bolt://h:1").en


# --- foreign data --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("there", "says"), [
    ("CREATE (:Task {id: 1}), (:Task {id: 1})", "several Task nodes from elsewhere in this database share one id"),
    ("CREATE INDEX theirs FOR (n:Task) ON (n.id)", "data from elsewhere"),
    ("CREATE CONSTRAINT theirs FOR (n:Indicator) REQUIRE n.name IS UNIQUE", ""),
    ("CREATE CONSTRAINT theirs FOR (n:Task) REQUIRE n.number IS UNIQUE", ""),
    ("CREATE CONSTRAINT theirs FOR (n:Task) REQUIRE n.doc IS UNIQUE", "data from elsewhere"),
    ("CREATE (:Task {id: $task})", "has a Task node"),
    ("CREATE (:Task {id: $task, doc: 'another plan'})", "of the plan another plan"),
    ("CREATE (:Document {id: $doc, title: 'x'})", "has a Document node"),
    ("CREATE (:Department {id: '沅平市/教育局', title: 'x'})", "of data from elsewhere; clear that node away"),
    ("CREATE (:Task {id: 'x'}), (:Department {id: 'y'}), (:Other {id: $task})", ""),
])  # fmt: skip
def test_data_from_elsewhere(empty_server: Neo4jServer, there: str, says: str) -> None:
    whole = graph(DRAFT)
    parameters = {name: value for name, value in {"task": whole.tasks()[0], "doc": id_of(DRAFT)}.items() if f"${name}" in there}
    empty_server.ask(there, **parameters)
    before = empty_server.ask("MATCH (n) RETURN labels(n) AS l, properties(n) AS p ORDER BY l, p.id")
    rules = empty_server.ask("SHOW CONSTRAINTS YIELD name ORDER BY name")
    with connect(empty_server.uri, empty_server.user, empty_server.password, patience=1.0) as server:
        if "{id: 1}" in there:  # the constraints themselves cannot be made: none of them is left behind
            refused(lambda: push(whole, server))
            assert server.read("SHOW CONSTRAINTS YIELD name ORDER BY name") == rules
        if says:
            assert says in refused(lambda: push(whole, server)).en
            assert server.read("MATCH (n) RETURN labels(n) AS l, properties(n) AS p ORDER BY l, p.id") == before
        else:
            push(whole, server)
            assert everything(pull(server)) == everything(whole)
    empty_server.empty()


@pytest.mark.parametrize("made_meanwhile", [True, False])
def test_constraints_that_another_push_makes_at_this_moment(empty_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch, made_meanwhile: bool) -> None:
    """The server then says that an equivalent one exists, in spite of IF NOT EXISTS."""

    def too_late(server: Server, work: object) -> None:
        if made_meanwhile:
            for statement in neo4j_push.SCHEMA.values():
                empty_server.ask(statement)
        raise of_server("Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists", "An equivalent index already exists", server.address, None)

    monkeypatch.setattr(Server, "writing", too_late)
    with connect(empty_server.uri, empty_server.user, empty_server.password) as server:
        if made_meanwhile:
            server.prepare()
        else:
            assert "An equivalent index" in refused(server.prepare).en
    empty_server.empty()


def test_what_cannot_be_asked(empty_server: Neo4jServer) -> None:
    with connect(empty_server.uri, empty_server.user, empty_server.password) as server:
        assert "no plan in the database" in refused(lambda: pull(server)).en
        assert "no plan in the database" in refused(lambda: drop_plan(server, "x")).en
        assert "holds no plan" in refused(lambda: push(AccountabilityGraph(), server)).en
        push(graph(DRAFT), server)
        assert f"for instance {id_of(DRAFT)}" in refused(lambda: pull(server, ["沅平市"])).en
        half = graph(plan(2, "植树"))
        half.nx.nodes[half.tasks()[0]]["name"] = "\ud800"
        assert "lone surrogate" in refused(lambda: push(half, server)).en
        long = graph(plan(3, "植树"))
        long.nx.add_node("长" * 9000, **long.node(long.tasks()[0]))
        assert "too large" in refused(lambda: push(long, server)).en
        assert pull(server).documents() == [id_of(DRAFT)]


def test_a_graph_spoiled_by_hand(empty_server: Neo4jServer) -> None:
    with connect(empty_server.uri, empty_server.user, empty_server.password) as server:
        push(graph(DRAFT), server)
        empty_server.ask("MATCH (d:Document) SET d.places = 'x'")
        assert "should be JSON" in refused(lambda: pull(server)).en
        empty_server.ask("MATCH (d:Document) SET d.places = '[]', d.date = date('2024-01-01')")
        assert "should be text" in refused(lambda: pull(server)).en


# --- a server that goes away ---------------------------------------------------------------------------------------------------------


def breaking(monkeypatch: pytest.MonkeyPatch, step: str, then: Callable[[], None]) -> None:
    """``then`` happens once, in the middle of a transaction, before ``step``."""
    whole = getattr(neo4j_push, step)
    left = [then]

    def broken(*args: object, **more: object) -> object:
        if left:
            left.pop()()
        return whole(*args, **more)

    monkeypatch.setattr(neo4j_push, step, broken)


@pytest.mark.parametrize("kill", [False, True], ids=["stopped", "killed"])
def test_a_server_that_stops_during_a_push(empty_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch, kill: bool) -> None:
    """The first plan is whole, of the second the older draft is, of the third there is nothing."""
    new = plan(3, "植树")
    other = plan(2, "办夜校")
    with connect(empty_server.uri, empty_server.user, empty_server.password, patience=1.0) as server:
        push(graph(DRAFT), server)
        tell: list[int] = []

        def after_one(done: int, _all: int) -> None:
            tell.append(done)
            breaking(monkeypatch, "_number", lambda: empty_server.stop(kill))

        problem = refused(lambda: push(graph(other, CHANGED, new), server, after_one))
    assert tell == [1]
    assert "1 of 3 plans are completely written" in problem.en and "已完整写入 1 份" in problem.zh
    empty_server.start()
    with connect(empty_server.uri, empty_server.user, empty_server.password) as server:
        assert everything(pull(server)) == everything(graph(DRAFT, other))
        assert server.read(COUNTS) == [{"nodes": graph(DRAFT, other).nx.number_of_nodes(), "edges": graph(DRAFT, other).nx.number_of_edges()}]
        assert server.read("MATCH (n) WHERE n._lock RETURN n.id AS id") == []
        for each in (other, CHANGED, new):
            push(graph(each), server)
        assert everything(pull(server)) == everything(graph(CHANGED, other, new))


def test_a_server_that_comes_back_in_time(empty_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The driver tries the whole transaction again; nothing is doubled."""

    def restart() -> None:
        empty_server.stop(kill=True)
        empty_server.start()

    with connect(empty_server.uri, empty_server.user, empty_server.password, patience=60.0) as server:
        push(graph(DRAFT), server)
        breaking(monkeypatch, "_write_names", restart)
        push(graph(CHANGED), server)
        assert everything(pull(server)) == everything(graph(CHANGED))
        assert server.read(COUNTS) == [{"nodes": graph(CHANGED).nx.number_of_nodes(), "edges": graph(CHANGED).nx.number_of_edges()}]
