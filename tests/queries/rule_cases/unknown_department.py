"""TXT605 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市乡村建设任务分工方案\n一、重点任务\n"
SPEAKS = (
    Speaks(
        "a short form in two places is one name",
        f"{HEAD}1.完成村庄规划编制。（牵头单位：市自然资源局；配合单位：乡村办）\n2.完成河道清淤。（牵头单位：市水利局；配合单位：乡村办）\n",
        lines=[[(3, 3), (4, 4)]],
        quotes=["乡村办"],
        says=["“乡村办”（2 处）", "核对“乡村办”是否有漏字、错字"],
    ),
    Speaks(
        "two names are two things",
        f"{HEAD}1.完成村庄规划编制。（市自然资源局牵头，乡村办配合）\n2.完成甘蔗田改造。（糖办负责）\n",
        lines=[[(3, 3)], [(4, 4)]],
        quotes=["乡村办", "糖办"],
        says=["“糖办”（1 处）认不出"],
    ),
    Speaks(
        "in a table",
        "沅平市乡村建设任务分工方案\n\n| 序号 | 任务 | 牵头单位 | 配合单位 |\n| 1 | 完成村庄规划编制 | 市自然资源局 | 乡村办 |\n| 2 | 完成河道清淤 | 市水利局 | 市财政局 |\n",
        lines=[[(4, 4)]],
        quotes=["乡村办"],
    ),
)
SILENT = (
    Silent(
        "known units and short forms",
        f"{HEAD}1.完成村庄规划编制。（牵头单位：市自然资源局；配合单位：市农业农村局、市残联）\n2.完成河道清淤。（牵头单位：市水利局；配合单位：海关）\n",
    ),
    Silent("a collective", f"{HEAD}1.完成村庄规划编制。（牵头单位：市自然资源局；配合单位：各有关部门、沿线市县政府）\n2.完成河道清淤。（牵头单位：市水利局）\n"),
    Silent(
        "sections of the house itself",
        "沅平市自然资源局年度重点工作任务分工方案\n一、重点任务\n1.完成村庄规划编制。（牵头科室：规划科；配合科室：财务科）\n2.完成档案整理。（牵头科室：财务科）\n",
    ),
    Silent("a name in running text", f"{HEAD}1.由市自然资源局完成村庄规划编制，乡村办提供资料。\n2.完成河道清淤。（牵头单位：市水利局）\n"),
    Silent(
        "a zone's management committee says where it is",
        f"{HEAD}1.完成村庄规划编制。（牵头单位：市自然资源局；配合单位：青岚湖管委会）\n2.完成河道清淤。（牵头单位：市水利局）\n",
    ),
)
PLANTED = Planted(
    [("（牵头单位：县林业局；配合单位：县自然资源局、县住房和城乡建设局）", "（牵头单位：县林业局；配合单位：口袋办、县住房和城乡建设局）")], quotes=["口袋办"]
)
