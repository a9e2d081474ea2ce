"""From the parser's tree to boxes and paragraphs. One walk without recursion: pages nest thousands of tags deep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graphmodel.patterns import pattern
from loaders.web.boxes import MOST_COLUMNS, Box, Words
from loaders.web.inline import BREAK, paragraphs_of
from loaders.web.numbering import Count, style_of_type, typed
from loaders.web.styles import PLAIN, Look, look
from loaders.web.tags import BLOCK, BR, COLUMN, HR, INLINE, PARAGRAPH, SKIP, A, hint_of, kind_of_tag, number_in, shown_as

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_END_BLOCK, _END_PARAGRAPH, _END_A, _END_NUMBER, _END_LIST, _END_SUP = range(1, 7)
_TELLING = frozenset(("class", "hidden", "title"))
_FILE = pattern(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|7z|txt|ceb)(?:[?#].{0,300})?$")
_LONGEST_LINK = 80
"""Longer links hold text of the document: an <a> that was not closed."""


@dataclass(slots=True)
class Asked:
    """What a walk takes as text. ``names``: .class and #id that the page's style sheet hides. ``frame``: the tree behind a frame's address, if it
    is at hand. ``everything``: what is hidden, too. ``gone``: the tag of tracked changes that are left out."""

    names: frozenset[str] = frozenset()
    frame: Callable[[str], LexborNode | None] = lambda address: None
    everything: bool = False
    gone: str = "del"


@dataclass(slots=True)
class Walk:
    """The boxes of a page while it is walked through."""

    asked: Asked
    boxes: list[Box] = field(default_factory=list)
    _buffer: list[str] = field(default_factory=list)
    _lists: list[Count | None] = field(default_factory=list)
    _mark: str = ""
    _tag: str = ""
    _hint: str = ""
    _link: str = ""
    _link_from: int = 0
    _linked: int = 0
    _links: int = 0
    _files: int = 0
    _pre: int = 0
    _frames: int = 0

    def read(self, root: LexborNode) -> Box:
        """The box of a whole tree."""
        top = Box("page", None)
        self.boxes.append(top)
        self._tree(root, top)
        return top

    def _tree(self, root: LexborNode, box: Box) -> None:
        kinds: dict[int, tuple[int, str]] = {}
        buffer = self._buffer
        path: list[tuple[LexborNode, int, object]] = []
        names = bool(self.asked.names)
        node: LexborNode | None = root
        while node is not None:
            child: LexborNode | None = None
            leave = 0
            kept: object = None
            id = node.tag_id
            if id == 2:
                words = node.text_content
                if words and (buffer or not words.isspace()):
                    buffer.append(words.replace("\n", BREAK) if self._pre else words)
            else:
                known = kinds.get(id)
                if known is None:
                    tag = node.tag or "-"
                    known = kinds[id] = (kind_of_tag(tag), tag)
                kind, tag = known
                if kind == BR:
                    buffer.append(BREAK)
                elif kind == COLUMN:
                    self._columns(node, box)
                elif kind == SKIP:
                    if tag in ("iframe", "frame"):
                        self._framed(node, box)
                else:
                    attrs = node.attributes
                    seen = PLAIN
                    if attrs:
                        if style := attrs.get("style"):
                            seen = look(style)
                            if seen.display:
                                kind = shown_as(kind, tag, seen)
                        if (names or _TELLING & attrs.keys() or seen.hidden or seen.no_size) and self._hides(attrs, seen, kind):
                            kind = SKIP
                    if kind == INLINE:
                        if tag == self.asked.gone:
                            kind = SKIP
                        elif seen.own_number:
                            leave, kept = _END_NUMBER, len(buffer)
                        elif tag == "sup":
                            leave, kept = _END_SUP, len(buffer)
                    elif kind == BLOCK:
                        self._flush(box)
                        box, leave = self._box(node, tag, attrs, seen, box)
                    elif kind == PARAGRAPH:
                        self._flush(box)
                        kept = (self._tag, self._hint)
                        self._tag, self._hint = tag, hint_of(attrs)
                        self._pre += tag in ("pre", "xmp", "listing")
                        leave = _END_PARAGRAPH
                    elif kind == A:
                        leave, kept = _END_A, (self._link, self._link_from)
                        self._link, self._link_from = attrs.get("href") or "", len(buffer)
                    elif kind == HR:
                        self._flush(box)
                    if kind != SKIP:
                        child = node.first_child
            if child is not None:
                path.append((node, leave, kept))
                node = child
                continue
            if leave:
                box = self._leave(leave, kept, box)
            while True:
                if node is root:
                    node = None
                    break
                following = node.next
                if following is not None:
                    node = following
                    break
                node, leave, kept = path.pop()
                if leave:
                    box = self._leave(leave, kept, box)
        self._flush(box)

    def _hides(self, attrs: dict[str, str | None], seen: Look, kind: int) -> bool:
        """Whether an element is hidden."""
        if self.asked.everything:
            return False
        if seen.hidden or seen.no_size and kind in (INLINE, A):
            return True
        if "hidden" in attrs and attrs["hidden"] != "until-found":
            return True
        title = attrs.get("title")
        if title in ("header", "footer") and kind == BLOCK and "class" not in attrs:  # the running heads of a page that LibreOffice wrote
            return True
        names = attrs.get("class")
        if names and ("MsoCommentReference" in names or "msoDel" in names and self.asked.gone == "del"):
            return True
        if not self.asked.names or seen.display:
            return False
        id = attrs.get("id")
        return bool(names and any(f".{n}" in self.asked.names for n in names.lower().split())) or bool(id and f"#{id.lower()}" in self.asked.names)

    def _box(self, node: LexborNode, tag: str, attrs: dict[str, str | None], seen: Look, up: Box) -> tuple[Box, int]:
        box = Box(tag, up, hint_of(attrs))
        if tag in ("td", "th"):
            box.spans = (number_in(attrs.get("rowspan")), number_in(attrs.get("colspan")) or 1)
        up.kids.append(box)
        self.boxes.append(box)
        if tag in ("ol", "ul", "dir"):
            self._mark = ""
            self._lists.append(_count(node, attrs, seen) if tag == "ol" else None)
            return box, _END_LIST
        if tag == "li" and self._lists and (count := self._lists[-1]):
            value = attrs.get("value")
            self._mark = count.take(int(value) if value and pattern(r"-?\d{1,6}").fullmatch(value.strip()) else None, seen.marks or style_of_type(attrs.get("type")))
        return box, _END_BLOCK

    def _leave(self, what: int, kept: object, box: Box) -> Box:
        if what == _END_A:
            assert isinstance(kept, tuple)
            self._link_ends()
            self._link, self._link_from = kept[0], min(kept[1], len(self._buffer))
            return box
        if what in (_END_NUMBER, _END_SUP):
            assert isinstance(kept, int)
            words = "".join(self._buffer[kept:])
            del self._buffer[kept:]
            if what == _END_NUMBER:
                self._buffer.append(words.strip(" \t\r\n\f\xa0"))
            else:
                self._buffer.append({"2": "²", "3": "³"}.get(words.strip(), words) if self._buffer and self._buffer[-1].endswith("m") else words)
            return box
        self._flush(box)
        if what == _END_PARAGRAPH:
            assert isinstance(kept, tuple)
            self._pre -= self._tag in ("pre", "xmp", "listing") and self._pre > 0
            self._tag, self._hint = kept
            return box
        if what == _END_LIST:
            self._lists.pop()
        self._mark = "" if box.tag == "li" else self._mark
        assert box.up is not None
        return box.up

    def _link_ends(self) -> None:
        """Counts the words of the link that ends here, or goes on in the next block."""
        href = self._link
        if href and not href.startswith("#"):
            size = sum(map(len, self._buffer[self._link_from :]))
            if 0 < size <= _LONGEST_LINK:
                self._linked += size
                self._links += 1
                self._files += bool(_FILE.search(href[-400:].lower()))

    def _flush(self, box: Box) -> None:
        """What was read since the last block began or ended is one paragraph, or several."""
        if not self._buffer:
            return
        self._link_ends()
        self._link_from = 0
        whole = "".join(self._buffer)
        self._buffer.clear()
        for text, begins in paragraphs_of(whole):
            size = len(text)
            if self._mark:
                text = text if typed(text) else self._mark + text.lstrip()
                self._mark = ""
            words = Words(text, self._tag, self._hint, box, size, min(self._linked, size), self._links, self._files, begins)
            self._linked, self._links, self._files = self._linked - words.linked, 0, 0
            box.kids.append(words)
        self._linked = self._links = self._files = 0

    def _columns(self, node: LexborNode, table: Box) -> None:
        """Excel hides columns by their <col>; their cells stand in the page."""
        attrs = node.attributes
        hidden = look(attrs.get("style") or "").hidden and not self.asked.everything
        if len(table.hidden) < MOST_COLUMNS:
            table.hidden.extend([hidden] * min(number_in(attrs.get("span")), MOST_COLUMNS))

    def _framed(self, node: LexborNode, box: Box) -> None:
        tree = self.asked.frame(node.attributes.get("src") or "")
        if tree is not None and self._frames < 50:
            self._frames += 1
            self._flush(box)
            inner = Box("frame", box)
            box.kids.append(inner)
            self.boxes.append(inner)
            self._tree(tree, inner)


def _count(node: LexborNode, attrs: dict[str, str | None], seen: Look) -> Count:
    start = attrs.get("start") or ""
    step = -1 if "reversed" in attrs else 1
    style = seen.marks or style_of_type(attrs.get("type")) or "decimal"
    if pattern(r"-?\d{1,6}").fullmatch(start.strip()):
        return Count(style, int(start), step)
    if step > 0:
        return Count(style)
    items, child = 0, node.first_child
    while child is not None:
        items += child.tag == "li"
        child = child.next
    return Count(style, items, step)
