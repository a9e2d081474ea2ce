"""What the report says of all units together: headline figures, loads, targets, dates. Each figure is a measure's."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from fengong.bilingual import of
from graphmodel.place_words import place_words
from viz.report_values import At, Bar, Carried, Due, Headline, Loads, Month, Orphan, Peers, Target, Timeline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fengong.bilingual import Lang
    from graphmodel.graph import AccountabilityGraph
    from queries.measures.load import Load


def at(graph: AccountabilityGraph, doc: str, line: int) -> At:
    places = graph.node(doc)["places"] or ()
    place = places[line - 1] if line <= len(places) else None
    return At(graph.documents().index(doc) + 1, line, place_words(place, line) if place else None)


def _name_of_plan(graph: AccountabilityGraph, doc: str) -> str:
    data = graph.node(doc)
    return str(data.get("name") or data.get("source") or doc)


def headline_of(graph: AccountabilityGraph, lang: Lang) -> Headline:
    from queries.carriage import carriages
    from queries.measures.deadlines import deadlines
    from queries.measures.indicators import indicators
    from queries.measures.load import load
    from queries.measures.orphans import orphans
    from queries.measures.overloaded import overloaded

    loads = load(graph)
    rows = loads.rows
    leading = sum(r["leads"] > 0 for r in rows)
    responsible = sum(not r["leads"] and r["responsible"] > 0 for r in rows)
    goals = carriages(graph)
    firm = Counter(c.status for c in goals if c.sort != "qualitative")
    soft = Counter(c.status for c in goals if c.sort == "qualitative")
    return Headline(
        tasks=len(graph.tasks()),
        dated=sum(r["what"] == "task" and r["date"] is not None for r in deadlines(graph).rows),
        unowned=sum(r["what"] == "no owner" for r in orphans(graph).rows),
        units=len(rows), leading=leading, responsible=responsible, helping=len(rows) - leading - responsible,
        targets=len(indicators(graph).rows),
        carried=firm["carried"] + firm["unnamed"], unvalued=firm["named"], uncarried=firm["absent"],
        qualitative=soft.total(), loose=soft["absent"],
        concentration=" ".join(of((note.zh, note.en), lang) for note in loads.notes),
        far=tuple(str(r["department"]) for r in overloaded(graph).rows),
    )  # fmt: skip


def loads_of(graph: AccountabilityGraph, lang: Lang) -> Loads:
    """The bars, plan by plan and class by class; units are compared within one plan, as the measure ``overloaded`` compares them."""
    from queries.measures.overloaded import overloaded

    answer = overloaded(graph)
    far = {(graph.document_of(r["tasks"][0]), tuple(r["ids"])): bool(r["coordinates"]) for r in answer.rows if r["tasks"]}
    docs = graph.documents()
    peers = [p for doc in docs for p in _peers_of_plan(graph, doc, _name_of_plan(graph, doc) if len(docs) > 1 else "", far, lang)]
    most = max((bar.whole for p in peers for bar in p.bars), default=0)
    return Loads(tuple(peers), most, tuple(of((note.zh, note.en), lang) for note in answer.notes))


def _peers_of_plan(graph: AccountabilityGraph, doc: str, plan: str, far: Mapping[tuple[str, tuple[str, ...]], bool], lang: Lang) -> list[Peers]:
    from queries.facts import PEERS
    from queries.measures.load import load_name, loads, peer_groups
    from queries.robust import median

    found = loads(graph, doc)
    compared = peer_groups(graph, found)
    anchors = anchors_of(graph)
    classes: dict[str, list[tuple[Load, Bar]]] = {}
    for key, one in found.items():
        if not (one.leads or one.responsible or one.cooperates):
            continue
        mine = (doc, tuple(one.departments))
        bar = Bar(load_name(graph, one), anchors.get(key, 0), len(one.leads), len(one.responsible), len(one.cooperates), mine in far, far.get(mine, False))
        classes.setdefault(str(graph.node(one.departments[0]).get("peer_class") or ""), []).append((one, bar))
    told = []
    for kind, held in classes.items():
        keys = compared.get(kind, [])
        name = (PEERS.get(kind, kind) if lang == "zh" else kind) or of(("未归类", "without a class"), lang)
        bars = sorted((bar for _, bar in held), key=lambda b: (-b.leads, -b.responsible, -b.cooperates, b.unit))
        told.append(
            Peers(graph.documents().index(doc) + 1, plan, name, tuple(bars), median([len(found[k].leads) for k in keys]) if len(keys) > 1 else None, len(keys))
        )
    return sorted(told, key=lambda p: (p.median is None, -p.compared, -len(p.bars), p.name))


def anchors_of(graph: AccountabilityGraph) -> dict[str, int]:
    """Owner -> the number of its page, the most loaded first; owners without a duty have none."""
    from queries.measures.load import load_name, loads

    def order(key: str) -> tuple[int, int, int, int, int, str]:
        one = found[key]
        return -len(one.leads), -len(one.responsible), -len(one.cooperates), -len(one.supervises), -len(one.inherited), load_name(graph, one)

    found = loads(graph)
    held = [k for k, one in found.items() if one.leads or one.responsible or one.cooperates or one.supervises or one.inherited]
    return graph.once("pages of the report", lambda: {key: n for n, key in enumerate(sorted(held, key=order), 1)})


def orphans_of(graph: AccountabilityGraph, lang: Lang) -> tuple[Orphan, ...]:
    from queries.measures.orphans import KINDS, orphans

    return tuple(Orphan(at(graph, r["document"], r["line"]), KINDS[r["what"]] if lang == "zh" else r["what"], r["text"], r["detail"]) for r in orphans(graph).rows)


def carried_of(graph: AccountabilityGraph) -> tuple[Carried, ...]:
    """Every goal, figure by figure: who carries it. Goals that the comparison leaves out are there as well, and say why."""
    from queries.carriage import carriages, figure
    from queries.facts import names_of
    from queries.places import lines_at, place_lines, title

    by_goal: dict[str, list[Any]] = {}
    for one in carriages(graph):
        by_goal.setdefault(one.goal, []).append(one)
    rows: list[Carried] = []
    for goal in graph.goals():
        doc = graph.document_of(goal)
        place = at(graph, doc, place_lines(graph, goal)[0])
        by = str(graph.node(goal).get("by") or "")
        if goal not in by_goal:
            leads = graph.leads_of(goal)
            rows.append(Carried(place, title(graph, goal), by, "direct" if graph.duties_of(goal) else "none", (), names_of(graph, leads)))
        for one in by_goal.get(goal, ()):
            told, where = title(graph, goal), place
            if one.indicator:
                data = graph.node(one.indicator)
                told, where, by = figure(data), at(graph, doc, lines_at(graph, doc, data["span"])[0]), str(data.get("by") or by)
            elif one.clauses:
                told = "；".join(graph.words(doc, span) for span in one.clauses)
            tasks = tuple((title(graph, t), at(graph, graph.document_of(t), place_lines(graph, t)[0])) for t in one.tasks)
            leads = list(dict.fromkeys(d for t in one.tasks for d in graph.leads_of(t)))
            rows.append(Carried(where, told, by, one.status, tasks, names_of(graph, leads)))
    return tuple(rows)


def targets_of(graph: AccountabilityGraph) -> tuple[Target, ...]:
    """The figures of the tasks; those of goals stand in ``carried_of``."""
    from queries.facts import indicator_text
    from queries.measures.indicators import indicators

    found = []
    for r in indicators(graph).rows:
        if graph.node(graph.owner_of_indicator(r["id"]))["kind"] == "task":
            text = indicator_text(graph, r["id"]).removesuffix(f" ({r['by']})")  # the date has a column of its own
            found.append(Target(at(graph, r["document"], r["line"]), text, str(r["by"] or r["task_deadline"] or ""), r["of"], r["leads"]))
    return tuple(found)


def timeline_of(graph: AccountabilityGraph, lang: Lang) -> Timeline:
    """What is due, month by month. A goal is answered for by those who lead the tasks that carry it."""
    from queries.facts import names_of
    from queries.measures.deadlines import deadlines

    answer = deadlines(graph)
    say = next(c.say for c in answer.columns if c.key == "what")
    carriers = _carriers(graph)
    months: dict[str, list[Due]] = {}
    undated: Counter[str] = Counter()
    for r in answer.rows:
        if not r["month"]:
            undated[str(graph.node(r["id"]).get("deadline_kind") or "none")] += 1
            continue
        what = say.get(r["what"], r["what"]) if lang == "zh" else r["what"]
        through = names_of(graph, carriers.get(r["id"], [])) if not r["leads"] else ""
        asked = not _of_goal(graph, r["id"]) or r["id"] in carriers
        months.setdefault(r["month"], []).append(
            Due(at(graph, r["document"], r["line"]), r["date"], what, r["text"], r["leads"] or through, through=bool(through), asked=asked)
        )
    return Timeline(tuple(Month(name, tuple(due)) for name, due in months.items()), tuple(sorted(undated.items(), key=lambda kind: (-kind[1], kind[0]))))


def _carriers(graph: AccountabilityGraph) -> dict[str, list[str]]:
    """A goal, or a figure of one -> who leads the tasks that carry it; those that are not compared with the tasks are not there."""
    from queries.carriage import carriages

    found: dict[str, list[str]] = {}
    for one in carriages(graph):
        leads = [d for t in one.tasks for d in graph.leads_of(t)] if one.status in ("carried", "unnamed") else []
        for node in filter(None, (one.goal, one.indicator)):
            found[node] = list(dict.fromkeys([*found.get(node, ()), *leads]))
    return found


def _of_goal(graph: AccountabilityGraph, node: str) -> bool:
    """Whether a node is a goal or a figure of one."""
    owner = graph.owner_of_indicator(node) if graph.node(node)["kind"] == "indicator" else node
    return bool(graph.node(owner)["kind"] == "goal")
