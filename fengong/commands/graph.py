"""``fengong graph``: plans as a file that holds who answers for what."""

from __future__ import annotations

import click

from fengong.bilingual import command as worded
from fengong.bilingual import option
from fengong.console import as_words, config_option, data_for_stdout, files_argument, read_named, say_account, say_problems, settings_of, spoken_with


@worded(
    "graph",
    zh=(
        "把方案写成图：部门、任务、指标，以及谁负责什么。\n"
        "JSON 不丢失任何内容，可代替方案再次使用；GraphML 和 GEXF 供 Gephi 使用；CSV 为三个文件：节点、边和正文各一个。"
    ),
    en="Write plans as a graph: departments, tasks, targets, and who answers for what.\n"
    "JSON loses nothing and can stand for the plans later; GraphML and GEXF are for Gephi; "
    "CSV is three files:\n"
    "OUT.nodes.csv, OUT.edges.csv and OUT.lines.csv (the text).",
    examples=(
        ("fengong graph plan.txt -o plan.json", "一份方案。", "One plan."),
        ("fengong graph plans/ -o all.graphml", "文件夹中的全部方案，合成一张图。", "All plans of a folder, as one graph."),
        ("fengong graph plan.txt --id 2024-12 -o plan.json", "指定方案的编号。", "With an id of your own."),
    ),
)
@files_argument
@option(
    "-o",
    "--output",
    metavar="OUT",
    zh="输出文件，格式看扩展名；省略则把 JSON 写到标准输出。",
    en="The file; its suffix tells the format. Without it JSON goes to standard output.",
)
@option("--format", "form", metavar="FORMAT", zh="json、graphml、gexf 或 csv。", en="json, graphml, gexf or csv.")
@option(
    "--id",
    "document_id",
    metavar="ID",
    zh="方案的编号（默认取自发文机关和文号）。",
    en="Id of the plan (default: issuer and document number).",
)
@config_option
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], output: str | None, form: str | None, document_id: str | None, config: str | None) -> int:
    from pathlib import Path

    from graphmodel.files import dumps, format_of, write

    settings = settings_of(files, config)
    lang = spoken_with(ctx, settings)
    form = as_words(form) if form else None
    if output:
        from fengong.output import check_place

        check_place(output, files)
        format_of(Path(output), form)  # an unknown format is said before anything is read
    outcome = read_named(files, lang, as_words(document_id) if document_id is not None else None, settings)
    if outcome.graph.documents():
        if output:
            write(outcome.graph, Path(output), form)
        else:
            click.echo(data_for_stdout(dumps(outcome.graph, form or "json")), nl=False)
        say_account(outcome.graph, lang, beside_data=True)
    say_problems(outcome, lang)
    return 0 if outcome.whole else 2
