"""Tables that a page or a PDF flattened: a cell a line, cells that a pipe ends, rows divided by single blanks, a column of figures."""

from __future__ import annotations

import pytest

from graphmodel.plan import Plan, Source
from loaders.load import load

TITLE = "沅平市2022年重点工作任务分解表\n"


def rows(plan: Plan) -> list[tuple[str, str, str]]:
    return [(t.text[:6], " ".join(f"{d.role[0]}:{d.unit.printed}" for d in t.duties), str(t.deadline.date or t.deadline.kind)) for t in plan.tasks]


TABLES: dict[str, tuple[str, list[tuple[str, str, str]]]] = {
    "single blanks, a head in spaced letters": (
        "序号 工 作 任 务 牵头负责部门\n1 改造供水管网300公里，更新水表5万只，治理内涝点40处，疏浚沟渠60公里以上 市水利局\n2 新增就业2万人 市人力资源社会保障局\n",
        [("改造供水管网", "L:市水利局", "none"), ("新增就业2万", "L:市人力资源社会保障局", "none")],
    ),
    "a column of times behind the units": (
        "序号\n工作任务\n负责单位\n时间进度\n1\n加快修订公共信用信息管理办法，推动信用信息归集共享和分级分类监管\n市司法局会同市直各部门\n2022年6月底前提出草案，年底前完成\n2\n公布工作落实情况\n各有关部门\n每年4月底前\n",
        [("加快修订公共", "L:市司法局 C:市直各部门", "2022-12-31"), ("公布工作落实", "L:各有关部门", "recurring")],
    ),
    "a pipe ends each cell": (
        "序号 |\n指标名称 |\n预期效果 |\n完成时限 |\n牵头负责科室 |\n备注 |\n1 |\n示范基地数量 |\n80个 |\n6月 |\n规划科 |\n|\n2 |\n培训人次 |\n400人次 |\n10月 |\n人事科 |\n|\n",
        [("示范基地数量", "L:规划科", "2022-06-30"), ("培训人次", "L:人事科", "2022-10-31")],
    ),
    "an excerpt begins behind row 1": (
        "序号 |\n目标与任务 |\n分 管 县领导 |\n牵头责任单位 |\n责任单位 |\n80 |\n新增托位数400个以上。 |\n俞 某 |\n县教育局 |\n县各有关单位 |\n81 |\n改造公路。 |\n王 某 |\n县交通运输局 |\n县财政局，各镇 |\n",
        [("新增托位数4", "L:县教育局 C:县各有关单位", "none"), ("改造公路。", "L:县交通运输局 C:县财政局 C:各镇", "none")],
    ),
    "breaks of a page inside a cell": (
        "| 任务 | 牵头部门 |\n| 新建基站4万个 | 市通信办<br>市工信局<br/>市大数据局 |\n",
        [("新建基站4万", "L:市通信办 L:市工信局 L:市大数据局", "none")],
    ),
    "names and verbs in one cell": (
        "| 任务 | 负责部门 |\n| 修订分类标准 | 市统计局、市体育局，有关部门配合 |\n",
        [("修订分类标准", "L:市统计局 L:市体育局 C:有关部门", "none")],
    ),
    "parts between the rows": (
        "序号\n重点工作\n牵头责任单位\n协同责任单位\n任务来源\n一、市长负责事项(共2项)\n1\n坚持顶格推进。\n市政府办\n市政府各部门\n报告\n2\n新开工项目200个。\n市发展改革委\n市统计局\n报告\n二、副市长负责事项(共1项)\n3\n改造危房。\n市住建局\n市财政局\n报告\n",
        [
            ("坚持顶格推进", "L:市政府办 C:市政府各部门", "none"),
            ("新开工项目2", "L:市发展改革委 C:市统计局", "none"),
            ("改造危房。", "L:市住建局 C:市财政局", "none"),
        ],
    ),
    "who measures is not who answers": (
        "| 项目 | 分值 | 目标任务 | 监考单位 |\n| 建筑业总产值（亿元） | 1 | 140 | 市住建局 |\n| 城镇登记失业率（%） | 1 | 低于4.1 | 市人社局 |\n",
        [("建筑业总产值", "S:市住建局", "none"), ("城镇登记失业", "S:市人社局", "none")],
    ),
    "a numbered list of departments is no table": ("序号 名称 备注\n1 甲 市教育局\n2 乙 市民政局\n", []),
}


@pytest.mark.parametrize("name", TABLES)
def test_rows(name: str) -> None:
    text, expected = TABLES[name]
    assert rows(load(Source(TITLE + text, "plan.txt"))) == expected


FIGURES = [
    ("地区生产总值增长", "6.5%以上", [("+%", 6.5, "%")]),
    ("城镇新增就业", "32万人", [("=", 32, "万人")]),
    ("居民消费价格涨幅", "3%左右", [("~", 3, "%")]),
    ("通光纤行政村比例", "98%", [("=", 98, "%")]),
    ("示范基地数量", "各80个", [("=", 80, "个")]),
    ("建筑业总产值（亿元）", "140", [("=", 140, "亿元")]),
    ("召开联席会议", "第1次", []),
    ("确定示范区", "公布首批名单", []),
]


@pytest.mark.parametrize(("name", "cell", "expected"), FIGURES)
def test_a_column_of_figures(name: str, cell: str, expected: list[tuple[str, float, str]]) -> None:
    plan = load(Source(f"{TITLE}序号\t主要指标\t目标值\t牵头部门\n1\t{name}\t{cell}\t市统计局\n", "plan.txt"))
    got = plan.tasks[0].indicators
    assert [(i.op, i.value, i.unit) for i in got] == expected
    assert all(plan.source.text[slice(*i.span)] == i.quote for i in got)
