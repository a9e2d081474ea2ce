"""TXT605."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.places import lines_at, quote_at, spoken
from queries.unplaced import Unplaced, unplaced

SHOWN = 5  # places quoted; all lines are listed


@rule(code="TXT605", name="unknown-department", level="review")
def unknown_department(graph: AccountabilityGraph) -> Iterator[Remark]:
    """认不出的单位名称 / A unit the program cannot place.

    说明 / What it says
    责任单位、配合单位或成员名单里的某个名称，程序不知道是哪个机构：可能是只在本地通行的简称，可能漏字、错字，也可能是把别的词语当成了单位。每个名称只提一次。
    A name in a list of duties or members is none that the program knows: a short form in local use, a slip, or words that are no unit. Said
    once per name.
    理由 / Why
    不熟悉本地简称的人看不出任务交给了谁；同一机构换一个写法，任务数也会统计错。
    Who does not know the local short form cannot see who holds the task, and a body under two names is counted twice.
    来源 / Source
    《党政机关公文处理工作条例》（2012）：公文中使用非规范化简称，应当先用全称并注明简称。
    反例 / Bad example
    ```text
    沅平市乡村建设任务分工方案
    一、重点任务
    1.完成村庄规划编制。（牵头单位：市自然资源局；配合单位：乡村办）
    2.完成河道清淤。（牵头单位：市水利局）
    ```
    正例 / Good example
    ```text
    沅平市乡村建设任务分工方案
    一、重点任务
    1.完成村庄规划编制。（牵头单位：市自然资源局；配合单位：市农业农村局）
    2.完成河道清淤。（牵头单位：市水利局）
    ```
    修改 / How to mend
    第一次出现时写全称并注明简称；名称无误的，可在 fengong.toml 中登记本地机构。
    Write the name in full where it stands first; if it is right, add the local body to fengong.toml.
    """
    for entry in unplaced(graph):
        yield _remark(graph, entry)


def _remark(graph: AccountabilityGraph, entry: Unplaced) -> Remark:
    name, times = spoken(entry.printed), len(entry.places)
    return Remark(
        message=Words(
            zh=f"单位名单中的“{name}”（{times} 处）认不出是哪个机构；不熟悉本地简称的人看不出任务交给了谁。",
            en=f"“{name}”, listed as a unit in {times} {'place' if times == 1 else 'places'}, is none that the program knows; "
            "who does not know the local short form cannot see who holds the task.",
        ),
        remedy=Words(
            zh=f"请核对“{name}”是否有漏字、错字；是简称的，请在第一次出现时写全称并注明简称。",
            en=f"Please check “{name}” for slips; if it is a short form, write the full name where it stands first.",
        ),
        tasks=entry.tasks,
        lines=tuple(dict.fromkeys(lines_at(graph, entry.doc, span) for span in entry.places)),
        departments=(entry.department,),
        quotes=tuple(quote_at(graph, entry.doc, span) for span in entry.places[:SHOWN]),
    )
