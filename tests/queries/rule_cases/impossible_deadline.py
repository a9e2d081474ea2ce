"""TGT305 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

_LETTER = "沅平市人民政府办公室关于印发任务分工方案的通知\n各县（区）人民政府：\n现将方案印发给你们，请认真贯彻执行。\n沅平市人民政府办公室\n2024年3月{}日\n"
_HEAD = _LETTER.format(1) + "沅平市城市环境整治工作任务分工方案\n一、重点任务\n"
_YEAR = _LETTER.format(1) + "沅平市2024年城市环境整治工作任务分工方案\n一、重点任务\n"
_STEPS = _LETTER.format(6) + "沅平市城市环境整治工作任务分工方案\n一、实施步骤\n"
SPEAKS = (
    Speaks(
        "a label of the year before",
        _HEAD + "1.完成雨污分流改造。（责任单位：市住建局；完成时限：2023年9月底前）\n2.清理河道。（责任单位：市水利局；完成时限：2024年9月底前）\n",
        lines=[[(8, 8)]],
        quotes=["完成雨污分流改造", "2023年9月底前"],
        says=["时限“2023年9月底前”早于方案的印发日期（2024年3月1日）", "是否应为2024年"],
    ),
    Speaks(
        "two tasks of one date",
        _HEAD + "1.2023年9月底前完成雨污分流改造。（责任单位：市住建局）\n2.2023年9月底前完成河道清理。（责任单位：市水利局）\n",
        lines=[[(8, 8), (9, 9)]],
        says=["2 项任务的时限“2023年9月30日”"],
    ),
    Speaks(
        "the month before, in the same year",
        _HEAD + "1.2024年1月底前完成雨污分流改造。（责任单位：市住建局）\n",
        lines=[[(8, 8)]],
        says=["请核对日期；"],
    ),
    Speaks(
        "after the period",
        _YEAR + "1.2025年3月底前完成雨污分流改造。（责任单位：市住建局）\n",
        lines=[[(8, 8)]],
        level="review",
        says=["晚于方案的期限（至2024年12月31日）"],
    ),
    Speaks(
        "a phase that is over",
        _STEPS
        + "（一）启动阶段（2024年1月1日至2024年2月29日）\n1.制定方案。（责任单位：市住建局）\n2.动员部署。（责任单位：市住建局）\n（二）推进阶段（2024年3月1日至2024年6月30日）\n1.清理河道。（责任单位：市水利局）\n",
        lines=[[(8, 8)]],
        quotes=["启动阶段（2024年1月1日至2024年2月29日"],
        says=["“启动阶段”2024年2月29日结束，早于方案的印发日期（2024年3月6日）"],
    ),
    Speaks(
        "a phase that ends four days later",
        _STEPS
        + "（一）启动阶段（2024年1月1日至2024年3月10日）\n1.制定方案。（责任单位：市住建局）\n（二）推进阶段（2024年3月11日至2024年6月30日）\n1.清理河道。（责任单位：市水利局）\n",
        lines=[[(8, 8)]],
        level="review",
        says=["只有 4 天", "请顺延“启动阶段”的截止日期"],
    ),
)
SILENT = (
    Silent("after the plan's date", _HEAD + "1.2024年9月底前完成雨污分流改造。（责任单位：市住建局）\n"),
    Silent("the month of the plan", _HEAD + "1.2024年3月底前完成雨污分流改造。（责任单位：市住建局）\n"),
    Silent("an old year inside the words", _HEAD + "1.以2000年底前建成的小区为重点，2024年9月底前完成改造。（责任单位：市住建局）\n"),
    Silent("within the period", _YEAR + "1.2024年12月底前完成雨污分流改造。（责任单位：市住建局）\n"),
    Silent("what was done already is told", _HEAD + "1.2023年9月底前完成一期，已投入使用，继续推进二期。（责任单位：市住建局）\n"),
    Silent("a year long ago", _HEAD + "1.2015年底前完成建设的小区全部改造。（责任单位：市住建局）\n"),
    Silent("a later day in the same words", _HEAD + "1.2024年1月底前完成设计，2024年9月底前完成施工，同步推进管网普查。（责任单位：市住建局）\n"),
    Silent("a plan without a date", "沅平市城市环境整治工作任务分工方案\n一、重点任务\n1.2003年9月底前完成雨污分流改造。（责任单位：市住建局）\n"),
    Silent(
        "a phase with two weeks left",
        _STEPS
        + "（一）启动阶段（2024年1月1日至2024年3月20日）\n1.制定方案。（责任单位：市住建局）\n（二）推进阶段（2024年3月21日至2024年6月30日）\n1.清理河道。（责任单位：市水利局）\n",
    ),
)
PLANTED = Planted([("完成时限：2025年9月底前", "完成时限：2023年9月底前")], quotes=["2023年9月底前"], plan="labels.txt")
