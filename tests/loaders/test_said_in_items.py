"""Statements of duty within items as offices of every size write them: townships, schools, counties; beside them what is said of nobody.

Notation: the units of each task and their tier (牵, 责, 配, 监), then by when, if that is said.
"""

from __future__ import annotations

import pytest

from graphmodel.plan import Source
from loaders.load import load

ROWS: dict[str, list[str]] = {
    # those who work on the ground among the offices of a list
    "抓好禁烧。责任部门:环保办牵头,农服中心、各村居配合": ["环保办 牵 农服中心 配 各村居 配"],
    "抓好防疫。(卫健办牵头,农业农村办、包村干部配合)": ["卫健办 牵 农业农村办 配 包村干部 配"],
    "抓好排查。(应急办牵头,各村居落实)": ["应急办 牵 各村居 责"],
    "抓好排查。(应急办牵头,网格员、驻村工作队配合)": ["应急办 牵 网格员 配 驻村工作队 配"],
    "各村(居)负责摸排,包村干部负责核实,经发办负责汇总上报。": ["各村(居) 责 包村干部 责 经发办 责"],
    # one name of no known shape beside offices
    "办好运动会。(群体科、少体校)": ["群体科 责 少体校 责"],
    "推广阅读。(市教育局、市文旅局、新华书城)": ["市教育局 责 市文旅局 责 新华书城 责"],
    "推广阅读。(市教育局牵头,市文旅局、新华书城配合)": ["市教育局 牵 市文旅局 配 新华书城 配"],
    # ... but not where it is a word of work, or two of them
    "改造道路(桥梁、隧道)。": [""],
    "完善机制(市教育局、资金保障)。": [""],
    "做好宣传。(办公室、各学校按任务数完成)": [""],
    "对申报工作纳入市委、市政府10项重点专项督查。": [""],
    # teams, companies and stations that lead
    "清理广告。由综合行政执法大队牵头,农服中心配合。": ["综合行政执法大队 牵 农服中心 配"],
    "供水保障。由自来水公司负责,项目建设部配合。": ["自来水公司 责 项目建设部 配"],
    "清理占道。由城管中队牵头,司法所配合。": ["城管中队 牵 司法所 配"],
    "清障。由城管中队(综合执法大队)牵头,派出所配合。": ["城管中队(综合执法大队) 牵 派出所 配"],
    "打造联盟。由龙头企业牵头,农户参与。": [""],
    # 等 and what those named have in common
    "办好教育。(县教育局牵头;县发改、财政、人社、编办等部门配合)": ["县教育局 牵 县发改 配 财政 配 人社 配 编办 配"],
    "推进分类。(县城管局牵头,县住建局、县教育局等部门配合)": ["县城管局 牵 县住建局 配 县教育局 配"],
    "推进国企建设。(市国资委牵头,市城投集团、市农商行等市属国企具体实施)": ["市国资委 牵 市城投集团 责 市农商行 责 市属国企 责"],
    "推进双拥。(市退役军人局牵头,市总工会、市残联等群团组织配合)": ["市退役军人局 牵 市总工会 配 市残联 配 群团组织 配"],
    "整治环境。(各有关部门等单位负责)": ["各有关部门 责"],
    # items inside one line, each with its own unit in brackets
    "开展四项行动:①秸秆禁烧(环保办);②散煤治理(经发办);③扬尘管控(城建办);④餐饮油烟(执法队)。": ["环保办 责", "经发办 责", "城建办 责", "执法队 责"],
    "完善设施:1)新建公厕3座(村建办负责);2)硬化道路5公里(交管站负责)。": ["村建办 责", "交管站 责"],
    "完善三类设施:①学校(中学);②广场(含绿地);③道路。": [""],
    "完善设施:①新建公厕;②硬化道路(环保办、经发办)。": ["环保办 责 经发办 责"],
    # helpers divided by blanks and semicolons, or said by nothing
    "改造宿舍。(基建处牵头 后勤处、学工处配合 8月底完成)": ["基建处 牵 后勤处 配 学工处 配 |8月底完成"],
    "推行报到。(市委办、市政府办牵头 市城管局、市公安局配合)": ["市委办 牵 市政府办 牵 市城管局 配 市公安局 配"],
    "培养人才。(市卫健委牵头,市委编办、市财政局;各医学院校配合)": ["市卫健委 牵 市委编办 配 市财政局 配 各医学院校 配"],
    "培养人才。(市卫健委牵头,市委编办、市财政局)": ["市卫健委 牵 市委编办 配 市财政局 配"],
    "培养人才。责任单位:市卫健委牵头,市委编办、市财政局": ["市卫健委 牵 市委编办 责 市财政局 责"],
    "培养人才。(市卫健委负责,市委编办、市财政局)": ["市卫健委 责 市委编办 责 市财政局 责"],
    "抓实督查。责任单位:县府办|责任人:李四|时限:6月底": ["县府办 责 |6月底"],
    # behind 由, and what is work again
    "推进法治建设。由县委依法治县办(县司法局)牵头负责。": ["县委依法治县办(县司法局) 牵"],
    "监管危险废物。由市生态环境局澜溪分局、县卫健局分别牵头;县公安局配合。": ["市生态环境局澜溪分局 牵 县卫健局 牵 县公安局 配"],
    "利用废物。由县农业农村和水利局牵头,县供销联社配合。": ["县农业农村和水利局 牵 县供销联社 配"],
    "双拥工作。县人武部牵头,县民政局配合,争创省级双拥模范县。": ["县人武部 牵 县民政局 配"],
    # an office that opens a sentence with a plain verb, where nothing else says who
    "强化保障。区财政局安排专项经费200万元。": ["区财政局 责"],
    "抓好培训。区委党校、区委组织部分两期对社区书记进行全员轮训。": ["区委党校 责 区委组织部 责"],
    "县应急管理局做好物资调拨,县财政局预拨资金,县交通局保障道路畅通。": ["县应急管理局 责 县财政局 责 县交通局 责"],
    "县教体局组织学校停课;县文旅局关停景区。": ["县教体局 责 县文旅局 责"],
    "开展活动。团市委、市妇联组织开展志愿服务。": ["团市委 责 市妇联 责"],
    # ... not a government, a mechanism, a thing, or somebody named in the middle
    "强化保障。区政府安排专项经费200万元。": [""],
    "强化督查。县政府督查室对整改情况开展专项督查。": [""],
    "新建校舍。改造县教育局组织使用的教室。": [""],
    "强化保障。区财政局资金管理制度更加完善。": [""],
    "强化保障。区财政局安排专项经费200万元。(区教育局负责)": ["区教育局 责"],
    # names that go on, or are one
    "健全清单。(省商务厅牵头,省级有关部门及各市、州人民政府按职责分工负责)": ["省商务厅 牵 省级有关部门 责 各市、州人民政府 责"],
    "办理提案。责任单位:办公室牵头,有关科室、单位按职责承办。": ["办公室 牵 有关科室、单位 责"],
    "清理账款。牵头单位:1.县司法局;2.县市场监管局;配合单位:县财政局等部门": ["县司法局 牵 县市场监管局 牵 县财政局 配"],
    # a sign on the name of the lead
    "打好保卫战。责任单位:生态环境分局▲、水务局、海事处": ["生态环境分局 牵 水务局 责 海事处 责"],
    "打好保卫战。(县水务局★、县交通局)": ["县水务局 牵 县交通局 责"],
    # by when, with those who do it
    "建立制度。(县水利局;完成时限:2024年6月)": ["县水利局 责 |2024年6月"],
    "建立制度。(县委组织部牵头,县委农办参与)【持续推进】": ["县委组织部 牵 县委农办 配 |持续推进"],
    "做好安防。(安全科、保卫处;立行立改)": ["安全科 责 保卫处 责 |立行立改"],
}


