"""What a Word file's styles say of paragraphs: which numbering they carry, whether they hide words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaders.word.names import attribute, child, number, switched_on, tags, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_CHAIN = 50
"""Word itself allows some ten styles based on one another; circles occur in damaged files."""


@dataclass(frozen=True, slots=True)
class Style:
    """``list_id``, ``level``: its own numPr, None where it has none. ``hidden``: True, False or nothing said."""

    id: str
    based_on: str | None
    list_id: str | None
    level: int | None
    hidden: bool | None


@dataclass(frozen=True, slots=True)
class StyleNumbering:
    """The list of a style, the level it names (None: none), and the style that says so, from the style itself to the one that carries the list."""

    list_id: str
    level: int | None
    chain: tuple[str, ...]


@dataclass(slots=True)
class Styles:
    """``elements``: by styleId. ``paragraph``: the id of the style of paragraphs that name none."""

    elements: dict[str, _Element] = field(default_factory=dict)
    paragraph: str | None = None
    _made: dict[str, Style | None] = field(default_factory=dict)
    _lists: dict[str, StyleNumbering | None] = field(default_factory=dict)
    _hidden: dict[str, bool | None] = field(default_factory=dict)

    @classmethod
    def of(cls, root: _Element | None) -> Styles:
        """From ``word/styles.xml``; None where a file has none."""
        styles = cls()
        for element in () if root is None else root.iterchildren(*tags("style")):
            name = attribute(element, "styleId")
            if not name:
                continue
            styles.elements[name] = element
            if attribute(element, "type") == "paragraph" and (attribute(element, "default") or "0") in ("1", "true", "on"):
                styles.paragraph = name
        return styles

    def _style(self, name: str) -> Style | None:
        """Made when it is first asked for: a file defines hundreds of styles and uses a few."""
        if name not in self._made:
            element = self.elements.get(name)
            self._made[name] = None if element is None else _made(name, element)
        return self._made[name]

    def _chain(self, name: str | None) -> list[Style]:
        out: list[Style] = []
        while name and (style := self._style(name)) and len(out) < _LONGEST_CHAIN:
            out.append(style)
            name = style.based_on
        return out

    def numbering(self, name: str | None) -> StyleNumbering | None:
        """The numbering that a style gives its paragraphs, its own or that of a style it is based on."""
        if name is None:
            return None
        if name not in self._lists:
            level, chain = None, []
            found = None
            for style in self._chain(name):
                chain.append(style.id)
                level = style.level if level is None else level
                if style.list_id is not None:
                    found = StyleNumbering(style.list_id, level, tuple(chain))
                    break
            self._lists[name] = found
        return self._lists[name]

    def hidden(self, name: str | None) -> bool:
        """Whether a style hides its words."""
        if name is None:
            return False
        if name not in self._hidden:
            self._hidden[name] = next((s.hidden for s in self._chain(name) if s.hidden is not None), False)
        return bool(self._hidden[name])


def _made(name: str, element: _Element) -> Style:
    level = value(element, "pPr", "numPr", "ilvl")
    return Style(
        name,
        value(element, "basedOn"),
        value(element, "pPr", "numPr", "numId"),
        None if level is None else number(level),
        switched_on(child(element, "rPr"), "vanish"),
    )
