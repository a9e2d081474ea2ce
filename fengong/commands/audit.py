"""``fengong audit``: every weakness of the allocation, in the plan's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from fengong.bilingual import command as worded
from fengong.bilingual import option
from fengong.console import (
    config_option,
    files_argument,
    listed,
    read_named,
    say_account,
    say_problems,
    say_settings,
    settings_of,
    spoken_with,
    terminal,
)
from fengong.findings_out import beside, form_for, put
from fengong.word_out import put_remarks, word_wanted

if TYPE_CHECKING:
    from fengong.bilingual import Lang
    from fengong.reading import Outcome
    from fengong.settings import Settings
    from graphmodel.finding import Finding, Level
    from viz.format import By, Format

    Names = tuple[str, ...] | None

_LEVELS = ["error", "warning", "review"]


@worded(
    "audit",
    zh="审查方案：逐条指出分工中的问题，引用原文。\n终端上列出错误和警告；JSON 总是包含全部。",
    en=("Audit plans: every weakness of the allocation, with the plan's own words.\nPaper and terminal show errors and warnings; JSON always holds all."),
    examples=(
        ("fengong audit plan.txt", "列出错误和警告。", "Show errors and warnings."),
        ("fengong audit plan.txt --level review", "连同供复核的意见一并列出。", "Show the review remarks too."),
        (
            "fengong audit plans/ --format json -o findings.json",
            "把文件夹中全部方案的问题写成 JSON。",
            "Write the findings of all plans of a folder.",
        ),
        (
            "fengong audit plan.txt --select OWN,TXT601 --fail-on never",
            "只查部分规则，退出码不受结果影响。",
            "Some rules only, whatever they find is fine.",
        ),
        (
            "fengong audit draft.docx -o draft.checked.docx",
            "把问题作为批注写进 Word 文件，其余不动；再次运行会替换自己的批注。",
            "The Word file with the findings as comments, nothing else changed.",
        ),
    ),
)
@files_argument
@option(
    "--select",
    multiple=True,
    metavar="RULES",
    zh="只用这些规则（代码、名称或代码开头，逗号分隔）。",
    en="Only these rules: codes, names or beginnings of codes.",
)
@option("--ignore", multiple=True, metavar="RULES", zh="不用这些规则。", en="Without these rules.")
@option(
    "--level",
    type=click.Choice(_LEVELS),
    zh="列出到哪一级（默认 warning）。",
    en="Lowest level that is shown (default: warning).",
)
@option("--by", type=click.Choice(["place", "rule"]), default="place", zh="按位置还是按规则排列（默认 place）。", en="Group by place or by rule (default: place).")
@option(
    "--fail-on", type=click.Choice([*_LEVELS, "never"]),
    zh="发现达到这一级时退出码为 1（默认 error）。", en="Exit code 1 when a finding reaches this level (default: error).",
)  # fmt: skip
@option(
    "--format", "form", metavar="FORMAT",
    zh="csv、github、json、markdown、sarif、text 或 xlsx（默认看 -o 的扩展名，否则 text）。",
    en="csv, github, json, markdown, sarif, text or xlsx (default: by the suffix of -o, else text).",
)  # fmt: skip
@option(
    "-o", "--output", metavar="OUT",
    zh="写入文件，而不是标准输出；.docx、.docm：写成带批注的 Word 文件。",
    en="Write a file instead of standard output; .docx, .docm: the Word file with comments.",
)  # fmt: skip
@option("--in-place", is_flag=True, zh="把批注写进所审查的 Word 文件本身。", en="Put the comments into the Word file itself.")
@config_option
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    level: Level | None,
    by: By,
    fail_on: str | None,
    form: str | None,
    output: str | None,
    in_place: bool,
    config: str | None,
) -> int:
    settings = settings_of(files, config)
    lang = spoken_with(ctx, settings)
    word = word_wanted(files, output, form, in_place, ctx.meta.get("fengong.tracked", "final"))
    shape = form_for("text" if word else form, output)
    if output and not word:
        from fengong.output import check_place

        check_place(output, files)
    from queries.audit import audit, chosen
    from viz.format import Sheet

    picked, dropped = _choice(settings, listed(select), listed(ignore))
    asked = chosen(picked, dropped)  # a rule that does not exist is said before anything is read
    outcome = read_named(files, lang, settings=settings)
    findings: tuple[Finding, ...] = ()
    if outcome.graph.documents():
        findings = audit(outcome.graph, picked, dropped, settings.levels, settings.limits)
        held = beside(outcome.graph, lang, asked, files)
        how: dict[str, Any] = {"level": level or settings.level or "warning", "by": by, "asked": len(asked), **held}
        if word:
            put_remarks(files[0], word, Sheet(graph=outcome.graph, findings=findings, lang=lang, **how))
            say_account(outcome.graph, lang, beside_data=True)
        else:
            show(outcome, findings, lang, shape, output, **how)
        say_settings(settings, lang, beside_data=bool(word or output) or shape.data)
    say_problems(outcome, lang)
    return verdict(outcome, findings, fail_on or settings.fail_on or "error")


def _choice(settings: Settings, select: Names, ignore: Names) -> tuple[Names, Names]:
    """``--select`` overrides what the settings pick and leave out; ``--ignore`` leaves out more."""
    if select is not None:
        return select, ignore
    left_out = (*(settings.ignore or ()), *(ignore or ()))
    return settings.select, left_out or None


def verdict(outcome: Outcome, findings: tuple[Finding, ...], fail_on: str) -> int:
    """The exit code: 2 something could not be read, 1 a finding reaches ``fail_on``, 0 fine."""
    if not outcome.whole:
        return 2
    return int(fail_on != "never" and any(_LEVELS.index(f.level) <= _LEVELS.index(fail_on) for f in findings))


def show(outcome: Outcome, findings: tuple[Finding, ...], lang: Lang, shape: Format, output: str | None, **how: Any) -> None:
    """The findings on standard output or in a file, and the account. ``how``: the other members of ``Sheet``."""
    from viz.format import Sheet

    screen: dict[str, Any] = {"lang": lang} if output else terminal(lang)
    sheet = Sheet(graph=outcome.graph, findings=findings, **screen, **how)
    data = bool(output) or shape.data
    if findings or data or len(outcome.idle) < len(outcome.graph.documents()):
        put(shape, sheet, output)
    say_account(outcome.graph, lang, beside_data=data)
