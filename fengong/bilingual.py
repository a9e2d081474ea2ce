"""click in two languages: commands, options and complaints that carry Chinese and English words and choose when they are shown."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal, TypeVar

import click

from viz.seen import pad, width, wrap

Lang = Literal["zh", "en"]
F = TypeVar("F", bound=Callable[..., Any])

_WORDS = {
    "usage": ("用法：", "Usage: "),
    "options": ("选项：", "Options:"),
    "names": ("NAME：", "NAME:"),
    "commands": ("命令：", "Commands:"),
    "examples": ("例子：", "Examples:"),
}


def language_given(args: Sequence[str]) -> Lang | None:
    """The value of ``--lang`` among ``args`` (it may stand behind ``--help``)."""
    args = list(args)
    for i, arg in enumerate(args):
        value = arg.removeprefix("--lang=") if arg.startswith("--lang=") else args[i + 1] if arg == "--lang" and i + 1 < len(args) else ""
        if value == "zh":
            return "zh"
        if value == "en":
            return "en"
    return None


def language(args: Sequence[str] = ()) -> Lang:
    """The language of messages: ``--lang`` among ``args``, else the locale, else English."""
    if (given := language_given(args)) is not None:
        return given
    named = next((v for v in (os.environ.get(k) for k in ("LC_ALL", "LC_MESSAGES", "LANG")) if v), "")
    if not named and sys.platform == "win32":
        import locale

        named = locale.getlocale()[0] or ""
    return "zh" if named.lower().startswith(("zh", "chinese")) else "en"


def spoken(ctx: click.Context) -> Lang:
    """The language of this run."""
    lang: Lang = ctx.meta.get("fengong.lang") or language()
    return lang


def columns_of_terminal() -> int:
    """Columns of the terminal; 80 where there is none. As shutil tells them, without its imports: help must come at once."""
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given) > 0:
        return int(given)
    try:
        return os.get_terminal_size(1).columns or 80
    except (OSError, ValueError):
        return 80


def of(words: tuple[str, str], lang: Lang) -> str:
    return words[0] if lang == "zh" else words[1]


class Option(click.Option):
    """An option with its help in both languages."""

    def __init__(self, *args: Any, zh: str = "", en: str = "", **more: Any) -> None:
        super().__init__(*args, **{**more, "help": en})
        self.words = (zh, en)


def option(*names: str, zh: str, en: str, **more: Any) -> Callable[[F], F]:
    """``click.option`` with help in both languages."""
    return click.option(*names, cls=Option, zh=zh, en=en, **more)


class Worded(click.Command):
    """A command with its help in both languages. ``examples``: command lines, each with what it does in both languages;
    ``names``: what an argument may be called (NAME, one line in each language), asked for only when the help is shown."""

    words: tuple[str, str] = ("", "")
    names: Callable[[], Iterable[tuple[str, str, str]]] | None = None
    examples: tuple[tuple[str, str, str], ...] = ()

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if ctx.parent is None or any(a.startswith("--lang") for a in args):
            ctx.meta["fengong.lang"] = language(args)
            ctx.meta["fengong.lang_given"] = language_given(args) is not None
        return super().parse_args(ctx, args)

    def get_short_help_str(self, limit: int = 45) -> str:
        return self.words[1]

    def get_help(self, ctx: click.Context) -> str:
        """The help text (click's own formatter imports much to learn how wide the terminal is)."""
        return "\n".join(self.help_lines(ctx, spoken(ctx), max(40, min(88, columns_of_terminal()))))

    def help_lines(self, ctx: click.Context, lang: Lang, columns: int) -> Iterator[str]:
        """The help text, line by line, none wider than ``columns``."""
        usage = " ".join([ctx.command_path, *self.collect_usage_pieces(ctx)])
        yield f"{of(_WORDS['usage'], lang)}{usage}"
        yield ""
        for paragraph in of(self.words, lang).split("\n"):
            yield from ("  " + line for line in wrap(paragraph, columns - 2))
        yield from self.help_of_commands(ctx, lang, columns)
        if self.names is not None:
            yield from help_table(of(_WORDS["names"], lang), [(name, of((zh, en), lang)) for name, zh, en in self.names()], columns)
        options = [(self._names(p), self._told(p, lang)) for p in self.get_params(ctx) if isinstance(p, click.Option) and not p.hidden]
        yield from help_table(of(_WORDS["options"], lang), options, columns)
        if self.examples:
            yield ""
            yield of(_WORDS["examples"], lang)
            for line, zh, en in self.examples:
                yield f"  {line}"
                yield from ("      " + told for told in wrap(of((zh, en), lang), columns - 6))

    def help_of_commands(self, ctx: click.Context, lang: Lang, columns: int) -> Iterator[str]:
        """The commands of a group; a command has none."""
        return iter(())

    def _names(self, param: click.Option) -> str:
        names = ", ".join(sorted([*param.opts, *param.secondary_opts], key=len))
        if param.is_flag or param.count:
            return names
        if isinstance(param.type, click.Choice):
            return f"{names} {'|'.join(map(str, param.type.choices))}"
        return f"{names} {param.metavar or param.type.name.upper()}"

    def _told(self, param: click.Option, lang: Lang) -> str:
        if "--help" in param.opts:
            return of(("显示这份说明并退出。", "Show this page and leave."), lang)
        return of(param.words, lang) if isinstance(param, Option) else param.help or ""


def command(
    name: str,
    *,
    zh: str,
    en: str,
    examples: tuple[tuple[str, str, str], ...] = (),
    names: Callable[[], Iterable[tuple[str, str, str]]] | None = None,
) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a function a command with help and examples in both languages; ``--lang`` comes with it."""

    def make(function: Callable[..., Any]) -> click.Command:
        made: click.Command = click.command(name, cls=Worded)(lang_option(function))
        assert isinstance(made, Worded)
        made.words, made.examples, made.names = (zh, en), examples, names
        return made

    return make


def lang_option(function: F) -> F:
    """``--lang``: taken from the arguments before anything else (see ``language``), declared here so that it is checked and shown."""
    return option(
        "--lang",
        type=click.Choice(["zh", "en"]),
        expose_value=False,
        zh="界面语言（默认随系统）。",
        en="Language of messages (default: the locale's).",
    )(function)


def help_table(heading: str, rows: list[tuple[str, str]], columns: int) -> Iterator[str]:
    if not rows:
        return
    left = min(30, max(width(name) for name, _ in rows)) + 2
    yield ""
    yield heading
    for name, told in rows:
        lines = wrap(told, columns - left - 4)
        if width(name) > left - 2:
            yield f"  {name}"
            yield from (" " * (left + 2) + line for line in lines)
        else:
            yield f"  {pad(name, left)}{lines[0]}"
            yield from (" " * (left + 2) + line for line in lines[1:])


def complaint(error: click.ClickException, lang: Lang) -> str:
    """What was wrong with the command line, in one sentence."""
    ctx = getattr(error, "ctx", None)
    how = f"{ctx.command_path if ctx else 'fengong'} --help"
    if lang == "en":
        return f"{error.format_message().rstrip('.')}; see {how}."
    return f"{_said_in_chinese(error)}；用法见 {how}。"


def _said_in_chinese(error: click.ClickException) -> str:
    param, ctx = getattr(error, "param", None), getattr(error, "ctx", None)
    name = getattr(error, "param_hint", None) or (param.get_error_hint(ctx) if param is not None and ctx is not None else "")
    name = (name if isinstance(name, str) else " / ".join(name)).strip("'")
    if isinstance(error, click.NoSuchOption):
        near = f"，是否要用 {'、'.join(error.possibilities)}" if error.possibilities else ""
        return f"没有选项 {error.option_name}{near}"
    if isinstance(error, click.MissingParameter):
        return f"缺少参数 {name}"
    if isinstance(error, click.BadParameter):
        choices = param.type.choices if param is not None and isinstance(param.type, click.Choice) else ()
        return f"{name} 的值无效" + (f"，可用：{'、'.join(map(str, choices))}" if choices else f"（{error.message.rstrip('.')}）")
    extra = error.format_message().partition("extra argument")[2].partition("(")[2].rstrip(").")
    if extra:
        return f"多余的参数：{extra}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 用法不对（可能缺少值）"
    return error.format_message().rstrip(".")
