"""Web pages as saved from a site (.html, .htm), and the Word and Excel files that are web pages inside."""

from __future__ import annotations

import hashlib

from graphmodel.plan import Source
from loaders.contents import kind_of
from loaders.reader import Ask, reader

_TAGS = (b"<table", b"<meta", b"<head", b"<style", b"<body", b"<title", b"<?xml version='1.0' encoding='gb")
_WEB_BYTES = 20_000_000


def _is_page(data: bytes) -> bool:
    """A page, or what a system exports as one: <table>… without <html>."""
    return kind_of(data) == "html" or data[:400].lstrip(b"\xef\xbb\xbf \t\r\n")[:40].lower().startswith(_TAGS)


@reader("web page", suffixes=(".html", ".htm", ".xhtml", ".shtml"), sniff=_is_page, max_bytes=_WEB_BYTES, marked=False)
def web_page(data: bytes, ask: Ask) -> Source:
    """The document of a page without its site: paragraphs ``p12``, cells ``t3r4c2``. Raises Problem for a page that holds no document."""
    from loaders.web.decoding import characters
    from loaders.web.page import source_of_page

    return source_of_page(characters(data, ask.name), ask.name, hashlib.sha256(data).hexdigest(), ask.tracked)
