"""TGT304 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

_HEAD = "沅平市城市环境整治工作任务分工方案\n一、重点任务\n1.2024年9月底前完成老城区雨污分流改造。（责任单位：市住建局）\n"
SPEAKS = (
    Speaks(
        "one of two",
        _HEAD + "2.建设城东垃圾中转站。（责任单位：市城管局）\n",
        lines=[[(4, 4)]],
        quotes=["建设城东垃圾中转站"],
        says=["“建设城东垃圾中转站”没有写明时限，方案也没有统一的期限", "如“2025年12月底前”"],
    ),
    Speaks(
        "two of three are one finding",
        _HEAD + "2.建设城东垃圾中转站。（责任单位：市城管局）\n3.清理河道。（责任单位：市水利局）\n",
        lines=[[(4, 4), (5, 5)]],
        quotes=["建设城东垃圾中转站", "清理河道"],
        says=["“一、重点任务”中3 项任务中有 2 项没有写明时限"],
    ),
    Speaks(
        "none has one, in two parts",
        "沅平市城市环境整治工作任务分工方案\n一、治水\n1.清理河道。（责任单位：市水利局）\n二、治城\n1.建设城东垃圾中转站。（责任单位：市城管局）\n",
        lines=[[(3, 3), (5, 5)]],
        says=["2 项任务均没有写明时限"],
    ),
    Speaks(
        "measures are not counted",
        _HEAD + "2.清理河道。（责任单位：市水利局）\n二、保障措施\n（一）加强资金保障。市财政局负责落实经费。\n",
        lines=[[(4, 4)]],
    ),
    Speaks("only a beginning", _HEAD + "2.2024年起推行河道社会化管护。（责任单位：市水利局）\n", lines=[[(4, 4)]]),
)
SILENT = (
    Silent("every task has a date", _HEAD + "2.2024年12月底前建成城东垃圾中转站。（责任单位：市城管局）\n"),
    Silent("how long it may take", _HEAD + "2.建设城东垃圾中转站。（责任单位：市城管局；整改时限：3个月）\n"),
    Silent("a label", _HEAD + "2.建设城东垃圾中转站。\n责任单位：市城管局\n完成时限：2024年12月底前\n"),
    Silent("for good", _HEAD + "2.清理河道。\n责任单位：市水利局\n完成时限：长期坚持\n"),
    Silent(
        "the plan is for a year",
        "沅平市2024年城市环境整治工作任务分工方案\n一、重点任务\n1.清理河道。（责任单位：市水利局）\n2.建设城东垃圾中转站。（责任单位：市城管局）\n",
    ),
    Silent(
        "a phase",
        "沅平市城市环境整治工作任务分工方案\n一、整治阶段（2024年3月1日至6月30日）\n1.清理河道。（责任单位：市水利局）\n2.建设城东垃圾中转站。（责任单位：市城管局）\n",
    ),
    Silent("a figure with its year", _HEAD + "2.提高城市绿化水平，到2025年建成区绿化覆盖率达到42%。（责任单位：市城管局）\n"),
    Silent("for good, in the words", _HEAD + "2.管护河道，常态化开展巡查。（责任单位：市水利局）\n"),
    Silent("at intervals", _HEAD + "2.组织水质抽检，每年不少于4次。（责任单位：市水利局）\n"),
    Silent("help with another's task", _HEAD + "2.配合市住建局做好管网普查。（责任单位：市城管局）\n"),
    Silent("a measure without a heading over it", _HEAD + "二、组织实施。市政府办公室负责统筹协调。\n"),
    Silent("measures only", _HEAD + "二、保障措施\n（一）加强资金保障。市财政局负责落实经费。\n（二）加强宣传引导。市委宣传部负责宣传报道。\n"),
)
PLANTED = Planted([("2024年8月底前建成全市", "建成全市")], quotes=["规范行政审批中介服务"], plan="inline.txt")
