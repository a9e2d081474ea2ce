"""``fengong text``: the extracted text, and what each line was taken for."""

from __future__ import annotations

import sys

import click

from fengong.bilingual import command as worded
from fengong.console import config_option, files_argument, read_named, say_account, say_problems, settings_of, spoken_with, terminal


@worded(
    "text",
    zh="显示提取的文字：行号、每一行被读成什么、原文。\n未读懂的行下面写明原因。",
    en=("Show the extracted text: line numbers, what each line was taken for, the words.\nA line that was not understood is followed by the reason."),
    examples=(
        ("fengong text plan.txt", "逐行查看。", "Look at every line."),
        ("cat plan.txt | fengong text -", "从标准输入读取。", "Read standard input."),
    ),
)
@files_argument
@config_option
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], config: str | None) -> int:
    from viz.seen import visible
    from viz.taken import taken_lines

    settings = settings_of(files, config)
    lang = spoken_with(ctx, settings)
    screen = terminal(lang)
    outcome = read_named(files, lang, settings=settings)
    graph = outcome.graph
    several = len(graph.documents()) > 1
    for doc in graph.documents():
        if several:
            click.echo(f"== {visible(str(graph.node(doc)['source'] or doc))}")
        columns = screen["width"] if sys.stdout.isatty() else None
        click.echo("\n".join(taken_lines(graph, doc, lang, screen["ambiguous"], columns)))
        click.echo()
    if graph.documents():
        say_account(graph, lang, beside_data=False)
    say_problems(outcome, lang)
    return 0 if outcome.whole else 2
