"""TXT608."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.annexes import MissingAnnex, missing_annexes
from queries.audit import Remark, rule
from queries.places import lines_at, quote_at, spoken


@rule(code="TXT608", name="missing-annex", level="warning")
def missing_annex(graph: AccountabilityGraph) -> Iterator[Remark]:
    """附件不在文件中 / An annex is not in the file.

    说明 / What it says
    方案列有附件，或正文写“见附件2”“名单附后”，而本文件里没有这个附件。文末附件清单中缺的，合并提一次；正文引用的其他附件，每个提一次。
    附件就是方案本身的，另作一份文件一并审查的，写明另行印发的，以及引用别的文件的附件，都不算。
    The plan lists an annex, or its text relies on one (见附件2, 名单附后), and it is not in this file. What the list at the end announces is
    said once; so is each other annex. Silent where the annex is the plan itself or another file of the same audit, where it is said to come
    separately, and for annexes of other documents.
    理由 / Why
    任务分解、名单放在附件里的，缺了附件就不知道谁该做什么，也无法与正文核对。
    Where lists and allotments stand in an annex, nobody can tell without it who is to do what, nor check it against the body.
    来源 / Source
    《党政机关公文处理工作条例》（2012）第九条：附件是公文正文的说明、补充或者参考资料；附件说明写明附件的顺序号和名称。
    反例 / Bad example
    ```text
    沅平市老旧小区改造任务分工方案
    一、重点任务
    1.完成城区老旧小区改造，名单见附件1。（责任单位：市住建局）
    2.完成河道清淤。（责任单位：市水利局）
    ```
    正例 / Good example
    ```text
    沅平市老旧小区改造任务分工方案
    一、重点任务
    1.完成城区老旧小区改造，名单见附件1。（责任单位：市住建局）
    2.完成河道清淤。（责任单位：市水利局）
    附件1
    老旧小区改造名单
    青山小区、白石小区、柳河小区
    ```
    修改 / How to mend
    随文附上附件，或改正附件的编号；另行印发的，写明文件名称和文号。
    Attach it, or mend its number; where it is issued separately, cite that document by name and number.
    """
    for entry in missing_annexes(graph):
        yield _remark(graph, entry)


def _remark(graph: AccountabilityGraph, entry: MissingAnnex) -> Remark:
    what = "、".join(entry.labels)
    named = "、".join(f"“{spoken(t)}”" for t in entry.titles)
    words = "、".join(f"“{spoken(graph.words(entry.doc, span))}”" for span in entry.places[:2])
    one = len(entry.labels) == 1
    if entry.announced:
        said = Words(f"方案列有{what}（{named}）", f"The plan lists {what} ({named})")
    else:
        said = Words(f"正文写有{words}", f"The text relies on {what} ({words})")
    return Remark(
        message=Words(
            zh=f"{said.zh}，本文件中没有{'这个附件' if one else '这些附件'}；缺了附件，就无法核对其中的任务和名单。",
            en=f"{said.en}, and {'it is' if one else 'they are'} not in this file; without {'it' if one else 'them'} nobody can check what stands there.",
        ),
        remedy=Words(
            zh=f"请随文附上{what}，或核对附件编号；另行印发的，请写明文件名称和文号。",
            en=f"Please attach {what}, or check the number; where it is issued separately, please cite that document by name and number.",
        ),
        tasks=entry.tasks,
        lines=tuple(dict.fromkeys(lines_at(graph, entry.doc, span) for span in entry.places)),
        quotes=tuple(quote_at(graph, entry.doc, span) for span in entry.places),
    )
