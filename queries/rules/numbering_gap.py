"""TXT601."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from queries.audit import Remark, rule
from queries.gaps import gaps, key_of
from queries.numbering import Break, Style, written
from queries.places import lines_of_text, place_lines, quote_at, said_at, spoken


@rule(code="TXT601", name="numbering-gap", level="warning")
def numbering_gap(graph: AccountabilityGraph) -> Iterator[Remark]:
    """编号缺漏或重复 / A number is missing or doubled.

    说明 / What it says
    同一层次的编号中间缺号、重号，或者括号里的编号丢失。方案自己注明省略（节选、略）的不算。
    Among the numbers of one level one is missing or doubled, or the brackets of a number are empty. What the text itself leaves out (略,
    节选) does not count.
    理由 / Why
    缺号可能意味着整条任务在起草、排版或转载时丢失；重号会使引用“第×项”时出错。
    A missing number may mean that a whole task was lost in drafting or copying; with a doubled one nobody can cite item so-and-so.
    来源 / Source
    GB/T 9704—2012 党政机关公文格式：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注。
    反例 / Bad example
    ```text
    沅平市水环境治理工作任务分工方案
    一、重点任务
    1.完成东河清淤。（责任单位：市水利局）
    2.完成西河清淤。（责任单位：市水利局）
    4.完成南渠改造。（责任单位：市住建局）
    ```
    正例 / Good example
    ```text
    沅平市水环境治理工作任务分工方案
    一、重点任务
    1.完成东河清淤。（责任单位：市水利局）
    2.完成西河清淤。（责任单位：市水利局）
    3.完成南渠改造。（责任单位：市住建局）
    ```
    修改 / How to mend
    对照原稿核实是否漏项，再顺次编号。
    Compare with the original whether an item was lost, then number them in order.
    """
    for doc in graph.documents():
        for one in gaps(graph, doc):
            yield _remark(graph, doc, one)


def _remark(graph: AccountabilityGraph, doc: str, one: Break) -> Remark:
    lines = lines_of_text(graph.text_of(doc))
    shown = [n for n in (one.before.line if one.before else None, one.bare, one.after.line) if n]
    if one.kind == "lost":
        shown = [one.after.line]
    numbers = "、".join(_shown(one.after.style, n) for n in one.numbers)
    at = {m.line for m in (one.before, one.after) if m}
    return Remark(
        message=_message(graph, doc, one, numbers),
        tasks=tuple(t for t in graph.tasks(doc) if place_lines(graph, t)[0] in at),
        remedy=Words(
            zh="请对照原稿核实是否漏项或错号，再顺次编号。",
            en="Please compare with the original whether an item was lost or misnumbered, then number in order.",
        ),
        lines=tuple((n, n) for n in shown),
        quotes=tuple(quote_at(graph, doc, _head(lines.span(n), lines.text)) for n in shown),
        key=key_of(doc, one) if one.kind == "missing" else None,
    )


def _message(graph: AccountabilityGraph, doc: str, one: Break, numbers: str) -> Words:
    text = lines_of_text(graph.text_of(doc))
    if one.kind == "lost":
        return Words(
            zh=f"{said_at(graph, doc, one.after.line).zh}标题括号内的编号缺失，按顺序应为{numbers}。",
            en=f"The number in the brackets of {said_at(graph, doc, one.after.line).en} is missing; in order it would be {numbers}.",
        )
    before = _shown(one.after.style, (one.before.value or 0) if one.before else 0)
    after = _shown(one.after.style, one.after.value or 0)
    if one.kind == "slip" and one.wrong:
        return Words(
            zh=f"编号{after}出现两次，而缺{numbers}；{said_at(graph, doc, one.wrong.line).zh}的“{after}”疑为“{numbers}”之误。",
            en=f"The number {after} is used twice and {numbers} is missing; in {said_at(graph, doc, one.wrong.line).en} “{after}” may stand for “{numbers}”.",
        )
    if one.kind == "doubled":
        return Words(zh=f"编号{after}出现两次，引用时无法分清。", en=f"The number {after} is used twice: nobody can cite it.")
    if one.bare is not None:
        heading = spoken(text.text[slice(*text.span(one.bare))])
        return Words(
            zh=f"编号由{before}跳到{after}，缺{numbers}；{said_at(graph, doc, one.bare).zh}标题“{heading}”前没有编号。",
            en=f"The numbers go from {before} to {after}, {numbers} is missing; the heading “{heading}” in {said_at(graph, doc, one.bare).en} has none.",
        )
    return Words(
        zh=f"编号由{before}跳到{after}，缺{numbers}，是否漏了整项？", en=f"The numbers go from {before} to {after}; {numbers} is missing: was a whole item lost?"
    )


def _head(span: tuple[int, int], text: str) -> tuple[int, int]:
    """The beginning of a line, without the blanks before it: to its first mark, at most 24 code points."""
    start = span[0] + len(text[slice(*span)]) - len(text[slice(*span)].lstrip())
    stop = pattern(r"[。，；：,;:|]").search(text, min(start + 6, span[1]), min(span[1], start + 24))
    return start, stop.start() if stop else min(span[1], start + 24)


def _shown(style: Style, value: int) -> str:
    """A number as plans print it: （四）, 四, 4."""
    return written(style, value).rstrip("、.").replace("(", "（").replace(")", "）")
