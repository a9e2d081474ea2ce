"""OWN103 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市城市环境整治工作任务分工方案\n一、重点任务\n"
LAST = "9.完成河道清淤。（牵头单位：市水利局；配合单位：市财政局）\n"
SPEAKS = (
    Speaks("a helper", HEAD + "1.整治占道经营。（牵头单位：市城管局；配合单位：市财政局、有关部门）\n" + LAST, lines=[[(3, 3)]], level="review", quotes=["有关部门"], says=["“整治占道经营”的配合单位中列有“有关部门”，没有写明", "请将“有关部门”改写为具体的单位名称"]),
    Speaks("an owner", HEAD + "1.整治占道经营。（责任单位：市直相关部门）\n" + LAST, lines=[[(3, 3)]], quotes=["市直相关部门"], says=["“整治占道经营”由“市直相关部门”负责，没有写明是哪些单位"]),
    Speaks(
        "one wording in two tasks is one finding",
        HEAD + "1.整治占道经营。（牵头单位：市城管局；配合单位：市公安局等相关单位）\n2.改造公厕。（牵头单位：市城管局；配合单位：市住建局等相关单位）\n" + LAST,
        lines=[[(3, 3), (4, 4)]], level="review", says=["2 项任务的配合单位中列有“相关单位”"],
    ),
    Speaks("members listed nowhere", HEAD + "1.整治占道经营。（牵头单位：市城管局；配合单位：领导小组成员单位）\n" + LAST, lines=[[(3, 3)]], level="review", says=["列有“领导小组成员单位”，在本文中没有名单", "请附上“领导小组成员单位”的名单"]),
    Speaks(
        "two members are no list",
        HEAD + "1.整治占道经营。（牵头单位：市城管局；配合单位：领导小组成员单位）\n" + LAST
        + "二、保障措施\n（一）加强领导。成立市城市环境整治工作领导小组，市长任组长，市发改委、市财政局为成员单位。\n", lines=[[(3, 3)]], level="review",
    ),
    Speaks("a list that ends with 等", HEAD + "1.整治占道经营。（责任单位：市城管局、市公安局等）\n" + LAST, lines=[[(3, 3)]], says=["的牵头或责任单位名单以“等”字结尾", "删去“等”字"]),
    Speaks(
        "helpers whose lists end with 等 in two tasks", HEAD + "".join(f"{n}.改造{n}号公厕。（牵头单位：市城管局；配合单位：市财政局、市公安局等）\n" for n in (1, 2)) + LAST,
        lines=[[(3, 3), (4, 4)]], level="review", quotes=["市公安局等"], says=["2 项任务的配合单位名单以“等”字结尾"],
    ),
    Speaks(
        "an owner here, a helper there",
        HEAD + "1.整治占道经营。（责任单位：有关部门）\n2.改造公厕。（牵头单位：市城管局；配合单位：有关部门）\n3.改造公园。（监管单位：有关部门；责任单位：市城管局）\n" + LAST,
        lines=[[(3, 3), (4, 4), (5, 5)]], says=["3 项任务的分工中写有“有关部门”（其中 1 项由其负责），没有写明"],
    ),
    Speaks(
        "a helper here, a supervisor there",
        HEAD + "1.改造公厕。（牵头单位：市城管局；配合单位：有关部门）\n2.改造公园。（监管单位：有关部门；责任单位：市城管局）\n" + LAST,
        lines=[[(3, 3), (4, 4)]], level="review", says=["2 项任务的配合单位、监管单位中列有“有关部门”"],
    ),
    Speaks("those who answer for their part", HEAD + "1.整治占道经营。（牵头单位：市城管局；责任单位：各相关街镇）\n" + LAST, lines=[[(3, 3)]], level="review", says=["的责任单位中列有“各相关街镇”"]),
    Speaks("a sentence that allots", HEAD + "1.整治占道经营，由有关部门负责。\n" + LAST, lines=[[(3, 3)]], says=["“整治占道经营，由有关部门负责”中的“有关部门”没有写明"]),
    Speaks("departments of a kind", HEAD + "1.整治占道经营。（责任单位：行业主管部门）\n2.改造公厕。（责任单位：主管部门）\n" + LAST, lines=[[(3, 3)], [(4, 4)]]),
    Speaks("the other departments", HEAD + "1.整治占道经营。（市城管局牵头，其他部门配合）\n" + LAST, lines=[[(3, 3)]], level="review", quotes=["其他部门"]),
    Speaks("a list that ends with 等部门", HEAD + "1.整治占道经营。（责任单位：市城管局、市公安局等部门）\n" + LAST, lines=[[(3, 3)]], quotes=["市公安局等"]),
    Speaks("等 before the verb", HEAD + "1.整治占道经营。（市城管局、市公安局等负责，市财政局配合）\n" + LAST, lines=[[(3, 3)]], quotes=["市公安局等"]),
    Speaks("等 before the verb, of helpers", HEAD + "1.整治占道经营。（市城管局负责，市公安局、市财政局等参与）\n" + LAST, lines=[[(3, 3)]], level="review", quotes=["市财政局等"]),
    Speaks("fields as a label", HEAD + "1.整治占道经营。（责任单位：住建、城管、公安等部门）\n" + LAST, lines=[[(3, 3)]], quotes=["住建、城管、公安等部门"]),
    Speaks("all of the city", HEAD + "1.整治占道经营。（责任单位：市直部门）\n" + LAST, lines=[[(3, 3)]], level="review", says=["人人在内"]),
    Speaks("not settled yet", HEAD + "1.整治占道经营。（责任单位：待定）\n" + LAST, lines=[[(3, 3)]], quotes=["待定"], says=["的单位写作“待定”，还没有确定"]),
    Speaks("everybody", HEAD + "1.整治占道经营。（责任单位：市直各部门）\n" + LAST, lines=[[(3, 3)]], level="review", says=["“整治占道经营”由“市直各部门”负责，人人在内", "如确指全部单位"]),
    Speaks("general demands", HEAD + LAST + "二、保障措施\n（一）加强领导。各有关部门要制定方案。\n", lines=[[(5, 5)]], level="review", says=["“加强领导”由“各有关部门”负责"]),
    Speaks("a table", HEAD + "| 序号 | 任务 | 责任单位 |\n| --- | --- | --- |\n| 1 | 改造管网 | 各行业主管部门 |\n| 2 | 完成河道清淤 | 市水利局 |\n", lines=[[(5, 5)]], quotes=["各行业主管部门"]),
    Speaks("fields of work", HEAD + "1.推进依法治理，环境、公安、综合执法等持续保持高压态势。（牵头单位：市司法局）\n" + LAST, lines=[[(3, 3)]], quotes=["环境、公安、综合执法等"], says=["写的是领域，不是部门"]),
)  # fmt: skip
SILENT = (
    Silent("a closed set", HEAD + "1.整治占道经营。（牵头单位：市城管局；配合单位：各县（市、区）政府）\n" + LAST),
    Silent("those whom the tasks name", HEAD + LAST + "二、保障措施\n（一）加强领导。各牵头单位要制定方案，各责任单位要抓好落实。\n"),
    Silent("project leads", HEAD + "1.整治占道经营。（牵头单位：市城管局；配合单位：各项目牵头单位）\n" + LAST),
    Silent("governments of all levels", HEAD + "1.整治占道经营。（责任单位：地方各级人民政府）\n" + LAST),
    Silent("a list everybody has", HEAD + "1.整治占道经营。（牵头单位：市城管局；配合单位：市政府各工作部门）\n" + LAST),
    Silent(
        "members who are listed in a sentence",
        HEAD
        + "1.整治占道经营。（牵头单位：市城管局；配合单位：领导小组成员单位）\n"
        + LAST
        + "二、保障措施\n（一）加强领导。成立市城市环境整治工作领导小组，市长任组长，市发改委、市财政局、市城管局为成员单位。\n",
    ),
    Silent(
        "members who head the lists of what they do",
        HEAD
        + "1.整治占道经营。（牵头单位：市城管局；配合单位：各成员单位）\n"
        + LAST
        + "二、成员单位职责分工\n市城管局：\n（1）清理占道经营。\n市财政局：\n（1）落实资金。\n",
    ),
    Silent("what is done to them", HEAD + LAST + "二、保障措施\n（一）强化督查。市政府督查室分期分批对各级各部门进行督查。\n"),
    Silent("the one department of a field", HEAD + "1.整治占道经营。（牵头单位：市城管局；配合单位：应急主管部门、市场监管部门）\n" + LAST),
    Silent("a list that is counted", HEAD + "1.整治占道经营。（责任单位：市城管局、市公安局等2个部门）\n" + LAST),
    Silent("a field is what the work is about", HEAD + "1.完善教育、卫生、民政等要素保障。（牵头单位：市发改委）\n" + LAST),
    Silent("a kind of body of which each is known", HEAD + "1.增加贷款。（牵头单位：市金融办；配合单位：各银行机构）\n" + LAST),
    Silent("each Party committee", HEAD + "1.整治占道经营。（责任单位：各区委、区政府；监管单位：市城管局）\n" + LAST),
)
PLANTED = Planted(
    [("（牵头单位：县水利局；配合单位：县卫生健康局、县财政局）", "（牵头单位：县水利局；配合单位：县卫生健康局、各有关部门）")], quotes=["各有关部门"]
)
