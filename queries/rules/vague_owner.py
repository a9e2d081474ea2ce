"""OWN103."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.places import lines_at, quote_at, title
from queries.vague import Vague, vague_owners

QUOTED = 12  # places quoted; the lines of all are listed


@rule(code="OWN103", name="vague-owner", level="warning")
def vague_owner(graph: AccountabilityGraph) -> Iterator[Remark]:
    """责任主体不明确 / An owner that nobody can name.

    说明 / What it says
    承担分工的是“有关部门”“等相关单位”“成员单位”（名单未列）一类说不清是谁的主体，或者只写了领域（环境、公安等）没有写部门，或者名单以“等”字结尾。
    同一种写法只提一次。各县（市、区）、各级政府一类人人都能列全的不算；只作为配合单位出现、只出现在一般要求里的，以及“各部门”一类人人在内的，列为复核。
    A duty is laid on 有关部门, 等相关单位, or members that are listed nowhere; or on fields of work instead of departments; or a list of units
    ends with 等. Each wording is said once. Closed sets such as all counties are not vague. A wording that stands for helpers only, or only
    in general demands, is a remark for review, and so is 各部门, which leaves nobody out.
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
    return Remark(
        message=_message(graph, one),
        remedy=_remedy(one),
        tasks=one.tasks,
        lines=tuple(sorted({lines_at(graph, one.doc, span) for span in one.spans})),
        departments=(one.department,) if one.department else (),
        quotes=tuple(quote_at(graph, one.doc, span) for span in one.spans[:QUOTED]),
        level=None if one.plain and one.kind != "everybody" else "review",
        key=f"vague-owner:{one.doc}:{one.wording}",
    )


def _message(graph: AccountabilityGraph, one: Vague) -> Words:
    n, words = len(one.tasks), one.wording
    name = f"“{title(graph, one.tasks[0])}”" if n == 1 else ""
    zh, en = (name, name) if name else (f"{n} 项任务", f"{n} tasks")
    if one.kind == "fields":
        return Words(f"“{words}”写的是领域，不是部门，说不清由谁承担。", f"“{words}” are fields of work and no departments; who is bound cannot be told.")
    if one.kind == "later":
        return Words(f"{zh}的单位写作“{words}”，还没有确定。", f"The units of {en} are given as “{words}”: not settled yet.")
    role_zh, role_en = "、".join(_ROLES[r].zh for r in one.roles), " or ".join(_ROLES[r].en for r in one.roles)
    if one.kind == "list":
        return Words(
            f"{zh}的{role_zh}名单以“等”字结尾，还有哪些单位没有写明。",
            f"The list of {role_en} units of {en} ends with “等”; which others are meant is not said.",
        )
    why_zh, why_en = _WHY[one.kind].zh, _WHY[one.kind].en
    if not n:
        return Words(f"正文要求“{words}”承担工作，{why_zh}。", f"The text lays work on “{words}”; {why_en}.")
    if words in name:
        return Words(f"{zh}中的“{words}”{why_zh}。", f"“{words}” in {en}: {why_en}.")
    if one.led == one.tasks:
        return Words(f"{zh}由“{words}”负责，{why_zh}。", f"“{words}” are to answer for {en}; {why_en}.")
    if one.led:
        return Words(
            f"{zh}的分工中写有“{words}”（其中 {len(one.led)} 项由其负责），{why_zh}。",
            f"“{words}” stand among the units of {en} and answer for {len(one.led)} of them; {why_en}.",
        )
    return Words(f"{zh}的{role_zh}中列有“{words}”，{why_zh}。", f"“{words}” stand among the {role_en} units of {en}; {why_en}.")


_ROLES = {
    "lead": Words("牵头或责任单位", "answering"),
    "share": Words("责任单位", "responsible"),
    "help": Words("配合单位", "helping"),
    "watch": Words("监管单位", "supervising"),
}
_WHY = {
    "some": Words("没有写明是哪些单位", "which units they are is not said"),
    "everybody": Words("人人在内，等于没有点名", "everybody is meant, so nobody in particular is named"),
    "members": Words("在本文中没有名单", "who the members are stands nowhere in this document"),
}


def _remedy(one: Vague) -> Words:
    if one.kind == "members":
        return Words(f"请附上“{one.wording}”的名单，或在任务中逐一列出。", f"Please add the list of “{one.wording}”, or name them in the tasks.")
    if one.kind == "everybody":
        return Words(
            f"如确指全部单位，可不修改；否则请将“{one.wording}”改为应当承担的单位。",
            f"If really all are meant, leave it; else please put the units that are to act instead of “{one.wording}”.",
        )
    if one.kind == "list":
        return Words(
            "请将名单写全并删去“等”字；单位较多的，可写明“等几个部门”并附名单。",
            "Please complete the list and strike “等”; or say how many they are and add a list.",
        )
    return Words(
        f"请将“{one.wording}”改写为具体的单位名称；单位较多的，可在附件中列出名单。",
        f"Please write the names of the units instead of “{one.wording}”; where they are many, list them in an annex.",
    )
