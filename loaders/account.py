"""Nothing is lost: what each line of the text was taken for, and the lines nobody understood, with the reason."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from graphmodel.patterns import pattern
from graphmodel.plan import Plan, Span
from graphmodel.text import Lines
from loaders.columns import column
from loaders.drafts import Read
from loaders.header import Frame
from loaders.overlooked import overlooked
from loaders.paragraphs import Para
from loaders.rows import Found
from loaders.ruled import RULE_LINE
from loaders.tables import strange_rows

# a role word that allots something: if no statement holds it, the line was not understood
_ALLOTS = pattern(
    r"(?<![自理缘])由[^。;,]{2,40}(?:牵头|负责)[,。;]|以[^。;,]{2,30}为主,[^。;]{2,30}配合|按职责分工(?:分别)?(?:负责|落实)|(?:牵头|责任|配合|参与|监管|协同|协作|主办|承办)(?:责任)?(?:单位|部门)\s?[:]|[(〔\[【][^()〔〕\[\]【】]{2,120}(?:牵头|负责|配合)[)〕\]】]"
)
# 序号 重点任务 工作措施 牵头部门 … run together on one line
_HEADS = pattern(r"序号.{0,60}(?:任务|事项|措施|项目|内容).{0,60}(?:牵头|责任|主责|配合)(?:责任)?(?:单位|部门)")
_NO_UNITS = "表格没有责任单位栏，未读成任务 / a table without a column of units: no tasks were made of it"
_STRANGE_HEADS = "表格有责任单位栏，其余栏目不认识，未读成任务 / a table with a column of units among heads in unknown words: no tasks were made of it"
_ORDER = ("task", "duty", "heading", "goal", "mechanism", "person", "table head", "intro", "principle", "preamble", "header", "annex", "contents", "furniture")


def account(
    plan: Plan, frame: Frame, read: Read, tables: Found, left: Sequence[Para], restated: Sequence[Span]
) -> tuple[tuple[str, ...], tuple[tuple[int, str], ...]]:
    """(one word per line, "" for a blank line; (line, reason) of each line not understood)."""
    lines = Lines(plan.source.text)
    taken = [""] * len(lines)
    rank = {w: i for i, w in enumerate(_ORDER)}

    def mark(spans: Iterable[Span], what: str) -> None:
        for span in spans:
            first, last = lines.of(span)
            for n in range(first - 1, last):
                if not taken[n] or rank.get(what, 99) < rank.get(taken[n], 99):
                    taken[n] = what

    mark((t.span for t in plan.tasks), "task")
    mark((d.span for t in plan.tasks for d in t.duties), "duty")
    mark((t.deadline.span for t in plan.tasks if t.deadline.span), "duty")
    mark((o.span for t in plan.tasks for o in t.overseers), "duty")
    mark((i.span for t in plan.tasks for i in t.indicators), "task")
    mark(tables.rows, "task")
    mark(restated, "task")
    mark((s for s, what in read.taken if what == "duty"), "duty")
    mark((s.span for s in plan.sections), "heading")
    mark((g.span for g in plan.goals), "goal")
    mark((m.span for m in plan.mechanisms), "mechanism")
    mark((p.span for p in plan.posts), "person")
    mark((m.span for m in plan.memberships), "person")
    mark((h.span for h in plan.hostings), "person")
    for span, what in read.taken:
        mark([span], what)
    mark(tables.heads, "table head")
    for p, _, what in read.loose:
        mark([p.span], what)
    for span, what in frame.marks:
        mark([span], what)
    reasons: dict[int, str] = {}
    for span, reason in tables.bad_rows:
        reasons.setdefault(lines.at(span[0]), reason)
    for span in read.orphans:
        reasons.setdefault(lines.at(span[0]), "分工说明之前没有任务 / a statement of duty without work before it")
    for span in tables.heads:
        if not tables.rows:
            reasons.setdefault(lines.at(span[0]), "有表头而没有读到行 / a table's head without a row that was read")
    for n, line in enumerate(lines, 1):
        if not tables.rows and _HEADS.search(line):
            reasons.setdefault(n, "像是表头，而没有读到表格 / looks like the heads of a table that was not read")
    said = [*(p.span for p in plan.posts), *(m.span for m in plan.memberships), *(g.span for g in plan.goals)]
    strange = strange_rows(left)
    with_units = {p.span[0] for p in strange if any((c := column(cell)) and c.kind in ("role", "inner") for cell in p.text.split("|"))}
    for table in _stretches(plan.source.text, strange):
        if not any(table[0] <= a < table[1] for a, _ in said):
            reasons.setdefault(lines.at(table[0]), _STRANGE_HEADS if any(table[0] <= a < table[1] for a in with_units) else _NO_UNITS)
    covered = _merged([d.span for t in plan.tasks for d in t.duties] + [s for s, what in read.taken if what == "duty"])
    for p in left:
        for m in _ALLOTS.finditer(p.text):
            span = p.view.span(m.start(), m.end())
            before = bisect_left(covered, (span[1], 0))  # those from here on begin behind the words
            if not (before and covered[before - 1][1] > span[0]):
                reasons.setdefault(lines.at(span[0]), f"有分工用语而未读懂：{m[0][:20]} / words of allotment not understood")
    for n in range(len(lines)):
        a, b = lines.span(n + 1)
        if taken[n] and (why := overlooked(plan.source.text[a:b], taken[n])):
            reasons.setdefault(n + 1, why)
        if not taken[n] and plan.source.text[a:b].strip():
            if any(c.isalnum() for c in plan.source.text[a:b]):
                reasons.setdefault(n + 1, "不属于任何条目、标题或附注 / part of no item, heading or note")
            else:
                taken[n] = "furniture"
    for n in reasons:
        taken[n - 1] = "unread"
    return tuple(taken), tuple(sorted(reasons.items()))


def _stretches(text: str, rows: Sequence[Para]) -> list[Span]:
    """Rows that follow one another with nothing but white space or a rule between, as one span each."""
    out: list[Span] = []
    for p in rows:
        if out and RULE_LINE.match(text[out[-1][1] : p.span[0]]):
            out[-1] = (out[-1][0], p.span[1])
        else:
            out.append(p.span)
    return out


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The same ground in order, overlapping spans made one."""
    out: list[Span] = []
    for a, b in sorted(spans):
        if out and a < out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], b))
        else:
            out.append((a, b))
    return out
