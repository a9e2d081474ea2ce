"""OWN107 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

_TASKS = (
    "沅平市燃气安全整治任务分工方案\n一、重点任务\n1.完成老旧燃气管道改造。（责任单位：市住建局）\n2.完成餐饮场所燃气排查。（责任单位：市商务局）\n"
    "3.完成瓶装气市场整治。（牵头单位：市市场监管局；配合单位：市公安局）\n二、组织领导\n"
)
_GROUP = "成立市燃气安全整治工作领导小组，由副市长张远任组长，"

SPEAKS = (
    Speaks(
        "a member without a task",
        _TASKS + _GROUP + "市住建局、市商务局、市市场监管局、市司法局为成员单位。\n",
        lines=[[(7, 7)]],
        quotes=["市司法局"],
        says=["市司法局是沅平市燃气安全整治工作领导小组的成员单位，但在任务分工中没有承担任何任务", "请写明市司法局牵头或配合的任务"],
    ),
    Speaks(
        "two members are one finding",
        _TASKS + _GROUP + "市住建局、市商务局、市市场监管局、市司法局、市教育局为成员单位。\n",
        lines=[[(7, 7)]],
        quotes=["市司法局", "市教育局"],
        says=["市司法局、市教育局是"],
    ),
    Speaks(
        "an addressee",
        "沅平市人民政府办公室关于印发燃气安全整治任务分工方案的通知\n各县（区）人民政府，市政府各部门，沅平燃气集团有限公司：\n"
        "现将《沅平市燃气安全整治任务分工方案》印发给你们。\n沅平市人民政府办公室\n2024年3月5日\n" + _TASKS,
        lines=[[(2, 2)]],
        quotes=["沅平燃气集团有限公司"],
        says=["沅平燃气集团有限公司是主送单位"],
    ),
    Speaks(
        "more than a message names",
        _TASKS.replace("配合单位：市公安局", "配合单位：市公安局、市应急局、市城管局、市交通运输局")
        + _GROUP
        + "市住建局、市商务局、市市场监管局、市公安局、市应急局、市城管局、市交通运输局、市司法局、市教育局、市财政局、市民政局、市水利局、市林业局、市统计局为成员单位。\n",
        lines=[[(7, 7)]],
        quotes=["市统计局"],
        says=["市水利局、市林业局等 7 个单位是"],
    ),
)
SILENT = (
    Silent("every member has a task", _TASKS + _GROUP + "市住建局、市商务局、市市场监管局、市公安局为成员单位。\n"),
    Silent("the member is named in full here, shortened there", _TASKS + _GROUP + "市住房和城乡建设局、市商务局、市市场监督管理局为成员单位。\n"),
    Silent(
        "the office is in the member",
        _TASKS + _GROUP + "市住建局、市商务局、市市场监管局、市应急管理局为成员单位。领导小组办公室设在市应急管理局。\n",
    ),
    Silent("a list of whom it may concern one day", _TASKS + _GROUP + "市住建局、市司法局、市教育局、市财政局为成员单位。\n"),
    Silent(
        "a zone that is addressed by custom",
        "沅平市人民政府办公室关于印发燃气安全整治任务分工方案的通知\n沅平高新区管委会，市政府各部门：\n现将《沅平市燃气安全整治任务分工方案》印发给你们。\n"
        "沅平市人民政府办公室\n2024年3月5日\n" + _TASKS,
    ),
    Silent("members that are collectives", _TASKS + _GROUP + "市住建局、市商务局、市市场监管局、各县（区）人民政府为成员单位。\n"),
    Silent(
        "no task of the plan has a unit",
        "沅平市燃气安全整治方案\n一、重点任务\n1.完成老旧燃气管道改造。\n2.完成餐饮场所燃气排查。\n二、组织领导\n" + _GROUP + "市住建局、市司法局为成员单位。\n",
    ),
    Silent(
        "the member inspects",
        _TASKS + _GROUP + "市住建局、市商务局、市市场监管局、市应急管理局为成员单位。\n三、工作机制\n市应急管理局每季度对各项任务落实情况开展督查。\n",
    ),
    Silent(
        "a district that the collective covers",
        "沅平市人民政府办公室关于印发燃气安全整治任务分工方案的通知\n东黎区人民政府，市政府各部门：\n现将《沅平市燃气安全整治任务分工方案》印发给你们。\n"
        "沅平市人民政府办公室\n2024年3月5日\n" + _TASKS.replace("配合单位：市公安局", "配合单位：各县（区）人民政府"),
    ),
)
PLANTED = Planted([("区水利局、区商务局、", "区水利局、区商务局、区医疗保障局、")], quotes=["区医疗保障局"], plan="labels.txt")
