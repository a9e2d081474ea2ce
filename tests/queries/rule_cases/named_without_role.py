"""COO503 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

_HEAD = "沅平市燃气安全整治任务分工方案\n一、重点任务\n"
_POLICE = "2.完成液化气非法储存点清查。（责任单位：市公安局）\n3.完成餐饮场所燃气排查。（责任单位：市商务局）\n"


def _plan(task: str) -> str:
    return f"{_HEAD}1.{task}（责任单位：市住建局）\n{_POLICE}"


SPEAKS = (
    Speaks(
        "by a body that is not listed",
        _plan("完成老旧燃气管道改造，改造期间的交通疏导方案由市公安局审核后执行。"),
        lines=[[(3, 3)]],
        quotes=["完成老旧燃气管道改造", "市公安局"],
        says=["“完成老旧燃气管道改造”的正文要求市公安局办理其中的工作，但责任单位中没有市公安局", "增列“配合单位：市公安局”"],
    ),
    Speaks(
        "a body that does its part",
        _HEAD + "1.完成老旧燃气管道改造。市公安局同步实施交通疏导。（牵头单位：市住建局；配合单位：市财政局）\n" + _POLICE,
        lines=[[(3, 3)]],
        quotes=["市公安局"],
    ),
)
SILENT = (
    Silent("it helps", _HEAD + "1.完成管道改造，交通疏导方案由市公安局审核后执行。（责任单位：市住建局；配合单位：市公安局）\n" + _POLICE),
    Silent("it is only reported to", _plan("完成老旧燃气管道改造，施工计划报市公安局备案。")),
    Silent("it set the standard", _plan("按照市公安局发布的规范完成老旧燃气管道改造。")),
    Silent("the place is named after it", _plan("完成市公安局家属院燃气管道改造。")),
    Silent("its chief is named", _plan("完成老旧燃气管道改造，专班由市公安局局长任组长。")),
    Silent("the government approves", _plan("完成老旧燃气管道改造，实施方案由市政府批准后执行。")),
    Silent("a superior body accepts the work", _plan("完成老旧燃气管道改造，由省住建厅负责验收。")),
    Silent("a branch of it is listed", _HEAD + "1.完成管道改造，交通疏导由市公安局审核。（责任单位：市住建局、市公安局交警支队）\n" + _POLICE),
)
PLANTED = Planted([("更新老旧管道，健全水质检测制度", "更新老旧管道，水质检测方案由县疾病预防控制中心审核后执行，健全水质检测制度")], quotes=["县疾病预防控制中心"])
