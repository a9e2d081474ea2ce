"""OWN103 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市城市环境整治工作任务分工方案\n一、重点任务\n"
LAST = "9.完成河道清淤。（牵头单位：市水利局；配合单位：市财政局）\n"
SPEAKS = (
    Speaks("a helper", HEAD + "1.整治占道经营。（牵头单位：市城管局；配合单位：市财政局、有关部门）\n" + LAST, lines=[[(3, 3)]], level="review", quotes=["有关部门"], says=["“整治占道经营”由“有关部门”承担"]),
    Speaks("an owner", HEAD + "1.整治占道经营。（责任单位：市直相关部门）\n" + LAST, lines=[[(3, 3)]], quotes=["市直相关部门"], says=["没有写明是哪些单位"]),
    Speaks(
        "one wording in two tasks is one finding",
        HEAD + "1.整治占道经营。（牵头单位：市城管局；配合单位：市公安局等相关单位）\n2.改造公厕。（牵头单位：市城管局；配合单位：市住建局等相关单位）\n" + LAST,
        lines=[[(3, 3), (4, 4)]], level="review", says=["2 项任务由“相关单位”承担"],
    ),
    Speaks("members listed nowhere", HEAD + "1.整治占道经营。（牵头单位：市城管局；配合单位：领导小组成员单位）\n" + LAST, lines=[[(3, 3)]], level="review", says=["没有列出成员名单", "请附上成员单位名单"]),
    Speaks("a list that ends with 等", HEAD + "1.整治占道经营。（责任单位：市城管局、市公安局等）\n" + LAST, lines=[[(3, 3)]], says=["以“等”字结尾"]),
    Speaks("fields of work", HEAD + "1.推进依法治理，环境、公安、综合执法等持续保持高压态势。（牵头单位：市司法局）\n" + LAST, lines=[[(3, 3)]], quotes=["环境、公安、综合执法等"], says=["写的是领域，不是部门"]),
)  # fmt: skip
SILENT = (
    Silent("a closed set", HEAD + "1.整治占道经营。（牵头单位：市城管局；配合单位：各县（市、区）政府）\n" + LAST),
    Silent("those whom the tasks name", HEAD + LAST + "二、保障措施\n（一）加强领导。各牵头单位要制定方案，各责任单位要抓好落实。\n"),
    Silent("a list that is counted", HEAD + "1.整治占道经营。（责任单位：市城管局、市公安局等2个部门）\n" + LAST),
    Silent("a field is what the work is about", HEAD + "1.完善教育、卫生、民政等要素保障。（牵头单位：市发改委）\n" + LAST),
    Silent("a kind of body of which each is known", HEAD + "1.增加贷款。（牵头单位：市金融办；配合单位：各银行机构）\n" + LAST),
    Silent("each Party committee", HEAD + "1.整治占道经营。（责任单位：各区委、区政府；监管单位：市城管局）\n" + LAST),
)
PLANTED = Planted(
    [("（牵头单位：县水利局；配合单位：县卫生健康局、县财政局）", "（牵头单位：县水利局；配合单位：县卫生健康局、各有关部门）")], quotes=["各有关部门"]
)
