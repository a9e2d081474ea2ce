"""OWN108 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市城市环境整治工作任务分工方案\n一、重点任务\n"
LAST = "9.完成河道清淤。（牵头单位：市水利局；配合单位：市财政局）\n"
SPEAKS = (
    Speaks("two supervisors over all counties", HEAD + "1.整治排污口。（责任单位：各县（市、区）政府；监管单位：市生态环境局、市水利局）\n" + LAST, lines=[[(3, 3)]], quotes=["整治排污口", "市生态环境局", "市水利局"], says=["有 2 个监管单位（市生态环境局、市水利局）"]),
    Speaks("two tasks are told one by one", HEAD + "".join(f"{n}.整治{n}号排污口。（责任单位：各县（市、区）政府；监管单位：市生态环境局、市水利局）\n" for n in (1, 2)) + LAST, lines=[[(3, 3)], [(4, 4)]]),
    Speaks("four are told at once", HEAD + "".join(f"{n}.整治{n}号排污口。（责任单位：各县（市、区）政府；监管单位：市生态环境局、市水利局）\n" for n in range(1, 5)) + LAST, lines=[[(3, 3), (4, 4), (5, 5), (6, 6)]], says=["4 项任务各列了两个以上监管单位"]),
)  # fmt: skip
SILENT = (
    Silent("a unit leads", HEAD + "1.整治排污口。（责任单位：市住建局；监管单位：市生态环境局、市水利局）\n" + LAST),
    Silent("one supervisor", HEAD + "1.整治排污口。（责任单位：各县（市、区）政府；监管单位：市生态环境局）\n" + LAST),
    Silent("nobody carries it out: said by another rule", HEAD + "1.整治排污口。（监管单位：市生态环境局、市水利局）\n" + LAST),
    Silent("helpers are no supervisors", HEAD + "1.整治排污口。（责任单位：各县（市、区）政府；配合单位：市生态环境局、市水利局）\n" + LAST),
)
PLANTED = Planted(
    [("（牵头单位：县水利局；配合单位：县卫生健康局、县财政局）", "（责任单位：各乡镇人民政府；监管单位：县水利局、县卫生健康局）")],
    quotes=["县水利局", "县卫生健康局"],
)
