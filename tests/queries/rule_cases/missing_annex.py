"""TXT608 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市老旧小区改造任务分工方案\n一、重点任务\n"
LAST = "2.完成河道清淤。（责任单位：市水利局）\n"
PLAIN = f"{HEAD}1.完成老旧小区改造。（责任单位：市住建局）\n{LAST}"
SIGNED = "沅平市人民政府办公室\n2024年3月5日\n"
SPEAKS = (
    Speaks(
        "the text relies on one",
        f"{HEAD}1.完成老旧小区改造，名单见附件1。（责任单位：市住建局）\n{LAST}",
        lines=[[(3, 3)]],
        quotes=["见附件1"],
        says=["正文写有“见附件1”，本文件中没有这个附件", "随文附上附件1"],
    ),
    Speaks(
        "a list of two, both missing, and relied on in the text",
        f"{HEAD}1.完成老旧小区改造，名单详见附件2。（责任单位：市住建局）\n{LAST}附件：1.领导小组成员名单\n   2.老旧小区改造名单\n{SIGNED}",
        lines=[[(3, 3), (5, 5), (6, 6)]],
        quotes=["附件：1.领导小组成员名单", "2.老旧小区改造名单", "详见附件2"],
        says=["方案列有附件1、附件2（“领导小组成员名单”、“老旧小区改造名单”），本文件中没有这些附件"],
    ),
    Speaks(
        "a list of two, one of them there",
        f"{PLAIN}附件：1.领导小组成员名单\n2.老旧小区改造名单\n{SIGNED}附件1\n领导小组成员名单\n组长：李明\n",
        lines=[[(6, 6)]],
        says=["方案列有附件2（“老旧小区改造名单”）"],
    ),
    Speaks(
        "one without a number", f"{PLAIN}附件：老旧小区改造任务分解表\n{SIGNED}", lines=[[(5, 5)]], quotes=["附件：老旧小区改造任务分解表"], says=["随文附上附件，"]
    ),
    Speaks("a label for each", f"{PLAIN}附件1：领导小组成员名单\n附件2：老旧小区改造名单\n{SIGNED}", lines=[[(5, 5), (6, 6)]], says=["附件1、附件2"]),
    Speaks(
        "a list of names that is said to follow",
        f"{HEAD}1.成立改造专班（名单附后），完成老旧小区改造。（责任单位：市住建局）\n{LAST}",
        lines=[[(3, 3)]],
        quotes=["名单附后"],
    ),
    Speaks(
        "two annexes that no list announces are two things",
        f"{HEAD}1.完成老旧小区改造（附件1）。（责任单位：市住建局）\n2.完成河道清淤，标准见附表二。（责任单位：市水利局）\n",
        lines=[[(3, 3)], [(4, 4)]],
        says=["正文写有“附件1”", "随文附上附表2"],
    ),
)
SILENT = (
    Silent("it is there", f"{HEAD}1.完成老旧小区改造，名单见附件1。（责任单位：市住建局）\n{LAST}附件1\n老旧小区改造名单\n青山小区、白石小区\n"),
    Silent("announced and there under its title", f"{PLAIN}附件：老旧小区改造名单\n{SIGNED}老旧小区改造名单\n青山小区、白石小区\n"),
    Silent(
        "announced, and there under a head without a number",
        f"{HEAD}1.完成老旧小区改造，名单见附件。（责任单位：市住建局）\n{LAST}附件：1.老旧小区改造名单\n{SIGNED}附件\n改造名单\n青山小区、白石小区\n",
    ),
    Silent("an annex of another document", f"{HEAD}1.按照《云泽省老旧小区改造导则》附件2的要求完成老旧小区改造。（责任单位：市住建局）\n{LAST}"),
    Silent("issued separately", f"{HEAD}1.完成老旧小区改造，名单见附件（另行印发）。（责任单位：市住建局）\n{LAST}"),
    Silent("the link of a page", f"{PLAIN}附件：老旧小区改造任务分工方案.docx\n附件下载\n"),
    Silent(
        "the head of an annex with its title in one line",
        f"{HEAD}1.完成老旧小区改造，名单见附件1。（责任单位：市住建局）\n{LAST}附件1：老旧小区改造名单\n1.青山小区\n2.白石小区\n",
    ),
    Silent("other words with 附", f"{HEAD}1.完成学校附近老旧小区改造，增加附属设施，附着物一并拆除。（责任单位：市住建局）\n{LAST}"),
)
PLANTED = Planted([("改造城镇老旧小区22个，惠及居民3100户。", "改造城镇老旧小区22个，惠及居民3100户，小区名单见附件3。")], quotes=["见附件3"])
