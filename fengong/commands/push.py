"""``fengong push``: plans into a Neo4j server, each in the place of its older draft."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from fengong.bilingual import command as worded
from fengong.bilingual import option
from fengong.console import as_words, config_option, files_argument, progress, read_named_apart, settings_of, spoken_with
from fengong.server import opened, server_options

if TYPE_CHECKING:
    from fengong.reading import Apart
    from graphmodel.neo4j_split import Part


@worded(
    "push",
    zh=(
        "把方案写入 Neo4j。每份方案要么完整写入，要么不写；重新写入会替换同一编号的旧稿，其他方案不变。\n"
        "密码不写在命令行上：用 --password-file、环境变量 FENGONG_NEO4J_PASSWORD，或在终端上输入。"
    ),
    en=(
        "Write plans to a Neo4j server. Each plan is written completely or not at all; pushed again it takes the place of its older draft, "
        "other plans stay as they are.\n"
        "The password is never on the command line: --password-file, FENGONG_NEO4J_PASSWORD, or typed on the terminal."
    ),
    examples=(
        ("fengong push plan.txt --uri bolt://localhost:7687", "一份方案，密码在终端上输入。", "One plan; the password is asked for."),
        ("fengong push plans/ --uri neo4j+s://db.example.org --password-file pw.txt", "文件夹中的全部方案，加密连接。", "All plans of a folder, encrypted."),
        ("fengong push plan.json --database plans", "先前生成的图；地址取自 FENGONG_NEO4J_URI。", "A graph written earlier; the address is in FENGONG_NEO4J_URI."),
    ),
)  # fmt: skip
@files_argument
@server_options
@option("--id", "document_id", metavar="ID", zh="方案的编号（默认取自发文机关和文号）。", en="Id of the plan (default: issuer and document number).")
@config_option
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], document_id: str | None, config: str | None) -> int:
    from viz.seen import visible

    settings = settings_of(files, config)
    lang = spoken_with(ctx, settings)
    with opened(ctx) as server:  # a wrong password is said before anything is read
        from graphmodel.neo4j import push_parts

        read = read_named_apart(files, lang, as_words(document_id) if document_id is not None else None, settings)
        idle: list[str] = []
        written = None
        if read.number:
            server.prepare()
            gc.freeze()  # the driver leaves cycles behind, plan for plan; what was read holds none
            gc.enable()
            with progress(("写入", "pushing"), lang) as tell:
                written = push_parts(_parts(read, idle), read.number, server, tell)
    if written is not None and written.plans:
        older = (f"（其中 {written.replaced} 份代替原有的稿子）", f" ({written.replaced:,} in place of an older draft)") if written.replaced else ("", "")
        zh = f"已写入 {written.plans} 份方案{older[0]}：{written.nodes} 个节点，{written.edges} 条边。"
        en = f"{_counted(written.plans, 'plan')} written{older[1]}: {_counted(written.nodes, 'node')}, {_counted(written.edges, 'edge')}."
        click.echo(zh if lang == "zh" else en)
    from fengong.reading import no_duty

    for problem in (*read.remarks, *read.problems, *(no_duty(name, pushed=True) for name in idle)):
        click.echo(f"fengong: {visible(problem.say(lang))}", err=True)
    return 2 if read.problems or idle or not written or not written.plans else 0


def _parts(read: Apart, idle: list[str]) -> Iterator[Part]:
    """The plans one by one. A file that allots nothing to anybody is no plan and left out, its name added to ``idle``."""
    from fengong.reading import idle_plans
    from graphmodel.neo4j_split import parts_of
    from queries.weighed import weighed

    for graph in read.graphs:
        without = idle_plans(graph)
        if len(without) < len(graph.documents()):
            yield from parts_of(graph, weighed(graph))
        else:
            idle += without


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
