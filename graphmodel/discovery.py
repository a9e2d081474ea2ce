"""One file, one decorated value, found by its folder: there is no registry."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def names_in(package: ModuleType) -> list[str]:
    """The names of the modules of a folder, sorted; those with a leading underscore are private."""
    return sorted(m.name for m in pkgutil.iter_modules(package.__path__) if not m.name.startswith("_"))


@cache
def _modules(package: ModuleType) -> tuple[ModuleType, ...]:
    return tuple(importlib.import_module(f"{package.__name__}.{name}") for name in names_in(package))


def collect(package: ModuleType, kind: type[T]) -> tuple[T, ...]:
    """Every module-level value of type ``kind`` in the modules of ``package``, in the order of file names, then of names; a value imported elsewhere counts once."""
    found: dict[int, T] = {}
    for module in _modules(package):
        for name in sorted(vars(module)):
            value = vars(module)[name]
            if isinstance(value, kind):
                found.setdefault(id(value), value)
    return tuple(found.values())
