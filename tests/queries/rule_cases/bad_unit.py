"""TGT309 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市污水处理提质增效任务分工方案\n一、重点任务\n"
LAST = "9.改造老旧管网60公里。（责任单位：市住建局）\n"
SPEAKS = (
    Speaks(
        "a rate", HEAD + "1.扩建污水处理厂，到2027年城镇污水处理率达到95。（责任单位：市住建局）\n" + LAST,
        lines=[[(3, 3)]], quotes=["城镇污水处理率达到95"], says=["“城镇污水处理率达到95”没有写单位", "请补上单位，如“95%”"],
    ),
    Speaks(
        "its unit stands elsewhere",
        "沅平市污水处理提质增效任务分工方案\n一、工作目标\n到2027年城镇污水处理率达到95%。\n二、重点任务\n1.扩建污水处理厂，到2027年城镇污水处理率达到95。（责任单位：市住建局）\n" + LAST,
        lines=[[(5, 5), (3, 3)]], quotes=["城镇污水处理率达到95%"], says=["第3行的同一指标以“%”为单位"],
    ),
    Speaks("an index in per cent", HEAD + "1.到2027年生态环境状况指数达到35%。（责任单位：市生态环境局）\n" + LAST, lines=[[(3, 3)]], quotes=["生态环境状况指数达到35%"], says=["指数不是比率，不能用“%”表示", "如指数值即35，请去掉“%”"]),
    Speaks("more than the whole", HEAD + "1.到2027年农村污水处理设施覆盖率达到120%。（责任单位：市住建局）\n" + LAST, lines=[[(3, 3)]], quotes=["覆盖率达到120%"], says=["不可能超过100%", "写明计算口径"]),
    Speaks("a rate in pieces", HEAD + "1.到2027年农村污水处理率达到60个。（责任单位：市住建局）\n" + LAST, lines=[[(3, 3)]], quotes=["农村污水处理率达到60个"], says=["“农村污水处理率”是比率，单位却是“个”"]),
    Speaks("a yield in points", HEAD + "1.到2027年水资源产出率提高15个百分点。（责任单位：市水利局）\n" + LAST, lines=[[(3, 3)]], level="review", quotes=["水资源产出率提高15个百分点"], says=["提高“15个百分点”含义不明", "请写“提高15%”"]),
)  # fmt: skip
SILENT = (
    Silent("with its unit", HEAD + "1.到2027年城镇污水处理率达到95%。（责任单位：市住建局）\n" + LAST),
    Silent("a coefficient and an index", HEAD + "1.到2027年农田灌溉水有效利用系数达到0.58。（责任单位：市水利局）\n2.到2027年生态环境状况指数达到55。（责任单位：市生态环境局）\n" + LAST),
    Silent("a decimal share", HEAD + "1.到2027年工业园区平均容积率达到1.2。（责任单位：市住建局）\n2.到2027年污泥处置率达到0.9。（责任单位：市住建局）\n" + LAST),
    Silent("prices", HEAD + "1.2027年居民消费价格指数控制在3%以内。（责任单位：市发改委）\n" + LAST),
    Silent("a yield", HEAD + "1.到2027年水资源产出率达到220元/吨。（责任单位：市水利局）\n" + LAST),
    Silent("a rise of an index", HEAD + "1.2027年综合发展指数增长5%。（责任单位：市统计局）\n" + LAST),
    Silent("a rate that may exceed the whole", HEAD + "1.到2027年贷款拨备覆盖率达到150%。（责任单位：市金融办）\n2.到2027年信贷增长率达到120%。（责任单位：市金融办）\n" + LAST),
    Silent("a ratio", HEAD + "1.到2027年三次产业结构比例调整为5:45:50。（责任单位：市发改委）\n" + LAST),
    Silent("points of a share", HEAD + "1.到2027年城镇污水处理率提高5个百分点。（责任单位：市住建局）\n" + LAST),
)  # fmt: skip
PLANTED = Planted([("2025年10月底前接种率达到90%以上", "2025年10月底前接种率达到90以上")], quotes=["接种率达到90以上"])
