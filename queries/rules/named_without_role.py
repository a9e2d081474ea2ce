"""COO503."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.acting import NamedOnly, named_only
from queries.audit import Remark, rule
from queries.places import heading_quote, place_lines, quote_at, title


@rule(code="COO503", name="named-without-role", level="review")
def named_without_role(graph: AccountabilityGraph) -> Iterator[Remark]:
    """正文要求某单位办事而分工中没有它 / A body acts in the text and holds no role.

    说明 / What it says
    任务正文写明由某单位办理其中一部分，该任务的牵头、责任、配合、监督单位中却没有它。上级单位、政府本身、只作为报送对象或依据提到的单位不算。
    The words of a task have a body do a part of it, and the body is not among those that lead, answer, help or supervise. Superior
    bodies, the government itself, and bodies that are only reported to or cited are left out.
    理由 / Why
    督办和考核看责任单位一栏，栏里没有的单位不会被问到。
    Follow-up reads the list of units; who is not in it is not asked.
    来源 / Source
    责任分配矩阵 RACI 的横向分析：每项任务的参与者都须有角色（PMI, PMBOK Guide）；与正文对照为本程序自定 / comparing with the text is a rule of our own.
    反例 / Bad example
    ```text
    沅平市燃气安全整治任务分工方案
    一、重点任务
    1.完成老旧燃气管道改造，改造期间的交通疏导方案由市公安局审核后执行。（责任单位：市住建局）
    2.完成液化气非法储存点清查。（责任单位：市公安局）
    ```
    正例 / Good example
    ```text
    沅平市燃气安全整治任务分工方案
    一、重点任务
    1.完成老旧燃气管道改造，改造期间的交通疏导方案由市公安局审核后执行。（责任单位：市住建局；配合单位：市公安局）
    2.完成液化气非法储存点清查。（责任单位：市公安局）
    ```
    修改 / How to mend
    把该单位列为配合单位，或从正文中去掉。
    List the body as a helper, or take it out of the text.
    """
    for one in named_only(graph):
        yield _remark(graph, one)


def _remark(graph: AccountabilityGraph, one: NamedOnly) -> Remark:
    name = title(graph, one.task)
    return Remark(
        message=Words(
            zh=f"“{name}”的正文要求{one.printed}办理其中的工作，但责任单位中没有{one.printed}；督办时容易漏掉。",
            en=f"The words of “{name}” have {one.printed} do a part of it, and {one.printed} is not among its units; follow-up will easily miss it.",
        ),
        remedy=Words(
            zh=f"请在该任务中增列“配合单位：{one.printed}”，或修改正文中的表述。",
            en=f"Please add “配合单位：{one.printed}” to the task, or change the words of the text.",
        ),
        tasks=(one.task,),
        lines=(place_lines(graph, one.task),),
        departments=(one.body,),
        quotes=(heading_quote(graph, one.task), quote_at(graph, graph.document_of(one.task), one.words)),
    )
