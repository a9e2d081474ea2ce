"""DUP202 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市绿色发展工作任务分工方案\n一、重点任务\n"


def plan(one: str, other: str, first: str = "责任单位：市工业和信息化局", second: str = "责任单位：市水利局") -> str:
    return f"{HEAD}1.{one}。（{first}）\n2.开展河道保洁。（责任单位：市城管局）\n3.{other}。（{second}）\n"


REUSE = "推进企业节水改造，到2027年工业用水重复利用率达到85%"
PERMIT = "加强取水许可管理，到2027年工业用水重复利用率达到85%"
SPEAKS = (
    Speaks(
        "a share in two tasks", plan(REUSE, PERMIT), lines=[[(3, 3), (5, 5)]], quotes=["工业用水重复利用率达到85%"],
        says=["2 项责任单位不同的任务里：“", "第3行 沅平市工业和信息化局、第5行 沅平市水利局", "没有写明由谁负总责", "请写明是合计还是各自完成"],
    ),
    Speaks("one object behind other verbs", plan("支持龙头企业，新建再生水厂12座", "筹措专项债券，建成再生水厂12座"), lines=[[(3, 3), (5, 5)]]),
    Speaks("a quantity that is restated in two tables' words", plan("优化产业布局，新增绿色工厂30家", "开展清洁生产审核，绿色工厂新增30家"), lines=[[(3, 3), (5, 5)]]),
    Speaks(
        "a department beside a district", plan("建设雨水花园，到2027年海绵城市达标面积占比达到40%", "改造老旧小区，到2027年海绵城市达标面积占比达到40%", "责任单位：市住建局", "责任单位：青岚区政府"),
        lines=[[(3, 3), (5, 5)]],
    ),
    Speaks(
        "two targets in the same two tasks are one thing to mend",
        plan(f"{REUSE}、取水计量率达到98%", f"{PERMIT}、取水计量率达到98%"), lines=[[(3, 3), (5, 5)]], says=["取水计量率达到98%"],
    ),
)  # fmt: skip
SILENT = (
    Silent("one owner", plan(REUSE, PERMIT, second="责任单位：市工业和信息化局")),
    Silent("another value", plan(REUSE, PERMIT.replace("85%", "90%"))),
    Silent("another year", plan(REUSE, PERMIT.replace("2027", "2030"))),
    Silent("another target with the same value", plan(REUSE, "加强取水许可管理，到2027年取水计量率达到85%")),
    Silent("a ceiling and a floor", plan("推进企业改造，工业用水重复利用率不低于85%", "加强取水许可管理，工业用水重复利用率不高于85%")),
    Silent(
        "a restated goal",
        f"沅平市绿色发展工作任务分工方案\n一、工作目标\n到2027年，工业用水重复利用率达到85%。\n二、重点任务\n1.{REUSE}。（责任单位：市工业和信息化局）\n2.开展河道保洁。（责任单位：市城管局）\n",
    ),
    Silent(
        "districts on their own ground",
        plan(
            "推进青岚区老旧小区改造，海绵城市达标面积占比达到40%",
            "推进望岭区老旧小区改造，海绵城市达标面积占比达到40%",
            "责任单位：青岚区政府",
            "责任单位：望岭区政府",
        ),
    ),
)
PLANTED = Planted([("更新老旧管道，健全水质检测制度", "更新老旧管道，2025年11月底前新建一刻钟便民生活圈6个，健全水质检测制度")], quotes=["一刻钟便民生活圈6个"])
