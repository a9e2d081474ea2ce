"""TXT606 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市城市环境整治工作任务分工方案\n一、重点任务\n"
SPEAKS = (
    Speaks(
        "short and full",
        HEAD + "1.整治占道经营。（牵头单位：市城管局；配合单位：市公安局）\n2.改造公厕。（牵头单位：市城市管理综合执法局；配合单位：市财政局）\n"
        "3.清运垃圾。（牵头单位：市城市管理综合执法局；配合单位：市财政局）\n",
        lines=[[(3, 3)]], quotes=["市城管局", "市城市管理综合执法局"], says=["有 2 种写法", "（2 处）、“市城管局”（1 处）", "例如都写作“市城市管理综合执法局”"],
    ),
    Speaks(
        "two ways of leaving out",
        HEAD + "1.建设园区。（牵头单位：市经济和信息化委；配合单位：市财政局）\n2.改造厂房。（牵头单位：市经济和信息化委；配合单位：市财政局）\n"
        "3.招引企业。（牵头单位：市经济信息化委；配合单位：市财政局）\n",
        lines=[[(5, 5)]], quotes=["市经济信息化委"],
    ),
    Speaks(
        "in heads and helpers",
        HEAD + "1.整治道路。（市住建局牵头，市财政局配合）\n2.改造公厕。（市财政局牵头，市住房城乡建设局配合）\n3.清理河道。（市水利局牵头，市住建局配合）\n",
        lines=[[(4, 4)]], says=["“市住建局”（2 处）、“市住房城乡建设局”（1 处）"],
    ),
)  # fmt: skip
SILENT = (
    Silent("one name", HEAD + "1.整治占道经营。（牵头单位：市城管局）\n2.改造公厕。（牵头单位：市城管局）\n"),
    Silent(
        "the level left out inside a list",
        HEAD + "1.整治占道经营。（牵头单位：市财政局；配合单位：市公安局、财政局）\n2.改造公厕。（牵头单位：市公安局；配合单位：市水利局、财政局）\n",
    ),
    Silent("with its place", HEAD + "1.整治占道经营。（牵头单位：沅平市水利局）\n2.改造公厕。（牵头单位：市水利局）\n"),
    Silent("a leading group by its short name", HEAD + "1.整治占道经营。（牵头单位：市城市环境整治工作领导小组办公室）\n2.改造公厕。（牵头单位：领导小组办公室）\n"),
    Silent("a second plate", HEAD + "1.整治占道经营。（牵头单位：市发展改革委）\n2.改造公厕。（牵头单位：市发展改革委〔市物价局〕）\n"),
    Silent("two bodies", HEAD + "1.整治占道经营。（牵头单位：市水利局）\n2.改造公厕。（牵头单位：市林业局）\n"),
)
PLANTED = Planted(
    [("（牵头单位：县住房和城乡建设局；配合单位：县自然资源局、县城市管理局）", "（牵头单位：县住建局；配合单位：县自然资源局、县城市管理局）")], quotes=["县住建局"]
)
