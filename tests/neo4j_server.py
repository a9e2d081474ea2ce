"""A real Neo4j server for tests: Community Edition from Maven's artifacts, started by ``neo4j/Server.java`` on a port of this machine only.

``FENGONG_NEO4J_LIB`` names the folder with the jars of the server and of cypher-shell (118 MB, fetched once if it is not there; offline after that).
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NoReturn

FOLDER = Path(__file__).resolve().parent / "neo4j"
VERSION = "5.26.12"
_HOW_JAVA = "a JDK of 17 or newer that starts a source file: apt-get install default-jdk-headless"
_HOW_MAVEN = f"apt-get install maven (it fetches the server once), or set FENGONG_NEO4J_LIB to a folder that holds the jars of Neo4j {VERSION}"
_LONGEST_START = 120.0  # seconds; 5 is usual


class Neo4jServer:
    """One server: ``uri``, ``user``, ``password``; it can be stopped and started again on the same folder and port.

    ``certificates``: a folder with private.key and public.crt; then it speaks only with who encrypts.
    """

    user = "neo4j"
    password = "correct-horse-霁州"

    def __init__(self, home: Path, jars: Path, certificates: Path | None = None) -> None:
        self.home, self._jars, self._certificates = home, jars, certificates
        self.port = free_port()
        self.uri = f"bolt://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts the server and waits until Bolt answers. AssertionError with the server's own words if it does not."""
        if self._process is not None:
            return
        self.home.mkdir(parents=True, exist_ok=True)
        with self._log("wb") as log:
            self._process = subprocess.Popen(self._command(), stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.home)
        until = time.monotonic() + _LONGEST_START
        while not self._answers():
            assert self._process.poll() is None, f"the server ended: {self._said()}"
            assert time.monotonic() < until, f"the server does not answer: {self._said()}"
            time.sleep(0.1)

    def stop(self, kill: bool = False) -> None:
        """Ends the server; ``kill``: at once, as if the machine had failed."""
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(signal.SIGKILL if kill else signal.SIGTERM)
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def driver(self, **settings: Any) -> Any:
        """A new driver of the library ``neo4j``, to be closed by who asks for it."""
        import neo4j

        return neo4j.GraphDatabase.driver(self.uri, auth=(self.user, self.password), **settings)

    def ask(self, statement: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of one statement."""
        with self.driver() as driver:
            return [record.data() for record in driver.execute_query(statement, parameters).records]

    def shell(self, file: Path) -> str:
        """What cypher-shell prints of a file of statements, the rows divided by commas. AssertionError with its words if it refuses."""
        command = ["java", "-cp", f"{self._jars}{os.sep}*", "org.neo4j.shell.Main", "-a", self.uri, "-u", self.user, "--format", "plain", "-f", str(file)]
        done = subprocess.run(command, env={**os.environ, "NEO4J_PASSWORD": self.password}, capture_output=True, encoding="utf-8", timeout=120, check=False)
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return done.stdout

    def empty(self) -> None:
        """Nothing is left: no node, no constraint, no index."""
        while self.ask("MATCH (n) WITH n LIMIT 20000 DETACH DELETE n RETURN count(*) AS gone")[0]["gone"]:
            pass
        for kind, all_of_them in (("CONSTRAINT", "CONSTRAINTS"), ("INDEX", "INDEXES")):
            for row in self.ask(f"SHOW {all_of_them} YIELD name, type WHERE type <> 'LOOKUP' RETURN name"):
                self.ask(f"DROP {kind} `{row['name']}` IF EXISTS")

    def _command(self) -> list[str]:
        java = ["java", "-Xmx1g", "-XX:+UseSerialGC", "-cp", f"{self._jars}{os.sep}*", str(FOLDER / "Server.java")]
        return [*java, str(self.home), str(self.port), self.password, *([str(self._certificates)] if self._certificates else [])]

    def _answers(self) -> bool:
        """Whether the port is open and the password set, which comes after it."""
        if b"ready" not in (self.home / "server.log").read_bytes():
            return False
        with socket.socket() as probe:
            probe.settimeout(1)
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def _log(self, mode: str) -> IO[Any]:
        return (self.home / "server.log").open(mode)

    def _said(self) -> str:
        return (self.home / "server.log").read_text("utf-8", "replace")[-2000:]


@contextmanager
def running(home: Path, jars: Path, certificates: Path | None = None) -> Iterator[Neo4jServer]:
    """A server that runs, and is gone at the end."""
    server = Neo4jServer(home, jars, certificates)
    try:
        server.start()
        yield server
    finally:
        server.stop(kill=True)


def jars(missing: Callable[[str, str], NoReturn]) -> Path:
    """The folder with the server's jars, fetched if they are not there. ``missing`` is told what the machine lacks."""
    if shutil.which("java") is None or "jdk.compiler" not in _output(["java", "--list-modules"]):
        missing("java", _HOW_JAVA)
    named = os.environ.get("FENGONG_NEO4J_LIB")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = Path(named) if named else cache / "fengong" / f"neo4j-{VERSION}-and-shell"
    if _complete(folder):
        return folder
    maven = shutil.which("mvn")
    if maven is None:
        missing("java", _HOW_MAVEN)
    folder.parent.mkdir(parents=True, exist_ok=True)
    fetched = folder.with_name(f"{folder.name}.{os.getpid()}.part")
    ask = [maven, "-q", "-B", "-f", str(FOLDER / "pom.xml"), "dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={fetched}"]
    done = subprocess.run(ask, capture_output=True, text=True, timeout=900, check=False)
    if done.returncode or not _complete(fetched):
        shutil.rmtree(fetched, ignore_errors=True)
        missing("java", f"{_HOW_MAVEN}; Maven said: {(done.stdout + done.stderr)[-500:]}")
    try:
        fetched.rename(folder)
    except OSError:  # another run was faster
        shutil.rmtree(fetched, ignore_errors=True)
    return folder


def _complete(folder: Path) -> bool:
    return all(next(folder.glob(f"{name}-[0-9]*.jar"), None) for name in ("neo4j", "neo4j-bolt", "cypher-shell"))


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _output(command: Sequence[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False).stdout
