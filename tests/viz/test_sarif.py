"""Findings as SARIF: valid against the schema of OASIS, with places that are true and fingerprints that know a finding again."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hostile import plan_of
from reading_back import hostile, sarif_of, validator, words

from graphmodel.finding import Finding, Words
from viz.format import RulePage
from viz.formats.sarif import plain


def test_the_schema_of_sarif_can_refuse() -> None:
    graph, found = plan_of("甲")
    data = json.loads(words("sarif", graph, found))
    data["runs"][0]["results"][0]["level"] = "review"
    assert not validator("sarif").is_valid(data)


@hostile
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sarif_is_valid_and_its_places_are_true(evil: str, lang: str) -> None:
    graph, found = plan_of(evil)
    run = sarif_of(graph, found, lang=lang)
    text = graph.text_of(graph.documents()[0])
    lines = re.split(r"\r\n|\n|\r", text)
    assert run["columnKind"] == "unicodeCodePoints" and len(run["results"]) == 3
    first = run["results"][0]
    places = [*first["locations"], *first["relatedLocations"]]
    assert len(places) == 3 and [p["id"] for p in first["relatedLocations"]] == [1, 2]
    for place, quote in zip(places, found[0].quotes):
        region = place["physicalLocation"]["region"]
        start, end = region["charOffset"], region["charOffset"] + region["charLength"]
        assert (start, end) == quote.span and text[start:end] == region["snippet"]["text"]
        held = lines[region["startLine"] - 1 : region["endLine"]]
        held[-1] = held[-1][: region["endColumn"] - 1]
        held[0] = held[0][region["startColumn"] - 1 :]
        assert held == re.split(r"\r\n|\n|\r", quote.text)
    for result in run["results"]:
        shown = result["message"]["text"]
        assert not re.search(r"(?<!\\)\]\(", shown) and not re.search(r"\{\d+\}", shown.replace("{{", "").replace("}}", ""))
        assert result["ruleId"] == run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"]
    uri = run["artifacts"][0]["location"]["uri"]
    assert uri.isascii() and re.fullmatch(r"(?:[\w.~/-]|%[0-9A-F]{2})+", uri) and not uri.startswith("//")


def test_sarif_levels_rules_and_properties() -> None:
    graph, found = plan_of("清淤", "方案.txt")
    page = RulePage("OWN101", "no-owner", "error", *(Words(w, w + "!") for w in ("题", "说", "由", "源", "改")))
    run = sarif_of(graph, found, rules=lambda: (page,), paths={"方案.txt": "plans/方案.txt"})
    assert [r["level"] for r in run["results"]] == ["error", "warning", "note"]
    described = run["tool"]["driver"]["rules"]
    assert [r["id"] for r in described] == ["LOD401", "OWN101", "TXT601"] and [r["defaultConfiguration"]["level"] for r in described] == ["note", "error", "warning"]
    assert described[1]["shortDescription"] == {"text": "题"} and described[1]["fullDescription"] == {"text": "说"}
    assert described[1]["help"] == {"text": "理由：由\n来源：源\n修改：改"} and described[1]["name"] == "no-owner" and "help" not in described[0]
    english = sarif_of(graph, found, lang="en", rules=lambda: (page,))
    assert english["language"] == "en-US" and english["tool"]["driver"]["rules"][1]["help"] == {"text": "Why: 由!\nSource: 源!\nHow to mend: 改!"}
    second = run["results"][1]
    assert second["properties"]["followsFrom"] == 0 and second["properties"]["message"] == {"zh": "清淤", "en": "清淤"}
    assert second["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "endLine": 2}
    assert run["artifacts"][0]["location"]["uri"] == "plans/%E6%96%B9%E6%A1%88.txt" and run["artifacts"][0]["roles"] == ["analysisTarget"]
    assert run["results"][2]["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "plans/%E6%96%B9%E6%A1%88.txt", "index": 0}
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["level"] == "warning" and "清淤" in note["message"]["text"] and note["locations"][0]["physicalLocation"]["region"] == {"startLine": 4}
    assert run["results"][0]["message"]["text"] == "清淤“清淤”应改。" and english["results"][0]["message"]["text"] == "清淤 mend “清淤”."


def test_fingerprints_know_a_finding_again() -> None:
    from dataclasses import replace

    graph, (first, second, third) = plan_of("清淤")

    def prints(*found: Finding, **how: Any) -> list[str]:
        return [r["partialFingerprints"]["fengong/v1"] for r in sarif_of(graph, found, **how)["results"]]

    (known,) = prints(first)
    assert prints(third, first)[1] == prints(first, lang="en")[0] == prints(replace(first, lines=((9, 9),), message=Words("", "")))[0] == known
    moved = tuple(replace(q, text=f" {q.text}\n", place=None) for q in first.quotes)
    assert prints(replace(first, quotes=moved)) == [known]
    others = [replace(first, code="OWN102"), replace(first, departments=()), replace(first, quotes=first.quotes[:1])]
    assert len({known, *(prints(o)[0] for o in others)}) == 4
    twice = prints(first, first)
    assert twice[0] == known and twice[1] == known.replace(":1", ":2")


MESSAGES = [("甲{0}", "甲{{0}}"), ("[甲](1)", "\\[甲\\](1)"), ("[甲]乙", "[甲]乙"), ("\\[甲](1)", "\\\\\\[甲\\](1)"), ("甲\\", "甲\\"), ("\x1b", "\\x1b")]


@pytest.mark.parametrize(("raw", "safe"), MESSAGES)
def test_sarif_messages(raw: str, safe: str) -> None:
    assert plain(raw) == safe
