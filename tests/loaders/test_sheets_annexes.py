"""Annexes as offices make them in Excel: decomposition of targets, supervision ledgers, projects for the people. What is read of each row."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import pytest
from workbook_writer import book, xlsx

from graphmodel.plan import Plan
from loaders.load import load
from loaders.open import source_of_bytes

D = datetime.date
Said = tuple[str, str, str, str, str]


def rows(plan: Plan) -> list[Said]:
    """(number, name, who, figures, by when and under whom) of each task."""
    return [
        (
            t.number or "",
            t.name[:9],
            " ".join(f"{d.tier}{d.unit.printed}" for d in t.duties),
            " ".join(f"{i.name}{i.op}{i.value:g}{i.unit}@{i.by or ''}" if isinstance(i.value, int | float) else f"{i.name}{i.op}{i.value}" for i in t.indicators),
            " ".join(filter(None, [t.deadline.date or (t.deadline.kind if t.deadline.kind != "none" else ""), *(o.name for o in t.overseers)])),
        )
        for t in plan.tasks
    ]


def plan_of(sheet: Sequence[Sequence[Any]], merge: Sequence[str] = (), formats: dict[str, str] | None = None) -> Plan:
    return load(source_of_bytes(xlsx(book(("Sheet1", sheet), merge=merge, formats=formats)), "x.xlsx"))


TARGETS = [
    ["霁州市2025年高质量发展主要指标分解表"],
    ["填报单位：市发展改革委", None, None, None, None, None, None, None, None, "2025年1月"],
    ["序号", "类别", "指标名称", "单位", "2024年完成值", "2025年目标值", None, "牵头单位", "责任单位", "备注"],
    [None, None, None, None, None, "全年", "其中：上半年"],
    [1, "经济发展", "地区生产总值增速", "%", 0.058, 0.065, 0.06, "市发展改革委", "市统计局", None],
    [2, None, "一般公共预算收入", "亿元", 120.5, 130.2, 65, "市财政局", "市税务局", None],
    [3, "民生福祉", "城镇新增就业", "人", 32000, 35000, 18000, "市人力资源社会保障局", "各县（市、区）", None],
    [4, None, "城镇调查失业率", "%", 0.052, "≤5.5%", "≤5.5%", "市人力资源社会保障局", None, None],
    [5, None, "服务业增加值", "亿元", 310, 345.5, None, "市商务局", None, "约束性"],
    ["注：1.“类别”按市“十四五”规划确定。"],
    ["2.全年目标由市统计局核定。"],
]
TARGETS_MERGED = ["A1:J1", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:G3", "H3:H4", "I3:I4", "J3:J4", "B5:B6", "B7:B9"]
TARGETS_FORMATS = {f"{c}5": "0.0%" for c in "EFG"} | {"E8": "0.0%", "F7": "#,##0"}
TARGETS_READ = [
    ("1", "地区生产总值增速", "牵市发展改革委 责市统计局", "地区生产总值增速=6.5%@2025", ""),
    ("2", "一般公共预算收入", "牵市财政局 责市税务局", "一般公共预算收入=130.2亿元@2025", ""),
    ("3", "城镇新增就业", "牵市人力资源社会保障局 责各县（市、区）", "城镇新增就业=35000人@2025", ""),
    ("4", "城镇调查失业率", "牵市人力资源社会保障局", "城镇调查失业率<=5.5%@2025", ""),
    ("5", "服务业增加值", "牵市商务局", "服务业增加值=345.5亿元@2025", ""),
]

LEDGER = [
    ["2025年霁州市重点工作督查台账"],
    ["序号", "督办事项", "来源", "牵头单位", "配合单位", "责任领导", "办结时限", "目前进展", "存在问题", "下一步打算", "办理状态", "进度"],
    [
        1,
        "建成城南污水处理厂二期工程",
        "政府工作报告",
        "市住房城乡建设局",
        "市生态环境局、市发展改革委",
        "陈立群",
        D(2025, 10, 31),
        "由市住房城乡建设局负责调试",
        "征地滞后",
        "10月底前通水",
        "推进中",
        0.6,
    ],
    [2, "开展根治欠薪专项行动", "市长批示", "市人力资源社会保障局", "市公安局\n市司法局", "罗远之", D(2025, 6, 30), "已办结", "无", "巩固成果", "已办结", 1],
    [3, "完成老旧小区改造45个", "常务会议", "市住房城乡建设局", None, "陈立群", "长期坚持", "开工20个", None, None, "推进中", 0.4],
    ["填报人：张三", None, "联系电话：0700-1234567", None, "审核人：李四"],
]
LEDGER_READ = [
    ("1", "建成城南污水处理厂", "牵市住房城乡建设局 配市生态环境局 配市发展改革委", "", "2025-10-31 陈立群"),
    ("2", "开展根治欠薪专项行", "牵市人力资源社会保障局 配市公安局 配市司法局", "", "2025-06-30 罗远之"),
    ("3", "完成老旧小区改造4", "牵市住房城乡建设局", "老旧小区改造=45个@", "continuous 陈立群"),
]

PROJECTS = [
    ["澄溪县2025年民生实事任务分解表"],
    [],
    [None, "实事名称", "年度目标任务", "责任领导", "牵头单位", "责任单位", "完成时限"],
    [1, "老旧小区改造", "改造老旧小区18个，惠及居民2100户。", "罗远之", "县住房城乡建设局", "城关镇人民政府", "2025年11月底前"],
    [2, "公办幼儿园建设", "新建公办幼儿园2所，新增学位540个。", None, None, "县教育局", None],
    [3, "停车泊位", "新增公共停车泊位800个。", "程立群", "县城管局", "县公安局", "2025年10月底前"],
]
PROJECTS_READ = [
    ("1", "老旧小区改造", "牵县住房城乡建设局 责城关镇人民政府", "老旧小区=18个@ 居民=2100户@", "2025-11-30 罗远之"),
    ("2", "公办幼儿园建设", "牵县住房城乡建设局 责县教育局", "公办幼儿园=2所@ 学位=540个@", "2025-11-30 罗远之"),
    ("3", "停车泊位", "牵县城管局 责县公安局", "公共停车泊位=800个@", "2025-10-31 程立群"),
]

_HEAD = [
    ["序号", "重点任务", "责任分工", None, None, "时间安排", None],
    [None, None, "县级", None, "乡镇", "开始", "完成时限"],
    [None, None, "牵头单位", "配合单位", "责任单位", None, None],
]
PAGES = [
    ["澄溪县重点任务分工表"],
    *_HEAD,
    [1, "推进国有企业整合重组。", "县财政局", "县审计局", None, "2025年1月", "2025年12月"],
    ["二、生态建设"],
    [2, "开展森林防火巡查。", "县林业局", None, "各乡镇人民政府", "2025年3月", "2025年11月"],
    *_HEAD,
    [3, "建设口袋公园5个。", "县城管局", "县自然资源局", "城关镇人民政府", "2025年1月", "2025年8月"],
]
PAGES_READ = [
    ("1", "推进国有企业整合重", "牵县财政局 配县审计局", "", "2025-12-31"),
    ("2", "开展森林防火巡查", "牵县林业局 责各乡镇人民政府", "", "2025-11-30"),
    ("3", "建设口袋公园5个", "牵县城管局 配县自然资源局 责城关镇人民政府", "口袋公园=5个@", "2025-08-31"),
]

STEPS = [
    ["澄溪县重点任务分工表"],
    ["序号", "主要任务", "工作措施", "责任单位", "责任科室", "完成时限"],
    [1, "优化营商环境", "全面推行一窗通办。", "县行政审批局", "政务服务股", "2025年6月"],
    [None, None, "压减审批时限30%以上。", "县市场监管局", "注册股", "2025年9月"],
    [2, "稳定就业", "开发公益性岗位200个。", "县人力资源社会保障局", "就业股", "2025年12月"],
]
STEPS_READ = [
    ("1", "优化营商环境", "责县行政审批局", "", "2025-06-30"),
    ("1", "压减审批时限30%", "责县市场监管局", "审批时限-%30%@", "2025-09-30"),
    ("2", "稳定就业", "责县人力资源社会保障局", "公益性岗位=200个@", "2025-12-31"),
]

YEARS = [
    ["霁州市主要指标目标任务表（2024—2025年）"],
    ["指标", "计量单位", "目标值", None, "责任单位"],
    [None, None, "2024年", "2025年", None],
    ["高新技术企业数量", "家", 120, 150, "市科技局"],
    ["森林覆盖率", "%", 45.2, 45.6, "市林业局"],
    ["合计", None, None, None, None],
]
YEARS_READ = [
    ("", "高新技术企业数量", "责市科技局", "高新技术企业数量=120家@2024 高新技术企业数量=150家@2025", ""),
    ("", "森林覆盖率", "责市林业局", "森林覆盖率=45.2%@2024 森林覆盖率=45.6%@2025", ""),
]

NOTHING = [["2025年澄溪县通讯录"], ["姓名", "电话", "邮箱"], ["张三", "123", "a@b"], ["李四", "456", "c@d"]]

ANNEXES: dict[str, tuple[Sequence[Sequence[Any]], Sequence[str], dict[str, str], list[Said]]] = {
    "targets, heads in two rows, percentages, a unit's column, notes": (TARGETS, TARGETS_MERGED, TARGETS_FORMATS, TARGETS_READ),
    "a ledger with progress, dates, who filled it in": (LEDGER, ["A1:L1"], {f"L{n}": "0%" for n in (3, 4, 5)}, LEDGER_READ),
    "projects, numbers without a head, cells merged over rows": (PROJECTS, ["A1:G1", "D4:D5", "E4:E5", "G4:G5"], {}, PROJECTS_READ),
    "heads in three rows, merged, printed again on the next page": (PAGES, ["A2:A4", "B2:B4", "C2:E2", "C3:D3", "F2:G2", "F3:F4", "G3:G4", "A6:G6"], {}, PAGES_READ),
    "heads in three rows, nothing merged": (PAGES, [], {}, PAGES_READ),
    "several steps of one task": (STEPS, ["A3:A4", "B3:B4"], {}, STEPS_READ),
    "several steps of one task, nothing merged": (STEPS, [], {}, STEPS_READ),
    "targets of two years": (YEARS, ["C2:D2", "A2:A3", "B2:B3", "E2:E3"], {}, YEARS_READ),
    "a list of telephones allots nothing": (NOTHING, [], {}, []),
}


@pytest.mark.parametrize("name", ANNEXES)
def test_annexes(name: str) -> None:
    sheet, merge, formats, expected = ANNEXES[name]
    plan = plan_of(sheet, merge, formats)
    assert rows(plan) == expected
    assert plan.header.name == (sheet[0][0] if expected else plan.header.name)


def test_what_is_merged_over_rows_is_quoted_where_it_stands() -> None:
    plan = plan_of(PROJECTS, ["A1:G1", "E4:E5"])
    first, second = (next(d for d in t.duties if d.tier == "牵") for t in plan.tasks[:2])
    assert first.unit.span == second.unit.span


def test_two_tables_in_one_sheet_with_text_between() -> None:
    plan = plan_of([*LEDGER[:4], [], ["二、民生实事"], *[row for row in PROJECTS[2:] if row]])
    assert [t.number for t in plan.tasks] == ["1", "2", "1", "2", "3"]
    assert [len(t.section) for t in plan.tasks] == [0, 0, 1, 1, 1] and "民生实事" in plan.tasks[-1].section[0]
