"""``fengong query NAME --uri``: the plans on a server answer as the files do, byte by byte."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from neo4j_server import Neo4jServer, free_port

import fengong
from fengong.cli import main
from graphmodel.graph import AccountabilityGraph
from queries.measure import measures
from queries.twins import twin_of

SAMPLES = sorted((Path(fengong.__file__).parent / "samples").glob("*.txt"))
UNIT = "沅平市财政局"


def run(*args: object, lang: str = "zh", **env: str) -> Result:
    return CliRunner().invoke(main, ["query", *map(str, args), "--lang", lang], env=env)


def at(samples_server: Neo4jServer, *args: object, lang: str = "zh") -> Result:
    return run(*args, "--uri", samples_server.uri, "--user", samples_server.user, lang=lang, FENGONG_NEO4J_PASSWORD=samples_server.password)


def _unit(name: str) -> tuple[str, ...]:
    return ("--unit", UNIT) if measures()[name].takes else ()


@pytest.mark.parametrize("name", sorted(measures()))
def test_every_question_is_answered_as_from_the_files(samples_server: Neo4jServer, name: str) -> None:
    """Text for both languages and JSON, of all plans; those with a twin also CSV."""
    forms = (("text", "zh"), ("text", "en"), ("json", "zh"), *((("csv", "zh"), ("csv", "en")) if twin_of(name) else ()))
    for form, lang in forms:
        here = run(name, *SAMPLES, *_unit(name), "--format", form, lang=lang)
        there = at(samples_server, name, *_unit(name), "--format", form, lang=lang)
        assert (here.exit_code, there.exit_code) == (0, 0), there.stderr
        assert there.stdout_bytes == here.stdout_bytes and len(here.stdout_bytes) > 100


@pytest.mark.parametrize("name", ["load", "matrix", "department", "deadlines"])
def test_the_workbook_is_the_same(samples_server: Neo4jServer, name: str, tmp_path: Path) -> None:
    here, there = tmp_path / "here.xlsx", tmp_path / "there.xlsx"
    assert run(name, *SAMPLES, *_unit(name), "-o", here).exit_code == 0
    assert at(samples_server, name, *_unit(name), "-o", there).exit_code == 0
    assert here.read_bytes() == there.read_bytes()


@pytest.mark.parametrize("name", ["load", "matrix", "orphans"])
def test_plans_are_chosen_by_id(samples_server: Neo4jServer, samples_graph: AccountabilityGraph, name: str) -> None:
    """Given in another order and twice, they stand in the order in which they were pushed."""
    first, _, _, fourth, *_ = samples_graph.documents()
    there = at(samples_server, name, "--plan", fourth, "--plan", first, "--plan", fourth, "--format", "json")
    assert there.stdout == run(name, SAMPLES[0], SAMPLES[3], "--format", "json").stdout
    assert "2 份方案" in there.stderr
    assert at(samples_server, name, "--plan", first).stdout == run(name, SAMPLES[0]).stdout


def test_the_server_may_stand_in_the_environment(samples_server: Neo4jServer) -> None:
    env = {"FENGONG_NEO4J_URI": samples_server.uri, "FENGONG_NEO4J_USER": samples_server.user, "FENGONG_NEO4J_PASSWORD": samples_server.password}
    assert json.loads(run("load", "--format", "json", **env).stdout)["rows"]
    files = run("load", SAMPLES[0], "--format", "json", **env)
    assert files.stdout == run("load", SAMPLES[0], "--format", "json").stdout, "a file named is the one that is meant"


def test_a_short_name_is_found(samples_server: Neo4jServer) -> None:
    assert at(samples_server, "department", "--unit", "云泽省农业农村").stdout == run("department", *SAMPLES, "--unit", "云泽省农业农村").stdout


# --- refusals: one sentence, exit 2 --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("args", "words"), [
    (("load", "plan.txt"), ("plan.txt", "--uri")),
    (("lode",), ("load",)),
    (("department",), ("--unit",)),
    (("load", "--unit", UNIT), ("--unit",)),
    (("department", "--unit", "市水力居"), ("市水力居",)),
    (("department", "--unit", "') DETACH DELETE n //"), ("DETACH DELETE",)),
    (("load", "--plan", "青岚区-9号"), ("青岚区-9号", "8")),
    (("orphans", "--plan", "'}) DETACH DELETE n //"), ("DETACH DELETE",)),
    (("load", "--format", "pdf"), ("xlsx",)),
])  # fmt: skip
def test_what_cannot_be_done_is_one_sentence(samples_server: Neo4jServer, args: tuple[str, ...], words: tuple[str, ...], lang: str) -> None:
    before = samples_server.ask("MATCH (n) RETURN count(n) AS n")
    done = at(samples_server, *args, lang=lang)
    assert done.exit_code == 2 and done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1 and all(word in done.stderr for word in words)
    assert samples_server.password not in done.stderr and "Traceback" not in done.stderr
    assert samples_server.ask("MATCH (n) RETURN count(n) AS n") == before


def test_plan_needs_a_server() -> None:
    done = run("load", SAMPLES[0], "--plan", "x", lang="en")
    assert done.exit_code == 2 and "--uri" in done.stderr


def test_neither_file_nor_server_is_said_with_both_ways() -> None:
    done = run("load", lang="en")
    assert done.exit_code == 2 and "plan.txt" in done.stderr and "--uri" in done.stderr


def test_no_server_there() -> None:
    done = run("load", "--uri", f"bolt://127.0.0.1:{free_port()}", lang="en", FENGONG_NEO4J_PASSWORD="secret-7")
    assert done.exit_code == 2 and "127.0.0.1" in done.stderr and "secret-7" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("name", ["load", "orphans"])
def test_a_server_without_plans(empty_server: Neo4jServer, name: str) -> None:
    done = at(empty_server, name, lang="en")
    assert done.exit_code == 2 and "no plan" in done.stderr and done.stdout == ""


def test_the_help_says_where_a_question_is_answered() -> None:
    for lang, words in (("zh", "Cypher"), ("en", "computed there in Cypher")):
        told = CliRunner().invoke(main, ["query", "--help", "--lang", lang]).output
        assert words in " ".join(told.split()) and "--plan" in told and "--password-file" in told
        assert all(name in told for name in ("load", "matrix", "department"))


def test_neo4j_is_not_imported_for_files() -> None:
    code = f"import sys; from fengong.cli import main; main(['query', 'load', {str(SAMPLES[0])!r}], standalone_mode=False); assert 'neo4j' not in sys.modules"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}, check=False)
    assert done.returncode == 0, done.stderr.decode()
