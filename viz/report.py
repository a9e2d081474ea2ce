"""The report: one page to print and take to the meeting, for people who never saw the program. It runs no script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphmodel.finding import LEVELS
from viz.page import page
from viz.report_text import Quoted, full_text, quoted
from viz.report_values import CARRIED, ROLES, UNDATED
from viz.rows import IN_WORDS, at_in_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graphmodel.finding import Finding
    from graphmodel.graph import AccountabilityGraph
    from viz.format import Lang
    from viz.report_bodies import Unit
    from viz.report_values import Report

_SHORT = 4  # lines of quotes
_SHARED: dict[str, Any] = {"ROLES": ROLES, "CARRIED": CARRIED, "UNDATED": UNDATED, "LEVEL_WORDS": IN_WORDS}


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as the page prints it. ``number``: in the order of levels, then of places; ``cause``: the number of the one it follows from."""

    number: int
    level: str
    code: str
    rule: str
    message: str
    remedy: str
    where: str
    plan: str
    quotes: tuple[Quoted, ...]
    cause: int | None

    @property
    def short(self) -> bool:
        """Whether it may be kept on one sheet without leaving half of another empty."""
        return sum(len(quote.lines) for quote in self.quotes) <= _SHORT


def shown_findings(graph: AccountabilityGraph, findings: Sequence[Finding], lang: Lang) -> dict[int, Shown]:
    """Index of the finding -> the finding as shown, in the order in which the report prints them."""
    order = sorted(range(len(findings)), key=lambda i: (LEVELS.index(findings[i].level), i))
    number = {index: n for n, index in enumerate(order, 1)}
    docs = graph.documents()
    several = len(docs) > 1
    found: dict[int, Shown] = {}
    for index in order:
        f = findings[index]
        doc = next((q.doc for q in f.quotes if q.doc in graph), None)
        message, remedy = (f.message.zh, f.remedy.zh) if lang == "zh" else (f.message.en, f.remedy.en)
        cause = number.get(f.follows_from) if f.follows_from is not None else None
        found[index] = Shown(
            number[index], f.level, f.code, f.rule, message, remedy, _where(f, lang), str(graph.node(doc)["source"] or "") if several and doc else "",
            quoted(graph, docs, f.quotes, lang), cause,
        )  # fmt: skip
    return found


def _where(finding: Finding, lang: Lang) -> str:
    told = ("、" if lang == "zh" else ", ").join(str(a) if a == b else f"{a}–{b}" for a, b in finding.lines)
    if not told:
        return "全文" if lang == "zh" else "the whole plan"
    one = len(finding.lines) == 1 and finding.lines[0][0] == finding.lines[0][1]
    place = f"{found} · " if (found := at_in_words(finding, lang)) else ""
    return place + (f"第 {told} 行" if lang == "zh" else f"{'line' if one else 'lines'} {told}")


def report_page(report: Report, lang: Lang) -> str:
    """The whole report as one HTML page, the same to the byte for the same values."""
    found = shown_findings(report.graph, report.findings, lang)
    numbered = [(shown.number, report.findings[index]) for index, shown in found.items()]
    several = len(report.plans) > 1
    name = _plans(report, lang)
    return page(
        "report.html", lang, f"分工审查报告：{name}" if lang == "zh" else f"Audit of the allocation of tasks: {name}",
        r=report, plans=name, found=found, levels=[(level, [s for s in found.values() if s.level == level]) for level in LEVELS],
        texts=[full_text(report.graph, doc, numbered) for doc in report.graph.documents()],
        codes={rule.code for rule in report.rules}, titles={rule.code: rule.title for rule in report.rules}, linked=True, several=several,
        touching=lambda unit: _touching(unit, found), **_SHARED,
    )  # fmt: skip


def unit_page(report: Report, unit: Unit, lang: Lang) -> str:
    """The page of one unit alone: what it must do, and the findings that touch it spelled out."""
    found = shown_findings(report.graph, report.findings, lang)
    return page(
        "report_unit.html", lang, f"任务清单：{unit.name}" if lang == "zh" else f"What to do: {unit.name}",
        r=report, unit=unit, found=found, plans=_plans(report, lang), codes=frozenset(),
        titles={rule.code: rule.title for rule in report.rules}, linked=False, several=len(report.plans) > 1,
        touching=lambda unit: _touching(unit, found), **_SHARED,
    )  # fmt: skip


def _touching(unit: Unit, found: Mapping[int, Shown]) -> list[Shown]:
    """The findings that touch a unit, in the order of their numbers."""
    return sorted((found[index] for index in unit.touched), key=lambda shown: shown.number)


def _plans(report: Report, lang: Lang) -> str:
    """The name of the plan, or how many there are."""
    if len(report.plans) == 1:
        return " ".join((report.plans[0].name or report.plans[0].source).split())
    return f"{len(report.plans)} 份方案" if lang == "zh" else f"{len(report.plans)} plans"
