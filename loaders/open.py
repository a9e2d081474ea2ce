"""From what a person names (a file, a folder, ``-``) to the located text of plans."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from graphmodel.plan import Source
from graphmodel.problems import Problem
from loaders.contents import kind_of
from loaders.reader import DOCUMENT_BYTES, Ask, Tracked, reader_for_bytes, reader_for_suffix, suffixes
from loaders.readers.text import checked

STDIN = "-"


def shown(path: str | Path) -> str:
    """A path as text that can be printed and stored everywhere, whatever bytes its name holds."""
    return os.fsencode(path).decode("utf-8", "replace")


def plans_in(folder: Path) -> tuple[Path, ...]:
    """The files below ``folder`` that some reader takes, sorted by path.

    Hidden files and folders are left out, links to folders are not followed. Raises Problem if there is no plan.
    """

    def refuse(error: OSError) -> None:
        raise unreadable(shown(error.filename or folder), error)

    found = [p for p in _files_in(folder, refuse) if reader_for_suffix(p.suffix) and not _is_of_graph(p)]
    if not found:
        kinds = " ".join(suffixes())
        raise Problem(
            f"文件夹 {shown(folder)} 里没有方案；请放入方案文件（{kinds}），或直接指定文件。",
            f"folder {shown(folder)} holds no plans; put plans ({kinds}) into it or name a file.",
        )
    return tuple(sorted(found, key=lambda p: p.relative_to(folder).parts))


def passed_over(folder: Path) -> tuple[Path, ...]:
    """The files below ``folder`` that no reader takes beside those that one does, sorted by path; hidden ones are not counted. () if there is no plan."""
    every = sorted(_files_in(folder), key=lambda p: p.relative_to(folder).parts)
    left = tuple(p for p in every if not reader_for_suffix(p.suffix) or _is_of_graph(p))
    return left if len(left) < len(every) else ()


def _is_of_graph(path: Path) -> bool:
    """Whether a file's name says that it is one of the three of a graph written as CSV."""
    return path.name.lower().endswith((".nodes.csv", ".edges.csv", ".lines.csv"))


def _files_in(folder: Path, refuse: Callable[[OSError], None] | None = None) -> Iterator[Path]:
    for place, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        yield from (Path(place, n) for n in names if not n.startswith((".", "~$")))


def source_of(path: str | Path, tracked: Tracked = "final") -> Source:
    """The text of one file, or of standard input for ``-``. The content decides which reader takes it, the suffix only where the content is
    silent. ``tracked``: a Word file's tracked changes as made or as not made. Raises Problem."""
    if str(path) == STDIN:
        data = sys.stdin.buffer.read(DOCUMENT_BYTES + 1)
        return source_of_bytes(data, "-", tracked)
    path = Path(path)
    named = reader_for_suffix(path.suffix) if path.suffix else reader_for_suffix(".txt")
    data = bytes_of(path, named.max_bytes if named else DOCUMENT_BYTES)
    reader = reader_for_bytes(data) or named
    if reader and reader.marked and reader is named and _is_words(data):
        reader = reader_for_suffix(".txt")  # a text under the name of a Word file
    if reader is None:
        kinds = " ".join(suffixes())
        raise Problem(
            f"{shown(path)}：不认识扩展名 {shown(path.suffix)}；请另存为其中一种（{kinds}）后再试。",
            f"{shown(path)}: unknown extension {shown(path.suffix)}; save it as one of these ({kinds}) and try again.",
        )
    if len(data) > reader.max_bytes:
        raise too_big(shown(path), len(data), reader.max_bytes)
    return replace(reader.read(data, Ask(shown(path), tracked)), name=shown(path.name))


def _is_words(data: bytes) -> bool:
    return kind_of(data) == "text" and b"\0" not in data[:10_000] and bool(data.strip())


def bytes_of(path: Path, allowed: int = DOCUMENT_BYTES) -> bytes:
    """The content of a file that is not too big to be a plan; up to DOCUMENT_BYTES where its name may be wrong. Raises Problem."""
    try:
        if path.is_dir():
            raise Problem(f"{shown(path)} 是文件夹，这里需要文件。", f"{shown(path)} is a folder; a file is needed here.")
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            data = file.read(DOCUMENT_BYTES + 1) if size <= DOCUMENT_BYTES else b""
            size = max(len(data), size)
    except (OSError, ValueError) as error:
        raise unreadable(shown(path), error) from None
    if size > DOCUMENT_BYTES:
        raise too_big(shown(path), size, allowed)
    return data


def source_of_bytes(data: bytes, name: str, tracked: Tracked = "final") -> Source:
    """The text of bytes whose format no suffix tells. Raises Problem."""
    name = "<stdin>" if name == STDIN else name
    reader = reader_for_bytes(data) or reader_for_suffix(".txt")
    assert reader is not None
    if len(data) > reader.max_bytes:
        raise too_big(name, len(data), reader.max_bytes)
    return reader.read(data, Ask(name, tracked))


def source_of_text(text: str, name: str = "<text>") -> Source:
    """The Source of words that are already in memory; ``sha256`` is that of their UTF-8 bytes. Raises Problem."""
    return checked(text, name, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def too_big(name: str, size: int, most: int = DOCUMENT_BYTES) -> Problem:
    return Problem(
        f"{name} 有 {size / 1e6:.0f} MB，超过上限 {most / 1e6:.0f} MB；请确认这是一份方案，并拆成几个文件。",
        f"{name} has {size / 1e6:.0f} MB, more than the limit of {most / 1e6:.0f} MB; make sure that this is a plan and split it into several files.",
    )


def unreadable(name: str, error: OSError | ValueError) -> Problem:
    """Why a file or folder could not be opened, in words."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Problem(f"找不到 {name}；请检查路径。", f"{name} does not exist; check the path.")
    if isinstance(error, PermissionError):
        return Problem(f"没有权限读取 {name}；请检查文件权限。", f"no permission to read {name}; check its permissions.")
    why = getattr(error, "strerror", None) or str(error)
    return Problem(f"无法读取 {name}（{why}）；请检查这个文件。", f"{name} cannot be read ({why}); check the file.")


def expand(paths: tuple[str, ...]) -> Iterator[str | Path | Problem]:
    """The files behind what was named, in order, folders opened; a Problem stands in the place of what cannot be opened."""
    for named in paths:
        if not named:
            yield Problem("文件名是空的；请给出方案文件或文件夹。", "the name of a file is empty; name a plan or a folder.")
        elif named != STDIN and Path(named).is_dir():
            try:
                yield from plans_in(Path(named))
            except Problem as problem:
                yield problem
        else:
            yield named
