"""DUP201 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市循环经济工作任务分工方案\n一、重点任务\n"
BETWEEN = "5.推进河道清淤疏浚。（牵头单位：市水利局；配合单位：市财政局）\n"
WORK = "出台再生资源回收体系建设实施意见，建设废旧家电交易市场"
SPEAKS = (
    Speaks(
        "the same words, other owners", f"{HEAD}1.{WORK}。（责任单位：市商务局）\n{BETWEEN}6.{WORK}。（责任单位：市供销社）\n", lines=[[(3, 3), (5, 5)]],
        quotes=["建设废旧家电交易市场"], says=["2 项任务逐字相同", "责任单位不一致", "第3行 沅平市商务局", "请合并为一项并定一个牵头单位"],
    ),
    Speaks("the same words, the same owner", f"{HEAD}1.{WORK}。（责任单位：市商务局）\n{BETWEEN}6.{WORK}。（责任单位：市商务局）\n", lines=[[(3, 3), (5, 5)]], level="review", says=["只是重述"]),
    Speaks(
        "the same lead, other helpers", f"{HEAD}1.{WORK}。（牵头单位：市商务局；配合单位：市财政局）\n{BETWEEN}6.{WORK}。（牵头单位：市商务局；配合单位：市住建局）\n",
        lines=[[(3, 3), (5, 5)]], says=["其他责任、配合单位不一致", "第3行有沅平市财政局，第5行有沅平市住房和城乡建设局"],
    ),
    Speaks(
        "other figures", f"{HEAD}1.建设城乡再生资源回收站点120个，配备分拣设备。（责任单位：市商务局）\n{BETWEEN}6.建设城乡再生资源回收站点150个，配备分拣设备。（责任单位：市商务局）\n",
        lines=[[(3, 3), (5, 5)]], says=["数字不一致：第3行“120个”，第5行“150个”", "以哪个数字为准"],
    ),
    Speaks(
        "one within the other", f"{HEAD}1.{WORK}，培育分拣加工龙头企业，推广智能回收设备。（责任单位：市商务局）\n{BETWEEN}6.建设废旧家电交易市场，出台再生资源回收体系建设实施意见。（责任单位：市供销社）\n",
        lines=[[(3, 3), (5, 5)]], says=["仅第3行有：“培育分拣加工龙头企业…推广智能回收设备”"],
    ),
    Speaks(
        "the rows of a table",
        f"沅平市循环经济工作任务分工表\n序号\t任务\t责任单位\n1\t{WORK}\t市商务局\n2\t推进河道清淤疏浚\t市水利局\n3\t{WORK}\t市供销社\n",
        lines=[[(3, 3), (5, 5)]], says=["责任单位不一致"],
    ),
)  # fmt: skip
SILENT = (
    Silent("other work on another object", f"{HEAD}1.{WORK}。（责任单位：市商务局）\n{BETWEEN}6.建设报废汽车拆解园区，推广可降解包装材料。（责任单位：市供销社）\n"),
    Silent(
        "districts on their own ground",
        f"{HEAD}1.完成辖区内废旧家电回收站点改造。（责任单位：青岚区政府）\n{BETWEEN}6.完成辖区内废旧家电回收站点改造。（责任单位：望岭区政府）\n",
    ),
    Silent("a series", f"{HEAD}1.第一季度完成废旧家电回收站点改造。（责任单位：市商务局）\n{BETWEEN}6.第二季度完成废旧家电回收站点改造。（责任单位：市商务局）\n"),
    Silent(
        "who talks of a field, and a work in it",
        "沅平市整改清单\n1.每季度至少专题研究1次生态环境保护工作。（责任单位：市委办）\n2.修订生态环境保护责任清单。（牵头单位：市生态环境局）\n",
    ),
    Silent("the same verb", f"{HEAD}1.加快推进城镇污水处理设施建设。（责任单位：市住建局）\n{BETWEEN}6.加快推进农村客运站场建设。（责任单位：市交通运输局）\n"),
    Silent(
        "two sentences of one item",
        "沅平市放管服改革任务分工方案\n1.优化工业产品管理制度。规范工业产品生产、流通、使用等环节的行政许可管理（市市场监管局牵头；市应急局参与）。"
        "推行工业产品系族管理，取消不必要的行政许可、检验检测和认证（市市场监管局负责）。\n",
    ),
    Silent("one task", f"{HEAD}1.{WORK}。（责任单位：市商务局）\n{BETWEEN}"),
    Silent(
        "helping is not doing it twice",
        "沅平市循环经济工作任务分工方案\n一、市商务局\n1.建设废旧家电交易市场。\n2.培育分拣龙头企业。\n二、市供销社\n1.配合市商务局建设废旧家电交易市场。\n2.推广智能回收设备。\n",
    ),
)
PLANTED = Planted(
    [
        ("本方案共安排民生实事18件。", "本方案共安排民生实事19件。"),
        (
            "三、推进机制\n",
            "19.改造提升农村公路。完善急弯陡坡、临水临崖路段安全防护设施，同步设置标志标线，2025年11月底前处治隐患路段60处。（牵头单位：县公安局；配合单位：县财政局）\n\n三、推进机制\n",
        ),
    ],
    quotes=["完善急弯陡坡、临水临崖路段安全防护设施"],
)  # fmt: skip
