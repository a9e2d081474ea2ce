"""TIM703 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

_HEAD = "沅平市节水工作任务分工方案\n一、重点任务\n1.完成老旧管网改造。（责任单位：市水利局）\n二、工作机制\n"
SPEAKS = (
    Speaks(
        "inspection",
        _HEAD + "（一）市政府督查室适时对任务落实情况开展督查。\n",
        lines=[[(5, 5)]],
        quotes=["市政府督查室适时对任务落实情况开展督查"],
        says=["此处只写“适时”", "请将“适时”改为具体间隔"],
    ),
    Speaks(
        "one word in two places is one finding",
        _HEAD + "（一）领导小组定期召开会议，研究重大问题。\n（二）市政府督查室定期开展督查。\n",
        lines=[[(5, 5), (6, 6)]],
        quotes=["定期召开会议", "市政府督查室定期开展督查"],
        says=["有 2 处只写“定期”"],
    ),
    Speaks(
        "two words",
        _HEAD + "（一）领导小组定期召开会议。\n（二）市水利局对进展情况进行定期或不定期督促检查。\n",
        lines=[[(5, 5)], [(6, 6)]],
        says=["“定期或不定期”"],
    ),
)
SILENT = (
    Silent("an interval", _HEAD + "（一）市政府督查室每季度对任务落实情况开展一次督查。\n"),
    Silent("an interval beside the word", _HEAD + "（一）市政府督查室定期（每季度一次）开展督查。\n"),
    Silent(
        "work that is done at intervals, no mechanism",
        "沅平市节水工作任务分工方案\n一、重点任务\n1.定期清洗供水管网。（责任单位：市水利局）\n2.定期检测水质。（责任单位：市水利局）\n",
    ),
    Silent("accountability", _HEAD + "（一）对工作不力的，适时约谈其主要负责人。\n"),
)
PLANTED = Planted(
    [("（三）督查。县人民政府办公室每季度对民生实事开展一次督查", "（三）督查。县人民政府办公室适时对民生实事开展督查")], quotes=["适时对民生实事开展督查"]
)
