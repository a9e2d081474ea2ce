"""Old Word and WPS files (.doc, .wps, .dot), RTF and OpenDocument text, turned into .docx by LibreOffice where it is installed."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import PurePath

from graphmodel.plan import Source
from graphmodel.problems import Problem
from loaders.contents import kind_of
from loaders.packages import Package, damaged, locked
from loaders.reader import Ask, reader
from loaders.readers.text import text

_SUFFIXES = (".doc", ".wps", ".dot", ".rtf", ".odt")
_SUFFIX = {"doc": ".doc", "rtf": ".rtf", "odt": ".odt", "word xml": ".xml", "ole": ".wps"}
"""A compound file that holds no Word document may be one of Microsoft Works, if it bears that name."""


@reader("old word", suffixes=_SUFFIXES, sniff=lambda data: kind_of(data) in ("doc", "rtf", "odt", "word xml", "encrypted"))
def old_word(data: bytes, ask: Ask) -> Source:
    """The text of an old Word file or its kin; ``sha256`` is that of the file itself, places are those of the file made from it. Raises Problem.

    What is written in plain letters, whatever its name, is read as text.
    """
    from loaders.libreoffice import as_docx
    from loaders.word.flat import unfolded
    from loaders.word.read import read

    kind = kind_of(data)
    if kind == "text":
        return text.read(data, ask)
    if kind == "docx":
        return read(data, ask)
    if kind == "word xml" and (flat := unfolded(data, ask.name)) is not None:
        return replace(read(flat, ask), sha256=hashlib.sha256(data).hexdigest())
    _refuse(data, kind, ask.name)
    return replace(read(as_docx(data, _SUFFIX[kind], ask.name), ask), sha256=hashlib.sha256(data).hexdigest())


def _refuse(data: bytes, kind: str, name: str) -> None:
    """LibreOffice makes a document of anything, with exit code 0: what is none is told before."""
    from loaders.word.compound import state_of
    from loaders.word.flat import is_word_2003

    if kind == "encrypted":
        raise locked(name)
    if kind == "doc":
        state = state_of(data)
        if state == "locked":
            raise locked(name)
        if state == "unknown":
            raise damaged(name)
    elif kind == "odt":
        package = Package(data, name)
        if "META-INF/manifest.xml" in package and b"encryption-data" in package.read("META-INF/manifest.xml"):
            raise locked(name)
        package.xml("content.xml")
    elif kind == "broken zip" or kind == "ole" and PurePath(name).suffix.lower() != ".wps":
        raise damaged(name)
    elif kind not in ("rtf", "word xml", "ole") or kind == "word xml" and not is_word_2003(data, name):
        raise no_word_file(name)


def no_word_file(name: str) -> Problem:
    """The sentence about a file that bears the name of a Word file and is none."""
    return Problem(
        f"{name} 的内容不是 Word、WPS、RTF 或 OpenDocument 文档；请确认文件，用原来的程序打开后另存为 docx 再试。",
        f"{name} does not hold a Word, WPS, RTF or OpenDocument text; make sure which file it is, open it in the program it comes from and save it as docx.",
    )
