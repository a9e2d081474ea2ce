"""DUP203 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市再生资源利用任务分工方案\n一、重点任务\n"
FIRST = "清理临时堆场，研究制定拆房废弃物回收利用方案，核定消纳场容量。"
SECOND = "规范流动商贩经营，改造供销网点，提高废弃物回收利用水平，开展旧货以旧换新。"
REST = "3.推进河道清淤疏浚。（责任单位：市水利局）\n4.发放稳岗就业补贴。（责任单位：市财政局）\n5.开展门店消防巡查。（责任单位：市商务局）\n"


def plan(first: str, second: str) -> str:
    return f"{HEAD}1.{first}\n2.{second}\n{REST}"


SPEAKS = (
    Speaks(
        "one object, two owners",
        plan(f"{FIRST}（责任单位：市住建局）", f"{SECOND}（责任单位：市供销社）"),
        lines=[[(3, 3), (4, 4)]],
        quotes=["研究制定拆房废弃物回收利用方案", "提高废弃物回收利用水平"],
        says=[
            "2 项任务的工作相近而责任单位不同：第3行 沅平市住房和城乡建设局“研究制定拆房废弃物回收利用方案”；第4行 ",
            "定一个牵头单位（如沅平市住房和城乡建设局）",
        ],
    ),
    Speaks(
        "sentences with a lead and helpers",
        plan(f"{FIRST}（市住建局牵头，市财政局配合）", f"{SECOND}（市供销社牵头，市公安局配合）"),
        lines=[[(3, 3), (4, 4)]],
    ),
    Speaks(
        "only one of the two is told of the other",
        plan(f"{FIRST}（牵头单位：市住建局；配合单位：市供销社）", f"{SECOND}（牵头单位：市供销社）"),
        lines=[[(3, 3), (4, 4)]],
    ),
)
SILENT = (
    Silent("one owner", plan(f"{FIRST}（责任单位：市住建局）", f"{SECOND}（责任单位：市住建局）")),
    Silent("each helps the other", plan(f"{FIRST}（牵头单位：市住建局；配合单位：市供销社）", f"{SECOND}（牵头单位：市供销社；配合单位：市住建局）")),
    Silent("the same work word for word is another rule's", plan(f"{FIRST}（责任单位：市住建局）", f"{FIRST}（责任单位：市供销社）")),
    Silent("a district carries out what the bureau plans", plan(f"{FIRST}（责任单位：市住建局）", f"{SECOND}（责任单位：青岚区政府）")),
    Silent("a collective", plan(f"{FIRST}（责任单位：市住建局）", f"{SECOND}（责任单位：各有关部门）")),
    Silent(
        "what is alike is said in what spirit",
        plan(
            "完成供水管网改造，主动接受社会各界舆论监督，更换老旧水表，培训维修班组，整修泵房设备。（责任单位：市水利局）",
            "完成公交站台改造，主动接受社会各界舆论监督，更换候车座椅，增设夜间线路，清洗车辆外观。（责任单位：市交通运输局）",
        ),
    ),
    Silent(
        "general demands",
        f"{HEAD}1.推进河道清淤疏浚。（责任单位：市水利局）\n2.发放稳岗就业补贴。（责任单位：市财政局）\n二、保障措施\n1.{FIRST}（责任单位：市住建局）\n2.{SECOND}（责任单位：市供销社）\n",
    ),
)
PLANTED = Planted(
    [("合理配置座椅、健身步道和无障碍设施，", "合理配置座椅、健身步道和无障碍设施，推动学校体育场地向社会开放，")],
    quotes=["推动学校体育场地课余时间向社会开放", "推动学校体育场地向社会开放"],
)
