"""Similar work under different owners: what an entry holds, and what the other rules have said already."""

from __future__ import annotations

import pytest
from rule_cases.overlapping_task import FIRST, HEAD, REST, SECOND, plan

from graphmodel.graph import AccountabilityGraph
from loaders.load import load
from loaders.open import source_of_bytes
from queries.audit import audit
from queries.overlap import _enough, overlaps
from queries.restated import Shared

THIRD = "6.修缮围墙护栏，建立废弃物回收利用台账，粉刷外立面，更新标识标牌。"


def graph_of(*texts: str) -> AccountabilityGraph:
    return AccountabilityGraph.of([load(source_of_bytes(t.encode(), f"{n}.txt")) for n, t in enumerate(texts)], [f"plan{n}" for n in range(len(texts))])


def two(first: str = "责任单位：市住建局", second: str = "责任单位：市供销社") -> str:
    return plan(f"{FIRST}（{first}）", f"{SECOND}（{second}）")


def test_what_an_entry_holds() -> None:
    graph = graph_of(HEAD + REST, two())
    (entry,) = overlaps(graph)
    assert (entry.doc, entry.tasks) == ("plan1", tuple(graph.tasks("plan1")[:2]))
    assert [[graph.words(entry.doc, s) for s in entry.places[t]] for t in entry.tasks] == [["研究制定拆房废弃物回收利用方案"], ["提高废弃物回收利用水平"]]
    assert 0.65 <= entry.similarity <= 1


def test_tasks_that_overlap_with_one_are_one_thing() -> None:
    graph = graph_of(two() + f"{THIRD}（责任单位：市民政局）\n")
    (entry,) = overlaps(graph)
    assert entry.tasks == (*graph.tasks()[:2], graph.tasks()[-1])
    (finding,) = audit(graph, select=["DUP203"])
    assert finding.message.zh.startswith("3 项任务")
    assert len(finding.departments) == 3


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("责任单位：市住建局", "责任单位：市供销社", 1),
        ("责任单位：市住建局、市财政局", "责任单位：市供销社、市财政局", 0),
        ("牵头单位：市住建局；配合单位：市财政局", "牵头单位：市供销社；配合单位：市财政局", 1),
        ("牵头单位：市住建局；配合单位：市供销社", "牵头单位：市供销社；配合单位：市住建局", 0),
        ("责任单位：青岚区政府", "责任单位：市供销社", 0),
        ("责任单位：市住建局、各县（市、区）政府", "责任单位：市供销社", 0),
        ("配合单位：市住建局", "责任单位：市供销社", 0),
    ],
)
def test_whose_tasks_overlap(first: str, second: str, found: int) -> None:
    assert len(overlaps(graph_of(two(first, second)))) == found


def test_what_is_told_of_two_owners_is_not_told_again() -> None:
    same = "7.编制旧家电拆解技术规程，组织从业人员统一登记。"
    text = two() + f"{same}（责任单位：市住建局）\n{same.replace('7', '8')}（责任单位：市供销社）\n"
    assert len(overlaps(graph_of(text))) == 1  # the duplicate is of other tasks
    joined = plan(f"{FIRST}{same[2:]}（责任单位：市住建局）", f"{SECOND}（责任单位：市供销社）") + f"7.{same[2:]}（责任单位：市供销社）\n"
    assert [f.code for f in audit(graph_of(joined), select=["DUP"])] == ["DUP201"]


def test_results_alone_are_no_work() -> None:
    text = plan(
        "清理临时堆场，建筑废弃物回收利用率达到85%，核定消纳场容量。（责任单位：市住建局）",
        "规范流动商贩经营，改造供销网点，农村废弃物回收利用率达到60%，开展旧货以旧换新。（责任单位：市供销社）",
    )
    assert overlaps(graph_of(text)) == []


def test_the_most_alike_come_first() -> None:
    other = f"{HEAD}1.核定消纳场容量，编制农村饮用水源保护规划，清理临时堆场。（责任单位：市住建局）\n2.规范商贩经营，改造供销网点，编制农村饮用水源保护规划图，开展以旧换新，发放宣传折页。（责任单位：市供销社）\n{REST}"
    graph = graph_of(two(), other)
    found = overlaps(graph)
    assert [e.similarity for e in found] == sorted((e.similarity for e in found), reverse=True)


def alike(weight: float, likeness: float) -> Shared:
    return Shared((0, 1), (0, 1), weight, likeness, 1.0)


@pytest.mark.parametrize(
    ("work", "own", "share", "enough"),
    [
        ([(3.5, 0.65)], 1, 0.12, True),
        ([(3.4, 0.65)], 1, 0.12, False),
        ([(3.5, 0.64)], 1, 0.12, False),
        ([(3.5, 0.65)], 1, 0.11, False),
        ([(9.0, 0.9)], 0, 0.9, False),
        ([(3.0, 0.3), (3.0, 0.3)], 1, 0.25, True),
        ([(3.0, 0.3), (2.9, 0.3)], 1, 0.25, False),
        ([(3.0, 0.3), (3.0, 0.3)], 1, 0.24, False),
        ([(6.5, 0.3)], 1, 0.5, False),
        ([(3.4, 0.9), (2.0, 0.7)], 2, 0.3, False),
    ],
)
def test_how_much_alike_is_enough(work: list[tuple[float, float]], own: int, share: float, enough: bool) -> None:
    clauses = [alike(*w) for w in work]
    assert _enough(clauses, clauses[:own], share) is enough


@pytest.mark.parametrize("swapped", [False, True])
def test_a_result_on_one_side_is_no_work(swapped: bool) -> None:
    with_result = "清理临时堆场，建筑废弃物回收利用率达到85%，核定消纳场容量。"
    one, other = (SECOND, with_result) if swapped else (with_result, SECOND)
    assert overlaps(graph_of(plan(f"{one}（责任单位：市住建局）", f"{other}（责任单位：市供销社）"))) == []
