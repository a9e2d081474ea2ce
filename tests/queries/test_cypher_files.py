"""The files of ``queries/cypher`` themselves: found by their folder, documented, free of extensions, in step with the program's own words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from neo4j_server import Neo4jServer

from graphmodel.graph import AccountabilityGraph
from graphmodel.plain import PlainGraph
from queries import answering, owners
from queries.measure import measures
from queries.owners import place_of
from queries.places import title
from queries.twins import FOLDER, Twin, read, twin_of, twins

FILES = sorted(FOLDER.glob("*.cypher"))
PASSAGE = re.compile(r"// (\w+): begins\n(.*?)// \1: ends", re.S)


def test_files_are_found_by_their_folder() -> None:
    assert set(twins()) == {"load", "matrix", "department", "orphans", "duplicates_by_indicator"} == {p.stem for p in FILES}
    assert {name for name in measures() if twin_of(name)} == {"load", "matrix", "department"}
    assert {twin.measure for twin in twins().values() if not twin.whole} == {"orphans", "duplicates"}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_file_is_documented(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    head = text.split(":param")[0]
    assert all(line.startswith("//") for line in head.strip().split("\n"))
    assert all(word in head for word in ("Parameters", "Needs Neo4j 5", "no APOC")) and ("Columns" in head or "columns" in head)
    assert "apoc" not in text[len(head) :].lower() and max(map(len, text.splitlines())) < 1200
    twin = twins()[path.stem]
    assert set(re.findall(r"\$(\w+)", "".join(twin.statements))) == set(twin.defaults), "each parameter has its :param line"
    assert all(name in head for name in twin.defaults)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_file_runs_as_it_is(path: Path, neo4j_server: Neo4jServer) -> None:
    neo4j_server.start()
    twin = twins()[path.stem]
    for statement in twin.statements:
        assert neo4j_server.ask(f"EXPLAIN {statement}", **twin.defaults) == []
        neo4j_server.ask(statement, **twin.defaults)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_file_runs_in_cypher_shell_as_it_is(path: Path, samples_server: Neo4jServer) -> None:
    """Which reads :param lines, comments and statements as Neo4j Browser does."""
    twin = twins()[path.stem]
    lines = samples_server.shell(path).splitlines()
    for statement in twin.statements:
        rows = samples_server.ask(statement, **twin.defaults)
        assert any(line.count(", ") >= len(rows[0]) - 1 and line.split(", ")[0] in rows[0] for line in lines), "the heads of its columns"
        assert len(lines) > len(rows) > 0


@pytest.mark.parametrize("text", ["", "// load\nRETURN 1;", "// Cousin of `fengong query load`\nRETURN 1;"])
def test_a_file_that_does_not_say_whose_it_is(text: str) -> None:
    with pytest.raises(ValueError, match="whose twin"):
        read("stray", text)


def test_what_a_file_holds() -> None:
    text = "// Part of `fengong query load`\n:param plans => ['a', 'b'];\n:param most => 3;\n\n// one;\nRETURN ';' AS a;\nRETURN $most;\n"
    twin = read("some", text)
    assert twin == Twin("some", "load", False, {"plans": ["a", "b"], "most": 3}, ("// Part of `fengong query load`\n\n// one;\nRETURN ';' AS a", "RETURN $most"))
    given: list[Any] = []
    twin.rows(lambda statement, parameters: given.append(parameters) or [], most=4)  # type: ignore[func-returns-value]
    assert given == [{"plans": ["a", "b"], "most": 4}] * 2
    with pytest.raises(TypeError, match="least"):
        twin.rows(lambda statement, parameters: [], least=1)


# --- the program's words ---------------------------------------------------------------------------------------------------------------


def passages(name: str) -> dict[str, str]:
    """What stands between ``// name: begins`` and ``// name: ends``, by file."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in FILES}
    return {stem: m[2] for stem, text in texts.items() for m in PASSAGE.finditer(text) if m[1] == name}


def test_a_passage_is_the_same_in_every_file() -> None:
    assert set(passages("owner")) == {"load", "duplicates_by_indicator"} and len(set(passages("owner").values())) == 1
    assert set(passages("title")) == {"matrix", "department", "orphans"} and len(set(passages("title").values())) == 1


