"""What the rules of targets say in English, and whom and what they name."""

from __future__ import annotations

import pytest
from rule_cases import Speaks, bad_unit, conflicting_target, hedged_target, target_without_value, unmeasurable_task
from test_rule_cases import graph_of

from queries.audit import audit

CASES = {
    (code, case.name): case.text
    for code, module in (
        ("TGT302", conflicting_target), ("TGT303", target_without_value), ("TGT307", hedged_target), ("TGT308", unmeasurable_task), ("TGT309", bad_unit),
    )
    for case in module.SPEAKS
    if isinstance(case, Speaks)
}  # fmt: skip
WATER, HOUSING = "沅平市/沅平市水利局", "沅平市/沅平市住房和城乡建设局"
ROWS = [
    (
        "TGT302", "a goal and its task",
        "“行政村光纤网络通达率” has several values (≥98%, ≥95%): line 3 “行政村光纤网络通达率达到98%以上”; line 5 “行政村光纤网络通达率达到95%以上” (沅平市通信管理办"
        "公室). The result cannot be assessed by one measure.",
        "Please check which value of “行政村光纤网络通达率” holds and print it in all places; if year or scope differ, please say so.",
        ["二/1"], ["沅平市/沅平市通信管理办公室"],
    ),
    (
        "TGT302", "one bound with its value and one without",
        "The bound of 1 target includes the value in one place and excludes it in another: line 3 “第三产业增加值占比≥40%” (沅平市发"
        "展和改革委员会); line 4 “第三产业增加值占比大于40%” (沅平市商务局). Whoever reaches just that value has met it by one and not by the o"
        "ther.",
        "Please use one wording in both places (不低于 / 不超过, or 以上 / 以内).",
        ["一/1", "一/2"], ["沅平市/沅平市发展和改革委员会", "沅平市/沅平市商务局"],
    ),
    (
        "TGT302", "a bound with a goal, two of them",
        "The bound of 2 targets includes the value in one place and excludes it in another: line 3 “农村自来水普及率不低于96%”; li"
        "ne 5 “农村自来水普及率大于96%” (沅平市水利局); line 3 “公共管网漏损率不超过9%”; line 5 “公共管网漏损率小于9%” (沅平市水利局). Whoever reaches just that"
        " value has met it by one and not by the other.",
        "Please use one wording in both places (不低于 / 不超过, or 以上 / 以内).",
        ["二/1"], [WATER],
    ),
    (
        "TGT302", "one district of three",
        "Of “城区生活垃圾分类覆盖率” one territorial unit has another value than the others: line 4 “城区生活垃圾分类覆盖率达到90%” (沅平市青台区人民政府"
        "); line 8 “城区生活垃圾分类覆盖率达到92%” (沅平市白石区人民政府); line 12 “城区生活垃圾分类覆盖率达到92%” (沅平市柳河区人民政府). No reason is given, so it "
        "may be meant or a slip.",
        "Please check; if the difference is meant, please say why, otherwise print one value.",
        ["一/(一)/1", "一/(二)/1", "一/(三)/1"], ["沅平市/青台区/沅平市青台区人民政府", "沅平市/白石区/沅平市白石区人民政府", "沅平市/柳河区/沅平市柳河区人民政府"],
    ),
    (
        "TGT302", "counts in tasks of two units",
        "“智能充换电站” has other figures in several tasks: line 3 “智能充换电站60座” (沅平市发展和改革委员会); line 4 “智能充换电站45座” (沅平市交通运输局). "
        "It is not said whether each is a share or all are one total.",
        "Please check: if each has a share, please print the total; if one total is meant, please print one value.",
        ["一/1", "一/2"], ["沅平市/沅平市发展和改革委员会", "沅平市/沅平市交通运输局"],
    ),
    (
        "TGT303", "five in one list",
        "“节约资源” names “工业用水重复利用率”, “污泥无害化处置率”, “饲料利用率”, “秸秆综合利用率” and 1 more without a value. Nobody can say whether it was met.",
        "Please print the value and its date, such as “到××年，工业用水重复利用率达到××”.",
        ["一/1"], [WATER],
    ),
    (
        "TGT303", "the goals give the value",
        "“提升城镇污水处理率” names “城镇污水处理率” without a value; the value stands on line 3 “城镇污水处理率达到95%以上”. What its owner has to reach is not in the task.",
        "Please write into the task: 城镇污水处理率达到95%以上.",
        ["二/1"], [HOUSING],
    ),
    (
        "TGT303", "another task gives it",
        "“推进秸秆还田，提高秸秆综合利用率” names “秸秆综合利用率” without a value; the value stands on line 4 “农作物秸秆综合利用率达到92%”. What its owner has to reach is not in the task.",
        "Please write into the task: 农作物秸秆综合利用率达到92%.",
        ["一/1"], ["沅平市/沅平市农业农村局"],
    ),
    (
        "TGT303", "set by a superior",
        "“完成省下达的能耗双控目标任务” gives no figure. Nobody can say how much is enough.",
        "Please print the figure and its date; if a superior sets it, please cite the document that does.",
        ["一/1"], ["沅平市/沅平市发展和改革委员会"],
    ),
    (
        "TGT303", "an amount",
        "“分解年度节能目标，开展评价考核” asks for “分解年度节能目标” and gives no figure. Nobody can say how much is enough.",
        "Please print the figure and its date; if a superior sets it, please cite the document that does.",
        ["一/1"], ["沅平市/沅平市发展和改革委员会"],
    ),
    (
        "TGT307", "a figure",
        "1 clause with a figure or date says “力争”: line 3 “力争建成60个”. A miss is hard to assess.",
        "Please write 达到 or 完成 where it is certain; where room is needed, please print the least that must be reached.",
        ["一/1"], [],
    ),
    (
        "TGT307", "four in one plan",
        "4 clauses with a figure or date say “力争”, “争取”, “原则上”, “努力”: line 3 “力争培训300人”, line 4 “争取2027年建成老年大学”, line 5"
        " “原则上每县不少于2所” and 1 more. A miss is hard to assess.",
        "Please write 达到 or 完成 where it is certain; where room is needed, please print the least that must be reached.",
        ["一/1", "一/2", "一/3", "一/4"], [],
    ),
    (
        "TGT308", "one",
        "1 of 2 tasks has no figure, date or result to look at: “大力提升景区服务品质，不断增强游客获得感”. On the day it is hard to say whether the work was done.",
        "Please give each of these tasks a result that can be looked at, a figure or a date.",
        ["一/1"], ["沅平市/沅平市文化和旅游局"],
    ),
    (
        "TGT308", "four in one plan are one remark",
        "4 of 5 tasks have no figure, date or result to look at: “大力提升景区服务品质，不断增强游客获得感”, “大力提升餐饮服务品质，不断增强游客获得感”, “大力提升住"
        "宿服务品质，不断增强游客获得感” and 1 more. On the day it is hard to say whether the work was done.",
        "Please give each of these tasks a result that can be looked at, a figure or a date.",
        ["一/1", "一/2", "二/3", "二/4"], ["沅平市/沅平市文化和旅游局"],
    ),
    (
        "TGT309", "a rate",
        "“城镇污水处理率达到95” has no unit, so the figure can be read in several ways.",
        "Please add the unit, such as “95%”.",
        ["一/1"], [HOUSING],
    ),
    (
        "TGT309", "its unit stands elsewhere",
        "“城镇污水处理率达到95” has no unit, so the figure can be read in several ways. The same indicator is in “%” (line 3).",
        "Please add the unit, such as “95%”.",
        ["二/1"], [HOUSING],
    ),
    (
        "TGT309", "an index in per cent",
        "“生态环境状况指数达到35%”: an index is no rate and is not printed in “%”.",
        "Please check; if the index is 35, please take out “%”.",
        ["一/1"], ["沅平市/沅平市生态环境局"],
    ),
    (
        "TGT309", "more than the whole",
        "“农村污水处理设施覆盖率达到120%”: “农村污水处理设施覆盖率” cannot be more than 100%.",
        "Please check the figure, or say how it is computed.",
        ["一/1"], [HOUSING],
    ),
    (
        "TGT309", "a rate in pieces",
        "“农村污水处理率达到60个”: “农村污水处理率” is a rate, and its unit is “个”.",
        "Please check the name and the unit; a rate is in “%”.",
        ["一/1"], [HOUSING],
    ),
    (
        "TGT309", "a yield in points",
        "“水资源产出率提高15个百分点”: “水资源产出率” is an output per quantity and no percentage, so a rise by 15 percentage points is unclear.",
        "Please check; if a rise in proportion is meant, please print “提高15%”.",
        ["一/1"], [WATER],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("code", "name", "message", "remedy", "tasks", "departments"), ROWS)
def test_said(code: str, name: str, message: str, remedy: str, tasks: list[str], departments: list[str]) -> None:
    (found,) = audit(graph_of(CASES[code, name]), select=[code])
    assert (found.message.en, found.remedy.en) == (message, remedy)
    assert ([t.split("/", 1)[1] for t in found.tasks], list(found.departments)) == (tasks, departments)
