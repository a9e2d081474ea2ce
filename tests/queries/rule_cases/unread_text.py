"""TXT604 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市河道整治工作任务分工方案\n一、重点任务\n"
OWNER = "（责任单位：市水利局）\n"
SPEAKS = (
    Speaks("a label without a name", f"{HEAD}1.完成东河清淤。{OWNER}（责任单位：）\n2.完成西河清淤。{OWNER}", lines=[[(4, 4)]], quotes=["（责任单位：）"], says=["第 4 行未能识别（", "请人工核对"]),
    Speaks("two in a row are told at once", f"{HEAD}1.完成东河清淤。{OWNER}（责任单位：）\n（责任单位：）\n2.完成西河清淤。{OWNER}", lines=[[(4, 5)]], says=["第 4—5 行未能识别（"]),
    Speaks("two apart are told apart", f"{HEAD}1.完成东河清淤。{OWNER}（责任单位：）\n2.完成西河清淤。{OWNER}（责任单位：）\n3.完成南渠改造。{OWNER}", lines=[[(4, 4)], [(6, 6)]]),
    Speaks("another label", f"{HEAD}1.完成东河清淤。{OWNER}（配合单位：）\n2.完成西河清淤。{OWNER}", lines=[[(4, 4)]]),
)  # fmt: skip
SILENT = (
    Silent("all is understood", f"{HEAD}1.完成东河清淤。{OWNER}2.完成西河清淤。{OWNER}"),
    Silent("blank lines", f"{HEAD}\n1.完成东河清淤。{OWNER}\n\n2.完成西河清淤。{OWNER}"),
    Silent("page numbers", f"{HEAD}1.完成东河清淤。{OWNER}— 3 —\n2.完成西河清淤。{OWNER}"),
    Silent("a line that goes on", f"{HEAD}1.完成东河清淤，\n恢复河道行洪能力。{OWNER}2.完成西河清淤。{OWNER}"),
    Silent("labels in lines of their own", f"{HEAD}1.完成东河清淤。\n责任单位：市水利局\n2.完成西河清淤。\n责任单位：市水利局\n"),
    Silent("a signature", f"{HEAD}1.完成东河清淤。{OWNER}2.完成西河清淤。{OWNER}\n沅平市人民政府办公室\n2026年3月2日\n"),
)
PLANTED = Planted(
    [("（牵头单位：县交通运输局；配合单位：县公安局、县财政局）\n", "（牵头单位：县交通运输局；配合单位：县公安局、县财政局）\n（责任单位：）\n")],
    quotes=["（责任单位：）"],
)
