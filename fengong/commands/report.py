"""``fengong report``: what goes to the meeting, one page to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fengong.bilingual import command as worded
from fengong.bilingual import option
from fengong.console import as_words
from fengong.pages import page_options, write_page
from graphmodel.problems import Problem

if TYPE_CHECKING:
    from fengong.pages import Shown


@worded(
    "report",
    zh=(
        "写一份可打印的审查报告：读到了什么、主要数字、任务量、问题、目标与时间表、各单位任务清单、监督、规则、全文。\n"
        "一个 HTML 文件，不含脚本，不联网；用 --pdf 直接生成 PDF。"
    ),
    en=(
        "Write a report to print: what was read, the main figures, loads, findings, targets and dates, a page for each unit, supervision, rules, "
        "the full text.\nOne HTML file without scripts that asks nothing of a network; --pdf makes the PDF."
    ),
    examples=(
        ("fengong report plan.txt -o report.html", "整份报告。", "The whole report."),
        ("fengong report plan.txt -o report.pdf --lang zh", "中文 PDF，用于会议。", "As PDF in Chinese, for the meeting."),
        ("fengong report plan.txt --department 市水务局 -o page.html", "只写一个单位的任务清单。", "The page of one unit alone."),
    ),
)
@page_options
@option("--department", metavar="NAME", zh="只写这个单位的任务清单。", en="Only the page of this unit.")
@option("--pdf", is_flag=True, zh="生成 PDF（需要 Chromium、Chrome、Edge 或 LibreOffice；-o 以 .pdf 结尾时同此）。",
        en="Make a PDF (needs Chromium, Chrome, Edge or LibreOffice; so does an -o that ends in .pdf).")  # fmt: skip
@click.pass_context
def command(
    ctx: click.Context, files: tuple[str, ...], output: str | None, config: str | None, open_it: bool, department: str | None, pdf: bool
) -> int:  # fmt: skip
    unit = as_words(department) if department is not None else None
    if not (pdf or (output or "").lower().endswith(".pdf")):
        return write_page(ctx, files, output, config, open_it, lambda shown: _html(shown, unit), "report")
    if (output or "").lower().endswith((".html", ".htm")):
        raise Problem("--pdf 写的是 PDF，-o 却以 .html 结尾；请去掉其中一个。", "--pdf makes a PDF, but -o ends in .html: leave one of them out.")
    from fengong.pdf import printed, printer

    by = printer()  # a printer that is missing is said before anything is read
    return write_page(ctx, files, output, config, open_it, lambda shown: printed(_html(shown, unit), by), "report", ".pdf")


def _html(shown: Shown, unit: str | None) -> bytes:
    from fengong.report import report_html

    return report_html(shown, unit).encode("utf-8")
