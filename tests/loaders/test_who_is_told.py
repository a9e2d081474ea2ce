"""Who is told what where no label says so: prose above all headings, groups led by somebody, headings that are weak names; beside them what tells nobody."""

from __future__ import annotations

import pytest

from graphmodel.plan import Plan, Source
from loaders.load import load

ROWS: dict[str, tuple[str, list[str]]] = {
    "paragraphs that open with a unit": (
        "现将各单位的任务明确如下:\n市住建局负责整治的总协调。\n市委农办要指导创建示范村。\n市环保局要加强污染源管理。\n市城管局负责垃圾收运,无害化处理率达100%。\n",
        ["市住建局 L", "市委农办 L", "市环保局 L", "市城管局 L"],
    ),
    "a group that somebody leads": (
        "一、工作机构\n(1)综合协调组。由市政府办公室牵头,市公安局、市财政局等单位组成,负责传达指令。\n(2)抢险组。由应急主管部门牵头,消防支队、市水务局和有关行业等组成,负责抢险。\n",
        ["市政府办公室 L 市公安局 C 市财政局 C", "应急主管部门 L 消防支队 C 市水务局 C"],
    ),
    "weak names under 责任分工": (
        "五、责任分工\n(一)党政办\n负责宣传。\n(二)城管中队及各社区\n1.整治西大街。\n2.整治东大街。\n",
        ["党政办 L", "城管中队 L 各社区 L", "城管中队 L 各社区 L"],
    ),
    "everybody is called upon above the headings": (
        "各级各部门要高度重视。\n各乡镇要加强领导。\n各责任单位要密切配合。\n一、任务\n(一)改造管网。(责任单位:市水务局)\n",
        ["市水务局 L"],
    ),
    "a group is set up and nothing else": (
        "一、组织领导\n为加强领导,成立环境整治工作领导小组。\n二、整治目标\n(一)路面无垃圾。\n三、任务\n(一)改造管网。(责任单位:市水务局)\n",
        ["市水务局 L"],
    ),
    "goals under 主要目标 with label lines": (
        "一、主要预期目标\n(一)生产总值增长7%以上\n责任单位:区发展和改革局\n(二)工业投资增长12%以上\n责任单位:区经信局\n",
        ["区发展和改革局 L", "区经信局 L"],
    ),
    "a word in brackets for the thing before it": (
        "一、主要目标\n建成完备的综合体(社区服务中心)。\n二、任务\n1.改造管网20公里(市水务局)。\n2.修路(县代建中心)。\n",
        ["市水务局 L", "县代建中心 L"],
    ),
    "a group in lines, whom and where it looks at": (
        "二、组织领导\n为加强领导,确保落实,现成立整治行动领导小组,成员如下:\n组长:某某\n组员:某某\n领导小组下设办公室,各成员单位各司其职。\n"
        "三、整治重点\n(一)重点整治对象。废弃汽车。\n(二)重点整治区域。背街小巷。\n四、工作安排\n(一)排查阶段\n开展排查。\n责任单位:执法大队\n",
        ["执法大队 L"],
    ),
    "units before a full stop": (
        "三、职责分工\n各单位职责如下:\n县环保局。负责统一监督。\n县交通局、公路局。负责公路两侧巡查。\n县农机局。负责培训。\n",
        ["县环保局 L", "县交通局 L 公路局 L", "县农机局 L"],
    ),
    "an item's own words beat those of its heading": (
        "一、治理畜牧业产品污染\n由乡农业中心承办,卫生院、派出所配合。\n治理工作目标:\n定点屠宰率达100%。\n主要措施:\n"
        "(一)加强监管。由乡畜牧站负责,加强养殖监管。\n(二)加强屠宰。由乡农业中心负责,派出所配合,打击私宰。\n",
        ["乡畜牧站 L", "乡农业中心 L 派出所 C"],
    ),
    "the work below its label line": (
        "一、任务\n(一)改造管网\n责任单位:市水务局\n改造管网20公里。\n(二)修路\n责任单位:市交通局\n修路5公里。\n",
        ["市水务局 L", "市交通局 L"],
    ),
    "a sentence after the items says whose they are": (
        "一、目标设置\n(一)发展目标。包括以下几项。\n1.生产总值增长15%;\n2.服务业增加值达到100亿元;\n2项目标的责任单位均为市发展改革委。\n"
        "3.工业收入达到300亿元;\n该目标责任单位为市经委。\n",
        ["市发展改革委 L", "市发展改革委 L", "市经委 L"],
    ),
    "where and when": ("二、禁烧时限和区域\n全县全年不得焚烧,重点时段为夏收季节。\n三、措施\n(一)巡查。县公安局要巡查。\n", ["县公安局 L"]),
    "a list of units without any title": (
        "县住建局:负责城区排水工作。\n县自然资源局:负责地质灾害监测。\n县教体局:负责校园安全。\n",
        ["县住建局 L", "县自然资源局 L", "县教体局 L"],
    ),
    "weak names where work is allotted": (
        "五、责任分工\n1.党政办、镇政府负责策划工作。\n2.文化站负责节目编排。\n3.派出所负责安全保卫。\n",
        ["党政办 L 镇政府 L", "文化站 L", "派出所 L"],
    ),
    "units that do without 要": (
        "二、任务\n1.区直各单位根据各自职责,认真做好安全检查。\n2.林业和消防部门认真做好防火工作。\n3.扩大宣传,切实加强管理。\n",
        ["区直各单位 L", "林业和消防部门 L", ""],
    ),
    "numbered units on one line": (
        "(二)成员单位职责。各成员单位职责如下:1.河务部门。组织防汛日常工作,负责防洪工程建设与管理。2.气象部门。负责监测暴雨,提供降雨预报。3.电力部门。保障抗洪抢险电力供应。",
        ["河务部门 L", "气象部门 L", "电力部门 L"],
    ),
    "—— over numbered items is a heading": (
        "责任分解方案\n——推进教育发展\n1.改扩建学校45所。(牵头单位:市教育局;责任单位:各区人民政府)\n2.支持高校建设。(责任单位:市教育局)\n——建设健康城市\n3.加强救治。(责任单位:市卫健委)\n",
        ["市教育局 L 各区人民政府 C", "市教育局 L", "市卫健委 L"],
    ),
    "—— below an item is bound by it": (
        "一、任务\n1.完善设施。(责任单位:市住建局)\n——改造管网20公里。\n——改造路灯300盏。\n2.修路。(责任单位:市交通局)\n",
        ["市住建局 L", "市住建局 L", "市交通局 L"],
    ),
}


def _read(text: str) -> Plan:
    return load(Source(text, "any.txt"))


@pytest.mark.parametrize("name", ROWS)
def test_who_is_told(name: str) -> None:
    text, want = ROWS[name]
    assert [" ".join(f"{d.unit.printed} {d.role[0]}" for d in t.duties) for t in _read(text).tasks] == want
