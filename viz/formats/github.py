"""Findings as commands of a GitHub workflow: each becomes a note beside the line of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Finding
from graphmodel.text import Lines
from viz.format import Sheet, findings_format
from viz.rows import document_of, source_of
from viz.seen import visible

_COMMAND = {"error": "error", "warning": "warning", "review": "notice"}


@findings_format("github", suffixes=(), data=True)
def github(sheet: Sheet) -> str:
    """One line a finding, all levels: ``::error file=…,line=…,title=…::`` message, the plan's words, remedy."""
    texts: dict[str, Lines] = {}
    return "".join(f"{_command(sheet, finding, texts)}\n" for finding in sheet.findings)


def _command(sheet: Sheet, finding: Finding, texts: dict[str, Lines]) -> str:
    zh = sheet.lang == "zh"
    told = [finding.message.zh if zh else finding.message.en]
    told += [("原文：" if zh else "plan: ") + " ".join(quote.text.split()) for quote in finding.quotes]
    told.append(("改：" if zh else "mend: ") + (finding.remedy.zh if zh else finding.remedy.en))
    properties = ",".join(f"{name}={_property(value)}" for name, value in _place(sheet, finding, texts))
    return f"::{_COMMAND[finding.level]} {properties}::{_data(chr(10).join(map(visible, told)))}"


def _place(sheet: Sheet, finding: Finding, texts: dict[str, Lines]) -> Iterator[tuple[str, str]]:
    """The properties of the command. GitHub takes columns only where a note stands on one line."""
    doc = document_of(sheet, finding)
    if doc is not None:
        source = source_of(sheet, doc)
        yield "file", visible(sheet.paths.get(source, source))
    if finding.quotes and finding.quotes[0].doc == doc and doc is not None:
        lines = texts.setdefault(doc, Lines(sheet.graph.text_of(doc)))
        start, end = finding.quotes[0].span
        first, last = lines.of((start, end))
        yield from (("line", str(first)), ("endLine", str(last)))
        if first == last and end > start:
            begin = lines.starts[first - 1]
            yield from (("col", str(start - begin + 1)), ("endColumn", str(end - begin + 1)))
    elif finding.lines:
        yield from (("line", str(finding.lines[0][0])), ("endLine", str(finding.lines[0][1])))
    yield "title", visible(f"{finding.code} {finding.rule}")


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
