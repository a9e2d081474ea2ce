"""`fengong tasks` writes a table that reads back as the plan: the samples and the real plans, as Word and as Excel."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from fengong.task_tables import papers_of
from graphmodel.graph import AccountabilityGraph
from graphmodel.text import fold
from loaders.load import load
from loaders.open import source_of, source_of_bytes
from viz.excel_table import excel_file
from viz.word_table import word_file

SAMPLES = ("clean", "inline", "labels", "lists", "mixed", "phases", "prose", "tables")
WRITTEN = {"docx": word_file, "xlsx": excel_file}

# Not compared, and why. label: the head of the column stands for it (参与部门 -> 配合单位). basis: a duty that a sentence, a bracket or a heading
# says is said by a column now; that a clause lays it on the task (inherited) is compared. order: columns stand in the order of the roles.
# text: white space and the stop at its end. number: the stop behind it. Places. Bodies that the words only mention.


def bare(words: object) -> str:
    return "".join(fold(str(words)).split()) if words is not None else ""


def tasks_of(graph: AccountabilityGraph) -> dict[str, dict[str, Any]]:
    """Path of a task below its document -> what is compared."""
    doc = graph.documents()[0]

    def inside(node: str) -> str:
        return node.replace(doc, "", 1)

    found = {}
    for task in graph.tasks(doc):
        node = graph.node(task)
        sections, inner = [], graph.section_of(task)
        while inner is not None:
            sections.append((inside(inner), bare(graph.node(inner)["name"])))
            inner = graph.section_of(inner)
        figures = [graph.node(i) for i in graph.indicators_of(task)]
        found[inside(task)] = {
            "name": bare(node["name"]),
            "text": bare(node["text"]).strip("。;"),
            "number": bare(node["number"]).strip("、."),
            "deadline": (node["deadline"], node["deadline_kind"], bare(node["deadline_printed"])),
            "sections": sections,
            "duties": sorted(
                (inside(e.source), e.type, e.data["tier"], bare(e.data["part"]), e.data["basis"] == "inherited", bare(e.data["printed"]))
                for e in graph.duties_of(task)
            ),
            "indicators": sorted(str([bare(i[k]) for k in ("name", "op", "value", "value_to", "unit", "by", "baseline", "binding")]) for i in figures),
            "milestones": sorted((str(graph.node(m)["by"]), bare(graph.node(m)["text"])) for m in graph.milestones_of(task)),
            "overseers": sorted((inside(e.source), bare(e.data["label"])) for e in graph.edges_to(task, "OVERSEES")),
        }
    return found


def differing(path: Path, suffix: str) -> dict[str, int]:
    """What is compared -> in how many tasks it is not the same."""
    plan = AccountabilityGraph.of([load(source_of(path))])
    data = WRITTEN[suffix](papers_of(plan)[1])
    again = AccountabilityGraph.of([load(source_of_bytes(data, f"table.{suffix}"))])
    assert not again.node(again.documents()[0])["unread"]
    before, after = tasks_of(plan), tasks_of(again)
    assert list(before) == list(after), "the tasks and their ids"
    counts: dict[str, int] = {}
    for task, facts in before.items():
        for key, value in facts.items():
            if value != after[task][key]:
                counts[key] = counts.get(key, 0) + 1
    return counts


@pytest.mark.parametrize("suffix", WRITTEN)
@pytest.mark.parametrize("name", SAMPLES)
def test_the_table_of_a_sample_is_the_sample(samples: Path, name: str, suffix: str) -> None:
    assert differing(samples / f"{name}.txt", suffix) == {}


@pytest.mark.parametrize("suffix", WRITTEN)
def test_the_tables_of_the_real_plans_are_the_plans(shared: Path, suffix: str) -> None:
    """One name is not the same: a line is broken within it in the source, which the table mends."""
    total: dict[str, int] = {}
    for path in sorted((shared / "seeds").glob("*.txt")):
        for key, n in differing(path, suffix).items():
            total[key] = total.get(key, 0) + n
    assert total == {"name": 1}


def test_the_table_of_a_table_is_the_same_table(samples: Path) -> None:
    """What was read back is written to the same bytes but for what the plan holds beside its tasks."""
    plan = AccountabilityGraph.of([load(source_of(samples / "inline.txt"))])
    data = excel_file(papers_of(plan)[1])
    again = AccountabilityGraph.of([load(source_of_bytes(data, "table.xlsx"))])
    (first,), (second,) = papers_of(plan)[1], papers_of(again)[1]
    assert (first.title, first.below, first.columns, first.rows) == (second.title, second.below, second.columns, second.rows)
    second = replace(second, name=first.name)
    assert excel_file([first]) == excel_file([second]) and word_file([first]) == word_file([second])


def test_a_plan_and_its_table_have_one_id(samples: Path) -> None:
    for name in ("phases", "inline"):  # without a number and with one
        plan = AccountabilityGraph.of([load(source_of(samples / f"{name}.txt"))])
        again = AccountabilityGraph.of([load(source_of_bytes(word_file(papers_of(plan)[1]), "table.docx"))])
        assert plan.documents() == again.documents()
