"""The parts of a Word package: found by what the package says of them, whatever they are called."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from graphmodel.problems import Problem
from loaders.packages import Package, bloated, xml_of
from loaders.word.names import Names, child

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_MARKS = 3_000_000
"""Tags of one part, and half of its attributes. A plan of 300 pages has 200,000; what is beyond takes gigabytes as a tree."""


class Parts:
    """The trees of a Word file's parts."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises Problem if this is no whole Word file."""
        self._package = Package(data, name)
        self._name = name
        self._found = {part.replace("\\", "/").lower().lstrip("/"): part for part in self._package.parts}
        self.main = self._main()
        self._around = self._relations(self.main)

    def body(self, names: Names) -> _Element:
        """The body of the document. Raises Problem."""
        root = self._tree(self.main)
        body = child(root, "body") if names[root.tag] == "document" else None
        if body is None:
            raise no_document(self._name)
        return body

    def named(self, kind: str) -> tuple[str, _Element | None]:
        """The part beside the document of that kind (styles, numbering, footnotes, endnotes): its name and its tree; None where there is none."""
        part = self._around.get(kind) or self._part(f"{posixpath.dirname(self.main)}/{kind}.xml")
        return (part, self._tree(part)) if part else ("", None)

    def _main(self) -> str:
        part = self._relations("").get("officeDocument") or self._part("word/document.xml")
        if part is None:
            raise no_document(self._name)
        return part

    def _part(self, path: str) -> str | None:
        return self._found.get(posixpath.normpath(path.replace("\\", "/")).lower().lstrip("/"))

    def _relations(self, part: str) -> dict[str, str]:
        """Kind -> part, for the first relation of each kind that leads to a part of this package."""
        folder, base = posixpath.split(part.replace("\\", "/"))
        listed = self._part(posixpath.join(folder, "_rels", f"{base}.rels"))
        out: dict[str, str] = {}
        for relation in self._tree(listed) if listed else ():
            kind, target = (relation.get("Type") or "").rpartition("/")[2], relation.get("Target") or ""
            found = self._part(target if target.startswith("/") else posixpath.join(folder, target))
            if found and relation.get("TargetMode") != "External":
                out.setdefault(kind, found)
        return out

    def _tree(self, part: str) -> _Element:
        raw = self._package.read(part)
        if raw.count(b"<") > MOST_MARKS or raw.count(b"=") > 2 * MOST_MARKS:
            raise bloated(self._name, part)
        return xml_of(raw, self._name, part)


def no_document(name: str) -> Problem:
    """The sentence about a package that is no Word file."""
    return Problem(
        f"{name} 里没有 Word 正文，不是 Word 文档；请确认文件，用 Word/WPS 打开后另存为 docx 再试。",
        f"{name} holds no Word document; make sure which file it is, open it in Word or WPS, save it as docx and try again.",
    )
