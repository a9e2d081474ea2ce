"""What every command prints beside its answer: problems, the account, progress; and what the terminal can show."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from fengong.bilingual import columns_of_terminal, option, spoken

if TYPE_CHECKING:
    from fengong.bilingual import Lang
    from fengong.reading import Apart, Outcome
    from fengong.settings import Settings
    from graphmodel.graph import AccountabilityGraph
    from loaders.reader import Tracked

F = TypeVar("F", bound=Callable[..., Any])

files_argument = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.UNPROCESSED)


_config = option(
    "--config", metavar="TOML", zh="用这个设置文件（默认取方案所在文件夹及其上级中最近的 fengong.toml）。",
    en="Use these settings (default: the nearest fengong.toml at or above the plans).",
)  # fmt: skip
_tracked = option(
    "--tracked", type=click.Choice(["final", "original"]), expose_value=False,
    callback=lambda ctx, param, value: ctx.meta.update({"fengong.tracked": value or "final"}),
    zh="Word 修订：按接受后（final，默认）还是按修订前（original）读取。",
    en="Tracked changes in Word files: read as made (final, the default) or as not made (original).",
)  # fmt: skip


def config_option(function: F) -> F:
    """The options of every command that reads plans: ``--config``, and ``--tracked``, which ``read_named`` finds by itself."""
    return _config(_tracked(function))


def settings_of(files: Sequence[str], given: str | None) -> Settings:
    """The settings that hold for the plans named: those of ``--config``, else the nearest fengong.toml."""
    from fengong.settings import settings_for

    return settings_for(files, as_words(given) if given is not None else None)


def spoken_with(ctx: click.Context, settings: Settings) -> Lang:
    """The language of this run: ``--lang``, else that of the settings, else the locale's."""
    return spoken(ctx) if ctx.meta.get("fengong.lang_given") or settings.lang is None else settings.lang


def read_named(files: Sequence[str], lang: Lang, document_id: str | None = None, settings: Settings | None = None) -> Outcome:
    """``read_all`` with a progress bar on a terminal."""
    from fengong.reading import read_all

    with progress(("读取", "reading"), lang) as tell:
        return read_all(files, document_id, tell, settings.own_names if settings else None, _tracked_as())


def read_named_apart(files: Sequence[str], lang: Lang, document_id: str | None = None, settings: Settings | None = None) -> Apart:
    """``read_apart`` with a progress bar on a terminal."""
    from fengong.reading import read_apart

    with progress(("读取", "reading"), lang) as tell:
        return read_apart(files, document_id, tell, settings.own_names if settings else None, _tracked_as())


def _tracked_as() -> Tracked:
    ctx = click.get_current_context(silent=True)
    tracked: Tracked = ctx.meta.get("fengong.tracked", "final") if ctx else "final"
    return tracked


@contextmanager
def progress(words: tuple[str, str], lang: Lang) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on standard error, only on a terminal, only once there are several files. ``words``: what is done, in both languages."""
    if not sys.stderr.isatty():
        yield None
        return
    shown: list[Any] = []

    def tell(done: int, whole: int) -> None:
        if whole < 2:
            return
        if not shown:
            from rich.console import Console
            from rich.progress import Progress

            bar = Progress(console=Console(stderr=True), transient=True)
            shown.extend((bar, bar.add_task(words[0] if lang == "zh" else words[1], total=whole)))
            bar.start()
        shown[0].update(shown[1], completed=done)

    try:
        yield tell
    finally:
        if shown:
            shown[0].stop()


def say_problems(outcome: Outcome, lang: Lang) -> None:
    """What could not be read, and the texts without any duty, on standard error."""
    from fengong.reading import no_duty
    from viz.seen import visible

    for problem in (*outcome.remarks, *outcome.problems, *map(no_duty, outcome.idle)):
        click.echo(f"fengong: {visible(problem.say(lang))}", err=True)


def say_account(graph: AccountabilityGraph, lang: Lang, *, beside_data: bool) -> None:
    """The account of everything read; on standard error where standard output carries data."""
    from viz.formats.account import account, account_lines

    for line in account_lines(account(graph), lang):
        click.echo(line, err=beside_data)


def say_settings(settings: Settings, lang: Lang, *, beside_data: bool) -> None:
    """Which settings were used, where there are any."""
    if settings.path is not None:
        from viz.seen import visible

        where = visible(str(settings.path))
        click.echo(f"设置取自 {where}" if lang == "zh" else f"settings: {where}", err=beside_data)


def terminal(lang: Lang) -> dict[str, Any]:
    """Width, colours and the columns of characters like “ on standard output, as ``viz.format.Sheet`` wants them."""
    on = sys.stdout.isatty()
    colour = on and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    encoding = (getattr(sys.stdout, "encoding", None) or "").lower()
    wide = encoding.startswith(("gb", "cp936", "936", "big5", "cp950", "hz"))
    columns = columns_of_terminal() if on or os.environ.get("COLUMNS") else 80
    return {"lang": lang, "width": max(40, min(120, columns)), "colour": colour, "ambiguous": 2 if wide else 1}


def data_for_stdout(json_text: str) -> str:
    """JSON for standard output, its hidden and acting characters escaped. Where that is not UTF-8 everything beyond ASCII is: valid JSON in every encoding."""
    from viz.seen import harmless_json, utf16

    json_text = harmless_json(json_text)
    if (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "").replace("_", "") in ("utf8", "cp65001"):
        return json_text
    return "".join(c if c < "\x80" else "".join(f"\\u{u:04x}" for u in utf16(c)) for c in json_text)


def as_words(argument: str) -> str:
    """An argument of the command line as the words that were typed, also where the locale knows no Chinese."""
    return os.fsencode(argument).decode("utf-8", "replace")


def listed(values: Sequence[str]) -> tuple[str, ...] | None:
    """``--select A,B --select C`` -> (A, B, C); None when the option was not given."""
    found = tuple(part.strip() for value in values for part in as_words(value).replace("，", ",").split(",") if part.strip())
    return found or None
