"""LOD401."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.measures.overloaded import overloaded
from queries.places import heading_quote, place_lines

_WEIGH = Words(
    zh="牵头项数不等于工作量，请结合任务轻重判断。",
    en="The number of leads is not the amount of work; please weigh the tasks.",
)
SHOWN = 5  # headings quoted; all tasks are listed


@rule(code="LOD401", name="overloaded-unit", level="warning")
def overloaded_unit(graph: AccountabilityGraph) -> Iterator[Remark]:
    """主责任务远多于同类单位 / A unit leads far more than its peers.

    说明 / What it says
    某单位牵头（负责）的任务数远多于本方案中的同类单位。只作相对比较，不设绝对标准；集合主体、常设办公室和兜底条款不计，同类单位少于五个不作判断。
    方案自身的牵头协调单位（印发单位、领导小组办公室所在单位、汇总督查单位、承担半数以上任务的单位）任务较多属正常，只列为复核。
    A unit leads far more tasks than the other units of its class in this plan. Relative only, never an absolute number; collectives,
    standing offices
    and blanket clauses are left out, under five peers there is no verdict. The plan's own coordinator (or a unit that leads half of the
    plan) is named as that, for review.
    理由 / Why
    任务过于集中，一个单位的进度就会决定整个方案的进度。
    Where the work gathers at one unit, its pace becomes the pace of the whole plan.
    来源 / Source
    修正z分数>3.5：Iglewicz & Hoaglin（1993）；上界Q3+1.5IQR：Tukey（1977）；并须超出中位数三个泊松标准差，三者同时满足。
    反例 / Bad example
    ```text
    沅平市营商环境提升工作任务分工方案
    一、重点任务
    1.压减开办企业时间。（责任单位：市发展改革委）
    2.推进证照联办。（责任单位：市发展改革委）
    3.建设信用平台。（责任单位：市发展改革委）
    4.清理涉企收费。（责任单位：市发展改革委）
    5.公布权责清单。（责任单位：市发展改革委）
    6.开展满意度调查。（责任单位：市发展改革委）
    7.推进标准地出让。（责任单位：市发展改革委）
    8.建设数字档案馆。（责任单位：市档案局）
    9.发放稳岗补贴。（责任单位：市人力资源社会保障局）
    10.推进电子税务。（责任单位：市财政局）
    11.办理不动产登记提速。（责任单位：市自然资源局）
    12.办理施工许可提速。（责任单位：市住房城乡建设局）
    13.开展技能培训。（责任单位：市教育局）
    14.开展专利服务。（责任单位：市市场监管局）
    15.开展法律服务。（责任单位：市司法局）
    ```
    正例 / Good example
    ```text
    沅平市营商环境提升工作任务分工方案
    一、重点任务
    1.压减开办企业时间。（责任单位：市市场监管局）
    2.推进证照联办。（责任单位：市市场监管局）
    3.建设信用平台。（责任单位：市发展改革委）
    4.清理涉企收费。（责任单位：市发展改革委）
    5.公布权责清单。（责任单位：市司法局）
    6.发放稳岗补贴。（责任单位：市人力资源社会保障局）
    7.推进电子税务。（责任单位：市财政局）
    8.办理不动产登记提速。（责任单位：市自然资源局）
    9.办理施工许可提速。（责任单位：市住房城乡建设局）
    10.开展技能培训。（责任单位：市教育局）
    ```
    修改 / How to mend
    把部分任务交由业务主管单位牵头，或为该单位增列承担具体工作的配合单位。
    Let the units in charge of the subject lead some of the tasks, or add units that take over parts of them.
    """
    for row in overloaded(graph).rows:
        tasks = row["tasks"]
        facts_zh = f"{row['department']}主责 {row['leads']} 项任务，同类 {row['peers']} 个单位的中位数为 {row['median']:g} 项"
        facts_en = f"The unit {row['department']} leads {row['leads']} tasks; the median of its {row['peers']} peers is {row['median']:g}"
        yield Remark(
            message=Words(
                zh=f"{facts_zh}。该单位是本方案的牵头协调单位，任务较多属职责所在，供核对。{_WEIGH.zh}"
                if row["coordinates"]
                else f"{facts_zh}，明显偏多（修正z分数 {row['z']:g}）。{_WEIGH.zh}",
                en=f"{facts_en}. It is the plan's own coordinating unit, so a larger share is in its nature; please check. {_WEIGH.en}"
                if row["coordinates"]
                else f"{facts_en} (modified z {row['z']:g}). {_WEIGH.en}",
            ),
            remedy=Words(
                zh="请考虑由业务主管单位分担其中部分任务的牵头工作，或确认该单位的力量与任务相称。",
                en="Please consider letting other units lead part of these tasks, or confirm that the unit has the means for them.",
            ),
            tasks=tasks,
            lines=tuple(place_lines(graph, t) for t in tasks),
            departments=row["ids"],
            quotes=tuple(heading_quote(graph, t) for t in tasks[:SHOWN]),
            level="review" if row["coordinates"] else None,
        )
