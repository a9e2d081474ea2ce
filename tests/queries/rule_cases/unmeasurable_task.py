"""TGT308 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市文化旅游发展任务分工方案\n一、重点任务\n"
LAST = "9.新建游客中心2个。（责任单位：市文旅局）\n"
VAGUE = "{}.大力提升{}服务品质，不断增强游客获得感。（责任单位：市文旅局）\n"
SPEAKS = (
    Speaks(
        "one", HEAD + VAGUE.format(1, "景区") + LAST, lines=[[(3, 3)]], quotes=["大力提升景区服务品质"],
        says=["2 项任务中有 1 项没有数值、时限或可查验的成果：“大力提升景区服务品质，不断增强游客获得感”。到期", "各补一个可以查验的成果"],
    ),
    Speaks(
        "four in one plan are one remark",
        HEAD + VAGUE.format(1, "景区") + VAGUE.format(2, "餐饮") + "二、其他任务\n" + VAGUE.format(3, "住宿") + VAGUE.format(4, "交通") + LAST,
        lines=[[(3, 3), (4, 4), (6, 6), (7, 7)]], quotes=["大力提升交通服务品质"], says=["5 项任务中有 4 项", "“大力提升住宿服务品质，不断增强游客获得感”等。"],
    ),
    Speaks(
        "lists of departments", "沅平市文化旅游发展任务分工方案\n一、职责分工\n市文旅局：\n（1）深入推进文化和旅游融合发展。\n（2）新建游客中心2个。\n市商务局：\n（1）编制夜间经济规划。\n（2）改造步行街3条。\n",
        lines=[[(4, 4)]], quotes=["深入推进文化和旅游融合发展"], says=["4 项任务中有 1 项"],
    ),
)  # fmt: skip
SILENT = (
    Silent("a figure", HEAD + "1.大力提升服务品质，培训导游300人。（责任单位：市文旅局）\n" + LAST),
    Silent("a date", HEAD + "1.2027年底前大力提升服务品质。（责任单位：市文旅局）\n" + LAST),
    Silent("its date on a line of its own", HEAD + "1.大力提升服务品质。\n责任单位：市文旅局\n完成时限：持续推进\n2.新建游客中心2个。\n责任单位：市文旅局\n完成时限：2027年\n"),
    Silent("a document", HEAD + "1.提升服务品质，制定评价办法。（责任单位：市文旅局）\n2.落实《景区服务规范》。（责任单位：市文旅局）\n" + LAST),
    Silent("a register", HEAD + "1.加强管理，健全导游名录。（责任单位：市文旅局）\n2.推进管理，建立联席会议制度。（责任单位：市文旅局）\n" + LAST),
    Silent("the part of general demands", HEAD + LAST + "二、保障措施\n（一）加强组织领导。切实增强责任感和紧迫感。（责任单位：市文旅局）\n"),
    Silent("it helps another unit", HEAD + "1.积极配合市商务局做好市场繁荣工作。（责任单位：市文旅局）\n" + LAST),
    Silent("a standing duty", HEAD + "1.市气象局负责气象服务保障。\n2.承担旅游宣传推介工作。（责任单位：市文旅局）\n" + LAST),
    Silent("every one of them", HEAD + "1.全部景区提供无障碍服务。（责任单位：市文旅局）\n" + LAST),
)  # fmt: skip
PLANTED = Planted(
    [(
        "优化路内泊位设置，推动机关事业单位停车场节假日向社会开放，2025年10月底前新增公共停车泊位1200个。",
        "优化路内泊位管理，持续改善停车秩序。",
    ), ("利用边角地、零星空闲地建设生态停车场，", "")], quotes=["增加城区公共停车泊位"],
)  # fmt: skip
