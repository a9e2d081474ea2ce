"""TGT306 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

_HEAD = "沅平市城市环境整治工作任务分工方案\n一、重点任务\n"
_LABEL = "牵头单位：市住建局\n完成时限：2025年11月底前\n"
SPEAKS = (
    Speaks(
        "all of it is to be done earlier",
        _HEAD + "1.整治内涝点。对11处内涝点逐一改造，2025年6月底前全部完成。\n" + _LABEL,
        lines=[[(3, 3), (5, 5)]],
        quotes=["2025年6月底前", "2025年11月底前"],
        says=["“整治内涝点”正文写“2025年6月底前”，完成时限写“2025年11月底前”", "（“2025年6月底前”或“2025年11月底前”）"],
    ),
    Speaks("later, by the end of the year", _HEAD + "1.整治内涝点。年底前完成11处内涝点改造。\n" + _LABEL, lines=[[(3, 3), (5, 5)]], quotes=["年底前"]),
    Speaks(
        "in brackets",
        _HEAD + "1.2025年12月底前完成内涝点改造。（牵头单位：市住建局；完成时限：2025年10月底前）\n",
        lines=[[(3, 3)]],
        quotes=["2025年12月底前", "2025年10月底前"],
    ),
    Speaks(
        "in a table",
        _HEAD + "| 序号 | 任务 | 牵头单位 | 完成时限 |\n| --- | --- | --- | --- |\n| 1 | 2025年12月底前完成11处内涝点改造。 | 市住建局 | 2025年10月底前 |\n",
        lines=[[(5, 5)]],
        quotes=["2025年12月底前", "2025年10月底前"],
    ),
    Speaks(
        "later than its phase",
        "沅平市油烟整治工作任务分工方案\n一、实施步骤\n（一）排查阶段（2025年3月1日至5月31日）\n1.逐户登记造册。（责任单位：市城管局）\n2.2025年7月底前建成监管平台。（责任单位：市数据局）\n"
        "（二）整治阶段（2025年6月1日至9月30日）\n1.依法查处。（责任单位：市城管局）\n2.8月底前完成复查。（责任单位：市城管局）\n",
        lines=[[(5, 5), (3, 3)]],
        quotes=["2025年7月底前", "（一）排查阶段（2025年3月1日至5月31日"],
        says=["所在阶段的时间写"],
    ),
)
SILENT = (
    Silent("the same day", _HEAD + "1.整治内涝点，2025年11月底前全部完成。\n" + _LABEL),
    Silent("a step on the way", _HEAD + "1.整治内涝点。2025年6月底前完成设计，随后组织施工。\n" + _LABEL),
    Silent("a year that begins later", _HEAD + "1.编制验收方案，为2026年验收做好准备。\n" + _LABEL),
    Silent("the year of the label", _HEAD + "1.完成2025年内涝点改造任务。\n" + _LABEL),
    Silent("before January is by the end of December", _HEAD + "1.2026年1月前完成内涝点改造。\n牵头单位：市住建局\n完成时限：2025年12月底前\n"),
    Silent("a day of each year", _HEAD + "1.整治内涝点。每年12月底前完成复查，2025年11月底前全部完成。\n" + _LABEL),
    Silent(
        "a month of any year of a long phase",
        "沅平市节水工作任务分工方案\n一、实施步骤\n（一）启动阶段（2024年6月至7月）\n1.制定方案。（责任单位：市水利局）\n（二）推进阶段（2024年8月至2026年9月）\n1.12月底前完成评估。（责任单位：市水利局）\n",
    ),
    Silent("no label", _HEAD + "1.整治内涝点，2025年6月底前全部完成。（牵头单位：市住建局）\n"),
    Silent("steps up to the label", _HEAD + "1.整治内涝点。2025年6月底前完成6处，2025年11月底前全部完成。\n" + _LABEL),
)
PLANTED = Planted([("拆除重建等措施。", "拆除重建等措施，2025年10月底前全部完成。")], quotes=["2025年10月底前"], plan="labels.txt")
