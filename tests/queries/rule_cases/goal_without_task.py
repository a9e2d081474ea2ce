"""TGT301 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks


def plan(goals: str, *tasks: str) -> str:
    listed = "".join(f"{n}.{task}（牵头单位：市住建局）\n" for n, task in enumerate(tasks, 1))
    return f"沅平市空气质量提升工作任务分工方案\n一、工作目标\n{goals}\n二、重点任务\n{listed}"


SEWAGE = "扩建城东污水处理厂，到2027年城镇污水处理率达到95%以上。"
GOALS = "到2027年，城镇污水处理率达到95%以上；优良天数比例达到85%以上。"
SPEAKS = (
    Speaks("a figure that nobody carries", plan(GOALS, SEWAGE, "开展冬季清洁取暖。"), lines=[[(3, 3)]], quotes=["优良天数比例达到85%以上"], says=["没有任何任务承接", "请将该目标写入相应任务"]),
    Speaks("named shortly, without its figure", plan(GOALS.replace("优良天数比例", "满意度"), SEWAGE, "开展冬季清洁取暖，提高满意度。"), lines=[[(3, 3), (6, 6)]], level="warning", quotes=["开展冬季清洁取暖"], says=["提到该指标，但没有写数值"]),
    Speaks("two figures are two things to mend", plan(GOALS, "扩建城东污水处理厂。", "开展冬季清洁取暖。"), lines=[[(3, 3)], [(3, 3)]]),
    Speaks("a number of things", plan("到2027年，新建公园绿地12处。", "开展冬季清洁取暖。", "扩建城东污水处理厂。"), lines=[[(3, 3)]], quotes=["公园绿地12处"]),
)  # fmt: skip
SILENT = (
    Silent("named without its figure: for TGT303 to say", plan(GOALS, SEWAGE, "开展冬季清洁取暖，提高优良天数比例。")),
    Silent("with another figure: for TGT302 to say", plan(GOALS, SEWAGE, "开展冬季清洁取暖，到2027年优良天数比例达到80%以上。")),
    Silent("each is carried", plan(GOALS, SEWAGE, "开展冬季清洁取暖，到2027年优良天数比例达到85%以上。")),
    Silent("in other words", plan("到2027年，城镇污水处理率达到95%以上。", "扩建城东污水处理厂，2027年底前全市城镇生活污水处理率达到95%以上。")),
    Silent("carried for one that is higher", plan("到2027年，城镇污水处理率达到95%以上。", "扩建城东污水处理厂，到2027年城镇污水处理率不低于95%。")),
    Silent(
        "what the sentence said before is part of the name", plan("到2027年，油烟净化设施安装率达到100%。", "督促餐饮企业安装油烟净化设施，到2027年安装率达到100%。")
    ),
    Silent(
        "a plan without goals",
        "沅平市空气质量提升工作任务分工方案\n一、重点任务\n1.开展冬季清洁取暖。（牵头单位：市发改委）\n2.扩建城东污水处理厂。（牵头单位：市住建局）\n",
    ),
    Silent(
        "a goal that is itself allotted",
        "沅平市空气质量提升工作任务分工方案\n一、工作目标\n1.到2027年优良天数比例达到85%以上。（牵头单位：市生态环境局）\n二、重点任务\n1.开展冬季清洁取暖。（牵头单位：市发改委）\n",
    ),
)
PLANTED = Planted([("新建一刻钟便民生活圈6个。\n\n二", "新建一刻钟便民生活圈6个，建成智慧图书馆4座。\n\n二")], quotes=["智慧图书馆4座"])
