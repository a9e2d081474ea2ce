"""``fengong explain``: a rule's page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from fengong.bilingual import command as worded
from fengong.bilingual import of, spoken
from fengong.console import as_words, terminal

if TYPE_CHECKING:
    from fengong.bilingual import Lang
    from queries.audit import Rule
    from queries.page import Passage


@worded(
    "explain",
    zh="说明一条规则：查什么、为什么、依据、反例、正例、怎样改。",
    en="Explain a rule: what it says, why, its source, a bad and a good example, how to mend.",
    examples=(
        ("fengong explain no-owner", "按名称。", "By name."),
        ("fengong explain OWN101", "按代码。", "By code."),
    ),
)
@click.argument("names", nargs=-1, required=True, metavar="RULE...", type=click.UNPROCESSED)
@click.pass_context
def command(ctx: click.Context, names: tuple[str, ...]) -> None:
    from queries.audit import find_rule

    lang = spoken(ctx)
    pages = [page_lines(find_rule(as_words(name)), lang, terminal(lang)["width"]) for name in names]
    click.echo("\n\n".join("\n".join(lines) for lines in pages))


def page_lines(rule: Rule, lang: Lang, columns: int) -> Iterator[str]:
    """The page of a rule, line by line."""
    from viz.seen import wrap

    page = rule.page
    level = of({"error": ("错误", "error"), "warning": ("警告", "warning"), "review": ("复核", "review")}[rule.level], lang)
    yield f"{rule.code} {rule.name} ({level}) {_words(page.title, lang)}"
    parts: tuple[tuple[str, str, Passage | str], ...] = (
        ("说明", "What it says", page.says), ("理由", "Why", page.why), ("来源", "Source", page.source),
        ("反例", "Bad example", page.bad), ("正例", "Good example", page.good), ("修改", "How to mend", page.mend),
    )  # fmt: skip
    for zh, en, part in parts:
        yield ""
        yield of((zh, en), lang)
        for line in [part] if not isinstance(part, str) else part.rstrip("\n").split("\n"):
            yield from ("  " + told for told in wrap(line if isinstance(line, str) else _words(line, lang), columns - 2))


def _words(passage: Passage, lang: Lang) -> str:
    return passage.zh if lang == "zh" else passage.en
