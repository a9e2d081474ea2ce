"""The words of one paragraph: runs, fields, tracked changes, hidden text, symbols; text boxes and notes are noted for later."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from loaders.reader import Tracked
from loaders.word.names import Names, attribute, child, switched_on, tags, value
from loaders.word.styles import Styles
from loaders.word.symbols import symbol

if TYPE_CHECKING:
    from lxml.etree import _Element

_THROUGH = frozenset(("hyperlink", "smartTag", "customXml", "dir", "bdo", "sdtContent", "rubyBase", "mc:Choice", "mc:Fallback"))
_MADE, _UNMADE = frozenset(("ins", "moveTo")), frozenset(("del", "moveFrom"))
_T = tags("t")
_SPACES = " \t\r\n"


class Piece(NamedTuple):
    """``length`` characters from ``at`` on in the words of a paragraph are those from ``offset`` on in the text of the element ``t``."""

    at: int
    length: int
    t: _Element
    offset: int


@dataclass(slots=True)
class Words:
    """The words of a paragraph while they are read. ``boxes``: the contents of text boxes anchored in it."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    blank: bool = True
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)

    def add(self, text: str, t: _Element | None = None, offset: int = 0) -> None:
        if t is not None:
            self.pieces.append(Piece(self.length, len(text), t, offset))
        self.parts.append(text)
        self.length += len(text)
        self.blank = self.blank and not text.strip()

    @property
    def text(self) -> str:
        return "".join(self.parts)


@dataclass(slots=True)
class _Field:
    """A field from its ``begin`` to its end; ``code``: what it says before its result. ``shown``: a result that is part of the text."""

    begin: _Element
    code: str = ""
    result: bool = False
    shown: bool = False


def is_contents(code: str) -> bool:
    """Whether the code of a field makes a table of contents or an index, which repeat the headings."""
    return code.split(maxsplit=1)[0].upper() in ("TOC", "INDEX", "TOA") if code.strip() else False


