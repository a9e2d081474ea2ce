"""Which form findings take, what the forms ask for beside them, and the way to a file, a pipe or the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fengong.console import as_words, data_for_stdout
from graphmodel.problems import Problem

if TYPE_CHECKING:
    from fengong.bilingual import Lang
    from graphmodel.graph import AccountabilityGraph
    from queries.audit import Rule
    from viz.format import Format, RulePage, Sheet, Table


def form_for(form: str | None, output: str | None) -> Format:
    """The form that ``--format`` names, else the one the ending of ``-o`` asks for, else text.

    Raises Problem for one that does not exist, and for a file of bytes that would go to a terminal."""
    from viz.format import format_for_path, format_named, formats

    names = "、".join(f.name for f in formats()), ", ".join(f.name for f in formats())
    if form is not None:
        found = format_named(as_words(form))
        if found is None:
            raise Problem(f"没有格式 {as_words(form)}；可用：{names[0]}。", f"there is no format {as_words(form)}; choose {names[1]}.")
    else:
        found = format_for_path(Path(output).name if output else ".txt")
        if found is None:
            suffix = as_words(Path(output or "").suffix)
            raise Problem(
                f"从扩展名 {suffix or '（无）'} 看不出格式；请用 --format 指定（{names[0]}）。",
                f"the suffix {suffix or '(none)'} tells no format; name it with --format ({names[1]}).",
            )
    if found.goes == "file" and not output and sys.stdout.isatty():
        raise Problem(f"{found.name} 不能显示在终端上；请用 -o 指定文件。", f"{found.name} cannot be shown on a terminal; name a file with -o.")
    return found


def put(shape: Format, sheet: Sheet, output: str | None) -> None:
    """The findings into a file, written whole or not at all, or onto standard output."""
    if output:
        from fengong.output import write_whole

        write_whole(output, shape.bytes_of(sheet))
    elif shape.goes in ("bytes", "file"):
        click.echo(shape.bytes_of(sheet), nl=False)
    else:
        words = shape.bytes_of(sheet).decode("utf-8")
        click.echo(data_for_stdout(words) if shape.goes == "json" else words, nl=False)


def beside(graph: AccountabilityGraph, lang: Lang, asked: Iterable[Rule], files: Sequence[str] = ()) -> dict[str, Any]:
    """What ``viz.format.Sheet`` carries beside graph and findings. The pages of the rules and the loads are worked out when asked for."""
    return {"rules": _pages(tuple(asked)), "loads": _loads(graph, lang), "paths": paths_of(files)}


def _pages(asked: tuple[Rule, ...]) -> Callable[[], tuple[RulePage, ...]]:
    def pages() -> tuple[RulePage, ...]:
        from graphmodel.finding import Words
        from viz.format import RulePage

        told = {r.code: [Words(p.zh, p.en) for p in (r.page.title, r.page.says, r.page.why, r.page.source, r.page.mend)] for r in asked}
        return tuple(RulePage(r.code, r.name, r.level, *told[r.code]) for r in asked)

    return pages


_CARRIED = ("department", "peer_class", "leads", "responsible", "cooperates", "supervises", "inherited")


def _loads(graph: AccountabilityGraph, lang: Lang) -> Callable[[], Table]:
    def loads() -> Table:
        from queries.cells import said
        from queries.measures.load import load

        answer = load(graph)
        columns = [c for key in _CARRIED for c in answer.columns if c.key == key]
        heads = tuple(c.zh if lang == "zh" else c.en for c in columns)
        return (heads, *(tuple(said(c, row.get(c.key), lang) for c in columns) for row in answer.rows))

    return loads


def paths_of(files: Sequence[str]) -> dict[str, str]:
    """The base name of each file -> its path from here, ``/`` between folders; names that two files bear are left out."""
    from loaders.open import STDIN, expand, shown

    found: dict[str, str | None] = {}
    for path in expand(tuple(f for f in files if f != STDIN)):
        if isinstance(path, Problem):
            continue
        name = shown(Path(Path(path).name))
        found[name] = None if name in found else _from_here(Path(path))
    return {name: path for name, path in found.items() if path is not None}


def _from_here(path: Path) -> str:
    from loaders.open import shown

    told = Path(os.path.relpath(path))
    return shown(path.resolve() if told.parts[:1] == ("..",) else told).replace(os.sep, "/")
