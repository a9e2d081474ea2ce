"""Regular expressions that are compiled once a machine, not once a run.

The words of the genre make some seven hundred patterns, many of them with sets of Chinese characters; compiling them takes longer than reading
a plan. ``pattern`` is ``re.compile`` that keeps what the compiler made, as Python keeps byte code: in the same ``__pycache__``, only where Python
may write there (``PYTHONDONTWRITEBYTECODE``, ``PYTHONPYCACHEPREFIX``), thrown away when Python changes. Where any of that fails, patterns are
compiled as ever: nothing but time depends on it.
"""

from __future__ import annotations

import atexit
import marshal
import os
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, TypeAlias

Key: TypeAlias = "tuple[str, int]"
Parts: TypeAlias = "tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]"
"""flags, code words, number of groups, name → group, group → name: what re's own builder takes."""

try:  # the two halves of re.compile, which no public function parts
    import _sre  # type: ignore[import-not-found]

    _MAGIC: Any = (sys.version, _sre.MAGIC, _sre.CODESIZE, array("I").itemsize)
    _parse: Any = re._parser.parse  # type: ignore[attr-defined]
    _code: Any = re._compiler._code  # type: ignore[attr-defined]
    _build: Any = _sre.compile
except (ImportError, AttributeError):  # another Python, or a later one
    _MAGIC = None

_new: dict[Key, Parts] = {}
"""What this run compiled and no earlier one had kept."""


@cache
def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern, equal to ``re.compile(source, flags)``. Raises ``re.error`` for a text that is no pattern."""
    return _revived((source, int(flags))) or re.compile(source, flags)


def _revived(key: Key) -> re.Pattern[str] | None:
    """The pattern built from kept parts, or from parts that will be kept; None where parts cannot be had."""
    if _place() is None:
        return None
    parts = _kept().get(key)
    try:
        if parts is None:
            parts = _new[key] = _parts(*key)
        flags, code, groups, names, group_names = parts
        built: re.Pattern[str] = _build(key[0], flags, array("I", code).tolist(), groups, names, group_names)
    except (RuntimeError, TypeError, ValueError, OverflowError, AttributeError):  # re checks what it is given
        _new.pop(key, None)
        return None
    return built


def _parts(source: str, flags: int) -> Parts:
    parsed = _parse(source, flags)
    state = parsed.state
    group_names: list[str | None] = [None] * state.groups
    for name, i in state.groupdict.items():
        group_names[i] = name
    return (int(flags | state.flags), array("I", _code(parsed, flags)).tobytes(), state.groups - 1, dict(state.groupdict), tuple(group_names))


@cache
def _place() -> Path | None:
    """Where Python keeps this module's byte code, with another suffix; None where it keeps none."""
    if _MAGIC is None:
        return None
    try:
        return Path(cache_from_source(__file__)).with_suffix(".patterns")
    except NotImplementedError:
        return None


@cache
def _kept() -> dict[Key, Parts]:
    place = _place()
    try:
        magic, kept = marshal.loads(place.read_bytes()) if place else (None, None)
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return kept if magic == _MAGIC and isinstance(kept, dict) else {}


def keep() -> None:
    """Writes what this run compiled for the next one: beside, then renamed, so that no reader meets half a file."""
    place = _place()
    if place is None or not _new or sys.dont_write_bytecode:
        return
    beside = place.with_suffix(f".{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(marshal.dumps((_MAGIC, {**_kept(), **_new})))
        beside.replace(place)
    except OSError:  # a place that cannot be written to costs time, no more
        with suppress(OSError):
            beside.unlink()


atexit.register(keep)
