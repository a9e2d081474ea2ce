"""What the commands that write a page share: what they read and audit first, where the page goes, and the browser that shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from fengong.bilingual import option
from fengong.console import as_words, config_option, files_argument, read_named, say_account, say_problems, say_settings, settings_of, spoken_with
from graphmodel.problems import FileProblem, Problem, readable

if TYPE_CHECKING:
    from fengong.bilingual import Lang
    from fengong.reading import Outcome
    from fengong.settings import Settings
    from graphmodel.finding import Finding
    from graphmodel.graph import AccountabilityGraph
    from queries.audit import Rule

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page is made of: the graph of all plans that could be read, what the audit says of it, the rules that were asked, and what
    could not be read."""

    graph: AccountabilityGraph
    findings: tuple[Finding, ...]
    asked: tuple[Rule, ...]
    lang: Lang
    problems: tuple[Problem, ...] = ()


def page_options(function: F) -> F:
    """FILE…, ``-o``, ``--open``, ``--config``."""
    function = config_option(function)
    function = option("--open", "open_it", is_flag=True, zh="写完后用浏览器打开。", en="Open it in the browser when it is written.")(function)
    function = option(
        "-o", "--output", metavar="OUT", zh="写入的文件（默认：当前文件夹中以方案命名）。", en="The file to write (default: named after the plan, in this folder).",
    )(function)  # fmt: skip
    return files_argument(function)


def write_page(
    ctx: click.Context, files: Sequence[str], output: str | None, config: str | None, open_it: bool, made: Callable[[Shown], bytes], kind: str, suffix: str = ".html"
) -> int:
    """Reads, audits, makes the page and writes it whole. Gives the exit code: 0, or 2 where something could not be read.

    ``made``: the page of what was read; ``kind``: what stands in the name of the file where none is given (``plan.view.html``).
    Raises Problem, before anything is written, for a place that cannot be written and for plans of which nothing was read.
    """
    from fengong.output import check_place, write_whole

    settings = settings_of(files, config)
    lang = spoken_with(ctx, settings)
    target = output or _named_after(files, kind, suffix)
    check_place(target, files)
    shown, outcome = _read(files, settings, lang)
    if shown is None:
        say_problems(outcome, lang)
        return 2
    write_whole(target, made(shown))
    say_settings(settings, lang, beside_data=True)
    say_account(outcome.graph, lang, beside_data=True)
    say_problems(outcome, lang)
    click.echo(f"已写入 {as_words(target)}" if lang == "zh" else f"written: {as_words(target)}", err=True)
    if open_it:
        _open(target)
    return 0 if outcome.whole else 2


def _read(files: Sequence[str], settings: Settings, lang: Lang) -> tuple[Shown | None, Outcome]:
    from queries.audit import audit, chosen

    asked = chosen(settings.select, settings.ignore)
    outcome = read_named(files, lang, settings=settings)
    if not outcome.graph.tasks() and not outcome.graph.goals():
        if outcome.problems or outcome.idle:
            return None, outcome
        raise Problem("图中没有任务，没有可画的内容；请换一份方案。", "the graph holds no task: there is nothing to show; name another plan.")
    findings = audit(outcome.graph, settings.select, settings.ignore, settings.levels, settings.limits)
    return Shown(outcome.graph, findings, tuple(asked), lang, outcome.problems), outcome


def _named_after(files: Sequence[str], kind: str, suffix: str) -> str:
    from loaders.open import STDIN

    if len(files) == 1 and files[0] != STDIN:
        stem = Path(files[0]).resolve().stem
        return f"{stem}.{kind}{suffix}"
    return f"fengong.{kind}{suffix}"


def _open(target: str) -> None:
    """Shows a file in the browser of the system. Raises FileProblem if there is none."""
    import webbrowser

    name = readable(as_words(target))
    try:
        if webbrowser.open(Path(target).resolve().as_uri()):
            return
    except (webbrowser.Error, OSError):
        pass
    raise FileProblem(f"找不到浏览器，{name} 已写好；请自行打开它。", f"no browser was found; {name} is written: please open it yourself.")
