"""TXT607 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks


def plan(date: str, first: str, second: str = "2.完成湿地补水工程。（牵头单位：市水利局）") -> str:
    return f"沅平市自然保护地整治任务分工方案\n（{date}印发）\n一、重点任务\n1.{first}\n{second}\n"


SPEAKS = (
    Speaks(
        "a bureau abolished two years before, in two places",
        plan("2021年3月5日", "完成保护地勘界立标。（牵头单位：市国土资源局）", "2.完成湿地补水工程。（牵头单位：市水利局；配合单位：市国土局）"),
        lines=[[(4, 4), (5, 5)]],
        quotes=["市国土资源局", "市国土局"],
        says=[
            "“市国土资源局”、“市国土局”在 2019 年 3 月底前",
            "职能归“自然资源”“自然资源和规划”或“规划和自然资源”部门）",
            "写到 2 处。",
            "改为承接其职能的现行机构",
        ],
    ),
    Speaks(
        "its successor is named as well",
        plan("2021年3月5日", "完成门店巡查。（市工商局牵头，市市场监管局配合）"),
        lines=[[(4, 4)]],
        says=["职能归沅平市市场监督管理局）", "写到 1 处，又另写有“沅平市市场监督管理局”。"],
    ),
    Speaks(
        "four months after the reform of its level",
        plan("2019年7月1日", "完成门店巡查。（责任单位：市工商局、市公安局）"),
        lines=[[(4, 4)]],
        quotes=["市工商局"],
    ),
    Speaks(
        "a province's department, whose reform was earlier",
        "云泽省自然保护地整治任务分工方案\n（2019年3月5日印发）\n一、重点任务\n1.完成保护地勘界立标。（牵头单位：省国土资源厅）\n2.完成湿地补水工程。（牵头单位：省水利厅）\n",
        lines=[[(4, 4)]],
        says=["2018 年 10 月底前"],
    ),
    Speaks(
        "a sentence names who acts",
        plan("2021年3月5日", "由市国土资源局负责完成保护地勘界立标。"),
        lines=[[(4, 4)]],
        quotes=["市国土资源局"],
    ),
    Speaks(
        "only the number tells the year",
        "沅平市自然保护地整治任务分工方案\n沅政办发〔2024〕12号\n一、重点任务\n1.完成保护地勘界立标。（牵头单位：市国土资源局）\n2.完成湿地补水工程。（牵头单位：市水利局）\n",
        lines=[[(4, 4)]],
        quotes=["市国土资源局"],
    ),
)
SILENT = (
    Silent(
        "the number is of the year of the reform",
        "沅平市自然保护地整治任务分工方案\n沅政办发〔2019〕12号\n一、重点任务\n1.完成保护地勘界立标。（牵头单位：市国土资源局）\n2.完成湿地补水工程。（牵头单位：市水利局）\n",
    ),
    Silent("before the reform", plan("2017年3月5日", "完成保护地勘界立标。（牵头单位：市国土资源局）")),
    Silent("within the months of the reform", plan("2019年6月30日", "完成保护地勘界立标。（牵头单位：市国土资源局）")),
    Silent("called a former one", plan("2021年3月5日", "完成保护地勘界立标，接收原市国土资源局档案。（牵头单位：市自然资源局）")),
    Silent(
        "no date", "沅平市自然保护地整治任务分工方案\n一、重点任务\n1.完成保护地勘界立标。（牵头单位：市国土资源局）\n2.完成湿地补水工程。（牵头单位：市水利局）\n"
    ),
    Silent("a bureau that a place was free to keep", plan("2021年3月5日", "完成保护地勘界立标。（牵头单位：市林业局）")),
    Silent("a short form that fits the present name too", plan("2021年3月5日", "完成排污口整治。（牵头单位：市环保局；配合单位：市卫健委）")),
)
PLANTED = Planted(
    [("（牵头单位：县商务局；配合单位：县市场监督管理局、县城市管理局）", "（牵头单位：县商务局；配合单位：县质监局、县城市管理局）")], quotes=["县质监局"]
)
