"""Quotes: the plan's words at a place, ready for a finding."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from graphmodel.finding import Quote, Words
from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern
from graphmodel.place_words import place_words
from graphmodel.plan import Span
from graphmodel.text import Lines, fold

_HEADING_END = pattern(r"[。;:\n\r|]|[(\[〔【](?=[^)\]〕】]{0,12}(?:牵头|责任|配合|负责|监管|监督|主管|协同|参与|指导|性指标|完成时限))")  # 清淤。 清淤(责任单位
LONGEST = 60  # code points of a heading in a quote
NESTED = 8  # tasks that may lie within one before a place of its own words
COMFORTABLE = 30  # a longer heading is cut at a comma where it has one


def place_lines(graph: AccountabilityGraph, node: str) -> tuple[int, int]:
    """First and last line of a node, 1-based."""
    first, last = graph.node(node)["lines"]
    return int(first), int(last)


def said_at(graph: AccountabilityGraph, doc: str, line: int) -> Words:
    """A line of a document as a person finds it in the file: 第7行, 第12段, 表1第3行第2列, Sheet1!C7."""
    places = graph.node(doc).get("places") or ()
    return place_words(places[line - 1] if line <= len(places) else None, line)


def said_of(graph: AccountabilityGraph, node: str) -> Words:
    """Where a node begins, as ``said_at`` says it."""
    return said_at(graph, graph.document_of(node), place_lines(graph, node)[0])


def node_span(graph: AccountabilityGraph, node: str) -> Span:
    """The node's place in its document's text."""
    start, end = graph.node(node)["span"]
    return int(start), int(end)


@lru_cache(maxsize=16)
def lines_of_text(text: str) -> Lines:
    """The lines of a text, counted once."""
    return Lines(text)


def lines_at(graph: AccountabilityGraph, doc: str, span: Span) -> tuple[int, int]:
    """First and last line of a span of the document's text."""
    return lines_of_text(graph.text_of(doc)).of(span)


def tasks_at(graph: AccountabilityGraph, doc: str, spans: Iterable[Span]) -> tuple[str, ...]:
    """The tasks of a document in which one of ``spans`` begins, in its order; of one within another the inner."""
    tasks, starts = graph.once(("tasks by place", doc), lambda: _by_place(graph, doc))
    found = {}
    for place, _ in spans:
        last = bisect_right(starts, place)
        inner = next((t for t in reversed(tasks[max(0, last - NESTED) : last]) if place < t[1]), None)
        if inner:
            found[inner[2]] = inner[3]
    return tuple(found[n] for n in sorted(found))


def _by_place(graph: AccountabilityGraph, doc: str) -> tuple[list[tuple[int, int, int, str]], list[int]]:
    """(start, end, rank, task) by start, and the starts."""
    tasks = sorted((*node_span(graph, t), n, t) for n, t in enumerate(graph.tasks(doc)))
    return tasks, [start for start, *_ in tasks]


def quote_at(graph: AccountabilityGraph, doc: str, span: Span) -> Quote:
    """The words at ``span`` of the document's text, exactly as printed."""
    text = graph.text_of(doc)
    first = lines_of_text(text).of(span)[0]
    places = graph.node(doc).get("places") or ()
    return Quote(doc=doc, span=span, text=text[span[0] : span[1]], place=places[first - 1] if first <= len(places) else None)


def heading_of(graph: AccountabilityGraph, node: str) -> Span:
    """The heading of a task, goal or section: its words up to the first stop, at most 60 code points."""
    start, end = node_span(graph, node)
    text = graph.text_of(graph.document_of(node))
    head = fold(text[start : min(end, start + LONGEST)])
    m = _HEADING_END.search(head, 2)
    head = (head[: m.start()] if m else head).rstrip()
    comma = head.rfind(",", 8, COMFORTABLE) if len(head) > COMFORTABLE else -1
    comma = comma if comma > 0 or len(head) <= COMFORTABLE else head.find(",", COMFORTABLE)
    return start, start + (comma if comma > 0 else len(head))


def heading_quote(graph: AccountabilityGraph, node: str) -> Quote:
    """The node's own heading as a quote: what is shown where something is absent."""
    return quote_at(graph, graph.document_of(node), heading_of(graph, node))


def title(graph: AccountabilityGraph, node: str) -> str:
    """The heading on one line, without blanks, for a sentence that puts it in “ ”."""
    start, end = heading_of(graph, node)
    return spoken(graph.text_of(graph.document_of(node))[start:end])


def between(names: Iterable[str]) -> str:
    """What divides places each of which names bodies: where one names several, 、 stands between those."""
    return "；" if any("、" in n for n in names) else "、"


def begun(words: str) -> str:
    """Words as a sentence begins: its first letter large."""
    return words[:1].upper() + words[1:]


_INNER = str.maketrans("“”", "‘’")


def spoken(words: str) -> str:
    """Printed words inside a sentence: without white space, their own quotation marks single."""
    return "".join(words.split()).translate(_INNER)
