"""TXT602 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

OWNER = "（牵头单位：市水利局）"
FOUR = "".join(f"{n}.{what}。{OWNER}\n" for n, what in enumerate(("完成东河清淤", "建设南湖湿地", "改造北渠", "整治西塘"), 1))


def plan(before: str = "", after: str = "", items: str = FOUR) -> str:
    return f"沅平市水环境治理工作任务分工方案\n{before}一、重点任务\n{items}{after}"


SPEAKS = (
    Speaks(
        "more than there are, said before them", plan("本方案共确定5项重点任务。\n"), lines=[[(2, 2)]],
        quotes=["5项重点任务"], says=["文中称“5项重点任务”，正文实际编号列出 4 项，考核口径", "是漏列了任务还是数字未更新"],
    ),
    Speaks("fewer than there are, said after them", plan(after="二、工作要求\n市政府督查室要将3项工作任务纳入督查。\n"), lines=[[(8, 8)]], quotes=["3项工作任务"], says=["编号列出 4 项"]),
    Speaks(
        "one number in two places is one thing to mend", plan("本方案共确定5项工作任务。\n", "二、工作要求\n市政府督查室要将5项工作任务纳入督查。\n"),
        lines=[[(2, 2), (9, 9)]], says=["“5项工作任务”（2 处）"],
    ),
    Speaks("in Chinese figures", plan("本方案共确定六项重点任务。\n"), lines=[[(2, 2)]], quotes=["六项重点任务"]),
    Speaks("things done for the people", plan("为办好2026年十件民生实事，制定本方案。\n"), lines=[[(2, 2)]], quotes=["十件民生实事"], says=["编号列出 4 项"]),
    Speaks("a heading that counts its own", f"沅平市水环境治理工作任务分工方案\n一、河道整治（5项）\n{FOUR}二、渠道整治（2项）\n5.改造东渠。{OWNER}\n6.改造南渠。{OWNER}\n", lines=[[(2, 2)]], quotes=["5项"], says=["文中称“（5项）”，“一、河道整治（5项）”实际编号列出 4 项"]),
    Speaks("what stands above", plan(after="以上5项任务，各责任单位要抓紧落实。\n"), lines=[[(7, 7)]], quotes=["5项任务"]),
    Speaks("a heading that names another number", plan(after=f"二、办好三件民生实事\n5.改造东渠。{OWNER}\n6.改造南渠。{OWNER}\n"), lines=[[(7, 7)]], quotes=["三件民生实事"]),
    Speaks("the number behind the noun", plan("本方案重点任务共5项，分解如下。\n"), lines=[[(2, 2)]], quotes=["重点任务共5项"]),
    Speaks("however far off, of what follows", plan("《政府工作报告》主要目标任务共95项，分解如下：\n"), lines=[[(2, 2)]], quotes=["主要目标任务共95项"]),
    Speaks("broken down by itself", plan("《政府工作报告》共分解任务5项。\n"), lines=[[(2, 2)]], quotes=["共分解任务5项"]),
    Speaks("broken down as follows", plan("2026年15项具体工作分解如下：\n"), lines=[[(2, 2)]], quotes=["15项具体工作"]),
    Speaks(
        "into how many parts", f"沅平市水环境治理工作任务分工方案\n本方案包括3个方面6项任务。\n一、河道整治\n{FOUR}二、渠道整治\n5.改造东渠。{OWNER}\n6.改造南渠。{OWNER}\n",
        lines=[[(2, 2)]], quotes=["3个方面"], says=["实际分为 2 个部分"],
    ),
)  # fmt: skip
SILENT = (
    Silent("the number that is there", plan("本方案共确定4项重点任务。\n", "二、工作要求\n市政府督查室要将4项工作任务纳入督查。\n")),
    Silent("in Chinese figures", plan("本方案共确定四项重点任务。\n")),
    Silent("another document's", plan("根据《沅水流域治理规划》确定的5项重点任务，制定本方案。\n")),
    Silent("what a superior set", plan("省政府下达的5项重点任务必须完成。\n")),
    Silent("so far off that it counts something else", plan("全市共实施86项重点工作。\n")),
    Silent("a part of them", plan("其中3项重点任务由市水利局承担。\n")),
    Silent("at least", plan("市水利局每年至少完成5项重点任务。\n")),
    Silent("an excerpt", plan("本方案共确定5项重点任务（节选）。\n")),
    Silent("the number that is there, behind the noun", plan("本方案重点任务共4项，分解如下。\n")),
    Silent("the number that is there, broken down", plan("《政府工作报告》共分解任务4项，4项具体工作分解如下：\n")),
    Silent("what another document counts", plan("《政府工作报告》主要目标任务共95项。\n")),
    Silent("another total in a task", plan(items=FOUR.replace("整治西塘", "整治西塘，办理审批事项共95项，流程如下"))),
    Silent("a heading that counts rightly", f"沅平市水环境治理工作任务分工方案\n一、河道整治（4项）\n{FOUR}"),
    Silent("a heading that names the number of its own items", plan(after=f"二、办好两件民生实事\n5.改造东渠。{OWNER}\n6.改造南渠。{OWNER}\n")),
    Silent("things of another kind", plan("市水利局负责办理5项行政许可。\n")),
)
PLANTED = Planted([("本方案共安排民生实事18件。", "本方案共安排20件民生实事。")], quotes=["20件民生实事"])
