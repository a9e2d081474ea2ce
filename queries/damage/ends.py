"""A sentence or list that breaks off: its last sign is 、 or a word that wants another one behind it."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.patterns import pattern
from graphmodel.text import fold
from queries.damaged import Paper, Spot, damage
from queries.places import node_span

_OPEN = pattern(r"(?:[、,]|[和及与将把](?<![共温平谐总应普危波调缓中饱涉遍埃惠参给赠授]..)|(?<=[\u4e00-\u9fff]{4})(?:以及|并且|或者|包括|通过|关于))$")
_NOTICE = pattern(r"关于印发.{4,80}的通$")  # the title of a notice, cut at its last character
_AROUND = 8
LEAST = 4  # characters of a task that can break off


@damage
def breaks_off(paper: Paper) -> Iterator[Spot]:
    """The ends of tasks and goals, and a title cut short."""
    for node in (*paper.graph.tasks(paper.doc), *paper.graph.goals(paper.doc)):
        start, end = node_span(paper.graph, node)
        words = paper.folded[start:end].rstrip()
        words += _mark_behind(paper, start + len(words))  # a task's words end before its last mark
        m = _OPEN.search(words)
        if m and len(words) > LEAST and not _goes_on(paper, start + len(words)):
            yield Spot((max(start, start + len(words) - _AROUND), start + len(words)), Words("语句似未写完", "the sentence seems to break off"), None)
    for start, end in paper.blocks:
        if _NOTICE.search(fold(paper.text[start:end])):
            yield Spot((end - _AROUND, end), Words("标题似未写完", "the title seems to break off"), paper.text[end - _AROUND : end] + "知")


def _mark_behind(paper: Paper, at: int) -> str:
    """A mark that asks for more, where nothing else stands behind it on the line."""
    end = paper.lines.span(paper.lines.at(max(0, at - 1)))[1]
    rest = paper.folded[at:end].rstrip()
    return rest if rest in ("、", ",") else ""


def _goes_on(paper: Paper, at: int) -> bool:
    """Whether words follow on the same line."""
    end = paper.lines.span(paper.lines.at(max(0, at - 1)))[1]
    return bool(paper.folded[at:end].strip())
