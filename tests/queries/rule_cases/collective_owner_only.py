"""OWN104 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市城市环境整治工作任务分工方案\n一、重点任务\n"
LAST = "9.完成河道清淤。（牵头单位：市水利局；配合单位：市财政局）\n"
SPEAKS = (
    Speaks(
        "all counties behind a label", HEAD + "1.八成以上的县（市、区）达到生态县标准。（责任单位：各县（市、区）政府）\n" + LAST, lines=[[(3, 3)]],
        quotes=["各县（市、区）政府", "八成以上"], says=["的责任单位只有“各县（市、区）政府”，是集合主体", "请增列一个具体的牵头单位"],
    ),
    Speaks("all departments lead", HEAD + "1.清理证明事项。（市直各部门牵头；市司法局配合）\n" + LAST, lines=[[(3, 3)]], quotes=["市直各部门"]),
    Speaks("two collectives", HEAD + "1.清理证明事项。（责任单位：市直各部门、各县（市、区）政府）\n" + LAST, lines=[[(3, 3)]], says=["“市直各部门、各县（市、区）政府”"]),
    Speaks(
        "the cell of a table", "沅平市城市环境整治工作任务分工表\n序号\t任务\t牵头单位\t配合单位\n1\t整治排污口\t各乡镇人民政府\t市水利局\n2\t改造管网\t市住建局\t市财政局\n",
        lines=[[(3, 3)]], quotes=["各乡镇人民政府"],
    ),
    Speaks("two tasks are two things to mend", HEAD + "1.整治排污口。（责任单位：各乡镇人民政府）\n2.改造管网。（责任单位：市住建局）\n3.改造公厕。（责任单位：各乡镇人民政府）\n", lines=[[(3, 3)], [(5, 5)]]),
    Speaks(
        "many of one wording are told at once", HEAD + "".join(f"{n}.整治第{n}号排污口。（责任单位：各乡镇人民政府）\n" for n in range(1, 5)) + LAST,
        lines=[[(n, n) for n in range(3, 7)]], quotes=["整治第1号排污口", "整治第3号排污口", "各乡镇人民政府"], says=["4 项任务的责任单位只有“各乡镇人民政府”，是集合主体"],
    ),
    Speaks(
        "each wording by itself", HEAD + "".join(f"{n}.整治第{n}号排污口。（责任单位：各{'乡镇' if n < 4 else '县'}人民政府）\n" for n in range(1, 7)) + LAST,
        lines=[[(n, n)] for n in range(3, 9)],
    ),
    Speaks("a demand on everybody in the measures part", HEAD + LAST + "二、保障措施\n1.加强领导。各级各部门要制定实施方案。\n2.强化考核。市考核办负责考核。\n", lines=[[(5, 5)]], level="review"),
)  # fmt: skip
SILENT = (
    Silent("a unit beside the collective", HEAD + "1.八成以上的县（市、区）达到生态县标准。（责任单位：市生态环境局、各县（市、区）政府）\n" + LAST),
    Silent("a unit leads, the collective answers for its ground", HEAD + "1.整治排污口。（牵头单位：市水利局；责任单位：各县（市、区）政府）\n" + LAST),
    Silent("the collective helps", HEAD + "1.整治排污口。（牵头单位：市水利局；配合单位：各县（市、区）政府）\n" + LAST),
    Silent("one county", HEAD + "1.整治排污口。（责任单位：青岚县政府）\n" + LAST),
    Silent(
        "a title that begins with another body's round", "落实第二轮省级督察反馈意见整改措施清单\n1.扩建污水处理厂。（市水务集团）\n2.整治排污口。（市水利局）\n"
    ),
    Silent("two counties by name", HEAD + "1.整治排污口。（责任单位：青岚县政府、望岭县政府）\n" + LAST),
    Silent("nobody at all is another rule's", HEAD + "1.整治排污口。\n" + LAST),
    Silent("those whom the tasks name", HEAD + LAST + "二、工作要求\n1.各责任单位要按时报送进展。\n2.市政府督查室要开展督查。\n"),
    Silent("a field that names its department", HEAD + "1.监测暴雨。（责任单位：气象部门）\n2.保障供电。（责任单位：电力、通信管理部门）\n" + LAST),
)
PLANTED = Planted(
    [("（牵头单位：县交通运输局；配合单位：县公安局、县财政局）", "（牵头单位：各乡镇人民政府；配合单位：县公安局、县财政局）")], quotes=["各乡镇人民政府"]
)
