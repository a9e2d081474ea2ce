"""What a paragraph is by its statements: a heading up to where, a line of labels, words that somebody is said to do."""

from __future__ import annotations

from dataclasses import replace

from graphmodel.patterns import pattern
from loaders.paragraphs import Para
from loaders.statement import statements

_SENTENCE_END = pattern(r"[。!?;]")


def says_who(p: Para) -> bool:
    return any(s.said or s.as_before for s in statements(p.text))


def heading_end(p: Para) -> int:
    """Where the heading at the start of a paragraph ends: at its statement, or at its first full stop."""
    stop = min((s.start for s in statements(p.text)), default=len(p.text))
    m = _SENTENCE_END.search(p.text, p.words_from, stop)
    if m:
        return m.start() + 1
    colon = p.text.find(":", p.words_from, stop)
    return colon + 1 if 0 < colon < 60 else stop


def only_statements(p: Para, end: int) -> bool:
    """Nothing but statements stands behind a heading's end."""
    rest = p.text[end:]
    for s in statements(p.text):
        rest = rest.replace(p.text[s.start : s.end], "")
    return not pattern(r"[\u4e00-\u9fff]").search(rest)


def cut_at(p: Para, end: int) -> Para:
    """The paragraph cut at ``end`` (its heading)."""
    return replace(p, view=p.view.slice(0, end)) if end < len(p.text) else p


def is_label_line(p: Para) -> bool:
    found = statements(p.text)
    return bool(found) and not pattern(r"[\u4e00-\u9fff]{2}").search("".join(_between(p.text, [(s.start, s.end) for s in found])))


def _between(text: str, spans: list[tuple[int, int]]) -> list[str]:
    at, out = 0, []
    for a, b in spans:
        out.append(text[at:a])
        at = b
    return [*out, text[at:]]
