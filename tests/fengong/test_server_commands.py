"""``fengong push``, ``pull`` and ``drop-plan``: what they say, where the password may come from and where it never is."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from neo4j_server import Neo4jServer, free_port

from fengong.cli import main

PLAN = """沅平市城市环境整治工作任务分工方案
沅政办发〔2024〕18号
一、重点任务
1.完成老城区雨污分流改造。(责任单位:市住房城乡建设局;配合单位:市财政局)
2.完成河道清淤。(责任单位:市水利局)
"""
OTHER = PLAN.replace("沅平市城市环境整治", "沅平市水源地保护").replace("18号", "7号").replace("市水利局", "市财政局")
NOVEL = "话说那日天色已晚，他走出门去，看见一个老人坐在河边钓鱼。\n" * 40
NAMES = ("URI", "USER", "PASSWORD", "DATABASE")


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(f"FENGONG_NEO4J_{name}", raising=False)


@pytest.fixture
def password(tmp_path: Path) -> Path:
    path = tmp_path / "password"
    path.write_text(Neo4jServer.password + "\n", encoding="utf-8")
    return path


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def run(*args: object, lang: str = "en", **env: str) -> Result:
    done = CliRunner().invoke(main, [*map(str, args), "--lang", lang], env={f"FENGONG_NEO4J_{k}": v for k, v in env.items()})
    assert Neo4jServer.password not in done.output
    return done


def ids(path: Path) -> list[str]:
    return [n["id"] for n in json.loads(path.read_text("utf-8"))["nodes"] if n["kind"] == "document"]


# --- there and back ------------------------------------------------------------------------------------------------------------------


def test_there_and_back(empty_server: Neo4jServer, tmp_path: Path, password: Path) -> None:
    at = ("--uri", empty_server.uri, "--password-file", password)
    one = written(tmp_path / "plans" / "a.txt", PLAN)
    written(tmp_path / "plans" / "b.txt", OTHER)
    done = run("push", tmp_path / "plans", *at)
    assert (done.exit_code, done.stderr) == (0, "")
    assert re.fullmatch(r"2 plans written: \d+ nodes, \d+ edges\.\n", done.stdout)

    done = run("pull", *at, "-o", tmp_path / "all.json")
    assert (done.exit_code, done.stdout) == (0, "") and "2 plans in all" in done.stderr
    run("graph", tmp_path / "plans", "-o", tmp_path / "graph.json")
    assert (tmp_path / "all.json").read_bytes() == (tmp_path / "graph.json").read_bytes()

    (first, second) = ids(tmp_path / "all.json")
    assert run("pull", *at, "--plan", first, "-o", tmp_path / "one.json").exit_code == 0
    run("graph", one, "-o", tmp_path / "graph.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "graph.json").read_bytes()
    done = run("pull", *at, "--plan", second)
    assert [n["id"] for n in json.loads(done.stdout)["nodes"] if n["kind"] == "document"] == [second]

    assert run("push", tmp_path / "all.json", *at).stdout.startswith("2 plans written (2 in place of an older draft): ")
    written(one, PLAN.replace("河道清淤", "河道整治"))
    assert run("push", one, *at, lang="zh").stdout.startswith("已写入 1 份方案（其中 1 份代替原有的稿子）：")
    assert "河道整治" in run("pull", *at).stdout
    done = run("drop-plan", first, *at)
    assert (done.exit_code, done.stderr) == (0, "") and done.stdout.startswith("the plan is gone: ")
    run("pull", *at, "-o", tmp_path / "left.json")
    assert ids(tmp_path / "left.json") == [second]
    assert run("audit", tmp_path / "left.json").exit_code in (0, 1)


def test_programs_that_push_at_once_into_a_fresh_server(empty_server: Neo4jServer, samples: Path, tmp_path: Path, password: Path) -> None:
    """Each of them makes the constraints, and all name some departments that others name; one plan is pushed by two."""
    plans = sorted(samples.glob("*.txt"))[:4]
    at = ["--uri", empty_server.uri, "--password-file", str(password)]
    pushes = [subprocess.Popen([sys.executable, "-m", "fengong", "push", str(plan), *at], stderr=subprocess.PIPE, text=True) for plan in (*plans, plans[0])]
    assert [(push.communicate(timeout=120)[1], push.returncode) for push in pushes] == [("", 0)] * 5
    for plan in plans:
        run("graph", plan, "-o", tmp_path / "graph.json")
        run("pull", *at, "--plan", ids(tmp_path / "graph.json")[0], "-o", tmp_path / "pulled.json")
        assert (tmp_path / "pulled.json").read_bytes() == (tmp_path / "graph.json").read_bytes()
    assert len(empty_server.ask("SHOW CONSTRAINTS YIELD name")) == 9


def test_what_cypher_cannot_weigh_is_pushed_too(empty_server: Neo4jServer, samples: Path, password: Path) -> None:
    run("push", samples, "--uri", empty_server.uri, "--password-file", password)
    assert empty_server.ask("MATCH (d:Document) RETURN DISTINCT d.weighed AS weighed") == [{"weighed": True}]
    (row,) = empty_server.ask(
        "MATCH (:Goal)-[:MEASURED_BY]->(i:Indicator) RETURN count(i) AS figures, count(i.carriage) AS weighed, count(DISTINCT i.carriage) AS ways"
    )
    assert row["figures"] == row["weighed"] > 10 and row["ways"] > 1
    (row,) = empty_server.ask("MATCH (i:Indicator) WHERE i.target IS NOT NULL MATCH (first:Indicator {id: i.target}) RETURN count(i) AS n, min(i.likeness) AS least")
    assert row["n"] > 5 and 0.5 < row["least"] < 1


def test_an_id_of_its_own(empty_server: Neo4jServer, tmp_path: Path, password: Path) -> None:
    plan = written(tmp_path / "a.txt", PLAN)
    run("push", plan, "--id", "2024-18", "--uri", empty_server.uri, "--password-file", password)
    assert empty_server.ask("MATCH (d:Document) RETURN d.id AS id") == [{"id": "2024-18"}]


def test_an_id_for_a_graph_file_or_none_at_all(empty_server: Neo4jServer, tmp_path: Path, password: Path) -> None:
    at = ("--uri", empty_server.uri, "--password-file", password)
    plan = written(tmp_path / "a.txt", PLAN)
    run("graph", plan, "-o", tmp_path / "g.json")
    assert "whose plans have their ids" in run("push", tmp_path / "g.json", "--id", "q", *at).stderr
    for id in ("", "  "):
        assert "--id is empty" in run("push", plan, "--id", id, *at).stderr
    assert empty_server.ask("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def test_of_two_files_with_one_id_neither_is_written(empty_server: Neo4jServer, tmp_path: Path, password: Path) -> None:
    """Nobody says which of them is to take the place of the draft on the server."""
    at = ("--uri", empty_server.uri, "--password-file", password)
    for name, text in (("a.txt", PLAN), ("b.txt", PLAN.replace("河道清淤", "河道整治")), ("c.txt", OTHER)):
        written(tmp_path / "plans" / name, text)
    done = run("push", tmp_path / "plans", *at)
    assert done.exit_code == 2 and done.stdout.startswith("1 plan written: ")
    assert "a.txt" in done.stderr and "b.txt" in done.stderr and "neither file is written" in done.stderr
    assert [row["s"] for row in empty_server.ask("MATCH (d:Document) RETURN d.source AS s")] == ["c.txt"]
    written(tmp_path / "more" / "d.txt", PLAN)
    run("graph", tmp_path / "more" / "d.txt", tmp_path / "plans" / "c.txt", "-o", tmp_path / "two.json")
    done = run("push", tmp_path / "two.json", tmp_path / "more" / "d.txt", *at)
    assert done.exit_code == 2 and "plan written" not in done.stdout and "neither file is written" in done.stderr


def test_another_plans_id_is_refused(empty_server: Neo4jServer, tmp_path: Path, password: Path) -> None:
    at = ("--uri", empty_server.uri, "--password-file", password)
    run("push", written(tmp_path / "a.txt", PLAN), "--id", "x", *at)
    done = run("push", written(tmp_path / "b.txt", OTHER), "--id", "x", *at)
    assert done.exit_code == 2 and done.stdout == "" and "the plan x on the server is another one" in done.stderr and done.stderr.count("\n") == 1


def test_what_is_no_plan_is_not_written(empty_server: Neo4jServer, tmp_path: Path, password: Path) -> None:
    at = ("--uri", empty_server.uri, "--password-file", password)
    written(tmp_path / "plans" / "novel.txt", NOVEL)
    assert run("push", tmp_path / "plans", *at).exit_code == 2
    assert empty_server.ask("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]
    written(tmp_path / "plans" / "plan.txt", PLAN)
    done = run("push", tmp_path / "plans", tmp_path / "missing.txt", *at)
    assert done.exit_code == 2 and done.stdout.startswith("1 plan written: ")
    assert "missing.txt" in done.stderr and "novel.txt: no duty of anybody was found, so it is not written" in done.stderr and done.stderr.count("\n") == 2
    assert empty_server.ask("MATCH (d:Document) RETURN d.source AS s") == [{"s": "plan.txt"}]


def test_the_environment_stands_for_the_options(empty_server: Neo4jServer, tmp_path: Path) -> None:
    plan = written(tmp_path / "a.txt", PLAN)
    env = {"URI": empty_server.uri, "USER": "neo4j", "PASSWORD": empty_server.password, "DATABASE": "neo4j"}
    assert run("push", plan, **env).exit_code == 0
    assert run("push", plan, **{**env, "DATABASE": "nowhere"}).exit_code == 2
    assert run("push", plan, "--database", "neo4j", **{**env, "DATABASE": "nowhere"}).exit_code == 0
    assert run("push", plan, "--user", "neo4j", **{**env, "USER": "nobody"}).exit_code == 0


# --- the password --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["push", "pull", "drop-plan"])
def test_there_is_no_option_for_the_password(command: str) -> None:
    done = run(command, "x", "--password", "secret")
    assert done.exit_code == 2 and "--password" in done.stderr and "secret" not in done.output


@pytest.mark.parametrize("said", ["password wrong\n", "wrong-密码\r\nsecond line\n", "\ufeffwrong-with-a-mark"])
def test_a_wrong_password_is_not_repeated(neo4j_server: Neo4jServer, tmp_path: Path, said: str) -> None:
    done = run("pull", "--uri", neo4j_server.uri, "--user", "nobody", "--password-file", written(tmp_path / "p", said))
    assert done.exit_code == 2 and done.stdout == ""
    assert done.stderr == f"fengong: {neo4j_server.uri}: user or password is wrong; check --user and the password.\n"


@pytest.mark.parametrize(("data", "says"), [
    (b"", "first line"), (b"\nsecond", "first line"), (b"\xff\xfe", "UTF-8"), (b"x" * 5000, "first line"), (None, "no password file"),
])  # fmt: skip
def test_password_files_that_are_none(tmp_path: Path, data: bytes | None, says: str) -> None:
    if data is not None:
        (tmp_path / "p").write_bytes(data)
    done = run("pull", "--uri", "bolt://localhost:1", "--password-file", tmp_path / "p")
    assert done.exit_code == 2 and says in done.stderr and "Traceback" not in done.output


def test_a_folder_is_no_password_file(tmp_path: Path) -> None:
    assert "cannot read" in run("pull", "--uri", "bolt://localhost:1", "--password-file", tmp_path).stderr


def test_nobody_is_asked_without_a_terminal() -> None:
    done = run("pull", "--uri", "bolt://localhost:1")
    assert done.exit_code == 2 and "there is no password" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_on_a_terminal_the_password_is_asked_for_and_not_shown(neo4j_server: Neo4jServer) -> None:
    import pty

    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["FENGONG_NEO4J_URI"] = neo4j_server.uri
        os.execv(sys.executable, [sys.executable, "-m", "fengong", "drop-plan", "nothing", "--lang", "en"])
    shown = b""
    while b"Password of neo4j" not in shown:
        shown += os.read(terminal, 4096)
    os.write(terminal, neo4j_server.password.encode() + b"\n")
    try:
        while data := os.read(terminal, 4096):
            shown += data
    except OSError:  # the end, on Linux
        pass
    os.waitpid(pid, 0)
    assert b"no plan" in shown
    assert neo4j_server.password.encode() not in shown


def test_a_traceback_holds_no_password(neo4j_server: Neo4jServer, tmp_path: Path) -> None:
    """Also when a developer asks for everything."""
    env = {**os.environ, "FENGONG_TRACEBACK": "1", "PYTHONFAULTHANDLER": "1", "FENGONG_NEO4J_PASSWORD": "hunter2-密码"}
    for uri in (neo4j_server.uri, f"bolt://127.0.0.1:{free_port()}", "bolt://neo4j:hunter2-密码@127.0.0.1"):
        command = [sys.executable, "-X", "dev", "-W", "ignore", "-m", "fengong", "pull", "--uri", uri, "--user", "nobody", "--lang", "en"]
        done = subprocess.run(command, env=env, capture_output=True, check=False, timeout=120)
        assert done.returncode == 2 and done.stdout == b""
        assert b"hunter2" not in done.stderr and done.stderr.count(b"\n") == 1


# --- what is said --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("args", "says"), [
    (("push", "PLAN"), "no Neo4j server is named"),
    (("pull",), "no Neo4j server is named"),
    (("drop-plan", "x"), "no Neo4j server is named"),
    (("push", "PLAN", "--uri", ""), "no Neo4j server is named"),
    (("pull", "--uri", "http://localhost:7474"), "must begin with one of bolt://"),
    (("pull", "--uri", "bolt://localhost:abc"), "not complete or holds too much"),
    (("pull", "--uri", "bolt://localhost:99999"), "not complete or holds too much"),
    (("pull", "--uri", "bolt://me:secret@localhost"), "holds no user and no password"),
    (("push", "PLAN", "--uri", "bolt://localhost:7687/x"), "not complete or holds too much"),
    (("drop-plan", "--uri", "bolt://localhost:1"), "ID"),
    (("pull", "-o", "x.doc", "--uri", "bolt://localhost:1"), "unknown format"),
    (("pull", "-o", "nowhere/x.json", "--uri", "bolt://localhost:1"), "does not exist"),
])  # fmt: skip
def test_what_cannot_be_done_is_one_sentence(tmp_path: Path, args: tuple[str, ...], says: str) -> None:
    plan = written(tmp_path / "plan.txt", PLAN)
    done = run(*(plan if a == "PLAN" else a for a in args))
    assert done.exit_code == 2 and done.stdout == ""
    assert says in done.stderr and done.stderr.count("\n") == 1 and "secret" not in done.stderr
    assert run(*(plan if a == "PLAN" else a for a in args), lang="zh").stderr.endswith("。\n")


def test_no_server_is_one_sentence(tmp_path: Path) -> None:
    port = free_port()
    env = {**os.environ, "FENGONG_NEO4J_PASSWORD": "x"}
    command = [sys.executable, "-m", "fengong", "push", str(written(tmp_path / "plan.txt", PLAN)), "--uri", f"bolt://127.0.0.1:{port}", "--lang", "en"]
    done = subprocess.run(command, env=env, capture_output=True, check=False, timeout=120, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr
        == f"fengong: bolt://127.0.0.1:{port}: the server cannot be reached, or the connection was lost; check the address, and whether the server runs.\n"
    )


@pytest.mark.parametrize("args", [["push", "--help"], ["pull", "--help"], ["drop-plan", "--help"], ["--help"], ["push", "x.txt"], ["pull", "--uri", "http://x"]])
def test_the_driver_is_not_imported_before_it_is_needed(args: list[str]) -> None:
    code = (
        "import sys\nfrom fengong.cli import main\n"
        f"try: main({args!r})\nexcept SystemExit: pass\nprint('neo4j' in sys.modules, 'pandas' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.stderr.endswith("False False\n")
