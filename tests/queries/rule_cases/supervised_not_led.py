"""OWN108 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市城市环境整治工作任务分工方案\n一、重点任务\n"
LAST = "9.完成河道清淤。（牵头单位：市水利局；配合单位：市财政局）\n"
SPEAKS = (
    Speaks("two supervisors over all counties", HEAD + "1.整治排污口。（责任单位：各县（市、区）政府；监管单位：市生态环境局、市水利局）\n" + LAST, lines=[[(3, 3)]], quotes=["整治排污口", "市生态环境局", "市水利局"], says=["“整治排污口”列了 2 个监管单位（市生态环境局、市水利局）", "“各县（市、区）政府”这一集合主体", "例如列在第一位的沅平市生态环境局"]),
    Speaks("two tasks are told one by one", HEAD + "".join(f"{n}.整治{n}号排污口。（责任单位：各县（市、区）政府；监管单位：市生态环境局、市水利局）\n" for n in (1, 2)) + LAST, lines=[[(3, 3)], [(4, 4)]]),
    Speaks("four are told at once", HEAD + "".join(f"{n}.整治{n}号排污口。（责任单位：各县（市、区）政府；监管单位：市生态环境局、市水利局）\n" for n in range(1, 5)) + LAST, lines=[[(3, 3), (4, 4), (5, 5), (6, 6)]], says=["4 项任务各有两个以上单位监管或指导", "“各县（市、区）政府”一类的集合主体", "请在其中明确一个牵头单位，负责"], quotes=["整治1号排污口", "整治4号排污口", "市水利局"]),
    Speaks("three are told one by one", HEAD + "".join(f"{n}.整治{n}号排污口。（责任单位：各县（市、区）政府；监管单位：市生态环境局、市水利局）\n" for n in (1, 2, 3)) + LAST, lines=[[(3, 3)], [(4, 4)], [(5, 5)]]),
    Speaks("who guides", HEAD + "1.整治排污口。（各县（市、区）政府负责，市生态环境局、市水利局指导）\n" + LAST, lines=[[(3, 3)]], says=["由 2 个单位指导（市生态环境局、市水利局）"]),
    Speaks("lines of labels", HEAD + "1.整治排污口。\n责任单位：各县（市、区）政府\n监管单位：市生态环境局、市水利局\n2.完成河道清淤。\n责任单位：市水利局\n", lines=[[(3, 3), (5, 5)]]),
)  # fmt: skip
SILENT = (
    Silent("a unit leads", HEAD + "1.整治排污口。（责任单位：市住建局；监管单位：市生态环境局、市水利局）\n" + LAST),
    Silent("one supervisor", HEAD + "1.整治排污口。（责任单位：各县（市、区）政府；监管单位：市生态环境局）\n" + LAST),
    Silent("nobody carries it out: said by another rule", HEAD + "1.整治排污口。（监管单位：市生态环境局、市水利局）\n" + LAST),
    Silent("Party committee and government of one place are one", HEAD + "1.整治排污口。（责任单位：各乡镇政府；监管单位：青岚区委、青岚区政府）\n" + LAST),
    Silent("a unit beside the collective", HEAD + "1.整治排污口。（责任单位：市住建局、各县（市、区）政府；监管单位：市生态环境局、市水利局）\n" + LAST),
    Silent("helpers are no supervisors", HEAD + "1.整治排污口。（责任单位：各县（市、区）政府；配合单位：市生态环境局、市水利局）\n" + LAST),
)
PLANTED = Planted([("指导单位：市民政局）", "指导单位：市民政局、市卫生健康委）")], quotes=["市民政局", "市卫生健康委"], plan="mixed.txt")
