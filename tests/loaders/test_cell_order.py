"""Tables whose cells do not stand where their heads do: one cell a line, blank cells lost, merged cells, rows that slid to the left."""

from __future__ import annotations

import pytest

from graphmodel.plan import Plan, Source
from loaders.cell_order import holds_date, holds_units
from loaders.load import load

HEADS = "序号\n民生实事\n责任单位\n完成时限\n"
ROWS = {
    "several units one below the other": (
        HEADS + "1\n建设河道公园。\n县水务局\n县住建局\n12月底前\n2\n新建人行天桥。\n县住建局\n9月底\n",
        ["县水务局 县住建局 12月底前", "县住建局 9月底"],
    ),
    "work of two lines": (HEADS + "1\n建设河道公园。\n栽植乔木。\n县水务局\n12月底前\n2\n新建天桥。\n县住建局\n9月底\n", ["县水务局 12月底前", "县住建局 9月底"]),
    "a second row under merged number and unit": (
        HEADS + "1\n开工建设养护楼。\n县民政局\n5月底前\n开工建设老年大学。\n12月底前\n2\n新建天桥。\n县住建局\n9月底\n",
        ["县民政局 5月底前", "县民政局 12月底前", "县住建局 9月底"],
    ),
    "lines of nothing but |, numbers without a head, a merged title": (
        "工作任务\n|\n具体要求\n|\n责任科室\n|\n时限要求\n|\n规范公开\n|\n1\n|\n公布文件目录。\n|\n办公室\n|\n年底前\n|\n"
        "做好基础\n|\n2\n|\n更新专栏。\n|\n各科室\n|\n持续推进\n|\n3\n|\n编制年度报告。\n|\n办公室\n|\n持续推进\n|\n",
        ["办公室 年底前", "各科室 持续推进", "办公室 持续推进"],
    ),
    "rows that slid to the left under a merged cell": (
        "工作任务 | 具体要求 | 责任部门 |\n一、公开财政信息。 | 1.公开预算。 | 财务科 |\n2.公开决算。 | 办公室牵头,各科室配合 | |\n二、更新专栏。 | 3.更新频道。 | 各科室 |\n",
        ["财务科", "办公室 各科室", "各科室"],
    ),
    "| behind each cell, numbers that go on, persons": (
        "序号 |\n目标与任务 |\n分 管 县领导 |\n牵头责任单位 |\n责任单位 |\n80 |\n加大普惠性托育供给,新增托位数400个以上,公办园在园幼儿占比60%以上,办好学校 |\n俞 悦 |\n"
        "县教育局 |\n县各有关单位 |\n81 |\n推进县医院扩建。 |\n俞 悦 |\n县卫健委 |\n霁水镇 |\n",
        ["县教育局 县各有关单位", "县卫健委 霁水镇"],
    ),
    "long cells without a full stop": (
        HEADS + "1\n建设河道公园和湿地公园,栽植乔木两千株,铺设步道三公里,完善照明设施和安全设施\n县水务局\n12月底前\n2\n新建天桥\n县住建局\n9月底\n",
        ["县水务局 12月底前", "县住建局 9月底"],
    ),
    "headings between the rows of a table one cell a line": (
        "序号\n工作任务\n牵头单位\n责任单位\n完成时限\n一、经济发展\n1\n生产总值增长7%\n市发改委\n市统计局\n12月底\n二、社会事业\n1\n新建学校2所\n市教育局\n市住建局\n10月底\n",
        ["市发改委 市统计局 12月底", "市教育局 市住建局 10月底"],
    ),
    "headings between the rows of a table with tabs": (
        "序号\t工作任务\t责任单位\n一、经济发展\n1\t生产总值增长7%。\t市发改委\n二、社会事业\n2\t新建学校2所。\t市教育局\n",
        ["市发改委", "市教育局"],
    ),
    "rows that name those below them, and the heads again": (
        "| 序号 | 工作任务 | 责任单位 |\n|---|---|---|\n| 一、经济发展 | | |\n| 1 | 生产总值增长7%。 | 市发改委 |\n| 二、社会事业 |\n| 序号 | 工作任务 | 责任单位 |\n| 2 | 新建学校。 | 市教育局 |\n",
        ["市发改委", "市教育局"],
    ),
    "cells divided by single blanks": (
        "序号 工作任务 牵头单位 配合单位 完成时限\n一、发展\n1 生产总值增长7%以上,服务业占比 47%。 市发改委 市统计局 12月底\n2 新建公园5个。 市住建局 各区政府 10月底\n",
        ["市发改委 市统计局 12月底", "市住建局 各区政府 10月底"],
    ),
    "cells with <br>": ("| 序号 | 工作任务 | 责任单位 |\n|---|---|---|\n| 1 | 新建学校2所。 | 市教育局<br>市住建局 |\n", ["市教育局 市住建局"]),
    "a whole table": (HEADS + "1\n建设公园。\n县水务局\n12月底前\n2\n新建天桥。\n县住建局\n9月底\n", ["县水务局 12月底前", "县住建局 9月底"]),
}


def _read(text: str) -> Plan:
    return load(Source(text, "any.txt"))


@pytest.mark.parametrize("name", ROWS)
def test_each_row_is_a_task_with_its_units(name: str) -> None:
    text, want = ROWS[name]
    plan = _read(text)
    got = [" ".join([*(d.unit.printed for d in t.duties), *([t.deadline.printed] if t.deadline.printed else [])]) for t in plan.tasks]
    assert got == want and not plan.unread


@pytest.mark.parametrize(
    ("text", "units", "date"),
    [
        ("县水务局、县住建局", True, False), ("办公室牵头,各科室配合", True, False), ("新建县图书馆", False, False), ("加强学校", False, False),
        ("建设河道和湿地公园。", False, False), ("12月底前", False, True), ("持续推进", False, True), ("新建10座天桥。", False, False), ("县政府2号楼办公室", True, False),
    ],
)  # fmt: skip
def test_what_a_cell_holds(text: str, units: bool, date: bool) -> None:
    assert (holds_units(text), holds_date(text)) == (units, date)


def test_a_scoring_table_without_units_is_no_task() -> None:
    assert not _read("考核条目\n| 考核细则\n|\n1\n| 上报方案。\n| 未报扣10分\n|\n2\n| 上报总结。\n| 未报扣5分\n|\n").tasks
