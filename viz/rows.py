"""Findings as rows of a table: what the spreadsheets share. Cells are numbers or words that act on nothing; several things stand in one cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graphmodel.finding import Finding
from graphmodel.patterns import pattern
from graphmodel.place_words import place_words
from viz.format import Lang, Sheet
from viz.seen import visible

Cell = str | int | tuple[str, ...]

IN_WORDS = {"error": ("错误", "error"), "warning": ("警告", "warning"), "review": ("复核", "review")}
# What a spreadsheet would run when a cell begins so (OWASP, CSV injection); the full-width forms are taken for the same by some.
_FORMULA = pattern(r"[\s']*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


@dataclass(frozen=True, slots=True)
class Column:
    """``room``: columns of a comfortable width; ``of``: the cell of a finding, which stands at an index of the sheet."""

    zh: str
    en: str
    room: int
    of: Callable[[Sheet, int, Finding], Cell]

    def name(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en


def no_formula(text: str) -> str:
    """A text that no spreadsheet takes for a formula: a ' stands before what begins like one."""
    return f"'{text}" if _FORMULA.match(text) else text


def rows(sheet: Sheet) -> Iterator[tuple[Cell, ...]]:
    """One row a finding, in their order, whatever their level."""
    for n, finding in enumerate(sheet.findings):
        yield tuple(column.of(sheet, n, finding) for column in COLUMNS)


def document_of(sheet: Sheet, finding: Finding) -> str | None:
    """The id of the document a finding stands in; None if its graph does not say."""
    doc = finding.quotes[0].doc if finding.quotes else None
    if doc is None and finding.tasks and finding.tasks[0] in sheet.graph:
        doc = sheet.graph.document_of(finding.tasks[0])
    if doc is None and len(sheet.graph.documents()) == 1:
        doc = sheet.graph.documents()[0]
    return doc if doc is not None and doc in sheet.graph else None


def at_in_words(finding: Finding, lang: Lang) -> str:
    """The place in the file of a finding's first words, as a person says it (第12段, 表1第3行第2列); "" where the file has no places."""
    place = finding.quotes[0].place if finding.quotes else None
    if not place:
        return ""
    words = place_words(place, 0)
    return words.zh if lang == "zh" else words.en


def source_of(sheet: Sheet, doc: str | None) -> str:
    """The name of the file a document was read from."""
    return str(sheet.graph.node(doc)["source"] or doc) if doc is not None else ""


def section_of(sheet: Sheet, finding: Finding) -> tuple[str, ...]:
    """The headings above the first task, outermost first."""
    if not finding.tasks or finding.tasks[0] not in sheet.graph:
        return ()
    return tuple(sheet.graph.node(finding.tasks[0])["section"] or ())


def task_name(sheet: Sheet, task: str) -> str:
    """What tells a task from others for a reader: the numbers above it, its own, and its name (``二/(一)/4 提升物业服务``)."""
    if task not in sheet.graph:
        return visible(task)
    doc, name = sheet.graph.document_of(task), sheet.graph.node(task)["name"]
    return visible(" ".join(filter(None, (task.removeprefix(f"{doc}/"), name))))


def department_name(sheet: Sheet, department: str) -> str:
    return visible(str(sheet.graph.node(department)["name"] or department) if department in sheet.graph else department)


def lines_in_words(finding: Finding, lang: Lang) -> str:
    return ("、" if lang == "zh" else ", ").join(str(a) if a == b else f"{a}–{b}" for a, b in finding.lines)


def _lines(sheet: Sheet, __: int, finding: Finding) -> Cell:
    alone = len(finding.lines) == 1 and finding.lines[0][0] == finding.lines[0][1]
    return finding.lines[0][0] if alone else lines_in_words(finding, sheet.lang)


def _places(sheet: Sheet, __: int, finding: Finding) -> Cell:
    said = [place_words(q.place, 0) for q in finding.quotes if q.place]
    return tuple(dict.fromkeys(visible(w.zh if sheet.lang == "zh" else w.en) for w in said))


def _quotes(_: Sheet, __: int, finding: Finding) -> Cell:
    """A quote's own line breaks become blanks: what follows another line is another quote."""
    return tuple(visible(" ".join(q.text.split())) for q in finding.quotes)


def _follows(sheet: Sheet, _: int, finding: Finding) -> Cell:
    return finding.follows_from + 1 if finding.follows_from is not None and finding.follows_from < len(sheet.findings) else ""


COLUMNS = (
    Column("序号", "No.", 7, lambda _, n, __: n + 1),
    Column("级别", "level", 8, lambda sheet, _, f: IN_WORDS[f.level][0 if sheet.lang == "zh" else 1]),
    Column("代码", "code", 10, lambda _, __, f: visible(f.code)),
    Column("规则", "rule", 18, lambda _, __, f: visible(f.rule)),
    Column("方案", "plan", 16, lambda sheet, _, f: visible(source_of(sheet, document_of(sheet, f)))),
    Column("位置", "place", 16, _places),
    Column("行", "lines", 9, _lines),
    Column("章节", "section", 18, lambda sheet, _, f: visible(" / ".join(section_of(sheet, f)))),
    Column("任务", "tasks", 24, lambda sheet, _, f: tuple(task_name(sheet, t) for t in f.tasks)),
    Column("部门", "departments", 18, lambda sheet, _, f: tuple(department_name(sheet, d) for d in f.departments)),
    Column("原文", "quote", 34, _quotes),
    Column("问题", "message", 40, lambda sheet, _, f: visible(f.message.zh if sheet.lang == "zh" else f.message.en)),
    Column("修改建议", "remedy", 40, lambda sheet, _, f: visible(f.remedy.zh if sheet.lang == "zh" else f.remedy.en)),
    Column("起因（序号）", "follows from (No.)", 14, _follows),
)
