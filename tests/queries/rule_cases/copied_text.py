"""TXT609 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks


def plan(first: str, place: str = "沅平市", unit: str = "市林业局") -> str:
    return f"{place}人民政府关于生态创建工作的任务分工方案\n一、重点任务\n1.{first}（责任单位：{unit}）\n2.完成河道清淤。（责任单位：{unit[0]}水利局）\n"


SPEAKS = (
    Speaks(
        "a village's words in a city's plan",
        plan("加强林区巡护，确保本村辖区内无滥伐现象。"),
        lines=[[(3, 3)]],
        quotes=["本村辖区"],
        says=["沅平市的方案，文中却写“本村辖区”（1 处）", "如“本市”“全市”"],
    ),
    Speaks(
        "a prefecture's words for the city itself, in two places, are one thing",
        plan("全州(市)设立独立的环保机构，创建经费纳入州（市）财政预算。"),
        lines=[[(3, 3)]],
        quotes=["全州(市)", "州（市）"],
        says=["“全州(市)”、“州（市）”（2 处）"],
    ),
    Speaks("a county's words in a city's plan", plan("提高我市森林质量，确保全县森林覆盖率稳步提升。"), lines=[[(3, 3)]], quotes=["全县"]),
    Speaks("a banner in a county's plan", plan("确保全旗草场得到管护。", "柏渡县", "县林业局"), lines=[[(3, 3)]], quotes=["全旗"], says=["如“本县”“全县”"]),
    Speaks("two kinds of place are two things", plan("加强本镇林区巡护，确保本村无滥伐现象。"), lines=[[(3, 3)], [(3, 3)]], quotes=["本镇", "本村"]),
    Speaks(
        "a county calls itself as all counties are called",
        plan("创建经费纳入县（市、区）财政预算。", "柏渡县", "县林业局"),
        lines=[[(3, 3)]],
        quotes=["县（市、区）"],
    ),
)
SILENT = (
    Silent("the plan's own place", plan("加强本市林区巡护，确保全市无滥伐现象。")),
    Silent("a place above", plan("造林面积居全省前列，为我省生态建设作出贡献。")),
    Silent("villages are spoken to", plan("加强林区巡护，各行政村要确保本村辖区内无滥伐现象。")),
    Silent("counties are spoken to", plan("各县（市、区）要制定全县造林计划。")),
    Silent("a county's own task in a city's plan", plan("完成全县造林计划。", unit="柏渡县人民政府")),
    Silent("other prefectures", plan("造林面积在全省各州（市）中居前列，学习其他州（市）经验。")),
    Silent("an honour's name", plan("创建生态文明州（市），完成造林计划。")),
    Silent("words that only look so", plan("扩大全县域样本村覆盖，推进全区域、全市场流通和全乡村振兴。")),
    Silent(
        "a plan whose place is not known",
        "关于生态创建工作的任务分工方案\n一、重点任务\n1.确保本村辖区内无滥伐现象。（责任单位：林业局）\n2.完成河道清淤。（责任单位：水利局）\n",
    ),
)
PLANTED = Planted([("利用拆违腾退地、街角闲置地建设小微绿地", "利用本镇拆违腾退地、街角闲置地建设小微绿地")], quotes=["本镇"])
