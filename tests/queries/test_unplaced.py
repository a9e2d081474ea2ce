"""Names that the program cannot place: which count, and what an entry holds."""

from __future__ import annotations

import pytest

from graphmodel.graph import AccountabilityGraph
from loaders.load import load
from loaders.open import source_of_bytes
from queries.unplaced import unplaced

HEAD = "沅平市乡村建设任务分工方案\n一、重点任务\n"


def graph_of(*texts: str) -> AccountabilityGraph:
    return AccountabilityGraph.of([load(source_of_bytes(t.encode(), f"{n}.txt")) for n, t in enumerate(texts)], [f"plan{n}" for n in range(len(texts))])


@pytest.mark.parametrize(
    ("helpers", "names"),
    [
        ("乡村办", ["乡村办"]),
        ("乡村办、糖办", ["乡村办", "糖办"]),
        ("市铁投", ["市铁投"]),
        ("财务科、规划处、督查室、党政办", []),
        ("基层科（社区科）", []),
        ("青岚湖管委会、青岚湖管委", []),
        ("海关", []),
        ("各有关部门", []),
        ("市残联、市乡村办", []),
    ],
)
def test_names(helpers: str, names: list[str]) -> None:
    found = unplaced(graph_of(f"{HEAD}1.完成村庄规划。（牵头单位：市自然资源局；配合单位：{helpers}）\n2.完成河道清淤。（牵头单位：市水利局）\n"))
    assert [e.printed for e in found] == names


def test_what_an_entry_holds() -> None:
    one = f"{HEAD}1.完成村庄规划。（牵头单位：糖办；配合单位：乡村办）\n2.完成河道清淤。（牵头单位：乡村办）\n"
    graph = graph_of(HEAD + "1.完成河道清淤。（牵头单位：市水利局）\n2.完成堤防加固。（牵头单位：糖办）\n", one)
    found = unplaced(graph)
    assert [(e.doc, e.printed, len(e.places)) for e in found] == [("plan0", "糖办", 1), ("plan1", "糖办", 1), ("plan1", "乡村办", 2)]
    assert found[2].tasks == tuple(graph.tasks("plan1")) and found[0].tasks == tuple(graph.tasks("plan0")[1:])
    assert all(graph.words(e.doc, span) == e.printed for e in found for span in e.places)
    assert graph.node(found[0].department)["printed"] == ("糖办",)


def test_a_member_without_a_duty() -> None:
    text = (
        f"{HEAD}1.完成河道清淤。（牵头单位：市水利局）\n2.完成堤防加固。（牵头单位：市水利局）\n二、组织领导\n成立领导小组，成员单位：市水利局、乡村办、市财政局。\n"
    )
    found = unplaced(graph_of(text))
    assert [(e.printed, e.tasks) for e in found] in ([("乡村办", ())], [])
