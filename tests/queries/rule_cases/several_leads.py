"""OWN102 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市城市环境整治工作任务分工方案\n一、重点任务\n"
LAST = "9.完成河道清淤。（牵头单位：市水利局；配合单位：市财政局）\n"
SPEAKS = (
    Speaks(
        "two behind 牵头单位", HEAD + "1.推进企业技术改造。（牵头单位：市发改委、市工信局；配合单位：市财政局）\n" + LAST, lines=[[(3, 3)]],
        quotes=["推进企业技术改造", "市发改委", "市工信局"], says=["都写作“牵头单位”", "例如列在第一位的沅平市发展和改革委员会"],
    ),
    Speaks("three behind 责任单位", HEAD + "1.推进企业技术改造。（责任单位：市发改委、市工信局、市科技局；配合单位：市财政局）\n" + LAST, lines=[[(3, 3)]], says=["都写作“责任单位”"]),
    Speaks("two that 牵头 in a bracket", HEAD + "1.推进企业技术改造。（市发改委、市工信局牵头，市财政局配合）\n" + LAST, lines=[[(3, 3)]], says=["都写作“牵头”"]),
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
    Silent("each its own part", HEAD + "1.编制规划。市发改委负责编制规划，市财政局负责落实资金。\n" + LAST),
)
PLANTED = Planted(
    [("（牵头单位：县水利局；配合单位：县卫生健康局、县财政局）", "（牵头单位：县水利局、县卫生健康局；配合单位：县财政局）")], quotes=["县水利局", "县卫生健康局"]
)
