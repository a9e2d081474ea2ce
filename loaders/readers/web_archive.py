"""Web archives (.mht, .mhtml): a page and what it shows in one file."""

from __future__ import annotations

import hashlib

from graphmodel.plan import Source
from loaders.contents import kind_of
from loaders.reader import Ask, reader


@reader("web archive", suffixes=(".mht", ".mhtml"), sniff=lambda data: kind_of(data) == "mhtml", max_bytes=40_000_000)
def web_archive(data: bytes, ask: Ask) -> Source:
    """The document of the archive's main page without its site; pages in its frames stand where the frames are. Raises Problem."""
    from loaders.web.archive import archive_of
    from loaders.web.page import Beside, source_of_page

    archive = archive_of(data, ask.name)
    sheets = tuple(p.text for p in archive.others) if "<frameset" in archive.main.text[:20_000].lower() else ()
    return source_of_page(archive.main.text, ask.name, hashlib.sha256(data).hexdigest(), ask.tracked, Beside(archive.frame, sheets, archive.styles))
