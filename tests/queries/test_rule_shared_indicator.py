"""DUP202: a target with several owners."""

from __future__ import annotations

import pytest

import fengong
from graphmodel.finding import Finding

HEAD = "沅平市人民政府办公室关于印发绿色发展任务分工方案的通知\n沅政办发〔2024〕9号\n沅平市绿色发展任务分工方案\n一、重点任务\n"
TARGET = "到2025年工业用水重复利用率达到85%"
ONE = f"推进节水改造,{TARGET}。"
OTHER = f"加强取水许可管理,{TARGET}。"


def found(*items: str, before: str = "", select: tuple[str, ...] = ("DUP202",)) -> tuple[Finding, ...]:
    text = HEAD.replace("一、", before + "一、") + "".join(f"{n}.{item}\n" for n, item in enumerate(items, 1))
    return fengong.audit(fengong.graph(fengong.read(text)), select=select)


def test_one_finding_names_target_and_owners() -> None:
    (finding,) = found(f"{ONE}(责任单位:市工业和信息化局)", f"{OTHER}(责任单位:市水利局)")
    assert (finding.code, finding.rule, finding.level) == ("DUP202", "shared-indicator", "warning")
    assert "85%" in finding.message.zh
    assert "市水利局" in finding.message.zh
    assert finding.lines == ((5, 5), (6, 6))
    assert len(finding.departments) == 2
    assert all("85%" in quote.text for quote in finding.quotes)


@pytest.mark.parametrize(
    "items",
    [
        (f"{ONE}(责任单位:市水利局)", f"{OTHER}(责任单位:市水利局)"),  # one owner
        (f"{ONE}(责任单位:市水利局)", OTHER),  # nobody has the other
        (f"{ONE}(责任单位:市工业和信息化局)", f"{OTHER.replace('85', '80')}(责任单位:市水利局)"),
        (f"{ONE}(责任单位:市工业和信息化局)", f"{OTHER.replace('2025', '2023')}(责任单位:市水利局)"),
        (f"{ONE}(责任单位:青岚区人民政府)", f"{ONE}(责任单位:石门县人民政府)"),
        (f"{ONE}(牵头单位:市工业和信息化局;配合单位:市水利局)",),
    ],
)
def test_no_finding(items: tuple[str, ...]) -> None:
    assert found(*items) == ()


def test_a_restated_goal_is_no_sharing() -> None:
    assert found(f"{ONE}(责任单位:市水利局)", before=f"总体目标。{TARGET}。\n") == ()


def test_districts_with_a_city_department_share() -> None:
    (finding,) = found(f"{ONE}(责任单位:青岚区人民政府)", f"{ONE}(责任单位:石门县人民政府)", f"{OTHER}(责任单位:市水利局)")
    assert len(finding.tasks) == 3


def test_it_follows_from_the_task_that_is_given_out_twice() -> None:
    findings = found(f"{ONE}(责任单位:市工业和信息化局)", f"{ONE}(责任单位:市水利局)", select=("DUP201", "DUP202"))
    assert [f.code for f in findings] == ["DUP201", "DUP202"]
    assert findings[1].follows_from == 0
