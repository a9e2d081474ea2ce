"""The page a department head asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from graphmodel.text import fold, squeeze
from queries.facts import indicator_text, names_of
from queries.measure import Answer, Row, UnknownName, columns, measure, nearest
from queries.owners import inherited, owner
from queries.places import spoken, title

COLUMNS = columns(
    ("task", "任务", "Task"), ("tier", "角色", "Role"), ("number", "序号", "Number"), ("section", "所属部分", "Part"),
    ("part", "分工内容", "Own part"),
    ("indicators", "指标", "Indicators"), ("deadline", "时限", "Deadline"), ("milestones", "节点", "Milestones"),
    ("with", "共同单位", "Together with"),
    ("basis", "依据", "Basis"), ("line", "行", "Line"), ("document", "文件", "Document"), ("id", "编号", "Id"),
    say={"basis": {"label": "标签", "verb": "动词", "heading": "标题", "positional": "列首位", "text": "正文", "inherited": "兜底条款"}},
)  # fmt: skip

ORDER = {"牵": 0, "责": 1, "配": 2, "监": 3}


def resolve_unit(graph: AccountabilityGraph, unit: str) -> tuple[str, ...]:
    """The departments meant by ``unit``: equal to an id or a canonical name, else to a printed form, else a part or an abbreviation of one
    body's names only.

    Party committee and government of one place count as one body. UnknownName with the candidates or the nearest names when nobody or
    several are meant.
    """
    wanted = fold(squeeze(unit))
    everybody, several = graph.departments(), len(graph.documents()) > 1
    forms = {d: {fold(squeeze(str(n))) for n in (graph.node(d)["name"], *(graph.node(d)["printed"] or ()))} for d in everybody}
    tests: tuple[Callable[[str], bool], ...] = (
        lambda d: d == unit or fold(squeeze(str(graph.node(d)["name"]))) == wanted,
        # 财政局 is printed by one plan for its own; beside other plans it may be that of any place
        lambda d: wanted in forms[d] or several and len(wanted) >= 2 and any(form.endswith(wanted) for form in forms[d]),
        lambda d: bool(wanted) and any(wanted in form for form in forms[d]),
        lambda d: len(wanted) >= 2 and any(_abbreviates(wanted, form) for form in forms[d]),
    )
    for test in tests:
        found = [d for d in everybody if test(d)]
        if len({owner(graph, d) for d in found}) == 1:
            return tuple(sorted(found))
        if found:
            listed = sorted(str(graph.node(d)["name"]) for d in found)
            few, more = listed[:6], len(listed) > 6
            raise UnknownName(
                f"“{unit}”对应多个单位：{'、'.join(few)}{'等' if more else ''}。请写全称。",
                f"'{unit}' may be {', '.join(few)}{' ...' if more else ''}. Please give the full name.",
                tuple(listed),
            )
    near = nearest(wanted, [str(graph.node(d)["name"]) for d in everybody] + [p for d in everybody for p in graph.node(d)["printed"] or ()])
    raise UnknownName(
        f"方案中没有“{unit}”。相近的有：{'、'.join(near)}。" if near else f"方案中没有“{unit}”，也没有名称相近的单位。",
        f"No plan here names '{unit}'. Near: {', '.join(near)}." if near else f"No plan here names '{unit}' or anything like it.",
        near,
    )


def _abbreviates(short: str, name: str) -> bool:
    """Whether the characters of ``short`` stand in the name in this order: 住建 in 住房和城乡建设局."""
    rest = iter(name)
    return all(c in rest for c in short)


def _told(results: Sequence[Sequence[Row]]) -> Answer:
    rows, below = results
    unit = next(row for row in below if row["kind"] == "unit")
    return Answer(tuple(rows), COLUMNS, _notes(unit["words"], unit["leads"], len(rows), [row["words"] for row in below if row["kind"] == "mechanism"]))


@measure(
    name="department",
    columns=COLUMNS,
    zh="一个单位要做的全部事情：角色、任务、指标、时限（--unit 单位名称）",
    en="Everything one unit must do, with figures and dates (--unit NAME)",
    takes=("unit",),
    told=_told,
)
def department(graph: AccountabilityGraph, unit: str) -> Answer:
    """One row per duty of the unit, leads first, then by place. ``unit`` as in ``resolve_unit``; the mechanisms it has a part in stand
    below the table."""
    meant = resolve_unit(graph, unit)
    rows = duties_of_unit(graph, meant)
    led = len({r["id"] for r in rows if r["role"] == "LEADS"})
    return Answer(tuple(rows), COLUMNS, _notes(names_of(graph, list(meant)), led, len(rows), _mechanisms(graph, meant)))


def duties_of_unit(graph: AccountabilityGraph, meant: tuple[str, ...]) -> list[Row]:
    """The rows of ``department`` for one or several ids that are one unit."""
    rows: list[Row] = []
    for d in meant:
        for role in ("LEADS", "COOPERATES", "SUPERVISES"):
            for e in graph.edges_from(d, role):
                data = graph.node(e.target)
                others = [o for o in graph.leads_of(e.target) if o not in meant]
                rows.append(
                    {
                        "role": role, "tier": e.data.get("tier"), "task": title(graph, e.target), "number": data.get("number"),
                        "section": " / ".join(spoken(str(s)) for s in data.get("section") or ()), "part": e.data.get("part"),
                        "indicators": ";".join(indicator_text(graph, i) for i in graph.indicators_of(e.target)),
                        "deadline": data.get("deadline") or data.get("deadline_printed") or data.get("by"),
                        "milestones": ";".join(spoken(str(graph.node(m)["text"])) for m in graph.milestones_of(e.target)),
                        "with": names_of(graph, others), "basis": "inherited" if inherited(e) else e.data.get("basis"),
                        "line": e.data["lines"][0],
                        "document": e.data["doc"], "id": e.target,
                    }
                )  # fmt: skip
    order = {doc: n for n, doc in enumerate(graph.documents())}
    rows.sort(key=lambda r: (ORDER.get(str(r["tier"]), 9), r["basis"] == "inherited", order[r["document"]], r["line"], r["id"]))
    return rows


def _mechanisms(graph: AccountabilityGraph, meant: tuple[str, ...]) -> list[str]:
    """The words of the mechanisms in which the unit has a part."""
    having = [m for m in graph.mechanisms() if any(e.target in meant for e in graph.edges_from(m) if e.type in ("ACTS", "RECEIVES"))]
    return [spoken(str(graph.node(m).get("quote") or "")) for m in having]


def _notes(name: str, led: int, duties: int, mechanisms: Sequence[str]) -> tuple[Words, ...]:
    first = Words(zh=f"{name}：牵头或主责 {led} 项，共 {duties} 条职责。", en=f"{name}: answers for {led}, {duties} duties in all.")
    return (first, *(Words(zh=f"机制：{quote}", en=f"Mechanism: {quote}") for quote in mechanisms))
