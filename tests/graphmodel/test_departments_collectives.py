"""Names that mean many bodies, and those that only look so."""

from __future__ import annotations

import pytest

from graphmodel.collectives import collective_of
from graphmodel.departments import Here, Resolver

CITY = Here(("云泽省", "沅平市"), "city", "2021-06-01")

CLOSED = [
    "各县(市、区)", "各县(市、区)政府", "各县(市、区)党委、政府", "各市、州、县人民政府", "五县(市、区)",
    "三县(区)", "各区", "各区、县级市", "各乡镇人民政府", "各街镇", "各街道办事处", "各设区市政府",
    "各县区(新区)人民政府(管委会)", "青岚、石门两县", "各园区管委会", "各镇(街道)", "县(市、区)",
    "各区县政府", "各地区", "各牵头部门", "各省、自治区、直辖市人民政府", "青岚区、石门县政府", "各片区开发管理局",
]  # fmt: skip
OPEN = [
    "相关部门", "有关部门", "各有关部门", "各有关单位", "各相关单位", "市直有关部门", "成员单位",
    "领导小组成员单位", "各行业主管部门", "等相关单位", "等国务院相关部门", "各有关部门和单位",
    "国务院相关部门和单位", "其他相关部门", "各部门", "市直各部门", "各级各部门", "相关街镇", "各有关区、县级市",
    "公安、交通部门", "项目业主", "建设单位", "所在乡镇人民政府", "有关地方政府", "各金融机构",
    "相关市、县(市、区)政府", "市直机关各有关委、办、局",
]  # fmt: skip
SINGLE = [
    "市财政局", "青岚区", "青岚区政府", "市委、市政府", "市委宣传部", "市场监管局", "区域经济合作局",
    "市机关事务管理局", "街镇供水公司", "领导小组", "公用事业发展中心", "工业和信息化局", "市有关事务中心",
]  # fmt: skip


@pytest.mark.parametrize("name", CLOSED)
def test_closed(name: str) -> None:
    assert collective_of(name) == "closed"


@pytest.mark.parametrize("name", OPEN)
def test_open(name: str) -> None:
    assert collective_of(name) == "open"


@pytest.mark.parametrize("name", SINGLE)
def test_one_body(name: str) -> None:
    assert collective_of(name) is None


NAMES = [
    ("各县(市、区)政府", "沅平市各县(市、区)政府", "closed"),
    ("各有关单位", "沅平市各有关单位", "open"),
    ("市相关部门", "沅平市相关部门", "open"),
    ("市直各部门", "沅平市市直各部门", "open"),
    ("省级有关部门", "云泽省省级有关部门", "open"),
    ("国务院相关部门", "国务院相关部门", "open"),
    ("区政府", "沅平市各区人民政府", "closed"),
    ("县财政局", "沅平市各县财政局", "closed"),
    ("青岚、石门两区县", "沅平市青岚、石门两区县", "closed"),
]


@pytest.mark.parametrize(("printed", "name", "kind"), NAMES)
def test_names_of_collectives(printed: str, name: str, kind: str) -> None:
    d = Resolver(CITY).resolve(printed)
    assert (d.name, d.collective, d.peer_class) == (name, kind, "collective")


def test_members_that_are_listed_are_closed() -> None:
    text = "成立市创建工作领导小组。成员单位:市财政局、市教育局。"
    assert Resolver(CITY, text).resolve("成员单位").collective == "closed"
    assert Resolver(CITY, "成立市创建工作领导小组。").resolve("各成员单位").collective == "open"


def test_one_wording_of_the_governments() -> None:
    both = Resolver(CITY, "各区人民政府负责。各区政府要抓好落实。")
    assert both.resolve("各区政府").id == both.resolve("各区人民政府").id


def test_counties_of_one_plan_are_one_set_however_fully_said() -> None:
    here = Here(("沅平市",), "city", "2026-01-01")
    fully = Resolver(here, "责任单位：各县〔市、区〕人民政府。责任单位：各县区人民政府。")
    names = ("各县〔市、区〕人民政府", "各县(市、区)人民政府", "各县区人民政府", "各县(区)人民政府")
    assert {(d.name, d.collective) for d in map(fully.resolve, names)} == {("沅平市各县(市、区)人民政府", "closed")}
    assert Resolver(here, "责任单位：各县区人民政府。").canonical("各县区人民政府") == "沅平市各县区人民政府"
    assert fully.canonical("各乡镇人民政府") == "沅平市各乡镇人民政府"


def test_an_office_of_the_garrison_is_no_bureau() -> None:
    assert Resolver(Here(("沅平市",), "city", None)).resolve("沅平军分区战备建设处").peer_class == "military"
