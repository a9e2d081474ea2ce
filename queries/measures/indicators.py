"""All figures to be reached."""

from __future__ import annotations

from graphmodel.graph import AccountabilityGraph
from queries.facts import names_of
from queries.measure import Answer, Row, columns, measure
from queries.places import place_lines, title

COLUMNS = columns(
    ("name", "指标", "Indicator"), ("op", "关系", "Comparison"), ("value", "数值", "Value"), ("value_to", "至", "To"),
    ("unit", "单位", "Unit"),
    ("by", "时限", "By"), ("task_deadline", "任务时限", "Task due"), ("baseline", "基期", "Baseline"), ("binding", "性质", "Binding"),
    ("of", "任务/目标", "Task or goal"),
    ("leads", "牵头/责任单位", "Answers for it"), ("line", "行", "Line"), ("document", "文件", "Document"), ("id", "编号", "Id"),
)  # fmt: skip


@measure(
    name="indicators",
    columns=COLUMNS,
    zh="全部指标：数值、时限、归属任务与责任单位",
    en="All indicators with values, dates, their task or goal and who answers",
)
def indicators(graph: AccountabilityGraph) -> Answer:
    """One row per printed occurrence, in the order of the text. ``value`` is a number in the printed unit or the printed words."""
    rows: list[Row] = []
    for indicator in graph.indicators():
        data = graph.node(indicator)
        owner = graph.owner_of_indicator(indicator)
        rows.append(
            {
                **{k: data.get(k) for k in ("name", "op", "value", "value_to", "unit", "by", "baseline", "binding")},
                "task_deadline": graph.node(owner).get("deadline"),
                "of": title(graph, owner), "leads": names_of(graph, graph.leads_of(owner)), "line": place_lines(graph, indicator)[0],
                "document": graph.document_of(indicator), "id": indicator,
            }
        )  # fmt: skip
    return Answer(tuple(rows), COLUMNS)
