"""Plan → nodes and edges, exactly the data contract (``contract.py``): nothing of a plan is left behind."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from graphmodel import ids
from graphmodel.contract import whole_if_whole
from graphmodel.patterns import pattern
from graphmodel.plan import Duty, Goal, Indicator, Plan, Section, Span, Task, Unit
from graphmodel.sheet import Sheet, add_department, add_succession
from graphmodel.text import LINE_END, Lines

if TYPE_CHECKING:
    from graphmodel.plain import Drawn


def add_plan(graph: Drawn, plan: Plan, doc: str) -> None:
    """Adds everything of one plan under the document id ``doc``, which must be new to the graph."""
    sheet = Sheet(graph, plan, doc)
    for department in plan.departments:
        add_department(graph, department)
    graph.add_node(doc, kind="document", **_document(sheet, plan))
    paths = ids.section_paths(plan.sections)
    sections = _add_sections(sheet, plan.sections, paths)
    chains = _chains(plan.sections)
    for task, path in zip(plan.tasks, ids.task_paths(plan.tasks, paths, Lines(plan.source.text))):
        _add_task(sheet, task, path, _inner(sheet, task.section_path, sections))
    for n, goal in enumerate(plan.goals, 1):
        _add_goal(sheet, goal, n, _by_names(sheet, goal.section, goal.span, plan.sections, chains, sections))
    for n, mechanism in enumerate(plan.mechanisms, 1):
        facts = {"kind_of": mechanism.kind_of, "frequency": mechanism.frequency or None, "quote": _one_line_end(mechanism.quote)}
        node = sheet.node(f"{doc}/mechanism{n}", "mechanism", facts, mechanism.span)
        sheet.edge(_inner(sheet, mechanism.section_path, sections), node, "CONTAINS", mechanism.span)
        for type, units in (("ACTS", mechanism.actors), ("RECEIVES", mechanism.recipients)):
            for unit in units:
                sheet.edge(node, sheet.unit(unit), type, unit.span, printed=unit.printed)
    for post in plan.posts:
        person = sheet.person(post.person, post.title, post.span)
        sheet.edge(person, sheet.unit(post.body), "MEMBER_OF", post.span, role=post.role, printed=post.person, title=post.title)
    for member in plan.memberships:
        printed = member.member.printed
        sheet.edge(sheet.unit(member.member), sheet.unit(member.body), "MEMBER_OF", member.span, role=member.role, printed=printed, title=None)
    for hosting in plan.hostings:
        sheet.edge(sheet.unit(hosting.office), sheet.unit(hosting.host), "HOSTED_BY", hosting.span, printed=hosting.host.printed)
    graph.nodes[doc]["addressees"] = tuple(_addressee(sheet, unit) for unit in plan.addressees)


def add_successions(graph: Drawn, plans: Sequence[Plan]) -> None:
    """SUCCEEDS edges that the plans' departments name themselves, newer → older, where both are in the graph."""
    for plan in plans:
        for department in plan.departments:
            for older, on in department.succeeds:
                if older in graph and older != department.id:
                    add_succession(graph, department.id, older, on)


def _document(sheet: Sheet, plan: Plan) -> dict[str, Any]:
    header, source = plan.header, plan.source
    text = tuple(sheet.lines)
    places = tuple(place or None for place in source.places[: len(text)])
    taken = tuple(plan.taken[: len(text)])
    return {
        "name": header.name or None,
        "number": header.number or None,
        "issuer": header.issuer or None,
        "jurisdiction": tuple(header.jurisdiction),
        "date": header.date or None,
        "status": header.status,
        "period": header.period,
        "source": _printable_name(source.name) or None,
        "sha256": source.sha256 or None,
        "text": text,
        "places": places + (None,) * (len(text) - len(places)),
        "unread": tuple(f"{line}: {reason}" for line, reason in plan.unread),
        "taken": taken + ("",) * (len(text) - len(taken)),
        "addressees": (),
    }


def _printable_name(name: str) -> str:
    """The last part of a file's name. A name in GBK on a UTF-8 system is decoded: no file format can carry its lone surrogates."""
    base = pattern(r"[/\\]").split(name)[-1]
    if base.isascii() or not any("\ud800" <= c <= "\udfff" for c in base):
        return base
    try:
        return base.encode("utf-8", "surrogateescape").decode("gb18030")
    except UnicodeError:
        return pattern("[\ud800-\udfff]").sub("\ufffd", base)


def _add_sections(sheet: Sheet, sections: Sequence[Section], paths: Sequence[str]) -> list[str]:
    nodes: list[str] = []
    for i, (section, path) in enumerate(zip(sections, paths)):
        facts = {"name": section.name, "number": section.number or None, "level": section.level}
        node = sheet.node(f"{sheet.doc}/§/{path}", "section", facts, section.span)
        above = nodes[section.parent] if section.parent is not None and 0 <= section.parent < i else sheet.doc
        sheet.edge(above, node, "CONTAINS", section.span)
        nodes.append(node)
    return nodes


