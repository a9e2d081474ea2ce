"""What nobody carries."""

from __future__ import annotations

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.answering import collective_only, unanswered
from queries.carriage import carriages, figure
from queries.measure import Answer, Row, columns, measure
from queries.owners import names
from queries.places import lines_at, place_lines, title

KINDS = {
    "goal": "无任务承接的目标", "indicator": "无任务承接的指标", "indicator without value": "任务未写数值的指标",
    "no owner": "无责任单位的任务", "collective only": "仅集合主体负责的任务",
}  # fmt: skip

COLUMNS = columns(
    ("what", "类型", "Kind"), ("text", "内容", "Words"), ("detail", "说明", "Detail"), ("line", "行", "Line"),
    ("document", "文件", "Document"), ("id", "编号", "Id"),
    say={"what": KINDS},
)  # fmt: skip


@measure(
    name="orphans",
    columns=COLUMNS,
    zh="无人承接：没有任务承接的目标和指标、没有责任单位的任务、仅由集合主体负责的任务",
    en="What nobody carries: goals and figures without a task, tasks without an owner, tasks only a collective answers for",
)
def orphans(graph: AccountabilityGraph) -> Answer:
    """One row per thing, by document and line. ``what`` is one of KINDS (its key); goals without figure and date are left to the audit
    (TGT301, review)."""
    order = {doc: n for n, doc in enumerate(graph.documents())}
    rows: list[Row] = []

    def add(what: str, node: str, text: str, detail: str, line: int) -> None:
        doc = graph.document_of(node)
        rows.append({"what": what, "text": text, "detail": detail, "line": line, "document": doc, "id": node})

    for one in carriages(graph):
        if one.status in ("carried", "unnamed") or one.sort == "qualitative":
            continue
        if one.indicator:
            data = graph.node(one.indicator)
            line = lines_at(graph, graph.document_of(one.goal), data["span"])[0]
            what = "indicator without value" if one.status == "named" else "indicator"
            add(what, one.indicator, figure(data), "、".join(title(graph, t) for t in one.tasks), line)
        else:
            add("goal", one.goal, title(graph, one.goal), str(graph.node(one.goal).get("by") or ""), place_lines(graph, one.goal)[0])
    for idle in unanswered(graph):
        add("no owner", idle.node, title(graph, idle.node), names(graph, idle.helpers + idle.supervisors), place_lines(graph, idle.node)[0])
    for shared in collective_only(graph):
        for task in shared.tasks:
            add("collective only", task, title(graph, task), names(graph, graph.leads_of(task)), place_lines(graph, task)[0])
    rows.sort(key=lambda r: (order[r["document"]], r["line"], r["what"], r["id"]))
    counts = {k: sum(r["what"] == k for r in rows) for k in KINDS}
    return Answer(
        tuple(rows),
        COLUMNS,
        (
            Words(
                zh="合计：" + "；".join(f"{zh} {counts[k]}" for k, zh in KINDS.items()) + "。",
                en="In all: " + "; ".join(f"{k} {counts[k]}" for k in KINDS) + ".",
            ),
        ),
    )
