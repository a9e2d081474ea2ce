"""The server that the tests start is a real one: it asks for a password, keeps what it has, and starts again where it was."""

from __future__ import annotations

import pytest
from neo4j_server import Neo4jServer


def test_the_server_keeps_what_it_has_over_a_stop(empty_server: Neo4jServer) -> None:
    empty_server.ask("CREATE (:Document {id: $id})", id="沅平市-1")
    empty_server.stop()
    empty_server.start()
    assert empty_server.ask("MATCH (d:Document) RETURN d.id AS id") == [{"id": "沅平市-1"}]


def test_the_server_asks_for_the_password(neo4j_server: Neo4jServer) -> None:
    import neo4j
    from neo4j.exceptions import AuthError

    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=("nobody", "wrong-password")) as driver, pytest.raises(AuthError):
        driver.verify_connectivity()
