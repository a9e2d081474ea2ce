"""The findings of the rules to the letter: both languages, tasks, departments, quotes, and what follows from what.

``rule_words.json`` holds invented plans, each with what its rule says of it, read through by a person before it was put there.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graphmodel.finding import Finding
from graphmodel.graph import AccountabilityGraph
from loaders.load import load
from loaders.open import source_of_bytes
from queries.audit import audit

ROWS = json.loads((Path(__file__).parent / "rule_words.json").read_text(encoding="utf-8"))


def graph_of(text: str) -> AccountabilityGraph:
    return AccountabilityGraph.of([load(source_of_bytes(text.encode("utf-8"), "plan.txt"))])


def told(finding: Finding) -> dict[str, Any]:
    return {
        "level": finding.level,
        "tasks": [t.split("/", 1)[1] for t in finding.tasks],
        "lines": [list(lines) for lines in finding.lines],
        "departments": [d.rsplit("/", 1)[1] for d in finding.departments],
        "quotes": [q.text for q in finding.quotes],
        "zh": finding.message.zh,
        "en": finding.message.en,
        "mend_zh": finding.remedy.zh,
        "mend_en": finding.remedy.en,
    }


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['rule']}-{row['name']}" for row in ROWS])
def test_what_a_rule_says_to_the_letter(row: dict[str, Any]) -> None:
    found = audit(graph_of("".join(f"{line}\n" for line in row["plan"])), select=[row["rule"]])
    assert [told(f) for f in found] == row["findings"]


HEAD = "沅平市城市环境整治工作任务分工方案\n一、重点任务\n"
RIVER = "1.完成河道清淤。（责任单位：市水利局）\n"


@pytest.mark.parametrize(("consequence", "cause", "text"), [
    ("OWN104", "OWN103", HEAD + RIVER + "2.改造公厕。（责任单位：市直相关部门）\n"),
    ("OWN104", "OWN103", HEAD + RIVER + "".join(f"{n}.改造第{n}号公厕。（责任单位：市直相关部门）\n" for n in range(2, 7))),
    ("DUP202", "DUP201", HEAD + "1.新建公厕12座，改造老旧供水管网，配套智慧水表。（责任单位：市住建局）\n2.新建公厕12座，改造老旧供水管网，配套智慧水表。（责任单位：市城管局）\n"),
])  # fmt: skip
def test_what_follows_from_what(consequence: str, cause: str, text: str) -> None:
    found = audit(graph_of(text), select=[consequence, cause])
    (one,) = [f for f in found if f.code == consequence]
    assert one.follows_from is not None and found[one.follows_from].code == cause
