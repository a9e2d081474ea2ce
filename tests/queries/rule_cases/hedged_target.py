"""TGT307 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市养老服务任务分工方案\n一、重点任务\n"
LAST = "9.改造敬老院12所。（责任单位：市民政局）\n"
SPEAKS = (
    Speaks(
        "a figure", HEAD + "1.建设社区食堂，力争建成60个。（责任单位：市民政局）\n" + LAST,
        lines=[[(3, 3)]], quotes=["力争建成60个"], says=["1 处数值或时限带有“力争”：第3行“力争建成60个”。没有完成时", "请写明保底数值"],
    ),
    Speaks(
        "a date before, a date alone", HEAD + "1.到2027年，基本实现街道设施覆盖。（责任单位：市民政局）\n2.力争2026年底前，建成平台。（责任单位：市大数据局）\n" + LAST,
        lines=[[(3, 3), (4, 4)]], quotes=["到2027年，基本实现街道设施覆盖", "力争2026年底前，建成平台"], says=["2 处数值或时限带有“基本”、“力争”"],
    ),
    Speaks(
        "four in one plan", HEAD + "1.力争培训300人。（责任单位：市民政局）\n2.争取2027年建成老年大学。（责任单位：市教育局）\n3.原则上每县不少于2所。（责任单位：市民政局）\n4.努力达到30%。（责任单位：市民政局）\n" + LAST,
        lines=[[(3, 3), (4, 4), (5, 5), (6, 6)]], quotes=["争取2027年建成老年大学", "努力达到30%"], says=["4 处", "第5行“原则上每县不少于2所”等。"],
    ),
    Speaks("in brackets", HEAD + "1.改造公厕。（原则上于2027年底前完成。）（责任单位：市民政局）\n" + LAST, lines=[[(3, 3)]], quotes=["原则上于2027年底前完成"], says=["第3行“原则上"]),
    Speaks("outside the tasks", HEAD + LAST + "二、保障措施\n领导小组原则上每季度召开1次会议。\n", lines=[[(5, 5)]], quotes=["原则上每季度召开1次会议"]),
)  # fmt: skip
SILENT = (
    Silent("firm", HEAD + "1.建设社区食堂，建成60个。（责任单位：市民政局）\n" + LAST),
    Silent("a name", HEAD + "1.基本医疗保险参保率达到95%。（责任单位：市医保局）\n2.基本公共服务设施达到20处。（责任单位：市民政局）\n" + LAST),
    Silent("neither figure nor date", HEAD + "1.力争形成品牌，基本形成服务格局。（责任单位：市民政局）\n" + LAST),
    Silent("a firm figure before", HEAD + "1.确保床位增长8%，力争增长10%。（责任单位：市民政局）\n" + LAST),
    Silent("money asked for", HEAD + "1.积极争取上级资金支持。（责任单位：市民政局）\n" + LAST),
    Silent("the best of all", HEAD + "1.力争上游，2027年新建设施5处。（责任单位：市民政局）\n" + LAST),
)  # fmt: skip
PLANTED = Planted([("2025年10月底前建成口袋公园8处", "力争2025年10月底前建成口袋公园8处")], quotes=["力争2025年10月底前建成口袋公园8处"])
