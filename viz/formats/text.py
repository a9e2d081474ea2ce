"""Findings for people, on a terminal or as a text file: grouped by place, the plan's words marked beneath their line, a summary at
the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from graphmodel.finding import LEVELS, Finding, Quote
from graphmodel.text import Lines
from viz.excerpt import Row, excerpt
from viz.format import Lang, Sheet, findings_format
from viz.rows import IN_WORDS, at_in_words
from viz.seen import clip, visible, wrap

_COLOUR = {"error": "31;1", "warning": "33;1", "review": "36", "place": "1", "faint": "2"}
_MOST_QUOTES = 3

Numbered = list[tuple[int, Finding]]  # findings with their places in the answer


@findings_format("text", suffixes=(".txt", ".text", ".log"), data=False)
def text(sheet: Sheet) -> str:
    """The findings at or above ``sheet.level``, place by place, then their number and how to see the rest."""
    shown = [(n, f) for n, f in enumerate(sheet.findings) if LEVELS.index(f.level) <= LEVELS.index(sheet.level)]
    texts: dict[str, Lines] = {}
    lines = [*(_by_place if sheet.by == "place" else _by_rule)(sheet, shown, texts)]
    lines += _summary(sheet, [f for _, f in shown])
    return "\n".join(lines) + "\n"


def _by_place(sheet: Sheet, shown: Numbered, texts: dict[str, Lines], document: str | None = None) -> Iterator[str]:
    """``document``: the one whose title stands above already."""
    for (doc, at), group in groupby(shown, key=lambda item: _place(sheet, item[1])):
        if doc != document:
            yield from (*_title(sheet, doc), "")
            document = doc
        yield from _group(sheet, doc, at, [*group], texts)


def _by_rule(sheet: Sheet, shown: Numbered, texts: dict[str, Lines]) -> Iterator[str]:
    """The gravest rule first, then by code; below a rule its findings in the order of the plans."""
    only = next(iter(sheet.graph.documents()), None) if len(sheet.graph.documents()) == 1 and shown else None
    if only is not None:
        yield from (*_title(sheet, only), "")
    ordered = sorted(shown, key=lambda item: (LEVELS.index(item[1].level), item[1].code))
    for (level, code), held in groupby(ordered, key=lambda item: (item[1].level, item[1].code)):
        of_rule = [*held]
        label = f"{IN_WORDS[level][0 if sheet.lang == 'zh' else 1]} {code} {of_rule[0][1].rule}"
        number = f"（{len(of_rule)} 条）" if sheet.lang == "zh" else f" ({len(of_rule)})"
        yield _paint(sheet, level, label) + number
        yield ""
        yield from _by_place(sheet, of_rule, texts, only)


def _place(sheet: Sheet, finding: Finding) -> tuple[str, int]:
    doc = finding.quotes[0].doc if finding.quotes else sheet.graph.document_of(finding.tasks[0]) if finding.tasks else ""
    return doc, min((first for first, _ in finding.lines), default=0)


def _title(sheet: Sheet, doc: str) -> Iterator[str]:
    if doc in sheet.graph:
        node = sheet.graph.node(doc)
        name = " ".join(filter(None, (node["source"], node["name"])))
        yield _paint(sheet, "place", clip(visible(name), sheet.width, sheet.ambiguous))


def _group(sheet: Sheet, doc: str, at: int, group: list[tuple[int, Finding]], texts: dict[str, Lines]) -> Iterator[str]:
    """All findings of one place."""
    yield _paint(sheet, "place", clip(_where(sheet, doc, at, group[0][1]), sheet.width, sheet.ambiguous))
    seen: set[tuple[str, tuple[int, int]]] = set()
    for k, (_, finding) in enumerate(group):
        yield from _message(sheet, finding)
        fresh = [q for q in finding.quotes if (q.doc, q.span) not in seen]
        seen.update((q.doc, q.span) for q in fresh)
        for quote in fresh[:_MOST_QUOTES]:
            yield from _quote(sheet, quote, doc, texts)
        if rest := fresh[_MOST_QUOTES:]:
            numbers = dict.fromkeys(_lines_of(sheet, q, texts).at(q.span[0]) for q in rest)
            told = "、".join(map(str, numbers)) if sheet.lang == "zh" else ", ".join(map(str, numbers))
            yield from _indented(sheet, f"另见第 {told} 行" if sheet.lang == "zh" else f"also on line {told}", 4)
        if k + 1 < len(group) and group[k + 1][1].remedy == finding.remedy:
            continue  # the same advice stands below the next one
        remedy = finding.remedy.zh if sheet.lang == "zh" else finding.remedy.en
        yield from _indented(sheet, ("改：" if sheet.lang == "zh" else "mend: ") + visible(remedy), 4)
    yield ""


def _where(sheet: Sheet, doc: str, at: int, finding: Finding) -> str:
    """Where a finding stands: the place in the file if it has one, the line of the text, the headings."""
    graph = sheet.graph
    section = graph.node(finding.tasks[0])["section"] if finding.tasks and finding.tasks[0] in graph else ()
    place = at_in_words(finding, sheet.lang)
    number = (f"第 {at} 行" if sheet.lang == "zh" else f"line {at}") if at else ("全文" if sheet.lang == "zh" else "the whole plan")
    return " · ".join(visible(part) for part in (place, number, " / ".join(section or ())) if part)


def _message(sheet: Sheet, finding: Finding) -> Iterator[str]:
    zh = sheet.lang == "zh"
    level = IN_WORDS[finding.level][0 if zh else 1]
    label = f"{level} {finding.code} {finding.rule}"
    words = visible(finding.message.zh if zh else finding.message.en)
    if finding.follows_from is not None and finding.follows_from < len(sheet.findings):
        cause = sheet.findings[finding.follows_from]
        line = _place(sheet, cause)[1]
        words += f"（由第 {line} 行 {cause.code} 引起）" if zh else f" (follows from {cause.code}, line {line})"
    first, *rest = wrap(f"{label}{'：' if zh else ': '}{words}", sheet.width - 4, sheet.ambiguous)
    yield "  " + (_paint(sheet, finding.level, label) + first[len(label) :] if first.startswith(label) else first)
    yield from ("    " + line for line in rest)


def _quote(sheet: Sheet, quote: Quote, doc: str, texts: dict[str, Lines]) -> Iterator[str]:
    lines = _lines_of(sheet, quote, texts)
    rows = excerpt(lines, quote.span, max(20, sheet.width - 9), sheet.ambiguous)
    if quote.doc != doc and quote.doc in sheet.graph:
        yield from _indented(sheet, visible(str(sheet.graph.node(quote.doc)["source"])), 7)
    for row in rows:
        yield from _row(sheet, row)


def _row(sheet: Sheet, row: Row) -> Iterator[str]:
    number = f"{row.number:>6}" if row.number is not None else " " * 6
    yield _paint(sheet, "faint", f"{number} |") + f" {row.text}"
    if row.marks:
        yield _paint(sheet, "faint", " " * 6 + " |") + " " + _paint(sheet, "error", row.marks)


def _lines_of(sheet: Sheet, quote: Quote, texts: dict[str, Lines]) -> Lines:
    if quote.doc not in texts:
        texts[quote.doc] = Lines(sheet.graph.text_of(quote.doc) if quote.doc in sheet.graph else quote.text)
    return texts[quote.doc]


def _indented(sheet: Sheet, words: str, by: int) -> Iterator[str]:
    for line_text in wrap(words, sheet.width - by, sheet.ambiguous):
        yield " " * by + line_text


def _summary(sheet: Sheet, shown: list[Finding]) -> Iterator[str]:
    zh = sheet.lang == "zh"
    counts = Counter(f.level for f in sheet.findings)
    hidden = Counter(f.level for f in sheet.findings) - Counter(f.level for f in shown)
    if not sheet.findings:
        of_rules = _rules_asked(sheet)
        yield f"没有发现问题{of_rules}。" if zh else f"Nothing was found{of_rules}."
        return
    told = [_counted(counts[level], level, sheet.lang) for level in LEVELS if counts[level]]
    of_rules = _rules_asked(sheet)
    yield ("，".join(told) + of_rules + "。") if zh else (", ".join(told) + of_rules + ".")
    if hidden:
        lowest = max(hidden, key=LEVELS.index)
        number = sum(hidden.values())
        how = f"--level {lowest}"
        yield from wrap(
            f"其中 {number} 条未列出，用 {how} 查看。" if zh else f"{number} of them not shown here; {how} shows them.",
            sheet.width,
            sheet.ambiguous,
        )


def _rules_asked(sheet: Sheet) -> str:
    """How many rules were asked: that nothing was found says no more than that."""
    if not sheet.asked:
        return ""
    return f"（已核对 {sheet.asked} 条规则）" if sheet.lang == "zh" else f" ({sheet.asked} {'rule' if sheet.asked == 1 else 'rules'} asked)"


def _counted(number: int, level: str, lang: Lang) -> str:
    if lang == "zh":
        return f"{number} {'条复核意见' if level == 'review' else '个' + IN_WORDS[level][0]}"
    word = "review remark" if level == "review" else level
    return f"{number} {word}{'' if number == 1 else 's'}"


def _paint(sheet: Sheet, what: str, words: str) -> str:
    return f"\x1b[{_COLOUR[what]}m{words}\x1b[0m" if sheet.colour and words else words
