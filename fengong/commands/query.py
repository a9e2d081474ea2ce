"""``fengong query``: one question to the graph, answered with a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fengong.bilingual import command as worded
from fengong.bilingual import option
from fengong.console import as_words, config_option, data_for_stdout, read_named, say_account, say_problems, settings_of, spoken_with, terminal
from fengong.output import check_place, form_asked
from fengong.server import server_options, uri_given
from graphmodel.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from fengong.bilingual import Lang
    from queries.measure import Answer, Measure

_FORMS = {"text": (".txt", ".text"), "csv": (".csv",), "json": (".json",), "xlsx": (".xlsx",)}


def _questions() -> list[tuple[str, str, str]]:
    from queries.measure import measures

    return [(m.name, m.zh, m.en) for m in measures().values()]


@worded(
    "query",
    zh=(
        "向图提一个问题，以表格回答。\n"
        "用 --uri 时问的是 Neo4j 服务器上的方案：load、matrix、department 由服务器用 Cypher 计算（queries/cypher），"
        "其余把方案取回后在本机计算；结果相同，方案按写入的先后排列。"
    ),
    en=(
        "Ask the graph one question; the answer is a table.\n"
        "With --uri the plans on a Neo4j server are asked: load, matrix and department are computed there in Cypher (queries/cypher), "
        "for the others the plans are fetched and the question is answered here. The answers are the same. Plans stand in the order in which they were pushed."
    ),
    examples=(
        ("fengong query load plan.txt", "各部门承担多少任务，与同类单位相比。", "Who carries how much, against its peers."),
        ("fengong query department --unit 市水务局 plan.txt", "一个单位要做的全部事项。", "Everything one unit must do."),
        ("fengong query duplicates plans/ -o duplicates.xlsx", "写成 Excel 表。", "As an Excel file."),
        ("fengong query load --uri bolt://localhost:7687", "问 Neo4j 中的全部方案。", "All plans in Neo4j."),
    ),
    names=_questions,
)
@click.argument("name", metavar="NAME", type=click.UNPROCESSED)
@click.argument("files", nargs=-1, metavar="[FILE...]", type=click.UNPROCESSED)
@option("--unit", metavar="UNIT", zh="department 所问的单位。", en="The unit that department asks about.")
@option(
    "--format",
    "form",
    metavar="FORMAT",
    zh="text、csv、json 或 xlsx（默认看 -o 的扩展名）。",
    en="text, csv, json or xlsx (default: by -o).",
)
@option("-o", "--output", metavar="OUT", zh="写入文件，而不是标准输出。", en="Write a file instead of standard output.")
@server_options
@option(
    "--plan",
    "plans",
    multiple=True,
    metavar="ID",
    type=click.UNPROCESSED,
    zh="只问服务器上的这份方案（可重复）。",
    en="Only this plan of the server (may be repeated).",
)
@config_option
@click.pass_context
def command(
    ctx: click.Context,
    name: str,
    files: tuple[str, ...],
    unit: str | None,
    form: str | None,
    output: str | None,
    plans: tuple[str, ...],
    config: str | None,
) -> int:
    from queries.measure import named

    settings = settings_of(files, config)
    lang = spoken_with(ctx, settings)
    at_server = _at_server(ctx, files, plans)
    question = named(as_words(name)) if files or at_server else _only_one(as_words(name))
    options = _options(question, unit)
    form = form_asked(as_words(form) if form else None, output, _FORMS, ("xlsx",))
    if output:
        check_place(output, files)
    if at_server:
        _ask_server(ctx, lang, question, tuple(map(as_words, plans)), options, lambda answer: _show(answer, question, lang, form, output))
        return 0
    outcome = read_named(files, lang, settings=settings)
    if outcome.graph.documents():
        _show(question(outcome.graph, **options), question, lang, form, output)
        say_account(outcome.graph, lang, beside_data=True)
    say_problems(outcome, lang)
    return 0 if outcome.whole else 2


def _at_server(ctx: click.Context, files: tuple[str, ...], plans: tuple[str, ...]) -> bool:
    """Whether the plans of a server are asked. Raises Problem where files are named too, or --plan without a server."""
    import os

    if uri_given(ctx) and files:
        word = as_words(files[0])
        raise Problem(
            f"--uri 用服务器上的方案，不能同时给出文件（{word}）；请去掉其中一个。",
            f"--uri asks about the plans on the server, and a file is named too ({word}); leave out one of them.",
        )
    if uri_given(ctx) or (not files and os.environ.get("FENGONG_NEO4J_URI")):
        return True
    if plans:
        raise Problem("--plan 只用于服务器上的方案；请加上 --uri，或去掉它。", "--plan is for plans on a server; add --uri, or leave it out.")
    return False


def _ask_server(ctx: click.Context, lang: Lang, question: Measure, plans: tuple[str, ...], options: dict[str, str], show: Callable[[Answer], None]) -> None:
    """Shows the answer, and says on standard error of how many plans of which server it is."""
    from fengong.server import opened
    from fengong.server_query import asked

    with opened(ctx) as server:
        answer, asked_about = asked(server, question, plans, options)
        where = server.address
    show(answer)
    many, number = "" if len(asked_about) == 1 else "s", len(asked_about)
    click.echo(f"{where}：{number} 份方案。" if lang == "zh" else f"{where}: {number} plan{many}.", err=True)


def _only_one(word: str) -> Measure:
    """One word where a question and a file are wanted. Raises Problem that says which of the two is missing."""
    from queries.measure import measures

    if word in measures():
        raise Problem(
            f"缺少方案文件；用法：fengong query {word} 方案.txt，或用 --uri 问 Neo4j 服务器。",
            f"the plan is missing; write fengong query {word} plan.txt, or ask a Neo4j server with --uri.",
        )
    raise Problem(
        f"缺少查询名称；用法：fengong query 名称 {word}，名称可为：{'、'.join(measures())}。",
        f"the question is missing; write fengong query NAME {word}, with one of: {', '.join(measures())}.",
    )


def _options(question: Measure, unit: str | None) -> dict[str, str]:
    """What the question needs beside the graph. Raises Problem if it is missing, or given to a question that does not ask for it."""
    if "unit" in question.takes and unit is None:
        raise Problem(
            f"{question.name} 需要单位名称；请加上 --unit，例如 --unit 市水务局。",
            f"{question.name} asks about one unit; name it with --unit, for instance --unit 市水务局.",
        )
    if unit is None:
        return {}
    if "unit" not in question.takes:
        raise Problem(f"{question.name} 不用 --unit；请去掉它。", f"{question.name} takes no --unit; leave it out.")
    return {"unit": as_words(unit)}


def _show(answer: Answer, question: Measure, lang: Lang, form: str, output: str | None) -> None:
    from queries.tables import as_csv, as_json, as_text, as_xlsx

    if form == "xlsx":
        data = as_xlsx(answer, lang, title=_sheet_name(question) if lang == "zh" else question.name)
    elif form == "csv":
        data = as_csv(answer, lang)
    elif form == "json":
        data = as_json(answer, lang).encode("utf-8", "replace")
    else:
        data = _visible(as_text(answer, lang, 80 if output else terminal(lang)["width"])).encode("utf-8", "replace")
    if output:
        from fengong.output import write_whole

        write_whole(output, data)
    elif form == "csv":
        click.echo(data, nl=False)
    else:
        words = data.decode("utf-8")
        click.echo(data_for_stdout(words) if form == "json" else words, nl=False)


def _sheet_name(question: Measure) -> str:
    """部门×任务矩阵 of 部门×任务矩阵：牵、责、配、监."""
    from graphmodel.patterns import pattern

    return pattern("[：，（]").split(question.zh)[0]


def _visible(table: str) -> str:
    """A table that can do nothing to a terminal."""
    from viz.seen import visible

    return "\n".join(map(visible, table.split("\n")))
