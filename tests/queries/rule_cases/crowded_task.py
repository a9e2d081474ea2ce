"""LOD403 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市信用体系建设任务分工方案\n一、重点任务\n"
REST = "2.完成河道清淤。（市水利局负责）\n3.发放稳岗补贴。（市财政局负责）\n4.开展法律服务。（市司法局负责）\n5.建设信用平台。（市发展改革委负责）\n6.开展门店巡查。（市商务局负责）\n"
MANY = "市发展改革委、市公安局、市民政局、市财政局、市商务局、市水利局、市司法局、市统计局"
SPEAKS = (
    Speaks(
        "everybody on the first task",
        f"{HEAD}1.建立统一信用代码制度。（{MANY}负责）\n{REST}",
        lines=[[(3, 3)]],
        quotes=["建立统一信用代码制度"],
        says=["列出 8 个单位（沅平市发展和改革委员会、", "沅平市水利局等）", "方案总共 8 个单位", "中位数为 1 个", "写明各单位负责的部分"],
    ),
    Speaks(
        "a lead and helpers, the same on two tasks, are one thing",
        f"{HEAD}1.建立统一信用代码制度。（牵头单位：市审计局；配合单位：{MANY}）\n{REST}7.归集信用信息。（牵头单位：市审计局；配合单位：{MANY}）\n8.疏浚排水沟渠。（市水利局负责）\n9.修订预算办法。（市财政局负责）\n10.培训调解人员。（市司法局负责）\n",
        lines=[[(3, 3), (9, 9)]],
        quotes=["归集信用信息"],
        says=["“建立统一信用代码制度”、“归集信用信息”列出 9 个单位"],
    ),
    Speaks(
        "a district's committee and government are one of them",
        f"{HEAD}1.建立统一信用代码制度。（{MANY}、青岚区委、青岚区政府负责）\n{REST}",
        lines=[[(3, 3)]],
        says=["列出 9 个单位", "方案总共 9 个单位"],
    ),
)
SILENT = (
    Silent(
        "many, and all tasks are held by many",
        f"{HEAD}1.建立统一信用代码制度。（{MANY}负责）\n2.归集信用信息。（{MANY}负责）\n3.公示信用信息。（{MANY}负责）\n4.完成河道清淤。（市水利局负责）\n5.修复信用记录。（{MANY}负责）\n",
    ),
    Silent("a few of many", f"{HEAD}1.建立统一信用代码制度。（市发展改革委、市公安局、市民政局、市财政局负责）\n{REST}"),
    Silent("seven", f"{HEAD}1.建立统一信用代码制度。（市发展改革委、市公安局、市民政局、市财政局、市商务局、市水利局、市司法局负责）\n{REST}"),
    Silent("a collective is not counted", f"{HEAD}1.建立统一信用代码制度。（市发展改革委牵头，各有关部门、各县（市、区）政府按职责分工负责）\n{REST}"),
    Silent(
        "many, and yet a small part of the plan's units",
        f"{HEAD}1.建立统一信用代码制度。（{MANY}负责）\n{REST}"
        "7.开展校园巡查。（市教育局负责）\n8.建设健身步道。（市体育局负责）\n9.开展药品抽检。（市市场监管局负责）\n10.完成管网改造。（市住建局负责）\n"
        "11.开展用工监察。（市人力资源社会保障局负责）\n12.完成勘界立标。（市自然资源局负责）\n",
    ),
)
PLANTED = Planted(
    [
        (
            "（牵头单位：县农业农村局；配合单位：县人力资源社会保障局）",
            "（牵头单位：县农业农村局；配合单位：县人力资源社会保障局、县教育局、县自然资源局、县财政局、县应急管理局、县工业和信息化局、县卫生健康局、县医疗保障局、县民政局、"
            "县住房和城乡建设局、县城市管理局、县公安局、县交通运输局、县水利局、县文化和旅游局、县市场监督管理局、县商务局、县林业局、县司法局）",
        )
    ],
    quotes=["支持脱贫人口稳定增收"],
)
