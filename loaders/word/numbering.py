"""Automatic numbering: what Word prints before a paragraph and does not write into its text.

Definitions stand in ``numbering.xml``: an ``abstractNum`` has nine levels, a ``num`` is a use of it that may override them. Uses of one
``abstractNum`` count on together (ECMA-376 part 1, 17.9).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graphmodel.patterns import pattern
from loaders.word.names import attribute, child, number, switched_on, tags, value
from loaders.word.number_formats import printed
from loaders.word.styles import StyleNumbering, Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = 9
_PLACE = pattern(r"%([1-9])")
_ZEROS = pattern(r"\s*(0{1,8})1\s*(?:,.{0,80})?")
"""001, 002, 003, ...: how Word 2010 and later write more zeros than one."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. ``restart``: the number of the level (from 1) behind whose use it starts anew, 0 never, None behind any higher one."""

    form: str = "decimal"
    text: str = ""
    start: int = 0
    restart: int | None = None
    legal: bool = False
    suffix: str = "tab"
    style: str | None = None
    hidden: bool = False
    zeros: int = 0

    def figure(self, n: int, legal: bool) -> str:
        """A number in this level's format; ``legal``: a level below asks for plain figures."""
        if self.zeros:
            return str(n).zfill(self.zeros)
        return printed(n, "decimal" if legal and self.form not in ("none", "bullet") else self.form)


@dataclass(frozen=True, slots=True)
class List:
    """A ``num``: ``counts`` names the counters it shares, ``starts`` are its startOverrides by level."""

    id: str
    counts: str
    levels: tuple[Level, ...]
    starts: dict[int, int] = field(default_factory=dict)