class Story:
    """Reads the paragraphs of one part in their order: fields go on from one to the next.

    ``hidden``: characters that the file hides; ``contents``: whether a table of contents was left out; ``cited``: (footnote or endnote, id) in order.
    """

    def __init__(self, styles: Styles, tracked: Tracked, names: Names, lone: Set[_Element] = frozenset()) -> None:
        """``lone``: begins of fields that are taken for none."""
        self.names = names
        self.styles = styles
        self.original = tracked == "original"
        self.kept, self.dropped = (_UNMADE, _MADE) if self.original else (_MADE, _UNMADE)
        self.hidden = 0
        self.contents = False
        self._muted = 0
        self.cited: list[tuple[str, str]] = []
        self._fields: list[_Field] = []
        self._lone = lone

    @property
    def unended(self) -> set[_Element]:
        """The begins of fields that nothing has ended in what was read: they have swallowed the rest of it."""
        return {f.begin for f in self._fields}

    def read(self, paragraph: _Element, style: str | None, words: Words) -> None:
        """Adds the words of a paragraph."""
        self._inline(paragraph, self.styles.hidden(style), words)

    def is_hidden(self, properties: _Element | None, by_paragraph: bool) -> bool:
        """Whether run properties hide words: their own word counts, else the styles of run and paragraph, which undo each other."""
        if properties is None:
            return by_paragraph
        if self.original and (before := child(properties, "rPrChange", "rPr")) is not None:
            properties = before
        own = switched_on(properties, "vanish")
        return own if own is not None else self.styles.hidden(value(properties, "rStyle")) != by_paragraph

    def chosen(self, alternatives: _Element) -> Iterator[_Element]:
        """One of the ways in which the same thing is written (mc:AlternateContent): the first with words, the fallback last."""
        ways = [e for e in alternatives if self.names[e.tag] in ("mc:Choice", "mc:Fallback")]
        with_words = next((w for w in ways if next(w.iter(*_T), None) is not None), None)
        yield from ways[:1] if with_words is None else (with_words,)

    def mute(self, by: int) -> None:
        """Leaves out what follows (1) or takes it in again (-1)."""
        self._muted += by

    def _inline(self, parent: _Element, hidden: bool, words: Words) -> None:
        for element in parent:
            kind = self.names[element.tag]
            if kind == "r":
                self._run(element, hidden, words)
            elif kind in _THROUGH or kind in self.kept:
                self._inline(element, hidden, words)
            elif kind == "sdt":
                if (content := child(element, "sdtContent")) is not None:
                    self._inline(content, hidden, words)
            elif kind == "fldSimple":
                if is_contents(attribute(element, "instr") or ""):
                    self.contents = True
                else:
                    self._inline(element, hidden, words)
            elif kind == "mc:AlternateContent":
                for way in self.chosen(element):
                    self._inline(way, hidden, words)
            elif kind in ("m:oMath", "m:oMathPara"):
                self._formula(element, hidden, words)
            elif kind in ("drawing", "pict", "object"):
                self._picture(element, words)

    def _run(self, run: _Element, hidden: bool, words: Words) -> None:
        marked = False  # a mark of its own stands behind a note's reference
        for element in run:
            kind = self.names[element.tag]
            if kind == "t":
                if not marked:
                    self._text(element, hidden, words)
            elif kind == "rPr":
                hidden = self.is_hidden(element, hidden)
            elif kind == "fldChar":
                self._field(element)
            elif kind == "instrText":
                if self._fields and not self._fields[-1].result and len(self._fields[-1].code) < 200:
                    self._fields[-1].code += (element.text or "")[:200]
            elif kind in ("footnoteReference", "endnoteReference"):
                marked = attribute(element, "customMarkFollows") in ("1", "true", "on")
                if not self._muted and not hidden and (note := attribute(element, "id")):
                    self.cited.append((kind.removesuffix("Reference"), note))
            elif kind in ("drawing", "pict", "object"):
                if not self._muted and not hidden:
                    self._picture(element, words)
            elif kind == "mc:AlternateContent":
                for way in self.chosen(element):
                    self._run(way, hidden, words)
            elif kind == "ruby":
                if (base := child(element, "rubyBase")) is not None:
                    self._inline(base, hidden, words)
            elif sign := self._sign(kind, element):
                self._add(sign, hidden, words)

    def _sign(self, kind: str, element: _Element) -> str:
        if kind in ("tab", "ptab"):
            return "\t"
        if kind == "cr" or kind == "br" and attribute(element, "type") in (None, "textWrapping"):
            return "\n"
        if kind == "noBreakHyphen":
            return "-"
        if kind == "sym":
            return symbol(attribute(element, "font") or "", attribute(element, "char") or "")
        if kind == "delText" and self.original:
            return element.text or ""
        return ""

    def _text(self, t: _Element, hidden: bool, words: Words) -> None:
        text, offset = t.text or "", 0
        if t.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
            offset = len(text) - len(text.lstrip(_SPACES))
            text = text.strip(_SPACES)
        self._add(text.replace("\n", " "), hidden, words, t, offset)

    def _add(self, text: str, hidden: bool, words: Words, t: _Element | None = None, offset: int = 0) -> None:
        if self._muted or not text:
            return
        if hidden:
            self.hidden += len(text.strip())
        else:
            words.add(text, t, offset)

    def _field(self, mark: _Element) -> None:
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            if mark not in self._lone:
                self._fields.append(_Field(mark))
                self.mute(1)
        elif not self._fields:
            return
        elif kind == "separate":
            now = self._fields[-1]
            if is_contents(now.code):
                self.contents = True
            elif not now.result:
                now.shown = True
                self.mute(-1)
            now.result = True
        elif kind == "end" and not self._fields.pop().shown:
            self.mute(-1)

    def _picture(self, element: _Element, words: Words) -> None:
        """Notes the text boxes of a drawing, not those inside of text boxes."""
        for inner in element:
            kind = self.names[inner.tag]
            if kind == "txbxContent":
                words.boxes.append(inner)
            elif kind == "mc:AlternateContent":
                for way in self.chosen(inner):
                    self._picture(way, words)
            elif len(inner):
                self._picture(inner, words)

    def _formula(self, element: _Element, hidden: bool, words: Words) -> None:
        for inner in element:
            kind = self.names[inner.tag]
            if kind == "m:t":
                self._add(inner.text or "", hidden, words)
            elif kind == "t":
                self._text(inner, hidden, words)
            elif kind == "m:den":
                self._add("/", hidden, words)
                self._formula(inner, hidden, words)
            elif kind and kind not in self.dropped and len(inner):
                self._formula(inner, hidden, words)
