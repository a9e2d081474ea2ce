"""Who is named."""

from __future__ import annotations

from graphmodel.graph import AccountabilityGraph
from queries.measure import Answer, Row, columns, measure
from queries.places import title

COLUMNS = columns(
    ("name", "姓名", "Name"), ("title", "职务", "Title"), ("role", "角色", "Role"), ("of", "机构/任务", "Body or task"),
    ("line", "行", "Line"),
    ("document", "文件", "Document"), ("id", "编号", "Id"),
)  # fmt: skip


@measure(name="people", columns=COLUMNS, zh="人员：在领导小组和任务中的角色", en="People with their posts in groups and the tasks they oversee")
def people(graph: AccountabilityGraph) -> Answer:
    """One row per post or overseen task, by person in the order of the text; a person without either has one row with an empty role."""
    rows: list[Row] = []
    for person in graph.people():
        data = graph.node(person)
        edges = [e for e in graph.edges_from(person) if e.type in ("MEMBER_OF", "OVERSEES")]
        base: Row = {"name": data["name"], "document": graph.document_of(person), "id": person}
        for e in edges:
            member = e.type == "MEMBER_OF"
            rows.append(
                base
                | {
                    "title": e.data.get("title") or data.get("title"),
                    "role": e.data.get("role") if member else e.data.get("label"),
                    "of": graph.node(e.target)["name"] if member else title(graph, e.target),
                    "line": e.data["lines"][0],
                }
            )
        if not edges:
            rows.append(base | {"title": data.get("title"), "role": None, "of": None, "line": data["lines"][0]})
    return Answer(tuple(rows), COLUMNS)
