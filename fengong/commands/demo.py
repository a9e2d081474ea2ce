"""``fengong demo``: the main job on a plan that ships with the program."""

from __future__ import annotations

import click

from fengong.bilingual import command as worded
from fengong.bilingual import option, spoken
from fengong.console import as_words
from graphmodel.problems import Problem

_SHOWN = "mixed"


@worded(
    "demo",
    zh="对随程序附带的方案做一次完整的审查。\n这些方案是为本程序编写的，地名和单位都是虚构的。",
    en=("Run the main job on a plan that ships with the program.\nThe plans were written for this program; their places and bodies are invented."),
    examples=(
        ("fengong demo", "审查附带的方案。", "Audit the plan."),
        ("fengong demo --plan clean", "换一份附带的方案。", "Another of the plans that ship."),
    ),
)
@option("--plan", default=_SHOWN, metavar="NAME", zh="附带方案的名称（默认 mixed）。", en="Name of a plan that ships (default: mixed).")
@option("--list", "only_list", is_flag=True, zh="列出附带的方案。", en="List the plans that ship.")
@click.pass_context
def command(ctx: click.Context, plan: str, only_list: bool) -> int:
    from importlib.resources import as_file, files

    lang = spoken(ctx)
    shipped = {f.name.removesuffix(".txt"): f for f in files("fengong").joinpath("samples").iterdir() if f.name.endswith(".txt")}
    if only_list:
        click.echo("\n".join(sorted(shipped)))
        return 0
    name = as_words(plan).removesuffix(".txt")
    if name not in shipped:
        known = sorted(shipped)
        raise Problem(f"没有名为 {name} 的附带方案；可用：{'、'.join(known)}。", f"no plan named {name} ships; there are: {', '.join(known)}.")
    from fengong.commands.audit import show
    from fengong.console import read_named, say_problems
    from queries.audit import audit, chosen
    from viz.format import format_named

    with as_file(shipped[name]) as path:
        click.echo(f"$ fengong audit {name}.txt")
        click.echo()
        outcome = read_named([str(path)], lang)
    shape = format_named("text")
    assert shape is not None
    show(outcome, audit(outcome.graph), lang, shape, None, asked=len(chosen()))
    say_problems(outcome, lang)
    click.echo()
    click.echo("自己的方案：fengong audit 你的方案.txt" if lang == "zh" else "Your own plan: fengong audit your-plan.txt")
    return 0 if not outcome.problems else 2
