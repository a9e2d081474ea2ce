"""The command line. Each command is one file of ``fengong/commands``, imported only when it is asked for."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Iterator, MutableMapping, Sequence
from functools import cache
from typing import Any, NoReturn

import click

from fengong.bilingual import Lang, Worded, complaint, help_table, lang_option, language, of, option
from graphmodel.problems import Problem, readable
from viz.seen import visible

_FOLDER = "fengong.commands"


class Commands(Worded, click.Group):
    """The group of all commands. Runs one, says in one sentence what went wrong, and ends with 0, 1 or 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return _commands()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        found: click.Command = importlib.import_module(f"{_FOLDER}.{cmd_name.replace('-', '_')}").command
        return found

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in self.list_commands(ctx):
            raise _no_such_command(args[0], self.list_commands(ctx))
        return super().resolve_command(ctx, args)

    def help_of_commands(self, ctx: click.Context, lang: Lang, columns: int) -> Iterator[str]:
        rows = []
        for name in self.list_commands(ctx):
            found = self.get_command(ctx, name)
            if isinstance(found, Worded) and not found.hidden:
                rows.append((name, of(found.words, lang).split("\n")[0]))
        yield from help_table("命令：" if lang == "zh" else "Commands:", rows, columns)

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, *_: Any, **extra: Any) -> NoReturn:
        args = list(sys.argv[1:] if args is None else args)
        extra.pop("standalone_mode", None)
        _speak_any_language()
        collected = gc.isenabled()
        gc.disable()  # one run, then the process ends: a graph of many plans holds no cycles, and looking for them takes a seventh of the time
        try:
            sys.exit(self._run(args, prog_name or "fengong", extra))
        finally:
            if collected:
                gc.enable()

    def _run(self, args: list[str], prog_name: str, extra: MutableMapping[str, Any]) -> int:
        lang = language(args)
        try:
            code = super().main(args=args, prog_name=prog_name, standalone_mode=False, **extra)
            sys.stdout.flush()
            return code if isinstance(code, int) else 0
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message())
            return 2
        except click.ClickException as error:
            return _refuse(complaint(error, lang))
        except Problem as problem:
            return _refuse(problem.say(lang))
        except (KeyboardInterrupt, click.Abort):
            return _refuse("已中断。" if lang == "zh" else "interrupted.", 130)
        except SystemExit:  # click's answer to a closed pipe: who reads the output has seen enough
            return 0
        except OSError as error:
            return _stream_broke(error, lang)
        except Exception as error:
            if os.environ.get("FENGONG_TRACEBACK"):
                raise
            what = f"{type(error).__name__}: {readable(error)}"
            return _refuse(
                f"程序内部出错（{what}）；请设置环境变量 FENGONG_TRACEBACK=1 重试，并把输出告诉开发者。"
                if lang == "zh"
                else f"the program failed ({what}); run it again with FENGONG_TRACEBACK=1 and report what it prints."
            )


@cache
def _commands() -> list[str]:
    from graphmodel.discovery import names_in

    return [name.replace("_", "-") for name in names_in(importlib.import_module(_FOLDER))]


def _refuse(sentence: str, code: int = 2) -> int:
    click.echo(f"fengong: {visible(sentence)}", err=True)
    return code


def _no_such_command(name: str, known: list[str]) -> Problem:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=3) or known
    shown = readable(name)
    return Problem(
        f"没有命令 {shown}；可用：{'、'.join(near)}（见 fengong --help）。",
        f"there is no command {shown}; try {', '.join(near)} (see fengong --help).",
    )


def _stream_broke(error: OSError, lang: Lang) -> int:
    """Standard output is closed or full. Nothing more can be written there, not even at the end of the interpreter."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if isinstance(error, BrokenPipeError):
        return 0  # who reads the output has seen enough
    why = error.strerror or str(error)
    where = readable(error.filename) if error.filename else "标准输出" if lang == "zh" else "standard output"
    return _refuse(f"无法写入{where}（{why}）；请腾出空间或换个位置。" if lang == "zh" else f"cannot write to {where} ({why}); make room or write elsewhere.")


def _speak_any_language() -> None:
    """An ASCII console gets UTF-8 (nobody has a terminal that knows only ASCII); any other keeps its encoding and shows ? for what
    it lacks, instead of dying."""
    for stream in (sys.stdout, sys.stderr):
        change = getattr(stream, "reconfigure", None)
        if change is not None:
            ascii_only = (stream.encoding or "ascii").lower().replace("_", "-") in ("ascii", "us-ascii", "ansi-x3.4-1968", "646")
            change(encoding="utf-8" if ascii_only else None, errors="replace" if stream is sys.stdout else "backslashreplace")


def _show_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"fengong {version('fengong')}")
        ctx.exit()


@click.group("fengong", cls=Commands, no_args_is_help=True)
@option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    zh="显示版本并退出。",
    en="Show the version and leave.",
)
@lang_option
def main() -> None:
    """Reads task-allocation plans as a graph of who answers for what, and shows every weakness in the plan's own words."""


assert isinstance(main, Commands)
main.words = (
    "把任务分工方案读成“谁负责什么”的图，用方案自己的话指出分工中的每一处薄弱。\n"
    "FILE 可以是方案（文本）、文件夹、先前生成的图（JSON），或 "
    "-（标准输入）。退出码：0 正常；1 审查发现达到 --fail-on；2 未能完成或有文件读不了。",
    "Reads task-allocation plans as a graph of who answers for what, and shows every weakness of the allocation in the plan's own words.\n"
    "FILE is a plan (text), a folder, a graph written earlier (JSON), or - (standard input). "
    "Exit codes: 0 fine; 1 the audit found something at --fail-on; 2 could not do it, or could not read one of the files.",
)
main.examples = (
    ("fengong demo", "对随程序附带的方案做一次审查。", "Audit a plan that ships with the program."),
    ("fengong audit plan.txt", "审查自己的方案。", "Audit your own plan."),
    ("fengong graph plan.txt -o plan.json", "把方案写成图。", "Write the plan's graph."),
)
