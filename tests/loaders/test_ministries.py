"""Ways of saying that papers of ministries and provinces use: rules alone in brackets, 由A牵头会同B, angle brackets, who a notice cites."""

from __future__ import annotations

import pytest
from test_phrases import HEAD, check

from graphmodel.plan import Source
from loaders.grammar.indicators import indicators
from loaders.load import load

ROWS: dict[str, tuple[str, dict[str, str]]] = {
    "a positional rule alone between items": (
        "一、重点工作\n1.制定办法。(市教育局、市财政局负责)\n2.建立台账。(市民政局负责)\n(没有明确时限的年底前完成,列第一位者为牵头部门,下同)\n二、其他工作\n3.开展培训。(市教育局、市民政局负责)\n",
        {"制定办法": "主责 市教育局 市财政局", "建立台账": "牵 市民政局", "开展培训": "牵 市教育局 | 责 市民政局"},
    ),
    "a positional rule that says what the others do": (
        "一、分工\n1.稳定生产。(由市农业农村局会同市发展改革委负责落实。列在首位的为牵头部门,其他有关部门配合,下同)\n2.加强监管。(由市市场监管局、市农业农村局负责落实)\n",
        {"稳定生产": "牵 市农业农村局 | 配 市发展改革委", "加强监管": "牵 市市场监管局 | 责 市农业农村局"},
    ),
    "partners behind the verb": (
        "一、分工\n1.改造危房。(由市住房城乡建设局牵头会同市发展改革委、市财政局负责落实,年底前完成)\n2.修建公路。(市交通运输局负责会同市财政局落实)\n",
        {"改造危房": "牵 市住房城乡建设局 | 配 市发展改革委 市财政局", "修建公路": "主责 市交通运输局 | 配 市财政局"},
    ),
    "angle brackets inside a bracket": (
        "一、分工\n1.健全体制。(市教育局,市委农办,各县<市、区>人民政府,排名第一位为牵头单位,下同)\n",
        {"健全体制": "牵 市教育局 | 责 市委农办 各县<市、区>人民政府"},
    ),
    "a blanket clause with 涉及": (
        "一、分工\n1.建设市场。〔责任单位:市发展改革委、市商务局按职责分工负责。具体任务均涉及相关县(市、区)人民政府,不再做分工,下同。〕\n2.优化准入。〔责任单位:市市场监管局〕\n",
        {"建设市场": "主责 市发展改革委 市商务局 相关县(市、区)人民政府", "优化准入": "主责 市市场监管局 相关县(市、区)人民政府"},
    ),
    "a rule that leaves the others to their duties": (
        "一、分工\n1.建设网络。(市卫生健康委、市发展改革委负责。列第一位者为牵头部门或单位,其他有关部门和单位按职责分工负责,下同)\n2.设置医院。(市卫生健康委、市财政局,各县级人民政府负责)\n",
        {"建设网络": "牵 市卫生健康委 | 责 市发展改革委", "设置医院": "牵 市卫生健康委 | 责 市财政局 各县级人民政府"},
    ),
    "who inspects": (
        "一、分工\n1.办好实事。(市直各责任单位按职责分工抓好落实,市政府督查室负责督查)\n2.建设铁路。(市铁建投、白浪集团负责;市发展改革委参与)\n",
        {"办好实事": "主责 市直各责任单位 | 监 市政府督查室", "建设铁路": "主责 市铁建投 白浪集团 | 配 市发展改革委"},
    ),
    "a collective of leagues and cities": (
        "一、分工\n1.建设基地。(自治区能源局牵头,自治区林草局,各盟行政公署、市人民政府配合)\n",
        {"建设基地": "牵 自治区能源局 | 配 自治区林草局 各盟行政公署、市人民政府"},
    ),
    "prose divides the work": (
        "一、分工\n1.强化监管。市市场监管局、市应急局按照职责分工,督促企业落实主体责任。\n2.清理事项。市委编办要会同市司法局等部门于2015年6月底前完成非行政许可审批事项清理。\n",
        {"强化监管": "主责 市市场监管局 市应急局", "清理事项": "主责 市委编办 | 配 市司法局 部门"},
    ),
    "a star marks the lead": (
        "注:带*的为牵头单位\n一、分工\n1.发展贸易。(责任单位:市商务局*、市委网信办)\n2.建设平台。(责任单位:市科技局*)\n",
        {"发展贸易": "牵 市商务局 | 责 市委网信办", "建设平台": "主责 市科技局"},
    ),
    "labels with 为 in a bracket": (
        "一、分工\n1.改造小区。(牵头单位为市住房城乡建设局,责任单位为市财政局、市自然资源局)\n",
        {"改造小区": "牵 市住房城乡建设局 | 责 市财政局 市自然资源局"},
    ),
    "the first leads or sums up": (
        "一、分工\n1.支持企业。\n责任单位:市经信局、市财政局(列第一位者为工作牵头单位或汇总单位,下同)\n2.新建项目。\n责任单位:市发展改革委、市商务局\n",
        {"支持企业": "牵 市经信局 | 责 市财政局", "新建项目": "牵 市发展改革委 | 责 市商务局"},
    ),
    "all measures below": (
        "一、分工\n1.支持企业。(责任单位:市工信局等有关部门,各县区人民政府、园区管委会。以下政策措施均需各县区人民政府、园区管委会落实,不再单独列出)\n2.奖补项目。(责任单位:市财政局)\n",
        {"支持企业": "主责 市工信局 有关部门 各县区人民政府 园区管委会", "奖补项目": "主责 市财政局 各县区人民政府 园区管委会"},
    ),
    "cities and county governments are one": (
        "一、分工\n1.改造市场。(市商务局、市财政局,各市、县级政府按职责分工负责)\n",
        {"改造市场": "主责 市商务局 市财政局 各市、县级政府"},
    ),
    "prefectures and their offices": (
        "一、分工\n1.新增就业。由自治区人社厅牵头,自治区教育厅配合,各地(市)行署(人民政府)落实。\n2.建设工程。由自治区水利厅负责,各地(市)配合。\n",
        {"新增就业": "牵 自治区人社厅 | 配 自治区教育厅 | 责 各地(市)行署(人民政府)", "建设工程": "主责 自治区水利厅 | 配 各地(市)"},
    ),
    "a name does not end inside a word": (
        "一、分工\n1.建设项目。市住房城乡建设局会同市发展改革委组织实施,市财政局会同市审计局部署检查。\n",
        {"建设项目": "主责 市住房城乡建设局 市财政局 | 配 市发展改革委 市审计局"},
    ),
    "departments and units are one collective": (
        "一、分工\n1.推进转换。(牵头单位:市发展改革委,参与单位:市直有关部门、单位,各县区)\n",
        {"推进转换": "牵 市发展改革委 | 配 市直有关部门、单位 各县区"},
    ),
    "a verb behind a name is no part of it": (
        "一、分工\n1.市发展改革委要会同市委宣传部、市政府办公室办好网站,及时发布动态。\n",
        {"市发展改革委要": "主责 市发展改革委 | 配 市委宣传部 市政府办公室"},
    ),
}