def _add_task(sheet: Sheet, task: Task, path: str, above: str) -> None:
    deadline = task.deadline
    facts = {
        "name": task.name,
        "text": _one_line_end(task.text),
        "number": task.number or None,
        "section": tuple(task.section),
        "deadline": deadline.date or None,
        "deadline_printed": deadline.printed or None,
        "deadline_kind": deadline.kind,
        "deadline_span": deadline.span and sheet.span(deadline.span),
    }
    node = sheet.node(f"{sheet.doc}/{path}", "task", facts, task.span)
    sheet.edge(above, node, "CONTAINS", task.span)
    _add_duties(sheet, node, task.duties)
    _add_indicators(sheet, node, task.indicators)
    for n, step in enumerate(task.milestones, 1):
        step_facts = {"text": _one_line_end(step.text), "by": step.by or None, "printed": step.printed or None}
        milestone = sheet.node(f"{node}/milestone{n}", "milestone", step_facts, step.span)
        sheet.edge(node, milestone, "DUE", step.span)
    for overseer in task.overseers:
        person = sheet.person(overseer.name, overseer.title, overseer.span)
        sheet.edge(person, node, "OVERSEES", overseer.span, label=overseer.label or None, title=overseer.title or None)
    for unit in task.mentions:
        sheet.edge(node, sheet.unit(unit), "MENTIONS", unit.span, printed=unit.printed)


def _add_goal(sheet: Sheet, goal: Goal, n: int, above: str) -> None:
    facts = {"text": _one_line_end(goal.text), "section": tuple(goal.section), "by": goal.by or None}
    node = sheet.node(f"{sheet.doc}/goal{n}", "goal", facts, goal.span)
    sheet.edge(above, node, "CONTAINS", goal.span)
    _add_duties(sheet, node, goal.duties)
    _add_indicators(sheet, node, goal.indicators)


def _add_duties(sheet: Sheet, node: str, duties: Sequence[Duty]) -> None:
    for duty in duties:
        sheet.edge(
            sheet.unit(duty.unit), node, duty.role, duty.unit.span,
            printed=duty.unit.printed, label=duty.label or None, tier=duty.tier, order=duty.order, part=duty.part or None, basis=duty.basis,
            statement=sheet.span(duty.span),
        )  # fmt: skip


def _add_indicators(sheet: Sheet, node: str, indicators: Sequence[Indicator]) -> None:
    for n, indicator in enumerate(indicators, 1):
        facts = {
            "name": indicator.name,
            "op": indicator.op,
            "value": _figure(indicator.value),
            "value_to": None if indicator.value_to is None or not math.isfinite(indicator.value_to) else whole_if_whole(indicator.value_to),
            "unit": indicator.unit or None,
            "by": indicator.by or None,
            "baseline": indicator.baseline or None,
            "binding": indicator.binding or None,
            "quote": _one_line_end(indicator.quote),
        }
        target = sheet.node(f"{node}/indicator{n}", "indicator", facts, indicator.span)
        sheet.edge(node, target, "MEASURED_BY", indicator.span)


def _addressee(sheet: Sheet, unit: Unit) -> dict[str, Any]:
    department = sheet.unit(unit)
    place = sheet.place(unit.span)
    return {"department": department, "printed": unit.printed, "span": place["span"], "lines": place["lines"]}


def _figure(value: float | str) -> float | str:
    """A JSON number or words: what is neither finite nor words is given as words."""
    if isinstance(value, str):
        return value
    figure: float | str = whole_if_whole(value) if math.isfinite(value) else str(value)
    return figure


def _one_line_end(text: str) -> str:
    return LINE_END.sub("\n", text) if "\r" in text else text


def _inner(sheet: Sheet, path: Sequence[int], sections: Sequence[str]) -> str:
    return sections[path[-1]] if path and 0 <= path[-1] < len(sections) else sheet.doc


def _chains(sections: Sequence[Section]) -> dict[tuple[str, ...], list[int]]:
    """Names from the outermost heading to each section → the sections with that chain of names."""
    chains: list[tuple[str, ...]] = []
    found: dict[tuple[str, ...], list[int]] = {}
    for i, section in enumerate(sections):
        above = chains[section.parent] if section.parent is not None and 0 <= section.parent < i else ()
        chains.append((*above, section.name))
        found.setdefault(chains[-1], []).append(i)
    return found


def _by_names(
    sheet: Sheet,
    names: tuple[str, ...],
    span: Span,
    sections: Sequence[Section],
    chains: dict[tuple[str, ...], list[int]],
    nodes: Sequence[str],
) -> str:
    """The section with these headings that begins last before the span; the document if there is none."""
    before = [i for i in chains.get(names, ()) if sections[i].span[0] <= span[0]]
    return nodes[max(before, key=lambda i: (sections[i].span[0], i))] if before else sheet.doc