@pytest.mark.parametrize(("item", "want"), ROWS.items(), ids=ROWS.keys())
def test_what_an_item_says(item: str, want: list[str]) -> None:
    tasks = load(Source(f"青岚县2024年重点工作任务分工\n\n一、重点任务\n1.{item}\n", "any.txt")).tasks
    found = [" ".join(f"{d.unit.printed} {d.tier}" for d in t.duties) + (f" |{t.deadline.printed}" if t.deadline.printed else "") for t in tasks]
    assert found == want


BEFORE = "1.优化服务。(市数据局牵头,市公安局配合)\n"


@pytest.mark.parametrize(
    ("item", "want"),
    {
        "推广证照。(同上)": ["市数据局", "市公安局"],
        "推广证照。责任单位:同上。": ["市数据局", "市公安局"],
        "推广证照(责任单位:同上)。": ["市数据局", "市公安局"],
        "推广证照,同上年持平。": [],
        "推广证照(同上年)。(市司法局负责)": ["市司法局"],
    }.items(),
)
def test_who_was_named_for_the_item_before(item: str, want: list[str]) -> None:
    tasks = load(Source(f"沅平市2024年重点任务分工方案\n\n一、重点任务\n{BEFORE}2.{item}\n", "any.txt")).tasks
    assert [d.unit.printed for d in tasks[-1].duties] == want
    assert len(tasks) == 2


def test_who_was_named_before_the_first_item_is_nobody() -> None:
    tasks = load(Source("沅平市2024年重点任务分工方案\n\n一、重点任务\n1.推广证照。(同上)\n2.优化服务。(市数据局负责)\n", "any.txt")).tasks
    assert [[d.unit.printed for d in t.duties] for t in tasks] == [[], ["市数据局"]]


NAMES = {
    "民革市委": "民革沅平市委员会",
    "九三学社市委会": "九三学社沅平市委员会",
    "市安委会各成员单位": "沅平市安全生产委员会成员单位",
    "国家外汇管理局沅平市分局": "国家外汇管理局沅平市分局",
    "市委宣传部": "中共沅平市委宣传部",
}


@pytest.mark.parametrize(("printed", "name"), NAMES.items(), ids=NAMES.keys())
def test_what_such_a_name_refers_to(printed: str, name: str) -> None:
    plan = load(Source(f"沅平市2024年重点任务分工方案\n\n一、重点任务\n1.推进工作。(责任单位:{printed})\n", "any.txt"))
    assert [(d.name, d.recognised) for d in plan.departments] == [(name, True)]


def test_the_party_committee_of_a_school_is_not_the_partys() -> None:
    plan = load(Source("沅平理工学院2024年工作要点\n1.加强宣传。(党委宣传部、教务处)\n2.落实制度。(党委办公室)\n", "any.txt"))
    assert [d.name for d in plan.departments][1:] == ["党委宣传部", "教务处"]
