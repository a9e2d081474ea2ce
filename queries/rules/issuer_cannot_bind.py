"""OWN109."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.places import place_lines, quote_at
from queries.reach import OutOfReach, out_of_reach

SHOWN = 5  # names in a message


@rule(code="OWN109", name="issuer-cannot-bind", level="review")
def issuer_cannot_bind(graph: AccountabilityGraph) -> Iterator[Remark]:
    """发文机关无权布置 / The issuer's rank does not reach a unit it binds.

    说明 / What it says
    政府或政府办公厅（室）单独发文，给党委部门布置牵头、责任任务；或部门单独发文，给下级政府布置任务，文中又没有写明已经党委（政府）同意。
    联合发文、只列为配合的不算。一份方案只提一次。
    A plan issued by a government or its office alone has Party organs lead or answer; or a department alone binds lower governments; and
    the text does not say that the Party committee (the government) has agreed. Joint plans, and bodies that only help, are left out. A
    plan is told once.
    理由 / Why
    党政机关按隶属关系和职权范围行文，超出范围的任务对方没有执行的义务，也难以督办。
    Organs write within their own line and powers; beyond them the task binds nobody and can hardly be followed up.
    来源 / Source
    《党政机关公文处理工作条例》（2012）第十四条、第十六条、第十七条：行文关系根据隶属关系和职权范围确定；部门不得在公文中向下级党委、政府提出指令性要求；
    同级党政机关必要时可以联合行文。
    反例 / Bad example
    ```text
    沅平市人民政府办公室关于印发沅平市基层治理任务分工方案的通知
    各县（区）人民政府，市政府各部门：
    《沅平市基层治理任务分工方案》已经市政府同意，现印发给你们。
    沅平市人民政府办公室
    2024年3月5日
    沅平市基层治理任务分工方案
    一、重点任务
    1.选派驻村干部120名。（牵头单位：市委组织部；配合单位：市财政局）
    2.改造便民服务站60个。（牵头单位：市民政局；配合单位：市财政局）
    ```
    正例 / Good example
    ```text
    沅平市人民政府办公室关于印发沅平市基层治理任务分工方案的通知
    各县（区）人民政府，市政府各部门：
    《沅平市基层治理任务分工方案》已经市委、市政府同意，现印发给你们。
    沅平市人民政府办公室
    2024年3月5日
    沅平市基层治理任务分工方案
    一、重点任务
    1.选派驻村干部120名。（牵头单位：市委组织部；配合单位：市财政局）
    2.改造便民服务站60个。（牵头单位：市民政局；配合单位：市财政局）
    ```
    修改 / How to mend
    联合行文，或在文中写明已经党委（政府）同意，或商有关单位后列为配合。
    Issue the plan jointly, say that the Party committee (the government) has agreed, or, after asking the unit, list it as a helper.
    """
    for one in out_of_reach(graph):
        yield _remark(graph, one)


_MEND = {
    "party": Words(
        zh="请考虑与党委办公厅（室）联合行文，或在印发通知中写明“已经党委、政府同意”；也可商该单位后列为配合单位。",
        en="Please consider issuing it jointly with the office of the Party committee, or say in the notice that Party committee and government have "
        "agreed; or list the unit as a helper after asking it.",
    ),
    "government": Words(
        zh="请由政府办公厅（室）行文，或在文中写明“经政府同意”。",
        en="Please have it issued by the office of the government, or say in the text that the government has agreed.",
    ),
}


def _remark(graph: AccountabilityGraph, one: OutOfReach) -> Remark:
    n, tasks = len(one.bodies), len(one.tasks)
    printed = list(dict.fromkeys(str(e.data.get("printed") or "") for e in one.duties))
    who_zh = "、".join(printed[:SHOWN]) + (f"等 {len(printed)} 个单位" if len(printed) > SHOWN else "")
    who_en = "、".join(printed[:SHOWN]) + (f" and others, {len(printed)} units" if len(printed) > SHOWN else "")
    what_zh = "是党委工作机关" if one.kind == "party" else "属于下级政府"
    what_en = (
        ("is an organ of the Party" if n == 1 else "are organs of the Party")
        if one.kind == "party"
        else "is a lower government"
        if n == 1
        else "are lower governments"
    )
    spans = [(int(e.data["span"][0]), int(e.data["span"][1])) for e in one.duties]
    return Remark(
        message=Words(
            zh=f"本方案由{one.issuer}单独印发，{tasks} 项任务的牵头或责任单位中有{who_zh}，{what_zh}，文中没有写明已征得同意；按行文关系，任务难以落实到这些单位。",
            en=f"The plan is issued by {one.issuer} alone and makes {who_en} lead or answer for {tasks} {'task' if tasks == 1 else 'tasks'}; "
            f"{'it' if n == 1 else 'they'} {what_en}, and the text names no consent. By the rules of official documents it can hardly bind them.",
        ),
        remedy=_MEND[one.kind],
        tasks=one.tasks,
        lines=tuple(dict.fromkeys(place_lines(graph, t) for t in one.tasks)),
        departments=one.bodies,
        quotes=tuple(quote_at(graph, one.doc, span) for span in sorted(set(spans))),
    )
