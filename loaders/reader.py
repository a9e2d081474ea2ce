"""What a reader is: one format, from bytes to located text. One file in ``loaders/readers`` with one decorated function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from graphmodel.discovery import collect
from graphmodel.plan import Source


@dataclass(frozen=True, slots=True)
class Reader:
    """``suffixes``: lower case, with the dot. ``sniff``: do these first bytes look like this format? Asked only where no suffix
    decides (standard input).
    ``read``: (all bytes, the file's name for messages) -> Source; raises Problem."""

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Callable[[bytes, str], Source]


def reader(name: str, suffixes: tuple[str, ...], sniff: Callable[[bytes], bool]) -> Callable[[Callable[[bytes, str], Source]], Reader]:
    """Make a function ``(bytes, name) -> Source`` a reader, found by its folder."""
    return lambda read: Reader(name, suffixes, sniff, read)


@cache
def readers() -> tuple[Reader, ...]:
    """Every reader of ``loaders/readers``, in the order of file names."""
    import loaders.readers as folder

    return collect(folder, Reader)


def reader_for_suffix(suffix: str) -> Reader | None:
    """The reader that takes files ending in ``suffix`` (any case, with the dot), or None."""
    return next((r for r in readers() if suffix.lower() in r.suffixes), None)


def reader_for_bytes(data: bytes) -> Reader | None:
    """The first reader to which the first bytes look right, or None."""
    return next((r for r in readers() if r.sniff(data[:4096])), None)


def suffixes() -> tuple[str, ...]:
    """All suffixes that some reader takes, sorted."""
    return tuple(sorted({s for r in readers() for s in r.suffixes}))
