"""Words of a plan for a table: without the line breaks of the page, in the paragraphs of the plan."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern

_CLOSED = "。；;：:！!？?”）)】〕"
_OPEN = "，,、（(—"
_LATIN = pattern(r"[A-Za-z0-9.,;%]")
_FULL_LINE = 25  # characters: a shorter line that ends without a stop is a heading
_MARKED = pattern(r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳])")


def squeezed(text: str) -> str:
    """Without white space."""
    return "".join(text.split())


def unbroken(text: str) -> str:
    """A stretch of words on one line: a break between two Latin words is a blank, any other is nothing."""
    out = ""
    for line in text.split("\n"):
        words = " ".join(line.split())
        if not words:
            continue
        between = " " if out and _LATIN.match(out[-1]) and pattern(r"[A-Za-z]").match(words) and out[-1].isalpha() else ""
        out += between + words
    return out


def task_paragraphs(graph: AccountabilityGraph, task: str) -> tuple[str, ...]:
    """The words of a task, paragraph by paragraph."""
    node = graph.node(task)
    places: Sequence[str | None] = graph.node(graph.document_of(task))["places"]
    lines = str(node["text"]).split("\n")
    first = node["lines"][0] - 1
    out: list[str] = []
    last_line, last_place = "", None
    for n, line in enumerate(lines):
        if not line.strip():
            continue
        place = places[first + n] if first + n < len(places) else None
        if out and not _begins(line, last_line, place, last_place):
            out[-1] = unbroken(f"{out[-1]}\n{line}")
        else:
            out.append(" ".join(line.split()))
        last_line, last_place = line, place
    return tuple(out)


def _begins(line: str, before: str, place: str | None, place_before: str | None) -> bool:
    """Whether a line begins a paragraph: where the file does not say so, by how the line before it ends and this one opens."""
    if place and place_before and not place.startswith("page") and place != place_before:
        return True
    end = before.rstrip()
    if _MARKED.match(line) or line.startswith(("\u3000\u3000", "  ")):
        return True
    if end[-1:] in _OPEN:
        return False
    return end[-1:] in _CLOSED or len(end) < _FULL_LINE
