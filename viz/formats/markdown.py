"""Findings as Markdown: a report to paste into a page, an issue, a mail. The plan's words are shown and can do nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from graphmodel.finding import LEVELS, Finding
from graphmodel.patterns import pattern
from graphmodel.text import Lines
from viz.excerpt import excerpt
from viz.format import Sheet, findings_format
from viz.formats.account import account, account_lines
from viz.rows import IN_WORDS, at_in_words, document_of, lines_in_words, section_of, source_of
from viz.seen import glyphs, visible

# What a viewer links or calls without any markup (@name, #12, https://, www., a@b.c): no backslash stops that, a code span does.
_CALLS = pattern(r"(?i)(?:[@#]+|/{2,}|www(?=\.)|(?:mailto|xmpp):){1,200}")  # side by side they are one stretch of code
_MARKUP = pattern(r"[\\*_{}\[\]~|!$^]|\.(?=\w)")
_FIRST = pattern(r"[-+=:]|(?<=\d)[.)]")  # what makes a list, a rule or a heading of a line that begins with it, or with a number before it
_NUMBER = pattern(r"\d{0,9}")
_AS_ENTITY = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "`": "&#96;"}  # a ` behind \` would still open code beside ours
_TICKS = pattern(r"`+")
_ROOM = 100  # columns of a quoted line


@findings_format("markdown", suffixes=(".md", ".markdown"), data=True)
def markdown(sheet: Sheet) -> str:
    """How many, what was read, and the findings at or above ``sheet.level``, by place or by rule."""
    shown = [f for f in sheet.findings if LEVELS.index(f.level) <= LEVELS.index(sheet.level)]
    zh = sheet.lang == "zh"
    lines = ["# 分工审查" if zh else "# Audit of the allocation", "", _summary(sheet, shown), ""]
    lines += [f"- {escaped(line)}" for line in account_lines(account(sheet.graph), sheet.lang)]
    texts: dict[str, Lines] = {}
    by_rule = sheet.by == "rule"
    if by_rule:
        shown.sort(key=lambda f: (LEVELS.index(f.level), f.code))
    for head, group in groupby(shown, key=lambda f: _head(sheet, f, by_rule)):
        lines += ["", f"## {head}"]
        for finding in group:
            lines += _finding(sheet, finding, by_rule, texts)
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Foreign words within a paragraph: they show as themselves and make no markup, no HTML, no link, no call."""
    out, at, text = [], 0, visible(text).strip()
    for m in _CALLS.finditer(text):
        out += [_plain(text[at : m.start()]), f"`{m[0]}`"]
        at = m.end()
    told = "".join([*out, _plain(text[at:])])
    number = _NUMBER.match(told)
    first = _FIRST.match(told, number.end() if number else 0)
    return f"{told[: first.start()]}\\{told[first.start() :]}" if first else told


def _plain(text: str) -> str:
    told = _MARKUP.sub(r"\\\g<0>", text)
    return "".join(_AS_ENTITY.get(c, c) for c in told)


def _head(sheet: Sheet, finding: Finding, by_rule: bool) -> str:
    if by_rule:
        return _label(sheet, finding)
    doc = document_of(sheet, finding)
    name = str(sheet.graph.node(doc)["name"] or "") if doc is not None else ""
    return escaped(" ".join(filter(None, (source_of(sheet, doc), name)))) or ("各方案" if sheet.lang == "zh" else "All plans")


def _label(sheet: Sheet, finding: Finding) -> str:
    return f"{IN_WORDS[finding.level][0 if sheet.lang == 'zh' else 1]} {escaped(finding.code)} {escaped(finding.rule)}"


def _finding(sheet: Sheet, finding: Finding, by_rule: bool, texts: dict[str, Lines]) -> Iterator[str]:
    zh = sheet.lang == "zh"
    number = lines_in_words(finding, sheet.lang)
    one = len(finding.lines) == 1 and finding.lines[0][0] == finding.lines[0][1]
    where = (f"第 {number} 行" if zh else f"{'line' if one else 'lines'} {number}") if number else ("全文" if zh else "the whole plan")
    places = [at_in_words(finding, sheet.lang), where, " / ".join(section_of(sheet, finding))]
    if by_rule:
        places.insert(0, source_of(sheet, document_of(sheet, finding)))
    place = " · ".join(escaped(part) for part in places if part)
    yield from ("", f"### {place}" if by_rule else f"### {place} · {_label(sheet, finding)}", "")
    yield escaped(finding.message.zh if zh else finding.message.en) + _cause(sheet, finding)
    quoted = [row for quote in finding.quotes for row in _quoted(sheet, quote.doc, quote.span, quote.text, texts)]
    if quoted:
        fence = "`" * max(3, *(len(m[0]) + 1 for row in quoted for m in _TICKS.finditer(row)), 3)
        yield from ("", f"{fence}text", *quoted, fence)
    yield from ("", f"**{'改' if zh else 'mend'}** " + escaped(finding.remedy.zh if zh else finding.remedy.en))


def _quoted(sheet: Sheet, doc: str, span: tuple[int, int], words: str, texts: dict[str, Lines]) -> Iterator[str]:
    """The lines of a quote as ``text`` shows them: every line begins with its number, so none is taken for anything else."""
    if doc not in sheet.graph:
        yield f"     1 | {''.join(glyphs(words))}"
        return
    lines = texts.setdefault(doc, Lines(sheet.graph.text_of(doc)))
    for row in excerpt(lines, span, _ROOM):
        yield f"{row.number if row.number is not None else '':>6} | {row.text}".rstrip()
        if row.marks:
            yield f"{'':>6} | {row.marks}"


def _cause(sheet: Sheet, finding: Finding) -> str:
    if finding.follows_from is None or finding.follows_from >= len(sheet.findings):
        return ""
    cause = sheet.findings[finding.follows_from]
    line = min((first for first, _ in cause.lines), default=0)
    code = escaped(cause.code)
    return f"（由第 {line} 行 {code} 引起）" if sheet.lang == "zh" else f" (follows from {code}, line {line})"


def _summary(sheet: Sheet, shown: list[Finding]) -> str:
    zh = sheet.lang == "zh"
    counts = Counter(f.level for f in sheet.findings)
    asked = (f"（已核对 {sheet.asked} 条规则）" if zh else f" ({sheet.asked} {'rule' if sheet.asked == 1 else 'rules'} asked)") if sheet.asked else ""
    if not counts:
        return f"没有发现问题{asked}。" if zh else f"Nothing was found{asked}."
    told = [f"{IN_WORDS[level][0]} {counts[level]} 条" if zh else f"{IN_WORDS[level][1]}: {counts[level]}" for level in LEVELS if counts[level]]
    rest = len(sheet.findings) - len(shown)
    hidden = (f"其中 {rest} 条未列出（`--level review`）。" if zh else f" {rest} of them not listed (`--level review`).") if rest else ""
    return ("，".join(told) if zh else ", ".join(told)) + asked + ("。" if zh else ".") + hidden
