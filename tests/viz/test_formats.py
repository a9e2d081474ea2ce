"""What holds for every form of the findings: a hostile plan does nothing, and what must be there is there. JSON and GitHub's commands among them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hostile import commands, plan_of
from hypothesis import given, settings
from reading_back import ACTING, NAMES, any_text, hostile, made, sarif_of, table_of, tokens_of, validator, words

from fengong.findings_out import beside
from graphmodel.finding import from_json
from queries.audit import rules
from viz.format import format_for_path, formats
from viz.seen import harmless_json, visible
from viz.taken import taken_lines


def test_there_are_seven_forms_and_file_names_ask_for_them() -> None:
    assert tuple(f.name for f in formats()) == NAMES
    asked = {
        "a.csv": "csv",
        "a.XLSX": "xlsx",
        "a.sarif": "sarif",
        "a.sarif.json": "sarif",
        "a.json": "json",
        "a.md": "markdown",
        "a.txt": "text",
        "sarif.json": "json",
    }
    assert {path: f.name for path in asked if (f := format_for_path(path))} == asked
    assert format_for_path("csv") is None and format_for_path("a.github") is None and format_for_path("") is None
    assert {f.name for f in formats() if f.goes == "file"} == {"xlsx"} and {f.name for f in formats() if not f.data} == {"text"}


# --- what holds for all ------------------------------------------------------------------------------------------------------------------


@hostile
@pytest.mark.parametrize("name", sorted({*NAMES} - {"xlsx"}))
def test_no_character_of_a_plan_acts(name: str, evil: str) -> None:
    graph, found = plan_of(evil)
    for lang in ("zh", "en"):
        shown = words(name, graph, found, lang=lang).removeprefix("\ufeff")
        assert not set(shown) & ACTING
        assert "\r" not in shown.replace("\r\n", "\n") if name == "csv" else "\r" not in shown
        assert [c for c, _, _ in commands(shown)] == (["error", "warning", "notice"] if name == "github" else [])


@hostile
def test_no_line_of_the_text_or_the_screen_is_a_command(evil: str) -> None:
    graph, found = plan_of(evil)
    doc = graph.documents()[0]
    for columns in (40, 80):
        for by in ("place", "rule"):
            assert commands(words("text", graph, found, width=columns, by=by)) == []
        assert commands("\n".join(taken_lines(graph, doc, "zh", columns=columns))) == []


@hostile
@pytest.mark.parametrize("name", NAMES)
def test_the_same_bytes_each_time(name: str, evil: str) -> None:
    first, second = (made(name, *plan_of(evil)) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("name", NAMES)
def test_without_findings(name: str) -> None:
    graph, _ = plan_of("甲")
    assert (made(name, graph, ()) == b"") is (name == "github")


SEEN = [("甲::error::乙", "甲:\\x3aerror::乙"), ("::", "::"), ("甲::乙", "甲::乙"), ("##[甲", "#\\x23[甲"), ("## 甲", "## 甲"), (":::a", "::\\x3aa")]


@pytest.mark.parametrize(("raw", "shown"), SEEN)
def test_commands_are_made_visible(raw: str, shown: str) -> None:
    assert visible(raw) == shown
    assert commands(f"{visible(raw)}::x") == []


def test_json_without_what_acts_says_the_same() -> None:
    held = ["甲\x7f\x9b\u202e\ud800\U000e0041##[group]", {"\u2028": "✔𠮷\t\\##["}]
    shown = harmless_json(json.dumps(held, ensure_ascii=False))
    assert json.loads(shown) == held and not set(shown) & ACTING and "##[" not in shown and "✔𠮷" in shown
    assert harmless_json('"\x7f##["') == '"\\u007f#\\u0023["' and harmless_json('"甲"') == '"甲"'


# --- json ---------------------------------------------------------------------------------------------------------------------------------


@hostile
def test_json_gives_the_findings_back(evil: str) -> None:
    graph, found = plan_of(evil)
    data = json.loads(words("json", graph, found))
    assert from_json(data) == found
    validator("findings").validate(data)


# --- github ----------------------------------------------------------------------------------------------------------------------------------


@hostile
def test_github_runs_our_commands_and_no_other(evil: str) -> None:
    graph, found = plan_of(evil)
    log = words("github", graph, found, lang="en")
    assert log.count("\n") == 3
    first, second, third = commands(log)
    assert [c[0] for c in (first, second, third)] == ["error", "warning", "notice"]
    assert [sorted(c[1]) for c in (second, third)] == [["endLine", "file", "line", "title"], ["file", "title"]]
    assert set(first[1]) <= {"file", "line", "endLine", "col", "endColumn", "title"} and first[1]["title"] == "OWN101 no-owner"
    assert first[1]["file"] == visible(evil) or not evil or graph.node(graph.documents()[0])["source"] != evil
    said, *quotes, mend = first[2].split("\n")
    assert said == visible(evil) and mend == visible(f"mend: mend “{evil}”.") and quotes == [f"plan: {visible(' '.join(q.text.split()))}" for q in found[0].quotes]


def test_github_says_where() -> None:
    graph, found = plan_of("清淤", "方案.txt")
    first, second, _ = commands(words("github", graph, found, paths={"方案.txt": "plans, old/a:b%.txt"}))
    assert first[1] == {"file": "plans, old/a:b%.txt", "line": "1", "endLine": "1", "col": "1", "endColumn": "3", "title": "OWN101 no-owner"}
    assert second[1]["line"] == "1" and second[1]["endLine"] == "2" and "col" not in second[1]
    assert words("github", graph, found).startswith("::error file=方案.txt,line=1,endLine=1,col=1,endColumn=3,title=OWN101 no-owner::清淤%0A原文：清淤%0A")


@given(any_text)
@settings(deadline=None, max_examples=60)
def test_any_text_does_nothing_in_any_form(text: str) -> None:
    graph, found = plan_of(text)
    for name in sorted({*NAMES} - {"xlsx"}):
        assert len(commands(made(name, graph, found))) == (3 if name == "github" else 0)
    assert len(table_of(made("csv", graph, found))) == 4
    assert from_json(json.loads(made("json", graph, found))) == found
    sarif_of(graph, found)
    tokens_of(words("markdown", graph, found))


# --- the samples -----------------------------------------------------------------------------------------------------------------------------


def test_every_form_of_every_sample(samples: Path) -> None:
    from openpyxl import load_workbook

    import fengong

    for path in sorted(samples.glob("*.txt")):
        graph = fengong.graph(fengong.read(path))
        found = tuple(fengong.audit(graph))
        held = beside(graph, "zh", rules())
        data = json.loads(words("json", graph, found))
        validator("findings").validate(data)
        assert from_json(data) == found
        run = sarif_of(graph, found, **held)
        assert len(run["results"]) == len(found) and len(run["tool"]["driver"]["rules"]) == len(rules()) and all("help" in r for r in run["tool"]["driver"]["rules"])
        assert len(table_of(made("csv", graph, found))) == len(found) + 1 and len(commands(made("github", graph, found))) == len(found)
        page, loads = load_workbook(io.BytesIO(made("xlsx", graph, found, **held)))
        assert page.max_row == len(found) + 1 and loads.max_row > 1
        tokens_of(words("markdown", graph, found))
