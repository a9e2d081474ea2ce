"""Cells as people read them: what the writers of answers share."""

from __future__ import annotations

from typing import Any, Literal

from graphmodel.patterns import pattern
from queries.measure import Answer, Column

Lang = Literal["zh", "en"]

CONTROL = pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def headings(answer: Answer, lang: Lang) -> list[str]:
    """The headings of the columns."""
    return [c.zh if lang == "zh" else c.en for c in answer.columns]


def said(column: Column, held: Any, lang: Lang) -> Any:
    """A code of the answer in the reader's language."""
    return column.say.get(held, held) if lang == "zh" and isinstance(held, str) else held


def joined(held: Any) -> Any:
    """A value for one cell: several become one text."""
    if isinstance(held, (tuple, list, set, frozenset)):
        return "、".join(str(v) for v in held)
    return held


def shown(held: Any, lang: Lang) -> str:
    """A value as people read it."""
    held = joined(held)
    if held is None:
        return ""
    if isinstance(held, bool):
        return ("是" if held else "否") if lang == "zh" else ("yes" if held else "no")
    if isinstance(held, float):
        return f"{held:.12g}"
    return CONTROL.sub("", str(held))
