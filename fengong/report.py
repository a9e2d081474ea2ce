"""The figures of the report, asked of the measures once and handed to the page as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fengong.bilingual import of
from fengong.report_figures import carried_of, headline_of, loads_of, orphans_of, targets_of, timeline_of
from fengong.report_units import supervision_of, unit_of, units_of
from viz.report_values import PlanRead, Report, RuleLine

if TYPE_CHECKING:
    from fengong.bilingual import Lang
    from fengong.pages import Shown
    from graphmodel.graph import AccountabilityGraph
    from queries.audit import Rule


def report_html(shown: Shown, department: str | None = None) -> str:
    """The report of everything read, or with ``department`` the page of one unit alone.

    Raises UnknownName, with the nearest names, for a unit that no plan names."""
    from viz.report import report_page, unit_page

    graph, lang = shown.graph, shown.lang
    if department is None:
        return report_page(report_of(shown), lang)
    from queries.measures.department import resolve_unit

    unit = unit_of(graph, resolve_unit(graph, department), 1, shown.findings, lang)
    return unit_page(report_of(shown), unit, lang)


def report_of(shown: Shown) -> Report:
    """Everything the report says, in its language."""
    from queries.audit import rules

    graph, lang = shown.graph, shown.lang
    units = units_of(graph, shown.findings, lang)
    asked = {rule.code for rule in shown.asked}
    return Report(
        graph=graph, findings=shown.findings, refused=tuple(problem.say(lang) for problem in shown.problems), plans=plans_of(graph),
        headline=headline_of(graph, lang), loads=loads_of(graph, lang), orphans=orphans_of(graph, lang), carried=carried_of(graph),
        targets=targets_of(graph), timeline=timeline_of(graph, lang), units=units, supervision=supervision_of(graph, lang),
        rules=tuple(_rule(rule, lang) for rule in shown.asked), unused=tuple(_rule(rule, lang) for rule in rules() if rule.code not in asked),
    )  # fmt: skip


def plans_of(graph: AccountabilityGraph) -> tuple[PlanRead, ...]:
    """What was read of each plan: the account that every command prints, with the letterhead."""
    from viz.formats.account import account

    found = []
    for n, a in enumerate(account(graph), 1):
        name, number, issuer, date = (str(graph.node(a.doc).get(key) or "") for key in ("name", "number", "issuer", "date"))
        found.append(PlanRead(n, name, number, issuer, date, a.source, a.lines, a.tasks, a.duties, a.unread))
    return tuple(found)


def _rule(rule: Rule, lang: Lang) -> RuleLine:
    page = rule.page
    return RuleLine(rule.code, rule.name, rule.level, of((page.title.zh, page.title.en), lang), of((page.says.zh, page.says.en), lang), rule.standard)
