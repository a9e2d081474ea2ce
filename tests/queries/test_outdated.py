"""Bodies that a reform had abolished: the months of grace, the names of their successors, several plans."""

from __future__ import annotations

import pytest
from rule_cases.outdated_department import plan

from graphmodel.graph import AccountabilityGraph
from loaders.load import load
from loaders.open import source_of_bytes
from queries.audit import audit
from queries.outdated import months, outdated_bodies
from queries.rules.outdated_department import _kind


def graph_of(*texts: str) -> AccountabilityGraph:
    return AccountabilityGraph.of([load(source_of_bytes(t.encode(), f"{n}.txt")) for n, t in enumerate(texts)], [f"plan{n}" for n in range(len(texts))])


@pytest.mark.parametrize(
    ("date", "grace", "found"), [("2019年6月30日", 3, 0), ("2019年7月1日", 3, 1), ("2019年3月31日", 0, 0), ("2019年4月1日", 0, 1), ("2019年12月1日", 9, 0)]
)
def test_the_months_of_grace(date: str, grace: int, found: int) -> None:
    graph = graph_of(plan(date, "完成保护地勘界立标。（牵头单位：市国土资源局）"))
    assert len(outdated_bodies(graph, grace)) == found
    assert len(audit(graph, select=["TXT607"], limits={"TXT607": {"grace": grace}})) == found


@pytest.mark.parametrize(("iso", "count"), [("2019-03", 24231), ("2019-03-31", 24231), ("2019", 24229)])
def test_months(iso: str, count: int) -> None:
    assert months(iso) == count


@pytest.mark.parametrize(
    ("successors", "said"),
    [
        (("农业农村",), "农业农村部门"),
        (("自然资源", "自然资源和规划"), "“自然资源”或“自然资源和规划”部门"),
        (("市场监督管理总",), "市场监督管理总局"),
        (("监察委员会",), "监察委员会"),
        (("中共委机构编制委员会",), "党委机构编制委员会"),
        (("中国银行保险监督管理委员会监管",), "中国银行保险监督管理委员会监管机构"),
    ],
)
def test_what_took_over_is_called_by_its_kind(successors: tuple[str, ...], said: str) -> None:
    assert _kind(successors) == said


def test_what_an_entry_holds() -> None:
    old = plan("2021年3月5日", "完成门店巡查。（市工商局牵头，市市场监管局配合）", "2.完成湿地补水工程。（牵头单位：市水利局；配合单位：市工商局）")
    graph = graph_of(plan("2017年3月5日", "完成门店巡查。（市工商局牵头）"), old)
    (entry,) = outdated_bodies(graph, 3)
    assert (entry.doc, entry.since, entry.successors, entry.named_too) == ("plan1", "2019-03", ("市场监督管理",), "沅平市市场监督管理局")
    assert entry.tasks == tuple(graph.tasks("plan1"))
    assert [graph.words(entry.doc, span) for span in entry.places] == ["市工商局", "市工商局"]
    assert graph.node(entry.department)["name"] == "沅平市工商行政管理局"


def test_the_entries_stand_in_the_order_of_the_plans() -> None:
    one = plan("2021年3月5日", "完成门店巡查。（市工商局牵头，市国土局配合）")
    two = plan("2022年3月5日", "完成门店巡查。（市国土局牵头）", "2.完成湿地补水工程。（市工商局牵头）")
    found = outdated_bodies(graph_of(one, two), 3)
    assert [(e.doc, e.department.rpartition("市")[2]) for e in found] == [
        ("plan0", "工商行政管理局"),
        ("plan0", "国土资源局"),
        ("plan1", "国土资源局"),
        ("plan1", "工商行政管理局"),
    ]


def test_a_plan_of_another_place_names_no_successor() -> None:
    text = plan("2021年3月5日", "完成门店巡查。（市工商局牵头，青岚区市场监管局配合）")
    (entry,) = outdated_bodies(graph_of(text), 3)
    assert entry.named_too is None


@pytest.mark.parametrize(
    ("first", "found"),
    [
        ("完成档案移交。（牵头单位：市自然资源局、原市国土资源局）", 0),
        ("完成档案移交。（牵头单位：市自然资源局；配合单位：原市国土局）", 0),
        ("完成平原档案移交。（牵头单位：市国土资源局）", 1),
        ("完成档案移交。（牵头单位：原市国土资源局；配合单位：市国土局）", 1),
    ],
)
def test_a_former_body_is_known_to_the_plan(first: str, found: int) -> None:
    assert sum(len(e.places) for e in outdated_bodies(graph_of(plan("2021年3月5日", first)), 3)) == found
