"""Word files of today (.docx and its kin), as Word, WPS and LibreOffice write them."""

from __future__ import annotations

from graphmodel.plan import Source
from loaders.contents import kind_of
from loaders.reader import Ask, reader


@reader("word", suffixes=(".docx", ".docm", ".dotx", ".dotm"), sniff=lambda data: kind_of(data) == "docx")
def word(data: bytes, ask: Ask) -> Source:
    """The text of a Word file: numbering as printed, tables as grids, tracked changes as ``ask`` says. Raises Problem."""
    from loaders.word.read import read

    return read(data, ask)
