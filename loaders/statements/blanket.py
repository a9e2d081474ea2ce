"""A sentence of its own that binds all that follows: 以下任务均需A落实,不再列出。 · A为各项任务的责任主体,不再逐一列出。"""

from __future__ import annotations

from collections.abc import Iterator

from loaders.grammar.clauses import set_aside
from loaders.grammar.roles import BLANKET, BLANKET_OF
from loaders.statement import Bracket, Statement, family


@family("blanket", order=60)
def blanket(text: str, groups: tuple[Bracket, ...]) -> Iterator[Statement]:
    for form in (BLANKET_OF, BLANKET) if "不" in text else ():
        for m in form.finditer(text):
            if m.start() and text[m.start() - 1] not in "。;!?:,(":
                continue  # behind a blank it belongs to the label before it
            _, positional, ditto, inherited = set_aside(text, *m.span())
            if inherited:
                end = m.end() + (text[m.end() : m.end() + 1] in ("。", ";"))
                yield Statement(m.start(), end, (), inherited, positional, ditto)
