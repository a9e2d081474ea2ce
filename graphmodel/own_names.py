"""Bodies an office knows by names of its own, beside the tables: told once to a process, before it reads plans."""

from __future__ import annotations

from collections.abc import Mapping

_told: tuple[tuple[str, str], ...] = ()


def tell_own_names(names: Mapping[str, str]) -> None:
    """``names``: a form that plans print -> the full name with its place (更新局 -> 沅平市城市更新局). Replaces what was told before."""
    global _told
    _told = tuple(sorted(names.items()))


def own_names() -> tuple[tuple[str, str], ...]:
    """(printed form, full name), sorted; a value, so that what is computed from it can be kept by it."""
    return _told
