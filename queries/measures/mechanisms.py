"""Meetings, reports, inspections, assessments, accountability."""

from __future__ import annotations

from graphmodel.graph import AccountabilityGraph
from queries.measure import Answer, Row, columns, measure
from queries.places import place_lines, spoken

COLUMNS = columns(
    ("kind", "类型", "Kind"), ("frequency", "频次", "How often"), ("actors", "主体", "Who"), ("recipients", "对象", "To whom"),
    ("text", "原文", "Words"),
    ("line", "行", "Line"), ("document", "文件", "Document"), ("id", "编号", "Id"),
    say={"kind": {"meeting": "会议调度", "reporting": "信息报送", "inspection": "督查", "assessment": "考核", "accountability": "问责"}},
)  # fmt: skip


@measure(
    name="mechanisms",
    columns=COLUMNS,
    zh="工作机制：调度会议、信息报送、督查、考核、问责",
    en="Mechanisms: meetings, reporting, inspection, assessment, accountability",
)
def mechanisms(graph: AccountabilityGraph) -> Answer:
    """One row per mechanism, in the order of the text."""
    rows: list[Row] = []
    for m in graph.mechanisms():
        data = graph.node(m)
        rows.append(
            {
                "kind": data["kind_of"], "frequency": data.get("frequency"), "actors": _names(graph, m, "ACTS"), "recipients": _names(graph,
                m, "RECEIVES"),
                "text": spoken(str(data.get("quote") or "")), "line": place_lines(graph, m)[0], "document": graph.document_of(m), "id": m,
            }
        )  # fmt: skip
    return Answer(tuple(rows), COLUMNS)


def _names(graph: AccountabilityGraph, mechanism: str, type: str) -> str:
    return "、".join(dict.fromkeys(str(graph.node(e.target)["name"]) for e in graph.edges_from(mechanism, type)))
