"""``fengong pull``: plans out of a Neo4j server, as the graph that was pushed."""

from __future__ import annotations

import click

from fengong.bilingual import command as worded
from fengong.bilingual import option, spoken
from fengong.console import as_words, data_for_stdout, say_account
from fengong.server import opened, server_options


@worded(
    "pull",
    zh="从 Neo4j 取回方案的图，与写入时完全相同；可写成 JSON、GraphML、GEXF 或 CSV。",
    en="Read plans back from a Neo4j server as the graph that was pushed; as JSON, GraphML, GEXF or CSV.",
    examples=(
        ("fengong pull --uri bolt://localhost:7687 -o all.json", "全部方案。", "All plans."),
        ("fengong pull --plan 沅平市人民政府-沅政发〔2024〕3号 -o plan.json", "只取一份；地址在 FENGONG_NEO4J_URI 中。", "One; FENGONG_NEO4J_URI has the address."),
    ),
)  # fmt: skip
@server_options
@option(
    "-o", "--output", metavar="OUT", zh="输出文件，格式看扩展名；省略则把 JSON 写到标准输出。",
    en="The file; its suffix tells the format. Without it JSON goes to standard output.",
)  # fmt: skip
@option("--format", "form", metavar="FORMAT", zh="json、graphml、gexf 或 csv。", en="json, graphml, gexf or csv.")
@option(
    "--plan", "plans", metavar="ID", multiple=True, type=click.UNPROCESSED, zh="只取这个编号的方案（可重复）。", en="Only the plan of this id (may be repeated)."
)
@click.pass_context
def command(ctx: click.Context, output: str | None, form: str | None, plans: tuple[str, ...]) -> int:
    from pathlib import Path

    from graphmodel.files import dumps, format_of, write

    lang = spoken(ctx)
    form = as_words(form) if form else None
    if output:
        from fengong.output import check_place

        check_place(output, ())
        format_of(Path(output), form)  # an unknown format is said before anything is asked
    with opened(ctx) as server:
        from graphmodel.neo4j import pull

        graph = pull(server, [as_words(plan) for plan in plans] or None)
    if output:
        write(graph, Path(output), form)
    else:
        click.echo(data_for_stdout(dumps(graph, form or "json")), nl=False)
    say_account(graph, lang, beside_data=True)
    return 0
