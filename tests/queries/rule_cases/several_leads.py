"""OWN102 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市城市环境整治工作任务分工方案\n一、重点任务\n"
LAST = "9.完成河道清淤。（牵头单位：市水利局；配合单位：市财政局）\n"
SPEAKS = (
    Speaks(
        "two behind 牵头单位", HEAD + "1.推进企业技术改造。（牵头单位：市发改委、市工信局；配合单位：市财政局）\n" + LAST, lines=[[(3, 3)]],
        quotes=["推进企业技术改造", "市发改委", "市工信局"], says=["都列为“牵头单位”", "例如列在第一位的沅平市发展和改革委员会"],
    ),
    Speaks("three behind 责任单位", HEAD + "1.推进企业技术改造。（责任单位：市发改委、市工信局、市科技局；配合单位：市财政局）\n" + LAST, lines=[[(3, 3)]], says=["都列为“责任单位”"]),
    Speaks("two that 牵头 in a bracket", HEAD + "1.推进企业技术改造。（市发改委、市工信局牵头，市财政局配合）\n" + LAST, lines=[[(3, 3)]], says=["都写作“牵头”"]),
    Speaks(
        "the same two in several tasks are told at once",
        HEAD + "".join(f"{n}.改造{n}号公厕。（牵头单位：市城管局、市住建局）\n" for n in (1, 2)) + "3.改造公园。（牵头单位：市城管局、市水利局）\n" + LAST,
        lines=[[(3, 3), (4, 4)], [(5, 5)]], says=["2 项任务中市城管局、市住建局都列为“牵头单位”", "“改造公园”中市城管局、市水利局都列为"], quotes=["改造1号公厕", "改造2号公厕"],
    ),
    Speaks("a unit and one district", HEAD + "1.改造管网。（责任单位：市住建局、青岚区政府）\n" + LAST, lines=[[(3, 3)]], quotes=["市住建局", "青岚区政府"]),
    Speaks("beside all counties", HEAD + "1.改造管网。（责任单位：市住建局、市城管局，各县（市、区）政府，望岭新区管委会）\n" + LAST, lines=[[(3, 3)]], says=["中市住建局、市城管局都列为"]),
    Speaks("lines of labels", HEAD + "1.改造管网。\n牵头单位：市住建局、市城管局\n完成时限：2026年底\n2.完成河道清淤。\n牵头单位：市水利局\n", lines=[[(3, 3), (4, 4)]]),
    Speaks("a table", HEAD + "| 序号 | 任务 | 牵头单位 | 配合单位 |\n| --- | --- | --- | --- |\n| 1 | 改造管网 | 市住建局、市城管局 | 市财政局 |\n| 2 | 完成河道清淤 | 市水利局 | 市财政局 |\n", lines=[[(5, 5)]]),
    Speaks(
        "more than six", HEAD + "1.改造管网。（责任单位：市住建局、市城管局、市公安局、市教育局、市民政局、市科技局、市审计局）\n" + LAST, lines=[[(3, 3)]],
        says=["市科技局等 7 家都列为", "沅平市科学技术局等）列为"],
    ),
    Speaks("two lead, the others by their duties", HEAD + "1.改造管网。（市住建局、市城管局牵头，市公安局、市教育局按职责分工负责）\n" + LAST, lines=[[(3, 3)]], says=["中市住建局、市城管局都写作“牵头”"]),
    Speaks("two bureaus whose names end alike", HEAD + "1.改造管网。（责任单位：市应急局、市城管局）\n2.改造公厕。（责任单位：市财政局、市民政局）\n3.落实税收优惠。（责任单位：省国税局、省地税局）\n4.稳定菜价。（责任单位：市商务委、市农业农村委）\n" + LAST, lines=[[(3, 3)], [(4, 4)], [(5, 5)], [(6, 6)]]),
    Speaks("three, of which two end alike", HEAD + "1.改造管网。（责任单位：青岚区住建局、望岭区住建局、市教育局）\n" + LAST, lines=[[(3, 3)]]),
    Speaks("figures that two reach", HEAD + "1.污水、垃圾处理率分别达到95%和98%。（责任单位：市住建局、市城管局）\n" + LAST, lines=[[(3, 3)]]),
    Speaks("in the general part, by a label", HEAD + LAST + "二、保障措施\n（一）强化督查。（责任单位：市住建局、市城管局）\n", lines=[[(5, 5)]]),
    Speaks("in the general part, in a sentence", HEAD + LAST + "二、保障措施\n（一）强化督查。由市住建局、市城管局牵头开展督查。\n", lines=[[(5, 5)]], level="review"),
    Speaks(
        "a sentence", HEAD + "1.推进企业技术改造。市发改委、市工信局要制定支持政策。\n" + LAST, lines=[[(3, 3)]], level="review",
        says=["并列负责"],
    ),
    Speaks(
        "a plan that writes so", HEAD + "".join(f"{n}.完成第{n}号管网改造。（责任单位：市住建局、市城管局；配合单位：市财政局）\n" for n in range(1, 8)),
        lines=[[(n, n) for n in range(3, 10)]], says=["7 项任务各写了两个以上并列的“责任单位”", "列第一位者为牵头单位"],
    ),
)  # fmt: skip
SILENT = (
    Silent("one lead", HEAD + "1.推进企业技术改造。（牵头单位：市工信局；责任单位：市发改委、市科技局）\n" + LAST),
    Silent("each for its part", HEAD + "1.推进企业技术改造。（市工信局牵头，市发改委、市科技局按职责分工负责）\n" + LAST),
    Silent("all by their duties", HEAD + "1.推进企业技术改造。（市发改委、市工信局、市科技局按职责分工负责）\n" + LAST),
    Silent("Party and government of one place", HEAD + "1.推进河道保洁。（责任单位：青岚区委、青岚区政府）\n" + LAST),
    Silent("districts, each on its ground", HEAD + "1.推进河道保洁。（责任单位：青岚区政府、望岭区政府）\n" + LAST),
    Silent("one unit and all counties", HEAD + "1.推进河道保洁。（责任单位：市水利局、各县（市、区）政府）\n" + LAST),
    Silent("two zones and a district", HEAD + "1.推进河道保洁。（责任单位：青岚区政府、望岭新区管委会、城东片区管理局）\n" + LAST),
    Silent("a unit and several districts", HEAD + "1.推进河道保洁。（责任单位：市水利局、青岚区政府、望岭区政府）\n" + LAST),
    Silent("a unit, all counties and a zone", HEAD + "1.推进河道保洁。（责任单位：市水利局，各县（市、区）政府，望岭新区管委会）\n" + LAST),
    Silent("one kind of office in two places", HEAD + "1.控制船舶污染。（广东海事局、深圳海事局牵头，市交通局参与）\n" + LAST),
    Silent("offices of two districts", HEAD + "1.整治市场。（责任单位：青岚区住建局、望岭区住建局）\n" + LAST),
    Silent("two branches of one bureau", HEAD + "1.整治噪声。（责任单位：市生态环境局青岚分局、市生态环境局望岭分局）\n" + LAST),
    Silent("sentence after sentence", HEAD + "1.改造管网。市住建局要制定方案。市城管局要落实资金。\n" + LAST),
    Silent("villages", HEAD + "1.整治荒地。（责任单位：城东村委会、城西社区居委会）\n" + LAST),
    Silent("each with words of its own", HEAD + "1.整治扬尘。（责任单位：市住建局（负责工地扬尘）、市城管局（负责道路扬尘））\n" + LAST),
    Silent("each leads by its duties", HEAD + "1.改造管网。（市住建局、市城管局按职责分工牵头，市公安局配合）\n" + LAST),
    Silent("each leads one of several", HEAD + "1.成立3个专班，分别由市住建局、市城管局、市水利局牵头。\n" + LAST),
    Silent("a unit and the open rest of its list", HEAD + "1.推进河道保洁。（责任单位：市水利局等部门）\n" + LAST),
    Silent(
        "the first one leads, as the plan says",
        HEAD + "1.推进河道保洁。（责任单位：市水利局、市城管局。列第一位的为牵头单位，下同）\n2.改造公厕。（责任单位：市城管局、市住建局）\n",
    ),
    Silent(
        "a blanket clause",
        HEAD + "1.推进河道保洁。（以下均需市住建局、市城管局抓好落实，不再列出；牵头单位：市水利局）\n2.改造公厕。（牵头单位：市水利局）\n",
    ),
    Silent("persons", HEAD + "1.推进河道保洁。（责任人：张某某、李某某；责任单位：市水利局）\n" + LAST),
    Silent("each its own part", HEAD + "1.编制规划。市发改委负责编制规划，市财政局负责落实资金。\n" + LAST),
)
PLANTED = Planted(
    [("（牵头单位：县水利局；配合单位：县卫生健康局、县财政局）", "（牵头单位：县水利局、县卫生健康局；配合单位：县财政局）")], quotes=["县水利局", "县卫生健康局"]
)
