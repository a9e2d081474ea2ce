"""Where the numbering of a plan breaks, and what one slip of the pen explains at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from graphmodel.graph import AccountabilityGraph
from graphmodel.plan import Span
from graphmodel.text import fold
from queries.items import one_item
from queries.numbering import Break, Style, breaks, line_marks, with_cells
from queries.places import lines_of_text, node_span, place_lines

OUTSIDE = frozenset({"furniture", "header"})  # what a line was taken for when it is no part of the plan proper


def gaps(graph: AccountabilityGraph, doc: str) -> list[Break]:
    """The breaks of a document's numbering, in the order of the text, one for each thing to mend."""
    content = [*graph.sections(doc), *graph.tasks(doc), *graph.goals(doc), *graph.mechanisms(doc)]
    if not content:
        return []
    lines = lines_of_text(graph.text_of(doc))
    places = [place_lines(graph, n) for n in content]
    taken = graph.node(doc).get("taken") or ()
    inside = {n for n in range(min(a for a, _ in places), max(b for _, b in places) + 1) if n > len(taken) or taken[n - 1] not in OUTSIDE}
    headings = {place_lines(graph, s)[0] for s in graph.sections(doc) if not graph.node(s)["number"]}
    numbers = (
        (str(graph.node(t)["number"]), node_span(graph, t), place_lines(graph, t)[0])
        for above, t in pairwise(["", *graph.tasks(doc)])
        if not one_item(above, t) and _is_printed(lines.text, node_span(graph, t)[0], graph.node(t)["number"])
    )
    return _slips(list(breaks(with_cells(line_marks(lines.text), numbers), lines, inside, headings)))


def key_of(doc: str, one: Break) -> str:
    """The name of a missing number among the remarks of an audit."""
    return f"numbering-gap:{doc}:{one.after.span[0]}"


def explaining(graph: AccountabilityGraph, doc: str, style: Style | None, within: Span, lacking: int) -> str | None:
    """The key of the gap that explains why so many of the items between two places are lacking, or some of them: of their own style, there, no wider."""
    held = [b for b in gaps(graph, doc) if b.kind == "missing" and b.after.style == style and within[0] <= b.after.span[0] < within[1]]
    return key_of(doc, held[0]) if held and sum(len(b.numbers) for b in held) <= lacking else None


def _is_printed(text: str, start: int, number: str | None) -> bool:
    """Whether the number stands right before or at the beginning of the task; the rows of a merged cell share one that is printed once."""
    around = fold(text[max(0, start - 12) : start + len(number or "") + 1])
    return bool(number) and re.search(rf"(?:^|[\s|。;)]){re.escape(fold(number or ''))}[\s|.、)]{{0,4}}", around) is not None


def _slips(found: Sequence[Break]) -> list[Break]:
    """A doubled number beside the one missing number next to it is one slip (8. 8. 10.; 7. 9. 9. 10.)."""
    kept: list[Break] = []
    for one in found:
        last = kept[-1] if kept else None
        if last and len(last.numbers) == len(one.numbers) == 1 and one.before is last.after and last.before:
            if (last.kind, one.kind) == ("doubled", "missing"):
                kept[-1] = Break("slip", last.before, last.after, one.numbers, wrong=last.after)
                continue
            if (last.kind, one.kind) == ("missing", "doubled") and last.bare is None:
                kept[-1] = Break("slip", one.before, one.after, last.numbers, wrong=one.before)
                continue
        kept.append(one)
    return kept
