"""What each tag of a page is to its text, and what its attributes say of it."""

from __future__ import annotations

from graphmodel.patterns import pattern
from loaders.web.styles import Look

_SKIPPED_TAGS = (
    "head title script style noscript template iframe frame select option optgroup datalist button input textarea svg math object embed applet audio video"
    " canvas map nav footer aside marquee noframes noembed xml rp rt dialog meter progress menu img picture link meta base area"
)
_BLOCK_TAGS = (
    "html body div section article main header center form fieldset legend details summary figure figcaption address blockquote dl dt dd ul ol li table caption"
    " thead tbody tfoot tr td th frameset ucapcontent ucaptitle hgroup search dir listing"
)
_SKIPPED, _BLOCKS = frozenset(_SKIPPED_TAGS.split()), frozenset(_BLOCK_TAGS.split())
_PARAGRAPHS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "xmp", "plaintext"))
SKIP, BLOCK, PARAGRAPH, INLINE, BR, A, HR, COLUMN = range(8)
_SPAN = pattern(r"\d{1,9}")


def kind_of_tag(tag: str) -> int:
    """SKIP, BLOCK …; what HTML does not know is inline."""
    if tag in _SKIPPED or tag.startswith("-"):
        return SKIP
    if tag in _BLOCKS:
        return BLOCK
    return {"br": BR, "hr": HR, "a": A, "col": COLUMN}.get(tag, PARAGRAPH if tag in _PARAGRAPHS else INLINE)


def shown_as(kind: int, tag: str, seen: Look) -> int:
    """The kind of an element whose style says block or inline."""
    if seen.display == "inline":
        return INLINE if tag in ("div", "p", "li", "ul", "dt", "dd") else kind
    return BLOCK if kind == INLINE else kind


def hint_of(attrs: dict[str, str | None]) -> str:
    """Class and id, lower case."""
    names, id = attrs.get("class"), attrs.get("id")
    return f"{names or ''} {id or ''}".lower()[:300] if names or id else ""


def number_in(written: str | None) -> int:
    """rowspan="3" -> 3; 1 where no number is written."""
    found = _SPAN.match((written or "").strip())
    return int(found[0]) if found else 1
