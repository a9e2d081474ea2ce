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


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("三年新建改建街心花园24个", "沿河新建街心花园24个", True),
        ("改造农贸市场12家", "完成农贸市场改造12家", True),
        ("支持社区利用闲置用房新建日间照料站36个", "新建日间照料站36个", True),
        ("三年新建改建街心花园24个", "沿河新建街心花园25个", False),
        ("三年新建改建街心花园24个", "沿河新建街心花园24公里", False),
        ("新建街心花园24个", "新建健身广场24个", False),
        ("完成公路扩建工程24个", "完成校舍扩建工程24个", False),
        ("新建住宅绿化率达到35%", "改建住宅绿化率达到35%", False),
    ],
)
def test_one_object_counted_behind_other_verbs_is_one_target(one: str, other: str, shared: bool) -> None:
    assert bool(found(f"美化环境,{one}。(责任单位:市园林局)", f"治理河岸,{other}。(责任单位:市水利局)")) == shared


def test_a_plan_that_allots_in_sentences_shares_too() -> None:
    others = ("由市教育局牵头推进校园绿化。", "由市民政局牵头完善社区食堂。", "由市司法局牵头开展普法宣传。")
    (finding,) = found(f"市水利局:{ONE}", f"推进中水回用,由市工业和信息化局牵头,{TARGET}。", *others)
    assert len(finding.tasks) == 2


def test_a_restated_goal_is_no_sharing() -> None:
    assert found(f"{ONE}(责任单位:市水利局)", before=f"总体目标。{TARGET}。\n") == ()


def test_districts_with_a_city_department_share() -> None:
    (finding,) = found(f"{ONE}(责任单位:青岚区人民政府)", f"{ONE}(责任单位:石门县人民政府)", f"{OTHER}(责任单位:市水利局)")
    assert len(finding.tasks) == 3


def test_it_follows_from_the_task_that_is_given_out_twice() -> None:
    findings = found(f"{ONE}(责任单位:市工业和信息化局)", f"{ONE}(责任单位:市水利局)", select=("DUP201", "DUP202"))
    assert [f.code for f in findings] == ["DUP201", "DUP202"]
    assert findings[1].follows_from == 0
