"""OWN101 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

SPEAKS = (
    Speaks(
        "one task of three without a unit",
        "沅平市城市环境整治工作任务分工方案\n一、重点任务\n1.完成老城区雨污分流改造。（责任单位：市住建局）\n2.完成城东垃圾中转站建设。\n3.完成河道清淤。（责任单位：市水利局）\n",
        lines=[[(4, 4)]],
        quotes=["完成城东垃圾中转站建设"],
    ),
    Speaks(
        "helpers only",
        "沅平市城市环境整治工作任务分工方案\n一、重点任务\n1.完成河道清淤。（责任单位：市水利局）\n2.完成城东垃圾中转站建设。（配合单位：市城管局、市住建局）\n",
        lines=[[(4, 4)]],
        says=["列有配合单位"],
    ),
)
SILENT = (
    Silent("a lead", "沅平市城市环境整治工作任务分工方案\n一、重点任务\n1.完成河道清淤。（市水利局牵头）\n2.完成城东垃圾中转站建设。（市城管局牵头）\n"),
    Silent(
        "the words name who acts",
        "沅平市城市环境整治工作任务分工方案\n一、重点任务\n1.完成河道清淤。（责任单位：市水利局）\n2.由市城管局负责完成城东垃圾中转站建设。\n",
    ),
    Silent(
        "the heading names the unit",
        "沅平市城市环境整治工作任务分工方案\n一、市城管局\n1.完成城东垃圾中转站建设。\n2.完成公厕改造。\n二、市水利局\n1.完成河道清淤。\n2.完成堤防加固。\n",
    ),
)
PLANTED = Planted([("（牵头单位：县交通运输局；配合单位：县公安局、县财政局）", "")], quotes=["改造提升农村公路"])
