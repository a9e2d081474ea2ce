"""``fengong view``: who answers for what, as an interactive network in one HTML file."""

from __future__ import annotations

import click

from fengong.bilingual import command as worded
from fengong.pages import Shown, page_options, write_page


@worded(
    "view",
    zh=(
        "把方案画成可交互的分工网络图：单位、任务、指标，谁牵头、谁配合、谁监管。\n"
        "输出一个 HTML 文件，双击即可打开，不需要网络；可查找、筛选，点选查看原文，存为图片或打印。"
    ),
    en=(
        "Draw plans as an interactive network: units, tasks and figures, who leads, who cooperates, who supervises.\n"
        "One HTML file that opens by double click and needs no network: search, filter, click to see the plan's words, save as PNG, print."
    ),
    examples=(
        ("fengong view plan.txt -o plan.html", "一份方案的网络图。", "The network of a plan."),
        ("fengong view plan.txt --open", "写完即用浏览器打开。", "Write it and open it in the browser."),
        ("fengong view plans/ -o all.html", "文件夹中的全部方案，合成一张图。", "All plans of a folder in one picture."),
    ),
)
@page_options
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], output: str | None, open_it: bool, config: str | None) -> int:
    return write_page(ctx, files, output, config, open_it, _made, "view")


def _made(shown: Shown) -> bytes:
    from functools import partial

    from queries.facts import PEERS, indicator_text
    from viz.network import network_page

    html = network_page(shown.graph, shown.findings, shown.lang, partial(indicator_text, shown.graph), PEERS)
    return html.encode("utf-8")