NAMES = (
    "中共沅平市青岚区委员会", "沅平市青岚区人民政府", "青岚区党委、政府", "沅平市各区区委", "沅平市各区人民政府", "石门镇人民政府", "团结街道办事处", "各县(市、区)政府",
    "中共青岚区委、青岚区人民政府", "沅平市各园区党工委、管委会", "沅平市各园区管委会", "中国共产党青岚区委员会", "沅平高新区管理委员会", "青岚区党工委", "𠮷田镇人民政府", "云泽自治区党委",
    "沅平市发展和改革委员会", "沅平市商务委员会", "沅平市人民政府办公室", "中共沅平市委组织部", "共青团沅平市委员会", "沅平市水利局", "中国人民政治协商会议沅平市委员会",
    "政府", "委", "", "中共", "政协青岚区委员会", "、", "中共、区政府",
)  # fmt: skip


def test_owners_are_named_as_the_program_names_them(neo4j_server: Neo4jServer) -> None:
    neo4j_server.start()
    statement = "UNWIND $names AS name WITH {name: name, id: 'itself'} AS d\n" + passages("owner")["load"] + "RETURN d.name AS name, owner"
    told = {row["name"]: row["owner"] for row in neo4j_server.ask(statement, names=list(NAMES))}
    assert told == {name: f"党政:{place}" if (place := place_of(name)) else "itself" for name in NAMES}


def test_organs_are_those_of_the_program() -> None:
    (held,) = re.findall(r"\[organ IN \[(.*?)\]", passages("owner")["load"])
    (known,) = re.findall(r"\(\?:(.*)\)\$", owners._ORGAN.pattern)
    assert {organ.strip(" '") for organ in held.split(",")} == set(known.split("|"))


TEXTS = (
    "清淤。完成东河清淤。", "清淤（责任单位：市水利局）", "推进“高效办成一件事”，完善“好差评”机制", "【牵头單位】清淤", "清 淤\n第二行；第三", "一", "", "。。。", "A｡B",
    "完善各项设施，改造提升老旧管网并且建立长效管护机制和维护队伍，确保安全运行", "完善各项设施改造提升老旧管网并且建立长效管护机制和维护队伍共二百公里，确保安全运行",
    "完善设施，改造提升老旧管网并且建立长效管护机制和维护队伍共二百公里确保安全运行做到长治久安人民满意", "字" * 80, "字" * 35 + "，" + "字" * 40, "清\u3000淤 \u00a0：乙", "𠮷野" * 40,
    "清淤﹙負責單位：甲﹚", "甲\u200b\ufeff", "甲　　　。乙", "改造，" * 15, "12345678，0123456789012345678901，3", "清淤(今年完成)后续(监管单位甲)", "甲\x1f乙\x0b丙\u2028丁",
)  # fmt: skip


def test_headings_are_those_of_the_program(neo4j_server: Neo4jServer) -> None:
    neo4j_server.start()
    statement = "UNWIND $texts AS text WITH {text: text} AS t\n" + passages("title")["matrix"] + "RETURN t.text AS text, title"
    told = {row["text"]: row["title"] for row in neo4j_server.ask(statement, texts=list(TEXTS))}
    assert told == {text: _title(text) for text in TEXTS}


def _title(text: str) -> str:
    graph = PlainGraph()
    graph.add_node("d", kind="document", text=tuple(text.split("\n")))
    graph.add_node("t", kind="task", doc="d", span=(0, len(text)), lines=(1, 1))
    return title(AccountabilityGraph(graph), "t")


@pytest.mark.parametrize("name", ["SUBJECT", "_EACH", "_NO_WORK", "_POST", "_MEASURES", "_AIMS", "_ACTION", "_THE_OWNERS", "_FIELD"])
def test_patterns_are_those_of_the_program(name: str) -> None:
    text = (FOLDER / "orphans.cypher").read_text(encoding="utf-8")
    held = re.findall(r"^(?:WITH|    ) '((?:[^'\\]|\\.)*)' AS (\w+),$", text, re.M)
    patterns = {called: re.sub(r"\\(.)", r"\1", words) for words, called in held}
    assert patterns[name.strip("_").lower()] == getattr(answering, name).pattern
