"""Which body a printed name refers to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphmodel.departments import Here, Resolver, level_of
from graphmodel.plan import Department, Header, Source, Unit
from graphmodel.text import squeeze
from loaders.grammar.units import Named
from loaders.scope import Saying


def _in_paragraphs(source: Source) -> str:
    """The text with a blank line wherever the file says that a paragraph or a cell begins: no name goes on over it."""
    if True not in source.begins:
        return source.text
    lines = source.text.split("\n")
    begins = (*source.begins, *[None] * len(lines))
    return "\n".join(f"\n{line}" if begin else line for line, begin in zip(lines, begins))


class Names:
    """Gives every printed name the body it refers to, and remembers all forms met."""

    def __init__(self, source: Source, header: Header) -> None:
        self._text = source.text
        self._resolver = Resolver(Here(header.jurisdiction, level_of(header.jurisdiction), header.date), _in_paragraphs(source))
        self._found: dict[str, Department] = {}
        self._printed: dict[str, list[str]] = {}

    def __call__(self, named: Named, saying: Saying) -> Unit:
        beside = [n.full for n in saying.said.units]
        return self._met(Unit(named.printed, saying.view.span(named.start, named.end)), named.full, beside)

    def _met(self, unit: Unit, full: str, beside: Sequence[str]) -> Unit:
        d = self._resolver.resolve(full, beside)
        printed = squeeze(self._text[slice(*unit.span)])
        forms = self._printed.setdefault(d.id, [])
        if printed not in forms:
            forms.append(printed)
        self._found.setdefault(d.id, d)
        return Unit(printed, unit.span, d.id)

    def unit(self, unit: Unit) -> Unit:
        return self._met(unit, unit.printed, ())

    def units(self, found: Sequence[Unit]) -> tuple[Unit, ...]:
        beside = [u.printed for u in found]
        return tuple(self._met(u, u.printed, beside) for u in found)

    def departments(self) -> tuple[Department, ...]:
        return tuple(replace(d, printed=tuple(self._printed[i])) for i, d in sorted(self._found.items()))
