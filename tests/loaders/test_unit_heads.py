"""Units at the head of a line or of a block: each keeps its own work; beside them lines that only look so."""

from __future__ import annotations

import pytest

from graphmodel.plan import Plan, Source
from graphmodel.text import fold
from loaders.grammar.heads import cuts_at_heads, head_beside, sure_head
from loaders.load import load


def read(body: str, title: str = "沅平市2026年节水工作职责分工") -> Plan:
    return load(Source(f"{title}\n{body}", "any.txt"))


def told(plan: Plan) -> list[str]:
    """Each task: its number, its first words, who does it and how."""
    return [f"{t.number or ''}{fold(t.text).strip('。;')[:6]} " + " ".join(f"{fold(d.unit.printed)}{d.tier}" for d in t.duties) for t in plan.tasks]


ROWS: dict[str, tuple[str, list[str]]] = {
    "units in brackets above their items": (
        "【市财政局】\n1.安排节水资金。\n【市水务局】\n1.更新管网20公里。\n2.检查用水大户。\n",
        ["1.安排节水资金 市财政局责", "1.更新管网20 市水务局责", "2.检查用水大户 市水务局责"],
    ),
    "in brackets below a heading, one with its words on the line": (
        "一、任务\n【建设管理科】\n更新管网。\n1.安装水表。\n[水政科、节水办]\n1.检查用水。\n【市水文站】每日测报水位。\n",
        ["更新管网 建设管理科责", "1.安装水表 建设管理科责", "1.检查用水 水政科责 节水办责", "每日测报水位 市水文站责"],
    ),
    "brackets below their items say whose they are": (
        "一、任务\n1.更新管网20公里。\n【市水务局】\n2.安排节水资金。\n【市财政局】\n",
        ["1.更新管网20 市水务局责", "2.安排节水资金 市财政局责"],
    ),
    "items on the line of their unit": (
        "办公室:1.修订用水制度。2.组织节水培训(工会、团委协助)。\n后勤保障科:1.更换龙头;2.检修水池。\n",
        ["1.修订用水制度 办公室责", "2.组织节水培训 工会配 团委配 办公室责", "1.更换龙头 后勤保障科责", "2.检修水池 后勤保障科责"],
    ),
    "two units on one line": (
        "一、任务\n市教育局:负责学校节水。市公安局:负责查处偷水。\n",
        ["负责学校节水 市教育局责", "负责查处偷水 市公安局责"],
    ),
    "a list in which one unit has items": (
        "一、职责分工\n市教育局:负责学校节水,每年检查1次。\n市水务局:承担节水办日常工作。\n(1)编制用水方案;\n(2)负责管网安全。\n市农业农村局:推广滴灌。\n二、要求\n加强宣传。\n",
        ["负责学校节水 市教育局责", "承担节水办日 市水务局责", "(1)编制用水方案 市水务局责", "(2)负责管网安全 市水务局责", "推广滴灌 市农业农村局责"],
    ),
    "... without a heading, and with a line of its own above the items": (
        "市教育局:负责学校节水。\n市水务局:\n承担节水办日常工作。\n(1)编制用水方案。\n市农业农村局:推广滴灌。\n",
        ["负责学校节水 市教育局责", "承担节水办日 市水务局责", "(1)编制用水方案 市水务局责", "推广滴灌 市农业农村局责"],
    ),
    "a unit that leads in its items": (
        "一、任务\n市教育局:负责学校节水。\n市水务局:负责下列工作:\n1.更新管网。\n2.安装水表。\n",
        ["负责学校节水 市教育局责", "1.更新管网 市水务局责", "2.安装水表 市水务局责"],
    ),
    "numbered units with words and items": (
        "一、职责分工\n(一)市水务局:承担日常工作。\n1.编制方案。\n2.组织检查(市财政局配合)。\n(二)市财政局:落实经费。\n",
        ["承担日常工作 市水务局责", "1.编制方案 市水务局责", "2.组织检查 市财政局配 市水务局责", "(二)落实经费 市财政局责"],
    ),
    "weak and unknown names among sure ones": (
        "市公安局:负责查处偷水。\n市气象局:负责监测旱情。\n沅平军分区、武警沅平支队:承担送水任务。\n市财政局:负责筹措资金。\n"
        "沅平日报社、市广播电视台:按规定播发用水提示。\n各县(市、区)、功能区:落实属地责任。\n其他市节水委成员单位:按照各自职责做好节水工作。\n",
        [
            "负责查处偷水 市公安局责", "负责监测旱情 市气象局责", "承担送水任务 沅平军分区责 武警沅平支队责", "负责筹措资金 市财政局责",
            "按规定播发用 沅平日报社责 市广播电视台责", "落实属地责任 各县(市、区)责 功能区责", "按照各自职责 其他市节水委成员单位责",
        ],
    ),
    "a sentence among them that tells somebody": (
        "市公安局:负责查处偷水。\n市财政局:负责筹措资金。\n市农业农村局会同市林业局推广滴灌。\n市教育局:负责学校节水。\n",
        ["负责查处偷水 市公安局责", "负责筹措资金 市财政局责", "市农业农村局 市农业农村局责 市林业局配", "负责学校节水 市教育局责"],
    ),
    "short names among numbered heads": (
        "(一)水务部门:编制总体方案。\n(二)人社、民政、工会:做好职工安置工作。\n(三)公安机关:负责维护秩序。\n(四)国税、地税部门:落实税收优惠。\n",
        ["(一)编制总体方案 水务部门责", "(二)做好职工安置 人社责 民政责 工会责", "(三)负责维护秩序 公安机关责", "(四)落实税收优惠 国税责 地税部门责"],
    ),
    "labels and lead-ins among sure heads are none": (
        "一、分工\n市公安局:负责查处偷水。\n市财政局:负责筹措资金。\n完成时限:6月底前。\n工作要求:认真落实各项规定。\n",
        ["负责查处偷水 市公安局责", "负责筹措资金 市财政局责"],
    ),
    "titles with colons are no heads": (
        "一、任务\n1.建设平台:落实数据报送。(市水务局)\n2.规范标准:按要求执行。(市财政局)\n",
        ["1.建设平台:落 市水务局责", "2.规范标准:按 市财政局责"],
    ),
    "a label in a heading over items": (
        "一、改善环境(牵头部门:市水务局)\n1.更新管网。\n2.安装水表。\n",
        ["1.更新管网 市水务局牵", "2.安装水表 市水务局牵"],
    ),
    "lines below numbered items stay with them": (
        "一、任务\n1.更新管网。\n市住建局:负责设计。\n市财政局:负责资金。\n2.安装水表。\n市水务局:负责采购。\n市审计局:负责审计。\n",
        ["1.负责设计 市住建局责", "1.负责资金 市财政局责", "2.负责采购 市水务局责", "2.负责审计 市审计局责"],
    ),
    "weak names behind 由": (
        "一、任务\n1.清理水池。由城管中队牵头,司法所配合。\n2.供水保障。由自来水公司负责,项目部配合。\n3.节约用水。由企业负责。\n",
        ["1.清理水池 城管中队牵 司法所配", "2.供水保障 自来水公司责 项目部配", "3.节约用水。由 "],
    ),
    "members below the leading unit": (
        "一、任务\n1.更新管网。\n牵头单位:市水务局\n成员单位:市财政局、市住建局\n2.检查用水。\n牵头单位:市水务局;成员单位:市教育局\n",
        ["1.更新管网 市水务局牵 市财政局配 市住建局配", "2.检查用水 市水务局牵 市教育局配"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "want"), ROWS.values(), ids=ROWS.keys())
def test_each_unit_keeps_its_work(body: str, want: list[str]) -> None:
    assert [t for t in told(read(body)) if not t.startswith(("加强宣传", "完成时限"))][: len(want)] == want


SALUTED: dict[str, tuple[str, list[str]]] = {
    "offices of one house": ("各科室:\n现将任务分解如下:\n一、任务\n1.安装水表。(后勤科负责)\n", ["各科室"]),
    "offices and stations": ("各科室、各站所:\n现将任务安排如下。\n一、任务\n1.安装水表。(后勤科负责)\n", ["各科室", "各站所"]),
    "who stands in a list is not called": ("市公安局:负责查处偷水。\n市财政局:负责筹措资金。\n各县(市、区)、功能区:落实属地责任。\n", []),
}


@pytest.mark.parametrize(("body", "want"), SALUTED.values(), ids=SALUTED.keys())
def test_who_is_called(body: str, want: list[str]) -> None:
    plan = read(body)
    assert [u.printed for u in plan.addressees] == want
    assert not any(d.unit.printed.startswith("各科室") for t in plan.tasks for d in t.duties)


def test_a_unit_in_brackets_ends_the_title() -> None:
    plan = read("【市财政局】\n1.安排资金。\n【市水务局】\n1.更新管网。\n", "沅平市节水任务分解表(2026年2月1日)")
    assert plan.header.name == "沅平市节水任务分解表(2026年2月1日)"


# a line -> the units at its head, strictly, and beside sure heads
HEADS: dict[str, tuple[list[str], list[str]]] = {
    "市水务局:负责调度。": (["市水务局"], ["市水务局"]),
    "【市水文站】每日测报水位。": (["市水文站"], ["市水文站"]),
    "武警沅平支队:承担送水任务。": (["武警沅平支队"], ["武警沅平支队"]),
    "人社、民政:做好安置。": ([], ["人社", "民政"]),
    "人社、民政:已经安置。": ([], []),
    "责任单位:市水务局、市财政局": ([], []),
    "成员单位:市水务局、市财政局": ([], []),
    "牵头部门:负责汇总。": ([], []),
    "市水务局(牵头部门:市财政局)": ([], []),
    "工作要求:落实责任。": ([], []),
    "加强学校:做好检查。": ([], []),
    "截至6月:完成检查。": ([], []),
    "一是节水:落实定额。": ([], []),
}


@pytest.mark.parametrize(("line", "want"), HEADS.items(), ids=HEADS.keys())
def test_heads(line: str, want: tuple[list[str], list[str]]) -> None:
    got = [[n.printed for n in head[0]] if head else [] for head in (sure_head(line), head_beside(line))]
    assert tuple(got) == want


CUTS: dict[str, list[str]] = {
    "办公室:1.修订制度。2.组织培训。": ["办公室:", "1.修订制度。", "2.组织培训。"],
    "办公室:(1)修订制度;(2)组织培训。": ["办公室:", "(1)修订制度;", "(2)组织培训。"],
    "办公室:①修订制度;③组织培训。": ["办公室:", "①修订制度;③组织培训。"],
    "市教育局:负责学校。市公安局:负责秩序。": ["市教育局:负责学校。", "市公安局:负责秩序。"],
    "市教育局:负责学校。其中:小学3所。": ["市教育局:负责学校。其中:小学3所。"],
    "工作目标:1.节水。2.减污。": ["工作目标:1.节水。2.减污。"],
    "责任单位:1.市水务局。2.市财政局。": ["责任单位:1.市水务局。2.市财政局。"],
    "办公室:1.5公里管网。": ["办公室:1.5公里管网。"],
}


@pytest.mark.parametrize(("line", "want"), CUTS.items(), ids=CUTS.keys())
def test_where_a_line_is_divided(line: str, want: list[str]) -> None:
    edges = [0, *cuts_at_heads(line, 0), len(line)]
    assert [line[a:b] for a, b in zip(edges, edges[1:])] == want


def test_long_lines_take_no_longer() -> None:
    for hostile in ("市水务局:" * 2_000, "市水务局:1." + "2.,3." * 5_000, "【" * 20_000, "市水务局:负责。" + "市、" * 20_000 + ":"):
        read(hostile + "\n")
