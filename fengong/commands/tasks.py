"""``fengong tasks``: the plan as the classical table, or as the ledger of those who follow it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fengong.bilingual import command as worded
from fengong.bilingual import option
from fengong.console import as_words, config_option, files_argument, read_named, say_account, say_problems, settings_of, spoken_with, terminal
from fengong.output import check_place, form_asked
from graphmodel.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fengong.bilingual import Lang
    from queries.task_table import TaskTable
    from viz.paper import Paper

_FORMS = {"text": (".txt", ".text"), "csv": (".csv",), "docx": (".docx",), "xlsx": (".xlsx",)}
_IN_FILES = ("docx", "xlsx")


@worded(
    "tasks",
    zh="把任何写法的方案整理成任务分工表：序号、任务、牵头单位、责任单位、配合单位、目标、完成时限，可直接印发。\n"
    "加 --ledger 则生成督查台账：节点和目标按到期月份排列，进展、完成情况、佐证、销号留空待填。",
    en="The plan, however it is written, as the classical table: number, task, who leads, answers and helps, targets, deadline; ready to send round.\n"
    "With --ledger: steps and targets by the month they are due, with empty columns for progress, state, evidence and sign-off.",
    examples=(
        ("fengong tasks plan.txt -o tasks.docx", "写成 Word 表格（横向 A4，表头每页重复）。", "A Word table (A4 landscape, heads repeated)."),
        ("fengong tasks plans/ -o tasks.xlsx", "每份方案一张工作表。", "One sheet for each plan."),
        ("fengong tasks plan.docx --ledger -o ledger.xlsx", "督查台账。", "The ledger for follow-up."),
        ("fengong tasks plan.txt", "在终端上看。", "On the terminal."),
    ),
)
@files_argument
@option("--ledger", "by_month", is_flag=True, zh="督查台账：按到期月份一行一个节点或目标。", en="The ledger: one row a step or target, by due month.")
@option(
    "--format",
    "form",
    metavar="FORMAT",
    zh="text、csv、docx 或 xlsx（默认看 -o 的扩展名）。",
    en="text, csv, docx or xlsx (default: by -o).",
)
@option("-o", "--output", metavar="OUT", zh="写入文件，而不是标准输出。", en="Write a file instead of standard output.")
@config_option
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], by_month: bool, form: str | None, output: str | None, config: str | None) -> int:
    from fengong.task_tables import papers_of

    settings = settings_of(files, config)
    lang = spoken_with(ctx, settings)
    form = form_asked(as_words(form) if form else None, output, _FORMS, _IN_FILES)
    if output:
        from loaders.open import STDIN, expand

        check_place(output, [str(path) for path in expand(tuple(f for f in files if f != STDIN)) if not isinstance(path, Problem)])
    outcome = read_named(files, lang, settings=settings)
    tables, papers = papers_of(outcome.graph, by_month)
    if papers:
        _put(papers, form, output, lang)
        say_account(outcome.graph, lang, beside_data=True)
        _say_left_out(tables, lang)
    elif outcome.graph.documents() and not outcome.problems and not outcome.idle:
        raise Problem("没有读到任务，没有可列的内容；请换一份方案。", "there is no task, nothing to put into a table; name another plan.")
    say_problems(outcome, lang)
    if papers and output:
        click.echo(f"已写入 {as_words(output)}" if lang == "zh" else f"written: {as_words(output)}", err=True)
    return 0 if outcome.whole and papers else 2


def _put(papers: Sequence[Paper], form: str, output: str | None, lang: Lang) -> None:
    data = _made(papers, form, lang, 80 if output else None)
    if output:
        from fengong.output import write_whole

        write_whole(output, data)
    elif form == "csv":
        click.echo(data, nl=False)
    else:
        click.echo(data.decode("utf-8"), nl=False)


def _made(papers: Sequence[Paper], form: str, lang: Lang, columns: int | None) -> bytes:
    if form == "docx":
        from viz.word_table import word_file

        return word_file(papers)
    if form == "xlsx":
        from viz.excel_table import excel_file

        return excel_file(papers)
    from viz.plain_table import as_csv, as_text

    if form == "csv":
        return as_csv(papers)
    seen = terminal(lang)
    return as_text(papers, columns or seen["width"], seen["ambiguous"] if columns is None else 1).encode("utf-8", "replace")


_LEFT = {"goals": ("总体目标", "overall goals"), "mechanisms": ("工作机制", "mechanisms"), "posts": ("组成人员和单位", "posts and members")}


def _say_left_out(tables: Sequence[TaskTable], lang: Lang) -> None:
    """What the plans hold and no table shows."""
    counts = {kind: sum(t.left_out.get(kind, 0) for t in tables) for kind in _LEFT}
    told = [f"{zh} {counts[kind]}" if lang == "zh" else f"{en} {counts[kind]}" for kind, (zh, en) in _LEFT.items() if counts[kind]]
    if told:
        click.echo(f"未列入表格：{'、'.join(told)}" if lang == "zh" else f"not in the table: {', '.join(told)}", err=True)
