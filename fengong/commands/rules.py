"""``fengong rules``: all rules, a line each."""

from __future__ import annotations

import click

from fengong.bilingual import command as worded
from fengong.bilingual import spoken
from fengong.console import listed

_LEVEL = {"error": "错误", "warning": "警告", "review": "复核"}


@worded(
    "rules",
    zh="列出全部审查规则：代码、名称、级别、查什么。",
    en="List all rules of the audit: code, name, level, what they say.",
    examples=(
        (
            "fengong rules",
            "代码和名称都可用于 --select、--ignore、explain。",
            "Codes and names both serve for --select, --ignore and explain.",
        ),
        ("fengong rules OWN", "只列代码以 OWN 开头的规则。", "Only the rules whose code begins with OWN."),
    ),
)
@click.argument("names", nargs=-1, metavar="[RULES]...", type=click.UNPROCESSED)
@click.pass_context
def command(ctx: click.Context, names: tuple[str, ...]) -> None:
    from queries.audit import chosen, rules
    from viz.seen import pad, width

    lang = spoken(ctx)
    rows = []
    for rule in chosen(listed(names)) if names else rules():
        level = _LEVEL[rule.level] if lang == "zh" else rule.level
        title = rule.page.title.zh if lang == "zh" else rule.page.title.en
        off = "" if rule.standard else "（默认不启用）" if lang == "zh" else " (off by default)"
        rows.append((rule.code, rule.name, level, title + off))
    widths = [max(width(row[i]) for row in rows) for i in range(3)]
    for row in rows:
        click.echo("  ".join([*(pad(cell, w) for cell, w in zip(row, widths)), row[3]]))