@pytest.mark.parametrize("row", ROWS)
def test_duties(row: str) -> None:
    check(*ROWS[row])


def test_a_verb_inside_a_noun_phrase_says_no_duty() -> None:
    plan = load(Source(HEAD + "一、机制\n1.建立市级统筹、区县抓落实的工作机制,加强督导。\n", "plan.txt"))
    assert [d.unit.printed for t in plan.tasks for d in t.duties] == []


def test_the_deadline_of_a_heading_holds_for_its_items() -> None:
    plan = load(
        Source(
            HEAD + "一、岸线遭到破坏\n责任单位:市水利局\n督导单位:市财政局\n整改时限:2023年12月底前\n整改措施:\n1.编制方案。\n2.加强巡查,2022年6月底前完成。\n",
            "plan.txt",
        )
    )
    assert [(t.text[:4], t.deadline.date) for t in plan.tasks] == [("编制方案", "2023-12-31"), ("加强巡查", "2022-06-30")]


HEADERS = {
    "the full name stands in the title": (
        "云泽省人民政府办公厅关于印发数字云泽建设要点的通知\n云政办〔2025〕6号\n各市人民政府:\n现将要点印发给你们。\n省政府办公厅\n2025年4月8日\n数字云泽建设要点\n1.加强攻关。(省科技厅牵头)\n",
        ("数字云泽建设要点", "云泽省人民政府办公厅", "2025-04-08"),
    ),
    "no title but in the notice": (
        "沅政办字〔2023〕1号\n各县区人民政府,市政府各部门:\n为落实意见,现将《沅平市绿色发展分工落实方案》印发给你们,请认真实施。\n1.形成经验。(牵头单位:市发展改革委)\n",
        ("沅平市绿色发展分工落实方案", None, None),
    ),
    "issued without 给": (
        "各县区安委会,市级有关部门:\n现将《沅平市安全生产三年行动方案(2024—2026年)》印发你们,请抓好落实。\n沅平市安全生产委员会\n2024年3月7日\n沅平市安全生产三年行动方案\n(2024—2026年)\n1.开展培训。(市应急局)\n",
        ("沅平市安全生产三年行动方案(2024—2026年)", "沅平市安全生产委员会", "2024-03-07"),
    ),
    "a date alone behind a bracket": (
        "云泽省人民政府办公厅关于释放消费潜力的实施意见\n云政办〔2020〕4号\n各市人民政府:\n现提出如下意见:\n一、改造市场,2021年完成。(省商务厅负责)\n2020年11月20日\n",
        ("云泽省人民政府办公厅关于释放消费潜力的实施意见", "云泽省人民政府办公厅", "2020-11-20"),
    ),
    "targets handed down": (
        "各乡镇人民政府,区级各部门:\n现将全区目标任务下达你们,请对照分解。\n特此通知\n沅平市青岚区人民政府\n2016年8月18日\n附件\n青岚区2016年目标任务分解表\n| 任务 | 责任单位 |\n| 改造道路 | 区住建局 |\n",
        ("青岚区2016年目标任务分解表", "沅平市青岚区人民政府", "2016-08-18"),
    ),
    "a department of the State Council is written to": (
        "国务院办公厅关于落实意见有关政策措施分工的通知\n国办函〔2013〕3号\n国务院有关部门:\n为落实意见,现就分工事项通知如下:\n一、分工安排\n1.稳定生产。(由农业部负责落实)\n国务院办公厅\n2013年2月5日\n",
        ("国务院办公厅关于落实意见有关政策措施分工的通知", "国务院办公厅", "2013-02-05"),
    ),
}


@pytest.mark.parametrize("row", HEADERS)
def test_header(row: str) -> None:
    text, expected = HEADERS[row]
    plan = load(Source(text, "plan.txt"))
    assert (plan.header.name, plan.header.issuer, plan.header.date) == expected
    assert [t.text for t in plan.tasks if not t.duties] == []


def test_a_year_before_the_plan_is_told_of() -> None:
    text = "2021年全市指数为62.3,比上年提高5.1个百分点。2022年覆盖率达到80%。"
    assert [i.value for i in indicators(text, "2022-03-15")] == [80]
    assert [i.value for i in indicators("2021年覆盖率达到80%。", "2021-03-15")] == [80]