class Lists:
    """The lists of ``word/numbering.xml`` by numId, each made when it is first asked for."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = {} if root is None else {attribute(a, "abstractNumId") or "": a for a in root.iterchildren(*tags("abstractNum"))}
        self._nums = {} if root is None else {attribute(n, "numId") or "": n for n in root.iterchildren(*tags("num"))}
        self._linked = {link: name for name, a in self._abstract.items() if (link := value(a, "styleLink"))}
        self._levels: dict[str, tuple[Level, ...]] = {}
        self._made: dict[str, List | None] = {}

    def get(self, list_id: str) -> List | None:
        """The list of that numId, None if nothing defines it; numId 0 switches numbering off."""
        if list_id == "0":
            return None
        if list_id not in self._made:
            self._made[list_id] = self._make(list_id)
        return self._made[list_id]

    def _make(self, list_id: str) -> List | None:
        num = self._nums.get(list_id)
        base = None if num is None else self._abstract_of(num)
        if num is None or base is None:
            return None
        if base not in self._levels:
            self._levels[base] = _levels(self._abstract[base])
        levels, starts = list(self._levels[base]), {}
        for override in num.iterchildren(*tags("lvlOverride")):
            at = number(attribute(override, "ilvl"), -1)
            if not 0 <= at < LEVELS:
                continue
            if (element := child(override, "lvl")) is not None:
                own = _level(element)
                levels[at] = own if value(element, "start") is not None else replace(own, start=levels[at].start)
            if (start := value(override, "startOverride")) is not None:
                starts[at] = number(start)
        return List(list_id, base, tuple(levels), starts)

    def _abstract_of(self, num: _Element) -> str | None:
        """The abstractNum of a num; where that only names a list style (numStyleLink), the one of that style."""
        for _ in range(10):
            base = value(num, "abstractNumId")
            if base is None or base not in self._abstract:
                return None
            link = value(self._abstract[base], "numStyleLink")
            if link is None:
                return base
            if link in self._linked:
                return self._linked[link]
            style = self._styles.numbering(link)
            if style is None or style.list_id not in self._nums:
                return base
            num = self._nums[style.list_id]
        return None


def _levels(abstract: _Element) -> tuple[Level, ...]:
    levels = [Level(form="none", suffix="nothing")] * LEVELS
    for element in abstract.iterchildren(*tags("lvl")):
        at = number(attribute(element, "ilvl"), -1)
        if 0 <= at < LEVELS:
            levels[at] = _level(element)
    return tuple(levels)


def _level(element: _Element) -> Level:
    restart = value(element, "lvlRestart")
    form, zeros = _format(element)
    text = value(element, "lvlText") or ""
    if form == "bullet" and (text or child(element, "lvlPicBulletId") is not None):
        text = "•"
    return Level(
        form,
        text,
        number(value(element, "start")),
        None if restart is None else number(restart),
        bool(switched_on(element, "isLgl")),
        value(element, "suff") or "tab",
        value(element, "pStyle"),
        bool(switched_on(child(element, "rPr"), "vanish")),
        zeros,
    )


def _format(element: _Element) -> tuple[str, int]:
    """The format, and to how many figures a number is filled up with zeros (0: not)."""
    form = child(element, "numFmt")
    if form is None:  # Word offers its own formats beside a fallback for others
        offers = list(element.iter(*tags("numFmt")))
        custom = next((o for o in offers if attribute(o, "val") == "custom"), None)
        if custom is not None and (found := _ZEROS.fullmatch(attribute(custom, "format") or "")):
            return "decimal", len(found[1]) + 1
        form = next((o for o in offers if attribute(o, "val") != "custom"), None)
    return (attribute(form, "val") or "decimal") if form is not None else "decimal", 0


class Numbering:
    """Counts the numbered paragraphs of a document in their order."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        """``root``: that of ``word/numbering.xml``."""
        self._styles = styles
        self._lists = Lists(root, styles)
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def of(self, style: str | None, list_id: str | None, level: int | None) -> tuple[List, int] | None:
        """The list and level of a paragraph: ``list_id`` and ``level`` as it says itself (None: nothing), else by its style."""
        by_style = self._styles.numbering(style)
        if list_id is not None:
            found = self._lists.get(list_id)
            level = by_style.level if level is None and by_style is not None else level
        elif by_style is None:
            return None
        else:
            found = self._lists.get(by_style.list_id)
            if found is not None and level is None:
                level = self._level(found, by_style)
        if found is None:
            return None
        return found, min(max(level or 0, 0), LEVELS - 1)

    @staticmethod
    def _level(used: List, by_style: StyleNumbering) -> int | None:
        """The level whose definition names the paragraph's style, else the one that the style names, else the one of the style that carries the list."""
        named = {level.style: n for n, level in enumerate(used.levels) if level.style}
        own = named.get(by_style.chain[0])
        return own if own is not None else by_style.level if by_style.level is not None else named.get(by_style.chain[-1])

    def count(self, used: List, at: int) -> str:
        """Counts a paragraph and gives what is printed before it, the gap behind it not included; "" where that is nothing."""
        counters = self._counters.setdefault(used.counts, [None] * LEVELS)
        for n in range(at + 1):
            if n in used.starts and (used.id, n) not in self._begun:
                counters[n] = None
                self._begun.add((used.id, n))
        for n in range(at):
            if counters[n] is None:
                counters[n] = self._start(used, n)
        now = counters[at]
        counters[at] = self._start(used, at) if now is None else now + 1
        for n in range(at + 1, LEVELS):
            restart = used.levels[n].restart
            if restart is None or at < restart:
                counters[n] = None
        return self._text(used, at, counters)

    @staticmethod
    def _start(used: List, at: int) -> int:
        return used.starts.get(at, used.levels[at].start)

    @staticmethod
    def _text(used: List, at: int, counters: list[int | None]) -> str:
        level = used.levels[at]
        if level.hidden:
            return ""
        if level.form == "bullet":
            return level.text

        def figure(n: int) -> str:
            current = counters[n]
            return "" if n > at or current is None else used.levels[n].figure(current, level.legal)

        return _PLACE.sub(lambda m: figure(int(m[1]) - 1), level.text)


def joined(number_text: str, suffix: str, words: str) -> str:
    """What stands before ``words`` where a typist writes the number: no blank behind a mark, one where number and words would run together."""
    text = number_text.rstrip()
    if not text:
        return number_text
    last, first = text[-1], words[:1]
    if last in ".．、-" and text[-2:-1].isdigit() and first.isdigit():  # 1. and 5G基站
        return text + " "
    if suffix == "nothing":
        return number_text
    if suffix == "space" and last.isascii():
        return text + " "
    return text + " " if last.isalnum() and not _ENCLOSED.match(last) and not first.isspace() else text


_ENCLOSED = pattern(r"[\u2460-\u249b\u3220-\u3229\u3280-\u3289]")
