"""A Word file with the program's comments, and without them: only the parts change that must."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from viz.seen import visible
from viz.word_comments.archive import Archive
from viz.word_comments.comments import Comment, Note, comments_of, free_ids, new_part, root_of, taken_up, written
from viz.word_comments.marks import At, Range, with_marks
from viz.word_comments.own import marked_ids, unmarked
from viz.word_comments.xmlbytes import WORDS, Part, Walk, at_the_end, broken, part_of, without

_TYPES = "[Content_Types].xml"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONS = ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")
_NO_RELATIONS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment to be written: at the words from ``start`` to ``end`` of the main part."""

    start: At
    end: At
    note: Note


@dataclass(frozen=True, slots=True)
class _Relation:
    id: str
    kind: str
    target: str


class WordFile:
    """A Word file as it is. ``name``: the file's, for messages. ``main``: its main part; ``signed``: it carries a signature.

    Raises Problem if it is no Word file or damaged."""

    def __init__(self, data: bytes, name: str) -> None:
        self.data, self.name = data, name
        self.archive = Archive(data, name)
        self._found = {_plain(m): m for m in self.archive.members}
        starts = [r.target for r in self._relations("_rels/.rels", "") if r.kind in [f"{space}/officeDocument" for space in _RELATIONS]]
        main = next(filter(None, map(self._member, [*starts, "word/document.xml"])), None)
        if main is None or self._member(_TYPES) is None:
            raise broken(f"{name}/{_TYPES}")
        self.main = main
        self._folder, base = posixpath.split(main.replace("\\", "/"))
        self._beside = posixpath.join(self._folder, "_rels", f"{base}.rels")
        self.signed = any(m.startswith("_xmlsignatures/") for m in self._found)

    @property
    def suffix(self) -> str:
        """The ending that a file of this kind must have, or Word will not open it."""
        kinds: list[str] = []

        def begin(space: str, local: str, attributes: dict[str, str], at: int, behind: int) -> None:
            if local == "Override" and _plain(attributes.get("PartName", "")) == _plain(self.main):
                kinds.append(attributes.get("ContentType", "").lower())

        Walk(self._part(self._member(_TYPES) or _TYPES)).run(begin, lambda at, end: None)
        kind = kinds[0] if kinds else ""
        return (".dot" if "template" in kind else ".doc") + ("m" if "macroenabled" in kind else "x")

    def without_own(self) -> WordFile:
        """The file without the comments that this program wrote, but for those that a person has answered or marked as done."""
        where = self._member(self._comments_part() or "")
        if where is None:
            return self
        part = self._part(where)
        comments = comments_of(part)
        gone = self._own_and_alone(comments)
        if not gone:
            return self
        main, ids = self._part(self.main), {c.id for c in gone if c.id is not None}
        changed = {where: part.bytes_of(without(part.xml, [(c.start, c.end) for c in gone])), self.main: main.bytes_of(unmarked(main, ids))}
        return WordFile(self.archive.with_members(changed), self.name)

    def with_remarks(self, remarks: Sequence[Remark], zh: bool) -> WordFile:
        """The file with a comment for each remark. One that stands there already, because a person has taken it up, is not written twice."""
        where = self._member(self._comments_part() or "")
        held = self._part(where) if where is not None else None
        there = Counter(tuple(c.paragraphs) for c in comments_of(held) if c.own) if held is not None else Counter()
        fresh = [r for r in remarks if not _taken(there, tuple(map(visible, r.note.paragraphs)))]
        if not fresh:
            return self
        main = self._part(self.main)
        used = marked_ids(main) | ({c.id for c in comments_of(held) if c.id is not None} if held is not None else set())
        ids = free_ids(used, len(fresh))
        xml, stood = with_marks(main, [Range(id, r.start, r.end) for id, r in zip(ids, fresh)])
        changed: dict[str, bytes] = {self.main: main.bytes_of(xml)}
        if held is None:
            where, held = self._new_comments(changed)
        assert where is not None
        space, local, prefix = root_of(held)
        if space not in WORDS or local != "comments":
            raise broken(held.name)
        notes = b"".join(written(id, r.note, zh, prefix, space) for id, r in zip(ids, fresh) if id in stood)
        changed[where] = held.bytes_of(at_the_end(held, notes))
        return WordFile(self.archive.with_members(changed), self.name)

    def _own_and_alone(self, comments: Sequence[Comment]) -> list[Comment]:
        foreign = {c.id for c in comments if not c.own}
        kept = taken_up(comments, self._extended()) | foreign
        return [c for c in comments if c.own and c.id not in kept]

    def _extended(self) -> Part | None:
        named = next((r.target for r in self._relations(self._beside, self._folder) if r.kind.endswith("/commentsExtended")), "")
        where = self._member(named)
        return self._part(where) if where is not None else None

    def _comments_part(self) -> str | None:
        kinds = [f"{space}/comments" for space in _RELATIONS]
        return next((r.target for r in self._relations(self._beside, self._folder) if r.kind in kinds), None)

    def _new_comments(self, changed: dict[str, bytes]) -> tuple[str, Part]:
        """An empty part for comments; ``changed`` gets what tells of it."""
        space = root_of(self._part(self.main))[0]
        if space not in WORDS:
            raise broken(f"{self.name}/{self.main}")
        where = self._comments_part()  # a relation may lead to a part that is not there
        if where is None:
            names = (posixpath.join(self._folder, f"comments{n or ''}.xml") for n in range(1_000))
            where = next(n for n in names if self._member(n) is None)
            listed = self._member(self._beside)
            beside = self._part(listed) if listed is not None else part_of(_NO_RELATIONS, f"{self.name}/{self._beside}")
            known = {r.id.lower() for r in self._relations(self._beside, self._folder)}
            id = next(i for n in range(1, len(known) + 2) if (i := f"rId{n}").lower() not in known)
            told = f'Id="{id}" Type="{_RELATIONS[WORDS.index(space)]}/comments" Target={quoteattr(posixpath.basename(where))}'
            changed[listed or self._beside] = beside.bytes_of(at_the_end(beside, _element(beside, "Relationship", told)))
        listed = self._member(_TYPES) or _TYPES
        types = self._part(listed)
        if f'"/{where}"'.encode() not in types.xml:
            told = f'PartName={quoteattr("/" + where)} ContentType="{_COMMENTS}"'
            changed[listed] = types.bytes_of(at_the_end(types, _element(types, "Override", told)))
        return where, part_of(new_part(space), f"{self.name}/{where}")

    def _member(self, path: str) -> str | None:
        """The member of that name, however it is spelt."""
        return self._found.get(_plain(path)) if path else None

    def _part(self, name: str) -> Part:
        return part_of(self.archive.read(name), f"{self.name}/{name}")

    def _relations(self, where: str, folder: str) -> list[_Relation]:
        """What a part names, without what lies outside the file; () if it names nothing."""
        listed = self._member(where)
        if listed is None:
            return []
        found: list[_Relation] = []

        def begin(space: str, local: str, attributes: dict[str, str], at: int, behind: int) -> None:
            if local == "Relationship":
                inside = attributes.get("TargetMode", "").lower() != "external"
                target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", ""))).lstrip("/") if inside else ""
                found.append(_Relation(attributes.get("Id", ""), attributes.get("Type", "") if inside else "", target))

        Walk(self._part(listed)).run(begin, lambda at, end: None)
        return found


def _taken(there: Counter[tuple[str, ...]], words: tuple[str, ...]) -> bool:
    """Whether one of these is left; then it is not any more."""
    there[words] -= 1
    return there[words] >= 0


def _plain(path: str) -> str:
    """The name of a part as names are compared."""
    return posixpath.normpath("/" + path.replace("\\", "/")).lower().lstrip("/")


def _element(part: Part, name: str, attributes: str) -> bytes:
    """An element of the same tongue as the root of ``part``, written as the root is."""
    start = part.xml.index(b"<", _root_at(part))
    prefix = part.xml[start + 1 : start + 80].split(b">")[0].split()[0].rpartition(b":")[0].decode("utf-8")
    return f"<{prefix + ':' if prefix else ''}{name} {attributes}/>".encode()


def _root_at(part: Part) -> int:
    found: list[int] = []
    Walk(part).run(lambda space, local, attributes, at, behind: found.append(at) if not found else None, lambda at, end: None)
    return found[0]
