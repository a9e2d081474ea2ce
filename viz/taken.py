"""The extracted text, line by line, each with its number and what it was taken for: where a person checks how a plan was read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from viz.format import Lang
from viz.seen import pad, visible, width, wrap

if TYPE_CHECKING:
    from graphmodel.graph import AccountabilityGraph

_WORDS = {
    "task": "任务", "duty": "分工", "heading": "标题", "goal": "目标", "mechanism": "机制", "person": "人员", "table head": "表头", "intro":
    "引语",
    "principle": "原则", "preamble": "序言", "header": "文头", "annex": "附件", "contents": "目录", "furniture": "页面", "unread": "未读懂",
}  # fmt: skip


def taken_lines(graph: AccountabilityGraph, doc: str, lang: Lang, ambiguous: int = 1, columns: int | None = None) -> Iterator[str]:
    """Every line of a document: number, what it was taken for, the words, their place if the source has one.

    Below a line that was not understood stands the reason. Lines longer than ``columns`` are broken below their words; None breaks none."""
    node = graph.node(doc)
    text, taken, places = node["text"], node["taken"] or (), node["places"] or ()
    reasons = dict(entry.split(":", 1) for entry in node["unread"] or () if ":" in entry)
    words = [_said(taken[n] if n < len(taken) else "", lang) for n in range(len(text))]
    left, digits = max((width(w, ambiguous) for w in words), default=0), len(str(len(text)))
    for n, line in enumerate(text):
        place = f"  [{visible(places[n] or '')}]" if n < len(places) and places[n] else ""
        shown = visible(line) + place
        first, *rest = wrap(shown, columns - digits - left - 4, ambiguous) if columns else [shown]
        yield f"{n + 1:>{digits}}  {pad(words[n], left, ambiguous)}  {first}".rstrip()
        yield from (" " * (digits + left + 4) + more for more in rest)
        if str(n + 1) in reasons:
            yield " " * (digits + 2) + f"^ {visible(_one_language(reasons[str(n + 1)].strip(), lang))}"


def _said(word: str, lang: Lang) -> str:
    return _WORDS.get(word, word) if lang == "zh" else word


def _one_language(reason: str, lang: Lang) -> str:
    """``中文 / English`` -> the part in the language asked for; a reason in one language as it is."""
    zh, slash, en = reason.rpartition(" / ")
    return (zh if lang == "zh" else en) if slash else reason
