"""OWN103."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.places import lines_at, quote_at, title
from queries.vague import Vague, vague_owners

_MEMBERS = Words("请附上成员单位名单，或在任务中逐一列出。", "Please add the list of members, or name them in the tasks.")
_NAMES = Words(
    "请逐一写明单位名称；单位较多的，可在附件中列出名单。",
    "Please name the units one by one; where they are many, list them in an annex.",
)
QUOTED = 12  # places quoted; the lines of all are listed


@rule(code="OWN103", name="vague-owner", level="warning")
def vague_owner(graph: AccountabilityGraph) -> Iterator[Remark]:
    """责任主体不明确 / An owner that nobody can name.

    说明 / What it says
    承担分工的是“有关部门”“等相关单位”“成员单位”（名单未列）一类说不清是谁的主体，或者只写了领域（环境、公安等）没有写部门，或者名单以“等”字结尾。
    同一种写法只提一次。各县（市、区）一类人人都能列全的不算；只作为配合单位出现，或只出现在一般要求里的，列为复核。
    A duty is laid on 有关部门, 等相关单位, or members that are listed nowhere; or on fields of work instead of departments; or a list of units
    ends with 等. Each wording is said once. Closed sets such as all counties are not vague. A wording that stands for helpers only, or only
    in general demands, is a remark for review.
    理由 / Why
    说不清是谁，就没有人会认为是自己，督办时也找不到人。
    Who cannot be named will not feel addressed, and nobody can be asked for the result.
    来源 / Source
    责任分配矩阵 RACI 横向分析：每项任务的责任者、参与者应当是具体的单位（PMI, PMBOK Guide）；
    中共中央关于深化党和国家机构改革的决定（2018）：“一件事情原则上由一个部门负责”。
    反例 / Bad example
    ```text
    沅平市城市环境整治工作任务分工方案
    一、重点任务
    1.完成老城区雨污分流改造。（牵头单位：市住建局；配合单位：市财政局）
    2.完成城东垃圾中转站建设。（牵头单位：市城管局；配合单位：市财政局、各有关部门）
    ```
    正例 / Good example
    ```text
    沅平市城市环境整治工作任务分工方案
    一、重点任务
    1.完成老城区雨污分流改造。（牵头单位：市住建局；配合单位：市财政局）
    2.完成城东垃圾中转站建设。（牵头单位：市城管局；配合单位：市财政局、市水利局、各县（市、区）政府）
    ```
    修改 / How to mend
    逐一写明单位名称；单位较多的，在附件中列出名单。
    Name the units one by one; where they are many, list them in an annex.
    """
    for one in vague_owners(graph):
        yield _remark(graph, one)


def _remark(graph: AccountabilityGraph, one: Vague) -> Remark:
    n = len(one.tasks)
    zh, en = (f"{n} 项任务", f"{n} tasks") if n > 1 else (f"“{title(graph, one.tasks[0])}”", f"“{title(graph, one.tasks[0])}”") if n else ("正文", "the text")
    if one.wording == "等":
        zh, en = f"{zh}的单位名单以“等”字结尾，还有哪些单位没有写明。", f"The list of units of {en} ends with “等”; which others are meant is not said."
    elif one.group:
        zh = f"{zh}由“{one.wording}”承担，本文没有列出成员名单。"
        en = f"“{one.wording}” are bound by {en}; who the members are stands nowhere in this document."
    elif one.department is None:
        zh = f"“{one.wording}”写的是领域，不是部门，说不清由谁承担。"
        en = f"“{one.wording}” are fields of work and no departments; who is bound cannot be told."
    else:
        zh, en = f"{zh}由“{one.wording}”承担，没有写明是哪些单位。", f"“{one.wording}” are bound by {en}; which units they are is not said."
    return Remark(
        message=Words(zh, en),
        remedy=Words(
            "请附上成员单位名单，或在任务中逐一列出。" if one.group else "请逐一写明单位名称；单位较多的，可在附件中列出名单。",
            "Please add the list of members, or name them in the tasks."
            if one.group
            else "Please name the units one by one; where they are many, list them in an annex.",
        ),
        tasks=one.tasks,
        lines=tuple(sorted({lines_at(graph, one.doc, span) for span in one.spans})),
        departments=(one.department,) if one.department else (),
        quotes=tuple(quote_at(graph, one.doc, span) for span in one.spans[:QUOTED]),
        level=None if one.leads else "review",
        key=f"vague-owner:{one.doc}:{one.wording}",
    )
