"""COO501 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

_HEAD = "沅平市节水工作部门职责分工方案\n一、职责分工\n"
_EDUCATION = "市教育局：\n（1）建设节水教育基地2个。\n"

SPEAKS = (
    Speaks(
        "together with a bureau whose list does not know it",
        _HEAD + "市住建局：\n（1）会同市水利局编制城市节水专项规划。\n市水利局：\n（1）推进取水在线计量。\n" + _EDUCATION,
        lines=[[(4, 4)]],
        quotes=["会同市水利局编制城市节水专项规划", "市水利局"],
        says=["市住建局的清单要求会同市水利局", "市水利局自己的清单里没有相应的内容", "“配合市住建局编制城市节水专项规划。”", "请从市住建局的清单中删去"],
    ),
    Speaks(
        "helps a bureau whose list holds the work and does not name the helper",
        _HEAD + "市住建局：\n（1）配合市水利局开展供水管网漏损普查。\n市水利局：\n（1）开展供水管网漏损普查，摸清底数。\n" + _EDUCATION,
        lines=[[(4, 4), (6, 6)]],
        level="review",
        quotes=["配合市水利局开展供水管网漏损普查", "开展供水管网漏损普查"],
        says=["要求配合市水利局", "没有写明由市住建局参与", "写明“市住建局配合”"],
    ),
    Speaks(
        "helps a bureau that has no such work",
        _HEAD + "市住建局：\n（1）配合市水利局开展供水管网漏损普查。\n市水利局：\n（1）推进取水在线计量。\n" + _EDUCATION,
        lines=[[(4, 4)]],
        says=["要求配合市水利局", "“会同市住建局开展供水管网漏损普查。”"],
    ),
)
SILENT = (
    Silent(
        "both lists know it",
        _HEAD + "市住建局：\n（1）会同市水利局编制城市节水专项规划。\n市水利局：\n（1）推进取水在线计量。\n（2）配合市住建局编制城市节水专项规划。\n" + _EDUCATION,
    ),
    Silent(
        "the partner heads no list",
        _HEAD + "市住建局：\n（1）会同市水利局编制城市节水专项规划。\n市商务局：\n（1）推广节水器具。\n" + _EDUCATION,
    ),
    Silent(
        "the partner holds the work together with the departments concerned",
        _HEAD + "市住建局：\n（1）配合市水利局开展供水管网漏损普查。\n市水利局：\n（1）会同有关部门开展供水管网漏损普查。\n" + _EDUCATION,
    ),
    Silent(
        "no lists headed by departments",
        "沅平市节水工作任务分工方案\n一、重点任务\n1.市住建局会同市水利局编制城市节水专项规划。\n2.市水利局推进取水在线计量。\n3.市教育局建设节水教育基地2个。\n",
    ),
    Silent(
        "with departments that are not named",
        _HEAD + "市住建局：\n（1）会同有关部门编制城市节水专项规划。\n市水利局：\n（1）推进取水在线计量。\n" + _EDUCATION,
    ),
)
PLANTED = Planted(
    [("（2）会同市工业和信息化局组织重点用水企业开展水平衡测试", "（2）会同市财政局组织重点用水企业开展水平衡测试"), ("（3）配合市水利局开展重点用水企业水平衡测试。\n", "")],
    quotes=["市财政局"], plan="lists.txt",
)  # fmt: skip
