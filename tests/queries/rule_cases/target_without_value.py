"""TGT303 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市节水行动任务分工方案\n一、重点任务\n"
LAST = "9.改造老旧管网60公里。（责任单位：市住建局）\n"
SPEAKS = (
    Speaks(
        "a coefficient", HEAD + "1.推进农业节水，进一步提高农田灌溉水有效利用系数。（责任单位：市水利局）\n" + LAST,
        lines=[[(3, 3)]], quotes=["农田灌溉水有效利用系数"],
        says=["任务“推进农业节水，进一步提高农田灌溉水有效利用系数”提到“农田灌溉水有效利用系数”，没有写数值。是否完成无从判断", "如“到××年，农田灌溉水有效利用系数达到××”"],
    ),
    Speaks(
        "five in one list", HEAD + "1.节约资源。提高工业用水重复利用率、污泥无害化处置率、饲料利用率及秸秆综合利用率，减少化肥用量。（牵头单位：市水利局；配合单位：市农业农村局）\n" + LAST,
        lines=[[(3, 3)]], quotes=["工业用水重复利用率", "秸秆综合利用率", "化肥用量"], says=["“秸秆综合利用率”等 5 项"],
    ),
    Speaks(
        "the title names it", HEAD + "1.增加城镇人均公园绿地面积。实施湖滨公园改造，改善宜居环境。\n责任单位：市林业局\n" + LAST.replace("。（责", "。\n（责"),
        lines=[[(3, 3)]], quotes=["城镇人均公园绿地面积"],
    ),
    Speaks(
        "the goals give the value",
        "沅平市节水行动任务分工方案\n一、工作目标\n到2027年，城镇污水处理率达到95%以上；再生水利用率达到30%。\n二、重点任务\n"
        "1.提升城镇污水处理率。新建污水处理厂。（责任单位：市住建局）\n2.到2027年再生水利用率达到30%。（责任单位：市水利局）\n",
        lines=[[(5, 5), (3, 3)]], quotes=["城镇污水处理率达到95%以上", "提升城镇污水处理率"],
        says=["数值写在第3行“城镇污水处理率达到95%以上”", "请在该任务中写明：城镇污水处理率达到95%以上。"],
    ),
    Speaks(
        "another task gives it", HEAD + "1.推进秸秆还田，提高秸秆综合利用率。（责任单位：市农业农村局）\n2.到2027年农作物秸秆综合利用率达到92%。（责任单位：市发改委）\n" + LAST,
        lines=[[(3, 3), (4, 4)]], level="review", quotes=["农作物秸秆综合利用率达到92%"], says=["数值写在第4行"],
    ),
    Speaks(
        "set by a superior", HEAD + "1.完成省下达的能耗双控目标任务。（责任单位：市发改委）\n" + LAST,
        lines=[[(3, 3)]], level="review", quotes=["完成省下达的能耗双控目标任务"], says=["没有写数值。完成多少才算完成，无从判断", "请注明下达文件"],
    ),
    Speaks("an amount", HEAD + "1.分解年度节能目标，开展评价考核。（责任单位：市发改委）\n" + LAST, lines=[[(3, 3)]], quotes=["分解年度节能目标"], says=["要求“分解年度节能目标”"]),
    Speaks("the amount first", HEAD + "1.落实节能工作，节能年度指标按计划完成。（责任单位：市发改委）\n" + LAST, lines=[[(3, 3)]], quotes=["节能年度指标按计划完成"]),
    Speaks("beside other figures", HEAD + "1.新建泵站3座，提高供水保证率。（责任单位：市水利局）\n" + LAST, lines=[[(3, 3)]], level="review", quotes=["供水保证率"]),
    Speaks(
        "a goal's number of things that the task names",
        "沅平市节水行动任务分工方案\n一、工作目标\n到2027年，建成节水示范园区 12个；再生水利用率达到30%。\n二、重点任务\n"
        "1.支持节水 示范园区创新发展。（责任单位：市水利局）\n2.到2027年再生水利用率达到30%。（责任单位：市水利局）\n",
        lines=[[(5, 5), (3, 3)]], quotes=["节水 示范园区"], says=["数值写在第3行"],
    ),
    Speaks("the title says it whole", HEAD + "1.完成年度节能任务。开展评价。（责任单位：市发改委）\n" + LAST, lines=[[(3, 3)]], quotes=["完成年度节能任务"], says=["任务“完成年度节能任务”没有写数值"]),
    Speaks("a phrase", HEAD + "1.广泛宣传节水知识，提高公众知晓率。（责任单位：市委宣传部）\n" + LAST, lines=[[(3, 3)]], level="review", quotes=["公众知晓率"]),
)  # fmt: skip
SILENT = (
    Silent("with its value", HEAD + "1.到2027年农田灌溉水有效利用系数提高到0.58。（责任单位：市水利局）\n" + LAST),
    Silent("the value follows", HEAD + "1.提高城镇污水处理率，到2027年达到95%。（责任单位：市住建局）\n" + LAST),
    Silent("the task gives it further on", HEAD + "1.提高城镇污水处理率。新建管网，到2027年城镇污水处理率达到95%。（责任单位：市住建局）\n" + LAST),
    Silent("no indicator", HEAD + "1.提高工作效率，提升服务能力，降低企业税率。（责任单位：市行政审批局）\n" + LAST),
    Silent("a rate that helps to name something", HEAD + "1.开展提高污水处理率的技术研究。（责任单位：市科技局）\n" + LAST),
    Silent("a cited title", HEAD + "1.落实《关于提高再生水利用率》的通知。（责任单位：市水利局）\n" + LAST),
    Silent("another's target", HEAD + "1.配合市发改委完成年度节能目标。（责任单位：市统计局）\n" + LAST),
    Silent("targets in general", HEAD + "1.确保完成各项目标任务。（责任单位：市水利局）\n" + LAST),
    Silent("an amount with its figure", HEAD + "1.完成造林任务3万亩。（责任单位：市林业局）\n2.完成30家企业节能改造任务。（责任单位：市工信局）\n" + LAST),
    Silent("a rank", HEAD + "1.提高城镇污水处理率，高于全省平均水平。（责任单位：市住建局）\n" + LAST),
    Silent("the title of a measured task", HEAD + "1.提高再生水利用率。新建再生水厂2座。（责任单位：市水利局）\n" + LAST),
    Silent("the part of general demands", HEAD + LAST + "二、保障措施\n（一）加强宣传。提高群众知晓率。\n"),
)  # fmt: skip
PLANTED = Planted([("2025年12月底前送戏下乡不少于110场", "2025年12月底前提高公共文化设施利用率")], quotes=["公共文化设施利用率"])
