"""``fengong matrix``: tasks by departments on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fengong.bilingual import command as worded
from fengong.pages import page_options, write_page

if TYPE_CHECKING:
    from fengong.pages import Shown


@worded(
    "matrix",
    zh="把任务和部门对照成一张网页：谁牵头、负责、配合、监管，原文和审查发现就在格子上。\n网页只有一个文件，不联网，双击即可打开。",
    en="Tasks by departments as one web page: who leads, is responsible, cooperates, supervises, with the plan's words and the findings at hand.\n"
    "The page is one file that needs no network: a double click opens it.",
    examples=(
        ("fengong matrix plan.txt -o matrix.html", "写成一个网页文件。", "Write one web page."),
        ("fengong matrix plan.txt --open", "写好后用浏览器打开。", "Open it in the browser."),
        (
            "fengong matrix plans/ -o matrix.html --lang en",
            "文件夹中的全部方案放在一张表里，先显示英文。",
            "All plans of a folder, in English at first.",
        ),
    ),
)
@page_options
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], output: str | None, open_it: bool, config: str | None) -> int:
    return write_page(ctx, files, output, config, open_it, _made, "matrix")


def _made(shown: Shown) -> bytes:
    from queries.facts import PEERS
    from queries.measures.matrix import holdings, led, most_leads_first
    from queries.places import title
    from viz.matrix import Counted, matrix_page

    graph, held = shown.graph, holdings(shown.graph)
    counted = Counted(held, most_leads_first(graph, held), led(held), {t: title(graph, t) for t in graph.tasks()}, PEERS)
    return matrix_page(graph, counted, shown.findings, shown.lang).encode("utf-8")
