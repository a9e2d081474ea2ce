"""TXT607."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Limit, Limits, Remark, limited_rule
from queries.outdated import Outdated, outdated_bodies
from queries.places import lines_at, quote_at, spoken

SHOWN = 5  # places quoted; all lines are listed


@limited_rule(
    code="TXT607",
    name="outdated-department",
    level="warning",
    limits={"grace": Limit(3, Words("改革完成后仍不提示的月数", "months after the reform in which the old name is no remark"))},
)
def outdated_department(graph: AccountabilityGraph, limits: Limits) -> Iterator[Remark]:
    """写了已经撤并、更名的机构 / A body that a reform had abolished or renamed.

    说明 / What it says
    方案写到的机构，在方案成文之前已由本级机构改革撤并或更名。按机构所在层级（国家、省、市、县）完成改革的月份判断；改革进行的几个月内不提；
    写明“原××局”的不提；没有成文日期的按发文字号的年份从年初算起，二者都没有的不判断；各地可以保留的机构（如林业局）不判断。每个机构只提一次。
    The plan names a body that the reform of its own level (nation, province, city, county) had abolished or renamed before the plan's date.
    Silent within the months of the reform, for a body called a former one (原××局), in a plan without a date and without a number whose year
    tells that it is no older, and for bodies that a place was free to keep. Said once per body.
    理由 / Why
    责任落在已不存在的机构上，接手单位可能认为与己无关，考核时也找不到对象。
    A duty of a body that is no more falls to nobody: its successor may not feel bound, and nobody can be assessed.
    来源 / Source
    历次机构改革方案及其完成时限，逐行列在 graphmodel/reforms.csv，如中共中央《深化党和国家机构改革方案》（2018）：
    省级机构改革在2018年10月前，市县在2019年3月前基本完成。
    反例 / Bad example
    ```text
    沅平市自然保护地整治任务分工方案
    （2021年3月5日印发）
    一、重点任务
    1.完成保护地勘界立标。（牵头单位：市国土资源局）
    2.完成湿地补水工程。（牵头单位：市水利局）
    ```
    正例 / Good example
    ```text
    沅平市自然保护地整治任务分工方案
    （2021年3月5日印发）
    一、重点任务
    1.完成保护地勘界立标。（牵头单位：市自然资源局）
    2.完成湿地补水工程。（牵头单位：市水利局）
    ```
    修改 / How to mend
    改写为现行机构名称；职能一分为几的，写明由哪一家承担。
    Write the present name; where the work was divided among several bodies, say which of them takes this part.
    """
    for entry in outdated_bodies(graph, int(limits["grace"])):
        yield _remark(graph, entry)


def _remark(graph: AccountabilityGraph, entry: Outdated) -> Remark:
    printed = "、".join(dict.fromkeys(f"“{spoken(graph.words(entry.doc, span))}”" for span in entry.places))
    year, month = entry.since.split("-")
    newer = entry.named_too or _kind(entry.successors)
    times = len(entry.places)
    return Remark(
        message=Words(
            zh=f"{printed}在 {year} 年 {int(month)} 月底前完成的本级机构改革中已撤并或更名（职能归{newer}），早于本方案的成文日期；方案中写到 {times} 处"
            + (f"，又另写有“{entry.named_too}”" if entry.named_too else "")
            + "。写给已不存在的机构的责任，无人承接。",
            en=f"The reform of its level, done by {entry.since}, had abolished or renamed {printed} (now {newer}) before the date of this plan; it is named "
            f"in {times} {'place' if times == 1 else 'places'}"
            + (f", and “{entry.named_too}” as well" if entry.named_too else "")
            + ". A duty of a body that is no more falls to nobody.",
        ),
        remedy=Words(
            zh=f"请核实后将{printed}改为承接其职能的现行机构（{newer}）；职能分给几家的，请写明由哪一家承担。",
            en=f"Please check, and put the body that took over its work ({newer}) in place of {printed}; where several did, say which of them takes this part.",
        ),
        tasks=entry.tasks,
        lines=tuple(dict.fromkeys(lines_at(graph, entry.doc, span) for span in entry.places)),
        departments=(entry.department,),
        quotes=tuple(quote_at(graph, entry.doc, span) for span in entry.places[:SHOWN]),
    )


def _kind(successors: tuple[str, ...]) -> str:
    """What kind of body took over, in words: the table tells the names without their suffix."""
    words = [s.replace("中共委", "党委") for s in successors]
    *first, last = [w + "局" if w.endswith("总") else w for w in words]
    tail = "" if last.endswith(("委员会", "局")) else "机构" if last.endswith("监管") else "部门"
    return "".join(f"“{w}”" for w in first) + f"或“{last}”{tail}" if first else last + tail
