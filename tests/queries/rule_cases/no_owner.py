"""OWN101 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市城市环境整治工作任务分工方案\n一、重点任务\n"
RIVER = "1.完成河道清淤。（责任单位：市水利局）\n"
SPEAKS = (
    Speaks(
        "one task of three without a unit", HEAD + "1.完成老城区雨污分流改造。（责任单位：市住建局）\n2.完成城东垃圾中转站建设。\n3.完成河道清淤。（责任单位：市水利局）\n",
        lines=[[(4, 4)]], quotes=["完成城东垃圾中转站建设"], says=["“完成城东垃圾中转站建设”未写明牵头或责任单位，无从督办。", "请为该项工作明确一个牵头（责任）单位"],
    ),
    Speaks("helpers only", HEAD + RIVER + "2.完成城东垃圾中转站建设。（配合单位：市城管局、市住建局）\n", lines=[[(4, 4)]], says=["列有配合单位（沅平市城市管理局、沅平市住房和城乡建设局），但未写明牵头或责任单位，无从督办。"]),
    Speaks("supervisors only", HEAD + RIVER + "2.完成城东垃圾中转站建设。（监管单位：市城管局）\n", lines=[[(4, 4)]], says=["列有监管单位（沅平市城市管理局），但未写明"]),
    Speaks(
        "the cell of a table is empty", "沅平市城市环境整治工作任务分工表\n序号\t任务\t牵头单位\t配合单位\n1\t整治排污口\t市水利局\t市财政局\n2\t改造管网\t\t市财政局\n",
        lines=[[(4, 4)]], says=["表中单位一格为空，是否合并单元格？"],
    ),
    Speaks("publicity that nobody holds", HEAD + RIVER + "二、保障措施\n1.加强宣传引导，营造良好氛围。\n2.市城管局要落实经费。\n", lines=[[(5, 5)]], level="review", quotes=["加强宣传引导"]),
    Speaks(
        "a whole part is told once", HEAD + RIVER + "二、城区提升\n" + "".join(f"{n}.完成第{n}号公厕改造。\n" for n in range(1, 8)),
        lines=[[(4, 4), *((n, n) for n in range(5, 12))]], quotes=["城区提升", "完成第1号公厕改造"], says=["下的 7 项均未写明牵头或责任单位"],
    ),
    Speaks(
        "a part of parts is told once", HEAD + RIVER + "二、城区提升\n（一）公厕\n1.改造东街公厕。\n2.改造西街公厕。\n3.改造南街公厕。\n（二）路灯\n1.改造东街路灯。\n2.改造西街路灯。\n3.改造南街路灯。\n",
        lines=[[(4, 4), (6, 6), (7, 7), (8, 8), (10, 10), (11, 11), (12, 12)]], quotes=["城区提升"], says=["“二、城区提升”下的 6 项"],
    ),
    Speaks(
        "a long row through parts is told once",
        HEAD + RIVER + "".join(f"{n}.改造第{n}号公厕。\n" for n in range(2, 8)) + "二、路灯改造\n" + "".join(f"{n}.改造第{n}号路灯。\n" for n in range(1, 5)),
        lines=[[*((n, n) for n in range(4, 10)), *((n, n) for n in range(11, 15))]], quotes=["改造第2号公厕", "改造第4号路灯"], says=["从“改造第2号公厕”到“改造第4号路灯”，连续 10 项均未写明"],
    ),
    Speaks("nine in a row are told one by one", HEAD + RIVER + "".join(f"{n}.改造第{n}号公厕。\n" for n in range(2, 7)) + "二、路灯改造\n" + "".join(f"{n}.改造第{n}号路灯。\n" for n in range(1, 5)), lines=[[(n, n)] for n in (4, 5, 6, 7, 8, 10, 11, 12, 13)]),
    Speaks("a part with one owner is told item by item", HEAD + RIVER + "二、城区提升\n1.改造东街公厕。\n2.改造西街路灯。\n3.建设停车场。（责任单位：市城管局）\n", lines=[[(5, 5)], [(6, 6)]]),
    Speaks("a rule that is itself the work", HEAD + RIVER + "2.会议制度。修订完善12项会议制度。\n", lines=[[(4, 4)]]),
)  # fmt: skip
SILENT = (
    Silent("a lead", HEAD + "1.完成河道清淤。（市水利局牵头）\n2.完成城东垃圾中转站建设。（市城管局牵头）\n"),
    Silent("the words name who acts", HEAD + RIVER + "2.由市城管局负责完成城东垃圾中转站建设。\n"),
    Silent("each of a kind acts", HEAD + RIVER + "2.排查整治阶段。各乡镇于6月底前完成排查。\n"),
    Silent(
        "the heading names the unit",
        "沅平市城市环境整治工作任务分工方案\n一、市城管局\n1.完成城东垃圾中转站建设。\n2.完成公厕改造。\n二、市水利局\n1.完成河道清淤。\n2.完成堤防加固。\n",
    ),
    Silent("a cell that stands for two rows", "沅平市城市环境整治工作任务分工表\n序号\t任务\t牵头单位\n1\t整治排污口\t市水利局\n2\t改造管网\t市住建局\n"),
    Silent("the unit in a line of its own", HEAD + "1.完成河道清淤。\n责任单位：市水利局\n2.改造公厕。\n责任单位：市城管局\n"),
    Silent("a government is the one that is bound", HEAD + RIVER + "2.青岚区政府作为河道管护的责任主体，要强化日常管理。\n3.各地要完善管护台账。\n"),
    Silent("the duties of posts", "沅平市河长制工作方案\n一、重点任务\n" + RIVER + "二、工作职责\n1.市级河长职责：协调解决重大问题。\n2.区级河长：组织开展巡河。\n"),
    Silent(
        "a rule of work, and whose responsibility it is",
        HEAD + RIVER + "二、组织保障\n（一）会议制度。领导小组会议由组长召集，每季度召开一次。\n（二）各乡镇党委书记是第一责任人，乡镇长是直接责任人。\n",
    ),
    Silent("when it takes place", HEAD + RIVER + "2.活动时间：6月1日至6月30日。\n"),
    Silent("a clause that binds all", HEAD + "1.完成河道清淤。\n2.加固堤防。\n（以上任务由市水利局负责）\n"),
    Silent(
        "a department's own list: taking part in somebody else's work",
        "沅平市安全生产工作任务分工方案\n一、市公安局\n1.管控危险化学品运输车辆。\n2.参与事故调查处置。\n二、市应急局\n1.组织事故调查。\n2.开展隐患排查。\n",
    ),
    Silent("a label without a name is no work", HEAD + "1.完成河道清淤。（责任单位：市水利局）\n（责任单位：）\n\n2.改造公厕。（责任单位：市城管局）\n"),
)
PLANTED = Planted([("（牵头单位：县交通运输局；配合单位：县公安局、县财政局）", "")], quotes=["改造提升农村公路"])
