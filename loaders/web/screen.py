"""Makes a page harmless for the parser: what makes every HTML parser slow or huge is taken out, no word of the text is."""

from __future__ import annotations

import re

from graphmodel.patterns import pattern

MOST_SIGNS = 600_000
"""Tags of one page: a table of 20,000 rows has 400,000 and a plan 5,000. Each costs the parser a hundred bytes and this program three times as much."""
MANY_TAGS = 40_000
"""Below this number of tags no nesting takes the parser more than three seconds (measured: time grows with tags times depth)."""
MOST_DEEP = 400
MOST_ATTRIBUTES = 60
"""Attributes of one tag: the parser compares each with all before it."""

_PICTURE = pattern(r"(?:data:[a-z]{1,20}/[\w.+-]{1,60};base64,)[A-Za-z0-9+/=%\s]*", re.IGNORECASE)
# <b>, <font …>: unclosed ones are opened anew in every later paragraph, so that 20,000 of them and 20,000 paragraphs become 400 million nodes
_FORMATTING = pattern(r"<(/?)(?=[bceifnstuBCEIFNSTU])(?i:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s>/])")
_LONG = 300
_LONG_TAG = pattern(r"<[a-zA-Z][^<>]{300,}")
_ATTRIBUTE = pattern(r"[^\s\"'>/=]{1,60}\s{0,3}=\s{0,3}(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]{0,2000})")
_TAG = pattern(r"<(/?)([a-zA-Z][^\s/><]{0,30})[^<>]*>")
_NAME = pattern(r"<[a-zA-Z][^\s/><]{0,30}")
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p"))
_KEPT = ("style", "class", "id", "href", "rowspan", "colspan", "type", "start", "value", "hidden", "src", "title", "name")


def screened(page: str) -> str:
    """The page with formatting tags made ``span`` and pictures, heaps of attributes and nesting beyond any page's left out."""
    if "\0" in page:
        page = page.replace("\0", "")
    if ";base64," in page:
        page = _PICTURE.sub("data:,", page)
    if any(len(part) > _LONG and not 0 <= part.find(">") <= _LONG for part in page.split("<")):
        page = _LONG_TAG.sub(_fewer_attributes, page)
    page = _FORMATTING.sub(r"<\1span", page)
    return _flattened(page) if page.count("<") - page.count("</") > MANY_TAGS else page


def _fewer_attributes(found: re.Match[str]) -> str:
    tag = found[0]
    if tag.count("=") + tag.count(" ") + tag.count("/") + tag.count("\n") + tag.count('"') <= MOST_ATTRIBUTES:
        return tag
    name = _NAME.match(tag)
    every = [a for a in _ATTRIBUTE.findall(tag[:200_000]) if a.split("=")[0].strip().lower() in _KEPT]
    return f"{name[0] if name else '<span'} {' '.join(every[:MOST_ATTRIBUTES])}"


def _flattened(page: str) -> str:
    """Tags nested deeper than any page's become paragraph breaks."""
    open_tags: dict[str, int] = {}
    depth = 0

    def shallow(found: re.Match[str]) -> str:
        nonlocal depth
        name = found[2].lower()
        if name in _VOID:
            return found[0]
        now = open_tags.get(name, 0)
        if found[1]:
            if now:
                open_tags[name] = now - 1
                depth -= 1
                return found[0] if depth < MOST_DEEP else "<p>"
            return found[0]
        open_tags[name] = now + 1
        depth += 1
        return found[0] if depth <= MOST_DEEP else "<p>"

    return _TAG.sub(shallow, page)
