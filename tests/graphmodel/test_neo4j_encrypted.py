"""A server that encrypts: ``+s`` with a certificate that is trusted, ``+ssc`` with any, and what is said to everybody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
import trustme
from neo4j_server import Neo4jServer, jars, running

import fengong
from graphmodel.graph import AccountabilityGraph
from graphmodel.neo4j import connect, drop_plan, pull, push
from graphmodel.problems import Problem


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate authority of its own, and a folder with a key and a certificate that it signed for this machine."""
    folder = tmp_path_factory.mktemp("certificates")
    ca = trustme.CA()
    ca.cert_pem.write_to_path(folder / "ca.pem")
    issued = ca.issue_cert("127.0.0.1")
    issued.private_key_pem.write_to_path(folder / "private.key")
    for n, blob in enumerate(issued.cert_chain_pems):
        blob.write_to_path(folder / "public.crt", append=n > 0)
    return folder


@pytest.fixture(scope="module")
def encrypted_server(tmp_path_factory: pytest.TempPathFactory, authority: Path, lacking: Callable[[str, str], NoReturn]) -> Iterator[Neo4jServer]:
    with running(tmp_path_factory.mktemp("neo4j"), jars(lacking), authority) as server:
        yield server


@pytest.fixture
def trusted(authority: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The authority is one this machine trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority / "ca.pem"))


@pytest.fixture
def plan(samples: Path) -> AccountabilityGraph:
    return fengong.graph([fengong.read(next(samples.glob("*.txt")))])


def at(server: Neo4jServer, scheme: str, host: str = "127.0.0.1") -> tuple[str, str, str]:
    return f"{scheme}://{host}:{server.port}", server.user, server.password


def there_and_back(address: tuple[str, str, str], graph: AccountabilityGraph) -> None:
    with connect(*address) as server:
        push(graph, server)
        assert list(pull(server).nx.edges(data=True, keys=True)) == list(graph.nx.edges(data=True, keys=True))
        drop_plan(server, graph.documents()[0])


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_trusted_certificate(encrypted_server: Neo4jServer, trusted: None, plan: AccountabilityGraph, scheme: str) -> None:
    there_and_back(at(encrypted_server, scheme), plan)


@pytest.mark.parametrize("scheme", ["bolt+ssc", "neo4j+ssc"])
def test_any_certificate(encrypted_server: Neo4jServer, plan: AccountabilityGraph, scheme: str) -> None:
    there_and_back(at(encrypted_server, scheme), plan)


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_certificate_nobody_vouches_for(encrypted_server: Neo4jServer, scheme: str) -> None:
    refused(at(encrypted_server, scheme), "no encrypted connection can be made", "不能建立加密连接")


def test_a_certificate_for_another_host(encrypted_server: Neo4jServer, trusted: None) -> None:
    refused(at(encrypted_server, "bolt+s", "localhost"), "no encrypted connection can be made", "不能建立加密连接")


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_who_does_not_encrypt_is_told_to(encrypted_server: Neo4jServer, scheme: str) -> None:
    refused(at(encrypted_server, scheme), "or it encrypts; then write bolt+s://", "要求加密时用 bolt+s://")


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s", "bolt+ssc"])
def test_a_server_that_does_not_encrypt(neo4j_server: Neo4jServer, scheme: str) -> None:
    neo4j_server.start()
    refused(at(neo4j_server, scheme), "no encrypted connection can be made", "不能建立加密连接")


def refused(address: tuple[str, str, str], en: str, zh: str) -> None:
    with pytest.raises(Problem) as problem, connect(*address, patience=1.0):
        pass
    assert en in problem.value.en and zh in problem.value.zh
    assert Neo4jServer.password not in problem.value.en + problem.value.zh
