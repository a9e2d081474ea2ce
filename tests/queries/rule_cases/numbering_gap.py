"""TXT601 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

OWNER = "（牵头单位：市水利局）"


def plan(*lines: str) -> str:
    return "沅平市水环境治理工作任务分工方案\n一、重点任务\n" + "".join(f"{line}{OWNER if line[0].isdigit() else ''}\n" for line in lines)


SPEAKS = (
    Speaks("one is missing", plan("1.完成东河清淤。", "2.完成西塘整治。", "4.改造南渠。"), lines=[[(4, 4), (5, 5)]], quotes=["2.完成西塘整治", "4.改造南渠"], says=["编号由2跳到4，缺3，是否漏了整项？", "请对照原稿核实"]),
    Speaks("two are missing", plan("1.完成东河清淤。", "4.改造南渠。", "5.建设湿地。"), lines=[[(3, 3), (4, 4)]], says=["编号由1跳到4，缺2、3，"]),
    Speaks("one is doubled", plan("1.完成东河清淤。", "2.完成西塘整治。", "2.改造南渠。"), lines=[[(4, 4), (5, 5)]], says=["编号2出现两次，引用时"]),
    Speaks(
        "a number doubled in place of the next is one slip", plan("1.完成东河清淤。", "2.完成西塘整治。", "2.建设湿地。", "4.改造南渠。"), lines=[[(4, 4), (5, 5)]], quotes=["2.建设湿地"],
        says=["编号2出现两次，而缺3；第5行的“2”疑为“3”之误。"],
    ),
    Speaks("or in place of the one before", plan("1.完成东河清淤。", "3.完成西塘整治。", "3.建设湿地。", "4.改造南渠。"), lines=[[(4, 4), (5, 5)]], says=["而缺2；第4行的“3”疑为“2”之误。"]),
    Speaks("two faults apart are two", plan("1.完成东河清淤。", "2.完成西塘整治。", "2.建设湿地。", "3.改造南渠。", "5.改造北渠。"), lines=[[(4, 4), (5, 5)], [(6, 6), (7, 7)]]),
    Speaks("a heading in brackets", plan("（一）河道", "1.完成东河清淤。", "（三）渠道", "2.改造南渠。"), lines=[[(3, 3), (5, 5)]], says=["编号由（一）跳到（三），缺（二），"]),
    Speaks("the brackets are empty", plan("（一）河道", "1.完成东河清淤。", "（）渠道整治", "2.改造南渠。"), lines=[[(5, 5)]], says=["括号内的编号缺失，按顺序应为（二）"]),
    Speaks(
        "the heading that lost its number", plan("（一）河道", "1.完成东河清淤。", "渠道整治", "2.改造南渠。", "（三）湿地", "3.建设湿地。"),
        lines=[[(3, 3), (5, 5), (7, 7)]], quotes=["渠道整治"], says=["第5行标题“渠道整治”前没有编号"],
    ),
    Speaks("parts of the plan", f"沅平市水环境治理工作任务分工方案\n一、重点任务\n1.完成东河清淤。{OWNER}\n三、保障措施\n市水利局要加强统筹。\n", lines=[[(2, 2), (4, 4)]], says=["编号由一跳到三，缺二，"]),
)  # fmt: skip
SILENT = (
    Silent("in order", plan("1.完成东河清淤。", "2.完成西塘整治。", "3.改造南渠。")),
    Silent("each part begins anew", plan("（一）河道", "1.完成东河清淤。", "2.完成西塘整治。", "（二）渠道", "1.改造南渠。", "2.改造北渠。")),
    Silent("one count through all parts", plan("（一）河道", "1.完成东河清淤。", "2.完成西塘整治。", "（二）渠道", "3.改造南渠。", "4.改造北渠。")),
    Silent("left out by its own word", plan("1.完成东河清淤。", "2.完成西塘整治。", "（……第3项略……）", "4.改造南渠。")),
    Silent("the missing one stands inside a line", plan("1.完成东河清淤。", "2.完成西塘整治。3.建设湿地。", "4.改造南渠。")),
    Silent("a year at the head of a line", plan("1.完成东河清淤。", "2.完成西塘整治。") + "2026年12月底前全面完成。\n"),
    Silent("a figure at the head of a line", plan("1.完成东河清淤。", "2.完成西塘整治。") + "1.5万亩湿地全部纳入保护。\n"),
)
PLANTED = Planted([("9.增加城区公共停车泊位。", "8.增加城区公共停车泊位。")], quotes=["8.增加城区公共停车泊位"])
