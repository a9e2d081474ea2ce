"""Graphs in files: the suffix decides the format, nothing is ever half written, and what goes wrong is one clear sentence."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from stat import S_ISREG

from graphmodel.format import Format
from graphmodel.graph import AccountabilityGraph
from graphmodel.problems import FileProblem, Problem, readable


@cache
def formats() -> dict[str, Format]:
    """The formats by name, found by their folder."""
    from graphmodel import formats as folder
    from graphmodel.discovery import collect

    return {found.name: found for found in collect(folder, Format)}


def write(graph: AccountabilityGraph, path: Path, format: str | None = None) -> list[Path]:
    """Writes a graph to ``path`` (CSV: to several files beside it) and gives the paths written. ``format`` overrides the suffix.

    The files stand beside their place until all are complete, then they are renamed. Raises ``FileProblem``.
    """
    form = format_of(path, format)
    pieces = form.write(graph.nx)
    return write_files({place: pieces[tail] for tail, place in _places(path, form).items()}, bom=form.bom)


def dumps(graph: AccountabilityGraph, format: str = "json") -> str:
    """A graph as text, for standard output. Raises ``FileProblem`` for a format that is unknown or needs several files."""
    form = format_of(Path("-"), format)
    if form.tails != ("",):
        raise FileProblem(
            f"{form.name} 需要写成几个文件，不能写到标准输出。请用 -o 指定文件名。",
            f"{form.name} is written to several files and cannot go to standard output; name a file with -o.",
        )
    return "".join(form.write(graph.nx)[""])


def read(path: Path, format: str | None = None) -> AccountabilityGraph:
    """The graph of a file written by ``write``. Raises ``FileProblem`` if there is none, it cannot be read, or it holds something else."""
    form = format_of(path, format)
    texts = {tail: _text(place) for tail, place in _places(path, form).items()}
    try:
        return AccountabilityGraph(form.read(texts))
    except Problem as problem:
        name = readable(path)
        raise FileProblem(f"{name}:{problem.zh}", f"{name}: {problem.en}") from None


def is_graph_file(path: Path) -> bool:
    """Whether the name says that the file holds a graph (not a plan): .json, .graphml, .gexf, .nodes.csv."""
    name = path.name.lower()
    return any(name.endswith(tail or suffix) for form in formats().values() for tail in form.tails[:1] for suffix in form.suffixes)


def format_of(path: Path, format: str | None = None) -> Format:
    """The format named, else that of the suffix. Raises ``FileProblem`` naming those there are."""
    known = formats()
    if format is not None and format.lower() in known:
        return known[format.lower()]
    if format is None:
        for form in known.values():
            if path.suffix.lower() in form.suffixes:
                return form
    asked = readable(format if format is not None else path.name)
    endings = ", ".join(suffix for form in known.values() for suffix in form.suffixes)
    raise FileProblem(f"不认识图的格式：{asked}。可用的后缀：{endings}。", f"unknown format for a graph: {asked}; use one of {endings}.")


def _places(path: Path, form: Format) -> dict[str, Path]:
    if form.tails == ("",):
        return {"": path}
    name = path.name
    for ending in (*form.tails, *form.suffixes):
        if name.lower().endswith(ending) and len(name) > len(ending):
            name = name[: -len(ending)]
            break
    return {tail: path.with_name(name + tail) for tail in form.tails}


def _text(path: Path) -> str:
    name = readable(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise FileProblem(f"没有这个文件：{name}。请检查路径。", f"there is no file {name}; check the path.") from None
    except (OSError, ValueError) as error:
        raise FileProblem(f"读不了 {name}：{_reason(error)}。", f"cannot read {name}: {_reason(error)}.") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = error.start
        raise FileProblem(
            f"{name} 不是 UTF-8 文本（第 {at} 字节），不是分工程序写出的图。",
            f"{name} is not UTF-8 text (byte {at}), so it is no graph written by fengong.",
        ) from None


def write_files(files: dict[Path, Iterable[str]], bom: bool = False) -> list[Path]:
    """Writes texts as UTF-8, all or none: each beside its place, then renamed. Raises ``FileProblem``.

    For pages, tables and findings of other rooms too.
    """
    waiting: dict[Path, Path] = {}
    try:
        for path, pieces in files.items():
            place = _real(path)
            if place is None:
                _fill(path, path, pieces, bom, mode="wb")
                continue
            beside = place.with_name(f".{place.name[:80]}.{os.getpid()}.part")
            waiting[beside] = place
            _fill(path, beside, pieces, bom, mode="xb")
        for beside, place in waiting.items():
            try:
                os.replace(beside, place)  # noqa: PTH105 - the one call that is atomic on every system
            except OSError as error:
                raise _cannot(place, error) from None
    finally:
        for beside in waiting:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
    return list(files)


def _real(path: Path) -> Path | None:
    """Where the file really stands (links followed); None for a device or pipe, which is written to directly."""
    try:
        if path.is_dir():
            name = readable(path)
            raise FileProblem(f"{name} 是文件夹，不是文件。请给出文件名。", f"{name} is a folder; name a file.")
        if path.exists() and not S_ISREG(path.stat().st_mode):
            return None
        place = path.resolve() if path.is_symlink() else path
        if not place.parent.is_dir():
            name = readable(place.parent)
            raise FileProblem(f"没有输出文件夹 {name}。请先建立它。", f"there is no output folder {name}; create it first.")
    except (OSError, ValueError) as error:
        raise _cannot(path, error) from None
    return place


def _fill(path: Path, place: Path, pieces: Iterable[str], bom: bool, mode: str) -> None:
    try:
        with place.open(mode) as file:
            for data in _encoded(path, pieces, bom):
                file.write(data)
            file.flush()
            if mode == "xb":
                os.fsync(file.fileno())
    except (OSError, ValueError) as error:
        raise _cannot(path, error) from None


def _encoded(path: Path, pieces: Iterable[str], bom: bool) -> Iterator[bytes]:
    if bom:
        yield b"\xef\xbb\xbf"
    for piece in pieces:
        try:
            yield piece.encode("utf-8")
        except UnicodeEncodeError as error:
            near = readable(piece[max(0, error.start - 20) : error.start + 20])
            raise FileProblem(
                f"写不了 {readable(path)}：文字中有残缺的字符（孤立的代理码），在“{near}”处。请修正原文后重读。",
                f"cannot write {readable(path)}: half a character (a lone surrogate) near “{near}”; mend the source and read it again.",
            ) from None


def _cannot(path: Path, error: Exception) -> FileProblem:
    name = readable(path)
    return FileProblem(f"写不了 {name}：{_reason(error)}。", f"cannot write {name}: {_reason(error)}.")


def _reason(error: Exception) -> str:
    return readable(error.strerror if isinstance(error, OSError) and error.strerror else error)
