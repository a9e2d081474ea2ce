"""What every test may ask for.

``FENGONG_REQUIRE=shared,...`` (names divided by commas) turns the skip of a test that lacks something into a failure.
``FENGONG_SHARED`` names the folder with the annotated real plans (``seeds/``, ``gold/``, ``grade.py``);
by default it is ``shared`` beside the project.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from neo4j_server import Neo4jServer, jars, running

from graphmodel.graph import AccountabilityGraph

ROOT = Path(__file__).resolve().parent.parent


def required() -> set[str]:
    """The names in FENGONG_REQUIRE."""
    return {name.strip() for name in os.environ.get("FENGONG_REQUIRE", "").split(",") if name.strip()}


def missing(what: str, how: str) -> NoReturn:
    """Ends the test: a skip that says how to get ``what``, a failure where FENGONG_REQUIRE lists it."""
    if what in required():
        pytest.fail(f"{what} is required here (FENGONG_REQUIRE) and missing: {how}", pytrace=False)
    pytest.skip(f"{what} is missing: {how}")


@pytest.fixture(scope="session")
def lacking() -> Callable[[str, str], NoReturn]:
    """``missing``, for the fixtures of other folders."""
    return missing


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the annotated real plans, which are no part of the project."""
    named = os.environ.get("FENGONG_SHARED")
    folder = Path(named) if named else ROOT.parent / "shared"
    if not (folder / "seeds").is_dir():
        missing("shared", "set FENGONG_SHARED to the folder that holds seeds/, gold/ and grade.py, or put it beside the project as 'shared'")
    return folder.resolve()


@pytest.fixture(scope="session")
def samples() -> Path:
    """The sample plans that ship with the program."""
    return ROOT / "fengong" / "samples"


_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium_path() -> str | None:
    """The browser of this machine: ``FENGONG_CHROMIUM``, else the first of the usual names."""
    return os.environ.get("FENGONG_CHROMIUM") or next((found for name in _BROWSERS if (found := shutil.which(name))), None)


# what needs another program is slow and the same whatever Python runs it: `-m "not browser and not office and not server"` leaves it out
_MARKS = {"browser": {"browser", "chromium"}, "office": {"soffice", "workshop"}, "server": {"neo4j_server", "encrypted_server"}}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What opens a browser, LibreOffice (or makes documents in all forms) or a Neo4j server is marked so."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        for mark, needs in _MARKS.items():
            if needs & fixtures:
                item.add_marker(mark)


@pytest.fixture(scope="session")
def chromium() -> str:
    path = chromium_path()
    if path is None:
        missing("chromium", "apt-get install chromium fonts-noto-cjk, or set FENGONG_CHROMIUM to the path of a Chromium or Chrome")
    return path


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice, which saves documents in the formats of other programs."""
    path = shutil.which("soffice") or shutil.which("libreoffice")
    if path is None:
        missing("libreoffice", "apt-get install libreoffice-writer libreoffice-calc")
    return path


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """A Neo4j server with its own folder and port, running. What a test leaves in it the next one finds: see ``empty_server``."""
    with running(tmp_path_factory.mktemp("neo4j"), jars(missing)) as server:
        yield server


@pytest.fixture
def empty_server(neo4j_server: Neo4jServer) -> Neo4jServer:
    """The running server, with nothing in it."""
    neo4j_server.start()
    neo4j_server.empty()
    return neo4j_server


@pytest.fixture(scope="session")
def samples_graph(samples: Path) -> AccountabilityGraph:
    """The graph of the sample plans."""
    import fengong

    return fengong.graph([fengong.read(path) for path in sorted(samples.glob("*.txt"))])


@pytest.fixture
def samples_server(neo4j_server: Neo4jServer, samples_graph: AccountabilityGraph) -> Neo4jServer:
    """The running server with the sample plans and nothing else; pushed anew only if another test left something else."""
    from graphmodel.neo4j import connect, push
    from queries.weighed import weighed

    neo4j_server.start()
    if [row["id"] for row in neo4j_server.ask("MATCH (plan:Document) RETURN plan.id AS id ORDER BY plan.pushed")] != samples_graph.documents():
        neo4j_server.empty()
        with connect(neo4j_server.uri, neo4j_server.user, neo4j_server.password) as connected:
            push(samples_graph, connected, weighed=weighed(samples_graph))
    return neo4j_server
