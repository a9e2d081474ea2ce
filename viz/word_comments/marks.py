"""The marks of comments put into the main part: before and behind the words that are meant, a run split where they begin or end inside it.

Only bytes are put in, so that ``own.py`` can take them out again and leave the part as it was. How much a mark has to take with it is told
by blanks before the end of its tag, which mean nothing to any reader of XML: one for a run split inside its letters, two if ``xml:space`` was
added to the letters before it, three for a run split between its letters and what stands beside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from viz.word_comments.body import Body, Letters
from viz.word_comments.xmlbytes import Part, spliced

KEEP = b' xml:space="preserve"'
_WHITE = " \t\r\n"


@dataclass(frozen=True, slots=True)
class At:
    """A place between two letters: ``t``: which ``w:t`` of the part (from 0), ``offset``: characters into it."""

    t: int
    offset: int


@dataclass(frozen=True, slots=True)
class Range:
    """The words that a comment is about, at least one letter; ``id``: that of the comment."""

    id: int
    start: At
    end: At


@dataclass(slots=True)
class _Spot:
    """A place where marks stand: bytes before them, bytes behind them, which comments end and begin there."""

    prefix: bytes
    before: bytes = b""
    behind: bytes = b""
    blanks: int = 0
    ends: list[int] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)


@cache
def _pieces() -> re.Pattern[bytes]:
    return re.compile(rb"&[^;]{1,40};|<!--.*?-->|<\?.*?\?>|\r\n|[^&<\r]+|\r|(<)", re.DOTALL)


def with_marks(part: Part, ranges: Sequence[Range]) -> tuple[bytes, frozenset[int]]:
    """The part's XML with the marks of the ranges, and the ids of those whose letters are there. Raises Problem if this is no main part."""
    body = Body(part, {at.t for r in ranges for at in (r.start, r.end)})
    made = _Made(body)
    stood = frozenset(r.id for r in ranges if made.add(r))
    return spliced(part.xml, made.added()), stood


class _Made:
    """What is to be put into a part."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self._spots: dict[int, _Spot] = {}
        self._first_cut: dict[int, tuple[int, Letters, bool]] = {}
        self._texts: dict[int, list[tuple[int, str]] | None] = {}

    def add(self, r: Range) -> bool:
        first, last = self.body.letters.get(r.start.t), self.body.letters.get(r.end.t)
        if first is None or last is None:
            return False
        self._begin(first, r.start.offset).begins.append(r.id)
        self._end(last, r.end.offset).ends.append(r.id)
        return True

    def _begin(self, at: Letters, offset: int) -> _Spot:
        if at.run is not None and (offset > 0 or at.order > 0):
            if offset == 0:
                return self._beside(at, at.open)
            if spot := self._inside(at, offset):
                return spot
        return self._spots.setdefault(at.whole.start, _Spot(at.whole.prefix))

    def _end(self, at: Letters, offset: int) -> _Spot:
        if at.run is not None:
            pieces = self._pieces_of(at)
            if pieces is not None and offset >= sum(len(text) for _, text in pieces):
                if at.order + 1 < at.run.content:
                    return self._beside(at, at.end)
            elif spot := self._inside(at, offset):
                return spot
        return self._spots.setdefault(at.last.end, _Spot(at.last.prefix))

    def _beside(self, at: Letters, place: int) -> _Spot:
        run = at.run
        assert run is not None
        return self._spots.setdefault(place, _Spot(at.whole.prefix, b"</" + run.name + b">", run.open + run.properties, 3))

    def _inside(self, at: Letters, offset: int) -> _Spot | None:
        """None where the letters cannot be parted."""
        pieces, run = self._pieces_of(at), at.run
        if pieces is None or run is None:
            return None
        whole = "".join(text for _, text in pieces)
        loose = at.space != "preserve"
        if not 0 < offset < len(whole) or (loose and whole != whole.strip(_WHITE)):
            return None  # blanks at the edge that Word does not show would come to light
        adds = loose and whole[offset - 1] in _WHITE
        if adds and at.space is not None:
            return None
        place = self._place(pieces, offset)
        name = self.body.xml[at.outside + 2 : at.end].rstrip(b"> \t\r\n")
        if place not in self._spots:
            before = b"</" + name + b"></" + run.name + b">"
            self._spots[place] = _Spot(at.whole.prefix, before, run.open + run.properties + b"<" + name + KEEP + b">", 1)
            if at.open not in self._first_cut or place < self._first_cut[at.open][0]:
                self._first_cut[at.open] = place, at, adds
        return self._spots[place]

    @staticmethod
    def _place(pieces: list[tuple[int, str]], offset: int) -> int:
        """The place in bytes of the letter at ``offset``. A piece of several bytes for one letter (``&amp;``) is one piece."""
        for start, text in pieces:
            if offset == 0:
                return start
            if offset < len(text):
                return start + len(text[:offset].encode("utf-8"))
            offset -= len(text)
        raise AssertionError("the offset is inside the letters")

    def _pieces_of(self, at: Letters) -> list[tuple[int, str]] | None:
        """The letters in pieces, each with its place in bytes; None if something else stands among them."""
        if at.open not in self._texts:
            self._texts[at.open] = self._read(at)
        return self._texts[at.open]

    def _read(self, at: Letters) -> list[tuple[int, str]] | None:
        out = []
        for m in _pieces().finditer(self.body.xml, at.inside, at.outside):
            piece = m[0]
            if m[1]:
                return None  # CDATA, or elements where none belong
            if piece.startswith(b"&"):
                out.append((m.start(), "*"))
            elif not piece.startswith(b"<"):
                out.append((m.start(), "\n" if piece[:1] == b"\r" else piece.decode("utf-8")))
        return out

    def added(self) -> list[tuple[int, bytes]]:
        """(place, bytes) of everything that is put in."""
        out = []
        for place, at, adds in self._first_cut.values():
            if adds:
                self._spots[place].blanks = 2
                out.append((at.open + 1 + len(self.body.xml[at.outside + 2 : at.end].rstrip(b"> \t\r\n")), KEEP))
        for place, spot in self._spots.items():
            out.append((place, spot.before + self._marks(spot) + spot.behind))
        return out

    def _marks(self, spot: _Spot) -> bytes:
        w, declared = (spot.prefix + b":", b"") if spot.prefix else (b"w:", b' xmlns:w="' + self.body.namespace.encode("ascii") + b'"')
        close = [b" " * spot.blanks + b"/>"]

        def mark(name: bytes, id: int, closing: bytes, declared: bytes = declared) -> bytes:
            return b"<" + w + name + declared + b" " + w + b'id="' + str(id).encode("ascii") + b'"' + closing

        out = []
        for id in spot.ends:
            run = b"<" + w + b"r" + declared + b">" + mark(b"commentReference", id, b"/>", b"") + b"</" + w + b"r>"
            out.append(mark(b"commentRangeEnd", id, close.pop() if close else b"/>") + run)
        for id in spot.begins:
            out.append(mark(b"commentRangeStart", id, close.pop() if close else b"/>"))
        return b"".join(out)
