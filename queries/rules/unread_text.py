"""TXT604."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.places import begun, lines_of_text, quote_at, said_at


@rule(code="TXT604", name="unread-text", level="review")
def unread_text(graph: AccountabilityGraph) -> Iterator[Remark]:
    """未能识别的文字 / Text that was not understood.

    说明 / What it says
    程序没有读懂的行，逐段列出并注明原因；这些文字中的任务和责任未计入。
    The lines the program did not understand, with the reason; duties they may hold are not counted.
    理由 / Why
    没有读懂的内容不应悄悄丢失，请人工核对。
    What was not understood must not get lost in silence: a person should look.
    来源 / Source
    本程序的约定：每一个非空行都有交代。
    反例 / Bad example
    ```text
    沅平市河道整治工作任务分工方案
    一、重点任务
    1.完成东河清淤。（责任单位：市水利局）
    （责任单位：）
    2.完成西河清淤。（责任单位：市水利局）
    ```
    正例 / Good example
    ```text
    沅平市河道整治工作任务分工方案
    一、重点任务
    1.完成东河清淤。（责任单位：市水利局）
    2.完成西河清淤。（责任单位：市水利局）
    ```
    修改 / How to mend
    请核对这些行；如属正文，请检查是否有排版或识别错误。
    Please look at these lines; if they belong to the plan, check them for slips of layout or recognition.
    """
    for doc in graph.documents():
        lines = lines_of_text(graph.text_of(doc))
        for first, last, reason in _runs(graph.node(doc).get("unread") or ()):
            if last > len(lines):
                continue
            span = lines.span(first)[0], lines.span(last)[1]
            many = last > first
            zh, _, en = reason.partition(" / ")  # the loader gives its reason in both languages
            at, to = said_at(graph, doc, first), said_at(graph, doc, last)
            if (graph.node(doc)["places"] or (None,) * first)[first - 1]:
                where = Words(f"{at.zh}至{to.zh}", f"From {at.en} to {to.en}: the text") if at != to else Words(at.zh, begun(at.en))
            else:
                where = Words(f"第 {first}{f'—{last}' if many else ''} 行", f"Lines {first}-{last}" if many else f"Line {first}")
            them, were = ("them", "were") if many and where.en.startswith("Lines") else ("it", "was")
            yield Remark(
                message=Words(
                    zh=f"{where.zh}未能识别（{zh}），其中如有任务和责任，未计入。",
                    en=f"{where.en} {were} not understood ({en or zh}); duties in {them} are not counted.",
                ),
                remedy=Words(zh="请人工核对该处文字是否含有任务或责任。", en="Please check by eye whether duties stand here."),
                lines=((first, last),),
                quotes=(quote_at(graph, doc, span),),
            )


def _runs(unread: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """Neighbouring unread lines with one reason as (first, last, reason); entries are "line: reason"."""
    run: tuple[int, int, str] | None = None
    for entry in unread:
        number, _, reason = str(entry).partition(":")
        if not number.strip().isdecimal():
            continue
        n, why = int(number), reason.strip()
        if run and run[1] + 1 == n and run[2] == why:
            run = run[0], n, why
            continue
        if run:
            yield run
        run = n, n, why
    if run:
        yield run
