"""TIM701 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

_HEAD = "沅平市节水工作任务分工方案\n一、重点任务\n1.完成老旧管网改造。（责任单位：市水利局）\n二、工作机制\n"
SPEAKS = (
    Speaks(
        "reports of the same bodies to the same office",
        _HEAD + "（一）各成员单位每季度末5日内向领导小组办公室报送工作进展情况。\n（二）各成员单位每半年向领导小组办公室报送工作进展情况。\n",
        lines=[[(5, 5), (6, 6)]],
        quotes=["各成员单位每季度末5日内向领导小组办公室报送工作进展情况", "各成员单位每半年向领导小组办公室报送工作进展情况"],
        says=["同一项报送", "一处写“每季度末”，另一处写“每半年”", "请统一为一个频次（每季度或每半年）"],
    ),
    Speaks(
        "a meeting of one name",
        _HEAD + "（一）领导小组办公室每周召开一次调度会。\n（二）领导小组办公室每半月召开一次调度会，通报进展。\n",
        lines=[[(5, 5), (6, 6)]],
        says=["同一项会议", "一处写“每周召开一次”，另一处写“每半月召开一次”", "（每周或每半月）"],
    ),
    Speaks(
        "inspections",
        _HEAD + "（一）市政府督查室每月开展一次督查。\n（二）市政府督查室每季度对任务落实情况开展一次督查。\n",
        lines=[[(5, 5), (6, 6)]],
        says=["同一项督查"],
    ),
    Speaks(
        "reports heard more often than meetings are held",
        _HEAD + "（一）领导小组每半年听取一次各单位进展情况汇报。\n（二）领导小组每年召开1次会议。\n",
        lines=[[(5, 5), (6, 6)]],
        level="review",
        says=["每半年听取汇报，会议却是每年一次", "请将会议频次改为每半年"],
    ),
)
SILENT = (
    Silent("the same in both places", _HEAD + "（一）各成员单位每季度向领导小组办公室报送进展情况。\n（二）各成员单位按季向领导小组办公室报送工作进展情况。\n"),
    Silent("layers in one sentence", _HEAD + "（一）领导小组办公室每月召开一次调度会，每季度召开一次调度会通报排名。\n"),
    Silent("other bodies", _HEAD + "（一）各成员单位每季度向领导小组办公室报送进展情况。\n（二）领导小组办公室每半年向领导小组报告工作进展情况。\n"),
    Silent("meetings of other names", _HEAD + "（一）领导小组办公室每月召开一次调度会。\n（二）领导小组办公室每季度召开一次联席会议。\n"),
    Silent(
        "a yearly summary beside reports of progress",
        _HEAD + "（一）各成员单位每季度向领导小组办公室报送进展情况。\n（二）各成员单位每年向领导小组办公室报送工作总结。\n",
    ),
    Silent("to another body", _HEAD + "（一）各成员单位每季度向领导小组办公室报送进展情况。\n（二）各成员单位每半年向市统计局报送统计情况。\n"),
    Silent("meetings as often as reports are heard", _HEAD + "（一）领导小组每半年听取一次各单位进展情况汇报。\n（二）领导小组每季度召开1次会议。\n"),
)
PLANTED = Planted(
    [("（五）公开。县人民政府办公室每季度在", "县人民政府办公室每半年对民生实事开展一次督查。\n\n（五）公开。县人民政府办公室每季度在")],
    quotes=["每半年对民生实事开展一次督查"],
)
