"""OWN106 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市城市环境整治工作任务分工方案\n一、重点任务\n"
BESIDE = "".join(f"{n}.完成第{n}号管网改造。（牵头单位：市住建局；责任单位：市城管局、市财政局）\n" for n in range(1, 4))
ALONE = "".join(f"{n}.完成第{n}号管网改造。（责任单位：市住建局；配合单位：市财政局）\n" for n in range(1, 7))
SPEAKS = (
    Speaks("responsible beside a lead, and itself the lead", HEAD + BESIDE + "4.改造公厕。（责任单位：市城管局；配合单位：市财政局）\n", lines=[[(6, 6)]], quotes=["责任单位：市城管局"], says=["在 3 项任务里排在牵头单位之后", "在 1 项任务里却是主责单位"]),
    Speaks(
        "the other way round: told at the few that stand beside a lead", HEAD + ALONE + "7.改造公厕。（牵头单位：市城管局；责任单位：市财政局）\n", lines=[[(9, 9)]],
        quotes=["牵头单位：市城管局", "责任单位：市财政局", "责任单位：市住建局"], says=["在 1 项任务里排在牵头单位之后", "在 6 项任务里却是主责单位"],
    ),
    Speaks("one label among six others", HEAD + ALONE + "7.改造公厕。（牵头单位：市城管局；配合单位：市财政局）\n", lines=[[(9, 9)]], quotes=["牵头单位：市城管局"], says=["其他 6 项任务的主责单位都写作“责任单位”"]),
    Speaks("the same in lines of labels", HEAD + ALONE.replace("（", "\n").replace("；", "\n").replace("）", "") + "7.改造公厕。\n牵头单位：市城管局\n配合单位：市财政局\n", lines=[[(22, 22)]]),
    Speaks(
        "helpers by two names", HEAD + ALONE + "".join(f"{n}.改造{n}号公厕。（责任单位：市城管局；参与单位：市财政局）\n" for n in (7, 8)),
        lines=[[(9, 9), (10, 10)]], says=["在 6 项任务里写作“配合”，在 2 项任务里写作“参与”"], quotes=["参与单位：市财政局", "配合单位：市财政局"],
    ),
)  # fmt: skip
SILENT = (
    Silent("a helper by another name once", HEAD + ALONE + "7.改造公厕。（责任单位：市城管局；参与单位：市财政局）\n"),
    Silent("two kinds of helpers", HEAD + ALONE + "".join(f"{n}.改造{n}号公厕。（责任单位：市城管局；配合单位：市公安局；参与单位：市财政局）\n" for n in (7, 8))),
    Silent(
        "sentences", HEAD + "".join(f"{n}.改造{n}号公厕，由市城管局负责，市财政局配合。\n" for n in range(1, 7)) + "7.改造公园，由市住建局牵头，市财政局配合。\n"
    ),
    Silent("one way throughout", HEAD + BESIDE),
    Silent("one unit alone needs no lead beside it", HEAD + BESIDE + "4.改造公厕。（责任单位：市城管局）\n"),
    Silent("too few to be a habit", HEAD + "".join(ALONE.splitlines(keepends=True)[:3]) + "7.改造公厕。（牵头单位：市城管局；配合单位：市财政局）\n"),
    Silent("two ways, both often", HEAD + ALONE + "".join(f"{n}.改造{n}号公厕。（牵头单位：市城管局；配合单位：市财政局）\n" for n in range(7, 12))),
    Silent("部门 for 单位", HEAD + ALONE + "7.改造公厕。（责任部门：市城管局；配合单位：市财政局）\n"),
)
PLANTED = Planted(
    [("（牵头单位：县水利局；配合单位：县卫生健康局、县财政局）", "（责任单位：县水利局；配合单位：县卫生健康局、县财政局）")], quotes=["责任单位：县水利局"]
)
