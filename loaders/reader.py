"""What a reader is: one format, from bytes to located text. One file in ``loaders/readers`` with one decorated function."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, wraps
from typing import Literal

from graphmodel.discovery import collect
from graphmodel.plan import Source
from graphmodel.problems import Problem

Tracked = Literal["final", "original"]

TEXT_BYTES = 5_000_000
"""A long plan has 300,000 bytes of text. What is more than ten times as long is something else, and would take minutes."""
DOCUMENT_BYTES = 60_000_000
"""Word, PDF and Excel files hold pictures too."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What a reader is asked. ``name``: the file's, for messages. ``tracked``: read a colleague's tracked changes as made, or as not made."""

    name: str
    tracked: Tracked = "final"


@dataclass(frozen=True, slots=True)
class Reader:
    """``suffixes``: lower case, with the dot. ``sniff``: is this content (all bytes) surely of this format, whatever the name says?
    ``marked``: its files have marks by which ``sniff`` knows them all; without them words under this suffix are text.
    ``max_bytes``: a larger file is refused before it is read. ``read``: (all bytes, what is asked) -> Source; raises Problem."""

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    max_bytes: int
    marked: bool
    read: Callable[[bytes, Ask], Source]


def reader(
    name: str, suffixes: tuple[str, ...], sniff: Callable[[bytes], bool], max_bytes: int = DOCUMENT_BYTES, marked: bool = True
) -> Callable[[Callable[[bytes, Ask], Source]], Reader]:
    """Make a function ``(bytes, Ask) -> Source`` a reader, found by its folder."""
    return lambda read: Reader(name, suffixes, sniff, max_bytes, marked, _prepared(read))


def _prepared(read: Callable[[bytes, Ask], Source]) -> Callable[[bytes, Ask], Source]:
    """What holds for every reader: an empty file is said to be one; and the collector looks for no cycles meanwhile (a million objects are made and no
    cycles, the search costs up to a third of the time)."""

    @wraps(read)
    def reading(data: bytes, ask: Ask) -> Source:
        if not data.strip():
            raise Problem(f"{ask.name} 是空文件；请换一个有内容的文件。", f"{ask.name} is empty; give a file that holds a plan.")
        collecting = gc.isenabled()
        gc.disable()
        try:
            return read(data, ask)
        finally:
            if collecting:
                gc.enable()

    return reading


@cache
def readers() -> tuple[Reader, ...]:
    """Every reader of ``loaders/readers``, in the order of file names."""
    import loaders.readers as folder

    return collect(folder, Reader)


def reader_for_suffix(suffix: str) -> Reader | None:
    """The reader that takes files ending in ``suffix`` (any case, with the dot), or None."""
    return next((r for r in readers() if suffix.lower() in r.suffixes), None)


def reader_for_bytes(data: bytes) -> Reader | None:
    """The first reader that knows the content for its own, or None."""
    return next((r for r in readers() if r.sniff(data)), None)


def suffixes() -> tuple[str, ...]:
    """All suffixes that some reader takes, sorted."""
    return tuple(sorted({s for r in readers() for s in r.suffixes}))
