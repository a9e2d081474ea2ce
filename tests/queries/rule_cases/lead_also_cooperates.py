"""OWN105 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市城市环境整治工作任务分工方案\n一、重点任务\n"
LAST = "9.完成河道清淤。（牵头单位：市水利局；配合单位：市财政局）\n"
SPEAKS = (
    Speaks("under two labels", HEAD + "1.改造管网。（牵头单位：市住建局；配合单位：市财政局、市住建局）\n" + LAST, lines=[[(3, 3)]], quotes=["市住建局"], says=["“市住建局”既是“牵头单位”又是“配合单位”", "请删去“配合单位”中的市住建局"]),
    Speaks("under two verbs", HEAD + "1.改造管网。（市住建局牵头，市财政局、市住建局配合）\n" + LAST, lines=[[(3, 3)]], says=["既是“牵头”又是“配合”"]),
    Speaks("under its long name", HEAD + "1.改造管网。（牵头单位：市住建局；责任单位：市住房和城乡建设局、市财政局）\n" + LAST, lines=[[(3, 3)]], quotes=["市住建局", "市住房和城乡建设局"], says=["“市住建局（又写作市住房和城乡建设局）”既是"]),
    Speaks("two units in one task", HEAD + "1.改造管网。（牵头单位：市住建局、市城管局；配合单位：市住建局、市城管局、市财政局）\n" + LAST, lines=[[(3, 3)], [(3, 3)]], says=["“市住建局”既是", "“市城管局”既是"]),
    Speaks("in a table", HEAD + "| 序号 | 任务 | 牵头单位 | 配合单位 |\n| --- | --- | --- | --- |\n| 1 | 改造管网 | 市住建局 | 市财政局、市住建局 |\n| 2 | 完成河道清淤 | 市水利局 | 市财政局 |\n", lines=[[(5, 5)]]),
    Speaks(
        "a plan that lists its leads among the responsible units",
        HEAD + "".join(f"{n}.完成{n}号管网改造。（牵头单位：市住建局；责任单位：市住建局、市财政局）\n" for n in range(1, 6)) + LAST,
        lines=[[(n, n) for n in range(3, 8)]], level="review", says=["5 处牵头单位又列在“责任单位”当中"], quotes=["市住建局"],
    ),
    Speaks(
        "four are told one by one", HEAD + "".join(f"{n}.完成{n}号管网改造。（牵头单位：市住建局；责任单位：市住建局、市财政局）\n" for n in range(1, 5)) + LAST,
        lines=[[(n, n)] for n in range(3, 7)],
    ),
    Speaks(
        "among helpers, however often", HEAD + "".join(f"{n}.完成{n}号管网改造。（牵头单位：市住建局；配合单位：市住建局、市财政局）\n" for n in range(1, 6)) + LAST,
        lines=[[(n, n)] for n in range(3, 8)],
    ),
    Speaks("two plates of one body", HEAD + "1.公开权力清单。（中央编办会同国务院审改办牵头，市财政局参与）\n" + LAST, lines=[[(3, 3)]], level="review", quotes=["国务院审改办"]),
    Speaks("in two lines of labels", HEAD + "1.改造管网。\n牵头单位：市住建局\n配合单位：市住建局、市财政局\n2.完成河道清淤。\n牵头单位：市水利局\n配合单位：市财政局\n", lines=[[(3, 3), (4, 4), (5, 5)]]),
)  # fmt: skip
SILENT = (
    Silent("other units", HEAD + "1.改造管网。（牵头单位：市住建局；配合单位：市财政局）\n" + LAST),
    Silent("a collective may hold it", HEAD + "1.改造管网。（牵头单位：市住建局；配合单位：市直各部门）\n" + LAST),
    Silent("in another task", HEAD + "1.改造管网。（牵头单位：市住建局；配合单位：市水利局）\n" + LAST),
    Silent("supervising is another matter", HEAD + "1.改造管网。（牵头单位：市住建局；监管单位：市住建局）\n" + LAST),
    Silent("sentence after sentence", HEAD + "1.改造管网。市住建局牵头制定方案。市住建局要配合市财政局测算资金。\n" + LAST),
    Silent("a helper in every task, by a clause", HEAD + "1.改造管网。（牵头单位：市住建局；以下均需市财政局配合，不再列出）\n2.落实资金。（牵头单位：市财政局）\n"),
    Silent("a part of the work, by verbs", HEAD + "1.改造管网。（市住建局负责设计，市财政局负责资金，市住建局配合验收）\n" + LAST),
    Silent("parts of their own", HEAD + "1.改造管网。市住建局负责制定方案，市财政局负责落实资金，市住建局配合做好资金测算。\n" + LAST),
)
PLANTED = Planted([("（牵头单位：县水利局；配合单位：县卫生健康局、县财政局）", "（牵头单位：县水利局；配合单位：县卫生健康局、县水利局）")], quotes=["县水利局"])
