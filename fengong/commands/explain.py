"""``fengong explain``: a rule's page, or the handbook of all."""

from __future__ import annotations

import click

from fengong.bilingual import command as worded
from fengong.bilingual import option, spoken
from fengong.console import as_words, listed, terminal
from graphmodel.problems import Problem

_FORMS = ("text", "md", "html")


@worded(
    "explain",
    zh="说明一条规则：查什么、为什么、依据、反例、正例、怎样改、可调数值。",
    en="Explain a rule: what it says, why, its source, a bad and a good example, how to mend, figures that can be set.",
    examples=(
        ("fengong explain no-owner", "按名称。", "By name."),
        ("fengong explain OWN101 TXT602", "按代码，可以几条一起。", "By code, several at once."),
        ("fengong explain --all -o rules.html", "把全部规则写成一本手册（html 或 md）。", "Write the handbook of all rules (html or md)."),
    ),
)
@click.argument("names", nargs=-1, metavar="[RULE]...", type=click.UNPROCESSED)
@option("--all", "every", is_flag=True, zh="全部规则。", en="All rules.")
@option("--format", "form", type=click.Choice(_FORMS), zh="text、md 或 html（默认看 -o 的扩展名）。", en="text, md or html (default: by the suffix of -o).")
@option("-o", "--output", metavar="OUT", zh="写入文件，而不是标准输出。", en="Write a file instead of standard output.")
@click.pass_context
def command(ctx: click.Context, names: tuple[str, ...], every: bool, form: str | None, output: str | None) -> None:
    from fengong.handbook import as_html, as_markdown, as_text, entry
    from queries.audit import find_rule, rules

    lang = spoken(ctx)
    if bool(names) == every:
        raise Problem(
            "请给出规则的代码或名称（fengong rules 查看），或用 --all 列出全部。", "name rules by code or name (fengong rules lists them), or write --all."
        )
    form = form or _form_of(output)
    asked = rules() if every else tuple(find_rule(name) for name in listed(names) or ())
    if form == "text":
        columns = 80 if output else terminal(lang)["width"]
        written = "\n\n\n".join("\n".join(as_text(entry(rule, lang), lang, columns)) for rule in asked) + "\n"
    else:
        written = (as_markdown if form == "md" else as_html)(asked, lang)
    if output:
        from fengong.output import write_whole

        write_whole(output, written.encode("utf-8"))
    else:
        click.echo(written, nl=False)


def _form_of(output: str | None) -> str:
    from pathlib import Path

    suffix = Path(as_words(output)).suffix.lower() if output else ".txt"
    found = {".txt": "text", ".text": "text", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html"}.get(suffix)
    if found is None:
        raise Problem(
            f"从扩展名 {as_words(suffix) or '（无）'} 看不出格式；请用 --format 指定（{'、'.join(_FORMS)}）。",
            f"the suffix {as_words(suffix) or '(none)'} tells no format; name it with --format ({', '.join(_FORMS)}).",
        )
    return found
